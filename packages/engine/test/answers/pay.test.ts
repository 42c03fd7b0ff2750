/** Estimated tax: every number is worked out beside it, from IRC §6654 and the household of `tested.ts`. */
import { describe, expect, test } from 'vitest'
import { type PayQuestion, payAnswer } from '../../src/answers/pay.ts'
import type { Case, Income } from '../../src/case.ts'
import { caseOf, exerciseOf, giftOf, grantOf, historyOf, incomeOf, lotOf, noItemized, saleOf } from '../cases.ts'
import { asked, household } from './tested.ts'

// Wages 232,200: regular tax 33,424. With the spread of 180,000: AMT 37,846, in all 71,270; 90 % of it is 64,143
const withIncome = (x: Partial<Income>, more: Partial<Case> = {}): Case =>
  household({ incomes: [incomeOf(2026, { wages: 232_200, withheld: 30_000, ...x })], ...more })
const december = { plan: [exerciseOf('2026-12-01', 10_000, { as: 'new' })] }
const federal = (of: Case, question: PayQuestion = {}, asOf = asked.asOf) =>
  payAnswer(of, { asOf, year: 2026 }, question).federal
const of = (rows: readonly object[], key: string): unknown[] => rows.map((row) => Reflect.get(row, key))

describe('the required annual payment', () => {
  test('without a year before: 90 % of the tax, a quarter with each installment', () => {
    const { required, priorYear, tax, installments, exempt } = federal(withIncome({}))
    expect({ required, priorYear, tax, exempt }).toEqual({
      required: 64_143,
      priorYear: null,
      tax: 71_270,
      exempt: null,
    })
    // 64,143 / 4 = 16,035.75; 15 January 2027 is a Friday
    expect(of(installments, 'regular')).toEqual([16_035.75, 16_035.75, 16_035.75, 16_035.75])
    expect(of(installments, 'due')).toEqual(['2026-04-15', '2026-06-15', '2026-09-15', '2027-01-15'])
  })

  test.each([
    // 100 % at exactly 150,000 of income, 110 % above it; never more than 90 % of this year's tax
    [150_000, 40_000, 40_000, 40_000],
    [150_001, 40_000, 44_000, 44_000],
    [200_000, 60_000, 66_000, 64_143],
  ])('the year before with income of %d and tax of %d', (agi, totalTax, priorYear, required) => {
    const answer = federal(withIncome({}, { history: [historyOf(2025, { agi, totalTax })] }))
    expect([answer.priorYear, answer.required]).toEqual([priorYear, required])
  })

  test('less than 1,000 left after withholding, or no tax the year before: nothing', () => {
    // 71,270 less 70,270 is exactly 1,000, which is not less
    expect(federal(withIncome({ withheld: 70_270 })).exempt).toBeNull()
    const little = federal(withIncome({ withheld: 70_270.01 }))
    expect([little.exempt, little.required, little.payNow]).toEqual(['littleLeft', 0, 0])
    expect(of(little.installments, 'pay')).toEqual([0, 0, 0, 0])
    const none = federal(withIncome({ withheld: 0 }, { history: [historyOf(2025, { agi: 10_000, totalTax: 0 })] }))
    expect([none.exempt, none.required, none.penalty.perPoint]).toEqual(['noTaxBefore', 0, 0])
  })

  test('so little tax that nothing is asked for, though nothing is withheld', () => {
    // Wages of 41,000 less 32,200: 10 % of 8,800
    const { tax, exempt, installments, withholding } = federal(withIncome({ wages: 41_000, withheld: 0 }, { plan: [] }))
    expect([tax, exempt, withholding?.extra]).toEqual([880, 'littleLeft', 0])
    expect(of(installments, 'pay')).toEqual([0, 0, 0, 0])
  })

  test('a year the file has no income for is asked for', () => {
    const beyond = household({ assumptions: { ...caseOf().assumptions, horizon: 2030 } })
    expect(() => payAnswer(beyond, { asOf: asked.asOf, year: 2028 })).toThrow(/incomes\.2028/)
  })
})

