/** A grant of a case. */
import type { Grant } from '../equity/grant.ts'
import { Defaults } from './defaults.ts'
import type { ScenarioFile } from './schema.ts'

type WrittenGrant = NonNullable<ScenarioFile['grants']>[number]

/** A grant as written; `vesting` left out means vested on the grant date. */
export function buildGrant(written: WrittenGrant, path: string, defaults: Defaults): Grant {
  const { vesting, earlyExercise, acceleration, employmentEnds, employmentEndsBy, exercisableUntil, ...rest } = written
  const ends = defaults.take(`${path}.employmentEnds`, employmentEnds, null)
  // How an employment ends that does not is no default worth noting
  const after = ends === null ? new Defaults() : defaults
  return {
    ...rest,
    vesting: vestingOf(vesting, written.shares, `${path}.vesting`, defaults),
    earlyExercise: defaults.take(`${path}.earlyExercise`, earlyExercise, false),
    acceleration: accelerationOf(acceleration, `${path}.acceleration`, defaults),
    employmentEnds: ends,
    employmentEndsBy: after.take(`${path}.employmentEndsBy`, employmentEndsBy, 'leaving'),
    exercisableUntil: after.take(
      `${path}.exercisableUntil`,
      exercisableUntil,
      null,
      'not given: the options stay exercisable until they expire, after three months as nonstatutory ones',
    ),
    tenPercentOwner: defaults.take(`${path}.tenPercentOwner`, written.tenPercentOwner, false),
  }
}

function vestingOf(
  vesting: WrittenGrant['vesting'],
  shares: number,
  path: string,
  defaults: Defaults,
): Grant['vesting'] {
  if (!vesting) {
    if (vesting === undefined) defaults.note(path, 'none', 'not given: vested on the day of the grant')
    return null
  }
  if (!Array.isArray(vesting))
    return {
      ...vesting,
      cliffMonths: defaults.take(`${path}.cliffMonths`, vesting.cliffMonths, 0),
      everyMonths: defaults.take(`${path}.everyMonths`, vesting.everyMonths, 1),
    }
  const vested = vesting.reduce((sum, step) => sum + step.shares, 0)
  if (vested < shares)
    defaults.note(path, String(vested), `the other ${shares - vested} shares of the grant never vest`)
  return vesting
}

function accelerationOf(
  acceleration: WrittenGrant['acceleration'],
  path: string,
  defaults: Defaults,
): Grant['acceleration'] {
  if (!acceleration) return defaults.take(path, acceleration, null)
  const { on, shares = null } = acceleration
  if (shares === null) defaults.note(`${path}.shares`, 'all', 'not given: all that are not vested')
  return { on, shares }
}
