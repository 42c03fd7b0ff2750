import { describe, expect, test } from 'vitest'
import { type FigureName, federalFigures } from '../../src/law/federal/figures.ts'
import { federalLawFor, openFigures } from '../../src/law/federal/law.ts'
import { project } from '../../src/law/federal/project.ts'
import { federalTable } from '../../src/law/federal/tables.ts'
import { amountFor, type Figure, type FilingStatus } from '../../src/law/law.ts'
import { statuses } from '../laws.ts'

const federal2026 = federalTable(2026)
const growth = { inflation: 0.025, wageGrowth: 0.03 }
const names = Object.keys(federalFigures) as FigureName[]

const of2027 = (name: FigureName, status: FilingStatus = 'single', inflation = 0.025): number =>
  amountFor(project(federal2026, 2027, { ...growth, inflation }).figures[name], status)

describe('2027 at 2.5 % inflation, by hand from the figures of 2026', () => {
  test.each<[FigureName, FilingStatus, number]>([
    // Brackets: down to 50; to 25 for single and separate returns
    ['rate1Top', 'single', 12_700], // 12,710
    ['rate1Top', 'mfs', 12_700],
    ['rate1Top', 'mfj', 25_400], // 25,420
    ['rate1Top', 'qss', 25_400],
    ['rate1Top', 'hoh', 18_100], // 18,142.50
    ['rate4Top', 'single', 206_800], // 206,819.375
    ['rate4Top', 'hoh', 206_750], // 206,793.75
    ['rate5Top', 'single', 262_625], // 262,630.625: down to 25, not to 50
    ['rate6Top', 'mfj', 787_900], // 787,917.50
    ['gains0Ceiling', 'mfj', 101_350], // 101,372.50
    ['gains0Ceiling', 'single', 50_675], // 50,686.25
    // Standard deduction: down to 50
    ['standardDeduction', 'single', 16_500], // 16,502.50
    ['standardDeduction', 'hoh', 24_750], // 24,753.75
    ['standardDeduction', 'mfj', 33_000], // 33,005
    ['additionalStandardDeduction', 'single', 2_100], // 2,101.25
    ['additionalStandardDeduction', 'mfj', 1_650], // 1,691.25
    ['dependentStandardDeduction', 'single', 1_350], // 1,383.75
    ['dependentEarnedIncomeAddition', 'single', 450], // 461.25
    // AMT: to the nearest 100; half the joint amount to the nearest 50
    ['amtExemption', 'single', 92_400], // 92,352.50
    ['amtExemption', 'mfj', 143_700], // 143,705
    ['amtExemption', 'mfs', 71_850], // 71,852.50
    ['amtPhaseoutStart', 'mfj', 1_025_000],
    ['amtPhaseoutStart', 'single', 512_500],
    ['amtBreakpoint', 'single', 250_600], // 250,612.50
    ['amtBreakpoint', 'mfs', 125_300], // 125,306.25
    // Wages at 3 %: 190,035 to the nearest 300
    ['socialSecurityWageBase', 'single', 189_900],
  ])('%s, %s: %d', (name, status, amount) => expect(of2027(name, status)).toBe(amount))

  test('halves go up where the nearest multiple is meant', () => {
    // 250,000 + 1/2 step: inflation so that 244,500 becomes 250,650, and 184,500 at 1 % is 186,345, nearest 300 is 186,300
    expect(of2027('amtBreakpoint', 'single', 6_150 / 244_500)).toBe(250_700)
    const wages = project(federal2026, 2027, { inflation: 0, wageGrowth: 0.01 }).figures.socialSecurityWageBase
    expect(amountFor(wages, 'single')).toBe(186_300)
  })

  test('two years compound before they are rounded', () => {
    // 90,100 x 1.025 squared is 94,661.31; rounding 2027 first would give 92,400 x 1.025 = 94,710: the same hundred by luck,
    // so the top of the 32 % bracket is taken: 256,225 x 1.050625 = 269,196.39, against 262,625 x 1.025 = 269,190.63
    const in2028 = project(federal2026, 2028, growth)
    expect(amountFor(in2028.figures.amtExemption, 'single')).toBe(94_700)
    expect(amountFor(in2028.figures.rate5Top, 'single')).toBe(269_175)
    // 12,400 x 1.050625 = 13,027.75: to 13,025, where 12,700 x 1.025 = 13,017.50 would give 13,000
    expect(amountFor(in2028.figures.rate1Top, 'single')).toBe(13_025)
  })

  test('nothing grows without growth, and an exact multiple stays what it is', () => {
    const still = project(federal2026, 2029, { inflation: 0, wageGrowth: 0 })
    const prices = names.filter((name) => {
      const { indexing } = federalFigures[name] as { indexing?: { by: string } }
      return indexing?.by !== 'schedule'
    })
    for (const name of prices)
      for (const status of statuses)
        expect({ name, status, amount: amountFor(still.figures[name], status) }).toEqual({
          ...{ name, status },
          amount: amountFor(federal2026.figures[name], status),
        })
    expect(of2027('rate1Top', 'single', 1 / 496)).toBe(12_425) // 12,400 + 25
  })

  test('prices that fall lower the figures', () => expect(of2027('rate1Top', 'single', -0.025)).toBe(12_075)) // 12,090
})

