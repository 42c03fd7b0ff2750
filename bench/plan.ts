/**
 * How fast and how well the schedule is planned: plan and bound of made-up households at once, the certificate, a re-plan after
 * a small change, and one evaluation. Limits count work, so that every figure but the times is the same on every machine.
 *
 *     node bench/plan.ts [seeds]
 */
import { coarse, exchange } from '../packages/engine/src/schedule/exchange.ts'
import { movesOf } from '../packages/engine/src/schedule/moves.ts'
import type { Problem } from '../packages/engine/src/schedule/problem.ts'
import { score } from '../packages/engine/src/schedule/score.ts'
import { type Found, searchOf } from '../packages/engine/src/schedule/search.ts'
import { type Instance, problemOf } from '../packages/engine/src/schedule/simplified.ts'
import { loadSolver } from '../packages/engine/src/schedule/solver.ts'
import { type TreeFound, treeSearch } from '../packages/engine/src/schedule/tree.ts'
import { planInstance, type Size } from './planInstances.ts'
import { planTree } from './planTrees.ts'
import { heading, median, row, rowOf } from './report.ts'

const seeds = Number(process.argv[2] ?? 16)
const certificate = { gap: 1, nodes: 5_000 }
/** Evaluations of a re-plan by exchange alone. */
const replanned = 1_500

const highs = await loadSolver()

/** One instance: milliseconds, and dollars. */
interface Planned {
  readonly planTime: number
  readonly shownGap: number
  readonly loss: number
  readonly proofTime: number
  readonly proofGap: number
}

function timed<T>(call: () => T): { readonly got: T; readonly time: number } {
  const begun = performance.now()
  const got = call()
  return { got, time: performance.now() - begun }
}

const gapOf = ({ bound, value }: Found): number => (bound as number) - value

function planned(instance: Instance): Planned {
  const { got: search, time: planTime } = timed(() => {
    const made = searchOf(highs, problemOf(instance))
    made.from([])
    return made
  })
  const quick = search.best()
  const { time: proofTime } = timed(() => search.prove(certificate))
  const proved = search.best()
  search.dispose()
  return {
    ...{ planTime, proofTime, proofGap: gapOf(proved) },
    shownGap: (100 * gapOf(quick)) / Math.abs(quick.value),
    loss: (100 * (proved.value - quick.value)) / Math.abs(proved.value),
  }
}

const part = (figures: readonly number[], at: number): number =>
  figures.toSorted((one, other) => one - other)[Math.ceil(at * figures.length) - 1] as number
const most = (figures: readonly number[]): number => Math.max(...figures)

const instances = (size: Size, count: number): Instance[] =>
  Array.from({ length: count }, (_, i) => planInstance(i + 1, size))

/** A row with a target where the issue states one, else for comparison. */
const upTo = (name: string, measured: number, target: number | null, unit: string): void =>
  row(target === null ? { name, measured, unit } : rowOf(name, measured, 'at most', target, unit))

function section(title: string): void {
  console.log('')
  heading(title)
}

/** The targets of 10 years, 3 grants and 5 lots; the larger sizes have none. */
function family(size: Size, count: number, held: boolean): void {
  const all = instances(size, count).map(planned)
  const of = (name: keyof Planned): number[] => all.map((each) => each[name])
  const target = (amount: number): number | null => (held ? amount : null)
  const { years, grants, lots, rough } = size
  section(`${years}/${grants}/${lots}, ${rough ? 'rough' : 'smooth'} prices, ${count} seeds`)
  upTo('plan and bound, median', median(of('planTime')), target(200), 'ms')
  upTo('plan and bound, slowest', most(of('planTime')), null, 'ms')
  upTo('shown gap, median', median(of('shownGap')), null, '%')
  upTo('shown gap, widest', most(of('shownGap')), target(2), '%')
  upTo('true loss, median', median(of('loss')), target(0.05), '%')
  upTo('true loss, 90th percentile', part(of('loss'), 0.9), target(1), '%')
  upTo('true loss, worst', most(of('loss')), null, '%')
  upTo('certificate, median', median(of('proofTime')) / 1000, null, 's')
  upTo('certificate, slowest', most(of('proofTime')) / 1000, target(10), 's')
  upTo('gap of the certificate, median', median(of('proofGap')), target(5), 'dollars')
  upTo('gap of the certificate, widest', most(of('proofGap')), target(25), 'dollars')
}

