/** Gifts of shares, transfers to a spouse and at death, and shares that go back to the company. */
import { InputError, NotModelled } from '../errors.ts'
import { smaller } from '../money.ts'
import type { ForfeitAction, GiveAction } from './action.ts'
import type { Block } from './block.ts'
import { type Books, yearIn } from './books.ts'
import { disposeOf, setTerms, takeShares } from './dispose.ts'
import { missingValue } from './missingValue.ts'
import type { HeldLot, Step } from './prepared.ts'

/**
 * A gift of shares. To a spouse or at death it is no disposition: on a joint return nothing changes, otherwise the shares
 * leave the return. To anyone else before the holding periods end it is a disqualifying one, with the whole bargain element
 * as income. IRC §§424(c)(1), (4), 1041.
 */
export function giveShares(books: Books, step: Step, action: GiveAction): void {
  const { to } = action
  const { shares } = step
  if (shares <= 0) return
  if (to === 'spouse' && books.prepared.statusIn(step.year) === 'mfj') return
  if (to === 'spouse' || to === 'heirs') {
    takeShares(books, step, step.lot, shares, leave, true)
    return
  }
  setTerms(books.terms, step.day, 0, 0, 'none', action.inW2)
  books.terms.sold = 0
  books.terms.recognized = 0
  takeShares(
    books,
    step,
    step.lot,
    shares,
    to === 'person' ? disposeOf : to === 'privateFoundation' ? toPrivate : toPublic,
  )
}

/** What has not been taken in by then never will be on this return. */
function leave(_books: Books, step: Step, _lot: HeldLot, block: Block, shares: number): void {
  block.left -= shares
  if (block.inclusionDay > step.day) block.kept -= shares
}

function toPublic(books: Books, step: Step, lot: HeldLot, block: Block, shares: number): void {
  const { value, appreciated } = given(books, step, lot, block, shares)
  const into = yearIn(books, step.year)
  if (appreciated) into.charityStock += value
  else into.charityOrdinary += deductible(books, lot, value)
}

/** A private foundation's stock counts at value only when it has a market price. IRC §170(e)(1)(B)(ii), (5). */
function toPrivate(books: Books, step: Step, lot: HeldLot, block: Block, shares: number): void {
  const { value, appreciated } = given(books, step, lot, block, shares)
  const into = yearIn(books, step.year)
  if (appreciated && books.prepared.listed) into.charityPrivateStock += value
  else into.charityPrivate += deductible(books, lot, value)
}

/** The value given, and whether a sale of it would have been long-term gain. */
function given(books: Books, step: Step, lot: HeldLot, block: Block, shares: number) {
  const perShare = books.prepared.market.valueAt(step.day)
  if (Number.isNaN(perShare)) throw missingValue(step.day, `the gift of shares of ${lot.id}`)
  disposeOf(books, step, lot, block, shares)
  const value = (perShare * shares * step.factor) / lot.factor
  const appreciated = step.day >= block.longTermDay && value > books.amounts.basis
  // For AMT the shares are held from vesting without an election: what would be short-term gain then does not count
  if (appreciated && step.day < block.amtLongTermDay && value > books.amounts.amtBasisTotal + 0.005)
    throw countsDifferently(lot)
  return { value, appreciated }
}

const countsDifferently = ({ id }: HeldLot): NotModelled =>
  new NotModelled('IRC §170(e)', 'Form 6251 line 3', `a gift of shares of ${id} that counts differently for AMT`)

/** What is given beyond basis and would not be long-term gain does not count. IRC §170(e)(1)(A). */
function deductible({ amounts }: Books, lot: HeldLot, value: number): number {
  const regular = smaller(value, amounts.basis)
  if (Math.abs(regular - smaller(value, amounts.amtBasisTotal)) > 0.005) throw countsDifferently(lot)
  return regular
}

/**
 * Unvested shares that the company takes back for what was paid. An AMT inclusion made by election stands, and nothing is
 * deducted: IRC §83(b)(1); Kadillak, 127 T.C. 184.
 */
export function forfeit(books: Books, step: Step, { price }: ForfeitAction): void {
  const { shares } = step
  const lot = step.lot as HeldLot
  const ratio = step.factor / lot.factor
  if (price !== null && Math.abs(price * ratio - lot.strike) > 1e-9)
    throw new NotModelled(
      'Reg. §1.83-2(a)',
      'Form 8949',
      `shares of ${lot.id} forfeited for another price than was paid`,
    )
  let wanted = shares / ratio
  for (let j = lot.used - 1; j >= 0 && wanted > 0; j--) {
    const block = lot.blocks[j] as Block
    if (block.left <= 0 || block.freeDay <= step.day) continue
    const taken = smaller(block.left, wanted)
    wanted -= taken
    block.left -= taken
    if (block.inclusionDay > step.day) block.kept -= taken
    yearIn(books, step.year).proceeds += taken * lot.strike
  }
  if (wanted > 1e-4)
    throw new InputError([
      {
        path: 'plan',
        code: 'tooManyShares',
        message: `forfeits ${+wanted.toFixed(4)} shares of ${lot.id} more than are unvested.`,
      },
    ])
}
