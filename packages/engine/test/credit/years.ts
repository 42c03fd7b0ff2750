/** Years put together straight from facts, each with what the year before left: no lot and no file is needed. */
import { type Facts, noFacts } from '../../src/forms/facts.ts'
import { lawOf, type Readings } from '../../src/law/federal/law.ts'
import { federalTable } from '../../src/law/federal/tables.ts'
import type { FilingStatus } from '../../src/law/law.ts'
import type { CarriedIn, TaxYear } from '../../src/taxYear.ts'
import { incomeOf, nothingCarried } from '../cases.ts'

export interface FactsOfYear {
  readonly year: number
  readonly status: FilingStatus
  readonly facts: Readonly<Partial<Facts>>
}

/** A year ready to be figured. A year past the tables has the figures of the last one: nothing grows. */
export function yearFrom({ year, status, facts }: FactsOfYear, carriedIn: CarriedIn, readings: Readings = {}): TaxYear {
  const table = federalTable(year, { inflation: 0, wageGrowth: 0 })
  const choice = { table, status, rounding: 'exact', readings } as const
  return {
    ...{ year, status, choice, law: lawOf(choice), facts: { ...noFacts(), ...facts }, income: incomeOf(year) },
    ...{ exercises: [], dispositions: [], shares: null, carriedIn },
  }
}

/** Form 8801 line 26 of the year before the first, and nothing else carried in. */
export const creditCarried = (minimumTaxCredit: number): CarriedIn => ({ ...nothingCarried, minimumTaxCredit })
