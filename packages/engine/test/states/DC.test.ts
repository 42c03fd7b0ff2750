/** District of Columbia: bracket edges, the standard deduction, gain under section 1202, and a second working. */
import { describe, expect, test } from 'vitest'
import { districtOfColumbia } from '../statute/states/DC.ts'
import { rowOf, stateOf } from './states.ts'
import { agreesWith } from './taxpayers.ts'

const taxOf = (year: number, x: object): number => stateOf(rowOf('DC', year, x)).summary.tax

// 400; 6 % of 30,000; 6.5 % of 20,000; 8.5 % of 190,000; 9.25 % of 250,000; 9.75 % of 500,000
const edges = [
  [10_000, 400, 0.04, 0.06],
  [40_000, 2_200, 0.06, 0.065],
  [60_000, 3_500, 0.065, 0.085],
  [250_000, 19_650, 0.085, 0.0925],
  [500_000, 42_775, 0.0925, 0.0975],
  [1_000_000, 91_525, 0.0975, 0.1075],
] as const
const deductions = [
  [2024, 'single', 14_600],
  [2024, 'mfj', 29_200],
  [2024, 'mfs', 14_600],
  [2024, 'hoh', 21_900],
  [2024, 'qss', 29_200],
  [2025, 'single', 15_000],
  [2025, 'mfj', 30_000],
  [2025, 'mfs', 15_000],
  [2025, 'hoh', 22_500],
  [2025, 'qss', 30_000],
  [2026, 'single', 15_000],
  [2026, 'mfj', 30_000],
  [2026, 'mfs', 15_000],
  [2026, 'hoh', 22_500],
  [2026, 'qss', 30_000],
] as const

describe('District of Columbia', () => {
  test.each(deductions)('%i %s: nothing up to %i, then every bracket', (year, status, deduction) => {
    expect(taxOf(year, { status, wages: deduction })).toBe(0)
    expect(taxOf(year, { status, wages: deduction + 1 })).toBeCloseTo(0.04, 8)
    for (const [edge, tax, below, above] of edges) {
      expect(taxOf(year, { status, wages: deduction + edge - 1 })).toBeCloseTo(tax - below, 6)
      expect(taxOf(year, { status, wages: deduction + edge })).toBeCloseTo(tax, 6)
      expect(taxOf(year, { status, wages: deduction + edge + 1 })).toBeCloseTo(tax + above, 6)
    }
  })

  // A couple of 65 in 2025: 30,000 + 2 x 1,600 = 33,200
  test.each([
    [2024, { age: 65 }, 16_550],
    [2025, { age: 65 }, 17_000],
    [2026, { age: 65 }, 17_050],
    [2025, { status: 'mfj', age: 65, spouseAge: 67 }, 33_200],
    [2025, { status: 'mfs', age: 65, blind: true }, 18_200],
  ])('%i: age and blindness %j make the deduction %i', (year, x, deduction) =>
    expect(stateOf(rowOf('DC', year, { wages: 90_000, ...x })).summary['deduction']).toBe(deduction),
  )

  test('gain excluded under section 1202 is added from 2025', () => {
    const with1202 = (year: number) =>
      stateOf(rowOf('DC', year, { wages: 90_000 }), { smallBusinessStockExcluded: 10_000 }).summary.taxableIncome
    expect(with1202(2024)).toBe(90_000 - 14_600)
    expect(with1202(2025)).toBe(100_000 - 15_000)
  })

  test('no income, and less than none; dependents and the spread change nothing', () => {
    expect(taxOf(2025, {})).toBe(0)
    expect(taxOf(2025, { shortTermGain: -90_000 })).toBe(0)
    expect(taxOf(2025, { wages: 9e5, isoSpread: 9e5, dependents: 3 })).toBe(taxOf(2025, { wages: 9e5 }))
  })

  test('a second working agrees', () => agreesWith('DC', districtOfColumbia))
})
