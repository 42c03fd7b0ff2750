/** Waiting: what staging costs where the price climbs meanwhile, and windows that close, at expiry or after employment. */
import type { Case } from '../case.ts'
import type { PlainDate } from '../date.ts'
import { yearOf } from '../date.ts'
import { lastExerciseDay, lastIsoDay } from '../equity/grant.ts'
import { toCents } from '../money.ts'
import { type CaseProblem, caseProblem } from '../schedule/caseProblem.ts'
import { type Effort, interactive, searchOf } from '../schedule/search.ts'
import { type StrategyName, strategyPlans } from '../schedule/strategies.ts'
import type { PlanTerms } from '../schedule/terms.ts'

/** At one growth of the price: the best that was found, everything now, and the room filled each January. Dollars of present value. */
export interface StagingRow {
  readonly growth: number
  readonly best: number
  readonly allNow: number
  readonly fillTheRoom: number
}

export interface Staging {
  readonly rows: readonly StagingRow[]
  /** The growth a year above which exercising all now is worth more than filling the room; null where none up to 100 % is. */
  readonly breakEvenGrowth: number | null
}

/** An option whose time ends within the plan. */
export interface Window {
  readonly grant: string
  /** Why it ends: the option expires, or employment does. */
  readonly because: 'expiry' | 'employment'
  /** The last day on which an exercise is that of an ISO, and the last on which there can be one. */
  readonly isoUntil: PlainDate
  readonly until: PlainDate
  /** What the plan would lose without the grant. */
  readonly worth: number
}

const growths = [-0.3, -0.1, 0, 0.1, 0.2, 0.4]
/** Comparisons need no bound. */
const quick: Effort = { ...interactive, branches: 0, turns: 0, starts: 1 }

/** @throws InputError, NotModelled as the plan does. */
export function stagingOf(of: Case, terms: PlanTerms): Staging {
  const rows = growths.map((growth): StagingRow => {
    const problem = caseProblem(of, { ...terms, growth })
    const { allNow, fillTheRoom } = worths(problem, ['allNow', 'fillTheRoom'])
    return { growth, best: toCents(bestOf(problem)), allNow: toCents(allNow), fillTheRoom: toCents(fillTheRoom) }
  })
  return { rows, breakEvenGrowth: breakEven(of, terms) }
}

type Worths = { [Name in StrategyName]: number }

function worths({ problem, ...rest }: CaseProblem, names: readonly StrategyName[]): Worths {
  const search = searchOf(null, problem)
  const plans = strategyPlans({ problem, ...rest }, search.score).filter(({ name }) => names.includes(name))
  return Object.fromEntries(
    plans.map(({ name, shares }) => {
      search.score.set(shares)
      return [name, search.score.value()]
    }),
  ) as Worths
}

function bestOf(problem: CaseProblem): number {
  const search = searchOf(null, problem.problem)
  search.from(
    strategyPlans(problem, search.score).map(({ shares }) => shares),
    { ...quick, starts: 3 },
  )
  return search.best().value
}

/** Where all now first overtakes filling the room and stays ahead: looked for from tenth to tenth, then by halving. */
function breakEven(of: Case, terms: PlanTerms): number | null {
  const gains = (growth: number): boolean => {
    const { allNow, fillTheRoom } = worths(caseProblem(of, { ...terms, growth }), ['allNow', 'fillTheRoom'])
    return allNow > fillTheRoom
  }
  const tenths = Array.from({ length: 16 }, (_, i) => (i - 5) / 10)
  const behind = tenths.findLastIndex((growth) => !gains(growth))
  const [under, over] = [tenths[behind], tenths[behind + 1]]
  if (over === undefined) return null
  if (under === undefined) return over
  let [low, high] = [under, over]
  while (high - low > 0.001) {
    const middle = (low + high) / 2
    if (gains(middle)) high = middle
    else low = middle
  }
  return Math.round(high * 1000) / 1000
}

/** Windows that close by the end of the plan, with what each is worth to `value`, the best plan's. */
export function windowsOf(of: Case, terms: PlanTerms, value: number): Window[] {
  return of.grants.flatMap((grant): Window[] => {
    const until = lastExerciseDay(grant)
    const isoUntil = lastIsoDay(grant)
    const ends = isoUntil < until ? isoUntil : until
    if (ends < terms.from || yearOf(ends) > terms.horizon) return []
    const because = grant.employmentEnds !== null ? 'employment' : 'expiry'
    return [
      { grant: grant.id, because, isoUntil, until, worth: toCents(Math.max(0, value - without(of, terms, grant.id))) },
    ]
  })
}

/** The best plan's worth without a grant's options; shares already exercised of it stay. */
function without(of: Case, terms: PlanTerms, id: string): number {
  const problem = caseProblem(of, terms)
  const drop = new Set(
    problem.problem.sources.flatMap(({ name }, s) => (name === id || name === `${id} (NSO)` ? [s] : [])),
  )
  const sources = problem.problem.sources.map((source, s) =>
    drop.has(s) ? { ...source, shares: 0, vested: source.vested.map(() => 0) } : source,
  )
  return bestOf({ ...problem, problem: { ...problem.problem, sources } })
}
