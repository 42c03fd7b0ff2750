/** Stresses of the household and of the law: a year without wages, a move, another exemption. The shares stay as they are. */
import type { Case } from '../case.ts'
import { incomeOf } from '../taxYear.ts'

/**
 * The case without wages in one year, nothing withheld and nothing estimated paid; the years after it are what they would have been. Facts
 * of a year that the file projects are stated outright, so that the years after it do not follow the year without wages.
 */
export function withoutWages(of: Case, year: number): Case {
  const horizon = Math.max(of.assumptions.horizon, year + 1)
  const far = { ...of, assumptions: { ...of.assumptions, horizon } }
  const last = of.incomes.at(-1)?.year ?? year
  const stated = [...of.incomes]
  for (let next = last + 1; next <= year + 1; next++) stated.push(incomeOf(far, next))
  return {
    ...far,
    incomes: stated.map((income) =>
      income.year === year ? { ...income, wages: 0, withheld: 0, stateWithheld: {}, estimatedPaid: [] } : income,
    ),
  }
}

/** The case with a household that lives in a state from the first day of a year on. */
export const livingIn = (of: Case, state: string, year: number): Case => ({
  ...of,
  household: {
    ...of.household,
    residence: [
      ...of.household.residence.filter(({ from }) => from < `${year}-01-01`),
      { from: `${year}-01-01`, state },
    ],
  },
})

/** The case under an AMT exemption as small as before 2018 from a year on, which is not law. */
export const withSmallExemption = (of: Case, year: number): Case => ({
  ...of,
  assumptions: { ...of.assumptions, exemptionOf2017From: year },
})
