/** Credit rebuilt from old forms. The couple of examples/credit-left-behind.yaml is worked by hand below. */
import { describe, expect, test } from 'vitest'
import type { Case, HistoryYear } from '../../src/case.ts'
import { unusedCredit } from '../../src/credit/unused.ts'
import { InputError, NotModelled } from '../../src/errors.ts'
import { filedYears } from '../../src/filed.ts'
import { parseScenario } from '../../src/scenario/parseScenario.ts'
import { yearsTo } from '../../src/timeline.ts'
import { caseOf, historyOf, incomeOf } from '../cases.ts'
import { yaml } from '../scenario/files.ts'

const unusedOf = (of: Case, asOf = '2026-11-22') => unusedCredit(filedYears(of), asOf)
const joint = (history: HistoryYear[]): Case =>
  caseOf({
    ...{ history, lots: [], carryforwards: { ...caseOf().carryforwards, minimumTaxCredit: null } },
    incomes: [incomeOf(2026, { wages: 300_000 })],
    household: { ...caseOf().household, statuses: [{ from: 2015, status: 'mfj' }] },
  })

describe('the couple that filed no Form 8801 after an exercise in 2021', () => {
  const of = parseScenario(yaml('examples/credit-left-behind.yaml'))
  const unused = unusedOf(of)
  const year = (which: number) => unused?.years.find((each) => each.year === which)

  // 2021, joint: wages 280,000 less 25,100 is 254,900. Exclusion items alone: 280,000 less 114,600 is 165,400, 26 % of it
  // 43,004, below the regular tax of 49,218: all of the AMT is credit.
  test('2021: 105,096 of AMT is credit', () =>
    expect(year(2021)).toMatchObject({ amt: 105_096, exclusionPart: 0, generated: 105_096, allowable: 0 }))

  // Regular tax 48,655 less 26 % of (280,000 - 118,100) = 42,094
  test('2022: 6,561 could have come back, and is lost since 15 April 2026', () =>
    expect(year(2022)).toMatchObject({
      gap: 6_561,
      allowable: 6_561,
      refund: 6_561,
      claimUntil: '2026-04-15',
      open: false,
    }))

  // With the AMT basis: AMTI 570,000 - 200,000 = 370,000, less 126,500 is 243,500, of which 90,000 are gain at 15 %: 13,500,
  // and 26 % of 153,500 is 39,910. Regular tax 90,852 less 53,410.
  test('2023: 37,442 instead of the 7,442 of the Form 6251 as filed', () =>
    expect(year(2023)).toMatchObject({
      gap: 37_442,
      allowable: 37_442,
      refund: 37_442,
      claimUntil: '2027-04-15',
      open: true,
    }))

  test('2024 and 2025: 8,135 and 8,154', () => {
    // 46,277 - 26 % of (280,000 - 133,300); 45,334 - 26 % of (280,000 - 137,000)
    expect(year(2024)).toMatchObject({ gap: 8_135, refund: 8_135, claimUntil: '2028-04-15' })
    expect(year(2025)).toMatchObject({ gap: 8_154, refund: 8_154, claimUntil: '2029-04-15' })
  })

  test('in sum: 53,731 to claim, 6,561 lost, 44,804 for 2026', () => {
    expect(unused).toMatchObject({ claimable: 53_731, lost: 6_561, carriedOut: 44_804, made: 0 })
    const [first] = yearsTo(of, 2026)
    expect(first?.return.form8801).toMatchObject({ line18: 0, line19: 44_804, line21: 44_804 })
  })

  test('before 15 April 2026 all of it could be claimed, and after 2029 nothing', () => {
    expect(unusedOf(of, '2026-04-15')).toMatchObject({ claimable: 60_292, lost: 0 })
    expect(unusedOf(of, '2029-04-16')).toMatchObject({ claimable: 0, lost: 60_292 })
  })
})

