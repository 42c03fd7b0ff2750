/** Colorado: edges of its rules, the figures worked by hand, and every line against a second working of the statute. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { StateFacts } from '../../src/forms/states/stateForm.ts'
import type { FederalReturn } from '../../src/return.ts'
import { figureReturn } from '../../src/return.ts'
import { parseFlatCase } from '../../src/scenario/flatCase.ts'
import { figureState, stateReady } from '../../src/stateReturn.ts'
import { check, household } from '../arbitraries.ts'
import { lawFor, statuses } from '../laws.ts'
import { colorado, type FederalAmounts } from '../statute/states/CO.ts'
import { rowOf, stateOf } from './states.ts'

const own: Omit<StateFacts, 'itemizes'> = {
  ...{ dependents: 0, filers: 1, aged: 0, agedOrBlind: 0, separate: 0, minimumTaxCreditMade: 0, minimumTaxCredit: 0 },
  ...{ smallBusinessStockExcluded: 0, amtSmallBusinessStockExcluded: 0 },
  ...{ capitalLossCarriedLess: 0, amtCapitalLossCarriedLess: 0 },
}

const years = [2024, 2025, 2026] as const

type Summary = ReturnType<typeof colorado>
const coloradoOf = (year: number, x: object) => stateOf(rowOf('CO', year, x)).summary as unknown as Summary

/** The federal standard deductions of the years, as published. */
const standard: { readonly [year: number]: { readonly [status: string]: number } } = {
  2024: { single: 14_600, mfs: 14_600, mfj: 29_200, qss: 29_200, hoh: 21_900 },
  2025: { single: 15_750, mfs: 15_750, mfj: 31_500, qss: 31_500, hoh: 23_625 },
  2026: { single: 16_100, mfs: 16_100, mfj: 32_200, qss: 32_200, hoh: 24_150 },
}

describe('the rate', () => {
  // 4.25 % of 85,400 in 2024; 4.4 % of 84,250 and of 83,900
  test.each([
    [2024, 85_400, 3_629.5],
    [2025, 84_250, 3_707],
    [2026, 83_900, 3_691.6],
  ])('%d', (year, taxableIncome, tax) => {
    const got = coloradoOf(year, { wages: 100_000 })
    expect(got.taxableIncome).toBe(taxableIncome)
    expect(got.tax).toBeCloseTo(tax, 6)
  })

  test('nothing is due on nothing, and income below zero stays below zero on the first line', () => {
    expect(coloradoOf(2025, {})).toMatchObject({ federalTaxableIncome: -15_750, taxableIncome: -15_750, tax: 0 })
    expect(coloradoOf(2025, { shortTermGain: -9_000 })).toMatchObject({ federalTaxableIncome: -18_750, tax: 0 })
  })
})

describe('the federal deduction above 300,000', () => {
  const cases = years.flatMap((year) => statuses.map((status) => [year, status] as const))

  // Added back only above; kept are 12,000, of a joint return 16,000; from 2026 1,000 and 2,000
  test.each(cases)('%d %s', (year, status) => {
    const keeps = (year === 2026 ? 1_000 : 12_000) + (status === 'mfj' ? (year === 2026 ? 1_000 : 4_000) : 0)
    const added = (wages: number) => coloradoOf(year, { status, wages }).federalDeductionAddback
    expect([299_999, 300_000, 300_001].map(added)).toEqual([0, 0, (standard[year]?.[status] ?? 0) - keeps])
  })

  // 16,100 less 1,000 is 15,100, which at 4.4 % costs 664.40
  test('costs a single person of 2026 about 664', () => {
    const [at, above] = [coloradoOf(2026, { wages: 300_000 }), coloradoOf(2026, { wages: 300_001 })]
    expect(above.tax - at.tax).toBeCloseTo(0.044 * 15_101, 6)
  })

  // Two of 65 or older on a joint return of 2025: 31,500 and 3,200 of deduction, less 16,000
  test('counts the addition for the aged', () => {
    const got = coloradoOf(2025, { status: 'mfj', wages: 400_000, age: 70, spouseAge: 66 })
    expect(got.federalDeductionAddback).toBe(18_700)
  })

  // 2025, single: taxes 9,000 + 6,000, interest 20,000, itemized 35,000. State tax 9,000 comes back, then 35,000 - 12,000 -
  // 9,000 = 14,000. The AMT has the taxes back: of the rest, 20,000 of interest less 12,000 kept are left, 8,000
  test('of an itemizer does not take state income tax back twice, nor property tax in the AMT', () => {
    const itemized = {
      ...{ stateAndLocalTaxes: 9_000, realEstateTaxes: 6_000, mortgageInterest: 20_000 },
      ...{ charityCash: 0, charityStock: 0 },
    }
    const got = coloradoOf(2025, { wages: 400_000, itemized, deductionChoice: 'itemized' })
    expect(got).toMatchObject({ stateIncomeTaxAddback: 9_000, federalDeductionAddback: 14_000, taxableIncome: 388_000 })
    expect(got.amti).toBe(400_000 - 20_000 + 8_000)
  })
})

