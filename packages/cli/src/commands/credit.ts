/** `isoline credit`: the minimum tax credit, when it comes home, what moves it, and what was left behind. */
import { type Asked, type Case, type CreditAnswer, creditAnswer } from '@isoline/engine'
import type { Answered } from '../give.ts'
import { creditLogMeaning, creditLogTable } from '../print/creditLog.ts'
import { gapLines } from '../print/gapTable.ts'
import { grounds } from '../print/grounds.ts'
import { leftBehindLines, tellsOf } from '../print/leftBehind.ts'
import { cents, dollars, percent } from '../print/money.ts'
import type { Page } from '../print/page.ts'
import { fasterLines } from '../print/releases.ts'
import { stateCreditLines } from '../print/stateCreditLog.ts'
import { listed, points, wrapped } from '../print/text.ts'
import { type Subject, scenarioOnly } from '../subject.ts'

/** The credit of a scenario. */
export function credit(subject: Subject, { asOf, rounding }: Asked): Answered {
  const of = scenarioOnly(subject, 'minimum tax credit is followed through the years of a household')
  const answer = creditAnswer(of, asOf, rounding)
  return { json: answer, lines: (page) => creditLines(answer, of, page) }
}

function creditLines(answer: CreditAnswer, of: Case, page: Page): string[] {
  const { bold } = page.paint
  const any = answer.creditLog.some(({ amt, available, generated }) => amt > 0 || available > 0 || generated !== 0)
  const sections = [
    wrapped(headline(answer, of), page.width).map(bold),
    any ? [...creditLogTable(answer.creditLog, page), '', ...points(logMeaning(answer), page.width)] : [],
    stateCreditLines(answer.stateCreditLog, page).slice(1),
    any ? gapLines(answer, page) : [],
    any ? fasterLines(answer, of, page) : points([begin], page.width),
    leftBehindLines(answer, page),
  ]
  return [
    ...sections.filter((lines) => lines.length > 0).flatMap((lines, i) => (i === 0 ? lines : ['', ...lines])),
    ...grounds({ year: 'every', notices: answer.notices, assumed: answer.assumed }, page),
  ]
}

const begin =
  'Credit comes from AMT paid. Was there some in an earlier year? Form 8801 line 26 of the last return goes under carryforwards.minimumTaxCredit; years in which nobody kept track go under history, and are rebuilt.'

/** Money that can still be claimed has a last day, and is said first. */
function headline(answer: CreditAnswer, of: Case): string {
  const { unused } = answer
  const open = tellsOf(unused) ? unused.years.filter((year) => year.open && year.refund >= 0.005) : []
  const first = open.map(({ claimUntil }) => claimUntil).sort()[0]
  const claim = first
    ? `${dollars(unused?.claimable ?? 0)} can still be claimed back for ${listed(open.map(({ year }) => String(year)))}, the first of it until ${first}. `
    : ''
  return `${claim}${thereIs(answer)}${comesBack(answer)}${worth(answer, of)}`
}

function thereIs({ ahead: { balance, toCome }, asOf }: CreditAnswer): string {
  const year = asOf.slice(0, 4)
  if (balance + toCome < 0.005) return 'There is no minimum tax credit, and no year ahead makes any.'
  if (balance < 0.005)
    return `There is no minimum tax credit yet; ${year} and the years after it make ${dollars(toCome)}.`
  const there = `There is ${dollars(balance)} of minimum tax credit at the beginning of ${year}`
  if (toCome <= -0.005) return `${there}; tax on exclusion items takes ${dollars(-toCome)} of it away.`
  return toCome < 0.005 ? `${there}.` : `${there}, and the years from then on add ${dollars(toCome)}.`
}

/** What is back by the last year of the log, and when the last of it is. */
function comesBack({ ahead, creditLog, asOf }: CreditAnswer): string {
  const { uses, drainedIn, left, through, balance, toCome } = ahead
  const last = creditLog.at(-1)?.year ?? through
  if (balance + toCome < 0.005) return ''
  const back = uses.filter(({ year }) => year <= last).reduce((sum, { used }) => sum + used, 0)
  if (drainedIn === null && left < 0.005) return ' Exclusion items take it away before it comes back.'
  if (drainedIn === null)
    return ` By the end of ${last} ${amountBack(back)} back, and ${dollars(left)} is still not home in ${through}.`
  if (drainedIn > last && Number(asOf.slice(0, 4)) > last)
    return ` If later years are like ${last}, the last of it is home with the return of ${drainedIn}.`
  if (drainedIn <= last) return ` The last of it is home with the return of ${drainedIn}.`
  return ` By the end of ${last} ${amountBack(back)} back; if later years are like that one, the last of it is home with the return of ${drainedIn}.`
}

const amountBack = (back: number): string => (back < 0.005 ? 'nothing is' : `${dollars(back)} is`)

function worth({ ahead: { worthOfADollar } }: CreditAnswer, { assumptions }: Case): string {
  if (worthOfADollar === null || worthOfADollar === 0) return ''
  return ` At ${percent(assumptions.discountRate)} a year a dollar of it is worth ${cents(Math.round(worthOfADollar * 100) / 100)} today.`
}

function logMeaning({ creditLog, ahead }: CreditAnswer): string[] {
  const last = creditLog.at(-1)?.year ?? 0
  const later = ahead.uses.filter(({ year }) => year > last)
  return [...creditLogMeaning(creditLog), ...pastTheLog(later, last)]
}

/** What comes back after the last year of the log, in short. */
function pastTheLog(later: CreditAnswer['ahead']['uses'], last: number): string[] {
  const [first, end] = [later[0], later.at(-1)]
  if (!first || !end) return []
  const all = later.map(({ year, used }) => `${dollars(used)} in ${year}`)
  const uses = all.length <= 4 ? listed(all) : `${all[0]}, ${all[1]} and so on until ${all.at(-1)}`
  return [
    `After ${last}, if the years go on like it: ${uses}. \`assumptions: { horizon: ${end.year} }\` shows each of them.`,
  ]
}