describe('forms as filed', () => {
  const of2024 = historyOf(2024, {
    form6251: { line1b: 250_800, line2a: 29_200, line4: 700_000, line9: 153_882, line10: 46_277, line11: 107_605 },
  })
  const gap2025 = { line1b: 248_500, line2a: 31_500, line4: 280_000, line9: 37_180, line10: 45_334, line11: 0 }

  test('a credit that was claimed is no refund; one claimed in part is the rest; too much is below zero', () => {
    for (const [line25, refund] of [
      [8_154, 0],
      [3_000, 5_154],
      [9_000, -846],
    ] as const) {
      const of = joint([of2024, historyOf(2025, { form6251: gap2025, form8801: { line25 } })])
      expect(unusedOf(of)?.years[1]).toMatchObject({ claimed: line25, allowable: 8_154, refund })
    }
  })

  test('other nonrefundable credits come first: 8,154 less 4,400', () => {
    const of = joint([of2024, historyOf(2025, { form6251: gap2025, credits: 4_400 })])
    expect(unusedOf(of)?.years[1]).toMatchObject({ gap: 3_754, allowable: 3_754 })
  })

  test('the first year may state what was carried to it: lines 18 to 20, or line 21', () => {
    for (const form8801 of [{ line21: 5_000 }, { line18: 1_000, line19: 3_000, line20: 1_000 }]) {
      const of = joint([historyOf(2025, { form6251: gap2025, form8801 })])
      expect(unusedOf(of)?.years[0]).toMatchObject({ available: 5_000, allowable: 5_000, carriedOut: 0 })
    }
  })

  test('a year of which there is no Form 6251 used what it claimed', () => {
    const of = joint([of2024, historyOf(2025, { form8801: { line25: 2_500 } })])
    expect(unusedOf(of)?.years[1]).toMatchObject({ gap: null, allowable: 2_500, refund: 0, carriedOut: 105_105 })
  })

  test('a stated carryforward stands; without one the rebuilt credit is carried in', () => {
    const history = [of2024, historyOf(2025, { form6251: gap2025 })]
    // 107,605 less 8,154
    expect(yearsTo(joint(history), 2026)[0]?.return.form8801.line21).toBeCloseTo(99_451, 6)
    const stated = { ...joint(history), carryforwards: { ...caseOf().carryforwards, minimumTaxCredit: 1_000 } }
    expect(yearsTo(stated, 2026)[0]?.return.form8801.line21).toBe(1_000)
  })

  test('no history, no ledger', () => expect(unusedOf(joint([]))).toBeNull())
})

describe('years before 2018', () => {
  const old = historyOf(2016, { form6251: { line1: 200_000, line4: 600_000, line10: 40_000, line11: 90_000 } })
  const rest = [2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025].map((year) => historyOf(year))

  test('are split as the next Form 8801 states: line 15, or line 18', () => {
    for (const form8801 of [{ line15: 4_000 }, { line18: 86_000 }]) {
      const of = joint([old, { ...(rest[0] as HistoryYear), form8801 }, ...rest.slice(1)])
      expect(unusedOf(of)?.years[0]).toMatchObject({ exclusionPart: 4_000, generated: 86_000 })
    }
  })

  test('or are refused by name', () => expect(() => filedYears(joint([old, ...rest]))).toThrow(NotModelled))

  test('2018 has its own law: 109,400 of exemption, 26 % of 140,600 on exclusion items', () => {
    const form6251 = { line1: 226_000, line2a: 24_000, line4: 500_000, line10: 30_000, line11: 40_000 }
    const of = joint([historyOf(2018, { form6251 }), ...rest.slice(2)])
    // 36,556 less 30,000
    expect(unusedOf(of)?.years[0]).toMatchObject({ exclusionPart: 6_556, generated: 33_444 })
  })
})

describe('the AMT basis missed at a sale', () => {
  const sold = (netGain: number, difference: number, x: Partial<HistoryYear> = {}) =>
    historyOf(2024, {
      // Joint 2024, wages 280,000 and a gain of 290,000: AMTI 570,000, exemption 133,300, 26 % of 146,700 is 38,142, 15 % of
      // 290,000 43,500. Regular: 46,277 and 43,500.
      form6251: { line1: 540_800, line2a: 29_200, line4: 570_000, line9: 81_642, line10: 89_777, line11: 0 },
      qualifiedDividendWorksheet: { line4: 290_000, line5: 250_800 },
      missedAmtBasis: { netGain, difference },
      ...x,
    })
  const due = (of: HistoryYear) => filedYears(joint([of, historyOf(2025)]))[0]

  test('line 2k of -200,000 lowers tentative minimum tax by 15 % of it', () =>
    expect(due(sold(290_000, 200_000))?.due).toMatchObject({ line2k: -200_000, line4: 370_000, line9: 51_642 }))

  test('an AMT loss is limited to 3,000, and the rest goes on: 290,000 less 400,000', () => {
    // AMTI 570,000 - 293,000 = 277,000 less 133,300 is 143,700 without gain, 26 % of it 37,362
    const year = due(sold(290_000, 400_000))
    expect(year?.due).toMatchObject({ line2k: -293_000, line4: 277_000, line9: 37_362 })
    expect(year?.amtLossLeft).toBe(107_000)
  })

  test('AMT paid by mistake comes back, and makes no credit', () => {
    // As filed with AMT of 5,000 for want of line 2k
    const form6251 = { line1: 540_800, line2a: 29_200, line4: 570_000, line9: 81_642, line10: 76_642, line11: 5_000 }
    const unused = unusedOf(joint([sold(290_000, 200_000, { form6251 }), historyOf(2025)]))
    expect(unused?.years[0]).toMatchObject({ amt: 5_000, amtDue: 0, refund: 5_000 })
    // Exclusion items alone, with the gain as for the regular tax: 81,642 less 76,642
    expect(unused?.years[0]).toMatchObject({ exclusionPart: 5_000, generated: -5_000 })
  })

  test('needs the AMT income as filed', () => {
    const file = {
      ...(yaml('examples/credit-left-behind.yaml') as { history: Record<number, Record<string, unknown>> }),
    }
    const history = { ...file.history, 2023: { ...file.history[2023], form6251: { line10: 1 } } }
    expect(() => parseScenario({ ...file, history })).toThrow(InputError)
  })
})
