/** Sales that bring credit home. Example B of two years: joint, wages 300,000, 102,724 of credit, 10,000 shares at 2 and 42. */
import { describe, expect, test } from 'vitest'
import type { Case } from '../../src/case.ts'
import { notYetBy, releaseIn } from '../../src/plan/release.ts'
import { yearsTo } from '../../src/timeline.ts'
import { caseOf, grantOf, incomeOf, lotOf, saleOf } from '../cases.ts'

const prices = (fmv: number) => ({
  ...{ name: 'Co', listed: true, splits: [] },
  prices: [
    { on: '2025-01-01', fmv: 42 },
    { on: '2026-01-01', fmv },
  ],
})

const at = (fmv: number, x: Partial<Case> = {}): Case =>
  caseOf({
    ...{ lots: [lotOf()], company: prices(fmv) },
    assumptions: { indexing: 0, discountRate: 0, wageGrowth: 0, horizon: 2028, readings: {} },
    ...x,
  })

const release = (of: Case, year = 2026, from = `${year}-01-01`) => releaseIn(of, year, from, 2028, 'exact')

describe('the releasing sale', () => {
  test('all 10,000 at 50: 60,000 at 15 cents for each of 400,000 dollars of basis difference', () => {
    // Regular gain 480,000, AMT gain 80,000. Taxable income 267,800 + 480,000 = 747,800: above 613,700 at 20 %, 134,100.
    // Regular tax 49,468 + 15 % of 345,900 + 20 % of 134,100 = 49,468 + 51,885 + 26,820 = 128,173. AMTI 380,000, less 140,200
    // is 239,800, of which 159,800 at 26 % = 41,548 and 80,000 at 15 % = 12,000: 53,548. Gap 74,625 instead of 7,920.
    // But exclusion items with a gain of 480,000: AMTI 780,000, whole exemption: 639,800, 41,548 + 51,885 + 26,820 = 120,253,
    // below 128,173: nothing is lost
    const sale = release(at(50))
    expect(sale).toMatchObject({ year: 2026, difference: 400_000, stoppedBy: 'shares', proceeds: 500_000 })
    expect(sale?.sells).toEqual([{ lot: 'l1', on: '2026-03-04', shares: 10_000, price: 50 }])
    expect(sale?.released).toBeCloseTo(74_625 - 7_920, 6)
    expect(sale?.rate).toBeCloseTo(66_705 / 400_000, 9)
    // Total tax of the year: regular 128,173 less 74,625 and net investment income tax of 3.8 % of 480,000; without: 41,548
    expect(sale?.tax).toBeCloseTo(128_173 - 74_625 + 18_240 - 41_548, 6)
    expect(sale?.amtLossLeft).toBe(0)
  })

  test('never stands below what any whole count of shares releases', () => {
    const of = at(200)
    const best = release(of)
    const used = (shares: number) => {
      const [, year] = yearsTo({ ...of, plan: [saleOf('2026-03-04', shares, 200)] }, 2026)
      const makesAmt = (year?.return.form6251.line11 ?? 0) > 0 || (year?.exclusion.line15 ?? 0) > 0
      return makesAmt ? 0 : (year?.return.form8801.line25 ?? 0) - 7_920
    }
    for (let shares = 250; shares <= 10_000; shares += 250)
      expect(best?.released).toBeGreaterThanOrEqual(used(shares) - 0.006)
    expect(best?.stoppedBy).toBe('amt')
    const [{ shares } = { shares: 0 }] = best?.sells ?? []
    // One share more and exclusion items alone make AMT: gains eat up the exemption
    const [, more] = yearsTo({ ...of, plan: [saleOf('2026-03-04', shares + 1, 200)] }, 2026)
    expect(more?.exclusion.line15).toBeGreaterThan(0)
    const [, there] = yearsTo({ ...of, plan: [saleOf('2026-03-04', shares, 200)] }, 2026)
    expect(there?.exclusion.line15).toBe(0)
    expect((there?.return.form8801.line25 ?? 0) - 7_920).toBeCloseTo(best?.released ?? 0, 6)
  })

  test('stops when all the credit is home: 600 a thousand shares', () => {
    const carryforwards = { ...caseOf().carryforwards, minimumTaxCredit: 20_000 }
    const of = at(50, { incomes: [incomeOf(2026, { wages: 300_000 })], carryforwards })
    const sale = release(of)
    // 12,080 beyond 7,920; a share releases 6.00: 2,013.33
    expect(sale?.stoppedBy).toBe('credit')
    expect(sale?.sells[0]?.shares).toBe(2_014)
    expect(sale?.released).toBeCloseTo(12_080, 6)
  })

  test('below the AMT basis, no more than the 3,000 of loss that AMT uses: 111 shares at 27', () => {
    // Regular gain 13 a share at 15 %: 216.45; AMT loss of 2,997 at 26 %: 779.22
    const sale = release(at(15))
    expect(sale?.sells[0]?.shares).toBe(111)
    expect(sale).toMatchObject({ amtLossLeft: 0, stoppedBy: 'amtLoss', difference: 4_440 })
    expect(sale?.released).toBeCloseTo(995.67, 6)
  })

  test('basis is stranded only where no other sale releases anything, and then it says how much', () => {
    const carryforwards = {
      ...caseOf().carryforwards,
      minimumTaxCredit: 20_000,
      amtCapitalLoss: { short: 0, long: 50_000 },
    }
    const sale = release(at(15, { carryforwards, incomes: [incomeOf(2026, { wages: 300_000 })] }))
    // All the loss of 27 a share is left behind; 13 a share at 15 % is released, up to the 12,080 or 780 left at wages of 300,000
    expect(sale?.amtLossLeft).toBe(27 * (sale?.sells[0]?.shares ?? 0))
    expect(sale?.rate).toBeLessThan(0.06)
  })

  test('of two lots only the one above its AMT basis is sold', () => {
    const lots = [
      lotOf({ id: 'low', shares: 1_000, fmvAtExercise: 12 }),
      lotOf({ id: 'high', shares: 1_000, fmvAtExercise: 90 }),
    ]
    const carryforwards = { ...caseOf().carryforwards, minimumTaxCredit: 50_000 }
    const sale = release(at(50, { lots, carryforwards, incomes: [incomeOf(2026, { wages: 300_000 })] }))
    // 38 of AMT gain a share of the lower, 38,000, less 40 of AMT loss a share of the other: 3,000 more than the gains is the limit
    expect(sale?.amtLossLeft).toBe(0)
    expect(sale?.sells.map(({ lot }) => lot).sort()).toEqual(['high', 'low'])
    // 41,000 of AMT loss are 1,025 shares: all 1,000 of the higher one fit
    expect(sale?.sells.find(({ lot }) => lot === 'high')?.shares).toBe(1_000)
  })

  test('below the strike too: 3,000 of AMT loss at 26 %, less 73 of regular loss at 24 %', () => {
    // At 1, a share loses 1 for the regular tax and 41 for AMT: 73 shares are 2,993
    const sale = release(at(1))
    expect(sale?.sells[0]?.shares).toBe(73)
    expect(sale?.released).toBeCloseTo(0.26 * 2_993 - 0.24 * 73, 6)
  })

  test('none before the clocks are over, without credit, or in a year without shares', () => {
    expect(release(at(50, { grants: [grantOf({ on: '2025-01-15' })] }))).toBeNull()
    expect(release(at(50), 2025)).toBeNull()
    expect(release(at(50, { lots: [] }))).toBeNull()
  })

  test('waits for the first day that qualifies, the day asked, or the end of a blackout', () => {
    expect(release(at(50))?.sells[0]?.on).toBe('2026-03-04')
    // 22 November 2026 is a Sunday, and New Year's Day a Friday
    expect(release(at(50), 2026, '2026-11-22')?.sells[0]?.on).toBe('2026-11-23')
    expect(release(at(50), 2027, '2027-01-01')?.sells[0]?.on).toBe('2027-01-04')
    const closed = { ...prices(50), blackouts: [{ from: '2026-03-01', to: '2026-03-31' }] }
    expect(release(at(50, { company: closed }))?.sells[0]?.on).toBe('2026-04-01')
    const never = { ...prices(50), blackouts: [{ from: '2026-03-01', to: '2027-01-31' }] }
    expect(release(at(50, { company: never }))).toBeNull()
  })

  test('what the plan would sell from then on is set aside, not sold twice', () => {
    const of = at(50, { plan: [saleOf('2027-06-01', 10_000, 50)] })
    expect(release(of)).toMatchObject({ difference: 400_000 })
  })

  test('shares and bases follow a split', () => {
    const company = { ...prices(50), splits: [{ on: '2026-02-01', ratio: 2, kind: 'split' as const }] }
    const sale = release(at(50, { company }))
    // 50 on 1 January is 25 a share after the split
    expect(sale?.sells).toEqual([{ lot: 'l1', on: '2026-03-04', shares: 20_000, price: 25 }])
    expect(sale).toMatchObject({ difference: 400_000, proceeds: 500_000 })
  })

  test('of two lots the one with more difference for a dollar of gain goes first', () => {
    const lots = [
      lotOf({ id: 'thin', shares: 3_000, fmvAtExercise: 10 }),
      lotOf({ id: 'thick', shares: 3_000, fmvAtExercise: 45 }),
    ]
    const carryforwards = { ...caseOf().carryforwards, minimumTaxCredit: 12_000 }
    const of = at(50, { lots, carryforwards, incomes: [incomeOf(2026, { wages: 300_000 })] })
    // 43 of difference a share at 15 cents is 6.45: 4,080 needs 633 shares
    expect(release(of)?.sells).toEqual([{ lot: 'thick', on: '2026-03-04', shares: 633, price: 50 }])
  })
})

test('lots that must wait, and until when', () => {
  const lots = [lotOf(), lotOf({ id: 'new', exercised: '2026-05-05', shares: 10 })]
  expect(notYetBy(at(50, { lots }), 2026)).toEqual([{ lot: 'new', from: '2027-05-06' }])
  expect(notYetBy(at(50, { lots }), 2025)).toEqual([{ lot: 'l1', from: '2026-03-04' }])
  expect(notYetBy(at(50, { lots }), 2027)).toEqual([])
})
