import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { figuredForms, sheetOf } from '../src/explain/federalForms.ts'
import { type Facts, noFacts } from '../src/forms/facts.ts'
import { figureForm8801Exclusion } from '../src/forms/form8801.ts'
import { federalLawFor } from '../src/law/federal/law.ts'
import { federalTable } from '../src/law/federal/tables.ts'
import { type FederalReturn, figureReturn, refigureSpread, workspace } from '../src/return.ts'
import { type Summary, summaryLines, summaryOf } from '../src/summary.ts'
import { figureYear } from '../src/timeline.ts'
import { check, type Household, household } from './arbitraries.ts'
import { returnByStatute } from './byStatute.ts'
import { noCredit, nothingCarried } from './cases.ts'
import { factsOf } from './flatFacts.ts'
import { lawFor, statuses, years } from './laws.ts'
import { type FlatCase, figureByStatute } from './statute/federalYear.ts'
import { differences, readVectors } from './statute/vectors.ts'
import { named, workedExamples } from './workedExamples.ts'

interface ConfirmedReturn {
  readonly input: FlatCase
  readonly exact: Partial<Summary>
  readonly asFiled: Partial<Summary>
}

const confirmed: ConfirmedReturn[] = readVectors('federal-returns.ndjson')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))

const summaryFor = (x: FlatCase): Summary => summaryOf(figureReturn(factsOf(x), lawFor(x.year, x.status, x.rounding)))

/** The amounts of two summaries that are further apart than allowed; the words are never. */
function apart(got: Summary, want: Partial<Summary>, most: number): string[] {
  return Object.entries(want).flatMap(([name, value]) => {
    const found = got[name as keyof Summary]
    const near = typeof found === 'number' && typeof value === 'number' && Math.abs(found - value) <= most
    return near || found === value ? [] : [`${name} ${found}, not ${value}`]
  })
}

describe('900 returns that other engines confirm, with the larger deduction', () => {
  test('there are 900', () => expect(confirmed).toHaveLength(900))

  test.each([
    ['exact', 'exact', 0.01],
    ['as-filed', 'asFiled', 0.01],
  ] as const)('%s, to the cent', (rounding, expected, most) => {
    const off = confirmed.flatMap((each) => {
      const { input } = each
      const wrong = apart(summaryFor({ ...input, deductionChoice: 'larger', rounding }), each[expected], most)
      return wrong.map((difference) => `${input.id}: ${difference}`)
    })
    expect(off).toEqual([])
  })

  test('the least tax is never more than with the larger deduction, and is that of one of the two', () => {
    for (const { input } of confirmed) {
      const taxes = (['lowestTax', 'larger', 'standard', 'itemized'] as const).map(
        (deductionChoice) => summaryFor({ ...input, deductionChoice }).totalTax,
      )
      const [least = 0, larger = 0, standard = 0, itemized = 0] = taxes
      expect(least).toBeLessThanOrEqual(larger + 1e-9)
      expect(least).toBeCloseTo(input.itemized ? Math.min(standard, itemized) : standard, 6)
    }
  })
})

