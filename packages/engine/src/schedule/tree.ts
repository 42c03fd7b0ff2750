/**
 * Decisions before it is known what becomes of the company. Each branch is a problem of its own, with its prices and its market;
 * until two branches can be told apart, what is exercised and sold must be the same in both. A model holds all of them side by side, and what is
 * wanted is a sum over them: the expected money, the worst, or a mix of the mean and the mean of the worst part.
 */
import type { PlainDate } from '../date.ts'
import type { CaseProblem } from './caseProblem.ts'
import { exchange } from './exchange.ts'
import { roughStates, type World, worldIn } from './model.ts'
import { type Group, type Moves, movesOf } from './moves.ts'
import type { Problem, Shares } from './problem.ts'
import {
  add,
  amountOf,
  atLeast,
  isZero,
  type Model,
  newModel,
  plus,
  reward,
  type Sum,
  type Values,
  valuesOf,
  variable,
} from './rows.ts'
import { type Score, score as scoreOf } from './score.ts'
import { allowance, fewShares } from './search.ts'
import { type Limits, type Program, type Progress, programOf, type Solver } from './solver.ts'

/** One branch of what may become of the company. */
export interface Branch {
  readonly name: string
  readonly probability: number
  /** The day from which it is known that this is what became of it. */
  readonly known: PlainDate
  readonly from: CaseProblem
}

/** What is wanted of a tree. `aversion` weighs the mean of the worst `part` of outcomes against the mean of all. */
export type TreeAim =
  | { readonly kind: 'expected' }
  | { readonly kind: 'worst' }
  | { readonly kind: 'riskAdjusted'; readonly aversion: number; readonly part: number }

export interface TreeFound {
  /** Shares of each branch's columns. */
  readonly shares: readonly Shares[]
  readonly values: readonly number[]
  readonly goal: number
  readonly bound: number | null
  readonly proved: boolean
}

/** A decision that branches share while they cannot be told apart: columns of each branch that it is the sum of. */
interface Shared {
  readonly members: readonly { readonly branch: number; readonly columns: readonly number[] }[]
}

export interface TreeSearch {
  readonly found: () => TreeFound
  /** What a plan of one branch is worth when the others do the same until they can be told apart, and their best then. */
  readonly follow: (branch: number, shares: Readonly<Shares>) => TreeFound
  readonly search: () => void
  readonly prove: (limits: Limits, progress?: Progress) => void
  readonly feasible: boolean
  readonly dispose: () => void
}

