/** The days of a year on which shares exercised in it can be looked at and sold before AMT takes their spread in for good. */
import type { Company } from '../case.ts'
import { dateOf, dayNumber, isWeekday, type PlainDate, weekdayUpTo } from '../date.ts'
import { nextSale, saleChance } from './saleChance.ts'

/** A day on which shares can be sold. */
export interface WatchDay {
  readonly on: PlainDate
  /** Dollars a share that are offered; null: the value of the day. */
  readonly price: number | null
  /** The most shares that are bought; null: any number. */
  readonly most: number | null
}

/**
 * The last weekday of each month on which the shares can be sold, after a day and to the end of its year; of shares without a market, the
 * days of tenders. Weekdays in a blackout are closed. Holidays are not known.
 * @param after the day of exercise: what is sold on that day was never watched
 */
export function watchDays(company: Company, after: PlainDate): WatchDay[] {
  const days: WatchDay[] = []
  const last = dayNumber(`${after.slice(0, 4)}-12-31`)
  let month = ''
  for (let day = last; day > dayNumber(after); day--) {
    const on = dateOf(day)
    const chance = saleChance(company, on)
    if (chance === 'market' && isWeekday(day) && on.slice(0, 7) !== month) {
      days.unshift({ on, price: null, most: null })
      month = on.slice(0, 7)
    }
    if (chance !== 'tender') continue
    // Of several offers of a day the best
    const offers = (company.tenders ?? []).filter((tender) => tender.on === on)
    const best = offers.reduce((one, other) => (other.price > one.price ? other : one))
    days.unshift({ on, price: best.price, most: best.maxShares })
  }
  return days
}

/** Why there is no day to sell on; null where there is one. */
export type NoMarket = 'notListed' | 'closed' | 'yearOver'

export function noMarketAfter(company: Company, after: PlainDate): NoMarket | null {
  if (watchDays(company, after).length > 0) return null
  const end = `${after.slice(0, 4)}-12-31`
  if (after >= weekdayUpTo(end)) return 'yearOver'
  const { listed, view } = company
  const trades = listed || (view?.liquidityOn ?? '9999') <= end
  return trades ? 'closed' : 'notListed'
}

/** The first weekday from a day on, in its month; null where the month has none left. */
export function firstWeekdayInMonth(from: PlainDate): PlainDate | null {
  for (let day = dayNumber(from); dateOf(day).slice(0, 7) === from.slice(0, 7); day++)
    if (isWeekday(day)) return dateOf(day)
  return null
}

/**
 * The first weekday from a day on with a buyer at the value of the day; where the file knows of none, that first weekday itself, and the
 * shares are taken at their value.
 */
export function keptUntil(company: Company, from: PlainDate): { readonly on: PlainDate; readonly sold: boolean } {
  for (let on = nextSale(company, from); on !== null; on = nextSale(company, nextDay(on)))
    if (saleChance(company, on) === 'market' && isWeekday(dayNumber(on))) return { on, sold: true }
  let day = dayNumber(from)
  while (!isWeekday(day)) day++
  return { on: dateOf(day), sold: false }
}

const nextDay = (on: PlainDate): PlainDate => dateOf(dayNumber(on) + 1)
