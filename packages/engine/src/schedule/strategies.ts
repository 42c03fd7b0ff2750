/**
 * The strategies that people know by name, each as a plan of the same problem, so that all are judged alike. A strategy says
 * when to exercise; what it holds is sold on the day it first qualifies or at the horizon, whichever is worth more.
 */
import type { PlainDate } from '../date.ts'
import type { CaseProblem } from './caseProblem.ts'
import { type Column, nothingDone, type Problem, type Shares, type SumName, sumNames } from './problem.ts'
import type { Score } from './score.ts'

/** What each strategy is called, and what it does. */
export const strategyWords = {
  nothing: 'exercise nothing; sell the shares held when they qualify, or at the horizon',
  allNow: 'exercise everything as soon as it has vested, and hold',
  evenSplit: 'exercise an equal part on every day of exercise, and hold',
  fillTheRoom: 'each year exercise what makes no AMT, less a margin, and hold',
  beforeCreditShrinks: 'each year exercise what leaves no more credit behind than nothing would, and hold',
  waitForLiquidity: 'wait until there is a market, then exercise and hold',
  exerciseAndSell: 'exercise and sell on one day, as soon as it has vested and there is a market',
  disqualifyAtYearEnd: 'exercise everything as it vests; sell in the same year what would make AMT, and hold the rest',
} as const
export type StrategyName = keyof typeof strategyWords

/** Part of the room that who fills it leaves free, because December may bring a surprise. */
export const roomMargin = 0.05

/** Every strategy's plan, in the order of the names. */
export function strategyPlans(
  from: CaseProblem,
  score: Score,
): { readonly name: StrategyName; readonly shares: Shares }[] {
  const turns = turnsOf(from)
  const lots = lotsHeld(from, score)
  const hold = (count: Count): Shares =>
    better(
      score,
      walked(from.problem, score, turns, lots, first, count),
      walked(from.problem, score, turns, lots, last, count),
    )
  const atOnce = ({ columns }: Turn) => columns.find(({ column }) => column.atOnce)
  const plans: { readonly [Name in StrategyName]: () => Shares } = {
    nothing: () => lots,
    allNow: () => hold(({ most }) => most),
    evenSplit: () => hold(({ turn, most }) => Math.min(most, Math.ceil(turn.shares / turn.count))),
    fillTheRoom: () => hold((step) => Math.floor(largest(score, step, score.amt) * (1 - roomMargin))),
    beforeCreditShrinks: () => hold((step) => largest(score, step, score.credit())),
    waitForLiquidity: () => hold(({ turn, most }) => (atOnce(turn) ? most : 0)),
    exerciseAndSell: () => walked(from.problem, score, turns, lots, atOnce, ({ most }) => most),
    disqualifyAtYearEnd: () =>
      better(score, undone(from.problem, score, turns, lots, first), undone(from.problem, score, turns, lots, last)),
  }
  return (Object.keys(plans) as StrategyName[]).map((name) => ({ name, shares: plans[name]() }))
}

/** One day on which one source may be exercised, with the ways to sell what is. */
interface Turn {
  readonly source: number
  readonly slot: number
  /** Days of exercise of the source, and all its shares. */
  readonly count: number
  readonly shares: number
  readonly on: string
  readonly columns: readonly { readonly at: number; readonly column: Column; readonly soldOn: string }[]
}

function turnsOf({ problem, fates, base }: CaseProblem): Turn[] {
  const turns = new Map<string, Turn & { columns: Turn['columns'][number][] }>()
  problem.columns.forEach((column, at) => {
    const source = problem.sources[column.source] as Problem['sources'][number]
    const { exercisedOn, soldOn } = fates[at] as CaseProblem['fates'][number]
    // A tender takes so few shares that no strategy counts on it
    if (exercisedOn === null || inTender(base, soldOn)) return
    const key = `${column.source} ${column.exercised}`
    const turn = turns.get(key) ?? {
      ...{ source: column.source, slot: column.exercised, on: exercisedOn, columns: [], shares: source.shares },
      count: source.vested.length,
    }
    turn.columns.push({ at, column, soldOn })
    turns.set(key, turn)
  })
  return [...turns.values()].sort((one, other) =>
    one.on < other.on ? -1 : one.on === other.on ? one.source - other.source : 1,
  )
}

/** Whether a day's sales are those of a tender: shares without another market. */
const inTender = ({ company }: CaseProblem['base'], soldOn: PlainDate | undefined): boolean =>
  !company.listed && (company.tenders ?? []).some(({ on }) => on === soldOn)

const kindOf = (name: SumName): number => sumNames.indexOf(name)
const longAlone = [kindOf('spread'), kindOf('long'), kindOf('amtLong')]

