/** AMT and total tax against the spread and the shares of a grant, corner by corner. */
import type { Case } from '../case.ts'
import type { PlainDate } from '../date.ts'
import { InputError } from '../errors.ts'
import { consider, noticesOf } from '../explain/notices.ts'
import { toCents } from '../money.ts'
import { nearest } from '../nearest.ts'
import { type BreakReason, breakWords, type CurvePoint, curveOf } from '../plan/curve.ts'
import { type Asked, figuredYearAsked, type Grounds, stateNotice } from './common.ts'
import { roomAnswer } from './room.ts'

/** One corner; `shares` is of the grant named in the answer, with a fraction. Rates are dollars per dollar of spread. */
export interface CurveCorner extends Omit<CurvePoint, 'reasons'> {
  readonly shares: number | null
  readonly costPerShare: number | null
  readonly reasons: readonly { readonly code: BreakReason; readonly words: string }[]
}

export interface CurveAnswer extends Grounds {
  readonly room: number
  /** The grant whose shares are counted: the one asked for, else the first ISO grant with a spread; null without one. */
  readonly grant: string | null
  readonly spreadPerShare: number | null
  /** Its shares that can still be exercised by the end of the year. */
  readonly exercisable: number | null
  readonly valuedOn: PlainDate | null
  readonly points: readonly CurveCorner[]
}

/**
 * The curve from no exercise at all past the end of the exemption's phase-out, or to all shares of the grant if that is more.
 * @param grant the grant whose shares are counted.
 * @throws InputError for a grant that is none, or no ISO.
 */
export function curveAnswer(of: Case, asked: Asked, grant?: string): CurveAnswer {
  const figured = figuredYearAsked(of, asked)
  const { law, facts, year } = figured
  const rooms = roomAnswer(of, asked).byGrant
  if (grant !== undefined && !rooms.some((each) => each.grant === grant))
    throw unknownGrant(
      grant,
      rooms.map((each) => each.grant),
    )
  const counted = grant ? rooms.find((each) => each.grant === grant) : rooms.find((each) => each.spreadPerShare > 0)
  const perShare = counted && counted.spreadPerShare > 0 ? counted.spreadPerShare : null
  const upTo = Math.max(
    ...(counted && perShare !== null ? [counted.exercisable * perShare] : []),
    facts.isoSpread,
    curveOf(facts, law).phaseout.ends * 1.1,
  )
  const curve = curveOf(facts, law, upTo)
  return {
    year,
    room: toCents(curve.room),
    grant: counted?.grant ?? null,
    spreadPerShare: perShare,
    exercisable: counted?.exercisable ?? null,
    valuedOn: counted?.valuedOn ?? null,
    points: curve.points.map((point) => ({
      spread: toCents(point.spread),
      shares: perShare === null ? null : Math.round((point.spread / perShare) * 1e4) / 1e4,
      amt: toCents(point.amt),
      tentativeMinimumTax: toCents(point.tentativeMinimumTax),
      totalTax: toCents(point.totalTax),
      creditUsed: toCents(point.creditUsed),
      amtRate: Math.round(point.amtRate * 1e6) / 1e6,
      costRate: Math.round(point.costRate * 1e6) / 1e6,
      costPerShare: perShare === null ? null : toCents(point.costRate * perShare),
      reasons: point.reasons.map((code) => ({ code, words: breakWords[code] })),
    })),
    notices: [
      ...noticesOf(consider(figured.choice), (other) =>
        curveOf(facts, other, upTo).points.map((point) => point.totalTax),
      ),
      ...stateNotice(of, year),
    ],
    assumed: of.assumed,
  }
}

function unknownGrant(grant: string, grants: readonly string[]): InputError {
  const near = nearest(grant, grants)
  const hint = near
    ? `Did you mean ${near}?`
    : grants.length > 0
      ? `Name one of ${grants.join(', ')}.`
      : 'None is given.'
  return new InputError([
    { path: 'grant', code: 'unknownReference', message: `there is no ISO grant ${grant}. ${hint}` },
  ])
}
