/** How long a balance of minimum tax credit takes to come home, and what it is worth today. */
import type { Case } from '../case.ts'
import { dayNumber, type PlainDate, yearOf } from '../date.ts'
import { returnDue } from '../law/federal/dueDates.ts'
import type { Rounding } from '../law/federal/law.ts'
import { yearsWithLaw } from '../law/federal/tables.ts'
import { creditIntoNext, type FiguredYear, yearsWhile } from '../timeline.ts'

/** What becomes of the credit there is after today. Dollars. */
export interface Drain {
  /** The last year figured: when the credit is gone and the plan is at its end, or `lookedAhead` years later. */
  readonly through: number
  /** Credit at the beginning of the year of today, and what the years from then on add to it; below zero where they take from it. */
  readonly balance: number
  readonly toCome: number
  /** Used in the year of today and later, by year; years that use none are left out. */
  readonly uses: readonly { readonly year: number; readonly used: number }[]
  /** The year whose return uses the last of it; null while some is left at the end. */
  readonly drainedIn: number | null
  /** What is left at the end of the last year figured. */
  readonly left: number
  /** What the uses are worth today: each comes home when its return is due. */
  readonly presentValue: number
}

/** Years after the horizon that are looked at: beyond them a dollar of credit is worth next to nothing. */
const lookedAhead = 40

/**
 * Follows the years, past the horizon as projections of the last one given, until the credit is gone.
 * @param rate yearly rate at which later dollars are discounted, as a fraction.
 */
export function drainOf(of: Case, asOf: PlainDate, rounding: Rounding, rate: number): Drain {
  const until = Math.min(of.assumptions.horizon + lookedAhead, yearsWithLaw.last)
  const far: Case = { ...of, assumptions: { ...of.assumptions, horizon: until } }
  const lastEvent = of.plan.reduce((last, action) => Math.max(last, yearOf(action.on)), of.assumptions.horizon)
  const years = yearsWhile(
    far,
    (year) => year.year < until && (year.year < lastEvent || creditIntoNext(year) > 0.005),
    rounding,
    until,
  )
  const ahead = years.filter(({ year }) => year >= yearOf(asOf))
  const uses = ahead
    .map((year) => ({ year: year.year, used: year.return.form8801.line25 }))
    .filter(({ used }) => used > 0.005)
  const last = years.at(-1) as FiguredYear
  const left = creditIntoNext(last)
  const balance = Math.max(0, ahead[0]?.return.form8801.line21 ?? left)
  return {
    ...{ through: last.year, balance, uses, left },
    toCome: ahead.reduce((sum, year) => sum + creditIntoNext(year) - year.carriedOut.minimumTaxCredit, 0),
    drainedIn: left <= 0.005 ? (uses.at(-1)?.year ?? null) : null,
    presentValue: uses.reduce((sum, { year, used }) => sum + used * discount(asOf, returnDue(year), rate), 0),
  }
}

/** What a dollar of a later day is worth today. */
export const discount = (asOf: PlainDate, on: PlainDate, rate: number): number =>
  (1 + rate) ** (-Math.max(0, dayNumber(on) - dayNumber(asOf)) / 365.25)
