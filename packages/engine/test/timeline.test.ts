import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Case, HistoryYear } from '../src/case.ts'
import { type Facts, noFacts } from '../src/forms/facts.ts'
import { lawOf } from '../src/law/federal/law.ts'
import { federalTable } from '../src/law/federal/tables.ts'
import type { FilingStatus } from '../src/law/law.ts'
import { type CarriedIn, type TaxYear, taxYear } from '../src/taxYear.ts'
import { creditIntoNext, figureYear, yearsTo } from '../src/timeline.ts'
import { check, household } from './arbitraries.ts'
import { returnByStatute } from './byStatute.ts'
import {
  caseOf,
  exerciseOf,
  grantOf,
  historyOf,
  incomeOf,
  lotOf,
  noCredits,
  noItemized,
  nothingCarried,
} from './cases.ts'
import { lawFor } from './laws.ts'

const none = { short: 0, long: 0 }

/** A year straight from facts, for what no scenario can say yet: sales of shares with two bases. */
function yearOf(
  year: number,
  status: FilingStatus,
  facts: Partial<Facts>,
  carriedIn: CarriedIn = nothingCarried,
): TaxYear {
  const choice = { table: federalTable(year), status, rounding: 'exact', readings: {} } as const
  const own = { ...noFacts(), ...facts }
  return {
    year,
    status,
    choice,
    law: lawFor(year, status),
    facts: own,
    income: incomeOf(year),
    exercises: [],
    dispositions: [],
    shares: null,
    carriedIn,
  }
}

const withGains = (regular: Partial<Facts['gains']>, amt: Partial<Facts['gains']> = regular) => ({
  gains: { ...noFacts().gains, ...regular },
  amtGains: { ...noFacts().amtGains, ...amt },
})

describe('exercise in 2025, credit back in 2026: joint, wages 300,000, 10,000 shares at 2 when worth 42', () => {
  test('AMT of 102,724, all of it credit, and 7,920 of it used the next year', () => {
    const [of2025, of2026] = yearsTo(caseOf({ lots: [lotOf()] }), 2026)
    expect(of2025?.return.form6251).toMatchObject({
      ...{ line1b: 268_500, line2a: 31_500, line2i: 400_000, line4: 700_000, line5: 137_000, line6: 563_000 },
      ...{ line7: 152_858, line9: 152_858, line10: 50_134, line11: 102_724 },
    })
    expect(of2025?.exclusion).toMatchObject({
      ...{ line1: 268_500, line2: 31_500, line4: 300_000, line9: 137_000, line10: 163_000, line11: 42_380 },
      ...{ line13: 42_380, line14: 50_134, line15: 0, line16: 102_724, line18: 102_724 },
    })
    expect(of2025?.carriedOut).toMatchObject({ minimumTaxCredit: 0, minimumTaxCreditMade: 102_724 })
    expect(of2026?.carriedIn).toBe(of2025?.carriedOut)
    expect(of2026?.return.form8801).toMatchObject({
      line21: 102_724,
      line22: 49_468,
      line23: 41_548,
      line25: 7_920,
      line26: 94_804,
    })
    expect(of2026?.carriedOut.minimumTaxCredit).toBe(94_804)
  })

  test('a child tax credit of 4,400 comes first: 3,520 used', () => {
    const incomes = [
      incomeOf(2025, { wages: 300_000 }),
      incomeOf(2026, { wages: 300_000, credits: { ...noCredits, childTaxCredit: 4_400 } }),
    ]
    const of2026 = yearsTo(caseOf({ lots: [lotOf()], incomes }), 2026).at(-1)
    expect(of2026?.return.form8801).toMatchObject({ line22: 45_068, line25: 3_520, line26: 99_204 })
  })

  test('selling half for 50 after both periods releases 37,920: regular gain 240,000, AMT gain 40,000', () => {
    const carriedIn = { ...nothingCarried, minimumTaxCredit: 102_724 }
    const facts = { wages: 300_000, minimumTaxCredit: 102_724, ...withGains({ long: 240_000 }, { long: 40_000 }) }
    const { return: r, carriedOut } = figureYear(yearOf(2026, 'mfj', facts, carriedIn))
    expect(r.form6251).toMatchObject({ line2k: -200_000, line4: 340_000, line9: 47_548 })
    expect(r.form1040).toMatchObject({ line15: 507_800, line16: 85_468 })
    expect(r.form8801).toMatchObject({ line25: 37_920, line26: 64_804 })
    expect(r.form8960.line17).toBeCloseTo(9_120, 8)
    expect(carriedOut.minimumTaxCredit).toBe(64_804)
  })

  test('the plan does what a lot does', () => {
    const planned = yearsTo(caseOf({ plan: [exerciseOf('2025-03-03', 10_000)] }), 2026)
    expect(planned.map((year) => year.return.form1040.line24)).toEqual(
      yearsTo(caseOf({ lots: [lotOf()] }), 2026).map((year) => year.return.form1040.line24),
    )
    expect(planned[0]?.exercises).toEqual([
      {
        id: 'e2025-03-03',
        grant: 'g1',
        on: '2025-03-03',
        shares: 10_000,
        strike: 2,
        value: 42,
        cashPaid: 20_000,
        spread: 400_000,
        nsoShares: 0,
        wages: 0,
        includedOn: ['2025-03-03'],
        planned: true,
      },
    ])
  })

  // Property 10
  test('split in two, or listed in another order, an exercise is the same', () => {
    const whole = yearsTo(caseOf({ lots: [lotOf()] }), 2026).map((year) => year.return)
    const parts = [lotOf({ id: 'a', shares: 3_999 }), lotOf({ id: 'b', shares: 6_001 })]
    for (const lots of [parts, parts.toReversed()])
      expect(yearsTo(caseOf({ lots }), 2026).map((year) => year.return.form6251)).toEqual(whole.map((r) => r.form6251))
  })

  // Property 11
  test('a lot of no shares, or a grant never exercised, changes nothing', () => {
    const bare = yearsTo(caseOf({ grants: [] }), 2026).map((year) => year.return)
    expect(yearsTo(caseOf(), 2026).map((year) => year.return)).toEqual(bare)
    expect(yearsTo(caseOf({ lots: [lotOf({ shares: 0 })] }), 2026).map((year) => year.return)).toEqual(bare)
  })
})

