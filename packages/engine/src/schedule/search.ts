/**
 * The search. A linear relaxation bounds every plan and gives one to start from; whole shares are made of it; exchanges improve it; then the
 * program of its own regime (every switch held where the plan really is, so that the rows are exact) moves everything at once,
 * and so on for as long as that helps. The forms judge every plan. Limits count work, not time, so that answers repeat.
 */
import { coarse, exchange, fine, planOf, worthOf } from './exchange.ts'
import { modelOf, roughStates, type ScheduleModel } from './model.ts'
import { type Moves, movesOf, wholeShares } from './moves.ts'
import { nothingDone, type Problem, type Shares } from './problem.ts'
import { type Model, type Values, valuesOf } from './rows.ts'
import { type Score, score as scoreOf } from './score.ts'
import { type Limits, type Program, type Progress, programOf, type Solver } from './solver.ts'

export interface Found {
  readonly shares: Shares
  /** As the forms figure it. Dollars of present value. */
  readonly value: number
  /** No plan is worth more (of least AMT: has less, below zero), within the solver's tolerance; null where the rows do not hold all that the problem has. */
  readonly bound: number | null
  /** Whether the bound is the certificate's, not the relaxation's. */
  readonly proved: boolean
}

export interface Effort {
  /** Rounds of exchange and regime for each start. */
  readonly rounds: number
  /** Regimes next to the best one that are looked into. */
  readonly turns: number
  /** Linear programs for a closer bound. */
  readonly branches: number
  /** Starts that are followed up. */
  readonly starts: number
  readonly evaluations: number
  /** Evaluations to make whole shares of a regime's plan of fractions. */
  readonly polish: number
}

export const interactive: Effort = { rounds: 4, turns: 40, branches: 17, starts: 2, evaluations: 2_500, polish: 500 }

/** Up to so many columns the program over whole shares ends in seconds. */
const fewColumns = 40

/** A gap that needs no closer bound before the certificate. */
const closeEnough = 0.001

/** Below so many shares they are fat: one more or less moves a plan past a kink. */
export const fewShares = 400

/** A numerical allowance on every bound, in dollars: what the solver's tolerances may add up to. */
export const allowance = 0.05

/** Stops a proof: bound and best no further apart, in dollars, or so many nodes. */
export type ProofLimits = Limits

/** A bound this far below a plan there is cannot be right. Dollars. */
const wrongBy = 1

export interface Search {
  readonly of: Problem
  readonly score: Score
  readonly best: () => Found
  /** States whose rows lead the search and bound nothing: there is no bound where one counts. */
  readonly rough: readonly string[]
  /** Whether any plan keeps within cash, caps and what else is asked; taken as true where there are no rows to say so. */
  readonly feasible: boolean
  /** Looks from other plans too. */
  readonly from: (starts: readonly Readonly<Shares>[], effort?: Effort) => void
  /** The certificate: the whole search over switches, and whole shares made of what it finds. */
  readonly prove: (limits: ProofLimits, progress?: Progress) => void
  readonly dispose: () => void
}

