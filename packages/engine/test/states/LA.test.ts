/** Louisiana: the exemptions and brackets of 2024, the standard deduction since, and a second working. */
import { describe, expect, test } from 'vitest'
import { louisiana } from '../statute/states/LA.ts'
import { rowOf, stateOf } from './states.ts'
import { agreesWith } from './taxpayers.ts'

const taxOf = (year: number, x: object): number => stateOf(rowOf('LA', year, x)).summary.tax

describe('Louisiana', () => {
  test.each([
    [2025, 'single', 12_500],
    [2025, 'mfj', 25_000],
    [2025, 'mfs', 12_500],
    [2025, 'hoh', 25_000],
    [2025, 'qss', 25_000],
    [2026, 'single', 12_875],
    [2026, 'mfj', 25_750],
    [2026, 'mfs', 12_875],
    [2026, 'hoh', 25_750],
    [2026, 'qss', 25_750],
  ])('%i %s: nothing up to %i, then 3 %', (year, status, deduction) => {
    expect(taxOf(year, { status, wages: deduction - 1 })).toBe(0)
    expect(taxOf(year, { status, wages: deduction })).toBe(0)
    expect(taxOf(year, { status, wages: deduction + 1 })).toBeCloseTo(0.03, 8)
    expect(taxOf(year, { status, wages: deduction + 100_000 })).toBeCloseTo(3_000, 8)
    // Dependents and age are worth nothing any more
    expect(taxOf(year, { status, wages: deduction + 100_000, dependents: 2, age: 70 })).toBeCloseTo(3_000, 8)
  })

  // 2024: 1.85 % of what the exemption leaves of the first bracket, 3.5 % of the second, then 4.25 %
  test.each([
    // 8,000 at 1.85 %; 37,500 at 3.5 % is 1,312.50
    ['single', 4_500, 12_500, 148, 50_000, 1_460.5],
    ['mfs', 4_500, 12_500, 148, 50_000, 1_460.5],
    // 16,000 at 1.85 %; 75,000 at 3.5 % is 2,625
    ['mfj', 9_000, 25_000, 296, 100_000, 2_921],
    // 3,500 at 1.85 %
    ['hoh', 9_000, 12_500, 64.75, 50_000, 1_377.25],
    // 1,000 more of exemption: 15,000 at 1.85 %
    ['qss', 10_000, 25_000, 277.5, 100_000, 2_902.5],
  ])('2024 %s: edges', (status, exempt, first, taxOfFirst, second, taxOfSecond) => {
    const tax = (wages: number): number => taxOf(2024, { status, wages })
    expect([tax(exempt - 1), tax(exempt)]).toEqual([0, 0])
    expect(tax(exempt + 1)).toBeCloseTo(0.0185, 8)
    expect(tax(first - 1)).toBeCloseTo(taxOfFirst - 0.0185, 8)
    expect(tax(first)).toBeCloseTo(taxOfFirst, 8)
    expect(tax(first + 1)).toBeCloseTo(taxOfFirst + 0.035, 8)
    expect(tax(second - 1)).toBeCloseTo(taxOfSecond - 0.035, 8)
    expect(tax(second)).toBeCloseTo(taxOfSecond, 8)
    expect(tax(second + 1)).toBeCloseTo(taxOfSecond + 0.0425, 8)
  })

  test('2024: 1,000 for each dependent, for age and for blindness, at 1.85 %', () => {
    // 1,460.50 at 50,000, and 50,000 at 4.25 % more
    const tax = 3_585.5
    expect(taxOf(2024, { wages: 100_000 })).toBeCloseTo(tax, 8)
    expect(taxOf(2024, { wages: 100_000, dependents: 3 })).toBeCloseTo(tax - 55.5, 8)
    expect(taxOf(2024, { wages: 100_000, age: 65 })).toBeCloseTo(tax - 18.5, 8)
    expect(taxOf(2024, { wages: 100_000, age: 65, blind: true })).toBeCloseTo(tax - 37, 8)
    // The ninth thousand lies in the second bracket: 4,500 + 9,000 = 13,500
    expect(taxOf(2024, { wages: 100_000, dependents: 9 })).toBeCloseTo(tax - 148 - 35, 8)
  })

  test('no income, and less than none', () => {
    for (const year of [2024, 2025]) {
      expect(taxOf(year, {})).toBe(0)
      expect(taxOf(year, { shortTermGain: -90_000 })).toBe(0)
    }
  })

  test('the spread and the kind of gain change nothing', () => {
    const tax = taxOf(2025, { wages: 200_000, shortTermGain: 50_000 })
    expect(taxOf(2025, { wages: 200_000, longTermGain: 50_000, isoSpread: 300_000 })).toBe(tax)
  })

  test('a second working agrees', () => agreesWith('LA', louisiana))
})
