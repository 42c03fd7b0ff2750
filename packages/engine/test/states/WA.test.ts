/** Washington: the excise on long-term gain at its edges, and a second working. */
import { describe, expect, test } from 'vitest'
import { washington } from '../statute/states/WA.ts'
import { rowOf, stateOf } from './states.ts'
import { agreesWith } from './taxpayers.ts'

const taxOf = (year: number, x: object): number => stateOf(rowOf('WA', year, x)).summary.tax

describe('Washington', () => {
  test.each([
    [2024, 270_000, 0.07],
    [2025, 278_000, 0.099],
    [2026, 284_000, 0.099],
  ])('%i: nothing up to %i of long-term gain, 7 %, and over a million more %d', (year, deduction, top) => {
    for (const status of ['single', 'mfj', 'mfs', 'hoh', 'qss']) {
      expect(taxOf(year, { status, longTermGain: deduction - 1 })).toBe(0)
      expect(taxOf(year, { status, longTermGain: deduction })).toBe(0)
      expect(taxOf(year, { status, longTermGain: deduction + 1 })).toBeCloseTo(0.07, 8)
      expect(taxOf(year, { status, longTermGain: deduction + 999_999 })).toBeCloseTo(69_999.93, 6)
      expect(taxOf(year, { status, longTermGain: deduction + 1_000_000 })).toBeCloseTo(70_000, 6)
      expect(taxOf(year, { status, longTermGain: deduction + 1_000_001 })).toBeCloseTo(70_000 + top, 6)
    }
  })

  test('wages, the spread and short-term gain are free; a short-term loss does not reduce long-term gain', () => {
    expect(taxOf(2025, { wages: 900_000, isoSpread: 900_000, shortTermGain: 900_000 })).toBe(0)
    expect(taxOf(2025, { longTermGain: 378_000, shortTermGain: -378_000 })).toBeCloseTo(7_000, 8)
    expect(stateOf(rowOf('WA', 2025, { longTermGain: -10_000 })).summary['longTermGain']).toBe(0)
  })

  test('a second working agrees', () => agreesWith('WA', washington))
})
