/** What a way does in one future, as entries of a plan: shares exercised early are sold when they can be and qualify, and what is left waits. */
import { dateOf, type PlainDate } from '../date.ts'
import type { Action } from '../equity/action.ts'
import { booksFor } from '../equity/books.ts'
import { splitFactor } from '../equity/grant.ts'
import { runLedger } from '../equity/ledger.ts'
import { requireValue, strikeOn } from '../equity/onDay.ts'
import { prepare } from '../equity/prepared.ts'
import { blocksOf } from '../equity/shares.ts'
import { exerciseOf, sellOf } from '../schedule/caseProblem.ts'
import { latest, qualifyingFrom } from '../schedule/days.ts'
import { type Future, firstSale } from './futures.ts'
import type { OptionsLeft, PreIpoWay } from './preIpoWays.ts'

/** A way in one future. */
export interface WayIn {
  readonly future: Future
  readonly options: OptionsLeft
  readonly way: PreIpoWay
  /** The last day looked at: what is left is taken at its value on it. */
  readonly end: PlainDate
}

/** The lot exercised before liquidity, that of options exercised at it, and of those that vest later. */
const lots = { early: 'before liquidity', atOnce: 'at liquidity', late: 'as they vest' } as const

/** The plan of a way in a future. `cover`: shares sold at liquidity to pay strike and tax, where the others are held on. */
export function planOf(into: WayIn, cover = 0): Action[] {
  const early = earlyOf(into)
  const inDeal = early.reduce(
    (sum, each) => (isSale(each) && each.on === into.future.dealOn ? sum + each.shares : sum),
    0,
  )
  return [
    ...into.future.of.plan,
    ...early,
    ...restOf(into, early.length > 0 ? into.way.shares : 0, inDeal, cover),
  ].sort((one, other) => (one.on < other.on ? -1 : one.on === other.on ? 0 : 1))
}

const isSale = (action: Action): action is Extract<Action, { kind: 'sell' }> => action.kind === 'sell'

/** The exercise of the way's own day with what becomes of its shares: none once there is a market or a buyer, nor above their value. */
function earlyOf(into: WayIn): Action[] {
  const { future, options, way } = into
  const { grant } = options
  const { on, shares, election83b } = way
  const over = future.opens ?? (future.outcome.kind === 'cash' ? future.known : null)
  if (on === null || (over !== null && over <= on)) return []
  if (requireValue(future.of, on, `the exercise of ${grant.id}`) < strikeOn(future.of, grant, on)) return []
  const exercise: Action = { ...exerciseOf(grant.id, on, shares, lots.early), election83b }
  const held = heldBy(into, exercise)
  return [exercise, ...(future.outcome.price === 0 ? [lostBy(future, held)] : earlySales(into, on, held))]
}

/** Shares of an exercise that share every date, as of it. */
interface HeldShares {
  readonly shares: number
  readonly freeOn: PlainDate
  readonly qualifiesOn: PlainDate
  /** The year in which AMT, or wages, take them in. */
  readonly includedIn: number
}

/** What the ledger says of the shares of an exercise, alone. */
function heldBy({ future: { of } }: WayIn, exercise: Action): HeldShares[] {
  const { prepared, refused } = runLedger(booksFor(prepare({ ...of, plan: [...of.plan, exercise] })))
  const lot = prepared.lots.find(({ id }) => id === lots.early)
  if (refused && !lot?.used) throw refused.error
  return (lot ? blocksOf(lot) : []).map(({ left, freeDay, qualifyingDay, inclusionYear }) => ({
    ...{ shares: left, freeOn: dateOf(freeDay), qualifiesOn: dateOf(qualifyingDay), includedIn: inclusionYear },
  }))
}

/**
 * A loss is taken when nothing is left to wait for: all shares have vested, and the year that took them into AMT is over. IRC §165(g).
 */
function lostBy({ known }: Future, held: readonly HeldShares[]): Action {
  const on = latest(known, ...held.flatMap(({ freeOn, includedIn }) => [freeOn, `${includedIn + 1}-01-01`]))
  return { kind: 'worthless', on, lot: lots.early }
}

