/** Utah: one rate and a credit that falls; its edges, and a second working. */
import { describe, expect, test } from 'vitest'
import { utah } from '../statute/states/UT.ts'
import { rowOf, stateOf } from './states.ts'
import { agreesWith } from './taxpayers.ts'

const summaryOf = (year: number, x: object) => stateOf(rowOf('UT', year, x)).summary

describe('Utah', () => {
  test.each([
    [2024, 'single', 14_600],
    [2024, 'mfj', 29_200],
    [2024, 'mfs', 14_600],
    [2024, 'hoh', 21_900],
    [2024, 'qss', 29_200],
    [2025, 'single', 15_750],
    [2025, 'mfj', 31_500],
    [2025, 'mfs', 15_750],
    [2025, 'hoh', 23_625],
    [2025, 'qss', 31_500],
    [2026, 'single', 16_100],
    [2026, 'mfj', 32_200],
    [2026, 'mfs', 16_100],
    [2026, 'hoh', 24_150],
    [2026, 'qss', 32_200],
  ])('%i %s: nothing is owed up to %i', (year, status, exempt) => {
    // The rate on the deduction is less than 6 % of it, so tax begins only where the credit has fallen below it
    expect(summaryOf(year, { status, wages: exempt }).tax).toBe(0)
    expect(summaryOf(year, { status, wages: exempt + 1 }).tax).toBe(0)
  })

  // Credit: 6 % of the federal deduction (14,600; 15,750; 16,100), less 1.3 % of income over the start
  test.each([
    [2024, 17_652, 876, 0.0455],
    [2025, 18_213, 945, 0.045],
    [2026, 18_213, 966, 0.0445],
  ])('%i: the credit falls above %i', (year, start, credit, rate) => {
    expect(summaryOf(year, { wages: start - 1 })['taxpayerTaxCredit']).toBeCloseTo(credit, 8)
    expect(summaryOf(year, { wages: start })['taxpayerTaxCredit']).toBeCloseTo(credit, 8)
    expect(summaryOf(year, { wages: start + 1 })['taxpayerTaxCredit']).toBeCloseTo(credit - 0.013, 8)
    const gone = start + credit / 0.013
    expect(summaryOf(year, { wages: Math.floor(gone) })['taxpayerTaxCredit']).toBeGreaterThan(0)
    expect(summaryOf(year, { wages: Math.ceil(gone) })['taxpayerTaxCredit']).toBe(0)
    expect(summaryOf(year, { wages: 200_000 }).tax).toBeCloseTo(200_000 * rate, 6)
  })

  // 2025 joint, 60,000 and 2 dependents: 6 % of (31,500 + 2 x 2,111) = 2,143.32; less 1.3 % of 23,574 = 306.462;
  // 4.5 % of 60,000 = 2,700; tax 863.142. With both 65: deduction 34,700, 192 less tax
  test('a couple with dependents', () => {
    expect(summaryOf(2025, { status: 'mfj', wages: 60_000, dependents: 2 }).tax).toBeCloseTo(863.142, 8)
    const aged = { status: 'mfj', age: 65, spouseAge: 65, wages: 60_000, dependents: 2 }
    expect(summaryOf(2025, aged).tax).toBeCloseTo(671.142, 8)
  })

  // 2025 joint, 100,000, itemized 12,000 state tax and 30,000 interest: 6 % of 30,000 = 1,800 less 1.3 % of 63,574 =
  // 826.462; 4,500 - 973.538 = 3,526.462
  test('state income tax makes no credit', () => {
    const itemized = {
      stateAndLocalTaxes: 12_000,
      realEstateTaxes: 0,
      mortgageInterest: 30_000,
      charityCash: 0,
      charityStock: 0,
    }
    expect(summaryOf(2025, { status: 'mfj', wages: 100_000, itemized }).tax).toBeCloseTo(3_526.462, 8)
  })

  // With an itemized deduction of 1,000 the credit is 60, less than the tax on this income: what is free shows
  test.each([
    [2024, 'single', 14_600, 0.0455],
    [2024, 'mfj', 29_200, 0.0455],
    [2024, 'mfs', 14_600, 0.0455],
    [2024, 'hoh', 21_900, 0.0455],
    [2024, 'qss', 29_200, 0.0455],
    [2025, 'single', 15_750, 0.045],
    [2025, 'mfj', 31_500, 0.045],
    [2025, 'mfs', 15_750, 0.045],
    [2025, 'hoh', 23_625, 0.045],
    [2025, 'qss', 31_500, 0.045],
    [2026, 'single', 16_100, 0.0445],
    [2026, 'mfj', 32_200, 0.0445],
    [2026, 'mfs', 16_100, 0.0445],
    [2026, 'hoh', 24_150, 0.0445],
    [2026, 'qss', 32_200, 0.0445],
  ])('%i %s: all is free up to %i, a dollar more is taxed whole', (year, status, exempt, rate) => {
    const itemized = {
      stateAndLocalTaxes: 0,
      realEstateTaxes: 0,
      mortgageInterest: 1_000,
      charityCash: 0,
      charityStock: 0,
    }
    const of = (wages: number) => summaryOf(year, { status, wages, itemized, deductionChoice: 'itemized' }).tax
    expect(of(exempt)).toBe(0)
    expect(of(exempt + 1)).toBeCloseTo(rate * (exempt + 1) - 60, 6)
  })

  test('no income, and less than none', () => {
    expect(summaryOf(2025, {}).tax).toBe(0)
    expect(summaryOf(2025, { shortTermGain: -90_000 })).toMatchObject({ tax: 0, taxableIncome: 0 })
  })

  test('a second working agrees', () => agreesWith('UT', utah))
})
