/** The company and the lots of a case. */
import type { Company } from '../case.ts'
import type { Lot } from '../equity/action.ts'
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
    splits: splits.map(({ kind = 'split', ...split }) => ({ ...split, kind })),
    view: {
      growth: view?.growth ?? null,
      volatility: view?.volatility ?? null,
      liquidityOn: view?.liquidityOn ?? null,
      ...(view?.jumps && { jumps: view.jumps }),
      ...(view?.failure !== undefined && { failure: view.failure }),
    },
    tenders,
    blackouts,
    outcomes: outcomes.map(({ on, sellableFrom, maxShares, ...outcome }) => ({
      ...outcome,
      on: on ?? null,
      sellableFrom: sellableFrom ?? null,
      maxShares: maxShares ?? null,
    })),
  }
}

/**
 * A lot as written, of a grant of some kind; `vestedOn` left out means vested when exercised. All shares of a nonstatutory
 * option are nonstatutory.
 */
export function buildLot(
  lot: NonNullable<ScenarioFile['lots']>[number],
  kind: Grant['kind'] | undefined,
  path: string,
  defaults: Defaults,
): Lot {
  const { strike, nsoShares } = lot
  return {
    ...lot,
    strike: defaults.take(`${path}.strike`, strike, null, 'not given: that of the grant, restated for splits'),
    vestedOn: defaults.take(`${path}.vestedOn`, lot.vestedOn, null, 'not given: vested when exercised'),
    election83b: defaults.take(`${path}.election83b`, lot.election83b, false),
    nsoShares:
      kind === 'nso'
        ? lot.shares
        : defaults.take(`${path}.nsoShares`, nsoShares, 0, 'not given: the employer reported them all on Form 3921'),
    section16bUntil: defaults.take(`${path}.section16bUntil`, lot.section16bUntil, null),
    qsbs: defaults.take(`${path}.qsbs`, lot.qsbs, false),
  }
}
