/** Cases of the IRS and the Tax Court, run through the ledger and where the source has it through whole returns. */
import { describe, expect, test } from 'vitest'
import type { Case } from '../../src/case.ts'
import { yearsTo } from '../../src/timeline.ts'
import { caseOf, grantOf, incomeOf, lotOf, saleOf } from '../cases.ts'
import { differences } from '../statute/vectors.ts'
import { named, workedExamples } from '../workedExamples.ts'
import { companyWith, figures, heldOf, inYear, only, single, terms } from './ledger.ts'

describe('line 2i of one exercise, in the example of', () => {
  type Exercise = { shares: number; valuePerShare: number; pricePerShare?: number; paid?: number }

  test.each(workedExamples<Exercise>('exercise').map(named))('%s', (_, { gives, expected }) => {
    const { shares, valuePerShare, pricePerShare, paid = shares * (pricePerShare ?? Number.NaN) } = gives
    const lot = lotOf({ shares, strike: paid / shares, fmvAtExercise: valuePerShare })
    const of2025 = inYear(caseOf({ lots: [lot] }), 2025)
    expect(differences({ line2i: of2025.isoSpread }, expected)).toEqual([])
  })
})

describe('compensation and both gains of one disposition, in the example of', () => {
  interface Gives {
    grantedOn?: string
    exercisedOn?: string
    soldOn?: string
    value: number
    paid: number
    proceeds: number
  }

  test.each(workedExamples<Gives>('disposition').map(named))('%s', (_, { gives, expected }) => {
    // Without days of its own an example has both periods over and the exercise in an earlier year
    const { grantedOn = '2020-06-15', exercisedOn = '2024-03-03', soldOn = '2025-06-02', value, paid, proceeds } = gives
    const of = caseOf({
      grants: [grantOf({ on: grantedOn, expires: '2030-01-02' })],
      lots: [lotOf({ exercised: exercisedOn, shares: 100, strike: paid / 100, fmvAtExercise: value / 100 })],
      plan: [saleOf(soldOn, 100, proceeds / 100)],
    })
    const { compensation, amtCompensation, regular, amt } = figures(inYear(of, Number(soldOn.slice(0, 4))))
    const { amounts, long } = only(of)
    const ordinary = amtCompensation - compensation
    const got = {
      line2i: inYear(of, Number(exercisedOn.slice(0, 4))).isoSpread,
      ...{ compensation, regularGain: regular.short + regular.long, amtGain: amt.short + amt.long, longTerm: long },
      // Before the loss limit, which the whole return has
      line2k: ordinary + amounts.amtGain - amounts.gain,
    }
    expect(differences(got, expected)).toEqual([])
  })
})

test('Pub. 525 (2025) Example 7: first transferable twenty days after exercise, 700 by the later value and not 500', () => {
  const bought = { exercised: '2025-01-07', shares: 100, strike: 9, fmvAtExercise: 14, vestedOn: '2025-01-27' }
  const of = caseOf({
    grants: [grantOf({ on: '2024-04-08', expires: '2034-04-07' })],
    lots: [lotOf(bought)],
    company: companyWith({ '2025-01-07': 14, '2025-01-27': 16 }),
  })
  // 100 x (16 - 9)
  expect(inYear(of, 2025).isoSpread).toBe(700)
})

