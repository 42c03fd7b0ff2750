/** The small things everything stands on: money, dates, near names, the words of a form. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { is65In, isDate, monthsAfter, wholeMonthsBetween, yearOf } from '../src/date.ts'
import { InputError, NotModelled } from '../src/errors.ts'
import { blank, mentions } from '../src/form.ts'
import { atLeastZero, larger, part, smaller, toCents, wholeDollars, wholeOf } from '../src/money.ts'
import { nearest } from '../src/nearest.ts'
import { check } from './arbitraries.ts'

describe('money', () => {
  test('a part of an amount is multiplied before it is divided', () => {
    expect(part(3_500, 90)).toBe(31.5)
    expect(0.35 * 90).not.toBe(31.5)
    expect(part(2_600, -100)).toBe(-26)
  })

  // 35 % of whole dollars lands on half dollars that rounding must see: 0.35 * x is wrong for one amount in a hundred
  test('every basis-point part of whole dollars rounds as it should', () => {
    const amounts = fc.tuple(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 0, max: 2_000_000 }))
    check(
      fc.property(amounts, ([rate, amount]) => {
        const exact = BigInt(rate) * BigInt(amount)
        expect(Math.round(part(rate, amount))).toBe(Number((exact * 2n + 10_000n) / 20_000n))
      }),
      2_000,
    )
  })

  test('an unfigured amount stays unfigured', () => {
    for (const each of [
      atLeastZero(Number.NaN),
      smaller(1, Number.NaN),
      smaller(Number.NaN, 1),
      larger(Number.NaN, 1),
      larger(1, Number.NaN),
    ])
      expect(each).toBeNaN()
  })

  test('the smaller, the larger, and nothing below zero', () => {
    expect([smaller(2, 1), smaller(1, 2), smaller(1, 1), larger(2, 1), larger(1, 2), larger(1, 1)]).toEqual([
      1, 1, 1, 2, 2, 1,
    ])
    expect([atLeastZero(-0.01), atLeastZero(0), atLeastZero(0.01)]).toEqual([0, 0, 0.01])
  })

  test('whole dollars go up at the half', () => {
    expect([0.5, 1.49, 2.5, -0.5].map(wholeDollars)).toEqual([1, 1, 3, 0])
  })

  test('cents go to the nearest, and nothing is minus zero', () => {
    expect([1.0051, 1.0049, -1.0051, -1.0049, 1_234_567.891].map(toCents)).toEqual([1.01, 1, -1.01, -1, 1_234_567.89])
    for (const each of [-0, -0.001, 0.004]) expect(Object.is(toCents(each), 0)).toBe(true)
  })

  test('half a cent goes to the side its binary number lies on, an exact half to the even cent', () => {
    // 1.005 is held a hair below, 8.345 a hair above
    expect([1.005, 8.345, -1.005, -8.345].map(toCents)).toEqual([1, 8.35, -1, -8.35])
    expect([0.125, 0.375, 0.625, 0.875, 7.125].map(toCents)).toEqual([0.12, 0.38, 0.62, 0.88, 7.12])
    expect([-0.125, -0.375, -0.625, -0.875].map(toCents)).toEqual([-0.12, -0.38, -0.62, -0.88])
  })

  test('the whole of a part is what it is a part of', () => {
    expect(wholeOf(2_600, 26)).toBe(100)
    expect(part(2_500, wholeOf(2_500, 88_100))).toBe(88_100)
  })
})

describe('dates', () => {
  test('those that exist, from 1900 to 2200', () => {
    const real = ['1900-01-01', '2200-12-31', '2024-02-29', '2000-02-29', '2026-04-30']
    const none = [
      '1899-12-31',
      '2201-01-01',
      '2026-02-29',
      '1900-02-29',
      '2026-04-31',
      '2026-13-01',
      '2026-00-10',
      '2026-01-00',
      '2026-1-1',
      '26-01-01',
      ' 2026-01-01',
      '2026-01-01T00',
      '',
    ]
    expect(real.map(isDate)).toEqual(real.map(() => true))
    expect(none.map(isDate)).toEqual(none.map(() => false))
    expect(yearOf('2026-03-01')).toBe(2026)
  })

  test('months later: the same day, or the last of a shorter month', () => {
    expect(monthsAfter('2024-01-31', 1)).toBe('2024-02-29')
    expect(monthsAfter('2023-01-31', 1)).toBe('2023-02-28')
    expect(monthsAfter('2024-11-30', 3)).toBe('2025-02-28')
    expect(monthsAfter('2024-12-15', 1)).toBe('2025-01-15')
    expect(monthsAfter('2024-02-29', 12)).toBe('2025-02-28')
    expect(monthsAfter('2024-03-31', -1)).toBe('2024-02-29')
    expect(monthsAfter('2024-05-05', 0)).toBe('2024-05-05')
  })

  test('whole months between: how often the day has come round', () => {
    expect(wholeMonthsBetween('2024-01-15', '2024-02-14')).toBe(0)
    expect(wholeMonthsBetween('2024-01-15', '2024-02-15')).toBe(1)
    expect(wholeMonthsBetween('2024-01-31', '2024-02-29')).toBe(1)
    expect(wholeMonthsBetween('2024-01-31', '2024-02-28')).toBe(0)
    expect(wholeMonthsBetween('2020-06-15', '2024-06-14')).toBe(47)
    expect(wholeMonthsBetween('2024-02-15', '2024-01-15')).toBe(0)
    expect(wholeMonthsBetween('2024-02-15', '2024-02-15')).toBe(0)
  })

  test('65 is reached the day before the birthday', () => {
    expect(is65In(2025, '1961-01-01')).toBe(true)
    expect(is65In(2025, '1961-01-02')).toBe(false)
    expect(is65In(2025, '1960-12-31')).toBe(true)
    expect(is65In(2024, '1960-01-01')).toBe(true)
  })
})

describe('near names', () => {
  const known = ['wages', 'interest', 'itemized', 'form6251.line11', 'amt']

  test.each([
    ['wage', 'wages'],
    ['wgaes', 'wages'],
    ['Interst', 'interest'],
    ['form6251.lin11', 'form6251.line11'],
    ['FORM6251.LINE11', 'form6251.line11'],
    ['atm', 'amt'],
    ['amt', 'amt'],
  ])('%s is near %s', (name, near) => expect(nearest(name, known)).toBe(near))

  test.each(['salary', 'xyz', 'in', '', 'w'.repeat(61)])('%s is near none', (name) =>
    expect(nearest(name, known)).toBeUndefined(),
  )

  test('of several the nearest, and the first of equals', () => {
    expect(nearest('line11x', ['line1', 'line11', 'line10'])).toBe('line11')
    expect(nearest('line1x', ['line1a', 'line1b'])).toBe('line1a')
  })
})

describe('words of a form', () => {
  test('mention lines of the form, and names in braces', () => {
    expect([...mentions('Subtract line 5 from line 4.')]).toEqual(['line5', 'line4'])
    expect([...mentions('Add lines 1, 2b, and 3.')]).toEqual(['line1', 'line2b', 'line3'])
    expect([...mentions('Lines 7 and 15, or lines 18 or 19')]).toEqual(['line7', 'line15', 'line18', 'line19'])
    expect([...mentions('Line 17 up to {law.amtBreakpoint} at {law.amtLowRate}.')]).toEqual([
      'law.amtBreakpoint',
      'law.amtLowRate',
      'line17',
    ])
    expect([...mentions('{form1040.line16} less {base}; line 12e plus {nonItemizerGift}')]).toEqual([
      'form1040.line16',
      'base',
      'nonItemizerGift',
      'line12e',
    ])
    expect([...mentions('line 2a and line 3')]).toEqual(['line2a', 'line3'])
  })

  test('mention nothing that only looks like it', () => {
    expect([...mentions('Enter 0. An underline 4 of 12 lines; airline 7; {not closed line')]).toEqual([])
    expect([...mentions('2/37 of 28 % of the lines')]).toEqual([])
  })

  test('a blank form has every line in order, none of them figured', () => {
    const sheet = blank({ line1: '', total: '', line2: '' })
    expect(Object.keys(sheet)).toEqual(['line1', 'total', 'line2'])
    for (const amount of Object.values(sheet)) expect(amount).toBeNaN()
    const another = blank({ line1: '' })
    another.line1 = 1
    expect(blank({ line1: '' }).line1).toBeNaN()
  })
})

test('errors say where, what, and which rule', () => {
  const problems = [
    { path: 'incomes.2025.wages', code: 'negative', message: 'is negative.' },
    { path: 'plan[0]', code: 'missing', message: 'is missing.' },
  ]
  const input = new InputError(problems)
  expect(input).toMatchObject({
    name: 'InputError',
    problems,
    message: 'incomes.2025.wages: is negative.\nplan[0]: is missing.',
  })
  const rule = new NotModelled('IRC §83(a)', 'Form W-2', 'the exercise of x')
  expect(rule).toMatchObject({ name: 'NotModelled', rule: 'IRC §83(a)', form: 'Form W-2' })
  expect(rule.message).toBe('the exercise of x (IRC §83(a); Form W-2) is not modelled')
  expect(input).toBeInstanceOf(Error)
})
