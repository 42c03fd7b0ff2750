/** Connecticut: edges of its tables, the figures worked by hand, and every line against a second working of the statute. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { figureForm8801Exclusion } from '../../src/forms/form8801.ts'
import type { CT8801Next } from '../../src/forms/states/CT/ct8801.ts'
import { figureReturn } from '../../src/return.ts'
import { figureState, type StateReturn, stateReady } from '../../src/stateReturn.ts'
import { check, household } from '../arbitraries.ts'
import { lawFor, statuses } from '../laws.ts'
import { figuresFor } from '../statute/figures.ts'
import { excessTax, exemption, separateReturnIncrease } from '../statute/section55.ts'
import { connecticutIncomeTax, connecticutMinimumTax, edges } from '../statute/states/CT.ts'
import { rowOf, stateOf } from './states.ts'

const years = [2024, 2025, 2026] as const
const all = years.flatMap((year) => statuses.map((status) => [year, status] as const))

/** What the tests ask for by name; a summary has more. */
interface Summary {
  readonly [figure: string]: number
  readonly federalTentativeMinimumTax: number
  readonly tentativeMinimumTax: number
  readonly regularTax: number
  readonly amt: number
  readonly tax: number
  readonly minimumTaxCreditUsed: number
  readonly minimumTaxCreditCarriedOut: number
}

const summaryOf = ({ summary }: StateReturn) => summary as unknown as Summary
const connecticutOf = (year: number, x: object) => summaryOf(stateOf(rowOf('CT', year, x)))

describe('every edge of every table, a dollar below, at and above', () => {
  test.each(all)('%d %s', (year, status) => {
    const { income, taxable } = edges(status)
    const most = { single: 15_000, mfj: 24_000, qss: 24_000, mfs: 12_000, hoh: 19_000 }[status]
    // The lowest bracket ends within the whole exemption, the others where there is none
    const incomes = [...income, ...taxable.map((edge, i) => (i === 0 ? edge + most : edge))]
    for (const edge of incomes)
      for (const wages of [edge - 1, edge, edge + 1]) {
        const got = connecticutOf(year, { status, wages })
        for (const [figure, amount] of Object.entries(connecticutIncomeTax(status, wages)))
          expect(got[figure], `${figure} at ${wages}`).toBeCloseTo(amount, 6)
      }
  })
})

// "More than X but not more than Y", read off Tables A to E
describe('rows as printed', () => {
  test.each([
    ['single', 30_000, { personalExemption: 15_000, personalCreditDecimal: 0.15 }],
    ['single', 30_001, { personalExemption: 14_000 }],
    ['single', 31_000, { personalExemption: 14_000, personalCreditDecimal: 0.15 }],
    ['single', 44_000, { personalExemption: 1_000, personalCreditDecimal: 0.1 }],
    ['single', 44_001, { personalExemption: 0, taxableIncome: 44_001 }],
    ['mfj', 48_001, { personalExemption: 23_000 }],
    ['mfs', 35_001, { personalExemption: 0 }],
    ['hoh', 56_000, { personalExemption: 1_000 }],
    ['single', 56_500, { addBack: 0 }],
    ['single', 56_501, { addBack: 25 }],
    ['single', 101_501, { addBack: 250 }],
    ['mfj', 145_500, { addBack: 450 }],
    ['mfj', 145_501, { addBack: 500 }],
    ['mfs', 52_750, { addBack: 25 }],
    ['hoh', 114_501, { addBack: 400 }],
    ['single', 105_001, { recapture: 25 }],
    ['single', 150_001, { recapture: 250 }],
    ['single', 345_001, { recapture: 2_950 }],
    ['single', 540_001, { recapture: 3_400 }],
    ['mfj', 1_080_000, { recapture: 6_700 }],
    ['mfj', 1_080_001, { recapture: 6_800 }],
    ['hoh', 552_001, { recapture: 4_600 }],
    ['hoh', 864_001, { recapture: 5_320 }],
    ['single', 18_800, { personalCreditDecimal: 0.75 }],
    ['single', 18_801, { personalCreditDecimal: 0.7 }],
    ['single', 64_500, { personalCreditDecimal: 0.01 }],
    ['single', 64_501, { personalCreditDecimal: 0 }],
    ['qss', 100_500, { personalCreditDecimal: 0.01 }],
    ['mfs', 52_501, { personalCreditDecimal: 0 }],
    ['hoh', 74_001, { personalCreditDecimal: 0.09 }],
  ] as const)('%s %d', (status, wages, want) => expect(connecticutOf(2025, { status, wages })).toMatchObject(want))
})

