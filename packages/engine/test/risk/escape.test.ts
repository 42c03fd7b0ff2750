/** The escape hatch where taxes are straight lines: what it is worth is then an option of known value. */
import { describe, expect, test } from 'vitest'
import { type EscapeCourse, escapeOf } from '../../src/risk/escape.ts'
import { escapeGrids } from '../../src/risk/escapeMonths.ts'
import type { EscapeWorths } from '../../src/risk/escapeWorths.ts'
import type { PriceModel } from '../../src/risk/priceModel.ts'
import { utilityOf } from '../../src/risk/utility.ts'
import { yearsBetween } from '../../src/schedule/terms.ts'
import { black } from './closedForms.ts'

const start = 50
const model: PriceModel = { growth: 0.03, volatility: 0.55, jumps: null, failure: 0 }
const [on, lastDay, keptUntil] = ['2026-01-02', '2026-12-31', '2027-01-04']

/** 100 shares at 5 % a year: 76 % of the price sold in the year, 85 % when kept, and then 250 of AMT whatever the price. */
const worth = (day: string): number => 1.05 ** -yearsBetween(on, day)
const worths: EscapeWorths = {
  sold: (day) => ({
    at: (price) => worth(day) * (day <= lastDay ? 76 * price : 85 * price) - (day <= lastDay ? 0 : 250),
    bends: [],
  }),
  partSold: ({ shares, price }) => ({
    at: (later) => 0.76 * shares * price + 0.85 * (100 - shares) * later,
    bends: [],
  }),
  ...{ exact: () => Number.NaN, amtAfter: () => 0, asked: () => 0 },
}
const marketDay = (day: string) => ({ on: day, price: null, most: null })
const course = (watch: EscapeCourse['watch']): EscapeCourse => ({
  ...{ on, watch, keptUntil, shares: 100, add: 0, splitOn: () => 1 },
})
const indifferent = utilityOf(0, 0)
const found = (of: EscapeCourse, by = model, utility = indifferent) =>
  escapeOf(worths, of, utility, escapeGrids(by, start, [of]), true)

test('one day to look: a put, and the price at which both are alike', () => {
  const hatch = found(course([marketDay(lastDay)]))
  // Sold, 76 S by its day; kept, 85 S (1.03)^(t2 - t1) by its, less 250: the difference is B (250/B - S)
  const [first, end] = [yearsBetween(on, lastDay), yearsBetween(on, keptUntil)]
  const more = 85 * worth(keptUntil) * 1.03 ** (end - first) - 76 * worth(lastDay)
  const forward = start * 1.03 ** first
  const put = black(forward, 250 / more, 0.55 * Math.sqrt(first)) + 250 / more - forward
  expect(hatch?.hatch).toBeCloseTo(more * put, 1)
  expect(hatch?.lastDayAlone).toBeCloseTo((hatch?.kept ?? Number.NaN) + more * put, 1)
  expect(hatch?.kept).toBeCloseTo(85 * worth(keptUntil) * start * 1.03 ** end - 250, 3)
  expect(hatch?.sell[0]).toHaveLength(1)
  expect(hatch?.sell[0]?.[0]?.from).toBe(0)
  expect(hatch?.sell[0]?.[0]?.to).toBeCloseTo(250 / more, 1)
})

test('where worth has a bend, two grids say what a finer one would', () => {
  const bent: EscapeWorths = { ...worths, sold: () => ({ at: (price) => 100 * Math.max(0, price - 55), bends: [55] }) }
  const of = course([])
  const end = yearsBetween(on, keptUntil)
  const call = 100 * black(start * 1.03 ** end, 55, 0.55 * Math.sqrt(end))
  const [fine, coarse] = [320, 40].map((places) =>
    escapeOf(bent, of, indifferent, escapeGrids(model, start, [of], places)),
  )
  expect(Math.abs((fine?.kept as number) - call)).toBeLessThan(0.06)
  expect(Math.abs((coarse?.kept as number) - call)).toBeLessThan(4)
})

