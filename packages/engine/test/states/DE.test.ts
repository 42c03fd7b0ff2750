/** Delaware: bracket edges, personal credits, and a second working. */
import { describe, expect, test } from 'vitest'
import { delaware } from '../statute/states/DE.ts'
import { rowOf, stateOf } from './states.ts'
import { agreesWith } from './taxpayers.ts'

const summaryOf = (year: number, x: object) => stateOf(rowOf('DE', year, x)).summary
const taxOf = (year: number, x: object): number => summaryOf(year, x).tax

// 2.2 % of 3,000 is 66; 3.9 % of 5,000 more 195; 4.8 % of 10,000 more 480; 5.2 % of 5,000 more 260; 5.55 % of 35,000 more 1,942.50
const edges = [
  [2_000, 0, 0, 0.022],
  [5_000, 66, 0.022, 0.039],
  [10_000, 261, 0.039, 0.048],
  [20_000, 741, 0.048, 0.052],
  [25_000, 1_001, 0.052, 0.0555],
  [60_000, 2_943.5, 0.0555, 0.066],
] as const
const statuses = ['single', 'mfj', 'mfs', 'hoh', 'qss'] as const

describe('Delaware', () => {
  const cases = [2024, 2025, 2026].flatMap((year) =>
    statuses.flatMap((status) => edges.map((edge) => [year, status, ...edge] as const)),
  )
  test.each(cases)('%i %s: %i of taxable income is taxed %d', (year, status, edge, tax, below, above) => {
    const [off, credit] = status === 'mfj' ? [6_500, 220] : [3_250, 110]
    const at = (income: number) => summaryOf(year, { status, wages: off + income })
    expect(at(edge - 1)['taxBeforeCredits']).toBeCloseTo(tax - below, 8)
    expect(at(edge)['taxBeforeCredits']).toBeCloseTo(tax, 8)
    expect(at(edge + 1)['taxBeforeCredits']).toBeCloseTo(tax + above, 8)
    expect(at(edge).tax).toBeCloseTo(Math.max(0, tax - credit), 8)
  })

  test('deduction and credit for age, the deduction alone for blindness', () => {
    // 63,250 - 3,250 - 2,500 = 57,500: 2,943.50 - 5.55 % of 2,500 = 2,804.75
    expect(taxOf(2025, { wages: 63_250, age: 65 })).toBeCloseTo(2_584.75, 8)
    expect(taxOf(2025, { wages: 63_250, age: 64, blind: true })).toBeCloseTo(2_694.75, 8)
    expect(summaryOf(2025, { status: 'mfj', wages: 90_000, age: 65, spouseAge: 66, dependents: 1 })).toMatchObject({
      taxableIncome: 78_500,
      personalCredit: 550,
    })
  })

  test('110 for each dependent', () => {
    expect(taxOf(2024, { wages: 63_250, dependents: 3 })).toBeCloseTo(2_943.5 - 440, 8)
  })

  test('gain is taxed as wages are; the spread changes nothing', () => {
    const tax = taxOf(2025, { wages: 300_000 })
    expect(taxOf(2025, { wages: 100_000, longTermGain: 200_000, isoSpread: 900_000 })).toBeCloseTo(tax, 8)
  })

  test('no income, and less than none', () => {
    expect(taxOf(2025, {})).toBe(0)
    expect(taxOf(2025, { shortTermGain: -90_000 })).toBe(0)
  })

  test('a second working agrees', () => agreesWith('DE', delaware))
})
