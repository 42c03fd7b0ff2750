/**
 * Lots, grants and plan made ready for the ledger: days as numbers, names resolved, steps in order, room for the blocks.
 * Made once; the ledger then runs over it as often as wanted without allocating.
 */
import { dateOf, dayNumber, type PlainDate, yearOf, yearOfDay } from '../date.ts'
import { InputError } from '../errors.ts'
import type { FilingStatus } from '../law/law.ts'
import type { Action, ExerciseAction, Lot } from './action.ts'
import { type Block, emptyBlock, never } from './block.ts'
import { type Grant, lastIsoDay, nonstatutoryBecause, type PriceQuote, type Split, vestingSteps } from './grant.ts'
import { annualLimit, type LimitYear, type Taken } from './limit.ts'
import { type Market, marketOf } from './market.ts'

/** What the ledger needs of a case. */
export interface Equity {
  readonly grants: readonly Grant[]
  readonly lots: readonly Lot[]
  readonly plan: readonly Action[]
  readonly company: {
    readonly listed: boolean
    readonly prices: readonly PriceQuote[]
    readonly splits: readonly Split[]
  }
  readonly household: { readonly statuses: readonly { readonly from: number; readonly status: FilingStatus }[] }
}

/** Shares of a grant that vest on one day and are all ISO or all nonstatutory, as of the grant. */
export interface Segment {
  readonly vestDay: number
  readonly nonstatutory: boolean
  readonly shares: number
  left: number
}

export interface PreparedGrant {
  readonly grant: Grant
  readonly day: number
  /** Splits up to the grant. */
  readonly factor: number
  readonly lastIsoDay: number
  /** Why all of it is nonstatutory; null for an ISO. */
  readonly nonstatutory: ReturnType<typeof nonstatutoryBecause>
  /** In the order of exercise: ISO shares first, each kind as it vests. Reg. §1.422-4(c). */
  readonly segments: readonly Segment[]
}

/** A lot: one exercise and what is left of it. Shares and dollars per share as of the exercise. */
export interface HeldLot {
  readonly index: number
  readonly id: string
  readonly grant: PreparedGrant
  readonly planned: boolean
  /** The exercise of the plan that makes it; null for a lot that exists. */
  readonly action: ExerciseAction | null
  /** The lot as given; null for one of the plan. */
  readonly given: Lot | null
  readonly day: number
  /** Splits up to the exercise. */
  readonly factor: number
  /** Another count may be set for a lot of the plan: see `resize`. */
  shares: number
  readonly strike: number
  /** Value on the day of exercise; NaN where none is stated. Another may be set: see `reprice`. */
  value: number
  /** Blocks, of which the first `used` hold. */
  readonly blocks: Block[]
  used: number
  /** Shares that the grant had no ISO shares left for, though the lot says they are. */
  overLimit: number
  /** Cash paid for the shares. */
  cashPaid: number
  /** Whether its strike was paid with shares: its AMT basis is then known only for all of them together. */
  swapped: boolean
}

/** One thing that happens, on its day. */
export interface Step {
  readonly day: number
  readonly year: number
  /** Splits up to the day. */
  readonly factor: number
  /** The lot an exercise makes. */
  readonly makes: HeldLot | null
  /** What else the plan does; null for a lot that exists. */
  readonly action: Action | null
  /** The lot named by a sale or gift; null for first in, first out. */
  readonly lot: HeldLot | null
  /** The lot that pays the strike. */
  readonly payWith: HeldLot | null
  /** Price of shares sold; NaN where it is the value of a day without one. Another may be set: see `reprice`. */
  price: number
  /** Shares sold or given, as of the day. Another count may be set: see `resize`. */
  shares: number
}

export interface Prepared {
  readonly market: Market
  readonly limit: readonly LimitYear[]
  readonly grants: readonly PreparedGrant[]
  /** In the order of exercise. */
  readonly lots: readonly HeldLot[]
  readonly lotDays: readonly number[]
  readonly steps: readonly Step[]
  readonly firstYear: number
  readonly lastYear: number
  /** Whether the shares have a market price. */
  readonly listed: boolean
  readonly statusIn: (year: number) => FilingStatus
}

/**
 * Makes a case ready.
 * @param market values and splits in place of those the company states
 * @throws InputError for a grant or lot that is not there.
 */
