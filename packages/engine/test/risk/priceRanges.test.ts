/** Where one amount is at least another, and amounts that are straight in pieces. */
import { expect, test } from 'vitest'
import { rangesWhere } from '../../src/risk/priceRanges.ts'
import { amountOn, piecesOf } from '../../src/risk/straightPieces.ts'

const prices = [0, 10, 20, 30, 40]
const where = (over: readonly number[], slight?: number) => rangesWhere(prices, (i) => over[i] as number, slight)
const far = Number.POSITIVE_INFINITY

test.each([
  ['below a crossing', [5, 5, -5, -5, -5], [{ from: 0, to: 15 }]],
  ['above one', [-3, -3, -3, 9, 9], [{ from: 22.5, to: far }]],
  [
    'in two ranges',
    [1, -1, -1, -1, 3],
    [
      { from: 0, to: 5 },
      { from: 32.5, to: far },
    ],
  ],
  ['nowhere', [-1, -1, -1, -1, -1], []],
  ['everywhere, ties counted', [0, 0, 1, 0, 0], [{ from: 0, to: far }]],
])('an amount is not below zero %s', (_, over, ranges) => {
  expect(where(over)).toEqual(ranges)
})

test('a slight gap is none', () => {
  expect(where([1, 1, -0.1, 1, -5], 0.2)).toEqual([{ from: 0, to: 30 + 10 / 6 }])
  expect(where([1, 1, -0.1, 1, -5], 0.05)).toHaveLength(2)
})

test('pieces of a straight line with corners are it, asked for few times', () => {
  let asked = 0
  // Corners at 12.5 and 37.7, as of brackets of 10, 24 and 15 %
  const tax = (price: number): number => {
    asked++
    return 0.1 * price + 0.14 * Math.max(0, price - 12.5) - 0.09 * Math.max(0, price - 37.7)
  }
  const pieces = piecesOf(tax, [0, 10, 20, 40, 80], { within: 1e-9, least: 1e-3 })
  expect(asked).toBeLessThan(25)
  for (const price of [0, 3, 12.5, 12.6, 19, 37.7, 38, 55, 80, 200])
    expect(amountOn(pieces, price)).toBeCloseTo(tax(price), 8)
})

test('two corners between neighbours, and a jump, are closed in on', () => {
  const bent = (price: number): number => Math.max(0, price - 3) - Math.max(0, price - 4) + (price >= 14 ? 5 : 0)
  const pieces = piecesOf(bent, [0, 8, 16], { within: 1e-6, least: 1e-3 })
  for (const price of [2, 3, 3.5, 4, 7, 13.9, 14.1, 15]) expect(amountOn(pieces, price)).toBeCloseTo(bent(price), 4)
  // The lines of both ends meet at 6, and it is there; in the middle it is not on them
  const tent = (price: number): number => Math.max(0, 2 - 2 * Math.abs(price - 4)) + Math.max(0, price - 6)
  const found = piecesOf(tent, [0, 8], { within: 1e-6, least: 1e-3 })
  for (const price of [2, 3.5, 4, 4.5, 6, 7]) expect(amountOn(found, price)).toBeCloseTo(tent(price), 4)
})
