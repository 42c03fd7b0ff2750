/** Wisconsin: bracket edges, the deduction that falls, gain, and a second working. */
import { describe, expect, test } from 'vitest'
import { wisconsin } from '../statute/states/WI.ts'
import { rowOf, stateOf } from './states.ts'
import { agreesWith } from './taxpayers.ts'

const summaryOf = (year: number, x: object) => stateOf(rowOf('WI', year, x)).summary
const near = (amount: number) => expect.closeTo(amount, 6)

// Each edge with the tax on it: 3.5 %, then 4.4 % and 5.3 % of what lies between
const edges = {
  2024: {
    one: [
      [14_320, 501.2],
      [28_640, 1_131.28],
      [315_310, 16_324.79],
    ],
    mfj: [
      [19_090, 668.15],
      [38_190, 1_508.55],
      [420_420, 21_766.74],
    ],
    mfs: [
      [9_550, 334.25],
      [19_090, 754.01],
      [210_210, 10_883.37],
    ],
  },
  2025: {
    one: [
      [14_680, 513.8],
      [50_480, 2_089],
      [323_290, 16_547.93],
    ],
    mfj: [
      [19_580, 685.3],
      [67_300, 2_784.98],
      [431_060, 22_064.26],
    ],
    mfs: [
      [9_790, 342.65],
      [33_650, 1_392.49],
      [215_530, 11_032.13],
    ],
  },
  2026: {
    one: [
      [15_110, 528.85],
      [51_950, 2_149.81],
      [332_720, 17_030.62],
    ],
    mfj: [
      [20_150, 705.25],
      [69_260, 2_866.09],
      [443_630, 22_707.7],
    ],
    mfs: [
      [10_080, 352.8],
      [34_630, 1_433],
      [221_820, 11_354.07],
    ],
  },
} as const
const rates = [0.035, 0.044, 0.053, 0.0765]
const cases = ([2024, 2025, 2026] as const).flatMap((year) =>
  (['single', 'mfj', 'mfs', 'hoh', 'qss'] as const).flatMap((status) => {
    const column = status === 'mfj' || status === 'mfs' ? status : 'one'
    return edges[year][column].map(([edge, tax], i) => [year, status, edge, tax, i] as const)
  }),
)

describe('Wisconsin', () => {
  // Dependents make exemptions of 200,000 dollars and more, so that income lies where the standard deduction is gone
  test.each(cases)('%i %s: %i of taxable income is taxed %d', (year, status, edge, tax, i) => {
    const dependents = 400
    const wages = edge + 700 * (dependents + (status === 'mfj' ? 2 : 1))
    const taxOf = (more: number): number =>
      stateOf(rowOf('WI', year, { status, wages: wages + more }), { dependents }).summary.tax
    expect(taxOf(-1)).toBeCloseTo(tax - (rates[i] as number), 6)
    expect(taxOf(0)).toBeCloseTo(tax, 6)
    expect(taxOf(1)).toBeCloseTo(tax + (rates[i + 1] as number), 6)
  })

  // Largest up to the start, then falling by 12, 19.778 or 22.515 % of income beyond it
  test.each([
    [2024, 'single', 19_070, 13_230, 0.12],
    [2024, 'mfj', 27_520, 24_490, 0.19778],
    [2024, 'mfs', 13_060, 11_630, 0.19778],
    [2024, 'hoh', 19_070, 17_090, 0.22515],
    [2024, 'qss', 19_070, 17_090, 0.22515],
    [2025, 'single', 19_550, 13_560, 0.12],
    [2025, 'mfj', 28_210, 25_110, 0.19778],
    [2025, 'mfs', 13_390, 11_930, 0.19778],
    [2025, 'hoh', 19_550, 17_520, 0.22515],
    [2025, 'qss', 19_550, 17_520, 0.22515],
    [2026, 'single', 20_120, 13_960, 0.12],
    [2026, 'mfj', 29_040, 25_840, 0.19778],
    [2026, 'mfs', 13_780, 12_280, 0.19778],
    [2026, 'hoh', 20_120, 18_030, 0.22515],
    [2026, 'qss', 20_120, 18_030, 0.22515],
  ])('%i %s: the standard deduction falls from %i', (year, status, start, most, rate) => {
    const deduction = (wages: number) => summaryOf(year, { status, wages })['deduction']
    expect(deduction(0)).toBe(most)
    expect(deduction(start)).toBe(most)
    expect(deduction(start + 1)).toEqual(near(most - rate))
    expect(deduction(start + 10_000)).toEqual(near(most - 10_000 * rate))
    expect(deduction(200_000)).toBe(0)
  })

  // 4,070 / (0.22515 - 0.12) = 38,706.61 beyond the start
  test('a head of household of 2026 has the deduction of a single filer from 58,827 on', () => {
    for (const wages of [58_827, 90_000, 136_000])
      expect(summaryOf(2026, { status: 'hoh', wages })['deduction']).toBe(summaryOf(2026, { wages })['deduction'])
    const head = summaryOf(2026, { status: 'hoh', wages: 58_826 })['deduction'] as number
    expect(head).toBeGreaterThan(summaryOf(2026, { wages: 58_826 })['deduction'] as number)
  })

  test('30 % of net long-term gain is not taxed, a loss on short-term sales taken off it first', () => {
    // 200,000 + 100,000 - 30,000 - 700
    expect(summaryOf(2025, { wages: 200_000, longTermGain: 100_000 }).taxableIncome).toBe(269_300)
    // 200,000 + 60,000 - 18,000 - 700
    const mixed = { wages: 200_000, longTermGain: 100_000, shortTermGain: -40_000 }
    expect(summaryOf(2025, mixed).taxableIncome).toBe(241_300)
    expect(summaryOf(2025, { wages: 200_000, shortTermGain: 100_000 }).taxableIncome).toBe(299_300)
  })

  test('700 a person and 250 for age', () => {
    expect(summaryOf(2025, { wages: 90_000, dependents: 2, age: 65, blind: true })['exemption']).toBe(2_350)
    expect(summaryOf(2025, { status: 'mfj', wages: 90_000, age: 65, spouseAge: 70 })['exemption']).toBe(1_900)
  })

  test('no income, and less than none; the spread changes nothing', () => {
    expect(summaryOf(2025, {}).tax).toBe(0)
    expect(summaryOf(2025, { shortTermGain: -90_000 }).tax).toBe(0)
    expect(summaryOf(2025, { wages: 9e5, isoSpread: 9e5 }).tax).toBe(summaryOf(2025, { wages: 9e5 }).tax)
  })

  test('a second working agrees', () => agreesWith('WI', wisconsin))
})
