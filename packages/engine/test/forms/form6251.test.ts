import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blank } from '../../src/form.ts'
import { noFacts } from '../../src/forms/facts.ts'
import {
  type Form6251,
  type Form6251From,
  figureForm6251,
  figureForm6251Spread,
  figureForm6251WithoutSpread,
  form6251Words,
  taxAtAmtRates,
} from '../../src/forms/form6251.ts'
import type { FederalLaw } from '../../src/law/federal/law.ts'
import type { FilingStatus } from '../../src/law/law.ts'
import { check, dollars, yearAndStatus } from '../arbitraries.ts'
import { lawFor, statuses, years } from '../laws.ts'
import { figuresFor } from '../statute/figures.ts'
import { minimumTax, twoRates } from '../statute/section55.ts'
import { differences } from '../statute/vectors.ts'
import { named, workedExamples } from '../workedExamples.ts'

/** What the form takes from the rest of the return, where there is nothing but an ordinary income. */
const nothing: Form6251From = {
  election: { itemizes: 0 },
  facts: noFacts(),
  form1040: { line3a: 0, line11b: 0, line12e: 0, nonItemizerGift: 0, line14: 0, line16: 0 },
  schedule1A: { line37: 0 },
  scheduleA: { line7: 0, overallLimitation: 0 },
  scheduleD: { included: 0, line17: 0, line20: 1 },
  scheduleDAmt: { included: 0, netCapitalGain: 0, line18: 0, line19: 0 },
  qualifiedDividends: { line5: 0 },
  scheduleDTax: { line14: Number.NaN, line21: Number.NaN },
}

type Lines = { year: number; status: FilingStatus } & Partial<Record<`line${string}`, number>>

interface Stated {
  figures?: { amtExemption: number; amtPhaseoutStart: number; amtBreakpoint: number; amtPhaseoutRate: number }
  taxableIncome?: number
  seniorDeduction?: number
  section68Reduction?: number
}

/** A return that leads to the lines of Parts I and II as an example states them. */
function stated(x: Lines & Stated): Form6251From {
  const { line1b = 0, line2a = 0, line2g = 0, line2i = 0, line3 = 0, line8 = 0, line10 = 0 } = x
  const { seniorDeduction = 0, taxableIncome = line1b - seniorDeduction, section68Reduction = 0 } = x
  return {
    ...nothing,
    election: { itemizes: section68Reduction > 0 ? 1 : 0 },
    facts: { ...noFacts(), line2g, isoSpread: line2i, otherAmtAdjustment: line3, amtForeignTaxCredit: line8 },
    form1040: {
      ...nothing.form1040,
      ...{ line11b: taxableIncome + 50_000, line14: 50_000, line12e: line2a, line16: line10 },
    },
    schedule1A: { line37: seniorDeduction },
    scheduleA: { line7: line2a, overallLimitation: section68Reduction },
  }
}

/** The law of the example's year, or of one too old to have a table. */
function lawOfExample({ year, status, figures }: Lines & Stated): FederalLaw {
  if (!figures) return lawFor(year, status)
  const amtPhaseoutRate = figures.amtPhaseoutRate * 10_000
  const amtExemptionGone = figures.amtPhaseoutStart + figures.amtExemption / figures.amtPhaseoutRate
  return { ...lawFor(2023, status), ...figures, amtPhaseoutRate, amtExemptionGone }
}

describe('examples of Parts I and II', () => {
  test.each(workedExamples<Lines & Stated>('form6251').map(named))('%s', (_, { gives, expected }) => {
    expect(differences(figureForm6251(stated(gives), lawOfExample(gives)), expected)).toEqual([])
  })
})

/** A return whose line 12 is what is asked: without an exemption, line 12 is AMT income. */
const withoutExemption = (law: FederalLaw): FederalLaw => ({
  ...law,
  ...{ amtExemption: 0, amtExemptionGone: law.amtPhaseoutStart, amtiIncreaseRate: 0 },
})

describe('examples of Part III', () => {
  test.each(workedExamples<Lines>('form6251 part III').map(named))('%s', (_, { gives, expected }) => {
    const { year, status, line12 = 0, line14 = 0, line15 = 0, line20 = 0, line27 = 0 } = gives
    const from: Form6251From = {
      ...nothing,
      form1040: { ...nothing.form1040, line11b: line12 },
      scheduleD: { included: 0, line17: 1, line20: 0 },
      scheduleDAmt: { included: 0, netCapitalGain: line15, line18: 0, line19: line14 },
      scheduleDTax: { line14: line20, line21: line27 },
    }
    const f = figureForm6251(from, withoutExemption(lawFor(year, status)))
    expect(f).toMatchObject({ line12, line13: line15 - line14, line14, line15, line20, line27 })
    expect(differences(f, expected)).toEqual([])
  })
})

