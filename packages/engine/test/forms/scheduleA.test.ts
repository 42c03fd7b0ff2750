import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { noFacts } from '../../src/forms/facts.ts'
import { figureScheduleA, type ScheduleAFrom } from '../../src/forms/scheduleA.ts'
import type { FilingStatus } from '../../src/law/law.ts'
import { check, dollars, yearAndStatus } from '../arbitraries.ts'
import { lawFor } from '../laws.ts'
import { figuresFor } from '../statute/figures.ts'
import { section68Reduction } from '../statute/section68.ts'
import { taxDeduction, taxDeductionLimit } from '../statute/section164.ts'
import { differences } from '../statute/vectors.ts'
import { named, workedExamples } from '../workedExamples.ts'

interface YearAndStatus {
  year: number
  status: FilingStatus
}

const from = (
  line11b: number,
  x: Partial<Record<'taxes' | 'realEstate' | 'mortgage' | 'gifts' | 'seniors', number>>,
): ScheduleAFrom => ({
  facts: {
    ...noFacts(),
    stateAndLocalTaxes: x.taxes ?? 0,
    realEstateTaxes: x.realEstate ?? 0,
    mortgageInterest: x.mortgage ?? 0,
  },
  form1040: { line11b },
  schedule1A: { line38: x.seniors ?? 0 },
  charity: { deduction: x.gifts ?? 0 },
})

describe('examples of the deduction for taxes', () => {
  const examples = workedExamples<YearAndStatus & { adjustedGrossIncome: number; taxesPaid: number }>(
    'schedule A line 5e',
  )
  test.each(examples.map(named))('%s', (_, { gives, expected }) => {
    const { year, status, adjustedGrossIncome, taxesPaid } = gives
    const f = figureScheduleA(from(adjustedGrossIncome, { taxes: taxesPaid }), lawFor(year, status))
    expect(differences(f, expected)).toEqual([])
    expect(f.line7).toBe(f.line5e)
  })
})

describe('examples of the overall limitation', () => {
  const examples = workedExamples<YearAndStatus & { itemized: number; taxableIncome: number }>('section 68')
  test.each(examples.map(named))('%s', (_, { gives, expected }) => {
    const { year, status, itemized, taxableIncome } = gives
    const f = figureScheduleA(from(taxableIncome + itemized, { mortgage: itemized }), lawFor(year, status))
    expect(differences({ reduction: f.overallLimitation, allowed: f.line17 }, expected)).toEqual([])
  })
})

describe('by hand', () => {
  test('the lines add up', () => {
    const f = figureScheduleA(
      from(200_000, { taxes: 9_000, realEstate: 4_000, mortgage: 12_000, gifts: 3_000 }),
      lawFor(2025, 'mfj'),
    )
    expect(f).toEqual({
      ...{ line5a: 9_000, line5b: 4_000, line5d: 13_000, saltLimit: 40_000, line5e: 13_000, line7: 13_000 },
      ...{
        line8a: 12_000,
        line10: 12_000,
        line14: 3_000,
        beforeLimitation: 28_000,
        overallLimitation: 0,
        line17: 28_000,
      },
    })
  })

  test.each<[number, FilingStatus, number, number]>([
    // The State and Local Tax Deduction Worksheet reduces 40,000 by 30 % of the excess, and halves last
    [2025, 'mfs', 300_000, 12_500],
    [2025, 'mfs', 250_000, 20_000],
    [2025, 'mfs', 350_000, 5_000],
    [2025, 'single', 500_000, 40_000],
    [2025, 'single', 500_010, 39_997],
    [2025, 'mfj', 600_000, 10_000],
    [2026, 'mfj', 505_000, 40_400],
    [2026, 'mfj', 605_000, 10_400],
    [2026, 'mfs', 252_510, 20_198.5],
    [2024, 'mfj', 5_000_000, 10_000],
    [2023, 'mfs', 10, 5_000],
  ])('%i, %s, income %d: taxes up to %d', (year, status, agi, limit) => {
    expect(figureScheduleA(from(agi, { taxes: 1_000_000 }), lawFor(year, status)).line5e).toBeCloseTo(limit, 8)
  })

  test('the overall limitation takes 2/37 of what the 37 % bracket holds, the deduction for seniors left out', () => {
    // Single 2026: 640,600 + 18,500 of income above it
    const law = lawFor(2026, 'single')
    expect(figureScheduleA(from(659_100, { mortgage: 37_000 }), law).overallLimitation).toBeCloseTo(1_000, 8)
    expect(figureScheduleA(from(665_100, { mortgage: 37_000, seniors: 6_000 }), law).overallLimitation).toBeCloseTo(
      1_000,
      8,
    )
    expect(figureScheduleA(from(640_600, { mortgage: 37_000 }), law).overallLimitation).toBe(0)
    expect(figureScheduleA(from(2_000_000, { mortgage: 37_000 }), law).overallLimitation).toBe(2_000)
  })

  test('before 2026 there was none', () => {
    for (const year of [2023, 2024, 2025])
      expect(figureScheduleA(from(2_000_000, { mortgage: 37_000 }), lawFor(year, 'single')).line17).toBe(37_000)
  })
})

test('equals sections 164 and 68 on any income and deductions', () => {
  const cases = yearAndStatus.chain((of) => {
    const amount = fc.oneof(fc.constant(0), dollars(of))
    const seniors = fc.constantFrom(0, 0, 6_000, 12_000)
    return fc.record({
      of: fc.constant(of),
      agi: dollars(of),
      taxes: amount,
      realEstate: amount,
      mortgage: amount,
      gifts: amount,
      seniors,
    })
  })
  check(
    fc.property(cases, ({ of: { year, status }, agi, seniors, ...x }) => {
      const f = figureScheduleA(from(agi, { ...x, seniors }), lawFor(year, status))
      const code = figuresFor(year, status)
      expect(f.saltLimit).toBeCloseTo(taxDeductionLimit(agi, code), 6)
      expect(f.line7).toBeCloseTo(taxDeduction(x.taxes + x.realEstate, agi, code), 6)
      const allowed = f.line7 + x.mortgage + x.gifts
      expect(f.overallLimitation).toBeCloseTo(section68Reduction(allowed, agi - allowed - seniors, code), 6)
      expect(f.line17).toBeCloseTo(allowed - f.overallLimitation, 6)
    }),
    2_000,
  )
})
