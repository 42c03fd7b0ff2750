/** Montana: bracket edges of income and of net long-term gain, state tax added back, age, and a second working. */
import { describe, expect, test } from 'vitest'
import { montana } from '../statute/states/MT.ts'
import { rowOf, stateOf } from './states.ts'
import { agreesWith } from './taxpayers.ts'

const returnOf = (year: number, x: object) => stateOf(rowOf('MT', year, x)).summary
const taxOf = (year: number, x: object): number => returnOf(year, x).tax

// Year, status, federal standard deduction, edge, tax at the edge (4.7 %), tax on as much gain (3 %), upper rate
const edges = [
  [2024, 'single', 14_600, 20_500, 963.5, 615, 0.059],
  [2024, 'mfj', 29_200, 41_000, 1_927, 1_230, 0.059],
  [2024, 'mfs', 14_600, 20_500, 963.5, 615, 0.059],
  [2024, 'hoh', 21_900, 30_750, 1_445.25, 922.5, 0.059],
  [2024, 'qss', 29_200, 41_000, 1_927, 1_230, 0.059],
  [2025, 'single', 15_750, 21_100, 991.7, 633, 0.059],
  [2025, 'mfj', 31_500, 42_200, 1_983.4, 1_266, 0.059],
  [2025, 'mfs', 15_750, 21_100, 991.7, 633, 0.059],
  [2025, 'hoh', 23_625, 31_700, 1_489.9, 951, 0.059],
  [2025, 'qss', 31_500, 42_200, 1_983.4, 1_266, 0.059],
  [2026, 'single', 16_100, 47_500, 2_232.5, 1_425, 0.0565],
  [2026, 'mfj', 32_200, 95_000, 4_465, 2_850, 0.0565],
  [2026, 'mfs', 16_100, 47_500, 2_232.5, 1_425, 0.0565],
  [2026, 'hoh', 24_150, 71_250, 3_348.75, 2_137.5, 0.0565],
  [2026, 'qss', 32_200, 95_000, 4_465, 2_850, 0.0565],
] as const

describe('Montana', () => {
  test.each(edges)('%i %s: edges of wages above %i', (year, status, deduction, edge, tax, _, rate) => {
    const at = (taxable: number): number => taxOf(year, { status, wages: deduction + taxable })
    expect(at(-1)).toBe(0)
    expect(at(0)).toBe(0)
    expect(at(1)).toBeCloseTo(0.047, 8)
    expect(at(edge - 1)).toBeCloseTo(tax - 0.047, 8)
    expect(at(edge)).toBeCloseTo(tax, 8)
    expect(at(edge + 1)).toBeCloseTo(tax + rate, 8)
    expect(at(edge + 100_000)).toBeCloseTo(tax + 100_000 * rate, 6)
  })

  test.each(edges)('%i %s: edges of long-term gain above %i', (year, status, deduction, edge, tax, gainTax) => {
    // Gain alone: the deduction takes from it
    const alone = (taxable: number): number => taxOf(year, { status, longTermGain: deduction + taxable })
    expect(alone(edge - 1)).toBeCloseTo(gainTax - 0.03, 8)
    expect(alone(edge)).toBeCloseTo(gainTax, 8)
    expect(alone(edge + 1)).toBeCloseTo(gainTax + 0.041, 8)
    // On wages at the edge: all at 4.1 %
    const wages = deduction + edge
    expect(taxOf(year, { status, wages, longTermGain: 10_000 })).toBeCloseTo(tax + 410, 8)
    // 1,000 of room below it: 30 for the first 1,000, 369 for 9,000
    expect(taxOf(year, { status, wages: wages - 1_000, longTermGain: 10_000 })).toBeCloseTo(tax - 47 + 399, 8)
  })

  test('short-term loss comes off the gain; short-term gain and dividends are other income', () => {
    // 2025: 60,000 of wages above the deduction: 991.70 and 38,900 at 5.9 %, 2,295.10
    const row = { wages: 75_750 }
    expect(taxOf(2025, row)).toBeCloseTo(3_286.8, 8)
    expect(taxOf(2025, { ...row, longTermGain: 50_000, shortTermGain: -20_000 })).toBeCloseTo(3_286.8 + 1_230, 8)
    expect(taxOf(2025, { ...row, shortTermGain: 10_000 })).toBeCloseTo(3_286.8 + 590, 8)
    expect(taxOf(2025, { ...row, ordinaryDividends: 10_000, qualifiedDividends: 10_000 })).toBeCloseTo(3_876.8, 8)
  })

  test('a subtraction for each of 65 or older', () => {
    const taxable = (year: number, x: object): number => returnOf(year, { wages: 300_000, ...x }).taxableIncome
    // Federal: 14,600 and 1,950; 15,750 and 2,000; 16,100 and 2,050; the deduction for seniors is gone at 300,000
    expect(taxable(2024, { age: 65 })).toBe(300_000 - 16_550 - 5_500)
    expect(taxable(2025, { age: 65 })).toBe(300_000 - 17_750 - 5_660)
    expect(taxable(2026, { age: 65 })).toBe(300_000 - 18_150 - 5_810)
    expect(taxable(2024, { status: 'mfj', age: 65, spouseAge: 70 })).toBe(300_000 - 29_200 - 3_100 - 11_000)
  })

  const itemizing = (stateAndLocalTaxes: number, realEstateTaxes: number, mortgageInterest: number) => ({
    ...{ wages: 150_000, deductionChoice: 'itemized' },
    itemized: { stateAndLocalTaxes, realEstateTaxes, mortgageInterest, charityCash: 0, charityStock: 0 },
  })

  // 2024, limit 10,000 on taxes, standard deduction 14,600
  test.each([
    ['whole', itemizing(4_000, 1_000, 30_000), 4_000, 150_000 - 35_000 + 4_000],
    ['what the limit leaves of it', itemizing(8_000, 7_000, 30_000), 3_000, 150_000 - 40_000 + 3_000],
    ['no more than itemizing saved', itemizing(6_000, 0, 10_000), 1_400, 150_000 - 14_600],
  ])('state income tax comes back: %s', (_, x, added, taxable) => {
    expect(returnOf(2024, x)).toMatchObject({ stateIncomeTaxAddback: added, taxableIncome: taxable })
  })

  test('no income, and less than none', () => {
    expect(taxOf(2025, {})).toBe(0)
    expect(taxOf(2025, { shortTermGain: -90_000 })).toBe(0)
  })

  test('the spread changes nothing', () =>
    expect(taxOf(2026, { wages: 200_000, isoSpread: 300_000 })).toBe(taxOf(2026, { wages: 200_000 })))

  test('a second working agrees', () => agreesWith('MT', montana))
})