/** @throws NotModelled for what the rows do not hold. */
export function treeSearch(solver: Solver, branches: readonly Branch[], aim: TreeAim): TreeSearch {
  const shared = sharedOf(branches)
  const scores = branches.map(({ from }) => scoreOf(from.problem))
  const moves = branches.map((branch) => movesOf(branch.from.problem, freeGroups(branch)))
  const { model, worlds } = treeModel(branches, shared, aim)
  const program: Program = programOf(solver, model)
  const root = program.relaxed()
  let bound = root ? root.bound + allowance : null
  let proved = false
  let best: TreeFound | null = null

  const judged = (): TreeFound => {
    const values = scores.map((each) => each.value())
    const short = scores.reduce((sum, each) => sum + each.shortBy(), 0)
    const goal = goalOf(aim, branches, values) - (short > 0 ? 20 * short + 20 : 0)
    return { shares: scores.map((each) => Float64Array.from(each.shares)), values, goal, bound, proved }
  }
  const keep = (found: TreeFound): boolean => {
    if (best && found.goal <= best.goal + 0.01) return false
    best = found
    return true
  }
  /** Each branch's best answer to what they share. */
  const settle = (starts: readonly Readonly<Shares>[], evaluations: number): TreeFound => {
    starts.forEach((start, b) => {
      const score = scores[b] as Score
      score.set(start)
      exchange((branches[b] as Branch).from.problem, score, moves[b] as Moves, {
        evaluations,
        parts: [0.25, 0.0625, 0.0039, 0],
      })
    })
    return judged()
  }
  const split = (values: Values): Shares[] => {
    const parts = branches.map(({ from }, b) => {
      const world = worlds[b] as World
      return Float64Array.from(world.shares, (share) => values[share.at[0] as number] as number).subarray(
        0,
        from.fates.length,
      )
    })
    return wholeTree(branches, shared, parts)
  }
  const held = (found: TreeFound): Values => {
    found.shares.forEach((shares, b) => {
      const score = scores[b] as Score
      score.set(shares)
      score.value()
      ;(worlds[b] as World).shapes.forEach((shape, i) => {
        shape.taken.itemizes = score.itemized[i] === 1
      })
    })
    return valuesOf(
      model,
      found.shares.flatMap((shares) => [...shares]),
    )
  }
  const climb = (): void => {
    for (let round = 0; round < 6 && best; round++) {
      const regime = program.within(held(best))
      if (!regime || !keep(settle(split(regime.values), 1_500))) break
    }
  }
  /** Regimes next to the best one, those first on which the relaxation disagrees most. */
  const turn = (): void => {
    if (!root) return
    let left = 40
    for (let better = true; better && best && left > 0; ) {
      better = false
      const values = held(best)
      const apart = (at: number): number => Math.abs((root.values[at] as number) - (values[at] as number))
      for (const at of [...program.switches].sort((one, other) => apart(other) - apart(one))) {
        if (left-- <= 0) break
        const regime = program.within(values, [at])
        if (!regime || regime.bound <= (best as TreeFound).goal + 0.01) continue
        if (!keep(settle(split(regime.values), 600))) continue
        climb()
        better = true
        break
      }
    }
  }
  const few = branches.every(
    ({ from }) => from.problem.sources.reduce((sum, { shares }) => sum + shares, 0) <= fewShares,
  )
  /** The program over whole shares: only where they are few and fat. */
  const inWhole = (limits: Limits, progress?: Progress): void => {
    const counting = programOf(solver, model, true)
    try {
      const proof = counting.proved(best && held(best), limits, progress)
      if (!proof) return
      if (bound === null || proof.bound + allowance < bound) bound = proof.bound + allowance
      if (proof.values) keep(settle(split(proof.values), 600))
    } finally {
      counting.dispose()
    }
  }
  return {
    feasible: root !== null,
    found() {
      const last =
        best ??
        settle(
          branches.map(({ from }) => new Float64Array(from.fates.length)),
          0,
        )
      const holds = bound !== null && worlds.every((world) => roughStates(world).length === 0)
      return { ...last, bound: holds ? Math.max(bound as number, last.goal) : null, proved: proved && holds }
    },
    follow(branch, shares) {
      return settle(followed(branches, shared, branch, shares), 1_500)
    },
    search() {
      if (root) keep(settle(split(root.values), 2_500))
      climb()
      turn()
      if (bound !== null && best) bound = Math.min(bound, program.branched(17, best.goal) + allowance)
    },
    prove(limits, progress) {
      const proof = program.proved(best ? held(best) : null, limits, progress)
      if (!proof) return
      if (bound === null || proof.bound + allowance < bound) bound = proof.bound + allowance
      proved = proof.ended
      if (!proof.values) return
      keep(settle(split(proof.values), 4_000))
      climb()
      if (few) inWhole(limits, progress)
    },
    dispose: () => program.dispose(),
  }
}

/** What the aim makes of the branches' values. */
export function goalOf(
  aim: TreeAim,
  branches: readonly Pick<Branch, 'probability'>[],
  values: readonly number[],
): number {
  const mean = values.reduce((sum, value, b) => sum + (branches[b]?.probability as number) * value, 0)
  if (aim.kind === 'expected') return mean
  if (aim.kind === 'worst') return Math.min(...values)
  return (1 - aim.aversion) * mean + aim.aversion * worstMean(branches, values, aim.part)
}

/** Mean of the worst part of the outcomes: expected shortfall. */
function worstMean(branches: readonly Pick<Branch, 'probability'>[], values: readonly number[], part: number): number {
  const line = quantile(branches, values, part)
  const below = values.reduce(
    (sum, value, b) => sum + (branches[b]?.probability as number) * Math.max(0, line - value),
    0,
  )
  return line - below / part
}

