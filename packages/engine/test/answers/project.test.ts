/** Every year with its cash, and the answer about the credit. Numbers worked by hand in the comments. */
import { describe, expect, test } from 'vitest'
import { creditAnswer } from '../../src/answers/credit.ts'
import { projectAnswer } from '../../src/answers/project.ts'
import type { Case } from '../../src/case.ts'
import { parseScenario } from '../../src/scenario/parseScenario.ts'
import { caseOf, exerciseOf, giftOf, historyOf, incomeOf, lotOf, saleOf } from '../cases.ts'
import { yaml } from '../scenario/files.ts'

const asOf = '2026-11-22'
const peak = () => parseScenario(yaml('examples/peak-and-fall.yaml'))

describe('AMT at the peak, and the shares fall by 70 %: single, wages 210,000', () => {
  const { years, creditLog, notices } = projectAnswer(peak(), asOf, { forms: true })

  // Taxable income 193,900: 1,240 + 4,560 + 12,166 + 24 % of 88,200 = 21,168, in sum 39,134. AMTI 210,000 + 470,000 =
  // 680,000; exemption 90,100 less 50 % of 180,000 is 100; 679,900: 63,570 + 28 % of 435,400 = 121,912, in sum 185,482
  test('2026: 146,348 of AMT on shares that are worth 150,000', () => {
    expect(years[0]?.summary).toMatchObject({ regularTax: 39_134, tentativeMinimumTax: 185_482, amt: 146_348 })
    expect(creditLog[0]).toMatchObject({
      exclusionPart: 0,
      generated: 146_348,
      amtBasisOutstanding: 500_000,
      basisDifference: 470_000,
    })
  })

  test('due in April, with nothing withheld for it', () => {
    // Additional Medicare tax: 0.9 % of 10,000
    expect(years[0]?.cash).toMatchObject({
      ...{ strike: 30_000, proceeds: 0, federalTax: 185_572, withheld: 39_134, balanceDue: 146_438 },
      ...{ dueOn: '2027-04-15', addedTax: 146_348, left: 130_000, lowest: { on: '2026-02-09', left: 130_000 } },
    })
    // 90 % of 185,572 is 167,014.80, of which 39,134 are withheld; the file has no year before
    expect(years[0]?.cash.safeHarbor).toEqual({ required: 167_014.8, priorYear: null, short: 127_880.8 })
  })

  test('2027: sold for 150,000; of 350,000 of AMT loss 3,000 count, and 347,000 are carried on', () => {
    const [, year] = years
    expect(year?.forms?.['scheduleD']?.['line16']).toBe(120_000)
    expect(year?.forms?.['scheduleDAmt']).toMatchObject({ line16: -350_000, line21: 3_000 })
    expect(year?.forms?.['form6251']).toMatchObject({
      line2k: -123_000,
      line2kItems: { ordinary: 0, capital: -123_000 },
    })
    expect(year?.carriedOut).toMatchObject({
      ...{ capitalLoss: { short: 0, long: 0 }, amtCapitalLoss: { short: 0, long: 347_000 } },
    })
    expect(years.map((each) => each.carriedOut.amtCapitalLoss.long)).toEqual([
      ...[0, 347_000, 344_000, 341_000, 338_000, 335_000, 332_000, 329_000, 326_000, 323_000, 320_000],
    ])
  })

  test('cash: 130,000, and 150,000 from the sale, less the tax of April; the refund of the credit a year later', () => {
    const [, year] = years
    expect(year?.cash.left).toBe(130_000 + 150_000 - 146_348)
    expect(year?.cash.payments[0]).toEqual({ on: '2027-03-08', what: 'sale of shares of peak', amount: -150_000 })
  })

  test('what saves: sold in December 2026 instead, 12 a share are wages and there is no AMT', () => {
    const of = { ...peak(), plan: [...peak().plan.slice(0, 1), saleOf('2026-12-15', 10_000, 15, { lot: 'peak' })] }
    const [year] = projectAnswer(of, asOf).years
    // Taxable income 313,900: 39,134 up to 193,900, 24 % of 7,875, 32 % of 54,450 and 35 % of 57,675 more
    expect(year?.summary).toMatchObject({ amt: 0, regularTax: 39_134 + 1_890 + 17_424 + 20_186.25 })
  })

  test('is said to be projected, once for all years', () => {
    expect(notices.filter(({ code }) => code === 'projected')).toHaveLength(1)
    expect(years.map(({ projected }) => projected)).toEqual([
      ...[
        { law: false, income: false },
        { law: true, income: false },
      ],
      ...Array.from({ length: 9 }, () => ({ law: true, income: true })),
    ])
    // Nothing is known of what later years withhold
    expect(years[2]?.cash).toMatchObject({ withheld: null, estimatedPaid: null, balanceDue: null, safeHarbor: null })
  })

  test('the same scenario gives the same bytes', () => {
    expect(JSON.stringify(projectAnswer(peak(), asOf, { forms: true }))).toBe(
      JSON.stringify(projectAnswer(peak(), asOf, { forms: true })),
    )
    expect(JSON.stringify(creditAnswer(peak(), asOf))).toBe(JSON.stringify(creditAnswer(peak(), asOf)))
  })

  test('holding on brings the credit home by 2039, worth 73 cents a dollar today', () => {
    const { ahead, faster } = creditAnswer(peak(), asOf)
    expect(ahead).toMatchObject({ balance: 0, toCome: 146_348, drainedIn: 2039, yearsToDrain: 14, left: 0 })
    expect(ahead.uses.reduce((sum, { used }) => sum + used, 0)).toBeCloseTo(146_348, 1)
    expect(faster.notYet).toEqual([{ lot: 'peak', from: '2027-02-10' }])
  })
})

