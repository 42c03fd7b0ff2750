/** HiGHS, the solver of linear and mixed-integer programs, behind three questions. Loaded only when a plan is asked for. */
import type { Highs, Model as Loaded } from 'highs'
import type { Model, Unit, Values } from './rows.ts'

/** What a unit is to the solver: thousands of dollars, hundreds of shares. */
const scaleOf: { readonly [U in Unit]: number } = { dollars: 1000, shares: 100, switch: 1 }
const objectiveScale = 1000

/** What came of a search for a proof. */
export interface Proof {
  /** No plan is worth more, within the solver's tolerance. Dollars. */
  readonly bound: number
  /** The best values found; null where none was. */
  readonly values: Values | null
  /** Whether the search ended by itself, not by a limit or by whoever watched it. */
  readonly ended: boolean
  readonly nodes: number
}

/** Told of a search under way: bound and best so far, in dollars. It stops when the answer is true. */
export type Progress = (now: { readonly bound: number; readonly value: number; readonly nodes: number }) => boolean

export interface Limits {
  /** Stops when bound and best are no further apart, in dollars. */
  readonly gap: number
  readonly nodes: number
  /** Work, in the solver's own count of simplex steps; deterministic, unlike a clock. */
  readonly iterations?: number
}

export interface Program {
  /** Indices of the switches among the variables. */
  readonly switches: Int32Array
  /** The relaxation: switches anywhere between 0 and 1. Null where no plan fits. */
  readonly relaxed: () => { readonly bound: number; readonly values: Values } | null
  /** Switches held where `values` has them, but for some turned over: exact within that regime. Null where nothing fits it. */
  readonly within: (
    values: Values,
    turned?: readonly number[],
  ) => { readonly bound: number; readonly values: Values } | null
  /**
   * A closer bound than the relaxation's, from so many linear programs with some switches held: the best of what is left open, one switch after
   * another. Nothing below `worth` is looked into. Dollars.
   */
  readonly branched: (programs: number, worth: number) => number
  /** Switches 0 or 1: the proof. */
  readonly proved: (start: Values | null, limits: Limits, progress?: Progress) => Proof | null
  readonly dispose: () => void
}

/** The solver, loaded. One serves any number of programs. */
export type Solver = Highs

/** Loads the solver. */
export async function loadSolver(): Promise<Solver> {
  const { default: load } = await import('highs')
  // Its types describe the CommonJS build, in which this is the module and not the function
  return (load as unknown as typeof load.default)()
}

/** A model handed to the solver, ready for questions; `whole` lets its proof count whole shares only. Dispose of it. */
export function programOf(highs: Highs, model: Model, whole = false): Program {
  const { variables } = model
  const switches = Int32Array.from(variables.flatMap(({ unit }, i) => (unit === 'switch' ? [i] : [])))
  const scale = Float64Array.from(variables, ({ unit }) => (whole && unit === 'shares' ? 1 : scaleOf[unit]))
  const input = data(highs, model, scale)
  const solver = highs.createModel(input)
  const lowOf = (at: number): number => (variables[at] as Model['variables'][number]).low
  const highOf = (at: number): number => (variables[at] as Model['variables'][number]).high
  solver.options.set({
    ...{ output_flag: false, random_seed: 1 },
    ...{ primal_feasibility_tolerance: 1e-9, dual_feasibility_tolerance: 1e-9, mip_feasibility_tolerance: 1e-9 },
  })
  const { optimal, infeasible } = highs.constants.modelStatus
  const own = (): Values => {
    const { colValue } = solver.getSolution()
    return Float64Array.from(scale, (s, i) => s * (colValue[i] as number))
  }
  const setSwitches = (low: (i: number) => number, high: (i: number) => number): void => {
    if (switches.length === 0) return
    solver.changeColsBounds(
      { kind: 'set', indices: switches },
      Float64Array.from(switches, low),
      Float64Array.from(switches, high),
    )
  }
  const kind = (integer: boolean): void => {
    const { integer: count, continuous } = highs.constants.variableType
    const counted = variables.flatMap(({ unit }, i) => (unit === 'switch' || (whole && unit === 'shares') ? [i] : []))
    for (const at of counted) solver.changeColIntegrality(at, integer ? count : continuous)
  }
  /** Whether the last program that gave no answer has none: the solver may also have given up, which proves nothing. */
  let empty = false
  const linear = (): { bound: number; values: Values } | null => {
    const status = solver.run().modelStatus
    empty = status === infeasible
    if (status !== optimal) return null
    return { bound: solver.getObjectiveValue() * objectiveScale, values: own() }
  }
  return {
    relaxed() {
      setSwitches(lowOf, highOf)
      return linear()
    },
    switches,
    within(values, turned) {
      const held = (at: number): number => Math.abs(Math.round(values[at] as number) - (turned?.includes(at) ? 1 : 0))
      setSwitches(held, held)
      const found = linear()
      return found
    },
    branched(programs, worth) {
      interface Open {
        readonly bound: number
        readonly fixed: ReadonlyMap<number, 0 | 1>
        readonly values: Values
      }
      let closed = worth
      const solve = (fixed: Open['fixed'], above: number): Open | null => {
        setSwitches(
          (at) => fixed.get(at) ?? lowOf(at),
          (at) => fixed.get(at) ?? highOf(at),
        )
        const found = linear()
        // What the solver gave up on stays as good as where it came from
        if (!found && !empty) closed = Math.max(closed, above)
        return found && found.bound > worth ? { ...found, fixed } : null
      }
      const undecided = ({ values }: Open): number => {
        const off = (at: number): number => Math.min(values[at] as number, 1 - (values[at] as number))
        return switches.reduce((most, at) => (off(at) > off(most) ? at : most), switches[0] as number)
      }
      const root = solve(new Map(), Number.POSITIVE_INFINITY)
      if (switches.length === 0) return root?.bound ?? closed
      const open = root ? [root] : []
      for (let left = programs; left > 1 && open.length > 0; left -= 2) {
        open.sort((one, other) => other.bound - one.bound)
        const next = open.shift() as Open
        const at = undecided(next)
        if (Math.min(next.values[at] as number, 1 - (next.values[at] as number)) < 1e-6) {
          closed = Math.max(closed, next.bound)
          break
        }
        for (const side of [0, 1] as const) {
          const child = solve(new Map([...next.fixed, [at, side]]), next.bound)
          if (child) open.push(child)
        }
      }
      return Math.max(closed, ...open.map(({ bound }) => bound))
    },
    proved(start, limits, progress) {
      setSwitches(lowOf, highOf)
      // Without anything to count there is no tree, and its bound would be read as zero
      if (switches.length === 0 && !whole) {
        const found = linear()
        return found && { ...found, ended: true, nodes: 0 }
      }
      kind(true)
      try {
        return proof(highs, solver, scale, start, limits, progress)
      } finally {
        kind(false)
      }
    },
    dispose: () => solver.dispose(),
  }
}

