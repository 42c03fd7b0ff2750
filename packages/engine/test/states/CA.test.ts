/** California: R&TC §§17041–17077, Form 540, Schedule CA (540), Schedule D (540), Schedule P (540), FTB 3510. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DeductionChoice, Facts } from '../../src/forms/facts.ts'
import type { ScheduleD540 } from '../../src/forms/states/CA/capitalGain.ts'
import type { Form540 } from '../../src/forms/states/CA/form540.ts'
import type { Form3510Exclusion } from '../../src/forms/states/CA/form3510.ts'
import type { ScheduleP } from '../../src/forms/states/CA/scheduleP.ts'
import { formsCA } from '../../src/forms/states/CA.ts'
import type { StateCredit, StateFacts } from '../../src/forms/states/stateForm.ts'
import { amountFor, type Figure, type FilingStatus } from '../../src/law/law.ts'
import { california } from '../../src/law/states/CA.ts'
import { stateTable, stepsFor } from '../../src/law/states/state.ts'
import { figureReturn } from '../../src/return.ts'
import { parseFlatCase } from '../../src/scenario/flatCase.ts'
import { figureState, stateReady } from '../../src/stateReturn.ts'
import { check, household } from '../arbitraries.ts'
import { lawFor, statuses } from '../laws.ts'
import {
  bracketTops,
  californiaResident,
  exemptionCredits,
  incomeTax,
  minimumTax,
  type Resident,
} from '../statute/states/CA.ts'
import { rowOf, stateOf, vectorsOf } from './states.ts'

const years = [2024, 2025, 2026] as const
const yearsAndStatuses = years.flatMap((year) => statuses.map((status) => [year, status] as const))

/** What California gives, by the names it gives it under. */
type Summary = Omit<ReturnType<typeof californiaResident>, 'made'>
interface Return {
  readonly summary: Summary
  readonly sheets: {
    readonly scheduleD540: ScheduleD540
    readonly form540: Form540
    readonly scheduleP: ScheduleP
    readonly form3510Exclusion: Form3510Exclusion
  }
  readonly credit: StateCredit
}

const alone: Omit<StateFacts, 'itemizes'> = {
  ...{ dependents: 0, filers: 1, aged: 0, agedOrBlind: 0, separate: 0 },
  ...{ minimumTaxCreditMade: 0, minimumTaxCredit: 0 },
  ...{ smallBusinessStockExcluded: 0, amtSmallBusinessStockExcluded: 0 },
  ...{ capitalLossCarriedLess: 0, amtCapitalLossCarriedLess: 0 },
}

/** California's return on facts of a year, with some amounts of its law changed. */
function figured(
  { year, status, facts }: { readonly year: number; readonly status: FilingStatus; readonly facts: Facts },
  own: Partial<StateFacts>,
  changes: object = {},
  choice?: DeductionChoice,
): Return {
  const ready = stateReady({ state: 'CA', year, status, inflation: 0 })
  if (!ready) throw new Error('California has an income tax')
  const federal = figureReturn(facts, lawFor(year, status))
  const law = { ...ready, law: { ...ready.law, ...changes } }
  return figureState(law, 'CA', federal, { ...alone, ...own }, choice) as unknown as Return
}

/** California's return on a row with some amounts of its law changed. */
function under(changes: object, row: object): Return {
  const flat = parseFlatCase(row)
  const { dependents, facts } = flat
  return figured(flat, { dependents, aged: facts.seniors, agedOrBlind: facts.agedOrBlindBoxes }, changes)
}

const of = (year: number, x: object, own: Partial<StateFacts> = {}) =>
  stateOf(rowOf('CA', year, x), own) as unknown as Return
const summaryOf = (year: number, x: object, own: Partial<StateFacts> = {}) => of(year, x, own).summary
const standard = { 2024: 5_540, 2025: 5_706, 2026: 5_877 } as const
const standardOf = (year: 2024 | 2025 | 2026, status: string): number =>
  standard[year] * (status === 'single' || status === 'mfs' ? 1 : 2)

