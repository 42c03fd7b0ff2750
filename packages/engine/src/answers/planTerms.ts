/** What a plan is asked for, and the terms that follow, with every default that was taken. */
import type { Assumed, Case } from '../case.ts'
import { type PlainDate, yearOf } from '../date.ts'
import { InputError } from '../errors.ts'
import { yearsWithLaw } from '../law/federal/tables.ts'
import type { PlanTerms } from '../schedule/terms.ts'

/** What a plan is asked for. Left out, each has its default, which the answer lists. */
export interface PlanQuestion {
  /** The last year of decisions; default: the horizon of the file, and five years at least. */
  readonly through?: number
  /** Growth of the price a year; default: that of `company.view`, else none. */
  readonly growth?: number
  /** Money set aside for strike and tax each year. */
  readonly save?: number
  /** Looks at a second day of decisions in each year, in December. */
  readonly december?: boolean
  /** No year may have more AMT than it has by itself. */
  readonly neverPast?: boolean
  /** Shares that must still be held on the last day. */
  readonly keep?: number
  /** The most that shares held at the end of a year may be of net worth, a fraction. */
  readonly concentration?: number
  /** What is wanted most; least AMT gives up a part of the money, `give`, by default a hundredth. */
  readonly objective?: 'wealth' | 'leastAmt'
  readonly give?: number
  /** At most so many actions. */
  readonly actions?: number
  /** Says what a little more cash, wages or shares would be worth. */
  readonly shadow?: boolean
  /** Compares staging with exercising all now over growths of the price. */
  readonly staging?: boolean
  /** Looks for the certificate; with the gap in dollars and the nodes at which to stop. */
  readonly prove?: { readonly gap: number; readonly nodes: number }
}

/** Years after the last decision in which credit and losses still come home. */
const tailYears = 10
/** Years that staging is looked at over, where the file looks no further. */
const fewestYears = 5

/** The terms of a question. @throws InputError for a last year that no law reaches. */
export function planTerms(
  of: Case,
  asOf: PlainDate,
  question: Omit<PlanQuestion, 'objective' | 'give' | 'actions'>,
): { readonly terms: PlanTerms; readonly assumed: Assumed[] } {
  const first = of.incomes[0]?.year ?? yearOf(asOf)
  const from = asOf < `${first}-01-01` ? `${first}-01-01` : asOf
  const far = Math.max(of.assumptions.horizon, yearOf(from) + fewestYears - 1)
  const horizon = question.through ?? far
  if (horizon < yearOf(from) || horizon + tailYears > yearsWithLaw.last)
    throw new InputError([
      {
        path: '--through',
        code: 'outOfRange',
        message: `is ${horizon}; choose a year from ${yearOf(from)} to ${yearsWithLaw.last - tailYears}.`,
      },
    ])
  const growth = question.growth ?? of.company.view?.growth ?? 0
  const { discountRate } = of.assumptions
  const usual: readonly (readonly ['through' | 'growth' | 'save' | 'december', string, string, string])[] = [
    ['through', '--through', String(horizon), 'the last year of decisions'],
    [
      'growth',
      '--growth',
      String(growth),
      of.company.view?.growth == null ? 'no growth is given: a flat price' : 'company.view.growth',
    ],
    ['save', '--save', '0', 'money set aside each year for strike and tax'],
    [
      'december',
      '--december',
      'false',
      'one day of decisions a year, in January; sales in March or when shares qualify',
    ],
  ]
  const assumed = usual
    .filter(([name]) => question[name] === undefined)
    .map(([, path, value, message]) => ({ path, value, message }))
  if (of.household.cash === null)
    assumed.push({
      path: 'household.cash',
      value: 'any amount',
      message: 'not given: the plan is not held to the cash there is',
    })
  return {
    terms: {
      ...{ from, horizon, tail: tailYears, growth, discount: discountRate },
      ...{ saved: question.save ?? 0, december: question.december ?? false },
      ...{ neverPast: question.neverPast ?? false, keep: question.keep ?? 0 },
      concentration: question.concentration ?? null,
    },
    assumed,
  }
}
