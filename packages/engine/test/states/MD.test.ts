/** Maryland: bracket edges, deduction, exemptions, the further tax on gain, and a second working. */
import { describe, expect, test } from 'vitest'
import { maryland } from '../statute/states/MD.ts'
import { rowOf, stateOf } from './states.ts'
import { agreesWith } from './taxpayers.ts'

const summaryOf = (year: number, x: object) => stateOf(rowOf('MD', year, x)).summary

// Taxable income, tax on it, rate below, rate above, and the exemption of a person at the income it takes
type Edge = readonly [number, number, number, number, number]
const low: readonly Edge[] = [
  [1_000, 20, 0.02, 0.03, 3_200],
  [2_000, 50, 0.03, 0.04, 3_200],
  [3_000, 90, 0.04, 0.0475, 3_200],
]
// 90 + 4.75 % of 97,000 = 4,697.50; 5 % of 25,000; 5.25 % of 25,000; 5.5 % of 100,000; 5.75 % of 250,000; 6.25 % of 500,000
const one: readonly Edge[] = [
  ...low,
  [100_000, 4_697.5, 0.0475, 0.05, 1_600],
  [125_000, 5_947.5, 0.05, 0.0525, 800],
  [150_000, 7_260, 0.0525, 0.055, 0],
  [250_000, 12_760, 0.055, 0.0575, 0],
]
// 90 + 4.75 % of 147,000 = 7,072.50; 5 % of 25,000; 5.25 % of 50,000; 5.5 % of 75,000; 5.75 % of 300,000; 6.25 % of 600,000
const joint: readonly Edge[] = [
  ...low,
  [150_000, 7_072.5, 0.0475, 0.05, 1_600],
  [175_000, 8_322.5, 0.05, 0.0525, 800],
  [225_000, 10_947.5, 0.0525, 0.055, 0],
  [300_000, 15_072.5, 0.055, 0.0575, 0],
]
const oneHigh: readonly Edge[] = [
  [500_000, 27_135, 0.0575, 0.0625, 0],
  [1_000_000, 58_385, 0.0625, 0.065, 0],
]
const jointHigh: readonly Edge[] = [
  [600_000, 32_322.5, 0.0575, 0.0625, 0],
  [1_200_000, 69_822.5, 0.0625, 0.065, 0],
]

const cases = [2024, 2025, 2026].flatMap((year) =>
  (['single', 'mfj', 'mfs', 'hoh', 'qss'] as const).flatMap((status) => {
    const alone = status === 'single' || status === 'mfs'
    const high = year === 2024 ? [] : alone ? oneHigh : jointHigh
    // At these incomes the deduction of 2024 is its least below 12,000 and its most above; low edges of 2024 stand apart
    const deduction = { 2024: [2_700, 5_450], 2025: [3_350, 6_700], 2026: [3_400, 6_850] }[year]?.[alone ? 0 : 1] ?? 0
    return [...(alone ? one : joint), ...high]
      .filter(([edge]) => year !== 2024 || edge > 3_000)
      .map((edge) => [year, status, deduction, ...edge] as const)
  }),
)

describe('Maryland', () => {
  test.each(cases)(
    '%i %s, deduction %i: %i of taxable income is taxed %d',
    (year, status, deduction, edge, tax, below, above, exemption) => {
      const wages = edge + deduction + exemption * (status === 'mfj' ? 2 : 1)
      expect(summaryOf(year, { status, wages: wages - 1 }).tax).toBeCloseTo(tax - below, 7)
      expect(summaryOf(year, { status, wages }).tax).toBeCloseTo(tax, 7)
      expect(summaryOf(year, { status, wages: wages + 1 }).tax).toBeCloseTo(tax + above, 7)
    },
  )

  // 2024, single, 1,800 and 3,200 off: 6,000 of income is 1,000 of taxable income
  test.each([
    [6_000, 20],
    [7_000, 50],
    [8_000, 90],
    [8_001, 90.0475],
  ])('2024: wages of %i are taxed %d', (wages, tax) => expect(summaryOf(2024, { wages }).tax).toBeCloseTo(tax, 8))

  // 15 % of income: 12,000 gives 1,800, 18,000 gives 2,700; joint 3,650 / 0.15 = 24,333.33, 5,450 / 0.15 = 36,333.33
  test.each([
    ['single', 11_999, 1_800],
    ['single', 12_000, 1_800],
    ['single', 12_001, 1_800.15],
    ['mfs', 17_999, 2_699.85],
    ['single', 18_000, 2_700],
    ['single', 18_001, 2_700],
    ['mfj', 24_333, 3_650],
    ['hoh', 24_334, 3_650.1],
    ['qss', 36_333, 5_449.95],
    ['mfj', 36_334, 5_450],
    ['single', 0, 1_800],
  ])('2024 %s: standard deduction at %i is %d', (status, wages, deduction) =>
    expect(summaryOf(2024, { status, wages })['deduction']).toBeCloseTo(deduction, 8),
  )

  test.each([
    ['single', 100_000, 3_200, 1_600],
    ['mfs', 125_000, 1_600, 800],
    ['single', 150_000, 800, 0],
    ['mfj', 150_000, 6_400, 3_200],
    ['hoh', 175_000, 1_600, 800],
    ['qss', 200_000, 800, 0],
  ])('%s: exemption at %i is %i, a dollar above %i', (status, wages, at, above) => {
    expect(summaryOf(2025, { status, wages })['exemption']).toBe(at)
    expect(summaryOf(2025, { status, wages: wages + 1 })['exemption']).toBe(above)
  })

  test('exemptions for dependents fall with the others, those for age and blindness do not', () => {
    expect(summaryOf(2025, { wages: 90_000, dependents: 2, age: 65, blind: true })['exemption']).toBe(11_600)
    expect(summaryOf(2025, { wages: 900_000, dependents: 2, age: 65, blind: true })['exemption']).toBe(2_000)
  })

  // 350,000 - 3,350 = 346,650: 12,760 + 5.75 % of 96,650 = 18,317.375
  test('net capital gain is taxed 2 % further above 350,000 of federal income, from 2025', () => {
    const at = { wages: 250_000, longTermGain: 100_000 }
    expect(summaryOf(2025, at)).toMatchObject({ surtax: 0, tax: expect.closeTo(18_317.375, 8) })
    const above = { ...at, wages: 250_001 }
    expect(summaryOf(2025, above)).toMatchObject({ surtax: 2_000, tax: expect.closeTo(20_317.4325, 8) })
    expect(summaryOf(2026, above)['surtax']).toBe(2_000)
    expect(summaryOf(2024, above)['surtax']).toBe(0)
    expect(summaryOf(2025, { ...above, shortTermGain: -40_000, wages: 300_000 })['surtax']).toBe(1_200)
    expect(summaryOf(2025, { wages: 300_000, shortTermGain: 100_000 })['surtax']).toBe(0)
    // All of the gain in adjusted gross income, also where taxable income is less
    expect(summaryOf(2025, { longTermGain: 1_000_000 })['surtax']).toBe(20_000)
  })

  test('no income, and less than none; the spread changes nothing', () => {
    expect(summaryOf(2025, {}).tax).toBe(0)
    expect(summaryOf(2024, { shortTermGain: -90_000 })).toMatchObject({ tax: 0, deduction: 1_800 })
    expect(summaryOf(2025, { wages: 9e5, isoSpread: 9e5 }).tax).toBe(summaryOf(2025, { wages: 9e5 }).tax)
  })

  test('a second working agrees', () => agreesWith('MD', maryland))
})