describe('tax by the schedule', () => {
  // FTB prints the tax at each threshold in its rate schedules: 2025, single: 1 % of 11,079 is 110.79; + 2 % of 15,185
  // is 414.49; + 4 % of 15,188 is 1,022.01; + 6 % of 16,090 is 1,987.41; + 8 % of 15,182 is 3,201.97; + 9.3 % of 298,755
  // is 30,986.185; + 10.3 % of 74,292 is 38,638.261; + 11.3 % of 297,182 is 72,219.827. 2024 head of household: 215.27,
  // 804.73, 1,394.49, 2,331.69, 3,511.13.
  const printed: readonly (readonly [number, string, number, number])[] = [
    [2025, 'single', 11_079, 110.79],
    [2025, 'single', 26_264, 414.49],
    [2025, 'single', 41_452, 1_022.01],
    [2025, 'single', 57_542, 1_987.41],
    [2025, 'single', 72_724, 3_201.97],
    [2025, 'mfs', 371_479, 30_986.185],
    [2025, 'single', 445_771, 38_638.261],
    [2025, 'single', 742_953, 72_219.827],
    [2025, 'mfj', 145_448, 6_403.94],
    [2025, 'qss', 742_958, 61_972.37],
    [2024, 'hoh', 21_527, 215.27],
    [2024, 'hoh', 51_000, 804.73],
    [2024, 'hoh', 65_744, 1_394.49],
    [2024, 'hoh', 81_364, 2_331.69],
    [2024, 'hoh', 96_107, 3_511.13],
  ]
  test.each(printed)('%i %s: on %d', (year, status, income, tax) => {
    const wages = income + standardOf(year as 2024, status)
    expect(summaryOf(year, { status, wages }).taxBeforeCredits).toBeCloseTo(tax, 6)
  })

  test.each(yearsAndStatuses)('%i %s: a dollar below, at and above each threshold', (year, status) => {
    for (const top of bracketTops(year, status))
      for (const income of [top - 1, top, top + 1]) {
        const { taxableIncome, taxBeforeCredits } = summaryOf(year, {
          ...{ status, wages: income + standardOf(year, status) },
        })
        expect(taxableIncome).toBe(income)
        expect(taxBeforeCredits).toBeCloseTo(incomeTax(year, status, income), 6)
      }
    expect(bracketTops(year, status)).toHaveLength(8)
  })

  test('is the same in every year as the rates say: 1 to 12.3 %', () => {
    for (const { schedules } of california.tables)
      for (const status of statuses)
        expect(stepsFor(schedules.rates, status).map(([, rate]) => rate)).toEqual([
          ...[100, 200, 400, 600, 800, 930, 1_030, 1_130, 1_230],
        ])
  })
})

describe('worked figures', () => {
  // Wages and ISO spread only, standard deduction. 2025, single, 200,000 and 180,000: taxable 194,294; regular 3,201.97 +
  // 9.3 % of 121,570 = 14,507.98; AMTI 380,000; exemption 92,749 - 25 % of 32,192 = 84,701; TMT 7 % of 295,299.
  const rows = [
    [2025, 'single', 180_000, 194_294, 14_507.98, 380_000, 84_701, 20_670.93, 6_162.95, 20_517.93],
    [2024, 'single', 180_000, 194_460, 14_627.14, 380_000, 79_467.5, 21_037.28, 6_410.13, 20_888.28],
    [2025, 'mfj', 180_000, 188_588, 10_415.96, 380_000, 123_667, 17_943.31, 7_527.35, 17_637.31],
    [2025, 'hoh', 180_000, 188_588, 11_949.06, 380_000, 84_701, 20_670.93, 8_721.87, 20_517.93],
    [2025, 'single', 600_000, 194_294, 14_507.98, 800_000, 0, 56_000, 41_492.02, 55_847],
    [2025, 'mfs', 400_000, 194_294, 14_507.98, 630_203, 0, 44_114.21, 29_606.23, 43_961.21],
  ] as const
  test.each(rows)('%i %s, 200,000 of wages and a spread of %d', (year, status, isoSpread, ...amounts) => {
    const { taxableIncome, regularTax, amti, exemption, tentativeMinimumTax, amt, tax } = summaryOf(year, {
      ...{ status, wages: 200_000, isoSpread },
    })
    const got = [taxableIncome, regularTax, amti, exemption, tentativeMinimumTax, amt, tax]
    expect(got.map((each, i) => Math.abs(each - (amounts[i] as number)) <= 0.011)).toEqual(got.map(() => true))
  })

  const breakEven = [
    [2025, 'single', 200_000, 100_005.93],
    [2025, 'single', 300_000, 115_852.06],
    [2025, 'mfj', 300_000, 105_323.64],
    [2025, 'hoh', 250_000, 79_878.56],
    [2025, 'mfs', 150_000, 52_658.36],
    [2024, 'single', 150_000, 82_578.67],
  ] as const
  test.each(breakEven)('%i %s with wages of %d owes AMT from a spread of %d on', (year, status, wages, spread) => {
    const amtAt = (isoSpread: number) => summaryOf(year, { status, wages, isoSpread }).amt
    // The figure is the first spread whose AMT is a cent when rounded: half a cent is 7 cents of spread at 7 %
    expect(amtAt(spread - 0.09)).toBe(0)
    expect(amtAt(spread - 0.01)).toBeLessThan(0.005)
    expect(amtAt(spread + 0.01)).toBeGreaterThan(0.005)
  })

  test('all of the AMT of an exercise comes back where exclusion items alone make none', () => {
    const { credit } = of(2025, { wages: 200_000, isoSpread: 180_000 })
    expect(credit.made).toBeCloseTo(6_162.95, 2)
    expect(credit).toMatchObject({ used: 0, carriedOut: 0, exclusionPart: 0 })
  })
})

