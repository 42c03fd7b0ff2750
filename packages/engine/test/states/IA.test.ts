/** Iowa: bracket edges of 2024, the one rate after it, credits, and a second working. */
import { describe, expect, test } from 'vitest'
import { iowa } from '../statute/states/IA.ts'
import { rowOf, stateOf } from './states.ts'
import { agreesWith } from './taxpayers.ts'

const summaryOf = (year: number, x: object) => stateOf(rowOf('IA', year, x)).summary
const taxOf = (year: number, x: object): number => summaryOf(year, x).tax

describe('Iowa', () => {
  // Federal deduction, edges, the tax at them, and the credits
  test.each([
    ['single', 14_600, 6_210, 273.24, 31_050, 1_470.528, 40],
    ['mfj', 29_200, 12_420, 546.48, 62_100, 2_941.056, 80],
    ['mfs', 14_600, 6_210, 273.24, 31_050, 1_470.528, 40],
    ['hoh', 21_900, 6_210, 273.24, 31_050, 1_470.528, 80],
    ['qss', 29_200, 6_210, 273.24, 31_050, 1_470.528, 40],
  ])(
    '2024 %s: after a deduction of %i, edges at %i and %i',
    (status, off, first, atFirst, second, atSecond, credit) => {
      const at = (income: number): number => taxOf(2024, { status, wages: off + income })
      expect(at(first - 1)).toBeCloseTo(atFirst - 0.044 - credit, 8)
      expect(at(first)).toBeCloseTo(atFirst - credit, 8)
      expect(at(first + 1)).toBeCloseTo(atFirst + 0.0482 - credit, 8)
      expect(at(second - 1)).toBeCloseTo(atSecond - 0.0482 - credit, 8)
      expect(at(second)).toBeCloseTo(atSecond - credit, 8)
      expect(at(second + 1)).toBeCloseTo(atSecond + 0.057 - credit, 8)
      expect(at(second + 1_000_000)).toBeCloseTo(atSecond + 57_000 - credit, 6)
    },
  )

  test.each([
    [2025, 'single', 15_750, 40],
    [2025, 'mfj', 31_500, 80],
    [2025, 'mfs', 15_750, 40],
    [2025, 'hoh', 23_625, 80],
    [2025, 'qss', 31_500, 40],
    [2026, 'single', 16_100, 40],
    [2026, 'mfj', 32_200, 80],
    [2026, 'mfs', 16_100, 40],
    [2026, 'hoh', 24_150, 80],
    [2026, 'qss', 32_200, 40],
  ])('%i %s: 3.8 % after a deduction of %i, less %i', (year, status, off, credit) => {
    expect(taxOf(year, { status, wages: off })).toBe(0)
    // 3.8 % of 1,000 is 38, of 3,000 is 114
    expect(taxOf(year, { status, wages: off + 1_000 })).toBe(0)
    expect(taxOf(year, { status, wages: off + 3_000 })).toBeCloseTo(114 - credit, 8)
    expect(taxOf(year, { status, wages: off + 1_000_000 })).toBeCloseTo(38_000 - credit, 6)
  })

  test('credits for dependents, age and blindness', () => {
    expect(summaryOf(2026, { wages: 90_000, dependents: 2 })['exemptionCredit']).toBe(120)
    expect(summaryOf(2026, { wages: 90_000, age: 65, blind: true })['exemptionCredit']).toBe(80)
    expect(summaryOf(2026, { status: 'mfj', wages: 90_000, age: 65, spouseAge: 70 })['exemptionCredit']).toBe(120)
  })

  test('the federal deductions are taken over, those for seniors too', () => {
    // 65,000 - 15,750 - 2,000 for age - 6,000
    expect(summaryOf(2025, { wages: 65_000, age: 65 }).taxableIncome).toBe(41_250)
    expect(summaryOf(2024, { wages: 65_000, age: 65 }).taxableIncome).toBe(65_000 - 16_550)
  })

  test('gain is taxed as wages are; the spread changes nothing', () => {
    const tax = taxOf(2025, { wages: 300_000 })
    expect(taxOf(2025, { wages: 100_000, longTermGain: 200_000, isoSpread: 900_000 })).toBeCloseTo(tax, 8)
  })

  test('no income, and less than none', () => {
    expect(taxOf(2025, {})).toBe(0)
    expect(taxOf(2024, { shortTermGain: -90_000 })).toBe(0)
  })

  test('a second working agrees', () => agreesWith('IA', iowa))
})
