/** What must hold among the facts of one grant. */
import type { Problems } from './problems.ts'
import type { Draft, ScenarioFile } from './schema.ts'

/** A grant in which what was at fault is left out. */
export type DraftGrant = NonNullable<Draft<ScenarioFile>['grants']>[number]

/** Notes days in the wrong order, vesting that cannot be, and facts about an employment that does not end. */
export function checkGrant(grant: DraftGrant, path: string, problems: Problems): void {
  const { on, expires, acceleration, vesting, shares } = grant
  if (on !== undefined && expires !== undefined && expires <= on)
    problems.add(`${path}.expires`, 'conflict', `is ${expires}, not after the grant of ${on}. Correct one of them.`)
  checkEmployment(grant, path, problems)
  if (acceleration) checkAcceleration(acceleration, grant, `${path}.acceleration`, problems)
  if (vesting) checkVesting(vesting, shares, `${path}.vesting`, problems)
}

function checkEmployment(grant: DraftGrant, path: string, problems: Problems): void {
  const { on, employmentEnds, employmentEndsBy, exercisableUntil } = grant
  const add = (key: string, message: string) => problems.add(`${path}.${key}`, 'conflict', message)
  if (typeof employmentEnds === 'string') {
    if (on !== undefined && employmentEnds < on)
      add('employmentEnds', `is ${employmentEnds}, before the grant of ${on}. Correct one of them.`)
    if (typeof exercisableUntil === 'string' && exercisableUntil < employmentEnds)
      add(
        'exercisableUntil',
        `is ${exercisableUntil}, before employment ends on ${employmentEnds}. Correct one of them.`,
      )
  } else if (!problems.touch(`${path}.employmentEnds`)) {
    const message = 'is given, and employmentEnds is not. Give the day on which employment ends, or remove this.'
    if (employmentEndsBy !== undefined) add('employmentEndsBy', message)
    if (typeof exercisableUntil === 'string') add('exercisableUntil', message)
  }
}

function checkAcceleration(
  { on, shares }: NonNullable<DraftGrant['acceleration']>,
  grant: DraftGrant,
  path: string,
  problems: Problems,
): void {
  if (on !== undefined && grant.on !== undefined && on < grant.on)
    problems.add(`${path}.on`, 'conflict', `is ${on}, before the grant of ${grant.on}. Correct one of them.`)
  if (shares !== undefined && grant.shares !== undefined && shares > grant.shares)
    problems.add(
      `${path}.shares`,
      'conflict',
      `is ${shares}, of a grant of ${grant.shares}. Give fewer, or leave it out for all that are not vested.`,
    )
}

type DraftVesting = NonNullable<DraftGrant['vesting']>
const isList = (vesting: DraftVesting): vesting is Extract<DraftVesting, readonly unknown[]> => Array.isArray(vesting)

function checkVesting(vesting: DraftVesting, shares: number | undefined, path: string, problems: Problems): void {
  const add = (at: string, message: string) => problems.add(at, 'conflict', message)
  if (isList(vesting)) {
    const vested = vesting.reduce((sum, step) => sum + (step.shares ?? Number.NaN), 0)
    if (vesting.length === 0)
      problems.add(path, 'missing', 'is an empty list: nothing would ever vest. Give its steps, or leave it out.')
    if (shares !== undefined && vested > shares)
      add(path, `vests ${vested} shares of a grant of ${shares}. Correct one of them.`)
    return
  }
  const { months = Number.NaN, cliffMonths, everyMonths } = vesting
  if (cliffMonths !== undefined && cliffMonths > months)
    add(
      `${path}.cliffMonths`,
      `is ${cliffMonths}, longer than the ${months} months of the vesting. Correct one of them.`,
    )
  if (everyMonths !== undefined && months % everyMonths > 0)
    add(
      `${path}.everyMonths`,
      `is ${everyMonths}, and ${months} months are no whole number of such steps. Correct one of them.`,
    )
}
