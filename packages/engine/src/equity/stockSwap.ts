/**
 * Paying the strike with shares. As many new shares as were given up carry on their basis and holding period, the others
 * have what cash was paid as theirs, and all are ISO shares with clocks of their own; shares given up before their own
 * periods end are disposed of too early. IRC §§422(c)(4)(A), 424(c)(3), 1036; Reg. §1.422-5(b).
 * How AMT basis spreads over the new shares no authority says, so they can be disposed of only all together.
 */
import { InputError, NotModelled } from '../errors.ts'
import type { Block } from './block.ts'
import { type Books, nextBlock, yearIn } from './books.ts'
import { disposeOf, setTerms, takeShares } from './dispose.ts'
import type { HeldLot, Step } from './prepared.ts'

/** Pays the strike of a lot just exercised with whole shares of another, and the rest in cash. */
export function swapStock(books: Books, step: Step, lot: HeldLot, from: HeldLot, inW2: boolean): void {
  const [block, another] = lot.blocks.slice(0, lot.used) as [Block, Block?]
  if (another || block.nonstatutory === 1 || block.freeDay > lot.day || block.inclusionDay !== lot.day)
    throw new NotModelled(
      'Reg. §1.422-5(b)',
      'Form 8949',
      `paying with shares for ${lot.id}, which is not all vested ISO shares,`,
    )
  if (from.swapped)
    throw new NotModelled(
      'Reg. §1.422-5(b)',
      'Form 8949 for AMT',
      `paying with shares of ${from.id}, themselves from a swap,`,
    )
  const strike = lot.strike * lot.shares
  if (lot.value <= lot.strike) throw underwater(lot)
  const given = Math.floor(strike / lot.value + 1e-9)
  const cash = strike - given * lot.value
  lot.cashPaid = cash
  yearIn(books, step.year).strikePaid += cash
  if (given === 0) return
  setTerms(books.terms, step.day, 0, 0, 'none', inW2)
  // An exchange of common stock for common stock: no gain, and no loss that could be recognized. IRC §1036
  books.terms.sold = 0
  books.terms.recognized = 0
  const more = block.shares - given
  takeShares(books, step, from, given, exchange)
  block.shares = more
  block.left = more
  block.kept = more
  block.strike = cash / more
  block.basis = block.strike
  lot.swapped = true
}

function underwater({ id, value, strike }: HeldLot): InputError {
  const message = `${id} pays a strike of ${strike} with shares worth ${value}, which buys nothing.`
  return new InputError([{ path: 'plan', code: 'conflict', message }])
}

/** Gives up shares of a block, and makes as many new ones that carry on its bases. */
function exchange(books: Books, step: Step, from: HeldLot, block: Block, shares: number): void {
  disposeOf(books, step, from, block, shares)
  const lot = step.makes as HeldLot
  const [paid] = lot.blocks as [Block]
  const carried = Object.assign(nextBlock(lot), paid)
  const count = (shares * step.factor) / from.factor
  carried.shares = count
  carried.left = count
  carried.kept = count
  // Bought with shares worth what they are: no bargain in them
  carried.strike = paid.value
  carried.basis = books.amounts.basis / count
  carried.amtBasis = books.amounts.amtBasisTotal / count
  carried.amtDifference = carried.amtBasis - carried.basis
  carried.acquiredDay = block.acquiredDay
  carried.amtAcquiredDay = block.amtAcquiredDay
  carried.longTermDay = block.longTermDay
  carried.amtLongTermDay = block.amtLongTermDay
}
