/** North Carolina: edges of the standard deduction, and a second working. */
import { describe, expect, test } from 'vitest'
import { northCarolina } from '../statute/states/NC.ts'
import { rowOf, stateOf } from './states.ts'
import { agreesWith } from './taxpayers.ts'

const taxOf = (year: number, x: object): number => stateOf(rowOf('NC', year, x)).summary.tax
const deductions = [
  ['single', 12_750],
  ['mfj', 25_500],
  ['mfs', 12_750],
  ['hoh', 19_125],
  ['qss', 25_500],
] as const
const rates = [
  [2024, 0.045],
  [2025, 0.0425],
  [2026, 0.0399],
] as const

describe('North Carolina', () => {
  test.each(
    rates.flatMap(([year, rate]) => deductions.map(([status, amount]) => [year, status, amount, rate] as const)),
  )('%i %s: nothing up to %i, then %d', (year, status, deduction, rate) => {
    expect(taxOf(year, { status, wages: deduction - 1 })).toBe(0)
    expect(taxOf(year, { status, wages: deduction })).toBe(0)
    expect(taxOf(year, { status, wages: deduction + 1 })).toBeCloseTo(rate, 10)
    expect(taxOf(year, { status, wages: deduction + 100_000 })).toBeCloseTo(100_000 * rate, 6)
  })

  test('no income, and less than none', () => {
    expect(taxOf(2025, {})).toBe(0)
    expect(taxOf(2025, { longTermGain: -90_000 })).toBe(0)
  })

  test('age, dependents, the spread and the kind of gain change nothing', () => {
    const tax = taxOf(2026, { wages: 200_000, shortTermGain: 50_000 })
    expect(taxOf(2026, { wages: 200_000, longTermGain: 50_000, isoSpread: 9_000, age: 70, dependents: 3 })).toBe(tax)
  })

  test('a second working agrees', () => agreesWith('NC', northCarolina))
})
