/** `isoline states`: what is modelled of every state, year by year. */
import { type Coverage, type CoverageAnswer, coverageAnswer } from '@isoline/engine'
import type { Answered } from '../give.ts'
import type { Page } from '../print/page.ts'
import { table } from '../print/table.ts'
import { points, wrapped } from '../print/text.ts'

/** The coverage of all states. */
export function states(): Answered {
  const answer = coverageAnswer()
  return { json: answer, lines: (page) => stateLines(answer, page) }
}

const words: { readonly [Status in Coverage]: string } = {
  confirmed: 'confirmed',
  projected: 'projected',
  unconfirmed: 'unconfirmed',
  notModelled: 'not modelled',
  none: 'no income tax',
}

function stateLines({ states: all }: CoverageAnswer, page: Page): string[] {
  const years = all[0]?.years.map(({ year }) => year) ?? []
  const columns = [{ head: 'State' }, ...years.map((year) => ({ head: String(year) }))]
  const rows = all.map(({ state, name, ownAmt, years: own }) => [
    `${state} ${name}${ownAmt ? ' (AMT of its own)' : ''}`,
    ...own.map(({ status }) => words[status]),
  ])
  const held = all.filter(({ years: own }) => own.some(({ status }) => status !== 'notModelled')).length
  const title = `State income tax of residents is modelled for ${held} of ${all.length} states, the District of Columbia among them.`
  return [
    ...wrapped(title, page.width).map(page.paint.bold),
    '',
    ...table(columns, rows, page),
    '',
    ...points(
      [
        'confirmed: every figure is published. projected: the state has not published the year. unconfirmed: a figure or a rule of it could not be checked, and answers name it. What is not figured, such as itemized deductions or credits of a state, is in docs/states.md and in --json.',
        'Years after the last are projected by assumptions.indexing. A state not modelled is refused by name in a flat case, and said in a notice of a scenario; it is never taken as zero.',
        'Local income taxes are not modelled. A part of a year, and wages from shares earned in another state, are taxed by shares of income, which no form of a state was checked for.',
      ],
      page.width,
    ),
    ...open(all, page),
  ]
}

function open(all: CoverageAnswer['states'], page: Page): string[] {
  const each = all.flatMap(({ state, years }) =>
    years.flatMap(({ year, open: points_ }) => points_.map((message) => ({ state, year, message }))),
  )
  if (each.length === 0) return []
  const messages = [...new Set(each.map(({ state, message }) => `${state}: ${message}`))]
  const yearsOf = (text: string): string =>
    each
      .filter(({ state, message }) => `${state}: ${message}` === text)
      .map(({ year }) => year)
      .join(', ')
  return [
    '',
    page.paint.bold('Not confirmed'),
    ...points(
      messages.map((text) => `${text.slice(0, 2)} ${yearsOf(text)}: ${text.slice(4)}`),
      page.width,
    ),
  ]
}
