/**
 * The ledger: every lot through exercises, sales and gifts in the order of their days, and what that brings into each tax
 * year under both systems. One pass over a prepared case; nothing is allocated unless someone watches or a wash sale splits
 * a block.
 */
import { atLeastZero } from '../money.ts'
import { type Block, never } from './block.ts'
import { type Books, clear, type Watch, yearIn } from './books.ts'
import { sell, worthless } from './dispose.ts'
import { exercise } from './exercise.ts'
import { forfeit, giveShares } from './give.ts'
import { missingValue } from './missingValue.ts'
import type { Step } from './prepared.ts'
import { applySmallBusinessStock } from './smallBusinessStock.ts'

/** Told of the end of a year. */
type YearEnd = (year: number) => void

/**
 * Runs the ledger from the beginning. Where the law is not modelled or a value is missing it stops; `refused` then says
 * why and from which year on there are no figures. `yearEnd` is told of the end of every year, while the lots still are as
 * they were then.
 */
export function runLedger(books: Books, watch: Watch | null = null, yearEnd: YearEnd | null = null): Books {
  clear(books, watch)
  const { steps, lots, firstYear, lastYear } = books.prepared
  let at = 0
  let year = firstYear
  try {
    for (; at < steps.length; at++) {
      const step = steps[at] as Step
      if (yearEnd) while (year < step.year) yearEnd(year++)
      books.at = at
      take(books, step)
    }
    if (yearEnd) while (year <= lastYear) yearEnd(year++)
    applySmallBusinessStock(books)
  } catch (error) {
    books.refused = { year: (steps[at] ?? (steps.at(-1) as Step)).year, error }
  }
  for (const lot of lots) for (let j = 0; j < lot.used; j++) include(books, lot.blocks[j] as Block, lot.id)
  return books
}

function take(books: Books, step: Step): void {
  const { makes, action } = step
  if (makes) exercise(books, step, makes)
  else if (action?.kind === 'sell') sell(books, step, action)
  else if (action?.kind === 'give') giveShares(books, step, action)
  else if (action?.kind === 'worthless') worthless(books, step)
  else if (action?.kind === 'forfeit') forfeit(books, step, action)
}

/**
 * The spread of a block in the year that AMT takes it in (line 2i), or in which it is wages: of the shares whose inclusion
 * stands, which is known only when the year is over.
 */
function include(books: Books, block: Block, lot: string): void {
  if (block.kept <= 0 || block.inclusionDay >= never) return
  const spread = block.kept * atLeastZero(block.amtValue - block.strike)
  const year = block.inclusionYear
  if (Number.isNaN(spread)) {
    if (!books.refused || year < books.refused.year)
      books.refused = { year, error: missingValue(block.inclusionDay, `the shares of ${lot} that vest on it`) }
  } else if (block.nonstatutory === 1) yearIn(books, year).optionWages += spread
  else yearIn(books, year).isoSpread += spread
}
