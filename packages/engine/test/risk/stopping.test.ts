/** When to stop, against what options are known to be worth: closed forms, a binomial tree, and a published table. */
import { describe, expect, test } from 'vitest'
import { amountsOn, priceGrid } from '../../src/risk/priceGrid.ts'
import type { PriceModel } from '../../src/risk/priceModel.ts'
import { stopping } from '../../src/risk/stopping.ts'
import { at } from './cells.ts'
import { black, mertonCall } from './closedForms.ts'

const years = 1
const rate = 0.06
const steady = (volatility: number, growth = Math.exp(rate) - 1): PriceModel => ({
  ...{ growth, volatility, jumps: null, failure: 0 },
})

/** A put that may be exercised on some days, worth nothing after them: American where they are many. */
const put = (model: PriceModel, start: number, strike: number, days: readonly number[], places = 400) => {
  const grid = priceGrid(model, start, days.at(-1) as number, places)
  const worth = (day: number) => amountsOn(grid, (price) => Math.exp(-rate * day) * Math.max(strike - price, 0))
  return stopping({
    ...{ model, grid, end: days.at(-1) as number, keep: amountsOn(grid, () => 0) },
    days: days.map((day) => ({ years: day, stop: worth(day) })),
    lead: (stop, wait) => stop - wait,
  })
}

/** Of two grids, one with half the places, what a finer one would say: errors shrink with the square of the spacing, as tested below. */
const finest = (worth: (places: number) => number): number => {
  const [fine, coarse] = [worth(400), worth(200)]
  return fine + (fine - coarse) / 3
}

const evenly = (count: number, until: number): number[] =>
  Array.from({ length: count }, (_, i) => ((i + 1) * until) / count)

describe('European', () => {
  test.each([
    [36, 40, 0.2],
    [40, 40, 0.4],
    [55, 40, 0.65],
  ])('a put on %d at %d, volatility %d, after Black and Scholes', (start, strike, volatility) => {
    // P = e^(-rT) (E[S - K]+ + K - F), F = S e^(rT): parity on Black's call
    const forward = start * Math.exp(rate)
    const value = Math.exp(-rate) * (black(forward, strike, volatility) + strike - forward)
    const found = put(steady(volatility), start, strike, [years])
    expect(found.any).toBeCloseTo(value, 3)
    expect([found.lastAlone, found.never]).toEqual([found.any, 0])
  })

  test.each([
    ['jumps', { growth: 0.05, volatility: 0.4, jumps: { perYear: 0.8, mean: -0.3, volatility: 0.25 }, failure: 0 }],
    [
      'jumps and failure',
      { growth: 0, volatility: 0.3, jumps: { perYear: 2, mean: 0.1, volatility: 0.2 }, failure: 0.1 },
    ],
    ['failure', { growth: 0.05, volatility: 0.45, jumps: null, failure: 0.2 }],
  ])('a call that stops on the last of three days, after Merton: %s', (_, model: PriceModel) => {
    const found = finest((places) => {
      const grid = priceGrid(model, 20, 1.5, places)
      const call = amountsOn(grid, (price) => Math.max(price - 22, 0))
      const never = amountsOn(grid, () => -1)
      const days = [0.4, 0.9, 1.5].map((each) => ({ years: each, stop: each === 1.5 ? call : never }))
      return stopping({ model, grid, days, end: 1.5, keep: amountsOn(grid, () => 0) }).any
    })
    expect(found).toBeCloseTo(mertonCall(model, 20, 22, 1.5), 3)
  })

  test('a put that failure pays in full, by parity', () => {
    const model: PriceModel = { growth: 0.05, volatility: 0.45, jumps: null, failure: 0.2 }
    // E[max(K - S, 0)] = E[max(S - K, 0)] + K - E[S], here as of the end
    const value = mertonCall(model, 20, 22, 1.5) + 22 - 20 * 1.05 ** 1.5
    expect(finest((places) => put(model, 20, 22, [1.5], places).any)).toBeCloseTo(Math.exp(-rate * 1.5) * value, 3)
  })

  test('the mean price grows by growth, whatever else may happen', () => {
    const model = { growth: 0.07, volatility: 0.6, jumps: { perYear: 1, mean: -0.4, volatility: 0.3 }, failure: 0.15 }
    const grid = priceGrid(model, 20, 2, 300)
    const { never } = stopping({ model, grid, days: [], end: 2, keep: amountsOn(grid, (price) => price) })
    expect(never).toBeCloseTo(20 * 1.07 ** 2, 6)
  })
})

