import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type FederalTable, type FigureName, federalFigures } from '../../src/law/federal/figures.ts'
import { derivedFigures, federalLawFor, lawOf, openFigures, taxOn } from '../../src/law/federal/law.ts'
import { federalTable, federalTables, federalYears } from '../../src/law/federal/tables.ts'
import { amountFor, type Figure, type FilingStatus } from '../../src/law/law.ts'
import { check, dollars, yearAndStatus } from '../arbitraries.ts'
import { lawFor, statuses, years } from '../laws.ts'
import { figuresFor } from '../statute/figures.ts'
import { scheduleTax, taxTable } from '../statute/section1.ts'

interface Printed {
  readonly figures: readonly { readonly figure: FigureName; readonly years: ByYear<Partial<Record<string, number>>> }[]
  readonly derived: {
    readonly exemptionGone: { readonly years: ByYear<Record<FilingStatus, number>> }
    readonly highRateSubtracts: { readonly years: ByYear<Record<FilingStatus, number>> }
    readonly separateIncrease: {
      readonly years: ByYear<{ startsAbove: number; rate: number; most: number; fullAt: number }>
    }
  }
}
type ByYear<T> = Readonly<Record<string, T>>

const printed: Printed = JSON.parse(readFileSync(new URL('./federal-figures.json', import.meta.url), 'utf8'))
const names = Object.keys(federalFigures) as FigureName[]
const figureOf = (table: FederalTable, name: FigureName): Figure => table.figures[name]
const at = (year: number, name: FigureName, status: FilingStatus): number =>
  amountFor(figureOf(federalTable(year), name), status)

describe('the tables', () => {
  test('are those of 2023 to 2026, in order', () => {
    expect(federalTables.map((table) => table.year)).toEqual(years)
    expect(federalYears).toEqual({ first: 2023, last: 2026 })
    for (const table of federalTables) expect(federalTable(table.year)).toBe(table)
  })

  test.each(years)('%i says of every figure what sets it and where it was read', (year) => {
    const table = federalTable(year)
    expect(Object.keys(table.figures)).toEqual(names)
    for (const name of names) {
      const { cite, source, status, note, other } = figureOf(table, name)
      expect(cite, name).toMatch(/IRC §|U\.S\.C\. §/)
      expect(source.length, name).toBeGreaterThan(5)
      // An open figure says what is open, and what the other reading is
      if (status === 'unconfirmed')
        expect({ name, note, other }).toEqual({ name, note: expect.any(String), other: expect.any(Number) })
      else expect({ name, status, other }).toEqual({ name, status: undefined, other: undefined })
    }
    expect(table.projectedFrom).toBeUndefined()
  })

  test('every figure has a meaning of its own', () => {
    const meanings = names.map((name) => federalFigures[name].means)
    expect(new Set(meanings).size).toBe(meanings.length)
  })

  test('a year without a table is refused', () => {
    for (const year of [2022, 1913, 2087, 2025.5, Number.NaN])
      expect(() => federalTable(year)).toThrow(
        new RangeError(`no federal law for ${year}: tables run from 2023 to 2026, projections to 2086`),
      )
    expect(federalTable(2086).year).toBe(2086)
  })
})

describe('every figure equals the one copied from its document', () => {
  test.each(printed.figures)('$figure', ({ figure, years: byYear }) => {
    const found = Object.keys(byYear).map((year) => [year, shape(figureOf(federalTable(Number(year)), figure))])
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(Object.entries(byYear).map(([year, amounts]) => [year, complete(amounts)])),
    )
  })

  test('all but those that are no amounts', () => {
    const compared = printed.figures.map(({ figure }) => figure)
    const switches = names.filter((name) => federalFigures[name].unit === 'switch')
    expect([...compared, ...switches].sort()).toEqual([...names].sort())
    for (const name of switches) for (const year of years) expect([0, 1]).toContain(at(year, name, 'single'))
  })

  /** By status; a figure alike for all statuses is written once on either side. */
  function shape(figure: Figure): object {
    return Object.fromEntries(statuses.map((status) => [status, amountFor(figure, status)]))
  }

  /** A status left out of the document (no senior deduction for separate returns, so no threshold) is zero in the table. */
  function complete(amounts: Partial<Record<string, number>>): object {
    return Object.fromEntries(statuses.map((status) => [status, amounts['all'] ?? amounts[status] ?? 0]))
  }
})

