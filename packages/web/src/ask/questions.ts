/** The questions that the page asks as it opens: the same functions, with the same answers, as the commands of the same names. */
import {
  type Asked,
  type Case,
  cashTest,
  costAnswer,
  creditAnswer,
  curveAnswer,
  estimateAnswer,
  lotsAnswer,
  type ProjectOptions,
  projectAnswer,
  roomAnswer,
} from '@isoline/engine'
import { type MovesQuestion, movesOf } from './moves.ts'
import { type ReachQuestion, reachOf } from './reach.ts'
import type { studies } from './studies.ts'
import { type SweepQuestion, sweepOf } from './sweep.ts'

export const questions = {
  estimate: (of: Case, asked: Asked) => estimateAnswer(of, asked),
  /** `on` is the day whose value of a share counts, that of the question without it. */
  room: (of: Case, asked: Asked, on?: string) => roomAnswer(of, on === undefined ? asked : { ...asked, asOf: on }),
  curve: (of: Case, asked: Asked, grant?: string) => curveAnswer(of, asked, grant),
  cost: (of: Case, asked: Asked, compare?: boolean) => costAnswer(of, asked, compare),
  cashTest: (of: Case, asked: Asked) => cashTest(of, asked),
  project: (of: Case, asked: Asked, options?: ProjectOptions) => projectAnswer(of, asked.asOf, options),
  credit: (of: Case, asked: Asked) => creditAnswer(of, asked.asOf, asked.rounding),
  lots: (of: Case, asked: Asked) => lotsAnswer(of, asked.asOf),
  moves: (of: Case, asked: Asked, question: MovesQuestion) => movesOf(of, asked, question),
  reach: (of: Case, asked: Asked, question: ReachQuestion) => reachOf(of, asked, question),
  sweep: (of: Case, asked: Asked, question: SweepQuestion) => sweepOf(of, asked, question),
}

/** All there are: these, and those that are loaded when they are first asked. */
export type Questions = typeof questions & typeof studies
export type QuestionName = keyof Questions
/** What is asked beyond the scenario and the day: a grant, a price, a line. */
export type Detail<Q extends QuestionName> = Parameters<Questions[Q]>[2]
export type AnswerTo<Q extends QuestionName> = ReturnType<Questions[Q]>
