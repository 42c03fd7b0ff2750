/** The names by which lots refer to grants, and the plan to both. */
import type { Problems } from './problems.ts'

/** Whether the name of some grant or lot in the list could not be read, so that a name not found may be that one. */
export const namesAreUnsure = (
  list: 'grants' | 'lots' | 'plan',
  entries: readonly unknown[],
  problems: Problems,
): boolean =>
  problems.has(list) || entries.some((_, i) => problems.has(`${list}[${i}]`) || problems.has(`${list}[${i}].id`))

/** The names in a list of grants or lots. */
export const idsOf = (named: readonly { readonly id?: string | undefined }[]): string[] =>
  named.map(({ id }) => id).filter((id) => id !== undefined)

/** Whether to look for the name that was meant: in a file with very many problems that would take too long. */
export const mayGuess = (problems: Problems): boolean => problems.found.length < 50
