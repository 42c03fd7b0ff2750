/**
 * The escape hatch: what it is worth to watch shares until the year of their exercise is over, and to sell them in it if that is then the
 * better choice. Kept is kept until the sale qualifies; a sale after the year and before that day is not looked at.
 */
import type { PlainDate } from '../date.ts'
import { yearsBetween } from '../schedule/terms.ts'
import type { EscapeWorths, WorthCurve } from './escapeWorths.ts'
import { exp } from './exact.ts'
import { amountsOn, expectedOf, type PriceGrid } from './priceGrid.ts'
import type { PriceModel } from './priceModel.ts'
import type { PriceRange } from './priceRanges.ts'
import { type StepOver, type Stopped, stopping } from './stopping.ts'
import type { Utility } from './utility.ts'
import type { WatchDay } from './watchDays.ts'

/** One exercise, and what can become of its shares. */
export interface EscapeCourse {
  /** The day of exercise, or the day from which shares held already are watched. */
  readonly on: PlainDate
  readonly watch: readonly WatchDay[]
  /** The day on which kept shares are sold. */
  readonly keptUntil: PlainDate
  /** Shares on a day for one of those that prices are counted in. */
  readonly splitOn: (on: PlainDate) => number
  /** Shares in all, as prices are counted. */
  readonly shares: number
  /** Dollars to add to what the worths say: what the strike is worth less when it is paid later than they say. */
  readonly add: number
}

/** How the question is figured: one model, grids from fine to coarse with the steps on each. */
export interface EscapeGrids {
  readonly model: PriceModel
  readonly fine: PriceGrid
  readonly coarse: PriceGrid
  readonly overFine: StepOver
  readonly overCoarse: StepOver
}

/** Sure amounts worth the same as what is had, in dollars of the worths. */
export interface Escape {
  /** Watched on every day; on the last day alone; and never. */
  readonly watched: number
  readonly lastDayAlone: number
  readonly kept: number
  /** `watched` less `kept`: never below zero. */
  readonly hatch: number
  /** How far the finer of two grids may be off in `hatch`, by how far they are apart. */
  readonly within: number
  /** For each day of `watch` the prices at which selling is at least as good as waiting; empty where not asked for. */
  readonly sell: readonly (readonly PriceRange[])[]
}

/**
 * The hatch of one exercise. Errors shrink with the square of the grid, so two grids say what a finer one would.
 * @returns null where something can happen that leaves nothing at all, and `utility` knows no sure amount as bad.
 */
export function escapeOf(
  worths: EscapeWorths,
  course: EscapeCourse,
  utility: Utility,
  grids: EscapeGrids,
  withPrices = false,
): Escape | null {
  const { model, fine: finer, coarse: coarser } = grids
  const value = course.shares * (finer.prices[finer.today] as number)
  const tie = tieWithin * value
  const lead = (sold: number, waited: number): number => utility.back(sold) - utility.back(waited) + tie
  const ask = { ...{ worths, course, utility, model }, ...(withPrices && { lead, slight: slightly * value }) }
  const fine = stopped(ask, finer, grids.overFine)
  const coarse = stopped({ worths, course, utility, model }, coarser, grids.overCoarse)
  if (!Number.isFinite(fine.never) || !Number.isFinite(coarse.never)) return null
  const extrapolated = (amount: (of: Stopped) => number): number => {
    const [one, other] = [utility.back(amount(fine)), utility.back(amount(coarse))]
    return one + (one - other) / 3
  }
  const kept = extrapolated(({ never }) => never)
  const hatchOn = (of: Stopped): number => utility.back(of.any) - utility.back(of.never)
  const [hatch, roughly] = [hatchOn(fine), hatchOn(coarse)]
  const exact = fine.any === fine.never ? 0 : Math.max(0, hatch + (hatch - roughly) / 3)
  const alone = utility.back(fine.lastAlone) - utility.back(fine.never)
  const aloneRoughly = utility.back(coarse.lastAlone) - utility.back(coarse.never)
  return {
    ...{ watched: kept + exact, kept, hatch: exact, within: Math.abs(hatch - roughly) / 3 },
    lastDayAlone: kept + Math.min(exact, Math.max(0, alone + (alone - aloneRoughly) / 3)),
    sell: fine.ranges.map((ranges, i) => withinReach(ranges, course, course.watch[i] as WatchDay, grids)),
  }
}

/** Prices with less chance than this to be passed, on either side, are out of reach. */
const beyondReach = 1e-6

/**
 * Ranges without what lies out of reach: there the grid is not made for telling one amount from another. A range that goes on to the edge of reach
 * goes on for good; one from nothing up is kept, since a fall is what the hatch is for.
 */
function withinReach(
  ranges: readonly PriceRange[],
  { on }: EscapeCourse,
  day: WatchDay,
  grids: EscapeGrids,
): PriceRange[] {
  const { prices, today, spacing } = grids.fine
  const { weights, first } = grids.overFine(yearsBetween(on, day.on))
  let [low, high] = [0, weights.length - 1]
  let [below, above] = [weights[low] as number, weights[high] as number]
  while (low < high && below < beyondReach) below += weights[++low] as number
  while (high > low && above < beyondReach) above += weights[--high] as number
  const price = (place: number): number => (prices[today] as number) * exp((first + place) * spacing)
  const [least, most] = [price(low), price(high)]
  const within: PriceRange[] = []
  for (const { from, to } of ranges) {
    if (from >= most) break
    const end = to >= most ? Number.POSITIVE_INFINITY : to
    const before = within.at(-1)
    // What parts two ranges may lie out of reach itself
    if (before && from <= least) within[within.length - 1] = { from: before.from, to: end }
    else within.push({ from: from <= least ? 0 : from, to: end })
  }
  return within
}

/** Amounts this near to each other, as a part of what all shares are worth, are alike: the grid tells no smaller ones apart. */
const tieWithin = 1e-5

/** Between two ranges, prices at which waiting is better by less than this part make no gap: losses carried over years make many such. */
const slightly = 5e-4

interface Ask {
  readonly worths: EscapeWorths
  readonly course: EscapeCourse
  readonly utility: Utility
  readonly model: PriceModel
  readonly lead?: (sold: number, waited: number) => number
  readonly slight?: number
}

function stopped({ worths, course, utility, model, lead, slight }: Ask, grid: PriceGrid, over: StepOver): Stopped {
  const { on, watch, keptUntil, add } = course
  const end = yearsBetween(on, keptUntil)
  const utilities = ({ at }: WorthCurve): Float64Array => amountsOn(grid, (price) => utility.of(add + at(price)))
  const days = watch.map((day) => {
    const years = yearsBetween(on, day.on)
    if (day.price === null) return { years, stop: utilities(worths.sold(day.on)) }
    const rest = worths.partSold(partOf(course, day), keptUntil)
    return { years, stop: expectedOf(grid, over(end - years), utilities(rest)) }
  })
  const keep = utilities(worths.sold(keptUntil))
  return stopping(
    { model, grid, days, end, keep, ...(lead && { lead }), ...(slight !== undefined && { slight }) },
    over,
  )
}

/** What an offer takes: all shares, or as many as it buys. */
function partOf({ shares, splitOn }: EscapeCourse, { on, price, most }: WatchDay) {
  const there = shares * splitOn(on)
  return { on, price: price as number, shares: most === null ? there : Math.min(there, Math.floor(most)) }
}
