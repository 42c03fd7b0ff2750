/** What to do before an outcome is known, in sentences. */
import type { PlanTreeAnswer } from '@isoline/engine'
import { day } from '../../words/days.ts'
import { money, shares } from '../../words/money.ts'

/** What all outcomes share, and what that is worth. */
export function outcomeWords({ best }: PlanTreeAnswer): string {
  const exercises = best.plan.flatMap((line) => ('exercise' in line ? [line] : []))
  const sales = best.plan.flatMap((line) => ('sell' in line ? [line] : []))
  const known = best.outcomes.map((outcome) => outcome.known).sort()[0]
  const done = [
    ...exercises.map((line) => `exercise ${shares(line.exercise)} of ${line.grant} on ${day(line.on)}`),
    ...sales.map((line) => `sell ${shares(line.sell)} on ${day(line.on)}`),
  ]
  const until = known ? `Until ${day(known)} no outcome is known. ` : ''
  const first = done.length > 0 ? `Whatever comes: ${done.join('; ')}.` : 'Until then, do nothing.'
  return `${until}${first} That is worth ${money(best.expected)} on average and ${money(best.worst)} in the worst outcome.`
}