describe('the state income tax added back', () => {
  const itemizing = (stateAndLocalTaxes: number, realEstateTaxes: number, mortgageInterest: number) => ({
    ...{ wages: 150_000, deductionChoice: 'itemized' },
    itemized: { stateAndLocalTaxes, realEstateTaxes, mortgageInterest, charityCash: 0, charityStock: 0 },
  })

  // 2024, limit 10,000 on taxes, standard deduction 14,600
  test.each([
    ['whole', itemizing(4_000, 1_000, 30_000), 4_000],
    ['what the limit leaves of it', itemizing(8_000, 7_000, 30_000), 3_000],
    ['nothing, where real estate tax fills the limit', itemizing(8_000, 12_000, 30_000), 0],
    ['no more than itemizing saved', itemizing(6_000, 0, 10_000), 1_400],
    ['nothing, where itemizing saved nothing', itemizing(6_000, 0, 2_000), 0],
  ])('is %s', (_, x, added) => expect(coloradoOf(2024, x).stateIncomeTaxAddback).toBe(added))
})

describe('gifts of a non-itemizer', () => {
  const giving = (charityCash: number) => ({
    ...{ wages: 100_000, deductionChoice: 'standard' },
    itemized: { stateAndLocalTaxes: 0, realEstateTaxes: 0, mortgageInterest: 0, charityCash, charityStock: 0 },
  })

  test.each([
    [499, 0],
    [500, 0],
    [501, 1],
    [4_000, 3_500],
  ])('%d of 2025', (gifts, subtracted) => {
    const got = coloradoOf(2025, giving(gifts))
    expect(got.taxableIncome).toBe(84_250 - subtracted)
    // 105: subtracted from AMT income too
    expect(got.amti).toBe(100_000 - subtracted)
  })

  // 2026: the floor of 0.5 % is 500, so 3,500 are deductible; 1,000 are deducted federally, 500 never count: 2,000
  test('of 2026 are not subtracted where the federal return has deducted them', () => {
    expect(coloradoOf(2026, giving(4_000)).taxableIncome).toBe(100_000 - 16_100 - 1_000 - 2_000)
  })

  test('are nothing where itemized', () => {
    const got = coloradoOf(2025, { ...giving(40_000), deductionChoice: 'itemized' })
    expect(got.taxableIncome).toBe(60_000)
  })
})