describe('tax worked by hand', () => {
  // 200 + 1,800 + 2,750 + 6,000 = 10,750; 250 and 250 on top
  test('200,000, single', () => expect(connecticutOf(2026, { wages: 200_000 }).tax).toBeCloseTo(11_250, 6))
  // 400 + 3,600 + 5,500 + 12,000 + 6,500 + 6,900 = 34,900; 500; 500 + 20 x 180 = 4,100
  test('600,000, joint', () =>
    expect(connecticutOf(2026, { status: 'mfj', wages: 600_000 }).tax).toBeCloseTo(39_500, 6))
  // Exemption 5,000; 200 + 25,000 x 4.5 % = 1,325; less a tenth
  test('40,000, single', () => expect(connecticutOf(2026, { wages: 40_000 }).tax).toBeCloseTo(1_192.5, 6))
  test('nothing, or a loss', () => {
    expect(connecticutOf(2025, {})).toMatchObject({ taxableIncome: 0, tax: 0, personalCreditDecimal: 0 })
    expect(connecticutOf(2025, { longTermGain: -50_000 })).toMatchObject({ taxableIncome: 0, tax: 0, amt: 0 })
  })
})

describe('AMT', () => {
  // Federal: 289,900 at 26 and 28 % over 244,500 is 76,282; 19 % 14,493.58; 5.5 % of 380,000 20,900; less 11,250
  test('of a single person with 200,000 of wages and a spread of 180,000 in 2026', () => {
    const got = connecticutOf(2026, { wages: 200_000, isoSpread: 180_000 })
    expect(got.federalTentativeMinimumTax).toBeCloseTo(76_282, 6)
    expect(got.tentativeMinimumTax).toBeCloseTo(14_493.58, 6)
    expect(got.amt).toBeCloseTo(3_243.58, 6)
    expect(got.tax).toBeCloseTo(14_493.58, 6)
  })

  test('is none without federal AMT', () => {
    const got = connecticutOf(2025, { wages: 150_000, isoSpread: 1_000 })
    expect(got).toMatchObject({ federalAmt: 0, tentativeMinimumTax: 0, amt: 0 })
  })

  // 2025: regular tax 36,951,192.75 is above tentative minimum tax, 28 % of 131,900,000 less 4,782, 36,927,218; 19 % of that
  // is 7,016,171.42, above the Connecticut tax of 31,250 + 6.99 % of 99,500,000 + 250 + 3,400 = 6,989,950
  test('is none without federal AMT even where the minimum tax is above income tax, and no credit is used', () => {
    const row = rowOf('CT', 2025, { wages: 100_000_000, isoSpread: 31_900_000 })
    const { summary, sheets } = stateOf(row, { minimumTaxCredit: 1_000 })
    expect(sheets).toMatchObject({ ct6251: { line17: 7_016_171.42, line20: 6_989_950, line23: 0 } })
    expect(summary).toMatchObject({ federalAmt: 0, tentativeMinimumTax: 0, amt: 0, minimumTaxCreditUsed: 0 })
    expect(summary.tax).toBeCloseTo(6_989_950, 6)
  })

  test('after an AMT foreign tax credit is 19 % of what is left', () => {
    const row = { wages: 200_000, isoSpread: 180_000, credits: { foreignTaxCredit: 300 } }
    const got = stateOf(rowOf('CT', 2026, row))
    expect(got.sheets).toMatchObject({ ct6251: { line13: 300, line14: 75_982 } })
    expect(got.summary.amt).toBeCloseTo(0.19 * 75_982 - 11_250, 6)
  })
})

describe('the credit', () => {
  const used = (year: number, x: object, minimumTaxCreditMade: number, minimumTaxCredit: number) =>
    stateOf(rowOf('CT', year, x), { minimumTaxCreditMade, minimumTaxCredit })

  // 11,250 less 19 % of 26 % of (200,000 - 90,100) = 5,429.06: room for 5,820.94
  test('is used as far as income tax is above minimum tax, federal AMT or none', () => {
    const small = used(2026, { wages: 200_000 }, 3_000, 500)
    expect(small.summary).toMatchObject({ minimumTaxCreditUsed: 3_500, minimumTaxCreditCarriedOut: 0, tax: 7_750 })
    const large = used(2026, { wages: 200_000 }, 3_000, 4_000)
    expect(summaryOf(large).minimumTaxCreditUsed).toBeCloseTo(5_820.94, 6)
    expect(summaryOf(large).minimumTaxCreditCarriedOut).toBeCloseTo(1_179.06, 6)
    expect(large.summary.tax).toBeCloseTo(5_429.06, 6)
    expect(large.credit?.carriedOut).toBeCloseTo(1_179.06, 6)
  })

  test('waits through a year with Connecticut AMT', () => {
    const { summary, credit } = used(2026, { wages: 200_000, isoSpread: 180_000 }, 3_000, 4_000)
    expect(summary).toMatchObject({ minimumTaxCreditUsed: 0, minimumTaxCreditCarriedOut: 7_000 })
    expect(credit?.made).toBeCloseTo(3_243.58, 6)
    expect(credit?.exclusionPart).toBeCloseTo(0, 6)
  })

  test('of a year before that made none is not less than none', () => {
    expect(used(2026, { wages: 200_000 }, -3_000, 500).summary).toMatchObject({ minimumTaxCreditUsed: 500 })
  })

  // 2025, single, wages 100,000: tax 4,750 + 225 = 4,975. AMT income 600,000: 511,900 at 28 % less 4,782 is 138,550, at 19 %
  // 26,324.50: AMT 21,349.50. Exclusion items alone: 300,000, 211,900 at 26 % is 55,094, at 19 % 10,467.86: 5,492.86
  test('is made by what exclusion items did not cause', () => {
    const { summary, credit } = used(2025, { wages: 100_000, isoSpread: 300_000, otherAmtExclusion: 200_000 }, 0, 0)
    expect(summary.regularTax).toBeCloseTo(4_975, 6)
    expect(summary.amt).toBeCloseTo(21_349.5, 6)
    expect(credit?.made).toBeCloseTo(15_856.64, 6)
    expect(credit?.exclusionPart).toBeCloseTo(5_492.86, 6)
  })

  test('comes back over the years after', () => {
    const first = used(2024, { wages: 200_000, isoSpread: 400_000 }, 0, 0).credit
    const second = used(2025, { wages: 200_000 }, first?.made ?? 0, first?.carriedOut ?? 0).credit
    const third = used(2026, { wages: 200_000 }, second?.made ?? 0, second?.carriedOut ?? 0).credit
    expect(second?.used).toBeGreaterThan(5_000)
    expect(third?.used).toBeGreaterThan(5_000)
    expect((second?.used ?? 0) + (third?.used ?? 0) + (third?.carriedOut ?? 0)).toBeCloseTo(first?.made ?? 0, 6)
  })
})

