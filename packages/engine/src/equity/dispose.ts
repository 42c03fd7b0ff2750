/** Taking shares out of lots: first in, first out or from one lot, block by block, and figuring what each block brings. */
import { dateOf, dayNumber, yearOfDay } from '../date.ts'
import { InputError, NotModelled } from '../errors.ts'
import { atLeastZero, larger } from '../money.ts'
import type { BrokerReport, SellAction } from './action.ts'
import type { Block } from './block.ts'
import { type Books, type Terms, yearIn } from './books.ts'
import { figureDisposition } from './disposition.ts'
import { missingValue } from './missingValue.ts'
import type { HeldLot, Step } from './prepared.ts'
import { smallBusinessGain } from './smallBusinessStock.ts'
import { attachDisallowed, matchReplacements } from './washSale.ts'
import { addGain } from './yearShares.ts'

/** Shares may be left over by arithmetic on split ratios: less than this is none. */
const tolerance = 1e-6

/** A sale of the plan. */
export function sell(books: Books, step: Step, action: SellAction): void {
  if (step.shares === 0) return
  if (Number.isNaN(step.price)) throw missingValue(step.day, `the sale of ${action.on}`)
  setTerms(books.terms, step.day, step.price, action.fees / step.shares, action.reported, action.inW2)
  books.terms.recognized = action.relatedBuyer ? 0 : 1
  takeShares(books, step, step.lot, step.shares, disposeOf)
}

/** Sets the terms of a sale to a stranger. */
export function setTerms(
  terms: Terms,
  day: number,
  price: number,
  fees: number,
  reported: BrokerReport,
  inW2: boolean,
): void {
  terms.day = day
  terms.price = price
  terms.fees = fees
  terms.sold = 1
  terms.recognized = 1
  terms.inW2 = inW2
  terms.reported = reported === 'basis' ? 0 : reported === 'proceeds' ? 1 : 2
}

/** A lot that became worthless counts as sold for nothing on the last day of the year. IRC §165(g)(1). */
export function worthless(books: Books, step: Step): void {
  const lot = step.lot as HeldLot
  for (let j = 0; j < lot.used; j++) {
    const block = lot.blocks[j] as Block
    if (block.left > 0 && block.freeDay > step.day)
      throw new NotModelled('IRC §§83(a), 165(g)', 'Form 8949', `${lot.id}, worthless before all of it vested,`)
    if (block.left > 0 && block.nonstatutory === 0 && block.inclusionYear === step.year)
      throw new NotModelled(
        'IRC §165(g)',
        'Form 6251 line 2i',
        `${lot.id}, worthless in the year of its AMT inclusion,`,
      )
  }
  setTerms(books.terms, dayNumber(`${step.year}-12-31`), 0, 0, 'none', true)
  takeShares(books, step, lot, Number.POSITIVE_INFINITY, disposeOf)
}

type Each = (books: Books, step: Step, lot: HeldLot, block: Block, shares: number) => void

/**
 * Calls `each` with blocks of the lot, or of all lots first in, first out, and how many of their shares go (as of their
 * exercise). Blocks that have not vested are passed over unless `unvestedToo`.
 */
export function takeShares(
  books: Books,
  step: Step,
  lot: HeldLot | null,
  shares: number,
  each: Each,
  unvestedToo = false,
): void {
  const { lots } = books.prepared
  if (!lot) while (books.open < books.made && isSoldOut(lots[books.open] as HeldLot)) books.open++
  const last = lot ? lot.index + 1 : books.made
  let wanted = shares
  for (let i = lot ? lot.index : books.open; i < last && wanted > tolerance; i++) {
    const from = lots[i] as HeldLot
    const ratio = step.factor / from.factor
    if (from.swapped) requireWhole(from, step.day, wanted / ratio)
    for (let j = 0; j < from.used && wanted > tolerance; j++) {
      const block = from.blocks[j] as Block
      if (block.left <= 0 || (block.freeDay > step.day && !unvestedToo)) continue
      const taken = block.left * ratio <= wanted + tolerance ? block.left : wanted / ratio
      wanted -= taken * ratio
      books.remaining = wanted
      each(books, step, from, block, taken)
    }
  }
  if (wanted > 1e-4 && wanted < Number.POSITIVE_INFINITY) throw tooMany(step, wanted)
}

function tooMany({ day, lot }: Step, missing: number): InputError {
  const of = lot ? `of ${lot.id} ` : ''
  const message = `takes ${+missing.toFixed(4)} shares ${of}more on ${dateOf(day)} than are held and vested.`
  return new InputError([{ path: 'plan', code: 'tooManyShares', message }])
}

