/** Papers against the scenario: each mistake that people meet, with what it costs worked out beside it. */
import { describe, expect, test } from 'vitest'
import { reconcileAnswer } from '../../src/answers/reconcile.ts'
import type { Case } from '../../src/case.ts'
import type { BrokerSale, FiledForms, Form3921, FormW2, Papers } from '../../src/papers.ts'
import { caseOf, exerciseOf, grantOf, historyOf, incomeOf, lotOf, saleOf } from '../cases.ts'
import { household } from './tested.ts'

const none: Papers = { forms3921: [], formsW2: [], sales: [], filed: [] }
const asOf = '2027-06-01'
const found = (of: Case, papers: Partial<Papers>, day = asOf) =>
  reconcileAnswer(of, { ...none, ...papers }, { asOf: day })
const codes = (of: Case, papers: Partial<Papers>, day = asOf) => found(of, papers, day).findings.map(({ code }) => code)
const first = (of: Case, papers: Partial<Papers>) => found(of, papers).findings[0]

/**
 * Joint, wages 232,200. 1,000 shares bought on 10 March 2025 at 2, worth 12, sold on 2 February 2026, too early. At 22: 10,000 of
 * compensation, basis 12,000, and 10,000 of short-term gain. Taxable income 220,000: 33,424 + 22 % of 11,400 + 24 % of 8,600 =
 * 37,996; adjusted gross income 252,200 is 2,200 over 250,000, at 3.8 % 83.60.
 */
const sold = (price = 22, x: Partial<Case> = {}): Case =>
  household({
    company: { name: 'Co', listed: true, prices: [{ on: '2025-01-01', fmv: 12 }], splits: [] },
    lots: [lotOf({ exercised: '2025-03-10', shares: 1_000, fmvAtExercise: 12 })],
    plan: [saleOf('2026-02-02', 1_000, price)],
    ...x,
  })
const line = (x: Partial<BrokerSale> = {}): BrokerSale => ({
  ...{ description: '1000 sh. Co', shares: 1_000, acquired: '2025-03-10', sold: '2026-02-02', proceeds: 22_000 },
  ...{ basis: 12_000, washSaleLoss: null, basisReported: true },
  ...x,
})
const w2 = (x: Partial<FormW2> = {}): FormW2 => ({ year: 2026, wages: 242_200, box12V: null, box14: [], ...x })

test('papers that agree have nothing to say', () => {
  const form: Form3921 = { granted: '2020-06-15', exercised: '2025-03-10', strike: 2, value: 12, shares: 1_000 }
  const answer = found(sold(), { forms3921: [form], formsW2: [w2()], sales: [line()] })
  expect(answer.findings).toEqual([])
  expect(answer.compared).toEqual({ forms3921: 1, formsW2: 1, sales: 1, filed: 0 })
})

