/** What is held of each lot, with both bases: on a day, and at the end of every year. Dollars, totals. */
import { dayNumber } from '../date.ts'
import type { Block } from './block.ts'
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

/** What is left of every lot at the end of each year, by year; lots with nothing left are left out. */
export function holdingsByYear(of: Equity): ReadonlyMap<number, readonly Holding[]> {
  const books = booksFor(prepare(of))
  const { lots, market } = books.prepared
  const byYear = new Map<number, readonly Holding[]>()
  runLedger(books, null, (year) => {
    const day = dayNumber(`${year}-12-31`)
    const holdings = lots.flatMap((lot) => {
      const { shares, regularBasis, amtBasis } = held(lot.blocks.slice(0, lot.used), day)
      const restated = +((shares * market.factorAt(day)) / lot.factor).toFixed(6)
      return restated > 0 ? [{ lot: lot.id, shares: restated, regularBasis, amtBasis }] : []
    })
    byYear.set(year, holdings)
  })
  return byYear
}

/** The holdings at the end of a year; of a year after anything happens, those of the last in which something did. */
export function heldAtEnd(byYear: ReadonlyMap<number, readonly Holding[]>, year: number): readonly Holding[] {
  const years = [...byYear.keys()].filter((each) => each <= year)
  return years.length > 0 ? (byYear.get(Math.max(...years)) as readonly Holding[]) : []
}
