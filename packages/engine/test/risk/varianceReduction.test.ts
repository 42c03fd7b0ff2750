/** What strata and the bridge are worth: the spread of estimates from 250 paths, beside that of 250 plain ones, over 200 seeds. */
import { describe, expect, test } from 'vitest'
import { pathPrices } from '../../src/risk/pathPrices.ts'
import type { PriceModel } from '../../src/risk/priceModel.ts'
import { summary, variance } from './blocks.ts'
import { add, at } from './cells.ts'
import { mertonCall, normalBelow } from './closedForms.ts'
import { plainPaths } from './plainPaths.ts'

const steady: PriceModel = { growth: 0.1, volatility: 0.6, jumps: null, failure: 0 }
const whole: PriceModel = {
  ...{ growth: 0.1, volatility: 0.5, failure: 0.06 },
  jumps: { perYear: 0.4, mean: -0.35, volatility: 0.25 },
}
const times = Array.from({ length: 12 }, (_, i) => (i + 1) / 4)
const [start, strike, paths, seeds] = [20, 22, 250, 200]
const [end, middle, first] = [11, 5, 0]

type Measure = readonly [name: string, of: (p: Float64Array) => number]
const measures: readonly Measure[] = [
  ['mean at the end', (p) => at(p, end)],
  ['chance below 22 at the end', (p) => Number(at(p, end) < strike)],
  ['call at the end', (p) => Math.max(at(p, end) - strike, 0)],
  ['mean in the middle', (p) => at(p, middle)],
  ['chance below 22 in the middle', (p) => Number(at(p, middle) < strike)],
  ['call in the middle', (p) => Math.max(at(p, middle) - strike, 0)],
  ['mean at first', (p) => at(p, first)],
  ['chance below 18 at first', (p) => Number(at(p, first) < 18)],
  ['mean of the highest', (p) => Math.max(...p)],
  ['mean over all times', (p) => p.reduce((a, b) => a + b) / 12],
]

/** One estimate a seed of every measure: stratified, and plain. */
function estimates(model: PriceModel) {
  const stratified = measures.map(() => new Float64Array(seeds))
  const plain = measures.map(() => new Float64Array(seeds))
  const prices = new Float64Array(times.length)
  const note = (into: readonly Float64Array[], seed: number) => (p: Float64Array) => {
    for (const [m, [, measure]] of measures.entries()) add(into[m] as Float64Array, seed, measure(p) / paths)
  }
  for (let seed = 0; seed < seeds; seed++) {
    const { fill } = pathPrices(model, start, times, seed, paths)
    const noteStratified = note(stratified, seed)
    for (let path = 0; path < paths; path++) {
      fill(0, path, prices)
      noteStratified(prices)
    }
    plainPaths(model, start, times, seed, paths, note(plain, seed))
  }
  return measures.map((_, m) => ({ stratified: [...(stratified[m] ?? [])], plain: [...(plain[m] ?? [])] }))
}

/** What the first six measures must come to. */
function expected(model: PriceModel): number[] {
  const below = (years: number): number => {
    // The chance is minus the slope of the call in its strike, less 1; five-point difference, right to (1e-2)^4.
    const call = (k: number) => mertonCall(model, start, k, years)
    const h = 0.02
    return 1 + (call(strike - 2 * h) - 8 * call(strike - h) + 8 * call(strike + h) - call(strike + 2 * h)) / (12 * h)
  }
  const [long, short] = [at(times, end), at(times, middle)]
  return [long, short].flatMap((t) => [start * 1.1 ** t, below(t), mertonCall(model, start, strike, t)])
}

describe.each([
  // How many times as much variance plain draws must leave; about half of what is found, as 200 seeds tell a ratio to 15 %.
  ['steady', steady, [8, 300, 7, 10, 8, 6, 30, 3, 6, 10]],
  ['with jumps and failure', whole, [4, 7, 4, 4, 2, 3, 4, 2, 4, 5]],
] as const)('%s', (_, model, least) => {
  const found = estimates(model)
  const exact = expected(model)

  test.each(measures.map(([name], m) => [name, m] as const))(
    '%s: strata leave less variance than plain draws',
    (_, m) => {
      const { stratified, plain } = found[m] ?? { stratified: [], plain: [] }
      expect(variance(plain) / variance(stratified)).toBeGreaterThan(at(least, m))
    },
  )

  test.each(measures.slice(0, 6).map(([name], m) => [name, m] as const))('%s: both are without bias', (_, m) => {
    const { stratified, plain } = found[m] ?? { stratified: [], plain: [] }
    for (const each of [stratified, plain]) {
      const { mean, error } = summary(each)
      expect(Math.abs(mean - at(exact, m)) / error).toBeLessThan(4.5)
    }
  })

  test.each(measures.slice(6).map(([name], m) => [name, m + 6] as const))('%s: both agree', (_, m) => {
    const { stratified, plain } = found[m] ?? { stratified: [], plain: [] }
    const [one, other] = [summary(stratified), summary(plain)]
    expect(Math.abs(one.mean - other.mean) / Math.hypot(one.error, other.error)).toBeLessThan(4.5)
  })
})

test('the chance that the call gives is the lognormal one', () => {
  // P(S_3 < 22) with mean 20 × 1.1³ = 26.62 and deviation 0.6 √3.
  const deviation = 0.6 * Math.sqrt(3)
  const chance = normalBelow(Math.log(22 / 26.62) / deviation + deviation / 2)
  expect(at(expected(steady), 1)).toBeCloseTo(chance, 7)
})
