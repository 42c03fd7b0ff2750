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

/** Shares of a grant exercised before a day, as of the grant; what an acceleration does not undo. */
export type ExercisedBefore = (grant: Grant, day: PlainDate) => number

/** A division may fall a hair short of a whole share. */
const hair = 1e-9

/**
 * The limit year by year, of every ISO grant in the order of grant (of one day: in the order given). Years in which nothing
 * first becomes exercisable, and grants with nothing in a year, are left out. The share that would carry the year above
 * the limit and every later share of that year is nonstatutory.
 */
export function annualLimit(grants: readonly Grant[], exercisedBefore: ExercisedBefore): LimitYear[] {
  const ordered = grants
    .filter((grant) => nonstatutoryBecause(grant) === null)
    .map((grant) => ({ grant, first: firstExercisable(grant), isoBefore: 0 }))
    .sort((one, other) => (one.grant.on < other.grant.on ? -1 : one.grant.on === other.grant.on ? 0 : 1))
  const years = [...new Set(ordered.flatMap(({ first }) => first.map((step) => step.year)))].sort((a, b) => a - b)
  return years.map((year) => {
    const kept = keptFromBefore(ordered, year, exercisedBefore)
    const shares = allotted(ordered, year, () => true, kept)
    for (const each of ordered) each.isoBefore += shares.find((share) => share.grant === each.grant.id)?.isoShares ?? 0
    return { year, grants: shares }
  })
}

/** A part of a grant that first becomes exercisable in a year. `never`: employment ended before the day came. */
interface FirstExercisable {
  readonly year: number
  readonly shares: number
  readonly accelerated: boolean
  readonly never: boolean
}

interface Ordered {
  readonly grant: Grant
  readonly first: readonly FirstExercisable[]
  /** ISO shares of earlier years. */
  isoBefore: number
}

/**
 * An early-exercise grant is exercisable whole on the day of the grant; any other as it vests, on the footing that the holder
 * stays. Options lost with employment are disregarded from the next year on. Reg. §1.422-4(b)(4), (5).
 */
function firstExercisable(grant: Grant): FirstExercisable[] {
  if (grant.earlyExercise) return [{ year: yearOf(grant.on), shares: grant.shares, accelerated: false, never: false }]
  const { acceleration, employmentEnds } = grant
  const comes = acceleration !== null && (employmentEnds === null || acceleration.on <= employmentEnds)
  const stays = { ...grant, employmentEnds: null, acceleration: comes ? acceleration : null }
  return vestingSteps(stays).flatMap(({ on, shares }) => {
    const never = employmentEnds !== null && on > employmentEnds
    const accelerated = comes && on === acceleration.on
    return never && yearOf(on) > yearOf(employmentEnds) ? [] : [{ year: yearOf(on), shares, accelerated, never }]
  })
}

/** By grant, ISO shares of a year already exercised when an acceleration of that year came: it does not undo them. */
function keptFromBefore(
  ordered: readonly Ordered[],
  year: number,
  exercisedBefore: ExercisedBefore,
): ReadonlyMap<string, number> {
  const triggers = ordered.flatMap(({ grant, first }) =>
    grant.acceleration && first.some((step) => step.year === year && step.accelerated) ? [grant.acceleration.on] : [],
  )
  const trigger = triggers.sort()[0]
  if (trigger === undefined) return new Map()
  const without = allotted(ordered, year, (step) => !step.accelerated, new Map())
  return new Map(
    without.map(({ grant: id, isoShares }) => {
      const each = ordered.find(({ grant }) => grant.id === id) as Ordered
      const exercised = exercisedBefore(each.grant, trigger) - each.isoBefore
      return [id, Math.max(0, Math.min(isoShares, exercised))]
    }),
  )
}

/** The room of a year handed out in the order of grant, after what is kept. */
function allotted(
  ordered: readonly Ordered[],
  year: number,
  counted: (step: FirstExercisable) => boolean,
  kept: ReadonlyMap<string, number>,
): LimitShare[] {
  const keptValue = ordered.reduce((sum, { grant }) => sum + (kept.get(grant.id) ?? 0) * grant.fmvAtGrant, 0)
  let room = federalStanding.isoAnnualLimit.all - keptValue
  return ordered.flatMap(({ grant, first }) => {
    const steps = first.filter((step) => step.year === year && counted(step))
    const shares = steps.reduce((sum, step) => sum + step.shares, 0)
    if (shares === 0) return []
    const exercised = kept.get(grant.id) ?? 0
    const roomBefore = room
    const fits = grant.fmvAtGrant > 0 ? Math.floor(room / grant.fmvAtGrant + hair) : Number.POSITIVE_INFINITY
    const more = Math.max(0, Math.min(shares - exercised, fits))
    // The share that does not fit closes the year to every share after it
    room = more < shares - exercised ? 0 : room - more * grant.fmvAtGrant
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
