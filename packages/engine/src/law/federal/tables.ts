import { federal2023 } from './2023.ts'
import { federal2024 } from './2024.ts'
import { federal2025 } from './2025.ts'
import { federal2026 } from './2026.ts'
import type { FederalTable } from './figures.ts'
import { type Growth, project } from './project.ts'

/** The published federal tables, oldest first. */
export const federalTables: readonly FederalTable[] = [federal2023, federal2024, federal2025, federal2026]

const [first, last] = [federal2023.year, federal2026.year]

/** Years with law: the first and last published. Later years are projected; earlier years have no law here. */
export const federalYears = { first, last } as const

/** The first and last year that has law: the published tables and sixty years of projections. */
export const yearsWithLaw = { first, last: last + 60 } as const

/**
 * The federal figures of a tax year: the published table, or a projection beyond the last.
 * @throws RangeError for a year before the first table or more than 60 years after the last.
 */
export function federalTable(year: number, growth: Growth = { inflation: 0.025, wageGrowth: 0.03 }): FederalTable {
  const table = federalTables.find((each) => each.year === year)
  if (table) return table
  if (!Number.isInteger(year) || year < first || year > yearsWithLaw.last)
    throw new RangeError(
      `no federal law for ${year}: tables run from ${first} to ${last}, projections to ${yearsWithLaw.last}`,
    )
  return project(federal2026, year, growth)
}
