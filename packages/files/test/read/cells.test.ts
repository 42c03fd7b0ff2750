import { expect, test } from 'vitest'
import { dateIn, dollarsIn, RowFault, sharesIn } from '../../src/read/cells.ts'

test.each([
  ['$1,234.50', 1_234.5],
  ['(1,234.50)', -1_234.5],
  ['($1,234.50)', -1_234.5],
  ['-$5', -5],
  ['$-5', -5],
  ['\u22125', -5],
  ['+5', 5],
  ['.5', 0.5],
  ['361,500.', 361_500],
  ['USD 12', 12],
  ['12 USD', 12],
  [' 7 ', 7],
  [7.25, 7.25],
  [{ serial: 350.72 }, 350.72],
  ['--', undefined],
  ['N/A', undefined],
  ['', undefined],
  [null, undefined],
])('%j is %j dollars', (cell, amount) => expect(dollarsIn(cell)).toBe(amount))

test.each([
  '1.234,50',
  '12,34',
  '1,23,456',
  '€5',
  '5 EUR',
  '$',
  '(5',
  '5)',
  '1e9',
  '0x10',
  'soon',
  '15at1900',
  '12/15/1900',
  '9'.repeat(20),
  Number.NaN,
])('%j is no amount in dollars', (cell) => expect(() => dollarsIn(cell)).toThrow(RowFault))

test('shares are not negative, and no date', () => {
  expect(sharesIn('1,400')).toBe(1_400)
  expect(() => sharesIn('-5')).toThrow(RowFault)
  expect(() => sharesIn({ serial: 350 })).toThrow(RowFault)
})

test.each([
  ['2024-06-03', '2024-06-03'],
  ['2024-06-03T00:00:00.000Z', '2024-06-03'],
  ['06/03/2024', '2024-06-03'],
  ['6/3/24', '2024-06-03'],
  ['06-03-2024', '2024-06-03'],
  ['06/03/2024 10:15 AM', '2024-06-03'],
  ['24-JAN-2024', '2024-01-24'],
  ['01-Apr-2021', '2021-04-01'],
  ['March 1, 2024', '2024-03-01'],
  ['1 Sept 2024', '2024-09-01'],
  // 1 January 1970 is day 25,569 of a workbook; 60 is a 29 February that never was
  [{ serial: 25_569 }, '1970-01-01'],
  [{ serial: 25_569.9 }, '1970-01-01'],
  ['--', undefined],
])('%j is the day %j', (cell, date) => expect(dateIn(cell)).toBe(date))

test.each([
  '02/30/2024',
  '2024-13-01',
  '45446',
  'Juin 3, 2024',
  '3.6.2024',
  'various',
  { serial: 60 },
  { serial: 1e9 },
])('%j is no day', (cell) => expect(() => dateIn(cell)).toThrow(RowFault))

test('a month beyond twelve puts the order of day and month in doubt', () => {
  const doubt = (text: string): boolean => {
    try {
      dateIn(text)
      return false
    } catch (error) {
      return (error as RowFault).dayFirst
    }
  }
  expect(['25/04/2024', '04/25/2024', '25/25/2024'].map(doubt)).toEqual([true, false, false])
})
