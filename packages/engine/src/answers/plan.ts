/** The best schedule: what to exercise and sell when, how far from the best any plan can be, and the strategies people know beside it. */
import type { Assumed, Case } from '../case.ts'
import { type PlainDate, yearOf } from '../date.ts'
import { valueOn } from '../equity/grant.ts'
import { InputError, NotModelled } from '../errors.ts'
import { consider, type Notice } from '../explain/notices.ts'
import { yearsWithLaw } from '../law/federal/tables.ts'
import { toCents } from '../money.ts'
import { isoFirst, type Judged, judge, type Part, partsOf, withPlan } from '../schedule/actions.ts'
import { type CaseProblem, caseProblem, type PlanTerms, stateTaxesDeducted } from '../schedule/caseProblem.ts'
import { movesOf } from '../schedule/moves.ts'
import type { Problem, Shares } from '../schedule/problem.ts'
import { type Search, searchOf } from '../schedule/search.ts'
import { type ShadowPrice, shadowPrices } from '../schedule/shadow.ts'
import { actionsIn, simplified } from '../schedule/simplify.ts'
import type { Progress, Solver } from '../schedule/solver.ts'
import { type StrategyName, strategyPlans, strategyWords } from '../schedule/strategies.ts'
import { type StateYear, stateTaxOf } from '../stateYears.ts'
import { creditIntoNext } from '../timeline.ts'
import { type Asked, noticesFor } from './common.ts'
import { type Staging, stagingOf, type Window, windowsOf } from './planTiming.ts'
import { stateYearNotices } from './states.ts'

/** What a plan is asked for. Left out, each has its default, which the answer lists. */
export interface PlanQuestion {
  /** The last year of decisions; default: the horizon of the file, and five years at least. */
  readonly through?: number
  /** Growth of the price a year; default: that of `company.view`, else none. */
  readonly growth?: number
  /** Money set aside for strike and tax each year. */
  readonly save?: number
  /** Looks at a second day of decisions in each year, in December. */
  readonly december?: boolean
  /** No year may have more AMT than it has by itself. */
  readonly neverPast?: boolean
  /** Shares that must still be held on the last day. */
  readonly keep?: number
  /** The most that shares held at the end of a year may be of net worth, a fraction. */
  readonly concentration?: number
  /** What is wanted most; least AMT gives up a part of the money, `give`, by default a hundredth. */
  readonly objective?: 'wealth' | 'leastAmt'
  readonly give?: number
  /** At most so many actions. */
  readonly actions?: number
  /** Says what a little more cash, wages or shares would be worth. */
  readonly shadow?: boolean
  /** Compares staging with exercising all now over growths of the price. */
  readonly staging?: boolean
  /** Looks for the certificate; with the gap in dollars and the nodes at which to stop. */
  readonly prove?: { readonly gap: number; readonly nodes: number }
}

/** One entry as a scenario file would have it. */
export type PlanEntry =
  | { readonly on: PlainDate; readonly exercise: number; readonly grant: string; readonly as: string }
  | { readonly on: PlainDate; readonly sell: number; readonly lot: string; readonly price: number }

/** One year of a plan. Dollars; taxes and credit are federal but for `stateTax`. */
export interface PlanYear {
  readonly year: number
  readonly exercised: number
  readonly sold: number
  readonly strike: number
  readonly proceeds: number
  readonly totalTax: number
  readonly amt: number
  readonly stateTax: number | null
  readonly creditLeft: number
  /** Of the cash there is, with what is set aside, what the plan has left at the end of the year; null where cash is not given. */
  readonly cash: number | null
}

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

/** Years after the last decision in which credit and losses still come home. */
const tailYears = 10
/** Years that staging is looked at over, where the file looks no further. */
const fewestYears = 5

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
  const plain = (shares: Readonly<Shares>) => judge(problem, partsOf(problem, shares), rounding)
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

/** What the whole return makes of the plan beyond the search's own count. */
function apartOf({ judged, search, shares }: Searched): number {
  search.score.set(shares)
  return judged.value - search.score.value()
}

/** Whether the search counts something else than the whole return does, so that its bound says nothing of that. */
const differs = (found: Searched): boolean => Math.abs(apartOf(found)) > 1