describe('Form 6251 of 2024, line by line', () => {
  const { cases }: { cases: Form6251Case[] } = JSON.parse(readVectors('form6251-2024.json'))

  interface Form6251Case {
    readonly id: string
    readonly about: string
    readonly gives: {
      readonly wages: number
      readonly longTermGain: number
      readonly charityCash: number
      readonly stateTaxRefund: number
      readonly foreignTaxCredit: number
      readonly year: number
      readonly status: (typeof statuses)[number]
      readonly deduction: 'standard' | 'itemized'
    }
    readonly expected: object
    readonly lines: object
  }

  test('there are 30', () => expect(cases).toHaveLength(30))

  test.each(cases.map((each) => [each.id, each.about, each] as const))(
    '%s. %s',
    (_, __, { gives, expected, lines }) => {
      const gains = { ...noFacts().gains, long: gives.longTermGain }
      const facts: Facts = {
        ...noFacts(),
        ...{ wages: gives.wages, gains, amtGains: gains, charityCash: gives.charityCash },
        // A refund is income, and line 2b takes it out again
        ...{ otherIncome: gives.stateTaxRefund, line2b: 0 - gives.stateTaxRefund },
        ...{ foreignTaxCredit: gives.foreignTaxCredit, amtForeignTaxCredit: gives.foreignTaxCredit },
        ...{ hasItemized: gives.deduction === 'itemized', deductionChoice: gives.deduction },
      }
      const r = figureReturn(facts, lawFor(gives.year, gives.status))
      expect(differences(r.form6251, lines)).toEqual([])
      expect(differences(summaryOf(r), expected)).toEqual([])
    },
  )
})

describe('worked examples', () => {
  test.each(workedExamples<FlatCase>('return').map(named))('%s', (_, { gives, expected }) => {
    const law = lawFor(gives.year, gives.status, gives.rounding)
    const facts = factsOf(gives)
    const choice = { table: federalTable(gives.year), status: gives.status, rounding: 'exact', readings: {} } as const
    const base = {
      year: gives.year,
      status: gives.status,
      choice,
      law,
      facts,
      carriedIn: nothingCarried,
      exercises: [],
      dispositions: [],
      shares: null,
    }
    const { return: r, exclusion, carriedOut } = figureYear({ ...base, income: undefined as never })
    const got = {
      ...summaryOf(r),
      ...{ line2k: r.form6251.line2k, exclusionMinimumTax: exclusion.line15, adjustedNetMinimumTax: exclusion.line18 },
      ...{
        capitalLossCarriedOut: plain(carriedOut.capitalLoss),
        amtCapitalLossCarriedOut: plain(carriedOut.amtCapitalLoss),
      },
    }
    expect(differences(got, expected)).toEqual([])
  })

  const none = { short: 0, long: 0 }
  const plain = ({ short, long }: typeof none) => ({ short: short + 0, long: long + 0 })
})

