/** Explanations that reach into earlier years: Form 8801 Parts I and III, carryovers, and a year as filed. */
import { describe, expect, test } from 'vitest'
import { explainAnswer } from '../../src/answers/explain.ts'
import type { Case } from '../../src/case.ts'
import { InputError } from '../../src/errors.ts'
import type { Reason } from '../../src/explain/reason.ts'
import { caseOf, historyOf, incomeOf, lotOf, saleOf } from '../cases.ts'

/** Example B: exercise in 2025, credit in 2026. */
const two = caseOf({ lots: [lotOf()] })
const why = (of: Case, year: number, name: string, depth?: number): Reason =>
  explainAnswer(of, { asOf: '2026-11-22', year }, name, depth).reason
const named = (reason: Reason): [string, number][] => reason.from.map(({ name, amount }) => [name, amount])
const find = (reason: Reason, name: string): Reason | undefined =>
  reason.name === name ? reason : reason.from.map((each) => find(each, name)).find((each) => each !== undefined)

describe('Form 8801 of 2026', () => {
  test('line 1 is figured on Form 6251 of 2025', () => {
    const reason = why(two, 2026, '8801.1', 1)
    expect(reason).toMatchObject({ name: 'form8801.line1', title: 'Form 8801 line 1', amount: 268_500 })
    expect(named(reason)).toEqual([
      ['2025.form6251.line1b', 268_500],
      ['2025.form6251.line2e', 0],
    ])
    expect(reason.from[0]?.title).toBe('Form 6251 line 1b of 2025')
  })

  test('line 8 takes the rate of 2025, not of 2026', () => {
    const reason = why(two, 2026, '8801.8', 1)
    expect(named(reason)).toContainEqual(['2025.law.amtPhaseoutRate', 2_500])
    expect(reason.words).toContain('25 %')
  })

  test('the credit used leads back to the exercise of the year before', () => {
    const reason = why(two, 2026, 'minimumTaxCreditUsed')
    expect(reason).toMatchObject({ name: 'form8801.line25', amount: 7_920 })
    expect(find(reason, 'facts.minimumTaxCreditMade')?.from.map(({ name, amount }) => [name, amount])).toEqual([
      ['form8801.line16', 102_724],
      ['form8801.line17', 0],
    ])
    expect(find(reason, '2025.form6251.line11')?.amount).toBe(102_724)
    expect(find(reason, '2025.form6251.line2i')?.amount).toBe(400_000)
    expect(find(reason, '2025.exercise.0.spread')).toMatchObject({ amount: 400_000 })
  })

  test('what 2027 carries in is line 26 of 2026', () => {
    const reason = why(two, 2027, '8801.19')
    expect(reason.amount).toBe(94_804)
    expect(find(reason, '2026.form8801.line26')).toMatchObject({ amount: 94_804, title: 'Form 8801 line 26 of 2026' })
    expect(find(reason, '2025.form6251.line11')?.amount).toBe(102_724)
  })

  test('a line of an earlier year can be asked for', () =>
    expect(why(two, 2026, '2025.form6251.line4', 0)).toMatchObject({
      amount: 700_000,
      title: 'Form 6251 line 4 of 2025',
    }))

  test('Part I has nothing to say in the first year, nor has a year before it or after', () => {
    expect(() => why(two, 2025, '8801.4')).toThrow(InputError)
    expect(() => why(two, 2026, '2024.form6251.line4')).toThrow(InputError)
    expect(() => why(two, 2026, '2027.form6251.line4')).toThrow(InputError)
  })
})

describe('a year as filed', () => {
  const history = [historyOf(2024, { form6251: { line1b: 250_800, line2a: 29_200, line10: 36_000, line11: 9_000 } })]

  test('its lines are amounts as filed, its law is of its year', () => {
    const reason = why(caseOf({ history }), 2025, '8801.15')
    // 26 % of 146,700 is 38,142
    expect(reason.amount).toBe(2_142)
    expect(find(reason, '2024.form6251.line1b')).toMatchObject({
      ...{ amount: 250_800, title: 'Form 6251 line 1 of 2024, as filed', from: [] },
    })
    expect(find(reason, '2024.law.amtExemption')).toMatchObject({ amount: 133_300, title: 'AMT exemption of 2024' })
  })
})

describe('losses carried in', () => {
  test('lead to the worksheet of the year before, for each system its own', () => {
    // 10,000 shares sold at 20: regular gain 180,000, AMT loss 220,000 of which 3,000 count
    const of = caseOf({
      lots: [lotOf()],
      plan: [saleOf('2026-03-04', 10_000, 20)],
      incomes: [2025, 2026, 2027].map((year) => incomeOf(year, { wages: 300_000 })),
    })
    const reason = why(of, 2027, 'scheduleDAmt.line14')
    expect(find(reason, '2026.capitalLossCarryoverAmt.line13')).toMatchObject({
      ...{ amount: 217_000, title: 'Capital Loss Carryover Worksheet for AMT line 13 of 2026' },
    })
    const worksheet = why(of, 2026, 'capitalLossCarryoverAmt.line1')
    expect(named(worksheet)).toEqual([['form6251.beforeIncrease', worksheet.amount]])
    expect(named(why(of, 2026, 'capitalLossCarryoverAmt.line9'))).toEqual([['scheduleDAmt.line15', -220_000]])
    // No regular loss, no regular worksheet
    expect(() => why(of, 2026, 'capitalLossCarryover.line1')).toThrow(InputError)
  })

  test('the words of a worksheet name what its system reads', () => {
    const of = caseOf({ incomes: [incomeOf(2025, { wages: 100_000, longTermGain: -9_000 })] })
    const reason = why(of, 2025, 'capitalLossCarryover.line1')
    expect(reason.words).toContain('Form 1040: taxable income before its floor')
    expect(named(reason).map(([name]) => name)).toEqual(['form1040.beforeFloor', 'schedule1A.line37'])
  })
})
