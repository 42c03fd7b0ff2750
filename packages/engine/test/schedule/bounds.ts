/** The bounds of a problem as the solver gives them, without an allowance and without a search that could hide a bound too low. */
import { modelOf } from '../../src/schedule/model.ts'
import type { Problem } from '../../src/schedule/problem.ts'
import { programOf, type Solver } from '../../src/schedule/solver.ts'

export interface Bounds {
  readonly relaxed: number
  readonly branched: number
  readonly proved: number
}

/** Where no plan fits, every bound is minus infinity. */
export function boundsOf(solver: Solver, of: Problem, nodes = 20_000): Bounds {
  const program = programOf(solver, modelOf(of).model)
  const nothing = Number.NEGATIVE_INFINITY
  const bounds = {
    relaxed: program.relaxed()?.bound ?? nothing,
    branched: program.branched(17, nothing),
    proved: program.proved(null, { gap: 0.01, nodes })?.bound ?? nothing,
  }
  program.dispose()
  return bounds
}