describe('AMT on exclusion items: joint 2026, wages 150,000, gain 1,100,000', () => {
  const gain = { wages: 150_000, ...withGains({ long: 1_100_000 }) }

  test('AMT of 19,708 without an option, which is never credited', () => {
    const { return: r, exclusion, carriedOut } = figureYear(yearOf(2026, 'mfj', gain))
    expect(r.form1040.line16).toBe(210_545)
    expect(r.form6251).toMatchObject({ line4: 1_250_000, line5: 15_200, line9: 230_253, line11: 19_708 })
    expect(exclusion).toMatchObject({ line15: 19_708, line18: 0 })
    expect(carriedOut.minimumTaxCredit).toBe(0)
  })

  test('the same with an AMT gain of 900,000: no AMT, 46,292 of old credit used, and line 18 takes another 19,708', () => {
    const facts = { ...gain, ...withGains({ long: 1_100_000 }, { long: 900_000 }), minimumTaxCredit: 100_000 }
    const year = figureYear(yearOf(2026, 'mfj', facts))
    const { return: r, exclusion, carriedOut } = year
    expect(r.form6251).toMatchObject({ line2k: -200_000, line4: 1_050_000, line9: 164_253, line11: 0 })
    expect(r.form8801).toMatchObject({ line25: 46_292, line26: 53_708 })
    expect(exclusion).toMatchObject({ line15: 19_708, line16: 0, line18: -19_708 })
    expect(carriedOut).toMatchObject({ minimumTaxCredit: 53_708, minimumTaxCreditMade: -19_708 })
    expect(creditIntoNext(year)).toBe(34_000)
  })

  test('a credit cannot fall below nothing', () => {
    const facts = { ...gain, ...withGains({ long: 1_100_000 }, { long: 900_000 }), minimumTaxCredit: 50_000 }
    expect(creditIntoNext(figureYear(yearOf(2026, 'mfj', facts)))).toBe(0)
  })

  test('by the other reading of Form 8801 lines 28 to 30 the refigured gains count', () => {
    const facts = { ...gain, ...withGains({ long: 1_100_000 }, { long: 900_000 }) }
    const year = yearOf(2026, 'mfj', facts)
    const { exclusion } = figureYear({ ...year, law: lawFor(2026, 'mfj', 'exact', { exclusionGainsRegular: 0 }) })
    // Line 10 is 1,234,800: 334,800 at the AMT rates, 88,854; 81,100 - ... of 900,000: 98,900 - 117,800 leaves none at 0 %;
    // 613,700 - 117,800 = 495,900 at 15 %, 74,385; 404,100 at 20 %, 80,820
    expect(exclusion).toMatchObject({ line28: 900_000, line11: 88_854 + 74_385 + 80_820, line15: 244_059 - 210_545 })
  })
})