interface Searched {
  readonly problem: CaseProblem
  readonly search: Search
  readonly shares: Shares
  readonly parts: readonly Part[]
  readonly judged: Judged
  readonly bound: number | null
  readonly proved: boolean
  /** Why there is no bound; null where there is one. */
  readonly unbounded: NotModelled | null
  readonly least: LeastAmtFound | null
}

/** The plan of least AMT among those worth enough. */
interface LeastAmtFound {
  readonly problem: Problem
  readonly shares: Shares
  /** Present value of its AMT, and the least that any such plan can have. */
  readonly amtWorth: number
  readonly bound: number | null
}

/** Part of the money that is given up for less AMT, where the question does not say. */
const givenUp = 0.01

/** With a little less asked of the money, so that fewer actions may do. */
const eased = (problem: Problem): Problem => ({
  ...problem,
  ...(problem.aim && { aim: { valueAtLeast: problem.aim.valueAtLeast - 1e-3 * Math.abs(problem.aim.valueAtLeast) } }),
})

function leastAmtOf(
  { problem }: CaseProblem,
  richest: Readonly<Shares>,
  value: number,
  question: PlanQuestion,
  solver: Solver,
  progress?: Progress,
): LeastAmtFound {
  const aimed: Problem = { ...problem, aim: { valueAtLeast: value - (question.give ?? givenUp) * Math.abs(value) } }
  const { search } = searching(solver, { problem: aimed })
  try {
    search.from([richest])
    if (question.prove) search.prove(question.prove, progress)
    const { shares, bound } = search.best()
    search.score.set(shares)
    search.score.value()
    return {
      problem: aimed,
      shares,
      amtWorth: search.score.amtWorth(),
      bound: bound === null ? null : Math.max(0, -bound),
    }
  } finally {
    search.dispose()
  }
}

/** Times that the deduction for state tax is figured anew on the plan found. */
const stateTurns = 2

function searched(of: Case, terms: PlanTerms, question: PlanQuestion, solver: Solver, progress?: Progress): Searched {
  let stateTaxes: readonly number[] | undefined
  for (let turn = 0; ; turn++) {
    const problem = caseProblem(of, terms, stateTaxes)
    requireColumns(problem)
    const { search, unbounded } = searching(solver, problem)
    search.from(strategyPlans(problem, search.score).map(({ shares }) => shares))
    if (question.prove) search.prove(question.prove, progress)
    const { bound, proved, shares: richest, value } = search.best()
    const least =
      question.objective === 'leastAmt' ? leastAmtOf(problem, richest, value, question, solver, progress) : null
    const most = question.actions ?? Number.POSITIVE_INFINITY
    const moves = movesOf(problem.problem)
    const simple = least
      ? simplified(eased(least.problem), search.score, moves, least.shares, most)
      : simplified(problem.problem, search.score, moves, richest, most)
    const shares = isoFirst(problem, simple)
    const parts = partsOf(problem, shares)
    const judged = judge(problem, parts)
    const deducted = of.incomes.some(({ itemized }) => itemized?.stateAndLocalTaxes === 'auto')
    if (!deducted || turn === stateTurns) {
      const most = deducted ? boundOfMostDeducted(of, terms, shares, solver) : bound
      return { problem, search, shares, parts, judged, bound: most, proved: proved && !deducted, unbounded, least }
    }
    stateTaxes = stateTaxesDeducted(judged.years)
    search.dispose()
  }
}

/** More state tax than any limit on its deduction. */
const beyondLimit = 1e7

/**
 * A bound where the deduction for state tax depends on the plan: that of the same years with the whole limit deducted in each, which no plan
 * can better. A deduction never makes a year's taxes larger, nor brings less credit. IRC §164(b)(6).
 */
function boundOfMostDeducted(of: Case, terms: PlanTerms, shares: Readonly<Shares>, solver: Solver): number | null {
  const years = terms.horizon + terms.tail - (of.incomes[0]?.year as number) + 1
  const problem = caseProblem(
    of,
    terms,
    Array.from({ length: years }, () => beyondLimit),
  )
  const { search } = searching(solver, problem)
  try {
    search.from([shares])
    return search.best().bound
  } finally {
    search.dispose()
  }
}

