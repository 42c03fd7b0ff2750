/** The days on which a plan may do something: exercises in January, sales when there is a market, and the last days of options. */
import type { Case } from '../case.ts'
import {
  dateOf,
  dayNumber,
  isWeekday,
  lastWeekday,
  monthsAfter,
  type PlainDate,
  periodEndsDay,
  yearOf,
} from '../date.ts'
import { type Grant, lastExerciseDay, lastIsoDay, valueOn } from '../equity/grant.ts'
import { federalStanding } from '../law/federal/standing.ts'
import type { PlanTerms } from './terms.ts'

/** Days of decision by year: when shares may be exercised, and when sold; the latter none where there is no market. */
export interface Days {
  readonly exercise: readonly PlainDate[]
  readonly sale: readonly PlainDate[]
}

/** Days apart that keep a sale at a loss clear of a purchase: IRC §1091(a) looks 30 days both ways. */
const clearOfWash = 31

export function decisionDays(of: Case, terms: PlanTerms, begin: number, last: number): Days {
  const exercise: PlainDate[] = []
  const sale: PlainDate[] = []
  for (let year = begin; year <= last; year++) {
    const early = weekdayFrom(latest(`${year}-01-15`, terms.from), year)
    if (early) exercise.push(early)
    const clear = early && yearOf(early) === year ? dateOf(dayNumber(early) + clearOfWash) : `${year}-03-01`
    const wanted = latest(`${year}-03-01`, yearOf(clear) === year ? clear : (early ?? `${year}-03-01`))
    const open = sellableFrom(
      of,
      terms,
      latest(wanted, terms.from),
      year,
      terms.december ? `${year}-11-14` : `${year}-12-31`,
    )
    if (open) sale.push(open)
    if (!terms.december) continue
    const late = weekdayFrom(latest(`${year}-12-15`, terms.from), year)
    if (late) exercise.push(late)
    const lateSale = sellableFrom(of, terms, latest(`${year}-12-15`, terms.from), year, `${year}-12-31`)
    if (lateSale) sale.push(lateSale)
  }
  const tenders = (of.company.tenders ?? []).map(({ on }) => on)
  for (const on of tenders) if (on >= terms.from && yearOf(on) <= last && !of.company.listed) sale.push(on)
  const only = terms.market?.onlyOn
  // Whatever comes first in its year, a deal takes the shares on its own day
  if (only && only >= terms.from && yearOf(only) <= last) sale.push(only)
  // On the last weekday what is left is taken at its value, sold or not
  if (!only || yearOf(only) > last) sale.push(lastWeekday(last))
  const valued = of.company.prices.reduce((least, quote) => (least === '' || quote.on < least ? quote.on : least), '')
  return { exercise: unique(exercise).filter((on) => on >= valued), sale: unique(sale).filter((on) => on >= valued) }
}

export const unique = (dates: readonly PlainDate[]): PlainDate[] => [...new Set(dates)].sort()
export const latest = (...dates: readonly PlainDate[]): PlainDate =>
  dates.reduce((one, other) => (one > other ? one : other))

/** The first weekday on or after a day, in its year. */
function weekdayFrom(on: PlainDate, year: number): PlainDate | null {
  for (let day = dayNumber(on); yearOf(dateOf(day)) === year; day++) if (isWeekday(day)) return dateOf(day)
  return null
}

/** The first weekday from a day on which the shares have a market and no blackout stands; null where the year has none by then. */
function sellableFrom(
  { company }: Case,
  { market }: PlanTerms,
  on: PlainDate,
  year: number,
  until: PlainDate,
): PlainDate | null {
  const { listed, view, blackouts = [] } = company
  if (market?.onlyOn && !market.before)
    return on <= market.onlyOn && market.onlyOn <= until && yearOf(market.onlyOn) === year ? market.onlyOn : null
  const begins = market?.before ? on : market ? market.opens : listed ? on : (view?.liquidityOn ?? null)
  if (begins === null) return null
  const opens = latest(on, begins)
  const ends = market?.onlyOn && market.onlyOn < until ? market.onlyOn : until
  for (let day = dayNumber(opens); dateOf(day) <= ends && yearOf(dateOf(day)) === year; day++) {
    const date = dateOf(day)
    if (date === market?.onlyOn) return date
    if (isWeekday(day) && !blackouts.some(({ from, to }) => from <= date && date <= to)) return date
  }
  return null
}

/** The first day of every month after a day, through a year. */
export function monthsBetween(from: PlainDate, last: number): PlainDate[] {
  const first = `${from.slice(0, 7)}-01`
  const count = 12 * (last - yearOf(from)) + 12
  return Array.from({ length: Math.max(0, count) }, (_, i) => monthsAfter(first, i + 1)).filter(
    (on) => yearOf(on) <= last,
  )
}

/** Days on which a grant may be exercised: those of every year, and the last ones of an option that is about to end. */
export function exerciseDays(grant: Grant, days: Days, terms: PlanTerms, { assumptions }: Case): PlainDate[] {
  const last = lastExerciseDay(grant)
  const iso = grant.employmentEnds === null ? last : lastIsoDay(grant)
  const ends = [last, iso].filter(
    (on) => on >= terms.from && yearOf(on) <= Math.min(terms.horizon, assumptions.horizon),
  )
  return unique([...days.exercise.filter((on) => on >= grant.on && on <= last), ...ends])
}

/** The first day on which a sale of an exercise of that day qualifies. */
export function qualifyingFrom(grant: Grant, on: PlainDate): PlainDate {
  const { isoGrantHoldYears, isoExerciseHoldYears } = federalStanding
  const grantEnds = periodEndsDay(dayNumber(grant.on), isoGrantHoldYears.all)
  return dateOf(Math.max(grantEnds, periodEndsDay(dayNumber(on), isoExerciseHoldYears.all)) + 1)
}

/** Days on which shares held from a day may be sold: that day itself where there is a market, those of every year, and the first day that qualifies. */
export function saleDays(
  base: Case,
  days: Days,
  terms: PlanTerms,
  from: PlainDate,
  qualifies: PlainDate | null,
): PlainDate[] {
  const end = days.sale.at(-1) as PlainDate
  const regular = days.sale.filter((on) => on > from)
  const first =
    qualifies && sellableFrom(base, terms, latest(qualifies, terms.from), yearOf(latest(qualifies, terms.from)), end)
  const sameDay = sellableFrom(base, terms, from, yearOf(from), from)
  const { prices, splits } = base.company
  return unique([
    ...(sameDay ? [sameDay] : []),
    ...regular,
    ...(first && first > from && first <= end ? [first] : []),
  ]).filter((on) => valueOn(prices, splits, on) !== undefined)
}
