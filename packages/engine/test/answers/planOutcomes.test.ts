/** A plan over outcomes that stand for the view of the price. */
import { describe, expect, test } from 'vitest'
import { planAnswer } from '../../src/answers/plan.ts'
import { type PlanTreeAnswer, type PlanTreeQuestion, planTreeAnswer } from '../../src/answers/planTree.ts'
import type { Case, PriceView } from '../../src/case.ts'
import { InputError } from '../../src/errors.ts'
import { loadSolver } from '../../src/schedule/solver.ts'
import { caseOf, grantOf, incomeOf } from '../cases.ts'

const solver = await loadSolver()
const asked = { asOf: '2026-01-02' }

/** 6,000 options at 5 on listed shares worth 30, and cash that does not bind. */
const householdOf = (view: Partial<PriceView>, company: Partial<Case['company']> = {}): Case =>
  caseOf({
    incomes: [incomeOf(2026, { wages: 260_000 })],
    company: {
      ...{ name: 'Co', listed: true, prices: [{ on: '2026-01-02', fmv: 30 }], splits: [] },
      view: { growth: null, volatility: null, liquidityOn: null, ...view },
      ...company,
    },
    grants: [grantOf({ shares: 6_000, strike: 5, fmvAtGrant: 5 })],
    assumptions: { ...caseOf().assumptions, horizon: 2028 },
  })

const ask = (of: Case, x: Partial<PlanTreeQuestion> = {}): PlanTreeAnswer =>
  planTreeAnswer(of, asked, { objective: 'expected', through: 2028, ...x }, solver)

describe('a plan over the view of the price', { timeout: 60_000 }, () => {
  test('where the price cannot move is the plan for the one path there is', () => {
    const of = householdOf({ volatility: 0, growth: 0.06 })
    const { best } = ask(of)
    const known = planAnswer(of, asked, { through: 2028 }, solver).best
    // Each found a plan; neither may be worth more than the other proves, but for cents of a price
    expect(best.value).toBeLessThanOrEqual((known.bound as number) + 1)
    expect(known.value).toBeLessThanOrEqual((best.bound as number) + 1)
    expect(Math.abs(best.value - known.value)).toBeLessThan(0.002 * known.value)
    for (const { value } of best.outcomes) expect(value).toBeCloseTo(best.value, 0)
  })

  test('never worth more than its bound, nor is any strategy', () => {
    const { best, strategies, assumed } = ask(householdOf({ volatility: 0.7, growth: 0.2 }))
    expect(best.bound).toBeGreaterThanOrEqual(best.value)
    for (const { name, value } of strategies) expect(value, name).toBeLessThanOrEqual((best.bound as number) + 0.01)
    expect(best.worst).toBeLessThan(best.expected)
    expect(assumed).toContainEqual({
      ...{ path: '--outcomes', value: '3', message: 'outcomes made of company.view, equally likely' },
    })
  })

  test('lists what it made, and says the price of each', () => {
    const { assumed, best } = ask(householdOf({ volatility: 0.7 }), { outcomes: 5 })
    const made = assumed.filter(({ path }) => path.startsWith('company.outcomes['))
    expect(made.length).toBe(5)
    expect(assumed.map(({ path }) => path)).not.toContain('--outcomes')
    // Equally likely, so that the mean of the prices is the flat price of 30 that growth of nothing leads to
    expect(best.outcomes.reduce((sum, { price }) => sum + price / 5, 0)).toBeCloseTo(30, 1)
    expect(best.outcomes.every(({ known }) => known === '2027-01-01')).toBe(true)
  })

  test('of a company that is not listed they are known on the day of liquidity', () => {
    const of = householdOf({ volatility: 0.7, liquidityOn: '2027-07-01' }, { listed: false })
    const { best } = ask(of)
    expect(best.outcomes.map(({ known }) => known)).toEqual(['2027-07-01', '2027-07-01', '2027-07-01'])
    const sold = best.outcomes.flatMap(({ plan }) => plan.flatMap((entry) => ('sell' in entry ? [entry.on] : [])))
    expect(sold.every((on) => on >= '2027-07-01')).toBe(true)
    expect(sold.length).toBeGreaterThan(0)
  })
})

describe('refused', () => {
  const problemsOf = (of: Case, x: Partial<PlanTreeQuestion> = {}): string[] => {
    try {
      ask(of, x)
    } catch (error) {
      if (error instanceof InputError) return error.problems.map(({ path, code }) => `${path} ${code}`)
      throw error
    }
    return []
  }
  const outcomes = [
    ...[
      { name: 'a', kind: 'nothing' as const, probability: 1, on: null, price: 3, sellableFrom: null, maxShares: null },
    ],
  ]

  test.each([
    ['no outcomes, and no view to make them of', householdOf({}), {}, 'company.outcomes missing'],
    ['a number of outcomes in between', householdOf({ volatility: 1 }), { outcomes: 4 }, '--outcomes outOfRange'],
    ['the file names its own', householdOf({ volatility: 1 }, { outcomes }), { outcomes: 3 }, '--outcomes conflict'],
    ['they are known after the last year', householdOf({ volatility: 1 }), { through: 2026 }, '--through outOfRange'],
  ])('%s', (_, of, question, problem) => {
    expect(problemsOf(of, question)).toEqual([problem])
  })
})
