/** Jumps: how many come, and when. */
import { describe, expect, test } from 'vitest'
import { jumpCounts, jumpDrift } from '../../src/risk/jumps.ts'
import { add, at } from './cells.ts'
import { drawsOf } from './draws.ts'

describe('how many jumps come', () => {
  test('is the Poisson count that the chance stands for', () => {
    // 0.5 a year for 4 years: 2 expected. e^-2 = 0.1353 for none, 3 e^-2 = 0.4060 for at most one, 5 e^-2 = 0.6767, 19/3 e^-2 = 0.8571.
    const { draw } = jumpCounts(0.5, [4])
    const counts = [0.001, 0.135, 0.136, 0.405, 0.407, 0.676, 0.677, 0.857, 0.8572].map((u) => draw(u, 1, 0, 0))
    expect(counts).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4])
  })

  test('ends where nothing is left to choose', () => {
    // P(more than 30) of 2 expected is below 10^-25, P(more than 15) is 10^-9 and can be drawn.
    const { draw } = jumpCounts(2, [1])
    const most = draw(1 - 2 ** -53, 1, 0, 0)
    expect(most).toBeGreaterThan(15)
    expect(most).toBeLessThan(30)
  })

  test('is none where none are expected', () => {
    const { by, draw } = jumpCounts(0, [1, 2])
    expect([draw(1 - 2 ** -53, 1, 0, 0), ...by]).toEqual([0, 0, 0])
    expect(jumpCounts(3, []).draw(0.99, 1, 0, 0)).toBe(0)
  })

  test('is refused above 700, where the chances would vanish', () => {
    expect(() => jumpCounts(70, [10.1])).toThrow('707 jumps are expected, more than 700')
    // About 700 with standard deviation 26.
    expect(Math.abs(jumpCounts(70, [10]).draw(0.5, 1, 0, 0) - 700)).toBeLessThan(3)
  })
})

describe('when they come', () => {
  test('every interval has its share, whatever the others have', () => {
    const times = [0.5, 0.75, 2]
    const { by, draw } = jumpCounts(3, times)
    const n = 20_000
    const sums = [0, 0, 0]
    const squares = [0, 0, 0]
    const products = [0, 0, 0]
    for (const [i, u] of drawsOf(11, n).entries()) {
      const all = draw(u, 1, 0, i)
      expect(by[2]).toBe(all)
      const each = [at(by, 0), at(by, 1) - at(by, 0), at(by, 2) - at(by, 1)]
      for (const [k, count] of each.entries()) {
        add(sums, k, count / n)
        add(squares, k, count ** 2 / n)
        add(products, k, (count * at(each, (k + 1) % 3)) / n)
      }
    }
    // Independent Poisson counts with mean and variance 3 × 0.5, 3 × 0.25, 3 × 1.25.
    const means = [1.5, 0.75, 3.75]
    for (const [k, mean] of means.entries()) {
      const other = at(means, (k + 1) % 3)
      expect(Math.abs(at(sums, k) - mean)).toBeLessThan(4.5 * Math.sqrt(mean / n))
      // A Poisson count less its mean has fourth moment m + 3 m²; the product of two such has variance m m'.
      const variance = at(squares, k) - 2 * mean * at(sums, k) + mean ** 2
      expect(Math.abs(variance - mean)).toBeLessThan(4.5 * Math.sqrt((mean + 2 * mean ** 2) / n))
      const covariance = at(products, k) - mean * at(sums, (k + 1) % 3) - other * at(sums, k) + mean * other
      expect(Math.abs(covariance)).toBeLessThan(4.5 * Math.sqrt((mean * other) / n))
    }
  })

  test('depends on the block and the stream, and not on what was drawn before', () => {
    const { by, draw } = jumpCounts(5, [1, 2, 3, 4])
    const drawn = (block: number, stream: number): number[] => {
      draw(0.5, 9, block, stream)
      return [...by]
    }
    const first = drawn(0, 0)
    expect(drawn(1, 0)).not.toEqual(first)
    expect(drawn(0, 1)).not.toEqual(first)
    expect(drawn(0, 0)).toEqual(first)
  })
})

test('the drift of jumps is their number times what one multiplies the price by, less 1', () => {
  // E[e^J] = e^(-0.4 + 0.3²/2) = e^-0.355 = 0.70117: two of them a year take 59.77 % off.
  expect(jumpDrift({ perYear: 2, mean: -0.4, volatility: 0.3 })).toBeCloseTo(2 * (Math.exp(-0.355) - 1), 14)
  expect(jumpDrift({ perYear: 2, mean: Math.LN2, volatility: 0 })).toBeCloseTo(2, 14)
})