/** A search with a bound, or without one where the rows do not hold what the household has. */
function searching(
  solver: Solver,
  { problem }: Pick<CaseProblem, 'problem'>,
): { search: Search; unbounded: NotModelled | null } {
  try {
    return { search: searchOf(solver, problem), unbounded: null }
  } catch (error) {
    if (!(error instanceof NotModelled)) throw error
    return { search: searchOf(null, problem), unbounded: error }
  }
}

function requireColumns({ problem, terms }: CaseProblem): void {
  if (problem.columns.length > 0) return
  throw new InputError([
    {
      path: 'grants',
      code: 'outOfRange',
      message: `from ${terms.from} to ${terms.horizon} there is nothing to decide: no share is held, and no option can be exercised above its strike.`,
    },
  ])
}

export function planTerms(
  of: Case,
  asOf: PlainDate,
  question: Omit<PlanQuestion, 'objective' | 'give' | 'actions'>,
): { readonly terms: PlanTerms; readonly assumed: Assumed[] } {
  const first = of.incomes[0]?.year ?? yearOf(asOf)
  const from = asOf < `${first}-01-01` ? `${first}-01-01` : asOf
  const far = Math.max(of.assumptions.horizon, yearOf(from) + fewestYears - 1)
  const horizon = question.through ?? far
  if (horizon < yearOf(from) || horizon + tailYears > yearsWithLaw.last)
    throw new InputError([
      {
        path: '--through',
        code: 'outOfRange',
        message: `is ${horizon}; choose a year from ${yearOf(from)} to ${yearsWithLaw.last - tailYears}.`,
      },
    ])
  const growth = question.growth ?? of.company.view?.growth ?? 0
  const { discountRate } = of.assumptions
  const usual: readonly (readonly ['through' | 'growth' | 'save' | 'december', string, string, string])[] = [
    ['through', '--through', String(horizon), 'the last year of decisions'],
    [
      'growth',
      '--growth',
      String(growth),
      of.company.view?.growth == null ? 'no growth is given: a flat price' : 'company.view.growth',
    ],
    ['save', '--save', '0', 'money set aside each year for strike and tax'],
    [
      'december',
      '--december',
      'false',
      'one day of decisions a year, in January; sales in March or when shares qualify',
    ],
  ]
  const assumed = usual
    .filter(([name]) => question[name] === undefined)
    .map(([, path, value, message]) => ({ path, value, message }))
  if (of.household.cash === null)
    assumed.push({
      path: 'household.cash',
      value: 'any amount',
      message: 'not given: the plan is not held to the cash there is',
    })
  return {
    terms: {
      ...{ from, horizon, tail: tailYears, growth, discount: discountRate },
      ...{ saved: question.save ?? 0, december: question.december ?? false },
      ...{ neverPast: question.neverPast ?? false, keep: question.keep ?? 0 },
      concentration: question.concentration ?? null,
    },
    assumed,
  }
}

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

/** A plan as entries of a scenario file, by day. */
export function entriesOf(problem: CaseProblem, parts: readonly Part[]): PlanEntry[] {
  const before = new Set(problem.base.plan)
  return withPlan(problem, parts).plan.flatMap((action): PlanEntry[] => {
    if (before.has(action)) return []
    if (action.kind === 'exercise')
      return [{ on: action.on, exercise: action.shares, grant: action.grant, as: action.as }]
    if (action.kind !== 'sell' || action.lot === null || action.price === null) return []
    return [{ on: action.on, sell: action.shares, lot: action.lot, price: toCents(action.price) }]
  })
}

/** Years of decision, and those of the tail in which credit still comes home. */
function planYears(
  { first, last }: CaseProblem,
  { years, states }: Judged,
  parts: readonly Part[],
  cash: ArrayLike<number>,
): PlanYear[] {
  return years.flatMap((figured, i): PlanYear[] => {
    const { year } = figured
    const bill = states[i] as StateYear
    const exercised = parts.filter(({ fate }) => fate.exercisedOn !== null && yearOf(fate.exercisedOn) === year)
    const sold = parts.filter(({ fate }) => yearOf(fate.soldOn) === year)
    const credit = Math.max(0, creditIntoNext(figured))
    const used = figured.return.form8801.line25
    if (year < first || (year > last && credit < 0.005 && used < 0.005)) return []
    const total = (of: readonly Part[], amount: (part: Part) => number) =>
      of.reduce((sum, part) => sum + amount(part), 0)
    const state = stateTaxOf(bill)
    return [
      {
        ...{ year, exercised: total(exercised, ({ shares, fate }) => shares * fate.exercises) },
        sold: total(sold, ({ shares, fate }) => shares * fate.split),
        strike: toCents(total(exercised, ({ shares, fate }) => shares * fate.exercises * fate.strike)),
        proceeds: toCents(total(sold, ({ shares, fate }) => shares * fate.split * fate.price)),
        totalTax: toCents(figured.return.form1040.line24),
        amt: toCents(figured.return.form6251.line11),
        stateTax: state === null ? null : toCents(state),
        creditLeft: toCents(credit),
        cash: Number.isNaN(cash[i]) ? null : toCents(cash[i] as number),
      },
    ]
  })
}

