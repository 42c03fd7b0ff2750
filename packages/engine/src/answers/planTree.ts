/** The best plan while it is not known what becomes of the company: what to do now, and what then in each outcome. */
import type { Assumed, Case } from '../case.ts'
import type { PlainDate } from '../date.ts'
import { InputError } from '../errors.ts'
import type { Notice } from '../explain/notices.ts'
import { toCents } from '../money.ts'
import { judge, partsOf } from '../schedule/actions.ts'
import type { CaseProblem } from '../schedule/caseProblem.ts'
import { type Afterwards, branchesOf } from '../schedule/outcomes.ts'
import type { Shares } from '../schedule/problem.ts'
import { score } from '../schedule/score.ts'
import type { Progress, Solver } from '../schedule/solver.ts'
import { type StrategyName, strategyPlans, strategyWords } from '../schedule/strategies.ts'
import { type Branch, goalOf, type TreeAim, type TreeFound, treeSearch } from '../schedule/tree.ts'
import type { Asked } from './common.ts'
import { planOutcomes } from './planOutcomes.ts'
import { type PlanQuestion, planTerms } from './planTerms.ts'
import { entriesOf, type PlanEntry } from './planYears.ts'

/** What is asked of a tree of outcomes. */
export interface PlanTreeQuestion extends Omit<PlanQuestion, 'objective' | 'give' | 'actions'> {
  readonly objective: TreeAim['kind']
  /** Of risk-adjusted: how much the mean of the worst part of outcomes weighs against the mean of all, 0 to 1. */
  readonly aversion?: number
  /** That worst part, a fraction. */
  readonly worstPart?: number
  /** How many outcomes `company.view` is made into where the file names none: 3, 5 or 7. */
  readonly outcomes?: number
}

/** One outcome under a plan. Dollars of present value. */
export interface PlannedOutcome {
  readonly name: string
  readonly probability: number
  /** The day from which it is known. */
  readonly known: PlainDate
  /** Price of a share from that day. */
  readonly price: number
  readonly value: number
  /** Everything done in it, what all outcomes share included. */
  readonly plan: readonly PlanEntry[]
}

export interface PlanTreeAnswer {
  readonly from: PlainDate
  readonly through: number
  readonly objective: TreeAim['kind']
  readonly aversion: number | null
  readonly worstPart: number | null
  readonly discountRate: number
  readonly best: {
    /** What is done before the first outcome is known, the same in all. */
    readonly plan: readonly PlanEntry[]
    /** What is wanted: the mean, the worst, or the mix. */
    readonly value: number
    readonly bound: number | null
    readonly gap: number | null
    readonly proved: boolean
    readonly expected: number
    readonly worst: number
    readonly outcomes: readonly PlannedOutcome[]
  }
  readonly strategies: readonly {
    readonly name: StrategyName
    readonly what: string
    readonly value: number
    readonly expected: number
    readonly worst: number
  }[]
  /** The same search at other weights of the worst outcomes: what safety costs. */
  readonly curve: readonly { readonly aversion: number; readonly expected: number; readonly worst: number }[]
  readonly notices: readonly Notice[]
  readonly assumed: readonly Assumed[]
}

const usual = { aversion: 0.5, worstPart: 0.2 }
/** Weights at which the curve is shown. */
const weights = [0, 0.25, 0.5, 0.75, 1]

/**
 * @throws InputError where the file has neither outcomes nor a view to make them of, and as `planAnswer` does.
 */
export function planTreeAnswer(
  of: Case,
  { asOf }: Asked,
  question: PlanTreeQuestion,
  solver: Solver,
  progress?: Progress,
): PlanTreeAnswer {
  if (of.incomes.some(({ itemized }) => itemized?.stateAndLocalTaxes === 'auto'))
    throw new InputError([
      {
        path: 'incomes',
        code: 'conflict',
        message:
          'with outcomes, the deduction for state tax must be a number: stateAndLocalTaxes: auto differs from one outcome to the next.',
      },
    ])
  const { terms, assumed } = planTerms(of, asOf, question)
  const { outcomes, after, assumed: made } = planOutcomes(of, terms, question.outcomes)
  const branches = branchesOf(of, terms, outcomes, after)
  const aim = aimOf(question)
  const tree = treeSearch(solver, branches, aim)
  try {
    tree.search()
    if (question.prove) tree.prove(question.prove, progress)
    const strategies = strategiesIn(branches, tree.follow, aim)
    const found = tree.found()
    const known = branches.reduce((first, branch) => (branch.known < first ? branch.known : first), '9999-12-31')
    return {
      ...{ from: terms.from, through: terms.horizon, objective: question.objective, discountRate: terms.discount },
      aversion: aim.kind === 'riskAdjusted' ? aim.aversion : null,
      worstPart: aim.kind === 'riskAdjusted' ? aim.part : null,
      best: {
        plan: together(entriesIn(branches, found, 0).filter(({ on }) => on < known)),
        ...{ value: toCents(found.goal), bound: found.bound === null ? null : toCents(found.bound) },
        gap: found.bound === null ? null : toCents(found.bound - found.goal),
        proved: found.proved,
        ...meanAndWorst(branches, found),
        outcomes: outcomes.map(({ price }, b) => ({ ...outcomeOf(branches, found, b), price: toCents(price) })),
      },
      strategies,
      curve: weights.map((aversion) => ({
        aversion,
        ...curveAt(solver, branches, aversion, question.worstPart ?? usual.worstPart),
      })),
      notices: treeNotices(branches, found, tree.feasible, after),
      assumed: [...of.assumed, ...assumed, ...assumedOf(question), ...made],
    }
  } finally {
    tree.dispose()
  }
}