/** A put by the tree of Cox, Ross and Rubinstein (1979), exercised on every so many steps. */
function treePut(
  start: number,
  strike: number,
  volatility: number,
  until: number,
  steps: number,
  every: number,
): number {
  const dt = until / steps
  const up = Math.exp(volatility * Math.sqrt(dt))
  const rises = (Math.exp(rate * dt) - 1 / up) / (up - 1 / up)
  const payoff = (step: number, ups: number): number => Math.max(strike - start * up ** (2 * ups - step), 0)
  const values = Float64Array.from({ length: steps + 1 }, (_, ups) => payoff(steps, ups))
  for (let step = steps - 1; step >= 0; step--)
    for (let ups = 0; ups <= step; ups++) {
      const wait = Math.exp(-rate * dt) * (rises * at(values, ups + 1) + (1 - rises) * at(values, ups))
      values[ups] = step > 0 && step % every === 0 ? Math.max(wait, payoff(step, ups)) : wait
    }
  return at(values, 0)
}

describe('American', () => {
  // Longstaff and Schwartz (2001), Table 1: finite differences, strike 40, rate 6 %, 50 days of exercise a year
  test.each([
    [36, 0.2, 1, 4.478],
    [36, 0.2, 2, 4.84],
    [36, 0.4, 1, 7.101],
    [40, 0.2, 1, 2.314],
    [40, 0.4, 1, 5.312],
    [44, 0.2, 1, 1.11],
    [44, 0.4, 1, 3.948],
  ])('a put on %d, volatility %d, %d years, is worth %d as published', (start, volatility, until, value) => {
    const days = evenly(50 * until, until)
    expect(finest((places) => put(steady(volatility), start, 40, days, places).any)).toBeCloseTo(value, 3)
  })

  test.each([
    [44, 0.4, 2, 24, 34],
    [38, 0.65, 1, 12, 66],
  ])(
    'a put on %d, volatility %d, %d years, %d days of exercise, is worth what a binomial tree says',
    (start, volatility, until, days, each) => {
      const tree = (every: number): number => treePut(start, 40, volatility, until, days * every, every)
      // Trees of an even and an odd number of steps between two days err to either side
      const found = finest((places) => put(steady(volatility), start, 40, evenly(days, until), places).any)
      expect(Math.abs(found - (tree(each) + tree(each + 1)) / 2)).toBeLessThan(2e-3)
    },
  )

  test('on ever more days it nears one exercised at any time', () => {
    // Errors of k days shrink with 1/k: what twice the days adds is still to come
    const [some, more] = [50, 100].map((count) =>
      finest((places) => put(steady(0.4), 38, 40, evenly(count, 1), places).any),
    ) as [number, number]
    const tree = (treePut(38, 40, 0.4, 1, 700, 1) + treePut(38, 40, 0.4, 1, 701, 1)) / 2
    expect(2 * more - some).toBeCloseTo(tree, 2)
  })

  test('a day more is never worth less, and watching never less than looking once', () => {
    const worths = [1, 2, 4, 8].map((days) => put(steady(0.5), 30, 32, evenly(days, 1)))
    for (const [i, { any, lastAlone, never }] of worths.entries()) {
      expect(any).toBeGreaterThanOrEqual(worths[i - 1]?.any ?? 0)
      expect(any).toBeGreaterThanOrEqual(lastAlone)
      expect(lastAlone).toBeGreaterThanOrEqual(never)
    }
  })

  test('the price to stop at before one last day is where stopping is worth the option that is left', () => {
    const found = put(steady(0.4), 38, 40, [0.5, 1])
    // 40 - S = P(S, half a year), by halving
    const left = (price: number): number => {
      const forward = price * Math.exp(rate / 2)
      return Math.exp(-rate / 2) * (black(forward, 40, 0.4 * Math.sqrt(0.5)) + 40 - forward)
    }
    let [low, high] = [10, 40]
    while (high - low > 1e-9) {
      const middle = (low + high) / 2
      if (40 - middle >= left(middle)) low = middle
      else high = middle
    }
    const [range] = found.ranges[0] ?? []
    expect(range?.from).toBe(0)
    expect(range?.to).toBeCloseTo(low, 2)
  })
})

test('half the spacing has a quarter of the error, the more steps the larger', () => {
  const exact = finest((places) => put(steady(0.2), 36, 40, evenly(25, 1), 2 * places).any)
  const errors = [50, 100, 200].map((places) => put(steady(0.2), 36, 40, evenly(25, 1), places).any - exact)
  for (const i of [1, 2]) expect(at(errors, i - 1) / at(errors, i)).toBeCloseTo(4, 0)
})
