/** Searches for the best plan, away from the worker of short questions: a proof may take minutes. */
import {
  type Asked,
  loadSolver,
  type PlanAnswer,
  type PlanQuestion,
  type PlanTreeAnswer,
  type Progress,
  parseScenario,
  planAnswer,
  planTreeAnswer,
  type Solver,
} from '@isoline/engine'
import { expose } from 'comlink'
import { type Reply, replyOf } from './reply.ts'
import { statesIn, withStates } from './stateBook.ts'

/** How far a search has come: no plan is worth more than `bound`, and one worth `value` is known. */
export type SearchNow = Parameters<Progress>[0]

/** Often enough to see that something moves. Milliseconds. */
const between = 250

let solver: Promise<Solver> | undefined

const searching = {
  /** The best plan from the day asked on. Whoever has waited long enough ends the worker. */
  async search(
    file: unknown,
    asked: Asked,
    question: PlanQuestion,
    tell: (now: SearchNow) => void,
  ): Promise<Reply<PlanAnswer>> {
    solver ??= loadSolver()
    const [loaded] = await Promise.all([solver, withStates(statesIn(JSON.stringify(file)))])
    let told = performance.now()
    const progress: Progress = (now) => {
      if (performance.now() - told > between && Number.isFinite(now.bound - now.value)) {
        told = performance.now()
        tell(now)
      }
      return false
    }
    return replyOf(() => planAnswer(parseScenario(file), asked, question, loaded, progress))
  },

  /** The plan that is worth most on average over what may become of the company. */
  async overOutcomes(file: unknown, asked: Asked): Promise<Reply<PlanTreeAnswer>> {
    solver ??= loadSolver()
    const [loaded] = await Promise.all([solver, withStates(statesIn(JSON.stringify(file)))])
    return replyOf(() => planTreeAnswer(parseScenario(file), asked, { objective: 'expected' }, loaded))
  },
}

export type Searching = typeof searching
expose(searching)
