/** The Brownian bridge: normals go in one by one, and the covariance that comes out is that of Brownian motion. */
import { describe, expect, test } from 'vitest'
import { bridgeOrder, bridgeWeights, setWeights, walk } from '../../src/risk/bridge.ts'
import { at } from './cells.ts'

/** Row i: where the motion is at each point when normal i alone is 1. The motion is linear in its normals. */
function responses(clock: readonly number[]): number[][] {
  const order = bridgeOrder(clock.length)
  const weights = bridgeWeights(clock.length)
  setWeights(order, Float64Array.from(clock), weights)
  return clock.map((_, step) => {
    const into = new Float64Array(clock.length)
    walk(
      order,
      weights,
      Float64Array.from(clock, (_, i) => (i === step ? 1 : 0)),
      into,
    )
    return [...into]
  })
}

describe('the motion', () => {
  test.each([
    ['even steps', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
    ['uneven steps', [0.02, 0.5, 0.51, 3, 3.25, 7, 40]],
    ['one', [2.5]],
    ['points at one time', [0, 0, 1, 1, 1, 4, 4]],
    ['no time at all', [0, 0, 0]],
    ['no points', []],
  ])('has at any two points the variance of the earlier one: %s', (_, clock) => {
    const rows = responses(clock)
    for (const [i, early] of clock.entries())
      for (const [j] of clock.entries())
        if (i <= j) expect(rows.reduce((sum, row) => sum + at(row, i) * at(row, j), 0)).toBeCloseTo(early, 12)
  })

  test('is decided by the end first, then by the middle', () => {
    const rows = responses([1, 2, 3, 4])
    // The end has variance 4; the first normal alone moves it, by 2, and the points before it in proportion.
    expect(rows[0]).toEqual([0.5, 1, 1.5, 2])
    // The middle lies between with variance 2 × 2 / 4 = 1, and its neighbours halfway.
    expect(rows[1]).toEqual([0.5, 1, 0.5, 0])
    // What is left is 1 × 1 / 2 within each half.
    expect(rows[2]).toEqual([Math.sqrt(0.5), 0, 0, 0])
    expect(rows[3]).toEqual([0, 0, Math.sqrt(0.5), 0])
  })
})

test('every point is set once, after those it lies between', () => {
  for (const count of [1, 2, 3, 7, 12, 52]) {
    const { point, before, after } = bridgeOrder(count)
    const set = new Set([-1])
    for (const [step, here] of point.entries()) {
      if (step > 0) expect(set.has(at(before, step)) && set.has(at(after, step))).toBe(true)
      set.add(here)
    }
    expect(set.size).toBe(count + 1)
  }
})