describe('exemption credits', () => {
  // 2025: 153 each, a dependent 475, from 252,203; a step of 2,500 takes 6 off each
  const creditOf = (status: string, over: number, dependents = 0) =>
    summaryOf(2025, {
      status,
      wages: { single: 252_203, mfs: 252_203, mfj: 504_411 }[status as 'mfj'] + over,
      dependents,
    }).exemptionCredits
  test.each([
    ['single', 0, 0, 153],
    ['single', 1, 0, 147],
    ['single', 2_500, 0, 147],
    ['single', 2_501, 0, 141],
    ['single', 62_500, 0, 3], // 25 steps
    ['single', 62_501, 0, 0],
    ['single', 62_501, 2, 638], // 2 x (475 - 26 x 6)
    ['single', 197_500, 1, 1], // 79 steps
    ['single', 197_501, 1, 0],
    ['mfj', 1, 3, 1_701], // 2 x 147 + 3 x 469
    ['mfs', 1_250, 1, 616],
    ['mfs', 1_251, 1, 604],
  ])('%s, %d over the start, %i dependents', (status, over, dependents, credits) =>
    expect(creditOf(status, over, dependents)).toBe(credits),
  )

  test('come also for age, and never exceed the tax', () => {
    expect(summaryOf(2025, { wages: 60_000, age: 65 }).exemptionCredits).toBe(306)
    expect(summaryOf(2024, { wages: 90_000, status: 'mfj', age: 66, spouseAge: 70 }).exemptionCredits).toBe(596)
    const poor = summaryOf(2025, { wages: 7_706, dependents: 3 })
    expect([poor.exemptionCredits, poor.tax]).toEqual([20, 0])
    expect(of(2025, { wages: 7_706, dependents: 3 }).sheets.form540).toMatchObject({ line32: 1_578, line33: 0 })
  })

  test('leave AMT alone', () => {
    const { tax, amt } = summaryOf(2025, { isoSpread: 300_000, dependents: 3 })
    expect(tax).toBe(amt)
    expect(amt).toBeGreaterThan(0)
  })

  test.each(yearsAndStatuses)('%i %s: as the statute has them', (year, status) => {
    for (let wages = 230_000; wages < 760_000; wages += 3_331) {
      const { exemptionCredits: credits } = summaryOf(year, { status, wages, dependents: 2 })
      expect(credits).toBeCloseTo(exemptionCredits(year, status, wages, { agedOrBlind: 0, dependents: 2 }), 6)
    }
  })
})

