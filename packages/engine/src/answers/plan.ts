/** The best schedule: what to exercise and sell when, how far from the best any plan can be, and the strategies people know beside it. */
import type { Assumed, Case } from '../case.ts'
import { type PlainDate, yearOf } from '../date.ts'
import { InputError } from '../errors.ts'
import type { Notice } from '../explain/notices.ts'
import { toCents } from '../money.ts'
import { type Judged, judge, partsOf } from '../schedule/actions.ts'
import type { CaseProblem } from '../schedule/caseProblem.ts'
import type { Shares } from '../schedule/problem.ts'
import type { Search } from '../schedule/search.ts'
import { type ShadowPrice, shadowPrices } from '../schedule/shadow.ts'
import { actionsIn } from '../schedule/simplify.ts'
import type { Progress, Solver } from '../schedule/solver.ts'
import { type StrategyName, strategyPlans, strategyWords } from '../schedule/strategies.ts'
import type { PlanTerms } from '../schedule/terms.ts'
import { creditIntoNext } from '../timeline.ts'
import type { Asked } from './common.ts'
import { judgedNotices, planNotices } from './planNotices.ts'
import { differs, type Searched, searched } from './planSearch.ts'
import { type PlanQuestion, planTerms } from './planTerms.ts'
import { type Staging, stagingOf, type Window, windowsOf } from './planTiming.ts'
import { entriesOf, type PlanEntry, type PlanYear, planYears, pricesOf } from './planYears.ts'

export interface PlannedBest {
  readonly plan: readonly PlanEntry[]
  /** Present value of the money after tax that the shares bring, credit and losses carried in counted. */
  readonly value: number
  /** The same money at the end of the last year of decisions. */
  readonly valueAtHorizon: number
  /** No plan is worth more, within the solver's tolerance; null where that could not be bounded. */
  readonly bound: number | null
  readonly gap: number | null
  /** Whether the search for the certificate came to its end. */
  readonly proved: boolean
  /** The value with the Tax Table, where the question asks for figures as filed; the search and its bound are exact. */
  readonly asFiled: number | null
  readonly amt: number
  readonly creditLeft: number
  readonly actions: number
  readonly years: readonly PlanYear[]
}

export interface PlannedStrategy {
  readonly name: StrategyName
  readonly what: string
  readonly value: number
  readonly amt: number
  readonly creditLeft: number
  /** The most that cash lacks for it at any one time; 0 where it can be paid. */
  readonly cashShort: number
}

export interface PlanAnswer {
  readonly from: PlainDate
  readonly through: number
  readonly objective: 'wealth' | 'leastAmt'
  readonly discountRate: number
  readonly growth: number
  readonly best: PlannedBest
  /** Of least AMT: its present value, the least that a plan worth enough can have, and what was given up for it; null where it was not asked for. */
  readonly leastAmt: { readonly amtWorth: number; readonly bound: number | null; readonly valueAtLeast: number } | null
  readonly strategies: readonly PlannedStrategy[]
  /** The plan that is best where the price stays as it is, and what it is worth on the path assumed; null where that is flat. */
  readonly flat: {
    readonly plan: readonly PlanEntry[]
    readonly value: number | null
    readonly valueIfFlat: number
  } | null
  /** Options whose time ends within the plan. */
  readonly windows: readonly Window[]
  readonly staging: Staging | null
  /** What a dollar or a share more, or less, is worth to the best plan; empty where it was not asked for or could not be said. */
  readonly shadowPrices: readonly ShadowPrice[]
  /** Prices assumed on the days of the plan. */
  readonly prices: readonly { readonly on: PlainDate; readonly fmv: number }[]
  readonly notices: readonly Notice[]
  readonly assumed: readonly Assumed[]
}

/**
 * The best plan from a day on. What the file plans before that day stands; what it plans later is what is being decided.
 * @throws InputError where nothing can be decided, NotModelled for what the law applies to and the years cannot figure.
 */
