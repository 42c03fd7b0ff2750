/** `isoline cost`: the cash that the planned exercises take. */
import { type Asked, type CostAnswer, costAnswer, NotModelled } from '@isoline/engine'
import type { Answered } from '../give.ts'
import { grounds } from '../print/grounds.ts'
import { count, dollars } from '../print/money.ts'
import type { Page } from '../print/page.ts'
import { table } from '../print/table.ts'
import { listed, plural, points, wrapped } from '../print/text.ts'
import { type Subject, scenarioOnly } from '../subject.ts'

/** Strike and tax of the year's planned exercises. */
export function cost(subject: Subject, asked: Asked, compare: boolean): Answered {
  if (compare)
    throw new NotModelled('IRC §421(b)', 'Form 8949', 'comparing the exercise with sell-to-cover and a same-day sale')
  const answer = costAnswer(scenarioOnly(subject, 'the cost is that of the exercises in a plan'), asked)
  return { json: answer, lines: (page) => costLines(answer, page) }
}

function costLines(answer: CostAnswer, page: Page): string[] {
  if (answer.exercises.length === 0) {
    const none = `The plan has no exercise in ${answer.year}, so there is nothing to pay.`
    return [...wrapped(none, page.width).map(page.paint.bold), ...points([planHint], page.width)]
  }
  const { paint } = page
  const color = answer.cash.enough === false ? paint.red : paint.bold
  return [
    ...wrapped(headline(answer), page.width).map(color),
    '',
    ...table([{ head: 'By' }, { head: 'What' }, { head: 'Amount', align: 'right' }], rows(answer), page),
    '',
    ...points(meaning(answer), page.width),
    ...grounds(answer, page),
  ]
}

const planHint =
  'Add one under plan: { on: 2026-01-15, exercise: 1000, grant: G1 }. `isoline room` shows how many shares owe no AMT.'

/** The cash test comes first: it decides before any tax rate does. */
function headline({ outlay, strike, cash, exercises, year }: CostAnswer): string {
  const tax = outlay - strike
  const parts = `${dollars(strike)} of strike and ${dollars(tax)} of federal tax`
  const what = listed(exercises.map(({ shares, grant }) => `${plural(count(shares), 'share')} of ${grant}`))
  if (cash.available === null || cash.left === null)
    return `Exercising ${what} in ${year} and holding takes ${dollars(outlay)}: ${parts}.`
  if (!cash.enough)
    return `Do not exercise and hold: ${what} take ${dollars(outlay)}, the cash is ${dollars(cash.available)}, and ${dollars(-cash.left)} is missing.`
  return `The cash covers strike and federal tax: ${what} take ${dollars(outlay)} in all, and ${dollars(cash.left)} of ${dollars(cash.available)} is left.`
}

const rows = ({ payments, outlay, cash }: CostAnswer): string[][] => [
  ...payments.map(({ on, what, amount }) => [on, what, dollars(amount)]),
  ['', 'outlay', dollars(outlay)],
  ...(cash.available === null ? [] : [['', 'cash', dollars(cash.available)]]),
  ...(cash.left === null ? [] : [['', cash.left < 0 ? 'missing' : 'left', dollars(Math.abs(cash.left))]]),
]

function meaning({ federalAmt, otherFederalTax, cash, exercises }: CostAnswer): string[] {
  const amt = federalAmt > 0 ? `The exercise adds ${dollars(federalAmt)} of AMT` : 'The exercise adds no AMT'
  const other = otherFederalTax
    ? `, and ${dollars(otherFederalTax)} of other federal tax (minimum tax credit put off, or another deduction)`
    : ''
  const unknown =
    cash.available === null ? ['Whether the cash suffices is not known: the file has no household.cash.'] : []
  const short =
    cash.enough === false
      ? [
          'Strike and tax would have to be paid by selling the shares, which ends what holding them is for. Exercise fewer, or spread them over years.',
        ]
      : []
  const values = exercises.map(
    ({ id, value, strike, on }) => `${id}: value ${dollars(value)} less strike ${dollars(strike)} a share on ${on}`,
  )
  return [...short, `${amt}${other}.`, ...unknown, ...values]
}