describe('deductions', () => {
  const itemized = {
    realEstateTaxes: 30_000,
    mortgageInterest: 20_000,
    charityCash: 10_000,
    stateAndLocalTaxes: 25_000,
    charityStock: 0,
  }

  test('itemized: no cap on property tax, none for state income tax', () => {
    const { summary, sheets } = of(2024, { wages: 200_000, itemized, deductionChoice: 'larger' })
    expect(summary).toMatchObject({ deduction: 60_000, deductionTaken: 'itemized', itemizedLimitation: 0 })
    expect(sheets.scheduleP).toMatchObject({ line1: 0, line3: 30_000, line18: -0 })
  })

  test('are cut by 6 % of income over the start, and by no more than 80 %', () => {
    const cut = (wages: number) => summaryOf(2025, { wages, itemized, deductionChoice: 'itemized' }).itemizedLimitation
    expect(cut(252_203)).toBe(0)
    expect(cut(262_203)).toBeCloseTo(600, 9)
    // 80 % of 60,000 is 48,000: 6 % of 800,000
    expect(cut(1_052_203)).toBeCloseTo(48_000, 6)
    expect(cut(1_052_303)).toBe(48_000)
  })

  test('AMT gives the cut back, not to the standard deduction', () => {
    const { sheets } = of(2025, { wages: 452_203, itemized, deductionChoice: 'itemized' })
    expect(sheets.scheduleP.line18).toBeCloseTo(-12_000, 9)
    expect(sheets.scheduleP.line21).toBeCloseTo(452_203 - 20_000 - 10_000, 6)
    const other = of(2025, { wages: 452_203, itemized, deductionChoice: 'standard' })
    expect(other.sheets.scheduleP).toMatchObject({ line1: 5_706, line3: 0, line18: 0 })
  })

  test('the larger of the two, whatever the federal return takes', () => {
    const small = { ...itemized, realEstateTaxes: 0, mortgageInterest: 3_000, charityCash: 2_706 }
    const takenWith = (mortgageInterest: number, deductionChoice: string) =>
      summaryOf(2025, { wages: 90_000, itemized: { ...small, mortgageInterest }, deductionChoice }).deductionTaken
    expect(takenWith(3_000, 'larger')).toBe('standard')
    expect(takenWith(3_001, 'larger')).toBe('itemized')
    expect(takenWith(99, 'itemized')).toBe('itemized')
    expect(takenWith(9_999, 'standard')).toBe('standard')
    // With AMT due, gifts below the standard deduction are worth more: it is added back, they are not
    const exercise = { wages: 90_000, isoSpread: 300_000, itemized: { ...small, charityCash: 2_700 } }
    expect(summaryOf(2025, { ...exercise, deductionChoice: 'larger' }).deductionTaken).toBe('standard')
    const lowest = summaryOf(2025, { ...exercise, deductionChoice: 'lowestTax' })
    expect(lowest.deductionTaken).toBe('itemized')
    expect(lowest.tax).toBeLessThan(summaryOf(2025, { ...exercise, deductionChoice: 'standard' }).tax)
  })

  test('gifts: 50 % of income in cash, 60 % in 2025; no floor of 0.5 % in 2026', () => {
    const gifts = (year: number, charityCash: number) =>
      summaryOf(year, {
        ...{ wages: 100_000, deductionChoice: 'itemized' },
        itemized: { ...itemized, realEstateTaxes: 0, mortgageInterest: 0, charityCash },
      }).deduction
    expect([2024, 2025, 2026].map((year) => gifts(year, 70_000))).toEqual([50_000, 60_000, 50_000])
    expect(gifts(2026, 10_000)).toBe(10_000)
  })

  test('gifts of stock: 30 % of income', () => {
    const row = { wages: 100_000, deductionChoice: 'itemized' }
    const gifts = { ...itemized, realEstateTaxes: 0, mortgageInterest: 0, charityCash: 0, charityStock: 45_000 }
    expect(summaryOf(2025, { ...row, itemized: gifts }).deduction).toBe(30_000)
  })
})

describe('AMT', () => {
  // 2025, single: the exemption of 92,749 is cut from 347,808 on and gone at 718,804; filing separately 61,830, 231,868, 479,188
  const amtAt = (status: string, amti: number) =>
    summaryOf(2025, { status, isoSpread: amti - standardOf(2025, status) })

  test.each([
    ['single', 347_808, 92_749],
    ['hoh', 347_812, 92_748],
    ['single', 718_800, 1],
    ['single', 718_804, 0],
    ['single', 900_000, 0],
    ['mfj', 463_749, 123_666],
    ['qss', 958_409, 1],
    ['mfs', 231_872, 61_829],
    ['mfs', 479_184, 1],
  ])('%s: with AMT income of %d the exemption is %d', (status, amti, exemption) => {
    // Without income the standard deduction is added to taxable income of zero
    const summary = amtAt(status, amti)
    expect(summary).toMatchObject({ amti, exemption })
    expect(summary.amt).toBeCloseTo(0.07 * (amti - exemption), 6)
  })

  test.each([
    [479_188, 479_188],
    [479_192, 479_193],
    [579_188, 604_188],
    [726_508, 788_338], // 25 % of 247,320 is the whole exemption of 61,830
    [726_512, 788_342],
    [1_000_000, 1_061_830],
  ])('filing separately, %d becomes %d', (before, after) => expect(amtAt('mfs', before).amti).toBe(after))

  test('25 % in 2026 too, where the federal exemption goes by 50 %', () => {
    // 2026, single: 95,531 less 25 % of 100,000
    const { exemption } = summaryOf(2026, { isoSpread: 358_242 + 100_000 - 5_877 })
    expect(exemption).toBe(70_531)
  })

  test.each(yearsAndStatuses)('%i %s: as the statute has it', (year, status) => {
    for (let amti = 50_000; amti < 1_300_000; amti += 7_919) {
      const got = summaryOf(year, { status, isoSpread: amti - standardOf(year, status) })
      const want = minimumTax(year, status, amti)
      expect([got.amti, got.exemption, got.tentativeMinimumTax].map((each) => Math.round(each * 1e6))).toEqual(
        [want.increased, want.allowed, want.tax].map((each) => Math.round(each * 1e6)),
      )
    }
  })

  test('Behavioral Health Services Tax comes on top, from taxable income over 1,000,000 whatever the status', () => {
    for (const status of statuses)
      for (const [over, due] of [
        [-1, 0],
        [0, 0],
        [1, 0.01],
        [500_000, 5_000],
      ] as const) {
        const summary = summaryOf(2025, { status, wages: 1_000_000 + over + standardOf(2025, status) })
        expect(summary.behavioralHealthServicesTax).toBeCloseTo(due, 9)
        expect(summary.tax).toBeCloseTo(summary.regularTax - summary.exemptionCredits + due, 6)
      }
  })
})

