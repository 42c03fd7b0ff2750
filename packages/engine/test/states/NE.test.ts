/** Nebraska: bracket edges, deductions, the credit for persons, the limit by federal tax, and a second working. */
import { describe, expect, test } from 'vitest'
import { figureReturn } from '../../src/return.ts'
import { lawFor } from '../laws.ts'
import { nebraska } from '../statute/states/NE.ts'
import { rowOf, stateOf } from './states.ts'
import { agreesWith } from './taxpayers.ts'

const returnOf = (year: number, x: object) => stateOf(rowOf('NE', year, x)).summary
const figureOf = (name: string, year: number, x: object) => returnOf(year, x)[name] as number

// Year, status, standard deduction, then each edge with the tax there as the rate schedules print it, and the rate above
const single24 = [
  2024,
  'single',
  8_350,
  [3_900, 95.94, 3.51],
  [23_370, 779.34, 5.01],
  [37_670, 1_495.77, 5.84],
] as const
const single25 = [2025, 'single', 8_600, [4_030, 99.14, 3.51], [24_120, 804.3, 5.01], [38_870, 1_543.28, 5.2]] as const
const single26 = [
  2026,
  'single',
  8_850,
  [4_130, 101.6, 3.51],
  [24_760, 825.71, 4.55],
  [39_900, 1_514.58, 4.55],
] as const
const joint24 = [
  2024,
  'mfj',
  16_700,
  [7_790, 191.63, 3.51],
  [46_760, 1_559.48, 5.01],
  [75_340, 2_991.34, 5.84],
] as const
const joint25 = [2025, 'mfj', 17_200, [8_040, 197.78, 3.51], [48_250, 1_609.15, 5.01], [77_730, 3_086.1, 5.2]] as const
const joint26 = [
  2026,
  'mfj',
  17_700,
  [8_250, 202.95, 3.51],
  [49_530, 1_651.88, 4.55],
  [79_800, 3_029.16, 4.55],
] as const

describe('Nebraska', () => {
  const printed = [single24, single25, single26, joint24, joint25, joint26]
  test.each([
    ...printed,
    ...[single24, single25, single26].map(([year, , ...rest]) => [year, 'mfs', ...rest] as const),
    ...[joint24, joint25, joint26].map(([year, , ...rest]) => [year, 'qss', ...rest] as const),
    // 178.84 and 3.51 % of 30,130, 1,057.56; 5.01 % of 18,450, 924.35
    [2024, 'hoh', 12_250, [7_270, 178.84, 3.51], [37_400, 1_236.4, 5.01], [55_850, 2_160.75, 5.84]],
    [2025, 'hoh', 12_600, [7_510, 184.75, 3.51], [38_590, 1_275.66, 5.01], [57_630, 2_229.56, 5.2]],
    [2026, 'hoh', 12_950, [7_700, 189.42, 3.51], [39_620, 1_309.81, 4.55], [59_160, 2_198.88, 4.55]],
  ] as const)('%i %s: edges above the standard deduction of %i', (year, status, deduction, ...edges) => {
    const at = (taxable: number, name = 'scheduleTax') => figureOf(name, year, { status, wages: deduction + taxable })
    expect(at(-1, 'taxableIncome')).toBe(0)
    expect(at(1, 'taxableIncome')).toBe(1)
    let below = 2.46
    for (const [edge, tax, above] of edges) {
      const exact = at(edge)
      // The printed amounts are rounded to cents, each on the one before
      expect(Math.abs(exact - tax)).toBeLessThan(0.02)
      expect(at(edge - 1)).toBeCloseTo(exact - below / 100, 8)
      expect(at(edge + 1)).toBeCloseTo(exact + above / 100, 8)
      below = above
    }
  })

  // 2.46 % of 4,030; 3.51 % of 20,090; 5.01 % of 14,750; 5.2 % of 61,130: 99.138 + 705.159 + 738.975 + 3,178.76
  test.each([
    ['single', { wages: 108_600 }, 4_722.032 - 171],
    ['with two dependents', { wages: 108_600, dependents: 2 }, 4_722.032 - 3 * 171],
    // 2,000 more deduction at 5.2 %
    ['65 or older', { wages: 108_600, age: 65 }, 4_722.032 - 104 - 171],
  ])('2025, 100,000 above the deduction: %s', (_, x, tax) => expect(returnOf(2025, x).tax).toBeCloseTo(tax, 6))

  test('the addition for age and blindness', () => {
    const deduction = (year: number, x: object) => figureOf('deduction', year, { wages: 90_000, ...x })
    expect(deduction(2024, { age: 65, blind: true })).toBe(8_350 + 3_900)
    expect(deduction(2025, { status: 'mfj', age: 65, spouseAge: 65 })).toBe(17_200 + 3_300)
    expect(deduction(2026, { status: 'hoh', age: 65 })).toBe(12_950 + 2_050)
    expect(deduction(2026, { status: 'mfs', age: 65 })).toBe(8_850 + 1_700)
  })

  const itemizing = (stateAndLocalTaxes: number, mortgageInterest: number) => ({
    ...{ wages: 150_000, deductionChoice: 'itemized' },
    itemized: { stateAndLocalTaxes, realEstateTaxes: 0, mortgageInterest, charityCash: 0, charityStock: 0 },
  })

  test('itemized deductions come without state income tax, all that was paid', () => {
    expect(figureOf('deduction', 2025, itemizing(9_000, 20_000))).toBe(20_000)
    // 2024: 10,000 of 14,000 deducted, 14,000 off: 30,000 - 14,000
    expect(figureOf('deduction', 2024, itemizing(14_000, 20_000))).toBe(16_000)
    expect(figureOf('deduction', 2025, itemizing(20_000, 5_000))).toBe(8_600)
    // A federal standard deduction: no choice
    expect(figureOf('deduction', 2025, { ...itemizing(0, 12_000), deductionChoice: 'standard' })).toBe(8_600)
  })

  test('no more than the federal tax before credits', () => {
    // Gain that the federal return of 2025 taxes at nothing: 60,000 less 15,750, up to 48,350
    expect(returnOf(2025, { longTermGain: 60_000 }).tax).toBe(0)
    // 1,750 of it at 15 %: 262.50, against about 2,000 of Nebraska
    expect(returnOf(2025, { longTermGain: 65_850 }).tax).toBeCloseTo(262.5, 8)
    expect(returnOf(2025, { longTermGain: 265_850 }).tax).toBeGreaterThan(10_000)
  })

  test('no income, and less than none', () => {
    expect(returnOf(2025, {}).tax).toBe(0)
    expect(returnOf(2025, { shortTermGain: -90_000 }).tax).toBe(0)
  })

  test('the spread and the kind of gain change nothing', () => {
    const { tax } = returnOf(2025, { wages: 200_000, shortTermGain: 50_000 })
    expect(returnOf(2025, { wages: 200_000, longTermGain: 50_000, isoSpread: 300_000 }).tax).toBe(tax)
  })

  test('a second working agrees', () =>
    agreesWith('NE', (x) => nebraska(x, figureReturn(x.facts, lawFor(x.year, x.status)).form1040.line18)))
})