describe.each(years)('relations the Code fixes, %i', (year) => {
  const amount = (name: FigureName, status: FilingStatus) => at(year, name, status)

  test.each([
    ...['rate1Top', 'rate2Top', 'rate3Top', 'rate4Top', 'rate5Top', 'rate6Top', 'amtExemption', 'amtBreakpoint'],
    ...['gains0Ceiling', 'standardDeduction', 'capitalLossLimit', 'saltShare', 'niitThreshold', 'amtPhaseoutStart'],
  ] as FigureName[])('%s of a separate return is half the joint one', (name) => {
    expect(amount(name, 'mfs')).toBe(amount(name, 'mfj') / 2)
  })

  test('the 15 % ceiling of a separate return is half the joint one, rounded down to 50 by itself', () => {
    const half = amount('gains15Ceiling', 'mfj') / 2
    expect(half - amount('gains15Ceiling', 'mfs')).toBeGreaterThanOrEqual(0)
    expect(half - amount('gains15Ceiling', 'mfs')).toBeLessThan(50)
    expect(amount('gains15Ceiling', 'mfs') % 50).toBe(0)
  })

  test('the joint standard deduction is twice the single one (63(c)(2)(A)), and a head of household stands between', () => {
    expect(amount('standardDeduction', 'mfj')).toBe(2 * amount('standardDeduction', 'single'))
    expect(amount('standardDeduction', 'hoh')).toBeGreaterThan(amount('standardDeduction', 'single'))
    expect(amount('standardDeduction', 'hoh')).toBeLessThan(amount('standardDeduction', 'mfj'))
  })

  test('single brackets below the last are half the joint ones', () => {
    for (const name of ['rate1Top', 'rate2Top', 'rate3Top', 'rate4Top', 'rate5Top'] as const)
      expect(amount(name, 'single')).toBe(amount(name, 'mfj') / 2)
  })

  test('the AMT threshold of everyone else is half the joint one, the exemption of a head of household the single one', () => {
    for (const status of ['single', 'mfs', 'hoh'] as const)
      expect(amount('amtPhaseoutStart', status)).toBe(amount('amtPhaseoutStart', 'mfj') / 2)
    expect(amount('amtExemption', 'hoh')).toBe(amount('amtExemption', 'single'))
  })

  test('a surviving spouse has the joint figures but where the Code says "joint return" alone', () => {
    const differ = names.filter((name) => amount(name, 'qss') !== amount(name, 'mfj'))
    const jointOnly = ['additionalMedicareThreshold', 'foreignTaxCreditWithoutForm1116']
    const from2025 = year >= 2025 ? ['seniorDeductionStart'] : []
    const from2026 = year >= 2026 ? ['nonItemizerGiftCap'] : []
    expect(differ.sort()).toEqual([...jointOnly, ...from2025, ...from2026].sort())
    for (const name of differ) expect(amount(name, 'qss')).toBe(amount(name, 'single'))
  })

  test.each(statuses)('bracket tops and rates rise, and so do the ceilings of the gain rates: %s', (status) => {
    const tops = ([1, 2, 3, 4, 5, 6] as const).map((n) => amount(`rate${n}Top`, status))
    const rates = ([1, 2, 3, 4, 5, 6, 7] as const).map((n) => amount(`rate${n}`, status))
    for (const list of [tops, rates]) expect(list).toEqual([...new Set(list)].sort((a, b) => a - b))
    expect(amount('gains15Ceiling', status)).toBeGreaterThan(amount('gains0Ceiling', status))
    // The ceilings lie within the 12 % (or the start of the 22 %) and the 35 % bracket, as the Code set them in 2018
    expect(amount('gains0Ceiling', status)).toBeGreaterThan(amount('rate1Top', status))
    expect(amount('gains0Ceiling', status)).toBeLessThanOrEqual(amount('rate2Top', status))
    expect(amount('gains15Ceiling', status)).toBeGreaterThan(amount('rate5Top', status))
    expect(amount('gains15Ceiling', status)).toBeLessThan(amount('rate6Top', status))
  })
})

describe.each(years)('what the IRS prints follows from the figures, %i', (year) => {
  test.each(statuses)('income at which the exemption is gone: %s', (status) => {
    expect(lawFor(year, status).amtExemptionGone).toBe(printed.derived.exemptionGone.years[year]?.[status])
  })

  test.each(statuses)('what the 28 %% formula subtracts: %s', (status) => {
    const { amtBreakpoint, amtHighRate, amtLowRate } = lawFor(year, status)
    const subtracts = ((amtHighRate - amtLowRate) * amtBreakpoint) / 10_000
    expect(subtracts).toBe(printed.derived.highRateSubtracts.years[year]?.[status])
  })

  test('the increase of a separate return', () => {
    const law = lawFor(year, 'mfs')
    expect({
      startsAbove: law.amtExemptionGone,
      rate: law.amtiIncreaseRate,
      most: law.amtExemption,
      fullAt: law.amtExemptionGone + (law.amtExemption * 10_000) / law.amtiIncreaseRate,
    }).toEqual(printed.derived.separateIncrease.years[year])
    // "25 percent" and from 2026 "50 percent" stand for the phase-out and the increase alike
    expect(law.amtiIncreaseRate).toBe(law.amtPhaseoutRate)
  })

  test('2026 as printed: 680,200, 1,280,400 and 640,200', () => {
    const gone = (['single', 'mfj', 'mfs', 'hoh', 'qss'] as const).map(
      (status) => lawFor(2026, status).amtExemptionGone,
    )
    expect(gone).toEqual([680_200, 1_280_400, 640_200, 680_200, 1_280_400])
  })
})

