/** Exercises: which options are taken, what blocks they make, and what is sold on the day. */
import { dayNumber } from '../date.ts'
import { InputError, NotModelled } from '../errors.ts'
import { smaller } from '../money.ts'
import type { Lot } from './action.ts'
import { type Block, fillBlock, noDay } from './block.ts'
import { type Books, nextBlock, yearIn } from './books.ts'
import { disposeOf, setTerms, takeShares } from './dispose.ts'
import { missingValue } from './missingValue.ts'
import type { HeldLot, Segment, Step } from './prepared.ts'
import { swapStock } from './stockSwap.ts'
import { basisPending } from './washSale.ts'

/** Exercises the options of a lot: makes its blocks, pays the strike, sells what is sold on the day. */
export function exercise(books: Books, step: Step, lot: HeldLot): void {
  const { grant, action } = lot
  const { employmentEnds, employmentEndsBy } = grant.grant
  if (employmentEndsBy === 'death' && employmentEnds !== null && step.day > dayNumber(employmentEnds))
    throw new NotModelled('IRC §421(c)', 'Form 1041', `the exercise of ${lot.id} by an estate or heir`)
  if (Number.isNaN(lot.value)) throw missingValue(step.day, `the exercise of ${grant.grant.id}`)
  books.made = lot.index + 1
  if (lot.shares === 0) return
  setFrom(books, lot)
  if (lot.given) blocksOfLot(books, lot, lot.given)
  else blocksOfPlan(books, lot)
  if (!action) {
    basisPending(books, lot)
    return
  }
  const strike = lot.strike * lot.shares
  if (step.payWith) swapStock(books, step, lot, step.payWith, action.inW2)
  else payCash(books, step, lot, strike)
  basisPending(books, lot)
  if (action.how === 'hold') return
  const wanted = action.how === 'sameDaySale' ? lot.shares : sharesToCover(strike, action.fees, step.price)
  const sold = smaller(wanted, vested(lot))
  if (sold === 0) return
  setTerms(books.terms, step.day, step.price, action.fees / sold, action.reported, action.inW2)
  takeShares(books, step, lot, sold, disposeOf)
}

/** Shares that can be sold on the day of exercise: what vests later cannot. */
function vested({ blocks, used, day }: HeldLot): number {
  let shares = 0
  for (let j = 0; j < used; j++) {
    const block = blocks[j] as Block
    if (block.freeDay <= day) shares += block.left
  }
  return shares
}

/** Pays cash for the shares of a lot. */
function payCash(books: Books, step: Step, lot: HeldLot, cash: number): void {
  lot.cashPaid = cash
  yearIn(books, step.year).strikePaid += cash
}

/** Whole shares whose sale pays the strike and the fees. */
export const sharesToCover = (strike: number, fees: number, price: number): number =>
  Math.ceil((strike + fees) / price - 1e-9)

function setFrom({ from }: Books, lot: HeldLot): void {
  const { grant, action, given } = lot
  const until = (given ?? action)?.section16bUntil ?? null
  from.day = lot.day
  from.grantDay = grant.day
  from.strike = lot.strike
  from.fmvAtExercise = lot.value
  from.election83b = (given ?? action)?.election83b === true
  from.section16bUntil = until === null ? noDay : dayNumber(until)
  from.qsbs = (given ?? action)?.qsbs === true
}

/** Nonstatutory whatever the limit says: a grant that is none, or an exercise later than an ISO can be. IRC §422(a)(2). */
const allNonstatutory = ({ grant, day }: HeldLot): boolean => grant.nonstatutory !== null || day > grant.lastIsoDay

/** A lot that exists is what the employer reported it as; it takes the grant's ISO shares all the same. */
function blocksOfLot(books: Books, lot: HeldLot, given: Lot): void {
  const { grant, shares } = lot
  const nonstatutory = allNonstatutory(lot) ? shares : given.nsoShares
  const perGrantShare = lot.factor / grant.factor
  const missing = takeSegments(grant.segments, (shares - nonstatutory) / perGrantShare, false)
  lot.overLimit = missing * perGrantShare
  takeSegments(grant.segments, nonstatutory / perGrantShare + missing, true)
  const vestDay = given.vestedOn ? dayNumber(given.vestedOn) : lot.day
  addBlock(books, lot, false, vestDay, shares - nonstatutory)
  addBlock(books, lot, true, vestDay, nonstatutory)
}

/** Takes shares of one kind out of segments, as they vest, then of the other kind; gives what the first kind lacked. */
function takeSegments(segments: readonly Segment[], shares: number, nonstatutory: boolean): number {
  const missing = takeKind(segments, shares, nonstatutory)
  if (missing > 0 && nonstatutory) takeKind(segments, missing, false)
  return missing
}

function takeKind(segments: readonly Segment[], shares: number, nonstatutory: boolean): number {
  let wanted = shares
  for (const segment of segments) {
    if (wanted <= 0) break
    if (segment.nonstatutory !== nonstatutory || segment.left <= 0) continue
    const taken = segment.left < wanted ? segment.left : wanted
    segment.left -= taken
    wanted -= taken
  }
  return wanted
}

/** A planned exercise takes ISO shares first, vested ones first; those that vest later make a block for each day. */
function blocksOfPlan(books: Books, lot: HeldLot): void {
  const { grant, day, shares } = lot
  const late = allNonstatutory(lot)
  const perGrantShare = lot.factor / grant.factor
  let wanted = shares / perGrantShare
  let iso = 0
  let nonstatutory = 0
  for (const segment of grant.segments) {
    if (wanted <= tolerance) break
    if (segment.left <= 0 || segment.vestDay > day) continue
    const taken = takeFrom(segment, wanted)
    wanted -= taken
    if (late || segment.nonstatutory) nonstatutory += taken
    else iso += taken
  }
  addBlock(books, lot, false, day, iso * perGrantShare)
  addBlock(books, lot, true, day, nonstatutory * perGrantShare)
  if (wanted <= tolerance) return
  if (!grant.grant.earlyExercise) throw tooMany(lot, wanted * perGrantShare)
  for (const segment of grant.segments) {
    if (wanted <= tolerance) break
    if (segment.left <= 0) continue
    const taken = takeFrom(segment, wanted)
    wanted -= taken
    addBlock(books, lot, late || segment.nonstatutory, segment.vestDay, taken * perGrantShare)
  }
  if (wanted > tolerance) throw tooMany(lot, wanted * perGrantShare)
}

function tooMany({ id, grant }: HeldLot, missing: number): InputError {
  const message = `${id} takes ${+missing.toFixed(4)} shares more than can be exercised of ${grant.grant.id} on that day.`
  return new InputError([{ path: 'plan', code: 'tooManyShares', message }])
}

/** Shares may be left over by arithmetic on split ratios: less than this is none. */
const tolerance = 1e-6

function takeFrom(segment: Segment, wanted: number): number {
  const taken = segment.left <= wanted + tolerance ? segment.left : wanted
  segment.left -= taken
  return taken
}

function addBlock(books: Books, lot: HeldLot, nonstatutory: boolean, vestDay: number, shares: number): void {
  if (shares <= 0) return
  books.from.nonstatutory = nonstatutory
  books.from.vestDay = vestDay
  fillBlock(nextBlock(lot), books.from, shares, books.prepared.market)
}
