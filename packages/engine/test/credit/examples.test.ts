/**
 * The worked examples of the credit, line by line, through grants, lots and plans: an exercise and what it makes (A); made in
 * 2025 and coming back in 2026, with a child tax credit, with a sale (B); AMT that never comes back (C), and a year in which it
 * takes from the credit (C2). Joint returns, standard deduction; each figure recomputed by hand in the comments.
 */
import { describe, expect, test } from 'vitest'
import { projectAnswer } from '../../src/answers/project.ts'
import { roomAnswer } from '../../src/answers/room.ts'
import type { Case } from '../../src/case.ts'
import { caseOf, exerciseOf, grantOf, incomeOf, lotOf, noCredits, noItemized, saleOf } from '../cases.ts'

const asOf = '2026-01-20'
const through = (horizon: number) => ({ ...caseOf().assumptions, horizon })
const formsOf = (of: Case, year: number) =>
  projectAnswer(of, asOf, { forms: true }).years.find((each) => each.year === year)?.forms ?? {}

describe('A. Taxable income of 200,000 and a spread of 180,000 in 2026', () => {
  const company = { ...caseOf().company, prices: [{ on: '2026-01-01', fmv: 20 }] }
  const exercised = (wages: number, itemized: Parameters<typeof incomeOf>[1] = {}) =>
    caseOf({
      ...{ company, assumptions: through(2027), plan: [exerciseOf('2026-01-20', 10_000)] },
      incomes: [incomeOf(2026, { wages, ...itemized })],
    })

  // 2,480 + 9,120 + 22 % of 99,200 = 33,424; 200,000 + 32,200 + 180,000 = 412,200 less 140,200 is 272,000: 63,570 + 7,700
  test('with the standard deduction: 37,846 of AMT', () => {
    const { form6251, form1040 } = formsOf(exercised(232_200), 2026)
    expect(form1040).toMatchObject({ line15: 200_000, line16: 33_424 })
    expect(form6251).toMatchObject({
      ...{ line1b: 200_000, line2a: 32_200, line2i: 180_000, line4: 412_200, line5: 140_200, line6: 272_000 },
      ...{ line7: 71_270, line9: 71_270, line10: 33_424, line11: 37_846 },
    })
  })

  test('all of it is credit: exclusion items alone give 23,920', () => {
    expect(formsOf(exercised(232_200), 2027)['form8801']).toMatchObject({
      ...{ line4: 232_200, line9: 140_200, line10: 92_000, line11: 23_920, line14: 33_424, line15: 0 },
      ...{ line16: 37_846, line18: 37_846, line21: 37_846 },
    })
  })

  // 20,000 of state tax added back: 400,000 less 140,200 is 259,800: 63,570 + 28 % of 15,300 = 67,854
  test('itemizing 20,000 of state tax: 34,430', () => {
    const itemized = { ...noItemized, stateAndLocalTaxes: 20_000, mortgageInterest: 15_000 }
    const { form6251 } = formsOf(exercised(235_000, { itemized }), 2026)
    expect(form6251).toMatchObject({ line1b: 200_000, line2a: 20_000, line4: 400_000, line9: 67_854, line11: 34_430 })
  })

  // The short way, with nothing to add back: 380,000 less 140,200 is 239,800 at 26 % = 62,348
  test('itemizing nothing that AMT takes back: 28,924, and room of 68,753.85', () => {
    const itemized = { ...noItemized, mortgageInterest: 35_000 }
    const of = exercised(235_000, { itemized })
    expect(formsOf(of, 2026)['form6251']).toMatchObject({ line4: 380_000, line9: 62_348, line11: 28_924 })
    expect(roomAnswer(of, { asOf, year: 2026 }).room).toBe(68_753.85)
    expect(roomAnswer(exercised(232_200), { asOf, year: 2026 }).room).toBe(36_553.85)
  })
})

