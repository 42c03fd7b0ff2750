import { describe, expect, test } from 'vitest'
import type { Case, Income } from '../src/case.ts'
import { InputError, NotModelled } from '../src/errors.ts'
import { incomeOf as incomeIn, taxYear } from '../src/taxYear.ts'
import { caseOf, exerciseOf, giftOf, grantOf, incomeOf, lotOf, noCredits, noItemized, nothingCarried } from './cases.ts'
import { workedExamples } from './workedExamples.ts'

const year = (of: Case, which = 2025, carriedIn = nothingCarried) => taxYear(of, which, carriedIn)

describe('exercises', () => {
  test('Instructions for Form 6251 (2025), line 2i: 100 shares, box 3 10 dollars, box 4 25 dollars, kept: 1,500', () => {
    const [example] = workedExamples<{ shares: number; valuePerShare: number; pricePerShare: number }>('exercise')
    const { shares, valuePerShare: fmvAtExercise, pricePerShare: strike } = example?.gives ?? never()
    const of = caseOf({ grants: [grantOf({ strike })], lots: [lotOf({ shares, fmvAtExercise })] })
    expect(year(of).facts.isoSpread).toBe(example?.expected['line2i'])
  })

  const never = (): never => {
    throw new Error('no example')
  }

  test('only those of the year, lots before plan', () => {
    const lots = [
      lotOf({ shares: 30 }),
      lotOf({ id: 'old', exercised: '2024-12-31', shares: 30 }),
      lotOf({ id: 'next', exercised: '2026-01-01', shares: 30 }),
    ]
    const plan = [exerciseOf('2025-12-31', 10), exerciseOf('2026-01-02', 20)]
    expect(year(caseOf({ lots, plan })).exercises.map(({ id, planned }) => [id, planned])).toEqual([
      ['l1', false],
      ['e2025-12-31', true],
    ])
    expect(year(caseOf({ lots, plan }), 2026).exercises.map(({ id }) => id)).toEqual(['next', 'e2026-01-02'])
  })

  test('a value below the strike is no spread', () => {
    expect(year(caseOf({ lots: [lotOf({ fmvAtExercise: 1 })] })).facts.isoSpread).toBe(0)
  })

  test('spreads of several add up', () => {
    const lots = [lotOf({ id: 'a', shares: 100 }), lotOf({ id: 'b', shares: 50, fmvAtExercise: 12 })]
    expect(year(caseOf({ lots })).facts.isoSpread).toBe(4_000 + 500)
  })

  test('after a split the strike is that of the new shares', () => {
    const company = { ...caseOf().company, splits: [{ on: '2025-02-01', ratio: 4, kind: 'split' as const }] }
    const of = caseOf({ company, lots: [lotOf({ shares: 100, fmvAtExercise: 20 })] })
    expect(year(of).exercises).toMatchObject([{ strike: 0.5, value: 20, spread: 1_950 }])
    // The value stated before the split is restated: 42 / 4
    const planned = caseOf({ company, plan: [exerciseOf('2025-03-03', 100)] })
    expect(year(planned).exercises).toMatchObject([{ strike: 0.5, value: 10.5, spread: 1_000 }])
  })

  test('a planned one needs a value of the shares', () => {
    const of = caseOf({
      plan: [exerciseOf('2025-03-03', 1)],
      company: { ...caseOf().company, prices: [{ on: '2025-03-04', fmv: 9 }] },
    })
    expect(() => year(of)).toThrow(InputError)
    expect(() => year(of)).toThrow('no value of the shares is stated on or before 2025-03-03')
  })

  test('of a grant that is not there', () => {
    expect(() => year(caseOf({ lots: [lotOf({ grant: 'g9' })] }))).toThrow('there is no grant g9')
  })
})

