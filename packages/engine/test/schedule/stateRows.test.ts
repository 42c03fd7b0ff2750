/** State tax in the rows: never above what the forms have, and that where the rows have the state's rules whole. */
import { describe, expect, test } from 'vitest'
import { stateModules } from '../../src/forms/states/modules.ts'
import type { CaseProblem } from '../../src/schedule/caseProblem.ts'
import { modelOf } from '../../src/schedule/model.ts'
import { amountOf, broken, valuesOf } from '../../src/schedule/rows.ts'
import { score } from '../../src/schedule/score.ts'
import { loadSolver, programOf } from '../../src/schedule/solver.ts'
import { caseOf } from '../cases.ts'
import { householdOf, randomPlan, stateCase, stateProblem } from './stateProblems.ts'

/** How far the rows are below the forms over random plans, in present value; and what they break of themselves. */
function gaps({ problem, ...from }: CaseProblem, seed: number, plans: number) {
  const rows = modelOf(problem)
  const held = score(problem)
  const all = Array.from({ length: plans }, (_, i) => {
    held.set(randomPlan({ problem, ...from }, seed * 100 + i))
    held.value()
    rows.shapes.forEach(({ taken }, year) => {
      taken.itemizes = held.itemized[year] === 1
    })
    const values = valuesOf(rows.model, held.shares)
    const gap = problem.years.reduce((sum, { taxWorth }, year) => {
      const tax = (held.tax[year] as number) + (held.stateTax[year] as number)
      return sum + taxWorth * (tax - amountOf(rows.taxes[year] as (typeof rows.taxes)[number], values))
    }, 0)
    return { gap, broken: broken(rows.model, values, 1e-3) }
  })
  return { all, states: rows.states }
}

describe('state tax in the rows', () => {
  test.each(stateModules.map(({ book }) => book.state))('%s', (state) => {
    for (const seed of [3, 7, 11, 20, 31]) {
      const { all, states } = gaps(stateProblem(stateCase(state, householdOf(seed))), seed, 8)
      const exact = states.every(({ shape }) => shape?.exact)
      for (const { gap, broken: rows } of all) {
        expect(rows).toEqual([])
        expect(gap).toBeGreaterThan(-0.01)
        if (exact) expect(gap).toBeLessThan(0.01)
      }
    }
  })

  test('states whose tax follows from one amount are exact', () => {
    for (const state of ['NJ', 'PA', 'IL', 'NC', 'GA', 'VA', 'WI', 'AZ', 'WA', 'ND', 'IN', 'DC']) {
      const { states } = gaps(stateProblem(stateCase(state, { ...householdOf(7), wages: 300_000 })), 7, 1)
      expect([state, ...states.map(({ shape }) => shape?.exact)]).toEqual([state, ...states.map(() => true)])
    }
  })

  test('California and Minnesota are within their steps', () => {
    for (const state of ['CA', 'MN']) {
      const { states } = gaps(stateProblem(stateCase(state, householdOf(7))), 7, 1)
      for (const { shape } of states) expect(shape?.apart).toBeLessThan(250)
    }
  })

  test('a credit left in California waits through a year elsewhere', () => {
    const of = stateCase('CA', { ...householdOf(7), wages: 200_000, shares: 10_000, fmv: 30, itemized: 0 })
    const residence = [
      { from: '2015-01-01', state: 'CA' },
      { from: '2026-01-01', state: 'TX' },
      { from: '2028-01-01', state: 'CA' },
    ]
    const from = stateProblem({ ...of, household: { ...of.household, residence } })
    expect(from.problem.years.map(({ state }) => state?.states[0]?.state).slice(0, 4)).toEqual(['CA', 'TX', 'TX', 'CA'])
    for (const { gap } of gaps(from, 5, 20).all) expect(gap).toBeGreaterThan(-0.01)
  })

  test('spouses who file separately, and who itemize', () => {
    for (const state of ['CA', 'CO', 'CT', 'MN', 'NY', 'OR', 'AL', 'UT'])
      for (const seed of [7, 20]) {
        const household = { ...householdOf(seed), status: 'mfs', itemized: 15_000 } as const
        const { all } = gaps(stateProblem(stateCase(state, household)), seed, 8)
        for (const { gap } of all) expect(gap).toBeGreaterThan(-0.01)
      }
  })

  test('a credit of the state from before', () => {
    for (const state of ['CA', 'MN', 'CT']) {
      const carryforwards = { ...caseOf().carryforwards, state: { [state]: { minimumTaxCredit: 20_000 } } }
      const from = stateProblem(stateCase(state, householdOf(31), { carryforwards }))
      for (const { gap, broken: rows } of gaps(from, 3, 20).all) {
        expect(rows).toEqual([])
        expect(gap).toBeGreaterThan(-0.01)
      }
    }
  })

  test('a year with a move is never above', () => {
    for (const [before, after] of [
      ['CA', 'TX'],
      ['TX', 'CA'],
      ['NY', 'NJ'],
    ] as const) {
      const of = stateCase(before, { ...householdOf(31), fmv: 30, shares: 20_000 })
      const residence = [
        { from: '2015-01-01', state: before },
        { from: '2026-07-01', state: after },
      ]
      const from = stateProblem({ ...of, household: { ...of.household, residence } })
      for (const { gap } of gaps(from, 5, 20).all) expect(gap).toBeGreaterThan(-0.01)
    }
  })
})

describe('the bound with states', () => {
  test('is above random plans', async () => {
    const highs = await loadSolver()
    for (const state of ['CA', 'NY', 'CO', 'CT', 'MN', 'MA', 'OR', 'AL', 'HI'])
      for (const seed of [7, 11]) {
        const from = stateProblem(stateCase(state, householdOf(seed)))
        const program = programOf(highs, modelOf(from.problem).model)
        const bound = program.relaxed()?.bound ?? Number.NaN
        program.dispose()
        const held = score(from.problem)
        for (let plan = 0; plan < 25; plan++) {
          held.set(randomPlan(from, plan + seed))
          expect(held.value()).toBeLessThan(bound + 0.05)
        }
      }
  })
})