describe('Form 6251 line 2k: the example of the instructions of 2025', () => {
  // 65,000 of compensation; regular long-term gain 50,000; AMT short-term loss 25,000 and long-term loss 40,000
  const sales = {
    ...{ wages: 120_000, compensation: 65_000, amtCompensation: 0 },
    ...withGains({ long: 50_000 }, { short: -25_000, long: -40_000 }),
  }

  test('-118,000, and 22,000 and 40,000 of AMT loss carried on', () => {
    const { return: r, carriedOut } = figureYear(yearOf(2025, 'single', sales))
    expect(r.form6251).toMatchObject({ line2kOrdinary: -65_000, line2kCapital: -53_000, line2k: -118_000 })
    expect(plain(carriedOut.amtCapitalLoss)).toEqual({ short: 22_000, long: 40_000 })
    expect(plain(carriedOut.capitalLoss)).toEqual(none)
  })

  test('the next year: -3,000, and 19,000 and 40,000', () => {
    const carryforwards = { ...caseOf().carryforwards, amtCapitalLoss: { short: 22_000, long: 40_000 } }
    const household = { ...caseOf().household, statuses: [{ from: 2026, status: 'single' as const }] }
    const of = caseOf({ household, carryforwards, incomes: [incomeOf(2026, { wages: 120_000 })] })
    const [of2026, of2027] = yearsTo(of, 2027)
    expect(of2026?.return.form6251.line2k).toBe(-3_000)
    expect(of2026?.carriedOut.amtCapitalLoss).toEqual({ short: 19_000, long: 40_000 })
    expect(of2027?.carriedOut.amtCapitalLoss).toEqual({ short: 16_000, long: 40_000 })
  })

  const plain = ({ short, long }: typeof none) => ({ short: short + 0, long: long + 0 })
})

describe('capital losses carried', () => {
  test('the deduction for seniors does not waste a loss: IRC 1212(b)(2)(B) adds it back', () => {
    // Single 2025, wages 23,750, long-term loss 10,000: 20,750 less 17,750 less 6,000 is 3,000 below zero, the loss allowed 3,000;
    // adjusted taxable income 3,000 - ... = -3,000 + 3,000 + 6,000, so the 3,000 are used
    const facts = { wages: 23_750, agedOrBlindBoxes: 1, seniors: 1, ...withGains({ long: -10_000 }) }
    const { carriedOut, return: r } = figureYear(yearOf(2025, 'single', facts))
    expect(r.form1040.beforeFloor).toBe(-3_000)
    expect(carriedOut.capitalLoss.long).toBe(7_000)
  })

  test('each system by its own income', () => {
    check(
      fc.property(household, ({ year, status, facts: drawn }) => {
        const facts = { ...drawn, charityOrdinaryCarried: 0 }
        const { carriedOut } = figureYear(yearOf(year, status, facts))
        const code = returnByStatute(facts, year, status)
        for (const term of ['short', 'long'] as const) {
          expect(carriedOut.capitalLoss[term]).toBeCloseTo(code.capitalLossCarriedOut[term], 6)
          expect(carriedOut.amtCapitalLoss[term]).toBeCloseTo(code.amtCapitalLossCarriedOut[term], 6)
        }
      }),
      600,
    )
  })
})

