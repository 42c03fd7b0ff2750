import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cornersOf } from '../../src/plan/corners.ts'
import { check } from '../arbitraries.ts'

describe('corners of straight pieces', () => {
  test('none but the ends of a straight line', () => {
    const line = (at: number, into: Float64Array) => {
      into[0] = 3 * at - 7
    }
    expect(cornersOf(line, 1, 0, 1_000)).toEqual([0, 1_000])
  })

  test('a corner between two whole numbers has both', () => {
    const bent = (at: number, into: Float64Array) => {
      into[0] = Math.max(0, at - 100.5)
    }
    const found = cornersOf(bent, 1, 0, 1_000)
    expect(found).toContain(100)
    expect(found).toContain(101)
  })

  test('the most of random bent lines is at one of them', () => {
    const bends = fc.array(fc.tuple(fc.integer({ min: 1, max: 19_999 }), fc.integer({ min: -40, max: 40 })), {
      minLength: 1,
      maxLength: 12,
    })
    check(
      fc.property(bends, fc.integer({ min: -20, max: 20 }), (all, slope) => {
        const amount = (at: number) =>
          all.reduce((sum, [bend, more]) => sum + more * Math.max(0, at - bend), slope * at)
        const found = cornersOf(
          (at, into) => {
            into[0] = amount(at)
          },
          1,
          0,
          20_000,
        )
        let most = Number.NEGATIVE_INFINITY
        for (let at = 0; at <= 20_000; at++) most = Math.max(most, amount(at))
        expect(Math.max(...found.map((at) => amount(at)))).toBeCloseTo(most, 9)
      }),
      60,
    )
  })

  test('ends alike, and one place', () => {
    const any = (at: number, into: Float64Array) => {
      into[0] = at
    }
    expect(cornersOf(any, 1, 5, 5)).toEqual([5])
    expect(cornersOf(any, 1, 5, 6)).toEqual([5, 6])
  })
})