export function prepare(of: Equity, market: Market = marketOf(of.company.prices, of.company.splits)): Prepared {
  const limit = annualLimit(of.grants, (grant) => takenOf(of, market, grant))
  const grants = of.grants.map((grant) => preparedGrant(grant, limit, market))
  const grantsById = new Map(grants.map((each) => [each.grant.id, each]))
  const entries = ordered(of)
  const lots: HeldLot[] = []
  for (const { lot, action } of entries)
    if (lot) lots.push(lotGiven(lot, find(grantsById, lot.grant, 'grant'), market, lots.length))
    else if (action?.kind === 'exercise')
      lots.push(lotPlanned(action, find(grantsById, action.grant, 'grant'), market, lots.length))
  const byName = new Map(lots.map((lot) => [lot.id, lot]))
  let made = 0
  const steps = entries.map(({ lot, action }) => {
    const makes = lot || action?.kind === 'exercise' ? (lots[made++] as HeldLot) : null
    return stepOf(action, makes, byName, market)
  })
  const years = [
    ...steps.map((step) => step.year),
    ...grants.flatMap(({ segments }) =>
      segments.filter(({ vestDay }) => vestDay < never).map(({ vestDay }) => yearOfDay(vestDay)),
    ),
    ...entries.flatMap(({ lot, action }) => datesInside(lot ?? action).map(yearOf)),
  ]
  return {
    ...{ market, limit, grants, lots, steps },
    lotDays: lots.map((lot) => lot.day),
    listed: of.company.listed,
    firstYear: years.reduce((first, year) => Math.min(first, year), Number.POSITIVE_INFINITY),
    lastYear: years.reduce((last, year) => Math.max(last, year), Number.NEGATIVE_INFINITY),
    statusIn: (year) =>
      (of.household.statuses.findLast((each) => each.from <= year) ?? of.household.statuses[0])?.status as FilingStatus,
  }
}

/**
 * Sets another count of shares for an action of the plan, without preparing anew. Shares as of the action's day.
 * @throws RangeError for an action that has none or is not of the case, and for an exercise of a grant with an acceleration:
 * what was exercised before it decides the $100,000 limit.
 */
export function resize(prepared: Prepared, action: Action, shares: number): void {
  const lot = action.kind === 'exercise' ? prepared.lots.find((each) => each.action === action) : undefined
  const step = prepared.steps.find((each) => (lot ? each.makes === lot : each.action === action))
  if (!step || !('shares' in action)) throw new RangeError(`no shares of a ${action.kind} of the plan can be set`)
  if (lot && prepared.grants.some(({ grant }) => grant.acceleration !== null))
    throw new RangeError('a grant has an acceleration: prepare the case anew')
  if (lot) lot.shares = shares
  step.shares = shares
}

/** Takes the market's values anew for everything the plan does after a day at a price that it does not state. */
export function reprice({ steps, market }: Prepared, after: number): void {
  for (const step of steps) {
    if (step.day <= after || !step.action) continue
    if (step.makes) step.makes.value = market.valueAt(step.day)
    if (!('price' in step.action) || step.action.price === null) step.price = market.valueAt(step.day)
  }
}

/** Lots and plan by day; lots before the plan, each in file order. */
function ordered({ lots, plan }: Equity): { on: PlainDate; lot: Lot | null; action: Action | null }[] {
  return [
    ...lots.map((lot) => ({ on: lot.exercised, lot, action: null })),
    ...plan.map((action) => ({ on: action.on, lot: null, action })),
  ].sort((one, other) => (one.on < other.on ? -1 : one.on === other.on ? 0 : 1))
}

/** Days beside its own on which something may enter a year: vesting, and the day after a section 16(b) period. */
function datesInside(of: Lot | Action | null): PlainDate[] {
  const vested = of && 'vestedOn' in of && of.vestedOn !== null ? [of.vestedOn] : []
  const restricted =
    of && 'section16bUntil' in of && of.section16bUntil !== null ? [dateOf(dayNumber(of.section16bUntil) + 1)] : []
  return [...vested, ...restricted]
}

function preparedGrant(grant: Grant, limit: readonly LimitYear[], market: Market): PreparedGrant {
  const day = dayNumber(grant.on)
  const nonstatutory = nonstatutoryBecause(grant)
  const iso = new Map(
    limit.map(({ year, grants }) => [year, grants.find((share) => share.grant === grant.id)?.isoShares]),
  )
  const segments = segmentsOf(grant, (year) => (nonstatutory ? 0 : (iso.get(year) as number)))
  return {
    ...{ grant, day, nonstatutory, segments },
    factor: market.factorAt(day),
    lastIsoDay: dayNumber(lastIsoDay(grant)),
  }
}

