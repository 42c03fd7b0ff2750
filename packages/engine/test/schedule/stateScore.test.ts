/** State tax in the score: what the engine's own state returns say of the same plan. */
import { describe, expect, test } from 'vitest'
import { partsOf, withPlan } from '../../src/schedule/actions.ts'
import { score } from '../../src/schedule/score.ts'
import { stateTaxOf, stateYears } from '../../src/stateYears.ts'
import { yearsTo } from '../../src/timeline.ts'
import { householdOf, randomPlan, stateCase, stateProblem } from './stateProblems.ts'

const some = ['CA', 'NY', 'CO', 'CT', 'MN', 'NJ', 'OR', 'PA', 'TX', 'MA', 'AL', 'WA', 'WI', 'HI', 'IL']

describe('state tax in the score', () => {
  test.each(some)('%s: by year, as the engine has it', (state) => {
    for (let seed = 1; seed <= 4; seed++) {
      const from = stateProblem(stateCase(state, householdOf(seed * 31)))
      const { problem } = from
      const held = score(problem)
      for (let plan = 1; plan <= 4; plan++) {
        held.set(randomPlan(from, seed * 100 + plan))
        held.value()
        const of = withPlan(from, partsOf(from, held.shares))
        const years = yearsTo(of, problem.years.at(-1)?.year as number)
        const taxes = stateYears(of, years).map((year) => stateTaxOf(year) as number)
        years.forEach(({ return: { form1040 } }, i) => {
          expect(held.tax[i]).toBeCloseTo(form1040.line24, 5)
          expect(held.stateTax[i]).toBeCloseTo(taxes[i] as number, 5)
        })
      }
    }
  })
})
