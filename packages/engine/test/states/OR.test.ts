/** Oregon: ORS 316.037, 316.085, 316.680, 316.695, Form OR-40. */
import { describe, expect, test } from 'vitest'
import { formsOR } from '../../src/forms/states/OR.ts'
import { oregon } from '../../src/law/states/OR.ts'
import { stateTable, stepsFor, taxBy } from '../../src/law/states/state.ts'
import { stateReady } from '../../src/stateReturn.ts'
import { statuses } from '../laws.ts'
import { bracketEnds, incomeTax, mostSubtracted, oregonResident, thresholds } from '../statute/states/OR.ts'
import { agrees } from './secondWorking.ts'
import { rowOf, stateOf, vectorsOf } from './states.ts'

const years = [2024, 2025, 2026] as const
const yearsAndStatuses = years.flatMap((year) => statuses.map((status) => [year, status] as const))
const summaryOf = (year: number, x: object, own: object = {}) => stateOf(rowOf('OR', year, x), own).summary
const taxOn = (year: number, status: (typeof statuses)[number], income: number): number =>
  taxBy(stateReady({ state: 'OR', year, status, inflation: 0 })?.law['rates'] as never, income)

describe('tax by the schedule', () => {
  // By hand. 2024, single: 4.75 % of 4,300 is 204.25; 6,450 at 6.75 % 639.625; 114,250 at 8.75 % 10,636.50. 2025, joint: 8,800
  // is 418; 13,400 at 6.75 % 1,322.50; 227,800 at 8.75 % 21,255. 2026, head: 9,100 is 432.25; 13,700 at 6.75 % 1,357.
  const printed = [
    [2024, 'single', 4_300, 204.25],
    [2024, 'mfs', 10_750, 639.625],
    [2024, 'single', 125_000, 10_636.5],
    [2024, 'single', 135_000, 11_626.5],
    [2025, 'mfj', 8_800, 418],
    [2025, 'qss', 22_200, 1_322.5],
    [2025, 'mfj', 250_000, 21_255],
    [2026, 'hoh', 9_100, 432.25],
    [2026, 'hoh', 22_800, 1_357],
  ] as const
  test.each(printed)('%i %s: on %d', (year, status, income, tax) =>
    expect(taxOn(year, status, income)).toBeCloseTo(tax, 6),
  )

  test.each(yearsAndStatuses)('%i %s: a dollar below, at and above each threshold', (year, status) => {
    for (const end of bracketEnds(year, status))
      for (const income of [end - 1, end, end + 1])
        expect(taxOn(year, status, income)).toBeCloseTo(incomeTax(year, status, income), 6)
  })

  test('the other reading of 2025 is 1 or 2 dollars more', () => {
    // 50 (100) dollars at 8.75 % instead of 6.75 %
    for (const { input, alternatives = [] } of vectorsOf('OR'))
      for (const { taxDelta } of alternatives)
        if (taxDelta !== undefined) expect(taxDelta).toBe(0.02 * (input['status'] === 'single' ? 50 : 100))
    expect(oregon.tables[1]?.schedules.rates).toMatchObject({ status: 'unconfirmed', other: 11_050 })
  })
})

describe('the federal tax subtraction', () => {
  // 2025: 8,500 below 125,000, then 6,800, 5,100, 3,400, 1,700, none from 145,000 on; joint from 250,000 by 10,000
  const rows = [
    ['single', 124_999, 8_500],
    ['single', 125_000, 6_800],
    ['single', 129_999, 6_800],
    ['single', 130_000, 5_100],
    ['single', 135_000, 3_400],
    ['single', 140_000, 1_700],
    ['single', 144_999.99, 1_700],
    ['single', 145_000, 0],
    ['mfs', 124_999, 4_250],
    ['mfs', 125_000, 3_400],
    ['mfs', 140_000, 850],
    ['mfs', 145_000, 0],
    ['mfj', 249_999, 8_500],
    ['mfj', 250_000, 6_800],
    ['hoh', 260_000, 5_100],
    ['qss', 270_000, 3_400],
    ['hoh', 280_000, 1_700],
    ['qss', 290_000, 0],
  ] as const
  test.each(rows)('2025 %s, wages %d: %d', (status, wages, subtraction) =>
    expect(summaryOf(2025, { status, wages })['federalTaxSubtraction']).toBe(subtraction),
  )

  test.each(yearsAndStatuses)('%i %s: all along', (year, status) => {
    for (let wages = 110_000; wages < 300_000; wages += 2_500)
      expect(summaryOf(year, { status, wages })['federalTaxSubtraction']).toBe(mostSubtracted(year, status, wages))
  })

  test('is the federal tax where that is less, AMT with it, credits off', () => {
    // 2025: 30,000 less 15,750 is 14,250: 1,192.50 and 12 % of 2,325, 1,471.50; AMT of 26 % of 130,000 - 88,100, less that
    expect(summaryOf(2025, { wages: 30_000 })['federalTaxSubtraction']).toBeCloseTo(1_471.5, 6)
    expect(summaryOf(2025, { wages: 30_000, credits: { childTaxCredit: 471.5 } })['federalTaxSubtraction']).toBeCloseTo(
      ...([1_000, 6] as const),
    )
    const exercised = summaryOf(2025, { wages: 30_000, isoSpread: 70_000 })
    expect(exercised['federalTaxSubtraction']).toBeCloseTo(0.26 * 11_900, 6)
    expect(exercised.tax).toBeLessThan(Number(summaryOf(2025, { wages: 30_000 }).tax))
  })
})

