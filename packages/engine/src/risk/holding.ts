/**
 * The courses that are compared: hold, sell now, or hold a part. Held are the shares there are and those the plan still exercises; each goes
 * when the plan sells it, and what the plan keeps on the first day it can be sold after its holding periods.
 */
import type { Case } from '../case.ts'
import { dateOf, dayNumber, type PlainDate } from '../date.ts'
import type { Action, ExerciseAction, SellAction } from '../equity/action.ts'
import { type Block, never } from '../equity/block.ts'
import { clearDay } from '../equity/holdings.ts'
import type { HeldLot } from '../equity/prepared.ts'
import { blocksOf, sharesOf } from '../equity/shares.ts'
import type { Exit, Exits } from './exits.ts'
import { saleChance } from './saleChance.ts'

/** Shares of one lot that go on one day. */
export interface Held {
  readonly lot: string
  /** Whether the plan still exercises them. */
  readonly planned: boolean
  /** As of the day they go. */
  readonly shares: number
  readonly until: PlainDate
  readonly exit: Exit['kind'] | 'plan'
  /** Whether that sale qualifies, or they are no ISO shares. */
  readonly qualifies: boolean
}

/** How courses are made. */
export interface HoldingTerms {
  readonly from: PlainDate
  /** Sell on the first chance from this day on, whatever the plan and the holding periods say; null: as the plan says. */
  readonly until: PlainDate | null
  readonly exits: Exits
  /** Whether what the plan sells, and at what price, still stands: not where outcomes decide. */
  readonly keepsPlan: boolean
}

export interface Course {
  readonly of: Case
  readonly held: readonly Held[]
}

/** Whether anything can be sold on the day courses part, and when. */
export interface SaleNow {
  readonly on: PlainDate
  readonly price: number | null
}

export interface Courses {
  /** Nothing is exercised or sold from the day on. */
  readonly nothing: Case
  /** When and for what shares that are held can go now; null where nobody buys them. */
  readonly now: SaleNow | null
  /** Whether a part can be held at all: shares are held that can be sold, or exercises are still to come. */
  readonly parts: boolean
  /** The course in which a part of all shares is held: 1 all of them, 0 none. */
  readonly course: (part: number) => Course
}

/**
 * @throws NotModelled, InputError where the plan cannot be followed.
 */
export function coursesOf(of: Case, terms: HoldingTerms): Courses {
  const { from, exits } = terms
  const decided = of.plan.filter(({ on }) => on < from)
  // Of shares without a holding period to keep: what could go today
  const [first] = exits(from)
  const now = first && first.kind !== 'end' && first.kind !== 'deal' && soon(from, first.on) ? first : null
  const nothing = { ...of, plan: decided }
  const course = (part: number): Course => courseWith(of, terms, now, part)
  const all = course(1)
  const planned = of.plan.some((action) => action.kind === 'exercise' && action.on >= from)
  const some = all.held.some(({ planned: later }) => !later)
  return { nothing, now, parts: planned || (some && now !== null), course }
}

/** A sale within a month of a day counts as now: a weekend or a blackout lies between. */
const soon = (from: PlainDate, on: PlainDate): boolean => dayNumber(on) - dayNumber(from) <= 31

function courseWith(of: Case, terms: HoldingTerms, now: Exit | null, part: number): Course {
  const { from, keepsPlan } = terms
  const exercises = of.plan
    .filter((action): action is ExerciseAction => action.kind === 'exercise' && action.on >= from)
    .flatMap((action) => inParts(of, action, part, from))
  const others = of.plan.filter(({ kind, on }) => on >= from && (kind === 'give' || kind === 'forfeit'))
  const decided = of.plan.filter(({ on }) => on < from)
  const plan = inOrder([...decided, ...exercises, ...others])
  const sales = keepsPlan && terms.until === null ? plannedSales(of, from) : []
  const sold = sell({ ...of, plan }, terms, sales, now, part)
  return { of: { ...of, plan: inOrder([...plan, ...sold.actions]) }, held: sold.held }
}

/** By day; what was first of one day stays so. */
const inOrder = (actions: readonly Action[]): Action[] =>
  [...actions].sort((one, other) => (one.on < other.on ? -1 : one.on === other.on ? 0 : 1))

/** An exercise of which a part is held and the rest sold on its day where it can be, or else not made. */
function inParts(of: Case, action: ExerciseAction, part: number, from: PlainDate): ExerciseAction[] {
  const price = action.on > from ? null : action.price
  const kept = Math.floor(action.shares * part + 1e-9)
  const rest = action.shares - kept
  const sellable = saleChance(of.company, action.on) === 'market'
  return [
    ...(kept > 0 ? [{ ...action, shares: kept, price }] : []),
    ...(rest > 0 && sellable
      ? [{ ...action, shares: rest, price, how: 'sameDaySale' as const, as: `${action.as} sold` }]
      : []),
  ]
}

/** What the plan sells from a day on, lot by lot. */
function plannedSales(of: Case, from: PlainDate): { lot: string; on: PlainDate; shares: number }[] {
  const { books, dispositions } = sharesOf(beforePaths(of, from))
  if (books.refused) throw books.refused.error
  const sales = dispositions.filter(({ action, on }) => action.kind === 'sell' && on >= from)
  const merged = new Map<string, { lot: string; on: PlainDate; shares: number }>()
  for (const { lot, on, shares } of sales) {
    const key = `${lot} ${on}`
    merged.set(key, { lot, on, shares: (merged.get(key)?.shares ?? 0) + shares })
  }
  return [...merged.values()]
}

