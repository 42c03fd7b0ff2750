/** Minnesota: Minn. Stat. 290.01 to 290.091, Form M1, Schedules M1SA, M1M, M1MT and M1MTC. */
import { describe, expect, test } from 'vitest'
import { formsMN } from '../../src/forms/states/MN.ts'
import { amountFor } from '../../src/law/law.ts'
import { minnesota } from '../../src/law/states/MN.ts'
import { stateTable, stepsFor, taxBy } from '../../src/law/states/state.ts'
import { figureReturn } from '../../src/return.ts'
import { parseFlatCase } from '../../src/scenario/flatCase.ts'
import { figureState, type StateReturn, stateReady } from '../../src/stateReturn.ts'
import { lawFor, statuses } from '../laws.ts'
import { bracketEnds, incomeTax, minnesotaResident, thresholds } from '../statute/states/MN.ts'
import { agrees, onWages } from './secondWorking.ts'
import { rowOf, stateOf, vectorsOf } from './states.ts'

const years = [2024, 2025, 2026] as const
const yearsAndStatuses = years.flatMap((year) => statuses.map((status) => [year, status] as const))

const readyFor = (year: number, status: (typeof statuses)[number]) => {
  const ready = stateReady({ state: 'MN', year, status, inflation: 0 })
  if (!ready) throw new Error('Minnesota has an income tax')
  return ready
}
const of = (year: number, x: object, own: object = {}): StateReturn => stateOf(rowOf('MN', year, x), own)
const summaryOf = (year: number, x: object, own: object = {}) => of(year, x, own).summary
const itemized = (x: object) => ({
  itemized: { stateAndLocalTaxes: 0, realEstateTaxes: 0, mortgageInterest: 0, charityCash: 0, charityStock: 0, ...x },
})

describe('tax by the schedule', () => {
  // By hand, 5.35 % of the first, then 6.8 %, then 7.85 %. 2026, single: 33,310 is 1,782.085; 76,120 more 5,176.16; 93,720
  // more 7,357.02. Joint: 48,700 is 2,605.45; 144,780 more 9,845.04; 144,450 more 11,339.325. 2024, head: 39,010 is 2,087.035;
  // 117,750 more 8,007; 100,120 more 7,859.42. 2025, separately: 23,810 is 1,273.835; 70,780 more 4,813.04; 70,615 more 5,543.2775.
  const printed = [
    [2026, 'single', 33_310, 1_782.085],
    [2026, 'single', 109_430, 6_958.245],
    [2026, 'single', 203_150, 14_315.265],
    [2026, 'mfj', 48_700, 2_605.45],
    [2026, 'qss', 193_480, 12_450.49],
    [2026, 'mfj', 337_930, 23_789.815],
    [2024, 'hoh', 39_010, 2_087.035],
    [2024, 'hoh', 156_760, 10_094.035],
    [2024, 'hoh', 256_880, 17_953.455],
    [2025, 'mfs', 23_810, 1_273.835],
    [2025, 'mfs', 94_590, 6_086.875],
    [2025, 'mfs', 165_205, 11_630.1525],
  ] as const
  test.each(printed)('%i %s: on %d', (year, status, income, tax) =>
    expect(taxBy(readyFor(year, status).law['rates'] as never, income)).toBeCloseTo(tax, 6),
  )

  test.each(yearsAndStatuses)('%i %s: a dollar below, at and above each threshold', (year, status) => {
    const { law } = readyFor(year, status)
    const ends = bracketEnds(year, status)
    expect(ends).toHaveLength(3)
    for (const end of ends)
      for (const income of [end - 1, end, end + 1])
        expect(taxBy(law['rates'] as never, income)).toBeCloseTo(incomeTax(year, status, income), 6)
  })
})

