/** Indiana: edges of the exemptions, and a second working. */
import { describe, expect, test } from 'vitest'
import { indiana } from '../statute/states/IN.ts'
import { rowOf, stateOf } from './states.ts'
import { agreesWith } from './taxpayers.ts'

const taxOf = (year: number, x: object): number => stateOf(rowOf('IN', year, x)).summary.tax
const exemptionOf = (x: object) => stateOf(rowOf('IN', 2025, x)).summary['exemption']

describe('Indiana', () => {
  test.each([
    [2024, 0.0305],
    [2025, 0.03],
    [2026, 0.0295],
  ])('%i: nothing up to 1,000 a person, then %d', (year, rate) => {
    for (const [status, free] of [
      ['single', 3_000],
      ['mfj', 4_000],
      ['mfs', 3_000],
      ['hoh', 3_000],
      ['qss', 3_000],
    ] as const) {
      expect(taxOf(year, { status, dependents: 2, wages: free - 1 })).toBe(0)
      expect(taxOf(year, { status, dependents: 2, wages: free })).toBe(0)
      expect(taxOf(year, { status, dependents: 2, wages: free + 1 })).toBeCloseTo(rate, 10)
      expect(taxOf(year, { status, dependents: 2, wages: free + 100_000 })).toBeCloseTo(100_000 * rate, 8)
    }
  })

  test('1,000 for age and for blindness, 500 more for age below 40,000, separately 20,000', () => {
    expect(exemptionOf({ wages: 90_000, age: 65 })).toBe(2_000)
    expect(exemptionOf({ wages: 90_000, age: 66, blind: true })).toBe(3_000)
    expect(exemptionOf({ wages: 39_999, age: 65 })).toBe(2_500)
    expect(exemptionOf({ wages: 40_000, age: 65 })).toBe(2_000)
    expect(exemptionOf({ wages: 39_999, age: 40, blind: true })).toBe(2_000)
    expect(exemptionOf({ status: 'mfs', wages: 19_999, age: 65 })).toBe(2_500)
    expect(exemptionOf({ status: 'mfs', wages: 20_000, age: 65 })).toBe(2_000)
    expect(exemptionOf({ status: 'mfj', wages: 39_999, age: 65, spouseAge: 65 })).toBe(5_000)
    expect(exemptionOf({ status: 'mfj', wages: 40_000, age: 65, spouseAge: 65 })).toBe(4_000)
    for (const status of ['hoh', 'qss'] as const) {
      expect(exemptionOf({ status, wages: 39_999, age: 65 })).toBe(2_500)
      expect(exemptionOf({ status, wages: 40_000, age: 65 })).toBe(2_000)
    }
  })

  test('no income, and less than none; the spread changes nothing', () => {
    expect(taxOf(2025, {})).toBe(0)
    expect(taxOf(2025, { shortTermGain: -90_000 })).toBe(0)
    expect(taxOf(2025, { wages: 9e5, isoSpread: 9e5 })).toBe(taxOf(2025, { wages: 9e5 }))
  })

  test('a second working agrees', () => agreesWith('IN', indiana))
})
