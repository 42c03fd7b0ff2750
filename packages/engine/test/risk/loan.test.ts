/** Money borrowed as one's own runs out: what is drawn on which day, what is missing, and what is owed in the end. */
import { describe, expect, test } from 'vitest'
import type { Loan } from '../../src/case.ts'
import { owedOn, reachOf } from '../../src/risk/loan.ts'

const loan: Loan = { amount: 30_000, rate: 0.08, due: '2029-06-30', recourse: true }
const bills = [
  { on: '2027-04-15', amount: 40_000 },
  { on: '2026-01-15', amount: 20_000 },
]

describe('how far money reaches', () => {
  test('one’s own is spent first, by date, and the loan is drawn for the rest', () => {
    // 50,000 less 20,000 leaves 30,000, and 10,000 is missing for the 40,000
    expect(reachOf(50_000, bills)).toEqual({
      draws: [],
      left: -10_000,
      first: { on: '2027-04-15', amount: 10_000 },
      most: { on: '2027-04-15', amount: 10_000 },
    })
    expect(reachOf(50_000, bills, loan)).toEqual({
      ...{ draws: [{ on: '2027-04-15', amount: 10_000 }], left: 0, first: null, most: null },
    })
  })

  test('a loan too small, and one that is due before the money is needed', () => {
    // Of 60,000 there are 15,000 and 30,000 of the loan: 5,000 on the first day, 25,000 on the second
    const small = reachOf(15_000, bills, loan)
    expect(small.draws).toEqual([
      { on: '2026-01-15', amount: 5_000 },
      { on: '2027-04-15', amount: 25_000 },
    ])
    expect(small.first).toEqual({ on: '2027-04-15', amount: 15_000 })
    expect(reachOf(50_000, bills, { ...loan, due: '2027-04-15' }).draws).toEqual([])
  })

  test('the first day of a lack and the worst one, where money comes back in between', () => {
    const flows = [...bills, { on: '2026-06-01', amount: -15_000 }]
    // 10,000 less 20,000, and 15,000 in: 5,000 on the day of the second bill, so 35,000 is missing then
    const { first, most } = reachOf(10_000, flows)
    expect(first).toEqual({ on: '2026-01-15', amount: 10_000 })
    expect(most).toEqual({ on: '2027-04-15', amount: 35_000 })
  })

  test('what comes in on a day pays what goes out on it', () => {
    const day = [
      { on: '2026-01-15', amount: 20_000 },
      { on: '2026-01-15', amount: -20_000 },
    ]
    expect(reachOf(0, day).first).toBeNull()
  })
})

describe('what is owed', () => {
  test('interest is added each year, and is simple for the days of the last', () => {
    // Two years to 15 April 2029, 76 days to 30 June: 7,846 * 1.08 * 1.08 * (1 + 0.08 * 76 / 365)
    expect(owedOn(loan, [{ on: '2027-04-15', amount: 7_846 }])).toBeCloseTo(9_304.017, 3)
    // 365 days are a year, whichever way they are counted
    expect(owedOn({ rate: 0.05, due: '2027-01-15' }, [{ on: '2026-01-15', amount: 1_000 }])).toBeCloseTo(1_050, 9)
  })

  test('each draw by its own days, and nothing for nothing', () => {
    const draws = [
      { on: '2029-06-30', amount: 500 },
      { on: '2028-06-30', amount: 1_000 },
    ]
    expect(owedOn(loan, draws)).toBeCloseTo(500 + 1_080, 9)
    expect(owedOn(loan, [])).toBe(0)
  })
})
