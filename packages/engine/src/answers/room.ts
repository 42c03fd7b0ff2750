/** How much can be exercised this year for free, in dollars and in whole shares of each grant. */
import type { Case } from '../case.ts'
import type { PlainDate } from '../date.ts'
import { type Grant, lastIsoDay, nonstatutoryBecause } from '../equity/grant.ts'
import { type IsoSharesLeft, isoSharesLeft, requireValue, strikeOn } from '../equity/onDay.ts'
import { consider, type Notice, noticesOf } from '../explain/notices.ts'
import type { Facts } from '../forms/facts.ts'
import type { FederalLaw } from '../law/federal/law.ts'
import { toCents } from '../money.ts'
import { type Curve, cornerAt, curveOf } from '../plan/curve.ts'
import { type StateRoom, stateRooms } from '../plan/stateRoom.ts'
import { figureReturn } from '../return.ts'
import type { FiguredYear } from '../timeline.ts'
import { type Asked, figuredYearsAsked, type Grounds, stateNotice, withSpread } from './common.ts'
import { shareNotices } from './shareNotices.ts'

/** One grant's share of the room. Shares are whole, as of the day looked at. */
export interface GrantRoom {
  readonly grant: string
  /** Value less strike on the day looked at, not below zero. */
  readonly spreadPerShare: number
  /** Shares that fit into the room after the margin, as far as they can be exercised by year end. */
  readonly shares: number
  /** Shares that would fit whether or not they can be exercised; null when the spread is zero and nothing limits them. */
  readonly sharesByRoom: number | null
  readonly exercisable: number
  readonly valuedOn: PlainDate
  /** AMT and other tax that one share more than the room would cost. */
  readonly nextShareCosts: number
}

export interface RoomAnswer extends Grounds {
  /** AMT-free room: the largest spread of new exercises that adds no AMT this year. Dollars. */
  readonly room: number
  readonly roomBeforeCreditShrinks: number
  /** Fraction of the room kept back when shares are counted. */
  readonly margin: number
  readonly byGrant: readonly GrantRoom[]
  /** Spread of shares exercised this year already (lots), which the room is on top of, and of the plan's exercises. */
  readonly spread: { readonly exercised: number; readonly planned: number }
  /** Minimum tax credit used this year when nothing more is exercised, and how much the whole room would take of it. */
  readonly credit: { readonly usedWithoutExercise: number; readonly lostByFillingRoom: number }
  /** Spread at which the exemption begins and ends to phase out, and the tax per dollar of spread there. */
  readonly phaseout: {
    readonly begins: number
    readonly ends: number
    readonly rateWithin: number
    readonly rateBefore: number
  }
  /** The same room under the AMT of each state that has one and is lived in all year, on top of lots of the year. */
  readonly states: readonly StateRoom[]
  /** The room if one fact changed. */
  readonly moves: readonly { readonly what: string; readonly by: number; readonly room: number }[]
}

/**
 * AMT-free room of a year on top of what was exercised in it already; the plan's exercises do not take from it, since
 * they are what is being decided.
 * @param margin fraction of the room to keep back, 0 to 1, because values move before an exercise.
 */
export function roomAnswer(of: Case, asked: Asked, margin = 0): RoomAnswer {
  const years = figuredYearsAsked(of, asked)
  const figured = years.at(-1) as FiguredYear
  const { year, law, facts } = figured
  const exercised = sum(figured, false)
  const curve = curveOf(facts, law)
  const room = Math.max(0, curve.room - exercised)
  const rates = phaseoutRates(curve, facts, law)
  const left = isoSharesLeft(of, `${year}-01-01`)
  return {
    year,
    room: toCents(room),
    roomBeforeCreditShrinks: toCents(Math.max(0, curve.roomBeforeCreditShrinks - exercised)),
    margin,
    byGrant: isoGrants(of).map((grant) => grantRoom(of, grant, room, margin, figured, asked.asOf, left)),
    spread: { exercised: toCents(exercised), planned: toCents(sum(figured, true)) },
    credit: creditAtStake(facts, law, room, exercised),
    phaseout: {
      begins: toCents(curve.phaseout.begins - exercised),
      ends: toCents(curve.phaseout.ends - exercised),
      ...rates,
    },
    states: stateRooms(of, years).map(({ state, room }) => ({ state, room: toCents(Math.max(0, room - exercised)) })),
    moves: moves(facts, law, exercised),
    notices: [
      ...noticesOf(consider(figured.choice), (other) => [curveOf(facts, other).room]),
      ...shareNotices(of, figured.shares, year),
      ...stateNotice(of, year),
      ...grantNotices(of),
    ],
    assumed: of.assumed,
  }
}

