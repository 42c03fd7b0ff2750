/** The line of the year: breakpoints, zones and what stands between them, and where its labels go. */
import type { CurveAnswer } from '@isoline/engine'
import { expect, test } from 'vitest'
import { placeLabels } from '../src/views/year/labels.ts'
import {
  amtAt,
  cornerAt,
  drawn,
  lastBreak,
  lineOf,
  nearEnd,
  nextBreak,
  roundUp,
  zonesOf,
} from '../src/views/year/line.ts'
import { freeUntil } from '../src/views/year/lineLayout.ts'
import { stepOf, valueRange, wagesRange } from '../src/views/year/ranges.ts'

const point = (spread: number, amt: number, amtRate: number, costRate: number, code = '') => ({
  ...{ spread, amt, amtRate, costRate, shares: null, costPerShare: null, tentativeMinimumTax: 0, totalTax: 0 },
  ...{ creditUsed: 0, reasons: code ? [{ code, words: code }] : [] },
})
/** Free up to 30,500 of spread, then 26 % up to 114,600, then 28 %. */
const curve = {
  points: [
    point(0, 0, 0, 0),
    point(30_500, 0, 0.26, 0.26, 'crossover'),
    point(114_600, 21_866, 0.28, 0.28, 'highRate'),
    point(200_000, 45_778, 0.28, 0.28),
  ],
} as unknown as CurveAnswer
const line = lineOf(curve, 18, 0)

test('breakpoints stand at whole shares with their words; the ends of the curve are none', () => {
  // 30,500 / 18 = 1,694.4 and 114,600 / 18 = 6,366.7
  expect(line.breakpoints.map(({ shares, what }) => [shares, what])).toEqual([
    [1694, 'AMT begins'],
    [6366, '28% rate begins'],
  ])
  expect(line.costsMore).toBe(false)
})

test('a reason that is new to the page is told in the words of the engine', () => {
  const other = { points: [point(0, 0, 0, 0), point(100, 0, 0.1, 0.1, 'something else happens')] }
  expect(lineOf(other as unknown as CurveAnswer, 10, 0).breakpoints[0]?.where).toBe('something else happens')
})

test('AMT is on the straight line between two corners', () => {
  expect(amtAt(line, 1000)).toBe(0)
  // 5,867 × 18 = 105,606; (105,606 − 30,500) × 26 % = 19,527.56
  expect(amtAt(line, 5867)).toBeCloseTo(19_527.56, 6)
  // 10,000 × 18 = 180,000: 21,866 + (180,000 − 114,600) × 28 % = 40,178
  expect(amtAt(line, 10_000)).toBeCloseTo(40_178, 6)
})

test('other exercises of the year come first: the line begins where they end', () => {
  // 60,000 of other spread: (60,000 − 30,500) × 26 % = 7,670 at no share; 28 % from (114,600 − 60,000) / 18 = 3,033 shares
  const after = lineOf(curve, 18, 60_000)
  expect(amtAt(after, 0)).toBeCloseTo(7_670, 6)
  expect(after.breakpoints.map(({ shares }) => shares)).toEqual([3033])
  expect(freeUntil(after, 5000)).toBe(0)
  expect(freeUntil(line, 5000)).toBeCloseTo(30_500 / 18, 9)
  expect(freeUntil(line, 1000)).toBe(1000)
})

test('zones cover the shares there are, each with its cost', () => {
  expect(
    zonesOf(line, 8000).map(({ from, to, perShare }) => [Math.round(from), Math.round(to), perShare.toFixed(2)]),
  ).toEqual([
    [0, 1694, '0.00'],
    // 18 × 26 % and 18 × 28 %
    [1694, 6367, '4.68'],
    [6367, 8000, '5.04'],
  ])
})

test('where a share also costs credit, its whole cost is shown', () => {
  const credit = {
    points: [point(0, 0, 0, 0.26), point(1800, 0, 0.26, 0.26, 'crossover'), point(3600, 468, 0.28, 0.28)],
  }
  const costly = lineOf(credit as unknown as CurveAnswer, 18, 0)
  expect(costly.costsMore).toBe(true)
  expect(zonesOf(costly, 100)[0]?.perShare).toBeCloseTo(4.68, 9)
})

test('the breakpoint after and before a number of shares', () => {
  expect(nextBreak(line, 1693)?.shares).toBe(1694)
  expect(nextBreak(line, 1694)?.shares).toBe(6366)
  expect(nextBreak(line, 6366)).toBeUndefined()
  expect(lastBreak(line, 6366)?.shares).toBe(1694)
  expect(lastBreak(line, 1694)).toBeUndefined()
  expect(cornerAt(line, 1694).amtPerShare).toBe(0)
  expect(cornerAt(line, 1695).amtPerShare).toBeCloseTo(4.68, 9)
})

test('the drawn curve has the corners inside and ends at the edges', () => {
  expect(drawn(line, 5000).map(([shares]) => Math.round(shares))).toEqual([0, 1694, 5000])
  // (5,000 × 18 − 30,500) × 26 % = 15,470
  expect(drawn(line, 5000).at(-1)?.[1]).toBeCloseTo(15_470, 6)
})

test('the near picture ends in a round number past the line, the cash and the plan, and never past the shares', () => {
  // The most of 1,694 × 3 = 5,082, 9,974 × 1.2 = 11,968.8 and 5,867 × 1.14 = 6,688.4, rounded up
  expect(nearEnd(1694, 9974, 5867, 30_000)).toBe(12_000)
  // 14,000 × 1.14 = 15,960
  expect(nearEnd(1694, 9974, 14_000, 30_000)).toBe(16_000)
  expect(nearEnd(1694, null, 0, 3000)).toBe(3000)
  expect([0.7, 1, 1100, 1201, 99].map(roundUp)).toEqual([0.8, 1, 1200, 1600, 100])
})

test('sliders reach wide around the value and end in round numbers', () => {
  // 220,000 × 0.48 = 105,600 and × 2.05 = 451,000
  expect(wagesRange(220_000)).toEqual([100_000, 500_000])
  // 20 / 8 = 2.5 and 20 × 3 = 60; never below the strike
  expect(valueRange(20, 2)).toEqual([2.5, 60])
  expect(valueRange(20, 12)).toEqual([12, 60])
  expect(stepOf([100_000, 500_000])).toBe(500)
  expect(stepOf([0, 200_000])).toBe(500)
})

test('labels stand above the curve, toward the middle, none over another; without room they lose lines', () => {
  const frame = { left: 0, right: 600, top: 0, bottom: 300 }
  // A straight curve from the bottom left to the top right
  const rising = (x: number): number => 300 - x / 2
  const label = (x: number) => [100, 80, 60].map((width) => ({ x, y: rising(x), width }))
  const [first, second, third] = placeLabels([label(100), label(130), label(590)], frame, rising)
  // It ends at 100 + 8 + 100 = 208, where the curve is at 196: three lines of 15 and 12 above it, the first baseline 11 lower
  expect(first).toEqual({ x: 108, y: 196 - 12 - 45 + 11, anchor: 'start', lines: 3 })
  // Beside the first it would overlap: it stands higher
  expect(second?.lines).toBe(3)
  expect((second?.y ?? 0) + 45).toBeLessThanOrEqual(first?.y ?? 0)
  // The curve is at 5 there: nothing fits
  expect(third).toBeNull()
})
