/** Figures of no particular year, against the sections of the Code that fix them. */
import { describe, expect, test } from 'vitest'
import { federalStanding } from '../../src/law/federal/standing.ts'
import { amountFor, filingStatuses } from '../../src/law/law.ts'

test.each(Object.entries(federalStanding))('%s cites its authority', (_, figure) => {
  expect(figure.cite).toMatch(/^IRC §/)
  expect(figure.source).not.toBe('')
})

describe('what the Code says', () => {
  const all = (name: keyof typeof federalStanding) =>
    filingStatuses.map((status) => amountFor(federalStanding[name], status))
  const same = (amount: number) => filingStatuses.map(() => amount)

  test('of incentive stock options, section 422', () => {
    // (a)(1) two years from grant and one from transfer; (a)(2) three months; (b)(1) 12 months; (b)(2), (3) ten years;
    // (b)(6) 10 percent; (c)(5) 110 percent and five years; (c)(6) one year; (d)(1) $100,000; 83(b)(2) 30 days
    expect(all('isoGrantHoldYears')).toEqual(same(2))
    expect(all('isoExerciseHoldYears')).toEqual(same(1))
    expect(all('isoMonthsAfterEmployment')).toEqual(same(3))
    expect(all('isoYearsAfterDisability')).toEqual(same(1))
    expect(all('isoApprovalMonths')).toEqual(same(12))
    expect(all('isoTermYears')).toEqual(same(10))
    expect(all('isoGrantWithinYearsOfPlan')).toEqual(same(10))
    expect(all('ownerThreshold')).toEqual(same(1_000))
    expect(all('ownerTermYears')).toEqual(same(5))
    expect(all('ownerPriceRate')).toEqual(same(11_000))
    expect(all('isoAnnualLimit')).toEqual(same(100_000))
    expect(all('election83bDays')).toEqual(same(30))
  })

  test('of estimated tax, section 6654', () => {
    // (d)(1)(A) four installments; (d)(1)(B) 90 and 100 percent; (d)(1)(C) 110 percent above 150,000, half of it filing
    // separately; (d)(2)(C)(ii) 22.5, 45, 67.5, 90 percent; (e)(1) $1,000
    expect(all('estimatedInstallmentRate')).toEqual(same(2_500))
    expect(all('estimatedCurrentYearRate')).toEqual(same(9_000))
    expect(all('estimatedPriorYearRate')).toEqual(same(10_000))
    expect(all('estimatedHighIncomeRate')).toEqual(same(11_000))
    expect(all('estimatedHighIncome')).toEqual([150_000, 150_000, 75_000, 150_000, 150_000])
    expect(all('estimatedLeast')).toEqual(same(1_000))
    const rates = ['annualizedRate1', 'annualizedRate2', 'annualizedRate3', 'annualizedRate4'] as const
    expect(rates.map((name) => all(name)[0])).toEqual([2_250, 4_500, 6_750, 9_000])
    const months = ['annualizedMonths1', 'annualizedMonths2', 'annualizedMonths3', 'annualizedMonths4'] as const
    expect(months.map((name) => all(name)[0])).toEqual([3, 5, 8, 12])
  })

  test('of qualified small business stock, section 1202', () => {
    expect([all('qsbsHoldYearsBefore')[0], all('qsbsExclusionBefore')[0]]).toEqual([5, 10_000])
    expect([all('qsbsCapBefore')[0], all('qsbsAssetsBefore')[0]]).toEqual([10_000_000, 50_000_000])
    const tiers = ['qsbsExclusionAfter3Years', 'qsbsExclusionAfter4Years', 'qsbsExclusionAfter5Years'] as const
    expect(tiers.map((name) => all(name)[0])).toEqual([5_000, 7_500, 10_000])
    expect(all('qsbsCapAfter')).toEqual([15_000_000, 15_000_000, 7_500_000, 15_000_000, 15_000_000])
    expect([all('qsbsAssetsAfter')[0], all('qsbsBasisMultiple')[0], all('qsbsRestRate')[0]]).toEqual([
      75_000_000, 10, 2_800,
    ])
    expect(federalStanding.qsbsRestRate.status).toBe('unconfirmed')
  })

  test('of refund claims, section 6511', () => {
    const years = ['refundYearsFromFiling', 'refundYearsFromPayment', 'refundYearsWorthless'] as const
    expect(years.map((name) => all(name)[0])).toEqual([3, 2, 7])
  })
})
