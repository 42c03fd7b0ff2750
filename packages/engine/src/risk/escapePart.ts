/** Selling a part: at the price at which selling all and keeping all are worth the same, a part may be worth more than either. */
import { yearsBetween } from '../schedule/terms.ts'
import type { EscapeCourse, EscapeGrids } from './escape.ts'
import type { EscapeWorths, WorthCurve } from './escapeWorths.ts'
import { amountsOn, expectedOf, type PriceGrid } from './priceGrid.ts'
import type { Utility } from './utility.ts'
import type { WatchDay } from './watchDays.ts'

/** Three ways on one day at one price, as sure amounts in dollars of the worths. Shares are as of the day. */
export interface EscapePart {
  readonly on: WatchDay['on']
  readonly price: number
  /** The fewest whole shares whose sale leaves no AMT of the exercise; null where none or all of them are needed, or all leave some. */
  readonly shares: number | null
  readonly whole: number
  readonly none: number
  readonly part: number | null
}

/** @param price at which the part is looked at, as prices are counted */
export function escapePart(
  worths: EscapeWorths,
  course: EscapeCourse,
  { on }: WatchDay,
  price: number,
  utility: Utility,
  { coarse, overCoarse }: EscapeGrids,
): EscapePart {
  const split = course.splitOn(on)
  const all = course.shares * split
  const shares = fewestWithoutAmt(worths, on, price / split, all)
  const [grid, step] = [around(coarse, price), overCoarse(yearsBetween(on, course.keptUntil))]
  const kept = ({ at: worthAt }: WorthCurve): number => {
    const later = amountsOn(grid, (each) => utility.of(course.add + worthAt(each)))
    return utility.back(expectedOf(grid, step, later)[grid.today + 1] as number)
  }
  return {
    ...{ on, price: price / split, shares },
    whole: course.add + worths.sold(on).at(price),
    none: kept(worths.sold(course.keptUntil)),
    part: shares === null ? null : kept(worths.partSold({ on, shares, price: price / split }, course.keptUntil)),
  }
}

/** The grid with another price in its middle. */
const around = (grid: PriceGrid, price: number): PriceGrid => {
  const scale = price / (grid.prices[grid.today] as number)
  return { ...grid, prices: grid.prices.map((each) => each * scale) }
}

/** Less than half a cent of AMT is none. */
const none = 0.005

/** AMT falls with every share sold: compensation takes the place of the bargain element, and is taxed by both systems. */
function fewestWithoutAmt(worths: EscapeWorths, on: WatchDay['on'], price: number, all: number): number | null {
  const leaves = (shares: number): boolean => worths.amtAfter({ on, shares, price }) > none
  if (leaves(all)) return null
  let [some, enough] = [0, Math.floor(all)]
  if (!leaves(1)) return leaves(1e-9) ? 1 : null
  while (enough - some > 1) {
    const middle = Math.floor((some + enough) / 2)
    if (leaves(middle)) some = middle
    else enough = middle
  }
  return enough < all ? enough : null
}
