/** Georgia: edges of the standard deduction, and a second working. */
import { describe, expect, test } from 'vitest'
import { georgia } from '../statute/states/GA.ts'
import { rowOf, stateOf } from './states.ts'
import { agreesWith } from './taxpayers.ts'

const taxOf = (year: number, x: object): number => stateOf(rowOf('GA', year, x)).summary.tax

describe('Georgia', () => {
  // The deduction of the status, as printed: one dollar over it is taxed at the rate
  test.each([
    [2024, 'single', 12_000, 0.0539],
    [2024, 'mfj', 24_000, 0.0539],
    [2024, 'mfs', 12_000, 0.0539],
    [2024, 'hoh', 12_000, 0.0539],
    [2024, 'qss', 12_000, 0.0539],
    [2025, 'single', 12_000, 0.0519],
    [2025, 'mfj', 24_000, 0.0519],
    [2025, 'mfs', 12_000, 0.0519],
    [2025, 'hoh', 12_000, 0.0519],
    [2025, 'qss', 12_000, 0.0519],
    [2026, 'single', 15_000, 0.0499],
    [2026, 'mfj', 30_000, 0.0499],
    [2026, 'mfs', 15_000, 0.0499],
    [2026, 'hoh', 15_000, 0.0499],
    [2026, 'qss', 30_000, 0.0499],
  ])('%i %s: nothing up to %i, then %d', (year, status, deduction, rate) => {
    expect(taxOf(year, { status, wages: deduction - 1 })).toBe(0)
    expect(taxOf(year, { status, wages: deduction })).toBe(0)
    expect(taxOf(year, { status, wages: deduction + 1 })).toBeCloseTo(rate, 10)
    expect(taxOf(year, { status, wages: deduction + 100_000 })).toBeCloseTo(100_000 * rate, 6)
  })

  // 100,000 - 12,000 - 2 x 4,000 = 80,000; 2026: 100,000 - 15,000 - 2 x 5,000 = 75,000
  test.each([
    [2024, 4_312],
    [2025, 4_152],
    [2026, 3_742.5],
  ])('%i: two dependents', (year, tax) => expect(taxOf(year, { wages: 100_000, dependents: 2 })).toBeCloseTo(tax, 6))

  test('no income, and less than none', () => {
    expect(taxOf(2025, {})).toBe(0)
    expect(taxOf(2025, { shortTermGain: -90_000 })).toBe(0)
  })

  test('age, the spread and the kind of gain change nothing', () => {
    const tax = taxOf(2025, { wages: 200_000, shortTermGain: 50_000 })
    expect(taxOf(2025, { wages: 200_000, longTermGain: 50_000, isoSpread: 300_000, age: 70 })).toBe(tax)
  })

  test('a second working agrees', () => agreesWith('GA', georgia))
})