describe('the law of a status', () => {
  test.each(years)('holds every figure of %i as a bare number, and the year', (year) => {
    for (const status of statuses) {
      const law = lawFor(year, status, 'as-filed')
      for (const name of names) expect({ name, amount: law[name] }).toEqual({ name, amount: at(year, name, status) })
      expect(law.year).toBe(year)
    }
  })

  test('reaches the Tax Table only as filed', () => {
    expect(lawFor(2026, 'single').taxTableCeiling).toBe(0)
    expect(lawFor(2026, 'single', 'as-filed').taxTableCeiling).toBe(100_000)
    const choice = { table: federalTable(2026), status: 'single', readings: {} } as const
    expect(lawOf({ ...choice, rounding: 'as-filed' })).toEqual(lawFor(2026, 'single', 'as-filed'))
    expect(lawOf({ ...choice, rounding: 'exact' })).toEqual(federalLawFor(federalTable(2026), 'single'))
  })

  test('its rate schedule adds up the brackets below each top', () => {
    // Single 2026: 1,240; + 12 % of 38,000; + 22 % of 55,300; + 24 % of 96,075; + 32 % of 54,450; + 35 % of 384,375
    expect(lawFor(2026, 'single').rateSchedule).toEqual({
      ...{ rate1: 1_000, rate2: 1_200, rate3: 2_200, rate4: 2_400, rate5: 3_200, rate6: 3_500, rate7: 3_700 },
      ...{ top1: 12_400, top2: 50_400, top3: 105_700, top4: 201_775, top5: 256_225, top6: 640_600 },
      ...{ tax1: 1_240, tax2: 5_800, tax3: 17_966, tax4: 41_024, tax5: 58_448, tax6: 192_979.25 },
    })
  })

  test('says which figures its derived ones follow from', () => {
    for (const { from } of Object.values(derivedFigures)) for (const name of from) expect(names).toContain(name)
    expect(derivedFigures.amtExemptionGone.means).toBe('AMT income at which the exemption is gone')
  })
})

describe('readings of open figures', () => {
  test('the open figures of 2026', () => {
    expect(openFigures(federalTable(2026))).toEqual([
      ...['taxTableCeiling', 'amtiIncreaseRate', 'overallLimitationRestored', 'nonItemizerGiftAllowedInAmt'],
      ...['exclusionGainsRegular', 'creditShortfallForgiven'],
    ])
    for (const year of [2023, 2024, 2025])
      expect(openFigures(federalTable(year))).toEqual(['exclusionGainsRegular', 'creditShortfallForgiven'])
  })

  test('replace the figure, and nothing else', () => {
    const usual = lawFor(2026, 'mfs')
    const read = lawFor(2026, 'mfs', 'exact', { amtiIncreaseRate: 2_500 })
    expect(read).toEqual({ ...usual, amtiIncreaseRate: 2_500 })
    expect(lawFor(2026, 'single', 'as-filed', { taxTableCeiling: 0 }).taxTableCeiling).toBe(0)
  })

  test('are refused for a settled figure, and for a name that is none', () => {
    expect(() => lawFor(2025, 'mfs', 'exact', { amtiIncreaseRate: 5_000 })).toThrow(
      new RangeError(
        'amtiIncreaseRate is not an open reading of 2025; open are exclusionGainsRegular, creditShortfallForgiven',
      ),
    )
    expect(() => lawFor(2026, 'single', 'exact', { amtExemption: 1 })).toThrow(RangeError)
    expect(() => lawFor(2026, 'single', 'exact', { noSuchFigure: 1 } as never)).toThrow(
      /^noSuchFigure is not an open reading of 2026; open are taxTableCeiling, amtiIncreaseRate, /,
    )
  })
})

