/**
 * A year that more than one state may tax, of a move or of wages earned elsewhere: what of each column belongs to each state. It follows
 * from days, so that it is a number for each share, and the state's share of the year is made of sums.
 */
import type { Case } from '../case.ts'
import { exercisesIn, type Shares as Ledger } from '../equity/shares.ts'
import type { StateShare } from '../residence.ts'
import { type Brought, broughtOf, daysIn, type Item, itemsOf, shareOf, statesIn, statesWorkedIn } from '../residence.ts'
import type { FederalReturn } from '../return.ts'
import type { Fate } from './caseProblem.ts'
import { type Column, type Shares, type SumName, sumNames } from './problem.ts'

/** What one column brings for each share, of it what a state may tax. */
interface OfColumn extends Brought {
  readonly column: number
}

/** What a year's shares bring: what stands decided, and so much for each share of each column. */
interface Bringing {
  readonly fixed: Brought
  readonly columns: readonly OfColumn[]
}

/** States of one year, with what the shares bring to each of them and in all. */
export interface SharedYear {
  readonly states: readonly { readonly state: string; readonly days: number; readonly here: Bringing }[]
  readonly whole: Bringing
}

/** The states of a year among which it is shared; null where it is one state's alone. */
export function sharedYear(
  of: Case,
  year: number,
  index: number,
  columns: readonly Column[],
  fates: readonly Fate[],
  ledger: Ledger,
): SharedYear | null {
  if (of.household.residence.length < 2) return null
  const decided = itemsOf(of, {
    year,
    exercises: exercisesIn(ledger, year),
    dispositions: ledger.dispositions.filter((each) => each.year === year),
  })
  const ofColumns = columns.map((column, at) => itemsOfColumn(of, column, fates[at] as Fate, index))
  const worked = [...decided, ...ofColumns.flat()].flatMap((item) => statesWorkedIn(of, item))
  const states = [...new Set([...statesIn(of, year), ...worked])]
  if (states.length < 2) return null
  const bringing = (state: string | null): Bringing => ({
    fixed: broughtOf(of, state, decided),
    columns: ofColumns.flatMap((items, column) =>
      items.length > 0 ? [{ column, ...broughtOf(of, state, items) }] : [],
    ),
  })
  return {
    states: states.map((state) => ({ state, days: daysIn(of, state, year), here: bringing(state) })),
    whole: bringing(null),
  }
}

/** What one share of a column brings into a year, by day. */
function itemsOfColumn(of: Case, column: Column, fate: Fate, index: number): Item[] {
  const amount = (name: SumName): number =>
    column.touches.reduce(
      (sum, touch) => sum + (touch.year === index && touch.kind === sumNames.indexOf(name) ? touch.amount : 0),
      0,
    )
  const grant = of.grants.find(({ id }) => id === fate.grant)?.on
  const exercise = fate.exercisedOn ?? exercisedOn(of, fate.lot) ?? fate.soldOn
  const from = { grant: grant ?? exercise, exercise }
  const [optionWages, compensation] = [amount('optionWages'), amount('compensation')]
  const long = amount('long')
  const items: Item[] = [
    { on: exercise, income: 0, amtIncome: amount('spread'), longTermGain: 0, workedFrom: null },
    {
      ...{ on: exercise, income: optionWages, amtIncome: optionWages, longTermGain: 0 },
      workedFrom: optionWages > 0 ? from : null,
    },
    {
      ...{ on: fate.soldOn, income: compensation, amtIncome: amount('amtCompensation'), longTermGain: 0 },
      workedFrom: compensation > 0 ? from : null,
    },
    {
      ...{ on: fate.soldOn, income: amount('short') + long, amtIncome: amount('amtShort') + amount('amtLong') },
      ...{ longTermGain: long, workedFrom: null },
    },
  ]
  return items.filter(({ income, amtIncome }) => income !== 0 || amtIncome !== 0)
}

const exercisedOn = (of: Case, lot: string | null): string | undefined => {
  const held = of.lots.find(({ id }) => id === lot)
  if (held) return held.exercised
  return of.plan.find((action) => action.kind === 'exercise' && action.as === lot)?.on
}

function sumOf({ fixed, columns }: Bringing, shares: Readonly<Shares>): Brought {
  const all = { ...fixed }
  for (const { column, income, amtIncome, longTermGain, wagesFromAway } of columns) {
    const count = shares[column] as number
    if (count === 0) continue
    all.income += count * income
    all.amtIncome += count * amtIncome
    all.longTermGain += count * longTermGain
    all.wagesFromAway += count * wagesFromAway
  }
  return all
}

/** Each state's share of a year under a plan. A state not lived in has one only where it has wages. */
export function sharesOfStates(
  { states, whole }: SharedYear,
  shares: Readonly<Shares>,
  federal: FederalReturn,
): StateShare[] {
  const all = sumOf(whole, shares)
  return states.flatMap(({ state, days, here }) => {
    const share = shareOf(state, days, sumOf(here, shares), all, federal)
    return days > 0 || share.wagesFromAway > 0 ? [share] : []
  })
}
