/** One's own plan in a sentence, and beside the best one. */
import type { PlanAnswer, ProjectAnswer, ScenarioFile } from '@isoline/engine'
import { money, shares } from '../../words/money.ts'
import type { AnswerWords } from './words.ts'

/** What the plan in the file does over all years. */
export function ownWords({ plan = [] }: ScenarioFile, { years }: ProjectAnswer): AnswerWords {
  const exercised = plan.reduce((sum, line) => sum + (line.exercise ?? 0), 0)
  const sold = plan.reduce((sum, line) => sum + (line.sell ?? 0), 0)
  const amt = years.reduce((sum, { summary }) => sum + summary.amt, 0)
  const taxed = amt < 0.5 ? 'pays no AMT' : `pays ${money(amt)} of AMT`
  if (exercised === 0 && sold === 0) return { before: 'Your plan does ', amount: 'nothing', after: ' yet.' }
  if (exercised === 0) return { before: 'Your plan sells ', amount: shares(sold), after: ` and ${taxed}.` }
  return { before: 'Your plan exercises ', amount: shares(exercised), after: ` and ${taxed}.` }
}

/** What becomes of its credit, and what the best plan does instead. */
export function ownLede({ creditLog }: ProjectAnswer, answer: PlanAnswer | undefined): string {
  const last = creditLog.at(-1)
  const at = creditLog.findLastIndex(({ intoNextYear }) => intoNextYear >= 0.5)
  const back = creditLog[at + 1]
  const credit =
    at < 0
      ? 'It makes no credit.'
      : back
        ? `All credit has come back by ${back.year}.`
        : `${money(last?.intoNextYear ?? 0)} of credit is still unused after ${last?.year}.`
  if (!answer) return credit
  const exercised = answer.best.years.reduce((sum, year) => sum + year.exercised, 0)
  return `${credit} The best plan found exercises ${shares(exercised)} and is worth ${money(answer.best.value)} today.`
}