describe('worked figures', () => {
  // Wages of 200,000, a spread of 180,000, standard deduction
  const rows = [
    [2024, 'single', 185_425, 13_003.41, 2_655, 25_470.79, 12_467.38],
    [2026, 'single', 184_700, 12_866.94, 6_225, 25_229.81, 12_362.87],
    [2026, 'mfj', 169_400, 10_813.05, 39_970, 22_952.03, 12_138.98],
  ] as const
  test.each(rows)('%i %s', (year, status, taxableIncome, regularTax, exemption, tentativeMinimumTax, amt) => {
    const summary = summaryOf(year, { status, wages: 200_000, isoSpread: 180_000 })
    const want = { taxableIncome, regularTax, exemption, tentativeMinimumTax, amt, amti: 380_000 }
    for (const [name, amount] of Object.entries(want))
      expect(Math.abs(Number(summary[name]) - amount), name).toBeLessThanOrEqual(0.0051)
    expect(summary.tax).toBe(summary['tentativeMinimumTax'])
  })

  test('2026 single: all of the AMT becomes credit', () => {
    // TMT on exclusions: 6.75 % of 200,000 less 51,225 is 10,042.3125; 25,229.8125 less that is 15,187.50, more than the AMT
    const { credit, sheets } = of(2026, { wages: 200_000, isoSpread: 180_000 })
    expect(sheets['scheduleM1MTC']?.['exclusionExemption']).toBe(51_225)
    expect(sheets['scheduleM1MTC']?.['exclusionTax']).toBe(10_042.3125)
    expect(credit?.made).toBeCloseTo(12_362.87, 2)
    expect(credit).toMatchObject({ used: 0, carriedOut: 0, exclusionPart: 0 })
  })

  test.each([
    ['single', 404_900],
    ['mfj', 539_880],
  ])('2026 %s: no exemption from AMT income of %d on', (status, gone) => {
    const exemptionAt = (wages: number) => summaryOf(2026, { status, wages })['exemption']
    expect([exemptionAt(gone - 4), exemptionAt(gone), exemptionAt(gone + 4)]).toEqual([1, 0, 0])
  })

  test.each([
    ['single', 112_500, 73_100],
    ['hoh', 112_500, 73_100],
    ['mfj', 150_000, 97_470],
    ['qss', 150_000, 97_470],
    ['mfs', 75_000, 48_740],
  ])('2026 %s: the exemption shrinks by a quarter over %d', (status, start, exemption) => {
    const exemptionAt = (wages: number) => summaryOf(2026, { status, wages })['exemption']
    expect([exemptionAt(start - 1), exemptionAt(start), exemptionAt(start + 4)]).toEqual([
      ...[exemption, exemption, exemption - 1],
    ])
  })
})