describe('Form 8801 of a year is the one filed for it', () => {
  const forms = (x: Partial<Case> = {}) =>
    projectAnswer(caseOf({ lots: [lotOf()], assumptions: { ...caseOf().assumptions, horizon: 2026 }, ...x }), asOf, {
      forms: true,
    }).years.map((year) => year.forms?.['form8801'])

  test('Parts I and III on the figures of the year before', () => {
    const [first, second] = forms()
    expect(first).toMatchObject({ line15: 0, line16: 0, line17: 0, line18: 0, line21: 0 })
    expect(second).toMatchObject({
      ...{ line1: 268_500, line2: 31_500, line4: 300_000, line9: 137_000, line10: 163_000, line11: 42_380 },
      ...{ line14: 50_134, line15: 0, line16: 102_724, line18: 102_724, line19: 0, line21: 102_724 },
      ...{ line22: 49_468, line23: 41_548, line24: 7_920, line25: 7_920, line26: 94_804, line54: 42_380 },
    })
    expect(Object.keys(second ?? {}).filter((line) => /^line\d+$/.test(line))).toEqual(
      Array.from({ length: 55 }, (_, i) => `line${i + 1}`),
    )
  })

  test('and on the year before the first where the file has it', () => {
    const history = [historyOf(2024, { form6251: { line1b: 250_800, line2a: 29_200, line10: 46_277, line11: 9_000 } })]
    // Exclusion items 280,000 less 133,300: 26 % is 38,142
    expect(forms({ history })[0]).toMatchObject({
      line4: 280_000,
      line13: 38_142,
      line15: 0,
      line16: 9_000,
      line18: 9_000,
    })
  })
})

