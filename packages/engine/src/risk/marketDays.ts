/** When shares can be sold by what the file says: on the market, or to a tender. */
import type { Company, Tender } from '../case.ts'
import { dayNumber, isWeekday, type PlainDate } from '../date.ts'
import { valueOn } from '../equity/grant.ts'

/** A day on which shares can be sold, at what price, and the most of them. Dollars per share of the day. */
export interface Chance {
  readonly on: PlainDate
  readonly price: number
  readonly most: number
  readonly by: 'market' | 'tender'
}

/**
 * Whether the shares have a market on a day: listed, or past the day the file expects one; a weekday, for it knows no holidays; outside blackouts.
 * Null where not, or where no value is stated by then.
 */
export function marketOn(company: Company, on: PlainDate): Chance | null {
  const { listed, view, blackouts = [], prices, splits } = company
  const begins = listed ? '' : (view?.liquidityOn ?? null)
  if (begins === null || on < begins || !isWeekday(dayNumber(on))) return null
  if (blackouts.some(({ from, to }) => from <= on && on <= to)) return null
  const price = valueOn(prices, splits, on)
  return price === undefined ? null : { on, price, most: Number.POSITIVE_INFINITY, by: 'market' }
}

/** Tenders from one day through another, by day; none for listed shares, which have a market. */
export const tendersIn = ({ listed, tenders = [] }: Company, from: PlainDate, until: PlainDate): Chance[] =>
  (listed ? [] : tenders)
    .filter(({ on }) => from <= on && on <= until)
    .sort((one, other) => (one.on < other.on ? -1 : 1))
    .map(({ on, price, maxShares }: Tender) => ({ on, price, most: maxShares, by: 'tender' }))