describe('deductions', () => {
  // 2026, single: 15,300 less 3 % over 244,400, 10 % over 337,800 (2,802 so far); 80 % is 12,240, reached 94,380 further on
  const cuts = [
    [244_400, 15_300],
    [244_500, 15_297],
    [337_800, 12_498],
    [337_900, 12_488],
    [432_170, 3_061],
    [432_180, 3_060],
    [432_190, 3_060],
    [1_107_751, 3_060],
  ] as const
  test.each(cuts)('2026 single, wages %d: the standard deduction is %d', (wages, deduction) =>
    expect(summaryOf(2026, { wages })['deduction']).toBeCloseTo(deduction, 6),
  )

  test('above 1,107,750 four fifths go outright, for a spouse filing separately too', () => {
    const large = itemized({ mortgageInterest: 400_000 })
    const at = (status: string, wages: number) => summaryOf(2026, { status, wages, ...large })['deduction']
    expect(at('single', 1_107_750)).toBeCloseTo(400_000 - 2_802 - 76_995, 6)
    expect(at('single', 1_107_751)).toBe(80_000)
    // 122,200 and 168,900: 1,401 and 10 % of 938,850
    expect(at('mfs', 1_107_750)).toBeCloseTo(400_000 - 1_401 - 93_885, 6)
    expect(at('mfs', 1_107_751)).toBe(80_000)
  })

  test('the standard deduction grows with age and blindness', () => {
    expect(summaryOf(2026, { wages: 90_000, age: 65 })['deduction']).toBe(17_300)
    expect(summaryOf(2025, { wages: 90_000, status: 'mfj', age: 66, spouseAge: 70 })['deduction']).toBe(33_000)
    expect(summaryOf(2024, { wages: 90_000, status: 'qss', age: 66 })['deduction']).toBe(30_700)
    expect(summaryOf(2024, { wages: 90_000, status: 'mfs', age: 66, blind: true })['deduction']).toBe(17_675)
    expect(summaryOf(2024, { wages: 90_000, status: 'hoh', age: 64 })['deduction']).toBe(21_900)
  })

  // 2026, 5,300 each: single from 244,500 in steps of 2,500, separately from 183,350 in steps of 1,250
  const dependents = [
    ['single', 244_500, 2, 10_600],
    ['single', 244_501, 2, 10_388],
    ['single', 247_000, 2, 10_388],
    ['single', 247_001, 2, 10_176],
    ['single', 367_000, 2, 212],
    ['single', 367_001, 2, 0],
    ['mfs', 184_600, 1, 5_194],
    ['mfs', 184_601, 1, 5_088],
    ['mfj', 366_701, 1, 5_194],
    ['qss', 366_701, 1, 5_194],
    ['hoh', 305_600, 3, 15_900],
    ['hoh', 305_601, 3, 15_582],
  ] as const
  test.each(dependents)('2026 %s, wages %d, %i dependents: an exemption of %d', (status, wages, count, left) =>
    expect(of(2026, { status, wages, dependents: count }).sheets['formM1']?.['line5']).toBeCloseTo(left, 6),
  )

  test('property tax counts up to 10,000, separately 5,000; income tax not at all', () => {
    const taxes = itemized({ realEstateTaxes: 25_000, stateAndLocalTaxes: 20_000, mortgageInterest: 30_000 })
    expect(summaryOf(2026, { wages: 200_000, ...taxes })['deduction']).toBe(40_000)
    expect(summaryOf(2026, { status: 'mfs', wages: 100_000, ...taxes })['deduction']).toBe(35_000)
  })

  test('cash gifts count up to 60 % of income, from 2026 up to 50 %; no floor', () => {
    const gift = (charityCash: number) => ({ wages: 100_000, ...itemized({ charityCash }) })
    expect(summaryOf(2025, gift(80_000))).toMatchObject({ deduction: 60_000, amti: 40_000 })
    expect(summaryOf(2026, gift(80_000))).toMatchObject({ deduction: 50_000, amti: 50_000 })
    expect(summaryOf(2026, { ...gift(20_000), deductionChoice: 'larger' })).toMatchObject({
      deduction: 20_000,
      amti: 80_000,
    })
  })

  test('without itemizing, half of gifts over 500 are subtracted, for AMT too', () => {
    const given = (charityCash: number) => summaryOf(2026, { wages: 100_000, ...itemized({ charityCash }) })
    expect(given(500)).toMatchObject({ charitySubtraction: 0, taxableIncome: 84_700, amti: 100_000 })
    expect(given(2_500)).toMatchObject({ charitySubtraction: 1_000, taxableIncome: 83_700, amti: 99_000 })
  })

  test('a refund of state tax is no income, for AMT too', () => {
    const row = { wages: 100_000, otherIncome: 600, form6251: { line2b: -600 } }
    expect(summaryOf(2026, row)).toMatchObject({ taxableIncome: 84_700, amti: 100_000 })
  })
})

describe('the choice of the deduction', () => {
  const other = vectorsOf('MN').flatMap(({ input, alternatives = [] }) =>
    alternatives.flatMap(({ basis, taxDelta: _, ...figures }) =>
      basis.startsWith('standard deduction') ? [[input.id, input, figures] as const] : [],
    ),
  )
  test.each(other)('%s: standard instead, as the alternative has it', (_, input, figures) => {
    const { summary } = stateOf({ ...input, deductionChoice: 'standard' })
    for (const [name, amount] of Object.entries(figures))
      expect(Math.abs(Number(summary[name]) - Number(amount)), name).toBeLessThanOrEqual(0.0201)
    expect(stateOf({ ...input, deductionChoice: 'lowestTax' }).summary.tax).toBe(
      Math.min(summary.tax, stateOf({ ...input, deductionChoice: 'itemized' }).summary.tax),
    )
  })
  test('there are such vectors', () => expect(other.length).toBeGreaterThan(3))

  test('is Minnesota’s own, whatever is chosen federally', () => {
    // 17,000 is more than 15,300 and, with 2,000 of income tax, 19,000 more than the federal 16,100; without it not
    const row = { wages: 120_000, deductionChoice: 'larger', ...itemized({ mortgageInterest: 15_400 }) }
    expect(summaryOf(2026, row)).toMatchObject({ deduction: 15_400, deductionTaken: 'itemized' })
    expect(summaryOf(2026, { ...row, ...itemized({ mortgageInterest: 15_300 }) })['deductionTaken']).toBe('standard')
  })
})

