/** California's estimated tax: 30, 40, 0 and 30 % (R&TC §19136.1), its own AMT among it, on worked returns. */
import { describe, expect, test } from 'vitest'
import { payAnswer } from '../../src/answers/pay.ts'
import { requiredPayment } from '../../src/answers/requiredPayment.ts'
import type { Case } from '../../src/case.ts'
import { federalEstimated } from '../../src/law/federal/estimated.ts'
import { estimatedOfCalifornia } from '../../src/law/states/estimatedCA.ts'
import { caseOf, exerciseOf, historyOf, incomeOf } from '../cases.ts'

/**
 * Single, wages 200,000 in 2025, 10,000 shares at 2 worth 20: California asks 20,517.93 with the spread, 6,162.95 of it its own AMT,
 * and so 14,354.98 without (each worked in the law's own example: taxable income 194,294, tax 14,507.98 less 153).
 */
const resident = (on: string, x: Partial<Case> = {}): Case =>
  caseOf({
    household: {
      ...caseOf().household,
      ...{ statuses: [{ from: 2025, status: 'single' }], residence: [{ from: '2015-01-01', state: 'CA' }] },
    },
    company: { ...caseOf().company, prices: [{ on: '2025-01-01', fmv: 20 }] },
    incomes: [incomeOf(2025, { wages: 200_000 }), incomeOf(2026, { wages: 200_000 })],
    plan: [exerciseOf(on, 10_000)],
    assumptions: { ...caseOf().assumptions, horizon: 2026 },
    ...x,
  })
const asked = { asOf: '2025-01-15', year: 2025 }
const california = (of: Case, question = {}) => payAnswer(of, asked, question).states[0]

test('90 % of the tax, AMT included, in parts of 30, 40, 0 and 30 %', () => {
  const own = california(resident('2025-03-03'))
  // 18,466.137: 5,539.8411, 7,386.4548, nothing, 5,539.8411
  expect(own).toMatchObject({ state: 'CA', tax: 20_517.93, required: 18_466.14, priorYear: null })
  expect(own?.installments.map(({ regular }) => regular)).toEqual([5_539.84, 7_386.45, 0, 5_539.84])
})

test('an exercise in December: 27, 63, 63 and 90 % of annualized tax', () => {
  const own = california(resident('2025-12-01'))
  // 27 % of 14,354.98 is 3,875.84, 63 % is 9,043.64, less that 5,167.79; then 18,466.14 - 9,043.64
  const annualized = own?.installments.map((each) => each.annualized)
  expect(annualized).toEqual([3_875.84, 5_167.79, 0, 9_422.5].map((amount) => expect.closeTo(amount, 1)))
})

test('the year before as stated, by the federal income of that year', () => {
  const before = { history: [historyOf(2024, { agi: 150_001, totalTax: 30_000 })] }
  expect(california(resident('2025-03-03', before), { stateTaxBefore: 10_000 })).toMatchObject({
    ...{ priorYear: 11_000, required: 11_000 },
  })
  // The year before of the case itself: 20,517.93 times 110 % is more than 90 % of the year without an exercise
  const next = payAnswer(resident('2025-03-03'), { asOf: '2026-01-05', year: 2026 }).states[0]
  expect(next?.priorYear).toBe(22_569.72)
})

test('withholding counts a quarter for each installment', () => {
  const withheld = { incomes: [incomeOf(2025, { wages: 200_000, stateWithheld: { CA: 8_000 } })] }
  const own = california(
    resident('2025-03-03', { ...withheld, assumptions: { ...caseOf().assumptions, horizon: 2025 } }),
  )
  expect(own?.withheld).toBe(8_000)
  // 5,539.84 - 2,000; 7,386.45 - 2,000; nothing, with 2,000 over; 5,539.84 - 2,000 - 2,000
  expect(own?.installments.map(({ pay }) => pay)).toEqual([3_539.84, 5_386.45, 0, 1_539.84])
})

