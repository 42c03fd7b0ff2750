/** Bends of amounts whose corners and jumps are known, because they are put there. */
import { describe, expect, test } from 'vitest'
import { bendsOf } from '../../src/plan/straight.ts'

/** Straight pieces: a slope from each place on. */
const pieces =
  (slopes: readonly (readonly [from: number, slope: number])[]) =>
  (at: number): number =>
    slopes.reduce((sum, [from, slope], i) => {
      const to = slopes[i + 1]?.[0] ?? Number.POSITIVE_INFINITY
      return sum + slope * Math.max(0, Math.min(at, to) - from)
    }, 0)

const places = (of: (at: number) => readonly number[], to = 100_000): number[] =>
  bendsOf(of, 0, to).map(({ low }) => low)

describe('corners', () => {
  test('none of a straight line', () => {
    expect(places((at) => [0.3 * at + 7])).toEqual([])
  })

  test('one, where both lines meet', () => {
    const [only, ...others] = places((at) => [
      pieces([
        [0, 0.28],
        [28_661.25, 0.26],
      ])(at),
    ])
    expect(only).toBeCloseTo(28_661.25, 4)
    expect(others).toEqual([])
  })

  // Up and down: neither convex nor concave, as rates of relief are
  test('many, of two amounts, some a few dollars apart', () => {
    const one = pieces([
      [0, 0],
      [1_161, 0.28],
      [28_661, 0.26],
      [28_663, 0.42],
      [90_000, 0.12],
    ])
    const other = pieces([
      [0, 0.22],
      [50_000, 0],
    ])
    const found = places((at) => [one(at), other(at)])
    expect(found).toHaveLength(5)
    for (const [i, place] of [1_161, 28_661, 28_663, 50_000, 90_000].entries()) expect(found[i]).toBeCloseTo(place, 2)
  })
})

test('a jump lies between two places half a cent apart', () => {
  const at = (place: number): number => (place > 33_333.333 ? 500 : 0) + 0.2 * place
  const [jump, ...others] = bendsOf((place) => [at(place)], 0, 100_000)
  expect(others).toEqual([])
  expect(jump?.low).toBeLessThanOrEqual(33_333.333)
  expect(jump?.high).toBeGreaterThan(33_333.333)
  expect((jump?.high ?? 0) - (jump?.low ?? 0)).toBeLessThanOrEqual(0.01)
})