/** Of each year's shares the first to vest are the ISO ones; those never to vest come last. */
function segmentsOf(grant: Grant, isoIn: (year: number) => number): Segment[] {
  const steps = vestingSteps(grant).map(({ on, shares }) => ({ vestDay: dayNumber(on), shares }))
  const vesting = steps.reduce((sum, step) => sum + step.shares, 0)
  const rest = grant.earlyExercise ? grant.shares - vesting : 0
  if (rest > 0) steps.push({ vestDay: never, shares: rest })
  const left = new Map<number, number>()
  const parts = steps.flatMap(({ vestDay, shares }) => {
    const year = grant.earlyExercise ? yearOf(grant.on) : yearOfDay(vestDay)
    const room = left.get(year) ?? isoIn(year)
    const iso = Math.min(shares, room)
    left.set(year, room - iso)
    return [
      { vestDay, nonstatutory: false, shares: iso, left: iso },
      { vestDay, nonstatutory: true, shares: shares - iso, left: shares - iso },
    ]
  })
  const some = parts.filter((part) => part.shares > 0)
  return [...some.filter((part) => !part.nonstatutory), ...some.filter((part) => part.nonstatutory)]
}

function lotGiven(lot: Lot, grant: PreparedGrant, market: Market, index: number): HeldLot {
  const day = dayNumber(lot.exercised)
  const factor = market.factorAt(day)
  return {
    ...{ index, id: lot.id, grant, planned: false, action: null, given: lot, day, factor, shares: lot.shares },
    strike: lot.strike ?? (grant.grant.strike * grant.factor) / factor,
    value: lot.fmvAtExercise,
    ...{ blocks: [emptyBlock()], used: 0, overLimit: 0, cashPaid: 0, swapped: false },
  }
}

function lotPlanned(action: ExerciseAction, grant: PreparedGrant, market: Market, index: number): HeldLot {
  const day = dayNumber(action.on)
  const factor = market.factorAt(day)
  return {
    ...{ index, id: action.as, grant, planned: true, action, given: null, day, factor, shares: action.shares },
    strike: (grant.grant.strike * grant.factor) / factor,
    value: market.valueAt(day),
    ...{ blocks: [emptyBlock()], used: 0, overLimit: 0, cashPaid: 0, swapped: false },
  }
}

function stepOf(
  action: Action | null,
  makes: HeldLot | null,
  lots: ReadonlyMap<string, HeldLot>,
  market: Market,
): Step {
  const day = makes ? makes.day : dayNumber((action as Action).on)
  const price = action && 'price' in action && action.price !== null ? action.price : market.valueAt(day)
  return {
    ...{ day, year: yearOfDay(day), factor: market.factorAt(day), makes, action, price },
    shares: action && 'shares' in action ? action.shares : 0,
    lot: action && 'lot' in action && action.lot !== null ? find(lots, action.lot, 'lot') : null,
    payWith: action?.kind === 'exercise' && action.payWith !== null ? find(lots, action.payWith, 'lot') : null,
  }
}

function find<Named>(among: ReadonlyMap<string, Named>, id: string, kind: 'grant' | 'lot'): Named {
  const found = among.get(id)
  if (found) return found
  throw new InputError([{ path: `${kind}s`, code: 'unknownReference', message: `there is no ${kind} ${id}` }])
}

/** The exercises of a grant, lots and plan, in shares as of the grant. */
function takenOf({ lots, plan }: Equity, market: Market, { id, on: granted }: Grant): Taken[] {
  const planned = plan.filter((action) => action.kind === 'exercise')
  const all = [
    ...lots.map((lot) => ({ grant: lot.grant, on: lot.exercised, shares: lot.shares, nonstatutory: lot.nsoShares })),
    ...planned.map(({ grant, on, shares }) => ({ grant, on, shares, nonstatutory: null })),
  ]
  return all
    .filter((each) => each.grant === id)
    .map(({ on, shares, nonstatutory }) => {
      const ratio = market.factorAt(dayNumber(granted)) / market.factorAt(dayNumber(on))
      return { on, shares: shares * ratio, nonstatutory: nonstatutory === null ? null : nonstatutory * ratio }
    })
    .sort((one, other) => (one.on < other.on ? -1 : one.on === other.on ? 0 : 1))
}
