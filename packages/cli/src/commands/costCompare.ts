/** `isoline cost --compare`: the same exercises held, sold to cover, and sold on the day. */
import type { CostAnswer, CostWay } from '@isoline/engine'
import { exercised, nonstatutory } from '../print/exercises.ts'
import { grounds } from '../print/grounds.ts'
import { count, dollars } from '../print/money.ts'
import type { Page } from '../print/page.ts'
import { table } from '../print/table.ts'
import { listed, points, wrapped } from '../print/text.ts'

type Ways = readonly CostWay[]

/** The three ways side by side; `isListed`: the company is, so that its shares find a buyer on the day. */
export function compareLines(answer: CostAnswer, ways: Ways, isListed: boolean, page: Page): string[] {
  const color = possible(ways).length === 0 ? page.paint.red : page.paint.bold
  return [
    ...wrapped(headline(answer, ways), page.width).map(color),
    '',
    ...wayTable(ways, page),
    '',
    ...points(meaning(answer, ways, isListed), page.width),
    ...grounds(answer, page),
  ]
}

const doing = {
  hold: 'holding',
  sellToCover: 'selling to cover',
  sameDaySale: 'a same-day sale',
} as const satisfies { readonly [How in CostWay['how']]: string }

/** The ways that the cash allows. */
const possible = (ways: Ways): Ways => ways.filter(({ cashLeft }) => cashLeft !== null && cashLeft >= 0)

function headline(answer: CostAnswer, ways: Ways): string {
  const { available } = answer.cash
  const of = `${exercised(answer.exercises)} in ${answer.year}`
  if (available === null)
    return `Exercising ${of}: ${listed(ways.map(takes))}. Which of them the cash allows is not known.`
  const some = possible(ways)
  const missing = ({ how, cashLeft }: CostWay): string => `${doing[how]} lacks ${dollars(-(cashLeft ?? 0))}`
  const not = ways.filter((way) => !some.includes(way)).map(missing)
  const cash = `The cash of ${dollars(available)}`
  if (some.length === 0) return `${cash} allows no way to exercise ${of}: ${listed(not)}.`
  if (not.length === 0) return `${cash} allows all three ways to exercise ${of}: ${listed(ways.map(takes))}.`
  return `${cash} allows ${listed(some.map(({ how }) => doing[how]))} of ${of}; ${listed(not)}.`
}

const takes = ({ how, outlay }: CostWay): string =>
  outlay < 0 ? `${doing[how]} leaves ${dollars(-outlay)} over` : `${doing[how]} takes ${dollars(outlay)}`

function wayTable(ways: Ways, page: Page): string[] {
  const titles = { hold: '\nHold', sellToCover: 'Sell\nto cover', sameDaySale: 'Same-day\nsale' }
  const columns = [{ head: '' }, ...ways.map(({ how }) => ({ head: titles[how], align: 'right' as const }))]
  const row = (title: string, cell: (way: CostWay) => string): string[] => [title, ...ways.map(cell)]
  const amount = (title: string, name: Exclude<keyof CostWay, 'how' | 'cashLeft' | 'stateTax'>): string[] =>
    row(title, (way) => dollars(way[name]))
  const rows = [
    row('Shares sold', ({ sharesSold }) => count(sharesSold)),
    row('Shares kept', ({ sharesKept }) => count(sharesKept)),
    amount('Strike', 'strike'),
    amount('Sale proceeds', 'proceeds'),
    amount('Ordinary income', 'ordinaryIncome'),
    amount('AMT', 'federalAmt'),
    amount('Other federal tax', 'otherFederalTax'),
    ...(ways.some(({ stateTax }) => stateTax !== 0)
      ? [row('State tax', ({ stateTax }) => (stateTax === null ? 'not known' : dollars(stateTax)))]
      : []),
    amount('Cash needed', 'outlay'),
    ...(ways.some(({ cashLeft }) => cashLeft !== null)
      ? [row('Cash left', ({ cashLeft }) => (cashLeft === null ? '' : dollars(cashLeft)))]
      : []),
    amount('Value of the shares kept', 'valueKept'),
    amount('Minimum tax credit made', 'credit'),
  ]
  return table(columns, rows, page)
}

function meaning({ exercises }: CostAnswer, ways: Ways, isListed: boolean): string[] {
  const shares = exercises.reduce((sum, each) => sum + each.shares, 0)
  const sale = ways.find(({ how }) => how === 'sameDaySale')
  const cover = ways.find(({ how }) => how === 'sellToCover')
  const unsold = sale ? shares - sale.sharesSold : 0
  return [
    'Sell to cover: just enough shares are sold on the day to pay strike and fees, not the tax. Same-day sale: all are.',
    'Cash needed is strike and tax less sale proceeds; below zero, cash is left over.',
    'A share sold on the day is a disqualifying disposition: its bargain element is ordinary income and makes no AMT. A share kept makes AMT income now, and a gain taxed as long-term if it is held until it qualifies.',
    ...(unsold > 0
      ? [`Only ${count(shares - unsold)} of ${count(shares)} shares can be sold on the day: the others are not vested.`]
      : []),
    ...(cover && cover.proceeds < cover.strike && unsold > 0
      ? ['All of those do not cover the strike, so that selling to cover sells them all.']
      : []),
    ...(isListed ? [] : ['The shares are not listed: to sell on the day there has to be a buyer.']),
    ...exercises.flatMap(nonstatutory),
  ]
}
