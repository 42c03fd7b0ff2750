/** The price at which selling shares by the end of their year of exercise is worth what holding them until they qualify is, at the same price. */
import type { Case } from '../case.ts'
import { type PlainDate, yearOf } from '../date.ts'
import type { SellAction } from '../equity/action.ts'
import { splitFactor } from '../equity/grant.ts'
import type { Rounding } from '../law/federal/law.ts'
import { heldFrom } from '../plan/fork.ts'
import { wholeYears, worthOf } from './worth.ts'

/** What the decision is about: shares of one lot, as of the last day of the year, and the day from which a sale qualifies. */
export interface YearEndChoice {
  readonly lot: string
  readonly shares: number
  readonly on: PlainDate
  readonly qualifyingOn: PlainDate
  /** Value of a share on the day. */
  readonly value: number
}

/** Dollars a share as of the year's last day; amounts for all shares. */
export interface YearEndPrice {
  /**
   * Below it the disqualifying sale leaves more; null: at no price looked at. Above today's value where selling is better even at that;
   * `Infinity` where it is at every price up to eight times today's.
   */
  readonly sellBelow: number | null
  /** What holding leaves beyond selling at today's value; below zero, selling leaves more. */
  readonly holdingAdds: number
  /** The last year in which credit and losses may come home; what has not by then counts nothing. */
  readonly through: number
}

const yearsAfter = 10
/** Prices looked at on the way down from today's, and up to a multiple of it. */
const steps = 24
const farthest = 8

/**
 * Present values at the file's discount rate, federal and what is known of state tax: AMT that comes home as credit over years costs
 * the waiting, and what never comes home costs all. The price stands still between both days; what it may do is not in this.
 * @throws InputError, NotModelled as the years do.
 */
export function yearEndPrice(of: Case, choice: YearEndChoice, rounding: Rounding): YearEndPrice {
  const { lot, on, qualifyingOn, value } = choice
  const through = yearOf(qualifyingOn) + yearsAfter
  const held = heldFrom(of, [lot], on, through, rounding)
  const terms = { from: on, discount: of.assumptions.discountRate, last: through }
  const worth = (day: PlainDate, price: number): number => {
    const course = { ...held.of, plan: [...held.of.plan, saleOf(of, choice, day, price)] }
    return worthOf(wholeYears(course, through, rounding), held, terms).value
  }
  const adds = (price: number): number => worth(qualifyingOn, price) - worth(on, price)
  const today = adds(value)
  const sellBelow = today >= 0 ? fallingTo(adds, value) : risingTo(adds, value)
  return { sellBelow, holdingAdds: today, through }
}

/** The sale on a day, at a price as of the last day of the year: splits in between move both. */
function saleOf({ company }: Case, { lot, shares, on }: YearEndChoice, day: PlainDate, price: number): SellAction {
  const split = splitFactor(company.splits, on, day)
  return {
    ...{ kind: 'sell', on: day, lot, shares: shares * split, price: price / split, fees: 0 },
    ...{ relatedBuyer: false, inW2: true, reported: company.listed ? 'basis' : 'none' },
  }
}

/** The first price on the way down at which selling leaves more. */
function fallingTo(adds: (price: number) => number, value: number): number | null {
  let high = value
  for (let step = steps - 1; step >= 0; step--) {
    const low = (value * step) / steps
    if (adds(low) < -0.005) return between(adds, low, high)
    high = low
  }
  return null
}

/** The first price on the way up at which holding leaves as much. */
function risingTo(adds: (price: number) => number, value: number): number {
  let low = value
  for (let step = 1; step <= steps; step++) {
    const high = value * (1 + ((farthest - 1) * step) / steps)
    if (adds(high) >= 0) return between(adds, low, high)
    low = high
  }
  return Number.POSITIVE_INFINITY
}

/** To a hundredth of a cent: selling leaves more at `low`, and not at `high`. */
function between(adds: (price: number) => number, low: number, high: number): number {
  let [under, over] = [low, high]
  while (over - under > 1e-4) {
    const middle = (under + over) / 2
    if (adds(middle) < -0.005) under = middle
    else over = middle
  }
  return over
}
