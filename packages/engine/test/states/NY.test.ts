/** New York: Tax Law §§601, 614, 616, Form IT-201. */
import { describe, expect, test } from 'vitest'
import { formsNY } from '../../src/forms/states/NY.ts'
import { newYork } from '../../src/law/states/NY.ts'
import { stateTable } from '../../src/law/states/state.ts'
import { statuses } from '../laws.ts'
import {
  bracketEnds,
  groupOf,
  incomeTax,
  newYorkResident,
  percents,
  supplementalTax,
  thresholds,
} from '../statute/states/NY.ts'
import { agrees } from './secondWorking.ts'
import { rowOf, stateOf } from './states.ts'

const years = [2024, 2025, 2026] as const
const yearsAndStatuses = years.flatMap((year) => statuses.map((status) => [year, status] as const))
const summaryOf = (year: number, x: object, own: object = {}) => stateOf(rowOf('NY', year, x), own).summary
const standard = { single: 8_000, joint: 16_050, head: 11_200 } as const

describe('tax by the schedule', () => {
  // By hand. 2025, single: 4 % of 8,500 is 340; 3,200 more at 4.5 % 484; 2,200 at 5.25 % 599.50; 66,750 at 5.5 % 4,270.75;
  // 134,750 at 6 % 12,355.75; 862,150 at 6.85 % 71,413.025. 2026, joint: 17,150 at 3.9 % is 668.85; 6,450 at 4.4 % 952.65;
  // 4,300 at 5.15 % 1,174.10; 133,650 at 5.4 % 8,391.20; 161,650 at 5.9 % 17,928.55. 2024, head: 512; 730.25; 900.875; 5,672.125.
  const printed = [
    [2025, 'single', 8_500, 340],
    [2025, 'single', 11_700, 484],
    [2025, 'mfs', 13_900, 599.5],
    [2025, 'single', 80_650, 4_270.75],
    [2025, 'single', 215_400, 12_355.75],
    [2025, 'single', 1_077_550, 71_413.025],
    [2026, 'mfj', 17_150, 668.85],
    [2026, 'qss', 23_600, 952.65],
    [2026, 'mfj', 27_900, 1_174.1],
    [2026, 'mfj', 161_550, 8_391.2],
    [2026, 'mfj', 323_200, 17_928.55],
    [2024, 'hoh', 12_800, 512],
    [2024, 'hoh', 17_650, 730.25],
    [2024, 'hoh', 20_900, 900.875],
    [2024, 'hoh', 107_650, 5_672.125],
  ] as const
  test.each(printed)('%i %s: on %d', (year, status, income, tax) =>
    expect(summaryOf(year, { status, wages: income + standard[groupOf(status)] })['scheduleTax']).toBeCloseTo(tax, 6),
  )

  test.each(yearsAndStatuses)('%i %s: a dollar below, at and above each threshold', (year, status) => {
    for (const end of bracketEnds[groupOf(status)])
      for (const income of [end - 1, end, end + 1]) {
        const wages = income + standard[groupOf(status)]
        const { taxableIncome, scheduleTax, supplementalTax: more } = summaryOf(year, { status, wages })
        expect(taxableIncome).toBe(income)
        expect(scheduleTax).toBeCloseTo(incomeTax(year, status, income), 6)
        expect(more).toBeCloseTo(supplementalTax(year, status, wages, income), 6)
      }
  })
})

describe('the supplemental tax', () => {
  // 2025, single: 568 over the 50,000 from 107,650 on; 2025, joint from 161,550 of taxable income: 333, then 807 from 161,550
  // of income on, but taxable income of 161,551 needs income of 177,601, 16,051 over
  const rows = [
    [2025, 'single', 107_650, 0],
    [2025, 'single', 107_750, 1.136],
    [2025, 'single', 132_650, 284],
    [2025, 'single', 157_650, 568],
    [2025, 'single', 200_000, 568],
    [2026, 'single', 200_000, 567],
    [2025, 'single', 223_400, 568],
    [2025, 'single', 223_401, 568 + (1_831 * 8_001) / 50_000],
    [2025, 'single', 265_400, 2_399],
    [2026, 'mfj', 177_600, 333],
    [2026, 'mfj', 177_601, 333 + (807 * 16_051) / 50_000],
    [2026, 'mfj', 2_205_350, 64_561],
    [2024, 'hoh', 319_300, 3_076],
    [2024, 'hoh', 25_000_000, 80_837],
  ] as const
  test.each(rows)('%i %s, wages %d: %d', (year, status, wages, tax) =>
    expect(summaryOf(year, { status, wages })['supplementalTax']).toBeCloseTo(tax, 6),
  )

  test('taken back in full, it leaves one rate on all taxable income, to 2 dollars', () => {
    for (const [year, status] of yearsAndStatuses) {
      const group = groupOf(status)
      const ends = bracketEnds[group]
      for (const [i, end] of ends.entries()) {
        if (end < 150_000 || i === ends.length - 1) continue
        // The end of a band, where the benefit below it has been taken back in full
        const wages = end + standard[group]
        const { tax, taxableIncome } = summaryOf(year, { status, wages })
        expect(Math.abs(Number(tax) - (taxableIncome * (percents(year)[i] as number)) / 100)).toBeLessThanOrEqual(2)
      }
    }
  })

  test('above 25,000,000 of income all is taxed at 10.9 %', () => {
    const { tax, supplementalTax: more, scheduleTax } = summaryOf(2025, { wages: 25_008_000 })
    expect(tax).toBeCloseTo(2_725_000, 6)
    expect(Number(more) + Number(scheduleTax)).toBeCloseTo(2_725_000, 6)
  })
})

test('dependents count 1,000 each; age and the exercise of an ISO nothing', () => {
  const { tax } = summaryOf(2025, { wages: 60_000 })
  expect(summaryOf(2025, { wages: 60_000, dependents: 3 }).taxableIncome).toBe(49_000)
  expect(summaryOf(2025, { wages: 60_000, age: 70 }).tax).toBe(tax)
  expect(summaryOf(2025, { wages: 60_000, isoSpread: 500_000 }).tax).toBe(tax)
})

test('gains are taxed as wages; a loss up to 3,000', () => {
  const { tax } = summaryOf(2025, { wages: 60_000 })
  expect(summaryOf(2025, { wages: 40_000, longTermGain: 20_000 }).tax).toBe(tax)
  expect(summaryOf(2025, { wages: 60_000, longTermGain: -20_000 }).taxableIncome).toBe(49_000)
})

test('a refund of state tax is no income', () => {
  const row = { wages: 60_000, otherIncome: 700, form6251: { line2b: -700 } }
  expect(summaryOf(2025, row)).toMatchObject({ agi: 60_700, taxableIncome: 52_000 })
})

test('zero and negative income', () => {
  for (const year of years) {
    expect(summaryOf(year, {})).toMatchObject({ agi: 0, taxableIncome: 0, tax: 0 })
    expect(summaryOf(year, { shortTermGain: -9_000 })).toMatchObject({ agi: -3_000, taxableIncome: 0, tax: 0 })
  }
})

test('the second working agrees on every figure', () => agrees('NY', thresholds, newYorkResident))

test('the book: three published years, nothing indexed', () => {
  expect(newYork.tables.map(({ year, status, open }) => [year, status, open.length])).toEqual([
    ...[
      [2024, 'published', 0],
      [2025, 'published', 0],
      [2026, 'published', 0],
    ],
  ])
  expect(stateTable(newYork, 2028, 0.03)?.schedules).toEqual(newYork.tables[2]?.schedules)
  expect([formsNY.chooses, formsNY.credit]).toEqual([false, null])
})