describe('capital gains', () => {
  test('are taxed as wages are', () => {
    const wages = summaryOf(2025, { wages: 300_000 })
    expect(summaryOf(2025, { wages: 100_000, longTermGain: 200_000 }).tax).toBe(wages.tax)
  })

  test('small business stock that the federal return excludes is taxed', () => {
    const { sheets, summary } = of(
      2025,
      { wages: 200_000 },
      { smallBusinessStockExcluded: 400_000, amtSmallBusinessStockExcluded: 390_000 },
    )
    expect(sheets.scheduleD540).toMatchObject({ line8: 400_000, line11: 400_000, line12b: 400_000 })
    expect(sheets.form540).toMatchObject({ line13: 200_000, line16: 400_000, line17: 600_000 })
    expect(summary.taxableIncome).toBe(594_294)
    // Federal adjusted gross income, without that gain, says whether credits are cut
    expect(summary.exemptionCredits).toBe(153)
    expect(sheets.scheduleP).toMatchObject({ line9: -10_000, line21: 590_000 })
  })

  test.each([
    // Net loss of 50,000, of which 3,000 (separately 1,500) counts; then with stock gain of 20,000, 48,000, 49,000 and 60,000
    ['single', 0, -3_000, 0],
    ['single', 20_000, -3_000, 0],
    ['single', 48_000, -2_000, 1_000],
    ['mfs', 48_000, -1_500, 0],
    ['mfs', 49_000, -1_000, 500],
    ['single', 60_000, 10_000, 13_000],
  ])('%s with a loss of 50,000 and stock gain of %d: %d', (status, smallBusinessStockExcluded, line11, line12b) => {
    const row = { status, wages: 100_000, longTermGain: -50_000 }
    const { sheets } = of(2025, row, { smallBusinessStockExcluded })
    expect(sheets.scheduleD540).toMatchObject({ line11, line12b })
    expect(sheets.form540.line17).toBe(100_000 + line11)
  })

  const gainsOf = (regular: number, amt: number, own: Partial<StateFacts> = {}) => {
    const { facts, ...flat } = parseFlatCase(rowOf('CA', 2025, { wages: 100_000, longTermGain: regular }))
    return figured({ ...flat, facts: { ...facts, amtGains: { ...facts.amtGains, long: amt } } }, own)
  }

  test.each([
    [100_000, 40_000, -60_000],
    [2_000, -10_000, -5_000], // AMT has its own limit of 3,000
    [-10_000, -20_000, 0],
    [-2_000, 30_000, 32_000],
  ])('regular %d and for AMT %d: line 9 is %d', (regular, amt, line9) =>
    expect(gainsOf(regular, amt).sheets.scheduleP.line9).toBe(line9),
  )

  test('a sale of option shares frees credit: AMT income falls below taxable income', () => {
    // Regular 94,294 + 300,000 = 394,294; AMT income 100,000; so TMT 7 % of 7,251 and the rest of the tax is the gap
    const { summary, credit } = gainsOf(300_000, 0, { minimumTaxCredit: 20_000, minimumTaxCreditMade: 5_000 })
    expect(summary).toMatchObject({ amti: 100_000, amt: 0, minimumTaxCreditUsed: 25_000 })
    expect(summary.tax).toBeCloseTo(incomeTax(2025, 'single', 394_294) - summary.exemptionCredits - 25_000, 6)
    expect(credit).toMatchObject({ used: 25_000, carriedOut: 0, made: 0 })
  })
})

