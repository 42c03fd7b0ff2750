/** Vermont: bracket edges, deductions, the exclusion of gain, the minimum tax, and a second working. */
import { describe, expect, test } from 'vitest'
import { vermont } from '../statute/states/VT.ts'
import { rowOf, stateOf } from './states.ts'
import { agreesWith } from './taxpayers.ts'

const summaryOf = (year: number, x: object) => stateOf(rowOf('VT', year, x)).summary
const taxOf = (year: number, x: object): number => summaryOf(year, x).tax

// Thresholds as the schedules print them, and what comes off income: standard deduction, exemption of the filers
const schedules = [
  [2024, 'single', [47_900, 116_000, 242_000], 7_400 + 5_100],
  [2024, 'mfj', [79_950, 193_300, 294_600], 14_850 + 10_200],
  [2024, 'mfs', [39_975, 96_650, 147_300], 7_400 + 5_100],
  [2024, 'hoh', [64_200, 165_700, 268_300], 11_100 + 5_100],
  [2024, 'qss', [79_950, 193_300, 294_600], 14_850 + 5_100],
  [2025, 'single', [49_400, 119_700, 249_700], 7_650 + 5_300],
  [2025, 'mfj', [82_500, 199_450, 304_000], 15_300 + 10_600],
  [2025, 'mfs', [41_250, 99_725, 152_000], 7_650 + 5_300],
  [2025, 'hoh', [66_200, 171_000, 276_850], 11_450 + 5_300],
  [2025, 'qss', [82_500, 199_450, 304_000], 15_300 + 5_300],
  [2026, 'single', [50_750, 122_850, 256_300], 7_850 + 5_400],
  [2026, 'mfj', [84_700, 204_750, 312_050], 15_700 + 10_800],
  [2026, 'mfs', [42_350, 102_375, 156_025], 7_850 + 5_400],
  [2026, 'hoh', [68_000, 175_500, 284_150], 11_800 + 5_400],
  [2026, 'qss', [84_700, 204_750, 312_050], 15_700 + 5_400],
] as const

describe('Vermont', () => {
  test.each(schedules)('%i %s: tiers of %j after %i', (year, status, [a, b, c], off) => {
    const at = (income: number): number => taxOf(year, { status, wages: off + income })
    const first = 0.0335 * a
    const second = first + 0.066 * (b - a)
    const third = second + 0.076 * (c - b)
    expect(at(0)).toBe(0)
    expect(at(1)).toBeCloseTo(0.0335, 8)
    for (const [edge, tax, below, above] of [
      [a, first, 0.0335, 0.066],
      [b, second, 0.066, 0.076],
      [c, third, 0.076, 0.0875],
    ] as const) {
      expect(at(edge - 1)).toBeCloseTo(tax - below, 6)
      expect(at(edge)).toBeCloseTo(tax, 6)
      expect(at(edge + 1)).toBeCloseTo(tax + above, 6)
    }
  })

  // The tax that the schedules print at the thresholds, in whole dollars
  test.each([
    [2024, 'single', 12_500, [1_605, 6_099, 15_675]],
    [2025, 'single', 12_950, [1_655, 6_295, 16_175]],
    [2025, 'mfj', 25_900, [2_764, 10_482, 18_428]],
    [2025, 'mfs', 12_950, [1_382, 5_241, 9_214]],
    [2025, 'hoh', 16_750, [2_218, 9_135, 17_179]],
    [2026, 'single', 13_250, [1_700, 6_459, 16_601]],
    [2026, 'hoh', 17_200, [2_278, 9_373, 17_630]],
  ])('%i %s: the tax printed at each threshold', (year, status, off, taxes) => {
    const thresholds = schedules.find(([y, s]) => y === year && s === status)?.[2] ?? []
    const figured = thresholds.map((threshold) => Math.round(taxOf(year, { status, wages: off + threshold })))
    expect(figured).toEqual(taxes)
  })

  test('5,000 of net capital gain is not taxed, at most 40 % of federal taxable income', () => {
    const excluded = (x: object) => summaryOf(2025, x)['gainExclusion']
    expect(excluded({ wages: 100_000, longTermGain: 4_999 })).toBe(4_999)
    expect(excluded({ wages: 100_000, longTermGain: 900_000 })).toBe(5_000)
    expect(excluded({ wages: 100_000, longTermGain: 9_000, shortTermGain: -6_000 })).toBe(3_000)
    expect(excluded({ wages: 100_000, shortTermGain: 50_000 })).toBe(0)
    expect(excluded({ wages: 100_000, longTermGain: -50_000 })).toBe(0)
    // 40 % of 12,500 is 5,000: the deduction of 15,750 and 12,500 are 28,250
    expect(excluded({ wages: 18_250, longTermGain: 10_000 })).toBe(5_000)
    expect(excluded({ wages: 18_240, longTermGain: 10_000 })).toBeCloseTo(4_996, 8)
    expect(excluded({ wages: 5_000, longTermGain: 10_000 })).toBe(0)
    // 112,950 + 55,000 - 5,000 - 12,950 = 150,000: 6,294.70 and 7.6 % of 30,300
    expect(taxOf(2025, { wages: 112_950, longTermGain: 55_000 })).toBeCloseTo(8_597.5, 8)
  })

  test('3 % of more than 150,000 at least', () => {
    // Thirty dependents of 5,300: 150,000 - 159,000 - 12,950 leaves nothing
    expect(taxOf(2025, { wages: 150_000, dependents: 30 })).toBe(0)
    expect(taxOf(2025, { wages: 150_001, dependents: 30 })).toBeCloseTo(4_500.03, 8)
    expect(taxOf(2026, { wages: 200_000, dependents: 40 })).toBe(6_000)
    const { regularTax, tax, minimumTax } = summaryOf(2025, { wages: 200_000 }) as Record<string, number>
    expect(minimumTax).toBe(6_000)
    expect(tax).toBe(regularTax)
  })

  test('further deduction for age and blindness, exemption for dependents', () => {
    const taxable = (year: number, x: object): number => summaryOf(year, { wages: 100_000, ...x }).taxableIncome
    expect(taxable(2024, { age: 65 })).toBe(100_000 - 12_500 - 1_200)
    expect(taxable(2025, { age: 65, blind: true })).toBe(100_000 - 12_950 - 2_500)
    expect(taxable(2026, { blind: true })).toBe(100_000 - 13_250 - 1_300)
    expect(taxable(2025, { dependents: 2 })).toBe(100_000 - 12_950 - 10_600)
  })

  test('no income, less than none, and the spread', () => {
    for (const year of [2024, 2025, 2026]) {
      expect(taxOf(year, {})).toBe(0)
      expect(taxOf(year, { shortTermGain: -90_000 })).toBe(0)
      expect(taxOf(year, { wages: 90_000, isoSpread: 300_000 })).toBe(taxOf(year, { wages: 90_000 }))
    }
  })

  test('a second working agrees', () => agreesWith('VT', vermont))
})