describe('Instructions for Form 6251 (2025), line 2k: 200 shares at 100 when worth 1,000, sold in 2025 at 750 and at 600', () => {
  const of: Case = caseOf({
    household: single,
    incomes: [2024, 2025, 2026, 2027].map((year) => incomeOf(year, { wages: 300_000 })),
    grants: [grantOf({ on: '2023-01-03', expires: '2033-01-02', shares: 200, strike: 100, fmvAtGrant: 100 })],
    lots: [lotOf({ exercised: '2024-03-13', shares: 200, fmvAtExercise: 1_000 })],
    plan: [saleOf('2025-01-18', 100, 750), saleOf('2025-04-21', 100, 600)],
    company: companyWith({ '2024-01-01': 1_000 }),
  })
  const years = yearsTo(of, 2027)
  const [of2024, of2025, of2026, of2027] = years.map((year) => year.return.form6251)

  test('2024: line 2i 180,000', () => {
    expect(of2024).toMatchObject({ line2i: 180_000, line2k: 0 })
  })

  test('2025: wages 65,000 and long-term gain 50,000; AMT losses of 25,000 short and 40,000 long', () => {
    const { compensation, amtCompensation, regular, amt } = figures(inYear(of, 2025))
    expect({ compensation, amtCompensation }).toEqual({ compensation: 65_000, amtCompensation: 0 })
    expect(regular).toEqual({ short: 0, long: 50_000 })
    expect(amt).toEqual({ short: -25_000, long: -40_000 })
    expect(years[1]?.return.form1040.line1a).toBe(365_000)
    expect(years[1]?.return.scheduleD.line16).toBe(50_000)
  })

  test('2025: line 2k -118,000, of ordinary income -65,000 and of gains -3,000 - 50,000', () => {
    expect(of2025).toMatchObject({ line2i: 0, line2kOrdinary: -65_000, line2kCapital: -53_000, line2k: -118_000 })
  })

  test('2025: AMT loss of 62,000 carried over, 22,000 short-term and 40,000 long-term; none for the regular tax', () => {
    expect(years[1]?.carriedOut.amtCapitalLoss).toEqual({ short: 22_000, long: 40_000 })
    expect(years[1]?.carriedOut.capitalLoss).toEqual({ short: 0, long: 0 })
  })

  test('2026 and 2027: another -3,000 each, out of the short-term loss', () => {
    expect([of2026?.line2k, of2027?.line2k]).toEqual([-3_000, -3_000])
    expect(years[3]?.carriedOut.amtCapitalLoss).toEqual({ short: 16_000, long: 40_000 })
  })
})

test('Palahnuk, 127 T.C. 118: of an AMT loss of 1,937,548 only 3,000 counts, and the year of exercise keeps its AMT', () => {
  const exercise = { exercised: '2024-03-03', shares: 1, strike: 99_949, fmvAtExercise: 2_185_958 }
  const held = caseOf({
    incomes: [2024, 2025].map((year) => incomeOf(year, { wages: 300_000 })),
    lots: [lotOf(exercise)],
  })
  const years = yearsTo({ ...held, plan: [saleOf('2025-06-02', 1, 248_410)] }, 2025)
  expect(years[0]?.return.form6251.line2i).toBe(2_086_009)
  // -3,000 - 148,461
  expect(years[1]?.return.form6251).toMatchObject({ line2kOrdinary: 0, line2kCapital: -151_461, line2k: -151_461 })
  expect(years[1]?.carriedOut.amtCapitalLoss).toEqual({ short: 0, long: 1_934_548 })
  // No carryback: the sale of 2025 changes nothing of 2024
  expect(years[0]?.return).toEqual(yearsTo(held, 2024)[0]?.return)
})

test('IRC 1211(b), Form 6251 line 2k: on a separate return the AMT loss counts up to 1,500', () => {
  const of = caseOf({
    household: { ...single, statuses: [{ from: 2024, status: 'mfs' }] },
    lots: [lotOf({ exercised: '2024-03-03', shares: 1_000 })],
    plan: [saleOf('2025-06-02', 1_000, 3)],
  })
  // Regular gain 1,000; AMT loss 39,000, of which 1,500: -1,500 - 1,000
  const [of2025, of2026] = yearsTo(of, 2026)
  expect(of2025?.return.form6251).toMatchObject({ line2kOrdinary: 0, line2kCapital: -2_500 })
  expect(of2025?.carriedOut.amtCapitalLoss).toEqual({ short: 0, long: 37_500 })
  expect(of2026?.return.form6251.line2k).toBe(-1_500)
})

