/** The actions of a case's plan. */
import type { Action } from '../case.ts'
import { lotName } from './checkPlan.ts'
import type { Defaults } from './defaults.ts'
import type { ScenarioFile } from './schema.ts'

/** An entry of the plan as an action. The entry is one clear action already: `checkPlan` has seen to that. */
export function buildAction(
  entry: NonNullable<ScenarioFile['plan']>[number],
  path: string,
  defaults: Defaults,
): Action {
  const { on, exercise, sell, give } = entry
  if (exercise !== undefined) {
    const as = defaults.take(`${path}.as`, entry.as, lotName(entry) ?? '', 'name of the lot it makes')
    return { kind: 'exercise', on, grant: entry.grant ?? '', shares: exercise, how: wayOf(entry, path, defaults), as }
  }
  if (sell !== undefined) {
    return {
      kind: 'sell',
      on,
      lot: defaults.take(`${path}.lot`, entry.lot, null, 'not given: first in, first out'),
      shares: sell,
      price: defaults.take(`${path}.price`, entry.price, null, 'not given: the value of the day'),
      fees: defaults.take(`${path}.fees`, entry.fees, 0),
    }
  }
  const { cash = 0, shares = 0, lot } = give ?? {}
  return {
    kind: 'give',
    on,
    cash,
    shares,
    lot: shares > 0 ? defaults.take(`${path}.give.lot`, lot, null, 'not given: first in, first out') : null,
    to: defaults.take(`${path}.to`, entry.to, 'publicCharity'),
  }
}

function wayOf(
  { hold, sellToCover, sameDaySale }: NonNullable<ScenarioFile['plan']>[number],
  path: string,
  defaults: Defaults,
): 'hold' | 'sellToCover' | 'sameDaySale' {
  if (sellToCover) return 'sellToCover'
  if (sameDaySale) return 'sameDaySale'
  if (hold === undefined) defaults.note(`${path}.hold`, 'true', 'not given: the shares are kept')
  return 'hold'
}