describe('AMT', () => {
  test('the other reading of the exemption of 2025', () => {
    const rows = vectorsOf('MN').flatMap(({ input, alternatives = [] }) =>
      alternatives.flatMap(({ basis, ...figures }) => (basis.startsWith('exemption') ? [{ input, figures }] : [])),
    )
    expect(rows.length).toBeGreaterThan(0)
    const amtExemption = { single: 71_540, hoh: 71_540, mfj: 95_390, qss: 95_390, mfs: 47_700 }
    for (const { input, figures } of rows) {
      const { year, status, facts, dependents } = parseFlatCase(input)
      const ready = readyFor(year, status)
      const { summary } = figureState(
        { ...ready, law: { ...ready.law, amtExemption: amtExemption[status] } as never },
        'MN',
        figureReturn(facts, lawFor(year, status)),
        {
          ...{ dependents, filers: status === 'mfj' ? 2 : 1, separate: status === 'mfs' ? 1 : 0 },
          ...{ aged: facts.seniors, agedOrBlind: facts.agedOrBlindBoxes, minimumTaxCreditMade: 0, minimumTaxCredit: 0 },
          ...{ smallBusinessStockExcluded: 0, amtSmallBusinessStockExcluded: 0 },
          ...{ capitalLossCarriedLess: 0, amtCapitalLossCarriedLess: 0 },
        },
      )
      for (const [name, amount] of Object.entries(figures))
        expect(Math.abs(Number(summary[name]) - Number(amount)), name).toBeLessThanOrEqual(0.0201)
    }
  })

  test('filing separately, nothing is added to AMT income however high', () =>
    expect(summaryOf(2026, { status: 'mfs', wages: 100_000, isoSpread: 2_000_000 })['amti']).toBe(2_100_000))

  test('the exemption shrinks by a quarter in 2026, whatever federal law does', () =>
    expect(minnesota.tables.map(({ figures }) => amountFor(figures.amtPhaseOutRate, 'single'))).toEqual([
      ...[2_500, 2_500, 2_500],
    ]))
})

describe('tax on investment income', () => {
  test.each([
    [1_000_000, 0],
    [1_000_100, 1],
    [3_000_000, 20_000],
  ])('interest of %d', (interest, tax) => {
    const summary = summaryOf(2026, { interest })
    expect(summary['netInvestmentIncomeTax']).toBe(tax)
    expect(summary.tax).toBe(summary.regularTax + summary.amt + tax)
  })
})

describe('the credit', () => {
  // 2026, single, wages 200,000: regular 12,866.94; TMT 10,042.3125; room 2,824.6275
  test('takes regular tax down to tentative minimum tax', () => {
    const { summary, credit } = of(2026, { wages: 200_000 }, { minimumTaxCredit: 7_000, minimumTaxCreditMade: 3_000 })
    expect(credit?.used).toBeCloseTo(12_866.94 - 10_042.3125, 6)
    expect(credit?.carriedOut).toBeCloseTo(10_000 - 2_824.6275, 6)
    expect(summary.tax).toBeCloseTo(10_042.3125, 6)
    expect(summary['minimumTaxCreditUsed']).toBe(credit?.used)
    expect(summary['minimumTaxCreditCarriedOut']).toBe(credit?.carriedOut)
    expect(summary.amt).toBe(0)
  })

  test('used up where it is small, none in a year of AMT', () => {
    expect(of(2026, { wages: 200_000 }, { minimumTaxCredit: 900 }).credit).toMatchObject({ used: 900, carriedOut: 0 })
    const exercised = of(2026, { wages: 200_000, isoSpread: 180_000 }, { minimumTaxCredit: 900 })
    expect(exercised.credit).toMatchObject({ used: 0, carriedOut: 900 })
  })

  test('AMT of mortgage interest never comes back', () => {
    // 2026, single: 200,000 less 60,000: 6,958.245 + 7.85 % of 30,570 is 9,357.99; TMT 10,042.3125
    const row = { wages: 200_000, ...itemized({ mortgageInterest: 60_000 }), deductionChoice: 'itemized' }
    const { summary, credit } = of(2026, row)
    expect(summary.amt).toBeCloseTo(10_042.3125 - 9_357.99, 6)
    expect(credit?.made).toBe(0)
    expect(credit?.exclusionPart).toBe(summary.amt)
    // A spread of 20,000 adds 6.75 % of 25,000, because the exemption shrinks with it
    const exercised = of(2026, { ...row, isoSpread: 20_000 })
    expect(exercised.credit?.made).toBeCloseTo(1_687.5, 6)
    expect(exercised.credit?.exclusionPart).toBeCloseTo(Number(summary.amt), 6)
  })

  test('bond interest and depletion are exclusion items, other adjustments timing', () => {
    // 2026, single, wages 120,000, spread 400,000: regular 6,636.605. 40,000 of bond interest: TMT 6.75 % of 560,000 is 37,800;
    // on exclusions 160,000 less 61,225 6,667.3125. As timing, on exclusions 120,000 less 71,225 only 3,292.3125.
    const credit = (x: object) => of(2026, { wages: 120_000, isoSpread: 400_000, ...x }).credit
    expect(credit({ form6251: { line2g: 40_000 } })?.made).toBeCloseTo(31_132.6875, 6)
    expect(credit({ form6251: { line2d: 40_000 } })?.made).toBeCloseTo(31_132.6875, 6)
    expect(credit({ form6251: { line2g: 40_000 } })?.exclusionPart).toBeCloseTo(30.7075, 6)
    expect(credit({ otherAmtAdjustment: 40_000 })?.made).toBeCloseTo(31_163.395, 6)
  })
})

