/** Grants of files, found among those of the scenario or added to them. */
import type { Found, GrantFact } from './found.ts'
import type { Merge } from './merge.ts'

/** Adds the grants of a file. Many rows may mean one grant. */
export function addGrants(found: readonly Found<GrantFact>[], merge: Merge): void {
  const { grants } = merge
  for (const each of found) {
    const { fact } = each
    const { id, ...rest } = fact
    const known = merge.grantOf(fact)
    if (!known) {
      merge.add(each, grants, { id: grants.freeName(id, 'G'), ...rest })
      continue
    }
    // The price may be restated for splits, and a name is the person's own
    merge.join(each, grants, known, { ...rest, strike: known['strike'] ?? rest.strike }, 'grants')
  }
}
