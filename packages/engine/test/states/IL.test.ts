/** Illinois: edges of the exemption, and a second working. */
import { describe, expect, test } from 'vitest'
import { illinois } from '../statute/states/IL.ts'
import { rowOf, stateOf } from './states.ts'
import { agreesWith } from './taxpayers.ts'

const taxOf = (year: number, x: object): number => stateOf(rowOf('IL', year, x)).summary.tax

describe('Illinois', () => {
  test.each([
    [2024, 'single', 2_775, 250_000],
    [2024, 'mfj', 5_550, 500_000],
    [2024, 'mfs', 2_775, 250_000],
    [2024, 'hoh', 2_775, 250_000],
    [2025, 'single', 2_850, 250_000],
    [2025, 'mfj', 5_700, 500_000],
    [2025, 'mfs', 2_850, 250_000],
    [2025, 'hoh', 2_850, 250_000],
    [2026, 'single', 2_925, 250_000],
    [2026, 'mfj', 5_850, 500_000],
    [2026, 'mfs', 2_925, 250_000],
    [2026, 'hoh', 2_925, 250_000],
  ])('%i %s: nothing up to %i, then 4.95 %%; no exemption above %i', (year, status, exemption, limit) => {
    expect(taxOf(year, { status, wages: exemption })).toBe(0)
    expect(taxOf(year, { status, wages: exemption + 100 })).toBeCloseTo(4.95, 10)
    expect(taxOf(year, { status, wages: limit })).toBeCloseTo(0.0495 * (limit - exemption), 8)
    expect(taxOf(year, { status, wages: limit + 1 })).toBeCloseTo(0.0495 * (limit + 1), 8)
  })

  // 2025: 100,000 less 2,850 and 2,850 for each of two dependents, 1,000 for age, 1,000 for blindness: 89,450 x 4.95 %
  test('dependents, age, blindness', () => {
    expect(taxOf(2025, { wages: 100_000, dependents: 2, age: 65, blind: true })).toBeCloseTo(4_427.775, 8)
  })

  test('gain is taxed as any income; a loss takes 3,000', () => {
    expect(taxOf(2025, { wages: 102_850, longTermGain: 40_000 })).toBeCloseTo(6_930, 8)
    expect(taxOf(2025, { wages: 102_850, longTermGain: -40_000 })).toBeCloseTo(4_801.5, 8)
  })

  test('no income, and less than none', () => {
    expect(taxOf(2025, {})).toBe(0)
    expect(taxOf(2025, { shortTermGain: -90_000 })).toBe(0)
  })

  test('a second working agrees', () => agreesWith('IL', illinois))
})