describe('small and negative income', () => {
  test('zero', () => {
    for (const year of years)
      expect(summaryOf(year, {})).toMatchObject({ taxableIncome: 0, regularTax: 0, amt: 0, tax: 0 })
  })
  test('a loss', () =>
    expect(summaryOf(2025, { longTermGain: -9_000 })).toMatchObject({ taxableIncome: 0, amti: -3_000, tax: 0 }))
})

describe('the second working', () => {
  test.each(yearsAndStatuses)('%i %s: agrees a dollar below, at and above every threshold', (year, status) => {
    for (const threshold of new Set(thresholds))
      for (const wages of [threshold - 1, threshold, threshold + 1]) {
        const got = summaryOf(year, { status, wages, dependents: 2 })
        for (const [name, amount] of Object.entries(minnesotaResident(onWages(year, status, wages, 2)).summary))
          if (typeof amount === 'number' && Math.abs(Number(got[name]) - amount) > 1e-6)
            expect(got[name], `${name} on ${wages}`).toBe(amount)
      }
  })

  test('agrees on every figure', () =>
    agrees(
      'MN',
      thresholds,
      (x, { credit }) => {
        const { summary, made, exclusionPart } = minnesotaResident(x)
        expect(Math.abs(Number(credit?.made) - made)).toBeLessThanOrEqual(1e-6)
        expect(Math.abs(Number(credit?.exclusionPart) - exclusionPart)).toBeLessThanOrEqual(1e-6)
        return summary
      },
      600,
    ))
})

describe('the book', () => {
  test('says what is unconfirmed', () => {
    const unconfirmed = minnesota.tables.map(({ figures }) =>
      Object.entries(figures)
        .filter(([, { status }]) => status === 'unconfirmed')
        .map(([name]) => name),
    )
    expect(unconfirmed).toEqual([[], ['amtExemption'], ['charityCashRate']])
    expect(minnesota.tables.map(({ open }) => open.length)).toEqual([0, 1, 1])
    expect(minnesota.tables[1]?.figures.amtExemption).toMatchObject({ single: 71_470, mfj: 95_300, other: 71_540 })
  })

  test('later years follow prices; what is fixed stays', () => {
    const table = stateTable(minnesota, 2027, 0.02)
    if (!table) throw new Error('no projection')
    expect(stepsFor(table.schedules.rates, 'single').map(([over]) => over)).toEqual([0, 33_980, 111_620, 207_210])
    expect(table.figures.amtExemption).toMatchObject({ single: 74_560, status: 'projected' })
    expect(amountFor(table.figures.amtPhaseOutStart, 'mfj')).toBe(150_000)
    expect(amountFor(table.figures.investmentIncomeThreshold, 'mfj')).toBe(1_000_000)
    expect(stateTable(minnesota, 2023, 0)).toBeNull()
  })

  test('chooses its own deduction and has a credit of its own', () =>
    expect([formsMN.chooses, formsMN.credit === null]).toEqual([true, false]))
})
