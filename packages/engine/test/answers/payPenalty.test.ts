import { expect, test } from 'vitest'
import { underpaymentPenalty } from '../../src/answers/payPenalty.ts'

const day = (on: string, amount: number) => ({ on, amount })

// The examples of the Instructions for Form 2210: of 2002, 5,000 underpaid on 15 April, 3,000 or 8,000 paid on 30 April, at 6 %:
// 3,000 × 15/365 × .06 = 7.40 and 5,000 × 15/365 × .06 = 12.33; of 2008, 2,000 from 30 June to 15 September at 5 %:
// 2,000 × 77/366 × .05 = 21.04
test.each([
  ['2002', day('2002-04-15', 3_000), [day('2002-04-30', 3_000)], 0.06, 7.4],
  ['2002, more than is owed', day('2002-04-15', 5_000), [day('2002-04-30', 8_000)], 0.06, 12.33],
  ['2008', day('2008-06-30', 2_000), [day('2008-09-15', 2_000)], 0.05, 21.04],
])('the example of the instructions of %s', (_, owed, paid, rate, penalty) => {
  expect(underpaymentPenalty([owed], paid, '2009-04-15', rate)).toBeCloseTo(penalty, 2)
})

test('nothing for what is paid by its day, and what is too much goes to the next', () => {
  const two = [day('2026-04-15', 100), day('2026-06-15', 100)]
  expect(underpaymentPenalty(two, [day('2026-04-15', 200)], '2027-04-15', 0.1)).toBe(0)
  // The second is short of 50 for 304 days
  expect(underpaymentPenalty(two, [day('2026-04-01', 150)], '2027-04-15', 0.1)).toBeCloseTo((50 * 0.1 * 304) / 365, 9)
})

test('a late payment fills the oldest hole first, and one after the end counts for nothing', () => {
  const two = [day('2026-04-15', 100), day('2026-06-15', 100)]
  // 100 on 30 June: 76 days of the first; the second is short for 304 days
  const late = (100 * 0.1 * (76 + 304)) / 365
  expect(underpaymentPenalty(two, [day('2026-06-30', 100)], '2027-04-15', 0.1)).toBeCloseTo(late, 9)
  const never = (100 * 0.1 * (365 + 304)) / 365
  expect(underpaymentPenalty(two, [day('2027-04-16', 500)], '2027-04-15', 0.1)).toBeCloseTo(never, 9)
})

test('days count as parts of their own year: 261 of 2023 and 105 of the leap year 2024', () => {
  // From 15 April to 1 January 261 days, then 105 to 15 April
  const penalty = underpaymentPenalty([day('2023-04-15', 1_000)], [], '2024-04-15', 0.08)
  expect(penalty).toBeCloseTo(1_000 * 0.08 * (261 / 365 + 105 / 366), 9)
})