/** Prices of the days on which the plan does something. */
function pricesOf({ base }: CaseProblem, parts: readonly Part[]): { readonly on: PlainDate; readonly fmv: number }[] {
  const days = parts.flatMap(({ fate }) => [...(fate.exercisedOn ? [fate.exercisedOn] : []), fate.soldOn])
  return [...new Set(days)]
    .sort()
    .map((on) => ({ on, fmv: toCents(valueOn(base.company.prices, base.company.splits, on) as number) }))
}

const law = (message: string): Notice => ({ code: 'law', message })

function planNotices(of: Case, found: Searched, terms: PlanTerms): Notice[] {
  const { problem, parts, unbounded, shares } = found
  const later = of.plan.filter(({ on }) => on >= terms.from).length
  const notices: Notice[] = []
  if (later > 0)
    notices.push(
      law(
        `${later} ${later === 1 ? 'entry' : 'entries'} of the plan in the file from ${terms.from} on ${later === 1 ? 'is' : 'are'} what is being decided, and ${later === 1 ? 'was' : 'were'} set aside.`,
      ),
    )
  if ((of.company.outcomes ?? []).length > 0)
    notices.push(
      law(
        'The file has outcomes of the company: --objective expected, worst or riskAdjusted plans over them. This plan is for one price path.',
      ),
    )
  if (terms.growth !== 0)
    notices.push(
      law(
        'No price path is ever known: the best plan knows the one assumed, and sells at its best day. Look at the plan for a flat price beside it.',
      ),
    )
  if (unbounded) notices.push({ code: 'notModelled', message: `No bound: ${unbounded.message}` })
  if (of.incomes.some(({ itemized }) => itemized?.stateAndLocalTaxes === 'auto'))
    notices.push(
      law(
        'The deduction for state tax depends on the plan: the search holds it still at what the plan found owes, and the bound takes the whole limit as deducted every year.',
      ),
    )
  if (differs(found))
    notices.push(
      law(
        `The whole return makes the plan worth ${signed(apartOf(found))} against the search's own count, which leaves out what no column can hold (a year with a move between states, wash sales, the order in which a grant's ISO and NSO shares go). The value shown is that of the whole return; there is no bound on it.`,
      ),
    )
  const lapsed = problem.problem.sources.flatMap((source, s) => {
    const taken = problem.problem.columns.reduce(
      (sum, column, i) => sum + (column.source === s ? (shares[i] as number) : 0),
      0,
    )
    return source.kind === 'grant' && taken < source.shares ? [`${source.shares - taken} of ${source.name}`] : []
  })
  if (lapsed.length > 0) notices.push(law(`Left unexercised through ${terms.horizon}: ${lapsed.join(', ')}.`))
  if (!of.company.listed && parts.some(({ fate }) => fate.soldOn.startsWith(String(terms.horizon))))
    notices.push(
      law(
        `The shares are not listed: what is left in ${terms.horizon} is taken at its value then, whether or not it can be sold.`,
      ),
    )
  return notices
}

const signed = (amount: number): string =>
  `${amount < 0 ? '-' : '+'}${Math.abs(amount).toLocaleString('en-US', { style: 'currency', currency: 'USD' })}`

/** Notices of the years the plan touches: figures that are open or projected, and what states leave out. */
function judgedNotices({ years, states }: Judged): Notice[] {
  const [year] = years.filter(({ exercises, dispositions }) => exercises.length + dispositions.length > 0)
  return [...(year ? noticesFor(consider(year.choice), year.facts) : []), ...stateYearNotices(states)]
}
