/** More paths, smaller errors; and the standard error says how large they are. */
import { expect, test } from 'vitest'
import { pathPrices } from '../../src/risk/pathPrices.ts'
import type { PriceModel } from '../../src/risk/priceModel.ts'
import { estimate, summary } from './blocks.ts'
import { at } from './cells.ts'
import { mertonCall } from './closedForms.ts'

const whole: PriceModel = {
  ...{ growth: 0.1, volatility: 0.4, failure: 0.08 },
  jumps: { perYear: 0.5, mean: -0.3, volatility: 0.2 },
}
const times = [0.5, 1, 2]
const measures = [
  (p: Float64Array) => at(p, 1),
  (p: Float64Array) => Math.max(at(p, 2) - 22, 0),
  (p: Float64Array) => Number(at(p, 2) > 0),
]
const exact = [20 * 1.1, mertonCall(whole, 20, 22, 2), 0.92 ** 2]
const seeds = Array.from({ length: 100 }, (_, i) => 1000 + i)

/** The slope of log error in log size, by least squares. */
function slope(sizes: readonly number[], errors: readonly number[]): number {
  const [x, y] = [sizes.map(Math.log), errors.map(Math.log)]
  const mean = (list: readonly number[]) => list.reduce((a, b) => a + b) / list.length
  const [mx, my] = [mean(x), mean(y)]
  const products = x.reduce((sum, each, i) => sum + (each - mx) * (at(y, i) - my), 0)
  return products / x.reduce((sum, each) => sum + (each - mx) ** 2, 0)
}

const rootMeanSquare = (list: readonly number[]): number =>
  Math.sqrt(list.reduce((sum, x) => sum + x ** 2, 0) / list.length)

test('with the number of blocks errors shrink like its square root', () => {
  const sizes = [2, 8, 32, 128]
  const runs = seeds.map((seed) => estimate(pathPrices(whole, 20, times, seed, 25), 25, 128, measures))
  for (const [m, value] of exact.entries()) {
    const errors = sizes.map((size) =>
      rootMeanSquare(runs.map((run) => summary(run[m]?.blockMeans.slice(0, size) ?? []).mean - value)),
    )
    // -1/2, give or take 0.025: each error is known to 7 %, and the sizes span a factor of 64.
    expect(slope(sizes, errors)).toBeLessThan(-0.42)
    expect(slope(sizes, errors)).toBeGreaterThan(-0.58)
  }
})

test('with the number of paths in a block they shrink at least as fast, and faster where the end alone matters', () => {
  const sizes = [16, 64, 256, 1024]
  const errorsOf = (model: PriceModel, m: number, value: number): number[] =>
    sizes.map((size) =>
      rootMeanSquare(
        seeds.slice(0, 50).map((seed) => {
          const [found] = estimate(pathPrices(model, 20, times, seed, size), size, 1, measures.slice(m, m + 1))
          return (found?.mean ?? Number.NaN) - value
        }),
      ),
    )
  for (const [m, value] of exact.entries()) {
    expect(slope(sizes, errorsOf(whole, m, value))).toBeLessThan(-0.42)
  }
  // Survival is one dimension: what is left is the one stratum that the chance cuts, an error of 1 / size.
  expect(slope(sizes, errorsOf(whole, 2, 0.92 ** 2))).toBeLessThan(-0.85)
  const steady = { ...whole, jumps: null, failure: 0 }
  expect(slope(sizes, errorsOf(steady, 1, mertonCall(steady, 20, 22, 2)))).toBeLessThan(-0.85)
})

test('the standard error of 20 blocks holds the truth as often as it should', () => {
  const runs = Array.from({ length: 400 }, (_, seed) =>
    estimate(pathPrices(whole, 20, times, seed, 50), 50, 20, measures),
  )
  for (const [m, value] of exact.entries()) {
    // 95 % of the time within 2.093 errors (Student, 19 degrees of freedom); 400 runs show that to 1.1 points.
    const held = runs.filter(
      (run) => Math.abs((run[m]?.mean ?? Number.NaN) - value) < 2.093 * (run[m]?.error ?? 0),
    ).length
    expect(held / 400).toBeGreaterThan(0.91)
    expect(held / 400).toBeLessThan(0.985)
  }
})
