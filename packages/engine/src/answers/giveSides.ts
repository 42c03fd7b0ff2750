/** A gift's year and all years on both sides: what is due without it and with it, what it saves, what is deducted of it. */
import { toCents } from '../money.ts'
import { type Outcome, outcomeOf, type Relief, reliefOf } from '../plan/gifts.ts'
import type { FiguredYear } from '../timeline.ts'
import { deductedIn, firstYear, type Giving, givenIn, outcomeWith, stateTaxThen } from './giving.ts'

/** The year, and all years looked at. Dollars. */
export interface GiveSide {
  readonly year: {
    readonly deductionTaken: 'standard' | 'itemized'
    readonly deduction: number
    /** Gifts that the return of the year deducts, itemized or not. */
    readonly giftsDeducted: number
    readonly taxableIncome: number
    readonly regularTax: number
    readonly tentativeMinimumTax: number
    readonly amt: number
    readonly creditMade: number
    readonly creditUsed: number
    readonly totalTax: number
    readonly stateTax: number | null
  }
  readonly allYears: {
    readonly amt: number
    readonly creditUsed: number
    readonly totalTax: number
    readonly stateTax: number | null
    readonly creditLeft: number
  }
}

/** What the gift saves, and what of it is left to pay. Dollars; rates are dollars per dollar of value given. */
export interface GiveRelief {
  readonly year: { readonly federalTax: number; readonly stateTax: number | null }
  readonly allYears: { readonly federalTax: number; readonly stateTax: number | null; readonly creditLeft: number }
  readonly worth: number
  readonly perDollar: number | null
  readonly netCost: number
  /** What one dollar less, and one more, would change, in each system of the year and over all years. */
  readonly lastDollar: GiveRates
  readonly nextDollar: GiveRates
}

export interface GiveRates {
  readonly regularTax: number
  readonly tentativeMinimumTax: number
  readonly federalTax: number
  readonly stateTax: number | null
  readonly worth: number
}

/** Dollars of deduction. */
export interface GiveUse {
  /** What counts as given: the value, or the basis of shares held too short. */
  readonly counts: number
  readonly floor: number
  readonly deductedThisYear: number
  readonly carried: number
  readonly deductedLater: number
  /** Of what the gift adds: never deducted, whether the floor, a year of the standard deduction or time takes it. */
  readonly neverDeducted: number
}

const taxOf = (of: Outcome): number => firstYear(of).return.form1040.line24

const orNull = (amount: number | null): number | null => (amount === null ? null : toCents(amount))
const less = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? null : one - other

export function sideOf(of: Outcome): GiveSide {
  const year = firstYear(of)
  const { return: r, exclusion } = year
  const sum = (amount: (year: FiguredYear) => number): number =>
    toCents(of.years.reduce((total, each) => total + amount(each), 0))
  return {
    year: {
      deductionTaken: r.election.itemizes === 1 ? 'itemized' : 'standard',
      ...{ deduction: toCents(r.form1040.deduction), giftsDeducted: toCents(deductedIn(year)) },
      ...{ taxableIncome: toCents(r.form1040.line15), regularTax: toCents(r.form1040.line16) },
      ...{ tentativeMinimumTax: toCents(r.form6251.line9), amt: toCents(r.form6251.line11) },
      ...{ creditMade: toCents(exclusion.line18), creditUsed: toCents(r.form8801.line25) },
      ...{ totalTax: toCents(r.form1040.line24), stateTax: orNull(stateTaxThen(of)) },
    },
    allYears: {
      amt: sum(({ return: each }) => each.form6251.line11),
      creditUsed: sum(({ return: each }) => each.form8801.line25),
      ...{ totalTax: toCents(of.federalTax), stateTax: orNull(of.stateTax), creditLeft: toCents(of.creditLeft) },
    },
  }
}

/** `more`: another dollar or share could be given. */
export function reliefWith(giving: Giving, outcome: Outcome, units: number, more: boolean): GiveRelief {
  const { without, unit } = giving
  const relief: Relief = reliefOf(without, outcome)
  const value = units * unit
  return {
    year: {
      federalTax: toCents(taxOf(without) - taxOf(outcome)),
      stateTax: orNull(less(stateTaxThen(without), stateTaxThen(outcome))),
    },
    allYears: {
      federalTax: toCents(relief.federalTax),
      ...{ stateTax: orNull(relief.stateTax), creditLeft: toCents(relief.creditLeft) },
    },
    worth: toCents(relief.worth),
    perDollar: value > 0 ? rate(relief.worth / value) : null,
    netCost: toCents(value - relief.worth),
    lastDollar: ratesBetween(giving, Math.max(0, units - 1), units),
    nextDollar: more ? ratesBetween(giving, units, units + 1) : noRates,
  }
}

const noRates: GiveRates = { regularTax: 0, tentativeMinimumTax: 0, federalTax: 0, stateTax: 0, worth: 0 }

/** What a dollar of value between two amounts saves, on exact figures: a step of the Tax Table is no rate. */
function ratesBetween(giving: Giving, from: number, to: number): GiveRates {
  if (to <= from) return noRates
  const [low, high] = [from, to].map((units) =>
    units === 0 ? outcomeOf(giving.base, giving.year, giving.last, 'exact') : outcomeWith(giving, units, 'exact'),
  ) as [Outcome, Outcome]
  const perDollar = (amount: (of: Outcome) => number): number =>
    rate((amount(low) - amount(high)) / ((to - from) * giving.unit))
  const state = less(stateTaxThen(low), stateTaxThen(high))
  return {
    regularTax: perDollar((of) => firstYear(of).return.form1040.line16),
    tentativeMinimumTax: perDollar((of) => firstYear(of).return.form6251.line9),
    federalTax: perDollar(taxOf),
    stateTax: state === null ? null : rate(state / ((to - from) * giving.unit)),
    worth: perDollar(({ worth }) => -worth),
  }
}

export const rate = (amount: number): number => {
  const rounded = Math.round(amount * 1e4) / 1e4
  return rounded === 0 ? 0 : rounded
}

export function useOf({ without }: Giving, outcome: Outcome): GiveUse {
  const [before, after] = [firstYear(without), firstYear(outcome)]
  const counts = givenIn(after) - givenIn(before)
  const deductedThisYear = deductedIn(after) - deductedIn(before)
  const later = outcome.years
    .slice(1)
    .reduce((sum, each, i) => sum + deductedIn(each) - deductedIn(without.years[i + 1] as FiguredYear), 0)
  const carriedBy = ({ carriedOut }: FiguredYear): number =>
    carriedOut.charity.reduce((sum, { amount }) => sum + amount, 0)
  return {
    counts: toCents(counts),
    floor: after.return.election.itemizes === 1 ? toCents(after.return.charity.floor) : 0,
    deductedThisYear: toCents(deductedThisYear),
    carried: toCents(carriedBy(after) - carriedBy(before)),
    deductedLater: toCents(later),
    neverDeducted: toCents(Math.max(0, counts - deductedThisYear - later)),
  }
}