describe('minimum tax credit', () => {
  test('fills the gap between tax less exemption credits and minimum tax, and carries the rest', () => {
    // 2025, single, 200,000: regular 14,507.98, credit 153; AMT income 200,000, TMT 7 % of 107,251 = 7,507.57; gap 6,847.41
    const { summary, credit } = of(2025, { wages: 200_000 }, { minimumTaxCredit: 10_000 })
    expect(credit.used).toBeCloseTo(14_507.98 - 153 - 7_507.57, 6)
    expect(credit.carriedOut).toBeCloseTo(10_000 - 6_847.41, 6)
    expect(summary.tax).toBeCloseTo(7_507.57, 6)
    expect(summary.minimumTaxCreditUsed).toBe(credit.used)
    expect(summary.minimumTaxCreditCarriedOut).toBe(credit.carriedOut)
  })

  test('none is used in a year of AMT', () => {
    const { credit } = of(2025, { wages: 200_000, isoSpread: 180_000 }, { minimumTaxCredit: 10_000 })
    expect(credit).toMatchObject({ used: 0, carriedOut: 10_000 })
  })

  test('what the year before made may be negative and eats into what was carried', () => {
    const left = (made: number) => of(2025, { wages: 30_000 }, { minimumTaxCredit: 500, minimumTaxCreditMade: made })
    expect(left(-400).credit).toMatchObject({ used: 100, carriedOut: 0 })
    expect(left(-700).credit).toMatchObject({ used: 0, carriedOut: 0 })
    expect(left(-700).summary.tax).toBeGreaterThan(0)
  })

  // Property tax of 150,000 is an exclusion item. 2025, single, wages 300,000: itemized 150,000 less 6 % of 47,797 = 2,867.82;
  // taxable 152,867.82; regular 3,201.97 + 9.3 % of 80,143.82 = 10,655.345; on exclusions 300,000: 7 % of 207,251 = 14,507.57
  const taxes = {
    ...{ wages: 300_000, deductionChoice: 'itemized' },
    itemized: { realEstateTaxes: 150_000, mortgageInterest: 0, charityCash: 0, charityStock: 0, stateAndLocalTaxes: 0 },
  }
  test('exclusion items make AMT that never comes back', () => {
    const { summary, credit } = of(2025, taxes)
    expect(summary.amt).toBeCloseTo(14_507.57 - 10_655.345, 2)
    expect(credit.made).toBe(0)
    expect(credit.exclusionPart).toBe(summary.amt)
    const exercised = of(2025, { ...taxes, isoSpread: 40_000 })
    expect(exercised.credit.made).toBeCloseTo(2_800, 6)
    expect(exercised.credit.exclusionPart).toBeCloseTo(summary.amt, 6)
  })

  test('AMT below that on exclusion items makes no credit; by the other reading it takes some away', () => {
    // Compensation of 30,000 of an earlier exercise is no AMT income: AMT is 2,100 less than on exclusion items alone
    const { facts, ...flat } = parseFlatCase(rowOf('CA', 2025, taxes))
    const sold: Facts = { ...facts, wages: 270_000, compensation: 30_000, amtCompensation: 0 }
    const soldBy = (changes: object) => figured({ ...flat, facts: sold }, {}, changes)
    expect(soldBy({}).sheets.scheduleP.line9).toBe(-30_000)
    expect(soldBy({}).credit.made).toBe(0)
    expect(soldBy({ creditMadeNegative: 1 }).credit.made).toBeCloseTo(-2_100, 6)
  })

  test('filing separately, exclusion items are increased as well', () => {
    // 2025: 600,000 of wages: exclusion income 600,000 + 25 % of 120,812 = 630,203
    expect(of(2025, { status: 'mfs', wages: 600_000 }).sheets.form3510Exclusion.line4).toBe(630_203)
  })
})

describe('small and negative income', () => {
  test('zero', () => {
    for (const year of years)
      expect(summaryOf(year, {})).toMatchObject({ taxableIncome: 0, taxBeforeCredits: 0, amt: 0, tax: 0 })
  })

  test('a loss: AMT starts from zero taxable income, or below it by the other reading', () => {
    const row = rowOf('CA', 2025, { longTermGain: -9_000, isoSpread: 200_000 })
    expect(under({}, row).summary).toMatchObject({ taxableIncome: 0, amti: 205_706 })
    // -3,000 - 5,706 of taxable income, the standard deduction added back
    expect(under({ amtNegativeIncome: 1 }, row).summary).toMatchObject({ taxableIncome: 0, amti: 197_000 })
  })
})