function proof(
  highs: Highs,
  solver: Loaded,
  scale: Float64Array,
  start: Values | null,
  limits: Limits,
  progress?: Progress,
): Proof | null {
  const { optimal, infeasible } = highs.constants.modelStatus
  solver.options.set({
    ...{ mip_abs_gap: limits.gap / objectiveScale, mip_rel_gap: 0, mip_max_nodes: limits.nodes },
  })
  let bound = Number.POSITIVE_INFINITY
  let nodes = 0
  if (start) solver.setSolution({ colValue: start.map((value, i) => value / (scale[i] as number)) })
  const status = solver.run({
    [highs.constants.callbackType.mipInterrupt]: (event) => {
      const { mip_dual_bound: dual, mip_primal_bound: primal, mip_node_count: count } = event.data
      if (dual !== undefined) bound = Math.min(bound, dual)
      nodes = Number(count ?? nodes)
      const now = { bound: bound * objectiveScale, value: Number(primal) * objectiveScale, nodes }
      if (progress?.(now)) event.interrupt()
    },
  }).modelStatus
  if (status === infeasible) return null
  const dual = Number(solver.info.get('mip_dual_bound'))
  if (Number.isFinite(dual)) bound = Math.min(bound, dual)
  const { colValue } = solver.getSolution()
  return {
    bound: bound * objectiveScale,
    values: colValue.length > 0 ? Float64Array.from(scale, (s, i) => s * (colValue[i] as number)) : null,
    ended: status === optimal,
    nodes: Number(solver.info.get('mip_node_count')),
  }
}

function data(highs: Highs, { variables, rows, offset }: Model, scale: Float64Array) {
  const starts = new Int32Array(rows.length + 1)
  const count = rows.reduce((sum, { sum: { at } }) => sum + at.length, 0)
  const indices = new Int32Array(count)
  const values = new Float64Array(count)
  let k = 0
  rows.forEach(({ sum, unit }, r) => {
    sum.at.forEach((at, j) => {
      indices[k] = at
      values[k++] = ((sum.by[j] as number) * (scale[at] as number)) / scaleOf[unit]
    })
    starts[r + 1] = k
  })
  const bounded = (x: number): number => (Number.isFinite(x) ? x : x > 0 ? highs.infinity : -highs.infinity)
  return {
    ...{ numCols: variables.length, numRows: rows.length, sense: highs.constants.objectiveSense.maximize },
    offset: offset / objectiveScale,
    colCost: Float64Array.from(variables, ({ worth }, i) => (worth * (scale[i] as number)) / objectiveScale),
    colLower: Float64Array.from(variables, ({ low }, i) => bounded(low / (scale[i] as number))),
    colUpper: Float64Array.from(variables, ({ high }, i) => bounded(high / (scale[i] as number))),
    rowLower: Float64Array.from(rows, ({ sum, low, unit }) => bounded((low - sum.plus) / scaleOf[unit])),
    rowUpper: Float64Array.from(rows, ({ sum, high, unit }) => bounded((high - sum.plus) / scaleOf[unit])),
    matrix: { format: 'csr' as const, numRows: rows.length, numCols: variables.length, starts, indices, values },
  }
}