test('the increase of a separate return: instructions of 2025, 900,350 and below add nothing, 25 percent above', () => {
  const at = (line1b: number, status: FilingStatus = 'mfs') =>
    figureForm6251(stated({ year: 2025, status, line1b }), lawFor(2025, status)).line4
  expect([900_350, 900_354, 1_174_346, 1_174_350, 1_174_354].map((income) => at(income))).toEqual([
    ...[900_350, 900_355, 1_174_346 + 68_499, 1_174_350 + 68_500, 1_174_354 + 68_500],
  ])
  for (const status of ['single', 'mfj', 'hoh', 'qss'] as const) expect(at(1_500_000, status)).toBe(1_500_000)
})

describe('Part I', () => {
  const law = lawFor(2026, 'single')

  test('each line 2 and 3 enters with its own sign, and moves AMT income dollar for dollar', () => {
    const lines = ['b', 'c', 'd', 'e', 'f', 'g', 'h', 'j', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't'] as const
    lines.forEach((letter, i) => {
      const from = { ...nothing, facts: { ...noFacts(), [`line2${letter}`]: -1_000 - i } }
      const f = figureForm6251(from, law)
      expect(f).toMatchObject({ [`line2${letter}`]: -1_000 - i, withoutSpread: -1_000 - i, line4: -1_000 - i })
    })
    for (const name of ['otherAmtAdjustment', 'otherAmtExclusion'] as const) {
      const f = figureForm6251({ ...nothing, facts: { ...noFacts(), [name]: 700 } }, law)
      expect(f).toMatchObject({ line3: 700, line4: 700 })
    }
  })

  test('line 2a: the standard deduction, or the taxes of an itemizer, who also gets the overall limitation back', () => {
    const form1040 = { ...nothing.form1040, line11b: 900_000, line12e: 70_000, line14: 76_000 }
    const from = {
      ...nothing,
      form1040,
      schedule1A: { line37: 6_000 },
      scheduleA: { line7: 10_000, overallLimitation: 4_000 },
    }
    expect(figureForm6251({ ...from, election: { itemizes: 0 } }, law)).toMatchObject({
      ...{ line1a: 70_000, line1b: 830_000, line2a: 70_000, overallLimitationRestored: 0, line4: 900_000 },
    })
    expect(figureForm6251({ ...from, election: { itemizes: 1 } }, law)).toMatchObject({
      ...{ line1a: 70_000, line1b: 830_000, line2a: 10_000, overallLimitationRestored: -4_000, line4: 836_000 },
    })
  })

  test('the other readings of 2026: the limitation stays, the gift of a non-itemizer is added back, 25 percent', () => {
    const itemizer = {
      ...nothing,
      election: { itemizes: 1 },
      scheduleA: { line7: 0, overallLimitation: 4_000 },
    } as const
    expect(figureForm6251(itemizer, law).line4).toBe(-4_000)
    const kept = lawFor(2026, 'single', 'exact', { overallLimitationRestored: 0 })
    expect(figureForm6251(itemizer, kept).line4).toBeCloseTo(0, 10)
    const giver = { ...nothing, form1040: { ...nothing.form1040, nonItemizerGift: 900 } }
    expect(figureForm6251(giver, law)).toMatchObject({ nonItemizerGiftAddedBack: 0, line4: 0 })
    const back = lawFor(2026, 'single', 'exact', { nonItemizerGiftAllowedInAmt: 0 })
    expect(figureForm6251(giver, back)).toMatchObject({ nonItemizerGiftAddedBack: 900, line4: 900 })
    const quarter = lawFor(2026, 'mfs', 'exact', { amtiIncreaseRate: 2_500 })
    const separate = stated({ year: 2026, status: 'mfs', line1b: 660_200 })
    expect(figureForm6251(separate, quarter).line4).toBe(665_200)
    expect(figureForm6251(separate, lawFor(2026, 'mfs')).line4).toBe(670_200)
  })

  test('line 2k: compensation that AMT income counts another year, and the difference of what gains come to', () => {
    // Instructions for Form 6251 (2025), line 2k: 65,000 of compensation; regular gain 50,000, AMT loss 65,000 limited to 3,000
    const from = {
      ...nothing,
      facts: { ...noFacts(), compensation: 65_000, amtCompensation: 0 },
      scheduleD: { included: 50_000, line17: 1, line20: 1 },
      scheduleDAmt: { included: -3_000, netCapitalGain: 0, line18: 0, line19: 0 },
    }
    const f = figureForm6251(from, lawFor(2025, 'single'))
    expect(f).toMatchObject({ line2kOrdinary: -65_000, line2kCapital: -53_000, line2k: -118_000, line4: -118_000 })
  })

  // Property 7: sold in the year of exercise, the shares adjust nothing (IRC 56(b)(3), last sentence)
  test('exercise and sale in the same year leave no adjustment', () => {
    const facts = { ...noFacts(), compensation: 80_000, amtCompensation: 80_000 }
    const f = figureForm6251({ ...nothing, facts }, law)
    expect(f).toMatchObject({ line2i: 0, line2k: 0, line4: 0 })
  })
})

