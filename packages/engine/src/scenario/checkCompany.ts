/** What must hold among the facts of the company. */
import { type Problems, repeated } from './problems.ts'
import type { Draft, ScenarioFile } from './schema.ts'

type Company = NonNullable<Draft<ScenarioFile>['company']>

/** Notes days named twice, spans that run backwards, a growth out of reach, and outcomes that do not add up. */
export function checkCompany({ splits = [], blackouts = [], outcomes = [], view }: Company, problems: Problems): void {
  for (const [i, day] of repeated(splits.map((split) => split.on))) {
    const message = `is ${day} again. Give one split for the day, with the product of both ratios.`
    problems.add(`company.splits[${i}].on`, 'duplicate', message)
  }
  for (const [i, { from, to }] of blackouts.entries())
    if (from !== undefined && to !== undefined && to < from)
      problems.add(`company.blackouts[${i}].to`, 'conflict', `is ${to}, before ${from}. Correct one of them.`)
  checkGrowth(view?.growth ?? 0, view?.failure ?? 0, problems)
  checkOutcomes(outcomes, problems)
}

/**
 * Growth is that of the mean, failure counted. Where failure is likely the price of a company that survives must grow enormously for
 * that: then growth was meant for survivors. Beyond tenfold a year it is refused, as growth itself is.
 */
function checkGrowth(growth: number, failure: number, problems: Problems): void {
  const survivor = (1 + growth) / (1 - failure)
  if (!(failure > 0 && survivor > 11)) return
  const message =
    `is ${failure}: for a mean that grows by ${growth} a year the price of a company that survives would have to grow ` +
    `${survivor.toFixed(1)}-fold each year. growth counts the failures: lower it, or the failure.`
  problems.add('company.view.failure', 'conflict', message)
}

function checkOutcomes(outcomes: NonNullable<Company['outcomes']>, problems: Problems): void {
  for (const [i, outcome] of outcomes.entries()) checkOutcome(outcome, `company.outcomes[${i}]`, problems)
  const total = outcomes.reduce((sum, { probability }) => sum + (probability ?? Number.NaN), 0)
  if (outcomes.length === 0 || !(Math.abs(total - 1) > 1e-6)) return
  const message = `has probabilities that add up to ${+total.toFixed(6)}. Make them add up to 1.`
  problems.add('company.outcomes', 'conflict', message)
}

function checkOutcome(
  { on, sellableFrom, kind, maxShares }: Partial<NonNullable<Company['outcomes']>[number]>,
  path: string,
  problems: Problems,
): void {
  if (on !== undefined && sellableFrom !== undefined && sellableFrom < on)
    problems.add(`${path}.sellableFrom`, 'conflict', `is ${sellableFrom}, before ${on}. Correct one of them.`)
  if (on === undefined && kind !== undefined && kind !== 'fails' && kind !== 'nothing')
    problems.add(`${path}.on`, 'missing', 'is missing. Give the day on which it happens.')
  if (kind === 'tender' && maxShares === undefined)
    problems.add(`${path}.maxShares`, 'missing', 'is missing. Give the most shares that the tender buys from you.')
  if (kind !== undefined && kind !== 'tender' && maxShares !== undefined)
    problems.add(`${path}.maxShares`, 'conflict', 'belongs to a tender. Leave it out, or make the kind tender.')
  if (sellableFrom !== undefined && (kind === 'tender' || kind === 'downRound'))
    problems.add(
      `${path}.sellableFrom`,
      'conflict',
      kind === 'tender'
        ? 'does not go with a tender, which buys on its own day. Leave it out.'
        : 'does not go with a down round, which makes no market. Leave it out.',
    )
}