/** Whether a sale brings nothing but long-term gain: it qualifies, or is of a nonstatutory option's shares held for a year. */
const qualifies = ({ touches, sold, atOnce }: Column): boolean =>
  !atOnce && touches.every(({ year, kind }) => year < sold || longAlone.includes(kind))

type Way = (turn: Turn) => Turn['columns'][number] | undefined
const first: Way = ({ columns }) => columns.find(({ column }) => qualifies(column)) ?? columns.at(-1)
const last: Way = ({ columns }) => columns.at(-1)

/** Shares of one turn: at most `most`, put in column `at`. */
interface Step {
  readonly turn: Turn
  readonly most: number
  readonly at: number
}
type Count = (step: Step) => number

/** A plan made day by day; each count is asked with the days before it in the score. */
function walked(of: Problem, score: Score, turns: readonly Turn[], start: Shares, way: Way, count: Count): Shares {
  score.set(start)
  score.value()
  const taken = new Float64Array(of.sources.length)
  for (const turn of turns) {
    const at = way(turn)?.at
    const most = available(of, taken, turn)
    if (at === undefined || most <= 0) continue
    const shares = Math.max(0, Math.min(most, count({ turn, most, at })))
    if (shares === 0) continue
    score.add(at, shares)
    score.value()
    taken[turn.source] = (taken[turn.source] as number) + shares
  }
  return Float64Array.from(score.shares)
}

function available({ sources }: Problem, taken: Float64Array, { source, slot }: Turn): number {
  const { shares, vested } = sources[source] as Problem['sources'][number]
  return Math.min(shares, vested[slot] as number) - (taken[source] as number)
}

/**
 * The most shares with which an amount of the year of exercise does not rise: found by halving, because it rises with every share. `instead` is
 * the column that the others of `most` go to, if any does.
 */
function largest(score: Score, { turn, most, at }: Step, amounts: Float64Array, instead?: number): number {
  const column = turn.columns.find((each) => each.at === at)?.column as Column
  const year = column.touches[0]?.year as number
  const before = amounts[year] as number
  const put = (shares: number, others: number): void => {
    score.add(at, shares)
    if (instead !== undefined) score.add(instead, others)
  }
  const holds = (shares: number): boolean => {
    put(shares, most - shares)
    score.value()
    const { [year]: amount } = amounts === score.amt ? score.amt : score.credit()
    put(-shares, shares - most)
    return (amount as number) <= before + 0.005
  }
  let [low, high] = [0, most]
  if (holds(most)) low = most
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (holds(middle)) low = middle
    else high = middle
  }
  score.value()
  return low
}

/** Everything exercised, of which what would make AMT is sold in its year: on the last day there is, else on the day itself. */
function undone(of: Problem, score: Score, turns: readonly Turn[], start: Shares, way: Way): Shares {
  score.set(start)
  score.value()
  const taken = new Float64Array(of.sources.length)
  for (const turn of turns) {
    const at = way(turn)?.at
    const most = available(of, taken, turn)
    if (at === undefined || most <= 0) continue
    const inYear = turn.columns.findLast(({ soldOn }) => soldOn.slice(0, 4) === turn.on.slice(0, 4))
    const held = inYear ? largest(score, { turn, most, at }, score.amt, inYear.at) : most
    score.add(at, held)
    if (inYear && held < most) score.add(inYear.at, most - held)
    score.value()
    taken[turn.source] = (taken[turn.source] as number) + most
  }
  return Float64Array.from(score.shares)
}

/** Lots sold when they qualify or at the horizon, whichever is worth more; no strategy exercises them anew. */
function lotsHeld({ problem: of, fates, base }: CaseProblem, score: Score): Shares {
  const late = nothingDone(of)
  const early = Float64Array.from(late)
  of.sources.forEach((source, s) => {
    if (source.kind !== 'lot') return
    const own = of.columns.flatMap((column, i) =>
      column.source === s && !inTender(base, fates[i]?.soldOn) ? [{ column, i }] : [],
    )
    const one = own.find(({ column }) => qualifies(column)) ?? own.at(-1)
    of.columns.forEach((column, i) => {
      if (column.source === s && one) early[i] = i === one.i ? source.shares : 0
    })
  })
  return better(score, late, early)
}

/** The better of two plans: the one that cash allows, where it is one; else the one worth more. */
function better(score: Score, one: Shares, other: Shares): Shares {
  const judged = (shares: Shares) => {
    score.set(shares)
    const value = score.value()
    return { value, short: score.shortBy() }
  }
  const [a, b] = [judged(one), judged(other)]
  if ((a.short === 0) !== (b.short === 0)) return a.short === 0 ? one : other
  return b.value > a.value ? other : one
}