/**
 * Shares of a stock swap go all together, and when their AMT gain is all of one term: how AMT basis spreads is not settled.
 * In the year of the exercise AMT follows the regular tax, unless the shares given up had an AMT basis of their own.
 */
function requireWhole(lot: HeldLot, day: number, wanted: number): void {
  let left = 0
  let long = 0
  let asRegular = true
  for (let j = 0; j < lot.used; j++) {
    const block = lot.blocks[j] as Block
    left += block.left
    if (day >= block.amtLongTermDay) long += block.left
    if (block.inclusionYear !== yearOfDay(day) || Math.abs(block.amtDifference) > 1e-9) asRegular = false
  }
  if (wanted < left - 1e-6 || (long > 0 && long < left && !asRegular))
    throw new NotModelled(
      'Reg. §1.422-5(b)',
      'Form 8949 for AMT',
      `the AMT basis of some of the shares of ${lot.id}, paid for with shares,`,
    )
}

function isSoldOut(lot: HeldLot): boolean {
  for (let j = 0; j < lot.used; j++) if ((lot.blocks[j] as Block).left > 0) return false
  return true
}

/** Disposes of shares of a block on the books' terms; those replaced within thirty days apart from the others. */
export function disposeOf(books: Books, step: Step, lot: HeldLot, block: Block, shares: number): void {
  const { terms } = books
  if (block.restrictedUntil >= terms.day)
    throw new NotModelled(
      'IRC §83(c)(3)',
      'Form 6251 line 2i',
      `a sale of ${lot.id} before its section 16(b) period ends`,
    )
  const qualifies = block.nonstatutory === 1 || terms.day >= block.qualifyingDay
  if (Number.isNaN(block.amtBasis) || (!qualifies && Number.isNaN(block.value)))
    throw missingValue(block.freeDay, `the sale of shares of ${lot.id} that vested on it`)
  const matched =
    terms.recognized === 1 && mayLose(terms, step, lot, block, qualifies)
      ? matchReplacements(books, step, lot, shares)
      : 0
  if (matched > 0) {
    books.washSales++
    figureBlock(books, step, lot, block, matched, qualifies, true)
    attachDisallowed(books, block, books.amounts.disallowed, books.amounts.amtDisallowed)
  }
  if (shares > matched) figureBlock(books, step, lot, block, shares - matched, qualifies, false)
}

/** Whether either system has a loss, or would have one if all of the bargain element were compensation. */
function mayLose(terms: Terms, step: Step, lot: HeldLot, block: Block, qualifies: boolean): boolean {
  const price = ((terms.price - terms.fees) * step.factor) / lot.factor
  const compensation = qualifies ? 0 : atLeastZero(block.value - block.strike)
  return price < larger(block.basis + compensation, block.amtBasis)
}

function figureBlock(
  books: Books,
  step: Step,
  lot: HeldLot,
  block: Block,
  taken: number,
  qualifies: boolean,
  washed: boolean,
): void {
  const { terms, sale, amounts, subject } = books
  const shares = (taken * step.factor) / lot.factor
  const sameYear = !qualifies && block.inclusionYear === step.year
  sale.shares = taken
  sale.sold = terms.sold
  sale.proceeds = terms.price * shares - terms.fees * shares
  sale.qualifies = qualifies ? 1 : 0
  sale.lossRecognized = washed || terms.recognized === 0 ? 0 : 1
  sale.sameYear = sameYear ? 1 : 0
  subject.block = block
  figureDisposition(subject, amounts)

  block.left -= taken
  if (sameYear) block.kept -= taken
  const long = terms.day >= block.longTermDay
  const amtLong = sameYear ? long : terms.day >= block.amtLongTermDay
  count(books, step.year, long, amtLong)
  if (block.qsbs === 1 && sale.sold === 1) books.smallBusiness.push(smallBusinessGain(books, step, lot, long, amtLong))
  books.watch?.({ step, lot, block, sale, amounts, terms, shares, long, amtLong, washed })
}

/** Adds a disposition to its year. */
function count(books: Books, year: number, long: boolean, amtLong: boolean): void {
  const { terms, sale, amounts } = books
  const into = yearIn(books, year)
  if (terms.inW2) into.compensation += amounts.compensation
  else into.compensationUnreported += amounts.compensation
  into.amtCompensation += amounts.amtCompensation
  if (sale.sold === 0) return
  into.proceeds += sale.proceeds
  addGain(into.gains, amounts.gain, long, terms.reported)
  addGain(into.amtGains, amounts.amtGain, amtLong, terms.reported)
}