test('agrees with a second working of the statute', () => {
  let [amts, cut, credits] = [0, 0, 0]
  check(
    fc.property(
      household,
      fc.integer({ min: 0, max: 40_000 }),
      fc.integer({ min: 0, max: 40_000 }),
      fc.constantFrom(0, 0, 200_000, 900_000),
      fc.constantFrom({}, { nonItemizerGiftAllowedInAmt: 0, overallLimitationRestored: 0 }),
      ({ year: drawn, status, facts }, minimumTaxCreditMade, minimumTaxCredit, otherAmtExclusion, other) => {
        const year = Math.max(2024, drawn)
        const law = lawFor(year, status, 'exact', year === 2026 ? other : {})
        const federal = figureReturn({ ...facts, otherAmtExclusion, hasItemized: true }, law)
        const ready = stateReady({ state: 'CT', year, status, inflation: 0 })
        const { summary, credit, sheets } = figureState(ready, 'CT', federal, {
          ...{ dependents: 0, filers: 1, aged: 0, agedOrBlind: 0, separate: 0 },
          ...{ smallBusinessStockExcluded: 0, amtSmallBusinessStockExcluded: 0 },
          ...{ capitalLossCarriedLess: 0, amtCapitalLossCarriedLess: 0 },
          ...{ minimumTaxCreditMade, minimumTaxCredit },
        })

        const { form1040, form6251, scheduleD } = federal
        const exclusions = figureForm8801Exclusion(federal, law)
        const tax = connecticutIncomeTax(status, form1040.line11a)
        const want = connecticutMinimumTax(
          tax.regularTax,
          {
            ...{ amti: form6251.line4, tentativeMinimumTax: form6251.line9, amt: form6251.line11 },
            ...{ exclusionAmti: exclusions.line4, exclusionTentative: exclusions.line13 },
          },
          minimumTaxCreditMade + minimumTaxCredit,
        )
        const { used, carriedOut, made: left, ...figures } = want
        const got = { ...summary, used: credit?.used, carriedOut: credit?.carriedOut, made: credit?.made }
        const wanted = { ...tax, ...figures, used, carriedOut, made: left, exemption: form6251.line5 }
        for (const [figure, amount] of Object.entries(wanted)) {
          const off = Math.abs(((got as Record<string, unknown>)[figure] as number) - amount)
          if (!(off <= 1e-6)) throw new Error(`${figure}: ${(got as Record<string, unknown>)[figure]}, want ${amount}`)
        }

        // Part I and Part III are those of the federal form, which has no Connecticut items
        const { ct8801Next } = sheets as unknown as { readonly ct8801Next: CT8801Next }
        expect(ct8801Next.line4).toBeCloseTo(exclusions.line4, 6)
        expect(ct8801Next.line13).toBeCloseTo(exclusions.line13, 5)

        // The exclusion items once more, by section 55, where no gain is taxed at 25 or 28 %
        if (scheduleD.line20 === 1) {
          const f = figuresFor(year, status)
          const income = exclusions.beforeIncrease + separateReturnIncrease(exclusions.beforeIncrease, f)
          const ordinary = federal.qualifiedDividends.line5
          const preferred = form1040.line3a + scheduleD.netCapitalGain
          const tentative = excessTax(
            Math.max(0, income - exemption(income, f)),
            { netCapitalGain: preferred, adjustedNetCapitalGain: preferred, unrecaptured1250Gain: 0 } as never,
            { belowAdjustedGain: ordinary, atOrdinaryRates: ordinary },
            f,
          )
          const { line11 } = ct8801Next
          if (!(Math.abs(line11 - tentative) <= 1e-5))
            throw new Error(`tax on exclusions: ${line11}, want ${tentative}`)
        }
        amts += Number(figures.amt > 0)
        cut += Number(left < figures.amt)
        credits += Number(used > 0)
      },
    ),
    600,
  )
  expect(Math.min(amts, cut, credits)).toBeGreaterThan(20)
})