describe('tax at the ordinary rates', () => {
  test('by the schedule of 2026: joint on 200,000, 2,480 + 9,120 + 22 % of 99,200', () => {
    expect(taxOn(200_000, lawFor(2026, 'mfj'))).toBe(33_424)
  })

  test('by hand in every bracket of 2025, single, and a dollar past each top', () => {
    const law = lawFor(2025, 'single')
    // Tax at the tops: 1,192.50; 5,578.50; 17,651; 40,199; 57,231; 188,769.75
    const tops = [11_925, 48_475, 103_350, 197_300, 250_525, 626_350]
    const taxes = [1_192.5, 5_578.5, 17_651, 40_199, 57_231, 188_769.75]
    expect(tops.map((top) => taxOn(top, law))).toEqual(taxes)
    const past = [0.12, 0.22, 0.24, 0.32, 0.35, 0.37].map((rate, i) => (taxes[i] ?? 0) + rate)
    for (const [i, top] of tops.entries()) expect(taxOn(top + 1, law)).toBeCloseTo(past[i] ?? 0, 8)
    expect(taxOn(1_626_350, law)).toBe(188_769.75 + 370_000)
  })

  test('is 0 at 0 and below, and not a number for what is none', () => {
    for (const law of [lawFor(2026, 'mfj'), lawFor(2026, 'mfj', 'as-filed')]) {
      expect(taxOn(0, law)).toBe(0)
      expect(taxOn(-5_000, law)).toBe(0)
      expect(taxOn(Number.NaN, law)).toBeNaN()
    }
  })

  // Property 5: 0 at 0, continuous, convex, its slope always one of the year's rates
  test('is continuous and convex, and its slope is one of the rates', () => {
    const incomes = yearAndStatus.chain((of) => fc.record({ of: fc.constant(of), low: dollars(of), high: dollars(of) }))
    check(
      fc.property(incomes, ({ of, low, high }) => {
        const law = lawFor(of.year, of.status)
        const { rateSchedule: s } = law
        const rates = [s.rate1, s.rate2, s.rate3, s.rate4, s.rate5, s.rate6, s.rate7]
        const tops = [s.top1, s.top2, s.top3, s.top4, s.top5, s.top6]
        const [less, more] = [Math.min(low, high), Math.max(low, high)]
        const rise = (income: number) => (taxOn(income + 0.5, law) - taxOn(income, law)) * 20_000
        expect(rise(more)).toBeGreaterThanOrEqual(rise(less) - 1e-3)
        if (!tops.some((top) => top > less && top < less + 0.5))
          expect(Math.min(...rates.map((rate) => Math.abs(rate - rise(less))))).toBeLessThan(1e-3)
        // Continuous: no jump at a top, where the pieces of the formula meet
        for (const top of tops) expect(taxOn(top + 1e-6, law) - taxOn(top, law)).toBeLessThan(1e-6)
      }),
    )
  })

  test('equals the second working, by schedule and by table', () => {
    const incomes = yearAndStatus.chain((of) => fc.record({ of: fc.constant(of), income: dollars(of) }))
    check(
      fc.property(incomes, ({ of: { year, status }, income }) => {
        const f = figuresFor(year, status)
        expect(taxOn(income, lawFor(year, status))).toBeCloseTo(scheduleTax(income, f), 7)
        const filed = income < 100_000 ? taxTable(income, f) : scheduleTax(income, f)
        expect(taxOn(income, lawFor(year, status, 'as-filed'))).toBeCloseTo(filed, 7)
      }),
      3_000,
    )
  })
})

describe('the Tax Table', () => {
  test('the example of the Instructions for Form 1040 (2025): joint, 25,300, tax 2,562', () => {
    expect(taxOn(25_300, lawFor(2025, 'mfj', 'as-filed'))).toBe(2_562)
    expect(taxOn(25_349.99, lawFor(2025, 'mfj', 'as-filed'))).toBe(2_562)
  })

  // Rows of 2025, single. Tax at the middle: 10 % of 10, 20, 37.50, 62.50, 2,987.50, 3,025 and 3,075; halves go up
  test.each([
    [0, 0],
    [4.99, 0],
    [5, 1],
    [14.99, 1],
    [15, 2],
    [24.99, 2],
    [25, 4],
    [49.99, 4],
    [50, 6],
    [2_975, 299],
    [2_999.99, 299],
    [3_000, 303],
    [3_049.99, 303],
    [3_050, 308],
    // 17,651 is the tax on 103,350; the last row has its middle at 99,975: 5,578.50 + 22 % of 51,500
    [99_950, 16_909],
    [99_999.99, 16_909],
    // From 100,000 the schedule: 5,578.50 + 22 % of 51,525
    [100_000, 16_914],
    [100_010, 16_916.2],
  ])('single 2025 on %d: %d', (income, tax) => {
    expect(taxOn(income, lawFor(2025, 'single', 'as-filed'))).toBeCloseTo(tax, 8)
  })

  test('keeps within half a row of the schedule: 24 % of 25, and the rounding', () => {
    for (const year of years)
      for (const status of statuses) {
        const [exact, filed] = [lawFor(year, status), lawFor(year, status, 'as-filed')]
        let apart = 0
        for (let income = 0; income < 100_000; income += 12.5)
          apart = Math.max(apart, Math.abs(taxOn(income, filed) - taxOn(income, exact)))
        expect(apart).toBeLessThanOrEqual(0.24 * 25 + 0.5)
      }
  })
})
