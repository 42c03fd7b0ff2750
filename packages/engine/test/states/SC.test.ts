/** South Carolina: bracket edges, the deductions, the 44 % of gain, the falling deduction of 2026, and a second working. */
import { describe, expect, test } from 'vitest'
import { southCarolina } from '../statute/states/SC.ts'
import { rowOf, stateOf } from './states.ts'
import { agreesWith } from './taxpayers.ts'

const summaryOf = (year: number, x: object) => stateOf(rowOf('SC', year, x)).summary
const taxOf = (year: number, x: object): number => summaryOf(year, x).tax

describe('South Carolina', () => {
  // Federal standard deduction; of 2025 that before the law of July 2025
  const off = [
    [2024, 'single', 14_600],
    [2024, 'mfj', 29_200],
    [2024, 'mfs', 14_600],
    [2024, 'hoh', 21_900],
    [2024, 'qss', 29_200],
    [2025, 'single', 15_000],
    [2025, 'mfj', 30_000],
    [2025, 'mfs', 15_000],
    [2025, 'hoh', 22_500],
    [2025, 'qss', 30_000],
  ] as const
  test.each(off)('%i %s: the tiers begin after a deduction of %i', (year, status, deduction) => {
    // 2024: 3 % of 13,870 is 416.10, then 6.2 %; 2025: 3 % of 14,270 is 428.10, then 6 %
    const [first, second, tax, above] = year === 2024 ? [3_460, 17_330, 416.1, 0.062] : [3_560, 17_830, 428.1, 0.06]
    const at = (income: number): number => taxOf(year, { status, wages: deduction + income })
    expect(at(first - 1)).toBe(0)
    expect(at(first)).toBe(0)
    expect(at(first + 1)).toBeCloseTo(0.03, 8)
    expect(at(second - 1)).toBeCloseTo(tax - 0.03, 8)
    expect(at(second)).toBeCloseTo(tax, 8)
    expect(at(second + 1)).toBeCloseTo(tax + above, 8)
    expect(at(second + 100_000)).toBeCloseTo(tax + 100_000 * above, 6)
  })

  // Income at which the deduction is gone: 95,000, 190,000, 142,500
  test.each([
    ['single', 40_000, 95_000, 15_000],
    ['mfj', 80_000, 190_000, 30_000],
    ['mfs', 40_000, 95_000, 15_000],
    ['hoh', 60_000, 142_500, 22_500],
    ['qss', 80_000, 190_000, 30_000],
  ])('2026 %s: the deduction falls from %i to %i', (status, start, end, deduction) => {
    const at = (wages: number) => summaryOf(2026, { status, wages })
    expect(at(start)['deduction']).toBe(deduction)
    // 3/11 of 36 is 9.8, of 37 10.09: the first ten
    expect(at(start + 36)['deduction']).toBe(deduction)
    expect(at(start + 37)['deduction']).toBe(deduction - 10)
    expect(at((start + end) / 2)['deduction']).toBe(deduction / 2)
    expect(at(end - 1)['deduction']).toBe(10)
    expect(at(end)['deduction']).toBe(0)
    expect(at(end + 1)['deduction']).toBe(0)
    // 597 on 30,000, then 5.21 %
    expect(at(end).tax).toBeCloseTo(597 + 0.0521 * (end - 30_000), 6)
  })

  // 40 dependents of 4,930 lead back to the edge from an income past every deduction
  test.each(['single', 'mfj', 'mfs', 'hoh', 'qss'])('2026 %s: 1.99 %% up to 30,000, then 5.21 %%', (status) => {
    const at = (taxable: number): number => taxOf(2026, { status, wages: taxable + 197_200, dependents: 40 })
    expect(at(29_999)).toBeCloseTo(596.9801, 8)
    expect(at(30_000)).toBeCloseTo(597, 8)
    expect(at(30_001)).toBeCloseTo(597.0521, 8)
  })

  test('44 % of net long-term gain is not taxed, a short-term loss taken off first', () => {
    // 2025: 115,000 + 100,000 - 44,000 - 15,000 = 156,000; 428.10 + 6 % of 138,170
    expect(taxOf(2025, { wages: 115_000, longTermGain: 100_000 })).toBeCloseTo(8_718.3, 8)
    // Less 26,400 of 60,000: 115,000 + 60,000 - 26,400 - 15,000 = 133,600
    const withLoss = { wages: 115_000, longTermGain: 100_000, shortTermGain: -40_000 }
    expect(taxOf(2025, withLoss)).toBeCloseTo(428.1 + 0.06 * 115_770, 8)
    // Short-term gain has no part in it
    expect(summaryOf(2026, { wages: 115_000, shortTermGain: 100_000 }).taxableIncome).toBe(215_000)
    expect(summaryOf(2026, { wages: 115_000, longTermGain: 100_000 }).taxableIncome).toBe(171_000)
    expect(summaryOf(2024, { wages: 114_600, longTermGain: -100_000 }).taxableIncome).toBe(97_000)
  })

  test('15,000 for age, and the federal addition for it to 2025', () => {
    expect(summaryOf(2024, { wages: 100_000, age: 65 }).taxableIncome).toBe(100_000 - 16_550 - 15_000)
    expect(summaryOf(2025, { wages: 100_000, age: 65 }).taxableIncome).toBe(100_000 - 17_000 - 15_000)
    expect(summaryOf(2026, { wages: 100_000, age: 65 }).taxableIncome).toBe(85_000)
    expect(summaryOf(2026, { wages: 100_000, age: 64, blind: true }).taxableIncome).toBe(100_000)
  })

  test.each([
    [2024, 4_790],
    [2025, 4_930],
    [2026, 4_930],
  ])('%i: %i for each dependent', (year, each) => {
    const without = summaryOf(year, { wages: 200_000 }).taxableIncome
    expect(summaryOf(year, { wages: 200_000, dependents: 3 }).taxableIncome).toBe(without - 3 * each)
  })

  test('no income, less than none, and the spread', () => {
    for (const year of [2024, 2025, 2026]) {
      expect(taxOf(year, {})).toBe(0)
      expect(taxOf(year, { shortTermGain: -90_000 })).toBe(0)
      expect(taxOf(year, { wages: 90_000, isoSpread: 300_000 })).toBe(taxOf(year, { wages: 90_000 }))
    }
  })

  test('a second working agrees', () => agreesWith('SC', southCarolina))
})