describe('relations that hold in every year, whatever the growth', () => {
  const inflations = [-0.013, 0, 0.007, 0.018, 0.021, 0.024, 0.025, 0.0277, 0.031, 0.04, 0.083]
  const tables = inflations.flatMap((inflation) =>
    [2027, 2029, 2034].map((year) => project(federal2026, year, { inflation, wageGrowth: 0.03 })),
  )

  test('a joint standard deduction is 200 percent of the single one: 63(c)(2)(A)', () => {
    for (const { figures } of tables)
      expect(amountFor(figures.standardDeduction, 'mfj')).toBe(2 * amountFor(figures.standardDeduction, 'single'))
  })

  test('a separate return has half the joint exemption, threshold, breakpoint and brackets', () => {
    for (const { figures } of tables)
      for (const name of [
        'amtExemption',
        'amtPhaseoutStart',
        'amtBreakpoint',
        'rate1Top',
        'rate6Top',
        'gains0Ceiling',
      ] as const)
        expect(amountFor(figures[name], 'mfs')).toBe(amountFor(figures[name], 'mfj') / 2)
  })

  test('the 15 % ceiling is a multiple of 50 in every status, as it has been printed since 2018', () => {
    for (const { figures } of tables)
      for (const status of statuses) expect(amountFor(figures.gains15Ceiling, status) % 50).toBe(0)
  })

  test('brackets and thresholds of a surviving spouse are the joint ones', () => {
    for (const { figures } of tables)
      for (const name of ['rate3Top', 'standardDeduction', 'amtExemption', 'gains15Ceiling'] as const)
        expect(amountFor(figures[name], 'qss')).toBe(amountFor(figures[name], 'mfj'))
  })
})

