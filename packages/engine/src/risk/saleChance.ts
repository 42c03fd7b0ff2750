/** Whether shares can be sold on a day, by what the file says of the company. None is assumed. */
import type { Company } from '../case.ts'
import { dateOf, dayNumber, type PlainDate } from '../date.ts'

/**
 * `market`: they trade, or may be sold since `view.liquidityOn`; `tender`: an offer of that day; `blackout`: they trade and may
 * not be sold that day; `none`: no buyer is known.
 */
export type SaleChance = 'market' | 'tender' | 'blackout' | 'none'

export function saleChance({ listed, view, tenders = [], blackouts = [] }: Company, on: PlainDate): SaleChance {
  const opens = view?.liquidityOn ?? null
  const trades = listed || (opens !== null && opens <= on)
  if (trades) return blackouts.some(({ from, to }) => from <= on && on <= to) ? 'blackout' : 'market'
  return tenders.some((tender) => tender.on === on) ? 'tender' : 'none'
}

/** The next day, from one on, on which the file knows of a buyer: today, a tender, or the start of a market; null: none. */
export function nextSale(company: Company, from: PlainDate): PlainDate | null {
  if (saleChance(company, from) === 'market') return from
  const { listed, view, tenders = [], blackouts = [] } = company
  const ends = blackouts.filter(({ to }) => to >= from).map(({ to }) => dayAfter(to))
  const opens = listed ? [] : [view?.liquidityOn ?? null].filter((on) => on !== null)
  const days = [...ends, ...opens, ...tenders.map(({ on }) => on)].filter((on) => on >= from).sort()
  return days.find((on) => ['market', 'tender'].includes(saleChance(company, on))) ?? null
}

const dayAfter = (on: PlainDate): PlainDate => dateOf(dayNumber(on) + 1)
