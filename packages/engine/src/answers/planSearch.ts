/** The search behind the answer: with the deduction for state tax figured anew on what is found, or with least AMT in view. */
import type { Case } from '../case.ts'
import { InputError, NotModelled } from '../errors.ts'
import { isoFirst, type Judged, judge, type Part, partsOf } from '../schedule/actions.ts'
import { type CaseProblem, caseProblem, stateTaxesDeducted } from '../schedule/caseProblem.ts'
import { worthOf } from '../schedule/exchange.ts'
import { movesOf } from '../schedule/moves.ts'
import type { Problem, Shares } from '../schedule/problem.ts'
import { type Search, searchOf } from '../schedule/search.ts'
import { actionsIn, simplified } from '../schedule/simplify.ts'
import type { Progress, Solver } from '../schedule/solver.ts'
import { strategyPlans } from '../schedule/strategies.ts'
import type { PlanTerms } from '../schedule/terms.ts'
import type { PlanQuestion } from './planTerms.ts'

/** A plan found, with what the whole engine says of it. */
export interface Searched {
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

export function searched(
  of: Case,
  terms: PlanTerms,
  question: PlanQuestion,
  solver: Solver,
  progress?: Progress,
): Searched {
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
    const shares = least ? isoFirst(problem, simple) : bestInOrder(problem, search, simple, most)
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

/**
 * The plan with ISO shares taken first, as an exercise takes them; where that changes it, a named strategy may be worth more than what is left of
 * it. The bound holds of either, because columns hold every order.
 */
function bestInOrder(problem: CaseProblem, { score }: Search, found: Shares, most: number): Shares {
  const ordered = isoFirst(problem, found)
  if (ordered.every((count, i) => count === found[i])) return found
  const worth = (shares: Shares): number => {
    score.set(shares)
    return worthOf(score)
  }
  const others = strategyPlans(problem, score)
    .map(({ shares }) => isoFirst(problem, shares))
    .filter((shares) => actionsIn(shares) <= most)
  return others.reduce((best, each) => (worth(each) > worth(best) ? each : best), ordered)
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

/** What the whole return makes of the plan beyond the search's own count. */
export function apartOf({ judged, search, shares }: Searched): number {
  search.score.set(shares)
  return judged.value - search.score.value()
}

/** Whether the search counts something else than the whole return does, so that its bound says nothing of that. */
export const differs = (found: Searched): boolean => Math.abs(apartOf(found)) > 1
