/**
 * Grants, vesting and values: what may be exercised on a day, and at what spread. Share counts, strikes and values are as
 * of their own date; splits act at the start of their day. Source: IRC §422; the plan's own schedule.
 */
import { monthsAfter, type PlainDate, wholeMonthsBetween } from '../date.ts'
import { federalStanding } from '../law/federal/standing.ts'

/** Vesting in equal monthly steps from a date, nothing before the cliff; or shares by date. */
export type Vesting =
  | { readonly from: PlainDate; readonly months: number; readonly cliffMonths: number }
  | readonly { readonly on: PlainDate; readonly shares: number }[]

/** An option grant. Shares and dollars per share are as of the grant date, before later splits. */
export interface Grant {
  readonly id: string
  readonly kind: 'iso' | 'nso'
  readonly on: PlainDate
  readonly shares: number
  readonly strike: number
  readonly fmvAtGrant: number
  readonly expires: PlainDate
  /** Absent: vested on the grant date. */
  readonly vesting: Vesting | null
  readonly earlyExercise: boolean
  readonly employmentEnds: PlainDate | null
}

/** A split: new shares per old from the start of a day. 0.1 is a reverse split, 1.5 is three for two. */
export interface Split {
  readonly on: PlainDate
  readonly ratio: number
}

/** A value of one share from a day on, until the next is stated: market price, or the 409A value of a private company. */
export interface PriceQuote {
  readonly on: PlainDate
  readonly fmv: number
}

/** New shares on `to` for each share on `from`: the product of the splits after the start of `from` up to and with `to`. */
export const splitFactor = (splits: readonly Split[], from: PlainDate, to: PlainDate): number =>
  splits.reduce((factor, split) => (split.on > from && split.on <= to ? factor * split.ratio : factor), 1)

/**
 * Shares of a grant vested by a day, as of the grant date's share count: `floor(shares × months ÷ all months)`, none
 * before the cliff or the grant date, and none after employment ends.
 */
export function vestedShares(grant: Grant, on: PlainDate): number {
  if (on < grant.on) return 0
  const { vesting, employmentEnds } = grant
  if (employmentEnds !== null && employmentEnds < on)
    return vestedShares({ ...grant, employmentEnds: null }, employmentEnds)
  if (!vesting) return grant.shares
  if ('from' in vesting) {
    const months = Math.min(wholeMonthsBetween(vesting.from, on), vesting.months)
    return on >= monthsAfter(vesting.from, 0) && months >= vesting.cliffMonths
      ? Math.floor((grant.shares * months) / vesting.months)
      : 0
  }
  return Math.min(
    grant.shares,
    vesting.reduce((sum, step) => (step.on <= on ? sum + step.shares : sum), 0),
  )
}

/** Shares that may be exercised on a day, before what was exercised already: the vested ones, or all of an early-exercise grant. */
export const exercisableShares = (grant: Grant, on: PlainDate): number =>
  on < grant.on || on > grant.expires ? 0 : grant.earlyExercise ? grant.shares : vestedShares(grant, on)

/**
 * The last day on which an exercise is still that of an ISO: expiry, or three months after employment ends, counted in
 * months and not in days. IRC §422(a)(2).
 */
export function lastIsoDay(grant: Grant): PlainDate {
  if (grant.employmentEnds === null) return grant.expires
  const afterEmployment = monthsAfter(grant.employmentEnds, federalStanding.isoMonthsAfterEmployment.all)
  return afterEmployment < grant.expires ? afterEmployment : grant.expires
}

/** The value of one share on a day: the last one stated, restated for splits since; undefined before the first. */
export function valueOn(prices: readonly PriceQuote[], splits: readonly Split[], on: PlainDate): number | undefined {
  let last: PriceQuote | undefined
  for (const quote of prices) if (quote.on <= on && (!last || quote.on >= last.on)) last = quote
  return last && last.fmv / splitFactor(splits, last.on, on)
}
