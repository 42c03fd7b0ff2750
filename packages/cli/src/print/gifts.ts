/** The tables of a gift: with and without it, the amounts at which something changes, and cash beside shares. */
import type { GiveAnswer } from '@isoline/engine'
import { cents, count, dollars, wholeDollars } from './money.ts'
import type { Page } from './page.ts'
import { fitting, table, tableOf } from './table.ts'

type Side = GiveAnswer['with']

/** The year and all years, without the gift and with it. */
export function sideTable({ without, with: after, year, through }: GiveAnswer, page: Page): string[] {
  const right = { align: 'right' as const }
  const columns = [
    { head: '' },
    { head: 'Without', ...right },
    { head: 'With', ...right },
    { head: 'Change', ...right },
  ]
  const row = (title: string, of: (side: Side) => number | null): string[] => {
    const [before, then] = [of(without), of(after)]
    return [title, known(before), known(then), before === null || then === null ? '' : known(then - before)]
  }
  const filled = (title: string, of: (side: Side) => number | null): string[][] =>
    of(without) === 0 && of(after) === 0 ? [] : [row(title, of)]
  const rows = [
    [`${year}`, without.year.deductionTaken, after.year.deductionTaken, ''],
    row('  Deduction', (side) => side.year.deduction),
    ...filled('    gifts in it', (side) => side.year.giftsDeducted),
    row('  Regular tax', (side) => side.year.regularTax),
    row('  Tentative minimum tax', (side) => side.year.tentativeMinimumTax),
    row('  AMT', (side) => side.year.amt),
    ...filled('  Minimum tax credit made', (side) => side.year.creditMade),
    ...filled('  Minimum tax credit used', (side) => side.year.creditUsed),
    row('  Federal tax', (side) => side.year.totalTax),
    ...filled('  State tax', (side) => side.year.stateTax),
    [`${year} to ${through}`, '', '', ''],
    row('  Federal tax', (side) => side.allYears.totalTax),
    ...filled('  State tax', (side) => side.allYears.stateTax),
    ...filled('  Minimum tax credit left', (side) => side.allYears.creditLeft),
  ]
  return table(columns, rows, page)
}

/** An amount of a state that cannot be figured is not known. */
const known = (amount: number | null): string => (amount === null ? 'not known' : dollars(amount))

/** Every amount compared, with what it saves. */
export function amountTable({ candidates, best, year }: GiveAnswer, page: Page): string[] {
  const right = { align: 'right' as const }
  const ofShares = candidates.some(({ shares }) => shares > 0)
  const columns = [
    { head: '' },
    { head: 'Shares', ...right, shown: ofShares },
    { head: 'Gift', ...right },
    { head: `Saves\nin ${year}`, ...right },
    { head: 'Saves\nin all', ...right },
    { head: 'For a\ndollar', ...right },
    { head: 'Next\ndollar', ...right },
    { head: 'From there on', width: Math.max(20, page.width - (ofShares ? 64 : 55)) },
  ]
  const rows = candidates.map(({ amount, shares, reasons, thisYear, worth, perDollar, nextDollar }) => [
    amount === best.perDollar ? '*' : '',
    count(shares),
    dollars(amount),
    ...[wholeDollars(thisYear), wholeDollars(worth), tenths(perDollar), tenths(nextDollar)],
    reasons.map(({ words }) => words).join('; '),
  ])
  return tableOf(columns, rows, page)
}

/** Cents to the tenth: `26.0`. */
const tenths = (rate: number): string => `${(rate * 100).toFixed(1)}c`

/** Cash and each lot, one below the other. */
export const wayTable = (ways: GiveAnswer['ways'], page: Page): string[] =>
  fitting(
    [['counts', 'sale'], ['sale'], []].map((more) => () => wayTableWith(more, ways, page)),
    page,
  )

function wayTableWith(more: readonly string[], ways: GiveAnswer['ways'], page: Page): string[] {
  const right = { align: 'right' as const }
  const early = ways.some(({ ordinaryIncome }) => ordinaryIncome > 0)
  const columns = [
    { head: '\nGift' },
    { head: '\nValue', ...right },
    { head: '\nCounts', ...right, shown: more.includes('counts') },
    { head: 'Ordinary\nincome', ...right, shown: early },
    { head: '\nSaves', ...right },
    { head: 'Cash\nwould', ...right },
    { head: 'A sale\nleaves', ...right, shown: more.includes('sale') },
    { head: 'Cost of\na dollar', ...right },
  ]
  const rows = ways.map((way) => {
    const name = way.lot === null ? 'cash' : `${count(way.shares)} ${way.lot}`
    if (way.refused !== null) return [name, wholeDollars(way.value), 'not known', '', '', '', '', '']
    return [
      name,
      wholeDollars(way.value),
      wholeDollars(way.counts),
      wholeDollars(way.ordinaryIncome),
      wholeDollars(way.worth),
      way.lot === null ? '' : wholeDollars(way.cashWorth),
      way.lot === null ? '' : wholeDollars(way.saleWorth),
      cents(way.netCostPerDollar),
    ]
  })
  return tableOf(columns, rows, page)
}
