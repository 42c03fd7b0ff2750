/** Why a number of a year is what it is. */
import type { Case } from '../case.ts'
import { InputError } from '../errors.ts'
import { federalForms } from '../explain/federalForms.ts'
import { consider } from '../explain/notices.ts'
import { explainable, type Reason, reasonFor } from '../explain/reason.ts'
import { isOfState, stateLineNames } from '../explain/stateReasons.ts'
import { factWords } from '../forms/facts.ts'
import { federalFigures } from '../law/federal/figures.ts'
import { nearest } from '../nearest.ts'
import type { FederalReturn } from '../return.ts'
import type { StateReturn } from '../stateReturn.ts'
import { type StateYear, stateYears } from '../stateYears.ts'
import { type SummaryName, summaryLines } from '../summary.ts'
import type { FiguredYear } from '../timeline.ts'
import { type Asked, figuredYearsAsked, type Grounds, noticesFor } from './common.ts'
import { stateYearNotices } from './states.ts'

export interface ExplainAnswer extends Grounds {
  readonly reason: Reason
}

/**
 * The reason for a name: a summary figure (`amt`), a line (`form6251.line2i`, or `6251.2i`), a figure of the law
 * (`law.amtExemption`), a fact (`facts.wages`), or a line of a state's form (`CA.form540.line31`).
 * `depth` limits how far it is followed.
 * @throws InputError with a suggestion for a name that is none of these, or a form this return did not need.
 */
export function explainAnswer(of: Case, asked: Asked, name: string, depth?: number): ExplainAnswer {
  const years = figuredYearsAsked(of, asked)
  const figured = years.at(-1) as FiguredYear
  const states = stateYears(of, years).at(-1) as StateYear
  const reason = reasonFor(fullName(name), explainable(figured, states.returns), depth)
  if (!reason) throw new InputError([unknownName(name, figured.return, states.returns)])
  return {
    year: figured.year,
    reason,
    notices: [
      ...noticesFor(consider(figured.choice), figured.facts),
      ...(isOfState(name) ? stateYearNotices([states]) : []),
    ],
    assumed: of.assumed,
  }
}

function fullName(name: string): string {
  if (Object.hasOwn(summaryLines, name)) return summaryLines[name as SummaryName].join('.')
  const short = /^(\d{4})\.(?:line)?(\w+)$/.exec(name)
  return short ? `form${short[1]}.line${short[2]}` : name
}

function unknownName(name: string, figured: FederalReturn, states: readonly StateReturn[]) {
  const form = federalForms.find((each) => fullName(name).startsWith(`${each.id}.`))
  if (form && Object.hasOwn(form.words, fullName(name).slice(form.id.length + 1))) {
    const message = form.figured(figured)
      ? `${name} is a line that this year's ${form.title} does not figure, so it has no amount.`
      : `${form.title} was not needed for this return, so ${name} has no amount.`
    return { path: 'NAME', code: 'notFigured', message }
  }
  const close = nearest(fullName(name), [...everyName(), ...stateLineNames(states)])
  const hint = close
    ? `Did you mean ${close}?`
    : 'Try amt, regularTax, form6251.line4, law.amtExemption or facts.wages.'
  return { path: 'NAME', code: 'unknownName', message: `there is no ${name} to explain. ${hint}` }
}

/** Every name that can be explained. */
export const everyName = (): string[] => [
  ...Object.keys(summaryLines),
  ...federalForms.flatMap((form) => Object.keys(form.words).map((line) => `${form.id}.${line}`)),
  ...Object.keys(federalFigures).map((figure) => `law.${figure}`),
  ...Object.keys(factWords).map((fact) => `facts.${fact}`),
]
