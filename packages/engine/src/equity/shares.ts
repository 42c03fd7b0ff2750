/** The shares of a case over all its years: what each year brings, with every exercise and disposition kept for whoever asks why. */
import { dateOf, type PlainDate, yearOf } from '../date.ts'
import { atLeastZero } from '../money.ts'
import type { Action } from './action.ts'
import type { Block } from './block.ts'
import { type Books, booksFor, type Disposed } from './books.ts'
import type { Disposition, Sale } from './disposition.ts'
import { runLedger } from './ledger.ts'
import { type Equity, type HeldLot, prepare } from './prepared.ts'
import { boxOf, noShares, type YearShares } from './yearShares.ts'

/** An exercise as it bears on one tax year. Shares and dollars per share as of its own day. */
export interface Exercise {
  readonly id: string
  readonly grant: string
  readonly on: PlainDate
  readonly shares: number
  readonly strike: number
  readonly value: number
  /** Cash paid on the day; less than the strike where shares pay a part of it. */
  readonly cashPaid: number
  /** What AMT takes in this year: value less strike of the shares whose inclusion stands. Form 6251 line 2i. */
  readonly spread: number
  /** Shares bought as under a nonstatutory option, and the wages they bring in this year. */
  readonly nsoShares: number
  readonly wages: number
  /** The days of this year on which AMT or wages take it in: the exercise, or vesting. */
  readonly includedOn: readonly PlainDate[]
  /** True for an exercise of the plan, false for a lot that exists. */
  readonly planned: boolean
}

/** Shares of one block disposed of in one go. */
export interface DispositionRecord {
  readonly lot: string
  readonly grant: string
  readonly action: Action
  /** The day that counts: of the sale or gift, or the last of the year for worthless shares. */
  readonly on: PlainDate
  readonly year: number
  /** Acquired, for the regular tax and for AMT. */
  readonly acquired: PlainDate
  readonly amtAcquired: PlainDate
  readonly exercised: PlainDate
  readonly planned: boolean
  /** What a broker knows of their basis: the cash paid, or of shares from a stock swap the basis carried on. */
  readonly cashPaid: number
  /** Shares as of the day, price and fees of one. */
  readonly shares: number
  readonly price: number
  readonly fees: number
  readonly qualifying: boolean
  readonly nonstatutory: boolean
  readonly long: boolean
  readonly amtLong: boolean
  readonly box: ReturnType<typeof boxOf>
  readonly amtBox: ReturnType<typeof boxOf>
  readonly inW2: boolean
  readonly washed: boolean
  readonly sale: Readonly<Sale>
  readonly block: Readonly<Pick<Block, 'strike' | 'value' | 'basis' | 'amtBasis' | 'amtDifference'>>
  readonly amounts: Readonly<Disposition>
  /** What section 1202 excludes. */
  readonly excluded: number
  readonly amtExcluded: number
}

export interface Shares {
  readonly books: Books
  readonly dispositions: readonly DispositionRecord[]
}

/**
 * The shares of a case, over everything its lots and plan say.
 * @throws InputError for a grant or lot that is not there. What the law does not let be figured is thrown by `sharesIn`.
 */
export function sharesOf(of: Equity): Shares {
  const books = booksFor(prepare(of))
  const records: DispositionRecord[] = []
  const small: number[] = []
  runLedger(books, (disposed) => {
    if (disposed.block.qsbs === 1 && disposed.sale.sold === 1) small.push(records.length)
    records.push(recordOf(disposed))
  })
  books.smallBusiness.forEach(({ excluded, amtExcluded }, i) => {
    Object.assign(records[small[i] as number] as DispositionRecord, { excluded, amtExcluded })
  })
  return { books, dispositions: records }
}

/** What is kept of a disposition. */
export function recordOf({
  step,
  lot,
  block,
  sale,
  amounts,
  terms,
  shares,
  long,
  amtLong,
  washed,
}: Disposed): DispositionRecord {
  const sameYear = sale.sameYear === 1
  const { strike, value, basis, amtBasis, amtDifference } = block
  const own = block.nonstatutory === 1 ? block.inclusionDay : block.exerciseDay
  const acquired = lot.swapped ? block.acquiredDay : own
  return {
    ...{ lot: lot.id, grant: lot.grant.grant.id, action: (step.action ?? lot.action) as Action, planned: lot.planned },
    ...{ on: dateOf(terms.day), year: step.year, exercised: dateOf(lot.day) },
    ...{
      acquired: dateOf(acquired),
      amtAcquired: dateOf(sameYear ? acquired : lot.swapped ? block.amtAcquiredDay : block.inclusionDay),
    },
    cashPaid: sale.shares * (lot.swapped ? block.basis : strike),
    ...{ shares, price: terms.sold === 1 ? terms.price : 0, fees: terms.fees, long, amtLong, washed, inW2: terms.inW2 },
    ...{ qualifying: sale.qualifies === 1, nonstatutory: block.nonstatutory === 1 },
    ...{ box: boxOf(long, terms.reported), amtBox: boxOf(amtLong, terms.reported) },
    ...{ sale: { ...sale }, block: { strike, value, basis, amtBasis, amtDifference }, amounts: { ...amounts } },
    ...{ excluded: 0, amtExcluded: 0 },
  }
}

/**
 * What the shares bring into a year.
 * @throws NotModelled, InputError where the ledger had to stop in that year or before.
 */
export function sharesIn({ books }: Shares, year: number): Readonly<YearShares> {
  if (books.refused && year >= books.refused.year) throw books.refused.error
  const { firstYear } = books.prepared
  return books.years[year - firstYear] ?? noShares(year)
}

/** Exercises that were made in a year or that enter it, lots first. */
export const exercisesIn = ({ books }: Shares, year: number): Exercise[] =>
  books.prepared.lots
    .filter((lot) => yearOf(dateOf(lot.day)) === year || blocksOf(lot).some((block) => block.inclusionYear === year))
    .sort((one, other) => Number(one.planned) - Number(other.planned))
    .map((lot) => exerciseIn(lot, year))

function exerciseIn(lot: HeldLot, year: number): Exercise {
  const blocks = blocksOf(lot)
  const entering = blocks.filter((block) => block.inclusionYear === year)
  const sum = (of: readonly Block[], amount: (block: Block) => number) =>
    of.reduce((all, each) => all + amount(each), 0)
  const spread = (block: Block) => block.kept * atLeastZero(block.amtValue - block.strike)
  return {
    ...{ id: lot.id, grant: lot.grant.grant.id, on: dateOf(lot.day), shares: lot.shares, strike: lot.strike },
    ...{ value: lot.value, planned: lot.planned, cashPaid: lot.planned ? lot.cashPaid : lot.strike * lot.shares },
    spread: sum(
      entering.filter((block) => block.nonstatutory === 0),
      spread,
    ),
    nsoShares: sum(
      blocks.filter((block) => block.nonstatutory === 1),
      (block) => block.shares,
    ),
    wages: sum(
      entering.filter((block) => block.nonstatutory === 1),
      spread,
    ),
    includedOn: [...new Set(entering.map((block) => dateOf(block.inclusionDay)))].sort(),
  }
}

/** The blocks of a lot that are in use. */
export const blocksOf = (lot: HeldLot): readonly Block[] => lot.blocks.slice(0, lot.used)