const aimOf = ({ objective, aversion = usual.aversion, worstPart = usual.worstPart }: PlanTreeQuestion): TreeAim =>
  objective === 'riskAdjusted' ? { kind: objective, aversion, part: worstPart } : { kind: objective }

const assumedOf = (question: PlanTreeQuestion): Assumed[] =>
  question.objective === 'riskAdjusted'
    ? (
        [
          ['aversion', '--aversion', String(usual.aversion), 'weight of the mean of the worst outcomes'],
          ['worstPart', '--worst-part', String(usual.worstPart), 'the part of outcomes that counts as the worst'],
        ] as const
      )
        .filter(([name]) => question[name] === undefined)
        .map(([, path, value, message]) => ({ path, value, message }))
    : []

function curveAt(solver: Solver, branches: readonly Branch[], aversion: number, part: number) {
  const tree = treeSearch(solver, branches, { kind: 'riskAdjusted', aversion, part })
  try {
    tree.search()
    return meanAndWorst(branches, tree.found())
  } finally {
    tree.dispose()
  }
}

const meanAndWorst = (branches: readonly Branch[], { values }: Pick<TreeFound, 'values'>) => ({
  expected: toCents(goalOf({ kind: 'expected' }, branches, values)),
  worst: toCents(Math.min(...values)),
})

function outcomeOf(branches: readonly Branch[], found: TreeFound, b: number): Omit<PlannedOutcome, 'price'> {
  const { name, probability, known, from } = branches[b] as Branch
  const value = toCents(judged(from, found.shares[b] as Shares))
  return { name, probability: Math.round(probability * 1e6) / 1e6, known, value, plan: entriesIn(branches, found, b) }
}

function entriesIn(branches: readonly Branch[], found: TreeFound, b: number): readonly PlanEntry[] {
  const { from } = branches[b] as Branch
  return entriesOf(from, partsOf(from, found.shares[b] as Shares))
}

/** Exercises of one grant on one day as one: which of the shares go where is decided only when an outcome is known. */
function together(plan: readonly PlanEntry[]): PlanEntry[] {
  const exercises = new Map<string, Extract<PlanEntry, { readonly exercise: number }>>()
  const others: PlanEntry[] = []
  for (const entry of plan) {
    if (!('exercise' in entry)) {
      others.push(entry)
      continue
    }
    const key = `${entry.grant}@${entry.on}`
    exercises.set(key, { ...entry, as: key, exercise: (exercises.get(key)?.exercise ?? 0) + entry.exercise })
  }
  return [...exercises.values(), ...others].sort((one, other) => (one.on < other.on ? -1 : one.on === other.on ? 0 : 1))
}

const judged = (from: CaseProblem, shares: Readonly<Shares>): number => judge(from, partsOf(from, shares)).value

/** Each strategy as it would be followed in the outcome that is known last, and its best continuation in each. */
function strategiesIn(
  branches: readonly Branch[],
  follow: (branch: number, shares: Readonly<Shares>) => TreeFound,
  aim: TreeAim,
): PlanTreeAnswer['strategies'] {
  const last = branches.reduce((latest, { known }, b) => (known > (branches[latest]?.known as string) ? b : latest), 0)
  const { from } = branches[last] as Branch
  return strategyPlans(from, score(from.problem)).map(({ name, shares }) => {
    const found = follow(last, shares)
    return {
      name,
      what: strategyWords[name],
      value: toCents(goalOf(aim, branches, found.values)),
      ...meanAndWorst(branches, found),
    }
  })
}

function treeNotices(branches: readonly Branch[], found: TreeFound, feasible: boolean, after: Afterwards): Notice[] {
  const notices: Notice[] = [
    {
      code: 'law',
      message:
        after === 'stays'
          ? "Until an outcome is known, every outcome does the same; the price grows until then as assumed, and is the outcome's own from its day on."
          : 'The outcomes stand for the view of the price: until their day the price grows as assumed, then it is known which of them came, and the price grows on from there. Nothing is learned on any other day.',
    },
  ]
  if (!feasible)
    notices.push({
      code: 'law',
      message:
        'No plan keeps within the cash there is in every outcome. Shown is the one that lacks least; it is not to be had as it stands.',
    })
  const apart = branches.some(
    ({ from }, b) => Math.abs(judged(from, found.shares[b] as Shares) - (found.values[b] as number)) > 1,
  )
  if (apart)
    notices.push({
      code: 'law',
      message:
        "The whole return makes an outcome worth something else than the search's own count; the values of outcomes are those of the whole return.",
    })
  return notices
}
