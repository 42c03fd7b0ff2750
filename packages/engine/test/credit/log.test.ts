/** The credit log, how it drains, what moves it. Numbers: federal law worked by hand, mostly examples B of the two-year case. */
import { describe, expect, test } from 'vitest'
import type { Case } from '../../src/case.ts'
import { creditLog } from '../../src/credit/creditLog.ts'
import { discount, drainOf } from '../../src/credit/drain.ts'
import { type GapMoveName, gapMoves } from '../../src/credit/gapMoves.ts'
import { yearsTo } from '../../src/timeline.ts'
import { caseOf, exerciseOf, grantOf, incomeOf, lotOf, noCredits, noItemized, saleOf } from '../cases.ts'

/** Joint, wages of 300,000 each year, nothing indexed: 2027 and later are 2026 again. */
const steady = (x: Partial<Case> = {}): Case =>
  caseOf({
    lots: [lotOf()],
    assumptions: { indexing: 0, discountRate: 0.05, wageGrowth: 0, horizon: 2030, readings: {} },
    ...x,
  })

describe('the log', () => {
  test('example B: 102,724 made in 2025, 7,920 back in 2026, as much each year after', () => {
    const of = steady()
    const log = creditLog(of, yearsTo(of, 2028))
    expect(
      log.map(({ year, amt, exclusionPart, generated, used, carriedOut, intoNextYear }) => ({
        ...{ year, amt, exclusionPart, generated, used, carriedOut, intoNextYear },
      })),
    ).toEqual([
      { year: 2025, amt: 102_724, exclusionPart: 0, generated: 102_724, used: 0, carriedOut: 0, intoNextYear: 102_724 },
      { year: 2026, amt: 0, exclusionPart: 0, generated: 0, used: 7_920, carriedOut: 94_804, intoNextYear: 94_804 },
      { year: 2027, amt: 0, exclusionPart: 0, generated: 0, used: 7_920, carriedOut: 86_884, intoNextYear: 86_884 },
      { year: 2028, amt: 0, exclusionPart: 0, generated: 0, used: 7_920, carriedOut: 78_964, intoNextYear: 78_964 },
    ])
    expect(log[1]).toMatchObject({ regularTax: 49_468, tentativeMinimumTax: 41_548, gap: 7_920, limitedBy: 'gap' })
    // 10,000 shares at 42 instead of 2
    expect(log[1]).toMatchObject({ available: 102_724, amtBasisOutstanding: 420_000, basisDifference: 400_000 })
    expect(log[1]?.lots).toEqual([
      { lot: 'l1', shares: 10_000, regularBasis: 20_000, amtBasis: 420_000, difference: 400_000 },
    ])
  })

  test('what limited it: no credit, the gap, the credit', () => {
    const carryforwards = { ...caseOf().carryforwards, minimumTaxCredit: 10_000 }
    const of = steady({ lots: [], carryforwards, incomes: [incomeOf(2026, { wages: 300_000 })] })
    // 7,920, then the 2,080 that are left of 10,000
    expect(creditLog(of, yearsTo(of, 2028)).map(({ used, limitedBy }) => [used, limitedBy])).toEqual([
      [7_920, 'gap'],
      [2_080, 'credit'],
      [0, 'noCredit'],
    ])
  })

  test('the basis outstanding goes with the shares: partial sale, split, another exercise', () => {
    const of = steady({
      company: {
        ...{ name: 'Co', listed: true, prices: [{ on: '2025-01-01', fmv: 42 }] },
        splits: [{ on: '2027-05-01', ratio: 2, kind: 'split' }],
      },
      plan: [saleOf('2026-06-01', 4_000, 50), exerciseOf('2027-06-01', 1_000, { as: 'next' })],
    })
    const log = creditLog(of, yearsTo(of, 2028))
    expect(log.map((year) => year.basisDifference)).toEqual([400_000, 240_000, 260_000, 260_000])
    // 6,000 shares are 12,000 after the split; 1,000 at 1 when worth 21
    expect(log[2]?.lots).toEqual([
      { lot: 'l1', shares: 12_000, regularBasis: 12_000, amtBasis: 252_000, difference: 240_000 },
      { lot: 'next', shares: 1_000, regularBasis: 1_000, amtBasis: 21_000, difference: 20_000 },
    ])
  })

  test('shares not yet vested have no AMT basis beyond what was paid', () => {
    const grants = [
      grantOf({
        on: '2024-06-15',
        earlyExercise: true,
        vesting: { from: '2024-06-15', months: 36, cliffMonths: 36, everyMonths: 1 },
      }),
    ]
    const of = steady({ lots: [], grants, plan: [exerciseOf('2025-03-03', 1_000)] })
    const log = creditLog(of, yearsTo(of, 2027))
    expect(log.map((year) => year.basisDifference)).toEqual([0, 0, 40_000])
  })
})

