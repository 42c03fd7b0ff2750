/** The normal quantile against the distribution function worked out to hundreds of binary digits. */
import { expect, test } from 'vitest'
import { normalQuantile } from '../../src/risk/normal.ts'
import { big, bigNormal, small } from './bigReal.ts'
import { drawsOf } from './draws.ts'

/** How far a value is from the quantile at p, for p at most 1/2: what it has below it beyond p, by the density there. */
function off(p: number, value: number, digits: number): number {
  const { density, below } = bigNormal(value, digits)
  return small(((below - big(p, digits)) << BigInt(digits)) / density, digits)
}

test('quantiles are right to a few parts in 10^16 of themselves', () => {
  const tails = [1e-300, 1e-200, 1e-100, 1e-50, 1e-20, 1e-12]
  // The seams of the three quotients, and both sides of them: 0.075 and e^-25.
  const seams = [0.075, 0.0750000001, 0.0749999999, 1.3887943864964021e-11, 1.4e-11, 1.38e-11]
  let worst = 0
  for (const p of [...tails, ...seams, ...drawsOf(5, 300).map((u) => u / 2), ...drawsOf(6, 60).map((u) => u / 2e4)]) {
    const value = normalQuantile(p)
    const error = Math.abs(off(p, value, p < 1e-30 ? 2600 : 400) / value)
    worst = Math.max(worst, error)
  }
  expect(worst).toBeLessThan(1e-15)
})

test('known values: 97.5 % and one standard deviation', () => {
  // 1.959963984540054 is the familiar one; the distribution function of 1 is 0.8413447460685429.
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14)
  expect(normalQuantile(0.8413447460685429)).toBeCloseTo(1, 14)
})

test('both halves are one another mirrored', () => {
  // 1 - p is exact for a p that is a whole number of 2^-30.
  for (const u of drawsOf(7, 500)) {
    const p = Math.floor(u * 2 ** 30) / 2 ** 30
    expect(normalQuantile(1 - p)).toBe(-normalQuantile(p))
  }
})

test('at its edges', () => {
  expect([normalQuantile(0.5), normalQuantile(0), normalQuantile(1)]).toEqual([
    0,
    Number.NEGATIVE_INFINITY,
    Number.POSITIVE_INFINITY,
  ])
  for (const p of [-0.1, 1.1, Number.NaN]) expect(normalQuantile(p)).toBeNaN()
  expect(Number.isFinite(normalQuantile(Number.MIN_VALUE))).toBe(true)
})

test('rises with the probability, across the seams too', () => {
  const seams = [0.075, 0.925, 1.3887943864964021e-11, 1 - 1.3887943864964021e-11, 0.5]
  for (const point of [...seams, ...drawsOf(8, 2000)]) {
    const step = Math.max(Math.min(point, 1 - point) * 1e-13, 2 ** -52)
    for (let i = -3; i < 3; i++)
      expect(normalQuantile(point + (i + 1) * step)).toBeGreaterThan(normalQuantile(point + i * step))
  }
})
