/** Amounts, text and lines as they are printed. */
import { expect, test } from 'vitest'
import { chart } from '../src/print/chart.ts'
import { cents, count, dollars, percent, wholeDollars, wholeShares } from '../src/print/money.ts'
import { pageFor } from '../src/print/page.ts'
import { table } from '../src/print/table.ts'
import { listed, plural, wrapped } from '../src/print/text.ts'

const page = pageFor({ stdout: {} as never, env: { LANG: 'en_US.UTF-8' } })
const ascii = { ...page, unicode: false }

test('dollars to the cent, with thousands', () => {
  expect([0, 0.1, 999.995, 1_000, 1_234_567.891, -3_000].map(dollars)).toEqual([
    '$0.00',
    '$0.10',
    '$1,000.00',
    '$1,000.00',
    '$1,234,567.89',
    '-$3,000.00',
  ])
  expect(dollars(-0.001)).toBe('$0.00')
  expect(wholeDollars(37_846.4)).toBe('$37,846')
})

test('counts, rates and parts', () => {
  expect([0, 1_694, 2_030.7692, -12_345].map(count)).toEqual(['0', '1,694', '2,030.7692', '-12,345'])
  expect(wholeShares(36_553.85, 18)).toBe('2,030')
  expect(wholeShares(36, 18)).toBe('2')
  expect(cents(0.28)).toBe('28 cents')
  expect(cents(0.325)).toBe('32.5 cents')
  expect(percent(0.05)).toBe('5%')
})

test('text is wrapped at spaces; a number keeps its percent sign', () => {
  expect(wrapped('one two three', 8, '- ', '  ')).toEqual(['- one', '  two', '  three'])
  expect(wrapped('rises to 28 %', 11)).toEqual(['rises to', '28 %'])
  expect(wrapped('', 10)).toEqual([''])
  expect(wrapped('a abcdefghijklmnopqrstuvwxyz b', 22, '- ', '  ')).toEqual([
    '- a',
    '  abcdefghijklmnopqrst',
    '  uvwxyz b',
  ])
  expect(listed(['a', 'b', 'c'], 'or')).toBe('a, b or c')
  expect([plural('1', 'share'), plural('2', 'share')]).toEqual(['1 share', '2 shares'])
})

test('a table has its columns aligned', () => {
  const lines = table(
    [{ head: 'Grant' }, { head: 'Room', align: 'right' }],
    [
      ['G1', '$1.00'],
      ['early', '$100.00'],
    ],
    page,
  )
  expect(lines).toEqual(['  Grant     Room', '  G1       $1.00', '  early  $100.00'])
})

test('a chart rises from the lower left to the upper right, with its mark in place', () => {
  const points = [
    { x: 0, y: 0 },
    { x: 50, y: 0 },
    { x: 100, y: 1_000 },
  ]
  const lines = chart({ title: 'AMT', points, upTo: 100, mark: { x: 50, label: 'room' } }, { ...ascii, width: 60 })
  const [, top = '', ...rest] = lines
  expect(top).toMatch(/^ {2}\$1,000 \|.*\*$/)
  const foot = rest.at(-3) ?? ''
  // Flat along the foot up to the mark, which is in the middle
  expect(foot).toMatch(/^ {6}\$0 \|\*{20}/)
  const axis = rest.at(-2) ?? ''
  const [start, mark] = [axis.indexOf('+') + 1, axis.indexOf('^')]
  expect(Math.abs((mark - start) / (axis.length - 1 - start) - 0.5)).toBeLessThan(0.02)
  expect(rest.at(-1)).toMatch(/room +100$/)
})

test('nothing to draw is no chart', () => {
  expect(
    chart(
      {
        title: '',
        points: [
          { x: 0, y: 0 },
          { x: 9, y: 0 },
        ],
        upTo: 9,
        mark: { x: 0, label: '' },
      },
      page,
    ),
  ).toEqual([])
})
