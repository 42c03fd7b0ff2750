/** What must hold among the facts of the company. */
import { type Problems, repeated } from './problems.ts'
import type { Draft, ScenarioFile } from './schema.ts'

type Company = NonNullable<Draft<ScenarioFile>['company']>

/** Notes days named twice, spans that run backwards, and outcomes that do not add up. */
export function checkCompany({ splits = [], blackouts = [], outcomes = [] }: Company, problems: Problems): void {
  for (const [i, day] of repeated(splits.map((split) => split.on))) {
    const message = `is ${day} again. Give one split for the day, with the product of both ratios.`
    problems.add(`company.splits[${i}].on`, 'duplicate', message)
  }
  for (const [i, { from, to }] of blackouts.entries())
    if (from !== undefined && to !== undefined && to < from)
      problems.add(`company.blackouts[${i}].to`, 'conflict', `is ${to}, before ${from}. Correct one of them.`)
  checkOutcomes(outcomes, problems)
}

function checkOutcomes(outcomes: NonNullable<Company['outcomes']>, problems: Problems): void {
  for (const [i, { on, sellableFrom, kind }] of outcomes.entries()) {
    const path = `company.outcomes[${i}]`
    if (on !== undefined && sellableFrom !== undefined && sellableFrom < on)
      problems.add(`${path}.sellableFrom`, 'conflict', `is ${sellableFrom}, before ${on}. Correct one of them.`)
    if (on === undefined && (kind === 'ipo' || kind === 'cash' || kind === 'stock'))
      problems.add(`${path}.on`, 'missing', 'is missing. Give the day on which it happens.')
  }
  const total = outcomes.reduce((sum, { probability }) => sum + (probability ?? Number.NaN), 0)
  if (outcomes.length === 0 || !(Math.abs(total - 1) > 1e-6)) return
  const message = `has probabilities that add up to ${+total.toFixed(6)}. Make them add up to 1.`
  problems.add('company.outcomes', 'conflict', message)
}
