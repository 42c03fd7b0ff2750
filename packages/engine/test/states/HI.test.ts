/** Hawaii: bracket edges, deduction and exemptions, the rate on gain, and a second working. */
import { describe, expect, test } from 'vitest'
import { hawaii } from '../statute/states/HI.ts'
import { rowOf, stateOf } from './states.ts'
import { agreesWith } from './taxpayers.ts'

const summaryOf = (year: number, x: object) => stateOf(rowOf('HI', year, x)).summary
const taxOf = (year: number, x: object): number => summaryOf(year, x).tax

// Edges of a single filer, tax at them, rate below and above
const of2024 = [
  [2_400, 33.6, 0.014, 0.032],
  [4_800, 110.4, 0.032, 0.055],
  [9_600, 374.4, 0.055, 0.064],
  [14_400, 681.6, 0.064, 0.068],
  [19_200, 1_008, 0.068, 0.072],
  [24_000, 1_353.6, 0.072, 0.076],
  [36_000, 2_265.6, 0.076, 0.079],
  [48_000, 3_213.6, 0.079, 0.0825],
  [150_000, 11_628.6, 0.0825, 0.09],
  [175_000, 13_878.6, 0.09, 0.1],
  [200_000, 16_378.6, 0.1, 0.11],
] as const
const from2025 = [
  [9_600, 134.4, 0.014, 0.032],
  [14_400, 288, 0.032, 0.055],
  [19_200, 552, 0.055, 0.064],
  [24_000, 859.2, 0.064, 0.068],
  [36_000, 1_675.2, 0.068, 0.072],
  [48_000, 2_539.2, 0.072, 0.076],
  [125_000, 8_391.2, 0.076, 0.079],
  [175_000, 12_341.2, 0.079, 0.0825],
  [225_000, 16_466.2, 0.0825, 0.09],
  [275_000, 20_966.2, 0.09, 0.1],
  [325_000, 25_966.2, 0.1, 0.11],
] as const
// Deduction and exemptions before 2026 and in 2026, and the share of the edges
const statuses = [
  ['single', 5_544, 9_144, 1],
  ['mfj', 11_088, 18_288, 2],
  ['mfs', 5_544, 9_144, 1],
  ['hoh', 7_568, 13_144, 1.5],
  ['qss', 9_944, 17_144, 2],
] as const

describe('Hawaii', () => {
  const cases = [2024, 2025, 2026].flatMap((year) =>
    statuses.flatMap(([status, before, in2026, share]) =>
      (year === 2024 ? of2024 : from2025).map(
        ([edge, tax, below, above]) =>
          [year, status, year === 2026 ? in2026 : before, edge * share, tax * share, below, above] as const,
      ),
    ),
  )
  test.each(cases)(
    '%i %s: after %i, %i of taxable income is taxed %d',
    (year, status, off, edge, tax, below, above) => {
      const at = (income: number): number => taxOf(year, { status, wages: off + income })
      expect(at(edge - 1)).toBeCloseTo(tax - below, 6)
      expect(at(edge)).toBeCloseTo(tax, 6)
      expect(at(edge + 1)).toBeCloseTo(tax + above, 6)
    },
  )

  test('1,144 for each dependent and each filer of 65', () => {
    expect(summaryOf(2025, { wages: 100_000, dependents: 2 }).taxableIncome).toBe(100_000 - 4_400 - 3_432)
    const aged = { status: 'mfj', wages: 100_000, age: 65, spouseAge: 64 }
    expect(summaryOf(2025, aged).taxableIncome).toBe(100_000 - 8_800 - 3_432)
  })

  test('net capital gain is taxed at 7.25 % at most', () => {
    // 2025: 125,000 at the usual rates and 100,000 of gain
    expect(taxOf(2025, { wages: 130_544, longTermGain: 100_000 })).toBeCloseTo(8_391.2 + 7_250, 6)
    // A short-term loss is taken off first; a short-term gain has no part in it
    expect(taxOf(2025, { wages: 130_544, longTermGain: 100_000, shortTermGain: -40_000 })).toBeCloseTo(12_741.2, 6)
    expect(taxOf(2025, { wages: 130_544, shortTermGain: 100_000 })).toBeCloseTo(16_466.2, 6)
    // Nothing but gain: 48,000 stays at the usual rates, 24,000 in 2024
    expect(taxOf(2025, { longTermGain: 105_544 })).toBeCloseTo(2_539.2 + 3_770, 6)
    expect(taxOf(2024, { longTermGain: 105_544 })).toBeCloseTo(1_353.6 + 5_510, 6)
    expect(taxOf(2024, { status: 'mfj', longTermGain: 111_088 })).toBeCloseTo(2_707.2 + 3_770, 6)
    expect(taxOf(2024, { status: 'hoh', longTermGain: 107_568 })).toBeCloseTo(2_030.4 + 4_640, 6)
    // Below the rate, gain is taxed as other income
    expect(taxOf(2025, { longTermGain: 53_544 })).toBeCloseTo(2_539.2, 6)
    expect(taxOf(2025, { wages: 20_000, longTermGain: 20_000 })).toBe(taxOf(2025, { wages: 40_000 }))
  })

  test('no income, less than none, and the spread', () => {
    expect(taxOf(2025, {})).toBe(0)
    expect(taxOf(2025, { shortTermGain: -90_000 })).toBe(0)
    expect(taxOf(2025, { wages: 90_000, isoSpread: 900_000 })).toBe(taxOf(2025, { wages: 90_000 }))
  })

  test('a second working agrees', () => agreesWith('HI', hawaii))
})
