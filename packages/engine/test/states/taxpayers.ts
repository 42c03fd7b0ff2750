/** Random taxpayers of a state, on whom its forms are held against a second working. */
import fc from 'fast-check'
import { expect } from 'vitest'
import { figureReturn } from '../../src/return.ts'
import { figureState, stateReady } from '../../src/stateReturn.ts'
import { check, household } from '../arbitraries.ts'
import { lawFor } from '../laws.ts'
import type { Taxpayer } from '../statute/states/taxpayer.ts'

const own = fc.record({
  dependents: fc.integer({ min: 0, max: 5 }),
  section1202: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 2_000_000 })),
})

/** Every figure that the second working gives agrees on a few hundred households of 2024 to 2026. */
export function agreesWith(state: string, working: (taxpayer: Taxpayer) => Record<string, number>, runs = 400): void {
  const residents = household.filter(({ year }) => year >= 2024)
  check(
    fc.property(residents, own, ({ year, status, facts }, { dependents, section1202 }) => {
      const federal = figureReturn(facts, lawFor(year, status))
      const people = {
        ...{ dependents, filers: status === 'mfj' ? 2 : 1, aged: facts.seniors, agedOrBlind: facts.agedOrBlindBoxes },
      }
      const { summary } = figureState(stateReady({ state, year, status, inflation: 0 }), state, federal, {
        ...{ ...people, separate: status === 'mfs' ? 1 : 0, minimumTaxCreditMade: 0, minimumTaxCredit: 0 },
        ...{ smallBusinessStockExcluded: section1202, amtSmallBusinessStockExcluded: section1202 },
        ...{ capitalLossCarriedLess: 0, amtCapitalLossCarriedLess: 0 },
      })
      const { form1040, scheduleA, election } = federal
      const itemizes = election.itemizes === 1
      const expected = working({
        ...{ year, status, facts, ...people, section1202, agi: form1040.line11a, deduction: form1040.line12e },
        federalStandardDeduction: form1040.standardDeduction,
        federalTax: form1040.line22,
        seniorDeduction: form1040.line13b,
        stateTaxDeducted: itemizes ? Math.min(scheduleA.line5a, scheduleA.line5e) : 0,
      })
      for (const [name, amount] of Object.entries(expected)) expect(summary[name], name).toBeCloseTo(amount, 6)
    }),
    runs,
  )
}
