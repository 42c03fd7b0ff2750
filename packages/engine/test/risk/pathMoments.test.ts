/** Paths of the price against what the model says in closed form: moments, chances, and how one interval goes with another. */
import { describe, expect, test } from 'vitest'
import { pathPrices } from '../../src/risk/pathPrices.ts'
import type { PriceModel } from '../../src/risk/priceModel.ts'
import { deviations, estimate } from './blocks.ts'
import { at } from './cells.ts'
import { jumpCumulants, normalBelow } from './closedForms.ts'

const steady: PriceModel = { growth: 0.12, volatility: 0.5, jumps: null, failure: 0 }
const jumping: PriceModel = { ...steady, volatility: 0.3, jumps: { perYear: 0.8, mean: -0.3, volatility: 0.25 } }
const whole: PriceModel = { ...jumping, failure: 0.15 }
const times = [0.25, 0.6, 1, 1.5, 2.5]
const [paths, blocks] = [200, 100]

/** An honest estimate is further off than this once in 150,000 times (normal), or 50,000 with the spread of 100 blocks. */
const far = 4.5

describe('the mean price', () => {
  test.each([
    ['steady', steady],
    ['with jumps', jumping],
    ['with failure', { ...steady, failure: 0.15 }],
    ['with both', whole],
    ['falling', { ...whole, growth: -0.3 }],
  ])('grows at the rate of the model at every time: %s', (_, model) => {
    const found = estimate(
      pathPrices(model, 20, times, 7, paths),
      paths,
      blocks,
      times.map((_, i) => (p) => at(p, i)),
    )
    for (const [i, t] of times.entries()) {
      const expected = 20 * (1 + model.growth) ** t
      expect(deviations(found[i], expected)).toBeLessThan(far)
      expect((found[i]?.error ?? Number.NaN) / expected).toBeLessThan(0.01)
    }
  })

  test('has the second moment of the model', () => {
    const found = estimate(
      pathPrices(whole, 1, times, 8, paths),
      paths,
      blocks,
      times.map((_, i) => (p) => at(p, i) ** 2),
    )
    for (const [i, t] of times.entries()) {
      // Given survival: the square of the survivors' mean, times e^(σ² t), times e^(λ t (E[e^2J] - 2 E[e^J] + 1)).
      const [one, two] = [Math.exp(-0.3 + 0.25 ** 2 / 2), Math.exp(-0.6 + 2 * 0.25 ** 2)]
      const alive = 0.85 ** t
      const expected = alive * (1.12 ** t / alive) ** 2 * Math.exp(0.09 * t + 0.8 * t * (two - 2 * one + 1))
      expect(deviations(found[i], expected)).toBeLessThan(far)
      expect((found[i]?.error ?? Number.NaN) / expected).toBeLessThan(0.03)
    }
  })
})

describe('the log price', () => {
  test('of the steady model has the quantiles of a normal variable at every time', () => {
    // Between the edges of the strata: on one of them every block would have it exactly.
    const quantiles = [-2.2, -1.1, 0.04, 1.3, 2.45]
    const measures = times.flatMap((t, i) =>
      quantiles.map((z) => {
        const price = 1.12 ** t * Math.exp(-0.125 * t + 0.5 * Math.sqrt(t) * z)
        return (p: Float64Array) => Number(at(p, i) < price)
      }),
    )
    const found = estimate(pathPrices(steady, 1, times, 9, paths), paths, blocks, measures)
    for (const [m, each] of found.entries())
      expect(deviations(each, normalBelow(at(quantiles, m % 5)))).toBeLessThan(far)
  })

  test('with jumps has the mean, variance, skewness and kurtosis of Merton at every time', () => {
    const jumps = { perYear: 0.8, mean: -0.3, volatility: 0.25 }
    for (const [i, t] of times.entries()) {
      const [, second, third, fourth] = jumpCumulants(0.3, jumps, t) as [number, number, number, number]
      const drift = Math.log(1.12) - 0.045 - 0.8 * (Math.exp(-0.3 + 0.25 ** 2 / 2) - 1)
      const mean = drift * t + 0.8 * t * -0.3
      const moments = [1, 2, 3, 4].map((power) => (p: Float64Array) => (Math.log(at(p, i)) - mean) ** power)
      const found = estimate(pathPrices(jumping, 1, times, 10, paths), paths, 2 * blocks, moments)
      // The fourth central moment is the fourth cumulant and three times the square of the variance.
      for (const [k, expected] of [0, second, third, fourth + 3 * second ** 2].entries())
        expect(deviations(found[k], expected)).toBeLessThan(far)
      expect((found[3]?.error ?? Number.NaN) / fourth).toBeLessThan(0.3)
    }
  })

  test('moves independently over every interval, jumps counted', () => {
    const jumps = { perYear: 0.8, mean: -0.3, volatility: 0.25 }
    const drift = Math.log(1.12) - 0.045 - 0.8 * (Math.exp(-0.3 + 0.25 ** 2 / 2) - 1)
    const since = (t: number, i: number) => t - (times[i - 1] ?? 0)
    const moved = (p: Float64Array, i: number) =>
      Math.log(at(p, i) / (i > 0 ? at(p, i - 1) : 1)) - (drift - 0.24) * since(at(times, i), i)
    const pairs = times.flatMap((_, i) => times.slice(0, i + 1).map((_, j) => [i, j] as const))
    const found = estimate(
      pathPrices(jumping, 1, times, 11, paths),
      paths,
      blocks,
      pairs.map(
        ([i, j]) =>
          (p) =>
            moved(p, i) * moved(p, j),
      ),
    )
    for (const [k, [i, j]] of pairs.entries()) {
      const expected = i === j ? at(jumpCumulants(0.3, jumps, since(at(times, i), i)), 1) : 0
      expect(deviations(found[k], expected)).toBeLessThan(far)
    }
  })
})

describe('a failure', () => {
  test('comes at the rate of the model, whatever the price does', () => {
    const measures = [
      ...times.map((_, i) => (p: Float64Array) => Number(at(p, i) > 0)),
      // Failing between the third and the fourth time, and whether a company that fails later was worth more before.
      (p: Float64Array) => Number(at(p, 2) > 0 && at(p, 3) === 0),
      (p: Float64Array) => at(p, 2) * Number(at(p, 4) > 0),
    ]
    const found = estimate(pathPrices(whole, 1, times, 12, paths), paths, blocks, measures)
    const expected = [...times.map((t) => 0.85 ** t), 0.85 - 0.85 ** 1.5, 1.12 * 0.85 ** 1.5]
    for (const [m, each] of found.entries()) expect(deviations(each, at(expected, m))).toBeLessThan(far)
  })

  test('is for good: after it the price is exactly 0', () => {
    const of = pathPrices({ ...whole, failure: 0.6 }, 5, times, 13, 50)
    const prices = new Float64Array(times.length)
    let failed = 0
    for (let path = 0; path < 50; path++) {
      of.fill(0, path, prices)
      const first = prices.indexOf(0)
      if (first < 0) continue
      failed++
      expect([...prices.slice(first)]).toEqual(times.slice(first).map(() => 0))
      for (const price of prices.slice(0, first)) expect(price).toBeGreaterThan(0)
    }
    // Strata leave no chance: 1 - 0.4^2.5 = 0.8988 of 50 is 44.9.
    expect([44, 45]).toContain(failed)
  })
})