/** The value that outcomes of at least `part` in all do not exceed. */
function quantile(branches: readonly Pick<Branch, 'probability'>[], values: readonly number[], part: number): number {
  const order = values
    .map((value, b) => ({ value, p: branches[b]?.probability as number }))
    .sort((one, other) => one.value - other.value)
  let sum = 0
  for (const { value, p } of order) {
    sum += p
    if (sum >= part - 1e-12) return value
  }
  return order.at(-1)?.value as number
}

function treeModel(
  branches: readonly Branch[],
  shared: readonly Shared[],
  aim: TreeAim,
): { model: Model; worlds: World[] } {
  const model = newModel()
  const worlds = branches.map(({ from }): World => worldIn(model, from.problem))
  const sumOf = ({ branch, columns }: Shared['members'][number]): Sum =>
    add(...columns.map((at) => [1, worlds[branch]?.shares[at] as Sum] as const))
  for (const { members } of shared) {
    const [first, ...others] = members.map(sumOf)
    for (const other of others) isZero(model, add([1, first as Sum], [-1, other]), 'shares')
  }
  reward(
    model,
    goalIn(
      model,
      aim,
      branches,
      worlds.map(({ value }) => value),
    ),
  )
  return { model, worlds }
}

function goalIn(model: Model, aim: TreeAim, branches: readonly Branch[], values: readonly Sum[]): Sum {
  const mean = add(...values.map((value, b) => [branches[b]?.probability as number, value] as const))
  if (aim.kind === 'expected') return mean
  const low = Math.min(...values.map((value) => value.low))
  const high = Math.max(...values.map((value) => value.high))
  const at = (all: Values): number[] => values.map((value) => amountOf(value, all))
  if (aim.kind === 'worst') {
    const worst = variable(model, 'dollars', low, high, (all) => Math.min(...at(all)))
    for (const value of values) atLeast(model, value, worst)
    return worst
  }
  const line = variable(model, 'dollars', low, high, (all) => quantile(branches, at(all), aim.part))
  const below = values.map((value) => {
    const lacks = add([1, line], [-1, value])
    const v = variable(model, 'dollars', 0, Math.max(0, lacks.high), (all) => Math.max(0, amountOf(lacks, all)))
    atLeast(model, v, lacks)
    return v
  })
  const worst = add([1, line], ...below.map((v, b) => [-(branches[b]?.probability as number) / aim.part, v] as const))
  return plus(add([1 - aim.aversion, mean], [aim.aversion, worst]), 0)
}

/** Decisions that branches share: what is exercised, and what is sold, on a day before they can be told apart. */
function sharedOf(branches: readonly Branch[]): Shared[] {
  const shared = new Map<string, Map<number, number[]>>()
  const note = (key: string, branch: number, column: number): void => {
    const members = shared.get(key) ?? new Map<number, number[]>()
    members.set(branch, [...(members.get(branch) ?? []), column])
    shared.set(key, members)
  }
  const days = new Map<string, PlainDate>()
  branches.forEach(({ from, known }, b) => {
    from.fates.forEach(({ exercisedOn, soldOn }, column) => {
      const source = nameOf(from.problem, column)
      if (exercisedOn !== null && exercisedOn < known) {
        const key = `${source} ${exercisedOn}`
        days.set(key, exercisedOn)
        note(key, b, column)
      }
      if (soldOn < known) {
        const key = `${source} ${exercisedOn} ${soldOn}`
        days.set(key, soldOn)
        note(key, b, column)
      }
    })
  })
  return [...shared].map(([key, members]) => {
    const on = days.get(key) as PlainDate
    return {
      members: branches.flatMap(({ known }, branch) =>
        on < known ? [{ branch, columns: members.get(branch) ?? [] }] : [],
      ),
    }
  })
}

const nameOf = ({ columns, sources }: Problem, column: number): string =>
  sources[columns[column]?.source as number]?.name as string

