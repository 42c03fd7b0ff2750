/** The books of one run of the ledger: what is held, what the years have so far, and the reusable objects it is figured on. */
import { blank } from '../form.ts'
import { type Block, type BlockFrom, emptyBlock, noDay } from './block.ts'
import { type Disposition, dispositionWords, type Sale } from './disposition.ts'
import type { HeldLot, Prepared, Step } from './prepared.ts'
import { clearShares, noShares, type ReportedAs, type YearShares } from './yearShares.ts'

/** Why the ledger stopped, and in which year: that year and those after it have no figures. */
export interface Refusal {
  readonly year: number
  readonly error: unknown
}

/** How shares are disposed of, the same for every block taken. */
export interface Terms {
  /** The day that counts for the clocks. */
  day: number
  /** Price and fees of a share, as of the day. */
  price: number
  fees: number
  sold: 0 | 1
  /** 1: a loss would be recognized, wash sales aside. */
  recognized: 0 | 1
  inW2: boolean
  reported: ReportedAs
}

/** What happened to shares of one block in one disposition. Its objects are reused: copy what is to be kept. */
export interface Disposed {
  readonly step: Step
  readonly lot: HeldLot
  readonly block: Readonly<Block>
  readonly sale: Readonly<Sale>
  readonly amounts: Readonly<Disposition>
  readonly terms: Readonly<Terms>
  /** Shares as of the day of the disposition. */
  readonly shares: number
  readonly long: boolean
  readonly amtLong: boolean
  /** Whether the shares were replaced within thirty days. */
  readonly washed: boolean
}

/** Told of every disposition as it happens. */
export type Watch = (disposed: Disposed) => void

/** Loss that waits for the exercise of the shares that replace those sold. Shares as of that exercise. */
export interface Pending {
  readonly lot: HeldLot
  readonly shares: number
  readonly loss: number
  readonly amtLoss: number
  /** Days that the shares sold were held, for each system in which they had a loss. */
  readonly held: number
  readonly amtHeld: number
}

/** The lots whose shares replace those of one sale, and how many, in shares of the beginning. */
export interface Replacements {
  readonly lots: HeldLot[]
  readonly shares: number[]
  readonly pending: Pending[]
}

/** Gain of small business stock that section 1202 may exclude; figured when its year is over. */
export interface SmallBusinessGain {
  readonly year: number
  readonly day: number
  readonly acquiredDay: number
  /** What the shares cost when issued. */
  readonly cost: number
  readonly gain: number
  readonly amtGain: number
  readonly reported: ReportedAs
  readonly long: boolean
  readonly amtLong: boolean
  /** Filled in at the end: what is excluded, and what is left at up to 28 %. */
  excluded: number
  amtExcluded: number
}

export interface Books {
  readonly prepared: Prepared
  /** From the first year in which anything happens to the last. */
  readonly years: readonly YearShares[]
  refused: Refusal | null
  /** The step being taken. */
  at: number
  /** What the sale being made still takes after the block it is at, as of its day. */
  remaining: number
  /** How many lots have been exercised, and the first with shares left. */
  made: number
  open: number
  /** How many blocks were sold at a loss that is not allowed because they were replaced. */
  washSales: number
  watch: Watch | null
  /** What the next block is made from. */
  readonly from: BlockFrom
  readonly terms: Terms
  readonly sale: Sale
  /** The sale with the block it takes from: what a disposition is figured from. */
  readonly subject: { readonly sale: Sale; block: Block }
  readonly amounts: Disposition
  readonly replacements: Replacements
  readonly smallBusiness: SmallBusinessGain[]
}

/** Books with nothing in them, for a prepared case. */
export function booksFor(prepared: Prepared): Books {
  const years = Math.max(0, prepared.lastYear - prepared.firstYear + 1)
  const sale: Sale = { shares: 0, proceeds: 0, sold: 1, qualifies: 0, lossRecognized: 1, sameYear: 0 }
  return {
    prepared,
    years: Array.from({ length: years }, (_, i) => noShares(prepared.firstYear + i)),
    ...{ refused: null, at: 0, remaining: 0, made: 0, open: 0, washSales: 0, watch: null },
    from: {
      ...{ nonstatutory: false, day: 0, grantDay: 0, strike: 0, fmvAtExercise: 0, vestDay: 0, election83b: false },
      ...{ section16bUntil: noDay, qsbs: false },
    },
    terms: { day: 0, price: 0, fees: 0, sold: 1, recognized: 1, inW2: true, reported: 0 },
    sale,
    subject: { sale, block: emptyBlock() },
    amounts: blank(dispositionWords),
    replacements: { lots: [], shares: [], pending: [] },
    smallBusiness: [],
  }
}

/** Takes the books back to the beginning. */
export function clear(books: Books, watch: Watch | null): void {
  for (const year of books.years) clearShares(year)
  for (const { segments } of books.prepared.grants) for (const segment of segments) segment.left = segment.shares
  for (const lot of books.prepared.lots) {
    lot.used = 0
    lot.overLimit = 0
    lot.swapped = false
  }
  books.refused = null
  books.at = 0
  books.made = 0
  books.open = 0
  books.washSales = 0
  books.watch = watch
  books.smallBusiness.length = 0
  books.replacements.pending.length = 0
}

/** The totals of a year in which something happens. */
export const yearIn = ({ years, prepared }: Books, year: number): YearShares =>
  years[year - prepared.firstYear] as YearShares

/** The next block of a lot, made only when an earlier run has not left one. */
export function nextBlock(lot: HeldLot): Block {
  const at = lot.used++
  const there = lot.blocks[at]
  if (there) return there
  const block = emptyBlock()
  lot.blocks.push(block)
  return block
}