/** The case with the value of a day standing for all later ones: what shares there are does not hang on them, but for sales that cover. */
const beforePaths = (of: Case, from: PlainDate): Case => ({
  ...of,
  company: { ...of.company, prices: of.company.prices.filter(({ on }) => on <= from) },
})

interface Selling {
  readonly actions: SellAction[]
  readonly held: Held[]
}

/** Sells what is held: a part now, the rest when the plan does, and what the plan keeps when its holding periods are over. */
function sell(
  of: Case,
  terms: HoldingTerms,
  sales: readonly { lot: string; on: PlainDate; shares: number }[],
  now: Exit | null,
  part: number,
): Selling {
  const { books } = sharesOf(beforePaths(of, terms.from))
  if (books.refused) throw books.refused.error
  const { lots, market } = books.prepared
  const room = new Map<PlainDate, number>()
  const into: Selling = { actions: [], held: [] }
  for (const lot of lots) {
    const blocks = blocksOf(lot).filter((block) => block.left > tolerance && block.freeDay < never)
    const left = blocks.reduce((sum, block) => sum + block.left, 0)
    if (left <= tolerance) continue
    const owned = lot.day < dayNumber(terms.from)
    const at = (on: PlainDate, shares: number): number => (shares * market.factorAt(dayNumber(on))) / lot.factor
    const count = (on: PlainDate, shares: number): number => (shares * lot.factor) / market.factorAt(dayNumber(on))
    let keep = left
    if (owned && now && part < 1) {
      const free = blocks.reduce((sum, { left: some, freeDay }) => sum + (freeDay <= dayNumber(now.on) ? some : 0), 0)
      const wanted = at(now.on, left - Math.floor(left * part + 1e-9))
      keep -= count(now.on, take(into, lot, { ...now, most: now.most }, Math.min(wanted, at(now.on, free)), room))
    }
    for (const sale of sales.filter((each) => each.lot === lot.id)) {
      const wanted = Math.min(at(sale.on, keep), owned ? Math.ceil(sale.shares * part - 1e-9) : sale.shares)
      if (wanted <= tolerance) continue
      into.actions.push(saleOf(lot.id, sale.on, wanted, null))
      into.held.push(heldOf(lot, blocks, wanted, sale.on, 'plan', !owned))
      keep -= count(sale.on, wanted)
    }
    if (keep > tolerance) sellRest(into, lot, blocks, terms, room, { keep, at, count })
  }
  return into
}

/** What no sale of the plan takes. */
function sellRest(
  into: Selling,
  lot: HeldLot,
  blocks: readonly Block[],
  { from, until, exits }: HoldingTerms,
  room: Map<PlainDate, number>,
  {
    keep,
    at,
    count,
  }: { keep: number; at: (on: PlainDate, shares: number) => number; count: (on: PlainDate, shares: number) => number },
): void {
  const free = dateOf(Math.max(lot.day, ...blocks.map(({ freeDay }) => freeDay)))
  const clear = dateOf(Math.max(...blocks.map(holdingDay)))
  const wanted = until ?? clear
  const begins = [from, free, wanted].reduce((one, other) => (one > other ? one : other))
  const taken = exits(free > from ? free : from).filter(({ kind }) => kind === 'deal')
  const open = taken.length > 0 && (taken[0] as Exit).on < begins ? taken : exits(begins)
  let left = keep
  for (const exit of open) {
    if (left <= tolerance) break
    const sold = take(into, lot, exit, at(exit.on, left), room)
    if (sold > 0) into.held.push(heldOf(lot, blocks, sold, exit.on, exit.kind, lot.day >= dayNumber(from)))
    left -= count(exit.on, sold)
  }
}

/** Sells by one chance as far as it goes; gives the shares sold, as of the day. */
function take(into: Selling, lot: HeldLot, exit: Exit, wanted: number, room: Map<PlainDate, number>): number {
  const open = exit.most === null ? wanted : Math.min(wanted, room.get(exit.on) ?? exit.most)
  if (open <= tolerance) return 0
  if (exit.most !== null) room.set(exit.on, (room.get(exit.on) ?? exit.most) - open)
  into.actions.push(saleOf(lot.id, exit.on, open, exit.price))
  return open
}

/** The first day on which a block is clear of holding periods: of ISO shares to qualify, of others to be long-term. */
const holdingDay = (block: Block): number =>
  block.nonstatutory === 1 ? Math.max(block.longTermDay, block.freeDay) : clearDay(block)

const heldOf = (
  lot: HeldLot,
  blocks: readonly Block[],
  shares: number,
  until: PlainDate,
  exit: Held['exit'],
  later: boolean,
): Held => ({
  ...{ lot: lot.id, planned: later, shares: +shares.toFixed(6), until, exit },
  qualifies: blocks.every((block) => block.nonstatutory === 1 || block.qualifyingDay <= dayNumber(until)),
})

/** A sale to a stranger at the value of the day, or a price that is offered. */
const saleOf = (lot: string, on: PlainDate, shares: number, price: number | null): SellAction => ({
  ...{ kind: 'sell', on, lot, shares, price, fees: 0, relatedBuyer: false, inW2: true, reported: 'basis' },
})

/** Shares may be left over by arithmetic on split ratios: less than this is none. */
const tolerance = 1e-6
