/** What the lots and the plan exercise in a year, share by share. Dispositions and nonstatutory options are refused by name. */
import type { Action, Case } from './case.ts'
import { type PlainDate, yearOf } from './date.ts'
import { type Grant, lastIsoDay, splitFactor, valueOn, vestedShares } from './equity/grant.ts'
import { InputError, NotModelled } from './errors.ts'

/** An exercise of incentive stock options whose shares are still held at year end. Shares and dollars per share as of its day. */
export interface Exercise {
  readonly id: string
  readonly grant: string
  readonly on: PlainDate
  readonly shares: number
  readonly strike: number
  readonly value: number
  /** Bargain element of all its shares: value less strike, not below zero. IRC §56(b)(3). */
  readonly spread: number
  /** True for an exercise of the plan, false for a lot that exists. */
  readonly planned: boolean
}

/** ISO exercises of a year whose shares are held at its end: lots first, then the plan, in file order. */
export function exercisesIn(of: Case, year: number): Exercise[] {
  refuseDispositions(of.plan, year)
  for (const { vestedOn, exercised, id } of of.lots)
    refuseUnvested(vestedOn !== null && vestedOn > exercised && yearOf(vestedOn) === year, id)
  const lots = of.lots.filter((lot) => yearOf(lot.exercised) === year)
  const planned = of.plan.filter((action) => action.kind === 'exercise').filter((action) => yearOf(action.on) === year)
  return [
    ...lots.map((lot) => {
      const grant = grantOf(of, lot.grant)
      refuseUnvested(lot.vestedOn !== null && lot.vestedOn > lot.exercised, lot.id)
      return exercise(of, grant, {
        id: lot.id,
        on: lot.exercised,
        shares: lot.shares,
        value: lot.fmvAtExercise,
        planned: false,
      })
    }),
    ...planned.map((action) => {
      const value = requireValue(of, action.on, `the exercise of ${action.grant} on ${action.on}`)
      return exercise(of, grantOf(of, action.grant), {
        id: action.as,
        on: action.on,
        shares: action.shares,
        value,
        planned: true,
      })
    }),
  ]
}

type ExerciseFacts = Pick<Exercise, 'id' | 'on' | 'shares' | 'value' | 'planned'>

function exercise(of: Case, grant: Grant, facts: ExerciseFacts): Exercise {
  if (grant.kind === 'nso')
    throw new NotModelled('IRC §83(a)', 'Form W-2 box 12 code V', `the exercise of ${facts.id}, a nonstatutory option,`)
  if (facts.on > lastIsoDay(grant))
    throw new NotModelled(
      'IRC §422(a)(2)',
      'Form W-2',
      `the exercise of ${facts.id} later than three months after employment`,
    )
  refuseUnvested(facts.planned && exercisedBy(of, grant, facts.on) > vestedShares(grant, facts.on), facts.id)
  const strike = strikeOn(of, grant, facts.on)
  return { ...facts, grant: grant.id, strike, spread: Math.max(0, facts.value - strike) * facts.shares }
}

/** Shares of a grant exercised by a day, lots and plan, restated to the grant's own share count. */
export function exercisedBy(of: Case, grant: Grant, on: PlainDate): number {
  const lots = of.lots.filter((lot) => lot.grant === grant.id).map((lot) => ({ on: lot.exercised, shares: lot.shares }))
  const planned = of.plan.filter((action) => action.kind === 'exercise').filter((action) => action.grant === grant.id)
  return [...lots, ...planned]
    .filter((each) => each.on <= on)
    .reduce((sum, each) => sum + each.shares / splitFactor(of.company.splits, grant.on, each.on), 0)
}

/** The strike of one share on a day, restated for splits since the grant. */
export const strikeOn = (of: Case, grant: Grant, on: PlainDate): number =>
  grant.strike / splitFactor(of.company.splits, grant.on, on)

/**
 * The value of one share on a day: the last one stated.
 * @throws InputError when none is stated by that day; `what` says what needed it.
 */
export function requireValue(of: Case, on: PlainDate, what: string): number {
  const value = valueOn(of.company.prices, of.company.splits, on)
  if (value !== undefined) return value
  const message = `no value of the shares is stated on or before ${on}, and ${what} needs one. Add { on: ${on}, fmv: … }.`
  throw new InputError([{ path: 'company.prices', code: 'missing', message }])
}

function grantOf(of: Case, id: string): Grant {
  const grant = of.grants.find((each) => each.id === id)
  if (!grant) throw new InputError([{ path: 'grants', code: 'unknownReference', message: `there is no grant ${id}` }])
  return grant
}

function refuseDispositions(plan: readonly Action[], year: number): void {
  for (const action of plan) {
    if (yearOf(action.on) !== year) continue
    if (action.kind === 'sell')
      throw new NotModelled('IRC §§421–422', 'Form 8949', `the sale of ${action.on} in the plan`)
    if (action.kind === 'give' && action.shares > 0)
      throw new NotModelled('IRC §170(e)', 'Form 8283', `the gift of shares of ${action.on} in the plan`)
    if (action.kind === 'exercise' && action.how !== 'hold')
      throw new NotModelled('IRC §421(b)', 'Form 8949', `the sale at exercise of ${action.on} in the plan`)
  }
}

function refuseUnvested(unvested: boolean, id: string): void {
  if (unvested)
    throw new NotModelled('IRC §83(a), (b)', 'Form 6251 line 2i', `${id}, an early exercise before the shares vest,`)
}
