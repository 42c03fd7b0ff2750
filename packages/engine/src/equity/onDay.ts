/** A grant and its shares on one day: strike, value, what has been exercised, what is still an ISO. */
import { dayNumber, type PlainDate } from '../date.ts'
import type { Action, ExerciseAction } from './action.ts'
import { booksFor } from './books.ts'
import { type Grant, lastIsoDay, splitFactor, valueOn } from './grant.ts'
import { runLedger } from './ledger.ts'
import { missingValue } from './missingValue.ts'
import { type Equity, prepare } from './prepared.ts'

type Dealings = Pick<Equity, 'company'>

/** The strike of one share on a day, restated for splits since the grant. */
export const strikeOn = ({ company }: Dealings, grant: Grant, on: PlainDate): number =>
  grant.strike / splitFactor(company.splits, grant.on, on)

/**
 * The value of one share on a day: the last one stated.
 * @throws InputError when none is stated by that day; `what` says what needed it.
 */
export function requireValue({ company }: Dealings, on: PlainDate, what: string): number {
  const value = valueOn(company.prices, company.splits, on)
  if (value === undefined) throw missingValue(dayNumber(on), what)
  return value
}

/** Vested shares of a grant that can still be exercised as an ISO by a day, whole, as of another. */
export type IsoSharesLeft = (grant: Grant, by: PlainDate, asOf: PlainDate) => number

/**
 * What is left of every grant, the $100,000 limit taken off: shares that the lots and the plan exercised before `since` are
 * gone; those that the plan exercises from then on are not.
 */
export function isoSharesLeft(of: Equity, since: PlainDate): IsoSharesLeft {
  const plan = of.plan.filter((action) => isExercise(action) && action.on < since).map(alone)
  const { prepared } = runLedger(booksFor(prepare({ ...of, plan })))
  const segments = new Map(prepared.grants.map((each) => [each.grant.id, each.segments]))
  return (grant, by, asOf) => {
    const last = lastIsoDay(grant)
    const day = dayNumber(last < by ? last : by)
    const left = (segments.get(grant.id) ?? [])
      .filter((segment) => !segment.nonstatutory && segment.vestDay <= day)
      .reduce((sum, segment) => sum + segment.left, 0)
    return Math.floor(left * splitFactor(of.company.splits, grant.on, asOf) + 1e-9)
  }
}

const isExercise = (action: Action): action is ExerciseAction => action.kind === 'exercise'

/** An exercise without what is sold or given up for it. */
const alone = (action: Action): Action =>
  ({ ...action, ...(isExercise(action) && { how: 'hold', payWith: null }) }) as Action
