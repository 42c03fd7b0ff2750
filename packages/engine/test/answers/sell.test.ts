/** The fork of a sale: money after tax now and at each clock, the price that makes waiting the worse choice, the best lots. */
import { describe, expect, test } from 'vitest'
import { sellAnswer } from '../../src/answers/sell.ts'
import { InputError } from '../../src/errors.ts'
import { branchOn, breakEvenPrice, heldFrom } from '../../src/plan/fork.ts'
import { bestSells, inOrder } from '../../src/plan/lotChoice.ts'
import { creditIntoNext, yearsTo } from '../../src/timeline.ts'
import { caseOf, exerciseOf, grantOf, incomeOf, lotOf, saleOf } from '../cases.ts'

const asked = { asOf: '2026-11-22' }
const taxOf = (of: ReturnType<typeof caseOf>, last: number) =>
  yearsTo(of, last).reduce((sum, year) => sum + year.return.form1040.line24, 0)

/** 1,000 shares at 2, worth 42 when exercised on 3 March 2026: the first qualifying day is 4 March 2027. */
const of = caseOf({
  incomes: [2026, 2027].map((year) => incomeOf(year, { wages: 300_000 })),
  lots: [lotOf({ exercised: '2026-03-03', shares: 1_000 })],
  assumptions: { ...caseOf().assumptions, horizon: 2027 },
})

describe('sold in the year of exercise or once it qualifies', () => {
  const answer = sellAnswer(of, asked, { lot: 'l1', on: '2026-12-01', price: 50 })
  const [now, later] = answer.branches

  test('what each is: 40,000 of compensation and 8,000 of gain, or 48,000 of long-term gain', () => {
    expect(now).toMatchObject({ kind: 'disqualifying', compensation: 40_000, shortTermGain: 8_000, amtGain: 8_000 })
    expect(later).toMatchObject({
      ...{ on: '2027-03-04', name: 'qualifying', kind: 'qualifying', compensation: 0, longTermGain: 48_000 },
      amtGain: 8_000,
    })
    expect(answer.branches).toHaveLength(2)
  })

  test('tax is what the years together owe beyond holding on', () => {
    const sold = (on: string) => taxOf({ ...of, plan: [saleOf(on, 1_000, 50)] }, 2027)
    expect(now?.tax).toBeCloseTo(sold('2026-12-01') - taxOf(of, 2027), 2)
    expect(later?.tax).toBeCloseTo(sold('2027-03-04') - taxOf(of, 2027), 2)
    // 24 % of 48,000, and 3.8 % of the 8,000 of gain (wages are past 250,000): no AMT either way
    expect(now?.tax).toBeCloseTo(11_824, 2)
    expect(now).toMatchObject({ proceeds: 50_000, afterTax: 38_176, perShare: 38.18 })
  })

  test('below the break-even price waiting is worth less than now, above it more', () => {
    const price = later?.breakEvenPrice ?? Number.NaN
    const worthAt = (its: number) =>
      sellAnswer({ ...of, plan: [] }, asked, { lot: 'l1', on: '2027-03-04', price: its }).branches[0]?.worth ??
      Number.NaN
    expect(worthAt(price - 0.02)).toBeLessThan(now?.worth ?? Number.NaN)
    expect(worthAt(price + 0.02)).toBeGreaterThan(now?.worth ?? Number.NaN)
    expect(later?.priceFall).toBeCloseTo(1 - price / 50, 3)
  })

  // From a price without gain to a spread of a million, and one at which waiting only pays at a higher price
  test.each([1, 3, 40, 42.01, 60, 1_000])(
    'to a hundredth of a cent where it is worth the same, sold at %d',
    (price) => {
      const wanted = {
        ...{ on: '2026-12-01', sells: [{ lot: 'l1', shares: 1_000 }] },
        terms: { fees: 0, relatedBuyer: price === 40, inW2: true, reported: 'basis' as const },
      }
      const held = heldFrom(of, ['l1'], wanted.on, 2027, 'exact')
      const today = branchOn(held, wanted, wanted.on, price)
      const waiting = (its: number) => branchOn(held, wanted, '2027-03-04', its)
      const even = breakEvenPrice(held, wanted, today, waiting(price)) ?? Number.NaN
      expect(waiting(even).worth).toBeGreaterThanOrEqual(today.worth - 1e-6)
      if (even > 0) expect(waiting(even - 1e-4).worth).toBeLessThan(today.worth)
    },
  )

  test('a split on the way changes no dollar', () => {
    const company = { ...of.company, splits: [{ on: '2027-01-04', ratio: 4 }] }
    const [before, after] = sellAnswer({ ...of, company }, asked, { lot: 'l1', on: '2026-12-01', price: 50 }).branches
    expect(before).toEqual(now)
    expect(after).toMatchObject({ price: 12.5, afterTax: later?.afterTax, worth: later?.worth })
    expect((after?.breakEvenPrice ?? 0) * 4).toBeCloseTo(later?.breakEvenPrice ?? Number.NaN, 1)
  })
})

