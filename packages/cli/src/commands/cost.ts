/** `isoline cost`: the cash that the planned exercises take. */
import { type Asked, type CostAnswer, costAnswer } from '@isoline/engine'
import type { Answered } from '../give.ts'
import { exercised, nonstatutory } from '../print/exercises.ts'
import { grounds } from '../print/grounds.ts'
import { dollars } from '../print/money.ts'
import type { Page } from '../print/page.ts'
import { table } from '../print/table.ts'
import { listed, points, wrapped } from '../print/text.ts'
import { type Subject, scenarioOnly } from '../subject.ts'
import { compareLines } from './costCompare.ts'

/** Strike and tax of the year's planned exercises; with `compare`, the three ways to exercise side by side. */
export function cost(subject: Subject, asked: Asked, compare: boolean): Answered {
  const of = scenarioOnly(subject, 'the cost is that of the exercises in a plan')
  const answer = costAnswer(of, asked, compare)
  return {
    json: answer,
    lines(page) {
      if (answer.exercises.length === 0) return nothingPlanned(answer, page)
      return answer.compare ? compareLines(answer, answer.compare, of.company.listed, page) : costLines(answer, page)
    },
  }
}

function nothingPlanned({ year }: CostAnswer, page: Page): string[] {
  const none = `The plan has no exercise in ${year}, so there is nothing to pay.`
  return [...wrapped(none, page.width).map(page.paint.bold), ...points([planHint], page.width)]
}

function costLines(answer: CostAnswer, page: Page): string[] {
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
function headline(answer: CostAnswer): string {
  const { outlay, strike, proceeds, cash, year } = answer
  const tax = outlay - strike + proceeds
  const sold = proceeds > 0 ? `, less ${dollars(proceeds)} from shares sold` : ''
  const parts = `${dollars(strike)} of strike and ${dollars(tax)} of ${taxWords(answer)}${sold}`
  const what = exercised(answer.exercises)
  if (outlay < 0) return `Exercising ${what} in ${year} leaves ${dollars(-outlay)} over: ${parts}.`
  if (cash.available === null || cash.left === null)
    return `Exercising ${what} in ${year} ${proceeds > 0 ? '' : 'and holding '}takes ${dollars(outlay)}: ${parts}.`
  if (!cash.enough)
    return `Do not exercise ${proceeds > 0 ? 'as planned' : 'and hold'}: ${what} take ${dollars(outlay)}, the cash is ${dollars(cash.available)}, and ${dollars(-cash.left)} is missing.`
  return `The cash covers strike and tax: ${what} take ${dollars(outlay)} in all, and ${dollars(cash.left)} of ${dollars(cash.available)} is left.`
}

const rows = ({ payments, outlay, cash }: CostAnswer): string[][] => [
  ...payments.map(({ on, what, amount }) => [on, what, dollars(amount)]),
  ['', outlay < 0 ? 'left over' : 'outlay', dollars(Math.abs(outlay))],
  ...(cash.available === null ? [] : [['', 'cash', dollars(cash.available)]]),
  ...(cash.left === null ? [] : [['', cash.left < 0 ? 'missing' : 'left', dollars(Math.abs(cash.left))]]),
]

/** Whose tax it is: federal alone, or the state's too. */
const taxWords = ({ states }: CostAnswer): string =>
  states.some(({ amt, otherTax }) => amt + otherTax !== 0) ? 'federal and state tax' : 'federal tax'

function stateWords({ state, amt, otherTax, dueOn }: CostAnswer['states'][number]): string[] {
  if (amt === 0 && otherTax === 0) return []
  if (amt === 0) return [`To ${state} it adds ${dollars(otherTax)} of tax, due by ${dueOn}.`]
  const other = otherTax === 0 ? '' : `, and ${dollars(otherTax)} of its other tax`
  return [`To ${state} it adds ${dollars(amt)} of that state's own AMT${other}, due by ${dueOn}.`]
}

function meaning({ federalAmt, otherFederalTax, states, cash, proceeds, exercises }: CostAnswer): string[] {
  const wages = exercises.some((each) => each.wages > 0)
  const income = [...(wages ? ['wages'] : []), ...(proceeds > 0 ? ['the income of the shares sold'] : [])]
  const reasons = [...income, 'minimum tax credit put off', 'another deduction']
  const amt = federalAmt > 0 ? `The exercise adds ${dollars(federalAmt)} of AMT` : 'The exercise adds no AMT'
  const other = otherFederalTax
    ? `, and ${dollars(otherFederalTax)} of other federal tax (${listed(reasons, 'or')})`
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
  return [
    ...short,
    `${amt}${other}.`,
    ...states.flatMap(stateWords),
    ...unknown,
    ...values,
    ...exercises.flatMap(nonstatutory),
  ]
}