/** What a branch may move by itself: sales after it is known, of shares exercised before; and everything exercised after. */
function freeGroups({ from: { problem, fates }, known }: Branch): Group[] {
  const groups = new Map<string, { columns: number[]; mayLeave: boolean; shares: number }>()
  problem.columns.forEach((column, i) => {
    const { exercisedOn, soldOn } = fates[i] as CaseProblem['fates'][number]
    if (soldOn < known) return
    const { kind, shares } = problem.sources[column.source] as Problem['sources'][number]
    const early = exercisedOn !== null && exercisedOn < known
    const key = `${column.source} ${early ? exercisedOn : ''}`
    const group = groups.get(key) ?? { columns: [], mayLeave: kind === 'grant' && !early, shares }
    group.columns.push(i)
    groups.set(key, group)
  })
  return [...groups.values()]
}

/** Whole shares of every branch, with what they share the same in all. */
function wholeTree(branches: readonly Branch[], shared: readonly Shared[], parts: readonly Shares[]): Shares[] {
  const whole = branches.map(({ from: { problem } }, b) =>
    Float64Array.from(problem.columns, (_, i) => Math.floor(Math.max(0, parts[b]?.[i] as number) + 1e-6)),
  )
  level(shared, whole, (sums) => Math.max(...sums))
  fillLots(branches, whole)
  return whole
}

/** A plan of one branch carried to the others, as far as they share it; what they cannot share stays as it is there. */
function followed(
  branches: readonly Branch[],
  shared: readonly Shared[],
  from: number,
  shares: Readonly<Shares>,
): Shares[] {
  const whole = branches.map(({ from: { problem } }, b) =>
    b === from ? Float64Array.from(shares) : new Float64Array(problem.columns.length),
  )
  // Sales first: an exercise is the sum of them and of what is kept
  for (const { members } of finestFirst(shared)) {
    const own = members.find(({ branch }) => branch === from)
    if (!own) continue
    const sum = own.columns.reduce((total, at) => total + (whole[from]?.[at] as number), 0)
    for (const { branch, columns } of members) if (branch !== from) setSum(whole[branch] as Shares, columns, sum)
  }
  level(shared, whole, (sums) => Math.min(...sums))
  fillLots(branches, whole)
  return whole
}

/** Makes shared sums equal, by what `pick` takes of them: more goes to the last column of a decision, less comes off the fullest ones. */
function level(shared: readonly Shared[], whole: readonly Shares[], pick: (sums: readonly number[]) => number): void {
  for (const { members } of finestFirst(shared)) {
    const sums = members.map(({ branch, columns }) =>
      columns.reduce((sum, at) => sum + (whole[branch]?.[at] as number), 0),
    )
    const wanted = members.some(({ columns }) => columns.length === 0) ? 0 : Math.floor(pick(sums) + 1e-9)
    for (const { branch, columns } of members) setSum(whole[branch] as Shares, columns, wanted)
  }
}

/** Sales are parts of exercises, so that they come before them. */
const finestFirst = (shared: readonly Shared[]): Shared[] => [...shared].sort((one, other) => width(one) - width(other))

const width = ({ members }: Shared): number => Math.max(...members.map(({ columns }) => columns.length))

function setSum(shares: Shares, columns: readonly number[], wanted: number): void {
  let apart = wanted - columns.reduce((sum, at) => sum + (shares[at] as number), 0)
  const last = columns.at(-1)
  if (last === undefined || apart === 0) return
  if (apart > 0) {
    shares[last] = (shares[last] as number) + apart
    return
  }
  for (const at of [...columns].sort((one, other) => (shares[other] as number) - (shares[one] as number))) {
    const off = Math.min(shares[at] as number, -apart)
    shares[at] = (shares[at] as number) - off
    apart += off
    if (apart === 0) return
  }
}

/** All of a lot goes somewhere: what is left over to its last day. */
function fillLots(branches: readonly Branch[], whole: readonly Shares[]): void {
  branches.forEach(({ from: { problem } }, b) => {
    problem.sources.forEach((source, s) => {
      if (source.kind !== 'lot') return
      const own = problem.columns.flatMap((column, i) => (column.source === s ? [i] : []))
      setSum(whole[b] as Shares, own, source.shares)
    })
  })
}
