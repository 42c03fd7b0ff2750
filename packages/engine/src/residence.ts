/**
 * Where income belongs in a year: to the state of residence on its day, and wages from shares also to the states worked in between
 * grant and exercise. Days of residence stand for days of work: the file knows no others.
 */
import type { Case } from './case.ts'
import { dayNumber, type PlainDate, yearOf } from './date.ts'
import type { DispositionRecord, Exercise } from './equity/shares.ts'
import type { FederalReturn } from './return.ts'
import type { FederalYear } from './stateYears.ts'

/** What of a year's income a state may tax, as fractions of all of it for its regular tax and for its AMT. */
export interface StateShare {
  readonly state: string
  /** Days of the year as a resident. */
  readonly days: number
  readonly income: number
  readonly amtIncome: number
  /** Wages from shares, in dollars, that it taxes though one lived elsewhere on their day. */
  readonly wagesFromAway: number
  /** Net long-term gain of its days, in dollars. */
  readonly longTermGain: number
}

/** The state of residence on a day; null before the first. */
const residentOn = ({ household }: Case, on: PlainDate): string | null =>
  household.residence.findLast((each) => each.from <= on)?.state ?? null

/** The states of residence in a year, in order, each once. */
export function statesIn({ household }: Pick<Case, 'household'>, year: number): string[] {
  const states = household.residence
    .filter((each, i, all) => {
      const until = all[i + 1]?.from
      return each.from <= `${year}-12-31` && (until === undefined || until > `${year}-01-01`)
    })
    .map((each) => each.state)
  return [...new Set(states)]
}

/** The part of the days from one to another, both included, on which one lived in a state. */
function partOfDays({ household }: Case, state: string, from: PlainDate, to: PlainDate): number {
  const [first, last] = [dayNumber(from), dayNumber(to)]
  const days = household.residence.reduce((sum, each, i, all) => {
    const next = all[i + 1]
    const begins = Math.max(first, dayNumber(each.from))
    const ends = Math.min(last, next ? dayNumber(next.from) - 1 : last)
    return each.state === state ? sum + Math.max(0, ends - begins + 1) : sum
  }, 0)
  return days / (last - first + 1)
}

/** Income of one kind and day: what it is for the regular tax and for AMT, and whether it was worked for from a grant on. */
export interface Item {
  readonly on: PlainDate
  readonly income: number
  readonly amtIncome: number
  readonly longTermGain: number
  readonly workedFrom: { readonly grant: PlainDate; readonly exercise: PlainDate } | null
}

/** What shares bring into a year, of it what a state may tax: income, AMT income, long-term gain, and wages though one lived elsewhere. */
export interface Brought {
  income: number
  amtIncome: number
  longTermGain: number
  wagesFromAway: number
}

/** The shares of all states that may tax a year: those lived in, in order, then those that tax wages earned in them before. */
export function stateShares(
  of: Case,
  year: Pick<FederalYear, 'year' | 'exercises' | 'dispositions' | 'return'>,
): StateShare[] {
  const items = itemsOf(of, year)
  const whole = broughtOf(of, null, items)
  const lived = statesIn(of, year.year)
  const worked = items.flatMap((item) => statesWorkedIn(of, item))
  return [...new Set([...lived, ...worked])].map((state) =>
    shareOf(state, daysIn(of, state, year.year), broughtOf(of, state, items), whole, year.return),
  )
}

/** States in which wages were worked for. */
export const statesWorkedIn = (of: Case, { workedFrom }: Pick<Item, 'workedFrom'>): string[] =>
  workedFrom
    ? of.household.residence
        .map(({ state }) => state)
        .filter((state) => partOfDays(of, state, workedFrom.grant, workedFrom.exercise) > 0)
    : []

/** The part of a year's days lived in a state. */
export const daysIn = (of: Case, state: string, year: number): number =>
  partOfDays(of, state, `${year}-01-01`, `${year}-12-31`)

/** What items bring that a state may tax; all of it where none is named. */
export function broughtOf(of: Case, state: string | null, items: readonly Item[]): Brought {
  const all: Brought = { income: 0, amtIncome: 0, longTermGain: 0, wagesFromAway: 0 }
  for (const item of items) {
    const part = state === null ? 1 : partOf(of, state, item)
    all.income += part * item.income
    all.amtIncome += part * item.amtIncome
    all.longTermGain += part * item.longTermGain
    if (state !== null && item.workedFrom && residentOn(of, item.on) !== state) all.wagesFromAway += part * item.income
  }
  return all
}

/** A state's share of a year: what of the shares is its own, and of all else its days. */
export function shareOf(
  state: string,
  days: number,
  here: Readonly<Brought>,
  whole: Readonly<Brought>,
  { form1040, scheduleD }: FederalReturn,
): StateShare {
  const evenly = form1040.line11a - whole.income
  const evenlyLong = scheduleD.line15 - whole.longTermGain
  return {
    ...{ state, days },
    income: fraction(evenly * days + here.income, whole.income + evenly, days),
    amtIncome: fraction(evenly * days + here.amtIncome, whole.amtIncome + evenly, days),
    longTermGain: here.longTermGain + evenlyLong * days,
    wagesFromAway: here.wagesFromAway,
  }
}

/** A part of a whole between none and all of it; of no income, the days. */
const fraction = (part: number, whole: number, days: number): number =>
  whole > 0 ? Math.min(1, Math.max(0, part / whole)) : days

/** The part of an item that a state may tax. */
function partOf(of: Case, state: string, { on, workedFrom }: Item): number {
  if (residentOn(of, on) === state) return 1
  return workedFrom ? partOfDays(of, state, workedFrom.grant, workedFrom.exercise) : 0
}

/** What the shares bring in a year, item by item. */
export function itemsOf(
  of: Case,
  { year, exercises, dispositions }: Pick<FederalYear, 'year' | 'exercises' | 'dispositions'>,
): Item[] {
  const grants = new Map(of.grants.map((grant) => [grant.id, grant.on]))
  const from = (grant: string, exercise: PlainDate) => ({ grant: grants.get(grant) ?? exercise, exercise })
  return [
    ...exercises.flatMap((each: Exercise): Item[] => {
      const on = each.includedOn.find((day) => yearOf(day) === year) ?? each.on
      return [
        { on, income: 0, amtIncome: each.spread, longTermGain: 0, workedFrom: null },
        {
          on,
          income: each.wages,
          amtIncome: each.wages,
          longTermGain: 0,
          workedFrom: each.wages > 0 ? from(each.grant, each.on) : null,
        },
      ]
    }),
    ...dispositions.flatMap((each: DispositionRecord): Item[] => {
      const { compensation, amtCompensation, gain, amtGain } = each.amounts
      const sold = each.sale.sold === 1
      return [
        {
          ...{ on: each.on, income: compensation, amtIncome: amtCompensation, longTermGain: 0 },
          workedFrom: compensation > 0 ? from(each.grant, each.exercised) : null,
        },
        {
          ...{ on: each.on, income: sold ? gain - each.excluded : 0 },
          ...{ amtIncome: sold ? amtGain - each.amtExcluded : 0, workedFrom: null },
          longTermGain: sold && each.long ? gain - each.excluded : 0,
        },
      ]
    }),
  ]
}
