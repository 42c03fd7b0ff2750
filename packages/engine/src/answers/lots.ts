/** Every lot with both bases and both clocks. */
import type { Case } from '../case.ts'
import { dateOf, dayNumber, type PlainDate, yearOf } from '../date.ts'
import { type Block, never } from '../equity/block.ts'
import { type Bases, held, sum } from '../equity/holdings.ts'
import type { HeldLot } from '../equity/prepared.ts'
import { blocksOf, type Shares, sharesOf } from '../equity/shares.ts'
import { toCents } from '../money.ts'
import type { Grounds } from './common.ts'
import { shareNotices } from './shareNotices.ts'

/** What a sale on the day asked about would be. */
export type LotStatus = 'qualifying' | 'disqualifying' | 'nonstatutory' | 'unvested' | 'notExercised' | 'soldOut'

export interface LotRow extends Bases {
  readonly id: string
  readonly grant: string
  readonly exercised: PlainDate
  readonly planned: boolean
  /** As of the day of exercise; `shares` and both bases are as of the end of the last year. */
  readonly acquired: Bases
  /** Of the shares acquired, those bought as under a nonstatutory option. */
  readonly nsoShares: number
  /** First days on which a sale qualifies, and is long-term in each system; null where shares will never be ISO or vest. */
  readonly qualifyingOn: PlainDate | null
  readonly longTermOn: PlainDate | null
  readonly amtLongTermOn: PlainDate | null
  /** What AMT took in, or will: Form 6251 line 2i by year. */
  readonly inclusions: readonly { readonly year: number; readonly on: PlainDate; readonly amount: number }[]
  /** What is held on the day asked about, and what a sale of it then would be. */
  readonly heldThen: Bases
  readonly status: LotStatus
  /** Blocks of the lot on that day where they differ: vesting later, or nonstatutory. */
  readonly parts: readonly LotPart[]
}

export interface LotPart extends Bases {
  readonly nonstatutory: boolean
  readonly vestsOn: PlainDate | null
  readonly longTermOn: PlainDate | null
  readonly amtLongTermOn: PlainDate | null
}

export interface LotsAnswer extends Omit<Grounds, 'year'> {
  /** The day the status is of, and the day the holdings are of. */
  readonly asOf: PlainDate
  readonly heldOn: PlainDate
  readonly lots: readonly LotRow[]
}

/**
 * The lots of a case after everything its plan does, in the order of exercise.
 * @throws NotModelled, InputError where the plan cannot be followed to its end.
 */
export function lotsAnswer(of: Case, asOf: PlainDate): LotsAnswer {
  const shares = sharesOf(of)
  const { books } = shares
  if (books.refused) throw books.refused.error
  const heldOn = lastDay(of)
  const then = sharesOf({ ...of, plan: of.plan.filter((action) => action.on <= asOf) })
  return {
    ...{ asOf, heldOn },
    lots: books.prepared.lots.map((lot) => ({
      ...lotRow(lot, shares, dayNumber(heldOn)),
      ...lotThen(lot, then, dayNumber(asOf)),
    })),
    notices: shareNotices(of, shares),
    assumed: of.assumed,
  }
}

/** The last day of the last year: of the horizon, or of the plan where that goes on. */
const lastDay = ({ assumptions, plan }: Case): PlainDate =>
  `${plan.reduce((last, action) => Math.max(last, yearOf(action.on)), assumptions.horizon)}-12-31`

/** A lot on a day, after what the plan does until then. One that is not exercised by then holds nothing. */
function lotThen(lot: HeldLot, { books }: Shares, day: number): Pick<LotRow, 'heldThen' | 'status' | 'parts'> {
  const then = books.prepared.lots.find((each) => each.id === lot.id && each.day <= day)
  const blocks = blocksOf(then ?? lot)
  const restated = then ? books.prepared.market.factorAt(day) / then.factor : 1
  return {
    heldThen: printed(held(then ? blocks : [], day), restated),
    status: then ? statusOf(blocks, day) : 'notExercised',
    parts: blocks.length > 1 ? blocks.map((block) => partOf(block, day, restated)) : [],
  }
}

