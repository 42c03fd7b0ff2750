/** Idaho: the threshold of each year and status, itemized deductions, seniors, and a second working. */
import { describe, expect, test } from 'vitest'
import { idaho } from '../statute/states/ID.ts'
import { rowOf, stateOf } from './states.ts'
import { agreesWith } from './taxpayers.ts'

const summaryOf = (year: number, x: object) => stateOf(rowOf('ID', year, x)).summary
const taxOf = (year: number, x: object): number => summaryOf(year, x).tax

describe('Idaho', () => {
  // Federal standard deduction and threshold; the sum of them is the income at which tax begins
  test.each([
    [2024, 'single', 14_600, 4_673, 0.05695],
    [2024, 'mfj', 29_200, 9_346, 0.05695],
    [2024, 'mfs', 14_600, 4_673, 0.05695],
    [2024, 'hoh', 21_900, 9_346, 0.05695],
    [2024, 'qss', 29_200, 9_346, 0.05695],
    [2025, 'single', 15_750, 4_811, 0.053],
    [2025, 'mfj', 31_500, 9_622, 0.053],
    [2025, 'mfs', 15_750, 4_811, 0.053],
    [2025, 'hoh', 23_625, 9_622, 0.053],
    [2025, 'qss', 31_500, 9_622, 0.053],
    [2026, 'single', 16_100, 4_811, 0.053],
    [2026, 'mfj', 32_200, 9_622, 0.053],
    [2026, 'mfs', 16_100, 4_811, 0.053],
    [2026, 'hoh', 24_150, 9_622, 0.053],
    [2026, 'qss', 32_200, 9_622, 0.053],
  ])('%i %s: nothing up to %i and %i, then %d', (year, status, deduction, threshold, rate) => {
    const at = (income: number): number => taxOf(year, { status, wages: deduction + threshold + income })
    expect(at(-1)).toBe(0)
    expect(at(0)).toBe(0)
    expect(at(1)).toBeCloseTo(rate, 10)
    expect(at(1_000_000)).toBeCloseTo(1_000_000 * rate, 6)
  })

  test('itemized deductions without state income tax, if they are more than the standard deduction', () => {
    const itemized = (mortgageInterest: number) => ({
      itemized: { stateAndLocalTaxes: 12_000, realEstateTaxes: 0, mortgageInterest, charityCash: 0, charityStock: 0 },
    })
    // 12,000 and 20,000 on the federal return; 20,000 here
    expect(summaryOf(2025, { wages: 100_000, ...itemized(20_000) }).taxableIncome).toBe(80_000)
    // 12,000 and 10,000 there; 10,000 is less than 15,750
    expect(summaryOf(2025, { wages: 100_000, ...itemized(10_000) }).taxableIncome).toBe(84_250)
  })

  test('the federal deductions for age are given', () => {
    expect(summaryOf(2024, { wages: 60_000, age: 65 }).taxableIncome).toBe(60_000 - 16_550)
    // 6,000 less 6 % of 5,000
    expect(summaryOf(2025, { wages: 80_000, age: 65 }).taxableIncome).toBe(80_000 - 17_750 - 5_700)
  })

  test('gain on stock is taxed as wages are; the spread changes nothing', () => {
    const tax = taxOf(2025, { wages: 300_000 })
    expect(taxOf(2025, { wages: 100_000, longTermGain: 200_000, isoSpread: 900_000 })).toBeCloseTo(tax, 8)
  })

  test('no income, and less than none', () => {
    expect(taxOf(2025, {})).toBe(0)
    expect(taxOf(2025, { shortTermGain: -90_000 })).toBe(0)
  })

  test('a second working agrees', () => agreesWith('ID', idaho))
})
