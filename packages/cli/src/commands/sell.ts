/** `isoline sell`: the fork of selling now or when the holding periods are over, and Form 8949 of the sale. */
import { type Asked, type SellAnswer, type SellBranch, type SellQuestion, sellAnswer } from '@isoline/engine'
import type { Answered } from '../give.ts'
import { branchTable, hasCredit } from '../print/branches.ts'
import { form8949Lines } from '../print/form8949.ts'
import { grounds } from '../print/grounds.ts'
import { count, dollars, percent } from '../print/money.ts'
import type { Page } from '../print/page.ts'
import { listed, plural, points, wrapped } from '../print/text.ts'
import { type Subject, scenarioOnly } from '../subject.ts'

/** The fork of a sale. */
export function sell(subject: Subject, asked: Asked, question: SellQuestion): Answered {
  const answer = sellAnswer(scenarioOnly(subject, 'a sale takes shares from lots'), asked, question)
  return { json: answer, lines: (page) => sellLines(answer, question, page) }
}

function sellLines(answer: SellAnswer, question: SellQuestion, page: Page): string[] {
  return [
    ...wrapped(headline(answer), page.width).map(page.paint.bold),
    '',
    ...branchTable(answer.branches, page),
    '',
    ...points(meaning(answer, question), page.width),
    '',
    ...form8949Lines(answer.forms, page),
    ...grounds(answer, page),
  ]
}

/** The branch of today, and those of waiting. */
function fork({ branches }: SellAnswer): { now: SellBranch; later: readonly SellBranch[] } {
  const [now, ...later] = branches
  if (!now) throw new Error('a sale without a branch')
  return { now, later }
}

function headline(answer: SellAnswer): string {
  const { on, price } = answer
  const { now, later } = fork(answer)
  const first = `Selling ${what(answer)} on ${on} at ${dollars(price)} gives ${dollars(now.afterTax)} after tax`
  const best = mostWorth(later)
  if (!best) return `${first}. ${nothingToWaitFor[now.kind]}`
  const gives = ({ name, on: day, kind, afterTax }: SellBranch): string =>
    `waiting until ${day}, when ${name === 'qualifying' && kind === 'mixed' ? 'ISO shares qualify' : clock[name]}, ${dollars(afterTax)}`
  const others = later.length <= 2 ? listed(later.map(gives)) : `${gives(best)}, the best of ${later.length} days`
  return `${first}; ${others} at the same price. ${howFar(answer, best)}`
}

function what({ shares, sells }: Pick<SellAnswer, 'shares' | 'sells'>): string {
  const lots = sells.length <= 3 ? listed(sells.map(({ lot }) => lot)) : `${sells.length} lots`
  return `${plural(count(shares), 'share')} of ${lots}`
}

const mostWorth = (branches: readonly SellBranch[]): SellBranch | undefined =>
  branches.reduce<SellBranch | undefined>((best, each) => (best && best.worth >= each.worth ? best : each), undefined)

const clock = {
  now: 'it is sold',
  longTerm: 'the gain is long-term',
  qualifying: 'the sale qualifies',
} as const satisfies { readonly [Name in SellBranch['name']]: string }

const nothingToWaitFor = {
  qualifying: 'The sale qualifies: no holding period is left to wait for.',
  disqualifying: 'No holding period is left to wait for.',
  nonstatutory: 'The shares are no ISO shares and held for long enough: there is nothing to wait for.',
  mixed: 'No holding period is left to wait for.',
} as const satisfies { readonly [Kind in SellBranch['kind']]: string }

/** How far the price may fall, or how far it must rise, for waiting to be worth it. */
function howFar(answer: SellAnswer, { breakEvenPrice, price, priceFall, creditLeft, worth }: SellBranch): string {
  const { now } = fork(answer)
  const more = worth - now.worth
  const counted =
    Math.abs(creditLeft - now.creditLeft) < 0.005
      ? ''
      : `Minimum tax credit counted, waiting is worth ${dollars(Math.abs(more))} ${more < 0 ? 'less' : 'more'}. `
  if (breakEvenPrice === null) return `${counted}No price then makes up for waiting.`
  if (breakEvenPrice === 0) return `${counted}Waiting is the better choice however far the price falls.`
  const far = priceFall === null ? '' : ` (${tenths(Math.abs(priceFall))})`
  const to = `${dollars(breakEvenPrice)}${price === answer.price ? '' : ' in shares after the split'}${far}`
  return breakEvenPrice <= price
    ? `${counted}The price may fall to ${to} before waiting is the worse choice.`
    : `${counted}Waiting is the worse choice unless the price rises to ${to}.`
}

const tenths = (fraction: number): string => percent(Math.round(fraction * 1e3) / 1e3)