describe('against the Code', () => {
  // Carryovers of property to public charities are tried in forms/charity.test.ts: their order among the classes is open
  const ordered = household.map(({ facts, ...rest }) => ({ ...rest, facts: { ...facts, charityOrdinaryCarried: 0 } }))

  const agree = ({ year, status, facts }: Household, rounding: 'exact' | 'as-filed'): void => {
    const r = figureReturn(facts, lawFor(year, status, rounding))
    const code = returnByStatute(facts, year, status, rounding)
    expect(apart(summaryOf(r), code.summary, 1e-6)).toEqual([])
  }

  test('figures thousands of households as the sections do', () =>
    check(
      fc.property(ordered, (x) => agree(x, 'exact')),
      4_000,
    ))

  test('as filed too', () =>
    check(
      fc.property(ordered, (x) => agree(x, 'as-filed')),
      2_000,
    ))

  test('with a foreign tax credit', () => {
    check(
      fc.property(ordered, fc.integer({ min: 0, max: 60_000 }), ({ year, status, facts }, foreignTaxCredit) =>
        agree({ year, status, facts: { ...facts, foreignTaxCredit } }, 'exact'),
      ),
      2_000,
    )
  })

  // IRC 904(a): the credit is not above the tax it is set against, and so never reaches the AMT
  test('a foreign tax credit of 300 beside no regular tax is worth nothing', () => {
    const facts = { ...noFacts(), wages: 16_100, isoSpread: 200_000, foreignTaxCredit: 300, amtForeignTaxCredit: 300 }
    const r = figureReturn(facts, lawFor(2026, 'single'))
    // 26 % of 216,100 less 90,100, less the 300 that AMT allows of its own
    expect(r.form6251.line11).toBe(32_760 - 300)
    expect(r.form1040.line24).toBe(32_760 - 300)
  })

  test('what the year hands to the next: credit, its split, losses', () => {
    check(
      fc.property(ordered, ({ year, status, facts }) => {
        const law = lawFor(year, status)
        const code = returnByStatute(facts, year, status)
        const r = figureReturn(facts, law)
        const exclusion = figureForm8801Exclusion(r, law)
        expect(exclusion.line15).toBeCloseTo(code.exclusionMinimumTax, 6)
        expect(exclusion.line18).toBeCloseTo(code.adjustedNetMinimumTax, 6)
      }),
      2_000,
    )
  })

  // Form 8801 line 12 is a credit of its own, limited by line 11 and not by the tax the AMT came to
  test('a foreign tax credit for AMT that the year could not use still counts against exclusion items', () => {
    const gains = { ...noFacts().gains, long: 1_100_000 }
    const amtGains = { ...gains, long: 0 }
    const facts = { ...noFacts(), wages: 150_000, gains, amtGains, amtForeignTaxCredit: 10_000 }
    const law = lawFor(2026, 'mfj')
    const r = figureReturn(facts, law)
    // AMT income of 150,000 less 140,200 is taxed 2,548; exclusion items alone 230,253 (the example of 1,100,000 of gain)
    expect(r.form6251.line7).toBe(2_548)
    expect(figureForm8801Exclusion(r, law)).toMatchObject({
      line11: 230_253,
      line13: 220_253,
      line15: 220_253 - 210_545,
    })
  })

  test('under the other readings of the open points', () => {
    const open = fc.record({
      overallLimitationRestored: fc.constantFrom(0 as const, 1 as const),
      nonItemizerGiftAllowedInAmt: fc.constantFrom(0 as const, 1 as const),
      exclusionGainsRegular: fc.constantFrom(0 as const, 1 as const),
    })
    const of2026 = ordered.map((x) => ({ ...x, year: 2026, facts: x.facts }))
    check(
      fc.property(of2026, open, ({ year, status, facts }, readings) => {
        const law = lawFor(year, status, 'exact', readings)
        const code = returnByStatute(facts, year, status, 'exact', readings)
        const r = figureReturn(facts, law)
        expect(apart(summaryOf(r), code.summary, 1e-6)).toEqual([])
        expect(figureForm8801Exclusion(r, law).line15).toBeCloseTo(code.exclusionMinimumTax, 6)
      }),
      1_000,
    )
  })

  test('the flat cases of the vectors, under every choice of deduction', () => {
    for (const { input } of confirmed)
      for (const deductionChoice of ['lowestTax', 'larger', 'standard', 'itemized'] as const) {
        const x = { ...input, deductionChoice, itemized: input.itemized ?? noItemized }
        expect(apart(summaryFor(x), figureByStatute(x), 1e-6)).toEqual([])
      }
  })

  const noItemized = { stateAndLocalTaxes: 0, realEstateTaxes: 0, mortgageInterest: 0, charityCash: 0, charityStock: 0 }
})

