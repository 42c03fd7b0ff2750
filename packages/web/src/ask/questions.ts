/** The questions the page asks of the engine: the same functions, with the same answers, as the commands of the same names. */
import {
  type Asked,
  type Case,
  cashTest,
  checklistAnswer,
  concentration,
  costAnswer,
  creditAnswer,
  curveAnswer,
  estimateAnswer,
  explainAnswer,
  limitAnswer,
  lotsAnswer,
  type ProjectOptions,
  projectAnswer,
  riskEscape,
  riskPreIpo,
  riskStress,
  roomAnswer,
  type SellQuestion,
  type SolveQuestion,
  sellAnswer,
  solveAnswer,
} from '@isoline/engine'
import { type AmountsQuestion, amounts } from './amounts.ts'
import { fan } from './fan.ts'
import { formSheets } from './formSheets.ts'
import { type MovesQuestion, movesOf } from './moves.ts'
import { type ReachQuestion, reachOf } from './reach.ts'
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
  limit: (of: Case) => limitAnswer(of),
  sell: (of: Case, asked: Asked, question: SellQuestion) => sellAnswer(of, asked, question),
  solve: (of: Case, asked: Asked, question: SolveQuestion) => solveAnswer(of, asked, question),
  explain: (of: Case, asked: Asked, name: string) => explainAnswer(of, asked, name),
  amounts: (of: Case, asked: Asked, question: AmountsQuestion) => amounts(of, asked, question),
  formSheets: (of: Case, asked: Asked) => formSheets(of, asked),
  moves: (of: Case, asked: Asked, question: MovesQuestion) => movesOf(of, asked, question),
  reach: (of: Case, asked: Asked, question: ReachQuestion) => reachOf(of, asked, question),
  sweep: (of: Case, asked: Asked, question: SweepQuestion) => sweepOf(of, asked, question),
  checklist: (of: Case, asked: Asked) => checklistAnswer(of, asked),
  concentration: (of: Case, asked: Asked) => concentration(of, asked, cashTest(of, asked)),
  fan: (of: Case, asked: Asked) => fan(of, asked),
  stress: (of: Case, asked: Asked) => riskStress(of, asked),
  escape: (of: Case, asked: Asked) => riskEscape(of, asked),
  preIpo: (of: Case, asked: Asked) => riskPreIpo(of, asked),
}

export type Questions = typeof questions
export type QuestionName = keyof Questions
/** What is asked beyond the scenario and the day: a grant, a price, a line. */
export type Detail<Q extends QuestionName> = Parameters<Questions[Q]>[2]
export type AnswerTo<Q extends QuestionName> = ReturnType<Questions[Q]>
