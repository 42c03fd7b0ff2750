/** Kansas: bracket edges, the deduction and exemptions, and a second working. */
import { describe, expect, test } from 'vitest'
import { kansas } from '../statute/states/KS.ts'
import { rowOf, stateOf } from './states.ts'
import { agreesWith } from './taxpayers.ts'

const summaryOf = (year: number, x: object) => stateOf(rowOf('KS', year, x)).summary
const taxOf = (year: number, x: object): number => summaryOf(year, x).tax

// The income at which tax begins, as the filing requirements print it; the edge; 5.2 % of it
const statuses = [
  ['single', 12_765, 23_000, 1_196],
  ['mfj', 26_560, 46_000, 2_392],
  ['mfs', 13_280, 23_000, 1_196],
  ['hoh', 17_660, 23_000, 1_196],
  ['qss', 17_660, 23_000, 1_196],
] as const

describe('Kansas', () => {
  test.each([2024, 2025, 2026].flatMap((year) => statuses.map((each) => [year, ...each] as const)))(
    '%i %s: nothing up to %i, 5.2 % on %i, then 5.58 %',
    (year, status, off, edge, tax) => {
      const at = (income: number): number => taxOf(year, { status, wages: off + income })
      expect(at(-1)).toBe(0)
      expect(at(0)).toBe(0)
      expect(at(1)).toBeCloseTo(0.052, 10)
      expect(at(edge - 1)).toBeCloseTo(tax - 0.052, 8)
      expect(at(edge)).toBeCloseTo(tax, 8)
      expect(at(edge + 1)).toBeCloseTo(tax + 0.0558, 8)
      expect(at(edge + 1_000_000)).toBeCloseTo(tax + 55_800, 6)
    },
  )

  // As the filing requirements print them for age and blindness
  test.each([
    ['single', { age: 65 }, 13_615],
    ['single', { age: 65, blind: true }, 14_465],
    ['mfj', { age: 65 }, 27_260],
    ['mfj', { age: 65, spouseAge: 65 }, 27_960],
    ['mfs', { age: 65 }, 13_980],
    ['hoh', { age: 65 }, 18_510],
  ])('%s %o: nothing up to %i', (status, people, off) => {
    expect(taxOf(2025, { status, ...people, wages: off })).toBe(0)
    expect(taxOf(2025, { status, ...people, wages: off + 1 })).toBeCloseTo(0.052, 10)
  })

  test('2,320 for each dependent', () => {
    expect(summaryOf(2024, { wages: 100_000, dependents: 2 }).taxableIncome).toBe(100_000 - 12_765 - 4_640)
  })

  test('gain is taxed as wages are; the spread changes nothing', () => {
    const tax = taxOf(2025, { wages: 300_000 })
    expect(taxOf(2025, { wages: 100_000, longTermGain: 200_000, isoSpread: 900_000 })).toBeCloseTo(tax, 8)
  })

  test('no income, and less than none', () => {
    expect(taxOf(2025, {})).toBe(0)
    expect(taxOf(2025, { shortTermGain: -90_000 })).toBe(0)
  })

  test('a second working agrees', () => agreesWith('KS', kansas))
})