describe('how long it takes', () => {
  test('102,724 at 7,920 a year: twelve whole years and 7,684 in the thirteenth, past the horizon', () => {
    // 12 x 7,920 = 95,040; the senior deduction and ages change nothing before 2050
    const drain = drainOf(steady(), '2026-01-01', 'exact', 0.05)
    expect(drain).toMatchObject({ balance: 102_724, toCome: 0, left: 0, drainedIn: 2038, through: 2038 })
    expect(drain.uses).toHaveLength(13)
    expect(drain.uses.at(-1)?.used).toBeCloseTo(102_724 - 95_040, 6)
  })

  test('what it is worth today: each year comes home when its return is due', () => {
    const carryforwards = { ...caseOf().carryforwards, minimumTaxCredit: 10_000 }
    const of = steady({ lots: [], carryforwards, incomes: [incomeOf(2026, { wages: 300_000 })] })
    // 15 April 2027 is 365 days after 15 April 2026, 18 April 2028 two years and 3 days with a leap day: 734 days
    const worth = 7_920 * 1.05 ** (-365 / 365.25) + 2_080 * 1.05 ** (-734 / 365.25)
    expect(drainOf(of, '2026-04-15', 'exact', 0.05).presentValue).toBeCloseTo(worth, 6)
    expect(drainOf(of, '2026-04-15', 'exact', 0).presentValue).toBeCloseTo(10_000, 6)
    expect(discount('2026-04-15', '2026-01-01', 0.05)).toBe(1)
  })

  test('a credit that nothing ever brings back is still there at the end', () => {
    // Wages of 20,000 leave no regular tax
    const carryforwards = { ...caseOf().carryforwards, minimumTaxCredit: 10_000 }
    const of = steady({ lots: [], carryforwards, incomes: [incomeOf(2026, { wages: 20_000 })] })
    expect(drainOf(of, '2026-04-15', 'exact', 0.05)).toMatchObject({
      ...{ balance: 10_000, left: 10_000, drainedIn: null, presentValue: 0, uses: [], through: 2070 },
    })
  })

  test('what the plan still adds is to come, and is followed to the end of the plan', () => {
    const of = steady({ lots: [], plan: [exerciseOf('2029-03-01', 10_000)] })
    const drain = drainOf(of, '2026-11-22', 'exact', 0.05)
    // Law of 2026: AMTI 700,000 less 140,200 is 559,800: 63,570 + 28 % of 315,300 = 151,854; less 49,468 is 102,386
    expect(drain).toMatchObject({ balance: 0, toCome: 102_386 })
  })
})

describe('what opens and closes the gap', () => {
  const moveOf = (of: Case, year: number, what: GapMoveName) =>
    gapMoves(of, yearsTo(of, 2028))
      .find((each) => each.year === year)
      ?.moves.find((each) => each.what === what)
  const carrying = (x: Partial<Case> = {}) =>
    steady({ carryforwards: { ...caseOf().carryforwards, minimumTaxCredit: 500_000 }, ...x })

  test('wages: 24 cents of regular tax less 26 of tentative minimum tax on a dollar more', () => {
    const move = moveOf(carrying(), 2026, 'wages')
    expect(move).toMatchObject({ by: 10_000 })
    expect(move?.gap).toBeCloseTo(-200, 6)
    expect(move?.used).toBeCloseTo(-200, 6)
  })

  test('an exercise takes 26 cents of credit for each dollar of spread', () =>
    expect(moveOf(carrying(), 2026, 'exercise')?.used).toBeCloseTo(-2_600, 6))

  test('a sale releases 15 cents for each dollar of basis difference', () =>
    expect(moveOf(carrying(), 2026, 'sale')?.used).toBeCloseTo(1_500, 6))

  test('half the year unpaid: at wages of 150,000 regular tax is 15,612 and tentative minimum tax 2,548', () => {
    // Taxable income 117,800: 2,480 + 9,120 + 22 % of 17,000 = 15,340; AMTI 150,000 less 140,200: 26 % of 9,800 = 2,548
    const move = moveOf(carrying(), 2026, 'sabbatical')
    expect(move).toMatchObject({ by: -150_000 })
    expect(move?.gap).toBeCloseTo(15_340 - 2_548 - 7_920, 6)
  })

  test('state tax up to the cap of 40,400: itemized, 8,200 more than the standard deduction at 24 cents', () =>
    expect(moveOf(carrying(), 2026, 'stateTaxAtCap')?.gap).toBeCloseTo(-0.24 * 8_200, 6))

  test('a move out of a state that takes 20,000, with interest of 25,000 beside it', () => {
    const itemized = { ...noItemized, stateAndLocalTaxes: 20_000, mortgageInterest: 25_000 }
    const of = carrying({ incomes: [2025, 2026].map((year) => incomeOf(year, { wages: 300_000, itemized })) })
    // Itemizing 25,000 still beats the standard deduction of 32,200, because total tax stands at tentative minimum tax, which
    // only the interest lowers. So that is as before, and regular tax has 20,000 more at 24 cents
    const move = moveOf(of, 2026, 'noStateTax')
    expect(move).toMatchObject({ by: -20_000 })
    expect(move?.gap).toBeCloseTo(4_800, 6)
  })

  test('no more comes back than there is', () => {
    const of = carrying({
      lots: [],
      carryforwards: { ...caseOf().carryforwards, minimumTaxCredit: 1_000 },
      incomes: [incomeOf(2026, { wages: 300_000, credits: noCredits })],
    })
    const move = moveOf(of, 2026, 'exercise')
    expect(move?.gap).toBeCloseTo(-2_600, 6)
    expect(move?.used).toBe(0)
    expect(moveOf(of, 2026, 'sale')).toBeUndefined()
    expect(moveOf(of, 2026, 'noStateTax')).toBeUndefined()
  })
})