// Property 9: over a lifetime nothing is used that was not carried in or earned
test('minimum tax credit: carried out is carried in and earned, less used, and never negative', () => {
  check(
    fc.property(fc.array(household, { minLength: 2, maxLength: 5 }), (households) => {
      let carried = 0
      let used = 0
      let earned = 0
      for (const { year, status, facts } of households) {
        const own = { ...facts, minimumTaxCreditMade: 0, minimumTaxCredit: carried, vehicleCreditUnallowed: 0 }
        const figured = figureYear(yearOf(year, status, own))
        const { return: r, exclusion } = figured
        const { line25 } = r.form8801
        const room = r.form1040.line16 - facts.childTaxCredit - facts.otherCredits - r.form6251.line9
        expect(line25).toBeLessThanOrEqual(Math.max(0, room) + 1e-6)
        expect(creditIntoNext(figured)).toBeCloseTo(Math.max(0, carried - line25 + exclusion.line18), 6)
        used += line25
        earned += Math.max(0, exclusion.line18)
        carried = creditIntoNext(figured)
        expect(carried).toBeGreaterThanOrEqual(0)
        expect(used).toBeLessThanOrEqual(earned + 1e-6)
      }
    }),
    300,
  )
})

describe('gifts carried', () => {
  const given = (x: Partial<typeof noItemized>) => incomeOf(2025, { wages: 50_000, itemized: { ...noItemized, ...x } })
  const single = { ...caseOf().household, statuses: [{ from: 2023, status: 'single' as const }] }

  test('Pub. 526 (2025): cash 2,000, land worth 28,000, 5,000 to a private foundation: 17,000 deducted, 13,000 and 5,000 carried', () => {
    const incomes = [given({ charityCash: 2_000, charityStock: 28_000, charityPrivate: 5_000 })]
    const [of2025, of2026] = yearsTo(caseOf({ household: single, incomes }), 2026)
    expect(of2025?.return.charity.deduction).toBe(17_000)
    expect(of2025?.carriedOut.charity).toEqual([
      { category: 'stock', year: 2025, amount: 13_000 },
      { category: 'private', year: 2025, amount: 5_000 },
    ])
    expect(of2026?.facts).toMatchObject({
      charityStockCarried: 13_000,
      charityPrivateCarried: 5_000,
      charityCashCarried: 0,
    })
  })

  test('Pub. 526 (2025): property worth 27,000 without the election: 15,000, and 12,000 carried', () => {
    const incomes = [given({ charityStock: 27_000 })]
    const [of2025] = yearsTo(caseOf({ household: single, incomes }), 2025)
    expect(of2025?.return.charity.deduction).toBe(15_000)
    expect(of2025?.carriedOut.charity).toEqual([{ category: 'stock', year: 2025, amount: 12_000 }])
  })

  test('what is carried in from before is used in the first year, and what is older than five years is not carried on', () => {
    const charity = [
      { category: 'cash' as const, year: 2020, amount: 4_000 },
      { category: 'cash' as const, year: 2022, amount: 40_000 },
      { category: 'privateStock' as const, year: 2021, amount: 700 },
    ]
    const carryforwards = { ...caseOf().carryforwards, charity }
    const [of2025] = yearsTo(
      caseOf({ household: single, carryforwards, incomes: [given({ charityCash: 10_000 })] }),
      2025,
    )
    expect(of2025?.facts).toMatchObject({ charityCashCarried: 44_000, charityPrivateStockCarried: 700 })
    // 30,000 less 10,000 leaves 20,000: 4,000 of 2020 and 16,000 of 2022; nothing of the half is left for others
    expect(of2025?.carriedOut.charity).toEqual([
      { category: 'privateStock', year: 2021, amount: 700 },
      { category: 'cash', year: 2022, amount: 24_000 },
    ])
  })

  // Reg. §1.170A-10(b)(2): what itemizing would have deducted is used up. 60 percent of 50,000 is 30,000.
  test('a year of the standard deduction uses 30,000 of 40,000 carried in, as if it had itemized', () => {
    const carryforwards = {
      ...caseOf().carryforwards,
      charity: [{ category: 'cash' as const, year: 2022, amount: 40_000 }],
    }
    const left = (deductionChoice: 'standard' | 'lowestTax') => {
      const incomes = [incomeOf(2025, { wages: 50_000, deductionChoice })]
      return yearsTo(caseOf({ household: single, carryforwards, incomes }), 2025)[0]
    }
    expect(left('standard')?.return.election.itemizes).toBe(0)
    expect(left('standard')?.carriedOut.charity).toEqual([{ category: 'cash', year: 2022, amount: 10_000 }])
    // 30,000 are more than the standard deduction of 15,750: whoever named no other deductions itemizes all the same
    expect(left('lowestTax')?.return.form1040.line15).toBe(20_000)
    expect(left('lowestTax')?.carriedOut.charity).toEqual([{ category: 'cash', year: 2022, amount: 10_000 }])
  })

  test('what is five years old is not carried on', () => {
    const carryforwards = {
      ...caseOf().carryforwards,
      charity: [{ category: 'cash' as const, year: 2020, amount: 40_000 }],
    }
    const incomes = [incomeOf(2025, { wages: 50_000 })]
    expect(yearsTo(caseOf({ household: single, carryforwards, incomes }), 2025)[0]?.carriedOut.charity).toEqual([])
  })
})

