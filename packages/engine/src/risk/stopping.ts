/**
 * When to stop: an amount that may be taken on some days, at the price of the day, against an amount that comes at the end. Worth is
 * followed back from the end, day by day, over a grid of prices; no tax is in it.
 */
import { expectedOf, type Places, type PriceGrid, reachedFrom } from './priceGrid.ts'
import type { PriceModel } from './priceModel.ts'
import { type PriceRange, rangesWhere } from './priceRanges.ts'
import { type PriceStep, priceStep } from './priceStep.ts'

/** A day on which one may stop. */
export interface StopDay {
  /** Years after the start, more than the day before it; 0 is the start itself. */
  readonly years: number
  /** What stopping on that day gives, on the grid. */
  readonly stop: Float64Array
}

/** What is to be decided. Amounts are as of one day: nothing is discounted here. */
export interface StopQuestion {
  readonly model: PriceModel
  readonly grid: PriceGrid
  readonly days: readonly StopDay[]
  /** Years after the start at which whoever never stopped has `keep`, on the grid. */
  readonly end: number
  readonly keep: Float64Array
  /** By how much stopping beats waiting, of their amounts, ties counted for stopping; left out where ranges are not asked for. */
  readonly lead?: (stop: number, wait: number) => number
  /** Prices at which stopping is behind by no more than this, between two at which it is ahead, count with those. */
  readonly slight?: number
}

export interface Stopped {
  /** Expected by whoever may stop on any of the days (as an American option), on the last of them alone (a European one), and never. */
  readonly any: number
  readonly lastAlone: number
  readonly never: number
  /** For each day the prices, ascending, at which stopping is at least as good as waiting; empty where not asked for. */
  readonly ranges: readonly (readonly PriceRange[])[]
}

/** How steps of a length are found: they are the same for every question on one grid, and worth keeping. */
export type StepOver = (years: number) => PriceStep

/** Steps of a model on grids of one spacing, each made once. */
export function stepsOf(model: PriceModel, spacing: number): StepOver {
  const made = new Map<number, PriceStep>()
  return (years) => {
    const step = made.get(years) ?? priceStep(model, years, spacing)
    made.set(years, step)
    return step
  }
}

/**
 * The worth of being allowed to stop, at today's price of the grid. `any >= lastAlone >= never` holds but for rounding, because no weight is
 * negative. Without a day all three are what is expected of the end.
 */
export function stopping(question: StopQuestion, over = stepsOf(question.model, question.grid.spacing)): Stopped {
  const { grid, days, end, keep, lead, slight = 0 } = question
  const ranges: PriceRange[][] = []
  const prices = [0, ...grid.prices]
  const needed = lead ? null : neededAt(question, over)
  let never = keep
  let [any, lastAlone] = [never, never]
  let at = end
  const back = (to: number): void => {
    if (at <= to) return
    const [step, places] = [over(at - to), needed?.get(to)]
    const before = (amounts: Float64Array) => expectedOf(grid, step, amounts, places)
    // Until the days at which they part they are the same arrays, and followed once
    const [anyLater, lastLater, neverLater] = [any, lastAlone, never]
    never = before(neverLater)
    lastAlone = lastLater === neverLater ? never : before(lastLater)
    any = anyLater === lastLater ? lastAlone : before(anyLater)
    at = to
  }
  for (const [i, day] of [...days].reverse().entries()) {
    back(day.years)
    const wait = any
    if (lead) ranges.unshift(rangesWhere(prices, (j) => lead(day.stop[j] as number, wait[j] as number), slight))
    any = larger(day.stop, any)
    if (i === 0) lastAlone = any
  }
  back(0)
  const today = grid.today + 1
  return { any: any[today] as number, lastAlone: lastAlone[today] as number, never: never[today] as number, ranges }
}

/** The places of the grid that today's price may come to by each day: nothing else bears on the worth today. */
function neededAt({ grid, days }: StopQuestion, over: StepOver): Map<number, Places> {
  let places: Places = { from: grid.today, to: grid.today }
  const needed = new Map([[0, places]])
  let before = 0
  for (const { years } of days) {
    if (years > before) places = reachedFrom(places, over(years - before), grid)
    needed.set(years, places)
    before = years
  }
  return needed
}

const larger = (one: Float64Array, other: Float64Array): Float64Array =>
  one.map((amount, i) => Math.max(amount, other[i] as number))
