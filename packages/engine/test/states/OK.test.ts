/** Oklahoma: bracket edges, exemptions, and a second working. */
import { describe, expect, test } from 'vitest'
import { oklahoma } from '../statute/states/OK.ts'
import { rowOf, stateOf } from './states.ts'
import { agreesWith } from './taxpayers.ts'

const summaryOf = (year: number, x: object) => stateOf(rowOf('OK', year, x)).summary
const taxOf = (year: number, x: object): number => summaryOf(year, x).tax

// Edge, tax there, percent below and above. To 2025: 2.50; 11.25 more; 21.875; 31.625; 86.25 and the double
const singleTo2025 = [
  [1_000, 2.5, 0.25, 0.75],
  [2_500, 13.75, 0.75, 1.75],
  [3_750, 35.625, 1.75, 2.75],
  [4_900, 67.25, 2.75, 3.75],
  [7_200, 153.5, 3.75, 4.75],
] as const
const jointTo2025 = [
  [2_000, 5, 0.25, 0.75],
  [5_000, 27.5, 0.75, 1.75],
  [7_500, 71.25, 1.75, 2.75],
  [9_800, 134.5, 2.75, 3.75],
  [14_400, 307, 3.75, 4.75],
] as const
const single2026 = [
  [3_750, 0, 0, 2.5],
  [4_900, 28.75, 2.5, 3.5],
  [7_200, 109.25, 3.5, 4.5],
] as const
const joint2026 = [
  [7_500, 0, 0, 2.5],
  [9_800, 57.5, 2.5, 3.5],
  [14_400, 218.5, 3.5, 4.5],
] as const

// What comes off income: standard deduction and 1,000 a filer
const off = { single: 7_350, mfj: 14_700, mfs: 7_350, hoh: 10_350, qss: 13_700 } as const

describe('Oklahoma', () => {
  const cases = ([2024, 2025, 2026] as const).flatMap((year) =>
    (['single', 'mfj', 'mfs', 'hoh', 'qss'] as const).flatMap((status) => {
      const one = status === 'single' || status === 'mfs'
      const edges = year === 2026 ? (one ? single2026 : joint2026) : one ? singleTo2025 : jointTo2025
      return edges.map((edge) => [year, status, ...edge] as const)
    }),
  )
  test.each(cases)('%i %s: on %i of taxable income %d', (year, status, edge, tax, below, above) => {
    const wages = off[status] + edge
    expect(taxOf(year, { status, wages: wages - 1 })).toBeCloseTo(tax - below / 100, 8)
    expect(taxOf(year, { status, wages })).toBeCloseTo(tax, 8)
    expect(taxOf(year, { status, wages: wages + 1 })).toBeCloseTo(tax + above / 100, 8)
  })

  // The packet of 2025 prints 4,562 and 4,373 on 100,000; the exact tax of 2026 is 4,285.25 and 4,070.50
  test.each([
    [2025, 'single', 4_561.5],
    [2025, 'mfj', 4_373],
    [2026, 'single', 4_285.25],
    [2026, 'hoh', 4_070.5],
  ] as const)('%i %s: the tax on 100,000', (year, status, tax) => {
    expect(taxOf(year, { status, wages: off[status] + 100_000 })).toBeCloseTo(tax, 8)
  })

  test.each([
    ['single', 15_000, 1_000],
    ['mfj', 25_000, 1_000],
    ['mfs', 12_500, 1_000],
    ['hoh', 19_000, 1_000],
    ['qss', 19_000, 0],
  ] as const)('%s: a special exemption up to income of %i', (status, limit, special) => {
    const taxable = (wages: number): number => summaryOf(2025, { status, age: 65, wages }).taxableIncome
    expect(taxable(limit)).toBe(limit - off[status] - special)
    expect(taxable(limit + 1)).toBe(limit + 1 - off[status])
  })

  test('1,000 for each dependent and for blindness', () => {
    expect(summaryOf(2024, { wages: 50_000, dependents: 3 }).taxableIncome).toBe(50_000 - 7_350 - 3_000)
    expect(summaryOf(2024, { wages: 50_000, blind: true }).taxableIncome).toBe(50_000 - 7_350 - 1_000)
    expect(summaryOf(2024, { wages: 50_000, blind: true, age: 65 }).taxableIncome).toBe(50_000 - 7_350 - 1_000)
  })

  test('no income, and less than none', () => {
    expect(taxOf(2025, {})).toBe(0)
    expect(taxOf(2025, { shortTermGain: -90_000 })).toBe(0)
  })

  test('the spread and the kind of gain change nothing', () => {
    const tax = taxOf(2026, { wages: 150_000, shortTermGain: 50_000 })
    expect(taxOf(2026, { wages: 150_000, longTermGain: 50_000, isoSpread: 300_000 })).toBe(tax)
  })

  test('a second working agrees', () => agreesWith('OK', oklahoma))
})