/** One lot as of the end of `heldOn`. */
function lotRow(lot: HeldLot, { books }: Shares, heldOn: number): Omit<LotRow, 'heldThen' | 'status' | 'parts'> {
  const blocks = blocksOf(lot)
  const restated = books.prepared.market.factorAt(heldOn) / lot.factor
  const first = blocks.find((block) => block.nonstatutory === 0)
  return {
    ...{ id: lot.id, grant: lot.grant.grant.id, exercised: dateOf(lot.day), planned: lot.planned },
    ...printed(held(blocks, heldOn), restated),
    acquired: printed(acquired(blocks, lot), 1),
    nsoShares: plain(sum(blocks, (block) => (block.nonstatutory === 1 ? block.shares : 0))),
    qualifyingOn: first ? dateOf(first.qualifyingDay) : null,
    longTermOn: latest(blocks, (block) => block.longTermDay),
    amtLongTermOn: latest(blocks, (block) => block.amtLongTermDay),
    inclusions: inclusionsOf(blocks),
  }
}

/** What a wash sale adds later is not of the day of exercise; what a stock swap carries on is. */
function acquired(blocks: readonly Block[], { day, swapped }: HeldLot): Bases {
  const included = (block: Block) => (block.amtValue > block.strike ? block.amtValue : block.strike)
  const paid = (block: Block) =>
    block.nonstatutory === 1 && block.inclusionDay <= day ? included(block) : block.strike
  return {
    shares: sum(blocks, (block) => block.shares),
    regularBasis: sum(blocks, (block) => block.shares * (swapped ? block.basis : paid(block))),
    amtBasis: sum(
      blocks,
      (block) => block.shares * (swapped ? block.amtBasis : block.inclusionDay <= day ? included(block) : block.strike),
    ),
  }
}

const printed = ({ shares, regularBasis, amtBasis }: Bases, restated: number): Bases => ({
  shares: plain(shares * restated),
  regularBasis: toCents(regularBasis),
  amtBasis: toCents(amtBasis),
})

/** Shares without the dust that split ratios leave. */
const plain = (shares: number): number => +shares.toFixed(6)

function latest(blocks: readonly Block[], day: (block: Block) => number): PlainDate | null {
  const last = blocks.reduce((most, block) => Math.max(most, day(block)), Number.NEGATIVE_INFINITY)
  return last >= never || blocks.length === 0 ? null : dateOf(last)
}

function inclusionsOf(blocks: readonly Block[]): LotRow['inclusions'] {
  const included = blocks.filter((block) => block.nonstatutory === 0 && block.inclusionDay < never && block.kept > 0)
  return [...new Set(included.map((block) => block.inclusionDay))]
    .sort((one, other) => one - other)
    .map((day) => {
      const ofDay = included.filter((block) => block.inclusionDay === day)
      const amount = sum(ofDay, (block) => block.kept * Math.max(0, block.amtValue - block.strike))
      return { year: yearOf(dateOf(day)), on: dateOf(day), amount: toCents(amount) }
    })
}

function statusOf(blocks: readonly Block[], asOf: number): LotStatus {
  const left = blocks.filter((block) => block.left > 1e-9)
  if (left.length === 0) return 'soldOut'
  const free = left.filter((block) => block.freeDay <= asOf)
  if (free.length === 0) return 'unvested'
  const iso = free.find((block) => block.nonstatutory === 0)
  if (!iso) return 'nonstatutory'
  return asOf >= iso.qualifyingDay ? 'qualifying' : 'disqualifying'
}

function partOf(block: Block, heldOn: number, restated: number): LotPart {
  const day = (of: number): PlainDate | null => (of >= never ? null : dateOf(of))
  return {
    ...printed(held([block], heldOn), restated),
    ...{ nonstatutory: block.nonstatutory === 1, vestsOn: day(block.freeDay) },
    ...{ longTermOn: day(block.longTermDay), amtLongTermOn: day(block.amtLongTermDay) },
  }
}
