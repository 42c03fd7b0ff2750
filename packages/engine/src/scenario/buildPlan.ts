/** The actions of a case's plan. */
import {
  type Action,
  type BrokerReport,
  type ExerciseAction,
  type ExerciseWay,
  type GiveAction,
  type Recipient,
  recipients,
  type SellAction,
} from '../equity/action.ts'
import { Defaults } from './defaults.ts'
import { lotName } from './planEntry.ts'
import type { ScenarioFile } from './schema.ts'
import { shown } from './shown.ts'

type Entry = NonNullable<ScenarioFile['plan']>[number]

const fifo = 'not given: first in, first out'
const dayValue = 'not given: the value of the day'

/**
 * An entry of the plan as an action. The entry is one clear action already: `checkPlan` has seen to that. `listed` is of
 * the company: it decides what a broker is taken to report.
 */
export function buildAction(entry: Entry, listed: boolean, path: string, defaults: Defaults): Action {
  const { on, exercise, sell, worthless, forfeit, lot = '' } = entry
  if (exercise !== undefined) return buildExercise(entry, exercise, listed, path, defaults)
  if (sell !== undefined) return buildSale(entry, sell, listed, path, defaults)
  if (worthless !== undefined) return { kind: 'worthless', on, lot: worthless }
  if (forfeit === undefined) return buildGift(entry, path, defaults)
  const price = defaults.take(`${path}.price`, entry.price, null, 'not given: what was paid for them')
  return { kind: 'forfeit', on, lot, shares: forfeit, price }
}

function buildExercise(
  entry: Entry,
  shares: number,
  listed: boolean,
  path: string,
  defaults: Defaults,
): ExerciseAction {
  const { on, grant = '', payWith } = entry
  const as = defaults.take(`${path}.as`, entry.as, lotName(entry) ?? '', 'name of the lot it makes')
  const how = wayOf(entry, path, defaults)
  const sale = how === 'hold' ? new Defaults() : defaults
  const payment = how === 'hold' ? defaults : new Defaults()
  const disposal = payWith === undefined ? sale : defaults
  return {
    kind: 'exercise',
    on,
    grant,
    shares,
    how,
    as,
    election83b: defaults.take(`${path}.election83b`, entry.election83b, false),
    section16bUntil: defaults.take(`${path}.section16bUntil`, entry.section16bUntil, null),
    qsbs: defaults.take(`${path}.qsbs`, entry.qsbs, false),
    price: sale.take(`${path}.price`, entry.price, null, dayValue),
    fees: sale.take(`${path}.fees`, entry.fees, 0),
    payWith: payment.take(`${path}.payWith`, payWith, null, 'not given: the strike is paid in cash'),
    inW2: disposal.take(`${path}.inW2`, entry.inW2, true),
    reported: reportOf(entry, listed, path, sale),
  }
}

function wayOf({ hold, sellToCover, sameDaySale }: Entry, path: string, defaults: Defaults): ExerciseWay {
  if (sellToCover) return 'sellToCover'
  if (sameDaySale) return 'sameDaySale'
  if (hold === undefined) defaults.note(`${path}.hold`, 'true', 'not given: the shares are kept')
  return 'hold'
}

function buildSale(entry: Entry, shares: number, listed: boolean, path: string, defaults: Defaults): SellAction {
  return {
    kind: 'sell',
    on: entry.on,
    lot: defaults.take(`${path}.lot`, entry.lot, null, fifo),
    shares,
    price: defaults.take(`${path}.price`, entry.price, null, dayValue),
    fees: defaults.take(`${path}.fees`, entry.fees, 0),
    relatedBuyer: defaults.take(`${path}.relatedBuyer`, entry.relatedBuyer, false),
    inW2: defaults.take(`${path}.inW2`, entry.inW2, true),
    reported: reportOf(entry, listed, path, defaults),
  }
}

const reportOf = ({ reported }: Entry, listed: boolean, path: string, defaults: Defaults): BrokerReport =>
  listed
    ? defaults.take(`${path}.reported`, reported, 'basis', 'not given: the company is listed')
    : defaults.take(`${path}.reported`, reported, 'none', 'not given: the company is not listed')

function buildGift(entry: Entry, path: string, defaults: Defaults): GiveAction {
  const { cash = 0, shares = 0, lot } = entry.give ?? {}
  const ofShares = shares > 0 ? defaults : new Defaults()
  return {
    kind: 'give',
    on: entry.on,
    cash,
    shares,
    lot: ofShares.take(`${path}.give.lot`, lot, null, fifo),
    to: recipientOf(entry.to, `${path}.to`, defaults),
    inW2: ofShares.take(`${path}.inW2`, entry.inW2, true),
  }
}

/** Who is given to. Cash once went to a public charity by any name: so it is read still, and said. */
function recipientOf(to: string | undefined, path: string, defaults: Defaults): Recipient {
  const known = recipients.find((each) => each === to)
  if (known !== undefined || to === undefined) return defaults.take(path, known, 'publicCharity')
  defaults.note(path, 'publicCharity', `${shown(to)} is taken to be a public charity`)
  return 'publicCharity'
}
