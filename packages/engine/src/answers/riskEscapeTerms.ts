/** What an escape hatch is figured with: how the price moves, and how much risk is shunned; what is missing for that, and what is left out. */
import type { Assumed, Case } from '../case.ts'
import { strikeOn } from '../equity/onDay.ts'
import type { EscapeMonth } from '../risk/escapeMonths.ts'
import { modelOf, type PriceModel } from '../risk/priceModel.ts'
import type { MissingFact } from './missingFact.ts'
import type { EscapeQuestion } from './riskEscape.ts'
import type { EscapeShares } from './riskEscapeShares.ts'
import { outsideOf } from './riskHolding.ts'

export interface EscapeAims {
  /** Null where it is not known how prices move. */
  readonly model: PriceModel | null
  readonly aversions: readonly number[]
  /** Dollars owned beside the shares watched; 0 where only the indifferent are asked. */
  readonly outside: number
  readonly missing: readonly MissingFact[]
  readonly assumed: readonly Assumed[]
}

const usualAversions = [0, 3]

/** @param found the shares watched; null: none */
export function escapeAims(of: Case, question: EscapeQuestion, found: EscapeShares | null): EscapeAims {
  const { view } = of.company
  const given = {
    ...(view ?? { liquidityOn: null }),
    growth: question.growth ?? view?.growth ?? null,
    volatility: question.volatility ?? view?.volatility ?? null,
    ...(question.failure !== undefined && { failure: question.failure }),
  }
  const model = modelOf(given)
  const wanted = question.aversions ?? usualAversions
  const outside = outsideOf(of, found ? stakeOf(of, found) : 0)
  const shuns = wanted.some((aversion) => aversion !== 0)
  const knows = outside !== null && outside > 0
  return {
    model,
    aversions: knows ? wanted : wanted.filter((aversion) => aversion === 0),
    outside: knows ? outside : 0,
    missing: [
      ...(model ? [] : [volatilityMissing]),
      ...(shuns && !knows ? [outside === null ? netWorthMissing : nothingBeside] : []),
    ],
    assumed: [
      ...of.assumed,
      ...(model && given.growth === null ? [flat] : []),
      ...(question.aversions === undefined
        ? [
            {
              path: '--aversion',
              value: usualAversions.join(', '),
              message: 'the hatch for whoever is indifferent to risk, and for whoever shuns it as people mostly do',
            },
          ]
        : []),
    ],
  }
}

/** What the shares are worth today, over the strike where that is still to be paid. */
function stakeOf(of: Case, { kind, watched, grant, from }: EscapeShares): number {
  const unpaid = kind === 'held' ? 0 : strikeOn(of, grant, from)
  return watched.shares * Math.max(0, watched.value - unpaid)
}

const volatilityMissing: MissingFact = {
  path: 'company.view.volatility',
  message: 'how much the price swings in a year: without it nothing can be said of what watching the price is worth.',
}
const netWorthMissing: MissingFact = {
  path: 'household.netWorth',
  message:
    'how much of all one owns is at stake: without it the hatch is only figured for whoever is indifferent to risk.',
}
const nothingBeside: MissingFact = {
  path: 'household.netWorth',
  message: 'is no more than these shares: with nothing beside them no aversion to risk can be weighed.',
}
const flat: Assumed = {
  path: 'company.view.growth',
  value: '0',
  message: 'no growth is given: the mean price stays as it is',
}

/** Sentences on what the figures leave out. */
export function leftOutOf(
  { setAside }: EscapeShares,
  months: readonly EscapeMonth[],
  model: PriceModel | null,
): string[] {
  const courses = months.flatMap(({ course }) => (course ? [course] : []))
  const unsold = months.some(({ soldWhenKept, course }) => course !== null && !soldWhenKept)
  const capped = courses.some(({ watch }) => watch.some(({ price }) => price !== null))
  return [
    'The price is looked at once a month, on the last weekday on which the shares can be sold; market holidays are not known.',
    'All shares are sold together, or all are kept. Kept shares are sold on the first day on which that qualifies: a sale after the year and before that day is not looked at.',
    ...(capped ? ['An offer takes as many shares as it buys; the rest is kept.'] : []),
    ...(unsold
      ? ['No market is known for kept shares once they qualify: they are taken at their value of that day.']
      : []),
    ...(model && model.failure > 0
      ? ['Shares of a company that fails in the year are taken as sold for nothing in it, which a market must allow.']
      : []),
    ...(setAside > 0
      ? [
          `${setAside} ${setAside === 1 ? 'entry' : 'entries'} of the plan that would take from these shares ${setAside === 1 ? 'is' : 'are'} set aside.`,
        ]
      : []),
    'Other lots, exercises, sales and gifts stand as the file has them, whatever the price does; shares exercised in the year on another day have a hatch of their own.',
  ]
}
