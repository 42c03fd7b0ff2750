import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { noFacts } from '../../src/forms/facts.ts'
import { type Form6251, form6251Words } from '../../src/forms/form6251.ts'
import {
  type Form8801PriorFrom,
  figureForm8801Credit,
  figureForm8801Exclusion,
  form8801ExclusionWords,
  form8801Words,
} from '../../src/forms/form8801.ts'
import type { FilingStatus } from '../../src/law/law.ts'
import { check, dollars, yearAndStatus } from '../arbitraries.ts'
import { lawFor } from '../laws.ts'
import { figuresFor } from '../statute/figures.ts'
import { exclusionMinimumTax, minimumTaxCredit } from '../statute/section53.ts'
import { minimumTax } from '../statute/section55.ts'
import { differences } from '../statute/vectors.ts'
import { named, workedExamples } from '../workedExamples.ts'

const noLines = Object.fromEntries(Object.keys(form6251Words).map((line) => [line, 0])) as Form6251

/** A year before with nothing in it. */
const nothing: Form8801PriorFrom = {
  facts: noFacts(),
  form1040: { line3a: 0 },
  form6251: noLines,
  scheduleD: { netCapitalGain: 0, line17: 0, line18: 0, line19: 0, line20: 1 },
  qualifiedDividends: { line5: 0 },
  scheduleDTax: { line14: Number.NaN, line21: Number.NaN },
}

type Lines = { year: number; status: FilingStatus } & Partial<Record<`line${number}`, number>>

/** The form on lines as an example states them: those of Part I and III are of the year before. */
function figured(x: Lines) {
  const { line1 = 0, line2 = 0, line14 = 0, line16 = 0, line28 = 0, line29 = 0, line30 = 0, line35 = 0, line42 = 0 } = x
  const { line19 = 0, line22 = 0, line23 = 0 } = x
  const exclusion = figureForm8801Exclusion(
    {
      ...nothing,
      form6251: { ...noLines, line1b: line1, line2a: line2, line10: line14, line11: line16 },
      scheduleD: { netCapitalGain: line30, line17: 1, line18: line30 - line28 - line29, line19: line29, line20: 0 },
      scheduleDTax: { line14: line35, line21: line42 },
    },
    lawFor(x.year, x.status),
  )
  const facts = { ...noFacts(), minimumTaxCreditMade: exclusion.line18, minimumTaxCredit: line19 }
  const from = { facts, form6251: { line9: line23, line10: line22 } }
  const credit = figureForm8801Credit(from, lawFor(x.year, x.status))
  const partII = ['line18', 'line19', 'line21', 'line22', 'line23', 'line24', 'line25', 'line26'] as const
  return { ...exclusion, ...Object.fromEntries(partII.map((line) => [line, credit[line]])) }
}

describe('examples', () => {
  test.each(workedExamples<Lines>('form8801').map(named))('%s', (_, { gives, expected }) => {
    expect(differences(figured(gives), expected)).toEqual([])
  })
})

describe('Part I', () => {
  test('takes exclusion items alone: taxes, refunds, interest, depletion, bonds, small business stock', () => {
    const law = lawFor(2026, 'single')
    const lines = ['line2a', 'line2b', 'line2c', 'line2d', 'line2g', 'line2h'] as const
    for (const line of [...lines, 'overallLimitationRestored', 'nonItemizerGiftAddedBack'] as const) {
      const f = figureForm8801Exclusion({ ...nothing, form6251: { ...noLines, [line]: 1_234 } }, law)
      expect(f).toMatchObject({ line1: 0, line2: 1_234, line4: 1_234 })
    }
    for (const line of ['line2i', 'line2k', 'line2l', 'line2f', 'line2n', 'line3', 'withoutSpread', 'line4'] as const) {
      const f = figureForm8801Exclusion({ ...nothing, form6251: { ...noLines, [line]: 1_234 } }, law)
      expect(f).toMatchObject({ line1: 0, line2: 0, line4: 0 })
    }
    const form6251 = { ...noLines, line1b: 500, line2e: 20 }
    const facts = { ...noFacts(), otherAmtExclusion: 7, minimumTaxCreditNol: -300 }
    const f = figureForm8801Exclusion({ ...nothing, form6251, facts }, law)
    expect(f).toMatchObject({ line1: 520, line2: 7, line3: -300, beforeIncrease: 227, line4: 227 })
  })

  test('the increase of a separate return: instructions, 895,950 becomes 900,950 (2024), at most the exemption', () => {
    const at = (line1: number, year = 2024) => figured({ year, status: 'mfs', line1 }).line4
    expect(at(875_950)).toBe(875_950)
    expect(at(895_950)).toBe(900_950)
    expect(at(1_142_550)).toBe(1_142_550 + 66_650)
    expect(at(2_000_000)).toBe(2_066_650)
    // 50 percent from 2026: 640,200 + 10,000
    expect(at(650_200, 2026)).toBe(655_200)
  })

  test('the exemption of the year before, phased out at its rate', () => {
    // 2025: 626,350 + 1,000 at 25 percent; 2026: 500,000 + 1,000 at 50 percent
    expect(figured({ year: 2025, status: 'single', line1: 627_350 })).toMatchObject({
      line7: 1_000,
      line8: 250,
      line9: 87_850,
      line10: 539_500,
    })
    expect(figured({ year: 2026, status: 'single', line1: 501_000 })).toMatchObject({
      line7: 1_000,
      line8: 500,
      line9: 89_600,
      line10: 411_400,
    })
    expect(figured({ year: 2026, status: 'single', line1: 680_300 })).toMatchObject({ line9: 0, line10: 680_300 })
  })

  test('the credit the year made may be negative: 8801 line 18 of 5.3 C2 style, tax on exclusions but no AMT', () => {
    // Single 2024: 26 % of 120,000 - 85,700 is 8,918; less regular tax 5,000 leaves 3,918 that no AMT matches
    expect(figured({ year: 2024, status: 'single', line1: 100_000, line2: 20_000, line14: 5_000 })).toMatchObject({
      ...{ line13: 8_918, line15: 3_918, line16: 0, line17: 3_918, line18: -3_918 },
    })
  })

  test('the foreign tax credit for AMT reduces the tax on exclusion items, to zero at most', () => {
    const law = lawFor(2024, 'single')
    const form6251 = { ...noLines, line1b: 120_000 }
    const credited = (amtForeignTaxCredit: number) =>
      figureForm8801Exclusion({ ...nothing, form6251, facts: { ...noFacts(), amtForeignTaxCredit } }, law)
    expect(credited(900)).toMatchObject({ line11: 8_918, line12: 900, line13: 8_018 })
    expect(credited(9_000)).toMatchObject({ line12: 8_918, line13: 0, line15: 0 })
  })
})

