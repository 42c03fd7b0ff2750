/** Rhode Island: bracket edges, the steps that take deduction and exemptions away, and a second working. */
import { describe, expect, test } from 'vitest'
import { rhodeIsland } from '../statute/states/RI.ts'
import { rowOf, stateOf } from './states.ts'
import { agreesWith } from './taxpayers.ts'

const summaryOf = (year: number, x: object) => stateOf(rowOf('RI', year, x)).summary
const taxOf = (year: number, x: object): number => summaryOf(year, x).tax

describe('Rhode Island', () => {
  // Standard deduction and the exemptions of the filers; the edges and the tax there. 2024: 3.75 % of 77,450 is 2,904.375,
  // 4.75 % of 98,600 more 4,683.50; 2025: 2,996.25 and 4,833.125; 2026: 3,076.875 and 4,959
  test.each([
    [2024, 'single', 10_550 + 4_950],
    [2024, 'mfj', 21_150 + 9_900],
    [2024, 'mfs', 10_575 + 4_950],
    [2024, 'hoh', 15_850 + 4_950],
    [2024, 'qss', 21_150 + 4_950],
    [2025, 'single', 10_900 + 5_100],
    [2025, 'mfj', 21_800 + 10_200],
    [2025, 'mfs', 10_900 + 5_100],
    [2025, 'hoh', 16_350 + 5_100],
    [2025, 'qss', 21_800 + 5_100],
    [2026, 'single', 11_200 + 5_250],
    [2026, 'mfj', 22_400 + 10_500],
    [2026, 'mfs', 11_200 + 5_250],
    [2026, 'hoh', 16_800 + 5_250],
    [2026, 'qss', 22_400 + 5_250],
  ])('%i %s: the tiers begin after %i', (year, status, off) => {
    const [second, third, first, more] =
      year === 2024
        ? [77_450, 176_050, 2_904.375, 4_683.5]
        : year === 2025
          ? [79_900, 181_650, 2_996.25, 4_833.125]
          : [82_050, 186_450, 3_076.875, 4_959]
    const at = (income: number): number => taxOf(year, { status, wages: off + income })
    expect(at(0)).toBe(0)
    expect(at(1)).toBeCloseTo(0.0375, 8)
    expect(at(second - 1)).toBeCloseTo(first - 0.0375, 8)
    expect(at(second)).toBeCloseTo(first, 8)
    expect(at(second + 1)).toBeCloseTo(first + 0.0475, 8)
    expect(at(third - 1)).toBeCloseTo(first + more - 0.0475, 8)
    expect(at(third)).toBeCloseTo(first + more, 8)
    expect(at(third + 1)).toBeCloseTo(first + more + 0.0599, 8)
  })

  // The last dollar of each band, and what is kept of deduction and exemption of one person up to it
  test.each([
    [2024, [246_450, 253_500, 260_550, 267_600, 274_650], 15_500],
    [2025, [254_250, 261_500, 268_750, 276_000, 283_250], 16_000],
    [2026, [261_000, 268_450, 275_900, 283_350, 290_800], 16_450],
  ])('%i: a fifth of deduction and exemptions goes with each step', (year, ends, off) => {
    for (const [i, end] of ends.entries()) {
      const kept = (5 - i) / 5
      expect(end - summaryOf(year, { wages: end }).taxableIncome).toBeCloseTo(off * kept, 8)
      expect(end + 1 - summaryOf(year, { wages: end + 1 }).taxableIncome).toBeCloseTo(off * (kept - 0.2), 8)
    }
    expect(summaryOf(year, { wages: 900_000 }).taxableIncome).toBe(900_000)
  })

  test('an exemption for each dependent', () => {
    // 2025: 100,000 - 21,800 - 4 x 5,100 = 57,800
    expect(taxOf(2025, { status: 'mfj', wages: 100_000, dependents: 2 })).toBeCloseTo(2_167.5, 8)
  })

  test('no income, and less than none', () => {
    for (const year of [2024, 2025, 2026]) {
      expect(taxOf(year, {})).toBe(0)
      expect(taxOf(year, { shortTermGain: -90_000 })).toBe(0)
    }
  })

  test('age, the spread and the kind of gain change nothing', () => {
    const tax = taxOf(2025, { wages: 150_000, shortTermGain: 50_000 })
    expect(taxOf(2025, { wages: 150_000, longTermGain: 50_000, isoSpread: 300_000, age: 70 })).toBe(tax)
  })

  test('a second working agrees', () => agreesWith('RI', rhodeIsland))
})
