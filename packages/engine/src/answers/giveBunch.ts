/** Bunching: the gifts of several years made in the exercise year, against one each year. */
import type { Case } from '../case.ts'
import { toCents } from '../money.ts'
import { giveActionOf, type Outcome, outcomeOf, reliefOf, withActions } from '../plan/gifts.ts'
import { choosingBest, dayIn, deductedIn, dueThen, type GiveQuestion, type Giving, outcomeWith } from './giving.ts'

/** Both ways to give the same, each year with the deduction that is worth more over all years. Dollars. */
export interface GiveBunch {
  readonly years: number
  readonly yearly: number
  readonly bunched: GiveBunchSide
  readonly spread: GiveBunchSide
  /** What bunching saves beyond one gift each year; below zero it costs. */
  readonly gained: number
  /** The same with every amount, gifts too, discounted to the first year at the rate of the case. */
  readonly gainedPresentValue: number
  readonly discountRate: number
}

export interface GiveBunchSide {
  readonly worth: number
  readonly netCost: number
  /** Cost of all gifts less what they save, each year discounted. */
  readonly presentCost: number
  /** Years in which the standard deduction is taken although itemizing makes the least tax of the year by itself. */
  readonly standardChosen: readonly number[]
  readonly byYear: readonly GiveBunchYear[]
}

export interface GiveBunchYear {
  readonly year: number
  readonly given: number
  readonly deductionTaken: 'standard' | 'itemized'
  readonly giftsDeducted: number
  /** Federal and known state tax that the gifts save in the year. */
  readonly saved: number
}

export function bunchOf(giving: Giving, { bunch, yearly }: GiveQuestion): GiveBunch | null {
  if (bunch === undefined || yearly === undefined) return null
  const { year, base } = giving
  const rate = base.assumptions.discountRate
  const gifts = Array.from({ length: bunch }, (_, i) => year + i)
  const [without, once, each] = [
    giving.without,
    outcomeWith(giving, bunch * yearly),
    yearByYear(giving, base, gifts, yearly),
  ].map((outcome) => choosingBest(giving, outcome)) as [Outcome, Outcome, Outcome]
  const choiceThen = (i: number): string | undefined => giving.without.years[i]?.facts.deductionChoice
  const rest = { without, year, rate, choiceThen }
  const bunched = sideOf(rest, once, (of) => (of === year ? bunch * yearly : 0))
  const spread = sideOf(rest, each, (of) => (gifts.includes(of) ? yearly : 0))
  return {
    ...{ years: bunch, yearly, bunched, spread, gained: toCents(bunched.worth - spread.worth) },
    ...{ gainedPresentValue: toCents(spread.presentCost - bunched.presentCost), discountRate: rate },
  }
}

function yearByYear(
  { year, last, asked, on, to }: Giving,
  base: Case,
  gifts: readonly number[],
  cash: number,
): Outcome {
  const actions = gifts.map((each) => giveActionOf({ on: dayIn(on, each), to, cash, shares: 0, lot: null }))
  return outcomeOf(withActions(base, actions), year, last, asked.rounding ?? 'exact')
}

interface Against {
  readonly without: Outcome
  readonly year: number
  readonly rate: number
  /** The choice of the deduction that the case has in a year. */
  readonly choiceThen: (i: number) => string | undefined
}

function sideOf(
  { without, year, rate, choiceThen }: Against,
  outcome: Outcome,
  given: (year: number) => number,
): GiveBunchSide {
  const { worth, creditLeft } = reliefOf(without, outcome)
  const discounted = (amount: number, to: number): number => amount / (1 + rate) ** (to - year)
  const byYear = outcome.years.map((each, i) => ({
    ...{ year: each.year, given: given(each.year) },
    deductionTaken: each.return.election.itemizes === 1 ? ('itemized' as const) : ('standard' as const),
    giftsDeducted: toCents(deductedIn(each)),
    saved: dueThen(without, i) - dueThen(outcome, i),
  }))
  const total = byYear.reduce((sum, each) => sum + each.given, 0)
  const cost = byYear.reduce((sum, each) => sum + discounted(each.given - each.saved, each.year), 0)
  const end = byYear.at(-1)?.year ?? year
  return {
    ...{ worth: toCents(worth), netCost: toCents(total - worth) },
    presentCost: toCents(cost - discounted(creditLeft, end)),
    standardChosen: outcome.years
      .filter(({ facts }, i) => facts.deductionChoice !== choiceThen(i))
      .map((each) => each.year),
    byYear: byYear.map((each) => ({ ...each, saved: toCents(each.saved) })),
  }
}
