/** What pages of plans share: entries, names of strategies, what was taken because it was not given. */
import type { PlanAnswer } from '@isoline/engine'
import { count, dollars } from './money.ts'
import type { Page } from './page.ts'
import { table } from './table.ts'
import { points } from './text.ts'

/** Entries of a plan by day, or that there are none. */
export function entryLines(plan: PlanAnswer['best']['plan'], none: string, page: Page): string[] {
  if (plan.length === 0) return [`  ${none}`]
  return table(
    [
      { head: 'On' },
      {},
      { head: 'Shares', align: 'right' },
      { head: 'Of' },
      { head: 'Price', align: 'right' },
      { head: 'Lot' },
    ],
    plan.map((entry) =>
      'exercise' in entry
        ? [entry.on, 'exercise', count(entry.exercise), entry.grant, '', entry.as]
        : [entry.on, 'sell', count(entry.sell), entry.lot, dollars(entry.price), ''],
    ),
    page,
  )
}

export const strategyTitle: { readonly [Name in PlanAnswer['strategies'][number]['name']]: string } = {
  nothing: 'nothing',
  allNow: 'all now',
  evenSplit: 'even split',
  fillTheRoom: 'fill the room each January',
  beforeCreditShrinks: 'fill it before the credit shrinks',
  waitForLiquidity: 'wait for a market',
  exerciseAndSell: 'exercise and sell',
  disqualifyAtYearEnd: 'exercise, disqualify part at year end',
}

/** What a plan itself assumed, in full: each flag moves it. */
export function assumedFlags(assumed: PlanAnswer['assumed'], page: Page): string[] {
  const own = assumed.filter(({ path }) => path.startsWith('--') || path === 'household.cash')
  if (own.length === 0) return []
  const texts = own.map(({ path, value, message }) => `${path} ${value}: ${message}`)
  return ['', page.paint.yellow('Taken, because not given'), ...points(texts, page.width)]
}
