/**
 * Grants, vesting and values: what may be exercised on a day, and at what spread. Share counts, strikes and values are as
 * of their own date; splits act at the start of their day. Source: IRC §422; the plan's own schedule.
 */
import { monthsAfter, type PlainDate, periodEnds, wholeMonthsBetween } from '../date.ts'
import { federalStanding } from '../law/federal/standing.ts'
import { part } from '../money.ts'

/** Vesting in equal steps of whole months from a date, nothing before the cliff; or shares by date. */
export type Vesting =
  | {
      readonly from: PlainDate
      readonly months: number
      readonly cliffMonths: number
      /** Months from one step to the next: 1 monthly, 3 quarterly, 12 yearly. */
      readonly everyMonths: number
    }
  | readonly { readonly on: PlainDate; readonly shares: number }[]

/** How employment ended; it decides how long an option stays an ISO. IRC §§421(c), 422(a)(2), (c)(6). */
export type EmploymentEnd = 'leaving' | 'disability' | 'death'

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
  /** Shares that become exercisable on a day ahead of the schedule, the next to vest first; `shares` null: all that are left. */
  readonly acceleration: { readonly on: PlainDate; readonly shares: number | null } | null
  readonly employmentEnds: PlainDate | null
  readonly employmentEndsBy: EmploymentEnd
  /** The last day on which the plan lets the options be exercised after employment; null: until they expire. */
  readonly exercisableUntil: PlainDate | null
  /** Whether the holder owned more than 10 % of the voting power at grant. IRC §422(b)(6). */
  readonly tenPercentOwner: boolean
}

/**
 * A split: new shares per old from the start of a day. 0.1 is a reverse split, 1.5 is three for two. A substitution of
 * the acquirer's shares and options for the company's is the same to the holder: dates and dollars stay. IRC §424(a).
 */
export interface Split {
  readonly on: PlainDate
  readonly ratio: number
  readonly kind?: 'split' | 'substitution'
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
 * Shares of a grant vested by a day, as of the grant date's share count: `floor(shares × months ÷ all months)` at each step,
 * none before the cliff or the grant date, none after employment ends; shares accelerated are the next to vest.
 */
export function vestedShares(grant: Grant, on: PlainDate): number {
  const { acceleration, employmentEnds } = grant
  const day = employmentEnds !== null && employmentEnds < on ? employmentEnds : on
  const scheduled = scheduledShares(grant, day)
  if (acceleration === null || day < acceleration.on || day < grant.on) return scheduled
  const accelerated = acceleration.shares ?? grant.shares
  return Math.max(scheduled, Math.min(grant.shares, scheduledShares(grant, acceleration.on) + accelerated))
}

/** Shares vested by a day by the schedule alone, as if the holder stayed. */
function scheduledShares({ on: granted, shares, vesting }: Grant, on: PlainDate): number {
  if (on < granted) return 0
  if (!vesting) return shares
  if ('from' in vesting) {
    const { from, months, cliffMonths, everyMonths } = vesting
    const passed = Math.min(wholeMonthsBetween(from, on), months)
    const stepped = passed - (passed % everyMonths)
    return passed >= cliffMonths ? Math.floor((shares * stepped) / months) : 0
  }
  return Math.min(
    shares,
    vesting.reduce((sum, step) => (step.on <= on ? sum + step.shares : sum), 0),
  )
}

/** Shares that vest on a day, as of the grant date. */
export interface VestingStep {
  readonly on: PlainDate
  readonly shares: number
}

/** Every day on which shares of a grant vest, ascending, with how many. Shares that never vest are in none. */
export function vestingSteps(grant: Grant): VestingStep[] {
  let before = 0
  return vestingDays(grant).flatMap((on) => {
    const vested = vestedShares(grant, on)
    const shares = vested - before
    before = vested
    return shares > 0 ? [{ on, shares }] : []
  })
}

function vestingDays({ on: granted, vesting, acceleration }: Grant): PlainDate[] {
  const scheduled = !vesting
    ? [granted]
    : 'from' in vesting
      ? Array.from({ length: vesting.months }, (_, i) => monthsAfter(vesting.from, i + 1))
      : vesting.map((step) => step.on)
  const days = [...scheduled, ...(acceleration ? [acceleration.on] : [])]
  return [...new Set(days.map((on) => (on < granted ? granted : on)))].sort()
}

/** The last day on which the plan lets options be exercised: expiry, or earlier by its window after employment. */
export const lastExerciseDay = ({ expires, exercisableUntil }: Grant): PlainDate =>
  exercisableUntil !== null && exercisableUntil < expires ? exercisableUntil : expires

/** Shares that may be exercised on a day, before what was exercised already: the vested ones, or all of an early-exercise grant. */
export function exercisableShares(grant: Grant, on: PlainDate): number {
  if (on < grant.on || on > lastExerciseDay(grant)) return 0
  const employed = grant.employmentEnds === null || on <= grant.employmentEnds
  return grant.earlyExercise && employed ? grant.shares : vestedShares(grant, on)
}

/**
 * The last day on which an exercise is still that of an ISO: the last day of exercise, or three months after employment
 * ends, counted in months and not in days; a year after a disability ended it; no limit after death.
 * IRC §§421(c)(1)(A), 422(a)(2), (c)(6).
 */
export function lastIsoDay(grant: Grant): PlainDate {
  const { employmentEnds, employmentEndsBy } = grant
  const last = lastExerciseDay(grant)
  if (employmentEnds === null || employmentEndsBy === 'death') return last
  const { isoMonthsAfterEmployment, isoYearsAfterDisability } = federalStanding
  const months = employmentEndsBy === 'disability' ? 12 * isoYearsAfterDisability.all : isoMonthsAfterEmployment.all
  const afterEmployment = monthsAfter(employmentEnds, months)
  return afterEmployment < last ? afterEmployment : last
}

/**
 * Why a grant is no ISO from the start, with the rule; null for one that is. A price below value at grant is left to the
 * employer's good faith (IRC §422(c)(1)); that of a more-than-10 % owner is held to 110 %.
 */
export function nonstatutoryBecause(grant: Grant): { readonly rule: string; readonly why: string } | null {
  const { isoTermYears, ownerTermYears, ownerPriceRate } = federalStanding
  if (grant.kind === 'nso') return { rule: 'IRC §83(a)', why: 'it was granted as a nonstatutory option' }
  if (grant.expires > periodEnds(grant.on, isoTermYears.all))
    return { rule: 'IRC §422(b)(3)', why: `it can be exercised more than ${isoTermYears.all} years after the grant` }
  if (!grant.tenPercentOwner) return null
  if (grant.expires > periodEnds(grant.on, ownerTermYears.all))
    return {
      rule: 'IRC §422(c)(5)',
      why: `an owner of more than 10 % holds it, and it can be exercised more than ${ownerTermYears.all} years after the grant`,
    }
  if (grant.strike < part(ownerPriceRate.all, grant.fmvAtGrant) - 1e-9)
    return {
      rule: 'IRC §422(c)(5)',
      why: `an owner of more than 10 % holds it, and its strike is below ${ownerPriceRate.all / 100} % of the value at grant`,
    }
  return null
}

/** The value of one share on a day: the last one stated, restated for splits since; undefined before the first. */
export function valueOn(prices: readonly PriceQuote[], splits: readonly Split[], on: PlainDate): number | undefined {
  let last: PriceQuote | undefined
  for (const quote of prices) if (quote.on <= on && (!last || quote.on >= last.on)) last = quote
  return last && last.fmv / splitFactor(splits, last.on, on)
}