test('Merlo, 126 T.C. 205: worthless shares are a capital loss of 9,225 and for AMT of 1,075,289, each limited to 3,000', () => {
  const of = caseOf({
    incomes: [2024, 2025].map((year) => incomeOf(year, { wages: 300_000 })),
    lots: [lotOf({ exercised: '2024-12-20', shares: 1, strike: 9_225, fmvAtExercise: 1_075_289 })],
    plan: [{ kind: 'worthless', on: '2025-04-09', lot: 'l1' }],
  })
  const [of2024, of2025] = yearsTo(of, 2025)
  expect(of2024?.return.form6251.line2i).toBe(1_066_064)
  expect(only(of).amounts).toMatchObject({ compensation: 0, gain: -9_225, amtGain: -1_075_289 })
  // No AMT net operating loss and no difference within the limit: both years take 3,000
  expect(of2025?.return.form6251.line2k).toBe(0)
  expect(of2025?.return.form1040.line7a).toBe(-3_000)
  // More than a year on the last day of 2025, when they count as sold: IRC 165(g)(1)
  expect(of2025?.carriedOut).toMatchObject({
    capitalLoss: { short: 0, long: 6_225 },
    amtCapitalLoss: { short: 0, long: 1_072_289 },
  })
})

describe('Kadillak, 127 T.C. 184: 32,000 shares at 102 for 3,002 in all, 14,667 of them unvested', () => {
  const perShare = 3_002 / 32_000
  const bought = { exercised: '2024-04-06', strike: perShare, fmvAtExercise: 102 }
  const of = (election83b: boolean): Case =>
    caseOf({
      grants: [grantOf({ shares: 32_000, strike: perShare, fmvAtGrant: perShare })],
      lots: [
        lotOf({ ...bought, id: 'vested', shares: 17_333 }),
        lotOf({ ...bought, id: 'unvested', shares: 14_667, vestedOn: '2025-08-01', election83b }),
      ],
      company: companyWith({ '2024-04-06': 102, '2025-08-01': 3 }),
    })
  const forfeit = { kind: 'forfeit', on: '2025-02-02', lot: 'unvested', shares: 10_000, price: null } as const

  test('under the election AMT takes in all of them at exercise: 3,260,998', () => {
    // 3,264,000 - 3,002
    expect(inYear(of(true), 2024).isoSpread).toBeCloseTo(3_260_998, 6)
    expect(inYear(of(true), 2025).isoSpread).toBe(0)
  })

  test('shares forfeited later give neither a deduction nor a smaller inclusion', () => {
    const forfeited = { ...of(true), plan: [forfeit] }
    expect(inYear(forfeited, 2024).isoSpread).toBeCloseTo(3_260_998, 6)
    expect(figures(inYear(forfeited, 2025))).toEqual(figures(inYear(of(true), 2025)))
    expect(heldOf(forfeited)).toEqual({ vested: 17_333, unvested: 4_667 })
  })

  test('without it only the vested ones at exercise, and the others when they vest, by the value then', () => {
    expect(inYear(of(false), 2024).isoSpread).toBeCloseTo(17_333 * (102 - perShare), 6)
    expect(inYear(of(false), 2025).isoSpread).toBeCloseTo(14_667 * (3 - perShare), 6)
    // And those forfeited before that never
    const forfeited = { ...of(false), plan: [forfeit] }
    expect(inYear(forfeited, 2025).isoSpread).toBeCloseTo(4_667 * (3 - perShare), 6)
  })

  test('the election gives forfeited shares no loss, their price being paid back', () => {
    const { gains, amtGains } = inYear({ ...of(true), plan: [forfeit] }, 2025)
    expect([terms(gains), terms(amtGains)]).toEqual([
      { short: 0, long: 0 },
      { short: 0, long: 0 },
    ])
  })
})