test('no day to look: nothing', () => {
  expect(found(course([]))).toMatchObject({ hatch: 0, within: 0, sell: [] })
})

test('more days are worth more, and the price to sell at rises towards the last', () => {
  const many = found(course(['2026-03-31', '2026-06-30', '2026-09-30', lastDay].map(marketDay)))
  const one = found(course([marketDay(lastDay)]))
  expect(many?.hatch).toBeGreaterThan(one?.hatch ?? Number.NaN)
  expect(many?.lastDayAlone).toBeCloseTo(one?.lastDayAlone ?? Number.NaN, 4)
  const tops = many?.sell.map(([range]) => range?.to ?? 0) ?? []
  expect(tops).toEqual([...tops].sort((low, high) => low - high))
})

test('the more the price swings, the more it is worth; where it only rises, nothing', () => {
  const hatches = [0, 0.2, 0.4, 0.8].map(
    (volatility) => found(course([marketDay(lastDay)]), { ...model, volatility })?.hatch,
  )
  expect(hatches[0]).toBe(0)
  for (let i = 1; i < hatches.length; i++) expect(hatches[i]).toBeGreaterThan(hatches[i - 1] as number)
})

test('the grid says how far off it may be', () => {
  const fine = found(course([marketDay(lastDay)]))
  const coarse = escapeOf(
    worths,
    course([marketDay(lastDay)]),
    indifferent,
    escapeGrids(model, start, [course([])], 160),
  )
  expect(fine?.within).toBeLessThan(1)
  expect(Math.abs((fine?.hatch ?? Number.NaN) - (coarse?.hatch ?? Number.NaN))).toBeLessThan(
    (coarse?.within ?? 0) + 0.05,
  )
})

test('an offer is taken where the shares are worth less than it', () => {
  const offer = (most: number | null) => course([{ on: lastDay, price: 40, most }])
  const [range] = found(offer(null))?.sell[0] ?? []
  // 76 % of 40 for each share, against 85 S (1.03)^(t2 - t1) by its day less 250
  const more = 85 * worth(keptUntil) * 1.03 ** yearsBetween(lastDay, keptUntil)
  expect(range?.to).toBeCloseTo((3_040 + 250) / more, 1)
  // Of a part the rest is kept, here without AMT
  const half = found(offer(50))
  expect(half?.hatch).toBeLessThan(found(offer(null))?.hatch ?? Number.NaN)
  expect(half?.hatch).toBeGreaterThan(0)
})

describe('shunning risk', () => {
  test('a certain amount of two futures, by hand', () => {
    // Wealth of 100 doubles or halves: the geometric mean at 1; at 3 the mean of 1/4 and 4, 2.125, of w^-2
    const sure = (aversion: number): number => {
      const { of, back } = utilityOf(aversion, 100)
      return back((of(100) + of(-50)) / 2)
    }
    expect(sure(0)).toBe(25)
    expect(sure(1)).toBeCloseTo(0, 10)
    expect(sure(3)).toBeCloseTo(100 * (2.125 ** -0.5 - 1), 10)
    expect(utilityOf(3, 100).of(-100)).toBe(Number.NEGATIVE_INFINITY)
  })

  test('whoever has much beside is as good as indifferent; whoever has little sells sooner', () => {
    const days = course([marketDay(lastDay)])
    const [calm, rich, poor] = [indifferent, utilityOf(3, 1e9), utilityOf(3, 4_000)].map((each) =>
      found(days, model, each),
    )
    expect(rich?.hatch).toBeCloseTo(calm?.hatch ?? Number.NaN, 0)
    expect(poor?.kept).toBeLessThan(calm?.kept ?? Number.NaN)
    expect(poor?.sell[0]?.[0]?.to).toBeGreaterThanOrEqual(calm?.sell[0]?.[0]?.to ?? Number.NaN)
  })

  test('where everything may go no sure amount is as bad', () => {
    const broke = utilityOf(3, 200)
    expect(found(course([marketDay(lastDay)]), { ...model, failure: 0.1 }, broke)).toBeNull()
  })
})