describe('Part III', () => {
  const from: Form8801PriorFrom = {
    ...nothing,
    form1040: { line3a: 1_000 },
    form6251: { ...noLines, line1b: 300_000, line13: 4_000, line14: 2_000, line15: 5_500 },
    scheduleD: { netCapitalGain: 50_000, line17: 1, line18: 20_000, line19: 10_000, line20: 0 },
    scheduleDTax: { line14: 270_000, line21: 280_000 },
    qualifiedDividends: { line5: 111 },
  }

  test('takes gains of the regular tax, or by the other reading those refigured for AMT', () => {
    const usual = figureForm8801Exclusion(from, lawFor(2025, 'single'))
    expect(usual).toMatchObject({ line28: 21_000, line29: 10_000, line30: 31_000 })
    const other = lawFor(2025, 'single', 'exact', { exclusionGainsRegular: 0 })
    expect(figureForm8801Exclusion(from, other)).toMatchObject({ line28: 4_000, line29: 2_000, line30: 5_500 })
    const form6251 = { ...from.form6251, line15: 9_000 }
    expect(figureForm8801Exclusion({ ...from, form6251 }, other).line30).toBe(6_000)
  })

  test('no more than the net gain is taxed at the lower rates', () => {
    const scheduleD = { ...from.scheduleD, line18: 45_000, line19: 30_000 }
    const f = figureForm8801Exclusion({ ...from, scheduleD }, lawFor(2025, 'single'))
    expect(f).toMatchObject({ line28: 1_000, line29: 30_000, line30: 31_000 })
    const most = figureForm8801Exclusion(
      { ...from, scheduleD: { ...scheduleD, line19: 60_000 } },
      lawFor(2025, 'single'),
    )
    expect(most.line30).toBe(51_000)
  })

  test('stacks them on the regular income of the worksheet that was used', () => {
    const law = lawFor(2025, 'single')
    expect(figureForm8801Exclusion(from, law)).toMatchObject({ line35: 270_000, line42: 280_000 })
    const dividends = { ...from, scheduleD: { ...from.scheduleD, line20: 1 } }
    expect(figureForm8801Exclusion(dividends, law)).toMatchObject({ line35: 111, line42: 111 })
    const loss = { ...from, scheduleD: { ...from.scheduleD, line17: 0 } }
    expect(figureForm8801Exclusion(loss, law)).toMatchObject({ line35: 111, line42: 111 })
  })
})

describe('Part II', () => {
  const used = (line21: number, line10: number, line9: number, credits = {}) =>
    figureForm8801Credit(
      { facts: { ...noFacts(), minimumTaxCredit: line21, ...credits }, form6251: { line9, line10 } },
      lawFor(2026, 'single'),
    )

  test('the credit stops where tentative minimum tax is reached', () => {
    expect(used(5_082, 18_000, 15_000)).toMatchObject({ line24: 3_000, line25: 3_000, line26: 2_082 })
    expect(used(2_000, 18_000, 15_000)).toMatchObject({ line25: 2_000, line26: 0 })
    expect(used(2_000, 15_000, 18_000)).toMatchObject({ line24: 0, line25: 0, line26: 2_000 })
  })

  test('child tax credit and other credits come first', () => {
    // 49,468 - 4,400 - 41,548: the example of a year with a child tax credit of 4,400
    const f = used(102_724, 49_468, 41_548, { childTaxCredit: 4_400 })
    expect(f).toMatchObject({ line22: 45_068, line24: 3_520, line25: 3_520, line26: 99_204 })
    expect(used(102_724, 49_468, 41_548, { otherCredits: 7_921 })).toMatchObject({ line24: 0, line25: 0 })
    expect(used(100, 3_000, 0, { childTaxCredit: 2_000, otherCredits: 1_500 })).toMatchObject({ line22: 0, line25: 0 })
  })

  test('a line 21 below zero is no credit and carries nothing', () => {
    expect(used(-3_000, 18_000, 15_000)).toMatchObject({ line21: -3_000, line25: 0, line26: 0 })
  })
})

