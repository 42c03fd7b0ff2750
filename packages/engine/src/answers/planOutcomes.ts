/** The outcomes that a plan is made over: those of the file, or a few that stand for its view of the price. */
import type { Assumed, Case, Outcome } from '../case.ts'
import { type PlainDate, yearOf } from '../date.ts'
import { InputError } from '../errors.ts'
import { outcomeCounts, outcomesOfView } from '../risk/outcomesOfView.ts'
import { modelOf } from '../risk/priceModel.ts'
import type { Afterwards } from '../schedule/outcomes.ts'
import type { PlanTerms } from '../schedule/terms.ts'

export interface PlanOutcomes {
  readonly outcomes: readonly Outcome[]
  readonly after: Afterwards
  /** Every outcome that was made, with its chance, day and price. */
  readonly assumed: readonly Assumed[]
}

const fewest = outcomeCounts[0]

/**
 * @param count of the outcomes to make where the file names none; 3 if not given.
 * @throws InputError where there is nothing to make them of, the count is none of those there are, or the file has its own.
 */
export function planOutcomes(of: Case, terms: PlanTerms, count?: number): PlanOutcomes {
  const { outcomes = [], view } = of.company
  if (outcomes.length > 0) {
    if (count !== undefined)
      throw problem(
        '--outcomes',
        'conflict',
        'the file names its outcomes in company.outcomes. Leave out one of the two.',
      )
    return { outcomes, after: 'stays', assumed: [] }
  }
  const model = view ? modelOf(view) : null
  if (!model)
    throw problem(
      'company.outcomes',
      'missing',
      'an objective over outcomes needs them. Add company.outcomes, or company.view.volatility to make them of, or ask for wealth.',
    )
  if (count !== undefined && !outcomeCounts.some((each) => each === count))
    throw problem(
      '--outcomes',
      'outOfRange',
      `is ${count}; choose ${outcomeCounts.join(', ').replace(/, (\d+)$/, ' or $1')}.`,
    )
  const known = knownOn(of, terms)
  const made = outcomesOfView(of, model, count ?? fewest, { from: terms.from, known, growth: terms.growth })
  return { outcomes: made, after: 'goesOn', assumed: [...(count === undefined ? [usual] : []), ...made.map(told)] }
}

const usual: Assumed = {
  path: '--outcomes',
  value: String(fewest),
  message: 'outcomes made of company.view, equally likely',
}

/** The first day on which shares that are not listed can be sold; else the first day of the second year. */
function knownOn(of: Case, { from, horizon }: PlanTerms): PlainDate {
  const opens = of.company.listed ? null : (of.company.view?.liquidityOn ?? null)
  if (opens !== null && opens > from && yearOf(opens) <= horizon) return opens
  if (yearOf(from) === horizon)
    throw problem('--through', 'outOfRange', `is ${horizon}; outcomes are known a year later. Choose a later year.`)
  return `${yearOf(from) + 1}-01-01`
}

const told = ({ name, probability, on, price }: Outcome, i: number): Assumed => ({
  path: `company.outcomes[${i}]`,
  value: `${price.toFixed(2)} on ${on}`,
  message: `${name} of the prices that company.view allows, by their mean, at ${Math.round(probability * 1000) / 10}%`,
})

const problem = (path: string, code: string, message: string): InputError => new InputError([{ path, code, message }])
