/**
 * The fork: the same shares sold today, or at each clock, in money after tax. Every branch is a whole case figured over
 * the same years, so that brackets, AMT, minimum tax credit and loss limits all count.
 */
import type { Case } from '../case.ts'
import { type PlainDate, yearOf } from '../date.ts'
import type { Action, SellAction } from '../equity/action.ts'
import { splitFactor } from '../equity/grant.ts'
import type { DispositionRecord } from '../equity/shares.ts'
import type { Rounding } from '../law/federal/law.ts'
import { type StateYear, stateTaxOf, stateYears } from '../stateYears.ts'
import { creditIntoNext, type FiguredYear, yearsTo } from '../timeline.ts'

/** What is to be sold: shares of lots, as of `on`, with what else holds of the sale. */
export interface Wanted {
  readonly on: PlainDate
  readonly sells: readonly { readonly lot: string; readonly shares: number }[]
  readonly terms: Pick<SellAction, 'fees' | 'relatedBuyer' | 'inW2' | 'reported'>
}

/** One branch over the years looked at. Dollars; taxes are those of all years beyond what holding on would owe. */
export interface Branch {
  readonly on: PlainDate
  readonly price: number
  readonly years: readonly FiguredYear[]
  readonly states: readonly StateYear[]
  readonly dispositions: readonly DispositionRecord[]
  readonly proceeds: number
  readonly tax: number
  readonly amt: number
  /**
   * Tax of all states, with what they credit for AMT; what is left of a state's credit is not counted. Null where a state of the
   * year of the sale or a later one cannot be figured.
   */
  readonly stateTax: number | null
  /** Minimum tax credit left at the end beyond what holding on would leave. */
  readonly creditLeft: number
  /** Proceeds less federal tax and what is known of state tax, and with the credit left at its face value. */
  readonly afterTax: number
  readonly worth: number
}

/** A case in which the lots wanted are held on to, figured to the last year looked at; what every branch is compared with. */
export interface Held {
  readonly of: Case
  readonly last: number
  readonly rounding: Rounding
  readonly years: readonly FiguredYear[]
  readonly states: readonly StateYear[]
}

/**
 * The case with whatever the plan does with these lots from `from` on set aside.
 * @param last the last year looked at; years past the horizon are projected as any other.
 */
export function heldFrom(of: Case, lots: readonly string[], from: PlainDate, last: number, rounding: Rounding): Held {
  const names = new Set(lots)
  const plan = of.plan.filter((action) => action.on < from || !disposesOf(action, names))
  const horizon = Math.max(of.assumptions.horizon, last)
  const held = { ...of, plan, assumptions: { ...of.assumptions, horizon } }
  const years = yearsTo(held, last, rounding)
  return { of: held, last, rounding, years, states: stateYears(held, years) }
}

/** Whether an action takes shares out of one of the lots, or may, because it goes first in, first out. */
const disposesOf = (action: Action, lots: ReadonlySet<string>): boolean =>
  action.kind !== 'exercise' &&
  !(action.kind === 'give' && action.shares === 0) &&
  (action.lot === null || lots.has(action.lot))

/** The branch in which what is wanted is sold on a day at a price; shares follow splits until then, the price is of that day. */
export function branchOn(
  { of, last, rounding, years: held, states: heldStates }: Held,
  wanted: Wanted,
  on: PlainDate,
  price: number,
): Branch {
  const split = splitFactor(of.company.splits, wanted.on, on)
  const total = wanted.sells.reduce((sum, each) => sum + each.shares * split, 0)
  const sales = wanted.sells.map(
    ({ lot, shares }): Action => ({
      ...wanted.terms,
      ...{ kind: 'sell', on, lot, shares: shares * split, price, fees: (wanted.terms.fees * shares * split) / total },
    }),
  )
  const sold = { ...of, plan: [...of.plan, ...sales] }
  const years = yearsTo(sold, last, rounding)
  const ours = new Set(sales)
  const dispositions = years.flatMap((each) => each.dispositions).filter(({ action }) => ours.has(action))
  const proceeds = price * total - wanted.terms.fees
  const tax = sum(years, totalTax) - sum(held, totalTax)
  const states = stateYears(sold, years)
  const stateTax = added(states, heldStates, yearOf(on))
  const net = proceeds - tax - (stateTax === null ? knownOf(states) - knownOf(heldStates) : stateTax)
  const creditLeft = creditOf(years) - creditOf(held)
  return {
    ...{ on, price, years, states, dispositions, proceeds, tax, stateTax, creditLeft },
    amt: sum(years, amt) - sum(held, amt),
    afterTax: net,
    worth: net + creditLeft,
  }
}

const sum = (years: readonly FiguredYear[], amount: (year: FiguredYear) => number): number =>
  years.reduce((total, year) => total + amount(year), 0)

/** What a sale adds to state tax from its year on: years before it are the same either way. */
function added(sold: readonly StateYear[], held: readonly StateYear[], from: number): number | null {
  const since = (years: readonly StateYear[]) => years.filter(({ year }) => year >= from)
  const unknown = [...since(sold), ...since(held)].some((year) => stateTaxOf(year) === null)
  return unknown ? null : knownOf(since(sold)) - knownOf(since(held))
}

/** State tax as far as it can be figured. */
const knownOf = (years: readonly StateYear[]): number =>
  years.reduce((total, { returns }) => returns.reduce((all, { summary }) => all + summary.tax, total), 0)

const totalTax = (year: FiguredYear): number => year.return.form1040.line24
const amt = (year: FiguredYear): number => year.return.form6251.line11
/** What the last year carries out. */
function creditOf(years: readonly FiguredYear[]): number {
  const last = years.at(-1)
  return last ? creditIntoNext(last) : Number.NaN
}

/**
 * The price at which a later sale is worth what selling today is: below it, waiting was the worse choice. To a hundredth of a
 * cent; null when no price up to a thousand times today's is enough. Worth rises with the price, along straight pieces.
 */
export function breakEvenPrice(held: Held, wanted: Wanted, today: Branch, later: Branch): number | null {
  const over = (price: number): number =>
    (price === later.price ? later : branchOn(held, wanted, later.on, price)).worth - today.worth + 1e-9
  const none = over(0)
  if (none >= 0) return 0
  let low = { price: 0, over: none }
  const first = Math.max(later.price, 0.01)
  let high = { price: first, over: over(first) }
  for (let doubled = 0; high.over < 0; doubled++) {
    if (doubled >= 10) return null
    low = high
    high = { price: high.price * 2, over: over(high.price * 2) }
  }
  let halve = false
  while (high.price - low.price > 5e-5) {
    const apart = high.price - low.price
    const price = between(low, high, halve)
    const at = { price, over: over(price) }
    if (at.over >= 0) high = at
    else low = at
    halve = high.price - low.price > apart / 2
  }
  return high.price
}

interface Tried {
  readonly price: number
  /** Worth beyond that of selling today. */
  readonly over: number
}

/** A price between two: the middle, or a hair past where a straight line is even, so that the end further from it moves. */
function between(low: Tried, high: Tried, halve: boolean): number {
  const apart = high.price - low.price
  if (halve) return low.price + apart / 2
  const up = (apart * -low.over) / (high.over - low.over)
  return low.price + (up > apart / 2 ? Math.max(up - 2e-5, apart / 2) : Math.min(up + 2e-5, apart / 2))
}