const sum = ({ exercises }: FiguredYear, planned: boolean): number =>
  exercises.filter((each) => each.planned === planned).reduce((total, each) => total + each.spread, 0)

const isoGrants = (of: Case): Grant[] => of.grants.filter((grant) => nonstatutoryBecause(grant) === null)

function grantRoom(
  of: Case,
  grant: Grant,
  room: number,
  margin: number,
  figured: FiguredYear,
  asOf: PlainDate,
  left: IsoSharesLeft,
): GrantRoom {
  const { year, facts, law } = figured
  const valuedOn = dayValued(of, grant, year, asOf)
  const value = requireValue(of, valuedOn, `the spread of grant ${grant.id}`)
  const spreadPerShare = Math.max(0, value - strikeOn(of, grant, valuedOn))
  // The plan's exercises of the year itself are what is being decided; lots and earlier years are gone
  const exercisable = lastIsoDay(grant) < `${year}-01-01` ? 0 : left(grant, `${year}-12-31`, valuedOn)
  // A hair of binary error must not cost a whole share
  const sharesByRoom = spreadPerShare > 0 ? Math.floor((room * (1 - margin)) / spreadPerShare + 1e-9) : null
  const shares = Math.min(exercisable, sharesByRoom ?? exercisable)
  const past = nextShareCosts(facts, law, sum(figured, false) + room, spreadPerShare)
  return {
    grant: grant.id,
    spreadPerShare: toCents(spreadPerShare),
    shares,
    sharesByRoom,
    exercisable,
    valuedOn,
    nextShareCosts: toCents(past),
  }
}

/** The day asked, moved into the year; or the first day of the year with a stated value, where that is later. */
export function dayValued(of: Case, grant: Grant, year: number, asOf: PlainDate): PlainDate {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`]
  const day = [asOf < first ? first : asOf, grant.on].sort().at(-1) as PlainDate
  const stated = of.company.prices.map((quote) => quote.on).sort()[0]
  const valued = stated !== undefined && stated > day && stated <= last ? stated : day
  return valued > last ? last : valued
}

const nextShareCosts = (facts: Readonly<Facts>, law: FederalLaw, spread: number, perShare: number): number =>
  cornerAt(curveOf(facts, law, spread + perShare), spread).costRate * perShare

/** The credit used with nothing exercised, and what the room takes of it beyond what lots of the year took already. */
function creditAtStake(facts: Readonly<Facts>, law: FederalLaw, room: number, exercised: number): RoomAnswer['credit'] {
  const usedAt = (spread: number) => figureReturn(withSpread(facts, spread), law).form8801.line25
  const used = usedAt(exercised)
  return { usedWithoutExercise: toCents(used), lostByFillingRoom: toCents(used - usedAt(exercised + room)) }
}

/** Tax per dollar of spread just before the phase-out of the exemption begins, and within it. */
function phaseoutRates({ phaseout: { begins, ends } }: Curve, facts: Readonly<Facts>, law: FederalLaw) {
  const whole = curveOf(facts, law, Math.max(ends, 0) + 1_000)
  const rateAt = (spread: number) => rate(cornerAt(whole, spread).costRate)
  return { rateBefore: rateAt(begins - 1), rateWithin: rateAt((begins + ends) / 2) }
}

const rate = (fraction: number): number => Math.round(fraction * 1e6) / 1e6

/** How the room answers to income: the next 10,000 of wages or long-term gain, less and more. */
function moves(facts: Readonly<Facts>, law: FederalLaw, exercised: number): RoomAnswer['moves'] {
  const by = 10_000
  const other: [string, number, Facts][] = [
    ['wages', by, { ...facts, wages: facts.wages + by }],
    ['wages', -by, { ...facts, wages: Math.max(0, facts.wages - by) }],
    ['longTermGain', by, withGain(facts, by)],
  ]
  return other.map(([what, amount, changed]) => ({
    what,
    by: amount,
    room: toCents(Math.max(0, curveOf(changed, law).room - exercised)),
  }))
}

const withGain = (facts: Readonly<Facts>, by: number): Facts => ({
  ...facts,
  gains: { ...facts.gains, long: facts.gains.long + by },
  amtGains: { ...facts.amtGains, long: facts.amtGains.long + by },
})

/** What the count of shares leaves out. */
function grantNotices(of: Case): Notice[] {
  const early = isoGrants(of).filter((grant) => grant.earlyExercise)
  const unvested = `Only vested shares of ${early.map((grant) => grant.id).join(', ')} are counted. Unvested ones can be exercised too: AMT takes them in as they vest, or at once by an election under section 83(b).`
  return early.length > 0 ? [{ code: 'law', message: unvested }] : []
}