function meaning(answer: SellAnswer, question: SellQuestion): string[] {
  const parts = [lots, kinds, taxes, amtTaken, amtLoss, credit]
  return parts.flatMap((part) => part(answer, question))
}

/** Which lots the shares come from, where there was a choice. */
function lots({ choice, sells, compared, branches }: SellAnswer): string[] {
  const named = sells.slice(0, sells.length > 5 ? 4 : 5).map(({ lot, shares }) => `${count(shares)} of ${lot}`)
  const others = sells.length - named.length
  const from = listed(others > 0 ? [...named, `the rest of ${others} other lots`] : named)
  if (choice === 'best' && compared) {
    const gained = (branches[0]?.worth ?? 0) - compared.fifoWorth
    const better =
      gained < 0.005
        ? 'First in, first out is worth as much.'
        : `That is worth ${dollars(gained)} more than first in, first out.`
    const tried = compared.everyOrder ? '' : ' Not every order of so many lots was tried: another may be better still.'
    return [`The best choice of lots for a sale now: ${from}. ${better}${tried}`]
  }
  if (choice !== 'fifo' || sells.length < 2) return []
  return [
    `First in, first out: ${from}. \`--lot best\` looks for the lots that leave the most, \`--lot ${sells[0]?.lot}\` takes one.`,
  ]
}

/** What the law makes of a sale before the holding periods are over, and of one of several lots. */
function kinds(answer: SellAnswer, { inW2 = true }: SellQuestion): string[] {
  const { now, later } = fork(answer)
  const mixed =
    now.kind === 'mixed' ? ['Mixed: the shares are not all of one kind; Form 8949 shows which are which.'] : []
  if (now.compensation === 0) return mixed
  const report = inW2
    ? 'The employer reports it on Form W-2'
    : 'Form W-2 does not hold it: it goes on Schedule 1 line 8k'
  const [until, another] = later.filter(({ name }) => name === 'qualifying')
  const before =
    now.kind === 'disqualifying' && until && !another
      ? `Before ${until.on} a sale`
      : 'As far as the holding periods are not over, the sale'
  return [
    ...mixed,
    `${before} is a disqualifying disposition: the bargain element ${extent(answer)}, ${dollars(now.compensation)}, is ordinary income. ${report}; no tax is withheld from it, so that all of it is due in April or by estimated payments.`,
  ]
}

/** How much of the bargain element is income: as far as there is gain, or all where a loss is not recognized. IRC §422(c)(2). */
function extent({ forms: { form8949 } }: SellAnswer): string {
  const whole = form8949.rows.filter(({ code }) => /[LW]/.test(code)).length
  if (whole === 0) return 'as far as there is gain'
  return whole === form8949.rows.length
    ? 'whole, because a loss would not be recognized'
    : 'as far as there is gain, and whole where a loss would not be recognized'
}

function taxes({ through, year, branches }: SellAnswer): string[] {
  const years = through > year ? `over all years through ${through}` : `in ${year}`
  const state = branches.some(({ stateTax }) => stateTax !== 0)
  return [
    `${state ? 'Federal and state tax are' : 'Federal tax is'} what the sale adds, ${years}, to the tax of not selling; below zero, it takes tax away.`,
  ]
}

/** Why a sale can take AMT away. */
function amtTaken(answer: SellAnswer): string[] {
  const { now } = fork(answer)
  if (now.amt >= 0) return []
  const sameYear = answer.forms.form8949.rows.some(({ acquired, sold }) => acquired.slice(0, 4) === sold.slice(0, 4))
  const why = sameYear
    ? 'shares sold too early in the year of their exercise leave Form 6251 line 2i'
    : 'the AMT basis is the higher one, so that Form 6251 line 2k takes the difference out of AMT income'
  return [`The sale now takes ${dollars(-now.amt)} of AMT away: ${why}.`]
}

function amtLoss({ branches }: SellAnswer): string[] {
  const lost = branches.filter(({ amtGain }) => amtGain < 0)
  if (lost.length === 0) return []
  const days = listed(lost.slice(0, 3).map(({ on }) => on))
  const sales = lost.length === 1 ? `the sale of ${days} is a loss` : `the sales of ${days} are losses`
  return [
    `For AMT ${lost.length > 3 ? `${lost.length} of these sales are losses` : sales}, because the AMT basis is above the price. Beyond other gains only a limited amount of it counts in a year, and the rest is carried on.`,
  ]
}

function credit({ branches, through }: SellAnswer): string[] {
  if (!hasCredit(branches)) return []
  return [
    `Worth is the money after tax with the minimum tax credit left at the end of ${through}, at its face value, although it comes back over years. The credit is counted against that of not selling: below zero, the sale uses credit up or never makes it.`,
  ]
}
