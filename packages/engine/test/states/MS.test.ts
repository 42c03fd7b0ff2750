/** Mississippi: the untaxed 10,000 above deduction and exemptions, and a second working. */
import { describe, expect, test } from 'vitest'
import { mississippi } from '../statute/states/MS.ts'
import { rowOf, stateOf } from './states.ts'
import { agreesWith } from './taxpayers.ts'

const returnOf = (year: number, x: object) => stateOf(rowOf('MS', year, x)).summary
const taxOf = (year: number, x: object): number => returnOf(year, x).tax

// Standard deduction, exemption and the first 10,000
const untaxed = [
  ['single', 2_300 + 6_000 + 10_000],
  ['mfj', 4_600 + 12_000 + 10_000],
  ['mfs', 2_300 + 6_000 + 10_000],
  ['hoh', 3_400 + 8_000 + 10_000],
  ['qss', 3_400 + 8_000 + 10_000],
] as const
const rates = [
  [2024, 0.047],
  [2025, 0.044],
  [2026, 0.04],
] as const

describe('Mississippi', () => {
  test.each(rates.flatMap(([year, rate]) => untaxed.map(([status, amount]) => [year, status, amount, rate] as const)))(
    '%i %s: nothing up to %i, then %d',
    (year, status, amount, rate) => {
      expect(taxOf(year, { status, wages: amount - 1 })).toBe(0)
      expect(taxOf(year, { status, wages: amount })).toBe(0)
      expect(taxOf(year, { status, wages: amount + 1 })).toBeCloseTo(rate, 10)
      expect(taxOf(year, { status, wages: amount + 100_000 })).toBeCloseTo(100_000 * rate, 6)
    },
  )

  // The department says that a single person files above 8,300, a couple above 16,600
  test('taxable income begins where the state asks for a return', () => {
    expect(returnOf(2025, { wages: 8_300 }).taxableIncome).toBe(0)
    expect(returnOf(2025, { wages: 8_301 }).taxableIncome).toBe(1)
    expect(returnOf(2025, { status: 'mfj', wages: 16_600 }).taxableIncome).toBe(0)
    expect(returnOf(2025, { status: 'mfj', wages: 16_601 }).taxableIncome).toBe(1)
  })

  test('1,500 for each dependent, for age and for blindness', () => {
    const taxable = (x: object): number => returnOf(2026, { wages: 100_000, ...x }).taxableIncome
    expect(taxable({})).toBe(91_700)
    expect(taxable({ dependents: 2 })).toBe(88_700)
    expect(taxable({ age: 64 })).toBe(91_700)
    expect(taxable({ age: 65 })).toBe(90_200)
    expect(taxable({ age: 65, blind: true })).toBe(88_700)
  })

  test('no income, and less than none', () => {
    expect(taxOf(2025, {})).toBe(0)
    expect(taxOf(2025, { longTermGain: -90_000 })).toBe(0)
  })

  test('the spread and the kind of gain change nothing', () => {
    const tax = taxOf(2025, { wages: 200_000, shortTermGain: 50_000 })
    expect(taxOf(2025, { wages: 200_000, longTermGain: 50_000, isoSpread: 300_000 })).toBe(tax)
  })

  test('a second working agrees', () => agreesWith('MS', mississippi))
})