/** Wages three percent higher: a plan by exchange from the old one, then the search with its bound. */
function replan(count: number): void {
  const all = instances({ years: 10, grants: 3, lots: 5, rough: true }, count).map((old) => {
    const before = searchOf(highs, problemOf(old))
    before.from([])
    const { shares } = before.best()
    before.dispose()
    const wages = old.wages.map((each) => each * 1.03)
    const { got: quick, time: planTime } = timed(() => {
      const problem = problemOf({ ...old, wages })
      const now = score(problem)
      now.set(shares)
      exchange(problem, now, movesOf(problem), { evaluations: replanned, parts: coarse })
      return { problem, plan: now.shares.slice(), value: now.value(), short: now.shortBy() }
    })
    const { got: search, time: searchTime } = timed(() => {
      const made = searchOf(highs, quick.problem)
      made.from([quick.plan])
      return made
    })
    const { value } = search.best()
    search.dispose()
    const loss = quick.short > 0 ? Number.NaN : (100 * Math.max(0, value - quick.value)) / Math.abs(value)
    return { planTime, boundTime: planTime + searchTime, loss }
  })
  const kept = all.flatMap(({ loss }) => (Number.isNaN(loss) ? [] : [loss]))
  section(`10/3/5 again, wages 3 % higher, ${count} seeds`)
  upTo('plan, median', median(all.map(({ planTime }) => planTime)), 50, 'ms')
  upTo('plan, slowest', most(all.map(({ planTime }) => planTime)), null, 'ms')
  upTo('and bound, median', median(all.map(({ boundTime }) => boundTime)), 250, 'ms')
  upTo('and bound, slowest', most(all.map(({ boundTime }) => boundTime)), null, 'ms')
  upTo('loss against the later plan, median', median(kept), null, '%')
  upTo('loss against the later plan, worst', most(kept), null, '%')
  upTo('plans short of cash', all.length - kept.length, null, '')
}

/** Ten years figured again from a year that changed: one share more or less of each column in turn. */
function evaluator(): void {
  const instance = planInstance(1, { years: 10, grants: 3, lots: 5, rough: false })
  const whole = problemOf({ ...instance, tail: 0 })
  const of: Problem = { ...whole, cash: null }
  const now = score(of)
  const plan = searchOf(highs, of)
  plan.from([])
  now.set(plan.best().shares)
  plan.dispose()
  let found = now.value()
  const once = (i: number): void => {
    const column = i % of.columns.length
    now.add(column, i % (2 * of.columns.length) < of.columns.length ? 1 : -1)
    found += now.value()
  }
  const calls = 20_000
  const times = Array.from({ length: 9 }, () => {
    const { time } = timed(() => {
      for (let i = 0; i < calls; i++) once(i)
    })
    return (1000 * time) / calls
  })
  section('10 years figured from a changed year on')
  upTo('median of 9 rounds', median(times), 20, 'µs')
  console.log(`(sum of everything figured: ${found.toExponential(6)})`)
}

console.log(`isoline plan, Node ${process.versions.node}, one thread`)
console.log('years/grants/lots, one price path, ten years of tail; losses are against the certified plan')
// The first plans of a process pay for compiling it
for (const instance of instances({ years: 6, grants: 2, lots: 2, rough: true }, 3)) planned(instance)
for (const rough of [false, true]) family({ years: 10, grants: 3, lots: 5, rough }, seeds, true)
replan(seeds)
evaluator()
/** Outcomes: a bound at once, the certificate within half a minute or the gap that is left. */
function trees(years: number, outcomes: number, count: number): void {
  const all = Array.from({ length: count }, (_, i) => {
    const branches = planTree(i + 1, years, outcomes)
    const { got: tree, time: planTime } = timed(() => {
      const made = treeSearch(highs, branches, { kind: 'riskAdjusted', aversion: 0.5, part: 0.4 })
      made.search()
      return made
    })
    const quick = tree.found()
    const { time: proofTime } = timed(() => tree.prove({ gap: 5, nodes: 300 }))
    const proved = tree.found()
    tree.dispose()
    const gap = (found: TreeFound): number => (found.bound as number) - found.goal
    return {
      planTime,
      proofTime,
      quick: (100 * gap(quick)) / Math.abs(quick.goal),
      proved: (100 * gap(proved)) / Math.abs(proved.goal),
    }
  })
  const of = (name: keyof (typeof all)[number]): number[] => all.map((each) => each[name])
  section(`${outcomes} outcomes, ${years} years, ${count} seeds`)
  upTo('plan and bound, median', median(of('planTime')), null, 'ms')
  upTo('plan and bound, slowest', most(of('planTime')), null, 'ms')
  upTo('shown gap, median', median(of('quick')), null, '%')
  upTo('shown gap, widest', most(of('quick')), null, '%')
  upTo('certificate, slowest', most(of('proofTime')) / 1000, 30, 's')
  upTo('its gap, median', median(of('proved')), null, '%')
  upTo('its gap, widest', most(of('proved')), null, '%')
}

const few = Math.ceil(seeds / 4)
for (const [years, grants, lots] of [
  [10, 6, 5],
  [15, 3, 20],
  [20, 3, 5],
] as const)
  family({ years, grants, lots, rough: false }, few, false)
trees(6, 3, few)
trees(10, 3, few)