describe('what the year before the first hands on, from its Form 6251 as filed', () => {
  const history = (x: Partial<HistoryYear> = {}): HistoryYear => ({
    ...historyOf(2024),
    form6251: { line1b: 100_000, line2a: 20_000, line10: 8_000, line11: 5_000 },
    ...x,
  })
  const single: Case['household'] = { ...caseOf().household, statuses: [{ from: 2024, status: 'single' }] }
  const creditOf = (before: HistoryYear, carried = 1_000, household = single) => {
    const carryforwards = { ...caseOf().carryforwards, minimumTaxCredit: carried }
    const [first] = yearsTo(caseOf({ household, carryforwards, history: [before] }), 2025)
    return Math.max(0, first?.return.form8801.line21 ?? Number.NaN)
  }

  test('5,000 of AMT less 918 on exclusion items (8,918 less 8,000), on top of what was carried', () => {
    expect(creditOf(history())).toBe(5_082)
  })

  test('line 1 of the form of 2024 is line 1b', () => {
    expect(creditOf(history({ form6251: { line1: 100_000, line2a: 20_000, line10: 8_000, line11: 5_000 } }))).toBe(
      5_082,
    )
  })

  test('tax on exclusion items beyond the AMT takes from what was carried, down to nothing', () => {
    // 8,918 less 5,000 without AMT
    const before = history({ form6251: { line1b: 100_000, line2a: 20_000, line10: 5_000, line11: 0 } })
    expect(creditOf(before, 4_000)).toBe(82)
    expect(creditOf(before, 1_000)).toBe(0)
  })

  test('exclusion items are those of lines 2a to 2d, 2g, 2h and the part of line 3 so named; line 2e joins line 1', () => {
    const lines = {
      line1b: 80_000,
      line2a: 20_000,
      line2b: -1_000,
      line2c: 500,
      line2d: 500,
      line2e: 10_000,
      line2g: 4_000,
      line2h: 1_000,
    }
    const form6251 = {
      ...lines,
      line3Exclusion: 5_000,
      line2i: 90_000,
      line2k: -7_000,
      line3: 8_000,
      line10: 8_000,
      line11: 5_000,
    }
    expect(creditOf(history({ form6251 }))).toBe(5_082)
  })

  test('with gains, from the lines of the worksheet that was used', () => {
    // 34,300 taxed, of it 30,000 gain above 90,000 of ordinary income: 26 % of 4,300 and 15 % of 30,000 are 5,618
    const before = history({
      qualifiedDividendWorksheet: { line4: 30_000, line5: 90_000 },
      form6251: { line1b: 100_000, line2a: 20_000, line10: 5_000, line11: 5_000 },
    })
    expect(creditOf(before)).toBe(1_000 + 5_000 - 618)
    // Ordinary income of 40,000 leaves 7,025 of the gain at 0 %: 15 % of that less
    const lower = { ...before, qualifiedDividendWorksheet: { line4: 30_000, line5: 40_000 } }
    expect(creditOf({ ...lower, form6251: { ...lower.form6251, line10: 4_000 } })).toBeCloseTo(
      6_000 - (5_618 - 1_053.75 - 4_000),
      8,
    )
  })

  test('the status of that year, where it is stated', () => {
    // Joint: an exemption of 133,300, so no tax on exclusion items
    expect(creditOf(history({ status: 'mfj' }))).toBe(6_000)
    expect(creditOf(history(), 1_000, { ...single, statuses: [{ from: 2024, status: 'mfj' as const }] })).toBe(6_000)
  })

  test('a year without its form, or not the year before, makes none', () => {
    expect(creditOf(history({ form6251: null }))).toBe(1_000)
    expect(creditOf(history({ year: 2023 }))).toBe(1_000)
  })

  test('a foreign tax credit for AMT counts against exclusion items', () => {
    expect(
      creditOf(history({ form6251: { line1b: 100_000, line2a: 20_000, line8: 400, line10: 8_000, line11: 5_000 } })),
    ).toBe(5_482)
  })
})

