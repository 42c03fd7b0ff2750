/** Schedule 1-A, Forms 8959 and 8960, Schedules 2 and 3. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { noFacts } from '../../src/forms/facts.ts'
import { figureForm8959 } from '../../src/forms/form8959.ts'
import { figureForm8960 } from '../../src/forms/form8960.ts'
import { figureSchedule1A } from '../../src/forms/schedule1A.ts'
import { figureSchedule2 } from '../../src/forms/schedule2.ts'
import { figureSchedule3 } from '../../src/forms/schedule3.ts'
import type { FilingStatus } from '../../src/law/law.ts'
import { check, dollars, yearAndStatus } from '../arbitraries.ts'
import { lawFor } from '../laws.ts'
import { figuresFor } from '../statute/figures.ts'
import { seniorDeduction } from '../statute/section151.ts'
import { investmentIncomeTax } from '../statute/section1411.ts'
import { additionalMedicareTax } from '../statute/section3101.ts'

describe('Schedule 1-A, the deduction for seniors', () => {
  const figured = (year: number, status: FilingStatus, seniors: number, line11b: number) =>
    figureSchedule1A({ facts: { ...noFacts(), seniors }, form1040: { line11b } }, lawFor(year, status))

  test.each<[number, FilingStatus, number, number, number]>([
    // 6,000 less 6 % of income over 75,000, or 150,000 on a joint return: IRC 151(d)(5)(C)
    [2025, 'single', 1, 75_000, 6_000],
    [2025, 'single', 1, 100_000, 4_500],
    [2025, 'single', 1, 175_000, 0],
    [2025, 'mfj', 2, 150_000, 12_000],
    [2025, 'mfj', 2, 200_000, 6_000],
    [2026, 'mfj', 1, 200_000, 3_000],
    [2026, 'hoh', 1, 75_100, 5_994],
    [2026, 'qss', 1, 100_000, 4_500],
    [2025, 'mfs', 1, 10_000, 0],
    [2025, 'single', 0, 10_000, 0],
    [2024, 'single', 1, 10_000, 0],
    [2023, 'mfj', 2, 10_000, 0],
  ])('%i, %s, %i persons, income %d: %d', (year, status, seniors, agi, deduction) => {
    const f = figured(year, status, seniors, agi)
    expect(f.line37).toBeCloseTo(deduction, 8)
    expect(f.line38).toBe(f.line37)
  })

  test('equals section 151(d)(5)(C)', () => {
    const cases = yearAndStatus.chain((of) => fc.tuple(fc.constant(of), dollars(of), fc.integer({ min: 0, max: 2 })))
    check(
      fc.property(cases, ([{ year, status }, agi, seniors]) => {
        expect(figured(year, status, seniors, agi).line38).toBeCloseTo(
          seniorDeduction(seniors, agi, figuresFor(year, status)),
          6,
        )
      }),
    )
  })
})

describe('Form 8959, Additional Medicare Tax', () => {
  const tax = (wages: number, status: FilingStatus) =>
    figureForm8959({ facts: { ...noFacts(), wages } }, lawFor(2026, status)).line18

  test('0.9 % of wages over 200,000; 250,000 joint, 125,000 separate; a surviving spouse makes no joint return', () => {
    expect(tax(265_750, 'single')).toBeCloseTo(591.75, 8)
    expect(tax(210_000, 'hoh')).toBe(90)
    expect(tax(260_000, 'qss')).toBe(540)
    expect(tax(260_000, 'mfj')).toBe(90)
    expect(tax(260_000, 'mfs')).toBe(1_215)
    expect(tax(250_000, 'mfj')).toBe(0)
  })

  test('equals section 3101(b)(2)', () => {
    const cases = yearAndStatus.chain((of) => fc.tuple(fc.constant(of), dollars(of)))
    check(
      fc.property(cases, ([{ year, status }, wages]) => {
        const f = figureForm8959({ facts: { ...noFacts(), wages } }, lawFor(year, status))
        expect(f.line18).toBeCloseTo(additionalMedicareTax(wages, figuresFor(year, status)), 6)
      }),
    )
  })
})

describe('Form 8960, net investment income tax', () => {
  const form = (line2b: number, line3b: number, line7a: number, line11b: number, status: FilingStatus = 'mfj') =>
    figureForm8960({ form1040: { line2b, line3b, line7a, line11b } }, lawFor(2026, status))

  test('3.8 % of investment income or of income over the threshold, whichever is less', () => {
    // A gain of 240,000 beside wages of 300,000: 9,120, the example of a year of sale
    expect(form(0, 0, 240_000, 540_000).line17).toBeCloseTo(9_120, 8)
    expect(form(1_000, 2_000, 0, 251_000)).toMatchObject({
      line8: 3_000,
      line12: 3_000,
      line15: 1_000,
      line16: 1_000,
      line17: 38,
    })
    expect(form(1_000, 2_000, 0, 250_000).line17).toBe(0)
    expect(form(1_000, 2_000, 0, 251_000, 'single').line17).toBeCloseTo(114, 8)
    expect(form(1_000, 2_000, 0, 126_000, 'mfs').line17).toBe(38)
    expect(form(1_000, 2_000, 0, 251_000, 'qss').line17).toBe(38)
  })

  test('a capital loss comes off other investment income, and no further', () => {
    expect(form(2_000, 500, -1_500, 400_000)).toMatchObject({ line8: 1_000, line17: 38 })
    expect(form(2_000, 500, -3_000, 400_000)).toMatchObject({ line8: -500, line12: 0, line17: 0 })
  })

  test('equals section 1411', () => {
    const cases = yearAndStatus.chain((of) =>
      fc.record({
        of: fc.constant(of),
        interest: dollars(of),
        gain: fc.oneof(dollars(of), fc.constant(-3_000)),
        agi: dollars(of),
      }),
    )
    check(
      fc.property(cases, ({ of: { year, status }, interest, gain, agi }) => {
        const f = figureForm8960(
          { form1040: { line2b: interest, line3b: 40, line7a: gain, line11b: agi } },
          lawFor(year, status),
        )
        expect(f.line17).toBeCloseTo(investmentIncomeTax(interest + 40, gain, agi, figuresFor(year, status)), 6)
      }),
    )
  })
})

test('Schedule 2: AMT above the credits; Additional Medicare Tax and investment income tax below', () => {
  const from = { form6251: { line11: 37_846 }, form8959: { line18: 591.75 }, form8960: { line17: 9_120 } }
  expect(figureSchedule2(from)).toEqual({
    line2: 37_846,
    line3: 37_846,
    line11: 591.75,
    line12: 9_120,
    line21: 9_711.75,
  })
})

test('Schedule 3: the foreign tax credit up to the tax, the minimum tax credit, all others', () => {
  const facts = { ...noFacts(), foreignTaxCredit: 300, otherCredits: 1_000, childTaxCredit: 4_000 }
  const figured = (line16: number) => figureSchedule3({ facts, form1040: { line16 }, form8801: { line25: 7_920 } })
  expect(figured(20_000)).toEqual({ line1: 300, line6b: 7_920, line6z: 1_000, line8: 9_220 })
  // IRC 904(a): not above the tax it is set against
  expect([300, 299, 0].map((line16) => figured(line16).line1)).toEqual([300, 299, 0])
})
