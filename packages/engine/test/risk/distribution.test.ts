import { describe, expect, test } from 'vitest'
import {
  certaintyEquivalent,
  distributionOf,
  type Futures,
  meanOf,
  partBelow,
  percents,
} from '../../src/risk/distribution.ts'

const alike = (values: readonly number[], perBlock = 0): Futures => ({
  ...{ values: Float64Array.from(values), weights: null, perBlock },
})
const weighed = (list: readonly (readonly [number, number])[]): Futures => ({
  values: Float64Array.from(list, ([value]) => value),
  weights: Float64Array.from(list, ([, weight]) => weight),
  perBlock: 0,
})

describe('futures that are all alike', () => {
  // 1 to 100 in a mixed order: 7i mod 101 goes through all of them
  const hundred = alike(Array.from({ length: 100 }, (_, i) => (7 * (i + 1)) % 101))

  test('mean, spread and edges', () => {
    const of = distributionOf(hundred)
    expect(of.mean).toBeCloseTo(50.5, 12)
    // Variance of 1 … n: (n² - 1) / 12 = 833.25
    expect(of.deviation).toBeCloseTo(Math.sqrt(833.25), 12)
    expect([of.least, of.most]).toEqual([1, 100])
  })

  test('a percentile is the least result that so many do not exceed', () => {
    expect(distributionOf(hundred).percentiles).toEqual([...percents])
  })

  test('the worst twentieth: the mean of 1 to 5', () => {
    expect(distributionOf(hundred).worstMean).toBeCloseTo(3, 12)
  })

  test('of futures that do not come out even, only what fits is counted', () => {
    // Of ten, a twentieth is half of the worst one
    expect(distributionOf(alike([4, 8, 15, 16, 23, 42, 50, 60, 70, 80])).worstMean).toBeCloseTo(4, 12)
    // Of fifteen it is three quarters of the worst
    expect(distributionOf(alike([...Array(14).fill(9), 2])).worstMean).toBeCloseTo(2, 12)
  })

  test('less than another in the same future', () => {
    expect(partBelow(alike([1, 5, 3, 8]), Float64Array.of(2, 4, 3, 9))).toBe(0.5)
    expect(partBelow(alike([1, 5, 3, 8]), 3)).toBe(0.25)
    // A cent is no difference
    expect(partBelow(alike([2.995]), 3)).toBe(0)
  })

  test('the standard error comes from the means of blocks', () => {
    // Means 1, 3, 8: mean 4, spread (9 + 1 + 16) / 2 = 13, over three blocks
    expect(distributionOf(alike([0, 2, 2, 4, 8, 8], 2)).standardError).toBeCloseTo(Math.sqrt(13 / 3), 12)
    expect(distributionOf(alike([0, 2], 2)).standardError).toBeNaN()
    expect(distributionOf(alike([0, 2], 0)).standardError).toBe(0)
  })
})

describe('outcomes with their chances', () => {
  const outcomes = weighed([
    [600, 0.35],
    [100, 0.25],
    [-80, 0.4],
  ])

  test('mean: 210 + 25 - 32', () => {
    expect(meanOf(outcomes)).toBeCloseTo(203, 12)
  })

  test('the middle one, the worst part, and how often less than nothing', () => {
    const of = distributionOf(outcomes)
    expect(of.percentiles[percents.indexOf(25)]).toBe(-80)
    expect(of.percentiles[percents.indexOf(50)]).toBe(100)
    expect(of.percentiles[percents.indexOf(75)]).toBe(600)
    expect(of.worstMean).toBeCloseTo(-80, 12)
    expect(partBelow(outcomes, 0)).toBeCloseTo(0.4, 12)
    expect(of.standardError).toBe(0)
  })
})

describe('the sure amount that is worth as much', () => {
  const coin = alike([0, 300])

  test('without aversion the mean', () => {
    expect(certaintyEquivalent(coin, 100, 0)).toBeCloseTo(150, 12)
  })

  test('at 1 the geometric mean of all one owns: √(100 × 400) - 100', () => {
    expect(certaintyEquivalent(coin, 100, 1)).toBeCloseTo(100, 10)
  })

  test('at 2 the harmonic mean: 2 / (1/100 + 1/400) - 100', () => {
    expect(certaintyEquivalent(coin, 100, 2)).toBeCloseTo(60, 10)
  })

  test('at 3: ((100⁻² + 400⁻²) / 2)^(-1/2) - 100', () => {
    expect(certaintyEquivalent(coin, 100, 3)).toBeCloseTo(((1e-4 + 6.25e-6) / 2) ** -0.5 - 100, 10)
  })

  test('none where a future leaves nothing', () => {
    expect(certaintyEquivalent(alike([-100, 300]), 100, 3)).toBeNull()
    expect(certaintyEquivalent(alike([-150, 300]), 100, 0.5)).toBeNull()
  })

  test('never above the mean, and less the greater the aversion, however much one owns', () => {
    for (const outside of [10, 1e3, 1e7]) {
      const sure = [0, 0.5, 1, 2, 6, 20].map((aversion) => certaintyEquivalent(coin, outside, aversion) as number)
      for (const [i, amount] of sure.entries()) if (i > 0) expect(amount).toBeLessThan(sure[i - 1] as number)
    }
  })
})
