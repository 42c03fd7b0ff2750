/** Grants at the edges of their days: acceleration, schedules older than the grant, the window of the plan, and why one is no ISO. */
import { describe, expect, test } from 'vitest'
import { lastExerciseDay, lastIsoDay, nonstatutoryBecause, vestedShares, vestingSteps } from '../../src/equity/grant.ts'
import { grantOf } from '../cases.ts'

// 100 shares a month
const monthly = { from: '2024-01-01', months: 48, cliffMonths: 12, everyMonths: 1 }

describe('acceleration', () => {
  const brought = (on: string, shares: number | null) =>
    grantOf({ on: '2024-01-01', shares: 4_800, vesting: monthly, acceleration: { on, shares } })

  test('takes effect on its day and not before', () => {
    const part = brought('2025-06-15', 500)
    expect(['2025-06-14', '2025-06-15'].map((on) => vestedShares(part, on))).toEqual([1_700, 2_200])
    const all = brought('2025-06-15', null)
    expect(['2025-06-14', '2025-06-15'].map((on) => vestedShares(all, on))).toEqual([1_700, 4_800])
  })

  test('agreed before the grant counts from the grant', () => {
    const grant = { ...brought('2023-06-15', null), on: '2024-01-01' }
    expect(['2023-12-31', '2024-01-01'].map((on) => vestedShares(grant, on))).toEqual([0, 4_800])
    expect(vestingSteps(grant)).toEqual([{ on: '2024-01-01', shares: 4_800 }])
  })
})

test('what a schedule older than the grant vested before it vests on the day of the grant', () => {
  // 14 months by 15 March 2025
  const grant = grantOf({ on: '2025-03-15', shares: 4_800, vesting: monthly })
  expect(vestingSteps(grant).slice(0, 2)).toEqual([
    { on: '2025-03-15', shares: 1_400 },
    { on: '2025-04-01', shares: 100 },
  ])
})

test('nothing vests before the schedule begins', () => {
  const grant = grantOf({ on: '2023-06-01', shares: 4_800, vesting: { ...monthly, cliffMonths: 0 } })
  expect(['2023-06-01', '2023-12-31', '2024-01-01', '2024-02-01'].map((on) => vestedShares(grant, on))).toEqual([
    0, 0, 0, 100,
  ])
})

test('a window of the plan does not outlast the term of the option', () => {
  const grant = grantOf({ employmentEnds: '2030-05-01', exercisableUntil: '2035-05-01' })
  expect([lastExerciseDay(grant), lastIsoDay(grant)]).toEqual(['2030-06-14', '2030-06-14'])
})

describe('why a grant is no ISO', () => {
  const owner = { tenPercentOwner: true, expires: '2025-06-15', strike: 2.2 }
  test.each([
    ['its own terms', { kind: 'nso' as const }, 'IRC §83(a)', 'nonstatutory'],
    ['more than ten years', { expires: '2030-06-16' }, 'IRC §422(b)(3)', '10 years'],
    ['an owner, more than five years', { ...owner, expires: '2025-06-16' }, 'IRC §422(c)(5)', '5 years'],
    ['an owner, less than 110 %', { ...owner, strike: 2.19 }, 'IRC §422(c)(5)', '110 %'],
  ])('%s', (_, grant, rule, says) => {
    const because = nonstatutoryBecause(grantOf(grant))
    expect(because?.rule).toBe(rule)
    expect(because?.why).toContain(says)
  })
})
