/** Outcomes as branches: the prices and days of each, and trees of them against every plan there is. */
import { describe, expect, test } from 'vitest'
import type { Case, Outcome } from '../../src/case.ts'
import { type Afterwards, branchesOf } from '../../src/schedule/outcomes.ts'
import { loadSolver } from '../../src/schedule/solver.ts'
import type { PlanTerms } from '../../src/schedule/terms.ts'
import { type Branch, type TreeAim, treeSearch } from '../../src/schedule/tree.ts'
import { caseOf, grantOf, incomeOf, lotOf } from '../cases.ts'
import { bestOf } from './everyTreePlan.ts'

const solver = await loadSolver()

const terms = (x: Partial<PlanTerms> = {}): PlanTerms => ({
  ...{ from: '2026-01-02', horizon: 2028, tail: 3, growth: 0, saved: 0, december: false, discount: 0.05 },
  ...{ neverPast: false, keep: 0, concentration: null },
  ...x,
})

const outcome = (kind: Outcome['kind'], x: Partial<Outcome> = {}): Outcome => ({
  ...{ name: kind, kind, probability: 1, on: '2027-06-01', price: 60, sellableFrom: null, maxShares: null },
  ...x,
})

/** Three fat options at 1,000 on shares worth 40,000 each, of a company that is not listed. */
const fat = (company: Partial<Case['company']> = {}): Case =>
  caseOf({
    incomes: [incomeOf(2026, { wages: 180_000 }), incomeOf(2027, { wages: 190_000 })],
    company: { name: 'Co', listed: false, prices: [{ on: '2026-01-01', fmv: 40_000 }], splits: [], ...company },
    grants: [grantOf({ shares: 3, strike: 1_000, fmvAtGrant: 1_000 })],
  })

const only = (of: Case, each: Outcome, x: Partial<PlanTerms> = {}, after: Afterwards = 'stays'): Branch =>
  branchesOf(of, terms(x), [each], after)[0] as Branch

/** Days on which a branch sells shares, with their price. */
const sales = ({ from: { fates } }: Branch): string[] =>
  [...new Set(fates.map(({ soldOn, price }) => `${soldOn} ${price}`))].sort()

describe('what can be sold, and for how much', () => {
  test('in a tender on its day, and as many as it takes; what is left at the end is taken at its value', () => {
    const branch = only(fat(), outcome('tender', { price: 50_000, maxShares: 2 }))
    // 31 December 2028 is a Sunday: Friday the 29th
    expect(sales(branch)).toEqual(['2027-06-01 50000', '2028-12-29 50000'])
    const [cap] = branch.from.problem.caps
    expect(cap?.most).toBe(2)
    expect(cap?.columns.map(({ column }) => branch.from.fates[column]?.soldOn)).toEqual(
      (cap?.columns ?? []).map(() => '2027-06-01'),
    )
    expect(cap?.columns.length).toBeGreaterThan(0)
  })

  test('after a down round nothing before the end, for less', () => {
    expect(sales(only(fat(), outcome('downRound', { price: 9_000 })))).toEqual(['2028-12-29 9000'])
  })

  test('a deal that falls through leaves the price it falls back to, and no market', () => {
    expect(sales(only(fat(), outcome('fails', { price: 30_000 })))).toEqual(['2028-12-29 30000'])
  })

  test('a cash deal early in its year takes all shares on its day', () => {
    // Before the first of March, which is when sales of a year are looked at otherwise
    const branch = only(fat(), outcome('cash', { on: '2027-02-03', price: 70_000 }))
    expect(sales(branch)).toEqual(['2027-02-03 70000'])
  })

  test('chances that the file names come before anything happens', () => {
    const tenders = [
      { on: '2026-09-01', price: 41_000, maxShares: 1 },
      { on: '2028-09-01', price: 42_000, maxShares: 1 },
    ]
    const of = fat({ tenders })
    expect(sales(only(of, outcome('downRound', { price: 9_000 })))).toEqual(['2026-09-01 41000', '2028-12-29 9000'])
    expect(sales(only(of, outcome('nothing', { price: 40_000 })))).toEqual([
      ...['2026-09-01 41000', '2028-09-01 42000', '2028-12-29 40000'],
    ])
  })

  test('listed shares keep their market; a cash deal ends it', () => {
    const of = { ...fat({ listed: true }), lots: [lotOf({ shares: 3, fmvAtExercise: 40_000 })] }
    expect(sales(only(of, outcome('nothing', { price: 55_000 })))).toEqual([
      // Bought on 3 March 2025; the first of March 2026 is a Sunday, and the lot qualifies on the fourth
      ...[
        '2026-01-02 40000',
        '2026-03-02 40000',
        '2026-03-04 40000',
        '2027-03-01 40000',
        '2028-03-01 55000',
        '2028-12-29 55000',
      ],
    ])
    expect(sales(only(of, outcome('cash', { price: 55_000 })))).toEqual([
      ...['2026-01-02 40000', '2026-03-02 40000', '2026-03-04 40000', '2027-03-01 40000', '2027-06-01 55000'],
    ])
  })

  test('a price that goes on grows from the outcome as it would have without; one that stays does not', () => {
    const of = { ...fat({ listed: true }), lots: [lotOf({ shares: 3, fmvAtExercise: 40_000 })] }
    const day = outcome('nothing', { on: '2027-01-01', price: 20_000 })
    const priced = (after: Afterwards) =>
      only(of, day, { growth: 0.1 }, after).from.fates.find(({ soldOn }) => soldOn === '2028-03-01')?.price
    expect(priced('stays')).toBe(20_000)
    // 425 days at 10 % a year of 365.25
    expect(priced('goesOn')).toBeCloseTo(20_000 * 1.1 ** (425 / 365.25), 1)
    // The day before it is known is that of the path, whatever the outcome: 60 days, in cents
    const early = only(of, day, { growth: 0.1 }).from.fates.find(({ soldOn }) => soldOn === '2026-03-02')
    expect(early?.price).toBeCloseTo(40_000 * 1.1 ** (60 / 365.25), 1)
  })
})

describe('trees of outcomes', () => {
  const outcomes = [
    outcome('tender', { probability: 0.3, price: 90_000, maxShares: 1 }),
    outcome('downRound', { probability: 0.3, price: 12_000 }),
    outcome('ipo', { probability: 0.4, price: 80_000, sellableFrom: '2027-12-01' }),
  ]
  const aims: readonly TreeAim[] = [{ kind: 'expected' }, { kind: 'worst' }]

  test.each(aims)('$kind: proved, the best of every plan there is', (aim) => {
    const branches = branchesOf(fat(), terms(), outcomes)
    const best = bestOf(branches, aim)
    const tree = treeSearch(solver, branches, aim)
    tree.search()
    tree.prove({ gap: 0.01, nodes: 5_000 })
    const found = tree.found()
    expect(found.bound).toBeGreaterThanOrEqual(best - 0.01)
    expect(found.goal).toBeCloseTo(best, 2)
    tree.dispose()
  })
})
