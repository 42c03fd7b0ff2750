/** State tax in the score: what the engine's own state returns say of the same plan. */
import { describe, expect, test } from 'vitest'
import { partsOf, withPlan } from '../../src/schedule/actions.ts'
import type { CaseProblem } from '../../src/schedule/caseProblem.ts'
import { score } from '../../src/schedule/score.ts'
import { stateTaxOf, stateYears } from '../../src/stateYears.ts'
import { yearsTo } from '../../src/timeline.ts'
import { caseOf } from '../cases.ts'
import { householdOf, randomPlan, stateCase, stateProblem } from './stateProblems.ts'

const some = ['CA', 'NY', 'CO', 'CT', 'MN', 'NJ', 'OR', 'PA', 'TX', 'MA', 'AL', 'WA', 'WI', 'HI', 'IL']

/** Plans of a problem, and what the engine's own state returns say of each year of them. */
function compare(from: CaseProblem, seed: number, plans: number): number {
  const { problem } = from
  const held = score(problem)
  let most = 0
  for (let plan = 1; plan <= plans; plan++) {
    held.set(randomPlan(from, seed * 100 + plan))
    held.value()
    const of = withPlan(from, partsOf(from, held.shares))
    const years = yearsTo(of, problem.years.at(-1)?.year as number)
    const taxes = stateYears(of, years).map((year) => stateTaxOf(year) as number)
    years.forEach(({ return: { form1040 } }, i) => {
      most = Math.max(most, Math.abs((held.tax[i] as number) - form1040.line24))
      most = Math.max(most, Math.abs((held.stateTax[i] as number) - (taxes[i] as number)))
    })
  }
  return most
}

describe('state tax in the score', () => {
  test.each(some)('%s: by year, as the engine has it', (state) => {
    for (let seed = 1; seed <= 4; seed++) {
      const from = stateProblem(stateCase(state, householdOf(seed * 31)))
      expect(compare(from, seed, 4)).toBeLessThan(1e-5)
    }
  })

  test('a credit of the state from before is used too', () => {
    const carryforwards = { ...caseOf().carryforwards, state: { CA: { minimumTaxCredit: 20_000 } } }
    const from = stateProblem(stateCase('CA', householdOf(31), { carryforwards }))
    expect(compare(from, 7, 8)).toBeLessThan(1e-5)
    const held = score(from.problem)
    const without = score(stateProblem(stateCase('CA', householdOf(31))).problem)
    for (const each of [held, without]) each.set(randomPlan(from, 1))
    expect(held.value()).toBeGreaterThan(without.value() + 1_000)
  })

  test.each([
    ['CA', 'TX', '2026-02-10'],
    ['TX', 'CA', '2026-07-01'],
    ['CA', 'WA', '2027-02-01'],
    ['NY', 'NJ', '2026-09-15'],
    ['CO', 'MN', '2025-06-01'],
  ])('a move from %s to %s on %s: shares of income by day', (before, after, on) => {
    const of = stateCase(before, { ...householdOf(31), fmv: 30, shares: 20_000 })
    const residence = [
      { from: '2015-01-01', state: before },
      { from: on, state: after },
    ]
    const from = stateProblem({ ...of, household: { ...of.household, residence } })
    expect(compare(from, 3, 12)).toBeLessThan(1e-5)
  })
})