test('no year past the last is figured, and none before the first', () => {
  expect(yearsTo(caseOf(), 2024)).toEqual([])
  expect(yearsTo(caseOf(), 2025).map((year) => year.year)).toEqual([2025])
  expect(yearsTo(caseOf(), 2028).map((year) => year.year)).toEqual([2025, 2026, 2027, 2028])
  expect(() => yearsTo(caseOf(), 2036)).toThrow('no income for 2036')
})

test('the rounding asked for is that of every year', () => {
  const of = caseOf({ incomes: [incomeOf(2025, { wages: 100_000 })] })
  // Taxable income of 68,500: the row from 68,500 to 68,550, 2,385 + 12 % of 44,675 = 7,746; the schedule gives 7,743
  expect(yearsTo(of, 2025, 'as-filed')[0]?.return.form1040.line16).toBe(7_746)
  expect(yearsTo(of, 2025)[0]?.return.form1040.line16).toBe(7_743)
  expect(taxYear(of, 2025, nothingCarried).law.taxTableCeiling).toBe(0)
})

test('the same law under another label gives the same taxes, year after year', () => {
  check(
    fc.property(
      fc.array(household, { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 2031, max: 2060 }),
      (all, label) => {
        let before: ReturnType<typeof figureYear> | null = null
        let relabelled: ReturnType<typeof figureYear> | null = null
        for (const { year, status, facts } of all) {
          const own = yearOf(year, status, facts)
          const table = { ...own.choice.table, year: label }
          const choice = { ...own.choice, table }
          before = figureYear({ ...own, carriedIn: before?.carriedOut ?? nothingCarried }, before)
          relabelled = figureYear(
            { ...own, year: label, choice, law: lawOf(choice), carriedIn: relabelled?.carriedOut ?? nothingCarried },
            relabelled,
          )
          expect(relabelled.return.form1040).toEqual(before.return.form1040)
          expect(relabelled.return.form6251).toEqual(before.return.form6251)
          expect(relabelled.return.form8801).toEqual(before.return.form8801)
          expect(relabelled.exclusion).toEqual(before.exclusion)
        }
      },
    ),
    100,
  )
})

test('removing a grant that nobody exercises changes no byte of any year', () => {
  const idle = [grantOf(), grantOf({ id: 'idle', on: '2022-02-02', shares: 5_000, strike: 9 })]
  const plan = [exerciseOf('2025-03-03', 3_000), exerciseOf('2026-03-03', 1_000)]
  const years = (grants: typeof idle) =>
    yearsTo(caseOf({ grants, plan }), 2030).map(({ return: r, exclusion, carriedOut }) => ({
      r,
      exclusion,
      carriedOut,
    }))
  expect(JSON.stringify(years(idle))).toBe(JSON.stringify(years([grantOf()])))
})
