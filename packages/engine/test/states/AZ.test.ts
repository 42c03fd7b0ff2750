/** Arizona: edges of the standard deduction, the subtraction of long-term gain, and a second working. */
import { describe, expect, test } from 'vitest'
import { arizona } from '../statute/states/AZ.ts'
import { rowOf, stateOf } from './states.ts'
import { agreesWith } from './taxpayers.ts'

const taxOf = (year: number, x: object): number => stateOf(rowOf('AZ', year, x)).summary.tax

describe('Arizona', () => {
  test.each([
    [2024, 'single', 14_600],
    [2024, 'mfj', 29_200],
    [2024, 'mfs', 14_600],
    [2024, 'hoh', 21_900],
    [2024, 'qss', 29_200],
    [2025, 'single', 15_750],
    [2025, 'mfj', 31_500],
    [2025, 'mfs', 15_750],
    [2025, 'hoh', 23_625],
    [2025, 'qss', 31_500],
    [2026, 'single', 16_100],
    [2026, 'mfj', 32_200],
    [2026, 'mfs', 16_100],
    [2026, 'hoh', 24_150],
    [2026, 'qss', 32_200],
  ])('%i %s: nothing up to %i, then 2.5 %', (year, status, deduction) => {
    expect(taxOf(year, { status, wages: deduction - 1 })).toBe(0)
    expect(taxOf(year, { status, wages: deduction })).toBe(0)
    expect(taxOf(year, { status, wages: deduction + 1 })).toBeCloseTo(0.025, 10)
    expect(taxOf(year, { status, wages: deduction + 100_000 })).toBeCloseTo(2_500, 8)
  })

  test('a quarter of net long-term gain is not taxed, a loss on short-term sales taken off it first', () => {
    // 115,750 + 100,000 - 25,000 - 15,750 = 175,000
    expect(taxOf(2025, { wages: 115_750, longTermGain: 100_000 })).toBeCloseTo(4_375, 8)
    // 115,750 + 60,000 - 15,000 - 15,750 = 145,000
    expect(taxOf(2025, { wages: 115_750, longTermGain: 100_000, shortTermGain: -40_000 })).toBeCloseTo(3_625, 8)
    // Short-term gain has no part in it: 115,750 + 140,000 - 25,000 - 15,750 = 215,000
    expect(taxOf(2025, { wages: 115_750, longTermGain: 100_000, shortTermGain: 40_000 })).toBeCloseTo(5_375, 8)
    // A net loss: 115,750 - 3,000 - 15,750 = 97,000
    expect(taxOf(2025, { wages: 115_750, longTermGain: -100_000 })).toBeCloseTo(2_425, 8)
  })

  // 2025: the federal senior deduction is 6,000 - 6 % of 40,750 = 3,555. 115,750 - 3,555 - 2,100 - 15,750 = 94,345
  test('2,100 for age and the federal senior deduction, 1,500 for blindness', () => {
    expect(taxOf(2024, { wages: 114_600, age: 65 })).toBeCloseTo(2_447.5, 8)
    expect(taxOf(2025, { wages: 115_750, age: 65 })).toBeCloseTo(2_358.625, 8)
    expect(taxOf(2025, { wages: 115_750, age: 64, blind: true })).toBeCloseTo(2_462.5, 8)
    expect(taxOf(2025, { wages: 115_750, age: 66, blind: true })).toBeCloseTo(2_321.125, 8)
  })

  test('no income, and less than none', () => {
    expect(taxOf(2025, {})).toBe(0)
    expect(taxOf(2025, { shortTermGain: -90_000 })).toBe(0)
  })

  test('a second working agrees', () => agreesWith('AZ', arizona))
})