describe('the exemption credit', () => {
  const rows = [
    ['single', 100_000, 0, 256],
    ['single', 100_001, 0, 0],
    ['mfs', 100_000, 2, 768],
    ['mfs', 100_001, 2, 0],
    ['mfj', 200_000, 1, 768],
    ['mfj', 200_001, 1, 0],
    ['hoh', 200_000, 1, 512],
    ['qss', 200_001, 1, 0],
    ['qss', 200_000, 0, 256],
  ] as const
  test.each(rows)('2025 %s, wages %d, %i dependents: %d', (status, wages, dependents, credit) =>
    expect(summaryOf(2025, { status, wages, dependents })['exemptionCredit']).toBe(credit),
  )
  test('is never more than the tax', () => {
    const { taxBeforeCredits, exemptionCredit, tax } = summaryOf(2025, { wages: 6_000 })
    expect([taxBeforeCredits, exemptionCredit, tax]).toEqual([150.3375, 150.3375, 0])
  })
})

test('the standard deduction grows with age and blindness', () => {
  const deduction = (x: object) => stateOf(rowOf('OR', 2025, { wages: 90_000, ...x })).sheets['formOR40']?.['line17']
  expect(deduction({})).toBe(2_835)
  expect(deduction({ age: 65 })).toBe(4_035)
  expect(deduction({ status: 'mfs', age: 65, blind: true })).toBe(4_835)
  expect(deduction({ status: 'hoh', age: 65 })).toBe(5_760)
  expect(deduction({ status: 'mfj', age: 65, spouseAge: 70 })).toBe(7_670)
  expect(deduction({ status: 'qss', age: 65 })).toBe(6_670)
})

test('gains are taxed as wages; a refund of state tax is no income', () => {
  const row = { interest: 150_000, otherIncome: 700, form6251: { line2b: -700 } }
  expect(summaryOf(2025, row).taxableIncome).toBe(147_165)
  expect(summaryOf(2025, { longTermGain: 150_000 }).taxableIncome).toBe(147_165)
})

test('zero and negative income', () => {
  for (const year of years) {
    expect(summaryOf(year, {})).toMatchObject({ agi: 0, federalTaxSubtraction: 0, taxableIncome: 0, tax: 0 })
    expect(summaryOf(year, { shortTermGain: -9_000 })).toMatchObject({ agi: -3_000, taxableIncome: 0, tax: 0 })
  }
})

test('the second working agrees on every figure', () => agrees('OR', thresholds, oregonResident))

describe('the book', () => {
  test('says what is open in 2025 and missing in 2026', () => {
    expect(oregon.tables.map(({ status, open }) => [status, open.length])).toEqual([
      ...([
        ['published', 0],
        ['published', 1],
        ['unconfirmed', 2],
      ] as const),
    ])
    const [, , of2026] = oregon.tables
    expect(of2026?.open.join(' ')).toContain('OR-ESTIMATE')
    for (const figure of [of2026?.figures.standardDeduction, of2026?.figures.exemptionCredit])
      expect(figure).toMatchObject({ status: 'unconfirmed', note: expect.stringContaining('2025') })
    expect(of2026?.schedules.federalTaxMost.status).toBe('unconfirmed')
    expect(of2026?.schedules.rates.status).toBe('unconfirmed')
  })
  test('later years: the rates stand still, deduction and credit follow prices', () => {
    const table = stateTable(oregon, 2027, 0.02)
    if (!table) throw new Error('no projection')
    expect(stepsFor(table.schedules.rates, 'mfj')).toEqual([
      ...[
        [0, 475],
        [9_100, 675],
        [22_800, 875],
        [250_000, 990],
      ],
    ])
    expect(table.figures.standardDeduction).toMatchObject({ single: 2_890, mfj: 5_780 })
    expect(table.figures.exemptionCredit).toMatchObject({ all: 261 })
    expect([formsOR.chooses, formsOR.credit]).toEqual([false, null])
  })
})
