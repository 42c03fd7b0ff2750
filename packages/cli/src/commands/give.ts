/** `isoline give`: the gift to charity that fits the exercise year, with and without it. */
import { type Asked, type GiveAnswer, type GiveQuestion, giveAnswer } from '@isoline/engine'
import type { Answered } from '../give.ts'
import { bunchLines } from '../print/bunch.ts'
import { amountTable, sideTable, wayTable } from '../print/gifts.ts'
import { grounds } from '../print/grounds.ts'
import { cents, count, dollars } from '../print/money.ts'
import type { Page } from '../print/page.ts'
import { plural, points, wrapped } from '../print/text.ts'
import { type Subject, scenarioOnly } from '../subject.ts'

/** A gift, with and without. */
export function gift(subject: Subject, asked: Asked, question: GiveQuestion): Answered {
  const answer = giveAnswer(scenarioOnly(subject, 'a gift is an entry of a plan'), asked, question)
  return { json: answer, lines: (page) => giftLines(answer, page) }
}

function giftLines(answer: GiveAnswer, page: Page): string[] {
  const { gift: given, findings, candidates, ways, bunch } = answer
  const some = given.value > 0
  return [
    ...wrapped(headline(answer), page.width).map(page.paint.bold),
    ...(some ? ['', ...sideTable(answer, page)] : []),
    ...(candidates.length > 0
      ? ['', page.paint.bold('Amounts at which something changes'), ...amountTable(answer, page)]
      : []),
    ...(ways.length > 1 ? ['', page.paint.bold('Cash, or shares of the same value'), ...wayTable(ways, page)] : []),
    ...(bunch ? ['', ...bunchLines(bunch, page)] : []),
    '',
    ...points(said(findings), page.width),
    ...grounds(answer, page),
  ]
}

/** Whether it pays is said at the top. */
const said = (findings: GiveAnswer['findings']): string[] =>
  findings.filter(({ code }) => code !== 'doesNotPay').map(({ message }) => message)

const recipients = {
  publicCharity: 'a public charity',
  dafSponsor: 'a donor-advised fund',
  privateFoundation: 'a private foundation',
} as const satisfies { readonly [To in GiveAnswer['to']]: string }

function headline(answer: GiveAnswer): string {
  const { chosen, gift: given, to, on, year, through, relief, cashLeft } = answer
  if (chosen === null)
    return `No gift of ${year}${cashLeft === null ? '' : ' that the cash allows'} saves tax over the years through ${through}.`
  const what =
    given.lot === null
      ? `${dollars(given.cash)}`
      : `${plural(count(given.shares), 'share')} of ${given.lot}, worth ${dollars(given.value)},`
  const saves = relief.worth < 0.005 ? doesNotPay(answer) : pays(answer)
  return chosen === 'best'
    ? `The gift that fits ${year} best, of the amounts compared: ${what} to ${recipients[to]} ${saves}.`
    : `Giving ${what} to ${recipients[to]} on ${on} ${saves}.`
}

/** What the year owes less, and all years, where that is not the same. */
function pays({ relief, year, through }: GiveAnswer): string {
  const { worth, perDollar } = relief
  const then = savedThen(relief)
  const rate = `${cents(perDollar ?? Number.NaN)} for a dollar given`
  if (Math.abs(then - worth) < 0.005) return `saves ${dollars(worth)} of tax in ${year}, ${rate}`
  return `saves ${dollars(then)} of tax in ${year} and, over the years through ${through}, ${dollars(worth)} with minimum tax credit counted: ${rate}`
}

function doesNotPay({ relief, year, through }: GiveAnswer): string {
  const then = savedThen(relief)
  const first = then >= 0.005 ? `saves ${dollars(then)} of tax in ${year} and ` : ''
  const costs = relief.worth <= -0.005 ? `costs ${dollars(-relief.worth)}` : 'saves nothing'
  return `does not pay: it ${first}${costs} over the years through ${through}${first ? ', minimum tax credit counted' : ''}`
}

/** Federal tax that the year owes less, and what is known of its state tax. */
const savedThen = ({ year: { federalTax, stateTax } }: GiveAnswer['relief']): number =>
  federalTax + (stateTax === null ? 0 : stateTax)
