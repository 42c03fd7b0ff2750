/** A plan's shares as actions of the case, and the whole engine's word on them. */
import { expect, test } from 'vitest'
import { isoFirst, judge, partsOf, withPlan } from '../../src/schedule/actions.ts'
import { type CaseProblem, caseProblem } from '../../src/schedule/caseProblem.ts'
import { score as scoreOf } from '../../src/schedule/score.ts'
import type { PlanTerms } from '../../src/schedule/terms.ts'
import { caseOf, exerciseOf, grantOf, incomeOf, lotOf } from '../cases.ts'
import { plannedCase, takesIsoFirst } from './plannedCases.ts'
import { randomPlan } from './problems.ts'
import { seeded } from './seeded.ts'

const terms: PlanTerms = {
  ...{ from: '2026-01-02', horizon: 2027, tail: 2, growth: 0, saved: 0, december: false, discount: 0 },
  ...{ neverPast: false, keep: 0, concentration: null },
}
const incomes = [incomeOf(2026, { wages: 300_000 }), incomeOf(2027, { wages: 300_000 })]
const of = caseProblem(caseOf({ incomes, lots: [lotOf({ shares: 100 })] }), terms)
const at = (days: string): number =>
  of.fates.findIndex(({ exercisedOn, soldOn }) => `${exercisedOn ?? 'held'} ${soldOn}` === days)

function planOf(shares: { readonly [days: string]: number }): Float64Array {
  const plan = new Float64Array(of.fates.length)
  for (const [days, count] of Object.entries(shares)) plan[at(days)] = count
  return plan
}

test('each fate is an exercise with a lot of its own, and a sale of it, by day', () => {
  const plan = planOf({ '2026-01-15 2027-03-01': 30, '2026-01-15 2026-01-15': 7, 'held 2026-03-04': 100 })
  const { plan: actions } = withPlan(of, partsOf(of, plan))
  expect(actions.map(({ on, kind }) => `${on} ${kind}`)).toEqual([
    ...['2026-01-15 exercise', '2026-01-15 sell', '2026-01-15 exercise', '2026-03-04 sell', '2027-03-01 sell'],
  ])
  const made = actions.flatMap((action) => (action.kind === 'exercise' ? [action.as] : []))
  expect(new Set(made).size).toBe(2)
  expect(actions).toMatchObject([
    { shares: 7, as: made[0] },
    { shares: 7, lot: made[0], price: 42 },
    { shares: 30, as: made[1] },
    { shares: 100, lot: 'l1' },
    { shares: 30, lot: made[1] },
  ])
})

test('a name of a lot that is taken is not given again', () => {
  const plan = planOf({ '2026-01-15 2027-03-01': 30, 'held 2026-03-04': 100 })
  const [name] = withPlan(of, partsOf(of, plan)).plan.flatMap((action) =>
    action.kind === 'exercise' ? [action.as] : [],
  )
  const lots = [lotOf({ shares: 100 }), lotOf({ id: name as string, shares: 1 })]
  const taken = caseProblem(caseOf({ incomes, lots }), terms)
  const shares = Float64Array.from(taken.fates, ({ exercisedOn, soldOn, lot }) =>
    exercisedOn === '2026-01-15' && soldOn === '2027-03-01' ? 30 : lot !== null && soldOn === '2026-03-04' ? 1 : 0,
  )
  const names = withPlan(taken, partsOf(taken, shares)).plan.flatMap((action) =>
    action.kind === 'exercise' ? [action.as] : [],
  )
  expect(names).not.toContain(name)
})

test('ISO shares are exercised before those past the limit on the same day, whenever they are sold', () => {
  // 100,000 / 50: 2,000 shares a year are within the limit
  const over = caseProblem(caseOf({ incomes, grants: [grantOf({ shares: 3_000, fmvAtGrant: 50 })] }), terms)
  const shares = Float64Array.from(over.fates, ({ exercisedOn, soldOn }, i) => {
    const nonstatutory = over.problem.columns[i]?.source === 1
    if (exercisedOn !== '2026-01-15') return 0
    return nonstatutory ? (soldOn === '2026-01-15' ? 1_000 : 0) : soldOn === '2027-03-01' ? 2_000 : 0
  })
  expect(withPlan(over, partsOf(over, shares)).plan).toMatchObject([
    { kind: 'exercise', shares: 2_000 },
    { kind: 'exercise', shares: 1_000 },
    { kind: 'sell', shares: 1_000, on: '2026-01-15' },
    { kind: 'sell', shares: 2_000, on: '2027-03-01' },
  ])
  // 40 a share: 80,000 of spread, and 40,000 of wages
  expect(judge(over, partsOf(over, shares)).years[0]?.facts).toMatchObject({ isoSpread: 80_000, optionWages: 40_000 })
})

test('what stands decided is in the case that is judged', () => {
  const plan = [exerciseOf('2026-02-04', 1_000)]
  const later = caseProblem(caseOf({ incomes, plan }), { ...terms, from: '2026-07-01' })
  const { years, of: judged } = judge(later, [])
  expect(judged.plan).toEqual(plan)
  expect(years.find(({ year }) => year === 2026)?.facts.isoSpread).toBe(40_000)
})

test('a plan put in order takes ISO shares first, keeps its days, and the engine then counts what the columns count', () => {
  let moved = 0
  for (let seed = 1; seed <= 150; seed++) {
    const { of: random, terms: asked, has } = plannedCase(seed)
    if (!has.includes('past the limit')) continue
    const problem = caseProblem(random, asked)
    const score = scoreOf(problem.problem)
    const draw = seeded(seed + 5_000)
    for (let round = 0; round < 3; round++) {
      const plan = randomPlan(problem.problem, draw)
      const ordered = isoFirst(problem, plan)
      if (plan.some((count, i) => count !== ordered[i])) moved++
      expect(takesIsoFirst(problem, ordered), has.join()).toBe(true)
      expect(daysOf(problem, ordered)).toEqual(daysOf(problem, plan))
      score.set(ordered)
      expect(judge(problem, partsOf(problem, ordered)).value, `${seed} ${has.join()}`).toBeCloseTo(score.value(), 2)
    }
  }
  expect(moved).toBeGreaterThan(20)
})

/** Shares of each grant by days of exercise and sale. */
function daysOf({ fates }: CaseProblem, shares: Float64Array<ArrayBufferLike>): { readonly [days: string]: number } {
  const all: { [days: string]: number } = {}
  fates.forEach(({ grant, lot, exercisedOn, soldOn }, i) => {
    const key = `${grant} ${lot} ${exercisedOn} ${soldOn}`
    if ((shares[i] as number) !== 0) all[key] = (all[key] ?? 0) + (shares[i] as number)
  })
  return all
}
