/** Michigan: edges of the exemptions, and a second working. */
import { describe, expect, test } from 'vitest'
import { michigan } from '../statute/states/MI.ts'
import { rowOf, stateOf } from './states.ts'
import { agreesWith } from './taxpayers.ts'

const taxOf = (year: number, x: object): number => stateOf(rowOf('MI', year, x)).summary.tax

describe('Michigan', () => {
  test.each([
    [2024, 5_600],
    [2025, 5_800],
    [2026, 5_900],
  ])('%i: nothing up to %i a person, then 4.25 %', (year, exemption) => {
    for (const [status, persons] of [
      ['single', 1],
      ['mfj', 2],
      ['mfs', 1],
      ['hoh', 1],
      ['qss', 1],
    ] as const) {
      const free = exemption * (persons + 2)
      expect(taxOf(year, { status, dependents: 2, wages: free - 1 })).toBe(0)
      expect(taxOf(year, { status, dependents: 2, wages: free })).toBe(0)
      expect(taxOf(year, { status, dependents: 2, wages: free + 1 })).toBeCloseTo(0.0425, 10)
      expect(taxOf(year, { status, dependents: 2, wages: free + 200_000 })).toBeCloseTo(8_500, 8)
    }
  })

  test('no income, and less than none; the spread changes nothing', () => {
    expect(taxOf(2025, {})).toBe(0)
    expect(taxOf(2025, { shortTermGain: -90_000 })).toBe(0)
    expect(taxOf(2025, { wages: 9e5, isoSpread: 9e5 })).toBe(taxOf(2025, { wages: 9e5 }))
  })

  test('a second working agrees', () => agreesWith('MI', michigan))
})
