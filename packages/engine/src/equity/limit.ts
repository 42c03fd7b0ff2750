/**
 * The $100,000 limit: of the options of one employer's group that first become exercisable in a calendar year, those
 * beyond 100,000 dollars of value at grant are nonstatutory, the latest granted first. IRC §422(d); Reg. §1.422-4.
 */
import { type PlainDate, yearOf } from '../date.ts'
import { federalStanding } from '../law/federal/standing.ts'
import { type Grant, nonstatutoryBecause, vestingSteps } from './grant.ts'

/** What one grant has in one year. Shares and dollars per share as of the grant; room is what the year still had for it. */
export interface LimitShare {
  readonly grant: string
  readonly granted: PlainDate
  readonly valuePerShare: number
  /** First exercisable in the year. */
  readonly shares: number
  readonly isoShares: number
  readonly nsoShares: number
  readonly roomBefore: number
  /** ISO shares kept from before an acceleration took room ahead of them, because they were exercised. */
  readonly exercisedBefore: number
  /** Shares of the year that employment ended too early for; they count until the year ends. */
  readonly forfeited: number
}

export interface LimitYear {
  readonly year: number
  /** In the order of grant. */
  readonly grants: readonly LimitShare[]
}

/** An exercise of a grant, shares as of the grant; `nonstatutory` is what the employer reported as such, null where it did not. */
export interface Taken {
  readonly on: PlainDate
  readonly shares: number
  readonly nonstatutory: number | null
}

/** The exercises of a grant by day: an acceleration does not undo them. */
export type TakenOf = (grant: Grant) => readonly Taken[]

/** A division may fall a hair short of a whole share. */
const hair = 1e-9

/**
 * The limit year by year, of every ISO grant in the order of grant (of one day: in the order given). Years in which nothing
 * first becomes exercisable, and grants with nothing in a year, are left out. The share that would carry the year above
 * the limit and every later share of that year is nonstatutory.
 */
export function annualLimit(grants: readonly Grant[], takenOf: TakenOf): LimitYear[] {
  const ordered = grants
    .filter((grant) => nonstatutoryBecause(grant) === null)
    .map(
      (grant): Ordered => ({
        grant,
        first: firstExercisable(grant),
        scheduled: firstExercisable({ ...grant, acceleration: null }),
        isoBefore: new Map(),
      }),
    )
    .sort((one, other) => (one.grant.on < other.grant.on ? -1 : one.grant.on === other.grant.on ? 0 : 1))
  const years = [...new Set(ordered.flatMap(({ first }) => first.map((step) => step.year)))].sort((a, b) => a - b)
  return years.map((year) => {
    const kept = keptFromBefore(ordered, year, takenOf)
    const shares = allotted(ordered, year, ({ first }) => first, kept)
    for (const { grant, isoBefore } of ordered) {
      const own = shares.find((share) => share.grant === grant.id)
      if (own) isoBefore.set(year, own.isoShares)
    }
    return { year, grants: shares }
  })
}

/** A part of a grant that first becomes exercisable in a year. `never`: employment ended before the day came. */
interface FirstExercisable {
  readonly on: PlainDate
  readonly year: number
  readonly shares: number
  readonly accelerated: boolean
  readonly never: boolean
}

interface Ordered {
  readonly grant: Grant
  readonly first: readonly FirstExercisable[]
  /** As it would be without an acceleration, which counts only once it is triggered. */
  readonly scheduled: readonly FirstExercisable[]
  /** ISO shares by earlier year. */
  readonly isoBefore: Map<number, number>
}

/**
 * An early-exercise grant is exercisable whole on the day of the grant; any other as it vests, on the footing that the holder
 * stays. Options lost with employment are disregarded from the next year on. Reg. §1.422-4(b)(4), (5).
 */
function firstExercisable(grant: Grant): FirstExercisable[] {
  if (grant.earlyExercise)
    return [{ on: grant.on, year: yearOf(grant.on), shares: grant.shares, accelerated: false, never: false }]
  const { acceleration, employmentEnds } = grant
  const comes = acceleration !== null && (employmentEnds === null || acceleration.on <= employmentEnds)
  const stays = { ...grant, employmentEnds: null, acceleration: comes ? acceleration : null }
  return vestingSteps(stays).flatMap(({ on, shares }) => {
    const never = employmentEnds !== null && on > employmentEnds
    const accelerated = comes && on === acceleration.on
    return never && yearOf(on) > yearOf(employmentEnds) ? [] : [{ on, year: yearOf(on), shares, accelerated, never }]
  })
}

