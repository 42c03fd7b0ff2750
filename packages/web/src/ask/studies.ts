/** Questions that come later than the first: loaded when one of them is asked. */
import {
  type Asked,
  type Case,
  cashTest,
  checklistAnswer,
  concentration,
  explainAnswer,
  limitAnswer,
  riskEscape,
  riskPreIpo,
  riskStress,
  type SellQuestion,
  type SolveQuestion,
  sellAnswer,
  solveAnswer,
} from '@isoline/engine'
import { type AmountsQuestion, amounts } from './amounts.ts'
import { fan } from './fan.ts'
import { formSheets } from './formSheets.ts'

export const studies = {
  limit: (of: Case, _: Asked) => limitAnswer(of),
  sell: (of: Case, asked: Asked, question: SellQuestion) => sellAnswer(of, asked, question),
  solve: (of: Case, asked: Asked, question: SolveQuestion) => solveAnswer(of, asked, question),
  explain: (of: Case, asked: Asked, name: string) => explainAnswer(of, asked, name),
  amounts: (of: Case, asked: Asked, question: AmountsQuestion) => amounts(of, asked, question),
  formSheets: (of: Case, asked: Asked) => formSheets(of, asked),
  checklist: (of: Case, asked: Asked) => checklistAnswer(of, asked),
  concentration: (of: Case, asked: Asked) => concentration(of, asked, cashTest(of, asked)),
  fan: (of: Case, asked: Asked) => fan(of, asked),
  stress: (of: Case, asked: Asked) => riskStress(of, asked),
  escape: (of: Case, asked: Asked) => riskEscape(of, asked),
  preIpo: (of: Case, asked: Asked) => riskPreIpo(of, asked),
}
