/** North Dakota: bracket edges, the parts of gain and dividends that are not taxed, and a second working. */
import { describe, expect, test } from 'vitest'
import { northDakota } from '../statute/states/ND.ts'
import { rowOf, stateOf } from './states.ts'
import { agreesWith } from './taxpayers.ts'

const returnOf = (year: number, x: object) => stateOf(rowOf('ND', year, x)).summary
const taxOf = (year: number, x: object): number => returnOf(year, x).tax

describe('North Dakota', () => {
  // Federal standard deduction, the two edges, and the tax at the second: 1.95 % of what lies between
  test.each([
    [2024, 'single', 14_600, 47_150, 238_200, 3_725.475],
    [2024, 'mfj', 29_200, 78_775, 289_975, 4_118.4],
    [2024, 'mfs', 14_600, 39_375, 144_975, 2_059.2],
    [2024, 'hoh', 21_900, 63_175, 264_100, 3_918.0375],
    [2024, 'qss', 29_200, 78_775, 289_975, 4_118.4],
    [2025, 'single', 15_750, 48_475, 244_825, 3_828.825],
    [2025, 'mfj', 31_500, 80_975, 298_075, 4_233.45],
    [2025, 'mfs', 15_750, 40_475, 149_025, 2_116.725],
    [2025, 'hoh', 23_625, 64_950, 271_450, 4_026.75],
    [2025, 'qss', 31_500, 80_975, 298_075, 4_233.45],
    [2026, 'single', 16_100, 49_575, 250_400, 3_916.0875],
    [2026, 'mfj', 32_200, 82_800, 304_850, 4_329.975],
    [2026, 'mfs', 16_100, 41_400, 152_425, 2_164.9875],
    [2026, 'hoh', 24_150, 66_400, 277_600, 4_118.4],
    [2026, 'qss', 32_200, 82_800, 304_850, 4_329.975],
  ])('%i %s: edges above the federal deduction of %i', (year, status, deduction, first, second, tax) => {
    const at = (taxable: number): number => taxOf(year, { status, wages: deduction + taxable })
    expect([at(first - 1), at(first)]).toEqual([0, 0])
    expect(at(first + 1)).toBeCloseTo(0.0195, 8)
    expect(at(second - 1)).toBeCloseTo(tax - 0.0195, 8)
    expect(at(second)).toBeCloseTo(tax, 8)
    expect(at(second + 1)).toBeCloseTo(tax + 0.025, 8)
    expect(at(second + 100_000)).toBeCloseTo(tax + 2_500, 6)
  })

  test('two fifths of net long-term gain and of qualified dividends are not taxed', () => {
    const taxable = (x: object): number => returnOf(2025, { wages: 115_750, ...x }).taxableIncome
    expect(taxable({ longTermGain: 50_000 })).toBe(130_000)
    expect(taxable({ longTermGain: 50_000, shortTermGain: -20_000 })).toBe(118_000)
    expect(taxable({ longTermGain: 50_000, shortTermGain: 20_000 })).toBe(150_000)
    expect(taxable({ longTermGain: -50_000 })).toBe(97_000)
    expect(taxable({ ordinaryDividends: 10_000, qualifiedDividends: 6_000 })).toBe(107_600)
  })

  test('no income, and less than none', () => {
    expect(taxOf(2025, {})).toBe(0)
    expect(taxOf(2025, { shortTermGain: -90_000 })).toBe(0)
  })

  test('dependents and the spread change nothing', () =>
    expect(taxOf(2026, { wages: 200_000, isoSpread: 300_000, dependents: 2 })).toBe(taxOf(2026, { wages: 200_000 })))

  test('a second working agrees', () => agreesWith('ND', northDakota))
})
