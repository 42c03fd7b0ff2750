/** Maine: bracket edges, the surcharge, deductions and exemptions that fall, the credit for dependents, a second working. */
import { describe, expect, test } from 'vitest'
import { maine } from '../statute/states/ME.ts'
import { rowOf, stateOf } from './states.ts'
import { agreesWith } from './taxpayers.ts'

const returnOf = (year: number, x: object) => stateOf(rowOf('ME', year, x)).summary
const figureOf = (name: string, year: number, x: object) => returnOf(year, x)[name] as number
const taxOf = (year: number, x: object): number => returnOf(year, x).tax

describe('Maine', () => {
  // What comes off in full, and the first edge with 5.8 % of it
  test.each([
    [2024, 'single', 19_600, 26_050, 1_510.9],
    [2024, 'mfj', 39_200, 52_100, 3_021.8],
    [2024, 'mfs', 19_600, 26_050, 1_510.9],
    [2024, 'hoh', 26_900, 39_050, 2_264.9],
    [2024, 'qss', 34_200, 52_100, 3_021.8],
    [2025, 'single', 20_150, 26_800, 1_554.4],
    [2025, 'mfj', 40_300, 53_600, 3_108.8],
    [2025, 'mfs', 20_150, 26_800, 1_554.4],
    [2025, 'hoh', 27_650, 40_200, 2_331.6],
    [2025, 'qss', 35_150, 53_600, 3_108.8],
    [2026, 'single', 21_000, 27_400, 1_589.2],
    [2026, 'mfj', 42_000, 54_850, 3_181.3],
    [2026, 'mfs', 21_000, 27_400, 1_589.2],
    [2026, 'hoh', 28_850, 41_100, 2_383.8],
    [2026, 'qss', 36_700, 54_850, 3_181.3],
  ])('%i %s: nothing up to %i, then the first edge', (year, status, off, edge, tax) => {
    const at = (taxable: number): number => taxOf(year, { status, wages: off + taxable })
    expect([at(-1), at(0)]).toEqual([0, 0])
    expect(at(1)).toBeCloseTo(0.058, 8)
    expect(at(edge - 1)).toBeCloseTo(tax - 0.058, 8)
    expect(at(edge)).toBeCloseTo(tax, 8)
    expect(at(edge + 1)).toBeCloseTo(tax + 0.0675, 8)
  })

  // The second edge, below the fall of the deduction: 1,510.90 and 35,550 at 6.75 %, and so on
  test.each([
    [2024, 'single', 19_600, 61_600, 3_910.525],
    [2024, 'mfj', 39_200, 123_250, 7_824.425],
    [2024, 'hoh', 26_900, 92_450, 5_869.4],
    [2025, 'single', 20_150, 63_450, 4_028.275],
    [2025, 'mfj', 40_300, 126_900, 8_056.55],
    [2025, 'hoh', 27_650, 95_150, 6_040.725],
    [2026, 'single', 21_000, 64_850, 4_117.075],
    [2026, 'mfj', 42_000, 129_750, 8_237.05],
    [2026, 'hoh', 28_850, 97_300, 6_177.3],
  ])('%i %s: the second edge', (year, status, off, edge, tax) => {
    const at = (taxable: number): number => taxOf(year, { status, wages: off + taxable })
    expect(at(edge - 1)).toBeCloseTo(tax - 0.0675, 8)
    expect(at(edge)).toBeCloseTo(tax, 8)
    expect(at(edge + 1)).toBeCloseTo(tax + 0.0715, 8)
  })

  // Nothing is left of deduction and exemptions: taxable income is income
  test.each([
    ['single', 1_000_000],
    ['mfj', 1_500_000],
    ['mfs', 750_000],
    ['hoh', 1_500_000],
    ['qss', 1_500_000],
  ])('2026 %s: 9.15 % above %i, in 2025 7.15 %', (status, edge) => {
    const at = (year: number, wages: number): number => taxOf(year, { status, wages })
    expect(at(2026, edge) - at(2026, edge - 1)).toBeCloseTo(0.0715, 6)
    expect(at(2026, edge + 1) - at(2026, edge)).toBeCloseTo(0.0915, 6)
    expect(at(2025, edge + 1) - at(2025, edge)).toBeCloseTo(0.0715, 6)
  })

  test.each([
    [2024, 'single', 14_600, 97_150, 75_000],
    [2024, 'mfj', 29_200, 194_300, 150_000],
    [2024, 'hoh', 21_900, 145_750, 112_500],
    [2025, 'mfs', 15_000, 100_000, 75_000],
    [2025, 'qss', 30_000, 200_050, 150_000],
    [2025, 'hoh', 22_500, 150_000, 112_500],
    [2026, 'single', 15_700, 102_250, 75_000],
    [2026, 'mfj', 31_400, 204_550, 150_000],
    [2026, 'hoh', 23_550, 153_400, 112_500],
  ])('%i %s: the deduction of %i falls from %i on', (year, status, full, start, width) => {
    const at = (wages: number) => figureOf('deduction', year, { status, wages })
    expect(at(start)).toBe(full)
    expect(at(start + 1)).toBeCloseTo(full - full / width, 8)
    expect(at(start + width / 2)).toBeCloseTo(full / 2, 8)
    expect(at(start + width)).toBe(0)
    expect(at(start + width + 1)).toBe(0)
  })

  test.each([
    [2024, 'single', 5_000, 323_900, 125_000],
    [2024, 'mfj', 10_000, 388_650, 125_000],
    [2024, 'mfs', 5_000, 194_325, 62_500],
    [2024, 'hoh', 5_000, 356_300, 125_000],
    [2025, 'single', 5_150, 333_450, 125_000],
    [2025, 'mfj', 10_300, 400_100, 125_000],
    [2025, 'mfs', 5_150, 200_050, 62_500],
    [2025, 'qss', 5_150, 400_100, 125_000],
    [2026, 'single', 5_300, 341_000, 125_000],
    [2026, 'mfj', 10_600, 409_150, 125_000],
    [2026, 'mfs', 5_300, 204_575, 62_500],
    [2026, 'hoh', 5_300, 375_050, 125_000],
  ])('%i %s: exemptions of %i fall from %i on', (year, status, full, start, width) => {
    const at = (wages: number) => figureOf('exemption', year, { status, wages })
    expect(at(start)).toBe(full)
    expect(at(start + width / 4)).toBeCloseTo(0.75 * full, 8)
    expect(at(start + width)).toBe(0)
    expect(at(start + width + 1)).toBe(0)
  })

  test('the addition for age and blindness', () => {
    const deduction = (year: number, x: object) => figureOf('deduction', year, { wages: 90_000, ...x })
    expect(deduction(2024, { age: 65, blind: true })).toBe(14_600 + 3_900)
    expect(deduction(2025, { status: 'mfj', age: 65, spouseAge: 65 })).toBe(30_000 + 3_200)
    expect(deduction(2026, { status: 'hoh', age: 65 })).toBe(23_550 + 2_050)
    expect(deduction(2026, { status: 'mfs', age: 65 })).toBe(15_700 + 1_650)
  })

  test('the credit for dependents falls in steps', () => {
    const credit = (year: number, x: object) => figureOf('dependentCredit', year, { dependents: 2, ...x })
    expect(credit(2024, { wages: 200_000 })).toBe(600)
    expect(credit(2024, { wages: 200_001 })).toBe(592.5)
    expect(credit(2024, { wages: 201_000 })).toBe(592.5)
    expect(credit(2024, { wages: 201_001 })).toBe(585)
    expect(credit(2024, { status: 'mfj', wages: 400_001 })).toBe(592.5)
    for (const status of ['mfs', 'hoh', 'qss']) {
      expect(credit(2024, { status, wages: 200_000 })).toBe(600)
      expect(credit(2024, { status, wages: 200_001 })).toBe(592.5)
      expect(credit(2024, { status, wages: 201_000 })).toBe(592.5)
      expect(credit(2024, { status, wages: 201_001 })).toBe(585)
    }
    expect(credit(2025, { wages: 100_000 })).toBe(610)
    expect(credit(2025, { wages: 100_500 })).toBe(590)
    expect(credit(2025, { wages: 100_501 })).toBe(570)
    expect(credit(2025, { wages: 300_000 })).toBe(0)
    expect(credit(2025, { status: 'mfj', wages: 150_001 })).toBe(590)
    expect(credit(2025, { status: 'mfs', wages: 75_001 })).toBe(590)
    expect(credit(2025, { status: 'hoh', wages: 125_001 })).toBe(590)
    expect(credit(2026, { status: 'qss', wages: 150_001 })).toBe(590)
    // 5.8 % of 1,000 is 58: none of the credit is paid out
    expect(taxOf(2025, { wages: 21_150, dependents: 1 })).toBe(0)
  })

  test('no income, and less than none', () => {
    expect(taxOf(2025, {})).toBe(0)
    expect(taxOf(2025, { shortTermGain: -90_000 })).toBe(0)
  })

  test('the spread and the kind of gain change nothing', () => {
    const tax = taxOf(2026, { wages: 200_000, shortTermGain: 50_000 })
    expect(taxOf(2026, { wages: 200_000, longTermGain: 50_000, isoSpread: 300_000 })).toBe(tax)
  })

  test('a second working agrees', () => agreesWith('ME', maine))
})