describe('the choice of the deduction', () => {
  const law = lawFor(2026, 'single')
  const facts = { ...noFacts(), wages: 200_000, isoSpread: 200_000, mortgageInterest: 15_000 }
  const taken = (change: Partial<Facts>) => summaryOf(figureReturn({ ...facts, ...change }, law)).deductionTaken

  test('is no choice without itemized deductions', () => {
    for (const deductionChoice of ['lowestTax', 'larger', 'standard', 'itemized'] as const)
      expect(taken({ hasItemized: false, deductionChoice })).toBe('standard')
  })

  test('15,000 of interest that AMT allows beats a standard deduction of 16,100 that it does not', () => {
    expect(taken({ hasItemized: true, deductionChoice: 'lowestTax' })).toBe('itemized')
    expect(taken({ hasItemized: true, deductionChoice: 'larger' })).toBe('standard')
    expect(taken({ hasItemized: true, deductionChoice: 'standard' })).toBe('standard')
    expect(taken({ hasItemized: true, deductionChoice: 'itemized' })).toBe('itemized')
    expect(taken({ hasItemized: true, deductionChoice: 'lowestTax', isoSpread: 0 })).toBe('standard')
  })

  test('of two ways to the same tax the larger deduction is taken, and of two alike the standard one', () => {
    // Taxes and the standard deduction are alike added back: where AMT is due the tax is the same
    const taxes = (stateAndLocalTaxes: number) =>
      taken({ hasItemized: true, deductionChoice: 'lowestTax', mortgageInterest: 0, stateAndLocalTaxes })
    expect([16_099, 16_100, 16_101].map(taxes)).toEqual(['standard', 'standard', 'itemized'])
    const larger = (mortgageInterest: number) =>
      taken({ hasItemized: true, deductionChoice: 'larger', mortgageInterest })
    expect([16_099, 16_100, 16_101].map(larger)).toEqual(['standard', 'standard', 'itemized'])
  })
})

describe('reused sheets', () => {
  test('give the same return as fresh ones, whatever was on them', () => {
    const work = workspace()
    check(
      fc.property(household, ({ year, status, facts }) => {
        const law = lawFor(year, status)
        const fresh = figureReturn(facts, law)
        const again = figureReturn(facts, law, work)
        expect(again.election).toEqual(fresh.election)
        for (const { id } of figuredForms(fresh))
          expect({ id, ...sheetOf(again, id) }).toEqual({ id, ...sheetOf(fresh, id) })
        expect(figuredForms(again).map(({ id }) => id)).toEqual(figuredForms(fresh).map(({ id }) => id))
        expect(again.facts).toBe(facts)
      }),
      1_000,
    )
  })

  test('a fresh return leaves no line of the forms it needs unfigured', () => {
    check(
      fc.property(household, ({ year, status, facts }) => {
        const r = figureReturn(facts, lawFor(year, status))
        const odd = figuredForms(r).flatMap(({ id }) =>
          Object.entries(sheetOf(r, id))
            .filter(([, amount]) => !Number.isFinite(amount))
            .map(([line]) => `${id}.${line}`),
        )
        expect(odd).toEqual([])
      }),
    )
  })

  test('another spread alone, figured again, is the return with that spread', () => {
    const work = workspace()
    check(
      fc.property(
        household,
        fc.array(fc.integer({ min: 0, max: 2_000_000 }), { minLength: 1, maxLength: 4 }),
        (x, spreads) => {
          const law = lawFor(x.year, x.status)
          const facts = { ...x.facts }
          let last: FederalReturn = figureReturn(facts, law, work)
          for (const spread of spreads) {
            facts.isoSpread = spread
            last = refigureSpread(law, work, last)
            const whole = figureReturn({ ...facts }, law)
            expect(summaryOf(last)).toEqual(summaryOf(whole))
            expect(last.form6251).toEqual(whole.form6251)
          }
        },
      ),
      1_000,
    )
  })
})

test('the summary names the lines it is made of', () => {
  const r = figureReturn({ ...noFacts(), wages: 232_200, isoSpread: 180_000 }, lawFor(2026, 'mfj'))
  expect(Object.keys(summaryOf(r)).sort()).toEqual([...Object.keys(summaryLines), 'deductionTaken'].sort())
  expect(summaryOf(r)).toEqual({
    ...{ agi: 232_200, deduction: 32_200, deductionTaken: 'standard', taxableIncome: 200_000, regularTax: 33_424 },
    ...{ amti: 412_200, exemption: 140_200, tentativeMinimumTax: 71_270, amt: 37_846, niit: 0 },
    ...{ additionalMedicareTax: 0, minimumTaxCreditUsed: 0, minimumTaxCreditCarriedOut: 0, totalTax: 71_270 },
  })
})

