/** Lattices: every slice once, and squares filled more evenly than by chance. */
import { describe, expect, test } from 'vitest'
import { latticeSteps } from '../../src/risk/lattice.ts'
import { strata } from '../../src/risk/strata.ts'
import { add, at } from './cells.ts'

const sizes = [100, 200, 250, 251, 256, 1000, 2310]

test.each(sizes)('of %i points every step comes by every slice, and no two dimensions share one', (n) => {
  const steps = latticeSteps(n, 8)
  for (const step of steps) expect(new Set(Array.from({ length: n }, (_, i) => (i * step) % n)).size).toBe(n)
  // A step and its mirror image, n less the step, would put two dimensions in line.
  expect(new Set(steps.map((step) => Math.min(step, n - step))).size).toBe(8)
})

test('a step is the same however many dimensions follow', () => {
  expect(latticeSteps(250, 3)).toEqual(latticeSteps(250, 8).slice(0, 3))
})

test('the first two dimensions are the best of all lattices of so many points', () => {
  // The error by its definition: the mean over points of (1 + B(x)) (1 + B(y) / 4), B(x) = 2 pi² (x² - x + 1/6), less 1.
  const n = 101
  const bernoulli = (x: number): number => 2 * Math.PI ** 2 * (x * x - x + 1 / 6)
  const error = (step: number): number => {
    let sum = 0
    for (let i = 0; i < n; i++) sum += (1 + bernoulli(i / n)) * (1 + bernoulli(((i * step) % n) / n) / 4)
    return sum / n - 1
  }
  const all = Array.from({ length: n - 1 }, (_, i) => error(i + 1))
  expect(error(latticeSteps(n, 2)[1] ?? 0)).toBeCloseTo(Math.min(...all), 10)
})

describe.each(sizes)('a block of %i paths', (n) => {
  const streams = Array.from({ length: 16 }, (_, i) => i)
  const numbers = Array.from(strata(1, n, streams).of(3))
  const cells = Math.floor(Math.sqrt(n / 2.5))

  /** Mean squared departure of the counts in squares from even, over all pairs of some dimensions; 1 would be pure chance. */
  const unevenness = (from: number, to: number): number => {
    const found: number[] = []
    for (let d = from; d < to; d++)
      for (let e = d + 1; e < to; e++) {
        const counts = new Float64Array(cells * cells)
        for (let i = 0; i < n; i++)
          add(
            counts,
            Math.floor(at(numbers, d * n + i) * cells) * cells + Math.floor(at(numbers, e * n + i) * cells),
            1,
          )
        const even = n / cells ** 2
        found.push(counts.reduce((sum, count) => sum + (count - even) ** 2 / even, 0) / (cells - 1) ** 2)
      }
    return found.reduce((a, b) => a + b) / found.length
  }

  test('fills the squares of the first dimensions evenly, and those of the others as chance does', () => {
    expect(unevenness(0, 2)).toBeLessThan(0.3)
    expect(unevenness(0, 8)).toBeLessThan(0.8)
    expect(unevenness(8, 16)).toBeGreaterThan(0.85)
    expect(unevenness(8, 16)).toBeLessThan(1.15)
  })
})
