import { expect, test } from 'vitest'
import {
  axisMoney,
  centsPerDollar,
  chance,
  count,
  delta,
  exactMoney,
  money,
  percent,
  shares,
} from '../src/words/money.ts'

test.each([
  [19_527.56, '$19,528'],
  [-3_043.2, '\u2212$3,043'],
  [-0.3, '$0'],
  [0, '$0'],
  [Number.NaN, '$NaN'],
])('whole dollars with a true minus, and no minus before nothing: %d', (amount, words) => {
  expect(money(amount)).toBe(words)
})

test('to the cent where it is asked for', () => {
  expect([exactMoney(4.68), exactMoney(-0.004), exactMoney(-12.5)]).toEqual(['$4.68', '$0.00', '\u2212$12.50'])
})

test('a difference carries its sign', () => {
  expect([delta(1_200), delta(-300), delta(0.2), delta(-0.2)]).toEqual(['+$1,200', '\u2212$300', '$0', '$0'])
})

test('axes are short', () => {
  expect([0, 500, 50_000, 1_250_000, -2_500].map(axisMoney)).toEqual(['$0', '$500', '$50k', '$1.25M', '\u2212$2.5k'])
})

test('shares are whole, rounded down', () => {
  expect([shares(1), shares(1_694.9), shares(0), count(-12.7)]).toEqual([
    '1 share',
    '1,694 shares',
    '0 shares',
    '\u221212',
  ])
})

test('rates', () => {
  expect([centsPerDollar(0.26), centsPerDollar(0.3585), percent(0.07), percent(0.125)]).toEqual([
    '26\u00a2',
    '35.85\u00a2',
    '7%',
    '12.5%',
  ])
})

test.each([
  [0, 'none'],
  [0.00004, 'fewer than 1 of 1,000'],
  [0.002, '2 of 1,000'],
  [0.61, '61 of 100'],
  [0.9999, 'nearly all'],
  [1, 'all'],
])('chances are counts of futures: %d', (part, words) => {
  expect(chance(part)).toBe(words)
})