describe('as filed', () => {
  const ceiling = { taxTableCeiling: 100_000 }
  const taxOn = (income: number) =>
    under(ceiling, rowOf('CA', 2025, { wages: income + 5_706 })).summary.taxBeforeCredits

  const given = vectorsOf('CA').filter(({ asFiled }) => asFiled)
  test.each(given.map((each) => [each.input.id, each] as const))('%s', (_, { input, asFiled }) => {
    const { summary } = under(ceiling, input)
    for (const [name, amount] of Object.entries(asFiled ?? {})) expect(summary[name as 'amt']).toBeCloseTo(amount, 2)
    expect(Object.keys(asFiled ?? {}).length).toBeGreaterThan(2)
  })
  test('some vectors are as filed', () => expect(given).toHaveLength(2))

  test.each([
    [0, 0],
    [1, 0],
    [50, 0],
    [51, 1],
    [150, 1],
    [151, 2],
    [11_150, 111], // on 11,100: 110.79 + 2 % of 21 = 111.21
    [100_000, 5_739], // 3,201.97 + 9.3 % of 27,276 = 5,738.64
  ])('on %d', (income, tax) => expect(taxOn(income)).toBe(tax))

  test('above the ceiling the schedule', () => expect(taxOn(100_001)).toBeCloseTo(5_738.638 + 0.093, 6))

  test('exact is the default, in every table', () => {
    for (const { figures } of california.tables) expect(figures.taxTableCeiling).toMatchObject({ all: 0 })
  })
})

describe('the second working agrees', () => {
  /** Amounts at and beside California's own thresholds, as taxable income and as income. */
  const thresholds = years.flatMap((year) =>
    statuses.flatMap((status) =>
      bracketTops(year, status).flatMap((top) => [top, top + standardOf(year, status), 4 * top]),
    ),
  )
  const owns = fc.record({
    dependents: fc.integer({ min: 0, max: 5 }),
    seniors: fc.integer({ min: 0, max: 2 }),
    blind: fc.integer({ min: 0, max: 2 }),
    minimumTaxCredit: fc.integer({ min: 0, max: 60_000 }),
    minimumTaxCreditMade: fc.integer({ min: -20_000, max: 20_000 }),
    excluded: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 900_000 })),
    excludedAmt: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 900_000 })),
    wages: fc.option(
      fc
        .tuple(fc.constantFrom(...thresholds), fc.integer({ min: -2, max: 2 }))
        .map(([threshold, beside]) => threshold + beside),
      { nil: undefined },
    ),
    itemizes: fc.boolean(),
  })
  const net = ({ short, long, shortA, shortB, shortC, longD, longE, longF, ...gains }: Facts['gains']): number =>
    short + long + shortA + shortB + shortC + longD + longE + longF - gains.shortCarryover - gains.longCarryover

  test('on every figure', () =>
    check(
      fc.property(household, owns, ({ year: drawn, status, facts: all }, own) => {
        const year = Math.max(2024, drawn)
        const facts: Facts = { ...all, hasItemized: true, ...(own.wages === undefined ? {} : { wages: own.wages }) }
        const resident: Resident = {
          ...{ year, status, itemizes: own.itemizes },
          otherIncome:
            facts.wages +
            facts.optionWages +
            facts.compensation +
            facts.compensationUnreported +
            facts.interest +
            facts.ordinaryDividends +
            facts.otherIncome,
          ...{ gain: net(facts.gains), amtGain: net(facts.amtGains) },
          ...{ excludedGain: own.excluded, amtExcludedGain: own.excludedAmt, spread: facts.isoSpread },
          amtOrdinary: facts.amtCompensation - facts.compensation - facts.compensationUnreported,
          ...{ dependents: own.dependents, agedOrBlind: own.seniors + own.blind },
          ...{ realEstateTax: facts.realEstateTaxes, interest: facts.mortgageInterest },
          gifts: {
            cash: facts.charityCash + facts.charityCashCarried,
            property: facts.charityOrdinary + facts.charityOrdinaryCarried,
            stock: facts.charityStock + facts.charityStockCarried,
            others: facts.charityPrivate + facts.charityPrivateCarried,
            othersStock: facts.charityPrivateStock + facts.charityPrivateStockCarried,
          },
          creditIn: own.minimumTaxCredit + own.minimumTaxCreditMade,
        }
        const choice: DeductionChoice = own.itemizes ? 'itemized' : 'standard'
        const persons = { dependents: own.dependents, aged: own.seniors, agedOrBlind: own.seniors + own.blind }
        const got = figured(
          { year, status, facts },
          {
            ...{ ...persons, filers: status === 'mfj' ? 2 : 1, separate: status === 'mfs' ? 1 : 0 },
            ...{ minimumTaxCredit: own.minimumTaxCredit, minimumTaxCreditMade: own.minimumTaxCreditMade },
            ...{ smallBusinessStockExcluded: own.excluded, amtSmallBusinessStockExcluded: own.excludedAmt },
          },
          {},
          choice,
        )
        const want = californiaResident(resident)
        const summary = { ...got.summary, made: got.credit.made }
        for (const [name, amount] of Object.entries(want)) {
          const mine = (summary as Record<string, unknown>)[name]
          if (typeof amount === 'string') expect(mine, name).toBe(amount)
          else expect(Math.abs(Number(mine) - amount), name).toBeLessThanOrEqual(1e-6)
        }
        expect(summary.made + got.credit.exclusionPart).toBeCloseTo(summary.amt, 6)
        expect(got.credit.used).toBeGreaterThanOrEqual(0)
      }),
      600,
    ))
})

