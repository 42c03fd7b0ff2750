/** `isoline return`: the federal return of a year, form by form. */
import {
  type Asked,
  type EstimateAnswer,
  estimateAnswer,
  explainable,
  returnAnswer,
  type Summary,
  type summaryLines,
  yearsTo,
} from '@isoline/engine'
import type { Answered } from '../give.ts'
import { form8949Lines, isForm8949 } from '../print/form8949.ts'
import { formLines } from '../print/forms.ts'
import { grounds } from '../print/grounds.ts'
import { dollars } from '../print/money.ts'
import type { Page } from '../print/page.ts'
import { table } from '../print/table.ts'
import { wrapped } from '../print/text.ts'
import type { Subject } from '../subject.ts'

/** The return of a flat case, or of the year asked about of a scenario, which comes with every form. */
export function taxReturn(subject: Subject, asked: Asked, forms: boolean): Answered {
  const { of, kind, value } = subject
  const { year, summary, states, notices, assumed, forms: everyLine } = estimateAnswer(of, asked, true)
  const json =
    kind === 'flat'
      ? returnAnswer(value, { rounding: asked.rounding ?? 'exact', forms })
      : {
          year,
          summary: { ...summary, states: states.map((each) => each.summary) },
          notices,
          assumed,
          forms: everyLine,
        }
  const lines = (page: Page): string[] => [
    ...headline(summary, year, page),
    '',
    ...summaryTable(summary, states, page),
    ...sales(everyLine, page),
    ...figuredForms(of, asked, year, forms, page),
    ...grounds({ year, notices, assumed }, page),
  ]
  return { json, lines }
}

function headline({ totalTax, amt, deductionTaken }: Summary, year: number, page: Page): string[] {
  const taken = deductionTaken === 'itemized' ? 'itemized deductions' : 'the standard deduction'
  const text = `Federal tax of ${year} is ${dollars(totalTax)}, ${dollars(amt)} of it AMT, with ${taken}.`
  return wrapped(text, page.width).map(page.paint.bold)
}

const titles = {
  agi: 'Adjusted gross income',
  deduction: 'Deduction',
  taxableIncome: 'Taxable income',
  regularTax: 'Regular tax',
  amti: 'Alternative minimum taxable income',
  exemption: 'AMT exemption',
  tentativeMinimumTax: 'Tentative minimum tax',
  amt: 'AMT',
  niit: 'Net investment income tax',
  additionalMedicareTax: 'Additional Medicare tax',
  minimumTaxCreditUsed: 'Minimum tax credit used',
  minimumTaxCreditCarriedOut: 'Minimum tax credit carried on',
  totalTax: 'Federal tax',
} as const satisfies { readonly [Name in keyof typeof summaryLines]: string }

function summaryTable(summary: Summary, states: EstimateAnswer['states'], page: Page): string[] {
  const names = Object.keys(titles) as (keyof typeof titles)[]
  const rows = names.map((name) => [titles[name], dollars(summary[name]), `${name}`])
  const ofStates = states.flatMap(({ state, summary: { amt, tax } }) => [
    ...(amt === 0 ? [] : [[`${state} AMT`, dollars(amt), '']]),
    [`${state} tax`, dollars(tax), ''],
  ])
  const columns = [{ head: '' }, { head: 'Amount', align: 'right' }, { head: 'For `isoline explain`' }] as const
  return table(columns, [...rows, ...ofStates], page)
}

/** Form 8949 of a year in which shares are sold, in both versions. */
function sales(forms: EstimateAnswer['forms'], page: Page): string[] {
  const [form8949, form8949Amt] = [forms?.['form8949'], forms?.['form8949Amt']]
  return isForm8949(form8949) && isForm8949(form8949Amt) ? ['', ...form8949Lines({ form8949, form8949Amt }, page)] : []
}

function figuredForms(of: Subject['of'], asked: Asked, year: number, every: boolean, page: Page): string[] {
  const figured = yearsTo(of, year, asked.rounding).at(-1)
  if (!figured) return []
  return formLines(explainable(figured), every, page)
}