describe('against the Code', () => {
  const cases = yearAndStatus.chain((of) => {
    const amount = dollars(of)
    return fc.record({
      of: fc.constant(of),
      ...{
        income: amount,
        items: amount,
        dividends: fc.oneof(fc.constant(0), amount),
        gain: amount,
        regularTax: amount,
      },
      ...{ higher: fc.tuple(fc.constantFrom(0, 0, 0.3, 1), fc.constantFrom(0, 0, 0.4, 1)), below: amount, amt: amount },
      ...{ amtCredit: fc.constantFrom(0, 0, 600), more: fc.constantFrom(0, 20_000) },
    })
  })

  test('lines 4 to 18 equal section 53(d)(1)(B)', () => {
    check(
      fc.property(cases, (x) => {
        const { year, status } = x.of
        const [line18, line19] = [x.gain * x.higher[0], x.gain * x.higher[1]]
        const f = figureForm8801Exclusion(
          {
            ...nothing,
            facts: { ...noFacts(), amtForeignTaxCredit: x.amtCredit },
            form1040: { line3a: x.dividends },
            form6251: {
              ...noLines,
              line1b: x.income,
              line2a: x.items,
              line10: x.regularTax,
              line11: x.amt,
            },
            scheduleD: { netCapitalGain: x.gain, line17: 1, line18, line19, line20: 0 },
            scheduleDTax: { line14: x.below, line21: x.below + x.more },
          },
          lawFor(year, status),
        )
        const facts = {
          gains: {
            netCapitalGain: x.gain + x.dividends,
            adjustedNetCapitalGain: x.gain - Math.min(x.gain, line18 + line19) + x.dividends,
            unrecaptured1250Gain: line19,
          },
          regular: { tax: x.regularTax, belowAdjustedGain: x.below, atOrdinaryRates: x.below + x.more },
          ...{ amtForeignTaxCredit: x.amtCredit, foreignTaxCredit: 0 },
        }
        const code = figuresFor(year, status)
        const whole = minimumTax({ ...facts, amti: x.income + x.items }, code)
        expect([f.line4, f.line9, f.line10, f.line13].map(cents)).toEqual(
          [whole.amti, whole.exemption, whole.taxableExcess, whole.tentativeMinimumTax].map(cents),
        )
        const line15 = exclusionMinimumTax({ ...facts, taxableIncome: x.income, exclusionItems: x.items }, code)
        expect(f.line15).toBeCloseTo(line15, 6)
        expect(f.line18).toBeCloseTo(x.amt - line15, 6)
      }),
      2_000,
    )
  })

  const cents = (amount: number): number => Math.round(amount * 1e5) / 1e5 + 0

  // Property 9, within a year
  test('Part II equals section 53(c); the credit used is never negative nor more than the regular tax less the rest', () => {
    const amount = dollars({ year: 2026, status: 'mfj' })
    const year = fc.record({
      line21: amount,
      line10: amount,
      line9: amount,
      childTaxCredit: amount,
      otherCredits: amount,
    })
    check(
      fc.property(year, ({ line21, line10, line9, childTaxCredit, otherCredits }) => {
        const facts = { ...noFacts(), minimumTaxCredit: line21, childTaxCredit, otherCredits }
        const f = figureForm8801Credit({ facts, form6251: { line9, line10 } }, lawFor(2026, 'single'))
        const credits = { otherCredits: childTaxCredit + otherCredits, tentativeMinimumTax: line9 }
        const code = minimumTaxCredit({ carriedIn: line21, regularTaxLiability: line10, ...credits })
        expect(f.line25).toBeCloseTo(code.used, 6)
        expect(f.line26).toBeCloseTo(code.carriedOut, 6)
        expect(f.line25).toBeGreaterThanOrEqual(0)
        expect(f.line25).toBeLessThanOrEqual(Math.max(0, line10 - childTaxCredit - otherCredits - line9) + 1e-6)
      }),
    )
  })

  test('its words cover every line of Parts I to III', () => {
    const numbers = (words: object): number[] =>
      Object.keys(words).flatMap((line) => (/^line\d+$/.test(line) ? [Number(line.slice(4))] : []))
    const lines = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i)
    expect(numbers(form8801ExclusionWords)).toEqual([...lines(1, 18), ...lines(27, 55)])
    expect(numbers(form8801Words)).toEqual(lines(18, 26))
  })
})