describe('what is not modelled is refused by name, never taken as nothing', () => {
  test('a foreign tax credit too large for the election of 904(j) without its AMT amount', () => {
    const of = (credits: Partial<Income['credits']>) =>
      caseOf({ incomes: [incomeOf(2025, { credits: { ...noCredits, ...credits } })] })
    expect(year(of({ foreignTaxCredit: 600 })).facts).toMatchObject({ foreignTaxCredit: 600, amtForeignTaxCredit: 600 })
    expect(() => year(of({ foreignTaxCredit: 601 }))).toThrow(NotModelled)
    expect(year(of({ foreignTaxCredit: 601, amtForeignTaxCredit: 0 })).facts).toMatchObject({
      foreignTaxCredit: 601,
      amtForeignTaxCredit: 0,
    })
  })
})

describe('people', () => {
  const born = (first: string, second: string, blind = false) => [
    { born: first, blind },
    { born: second, blind: false },
  ]
  const boxes = (people: Case['household']['people'], status: 'mfj' | 'mfs' | 'single') => {
    const { seniors, agedOrBlindBoxes } = year(
      caseOf({ household: { ...caseOf().household, people, statuses: [{ from: 2025, status }] } }),
    ).facts
    return [seniors, agedOrBlindBoxes]
  }

  test('65 by the day before the birthday: born on 1 January 1961 is 65 in 2025', () => {
    expect(boxes(born('1961-01-01', '1961-01-02'), 'mfj')).toEqual([1, 1])
    expect(boxes(born('1961-01-02', '1961-01-02'), 'mfj')).toEqual([0, 0])
  })

  test('a spouse counts on a joint return only', () => {
    expect(boxes(born('1950-01-01', '1950-01-01'), 'mfj')).toEqual([2, 2])
    expect(boxes(born('1950-01-01', '1950-01-01'), 'mfs')).toEqual([1, 1])
    expect(boxes(born('1985-01-01', '1950-01-01'), 'single')).toEqual([0, 0])
  })

  test('blindness is a box, and no age', () => {
    expect(boxes(born('1950-01-01', '1985-01-01', true), 'mfj')).toEqual([1, 2])
  })
})

