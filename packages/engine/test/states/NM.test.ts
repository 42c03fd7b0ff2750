/** New Mexico: bracket edges, gain, dependents, the exemption on low incomes, and a second working. */
import { describe, expect, test } from 'vitest'
import { newMexico } from '../statute/states/NM.ts'
import { rowOf, stateOf } from './states.ts'
import { agreesWith } from './taxpayers.ts'

const summaryOf = (year: number, x: object) => stateOf(rowOf('NM', year, x)).summary
const taxOf = (year: number, x: object): number => summaryOf(year, x).tax

type Status = 'single' | 'mfj' | 'mfs' | 'hoh' | 'qss'
const deductions: Readonly<Record<number, Readonly<Record<Status, number>>>> = {
  2024: { single: 14_600, mfj: 29_200, mfs: 14_600, hoh: 21_900, qss: 29_200 },
  2025: { single: 15_750, mfj: 31_500, mfs: 15_750, hoh: 23_625, qss: 31_500 },
  2026: { single: 16_100, mfj: 32_200, mfs: 16_100, hoh: 24_150, qss: 32_200 },
}
const lowIncomes: Readonly<Record<Status, readonly [start: number, part: number, limit: number]>> = {
  single: [20_000, 0.15, 36_667],
  mfj: [30_000, 0.1, 55_000],
  mfs: [15_000, 0.2, 27_500],
  hoh: [30_000, 0.1, 55_000],
  qss: [30_000, 0.1, 55_000],
}

/** Wages that leave a taxable income: the deduction, and the exemption on low incomes solved for. */
function wagesFor(year: number, status: Status, taxable: number): number {
  const [start, part, limit] = lowIncomes[status]
  const off = taxable + Number(deductions[year]?.[status])
  const persons = status === 'mfj' ? 2 : 1
  if (off > limit) return off
  if (off + 2_500 * persons <= start) return off + 2_500 * persons
  return Math.min(limit, (off + persons * (2_500 + part * start)) / (1 + persons * part))
}

// Edge, tax there as §7-2-7 prints it, percent below and above
const edges2024 = {
  single: [
    [5_500, 93.5, 1.7, 3.2],
    [11_000, 269.5, 3.2, 4.7],
    [16_000, 504.5, 4.7, 4.9],
    [210_000, 10_010.5, 4.9, 5.9],
  ],
  joint: [
    [8_000, 136, 1.7, 3.2],
    [16_000, 392, 3.2, 4.7],
    [24_000, 768, 4.7, 4.9],
    [315_000, 15_027, 4.9, 5.9],
  ],
  separate: [
    [4_000, 68, 1.7, 3.2],
    [8_000, 196, 3.2, 4.7],
    [12_000, 384, 4.7, 4.9],
    [157_500, 7_513.5, 4.9, 5.9],
  ],
} as const
const edgesFrom2025 = {
  single: [
    [5_500, 82.5, 1.5, 3.2],
    [16_500, 434.5, 3.2, 4.3],
    [33_500, 1_165.5, 4.3, 4.7],
    [66_500, 2_716.5, 4.7, 4.9],
    [210_000, 9_748, 4.9, 5.9],
  ],
  joint: [
    [8_000, 120, 1.5, 3.2],
    [25_000, 664, 3.2, 4.3],
    [50_000, 1_739, 4.3, 4.7],
    [100_000, 4_089, 4.7, 4.9],
    [315_000, 14_624, 4.9, 5.9],
  ],
  separate: [
    [4_000, 60, 1.5, 3.2],
    [12_500, 332, 3.2, 4.3],
    [25_000, 869.5, 4.3, 4.7],
    [50_000, 2_044.5, 4.7, 4.9],
    [157_500, 7_312, 4.9, 5.9],
  ],
} as const