describe('Part II', () => {
  const law = lawFor(2026, 'mfj')
  const at = (x: Partial<Record<`line${string}`, number>>): Form6251 =>
    figureForm6251(stated({ year: 2026, status: 'mfj', ...x }), law)

  test('the exemption to the dollar where its phase-out begins and ends', () => {
    expect([1_000_000, 1_000_002, 1_280_398, 1_280_400, 1_280_402].map((line1b) => at({ line1b }).line5)).toEqual([
      140_200, 140_199, 1, 0, 0,
    ])
  })

  test('income below the exemption is not taxed', () => {
    expect(at({ line1b: 140_200 })).toMatchObject({ line6: 0, line7: 0, line9: 0, line11: 0 })
    expect(at({ line1b: -80_000 })).toMatchObject({ line4: -80_000, line5: 140_200, line6: 0, line11: 0 })
    expect(at({ line1b: 140_201 }).line7).toBeCloseTo(0.26, 10)
  })

  test('28 percent above the breakpoint', () => {
    // 384,700 less 140,200 is 244,500, at 26 percent 63,570
    expect(at({ line1b: 384_700 }).line7).toBe(63_570)
    expect(at({ line1b: 384_800 }).line7).toBe(63_598)
    expect(taxAtAmtRates(-100, law)).toBe(-26)
    expect(taxAtAmtRates(Number.NaN, law)).toBeNaN()
  })

  test('the foreign tax credit for AMT stops at the tax, and the regular one at zero', () => {
    expect(at({ line1b: 240_200, line8: 30_000 })).toMatchObject({ line7: 26_000, line8: 26_000, line9: 0, line11: 0 })
    const from = stated({ year: 2026, status: 'mfj', line1b: 240_200, line10: 1_000 })
    const f = figureForm6251({ ...from, facts: { ...from.facts, foreignTaxCredit: 1_500 } }, law)
    expect(f).toMatchObject({ line10: 0, line11: 26_000 })
    expect(at({ line1b: 240_200, line10: 26_001 }).line11).toBe(0)
  })
})

describe('Part III', () => {
  test('a gain that AMT does not have leaves qualified dividends at the lower rates, and no more', () => {
    const from = {
      ...nothing,
      form1040: { ...nothing.form1040, line11b: 200_000, line3a: 5_000 },
      scheduleD: { included: 30_000, line17: 1, line20: 1 },
      scheduleDAmt: { included: -3_000, netCapitalGain: 0, line18: 0, line19: 0 },
      qualifiedDividends: { line5: 165_000 },
    }
    expect(figureForm6251(from, lawFor(2026, 'single'))).toMatchObject({ line13: 5_000, line14: 0, line15: 5_000 })
  })

  test('28 percent gain is not among the gains of line 13, nor under line 15', () => {
    // Schedule D Tax Worksheet lines 9 to 13 on AMT amounts: 50,000 of which 20,000 collectibles, 10,000 section 1250
    const from = {
      ...nothing,
      form1040: { ...nothing.form1040, line11b: 300_000, line3a: 1_000 },
      scheduleDAmt: { included: 50_000, netCapitalGain: 50_000, line18: 20_000, line19: 10_000 },
    }
    const f = figureForm6251(from, lawFor(2025, 'single'))
    expect(f).toMatchObject({ line13: 21_000, line14: 10_000, line15: 31_000 })
  })

  test('gains of the higher rates that exceed the net gain leave only dividends on line 13', () => {
    const scheduleDAmt = { included: 5_000, netCapitalGain: 5_000, line18: 4_000, line19: 9_000 }
    const from = { ...nothing, form1040: { ...nothing.form1040, line11b: 300_000, line3a: 700 }, scheduleDAmt }
    expect(figureForm6251(from, lawFor(2025, 'single'))).toMatchObject({ line13: 700, line14: 9_000, line15: 5_700 })
  })

  test('the regular worksheet that was used gives lines 20 and 27', () => {
    const from = { ...nothing, qualifiedDividends: { line5: 11 }, scheduleDTax: { line14: 22, line21: 33 } }
    const used = (line17: number, line20: number) => {
      const { line20: below, line27 } = figureForm6251(
        { ...from, scheduleD: { included: 0, line17, line20 } },
        lawFor(2025, 'hoh'),
      )
      return [below, line27]
    }
    expect([used(0, 0), used(0, 1), used(1, 1), used(1, 0)]).toEqual([
      ...[
        [11, 11],
        [11, 11],
        [11, 11],
      ],
      [22, 33],
    ])
  })
})

