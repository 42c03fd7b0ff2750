/** Massachusetts: M.G.L. c. 62 §§2 to 4, Form 1, Schedules B and D. */
import { describe, expect, test } from 'vitest'
import { formsMA } from '../../src/forms/states/MA.ts'
import { massachusetts } from '../../src/law/states/MA.ts'
import { stateTable } from '../../src/law/states/state.ts'
import { statuses } from '../laws.ts'
import { massachusettsResident, surtaxAbove, thresholds } from '../statute/states/MA.ts'
import { agrees } from './secondWorking.ts'
import { rowOf, stateOf, vectorsOf } from './states.ts'

const years = [2024, 2025, 2026] as const
const yearsAndStatuses = years.flatMap((year) => statuses.map((status) => [year, status] as const))
const summaryOf = (year: number, x: object, own: object = {}) => stateOf(rowOf('MA', year, x), own).summary
const exemption = { single: 4_400, mfj: 8_800, mfs: 4_400, hoh: 6_800, qss: 4_400 } as const

describe('rates', () => {
  // Interest takes the exemption of 4,400
  const base = { interest: 10_000 }
  test('5 % of interest and long-term gain, 8.5 % of short-term gain', () => {
    expect(summaryOf(2025, base).tax).toBe(280)
    expect(summaryOf(2025, { ...base, ordinaryDividends: 1_000 }).tax).toBe(330)
    expect(summaryOf(2025, { ...base, longTermGain: 1_000 }).tax).toBe(330)
    expect(summaryOf(2025, { ...base, shortTermGain: 1_000 }).tax).toBe(365)
  })

  test.each(yearsAndStatuses)('%i %s: the surtax a dollar below, at and above its threshold', (year, status) => {
    const above = surtaxAbove[year] as number
    for (const beside of [-1, 0, 1, 100_000]) {
      const longTermGain = above + exemption[status] + beside
      const { taxableIncome, surtax, tax } = summaryOf(year, { status, longTermGain })
      expect(taxableIncome).toBe(above + beside)
      expect(surtax).toBeCloseTo(0.04 * Math.max(0, beside), 6)
      expect(tax).toBeCloseTo(0.05 * (above + beside) + 0.04 * Math.max(0, beside), 6)
    }
  })
  test('the thresholds are those published', () =>
    expect(surtaxAbove).toEqual({ 2024: 1_053_750, 2025: 1_083_150, 2026: 1_107_750 }))
})

describe('line 11', () => {
  // 7.65 % of 26,143 is 1,999.94
  test.each([
    [0, 0],
    [10_000, 765],
    [26_143, 1_999.9395],
    [26_144, 2_000],
    [26_145, 2_000],
    [900_000, 2_000],
  ])('wages of %d: %d', (wages, deducted) =>
    expect(stateOf(rowOf('MA', 2025, { wages })).sheets['form1']?.['line11']).toBeCloseTo(Math.min(deducted, 2_000), 3),
  )

  test('without it, the tax of the alternative', () => {
    for (const { input, expect: want, alternatives = [] } of vectorsOf('MA'))
      for (const other of alternatives)
        if (other.basis.startsWith('without')) {
          const { taxableIncome } = stateOf(input).summary
          expect(taxableIncome + 2_000).toBeCloseTo(Number(other['taxableIncome']), 2)
          expect(Number(other['tax']) - Number(want['tax'])).toBeGreaterThan(99)
        }
  })
})

describe('exemptions', () => {
  const exempt = (x: object) => 100_000 - Number(summaryOf(2026, { interest: 100_000, ...x }).taxableIncome)
  test.each(statuses)('%s', (status) => expect(exempt({ status })).toBe(exemption[status]))
  test('of dependents 1,000, of age 700, of blindness 2,200', () => {
    expect(exempt({ dependents: 3 })).toBe(7_400)
    expect(exempt({ age: 65 })).toBe(5_100)
    expect(exempt({ age: 64, blind: true })).toBe(6_600)
    expect(exempt({ status: 'mfj', age: 65, spouseAge: 66, spouseBlind: true })).toBe(12_400)
  })
  test('what wages do not use goes to interest, then short-term, then long-term gain', () => {
    // 4,400 less wages of 1,000 with 76.50 of line 11: 3,476.50 left
    expect(summaryOf(2025, { wages: 1_000, interest: 5_000 }).tax).toBeCloseTo(0.05 * 1_523.5, 6)
    expect(summaryOf(2025, { wages: 1_000, interest: 3_000, shortTermGain: 1_000 }).tax).toBeCloseTo(0.085 * 523.5, 6)
    expect(
      summaryOf(2025, { wages: 1_000, interest: 1_000, shortTermGain: 1_000, longTermGain: 2_000 }).tax,
    ).toBeCloseTo(0.05 * 523.5, 6)
    expect(summaryOf(2025, { wages: 1_000, interest: 1_000, shortTermGain: 1_000, longTermGain: 1_000 }).tax).toBe(0)
  })
})

describe('losses', () => {
  const gainsOf = (x: object) => stateOf(rowOf('MA', 2025, x)).sheets['schedulesBD']
  test('the worked example of the Department of Revenue', () => {
    // Dividends 2,600, short-term 700 less 1,900, long-term loss 3,600: 1,200 and 800 against dividends, 600 left
    expect(gainsOf({ ordinaryDividends: 2_600, shortTermGain: -1_200, longTermGain: -3_600 })).toMatchObject({
      ...{ shortAgainstIncome: 1_200, longAgainstIncome: 800, interestAndDividends: 600, shortGain: 0, longGain: 0 },
    })
  })
  test('lower gains of the other term without limit, wages never', () => {
    expect(gainsOf({ shortTermGain: -9_000, longTermGain: 20_000, interest: 500 })).toMatchObject({
      ...{ interestAndDividends: 0, longGain: 11_500 },
    })
    expect(gainsOf({ shortTermGain: 9_000, longTermGain: -4_000, interest: 500 })).toMatchObject({
      ...{ interestAndDividends: 500, shortGain: 5_000, longGain: 0 },
    })
    const { tax } = summaryOf(2025, { wages: 60_000 })
    expect(summaryOf(2025, { wages: 60_000, longTermGain: -9_000 }).tax).toBe(tax)
  })
})

test('the exercise of an ISO has no effect', () =>
  expect(summaryOf(2025, { wages: 60_000, isoSpread: 500_000 }).tax).toBe(summaryOf(2025, { wages: 60_000 }).tax))

test('zero and negative income', () => {
  for (const year of years) {
    expect(summaryOf(year, {})).toMatchObject({ agi: 0, taxableIncome: 0, tax: 0 })
    expect(summaryOf(year, { shortTermGain: -9_000 })).toMatchObject({ agi: -3_000, taxableIncome: 0, tax: 0 })
  }
})

test('the second working agrees on every figure', () => agrees('MA', thresholds, massachusettsResident))

test('the book: conformity on options is open, the threshold of the surtax is indexed', () => {
  for (const { open, status } of massachusetts.tables) expect([open.length, status]).toEqual([1, 'published'])
  expect(stateTable(massachusetts, 2027, 0.02)?.figures).toMatchObject({
    surtaxAbove: { all: 1_129_900, status: 'projected' },
    exemption: massachusetts.tables[2]?.figures.exemption,
  })
  expect([formsMA.chooses, formsMA.credit]).toEqual([false, null])
})
