import { type FederalLaw, federalLawFor, type Readings, type Rounding } from '../src/law/federal/law.ts'
import { federalTable } from '../src/law/federal/tables.ts'
import type { FilingStatus } from '../src/law/law.ts'

/** The years that have a published table, written out: what the tests cover must not follow from the code. */
export const years = [2023, 2024, 2025, 2026] as const

export const statuses = ['single', 'mfj', 'mfs', 'hoh', 'qss'] as const satisfies readonly FilingStatus[]

/** The law of a year and status, for a test's sake. Dollars; rates in basis points. */
export const lawFor = (
  year: number,
  status: FilingStatus,
  rounding: Rounding = 'exact',
  readings: Readings = {},
): FederalLaw => federalLawFor(federalTable(year), status, rounding, readings)