describe('income', () => {
  test('enters alike for both systems', () => {
    const income = incomeOf(2025, {
      ...{ wages: 1, interest: 2, ordinaryDividends: 3, qualifiedDividends: 3, otherIncome: 4, shortTermGain: 5 },
      ...{
        longTermGain: 60,
        collectiblesGain: 7,
        unrecaptured1250Gain: 8,
        otherAmtAdjustment: 9,
        otherAmtExclusion: 10,
      },
      form6251: { ...incomeOf(2025).form6251, line2b: -11, line2t: 12 },
      credits: { childTaxCredit: 13, foreignTaxCredit: 14, amtForeignTaxCredit: 15, other: 16 },
      itemized: {
        ...noItemized,
        stateAndLocalTaxes: 17,
        realEstateTaxes: 18,
        mortgageInterest: 19,
        charityCash: 20,
        charityOrdinary: 21,
        charityStock: 22,
        charityPrivate: 23,
        charityPrivateStock: 24,
      },
      deductionChoice: 'larger',
    })
    const carriedIn = {
      ...{ minimumTaxCreditMade: -24, minimumTaxCredit: 25, vehicleCreditUnallowed: 33 },
      ...{ capitalLoss: { short: 26, long: 27 }, amtCapitalLoss: { short: 28, long: 29 } },
      charity: [
        { category: 'cash' as const, year: 2024, amount: 30 },
        { category: 'cash' as const, year: 2023, amount: 1 },
        { category: 'privateStock' as const, year: 2024, amount: 32 },
      ],
    }
    const gains = { short: 5, long: 60, collectibles: 7, unrecaptured1250: 8 }
    expect(year(caseOf({ incomes: [income] }), 2025, carriedIn).facts).toMatchObject({
      ...{ wages: 1, interest: 2, ordinaryDividends: 3, qualifiedDividends: 3, otherIncome: 4 },
      gains: { ...gains, shortCarryover: 26, longCarryover: 27 },
      amtGains: { ...gains, shortCarryover: 28, longCarryover: 29 },
      ...{ otherAmtAdjustment: 9, otherAmtExclusion: 10, line2b: -11, line2t: 12, line2c: 0 },
      ...{ childTaxCredit: 13, foreignTaxCredit: 14, amtForeignTaxCredit: 15, otherCredits: 16 },
      ...{ hasItemized: true, stateAndLocalTaxes: 17, realEstateTaxes: 18, mortgageInterest: 19, charityCash: 20 },
      ...{
        charityOrdinary: 21,
        charityStock: 22,
        charityPrivate: 23,
        charityPrivateStock: 24,
        deductionChoice: 'larger',
      },
      ...{ minimumTaxCredit: 25, charityCashCarried: 31, charityPrivateStockCarried: 32, charityStockCarried: 0 },
    })
  })

  test('of a year after the last given is that year again, its wages grown and nothing withheld', () => {
    const given = incomeOf(2026, {
      wages: 100_000,
      interest: 50,
      withheld: 9,
      stateWithheld: { CA: 3 },
      estimatedPaid: [{ on: '2026-04-15', amount: 4 }],
    })
    const of = caseOf({ incomes: [given] })
    expect(incomeIn(of, 2026)).toBe(given)
    const later = { ...given, year: 2028, withheld: 0, stateWithheld: {}, estimatedPaid: [] }
    expect(incomeIn(of, 2028)).toEqual({ ...later, wages: expect.closeTo(106_090, 6) })
    expect(() => incomeIn(of, 2036)).toThrow(
      'no income for 2036: the file has 2026 to 2026 and looks ahead to 2035. Add incomes.2036',
    )
    expect(() => incomeIn(of, 2025)).toThrow(InputError)
    expect(incomeIn(of, 2035).year).toBe(2035)
  })

  test('cash given by the plan joins the gifts of the year; a fund is none for those who do not itemize', () => {
    const plan = [
      giftOf('2025-02-02', { cash: 1_000 }),
      giftOf('2025-03-03', { cash: 500, to: 'dafSponsor' }),
      giftOf('2025-04-04', { cash: 70, to: 'privateFoundation' }),
      giftOf('2025-05-05', { cash: 8, to: 'person' }),
      giftOf('2026-01-01', { cash: 9_000, to: 'dafSponsor' }),
    ]
    expect(year(caseOf({ plan })).facts).toMatchObject({
      ...{ charityCash: 1_500, charityCashToFunds: 500, charityPrivate: 70 },
    })
  })
})

describe('the law of a year', () => {
  test('the status named last, and the table of the year or its projection at the growth assumed', () => {
    const household = {
      ...caseOf().household,
      statuses: [
        { from: 2025, status: 'single' as const },
        { from: 2027, status: 'mfj' as const },
      ],
    }
    const of = caseOf({ household, assumptions: { ...caseOf().assumptions, indexing: 0.04, wageGrowth: 0.01 } })
    expect([2025, 2026, 2027, 2028].map((which) => year(of, which).status)).toEqual(['single', 'single', 'mfj', 'mfj'])
    expect(year(of, 2028).choice.table.projectedFrom).toEqual({ year: 2026, inflation: 0.04, wageGrowth: 0.01 })
    expect(year(of, 2026).law).toMatchObject({ year: 2026, amtExemption: 90_100 })
    // A status asked about before the first named is the first
    expect(year(caseOf({ household, incomes: [incomeOf(2024)] }), 2024).status).toBe('single')
  })

  test('a reading applies in the years it is open in, and not in others', () => {
    const of = caseOf({
      assumptions: { ...caseOf().assumptions, readings: { overallLimitationRestored: 0, exclusionGainsRegular: 0 } },
    })
    expect(year(of, 2025).choice.readings).toEqual({ exclusionGainsRegular: 0 })
    expect(year(of, 2025).law.overallLimitationRestored).toBe(1)
    expect(year(of, 2026).law).toMatchObject({ overallLimitationRestored: 0, exclusionGainsRegular: 0 })
  })
})