describe('the annualized method', () => {
  // A spread in January is multiplied by 4: AMT income 952,200 less 140,200; 63,570 and 28 % of 567,500, 222,470, of which 22.5 %
  // are 50,055.75, more than a quarter of 64,143: the regular installment stands
  test('does not help with an exercise in January', () => {
    const answer = payAnswer(withIncome({}), asked)
    const [first] = answer.forms.scheduleAI
    expect(first).toMatchObject({
      line2: 4,
      line3: 232_200,
      line1: 58_050,
      line19: 222_470,
      line21: 50_055.75,
      line27: 16_035.75,
    })
    expect(answer.federal.needsAnnualized).toBe(false)
    // By May 2.4 times 180,000: AMT income 664,200, less 140,200; 63,570 and 28 % of 279,500, 141,830
    expect(answer.forms.scheduleAI[1]?.['line19']).toBe(141_830)
  })

  test('leaves an exercise in December to the last installment', () => {
    // Until August the tax is 33,424: 22.5, 45 and 67.5 % of it are 7,520.40 each time; then 64,143 - 22,561.20
    const { installments, needsAnnualized, withholding } = federal(withIncome({}, december))
    expect(of(installments, 'annualized')).toEqual([7_520.4, 7_520.4, 7_520.4, 41_581.8])
    expect(needsAnnualized).toBe(true)
    // 7,500 withheld for each
    expect(of(installments, 'credited')).toEqual([7_500, 7_500, 7_500, 7_500])
    expect(of(installments, 'pay')).toEqual([20.4, 20.4, 20.4, 34_081.8])
    expect(of(installments, 'short')).toEqual([20.4, 40.8, 61.2, 34_143])
    // 64,143 - 30,000; a quarter of it is more than the 20.40 of April
    expect(withholding?.extra).toBe(34_143)
  })

  test('need not be claimed where the payments are enough by the regular method too', () => {
    // 64,143 / 4 = 16,035.75 withheld for each is enough; a quarter of a dollar less is not
    expect(federal(withIncome({ withheld: 64_143 }, december)).needsAnnualized).toBe(false)
    expect(federal(withIncome({ withheld: 64_142 }, december)).needsAnnualized).toBe(true)
    // Short in April by the regular method alone: paying later does not undo that
    const late = withIncome({ withheld: 30_000, estimatedPaid: [{ on: '2026-06-15', amount: 40_000 }] }, december)
    expect(federal(late, {}, '2026-07-01').needsAnnualized).toBe(true)
    // 22,561.20 paid in October are no payment of April, when the regular method asked for 16,035.75
    const october = federal(withIncome({ withheld: 0 }, december), {}, '2026-10-01')
    expect(october).toMatchObject({ needsAnnualized: true, payNow: 22_561.2 })
    // Nor does it help where both ask for the same
    expect(federal(withIncome({}), {}, '2026-07-01').needsAnnualized).toBe(false)
    // An exercise in July: by 1 July the regular method is short of 8,535.75 twice, the annualized one of 20.40
    const july = withIncome({}, { plan: [exerciseOf('2026-07-06', 10_000)] })
    expect(federal(july, {}, '2026-07-01')).toMatchObject({ needsAnnualized: true, payNow: 40.8 })
  })

  test('the lines of Schedule AI hand on what they save', () => {
    const { scheduleAI } = payAnswer(withIncome({}, december), asked).forms
    // 16,035.75 - 7,520.40 = 8,515.35; then 16,035.75 + 8,515.35 = 24,551.10, and so on
    expect(scheduleAI.map(({ line25, line26 }) => [line25, line26])).toEqual([
      [0, 16_035.75],
      [8_515.35, 24_551.1],
      [17_030.7, 33_066.45],
      [25_546.05, 41_581.8],
    ])
  })

  test('shares sold too early in the same year have no spread in any period, and their income on the day of the sale', () => {
    const plan = [...household().plan, saleOf('2026-11-02', 10_000, 20, { lot: 'new' })]
    const { scheduleAI } = payAnswer(withIncome({}, { plan }), asked).forms
    // Wages of 412,200 in the end: 33,424 + 22 % of 11,400 + 24 % of 168,600 = 33,424 + 42,972
    expect(of(scheduleAI, 'line19')).toEqual([33_424, 33_424, 33_424, 76_396])
  })

  test('a gain counts from its day: multiplied, with its own rates and the tax on investment income', () => {
    // Bought on 3 March 2024 at 2, worth 2, sold on 20 April 2026 for 10,000 of gain; by May 24,000 at 15 %, and AGI of 256,200 is
    // 6,200 over 250,000 at 3.8 %: 33,424 + 3,600 + 235.60. By August 15,000: 2,250, and nothing over. In all 1,500
    const sold = withIncome(
      {},
      {
        lots: [lotOf({ exercised: '2024-03-04', shares: 1_000, fmvAtExercise: 2 })],
        plan: [saleOf('2026-04-20', 1_000, 12)],
      },
    )
    expect(of(payAnswer(sold, asked).forms.scheduleAI, 'line19')).toEqual([33_424, 37_259.6, 35_674, 34_924])
  })

  // Of 10,000 of gain in April: by May 24,000 less 12,000 carried in, at 15 %; by August 15,000 less 7,500; in all 10,000 less 5,000.
  // Until March a loss of 20,000, of which 3,000 counts at 22 %
  test.each(['short', 'long'] as const)('a %s-term loss carried in stands at the beginning of the year', (term) => {
    const loss = { short: 0, long: 0, [term]: 5_000 }
    const { scheduleAI } = payAnswer(
      withIncome(
        {},
        {
          lots: [lotOf({ exercised: '2024-03-04', shares: 1_000, fmvAtExercise: 2 })],
          plan: [saleOf('2026-04-20', 1_000, 12)],
          carryforwards: { ...caseOf().carryforwards, capitalLoss: loss, amtCapitalLoss: loss },
        },
      ),
      asked,
    ).forms
    expect(of(scheduleAI, 'line19')).toEqual([32_764, 35_224, 34_549, 34_174])
  })

  test('a gift of the plan counts from its day too', () => {
    // Itemized 30,000 of taxes paid (below the limit) and the gift: 40,000 in September less 0.5 % of 232,200, 1,161. In the periods
    // before, 30,000 is less than the standard deduction of 32,200
    const itemized = { ...noItemized, stateAndLocalTaxes: 30_000 }
    const given = withIncome(
      { itemized, deductionChoice: 'larger' },
      { plan: [giftOf('2026-09-20', { cash: 40_000 })] },
    )
    const { scheduleAI } = payAnswer(given, asked).forms
    expect(of(scheduleAI, 'line8')).toEqual([32_200, 32_200, 32_200, 68_839])
    const early = withIncome(
      { itemized, deductionChoice: 'larger' },
      { plan: [giftOf('2026-05-31', { cash: 10_000 })] },
    )
    // 24,000 by May, 15,000 by August, 10,000 in all, each less 1,161
    expect(of(payAnswer(early, asked).forms.scheduleAI, 'line8')).toEqual([32_200, 52_839, 43_839, 38_839])
  })
})