describe('Form 1099-B', () => {
  test('basis without the compensation: code B, and the tax on 10,000 a second time', () => {
    // 24 % of 10,000 is 2,400, and 3.8 % of 12,200 instead of 2,200 is 380 more
    expect(first(sold(), { sales: [line({ basis: 2_000 })] })).toMatchObject({
      ...{ code: 'basisWithoutCompensation', kind: 'wrong', box: 'box 1e', stated: 2_000, right: 12_000, cost: 2_780 },
      row: { box: 'A', proceeds: 22_000, basis: 2_000, code: 'B', adjustment: -10_000, gain: 10_000 },
    })
  })

  test('the AMT basis taken for the regular one: too little tax, on a sale that qualifies', () => {
    // Bought in 2024 for 2,000, with 10,000 of spread: a long-term gain of 20,000 and not of 10,000, 15 % of 10,000; and at an income
    // of 252,200 against 242,200, 3.8 % of 2,200
    const qualifying = sold(22, { lots: [lotOf({ exercised: '2024-03-11', shares: 1_000, fmvAtExercise: 12 })] })
    expect(first(qualifying, { sales: [line({ acquired: '2024-03-11' })] })).toMatchObject({
      ...{ code: 'basisIsAmtBasis', stated: 12_000, right: 2_000, cost: -1_583.6 },
      row: { box: 'D', basis: 12_000, code: 'B', adjustment: 10_000, gain: 20_000 },
    })
    // 1,000 more of long-term gain: 15 and 3.8 %
    expect(first(qualifying, { sales: [line({ acquired: '2024-03-11', basis: 1_000 })] })?.cost).toBe(188)
  })

  test('another basis, and one that was not reported', () => {
    expect(first(sold(), { sales: [line({ basis: 7_000 })] })).toMatchObject({
      ...{ code: 'basisDiffers', row: { code: 'B', basis: 7_000, adjustment: -5_000, gain: 10_000 } },
    })
    expect(first(sold(), { sales: [line({ basis: null, basisReported: false })] })).toMatchObject({
      ...{ code: 'basisNotReported', row: { box: 'B', basis: 12_000, code: '', adjustment: 0, gain: 10_000 } },
    })
    // Shown but not reported: the right basis in column (e), code B, and nothing in (g)
    expect(first(sold(), { sales: [line({ basis: 2_000, basisReported: false })] })?.row).toEqual({
      ...{ box: 'B', proceeds: 22_000, basis: 12_000, code: 'B', adjustment: 0, gain: 10_000 },
    })
    expect(codes(sold(), { sales: [line({ basisReported: false })] })).toEqual([])
  })

  test('proceeds, the day of acquisition where it changes the term, and a wash sale', () => {
    // 400 of short-term gain at 24 % and 3.8 %
    expect(found(sold(), { sales: [line({ proceeds: 22_400 })] }).findings).toMatchObject([
      { code: 'proceedsDiffer', stated: 22_400, right: 22_000, cost: 111.2 },
    ])
    expect(codes(sold(), { sales: [line({ acquired: '2025-02-01' })] })).toEqual(['acquiredDiffers'])
    expect(codes(sold(), { sales: [line({ acquired: '2025-02-03' })] })).toEqual([])
    expect(codes(sold(), { sales: [line({ washSaleLoss: 300 })] })).toEqual(['washSaleDiffers'])
  })

  test('a loss that waits, which the broker did not see', () => {
    // Sold at 1 for a loss of 1,000, and as many exercised eight days later
    const replaced = sold(1, {
      lots: [lotOf({ exercised: '2024-03-11', shares: 1_000, fmvAtExercise: 12 })],
      plan: [saleOf('2026-02-02', 1_000, 1), exerciseOf('2026-02-10', 1_000)],
    })
    const own = { proceeds: 1_000, basis: 2_000, acquired: '2024-03-11' }
    expect(found(replaced, { sales: [line(own)] }).findings).toMatchObject([
      { code: 'washSaleDiffers', stated: null, right: 1_000 },
    ])
    expect(codes(replaced, { sales: [line({ ...own, washSaleLoss: 1_000 })] })).toEqual([])
  })

  test('fees may be off the proceeds or not', () => {
    const plan = [saleOf('2026-02-02', 1_000, 22, { fees: 40 })]
    expect(codes(sold(22, { plan }), { sales: [line({ proceeds: 22_000 })] })).toEqual([])
    expect(codes(sold(22, { plan }), { sales: [line({ proceeds: 21_960 })] })).toEqual([])
  })

  test('sales of other stock, and sales without a line, are asked about', () => {
    const other = line({ description: 'Other stock', sold: '2026-05-05', shares: 7 })
    expect(found(sold(), { sales: [other] }).findings).toMatchObject([
      { code: 'saleNotInScenario', kind: 'question' },
      { code: 'noForm1099B', kind: 'question', right: 22_000 },
    ])
    // The year is not over: its form has not come
    expect(codes(sold(), { sales: [other] }, '2026-12-31')).toEqual(['saleNotInScenario'])
  })

  test('lines that do not say how many shares are known by their proceeds, each once', () => {
    const plan = [saleOf('2026-02-02', 400, 22), saleOf('2026-02-02', 600, 22)]
    const of = sold(22, { plan })
    const parts = [
      line({ shares: null, proceeds: 13_200, basis: 7_200 }),
      line({ shares: null, proceeds: 8_800, basis: 4_800 }),
    ]
    // Sold at one price on one day from one lot: one line of 22,000, or two that do not fit it
    expect(codes(of, { sales: [line({ shares: null })] })).toEqual([])
    expect(codes(of, { sales: parts })).toContain('noForm1099B')
  })
})

