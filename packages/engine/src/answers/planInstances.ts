/** Instances on the simplified law, planned: one row each, for comparing planners. */
import { toCents } from '../money.ts'
import { taken } from '../schedule/exchange.ts'
import { searchOf } from '../schedule/search.ts'
import { type Instance, problemOf } from '../schedule/simplified.ts'
import type { Solver } from '../schedule/solver.ts'

/** The plan of one instance. Dollars of present value; years count from 0. */
export interface PlannedInstance {
  readonly id: string
  readonly value: number
  readonly bound: number
  readonly gap: number
  readonly proved: boolean
  readonly plan: readonly (
    | { readonly grant: number; readonly exerciseYear: number; readonly sellYear: number; readonly shares: number }
    | { readonly lot: number; readonly sellYear: number; readonly shares: number }
  )[]
}

/** Plans an instance; with `prove`, to its certificate. */
export function planInstance(of: Instance, solver: Solver, prove: boolean): PlannedInstance {
  const problem = problemOf(of)
  const search = searchOf(solver, problem)
  try {
    search.from([])
    if (prove) search.prove({ gap: 0.01, nodes: 20_000 })
    const { shares, value, bound, proved } = search.best()
    // A search with a solver always has a bound; without one the relaxation has no plan at all
    const most = bound === null ? Number.NaN : bound
    return {
      ...{ id: of.id, value: toCents(value), bound: toCents(most), gap: toCents(most - value), proved },
      plan: taken(problem, shares).map(({ column, shares: count }) =>
        column.source < of.grants.length
          ? { grant: column.source, exerciseYear: column.exercised, sellYear: column.sold, shares: count }
          : { lot: column.source - of.grants.length, sellYear: column.sold, shares: count },
      ),
    }
  } finally {
    search.dispose()
  }
}
