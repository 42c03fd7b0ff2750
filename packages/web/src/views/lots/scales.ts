/** The scales that all lots share: one of prices, one of time. */
import { type ScaleLinear, scaleLinear } from 'd3-scale'
import { daysBetween, yearOf } from '../../words/days.ts'
import type { Holding } from './holding.ts'

/** From nothing to a little past the dearest share. */
export function priceScale(
  holdings: readonly Holding[],
  value: number | null,
  width: number,
): ScaleLinear<number, number> {
  const all = holdings.flatMap(({ regularBasis, amtBasis }) => [regularBasis ?? 0, amtBasis ?? 0])
  return scaleLinear()
    .domain([0, Math.max(value ?? 0, ...all, 0.01) * 1.1])
    .range([0, width])
}

export interface TimeScale {
  readonly at: (day: string) => number
  /** The first day of each year, thinned where there are many. */
  readonly years: readonly number[]
}

/** Years before the day looked at that are shown for a grant's sake; an older grant begins at the left end. */
const yearsBefore = 4

/** From the first exercise, or the first grant that is not long past, to the year in which the last lot qualifies. */
export function timeScale(holdings: readonly Holding[], asOf: string, from: number, to: number): TimeScale {
  const grants = holdings.flatMap(({ granted }) => (granted === null ? [] : [yearOf(granted)]))
  const begins = Math.min(
    yearOf(asOf),
    ...holdings.map(({ row }) => yearOf(row.exercised)),
    Math.max(yearOf(asOf) - yearsBefore, Math.min(yearOf(asOf), ...grants)),
  )
  const ends = Math.max(
    yearOf(asOf) + 1,
    ...holdings.map(({ row, clocks }) => yearOf(row.qualifyingOn ?? clocks.exercise.through)),
  )
  const first = `${begins}-01-01`
  const x = scaleLinear()
    .domain([0, daysBetween(first, `${ends}-07-01`)])
    .range([from, to])
    .clamp(true)
  const every = Math.ceil((ends - begins + 1) / 7)
  const years = Array.from({ length: ends - begins + 1 }, (_, i) => begins + i).filter((_, i) => i % every === 0)
  return { at: (day) => x(daysBetween(first, day)), years }
}
