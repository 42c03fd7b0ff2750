/** Where the lanes of the line's picture stand, in pixels, and its scales. */
import { type ScaleLinear, scaleLinear } from 'd3-scale'
import { amtAt, type Line, zonesOf } from './line.ts'

export interface LineLayout {
  readonly narrow: boolean
  readonly width: number
  readonly left: number
  readonly right: number
  /** Top and zero line of the curve. */
  readonly curve: readonly [top: number, zero: number]
  /** The lane of the next share's cost, and that of cash. */
  readonly rates: readonly [top: number, bottom: number]
  readonly cash: readonly [top: number, bottom: number]
  /** Shares at the right edge. */
  readonly end: number
  readonly x: ScaleLinear<number, number>
  readonly y: ScaleLinear<number, number>
  /** Cost of the next share. */
  readonly cost: ScaleLinear<number, number>
}

/** Below this width labels become numbers with a list below. */
const narrowBelow = 520

/** Heights of the picture, fixed so that nothing moves. */
export const lineHeight = { wide: 528, narrow: 384 }

export function lineLayout(line: Line, width: number, end: number): LineLayout {
  const narrow = width < narrowBelow
  const [left, right] = narrow ? [44, width - 6] : [56, width - 14]
  const lanes = narrow
    ? ({ curve: [34, 220], rates: [256, 304], cash: [332, 343] } as const)
    : ({ curve: [36, 348], rates: [384, 446], cash: [480, 492] } as const)
  const most = Math.max(amtAt(line, end) * 1.04, 1_000)
  const dearest = Math.max(...zonesOf(line, end).map(({ perShare }) => perShare), 0.01)
  return {
    ...{ narrow, width, left, right, ...lanes, end },
    x: scaleLinear([0, end], [left, right]),
    y: scaleLinear([0, most], [lanes.curve[1], lanes.curve[0]]),
    cost: scaleLinear([0, dearest * 1.08], [lanes.rates[1], lanes.rates[0]]),
  }
}

/** How far shares are free: where AMT begins, or the end where it does not. */
export function freeUntil({ corners }: Line, end: number): number {
  const begins = corners.find(({ amt, amtPerShare }) => amt < 0.005 && amtPerShare > 1e-6)
  if (begins) return Math.min(Math.max(begins.at, 0), end)
  return (corners[0]?.amt ?? 0) < 0.005 ? end : 0
}
