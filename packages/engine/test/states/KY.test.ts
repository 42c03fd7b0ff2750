/** Kentucky: edges of the standard deduction, the credits for age and blindness, and a second working. */
import { describe, expect, test } from 'vitest'
import { kentucky } from '../statute/states/KY.ts'
import { rowOf, stateOf } from './states.ts'
import { agreesWith } from './taxpayers.ts'

const taxOf = (year: number, x: object): number => stateOf(rowOf('KY', year, x)).summary.tax
const statuses = ['single', 'mfj', 'mfs', 'hoh', 'qss'] as const
const years = [
  [2024, 3_160, 0.04],
  [2025, 3_270, 0.04],
  [2026, 3_360, 0.035],
] as const

describe('Kentucky', () => {
  // One deduction for every status
  test.each(
    years.flatMap(([year, deduction, rate]) => statuses.map((status) => [year, status, deduction, rate] as const)),
  )('%i %s: nothing up to %i, then %d', (year, status, deduction, rate) => {
    expect(taxOf(year, { status, wages: deduction - 1 })).toBe(0)
    expect(taxOf(year, { status, wages: deduction })).toBe(0)
    expect(taxOf(year, { status, wages: deduction + 1 })).toBeCloseTo(rate, 10)
    expect(taxOf(year, { status, wages: deduction + 100_000 })).toBeCloseTo(100_000 * rate, 6)
  })

  test('40 off for age, 40 for blindness, never below zero', () => {
    // 4 % of 50,000 is 2,000
    expect(taxOf(2025, { wages: 53_270, age: 64 })).toBeCloseTo(2_000, 8)
    expect(taxOf(2025, { wages: 53_270, age: 65 })).toBeCloseTo(1_960, 8)
    expect(taxOf(2025, { wages: 53_270, age: 65, blind: true })).toBeCloseTo(1_920, 8)
    expect(taxOf(2025, { wages: 53_270, status: 'mfj', age: 65, spouseAge: 70 })).toBeCloseTo(1_920, 8)
    // 4 % of 1,000 is 40, gone whole; of 999 less than it
    expect(taxOf(2025, { wages: 4_270, age: 65 })).toBe(0)
    expect(taxOf(2025, { wages: 4_269, age: 65 })).toBe(0)
    expect(taxOf(2025, { wages: 4_271, age: 65 })).toBeCloseTo(0.04, 8)
  })

  test('no income, and less than none', () => {
    expect(taxOf(2025, {})).toBe(0)
    expect(taxOf(2025, { shortTermGain: -90_000 })).toBe(0)
  })

  test('dependents, the spread and the kind of gain change nothing', () => {
    const tax = taxOf(2026, { wages: 200_000, shortTermGain: 50_000 })
    expect(taxOf(2026, { wages: 200_000, longTermGain: 50_000, isoSpread: 300_000, dependents: 3 })).toBe(tax)
  })

  test('a second working agrees', () => agreesWith('KY', kentucky))
})
