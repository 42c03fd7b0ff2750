/** The forms of every year of a projection, one year after the other. */
import {
  type Case,
  type Explainable,
  explainable,
  federalForms,
  type ProjectAnswer,
  type Rounding,
  yearsTo,
} from '@isoline/engine'
import { form8949Lines, isForm8949 } from './form8949.ts'
import { lineLines } from './forms.ts'
import type { Page } from './page.ts'

type Forms = NonNullable<ProjectAnswer['years'][number]['forms']>

/** Every form a year needed, Form 8801 with the part about the year before, without its lines of zero. */
export function yearForms(of: Case, { years }: ProjectAnswer, rounding: Rounding | undefined, page: Page): string[] {
  const horizon = years.at(-1)?.year ?? 0
  const figured = yearsTo({ ...of, assumptions: { ...of.assumptions, horizon } }, horizon, rounding)
  const each = figured.flatMap((year, i) => {
    const forms = years[i]?.forms ?? {}
    return [
      '',
      page.paint.bold(`Forms of ${year.year}`),
      ...formsOf(forms, explainable(year), page),
      ...sales(forms, page),
    ]
  })
  return [...each, '', page.paint.dim('Lines of zero are left out; --json has every line.')]
}

const formsOf = (forms: Forms, of: Explainable, page: Page): string[] =>
  Object.entries(forms).flatMap(([id, sheet]) => {
    if (isForm8949(sheet)) return []
    const lines = Object.keys(sheet).flatMap((line) => lineLines(id, line, of, false, page))
    return lines.length === 0 ? [] : ['', page.paint.bold(titles[id] ?? id), ...lines]
  })

const titles: { readonly [id: string]: string } = {
  ...Object.fromEntries(federalForms.map(({ id, title }) => [id, title])),
  capitalLossCarryover: 'Capital Loss Carryover Worksheet',
  capitalLossCarryoverAmt: 'Capital Loss Carryover Worksheet for AMT',
}

function sales(forms: Forms, page: Page): string[] {
  const [form8949, form8949Amt] = [forms['form8949'], forms['form8949Amt']]
  return isForm8949(form8949) && isForm8949(form8949Amt) ? ['', ...form8949Lines({ form8949, form8949Amt }, page)] : []
}