describe('figures the Code moves by itself', () => {
  const in_ = (year: number, name: FigureName, status: FilingStatus = 'mfj') =>
    amountFor(project(federal2026, year, growth).figures[name], status)

  test('the limit on state and local taxes rises 1 percent a year to 2029 and is 10,000 from 2030', () => {
    // 40,400 x 1.01, x 1.01, x 1.01
    const caps = [2027, 2028, 2029, 2030, 2040].map((year) => in_(year, 'saltCap'))
    expect(caps).toEqual([
      expect.closeTo(40_804, 6),
      expect.closeTo(41_212.04, 6),
      expect.closeTo(41_624.1604, 6),
      10_000,
      10_000,
    ])
    // 505,000 x 1.01, x 1.01, x 1.01; a separate return half
    const starts = [2027, 2028, 2029].map((year) => in_(year, 'saltPhaseDownStart'))
    expect(starts).toEqual([expect.closeTo(510_050, 6), expect.closeTo(515_150.5, 6), expect.closeTo(520_302.005, 6)])
    expect(in_(2027, 'saltPhaseDownStart', 'mfs')).toBeCloseTo(255_025, 6)
  })

  test('from 2030 that limit is not reduced any more', () => {
    expect([2029, 2030].map((year) => in_(year, 'saltPhaseDownRate'))).toEqual([3_000, 0])
    expect([2030, 2030].map((year) => in_(year, 'saltPhaseDownStart'))).toEqual([0, 0])
    expect(in_(2030, 'saltFloor')).toBe(10_000)
    expect(in_(2030, 'saltShare', 'mfs')).toBe(5_000)
  })

  test('the deduction for seniors ends with 2028', () => {
    expect([2027, 2028, 2029, 2035].map((year) => in_(year, 'seniorDeduction'))).toEqual([6_000, 6_000, 0, 0])
    expect(in_(2027, 'seniorDeduction', 'mfs')).toBe(0)
    expect(in_(2027, 'seniorDeductionStart')).toBe(150_000)
  })

  test('what the Code fixes stays: rates, the loss limit, thresholds that were never indexed', () => {
    for (const name of ['amtPhaseoutRate', 'rate7', 'capitalLossLimit', 'niitThreshold', 'nonItemizerGiftCap'] as const)
      expect(project(federal2026, 2040, growth).figures[name]).toBe(federal2026.figures[name])
  })
})

describe('a projected table', () => {
  const table = project(federal2026, 2028, growth)

  test('says what it was projected from', () => {
    expect(table.year).toBe(2028)
    expect(table.projectedFrom).toEqual({ year: 2026, inflation: 0.025, wageGrowth: 0.03 })
    expect(Object.keys(table.figures)).toEqual(names)
  })

  test('marks every figure that moves, and keeps the authority', () => {
    for (const name of names) {
      const { indexing } = federalFigures[name] as { indexing?: object }
      const [figure, last]: [Figure, Figure] = [table.figures[name], federal2026.figures[name]]
      if (!indexing) expect(figure).toBe(last)
      else
        expect({ name, ...figure }).toMatchObject({
          ...{ name, cite: last.cite, status: 'projected' },
          source: `projected from 2026 (${last.source})`,
        })
    }
  })

  test('keeps the open figures open, and nothing else', () => {
    expect(openFigures(table)).toEqual(openFigures(federal2026))
    expect(() => federalLawFor(table, 'single', 'exact', { amtExemption: 1 })).toThrow(RangeError)
  })

  test('is what the tables give for a year past the last, with 2.5 % and 3 % unless said otherwise', () => {
    expect(federalTable(2028)).toEqual(table)
    expect(federalTable(2028, { inflation: 0.04, wageGrowth: 0 })).toEqual(
      project(federal2026, 2028, { inflation: 0.04, wageGrowth: 0 }),
    )
  })

  test('needs no projecting for its own year', () => {
    const same = project(federal2026, 2026, growth)
    for (const status of statuses) expect(federalLawFor(same, status)).toEqual(federalLawFor(federal2026, status))
  })

  test('is refused for an earlier year, and for growth past reason', () => {
    expect(() => project(federal2026, 2025, growth)).toThrow(
      new RangeError('2025 lies before 2026: that year has a table of its own'),
    )
    for (const rate of [0.51, -0.51, Number.NaN, Number.POSITIVE_INFINITY]) {
      const message = `growth of ${rate} a year is outside -0.5 to 0.5`
      expect(() => project(federal2026, 2027, { inflation: rate, wageGrowth: 0 })).toThrow(new RangeError(message))
      expect(() => project(federal2026, 2027, { inflation: 0, wageGrowth: rate })).toThrow(new RangeError(message))
    }
    expect(() => project(federal2026, 2027, { inflation: 0.5, wageGrowth: -0.5 })).not.toThrow()
  })
})
