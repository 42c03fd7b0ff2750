/** Virginia: bracket edges, exemptions, age, the filing threshold, and a second working. */
import { describe, expect, test } from 'vitest'
import { virginia } from '../statute/states/VA.ts'
import { rowOf, stateOf } from './states.ts'
import { agreesWith } from './taxpayers.ts'

const taxOf = (year: number, x: object): number => stateOf(rowOf('VA', year, x)).summary.tax
const statuses = ['single', 'mfj', 'mfs', 'hoh', 'qss'] as const

// 2 % of 3,000 is 60; 3 % of 2,000 more 120; 5 % of 12,000 more 720; then 5.75 %
const edges = [
  [3_000, 60, 0.02, 0.03],
  [5_000, 120, 0.03, 0.05],
  [17_000, 720, 0.05, 0.0575],
] as const
// What comes off income: standard deduction and 930 a filer
const off = (year: number, status: string): number => {
  const one = (year === 2024 ? 8_500 : 8_750) + 930
  return status === 'mfj' ? 2 * one : one
}

describe('Virginia', () => {
  const cases = [2024, 2025, 2026].flatMap((year) =>
    statuses.flatMap((status) => edges.map((edge) => [year, status, ...edge] as const)),
  )
  test.each(cases)('%i %s: %i of taxable income is taxed %d', (year, status, edge, tax, below, above) => {
    // Taxable income of 3,000 to 5,000 may lie below the filing threshold of a couple: dependents lift income over it
    const dependents = 10
    const wages = off(year, status) + 930 * dependents + edge
    expect(taxOf(year, { status, dependents, wages: wages - 1 })).toBeCloseTo(tax - below, 8)
    expect(taxOf(year, { status, dependents, wages })).toBeCloseTo(tax, 8)
    expect(taxOf(year, { status, dependents, wages: wages + 1 })).toBeCloseTo(tax + above, 8)
  })

  test.each([
    ['single', 11_950, 2_270],
    ['mfj', 23_900, 4_540],
    ['mfs', 11_950, 2_270],
    ['hoh', 11_950, 2_270],
    ['qss', 11_950, 2_270],
  ])('%s: no tax below %i', (status, threshold, taxableIncome) => {
    expect(taxOf(2025, { status, wages: threshold - 1 })).toBe(0)
    const { summary } = stateOf(rowOf('VA', 2025, { status, wages: threshold }))
    expect(summary.taxableIncome).toBe(taxableIncome)
    // 2 % of 2,270; 60 and 3 % of 1,540
    expect(summary.tax).toBeCloseTo(status === 'mfj' ? 106.2 : 45.4, 8)
  })

  test('age deduction: 12,000, falling dollar by dollar from 50,000, and 800', () => {
    const taxable = (wages: number, x: object = {}): number =>
      stateOf(rowOf('VA', 2025, { age: 65, wages, ...x })).summary.taxableIncome
    expect(taxable(50_000)).toBe(50_000 - 12_000 - 8_750 - 930 - 800)
    expect(taxable(50_001)).toBe(50_001 - 11_999 - 8_750 - 930 - 800)
    expect(taxable(61_999)).toBe(61_999 - 1 - 8_750 - 930 - 800)
    expect(taxable(62_001)).toBe(62_001 - 8_750 - 930 - 800)
    // Two of 65 on a joint return: 24,000 up to 75,000
    expect(taxable(75_100, { status: 'mfj', spouseAge: 66 })).toBe(75_100 - 23_900 - 17_500 - 1_860 - 1_600)
    expect(taxable(40_000, { status: 'mfs' })).toBe(40_000 - 8_750 - 930 - 800)
  })

  test('no income, and less than none', () => {
    expect(taxOf(2025, {})).toBe(0)
    expect(taxOf(2025, { shortTermGain: -90_000 })).toBe(0)
  })

  test('a second working agrees', () => agreesWith('VA', virginia))
})
