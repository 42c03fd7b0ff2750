/** The company, the grants and the lots of a case. */
import type { Company, Lot } from '../case.ts'
import type { Grant } from '../equity/grant.ts'
import type { Defaults } from './defaults.ts'
import type { ScenarioFile } from './schema.ts'

/** The company as written. Without one there is no name, no price and no split. */
export function buildCompany(company: ScenarioFile['company'], defaults: Defaults): Company {
  const {
    name = '',
    listed,
    prices = [],
    splits = [],
    view,
    tenders = [],
    blackouts = [],
    outcomes = [],
  } = company ?? {}
  return {
    name,
    listed: defaults.take('company.listed', listed, false),
    prices,
    splits,
    view: {
      growth: view?.growth ?? null,
      volatility: view?.volatility ?? null,
      liquidityOn: view?.liquidityOn ?? null,
    },
    tenders,
    blackouts,
    outcomes: outcomes.map(({ on, sellableFrom, ...outcome }) => ({
      ...outcome,
      on: on ?? null,
      sellableFrom: sellableFrom ?? null,
    })),
  }
}

/** A grant as written; `vesting` left out means vested on the grant date. */
export function buildGrant(
  grant: NonNullable<ScenarioFile['grants']>[number],
  path: string,
  defaults: Defaults,
): Grant {
  const { vesting, earlyExercise, employmentEnds, ...rest } = grant
  return {
    ...rest,
    vesting: vestingOf(vesting, grant.shares, `${path}.vesting`, defaults),
    earlyExercise: defaults.take(`${path}.earlyExercise`, earlyExercise, false),
    employmentEnds: defaults.take(`${path}.employmentEnds`, employmentEnds, null),
  }
}

type WrittenVesting = NonNullable<ScenarioFile['grants']>[number]['vesting']

function vestingOf(vesting: WrittenVesting, shares: number, path: string, defaults: Defaults): Grant['vesting'] {
  if (!vesting) {
    if (vesting === undefined) defaults.note(path, 'none', 'not given: vested on the day of the grant')
    return null
  }
  if (!Array.isArray(vesting))
    return { ...vesting, cliffMonths: defaults.take(`${path}.cliffMonths`, vesting.cliffMonths, 0) }
  const vested = vesting.reduce((sum, step) => sum + step.shares, 0)
  if (vested < shares)
    defaults.note(path, String(vested), `the other ${shares - vested} shares of the grant never vest`)
  return vesting
}

/** A lot as written; `vestedOn` left out means vested when exercised. */
export function buildLot(lot: NonNullable<ScenarioFile['lots']>[number], path: string, defaults: Defaults): Lot {
  return {
    ...lot,
    vestedOn: defaults.take(`${path}.vestedOn`, lot.vestedOn, null, 'not given: vested when exercised'),
    election83b: defaults.take(`${path}.election83b`, lot.election83b, false),
  }
}
