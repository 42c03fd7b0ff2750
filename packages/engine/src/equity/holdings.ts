/** What is held of each lot, with both bases: on a day, and at the end of every year. Dollars, totals. */
import { dayNumber } from '../date.ts'
import { type Block, never } from './block.ts'
import { booksFor } from './books.ts'
import { runLedger } from './ledger.ts'
import { type Equity, prepare } from './prepared.ts'

/** Shares with what they cost in each system. */
export interface Bases {
  readonly shares: number
  readonly regularBasis: number
  readonly amtBasis: number
}

/** What is left of a lot when a year ends. Shares as of that day. */
export interface Holding extends Bases {
  readonly lot: string
  /** The part of it that could be sold on that day as a qualifying disposition, long-term in both systems. */
  readonly clear: Bases
}

export const sum = (blocks: readonly Block[], amount: (block: Block) => number): number =>
  blocks.reduce((total, block) => total + amount(block), 0)

/** Until AMT has taken a block in, its AMT basis is what was paid. */
const amtBasisOn = (block: Block, day: number): number => (block.inclusionDay > day ? block.strike : block.amtBasis)
const basisOn = (block: Block, day: number): number =>
  block.nonstatutory === 1 && block.inclusionDay > day ? block.strike : block.basis

/** What is left of blocks on a day. */
export const held = (blocks: readonly Block[], day: number): Bases => ({
  shares: sum(blocks, (block) => block.left),
  regularBasis: sum(blocks, (block) => (block.left > 0 ? block.left * basisOn(block, day) : 0)),
  amtBasis: sum(blocks, (block) => (block.left > 0 ? block.left * amtBasisOn(block, day) : 0)),
})

/** The first day on which a sale qualifies and is long-term in both systems; never for nonstatutory shares. */
export const clearDay = (block: Block): number =>
  block.nonstatutory === 1
    ? never
    : Math.max(block.qualifyingDay, block.longTermDay, block.amtLongTermDay, block.freeDay, block.restrictedUntil + 1)

/** What is left of every lot at the end of each year up to `through`, by year; lots with nothing left are left out. */
export function holdingsByYear(of: Equity, through: number): ReadonlyMap<number, readonly Holding[]> {
  const books = booksFor(prepare(of))
  const { lots, market, lastYear } = books.prepared
  const byYear = new Map<number, readonly Holding[]>()
  const note = (year: number): void => {
    const day = dayNumber(`${year}-12-31`)
    const holdings = lots.flatMap((lot) => {
      const blocks = lot.blocks.slice(0, lot.used)
      const restated = (bases: Bases): Bases => ({
        ...bases,
        shares: +((bases.shares * market.factorAt(day)) / lot.factor).toFixed(6),
      })
      const all = restated(held(blocks, day))
      const clear = restated(
        held(
          blocks.filter((block) => clearDay(block) <= day),
          day,
        ),
      )
      return all.shares > 0 ? [{ lot: lot.id, ...all, clear }] : []
    })
    byYear.set(year, holdings)
  }
  runLedger(books, null, note)
  for (let year = lots.length > 0 ? lastYear + 1 : through + 1; year <= through; year++) note(year)
  return byYear
}