describe('Form W-2', () => {
  test('lacks the compensation: Schedule 1 line 8k, and too little tax without it', () => {
    // 33,424 + 2,200 on 210,000 and nothing over 250,000, against 37,996 + 83.60
    expect(first(sold(), { formsW2: [w2({ wages: 232_200 })] })).toMatchObject({
      ...{ code: 'compensationNotInW2', stated: 232_200, right: 242_200, cost: -2_455.6 },
      todo: expect.stringContaining('Schedule 1 line 8k'),
    })
  })

  test('holds the whole spread of shares sold for less than their value', () => {
    // At 8: compensation is the gain of 6,000, not 10,000; 22 % of 4,000
    expect(first(sold(8), { formsW2: [w2()] })).toMatchObject({
      ...{ code: 'wholeSpreadInW2', stated: 10_000, right: 6_000, cost: 880 },
    })
    expect(codes(sold(8), { formsW2: [w2({ wages: 238_200 })] })).toEqual([])
  })

  test('lacks it in the year of the exercise, where AMT follows the regular tax', () => {
    // 18,000 less of AMT income at 28 %, 5,040; and of the gain of 5,000 nothing is left over 250,000, 190
    const of = household({ plan: [...household().plan, saleOf('2026-11-02', 1_000, 25, { lot: 'new' })] })
    expect(first(of, { formsW2: [w2({ wages: 232_200 })] })).toMatchObject({
      code: 'compensationNotInW2',
      cost: -5_230,
    })
  })

  test('holds the whole spread beside a sale that qualifies, whose spread is no compensation at all', () => {
    // 4,000 at 22 %; and 248,200 of income with 10,000 of long-term gain goes 2,200 over 250,000, at 3.8 %
    const both = sold(8, {
      lots: [
        lotOf({ exercised: '2025-03-10', shares: 1_000, fmvAtExercise: 12 }),
        lotOf({ id: 'l2', exercised: '2024-03-11', shares: 500, fmvAtExercise: 12 }),
      ],
      plan: [saleOf('2026-02-02', 1_000, 8), saleOf('2026-03-02', 500, 22, { lot: 'l2' })],
    })
    expect(first(both, { formsW2: [w2()] })).toMatchObject({ code: 'wholeSpreadInW2', stated: 10_000, cost: 963.6 })
  })

  test('shows the compensation in box 14, or does not show it at all', () => {
    const box14 = [{ label: 'ISO DD', amount: 10_000 }]
    expect(codes(sold(), { formsW2: [w2({ wages: 99_000, box14 })] })).toEqual([])
    expect(codes(sold(), { formsW2: [w2({ wages: 99_000, box14: [{ label: 'CASDI', amount: 10_000 }] })] })).toEqual([
      'compensationNotVisible',
    ])
    // Two employers: together they hold it
    expect(codes(sold(), { formsW2: [w2({ wages: 142_200 }), w2({ wages: 100_000 })] })).toEqual([])
  })

  test('holds what is reported on Schedule 1 too: counted twice', () => {
    const apart = sold(22, { plan: [saleOf('2026-02-02', 1_000, 22, { inW2: false })] })
    // 10,000 more: 24 % is 2,400, and of the gain of 10,000 all is over 250,000 and not 2,200: 3.8 % of 7,800 is 296.40
    expect(first(apart, { formsW2: [w2()] })).toMatchObject({ code: 'compensationTwice', cost: 2_696.4 })
    expect(codes(apart, { formsW2: [w2({ wages: 232_200 })] })).toEqual([])
  })

  test('of a year that the scenario does not have is asked about', () => {
    expect(codes(sold(), { formsW2: [w2({ year: 2024 }), w2({ year: 2024 })] })).toEqual(['yearNotInScenario'])
  })

  test('puts it under code V, which is for nonstatutory options', () => {
    expect(codes(sold(), { formsW2: [w2({ box12V: 10_000 })] })).toEqual(['compensationUnderCodeV'])
    expect(codes(sold(), { formsW2: [w2({ box12V: 4_000 })] })).toEqual(['codeVDiffers'])
    const nso = household({
      grants: [grantOf({ kind: 'nso' })],
      plan: [exerciseOf('2026-01-15', 100)],
    })
    // 100 shares at a spread of 18
    expect(codes(nso, { formsW2: [w2({ wages: 234_000, box12V: 1_800 })] })).toEqual([])
  })
})

