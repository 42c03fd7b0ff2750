/** New Jersey: N.J.S.A. 54A:2-1, 54A:2-4, 54A:3-1, 54A:5-1, Form NJ-1040. */
import { describe, expect, test } from 'vitest'
import { formsNJ } from '../../src/forms/states/NJ.ts'
import { newJersey } from '../../src/law/states/NJ.ts'
import { stateTable } from '../../src/law/states/state.ts'
import { statuses } from '../laws.ts'
import { bracketEnds, incomeTax, newJerseyResident, thresholds } from '../statute/states/NJ.ts'
import { agrees } from './secondWorking.ts'
import { rowOf, stateOf } from './states.ts'

const years = [2024, 2025, 2026] as const
const summaryOf = (year: number, x: object, own: object = {}) => stateOf(rowOf('NJ', year, x), own).summary
const exemptionOf = (status: string): number => (status === 'mfj' ? 2_000 : 1_000)

describe('tax by the schedule', () => {
  // By hand. Single: 1.4 % of 20,000 is 280; 15,000 at 1.75 % 542.50; 5,000 at 3.5 % 717.50; 35,000 at 5.525 % 2,651.25;
  // 425,000 at 6.37 % 29,723.75; 500,000 at 8.97 % 74,573.75; 100,000 at 10.75 % 85,323.75.
  // Joint: 280; 30,000 at 1.75 % 805; 20,000 at 2.45 % 1,295; 10,000 at 3.5 % 1,645; 70,000 at 5.525 % 5,512.50;
  // 350,000 at 6.37 % 27,807.50; 500,000 at 8.97 % 72,657.50.
  const printed = [
    ['single', 20_000, 280],
    ['single', 35_000, 542.5],
    ['mfs', 40_000, 717.5],
    ['single', 75_000, 2_651.25],
    ['mfs', 500_000, 29_723.75],
    ['single', 1_000_000, 74_573.75],
    ['single', 1_100_000, 85_323.75],
    ['mfj', 20_000, 280],
    ['hoh', 50_000, 805],
    ['qss', 70_000, 1_295],
    ['mfj', 80_000, 1_645],
    ['hoh', 150_000, 5_512.5],
    ['qss', 500_000, 27_807.5],
    ['mfj', 1_000_000, 72_657.5],
  ] as const
  test.each(printed)('%s: on %d', (status, income, tax) => {
    for (const year of years)
      expect(summaryOf(year, { status, wages: income + exemptionOf(status) }).tax).toBeCloseTo(tax, 6)
  })

  test.each(statuses)('%s: a dollar below, at and above each threshold', (status) => {
    for (const end of bracketEnds(status))
      for (const income of [end - 1, end, end + 1]) {
        const { taxableIncome, tax } = summaryOf(2025, { status, wages: income + exemptionOf(status) })
        expect(taxableIncome).toBe(income)
        expect(tax).toBeCloseTo(income + exemptionOf(status) > 20_000 ? incomeTax(status, income) : 0, 6)
      }
  })
})

// 10,000 less 1,000 at 1.4 % would be 126; a dollar more is taxed from the first dollar on
test.each([
  ['single', 10_000, 0],
  ['single', 10_001, 126.014],
  ['mfs', 10_000, 0],
  ['mfs', 10_001, 126.014],
  ['mfj', 20_000, 0],
  ['mfj', 20_001, 252.014],
  ['hoh', 20_000, 0],
  ['hoh', 20_001, 266.014],
  ['qss', 20_000, 0],
  ['qss', 20_001, 266.014],
] as const)('%s with gross income of %d: %d', (status, wages, tax) =>
  expect(summaryOf(2025, { status, wages }).tax).toBeCloseTo(tax, 6),
)

describe('categories of income', () => {
  test('a loss lowers nothing else and no other year', () => {
    expect(summaryOf(2025, { wages: 50_000, longTermGain: -20_000 })).toMatchObject({ agi: 50_000 })
    const carried = { wages: 50_000, longTermGain: 20_000, capitalLoss: { short: 5_000, long: 90_000 } }
    expect(summaryOf(2025, carried)).toMatchObject({ agi: 70_000 })
  })
  test('gains and losses of the year net, short and long', () => {
    expect(summaryOf(2025, { wages: 50_000, longTermGain: -20_000, shortTermGain: 30_000 })['agi']).toBe(60_000)
    expect(summaryOf(2025, { wages: 50_000, longTermGain: 20_000, shortTermGain: -30_000 })['agi']).toBe(50_000)
  })
  test('interest, dividends and other income count; the exercise of an ISO does not', () =>
    expect(
      summaryOf(2025, { wages: 1, interest: 20, ordinaryDividends: 300, otherIncome: 4_000, isoSpread: 90_000 })['agi'],
    ).toBe(4_321))
})

test('exemptions: 1,000 a filer, 1,000 for age and for blindness, 1,500 a dependent', () => {
  const exempt = (x: object) => 100_000 - Number(summaryOf(2026, { wages: 100_000, ...x }).taxableIncome)
  expect(exempt({})).toBe(1_000)
  expect(exempt({ status: 'mfj' })).toBe(2_000)
  expect(exempt({ status: 'qss', dependents: 2 })).toBe(4_000)
  expect(exempt({ status: 'mfj', age: 65, spouseAge: 80, spouseBlind: true })).toBe(5_000)
  expect(exempt({ status: 'hoh', age: 64, blind: true })).toBe(2_000)
})

test('zero and negative income', () => {
  for (const year of years) {
    expect(summaryOf(year, {})).toMatchObject({ agi: 0, taxableIncome: 0, tax: 0 })
    expect(summaryOf(year, { shortTermGain: -9_000 })).toMatchObject({ agi: 0, taxableIncome: 0, tax: 0 })
  }
})

test('the second working agrees on every figure', () => agrees('NJ', thresholds, newJerseyResident))

test('the book: three published years alike, nothing indexed', () => {
  expect(newJersey.tables.map(({ year, status }) => [year, status])).toEqual(years.map((year) => [year, 'published']))
  expect(stateTable(newJersey, 2028, 0.03)?.figures).toEqual(newJersey.tables[2]?.figures)
  expect([formsNJ.chooses, formsNJ.credit]).toEqual([false, null])
})
