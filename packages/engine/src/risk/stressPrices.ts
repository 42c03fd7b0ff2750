/** Stresses of the price: what the file says of later values, with something done to it. Share counts and dates stay. */
import type { Case } from '../case.ts'
import { monthsAfter, type PlainDate } from '../date.ts'
import type { Action } from '../equity/action.ts'
import { valueOn } from '../equity/grant.ts'

/** A price of a day made another. */
type Repriced = (price: number, on: PlainDate) => number

/**
 * The case with every price from a day on made another: values, tenders, and prices that planned sales and exercises name. The value of that day
 * is stated anew, so that the one that held until then no longer does.
 */
function repriced(of: Case, from: PlainDate, price: Repriced): Case {
  const { company } = of
  const values = company.prices.map((quote) =>
    quote.on < from ? quote : { ...quote, fmv: price(quote.fmv, quote.on) },
  )
  const holds = valueOn(company.prices, company.splits, from)
  const begins =
    holds === undefined || values.some(({ on }) => on === from) ? [] : [{ on: from, fmv: price(holds, from) }]
  const { tenders } = company
  return {
    ...of,
    company: {
      ...company,
      prices: [...values, ...begins],
      ...(tenders && {
        tenders: tenders.map((each) => (each.on < from ? each : { ...each, price: price(each.price, each.on) })),
      }),
    },
    plan: of.plan.map((action) => repricedAction(action, from, price)),
  }
}

const repricedAction = (action: Action, from: PlainDate, price: Repriced): Action =>
  action.on >= from && 'price' in action && action.price !== null
    ? { ...action, price: price(action.price, action.on) }
    : action

/** The price times a part of itself, from a day on. */
export const timesFrom = (of: Case, from: PlainDate, part: number): Case => repriced(of, from, (price) => price * part)

/**
 * The value doubled from one day through another, and as the file has it after that: what it states later, and the prices that the plan names,
 * stand. Where it states nothing later, the doubled value holds.
 */
export function doubledUntil(of: Case, from: PlainDate, until: PlainDate): Case {
  const doubled = repriced({ ...of, plan: [] }, from, (price, on) => (on <= until ? 2 * price : price))
  return { ...of, company: { ...doubled.company, ...(of.company.tenders && { tenders: of.company.tenders }) } }
}

/** The case in which the value stays what it is on a day, whatever the file says of later ones; the first it states, where that comes later. */
export function frozen(of: Case, on: PlainDate): Case {
  const { prices } = of.company
  const first = prices.reduce((least, quote) => (least === '' || quote.on < least ? quote.on : least), '')
  const known = first > on ? first : on
  return { ...of, company: { ...of.company, prices: prices.filter((quote) => quote.on <= known) } }
}

/**
 * The value of a day, and then month by month the parts of it that are given; after the last it stays. What the file says of later values and
 * prices is of another course of events: planned sales, exercises and tenders take the value of their day.
 */
export function replayed(of: Case, from: PlainDate, parts: readonly number[]): Case {
  const known = frozen(of, from)
  const { prices, splits } = known.company
  const at = (on: PlainDate): number => valueOn(prices, splits, on) ?? Number.NaN
  const quotes = parts.map((part, i) => ({ on: monthsAfter(from, i + 1), part }))
  const fell = [...prices, ...quotes.map(({ on, part }) => ({ on, fmv: at(on) * part }))]
  const { tenders } = of.company
  const later = (on: PlainDate): number => valueOn(fell, splits, on) ?? Number.NaN
  return {
    ...of,
    company: {
      ...of.company,
      prices: fell,
      ...(tenders && {
        tenders: tenders.map((each) => (each.on <= from ? each : { ...each, price: later(each.on) })),
      }),
    },
    plan: of.plan.map((action) => (action.on > from && 'price' in action ? { ...action, price: null } : action)),
  }
}