/**
 * By grant, ISO shares of a year already exercised when an acceleration of that year came: it does not undo them. One
 * acceleration after another, each on what those before it left.
 */
function keptFromBefore(ordered: readonly Ordered[], year: number, takenOf: TakenOf): ReadonlyMap<string, number> {
  const triggers = ordered.flatMap(({ first }) =>
    first.filter((step) => step.year === year && step.accelerated).map((step) => step.on),
  )
  let kept: ReadonlyMap<string, number> = new Map(ordered.map(({ grant }) => [grant.id, 0]))
  for (const trigger of [...new Set(triggers)].sort()) {
    const until = allotted(
      ordered,
      year,
      ({ grant, first, scheduled }) => (grant.acceleration && grant.acceleration.on < trigger ? first : scheduled),
      kept,
    )
    kept = new Map(
      ordered.map((each) => {
        const { grant } = each
        const share = until.find((its) => its.grant === grant.id)
        return [grant.id, share ? isoTaken(each, year, share.isoShares, trigger, takenOf(grant)) : 0]
      }),
    )
  }
  return kept
}

/** ISO shares of a year exercised before a day: each exercise takes ISO shares first, those of earlier years before them. */
function isoTaken(
  { first, isoBefore }: Ordered,
  year: number,
  isoShares: number,
  before: PlainDate,
  exercises: readonly Taken[],
): number {
  const vestedIn = (which: number, by: PlainDate) =>
    first.filter((step) => step.year === which && step.on <= by).reduce((sum, step) => sum + step.shares, 0)
  let early = 0
  let own = 0
  for (const { on, shares, nonstatutory } of exercises) {
    if (on >= before) continue
    // Where the employer said nothing, ISO shares come first
    const wanted = nonstatutory === null ? shares : shares - nonstatutory
    const earlyThere = [...isoBefore].reduce((sum, [which, iso]) => sum + Math.min(iso, vestedIn(which, on)), 0)
    const fromEarly = Math.max(0, Math.min(wanted, earlyThere - early))
    early += fromEarly
    own += Math.max(0, Math.min(wanted - fromEarly, Math.min(isoShares, vestedIn(year, on)) - own))
  }
  return own
}

/** The room of a year handed out in the order of grant, after what is kept. */
function allotted(
  ordered: readonly Ordered[],
  year: number,
  stepsOf: (each: Ordered) => readonly FirstExercisable[],
  kept: ReadonlyMap<string, number>,
): LimitShare[] {
  const keptValue = ordered.reduce((sum, { grant }) => sum + (kept.get(grant.id) as number) * grant.fmvAtGrant, 0)
  let closed = false
  let room = federalStanding.isoAnnualLimit.all - keptValue
  return ordered.flatMap((each) => {
    const { grant } = each
    const steps = stepsOf(each).filter((step) => step.year === year)
    const shares = steps.reduce((sum, step) => sum + step.shares, 0)
    if (shares === 0) return []
    const exercised = kept.get(grant.id) as number
    const roomBefore = room
    const fits = closed
      ? 0
      : grant.fmvAtGrant > 0
        ? Math.floor(room / grant.fmvAtGrant + hair)
        : Number.POSITIVE_INFINITY
    const more = Math.max(0, Math.min(shares - exercised, fits))
    // The share that does not fit closes the year to every share after it
    if (more < shares - exercised) closed = true
    room = closed ? 0 : room - more * grant.fmvAtGrant
    return [
      {
        grant: grant.id,
        granted: grant.on,
        valuePerShare: grant.fmvAtGrant,
        shares,
        isoShares: exercised + more,
        nsoShares: shares - exercised - more,
        roomBefore,
        exercisedBefore: exercised,
        forfeited: steps.filter((step) => step.never).reduce((sum, step) => sum + step.shares, 0),
      },
    ]
  })
}