describe('properties of a year', () => {
  // Property 1
  test('AMT is not negative, and without credits tax is the larger of regular tax and tentative minimum tax', () => {
    check(
      fc.property(household, ({ year, status, facts }) => {
        const bare = { ...facts, amtForeignTaxCredit: 0, childTaxCredit: 0, otherCredits: 0, ...noCredit }
        const { form6251, form1040 } = figureReturn(bare, lawFor(year, status))
        expect(form6251.line11).toBeGreaterThanOrEqual(0)
        expect(form1040.line18).toBeCloseTo(Math.max(form1040.line16, form6251.line9), 6)
        expect(form1040.line22).toBe(form1040.line18)
      }),
      1_000,
    )
  })

  // Property 2: 26 or 28 cents, and while the exemption phases out half as much again (a quarter until 2025)
  test('AMT never falls as the spread grows, nor rises by more than 35 cents a dollar, 42 from 2026', () => {
    const more = fc.oneof(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 1_000_000 }))
    const choices = fc.constantFrom<Facts['deductionChoice'][]>('larger', 'standard', 'itemized')
    check(
      fc.property(household, choices, more, ({ year, status, facts }, deductionChoice, by) => {
        const law = lawFor(year, status)
        const amt = (isoSpread: number) => figureReturn({ ...facts, deductionChoice, isoSpread }, law).form6251.line11
        const rise = amt(facts.isoSpread + by) - amt(facts.isoSpread)
        expect(rise).toBeGreaterThanOrEqual(-1e-6)
        expect(rise).toBeLessThanOrEqual((year >= 2026 ? 0.42 : 0.35) * by + 1e-6)
      }),
      1_000,
    )
  })

  test('total tax does not fall as the spread grows, whatever the deduction and the credits', () => {
    check(
      fc.property(household, fc.integer({ min: 1, max: 500_000 }), ({ year, status, facts }, by) => {
        const law = lawFor(year, status)
        const total = (isoSpread: number) => figureReturn({ ...facts, isoSpread }, law).form1040.line24
        expect(total(facts.isoSpread + by)).toBeGreaterThanOrEqual(total(facts.isoSpread) - 1e-6)
      }),
    )
  })

  // Property 11
  test('the ISO spread moves neither the regular tax nor the taxes beside the AMT', () => {
    const fixed: Facts['deductionChoice'][] = ['larger', 'standard', 'itemized']
    check(
      fc.property(household, fc.constantFrom(...fixed), ({ year, status, facts }, deductionChoice) => {
        const law = lawFor(year, status)
        const [none, some] = [0, 250_000].map((isoSpread) =>
          summaryOf(figureReturn({ ...facts, deductionChoice, isoSpread }, law)),
        )
        for (const name of [
          'agi',
          'deduction',
          'taxableIncome',
          'regularTax',
          'niit',
          'additionalMedicareTax',
        ] as const)
          expect(some?.[name]).toBe(none?.[name])
      }),
    )
  })

  // Property 13
  test('the year enters through the law alone', () => {
    check(
      fc.property(household, fc.integer({ min: 2023, max: 2040 }), ({ year, status, facts }, other) => {
        const table = { ...federalTable(year), year: other }
        const renamed = summaryOf(figureReturn(facts, federalLawFor(table, status)))
        expect(renamed).toEqual(summaryOf(figureReturn(facts, lawFor(year, status))))
      }),
    )
  })

  // Property 14: 24 percent of half a row of 50, and half a dollar of rounding
  test('as filed and exact differ by 6.50 at most, and not at all where AMT is due in both', () => {
    const choices = fc.constantFrom<Facts['deductionChoice'][]>('larger', 'standard', 'itemized')
    check(
      fc.property(household, choices, ({ year, status, facts }, deductionChoice) => {
        const [exact, filed] = (['exact', 'as-filed'] as const).map((rounding) =>
          summaryOf(figureReturn({ ...facts, deductionChoice }, lawFor(year, status, rounding))),
        ) as [Summary, Summary]
        for (const name of ['regularTax', 'amt', 'totalTax', 'minimumTaxCreditUsed'] as const)
          expect(Math.abs(exact[name] - filed[name])).toBeLessThanOrEqual(6.5)
        expect(filed.tentativeMinimumTax - exact.tentativeMinimumTax).toBeCloseTo(0, 2)
      }),
      2_000,
    )
  })

  test('total tax is the same as filed where AMT is due', () => {
    const facts = { ...noFacts(), wages: 90_000, isoSpread: 150_000 }
    const [exact, filed] = (['exact', 'as-filed'] as const).map((rounding) =>
      summaryOf(figureReturn(facts, lawFor(2026, 'single', rounding))),
    )
    expect(filed?.regularTax).not.toBe(exact?.regularTax)
    expect(filed?.totalTax).toBe(exact?.totalTax)
  })
})

