/** Missouri: bracket edges, the federal tax deduction, gain, and a second working. */
import { describe, expect, test } from 'vitest'
import { missouri } from '../statute/states/MO.ts'
import { rowOf, stateOf } from './states.ts'
import { agreesWith } from './taxpayers.ts'

const summaryOf = (year: number, x: object) => stateOf(rowOf('MO', year, x)).summary

describe('Missouri', () => {
  // Of each band 2, 2.5, 3, 3.5, 4 and 4.5 % add up to 19.5 % of its width: 248.235, 256.035, 262.86 below the top rate.
  // Gain is not taxed from 2025, so credits that take all federal tax leave wages less the standard deduction
  test.each([
    [2024, 1_273, 14_600, 0.048],
    [2025, 1_313, 15_750, 0.047],
    [2026, 1_348, 16_100, 0.047],
  ])('%i: seven bands of %i', (year, band, deduction, top) => {
    const rates = [0, 0.02, 0.025, 0.03, 0.035, 0.04, 0.045, top]
    const taxOf = (taxable: number, x: object = {}) =>
      summaryOf(year, { wages: deduction + taxable, credits: { other: 90_000 }, ...x }).tax
    let tax = 0
    for (let i = 1; i <= 7; i++) {
      tax += (rates[i - 1] as number) * band
      expect(taxOf(i * band - 1)).toBeCloseTo(tax - (rates[i - 1] as number), 8)
      expect(taxOf(i * band)).toBeCloseTo(tax, 8)
      expect(taxOf(i * band + 1)).toBeCloseTo(tax + (rates[i] as number), 8)
    }
    expect(tax).toBeCloseTo(0.195 * band, 8)
    expect(taxOf(300_000)).toBeCloseTo(tax + top * (300_000 - 7 * band), 6)
  })

  // 2026 single, wages of 50,000: federal tax 3,820, of which a quarter, 955; 32,945 taxed: 262.86 + 4.7 % of 23,509
  test('wages of 50,000 in 2026', () => {
    const summary = summaryOf(2026, { wages: 50_000 })
    expect(summary).toMatchObject({ federalTaxDeduction: 955, taxableIncome: 32_945 })
    expect(summary.tax).toBeCloseTo(1_367.783, 8)
  })

  // Federal tax by the 2026 schedule of a single filer: 890 at 25,000, 3,820, 13,170, and 18,734 at 125,000
  test.each([
    [25_000, 311.5, 222.525],
    [50_000, 955, 573.018],
    [100_000, 1_975.5, 658.511],
    [125_000, 936.7, 0],
  ])('the part of federal tax deducted at %i: %d, a dollar above %d', (wages, at, above) => {
    expect(summaryOf(2026, { wages })['federalTaxDeduction']).toBeCloseTo(at, 6)
    expect(summaryOf(2026, { wages: wages + 1 })['federalTaxDeduction']).toBeCloseTo(above, 6)
  })

  test('at most 5,000 of federal tax, on a joint return 10,000', () => {
    const gain = { wages: 60_000, longTermGain: 4_000_000 }
    expect(summaryOf(2026, gain)['federalTaxDeduction']).toBe(5_000)
    expect(summaryOf(2026, { ...gain, status: 'mfj' })['federalTaxDeduction']).toBe(10_000)
    expect(summaryOf(2026, { ...gain, status: 'hoh' })['federalTaxDeduction']).toBe(5_000)
  })

  // 2026 single, wages of 90,000 and a gain of 60,000: federal tax 10,970 + 9,000, of which 15 %, 2,995.50
  test('gain is not taxed from 2025, short-term or long-term; a loss counts as on the federal return', () => {
    expect(summaryOf(2026, { wages: 90_000, longTermGain: 60_000 }).taxableIncome).toBeCloseTo(70_904.5, 6)
    expect(summaryOf(2026, { wages: 190_000, shortTermGain: 60_000 }).taxableIncome).toBe(173_900)
    expect(summaryOf(2025, { wages: 190_000, longTermGain: -60_000 }).taxableIncome).toBe(171_250)
    expect(summaryOf(2024, { wages: 190_000, longTermGain: 60_000 }).taxableIncome).toBe(235_400)
  })

  test('1,400 for a head of household and a surviving spouse, and the federal boxes for age', () => {
    const taxable = (x: object) => summaryOf(2025, { wages: 200_000, ...x }).taxableIncome
    expect(taxable({ status: 'single' })).toBe(184_250)
    expect(taxable({ status: 'mfs' })).toBe(184_250)
    expect(taxable({ status: 'mfj' })).toBe(168_500)
    expect(taxable({ status: 'hoh' })).toBe(174_975)
    expect(taxable({ status: 'qss' })).toBe(167_100)
    expect(taxable({ status: 'single', age: 65 })).toBe(182_250)
  })

  test('AMT of an exercise is federal tax too', () => {
    const without = summaryOf(2025, { wages: 90_000 })
    const exercised = summaryOf(2025, { wages: 90_000, isoSpread: 100_000 })
    expect(exercised.tax).toBeLessThan(without.tax)
  })

  test('no income, and less than none', () => {
    expect(summaryOf(2025, {}).tax).toBe(0)
    expect(summaryOf(2025, { shortTermGain: -90_000 }).tax).toBe(0)
  })

  test('a second working agrees', () => agreesWith('MO', missouri))
})