describe('Form 3921', () => {
  const lots = [lotOf({ exercised: '2026-01-15', fmvAtExercise: 20 })]
  const held = household({ lots, plan: [] })
  const form = (x: Partial<Form3921> = {}): Form3921 => ({
    ...{ granted: '2020-06-15', exercised: '2026-01-15', strike: 2, value: 20, shares: 10_000 },
    ...x,
  })

  test('another value is another spread, and another AMT', () => {
    // 10,000 more at 28 %
    expect(first(held, { forms3921: [form({ value: 21 })] })).toMatchObject({
      ...{ code: 'valueDiffers', box: 'box 4', stated: 21, right: 20, cost: 2_800 },
    })
  })

  test('of an exercise of the plan, whose value is the one of its day, nothing is refigured', () => {
    expect(first(household(), { forms3921: [form({ value: 21 })] })).toMatchObject({ code: 'valueDiffers', cost: null })
  })

  test('is about ISO shares alone, and two of one day are told apart by price', () => {
    const part = household({ lots: [lotOf({ exercised: '2026-01-15', fmvAtExercise: 20, nsoShares: 400 })], plan: [] })
    expect(codes(part, { forms3921: [form({ shares: 9_600 })] })).toEqual([])
    const two = household({
      grants: [grantOf(), grantOf({ id: 'g2', strike: 3, fmvAtGrant: 3 })],
      lots: [...lots, lotOf({ id: 'l2', grant: 'g2', exercised: '2026-01-15', fmvAtExercise: 20 })],
      plan: [],
    })
    expect(codes(two, { forms3921: [form({ strike: 3 }), form()] })).toEqual([])
  })

  test('other boxes, an exercise that is not there, and a form that is not', () => {
    expect(codes(held, { forms3921: [form({ strike: 2.5, shares: 9_000, granted: '2020-06-16' })] })).toEqual([
      ...['grantedDiffers', 'strikeDiffers', 'sharesDiffer'],
    ])
    expect(codes(held, { forms3921: [form({ exercised: '2026-01-16' })] })).toEqual([
      'exerciseNotInScenario',
      'noForm3921',
    ])
    // Until the return of 2026 is due the form may still come
    expect(codes(held, { forms3921: [form({ exercised: '2026-01-16' })] }, '2027-04-14')).toEqual([
      'exerciseNotInScenario',
    ])
  })
})

