/** The escape hatch as it is printed: what each month of exercise leaves room for, and at which prices to sell. */
import type { EscapeDay, EscapeMonthView, EscapeView, RiskEscape, RiskEscapeMonth, SellRange } from '@isoline/engine'
import { count, dollars, signedDollars, sparseDollars } from './money.ts'
import type { Page } from './page.ts'
import { escapeHeadline, escapeWords } from './riskEscapeWords.ts'
import { fitting, type Optional, tableOf } from './table.ts'
import { points, wrapped } from './text.ts'

/** The section of one answer: one sentence, the months, the days with their prices, and how both are to be read. */
export function riskEscapeLines(answer: RiskEscape, page: Page): string[] {
  const { bold } = page.paint
  const [months, days] = [monthTable(answer, page), dayTable(answer, page)]
  return [
    ...wrapped(escapeHeadline(answer), page.width).map(bold),
    ...(months.length > 0 ? ['', ...months] : []),
    ...(days.length > 0 ? ['', ...wrapped(dayTitle(answer), page.width).map(bold), ...days] : []),
    '',
    ...points(escapeWords(answer), page.width),
  ]
}

/** A row for each month that has an exercise; the hatch of each aversion where there is room for it. */
function monthTable({ months, views, noMarket, watched }: RiskEscape, page: Page): string[] {
  const [main, ...others] = noMarket ? [] : views
  const dated = months.filter(({ on }) => on !== null)
  if (!main || dated.length === 0) return []
  const right = 'right' as const
  const against = main.months.length > 1 && main.months.some(({ overDecember }) => overDecember !== null)
  const moving = dated.some((month) => month.moving !== null)
  const columns = (more: number, kept: boolean, moves: boolean): Optional[] => [
    { head: watched?.kind === 'held' ? '\nWatched from' : '\nExercised' },
    { head: 'Days to\nsell on', align: right },
    { head: '\nElse kept until', shown: kept },
    { head: `Hatch,\n${aversionName(main)}`, align: right },
    { head: 'Beyond\nDecember', align: right, shown: against },
    ...others.map((view, i) => ({ head: `Hatch,\n${aversionName(view)}`, align: right, shown: i < more })),
    { head: 'Worth if the\nprice moves', align: right, shown: moving && moves },
  ]
  const rows = dated.map((month, i) => cells(month, views, i))
  const all = others.length
  const tries = [columns(all, true, true), columns(all, false, true), columns(all, false, false)]
  return fitting(
    [...tries, columns(0, false, false)].map((each) => () => tableOf(each, rows, page)),
    page,
  )
}

function cells(month: RiskEscapeMonth, views: readonly EscapeView[], i: number): string[] {
  const [main, ...others] = views.map((view) => view.months[i] as EscapeMonthView)
  const hatch = (of: EscapeMonthView | undefined): string =>
    of && of.hatch !== null ? sparseDollars(of.hatch) : 'unknown'
  const over = main?.overDecember ?? null
  return [
    ...[month.on ?? '', count(month.days), month.keptUntil ?? '', hatch(main)],
    over === null ? '' : signedDollars(over),
    ...others.map(hatch),
    month.moving === null ? '' : sparseDollars(month.moving),
  ]
}

const aversionName = ({ aversion }: EscapeView): string => (aversion === 0 ? 'mean' : `aversion ${aversion}`)

const dayTitle = ({ watched, months }: RiskEscape): string => {
  const first = months.find(({ on }) => on !== null)?.on
  return watched?.kind === 'held' ? 'When to sell' : `When to sell what is exercised on ${first}`
}

/** The most characters of a cell of prices: two of them fit on the narrowest page but one. */
const pricesWide = 22

/** A row for each day with the prices at which to sell, one column for each aversion that fits. */
function dayTable({ views }: RiskEscape, page: Page): string[] {
  const told = views.filter(({ days }) => days.length > 0)
  const [main] = told
  if (!main) return []
  const offers = main.days.some(({ offered }) => offered !== null)
  const columns = (shown: number): Optional[] => [
    { head: '\nDay' },
    { head: '\nOffered', align: 'right', shown: offers },
    ...told.map((view, i) => ({
      ...{ head: `Sell at, by\n${aversionName(view)}`, width: pricesWide, shown: i < shown },
    })),
  ]
  const rows = main.days.map(({ on, offered }, i) => [
    ...[on, offered === null ? '' : dollars(offered)],
    ...told.map(({ days }) => pricesOf(days[i] as EscapeDay)),
  ])
  const counts = told.map((_, i) => told.length - i)
  return fitting(
    counts.map((shown) => () => tableOf(columns(shown), rows, page)),
    page,
  )
}

/** Ranges as words. One that ends below a cent says nothing but that worthless shares can as well be sold. */
function pricesOf({ sell }: Pick<EscapeDay, 'sell'>): string {
  const said = sell.filter(({ to }) => to === null || to >= 0.01).map(rangeWords)
  return said.length === 0 ? 'no price' : said.join('; ')
}

function rangeWords({ from, to }: SellRange): string {
  if (from === null) return to === null ? 'any price' : `${dollars(to)} or less`
  return to === null ? `${dollars(from)} or more` : `${dollars(from)} to ${dollars(to)}`
}