describe('cash', () => {
  const household = { ...caseOf().household, cash: 100_000 }
  const assumptions = { ...caseOf().assumptions, horizon: 2026 }

  test('that runs short is said first, with the day', () => {
    const of = caseOf({ household, assumptions, plan: [exerciseOf('2025-03-03', 10_000)] })
    const { years, notices } = projectAnswer(of, asOf)
    // 100,000 less 20,000 of strike and 102,724 of AMT in April 2026
    expect(years[1]?.cash).toMatchObject({ left: -22_724, lowest: { on: '2026-04-15', left: -22_724 } })
    expect(notices[0]?.message).toBe('The cash given does not pay for this plan: $22,724.00 is missing on 2026-04-15.')
  })

  test('that runs short when the last year is paid is said too', () => {
    // 100,000 less 20,000 of strike and 102,724 of AMT, due after the last year looked at
    const of = caseOf({
      household,
      assumptions: { ...assumptions, horizon: 2025 },
      incomes: [incomeOf(2025, { wages: 300_000 })],
      plan: [exerciseOf('2025-03-03', 10_000)],
    })
    const { years, notices } = projectAnswer(of, asOf)
    expect(years.at(-1)?.cash).toMatchObject({ left: 80_000, lowest: { on: '2026-04-15', left: -22_724 } })
    expect(notices[0]?.message).toContain('$22,724.00 is missing on 2026-04-15')
  })

  test('by date: strike, sale to cover, gift, estimated tax, what is withheld, and the balance', () => {
    const incomes = [
      incomeOf(2025, { wages: 300_000, withheld: 40_000, estimatedPaid: [{ on: '2025-06-16', amount: 5_000 }] }),
      incomeOf(2026, { wages: 300_000 }),
    ]
    const plan = [
      exerciseOf('2025-03-03', 1_000, { how: 'sellToCover', as: 'a' }),
      giftOf('2025-12-01', { cash: 3_000 }),
    ]
    const [year] = projectAnswer(caseOf({ household, assumptions, incomes, plan }), asOf).years
    const paid = year?.cash.payments.map(({ on, what, amount }) => [on, what, amount])
    // Strike 2,000 takes 48 shares at 42: 2,016
    expect(paid?.slice(0, 5)).toEqual([
      ['2025-03-03', 'strike of a', 2_000],
      ['2025-03-03', 'sale of shares of a', -2_016],
      ['2025-06-16', 'estimated tax', 5_000],
      ['2025-12-01', 'gift of cash', 3_000],
      ['2025-12-31', 'withheld during the year', 40_000],
    ])
    expect(paid?.[5]?.[0]).toBe('2026-04-15')
    expect(year?.cash.left).toBe(100_000 - 2_000 + 2_016 - 3_000)
    expect(year?.cash.estimatedPaid).toBe(5_000)
  })

  test('safe harbor: 110 % of the year before above 150,000 of income, nothing when little is due', () => {
    const history = [historyOf(2024, { totalTax: 30_000, agi: 280_000 })]
    const harbor = (x: Partial<Case>) =>
      projectAnswer(caseOf({ assumptions, history, ...x }), asOf).years[0]?.cash.safeHarbor
    const paying = (withheld: number, paid = 0) => ({
      incomes: [
        incomeOf(2025, { wages: 300_000, withheld, estimatedPaid: [{ on: '2025-04-15', amount: paid }] }),
        incomeOf(2026),
      ],
    })
    // Tax 50,134 and 450 of Additional Medicare tax; 90 % is 45,525.60; 110 % of 30,000 is 33,000
    expect(harbor(paying(20_000, 3_000))).toEqual({ required: 33_000, priorYear: 33_000, short: 10_000 })
    expect(harbor(paying(40_000))).toEqual({ required: 33_000, priorYear: 33_000, short: 0 })
    expect(harbor(paying(49_700))).toEqual({ required: 0, priorYear: 33_000, short: 0 })
    const modest = [historyOf(2024, { totalTax: 30_000, agi: 150_000 })]
    expect(harbor({ ...paying(0), history: modest })).toEqual({ required: 30_000, priorYear: 30_000, short: 30_000 })
    const apart = { ...caseOf().household, statuses: [{ from: 2024, status: 'mfs' as const }] }
    const half = [historyOf(2024, { totalTax: 30_000, agi: 100_000 })]
    expect(harbor({ ...paying(0), history: half, household: apart })?.required).toBe(33_000)
  })

  test('is not known where the file does not say', () => {
    const [year] = projectAnswer(caseOf({ assumptions, plan: [exerciseOf('2025-03-03', 10)] }), asOf).years
    expect(year?.cash).toMatchObject({ left: null, lowest: null })
  })

  test('a plan that goes on past the horizon is followed to its end', () => {
    const plan = [exerciseOf('2025-03-03', 10), saleOf('2028-03-03', 10, 50, { lot: 'e2025-03-03' })]
    expect(projectAnswer(caseOf({ assumptions, plan }), asOf).years.at(-1)).toMatchObject({
      ...{ year: 2028, cash: { proceeds: 500 } },
    })
  })
})

describe('notices about the credit', () => {
  const messages = (x: Partial<Case>) =>
    creditAnswer(caseOf({ assumptions: { ...caseOf().assumptions, horizon: 2026 }, ...x }), asOf).notices.map(
      ({ message }) => message,
    )
  const made = historyOf(2023, {
    form6251: { line1b: 252_300, line2a: 27_700, line4: 700_000, line9: 150_000, line10: 47_352, line11: 102_648 },
  })
  const plain = historyOf(2024, {
    form6251: { line1b: 250_800, line2a: 29_200, line4: 280_000, line9: 38_142, line10: 46_277 },
  })

  test('a carryforward that the history does not bear out', () => {
    const carryforwards = { ...caseOf().carryforwards, minimumTaxCredit: 50_000 }
    expect(messages({ history: [made, plain], carryforwards }).join()).toContain(
      'carryforwards.minimumTaxCredit is $50,000.00, and the years of history leave $94,513.00',
    )
  })

  test('the spread put among the exclusion items', () => {
    const wrong = { ...plain, form8801: { line15: 60_000 } }
    expect(
      messages({ history: [made, wrong], carryforwards: { ...caseOf().carryforwards, minimumTaxCredit: null } }).join(),
    ).toContain('Form 8801 of 2024 has $60,000.00 on line 15, and the lines of 2023 give $0.00')
  })

  test('a status that changes while credit is carried: it belongs to one of the two', () => {
    const household = {
      ...caseOf().household,
      statuses: [
        { from: 2025, status: 'mfj' as const },
        { from: 2026, status: 'single' as const },
      ],
    }
    const said = (lots: Case['lots']) => messages({ household, lots }).filter((message) => message.includes('Vichich'))
    expect(said([lotOf()])).toHaveLength(1)
    expect(said([])).toEqual([])
  })

  test('a line 21 below zero, by either reading', () => {
    // 50,000 of gain more for AMT carried loss: the exclusion part of 2025 exceeds its AMT
    const incomes = [incomeOf(2025, { wages: 150_000, longTermGain: 2_500_000 }), incomeOf(2026, { wages: 300_000 })]
    const carryforwards = { ...caseOf().carryforwards, amtCapitalLoss: { short: 0, long: 900_000 } }
    const of = { incomes, carryforwards, lots: [] }
    expect(messages(of).some((message) => message.includes('Form 8801 line 21 below zero is left behind'))).toBe(true)
  })
})