describe('B. 10,000 shares at 2 when worth 42 in 2025, recovered in 2026; wages 300,000', () => {
  const b = (x: Partial<Case> = {}) => caseOf({ lots: [lotOf()], assumptions: through(2026), ...x })

  test('2025, Form 6251', () => {
    expect(formsOf(b(), 2025)['form6251']).toMatchObject({
      ...{ line1b: 268_500, line2a: 31_500, line2i: 400_000, line4: 700_000, line5: 137_000, line6: 563_000 },
      ...{ line7: 152_858, line9: 152_858, line10: 50_134, line11: 102_724 },
    })
  })

  test('2026, Form 8801 Part I', () => {
    expect(formsOf(b(), 2026)['form8801']).toMatchObject({
      ...{ line1: 268_500, line2: 31_500, line4: 300_000, line5: 137_000, line9: 137_000, line10: 163_000 },
      ...{
        line11: 42_380,
        line13: 42_380,
        line14: 50_134,
        line15: 0,
        line16: 102_724,
        line18: 102_724,
        line21: 102_724,
      },
    })
  })

  test('no sale', () => {
    const { form1040, form6251, form8801, form8960 } = formsOf(b(), 2026)
    expect(form1040).toMatchObject({ line15: 267_800, line16: 49_468 })
    expect(form6251).toMatchObject({ line4: 300_000, line9: 41_548 })
    expect(form8801).toMatchObject({ line22: 49_468, line23: 41_548, line24: 7_920, line25: 7_920, line26: 94_804 })
    expect(form8960?.['line17']).toBe(0)
  })

  test('no sale, a child tax credit of 4,400', () => {
    const credits = { ...noCredits, childTaxCredit: 4_400 }
    const incomes = [incomeOf(2025, { wages: 300_000 }), incomeOf(2026, { wages: 300_000, credits })]
    expect(formsOf(b({ incomes }), 2026)['form8801']).toMatchObject({ line22: 45_068, line25: 3_520, line26: 99_204 })
  })

  test('5,000 shares sold at 50, past both clocks', () => {
    const { form1040, form6251, form8801, form8960, scheduleD, scheduleDAmt, form8949, form8949Amt } = formsOf(
      b({ plan: [saleOf('2026-03-04', 5_000, 50)] }),
      2026,
    )
    expect(scheduleD).toMatchObject({ line15: 240_000, line16: 240_000 })
    expect(scheduleDAmt).toMatchObject({ line15: 40_000, line16: 40_000 })
    expect(form1040).toMatchObject({ line15: 507_800, line16: 85_468 })
    expect(form6251).toMatchObject({ line2k: -200_000, line4: 340_000, line9: 47_548 })
    expect(form8801).toMatchObject({ line22: 85_468, line23: 47_548, line25: 37_920, line26: 64_804 })
    expect(form8960).toMatchObject({ line17: 9_120 })
    expect(form8949).toMatchObject({ rows: [{ basis: 10_000, proceeds: 250_000, gain: 240_000 }] })
    expect(form8949Amt).toMatchObject({ rows: [{ basis: 210_000, proceeds: 250_000, gain: 40_000 }] })
  })
})

describe('C. Wages 150,000 and a gain of 1,100,000 in 2026', () => {
  // 22,000 shares at 2 sold at 52: a gain of 50 each; past both clocks in either system
  const sold = (fmvAtExercise: number) =>
    caseOf({
      grants: [grantOf({ shares: 22_000 })],
      lots: [lotOf({ exercised: '2024-03-01', shares: 22_000, fmvAtExercise })],
      incomes: [incomeOf(2026, { wages: 150_000 })],
      plan: [saleOf('2026-06-01', 22_000, 52)],
      carryforwards: { ...caseOf().carryforwards, minimumTaxCredit: 100_000 },
      assumptions: through(2027),
    })

  // AMTI 1,250,000; exemption 140,200 - 50 % of 250,000 = 15,200; AMT 230,253 - 210,545
  test('both bases alike: 19,708 of AMT, all of it on exclusion items, and no credit', () => {
    const of = sold(2)
    const { form1040, form6251 } = formsOf(of, 2026)
    expect(form1040).toMatchObject({ line16: 210_545 })
    expect(form6251).toMatchObject({ line2k: 0, line4: 1_250_000, line5: 15_200, line9: 230_253, line11: 19_708 })
    expect(formsOf(of, 2027)['form8801']).toMatchObject({ line15: 19_708, line16: 19_708, line18: 0 })
    const [log] = projectAnswer(of, asOf).creditLog
    expect(log).toMatchObject({ amt: 19_708, exclusionPart: 19_708, generated: 0, intoNextYear: 100_000 })
  })

  // The AMT basis is 200,000 higher: 11.0909… a share
  test('C2. An AMT gain of 900,000: no AMT, 46,292 of old credit used, and 19,708 of it lost', () => {
    const of = sold(2 + 200_000 / 22_000)
    const { form6251, form8801 } = formsOf(of, 2026)
    expect(form6251).toMatchObject({ line2k: -200_000, line4: 1_050_000, line9: 164_253, line11: 0 })
    expect(form8801).toMatchObject({ line21: 100_000, line25: 46_292, line26: 53_708 })
    expect(formsOf(of, 2027)['form8801']).toMatchObject({ line15: 19_708, line16: 0, line18: -19_708, line21: 34_000 })
    expect(projectAnswer(of, asOf).creditLog[0]).toMatchObject({
      generated: -19_708,
      carriedOut: 53_708,
      intoNextYear: 34_000,
    })
  })
})
