/** Alabama: bracket edges, the falling deduction, exemptions, federal tax deducted, losses, and a second working. */
import { describe, expect, test } from 'vitest'
import { figureReturn } from '../../src/return.ts'
import { parseFlatCase } from '../../src/scenario/flatCase.ts'
import { lawFor } from '../laws.ts'
import { alabama } from '../statute/states/AL.ts'
import { rowOf, stateOf } from './states.ts'
import { agreesWith } from './taxpayers.ts'

const summaryOf = (year: number, x: object) => stateOf(rowOf('AL', year, x)).summary
const years = [2024, 2025, 2026] as const

/** Income tax, AMT and tax on investment income of the federal return. */
function federalTaxOf(year: number, x: object): number {
  const flat = parseFlatCase(rowOf('AL', year, x))
  const { form1040, form8960 } = figureReturn(flat.facts, lawFor(flat.year, flat.status))
  return form1040.line22 + form8960.line17
}

// At these incomes no federal tax is due, so deduction and personal exemption alone come off
const edges = [
  ['single', 4_500, 500, 10, 3_000, 110],
  ['mfj', 11_500, 1_000, 20, 6_000, 220],
  ['mfs', 5_750, 500, 10, 3_000, 110],
  ['hoh', 8_200, 500, 10, 3_000, 110],
  ['qss', 4_500, 500, 10, 3_000, 110],
] as const

describe('Alabama', () => {
  test.each(years.flatMap((year) => edges.map((edge) => [year, ...edge] as const)))(
    '%i %s: after %i, 2 % up to %i, 4 % up to the next edge, then 5 %',
    (year, status, off, first, atFirst, second, atSecond) => {
      const at = (income: number): number => summaryOf(year, { status, wages: off + income }).tax
      expect(at(0)).toBe(0)
      expect(at(first - 1)).toBeCloseTo(atFirst - 0.02, 8)
      expect(at(first)).toBeCloseTo(atFirst, 8)
      expect(at(first + 1)).toBeCloseTo(atFirst + 0.04, 8)
      expect(at(second - 1)).toBeCloseTo(atSecond - 0.04, 8)
      expect(at(second)).toBeCloseTo(atSecond, 8)
      expect(at(second + 1)).toBeCloseTo(atSecond + 0.05, 8)
    },
  )

  // From the printed chart
  test.each([
    ['mfj', 25_999, 8_500],
    ['mfj', 26_000, 8_325],
    ['mfj', 26_499, 8_325],
    ['mfj', 35_499, 5_175],
    ['mfj', 35_500, 5_000],
    ['mfj', 900_000, 5_000],
    ['mfs', 12_999, 4_250],
    ['mfs', 13_000, 4_162],
    ['mfs', 17_749, 2_578],
    ['mfs', 17_750, 2_500],
    ['hoh', 25_999, 5_200],
    ['hoh', 26_000, 5_065],
    ['hoh', 35_499, 2_635],
    ['hoh', 35_500, 2_500],
    ['single', 25_999, 3_000],
    ['single', 26_000, 2_975],
    ['qss', 35_499, 2_525],
    ['single', 35_500, 2_500],
  ])('%s: the standard deduction at %i is %i', (status, wages, deduction) => {
    for (const year of years) expect(summaryOf(year, { status, wages })['deduction']).toBe(deduction)
  })

  test.each([
    [50_000, 1_000],
    [50_001, 500],
    [100_000, 500],
    [100_001, 300],
  ])('at %i each dependent exempts %i', (wages, each) => {
    expect(summaryOf(2025, { wages, dependents: 3 })['exemption']).toBe(1_500 + 3 * each)
    expect(summaryOf(2025, { status: 'mfj', wages, dependents: 1 })['exemption']).toBe(3_000 + each)
  })

  // 2025, single, 100,000 of federal taxable income: 1,192.50 + 4,386 + 22 % of 51,525 = 16,914
  test('federal income tax is deducted', () => {
    const { federalTaxDeduction, taxableIncome, tax } = summaryOf(2025, { wages: 115_750 })
    expect(federalTaxDeduction).toBeCloseTo(16_914, 6)
    expect(taxableIncome).toBeCloseTo(115_750 - 2_500 - 16_914 - 1_500, 6)
    expect(tax).toBeCloseTo(110 + 0.05 * (94_836 - 3_000), 6)
  })

  test('federal minimum tax and the tax on investment income are deducted with it', () => {
    const x = { wages: 200_000, longTermGain: 100_000, isoSpread: 500_000 }
    const without = summaryOf(2025, { ...x, isoSpread: 0 })
    const exercised = summaryOf(2025, x)
    const more = federalTaxOf(2025, x) - federalTaxOf(2025, { ...x, isoSpread: 0 })
    expect(more).toBeGreaterThan(100_000)
    expect(without.tax - exercised.tax).toBeCloseTo(0.05 * more, 6)
    expect(exercised['federalTaxDeduction']).toBeCloseTo(federalTaxOf(2025, x), 6)
  })

  test('gain is taxed in full, and a loss of the year taken off in full', () => {
    expect(summaryOf(2025, { wages: 90_000, longTermGain: 40_000 })['agi']).toBe(130_000)
    expect(summaryOf(2025, { wages: 90_000, longTermGain: -40_000 })['agi']).toBe(50_000)
    expect(summaryOf(2025, { wages: 90_000, shortTermGain: -40_000, longTermGain: 10_000 })['agi']).toBe(60_000)
    // A loss carried over is not taken off again
    const carried = { wages: 90_000, longTermGain: 10_000, capitalLoss: { short: 4_000, long: 20_000 } }
    expect(summaryOf(2025, carried)['agi']).toBe(100_000)
  })

  test('no income, and less than none', () => {
    expect(summaryOf(2025, {}).tax).toBe(0)
    expect(summaryOf(2025, { shortTermGain: -90_000 })).toMatchObject({ agi: -90_000, taxableIncome: 0, tax: 0 })
  })

  test('a second working agrees', () => agreesWith('AL', alabama))
})
