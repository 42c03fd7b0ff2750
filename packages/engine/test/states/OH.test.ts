/** Ohio: the jumps of its brackets, exemptions, and a second working. */
import { describe, expect, test } from 'vitest'
import { ohio } from '../statute/states/OH.ts'
import { rowOf, stateOf } from './states.ts'
import { agreesWith } from './taxpayers.ts'

const summaryOf = (year: number, x: object) => stateOf(rowOf('OH', year, x)).summary
const taxOf = (year: number, x: object): number => summaryOf(year, x).tax

describe('Ohio', () => {
  // One exemption of 2,400: 28,450 of wages is 26,050 of taxable income, and a dollar more costs the amount whole
  test.each([
    [2024, 360.69],
    [2025, 342],
    [2026, 332],
  ])('%i: nothing on 26,050, then %d at once', (year, amount) => {
    for (const status of ['single', 'mfs', 'hoh', 'qss']) {
      expect(taxOf(year, { status, wages: 28_449 })).toBe(0)
      expect(taxOf(year, { status, wages: 28_450 })).toBe(0)
      expect(taxOf(year, { status, wages: 28_451 })).toBeCloseTo(amount + 0.0275, 8)
    }
    expect(taxOf(year, { status: 'mfj', wages: 30_850 })).toBe(0)
    expect(taxOf(year, { status: 'mfj', wages: 30_851 })).toBeCloseTo(amount + 0.0275, 8)
  })

  // 100,000 of taxable income: 2.75 % of 73,950 is 2,033.625; one exemption of 1,900 on top
  test.each([
    [2024, 2_394.315, 2_394.355],
    [2025, 2_375.625, 2_394.35125],
    [2026, 2_365.625, 2_365.6525],
  ])('%i: %d on 100,000, %d a dollar above', (year, at, above) => {
    expect(taxOf(year, { wages: 101_899 })).toBeCloseTo(at - 0.0275, 8)
    expect(taxOf(year, { wages: 101_900 })).toBeCloseTo(at, 8)
    expect(taxOf(year, { wages: 101_901 })).toBeCloseTo(above, 8)
  })

  // 250,000 less 1,900 is 248,100: 148,100 at 3.5 %, 3.125 %; 222,050 at 2.75 %
  test.each([
    [2024, 7_577.82],
    [2025, 7_022.445],
    [2026, 6_438.375],
  ])('%i: %d on wages of 250,000', (year, tax) => expect(taxOf(year, { wages: 250_000 })).toBeCloseTo(tax, 8))

  test.each([
    [2024, 40_000, 4_800, 4_300],
    [2025, 80_000, 4_300, 3_800],
    [2024, 749_999, 3_800, 3_800],
    [2025, 749_999, 3_800, 0],
    [2026, 499_999, 3_800, 0],
  ])('%i: exemptions of two at %i are %i, a dollar above %i', (year, wages, at, above) => {
    expect(summaryOf(year, { wages, dependents: 1 })['exemption']).toBe(at)
    expect(summaryOf(year, { wages: wages + 1, dependents: 1 })['exemption']).toBe(above)
  })

  test('no income, and less than none; the spread and age change nothing', () => {
    expect(taxOf(2025, {})).toBe(0)
    expect(taxOf(2025, { shortTermGain: -90_000 })).toBe(0)
    expect(taxOf(2025, { wages: 9e5, isoSpread: 9e5, age: 70 })).toBe(taxOf(2025, { wages: 9e5 }))
  })

  test('a second working agrees', () => agreesWith('OH', ohio))
})