export function planAnswer(
  of: Case,
  { asOf, rounding = 'exact' }: Asked,
  question: PlanQuestion,
  solver: Solver,
  progress?: Progress,
): PlanAnswer {
  const { terms, assumed } = planTerms(of, asOf, question)
  const found = searched(of, terms, question, solver, progress)
  const { problem, judged, parts, search } = found
  const plain = (shares: Readonly<Shares>) => judge(problem, partsOf(problem, shares))
  const strategies = strategyPlans(problem, search.score).map(({ name, shares }) => {
    search.score.set(shares)
    search.score.value()
    const cashShort = search.score.mostShort()
    return printedStrategy(name, plain(shares), problem, cashShort)
  })
  const flat = terms.growth === 0 ? null : flatPlan(of, { ...terms, growth: 0 }, question, solver, problem, search)
  const value = judged.value
  const bound = found.bound === null || differs(found) ? null : Math.max(found.bound, value)
  search.score.set(found.shares)
  search.score.value()
  const years = planYears(problem, judged, parts, search.score.cash)
  search.dispose()
  return {
    ...{
      from: terms.from,
      through: terms.horizon,
      objective: question.objective ?? 'wealth',
      discountRate: terms.discount,
      growth: terms.growth,
    },
    best: {
      plan: entriesOf(problem, parts),
      value: toCents(value),
      valueAtHorizon: toCents(value * (1 + terms.discount) ** (terms.horizon + 1 - yearOf(terms.from))),
      bound: bound === null ? null : toCents(bound),
      gap: bound === null ? null : toCents(bound - value),
      proved: found.proved,
      asFiled: rounding === 'as-filed' ? toCents(judge(problem, parts, rounding).value) : null,
      ...amtAndCredit(problem, judged),
      ...{ actions: actionsIn(found.shares), years },
    },
    leastAmt: found.least && {
      amtWorth: toCents(found.least.amtWorth),
      bound: found.least.bound === null ? null : toCents(found.least.bound),
      valueAtLeast: toCents(found.least.problem.aim?.valueAtLeast as number),
    },
    strategies,
    flat,
    windows: windowsOf(of, terms, value),
    staging: question.staging ? stagingOf(of, terms) : null,
    shadowPrices:
      question.shadow && !found.unbounded
        ? pricesShown(shadowPrices(solver, problem.problem, found.shares, problem.first))
        : [],
    prices: pricesOf(problem, parts),
    notices: [...planNotices(of, found, terms), ...judgedNotices(judged)],
    assumed: [...of.assumed, ...assumed],
  }
}

const pricesShown = (prices: readonly ShadowPrice[]): ShadowPrice[] =>
  prices.map(({ more, less, ...rest }) => ({
    ...rest,
    ...{ more: more === null ? null : toCents(more), less: less === null ? null : toCents(less) },
  }))

/** The flat-price plan, and what it is worth where the price does move as assumed. */
function flatPlan(
  of: Case,
  terms: PlanTerms,
  question: PlanQuestion,
  solver: Solver,
  problem: CaseProblem,
  { score }: Search,
): PlanAnswer['flat'] {
  const { prove: _, ...rest } = question
  let flat: Searched
  try {
    flat = searched(of, terms, rest, solver)
  } catch (error) {
    if (error instanceof InputError) return null
    throw error
  }
  const shares = new Float64Array(problem.fates.length)
  const missing = flat.parts.filter(({ fate, shares: count }) => {
    const at = problem.fates.findIndex(
      (each) =>
        each.grant === fate.grant &&
        each.lot === fate.lot &&
        each.exercisedOn === fate.exercisedOn &&
        each.soldOn === fate.soldOn,
    )
    if (at >= 0) shares[at] = (shares[at] as number) + count
    return at < 0
  })
  score.set(shares)
  const value = missing.length > 0 ? null : toCents(judge(problem, partsOf(problem, shares)).value)
  const valueIfFlat = toCents(flat.judged.value)
  flat.search.dispose()
  return { plan: entriesOf(flat.problem, flat.parts), value, valueIfFlat }
}

/** AMT from the first year of decisions on, and the credit left at the end of the last. */
function amtAndCredit(
  { first, last }: CaseProblem,
  { years }: Judged,
): { readonly amt: number; readonly creditLeft: number } {
  const end = years.find(({ year }) => year === last)
  return {
    amt: toCents(years.reduce((sum, year) => sum + (year.year >= first ? year.return.form6251.line11 : 0), 0)),
    creditLeft: toCents(end ? Math.max(0, creditIntoNext(end)) : Number.NaN),
  }
}

const printedStrategy = (
  name: StrategyName,
  judged: Judged,
  problem: CaseProblem,
  cashShort: number,
): PlannedStrategy => ({
  ...{ name, what: strategyWords[name], value: toCents(judged.value), cashShort: toCents(cashShort) },
  ...amtAndCredit(problem, judged),
})