/** On two days at most: the first on which some can go, and the one on which the last can. */
function earlySales(into: WayIn, exercisedOn: PlainDate, held: readonly HeldShares[]): Action[] {
  const { future, end } = into
  const { maxShares } = future.outcome
  const days = held.map((each) => saleDay(future, each, end))
  const first = days.reduce((least, on) => (on < least ? on : least), end)
  const last = latest(...days)
  const counted = (on: PlainDate): number => splitFactor(future.of.company.splits, exercisedOn, on)
  const all = held.reduce((sum, { shares }) => sum + shares, 0)
  const onFirst = held.reduce((sum, { shares }, i) => (days[i] === first ? sum + shares : sum), 0)
  const most = maxShares !== null && first === future.dealOn ? maxShares / counted(first) : all
  const soon = Math.min(onFirst, most)
  const late = all - soon
  return [
    ...(soon > 0 ? [sold(future, lots.early, first, soon * counted(first))] : []),
    ...(late > 1e-6
      ? [sold(future, lots.early, last === first ? end : last, late * counted(last === first ? end : last))]
      : []),
  ]
}

/** A deal takes what has vested on its day, and the rest as it vests; a market what qualifies; else the end. */
function saleDay(future: Future, { freeOn, qualifiesOn }: HeldShares, end: PlainDate): PlainDate {
  const { outcome, dealOn, known } = future
  if (outcome.kind === 'cash') return latest(known, freeOn)
  if (dealOn !== null && freeOn <= dealOn) return dealOn
  const on = firstSale(future, latest(qualifiesOn, freeOn))
  return on === null || on > end ? end : on
}

const sold = ({ of }: Future, lot: string, on: PlainDate, shares: number): Action =>
  sellOf(lot, on, shares, requireValue(of, on, `the sale on ${on}`), of.company.listed)

/** Options that were not exercised before: at liquidity, or at the end; those that vest later when the last of them has. */
function restOf(into: WayIn, early: number, inDeal: number, cover: number): Action[] {
  const { future, options, way, end } = into
  if (way.rest === 'lapse') return []
  const { maxShares } = future.outcome
  const on = liquidityDay(into)
  const since = (day: PlainDate): number => early * splitFactor(future.of.company.splits, way.on ?? day, day)
  const there = Math.max(0, options.vestedBy(on) - since(on))
  const count = maxShares !== null && on === future.dealOn ? Math.max(0, Math.min(there, maxShares - inDeal)) : there
  const later = maxShares === null ? latest(on, options.lastVests) : end
  const rest = options.vestedBy(later) - since(later) - count * splitFactor(future.of.company.splits, on, later)
  return [
    ...exercisedAt(into, lots.atOnce, on, count, way.rest === 'hold' && future.opens !== null ? cover : null),
    ...(later > on ? exercisedAt(into, lots.late, later, Math.floor(rest + 1e-6), null) : []),
  ]
}

/** The day on which options left over can be exercised and sold, at their value at the end where nothing makes a market. */
export function liquidityDay({ future, end }: WayIn): PlainDate {
  const on = future.dealOn ?? firstSale(future, future.known)
  return on === null || on > end ? end : on
}

/** Exercised, and sold at once but for those held on; nothing where none is left, or not worth its strike. */
function exercisedAt(into: WayIn, lot: string, on: PlainDate, shares: number, cover: number | null): Action[] {
  const { future, options, end } = into
  const { grant } = options
  const value = requireValue(future.of, on, `the exercise of ${grant.id}`)
  if (shares <= 0 || value <= strikeOn(future.of, grant, on)) return []
  const exercise = exerciseOf(grant.id, on, shares, lot)
  const atOnce = cover === null ? shares : Math.min(shares, cover)
  const qualifies = firstSale(future, qualifyingFrom(grant, on))
  const last = qualifies === null || qualifies > end ? end : qualifies
  return [
    exercise,
    ...(atOnce > 0 ? [sold(future, lot, on, atOnce)] : []),
    ...(shares > atOnce
      ? [sold(future, lot, last, (shares - atOnce) * splitFactor(future.of.company.splits, on, last))]
      : []),
  ]
}