describe('the official basis of estimated tax in 2026, the amounts of 2025', () => {
  const given = vectorsOf('CA').filter(({ alternatives }) => alternatives)
  test.each(given.map((each) => [each.input.id, each] as const))('%s', (_, { input, alternatives }) => {
    const law = stateReady({ state: 'CA', year: 2025, status: input['status'] as FilingStatus, inflation: 0 })?.law
    const { basis, ...figures } = alternatives?.[0] ?? { basis: '' }
    const { summary } = under({ ...law }, input)
    expect(basis).toContain('official-estimated-basis')
    for (const [name, amount] of Object.entries(figures))
      expect(Math.abs(summary[name as 'amt'] - Number(amount)), name).toBeLessThanOrEqual(0.02)
  })
  test('is given for some vectors', () => expect(given.length).toBeGreaterThan(2))
})

describe('the book', () => {
  const [, of2025, of2026] = california.tables
  if (!of2025 || !of2026) throw new Error('a year is missing')

  test('2026 is 2025 moved by 3.0 %, to the dollar; joint brackets and deductions twice the single ones', () => {
    const moved = (amount: number) => Math.round(amount * 1.03)
    for (const status of ['single', 'mfs', 'hoh'] as const)
      for (const [i, [over]] of stepsFor(of2026.schedules.rates, status).entries())
        expect(over).toBe(moved(stepsFor(of2025.schedules.rates, status)[i]?.[0] as number))
    for (const [i, [over]] of stepsFor(of2026.schedules.rates, 'mfj').entries())
      expect(over).toBe(2 * (stepsFor(of2026.schedules.rates, 'single')[i]?.[0] as number))
    for (const name of [
      'exemptionCredit',
      'dependentCredit',
      'amtExemption',
      'amtPhaseoutStart',
      'highIncomeStart',
    ] as const)
      for (const status of statuses)
        expect(amountFor(of2026.figures[name], status), `${name} ${status}`).toBe(
          moved(amountFor(of2025.figures[name], status)),
        )
    expect(of2026.figures.standardDeduction).toMatchObject({
      single: 5_877,
      mfs: 5_877,
      mfj: 11_754,
      hoh: 11_754,
      qss: 11_754,
    })
  })

  test('says what is projected and what is unconfirmed', () => {
    const indexed = Object.entries(california.names.figures).filter(([, meaning]) => 'indexing' in meaning)
    expect(indexed).toHaveLength(6)
    for (const [name] of indexed)
      expect((of2026.figures as Record<string, Figure>)[name]?.status, name).toBe('projected')
    expect(of2026.schedules.rates.status).toBe('projected')
    expect(of2026.status).toBe('projected')
    expect(of2026.open.join(' ')).toContain('Form 540-ES')
    for (const { figures } of california.tables)
      for (const figure of Object.values(figures) as Figure[]) {
        expect(figure.cite).toContain('R&TC')
        expect(figure.source.length).toBeGreaterThan(5)
        if (figure.status === 'unconfirmed')
          expect([typeof figure.note, typeof figure.other]).toEqual(['string', 'number'])
      }
    const unconfirmed = (year: number) =>
      Object.entries(stateTable(california, year, 0)?.figures ?? {})
        .filter(([, { status }]) => status === 'unconfirmed')
        .map(([name]) => name)
    expect(unconfirmed(2025)).toEqual(['amtNegativeIncome', 'creditMadeNegative'])
    expect(unconfirmed(2026)).toEqual(['amtNegativeIncome', 'creditMadeNegative', 'charityCashRate'])
  })

  test('later years follow prices; what the Code fixes stays', () => {
    const table = stateTable(california, 2027, 0.02)
    expect(table?.figures.amtExemption).toMatchObject({ single: 97_442, mfj: 129_925 })
    expect(table?.figures.exemptionCredit).toMatchObject({ all: 161 })
    expect(table?.figures.healthTaxStart).toMatchObject({ all: 1_000_000 })
    expect(table?.figures.capitalLossLimit).toMatchObject({ single: 3_000, mfs: 1_500 })
    expect(stepsFor(table?.schedules.rates as never, 'single')[1]?.[0]).toBe(11_639)
    expect(stateTable(california, 2023, 0)).toBeNull()
  })

  test('chooses its own deduction and has a credit of its own', () => {
    expect([formsCA.chooses, formsCA.credit === null]).toEqual([true, false])
  })
})
