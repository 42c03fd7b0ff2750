/** West Virginia: bracket edges, exemptions, age, and a second working. */
import { describe, expect, test } from 'vitest'
import { westVirginia } from '../statute/states/WV.ts'
import { rowOf, stateOf } from './states.ts'
import { agreesWith } from './taxpayers.ts'

const taxOf = (year: number, x: object): number => stateOf(rowOf('WV', year, x)).summary.tax

// Rates in percent, and the tax at 10,000, 25,000, 40,000 and 60,000 as the sections print it
const years = [
  [2024, [2.36, 3.15, 3.54, 4.72, 5.12], [236, 708.5, 1_239.5, 2_183.5]],
  [2025, [2.22, 2.96, 3.33, 4.44, 4.82], [222, 666, 1_165.5, 2_053.5]],
  [2026, [2.11, 2.81, 3.16, 4.22, 4.58], [211, 632.5, 1_106.5, 1_950.5]],
] as const
const edges = [10_000, 25_000, 40_000, 60_000]
const cases = years.flatMap(([year, percents, taxes]) =>
  ['single', 'mfj', 'mfs', 'hoh', 'qss'].flatMap((status) =>
    edges.map((edge, i) => [year, status, edge, taxes[i], percents[i], percents[i + 1]] as const),
  ),
)

describe('West Virginia', () => {
  test.each(cases)('%i %s: the tier up to %i', (year, status, edge, tax, below, above) => {
    const half = status === 'mfs' ? 2 : 1
    const wages = edge / half + (status === 'mfj' ? 4_000 : 2_000)
    const at = Number(tax) / half
    expect(taxOf(year, { status, wages: wages - 1 })).toBeCloseTo(at - Number(below) / 100, 8)
    expect(taxOf(year, { status, wages })).toBeCloseTo(at, 8)
    expect(taxOf(year, { status, wages: wages + 1 })).toBeCloseTo(at + Number(above) / 100, 8)
  })

  test('2,000 for each person, nothing else', () => {
    for (const year of [2024, 2025, 2026]) {
      expect(taxOf(year, { wages: 2_000 })).toBe(0)
      expect(taxOf(year, { wages: 2_001 })).toBeGreaterThan(0)
      expect(taxOf(year, { status: 'mfj', dependents: 3, wages: 10_000 })).toBe(0)
    }
    // 100,000 - 3 x 2,000 = 94,000: 2,053.50 and 4.82 % of 34,000
    expect(taxOf(2025, { wages: 100_000, dependents: 2 })).toBeCloseTo(3_692.3, 8)
  })

  test('8,000 for each filer of 65 or older', () => {
    expect(taxOf(2026, { wages: 70_000, age: 65 })).toBeCloseTo(1_950.5, 8)
    // 90,000 - 16,000 - 4,000 = 70,000
    const couple = { status: 'mfj', wages: 90_000, age: 66, spouseAge: 65 }
    expect(taxOf(2026, couple)).toBeCloseTo(1_950.5 + 458, 8)
  })

  test('no income, and less than none', () => {
    expect(taxOf(2025, {})).toBe(0)
    expect(taxOf(2025, { shortTermGain: -90_000 })).toBe(0)
  })

  test('the spread and the kind of gain change nothing', () => {
    const tax = taxOf(2025, { wages: 150_000, shortTermGain: 50_000 })
    expect(taxOf(2025, { wages: 150_000, longTermGain: 50_000, isoSpread: 300_000 })).toBe(tax)
  })

  test('a second working agrees', () => agreesWith('WV', westVirginia))
})
