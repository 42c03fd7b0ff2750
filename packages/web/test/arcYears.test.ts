/** The years as they are drawn and told: prices of the path, stacks of tax, rows of strategies, sentences. */
import type { CashTest, PlanAnswer, ProjectAnswer, ProjectYear, ScenarioFile } from '@isoline/engine'
import { expect, test } from 'vitest'
import { heightOf, measures, taxStack } from '../src/views/arc/geometry.ts'
import { onPath, priceOn } from '../src/views/arc/pricePath.ts'
import { strategyRows } from '../src/views/arc/strategyRows.ts'
import { answerWords, cashWordsOf, consequence, gapWords } from '../src/views/arc/words.ts'

const asOf = '2026-01-15'
const company = {
  prices: [
    { on: '2025-01-02', fmv: 18 },
    { on: '2026-01-02', fmv: 20 },
  ],
  splits: [{ on: '2028-06-01', ratio: 2 }],
  view: { growth: 0.1 },
}

test('the price is the stated one this year, on the path in later ones, and restated for a split', () => {
  expect(priceOn(company, asOf, '2024-12-31')).toBe(null)
  expect(priceOn(company, asOf, '2025-06-01')).toBe(18)
  expect(priceOn(company, asOf, '2026-12-31')).toBe(20)
  // 378 days: 20 × 1.1^(378 / 365.25) = 22.07
  expect(priceOn(company, asOf, '2027-01-15')).toBe(22.07)
  // 1,109 days and two for one: 10 × 1.1^(1109 / 365.25) = 13.36
  expect(priceOn(company, asOf, '2029-01-15')).toBe(13.36)
  // Until the next one that is stated, a stated price holds
  const later = { ...company, prices: [...company.prices, { on: '2030-01-02', fmv: 30 }] }
  expect(priceOn(later, asOf, '2027-01-15')).toBe(20)
})

test('only the days of the plan in later years get a price of the path', () => {
  const plan = ['2026-03-01', '2027-01-15'].map((on) => ({ on, exercise: 1, grant: 'G1' }))
  const file = { company, plan } as ScenarioFile
  expect(onPath(file, asOf).company?.prices?.slice(2)).toEqual([{ on: '2027-01-15', fmv: 22.07 }])
  expect(onPath({ ...file, company: { prices: company.prices } }, asOf).company?.prices).toHaveLength(2)
})

const year = (summary: Partial<ProjectYear['summary']>, lowest: { on: string; left: number } | null = null) =>
  ({ year: 2026, summary, cash: { lowest } }) as ProjectYear

test('a stack less the credit used is the tax of the year', () => {
  const stack = taxStack(
    year({ totalTax: 90, amt: 20, niit: 5, minimumTaxCreditUsed: 15, regularTax: 70 }),
    year({ regularTax: 40 }),
  )
  // 90 + 15 is the stack: 20 AMT, 5 NIIT, 70 − 40 added, 50 the rest
  expect(stack).toEqual({ base: 50, added: 30, niit: 5, amt: 20, used: 15, total: 90 })
  expect(heightOf(stack) - stack.used).toBe(stack.total)
})

test('years fill the width, and are scrolled where they cannot', () => {
  // (1160 − 138) / 7 = 146; eleven years in 332 get 82 each
  expect(measures(1160, 7)).toMatchObject({ gutter: 138, column: 146, width: 1160, narrow: false })
  expect(measures(332, 11)).toMatchObject({ gutter: 96, column: 82, width: 96 + 902, narrow: true })
})

const best = {
  ...{ value: 1000, bound: 1002.5, gap: 2.5, proved: false, amt: 300, creditLeft: 40 },
  years: [
    { year: 2026, exercised: 500, sold: 0, creditLeft: 300 },
    { year: 2027, exercised: 1500, sold: 0, creditLeft: 40 },
    { year: 2028, exercised: 0, sold: 2000, creditLeft: 0 },
  ],
}
const strategies = [
  { name: 'nothing', value: 100, amt: 0, creditLeft: 0, cashShort: 0 },
  { name: 'allNow', value: 1200, amt: 900, creditLeft: 0, cashShort: 250 },
  { name: 'fillTheRoom', value: 400, amt: 0, creditLeft: 0, cashShort: 0 },
]
const answer = {
  ...{ from: asOf, through: 2028, objective: 'wealth', best, strategies },
  shadowPrices: [{ of: 'cash', which: null, more: 0.1, less: 0.1 }],
} as unknown as PlanAnswer

test('what cannot be paid for ranks last, whatever it would be worth', () => {
  const rows = strategyRows(answer, undefined, null, true)
  expect(rows.map(({ key, verdict, against, lowest }) => [key, verdict, against, lowest])).toEqual([
    ['best', 'best', null, null],
    ['fillTheRoom', 'payable', -600, null],
    ['nothing', 'payable', -900, null],
    ['allNow', 'short', 200, -250],
  ])
  expect(strategyRows(answer, undefined, null, false)[1]?.verdict).toBe('untested')
})

test('the answer says what to do and what it is worth', () => {
  const { before, amount, after } = answerWords(answer)
  // 500 + 1,500 shares; 1,000 − 400
  expect(before + amount + after).toBe('Exercise 2,000 shares over two years: $600 better than stopping at the line.')
  const unpaid = strategies.map((each) => ({ ...each, cashShort: 1 }))
  // 1,000 − 100
  expect(answerWords({ ...answer, strategies: unpaid } as unknown as PlanAnswer).after).toContain(
    '$900 better than exercising nothing',
  )
})

test('the consequence: AMT, when its credit is back, what cash is worth', () => {
  expect(consequence(answer, true)).toBe(
    'It pays $300 of AMT. All credit has come back by 2028. Cash limits it, not tax: another dollar to spend would be worth 10¢ more.',
  )
  const early = { ...answer, best: { ...best, years: best.years.slice(0, 2) } } as unknown as PlanAnswer
  expect(consequence(early, false)).toBe('It pays $300 of AMT, and $40 of credit is still unused after 2027.')
})

test('a gap is never said smaller than it is, and none is never said as 0', () => {
  expect(gapWords(answer).head).toBe('Gap $3.')
  expect(gapWords({ ...answer, best: { ...best, gap: null } } as unknown as PlanAnswer).head).toBe('No bound.')
})

test('cash: unknown, short, lasting, and lasting only because shares are sold', () => {
  const project = (...lows: ({ on: string; left: number } | null)[]) =>
    ({ years: lows.map((low) => year({}, low)) }) as unknown as ProjectAnswer
  const late: NonNullable<CashTest['lacks']>['most'] = { on: '2028-04-17', amount: 900 }
  expect(cashWordsOf(project(null), null).tone).toBe('warn')
  const short = cashWordsOf(project({ on: '2027-04-15', left: -5 }, { on: '2028-04-17', left: -80 }), late)
  expect(short.title).toBe('Cash test fails: $5 is missing on Apr 15, 2027.')
  expect(short.rest).toContain('At most $80 is, on Apr 17, 2028.')
  expect(cashWordsOf(project({ on: '2027-04-15', left: 23 }), null)).toMatchObject({
    tone: 'good',
    title: 'Cash lasts, with $23 to spare on Apr 15, 2027.',
  })
  expect(cashWordsOf(project({ on: '2027-04-15', left: 23 }), late).rest).toContain('$900 is missing on Apr 17, 2028')
})