describe('against the Code', () => {
  const cases = yearAndStatus.chain((of) => {
    const amount = dollars(of)
    return fc.record({
      of: fc.constant(of),
      ...{
        income: amount,
        spread: amount,
        dividends: fc.oneof(fc.constant(0), amount),
        gain: amount,
        regularTax: amount,
      },
      ...{
        higher: fc.tuple(fc.constantFrom(0, 0, 0.3, 1), fc.constantFrom(0, 0, 0.4, 1)),
        below: amount,
        more: fc.constantFrom(0, 20_000),
      },
      credits: fc.record({ regular: fc.constantFrom(0, 0, 600), amt: fc.constantFrom(0, 0, 600, 40_000) }),
    })
  })

  /** The form on gains as AMT has them and on the regular amounts they are stacked on. */
  function both(x: typeof cases extends fc.Arbitrary<infer Case> ? Case : never) {
    const { year, status } = x.of
    const [line18, line19] = [x.gain * x.higher[0], x.gain * x.higher[1]]
    const from: Form6251From = {
      ...nothing,
      facts: {
        ...noFacts(),
        isoSpread: x.spread,
        foreignTaxCredit: x.credits.regular,
        amtForeignTaxCredit: x.credits.amt,
      },
      form1040: { ...nothing.form1040, line11b: x.income, line3a: x.dividends, line16: x.regularTax },
      scheduleD: { included: 0, line17: 1, line20: 0 },
      scheduleDAmt: { included: 0, netCapitalGain: x.gain, line18, line19 },
      scheduleDTax: { line14: x.below, line21: x.below + x.more },
    }
    const taxedHigher = Math.min(x.gain, line18 + line19)
    const gains = {
      netCapitalGain: x.gain + x.dividends,
      adjustedNetCapitalGain: x.gain - taxedHigher + x.dividends,
      unrecaptured1250Gain: line19,
    }
    const regular = { tax: x.regularTax, belowAdjustedGain: x.below, atOrdinaryRates: x.below + x.more }
    const credits = { amtForeignTaxCredit: x.credits.amt, foreignTaxCredit: x.credits.regular }
    const code = minimumTax({ amti: x.income + x.spread, gains, regular, ...credits }, figuresFor(year, status))
    return { form: figureForm6251(from, lawFor(year, status)), code, from }
  }

  test('equals section 55 on any income, gains and credits', () => {
    check(
      fc.property(cases, (x) => {
        const { form, code } = both(x)
        expect(form.line4).toBeCloseTo(code.amti, 6)
        expect(form.line5).toBeCloseTo(code.exemption, 6)
        expect(form.line6).toBeCloseTo(code.taxableExcess, 6)
        expect(form.line9).toBeCloseTo(code.tentativeMinimumTax, 6)
        expect(form.line11).toBeCloseTo(code.amt, 6)
      }),
      3_000,
    )
  })

  // Property 6, second half
  test('the tax with reduced rates on gains never exceeds the two rates alone, nor falls below zero', () => {
    check(
      fc.property(cases, (x) => {
        const { line37, line38, line39, line40, line36 } = both(x).form
        expect(line40).toBeLessThanOrEqual(line39 + 1e-9)
        for (const each of [line36, line37, line38, line40]) expect(each).toBeGreaterThanOrEqual(-1e-6)
      }),
    )
  })

  test('figured anew for another spread, it is the form with that spread', () => {
    check(
      fc.property(cases, fc.integer({ min: 0, max: 3_000_000 }), (x, isoSpread) => {
        const { from } = both(x)
        const law = lawFor(x.of.year, x.of.status)
        const other = { ...from, facts: { ...from.facts, isoSpread } }
        const twice = figureForm6251WithoutSpread(from, law, blank(form6251Words))
        figureForm6251Spread(from, law, twice)
        expect(figureForm6251Spread(other, law, twice)).toEqual(figureForm6251(other, law))
      }),
    )
  })

  test('the two rates equal those of 55(b)(1)(A) at their breakpoint and beside it', () => {
    for (const year of years)
      for (const status of statuses) {
        const law = lawFor(year, status)
        for (const amount of [0, 1, law.amtBreakpoint - 1, law.amtBreakpoint, law.amtBreakpoint + 1, 7_654_321])
          expect(taxAtAmtRates(amount, law)).toBeCloseTo(twoRates(amount, figuresFor(year, status)), 7)
      }
  })
})