describe('AMT', () => {
  // 380,000 less the exemption of 90,100 is 289,900, at 3.47 % 10,059.53; tax on 183,900 at 4.4 % is 8,091.60
  test('of a single person with 200,000 of wages and a spread of 180,000 in 2026', () => {
    const got = coloradoOf(2026, { wages: 200_000, isoSpread: 180_000 })
    expect(got.tentativeMinimumTax).toBeCloseTo(10_059.53, 6)
    expect(got.amt).toBeCloseTo(1_967.93, 6)
    expect(got.tax).toBeCloseTo(10_059.53, 6)
  })

  // Gains of 40,000 that the federal AMT taxes at 0 %: none is due there. 115,000 - 88,100 = 26,900 at 3.47 % is 933.43,
  // less than 4.4 % of 24,250, 1,067; with 10,000 of spread more 36,900 at 3.47 % is 1,280.43
  test('is due without federal AMT', () => {
    const row = (isoSpread: number) => ({ longTermGain: 40_000, isoSpread })
    expect(stateOf(rowOf('CT', 2025, row(85_000))).summary).toMatchObject({ federalAmt: 0 })
    expect(coloradoOf(2025, row(75_000)).amt).toBe(0)
    expect(coloradoOf(2025, row(75_000)).tentativeMinimumTax).toBeCloseTo(933.43, 6)
    expect(coloradoOf(2025, row(85_000)).amt).toBeCloseTo(213.43, 6)
  })

  test('starts below zero where the exemption is larger than AMT income', () => {
    const { sheets } = stateOf(rowOf('CO', 2025, { wages: 50_000 }))
    expect(sheets).toMatchObject({ dr0104Amt: { line1: 50_000 - 88_100, line5: 50_000 - 88_100, line6: 0, line8: 0 } })
  })
})

describe('the credit', () => {
  const row = { wages: 300_000, minimumTaxCreditCarriedIn: 40_000 }

  // 2025: regular tax on 284,250 less tentative minimum tax, 26 % of 300,000 - 88,100
  test('is 12 % of the federal credit of the year', () => {
    const federal = 57_231 + 0.35 * (284_250 - 250_525) - 0.26 * (300_000 - 88_100)
    const got = coloradoOf(2025, row)
    expect(got.minimumTaxCreditUsed).toBeCloseTo(0.12 * federal, 6)
    expect(got.tax).toBeCloseTo(0.044 * 284_250 - 0.12 * federal, 6)
  })

  test('takes tax no lower than zero, and nothing is carried', () => {
    const federal = figureReturn(parseFlatCase(rowOf('CO', 2025, row)).facts, lawFor(2025, 'single'))
    const form8801 = { ...federal.form8801, line25: 200_000 }
    const got = figureState(ready(2025, 'single'), 'CO', { ...federal, form8801 }, own)
    expect(got.summary.tax).toBe(0)
    expect(got.summary).toMatchObject({ minimumTaxCreditUsed: 0.044 * 284_250 })
    expect(got.credit).toBeNull()
  })
})

const ready = (year: number, status: (typeof statuses)[number]) =>
  stateReady({ state: 'CO', year, status, inflation: 0 })

/** The amounts that Colorado takes from a federal return. */
const amountsOf = ({
  facts,
  election,
  form1040,
  scheduleA,
  charity,
  form6251,
  form8801,
}: FederalReturn): FederalAmounts => ({
  adjustedGrossIncome: form1040.line11a,
  taxableIncome: form1040.beforeFloor,
  itemizes: election.itemizes === 1,
  deduction: form1040.line12e,
  standardDeduction: form1040.standardDeduction,
  taxesDeducted: election.itemizes === 1 ? scheduleA.line7 : 0,
  realEstateTaxes: facts.realEstateTaxes,
  gifts: facts.hasItemized ? charity.deduction : 0,
  giftWithoutItemizing: form1040.nonItemizerGift,
  ...{ amti: form6251.line4, exemption: form6251.line5, minimumTaxCredit: form8801.line25 },
})

test('agrees with a second working of the statute', () => {
  let [addedBack, amts, credits] = [0, 0, 0]
  check(
    fc.property(household, ({ year: drawn, status, facts }) => {
      const year = Math.max(2024, drawn)
      const federal = figureReturn({ ...facts, hasItemized: true }, lawFor(year, status))
      const { summary } = figureState(ready(year, status), 'CO', federal, own)
      const want = colorado(year, status, amountsOf(federal))
      for (const [figure, amount] of Object.entries(want)) {
        const off = Math.abs((summary[figure] as number) - amount)
        if (!(off <= 1e-6)) throw new Error(`${figure}: ${summary[figure]}, by the statute ${amount}`)
      }
      addedBack += Number(want.federalDeductionAddback > 0)
      amts += Number(want.amt > 0)
      credits += Number(want.minimumTaxCreditUsed > 0)
    }),
    600,
  )
  expect(Math.min(addedBack, amts, credits)).toBeGreaterThan(20)
})