describe('forms as filed', () => {
  // A spread of 180,000 in 2026: AMT 37,846, none of it exclusion; in 2027 33,424 - 23,920 = 9,504 of credit
  const exercised = household({
    incomes: [incomeOf(2026, { wages: 232_200 }), incomeOf(2027, { wages: 232_200 })],
    assumptions: { ...household().assumptions, horizon: 2027 },
  })
  const filed = (x: Partial<FiledForms>): Partial<Papers> => ({ filed: [{ year: 2026, ...x }] })

  test('the spread left out of line 2i, with what it costs once', () => {
    expect(found(exercised, filed({ form6251: { line11: 0 } })).findings).toMatchObject([
      { code: 'spreadMissed', box: 'line 2i', stated: 0, right: 180_000, cost: -37_846 },
    ])
    // The AMT is right, so that a line 2i which is not at hand is no fault
    expect(codes(exercised, filed({ form6251: { line11: 37_846 } }))).toEqual([])
    expect(first(exercised, filed({ form6251: { line11: 0 } }))?.says).toContain('Line 2i is blank')
    expect(codes(exercised, filed({ form6251: { line2i: 170_000, line11: 35_046 } }))).toEqual(['spreadDiffers'])
    expect(codes(exercised, filed({ form6251: { line2i: 180_000, line11: 37_846 } }))).toEqual([])
    expect(codes(exercised, filed({ form6251: { line2i: 180_000, line11: 30_000 } }))).toEqual(['amtDiffers'])
  })

  test('the AMT basis missed at a sale: line 2k', () => {
    // Bought in 2024 at 2, worth 12, sold in 2026 at 22: an AMT gain of 10,000 against 20,000
    const qualifying = sold(22, { lots: [lotOf({ exercised: '2024-03-11', shares: 1_000, fmvAtExercise: 12 })] })
    expect(first(qualifying, filed({ form6251: { line2i: 0 } }))).toMatchObject({
      ...{ code: 'amtBasisMissed', box: 'line 2k', stated: 0, right: -10_000, cost: null },
    })
  })

  test('the spread among the exclusion items, and credit not claimed', () => {
    const form8801 = { line15: 37_846, line25: 0 }
    expect(found(exercised, { filed: [{ year: 2027, form8801 }] }).findings).toMatchObject([
      { code: 'spreadAmongExclusions', box: 'line 15', stated: 37_846, right: 0, creditLost: 37_846 },
      { code: 'creditUsedDiffers', box: 'line 25', stated: 0, right: 9_504, cost: 9_504 },
    ])
  })

  test('an exclusion part that is right, and two faults of one form with one cost', () => {
    // 100,000 of exclusion items: 26 % of 192,000 is 49,920, less 33,424
    const items = household({
      incomes: [incomeOf(2026, { wages: 232_200, otherAmtExclusion: 100_000 }), incomeOf(2027, { wages: 232_200 })],
      assumptions: { ...household().assumptions, horizon: 2027 },
    })
    expect(codes(items, { filed: [{ year: 2027, form8801: { line15: 16_496 } }] })).toEqual([])
    const two = household({
      lots: [lotOf({ exercised: '2024-03-11', shares: 1_000, fmvAtExercise: 12 })],
      plan: [...household().plan, saleOf('2026-02-02', 1_000, 22)],
    })
    const costs = found(two, filed({ form6251: { line11: 0 } })).findings.map(({ code, cost }) => [code, cost === null])
    expect(costs).toEqual([
      ['spreadMissed', false],
      ['amtBasisMissed', true],
    ])
  })

  test('years outside the scenario are for its history', () => {
    expect(codes(exercised, { filed: [{ year: 2020 }] })).toEqual(['yearNotInScenario'])
  })
})

test('until when it can be amended', () => {
  const years = (day: string, x: Partial<Case> = {}) =>
    found(sold(22, x), { sales: [line({ basis: 2_000 })] }, day).years
  // 2026: due on 15 April 2027, three years from then
  expect(years('2027-04-15')).toEqual([
    { year: 2026, returnDue: '2027-04-15', past: false, claimUntil: '2030-04-15', open: true },
  ])
  expect(years('2030-04-15')[0]).toMatchObject({ past: true, open: true })
  expect(years('2030-04-16')[0]).toMatchObject({ past: true, open: false })
  const earlier = { sales: [line({ basis: 2_000 })], filed: [{ year: 2020 }] }
  expect(codes(sold(), earlier)).toEqual(['yearNotInScenario', 'basisWithoutCompensation'])
})

test('a filing later than due, as history has it, keeps the year open longer', () => {
  const of = caseOf({
    history: [historyOf(2024, { filedOn: '2025-09-01', paidOn: '2025-09-01' })],
    lots: [lotOf({ exercised: '2023-03-10', shares: 1_000, fmvAtExercise: 12 })],
    plan: [],
  })
  const answer = found(of, { filed: [{ year: 2024 }] })
  expect(answer.years[0]?.claimUntil).toBe('2028-09-01')
})
