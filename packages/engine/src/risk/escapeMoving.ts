/**
 * Waiting with the exercise itself: what an exercise in a later month is expected to be worth when the price moves until then. It may climb, so that
 * AMT takes in a larger bargain element; or fall, so that there is less to exercise for, or nothing.
 */
import { yearsBetween } from '../schedule/terms.ts'
import { type EscapeCourse, escapeOf } from './escape.ts'
import { escapeGrids, paidLater } from './escapeMonths.ts'
import { escapeWorths, type Watched } from './escapeWorths.ts'
import { expectedOf, type PriceGrid, priceGrid } from './priceGrid.ts'
import type { PriceModel } from './priceModel.ts'
import { stepsOf } from './stopping.ts'
import { utilityOf } from './utility.ts'
import type { WorthTerms } from './worth.ts'

/** Prices of exercise looked at to each side of today's, and places of the grid on which each is then followed. */
const coarseness = { prices: 4, places: 90, close: { ratio: 1.7, within: 1e-4 } }

/**
 * Expected worth of each course at the price of its day, watched until the year is over, and of no exercise where that price is not above the
 * strike; whoever is indifferent to risk. Dollars of the first day of the terms.
 * @param courses each later than the one before it; the first is on that first day
 * @param strike of a share as of that day
 */
export function escapeMoving(
  watched: Watched,
  courses: readonly EscapeCourse[],
  model: PriceModel,
  terms: WorthTerms,
  strike: number,
): number[] {
  const last = courses.at(-1)
  if (!last) return []
  const starts = startsOf(model, watched.value, yearsBetween(terms.from, last.on))
  const indifferent = utilityOf(0, 0)
  const over = stepsOf(model, starts.spacing)
  const worths = Array.from(starts.prices, (value) => {
    if (value <= strike) return courses.map(() => 0)
    const grids = escapeGrids(model, value, courses, coarseness.places)
    const own = escapeWorths({ ...watched, value }, terms, grids.fine.prices.at(-1) as number, coarseness.close)
    return courses.map((course) => {
      const later = paidLater(course, strike * watched.shares, terms)
      return escapeOf(own, later, indifferent, grids)?.watched ?? Number.NaN
    })
  })
  return courses.map(({ on }, m) => {
    const amounts = Float64Array.from([0, ...worths.map((each) => each[m] as number)])
    const years = yearsBetween(terms.from, on)
    const expected = years === 0 ? amounts : expectedOf(starts, over(years), amounts)
    return expected[starts.today + 1] as number
  })
}

const startsOf = (model: PriceModel, value: number, years: number): PriceGrid =>
  priceGrid(model, value, years, coarseness.prices)
