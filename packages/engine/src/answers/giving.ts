/** A gift to charity as an answer sees it: what is asked, what stays the same over all amounts, and what a year makes of it. */
import type { Case, Income } from '../case.ts'
import type { PlainDate } from '../date.ts'
import { type CharityRecipient, type Gift, giveActionOf, type Outcome, outcomeOf, withActions } from '../plan/gifts.ts'
import { incomeOf } from '../taxYear.ts'
import type { FiguredYear } from '../timeline.ts'
import type { Asked } from './common.ts'

/** What is to be given. Without an amount the amounts at which something changes are compared. */
export interface GiveQuestion {
  readonly to?: CharityRecipient
  readonly on?: PlainDate
  readonly cash?: number
  readonly shares?: number
  readonly lot?: string
  /** Years whose gifts of `yearly` each are all made in the year asked about. */
  readonly bunch?: number
  readonly yearly?: number
}

/** What stays the same over all amounts. */
export interface Giving {
  readonly base: Case
  readonly year: number
  readonly last: number
  readonly asked: Asked
  readonly on: PlainDate
  readonly to: CharityRecipient
  /** The lot given from and the value of one of its shares; null for cash. */
  readonly lot: string | null
  readonly unit: number
  readonly without: Outcome
}

export const giftOf = ({ on, to, lot }: Giving, units: number): Gift => ({
  ...{ on, to, lot, cash: lot === null ? units : 0, shares: lot === null ? 0 : units },
})

/** The outcome with so many dollars or shares given. */
export const outcomeWith = (giving: Giving, units: number, rounding = giving.asked.rounding ?? 'exact'): Outcome =>
  outcomeOf(withActions(giving.base, [giveActionOf(giftOf(giving, units))]), giving.year, giving.last, rounding)

/** A case with its gifts, figured again with the standard deduction from one year to another. */
export function outcomeWithStandard(giving: Giving, of: Case, from: number, to: number): Outcome {
  const { last, asked } = giving
  const first = of.incomes[0]?.year ?? from
  // Every year as it is, so that a year after the last one given is not like the one changed
  const incomes = Array.from({ length: last - first + 1 }, (_, i): Income => {
    const income = incomeOf(of, first + i)
    const changes = income.year >= from && income.year <= to && income.deductionChoice === 'lowestTax'
    return changes ? { ...income, deductionChoice: 'standard' } : income
  })
  return outcomeOf({ ...of, incomes }, giving.year, last, asked.rounding ?? 'exact')
}

/**
 * The outcome with the standard deduction in the run of years in which that is worth most over all of them, where it is worth
 * more than the least tax of each year by itself: itemizing may use up more minimum tax credit than it saves. A run, because a
 * year's credit left alone is taken by the next that itemizes.
 */
export function choosingBest(giving: Giving, outcome: Outcome): Outcome {
  const { years, of } = outcome
  if (years.every(({ return: r }) => r.form8801.line21 <= 0 && r.form6251.line11 <= 0)) return outcome
  let best = outcome
  for (const { year: from } of years)
    for (const { year: to } of years.filter(({ year }) => year >= from)) {
      const other = outcomeWithStandard(giving, of, from, to)
      if (other.worth > best.worth + 0.005) best = other
    }
  return best
}

/** The year of the gift. */
export const firstYear = ({ years }: Outcome): FiguredYear => years[0] as FiguredYear
/** What states ask for in the year of the gift; null where one cannot be figured. */
export const stateTaxThen = ({ states: [first] }: Outcome): number | null =>
  first === undefined || first.refused.length > 0
    ? null
    : first.returns.reduce((sum, { summary }) => sum + summary.tax, 0)

/** Federal tax of a year, and state tax as far as it can be figured. */
export const dueThen = ({ years, states }: Outcome, i = 0): number => {
  const known = (states[i]?.returns ?? []).reduce((sum, { summary }) => sum + summary.tax, 0)
  return (years[i] as FiguredYear).return.form1040.line24 + known
}

/** Gifts that a year's return deducts: on Schedule A, or without itemizing. */
export const deductedIn = ({ return: r }: FiguredYear): number =>
  r.election.itemizes === 1 ? r.charity.deduction : r.form1040.nonItemizerGift

/** Gifts of a year before any limit. */
export const givenIn = ({ facts }: FiguredYear): number =>
  facts.charityCash + facts.charityOrdinary + facts.charityStock + facts.charityPrivate + facts.charityPrivateStock

/** The same day of another year; 29 February is the day before where there is none. */
export const dayIn = (on: PlainDate, year: number): PlainDate =>
  `${year}${on.slice(4) === '-02-29' ? '-02-28' : on.slice(4)}`
