import { lotsAnswer, parseScenario, type ScenarioFile, type SellAnswer, sellAnswer } from '@isoline/engine'
import { expect, test } from 'vitest'
import { forkRows, waitingWords } from '../src/views/lots/forkWords.ts'
import { type Holding, holdingOf, lotInFocus, valueOn } from '../src/views/lots/holding.ts'
import { timeScale } from '../src/views/lots/scales.ts'

const file = {
  isoline: 1,
  household: { status: 'single', people: [{ born: '1990-04-12' }], residence: [{ from: '2019-06-01', state: 'TX' }] },
  incomes: { 2026: { wages: 220000 } },
  company: {
    prices: [{ on: '2026-01-02', fmv: 20 }],
    splits: [{ on: '2026-07-01', ratio: 4 }],
  },
  grants: [{ id: 'G1', kind: 'iso', on: '2023-03-01', shares: 48000, strike: 2, fmvAtGrant: 2, expires: '2033-02-28' }],
  lots: [
    { id: 'L1', grant: 'G1', exercised: '2024-06-03', shares: 1000, fmvAtExercise: 5 },
    { id: 'L2', grant: 'G1', exercised: '2025-03-10', shares: 4000, fmvAtExercise: 9.4 },
  ],
  plan: [{ on: '2026-01-20', exercise: 100, grant: 'G1', as: 'L3' }],
} as unknown as ScenarioFile
const asOf = '2026-01-15'
const of = parseScenario(file)
const holdings: Holding[] = lotsAnswer(of, asOf).lots.map((row) => holdingOf(row, file, asOf))

test('a lot is told of one share, with both clocks', () => {
  const [, second] = holdings
  // $8,000 and $37,600 for 4,000 shares; two years from March 1, 2023 end with March 1, 2025, and one from March 10, 2025
  // with March 10, 2026: from January 15 to March 11 there are 16 + 28 + 11 = 55 days
  expect(second).toMatchObject({
    ...{ shares: 4000, regularBasis: 2, amtBasis: 9.4, granted: '2023-03-01' },
    clocks: { grant: { through: '2025-03-01' }, exercise: { through: '2026-03-10' } },
    state: { kind: 'waiting', days: 55, until: '2026-03-11', planned: false },
  })
  expect(holdings.map(({ state }) => state.kind)).toEqual(['qualifying', 'waiting', 'waiting'])
})

test('the lot in focus is the next to qualify of those held', () => {
  expect(lotInFocus(holdings, asOf)?.id).toBe('L2')
  expect(lotInFocus(holdings.slice(0, 1), asOf)?.id).toBe('L1')
  expect(lotInFocus(holdings.slice(2), asOf)?.id).toBe('L3')
  expect(lotInFocus([], asOf)).toBeUndefined()
})

test('a share is worth the last value, restated for splits since', () => {
  expect(valueOn(file, '2026-01-01')).toBeNull()
  expect(valueOn(file, '2026-06-30')).toBe(20)
  expect(valueOn(file, '2026-07-01')).toBe(5)
})

test('time runs from the first grant that is not long past to the year the last lot qualifies', () => {
  const time = timeScale(holdings, asOf, 0, 1000)
  // L3, exercised on January 20, 2026, qualifies on January 21, 2027
  expect(time.years).toEqual([2023, 2024, 2025, 2026, 2027])
  expect(time.at('2020-01-01')).toBe(0)
  expect(time.at('2027-07-01')).toBe(1000)
})

const sell: SellAnswer = sellAnswer(of, { asOf }, { on: '2026-02-10', lot: 'L2', price: 20 })

test('both branches of the fork have the same rows', () => {
  const rows = forkRows(sell)
  const of = (words: string) => rows.find((row) => row.words === words)?.amounts
  // 4,000 × 20; ordinary income 4,000 × (9.40 − 2); gains 80,000 − 37,600 and 80,000 − 8,000
  expect(of('Proceeds')).toEqual([80000, 80000])
  expect(of('Ordinary income')).toEqual([29600, 0])
  expect(of('Short-term gain')).toEqual([42400, 0])
  expect(of('Long-term gain')).toEqual([0, 72000])
  expect(rows.some(({ words }) => words === 'State tax')).toBe(false)
})

test('what waiting comes to, by the price at which it pays', () => {
  const [now, later] = sell.branches as [SellAnswer['branches'][0], SellAnswer['branches'][0]]
  const said = (breakEvenPrice: number | null) => waitingWords(now, { ...later, breakEvenPrice, priceFall: 0.18 }).words
  // February 10 to March 11
  expect(said(16.4)).toContain('Waiting 29 days pays unless the price falls below $16.40, a drop of 18%.')
  expect(said(0)).toBe('Waiting 29 days pays whatever the price does.')
  expect(said(23)).toContain('pays only if the price rises above $23.00')
  expect(said(20)).toBe('Waiting 29 days changes nothing at $20.00: it pays if the price rises from there.')
  expect(said(null)).toContain('pays at no price')
})
