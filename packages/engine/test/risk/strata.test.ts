/** Latin hypercubes: one number to every slice, and no dimension or block that knows of another. */
import { describe, expect, test } from 'vitest'
import { strata } from '../../src/risk/strata.ts'
import { add, at } from './cells.ts'

const paths = 50
const streams = [0, 1, 2, 9]

describe('a block', () => {
  test('has one number in every slice of every dimension', () => {
    const table = strata(1, paths, streams)
    for (const block of [0, 1, 77]) {
      const numbers = table.of(block)
      for (const d of streams.keys()) {
        const slices = Array.from(numbers.slice(d * paths, (d + 1) * paths), (u) => Math.floor(u * paths))
        expect(slices.sort((a, b) => a - b)).toEqual(Array.from({ length: paths }, (_, i) => i))
      }
    }
  })

  test('is the same whatever was asked for before, and whatever other dimensions there are', () => {
    const straight = strata(1, paths, streams)
    const wanted = [0, 1, 2].map((block) => [...straight.of(block)])
    const back = strata(1, paths, streams)
    for (const block of [2, 0, 1, 1, 2, 0]) expect([...back.of(block)]).toEqual(wanted[block])
    const last = wanted[2] ?? []
    const fewer = strata(1, paths, [9, 1]).of(2)
    expect([...fewer]).toEqual([...last.slice(3 * paths), ...last.slice(paths, 2 * paths)])
    expect([...strata(2, paths, streams).of(0)]).not.toEqual(wanted[0])
  })

  test('of one path is one plain draw', () => {
    const one = strata(1, 1, [0])
    const mean = Array.from({ length: 4000 }, (_, block) => at(one.of(block), 0)).reduce((a, b) => a + b) / 4000
    // Uniform: standard deviation sqrt(1/12) = 0.289 of one, 0.0046 of the mean of 4,000.
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 * 0.0046)
  })
})

test('every path falls on every slice as often, and its place in the slice is even', () => {
  const table = strata(3, 10, [4])
  const counts = new Float64Array(100)
  const inside = new Float64Array(10)
  const blocks = 5000
  for (let block = 0; block < blocks; block++) {
    const numbers = table.of(block)
    for (let path = 0; path < 10; path++) {
      const slice = at(numbers, path) * 10
      add(counts, path * 10 + Math.floor(slice), 1)
      add(inside, Math.floor((slice % 1) * 10), 1)
    }
  }
  // A permutation leaves 9 × 9 = 81 degrees of freedom, and makes the sum 10/9 as large: 126.1 × 10/9 = 140 is passed once in 1,000 times.
  expect(counts.reduce((sum, count) => sum + (count - 500) ** 2 / 500, 0)).toBeLessThan(140)
  expect(inside.reduce((sum, count) => sum + (count - 5000) ** 2 / 5000, 0)).toBeLessThan(27.9)
})

test('dimensions off the lattice are not correlated, nor are two blocks', () => {
  const table = strata(5, 200, [8, 9])
  const blocks = Array.from({ length: 100 }, (_, block) => [...table.of(block)])
  const within = blocks.map((numbers) => correlation(numbers.slice(0, 200), numbers.slice(200)))
  const between = blocks
    .slice(1)
    .map((numbers, i) => correlation(numbers.slice(0, 200), (blocks[i] ?? []).slice(0, 200)))
  // Of random orders of 200 the correlation has standard deviation 1 / sqrt(199) = 0.071, and the mean of 100 of them 0.0071.
  for (const found of [within, between]) {
    expect(Math.abs(found.reduce((a, b) => a + b) / found.length)).toBeLessThan(4 * 0.0071)
    expect(Math.max(...found.map(Math.abs))).toBeLessThan(4.5 * 0.071)
  }
})

describe('on the lattice', () => {
  const [count, blocks] = [100, 5000]
  const table = strata(6, count, [0, 1])
  const drawn = Array.from({ length: blocks }, (_, block) => {
    const numbers = table.of(block)
    return [at(numbers, 17), at(numbers, count + 17), at(numbers, 63)] as const
  })

  test('a path falls on every slice as often over the blocks', () => {
    for (const k of [0, 1, 2] as const) {
      const counts = new Float64Array(count)
      for (const numbers of drawn) add(counts, Math.floor(numbers[k] * count), 1)
      // 99 degrees of freedom: 148.2 is passed once in 1,000 times.
      expect(counts.reduce((sum, each) => sum + (each - 50) ** 2 / 50, 0)).toBeLessThan(148.2)
    }
  })

  test('its dimensions do not know of one another, nor its block of the next', () => {
    const pairs = [drawn.map(([u, v]) => [u, v]), drawn.slice(1).map(([u], i) => [u, drawn[i]?.[0] ?? Number.NaN])]
    for (const pair of pairs) {
      const product = pair.reduce((sum, [u = 0, v = 0]) => sum + (u - 0.5) * (v - 0.5), 0) / (pair.length / 12)
      expect(Math.abs(product)).toBeLessThan(4.5 / Math.sqrt(pair.length))
    }
  })
})

test('a block of no path, of a part of one or of too many is refused', () => {
  for (const count of [0, 1.5, -1, Number.NaN, 2 ** 20 + 1]) expect(() => strata(1, count, [0])).toThrow(RangeError)
})

const correlation = (one: readonly number[], other: readonly number[]): number =>
  one.reduce((sum, u, i) => sum + (u - 0.5) * (at(other, i) - 0.5), 0) / (one.length / 12)
