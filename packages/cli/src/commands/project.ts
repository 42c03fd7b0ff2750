/** `isoline project`: every year of a scenario, its credit log, its lots and its cash. */
import { type Asked, type ProjectAnswer, projectAnswer } from '@isoline/engine'
import type { Answered } from '../give.ts'
import { carriedOutLines } from '../print/carriedOut.ts'
import { cashLines } from '../print/cashTables.ts'
import { creditLogMeaning, creditLogTable } from '../print/creditLog.ts'
import { grounds } from '../print/grounds.ts'
import { partLines } from '../print/lotParts.ts'
import { basisTable, clockTable } from '../print/lotTables.ts'
import { dollars } from '../print/money.ts'
import type { Page } from '../print/page.ts'
import { stateCreditLines } from '../print/stateCreditLog.ts'
import { listed, points, wrapped } from '../print/text.ts'
import { yearForms } from '../print/yearForms.ts'
import { otherTax, yearTable } from '../print/yearTable.ts'
import { type Subject, scenarioOnly } from '../subject.ts'

/** All years of a scenario; with `forms`, every form of each. */
export function project(subject: Subject, { asOf, rounding }: Asked, forms: boolean): Answered {
  const of = scenarioOnly(subject, 'a projection takes a household through its years')
  const answer = projectAnswer(of, asOf, { ...(rounding && { rounding }), forms })
  return {
    json: answer,
    lines: (page) => [
      ...projectLines(answer, asOf, page),
      ...(forms ? yearForms(of, answer, rounding, page) : []),
      ...grounds({ year: 'every', notices: otherNotices(answer), assumed: answer.assumed }, page),
    ],
  }
}

function projectLines(answer: ProjectAnswer, asOf: string, page: Page): string[] {
  const { bold } = page.paint
  const logged = answer.creditLog.some(({ amt, available, generated }) => amt > 0 || available > 0 || generated !== 0)
  return [
    ...missingCash(answer).flatMap((text) => wrapped(text, page.width).map(page.paint.red)),
    ...wrapped(headline(answer), page.width).map(bold),
    '',
    ...yearTable(answer.years, page),
    '',
    ...points(yearMeaning(answer), page.width),
    ...(logged ? ['', bold('Credit log'), ...creditLogTable(answer.creditLog, page), ...logMeaning(answer, page)] : []),
    ...stateCreditLines(answer.stateCreditLog, page),
    '',
    ...cashLines(answer, page),
    '',
    ...carriedOutLines(answer, page),
    '',
    ...lotLines(answer, asOf, page),
  ]
}

/** The notice of cash that runs short is the first of all, and said first. */
const runsShort = ({ years }: ProjectAnswer): boolean =>
  years.some(({ cash: { lowest } }) => lowest !== null && lowest.left < 0)
const missingCash = (answer: ProjectAnswer): string[] =>
  runsShort(answer) ? answer.notices.slice(0, 1).map(({ message }) => message) : []
const otherNotices = (answer: ProjectAnswer): ProjectAnswer['notices'] =>
  answer.notices.slice(runsShort(answer) ? 1 : 0)

function headline(answer: ProjectAnswer): string {
  const { years } = answer
  const [first, last] = [years[0]?.year, years.at(-1)?.year]
  const span = first === last ? `In ${first}` : `From ${first} to ${last}`
  return `${span} ${amtWords(answer)}.${creditWords(answer)}`
}

/** Years of AMT named one by one; more are counted. */
const namedAtMost = 3

function amtWords({ creditLog }: ProjectAnswer): string {
  const some = creditLog.filter(({ amt }) => amt > 0)
  if (some.length === 0) return creditLog.length === 1 ? 'there is no AMT' : 'no year has AMT'
  if (creditLog.length === 1) return `there is AMT of ${dollars(some[0]?.amt ?? 0)}`
  const most = some.reduce((one, other) => (other.amt > one.amt ? other : one))
  return some.length <= namedAtMost
    ? `there is AMT of ${listed(some.map(({ year, amt }) => `${dollars(amt)} in ${year}`))}`
    : `${some.length} of ${creditLog.length} years have AMT, ${dollars(some.reduce((sum, { amt }) => sum + amt, 0))} in all and most in ${most.year} (${dollars(most.amt)})`
}

/** Where all the credit goes: back, on, or away with exclusion items. */
function creditWords({ creditLog }: ProjectAnswer): string {
  const [first, last] = [creditLog[0], creditLog.at(-1)]
  if (!first || !last) return ''
  const carriedIn = Math.max(0, first.available)
  const made = creditLog.reduce((sum, { generated }) => sum + Math.max(0, generated), 0)
  const back = creditLog.reduce((sum, { used }) => sum + used, 0)
  const gone = carriedIn + made - back - last.intoNextYear
  if (carriedIn + made < 0.005) return creditLog.some(({ amt }) => amt > 0) ? ' It makes no minimum tax credit.' : ''
  const from = listed([...(carriedIn > 0 ? ['carried in'] : []), ...(made > 0 ? ['made'] : [])])
  const whole = `${dollars(carriedIn + made)} of minimum tax credit ${from}`
  if (back < 0.005 && gone < 0.005) return ` All ${whole} goes into ${last.year + 1}.`
  const parts = [
    back < 0.005 ? 'nothing comes back' : `${dollars(back)} comes back`,
    ...(last.intoNextYear >= 0.005 ? [`${dollars(last.intoNextYear)} goes into ${last.year + 1}`] : []),
    ...(gone >= 0.005 ? [`${dollars(gone)} is taken away by exclusion items`] : []),
  ]
  return parts.length === 1 && back >= 0.005 ? ` All ${whole} comes back.` : ` Of ${whole}, ${listed(parts)}.`
}

function yearMeaning({ years, creditLog }: ProjectAnswer): string[] {
  const projected = years.filter((each) => each.projected.law)
  const only = creditLog.length === 1 ? years[0] : undefined
  return [
    'Whole dollars in tables of many years; --json has the cents.',
    ...(years.some((year) => Math.abs(otherTax(year)) >= 0.5)
      ? [
          'Other: net investment income tax and Additional Medicare Tax, less the credits that come before the minimum tax credit.',
        ]
      : []),
    ...(projected.some((each) => each.projected.income)
      ? ['Projected: the figures of the law, or all, income too. See below how.']
      : projected.length > 0
        ? ['Projected: the figures of the law. See below how.']
        : []),
    ...(only
      ? [
          `The file ends with ${only.year}. \`assumptions: { horizon: ${only.year + 10} }\` goes on with that year's income.`,
        ]
      : []),
  ]
}

function logMeaning({ creditLog }: ProjectAnswer, page: Page): string[] {
  const texts = creditLogMeaning(creditLog)
  return texts.length > 0 ? ['', ...points(texts, page.width)] : []
}

function lotLines(answer: ProjectAnswer, asOf: string, page: Page): string[] {
  const heldOn = `${answer.years.at(-1)?.year}-12-31`
  const left = answer.lots.filter(({ shares }) => shares > 0)
  if (answer.lots.length === 0) return wrapped('There are no lots: no shares are exercised.', page.width)
  if (left.length === 0) return wrapped(`No share of any lot is left on ${heldOn}.`, page.width)
  const lots = { ...answer, lots: left, heldOn, asOf }
  return [
    page.paint.bold(`Lots left on ${heldOn}`),
    ...basisTable(lots, page),
    '',
    ...clockTable(lots, page),
    ...partLines(lots, page),
  ]
}
