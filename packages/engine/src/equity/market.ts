/** Values and splits over time, ready to be looked up fast. Days are day numbers; values are dollars a share of their day. */
import { dayNumber } from '../date.ts'
import type { PriceQuote, Split } from './grant.ts'

export interface Market {
  /** Shares on a day for one share of the beginning: the product of all splits up to and with that day. */
  readonly factorAt: (day: number) => number
  /** The value of one share on a day: the last one stated, restated for splits since; NaN before the first. */
  readonly valueAt: (day: number) => number
}

/** Values and splits of a company; of two values of one day the later in the list stands. */
export function marketOf(prices: readonly PriceQuote[], splits: readonly Split[]): Market {
  const steps = sortedByDay(splits)
  const factors: number[] = []
  for (const split of steps) factors.push((factors.at(-1) ?? 1) * split.ratio)
  const splitDays = steps.map((split) => dayNumber(split.on))
  const factorAt = (day: number): number => factors[lastUpTo(splitDays, day)] ?? 1

  const quotes = sortedByDay(prices)
  const quoteDays = quotes.map((quote) => dayNumber(quote.on))
  const valueAt = (day: number): number => {
    const i = lastUpTo(quoteDays, day)
    const quote = quotes[i]
    return quote ? (quote.fmv * factorAt(quoteDays[i] as number)) / factorAt(day) : Number.NaN
  }
  return { factorAt, valueAt }
}

const sortedByDay = <Dated extends { readonly on: string }>(list: readonly Dated[]): Dated[] =>
  [...list].sort((one, other) => (one.on < other.on ? -1 : one.on === other.on ? 0 : 1))

/** The place of the last of ascending days that is not after `day`; -1 when all are. */
function lastUpTo(days: readonly number[], day: number): number {
  let low = 0
  let high = days.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle] as number) <= day) low = middle + 1
    else high = middle
  }
  return low - 1
}
