/** `isoline checklist`: the exercise-year checklist in its order, answered from the scenario. */
import { type Asked, checklistAnswer } from '@isoline/engine'
import type { Answered } from '../give.ts'
import { checklistLines } from '../print/checklist.ts'
import { type Subject, scenarioOnly } from '../subject.ts'

/** The list of a year. */
export function checklist(subject: Subject, asked: Asked): Answered {
  const answer = checklistAnswer(scenarioOnly(subject, 'the list follows the exercises of a plan'), asked)
  return { json: answer, lines: (page) => checklistLines(answer, page) }
}