describe('New Mexico', () => {
  const cases = ([2024, 2025, 2026] as const).flatMap((year) =>
    (['single', 'mfj', 'mfs', 'hoh', 'qss'] as const).flatMap((status) => {
      const tables = year === 2024 ? edges2024 : edgesFrom2025
      const edges = status === 'single' ? tables.single : status === 'mfs' ? tables.separate : tables.joint
      return edges.map((edge) => [year, status, ...edge] as const)
    }),
  )
  test.each(cases)('%i %s: on %i of taxable income %d', (year, status, edge, tax, below, above) => {
    const at = (taxable: number) => summaryOf(year, { status, wages: wagesFor(year, status, taxable) })
    expect(at(edge).taxableIncome).toBeCloseTo(edge, 6)
    expect(at(edge - 1).tax).toBeCloseTo(tax - below / 100, 6)
    expect(at(edge).tax).toBeCloseTo(tax, 6)
    expect(at(edge + 1).tax).toBeCloseTo(tax + above / 100, 6)
  })

  test('2024: 40 % of net capital gain, or 1,000 if that is more', () => {
    const taken = (x: object) => summaryOf(2024, { wages: 100_000, ...x })['gainDeduction']
    expect(taken({ longTermGain: 900 })).toBe(900)
    expect(taken({ longTermGain: 2_000 })).toBe(1_000)
    expect(taken({ longTermGain: 2_500 })).toBe(1_000)
    expect(taken({ longTermGain: 2_600 })).toBe(1_040)
    expect(taken({ longTermGain: 100_000, shortTermGain: -40_000 })).toBe(24_000)
    expect(taken({ shortTermGain: 50_000 })).toBe(0)
    expect(taken({ longTermGain: -50_000 })).toBe(0)
    expect(taken({ status: 'mfs', longTermGain: 100_000 })).toBe(20_000)
    // 114,600 + 100,000 - 40,000 - 14,600 = 160,000: 504.50 and 4.9 % of 144,000
    expect(taxOf(2024, { wages: 114_600, longTermGain: 100_000 })).toBeCloseTo(7_560.5, 8)
  })

  test('from 2025: 2,500 of net capital gain', () => {
    for (const year of [2025, 2026]) {
      const taken = (x: object) => summaryOf(year, { wages: 100_000, ...x })['gainDeduction']
      expect(taken({ longTermGain: 2_499 })).toBe(2_499)
      expect(taken({ longTermGain: 2_501 })).toBe(2_500)
      expect(taken({ longTermGain: 900_000 })).toBe(2_500)
      expect(taken({ longTermGain: 900_000, status: 'mfs' })).toBe(1_250)
      expect(taken({ shortTermGain: 50_000 })).toBe(0)
    }
  })

  test('2,500 for each person on low incomes, less a part of income over the start', () => {
    const exemption = (status: string, wages: number, dependents = 0) =>
      summaryOf(2025, { status, wages, dependents })['exemption']
    expect(exemption('single', 20_000)).toBe(2_500)
    expect(exemption('single', 20_100)).toBeCloseTo(2_485, 8)
    expect(exemption('single', 36_660)).toBeCloseTo(1, 8)
    expect(exemption('single', 36_667)).toBe(0)
    expect(exemption('single', 36_668)).toBe(0)
    expect(exemption('mfs', 27_000)).toBeCloseTo(100, 8)
    expect(exemption('mfs', 27_501)).toBe(0)
    // 2,500 less 1,000 for each of four
    expect(exemption('mfj', 40_000, 2)).toBeCloseTo(6_000, 8)
    expect(exemption('qss', 54_990)).toBeCloseTo(1, 8)
    expect(exemption('hoh', 55_001)).toBe(0)
  })

  test('4,000 for each dependent but the first, for couples and heads of household', () => {
    const taxable = (status: string, dependents: number) =>
      summaryOf(2025, { status, wages: 200_000, dependents }).taxableIncome
    expect(taxable('mfj', 1)).toBe(168_500)
    expect(taxable('mfj', 3)).toBe(160_500)
    expect(taxable('hoh', 2)).toBe(172_375)
    expect(taxable('single', 3)).toBe(184_250)
    expect(taxable('qss', 3)).toBe(168_500)
  })

  test('no income, less than none, and the spread', () => {
    for (const year of [2024, 2025, 2026]) {
      expect(taxOf(year, {})).toBe(0)
      expect(taxOf(year, { shortTermGain: -90_000 })).toBe(0)
      expect(taxOf(year, { wages: 90_000, isoSpread: 300_000 })).toBe(taxOf(year, { wages: 90_000 }))
    }
  })

  test('a second working agrees', () => agreesWith('NM', newMexico))
})
