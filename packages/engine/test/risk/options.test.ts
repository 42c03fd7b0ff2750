/** Options valued by the paths: after Black and Scholes, by a binomial tree, after Merton, and on the mean of several days. */
import { describe, expect, test } from 'vitest'
import { pathPrices } from '../../src/risk/pathPrices.ts'
import type { PriceModel } from '../../src/risk/priceModel.ts'
import { deviations, estimate } from './blocks.ts'
import { at } from './cells.ts'
import { black, mertonCall, normalBelow } from './closedForms.ts'

const steady: PriceModel = { growth: 0.05, volatility: 0.45, jumps: null, failure: 0 }
const jumps = { perYear: 0.7, mean: -0.25, volatility: 0.3 }
const times = [0.5, 1, 2]
const strikes = [14, 20, 30]
const [start, paths, blocks] = [20, 250, 120]

/** Calls on every strike at every time, by the paths. */
const calls = (model: PriceModel, seed: number) =>
  estimate(
    pathPrices(model, start, times, seed, paths),
    paths,
    blocks,
    times.flatMap((_, i) => strikes.map((strike) => (p: Float64Array) => Math.max(at(p, i) - strike, 0))),
  )

const cases = times.flatMap((years) => strikes.map((strike) => ({ years, strike })))

test('a call is worth what Black and Scholes say where growth is the rate of interest', () => {
  const found = calls(steady, 21)
  for (const [k, { years, strike }] of cases.entries()) {
    // C = S N(d1) - K e^(-r t) N(d2), with e^r = 1.05.
    const deviation = 0.45 * Math.sqrt(years)
    const d1 = (Math.log(start / strike) + (Math.log(1.05) + 0.45 ** 2 / 2) * years) / deviation
    const value = start * normalBelow(d1) - strike * 1.05 ** -years * normalBelow(d1 - deviation)
    expect(deviations(found[k], value * 1.05 ** years)).toBeLessThan(4.5)
    expect((found[k]?.error ?? Number.NaN) / value).toBeLessThan(0.03)
  }
})

test.each([
  ['with jumps', { ...steady, jumps }],
  ['with jumps and failure', { ...steady, jumps, failure: 0.1 }],
  ['with failure', { ...steady, failure: 0.1 }],
  ['with jumps alone', { ...steady, volatility: 0, jumps }],
])('a call is worth what the series of Merton says: %s', (_, model) => {
  const found = calls(model, 22)
  for (const [k, { years, strike }] of cases.entries())
    expect(deviations(found[k], mertonCall(model, start, strike, years))).toBeLessThan(4.5)
})

/**
 * E[payoff] at the end of a binomial tree (Cox, Ross and Rubinstein, 1979) in which each step also ends in failure with its share of the
 * chance; mean of two trees with one step more and less, as their errors swing to either side.
 */
function tree(model: PriceModel, years: number, payoff: (price: number) => number): number {
  const grown = (steps: number): number => {
    const dt = years / steps
    const up = Math.exp(model.volatility * Math.sqrt(dt))
    const lives = (1 - model.failure) ** dt
    const rises = ((1 + model.growth) ** dt / lives - 1 / up) / (up - 1 / up)
    const values = Float64Array.from({ length: steps + 1 }, (_, ups) => payoff(start * up ** (2 * ups - steps)))
    const failed = payoff(0)
    for (let step = steps; step > 0; step--)
      for (let ups = 0; ups < step; ups++)
        values[ups] = lives * (rises * at(values, ups + 1) + (1 - rises) * at(values, ups)) + (1 - lives) * failed
    return at(values, 0)
  }
  return (grown(800) + grown(801)) / 2
}

describe.each([
  ['steady', steady],
  ['with failure', { ...steady, failure: 0.1 }],
])('a binomial tree agrees: %s', (_, model) => {
  test.each([
    ['a call', (price: number) => Math.max(price - 20, 0)],
    ['a put, which failure pays in full', (price: number) => Math.max(20 - price, 0)],
    ['the square root', (price: number) => Math.sqrt(price)],
  ])('%s', (_, payoff) => {
    const [found] = estimate(pathPrices(model, start, [1, 2], 23, paths), paths, blocks, [(p) => payoff(at(p, 1))])
    const value = tree(model, 2, payoff)
    // 800 steps leave an error of some 1/800 of the curvature, here below 3 parts in 10,000.
    expect(Math.abs((found?.mean ?? Number.NaN) - value)).toBeLessThan(
      4.5 * (found?.error ?? Number.NaN) + 3e-4 * value,
    )
    expect((found?.error ?? Number.NaN) / value).toBeLessThan(0.01)
  })
})

test('a call on the geometric mean of several days is worth what Kemna and Vorst say: the days belong to one path', () => {
  const days = [0.1, 0.7, 0.8, 1.5, 2, 2.6]
  const n = days.length
  const [found] = estimate(pathPrices(steady, start, days, 24, paths), paths, blocks, [
    (p) => Math.max(p.reduce((product, price) => product * price, 1) ** (1 / n) - 20, 0),
  ])
  // The log of the mean is normal: drift by the mean day, variance by the earlier of every pair of days.
  const meanDay = days.reduce((a, b) => a + b) / n
  const spread =
    (0.45 ** 2 * days.reduce((sum, s) => sum + days.reduce((all, t) => all + Math.min(s, t), 0), 0)) / n ** 2
  const forward = start * Math.exp((Math.log(1.05) - 0.45 ** 2 / 2) * meanDay + spread / 2)
  const value = black(forward, 20, Math.sqrt(spread))
  expect(deviations(found, value)).toBeLessThan(4.5)
  expect((found?.error ?? Number.NaN) / value).toBeLessThan(0.005)
})