describe('what to pay, and when', () => {
  test('installments that are past are made up for at once', () => {
    // 16,035.75 - 7,500 = 8,535.75 short of each: two are past on 1 July
    const { payNow, installments } = federal(withIncome({}), {}, '2026-07-01')
    expect(payNow).toBe(17_071.5)
    expect(of(installments, 'short')).toEqual([8_535.75, 17_071.5, 25_607.25, 34_143])
    expect(of(installments, 'pay')).toEqual([null, null, 8_535.75, 8_535.75])
    // What was paid in between counts: 20,000 on 20 June is more than enough for them, and for 2,928.50 of September
    const paid = federal(withIncome({ estimatedPaid: [{ on: '2026-06-20', amount: 20_000 }] }), {}, '2026-07-01')
    expect(paid.payNow).toBe(0)
    expect(of(paid.installments, 'pay')).toEqual([null, null, 5_607.25, 8_535.75])
  })

  test('a payment counts for the installment by whose day it comes, and what is too much for the next', () => {
    const { installments } = federal(withIncome({ estimatedPaid: [{ on: '2026-04-15', amount: 10_000 }] }))
    expect(of(installments, 'credited')).toEqual([17_500, 7_500, 7_500, 7_500])
    // 17,500 - 16,035.75 = 1,464.25 over; 8,535.75 - 1,464.25 = 7,071.50
    expect(of(installments, 'pay')).toEqual([0, 7_071.5, 8_535.75, 8_535.75])
  })

  test('the day of an installment is in time; after the return is due there is nothing to pay for the year', () => {
    expect(federal(withIncome({}), {}, '2026-04-15').installments[0]?.pay).toBe(8_535.75)
    const after = federal(withIncome({}), {}, '2027-04-16')
    expect([after.payNow, after.withholding]).toEqual([0, null])
  })

  test('withholding makes up for payments that come late: a quarter of it for each', () => {
    // 34,143 paid in January leaves 8,535.75 short in April, which takes four times that
    const late = withIncome({ estimatedPaid: [{ on: '2027-01-15', amount: 34_143 }] })
    expect(federal(late).withholding?.extra).toBe(34_143)
    expect(federal(late).payNow).toBe(0)
  })

  test('withholding is divided among the days of pay', () => {
    // 64,143 - 30,000 = 34,143 over 10 days
    expect(federal(withIncome({}), { paydays: 10 }).withholding).toEqual({ extra: 34_143, paydays: 10, each: 3_414.3 })
  })
})