// True of the figures of these years, not a theorem
test.each(years)('wages alone with the standard deduction owe no AMT in %i, up to five million', (year) => {
  for (const status of statuses) {
    const law = lawFor(year, status)
    const work = workspace()
    const facts = noFacts()
    for (let wages = 0; wages <= 5_000_000; wages += 2_500) {
      facts.wages = wages
      const { form6251 } = figureReturn(facts, law, work)
      if (form6251.line11 > 0) expect({ status, wages, amt: form6251.line11 }).toEqual({ status, wages, amt: 0 })
    }
  }
})

describe('what one might believe and is not so', () => {
  const amt = (facts: Partial<Facts>, year: number, status: (typeof statuses)[number] = 'single') =>
    figureReturn({ ...noFacts(), ...facts }, lawFor(year, status)).form6251.line11

  const gain = (long: number) => {
    const gains = { ...noFacts().gains, long }
    return { gains, amtGains: gains }
  }

  // Exemption gone: 26 % and 20 % alike but for the standard deduction of 15,750, at 20 %
  test('there is AMT without an option: five million of long-term gain, single 2025, AMT 3,150', () => {
    expect(amt(gain(5_000_000), 2025)).toBeCloseTo(3_150, 6)
  })

  test('the tax is not convex in the spread: past the phase-out a dollar costs less again', () => {
    const rateAt = (spread: number, year: number, status: (typeof statuses)[number]) =>
      amt({ wages: 150_000, isoSpread: spread + 1 }, year, status) -
      amt({ wages: 150_000, isoSpread: spread }, year, status)
    expect([0, 100_000, 300_000, 700_000, 900_000].map((spread) => rateAt(spread, 2025, 'single'))).toEqual(
      [0, 0.26, 0.28, 0.35, 0.28].map((rate) => expect.closeTo(rate, 6)),
    )
    expect([0, 400_000, 1_000_000, 1_300_000].map((spread) => rateAt(spread, 2026, 'mfj'))).toEqual(
      [0, 0.28, 0.42, 0.28].map((rate) => expect.closeTo(rate, 6)),
    )
  })

  test('more wages may mean less AMT: 150,000 of spread at wages of 100,000, 200,000 and 400,000, single 2025', () => {
    const at = [100_000, 200_000, 400_000].map((wages) => Math.round(amt({ wages, isoSpread: 150_000 }, 2025)))
    expect(at).toEqual([28_645, 31_483, 20_515])
  })

  test('a dollar of wages turned into long-term gain may cost: between 48,350 and 48,475, 3 cents', () => {
    const total = (wages: number, long: number) =>
      figureReturn({ ...noFacts(), wages, ...gain(long) }, lawFor(2025, 'single')).form1040.line24
    // Ordinary income of 48,400 below a gain of 10,000: the dollar is taxed at 12 % as wages and at 15 % as gain
    expect(total(64_149, 10_001) - total(64_150, 10_000)).toBeCloseTo(0.03, 8)
  })
})
