import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { figureQualifiedDividends } from '../../src/forms/qualifiedDividends.ts'
import { figureScheduleDTax } from '../../src/forms/scheduleDTax.ts'
import { taxOn } from '../../src/law/federal/law.ts'
import { check, dollars, yearAndStatus } from '../arbitraries.ts'
import { lawFor } from '../laws.ts'
import { figuresFor } from '../statute/figures.ts'
import { section1 } from '../statute/section1.ts'

const law = lawFor(2025, 'single')

describe('by hand, single 2025', () => {
  test('0, 15, 25 and 28 % of one gain: 57,063 on 250,000, 3,000 on 20,000, 2,500 on 10,000, 5,600 on 20,000', () => {
    const scheduleD = { netCapitalGain: 50_000, line18: 20_000, line19: 10_000 }
    const f = figureScheduleDTax({ form1040: { line15: 300_000, line3a: 0 }, scheduleD }, law)
    expect(f).toMatchObject({ line13: 20_000, line14: 280_000, line18: 250_000, line21: 250_000 })
    expect(f).toMatchObject({ line22: 0, line30: 20_000, line31: 3_000, line39: 10_000, line40: 2_500 })
    expect(f).toMatchObject({ line42: 20_000, line43: 5_600, line44: 57_063, line45: 68_163, line47: 68_163 })
  })

  test('below the top of the 24 % bracket the higher gains are taxed as ordinary income: 24,047 on 130,000, 3,000 on 20,000', () => {
    const scheduleD = { netCapitalGain: 50_000, line18: 20_000, line19: 10_000 }
    const f = figureScheduleDTax({ form1040: { line15: 150_000, line3a: 0 }, scheduleD }, law)
    expect(f).toMatchObject({ line19: 150_000, line20: 130_000, line21: 130_000, line39: 0, line42: 0, line47: 27_047 })
  })

  test('across that top: ordinary income to 197,300, then 25 %', () => {
    // Taxable income 220,000, all of 60,000 gain is section 1250 gain: line 14 is 220,000, so 197,300 at ordinary rates
    // (40,199) and 22,700 at 25 % (5,675)
    const scheduleD = { netCapitalGain: 60_000, line18: 0, line19: 60_000 }
    const f = figureScheduleDTax({ form1040: { line15: 220_000, line3a: 0 }, scheduleD }, law)
    expect(f).toMatchObject({
      line18: 160_000,
      line21: 197_300,
      line38: 37_300,
      line39: 22_700,
      line40: 5_675,
      line47: 45_874,
    })
  })

  test('qualified dividends keep their rates beside 28 % gain', () => {
    // 400,000 less 30,000 dividends and 10,000 gain is 360,000; 28 % of 10,000; 15 % of 30,000
    const scheduleD = { netCapitalGain: 10_000, line18: 10_000, line19: 0 }
    const f = figureScheduleDTax({ form1040: { line15: 400_000, line3a: 30_000 }, scheduleD }, law)
    expect(f).toMatchObject({ line10: 40_000, line13: 30_000, line30: 30_000, line42: 10_000 })
    expect(f.line47).toBe(taxOn(360_000, law) + 2_800 + 4_500)
  })

  test('higher gains beyond the net gain count only as far as it goes', () => {
    const scheduleD = { netCapitalGain: 5_000, line18: 20_000, line19: 9_000 }
    const f = figureScheduleDTax({ form1040: { line15: 400_000, line3a: 0 }, scheduleD }, law)
    expect(f).toMatchObject({ line11: 29_000, line12: 5_000, line13: 0, line35: 5_000, line42: 0 })
    expect(f.line47).toBe(taxOn(395_000, law) + 1_250)
  })

  test('income that the 15 % ceiling cuts: 20 % above it', () => {
    // 500,000 ordinary, 100,000 gain of which 10,000 section 1250: 15 % to 533,400 less the 500,000; the rest 20 %
    const scheduleD = { netCapitalGain: 100_000, line18: 0, line19: 10_000 }
    const f = figureScheduleDTax({ form1040: { line15: 600_000, line3a: 0 }, scheduleD }, law)
    expect(f).toMatchObject({
      line23: 90_000,
      line29: 33_400,
      line30: 33_400,
      line33: 56_600,
      line34: 11_320,
      line40: 2_500,
    })
  })
})

describe('against the Code', () => {
  const cases = yearAndStatus.chain((of) => {
    const parts = fc.tuple(fc.constantFrom(0, 0.2, 0.6, 1), fc.constantFrom(0, 0.3, 0.5, 1))
    const amount = dollars(of)
    return fc.record({
      of: fc.constant(of),
      ...{ income: amount, dividends: fc.oneof(fc.constant(0), amount), gain: amount, parts },
      rounding: fc.constantFrom('exact' as const, 'as-filed' as const),
    })
  })

  test('equals section 1(h), and is never more than the ordinary tax', () => {
    check(
      fc.property(cases, ({ of: { year, status }, income, dividends, gain, parts, rounding }) => {
        const [line18, line19] = [gain * parts[0], gain * parts[1]]
        const of = lawFor(year, status, rounding)
        const from = {
          form1040: { line15: income, line3a: dividends },
          scheduleD: { netCapitalGain: gain, line18, line19 },
        }
        const f = figureScheduleDTax(from, of)
        const gains = {
          netCapitalGain: gain + dividends,
          adjustedNetCapitalGain: Math.max(0, gain - line18 - line19) + dividends,
          unrecaptured1250Gain: line19,
        }
        const code = section1(income, gains, figuresFor(year, status), rounding)
        expect(f.line47).toBeCloseTo(code.tax, 6)
        expect(f.line14).toBeCloseTo(code.belowAdjustedGain, 6)
        expect(f.line21).toBeCloseTo(code.atOrdinaryRates, 6)
        expect(f.line47).toBeLessThanOrEqual(taxOn(income, of))
      }),
      3_000,
    )
  })

  test('without gains of the higher rates it is the Qualified Dividends worksheet', () => {
    check(
      fc.property(cases, ({ of: { year, status }, income, dividends, gain, rounding }) => {
        const of = lawFor(year, status, rounding)
        const from = {
          form1040: { line15: income, line3a: dividends },
          scheduleD: { netCapitalGain: gain, line18: 0, line19: 0 },
        }
        expect(figureScheduleDTax(from, of).line47).toBeCloseTo(figureQualifiedDividends(from, of).line25, 6)
      }),
    )
  })
})
