/** Arkansas: edges of both tables, the falling adjustment, the half of gain, credits, and a second working. */
import { describe, expect, test } from 'vitest'
import { arkansas } from '../statute/states/AR.ts'
import { rowOf, stateOf } from './states.ts'
import { agreesWith } from './taxpayers.ts'

const summaryOf = (year: number, x: object) => stateOf(rowOf('AR', year, x)).summary
const deductionOf = (year: number, status: string): number =>
  (year === 2024 ? 2_410 : 2_470) * (status === 'mfj' ? 2 : 1)
/** Tax before credits on a net income. */
const on = (year: number, netIncome: number, status = 'single'): number =>
  summaryOf(year, { status, wages: netIncome + deductionOf(year, status) })['taxBeforeCredits'] as number

// Rate times income less an amount, as the brackets are printed (2024: 109.98, 218.97, 281.366, 409.861 and so on)
const lower = [
  [2024, 5_500, 0.02, 109.98],
  [2024, 10_900, 0.03, 218.97],
  [2024, 15_600, 0.034, 281.366],
  [2024, 25_700, 0.039, 409.861],
  [2024, 92_300, 0.039, 409.861],
  [2025, 5_600, 0.02, 111.98],
  [2025, 11_200, 0.03, 223.97],
  [2025, 16_000, 0.034, 287.966],
  [2025, 26_400, 0.039, 419.961],
  [2025, 94_700, 0.039, 419.961],
  [2026, 5_601, 0.02, 112],
  [2026, 11_201, 0.03, 224],
  [2026, 16_001, 0.034, 288],
  [2026, 26_401, 0.037, 367.2],
  [2026, 94_700, 0.037, 367.2],
] as const
// The first row, inner rows, the last, and beyond it: the amount that comes off rate times income
const upper = [
  [2024, 92_301, 0.039, 397.4],
  [2024, 92_400, 0.039, 397.4],
  [2024, 92_401, 0.039, 387.4],
  [2024, 94_301, 0.039, 197.4],
  [2024, 94_500, 0.039, 197.4],
  [2024, 94_501, 0.039, 187.4],
  [2024, 95_500, 0.039, 97.4],
  [2024, 95_501, 0.039, 87.4],
  [2024, 5_000_000, 0.039, 87.4],
  [2025, 94_701, 0.039, 399.3],
  [2025, 94_800, 0.039, 399.3],
  [2025, 94_801, 0.039, 389.3],
  [2025, 97_800, 0.039, 99.3],
  [2025, 97_801, 0.039, 89.3],
  [2025, 5_000_000, 0.039, 89.3],
  [2026, 94_701, 0.037, 369.9],
  [2026, 94_800, 0.037, 369.9],
  [2026, 94_801, 0.037, 359.9],
  [2026, 97_600, 0.037, 89.9],
  [2026, 97_601, 0.037, 79.9],
  [2026, 5_000_000, 0.037, 79.9],
] as const

describe('Arkansas', () => {
  test.each([...lower, ...upper])('%i: net income of %i is taxed %d of it less %d', (year, income, rate, less) => {
    for (const status of ['single', 'mfj', 'mfs', 'hoh', 'qss'])
      expect(on(year, income, status)).toBeCloseTo(income * rate - less, 6)
  })

  test.each([
    [2024, 5_499],
    [2025, 5_599],
    [2026, 5_600],
  ])('%i: nothing up to %i', (year, income) => {
    expect(on(year, income)).toBe(0)
    expect(on(year, income + 1)).toBeCloseTo(0.02, 8)
  })

  test.each([
    ['single', 29],
    ['mfj', 58],
    ['mfs', 29],
    ['hoh', 58],
    ['qss', 58],
  ])('%s: personal credits of %i, and 29 for each dependent', (status, credit) => {
    const { taxBeforeCredits, tax } = summaryOf(2025, { status, wages: 90_000, dependents: 2 })
    expect(tax).toBeCloseTo((taxBeforeCredits as number) - credit - 58, 8)
  })

  test('half of net capital gain is not taxed, a short-term loss taken off first; nothing above 10,000,000', () => {
    const income = (x: object): number => summaryOf(2025, { wages: 102_470, ...x }).taxableIncome
    expect(income({ longTermGain: 100_000 })).toBe(150_000)
    expect(income({ longTermGain: 100_000, shortTermGain: -40_000 })).toBe(130_000)
    expect(income({ shortTermGain: 100_000 })).toBe(200_000)
    expect(income({ longTermGain: -100_000 })).toBe(97_000)
    expect(income({ longTermGain: 10_000_000 })).toBe(5_100_000)
    expect(income({ longTermGain: 30_000_000 })).toBe(5_100_000)
  })

  test('no income, less than none, and the spread', () => {
    expect(summaryOf(2025, {}).tax).toBe(0)
    expect(summaryOf(2025, { shortTermGain: -90_000 }).tax).toBe(0)
    expect(summaryOf(2025, { wages: 9e4, isoSpread: 9e5 }).tax).toBe(summaryOf(2025, { wages: 9e4 }).tax)
  })

  test('a second working agrees', () => agreesWith('AR', arkansas))
})
