/** The clocks of shares that are watched: from when they can be sold, and when their holding periods are over. */
import { dateOf, type PlainDate } from '../date.ts'
import { never } from '../equity/block.ts'
import { clearDay } from '../equity/holdings.ts'
import { blocksOf, sharesOf } from '../equity/shares.ts'
import { InputError } from '../errors.ts'
import { courseOf, type Watched } from './escapeWorths.ts'

/** When shares of an exercise on a day are free to be sold, and clear of holding periods. */
export interface Clocks {
  readonly free: PlainDate
  /** The first day on which a sale of all of them qualifies; of nonstatutory shares, is long-term. */
  readonly clear: PlainDate
}

/**
 * The clocks of the shares watched, by the ledger.
 * @throws InputError, NotModelled where the exercise cannot be made that day, or shares never vest.
 */
export function clocksOf(watched: Watched, from: PlainDate): Clocks {
  const { books } = sharesOf(courseOf(watched, from, []))
  if (books.refused) throw books.refused.error
  const lot = books.prepared.lots.find(({ id }) => id === watched.lot)
  const blocks = lot ? blocksOf(lot).filter(({ left }) => left > 0) : []
  const free = Math.max(...blocks.map(({ freeDay }) => freeDay))
  if (blocks.length === 0 || free >= never) {
    const message = `has no shares that are held on ${from} and will vest.`
    throw new InputError([{ path: `lots.${watched.lot}`, code: 'tooManyShares', message }])
  }
  const clear = blocks.map((block) =>
    block.nonstatutory === 1 ? Math.max(block.longTermDay, block.freeDay) : clearDay(block),
  )
  return { free: dateOf(free), clear: dateOf(Math.max(...clear)) }
}