/** A search over a problem, with the relaxation solved. Dispose of it. */
export function searchOf(highs: Solver | null, of: Problem): Search {
  const score = scoreOf(of)
  const moves = movesOf(of)
  const rows = highs ? modelOf(of) : null
  const program = highs && rows ? programOf(highs, rows.model) : null
  const rough = rows ? roughStates(rows) : []
  const root = program?.relaxed() ?? null
  let best: Shares = Float64Array.from(nothingDone(of))
  score.set(best)
  let bestWorth = worthOf(score, of.aim)
  let bound = root ? root.bound + allowance : null
  let proved = false

  const keep = (): void => {
    const worth = worthOf(score, of.aim)
    if (worth <= bestWorth) return
    bestWorth = worth
    best = planOf(score)
  }
  /** Whole shares of a regime's plan, improved. */
  const settle = (values: Values, effort: Effort): number => {
    score.set(wholeShares(of, values))
    return exchange(of, score, moves, { evaluations: effort.polish, parts: fine })
  }
  /** Exchanges and regimes in turn, for as long as that helps. */
  const climb = (from: number, effort: Effort): number => {
    let worth = from
    for (let round = 0; round < effort.rounds && program && rows; round++) {
      const before = planOf(score)
      const regime = program.within(held(rows, score))
      const next = regime ? settle(regime.values, effort) : worth
      if (next <= worth + 0.01) {
        score.set(before)
        break
      }
      worth = next
    }
    return worth
  }
  /** Turns switches over, those first on which the relaxation disagrees most, alone and in twos; a better regime is followed. */
  const turn = (from: number, effort: Effort): number => {
    let worth = from
    if (!program || !rows || !root) return worth
    let left = effort.turns
    for (let better = true; better && left > 0; ) {
      better = false
      const start = planOf(score)
      const values = held(rows, score)
      const apart = (at: number): number => Math.abs((root.values[at] as number) - (values[at] as number))
      const order = [...program.switches].sort((one, other) => apart(other) - apart(one))
      const twos = order.slice(0, 8).flatMap((one, i) => order.slice(i + 1, 8).map((other) => [one, other]))
      for (const each of [...order.map((one) => [one]), ...twos]) {
        if (left-- <= 0) break
        const regime = program.within(values, each)
        if (!regime || regime.bound <= worth + 0.01) continue
        const next = settle(regime.values, effort)
        if (next > worth + 0.01) {
          worth = climb(next, effort)
          better = true
          break
        }
      }
      if (!better) score.set(start)
    }
    return worth
  }
  /**
   * The program over whole shares, of all regimes or of the best plan's own. The first also bounds; it ends in good time only where shares
   * are few and fat, or years few.
   */
  const inWhole = (ownRegime: boolean, limits: ProofLimits, progress?: Progress): void => {
    if (!highs || !rows) return
    score.set(best)
    score.value()
    const start = score.shortBy() > 0 ? null : held(rows, score)
    if (ownRegime && !start) return
    const model = ownRegime ? regimeOf(rows.model, start as Values) : rows.model
    const counting = programOf(highs, model, true)
    try {
      const proof = counting.proved(start, limits, progress)
      if (!proof) return
      if (!ownRegime && (bound === null || proof.bound + allowance < bound)) bound = proof.bound + allowance
      if (!proof.values) return
      score.set(wholeShares(of, proof.values))
      exchange(of, score, moves, { evaluations: 2_000, parts: [0] })
      keep()
    } finally {
      counting.dispose()
    }
  }
  const few = of.sources.reduce((sum, { shares }) => sum + shares, 0) <= fewShares
  return {
    ...{ of, score, rough, feasible: program === null || root !== null },
    best() {
      score.set(best)
      const value = score.value()
      const goal = worthOf(score, of.aim)
      // A bound below a plan there is would be none: better to say nothing than to hide that
      const holds = bound !== null && bound >= goal - wrongBy && rough.length === 0
      return { shares: best, value, bound: holds ? Math.max(bound as number, goal) : null, proved: proved && holds }
    },
    from(starts, effort = interactive) {
      const all = [...(root ? [wholeShares(of, root.values)] : []), ...starts]
      const ranked = all
        .map((start) => {
          score.set(start)
          return { start, worth: worthOf(score, of.aim) }
        })
        .sort((one, other) => other.worth - one.worth)
        .slice(0, effort.starts)
      for (const { start } of ranked) {
        score.set(start)
        climb(exchange(of, score, moves, { evaluations: effort.evaluations, parts: coarse }), effort)
        keep()
      }
      score.set(best)
      turn(worthOf(score, of.aim), effort)
      keep()
      if (few) inWhole(false, { gap: 0.01, nodes: 200 })
      if (program && bound !== null && bound - bestWorth > closeEnough * Math.abs(bestWorth))
        bound = Math.min(bound, program.branched(effort.branches, bestWorth) + allowance)
    },
    prove(limits, progress) {
      if (!program || !rows) return
      score.set(best)
      score.value()
      const start = score.shortBy() > 0 ? null : held(rows, score)
      const proof = program.proved(start, limits, progress)
      if (!proof) return
      if (bound === null || proof.bound + allowance < bound) bound = proof.bound + allowance
      proved = proof.ended
      if (proof.values) finish(of, proof.values, score, moves, program, rows, keep)
      const apart = (): number => (bound ?? Number.POSITIVE_INFINITY) - bestWorth
      if (apart() > limits.gap + allowance)
        inWhole(true, { gap: limits.gap / 2, nodes: Math.min(limits.nodes, 200) }, progress)
      if (proved && apart() > limits.gap + allowance && of.columns.length <= fewColumns)
        inWhole(false, limits, progress)
    },
    dispose: () => program?.dispose(),
  }
}

/** The values of the plan that a score holds, with every switch where the plan has it. */
function held({ model, shapes }: ScheduleModel, score: Score): Values {
  score.value()
  shapes.forEach((shape, i) => {
    shape.taken.itemizes = score.itemized[i] === 1
  })
  return valuesOf(model, score.shares)
}

/** A model with its switches held where a plan has them. */
const regimeOf = (model: Model, values: Values): Model => ({
  ...model,
  variables: model.variables.map((each, i) => {
    const at = Math.round(values[i] as number)
    return each.unit === 'switch' ? { ...each, low: at, high: at } : each
  }),
})

/** Whole shares made of a proof's plan of fractions. */
function finish(
  of: Problem,
  values: Values,
  score: Score,
  moves: Moves,
  program: Program,
  rows: ScheduleModel,
  keep: () => void,
): void {
  score.set(wholeShares(of, values))
  exchange(of, score, moves, { evaluations: 20_000, parts: fine })
  keep()
  const regime = program.within(held(rows, score))
  if (!regime) return
  score.set(wholeShares(of, regime.values))
  exchange(of, score, moves, { evaluations: 20_000, parts: fine })
  keep()
}
