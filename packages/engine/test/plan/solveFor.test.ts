import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stretchesOf } from '../../src/plan/solveForPieces.ts'
import { holdingIn } from '../../src/plan/solveForTarget.ts'
import { check } from '../arbitraries.ts'

/** Ten parts of a thousand. */
const places = Array.from({ length: 11 }, (_, i) => 100 * i)

describe('straight stretches', () => {
  test('a line is one, cut only where it was cut before', () => {
    expect(stretchesOf((at) => [3 * at - 7], [0, 400, 1_000], 1e-6)).toEqual([
      { from: 0, to: 400 },
      { from: 400, to: 1_000 },
    ])
  })

  test('a corner between two whole numbers is cut out by both', () => {
    expect(stretchesOf((at) => [Math.max(0, at - 417.5)], [0, 1_000], 1e-6)).toEqual([
      { from: 0, to: 417 },
      { from: 417, to: 418 },
      { from: 418, to: 1_000 },
    ])
  })

  test('a jump lies between two neighbours', () => {
    const found = stretchesOf((at) => [at < 613 ? 0 : 5], [0, 1_000], 1e-6)
    expect(found).toContainEqual({ from: 612, to: 613 })
  })

  test('every amount counts, not the first alone', () => {
    const found = stretchesOf((at) => [at, Math.abs(at - 300)], [0, 1_000], 1e-6)
    expect(found.map(({ to }) => to)).toContain(300)
  })
})

describe('where a target holds', () => {
  test('down and up again: two ends, of one stretch that is out', () => {
    // |at - 500| is 200 or more up to 300 and from 700
    const { holds } = holdingIn((at) => [200 - Math.abs(at - 500)], places, 0, 1e-6)
    expect(holds).toEqual([
      { from: 0, to: 300 },
      { from: 700, to: 1_000 },
    ])
  })

  test('nowhere: the least is the nearest', () => {
    expect(holdingIn((at) => [1 + Math.abs(at - 333)], places, 0, 1e-6)).toEqual({ holds: [], least: 333 })
  })

  test('one number alone', () => {
    expect(holdingIn((at) => [Math.abs(at - 333)], places, 0, 1e-6).holds).toEqual([{ from: 333, to: 333 }])
  })

  test('of a range of one number', () => {
    expect(holdingIn(() => [0], [5], 0, 1e-6).holds).toEqual([{ from: 5, to: 5 }])
  })

  test('random bent and broken lines: the same as trying every number', () => {
    const bends = fc.array(fc.tuple(fc.integer({ min: 1, max: 9_999 }), fc.integer({ min: -40, max: 40 })), {
      maxLength: 6,
    })
    const jumps = fc.array(fc.tuple(fc.integer({ min: 1, max: 9_999 }), fc.integer({ min: -9_000, max: 9_000 })), {
      maxLength: 2,
    })
    check(
      fc.property(
        bends,
        jumps,
        fc.integer({ min: -20, max: 20 }),
        fc.integer({ min: -50_000, max: 50_000 }),
        (...of) => {
          const [bent, broken, slope, start] = of
          const bend = (at: number) => bent.map(([place, more]) => more * Math.max(0, at - place))
          const jump = (at: number) => broken.map(([place, more]) => (at < place ? 0 : more))
          const amount = (at: number) =>
            [...bend(at), ...jump(at)].reduce((sum, each) => sum + each, start + slope * at)
          const cut = Array.from({ length: 101 }, (_, i) => 100 * i)
          const amounts = (at: number) => [amount(at), ...bend(at)]
          const { holds } = holdingIn(amounts, cut, 0, 1e-6)
          const wrong: number[] = []
          for (let at = 0; at <= 10_000; at++) {
            const found = holds.some(({ from, to }) => from <= at && at <= to)
            if (found !== amount(at) <= 0) wrong.push(at)
          }
          expect(wrong).toEqual([])
        },
      ),
      100,
    )
  })
})
