/** The days on which shares can be sold in the year of their exercise, and after they qualify. */
import { expect, test } from 'vitest'
import type { Company, Tender } from '../../src/case.ts'
import { firstWeekdayInMonth, keptUntil, noMarketAfter, watchDays } from '../../src/risk/watchDays.ts'
import { caseOf } from '../cases.ts'

const company = (x: Partial<Company> = {}): Company => ({ ...caseOf().company, ...x })
const days = (of: Company, after: string): string[] => watchDays(of, after).map(({ on }) => on)
const tender = (on: string, price: number, maxShares: number): Tender => ({ on, price, maxShares })
const view = { growth: 0, volatility: 0.5, liquidityOn: '2026-11-18' }

test('the last weekday of each month, never the day of exercise', () => {
  // 2026: 31 October is a Saturday, 30 November a Monday, 31 December a Thursday
  expect(days(company(), '2026-09-30')).toEqual(['2026-10-30', '2026-11-30', '2026-12-31'])
  expect(days(company(), '2026-01-02')).toHaveLength(12)
  expect(days(company(), '2026-12-31')).toEqual([])
})

test('a blackout closes its days: the last open weekday stands for the month', () => {
  const blackouts = [
    { from: '2026-10-26', to: '2026-11-06' },
    { from: '2026-12-01', to: '2026-12-31' },
  ]
  expect(days(company({ blackouts }), '2026-09-30')).toEqual(['2026-10-23', '2026-11-30'])
})

test('without a market, tenders before year end, the best of a day; with a day of liquidity, the days from then on', () => {
  const tenders = [tender('2026-06-10', 20, 500), tender('2026-06-10', 21, 300), tender('2027-02-01', 30, 900)]
  expect(watchDays(company({ listed: false, tenders }), '2026-01-02')).toEqual([
    { on: '2026-06-10', price: 21, most: 300 },
  ])
  expect(days(company({ listed: false, view }), '2026-01-02')).toEqual(['2026-11-30', '2026-12-31'])
})

test('why there is no day to sell on', () => {
  expect(noMarketAfter(company({ listed: false }), '2026-01-02')).toBe('notListed')
  expect(noMarketAfter(company({ listed: false, tenders: [tender('2027-02-01', 30, 900)] }), '2026-01-02')).toBe(
    'notListed',
  )
  expect(noMarketAfter(company({ blackouts: [{ from: '2026-12-01', to: '2027-01-20' }] }), '2026-12-01')).toBe('closed')
  expect(noMarketAfter(company(), '2026-12-31')).toBe('yearOver')
  expect(noMarketAfter(company(), '2026-12-30')).toBeNull()
})

test('kept shares are sold on the first weekday with a market', () => {
  // 2027-01-02 is a Saturday
  expect(keptUntil(company(), '2027-01-02')).toEqual({ on: '2027-01-04', sold: true })
  const blackouts = [{ from: '2026-12-20', to: '2027-02-05' }]
  expect(keptUntil(company({ blackouts }), '2027-01-02')).toEqual({ on: '2027-02-08', sold: true })
  expect(keptUntil(company({ listed: false, view }), '2026-06-01')).toEqual({ on: '2026-11-18', sold: true })
  expect(keptUntil(company({ listed: false }), '2027-01-02')).toEqual({ on: '2027-01-04', sold: false })
})

test('the first weekday from a day on, in its month', () => {
  expect(firstWeekdayInMonth('2026-08-01')).toBe('2026-08-03')
  expect(firstWeekdayInMonth('2026-10-31')).toBeNull()
})
