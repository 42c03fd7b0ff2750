/** What must hold among the company's facts, the grants and the lots. */
import { type Problems, repeated } from './problems.ts'
import type { Draft, ScenarioFile } from './schema.ts'
import { nearestAmong } from './shown.ts'

type File = Draft<ScenarioFile>
type DraftGrant = NonNullable<File['grants']>[number]

/** Notes what contradicts itself in `company`, `grants` and `lots`. */
export function checkEquity({ company, grants, lots }: File, problems: Problems): void {
  if (company) checkCompany(company, problems)
  checkUnique('grants', grants, problems)
  for (const [i, grant] of (grants ?? []).entries()) checkGrant(grant, `grants[${i}]`, problems)
  checkUnique('lots', lots, problems)
  for (const [i, lot] of (lots ?? []).entries()) checkLot(lot, grants ?? [], `lots[${i}]`, problems)
}

function checkCompany(company: NonNullable<File['company']>, problems: Problems): void {
  const { splits = [], blackouts = [], outcomes = [] } = company
  for (const [i, day] of repeated(splits.map((split) => split.on))) {
    const message = `is ${day} again. Give one split for the day, with the product of both ratios.`
    problems.add(`company.splits[${i}].on`, 'duplicate', message)
  }
  for (const [i, { from, to }] of blackouts.entries())
    if (from !== undefined && to !== undefined && to < from)
      problems.add(`company.blackouts[${i}].to`, 'conflict', `is ${to}, before ${from}. Correct one of them.`)
  for (const [i, outcome] of outcomes.entries()) {
    const { on, sellableFrom, kind } = outcome
    if (on !== undefined && sellableFrom !== undefined && sellableFrom < on)
      problems.add(
        `company.outcomes[${i}].sellableFrom`,
        'conflict',
        `is ${sellableFrom}, before ${on}. Correct one of them.`,
      )
    if (on === undefined && (kind === 'ipo' || kind === 'cash' || kind === 'stock'))
      problems.add(`company.outcomes[${i}].on`, 'missing', 'is missing. Give the day on which it happens.')
  }
  const total = outcomes.reduce((sum, { probability }) => sum + (probability ?? Number.NaN), 0)
  if (outcomes.length > 0 && Math.abs(total - 1) > 1e-6)
    problems.add(
      'company.outcomes',
      'conflict',
      `has probabilities that add up to ${+total.toFixed(6)}. Make them add up to 1.`,
    )
}

function checkUnique(
  path: string,
  named: readonly { readonly id?: string | undefined }[] = [],
  problems: Problems,
): void {
  for (const [i, id] of repeated(named.map((each) => each.id)))
    problems.add(`${path}[${i}].id`, 'duplicate', `is ${id} again. Give each its own name.`)
}

function checkGrant(grant: DraftGrant, path: string, problems: Problems): void {
  const { on, expires, employmentEnds, vesting, shares } = grant
  if (on !== undefined && expires !== undefined && expires <= on)
    problems.add(`${path}.expires`, 'conflict', `is ${expires}, not after the grant of ${on}. Correct one of them.`)
  if (on !== undefined && typeof employmentEnds === 'string' && employmentEnds < on)
    problems.add(
      `${path}.employmentEnds`,
      'conflict',
      `is ${employmentEnds}, before the grant of ${on}. Correct one of them.`,
    )
  if (!vesting) return
  if (isList(vesting)) {
    const vested = vesting.reduce((sum, step) => sum + (step.shares ?? Number.NaN), 0)
    if (vesting.length === 0)
      problems.add(
        `${path}.vesting`,
        'missing',
        'is an empty list: nothing would ever vest. Give its steps, or leave it out.',
      )
    if (shares !== undefined && vested > shares)
      problems.add(
        `${path}.vesting`,
        'conflict',
        `vests ${vested} shares of a grant of ${shares}. Correct one of them.`,
      )
  } else if ((vesting.cliffMonths ?? 0) > (vesting.months ?? Number.NaN)) {
    const message = `is ${vesting.cliffMonths}, longer than the ${vesting.months} months of the vesting. Correct one of them.`
    problems.add(`${path}.vesting.cliffMonths`, 'conflict', message)
  }
}

type DraftVesting = NonNullable<DraftGrant['vesting']>
const isList = (vesting: DraftVesting): vesting is Extract<DraftVesting, readonly unknown[]> => Array.isArray(vesting)

function checkLot(
  lot: NonNullable<File['lots']>[number],
  grants: readonly DraftGrant[],
  path: string,
  problems: Problems,
): void {
  const { grant: id, exercised } = lot
  if (id === undefined) return
  const i = grants.findIndex((each) => each.id === id)
  const grant = grants[i]
  if (!grant) {
    const message = `is ${id}, and there is no such grant.${nearestAmong(id, idsOf(grants))}`
    if (!namesAreUnsure('grants', grants, problems)) problems.add(`${path}.grant`, 'unknownReference', message)
    return
  }
  const { on, expires } = grant
  if (exercised === undefined || problems.has(`grants[${i}].expires`)) return
  if (on !== undefined && exercised < on) {
    const message = `is ${exercised}, before ${id} was granted on ${on}. Correct one of them.`
    problems.add(`${path}.exercised`, 'conflict', message)
  }
  if (expires !== undefined && exercised > expires) {
    const message = `is ${exercised}, after ${id} expired on ${expires}. Correct one of them.`
    problems.add(`${path}.exercised`, 'conflict', message)
  }
}

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