describe('the annualized method stands aside', () => {
  const annualized = (x: Partial<Case>) => california(resident('2025-12-01', x))?.installments[0]?.annualized
  const moved = (residence: Case['household']['residence']) => ({ household: { ...resident('').household, residence } })

  test('in a year lived there in part, whose tax sets no harbour either', () => {
    const left = moved([
      { from: '2015-01-01', state: 'CA' },
      { from: '2025-07-01', state: 'TX' },
    ])
    expect(annualized({})).not.toBeNull()
    expect(annualized(left)).toBeNull()
    const came = moved([
      { from: '2015-01-01', state: 'TX' },
      { from: '2025-07-01', state: 'CA' },
    ])
    const next = payAnswer(resident('2025-03-03', came), { asOf: '2026-01-05', year: 2026 }).states[0]
    expect(next?.priorYear).toBeNull()
  })

  test('with losses carried in', () => {
    const loss = { short: 1_000, long: 0 }
    const carryforwards = { ...caseOf().carryforwards, capitalLoss: loss, amtCapitalLoss: loss }
    expect(annualized({ carryforwards })).toBeNull()
  })
})

test('at 1,000,000 of income a notice says that the year before sets no harbour', () => {
  const incomes = [incomeOf(2025, { wages: 1_000_000 }), incomeOf(2026, { wages: 1_000_000 })]
  const says = (x: Partial<Case>) =>
    payAnswer(resident('2025-03-03', x), asked)
      .notices.map(({ message }) => message)
      .join(' ')
  expect(says({ incomes })).toContain('California looks at the tax of the year alone')
  expect(says({})).toContain('--state-tax-before')
})

test('other states are named, and a state without a tax is not', () => {
  const lives = (state: string) =>
    payAnswer(
      resident('2025-03-03', {
        household: { ...resident('2025-03-03').household, residence: [{ from: '2015-01-01', state }] },
      }),
      asked,
    )
  expect(
    lives('NY')
      .notices.map(({ message }) => message)
      .join(' '),
  ).toContain('The estimated tax of NY is not figured')
  expect(lives('NY').states).toEqual([])
  expect(
    lives('TX')
      .notices.map(({ message }) => message)
      .join(' '),
  ).not.toContain('estimated tax of TX')
})

describe('rules by status', () => {
  const toPay = (agi: number, tax: number, x = {}) => ({
    ...{ agi, tax: { afterCredits: tax, other: 0 }, withheld: 0, prior: { tax: 1_000, agi: 80_000 } },
    ...x,
  })
  const line9 = (status: 'single' | 'mfs', agi: number) =>
    requiredPayment(toPay(agi, 100_000), estimatedOfCalifornia(status)).form2210.line9

  test('from 1,000,000 of income, half of it filing separately, the year before does not count', () => {
    expect(line9('single', 999_999.99)).toBe(1_000)
    expect(line9('single', 1_000_000)).toBe(90_000)
    // 110 % above 75,000 filing separately
    expect(line9('mfs', 499_999)).toBe(1_100)
    expect(line9('mfs', 500_000)).toBe(90_000)
    expect(requiredPayment(toPay(5e6, 100_000), federalEstimated('single')).form2210.line9).toBe(1_000)
  })

  test('less than 500 of tax, or 250, this year or the year before', () => {
    const exempt = (status: 'single' | 'mfs', tax: number, before: number) =>
      requiredPayment(toPay(1, tax, { prior: { tax: before, agi: 1 } }), estimatedOfCalifornia(status)).exempt
    expect(exempt('single', 499.99, 5_000)).toBe('littleLeft')
    expect(exempt('single', 500, 5_000)).toBeNull()
    expect(exempt('mfs', 499.99, 5_000)).toBeNull()
    expect(exempt('mfs', 249.99, 5_000)).toBe('littleLeft')
    expect(exempt('single', 9_000, 499.99)).toBe('noTaxBefore')
    expect(exempt('single', 9_000, 500)).toBeNull()
  })
})
