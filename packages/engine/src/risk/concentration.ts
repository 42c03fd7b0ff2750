/** How much of everything one owns lies in these shares, on a day: what is held, what could be exercised, and what is left after tax. */
import type { Case } from '../case.ts'
import { dayNumber, type PlainDate, yearOf } from '../date.ts'
import { booksFor } from '../equity/books.ts'
import { lastExerciseDay } from '../equity/grant.ts'
import { runLedger } from '../equity/ledger.ts'
import { requireValue, strikeOn } from '../equity/onDay.ts'
import { prepare } from '../equity/prepared.ts'
import { blocksOf } from '../equity/shares.ts'
import type { Rounding } from '../law/federal/law.ts'
import { branchOn, heldFrom } from '../plan/fork.ts'

/**
 * Parts of net worth from which advisers call one stock a large position, and a very large one; past one half it is most of what one
 * has. Conventions of the trade, not law, and no advice.
 */
export const concentrationMarks = { large: 0.1, veryLarge: 0.2, most: 0.5 } as const

/**
 * Volatilities a year up to which a stock is called calm, and from which it is called wild. A convention too: a broad index of
 * stocks has moved by about 0.15 to 0.2 a year.
 */
export const volatilityMarks = { calm: 0.25, wild: 0.4 } as const

/** `none`: nothing is held. */
export type PositionSize = 'none' | 'small' | 'large' | 'veryLarge' | 'most'

export function sizeOf(part: number): PositionSize {
  if (part <= 0) return 'none'
  const { large, veryLarge, most } = concentrationMarks
  return part < large ? 'small' : part < veryLarge ? 'large' : part < most ? 'veryLarge' : 'most'
}

/** What there is of the company on a day, at its value then. Shares as of that day, dollars before tax. */
export interface Position {
  readonly on: PlainDate
  readonly price: number
  /** Vested shares by lot, and those that are not vested. */
  readonly lots: readonly { readonly lot: string; readonly shares: number }[]
  readonly shares: number
  readonly unvested: number
  /** Of vested and unvested shares. */
  readonly value: number
  /** Vested options that can be exercised still, and their value less strike. */
  readonly options: { readonly shares: number; readonly value: number }
}

/**
 * The position on a day, after everything the plan does by then.
 * @throws InputError where no value is stated by then; NotModelled, InputError where the plan cannot be followed.
 */
export function positionOn(of: Case, on: PlainDate): Position {
  const day = dayNumber(on)
  const plan = of.plan.filter((action) => action.on <= on)
  const { prepared, refused } = runLedger(booksFor(prepare({ ...of, plan })))
  if (refused && refused.year <= yearOf(on)) throw refused.error
  const price = requireValue(of, on, `the position on ${on}`)
  const restated = prepared.market.factorAt(day)
  const held = prepared.lots
    .filter((lot) => lot.day <= day)
    .map((lot) => {
      const left = (free: boolean): number =>
        blocksOf(lot).reduce((sum, block) => (block.freeDay <= day === free ? sum + block.left : sum), 0)
      const asOf = (shares: number): number => +((shares * restated) / lot.factor).toFixed(6)
      return { lot: lot.id, shares: asOf(left(true)), unvested: asOf(left(false)) }
    })
  const options = prepared.grants
    .filter(({ grant }) => grant.on <= on && on <= lastExerciseDay(grant))
    .map(({ grant, factor, segments }) => {
      const vested = segments.reduce((sum, each) => (each.vestDay <= day ? sum + each.left : sum), 0)
      const shares = +((vested * restated) / factor).toFixed(6)
      return { shares, value: shares * Math.max(0, price - strikeOn(of, grant, on)) }
    })
  const sum = <Row>(rows: readonly Row[], amount: (row: Row) => number): number =>
    rows.reduce((total, row) => total + amount(row), 0)
  const [shares, unvested] = [sum(held, (each) => each.shares), sum(held, (each) => each.unvested)]
  return {
    ...{ on, price, shares, unvested, value: (shares + unvested) * price },
    lots: held.filter((each) => each.shares > 0).map(({ lot, shares: count }) => ({ lot, shares: count })),
    options: { shares: sum(options, (each) => each.shares), value: sum(options, (each) => each.value) },
  }
}

/** What selling all vested shares of a position on its day leaves. Dollars. */
export interface SoldWhole {
  readonly afterTax: number
  /** What the sale adds to federal and state tax over all years looked at; below zero where it takes AMT away. */
  readonly tax: number
  /** Whether every state's tax is in it. */
  readonly whole: boolean
}

/**
 * All vested shares sold on the day at its value, beside holding them; whether there is a buyer is not asked here. Null where none
 * are held.
 * @throws InputError, NotModelled as the years do.
 */
export function soldWhole(of: Case, { on, price, lots, shares }: Position, rounding: Rounding): SoldWhole | null {
  if (lots.length === 0) return null
  const last = Math.max(yearOf(on) + 1, of.assumptions.horizon)
  const names = lots.map(({ lot }) => lot)
  const reported = of.company.listed ? ('basis' as const) : ('none' as const)
  const terms = { fees: 0, relatedBuyer: false, inW2: true, reported }
  const { afterTax, stateTax } = branchOn(
    heldFrom(of, names, on, last, rounding),
    { on, sells: lots, terms },
    on,
    price,
  )
  return { afterTax, tax: shares * price - afterTax, whole: stateTax !== null }
}
