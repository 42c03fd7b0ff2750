import type { HoldOrSell, RiskPart } from '@isoline/engine'
import { expect, test } from 'vitest'
import { partName, riskLede, riskSentence } from '../src/views/risk/riskWords.ts'

const part = (given: Partial<RiskPart>): RiskPart =>
  ({
    ...{ held: 1, mean: 106_355, worseThanSelling: 0.61, lessThanNothing: 0.08 },
    percentiles: [
      { percent: 5, value: -3_043 },
      { percent: 50, value: 46_923 },
    ],
    ...given,
  }) as unknown as RiskPart

const answer = (sellNow: number | null, given: Partial<RiskPart> = {}): HoldOrSell =>
  ({
    prices: { kind: 'view' },
    holding: { sellNow, held: [{ until: '2030-01-15' }], parts: [part(given)] },
  }) as unknown as HoldOrSell

const said = (of: HoldOrSell): string =>
  riskSentence(of)
    .map((each) => (typeof each === 'string' ? each : each.marked))
    .join('')

test('more on average, and yet less in most futures', () => {
  expect(said(answer(70_214))).toBe('Holding pays more on average, and yet less in 61 of 100 futures.')
  expect(riskLede(answer(70_214))).toBe(
    'Sell now and you keep $70,214. Hold until January 15, 2030 and the average is $106,355, the middle outcome $46,923; in 8 of 100 futures you end with less than you put in.',
  )
})

test('less on average, and seldom more', () => {
  expect(said(answer(120_000))).toBe('Holding pays less on average, and less in 61 of 100 futures.')
  expect(said(answer(106_355.4))).toBe('Holding pays as much on average, and less in 61 of 100 futures.')
})

test('nobody to sell to', () => {
  expect(said(answer(null, { worseThanSelling: null, lessThanNothing: 0 }))).toBe(
    'Nobody buys these shares today. Holding leaves less than nothing in no future.',
  )
})

test('nothing held, and no view of the price', () => {
  expect(said({ prices: { kind: 'view' }, holding: null } as unknown as HoldOrSell)).toBe(
    'There are no shares to hold or sell.',
  )
  expect(said({ prices: null, holding: null } as unknown as HoldOrSell)).toContain('does not say it')
})

test('names of parts', () => {
  expect([1, 0.5, 0.25, 0].map((held) => partName(held, true))).toEqual([
    ...['Hold all', 'Hold half, sell the rest now', 'Hold 25%, sell the rest now', 'Sell all now'],
  ])
  expect([0.5, 0].map((held) => partName(held, false))).toEqual(['Exercise half', 'Exercise nothing'])
})
