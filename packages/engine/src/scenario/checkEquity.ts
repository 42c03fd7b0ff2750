/** What must hold among the company's facts, the grants and the lots. */
import { checkCompany } from './checkCompany.ts'
import { checkGrant } from './checkGrant.ts'
import { checkLots } from './checkLots.ts'
import { namesAreUnsure } from './names.ts'
import { type Problems, repeated } from './problems.ts'
import type { Draft, ScenarioFile } from './schema.ts'

/** Notes what contradicts itself in `company`, `grants` and `lots`. */
export function checkEquity({ company, grants = [], lots = [] }: Draft<ScenarioFile>, problems: Problems): void {
  if (company) checkCompany(company, problems)
  checkUnique('grants', grants, problems)
  for (const [i, grant] of grants.entries()) checkGrant(grant, `grants[${i}]`, problems)
  checkUnique('lots', lots, problems)
  checkLots(lots, grants, namesAreUnsure('grants', grants, problems), problems)
}

function checkUnique(path: string, named: readonly { readonly id?: string | undefined }[], problems: Problems): void {
  for (const [i, id] of repeated(named.map((each) => each.id)))
    problems.add(`${path}[${i}].id`, 'duplicate', `is ${id} again. Give each its own name.`)
}