describe('the penalty', () => {
  test('is interest on each installment from its day, at the rate given', () => {
    // 8,535.75 for 365, 304, 212 and 90 days until 15 April 2027: 971 / 365 of it at 7 %
    const { penalty } = federal(withIncome({}), { rate: 0.07 })
    expect(penalty.ifUnpaid).toBeCloseTo((8_535.75 * 0.07 * 971) / 365, 2)
    expect(penalty).toMatchObject({ rate: 0.07, ifPaid: 0, until: '2027-04-15' })
    expect(penalty.perPoint).toBeCloseTo((8_535.75 * 0.01 * 971) / 365, 2)
  })

  test('is not figured without a rate, and what is past costs even when paid now', () => {
    expect(federal(withIncome({})).penalty).toMatchObject({ rate: null, ifUnpaid: null, ifPaid: null })
    // 15 April to 1 July is 77 days, 15 June to 1 July 16
    const { ifPaid } = federal(withIncome({}), { rate: 0.07 }, '2026-07-01').penalty
    expect(ifPaid).toBeCloseTo((8_535.75 * 0.07 * 93) / 365, 2)
  })
})

describe('notices', () => {
  const messages = (x: Case) =>
    payAnswer(x, asked)
      .notices.map(({ message }) => message)
      .join(' ')

  test('say what is not known and what would allow less', () => {
    expect(messages(withIncome({}))).toContain('history.2025.totalTax')
    expect(messages(withIncome({}, { history: [historyOf(2025, { agi: 1, totalTax: 9 })] }))).not.toContain(
      'history.2025',
    )
    const joined = { history: [historyOf(2025, { agi: 1, totalTax: 9, status: 'single' as const })] }
    expect(messages(withIncome({}, joined))).toContain('shared between the spouses')
  })

  test('say what else decides: the last installment, no tax before, losses carried in', () => {
    // 31 January 2027 is a Sunday
    expect(messages(withIncome({}))).toContain('paid in full by 2027-02-01')
    expect(messages(withIncome({ withheld: 71_000 }))).not.toMatch(/paid in full by|history\.2025/)
    expect(messages(withIncome({}))).not.toMatch(/No tax in 2025|after gains and losses are annualized/)
    expect(messages(withIncome({}, { history: [historyOf(2025, { agi: 1, totalTax: 0 })] }))).toContain(
      'No tax in 2025',
    )
    const loss = { short: 0, long: 9 }
    const carryforwards = { ...caseOf().carryforwards, capitalLoss: loss, amtCapitalLoss: loss }
    expect(messages(withIncome({}, { carryforwards }))).toContain('after gains and losses are annualized')
  })

  test('and what is assumed', () => {
    const { assumed } = payAnswer(withIncome({}), asked)
    expect(assumed.map(({ path, value }) => [path, value])).toEqual([
      ['incomes.2026', 'evenly over the year'],
      ['incomes.2026.withheld', 'a quarter for each installment'],
    ])
  })

  test('payments that are only planned count as made', () => {
    const planned = (asOf: string) =>
      payAnswer(withIncome({ estimatedPaid: [{ on: '2026-06-15', amount: 1 }] }), { asOf, year: 2026 }).assumed.map(
        ({ path }) => path,
      )
    expect(planned('2026-06-14')).toContain('incomes.2026.estimatedPaid')
    expect(planned('2026-06-15')).not.toContain('incomes.2026.estimatedPaid')
  })

  test('small business stock in part excluded is not annualized', () => {
    const stock = withIncome(
      {},
      {
        grants: [grantOf({ on: '2016-06-15', expires: '2026-06-14' })],
        lots: [lotOf({ exercised: '2018-03-05', shares: 100, fmvAtExercise: 2, qsbs: true })],
        plan: [saleOf('2026-04-20', 100, 12)],
      },
    )
    expect(messages(stock)).toContain('Income is not annualized')
    expect(federal(stock).installments[0]?.annualized).toBeNull()
  })
})
