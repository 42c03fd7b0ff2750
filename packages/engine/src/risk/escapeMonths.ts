/** The exercises of a year that are compared: one on the first weekday of each month, at one price, so that only time differs. */
import type { PlainDate } from '../date.ts'
import { splitFactor } from '../equity/grant.ts'
import { InputError } from '../errors.ts'
import { yearsBetween } from '../schedule/terms.ts'
import type { EscapeCourse, EscapeGrids } from './escape.ts'
import { clocksOf } from './escapeClocks.ts'
import { type Watched, worthOn } from './escapeWorths.ts'
import { priceGrid } from './priceGrid.ts'
import type { PriceModel } from './priceModel.ts'
import { stepsOf } from './stopping.ts'
import { firstWeekdayInMonth, keptUntil, watchDays } from './watchDays.ts'
import type { WorthTerms } from './worth.ts'

/** Why a month of the year has no exercise to look at. */
export type MonthLeftOut = 'gone' | 'noShares' | 'notVested'

/** A month as it is compared. */
export interface EscapeMonth {
  /** `2026-03`. */
  readonly month: string
  readonly course: EscapeCourse | null
  readonly leftOut: MonthLeftOut | null
  /** False where no market is known in which shares that are kept could be sold: they are taken at their value. */
  readonly soldWhenKept: boolean
}

/**
 * The exercises of a year from a day on.
 * @param watched shares and value as of `from`
 * @throws NotModelled as the ledger does.
 */
export function escapeMonths(watched: Watched, from: PlainDate): EscapeMonth[] {
  const year = from.slice(0, 4)
  return Array.from({ length: 12 }, (_, i): EscapeMonth => {
    const month = `${year}-${String(i + 1).padStart(2, '0')}`
    const begins = from > `${month}-01` ? from : `${month}-01`
    const on = begins.startsWith(month) ? firstWeekdayInMonth(begins) : null
    const none = { month, course: null, soldWhenKept: true }
    if (on === null) return { ...none, leftOut: 'gone' }
    const clocks = clocksOn(watched, from, on)
    if (clocks === null) return { ...none, leftOut: 'noShares' }
    if (clocks.free > on) return { ...none, leftOut: 'notVested' }
    return { month, leftOut: null, ...courseFrom(watched, from, on, clocks.clear) }
  })
}

/** Shares held already, watched from a day on. */
export function heldMonth(watched: Watched, from: PlainDate): EscapeMonth {
  const { free, clear } = clocksOf(watched, from)
  const month = from.slice(0, 7)
  if (free > from) return { month, course: null, soldWhenKept: true, leftOut: 'notVested' }
  return { month, leftOut: null, ...courseFrom(watched, from, from, clear) }
}

/** The clocks of an exercise on a day; null where the shares are not there to be exercised on it. */
function clocksOn(watched: Watched, from: PlainDate, on: PlainDate) {
  try {
    return clocksOf(asOf(watched, from, on), on)
  } catch (error) {
    if (error instanceof InputError) return null
    throw error
  }
}

/** The same shares as they are counted on another day. */
export function asOf(watched: Watched, from: PlainDate, on: PlainDate): Watched {
  const { of, exercise, shares, value } = watched
  const split = splitFactor(of.company.splits, from, on)
  const count = shares * split
  return { ...watched, shares: count, value: value / split, exercise: exercise && { ...exercise, shares: count } }
}

function courseFrom({ of, shares }: Watched, from: PlainDate, on: PlainDate, clear: PlainDate) {
  const { company } = of
  const watch = watchDays(company, on)
  const kept = keptUntil(company, clear)
  const course: EscapeCourse = {
    ...{ on, watch, keptUntil: kept.on, shares, add: 0 },
    splitOn: (day) => splitFactor(company.splits, from, day),
  }
  return { course, soldWhenKept: kept.sold }
}

/** A course whose strike is paid on its own day, where the worths say it is paid on the first of their terms. */
export const paidLater = (course: EscapeCourse, strike: number, terms: WorthTerms): EscapeCourse => ({
  ...course,
  add: strike * (1 - worthOn(terms, course.on)),
})

/** Neighbours to each side of today's price on the finer grid; the coarser has half of them. */
const usualPlaces = 320

/** Grids for courses that begin at a price. */
export function escapeGrids(
  model: PriceModel,
  price: number,
  courses: readonly EscapeCourse[],
  places = usualPlaces,
): EscapeGrids {
  const years = courses.reduce((longest, { on, keptUntil }) => Math.max(longest, yearsBetween(on, keptUntil)), 0)
  const fine = priceGrid(model, price, years, places)
  const coarse = priceGrid(model, price, years, places / 2)
  return {
    ...{ model, fine, coarse },
    ...{ overFine: stepsOf(model, fine.spacing), overCoarse: stepsOf(model, coarse.spacing) },
  }
}

/** The years that must be figured: credit and losses come home for ten years after the last sale. */
export const lastYearOf = (courses: readonly EscapeCourse[], latest: number): number =>
  Math.min(
    latest,
    tailYears + courses.reduce((last, { keptUntil }) => Math.max(last, Number(keptUntil.slice(0, 4))), 0),
  )

const tailYears = 10