describe('which shares', () => {
  // The newer lot is sold at a loss for AMT and little gain, the older at a large gain
  const lots = [
    lotOf({ id: 'old', exercised: '2024-03-04', shares: 500, fmvAtExercise: 3 }),
    lotOf({ id: 'new', exercised: '2025-03-03', shares: 500, fmvAtExercise: 60 }),
  ]
  const two = { ...of, lots, grants: [grantOf()] }
  const sold = (lot?: string) =>
    sellAnswer(two, asked, { on: '2026-12-01', price: 50, shares: 600, ...(lot !== undefined && { lot }) })

  test('first in, first out without a choice', () => {
    expect(sold()).toMatchObject({ choice: 'fifo', compared: null })
    expect(sold().sells).toEqual([
      { lot: 'old', shares: 500 },
      { lot: 'new', shares: 100 },
    ])
  })

  test('the best is worth at least what every order is', () => {
    const best = sold('best')
    const worth = (first: string, other: string) => {
      const plan = [saleOf('2026-12-01', 500, 50, { lot: first }), saleOf('2026-12-01', 100, 50, { lot: other })]
      const left = (its: typeof two) =>
        yearsTo(its, 2027)
          .slice(-1)
          .reduce((_, last) => creditIntoNext(last), Number.NaN)
      const held = { ...two, plan: [] }
      return 30_000 - (taxOf({ ...two, plan }, 2027) - taxOf(held, 2027)) + left({ ...two, plan }) - left(held)
    }
    const orders = [worth('old', 'new'), worth('new', 'old')]
    expect(best.branches[0]?.worth).toBeCloseTo(Math.max(...orders), 2)
    expect(best.compared).toMatchObject({ everyOrder: true, tried: 2 })
    expect(best.compared?.fifoWorth).toBeCloseTo(orders[0] ?? Number.NaN, 2)
  })

  test('more than five lots one after another', () => {
    const many = Array.from({ length: 7 }, (_, i) => ({ lot: `l${i}`, shares: 10 }))
    // Every share of a later lot is worth more
    const worth = (sells: readonly { lot: string; shares: number }[]) =>
      sells.reduce((sum, { lot, shares }) => sum + shares * Number(lot.slice(1)), 0)
    expect(bestSells(many, 25, worth)).toMatchObject({
      whole: false,
      sells: [
        { lot: 'l6', shares: 10 },
        { lot: 'l5', shares: 10 },
        { lot: 'l4', shares: 5 },
      ],
    })
    expect(inOrder(many, 0)).toEqual([])
  })

  test.each<[string, Parameters<typeof sellAnswer>[2], string]>([
    ['a lot that is not there', { on: '2026-12-01', lot: 'odl' }, 'Did you mean old?'],
    ['more than is held', { on: '2026-12-01', lot: 'old', shares: 501 }, 'only 500 shares of old are held and vested'],
    ['before they are exercised', { on: '2024-03-03', lot: 'old', price: 1 }, 'no income for 2024'],
    ['before the first year', { on: '2025-12-01', lot: 'old' }, 'no income for 2025'],
    ['later than there is law', { on: '2099-12-01', lot: 'old' }, 'figures of the law reach to'],
  ])('refused: %s', (_, question, message) => {
    expect(() => sellAnswer(two, asked, question)).toThrow(InputError)
    expect(() => sellAnswer(two, asked, question)).toThrow(message)
  })
})

test('what the plan does later with the shares is set aside, and said', () => {
  const plan = [saleOf('2026-12-15', 1_000, 30), exerciseOf('2026-12-20', 10)]
  const answer = sellAnswer({ ...of, plan }, asked, { lot: 'l1', on: '2026-12-01', price: 50 })
  expect(answer.branches[0]).toMatchObject({ shortTermGain: 8_000 })
  expect(answer.notices.map(({ message }) => message)).toContainEqual(
    '1 later entry of the plan that would take from these shares is set aside.',
  )
})

describe('a sale within a day of the end of a period that runs from a month end is said to be open', () => {
  const told = (granted: string, exercised: string, on: string) => {
    const grants = [grantOf({ on: granted, expires: '2032-01-01' })]
    const incomes = [incomeOf(2026, { wages: 300_000 })]
    const its = caseOf({ incomes, grants, lots: [lotOf({ exercised, shares: 100 })] })
    const { notices } = sellAnswer(its, asked, { lot: 'l1', on, price: 50 })
    return notices.some(({ message }) => message.includes('runs from the last day of a month'))
  }

  test.each([
    // One year from the exercise: 1 July 2026 is the first good day
    ['2022-05-10', '2025-06-30', '2026-06-30', true],
    ['2022-05-10', '2025-06-30', '2026-07-01', true],
    ['2022-05-10', '2025-06-30', '2026-07-02', false],
    // Two years from the grant: 1 May 2026; the year from exercise ended in 2025
    ['2024-04-30', '2024-08-12', '2026-04-30', true],
    ['2024-04-30', '2024-08-12', '2026-05-01', true],
    ['2024-04-30', '2024-08-12', '2026-05-02', false],
    // Where the grant’s month end does not decide, nor the exercise’s
    ['2024-04-30', '2025-06-12', '2026-06-13', false],
    ['2024-05-10', '2024-08-31', '2026-05-11', false],
  ])('granted %s, exercised %s, sold %s: %s', (granted, exercised, on, expected) => {
    expect(told(granted, exercised, on)).toBe(expected)
  })
})
