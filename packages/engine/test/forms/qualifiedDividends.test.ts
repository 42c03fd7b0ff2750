import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { figureQualifiedDividends } from '../../src/forms/qualifiedDividends.ts'
import { taxOn } from '../../src/law/federal/law.ts'
import { check, dollars, yearAndStatus } from '../arbitraries.ts'
import { lawFor } from '../laws.ts'
import { figuresFor } from '../statute/figures.ts'
import { section1 } from '../statute/section1.ts'

const figured = (line15: number, line3a: number, netCapitalGain: number, law = lawFor(2025, 'single')) =>
  figureQualifiedDividends({ form1040: { line15, line3a }, scheduleD: { netCapitalGain } }, law)

describe('by hand, single 2025: 0 % to 48,350, 15 % to 533,400', () => {
  test('gain within the 0 % ceiling is not taxed', () => {
    // 40,000 of wages: 1,192.50 + 12 % of 28,075
    expect(figured(48_350, 350, 8_000)).toMatchObject({ line5: 40_000, line9: 8_350, line12: 0, line25: 4_561.5 })
  })

  test('gain across the ceiling is taxed at 15 % above it', () => {
    expect(figured(50_350, 0, 10_350)).toMatchObject({
      line9: 8_350,
      line17: 2_000,
      line18: 300,
      line20: 0,
      line25: 4_861.5,
    })
  })

  test('gain across both ceilings: 0, 15 and 20 %', () => {
    // Income 600,000 of which 580,000 gain: 28,350 at 0 %; 533,400 - 48,350 at 15 % = 72,757.50; 66,600 at 20 % = 13,320
    // Tax on 20,000: 1,192.50 + 12 % of 8,075 = 2,161.50
    const f = figured(600_000, 80_000, 500_000)
    expect(f).toMatchObject({ line9: 28_350, line17: 485_050, line20: 66_600, line21: 13_320, line22: 2_161.5 })
    expect(f.line25).toBe(2_161.5 + 72_757.5 + 13_320)
  })

  test('ordinary income above the 15 % ceiling leaves 20 % for all gain', () => {
    expect(figured(700_000, 0, 100_000)).toMatchObject({ line9: 0, line17: 0, line20: 100_000, line21: 20_000 })
  })

  test('more gain than taxable income is taxed only as far as there is income', () => {
    expect(figured(30_000, 0, 90_000)).toMatchObject({ line5: 0, line9: 30_000, line10: 30_000, line25: 0 })
  })

  test('without gain it gives the ordinary tax', () => {
    expect(figured(200_000, 0, 0).line25).toBe(taxOn(200_000, lawFor(2025, 'single')))
    expect(figured(0, 0, 0).line25).toBe(0)
  })
})

test('the Tax Table is looked up with line 5, not with taxable income: Instructions for Form 1040, worksheet line 22', () => {
  const law = lawFor(2025, 'single', 'as-filed')
  const f = figured(148_317, 0, 100_000, law)
  // Line 5 is 48,317, in the row from 48,300 to 48,350: 1,192.50 + 12 % of (48,325 - 11,925) = 5,560.50, so 5,561
  expect(f.line22).toBe(5_561)
  expect(f.line24).toBe(taxOn(148_317, lawFor(2025, 'single')))
})

describe('against the Code', () => {
  const cases = yearAndStatus.chain((of) =>
    fc.record({
      of: fc.constant(of),
      ...{
        income: dollars(of),
        dividends: fc.oneof(fc.constant(0), dollars(of)),
        gain: fc.oneof(fc.constant(0), dollars(of)),
      },
      rounding: fc.constantFrom('exact' as const, 'as-filed' as const),
    }),
  )

  test('equals section 1(h)', () => {
    check(
      fc.property(cases, ({ of: { year, status }, income, dividends, gain, rounding }) => {
        const f = figured(income, dividends, gain, lawFor(year, status, rounding))
        const all = dividends + gain
        const gains = { netCapitalGain: all, adjustedNetCapitalGain: all, unrecaptured1250Gain: 0 }
        const code = section1(income, gains, figuresFor(year, status), rounding)
        expect(f.line25).toBeCloseTo(code.tax, 6)
        expect(f.line5).toBeCloseTo(code.belowAdjustedGain, 6)
        expect(f.line5).toBeCloseTo(code.atOrdinaryRates, 6)
      }),
      3_000,
    )
  })

  // Property 6, first half
  test('never more than the ordinary tax on the same income, nor less than none', () => {
    check(
      fc.property(cases, ({ of: { year, status }, income, dividends, gain, rounding }) => {
        const law = lawFor(year, status, rounding)
        const { line25 } = figured(income, dividends, gain, law)
        expect(line25).toBeLessThanOrEqual(taxOn(income, law))
        expect(line25).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
