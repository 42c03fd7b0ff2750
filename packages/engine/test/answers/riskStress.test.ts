/** The plan under stress, figured: tax by date, cash, what is stranded, and the sale that undoes AMT until the year closes. */
import { describe, expect, test } from 'vitest'
import { riskStress, type StressAnswer, type StressRow } from '../../src/answers/riskStress.ts'
import type { Case } from '../../src/case.ts'
import { parseScenario } from '../../src/scenario/parseScenario.ts'
import { caseOf, exerciseOf, incomeOf, lotOf, saleOf } from '../cases.ts'
import { yaml } from '../scenario/files.ts'

const asOf = '2026-11-22'

const answers = new WeakMap<Case, StressAnswer>()
const answerTo = (of: Case): StressAnswer => {
  const found = answers.get(of) ?? riskStress(of, { asOf })
  answers.set(of, found)
  return found
}

const rowOf = (of: Case, name: StressRow['name']): StressRow => {
  const { plan, courses } = answerTo(of)
  const found = [plan, ...courses].find((row) => row.name === name)
  if (!found) throw new Error(`no course ${name}`)
  return found
}
const figuresOf = (of: Case, name: StressRow['name']) => {
  const { figures, whyNot } = rowOf(of, name)
  if (!figures) throw new Error(whyNot ?? '')
  return figures
}

describe('exercised at the peak: 10,000 shares at 3, worth 50 on 9 February 2026 and 15 in November', () => {
  const peak = parseScenario(yaml('examples/peak-and-fall.yaml'))

  test('as planned: the AMT of the spread, due in April', () => {
    const { due, leastCash } = figuresOf(peak, 'plan')
    // Wages 210,000 less 16,100: regular tax 39,134, withheld; AMT 146,348; 0.9 % of the wages beyond 200,000 is 90
    expect(due[0]).toEqual({
      year: 2026,
      to: 'federal',
      on: '2027-04-15',
      tax: 185_572,
      amt: 146_348,
      balance: 146_438,
    })
    // 160,000 less the strike of 30,000, until the AMT is due and the sale of March has brought 150,000
    expect(leastCash).toEqual({ on: '2026-12-31', left: 130_000 })
  })

  test('sold by 31 December it leaves no AMT, and 120,000 of ordinary income', () => {
    const { sale, noSale } = figuresOf(peak, 'plan')
    expect(noSale).toBeNull()
    // Taxable 313,900: 58,448 to 256,225 and 35 % of 57,675 is 78,634.25, and 90; 185,572 less 78,724.25 is 106,847.75
    expect(sale).toMatchObject({ until: '2026-12-31', by: 'market', price: 15 })
    expect(sale?.whole).toMatchObject({
      ...{ shares: 10_000, proceeds: 150_000, ordinaryIncome: 120_000, amtGone: 146_348 },
      ...{ tax: -106_847.75, afterTax: 256_847.75 },
    })
  })

  test('the fewest shares that leave no AMT', () => {
    // n sold: AMT income 680,000 - 35 n, tentative minimum tax 63,570 + 28 % of (680,000 - 35 n - 90,100 - 244,500), regular tax
    // 58,448 + 35 % of (193,900 + 12 n - 256,225): even at n = 123,647.75 / 14 = 8,831.98
    const { least } = figuresOf(peak, 'plan').sale ?? {}
    expect(least).toMatchObject({ shares: 8_832, amtGone: 146_348, ordinaryIncome: 12 * 8_832 })
    // A later stress leaves the year as it was
    expect(figuresOf(peak, 'worthless').sale?.least?.shares).toBe(8_832)
  })

  test('by half tomorrow: ordinary income on what is left of the spread', () => {
    const { sale, leastCash, amtLossLeft } = figuresOf(peak, 'halved')
    // Taxable 238,900: 41,024 to 201,775 and 32 % of 37,125 is 52,904, and 90; 185,572 less 52,994 is 132,578
    expect(sale?.whole).toMatchObject({ ordinaryIncome: 45_000, tax: -132_578, afterTax: 207_578 })
    // 130,000 and 75,000 of the sale in March, less the AMT
    expect(leastCash).toEqual({ on: '2027-04-15', left: 58_652 })
    // 500,000 of AMT basis less 75,000 is lost, 3,000 of it a year from 2027 to 2036
    expect(amtLossLeft).toBe(395_000)
  })

  test('by half tomorrow, the fewest shares: told alone, for they are worth more than all', () => {
    const { figures, still } = rowOf(peak, 'halved')
    // n sold: tentative minimum tax 26 % of (680,000 - 42.5 n - 90,100), regular tax 41,024 + 32 % of (193,900 + 4.5 n - 201,775): even at
    // n = 114,870 / 12.49 = 9,196.96
    expect(figures?.sale?.least).toMatchObject({ shares: 9_197, ordinaryIncome: 41_386.5 })
    expect(still.filter((text) => text.includes('$41,386.50 of ordinary income'))).toHaveLength(1)
    expect(still.join(' ')).not.toContain('$45,000.00 of ordinary income')
    expect(rowOf(peak, 'plan').still.filter((text) => text.includes('of ordinary income'))).toHaveLength(2)
  })

  test('a fall once the year is over: too late, and what the shares then bring', () => {
    const { figures, still } = rowOf(peak, 'fallAfterYearEnd')
    // 4 January is the first weekday after New Year's Day
    expect(figures?.afterYear).toEqual({ shares: 10_000, on: '2027-01-04', price: 4.5, brings: 45_000 })
    expect(still[0]).toMatch(
      /^Only before it, until 2026-12-31, .* at \$15\.00 is worth \$[\d,.]+ more than going on\.$/,
    )
    expect(still[1]).toBe(
      'From 2027-01-01 a sale no longer takes the spread out of Form 6251 line 2i of 2026. $146,438.00 of federal tax of 2026 is due on 2027-04-15.',
    )
  })

  test('worth nothing: cash is short, and all AMT basis is stranded but 3,000 a year', () => {
    const { leastCash, amtLossLeft, sale, againstPlan, worth } = figuresOf(peak, 'worthless')
    expect(leastCash).toEqual({ on: '2027-04-15', left: -16_348 })
    // AMT loss 500,000 and regular loss 30,000, of both 3,000 a year in ten years
    expect(amtLossLeft).toBe(470_000)
    expect(sale?.best).toBe('whole')
    expect(againstPlan).toBeCloseTo(worth - figuresOf(peak, 'plan').worth, 2)
  })

  test('halted: nobody to sell to, and it says so', () => {
    const { figures, still } = rowOf(peak, 'halted')
    expect(figures).toMatchObject({ sale: null, noSale: 'halted', kept: { shares: 10_000, value: 150_000 } })
    expect(still[0]).toMatch(/^Nothing can be sold while trading is halted/)
    expect(still.at(-1)).toBe('Free cash does not last: $16,348.00 is missing on 2027-04-15.')
  })

  test('paying late: interest and penalty from the due date, extension or not', () => {
    const { late } = answerTo(peak)
    // 0.5 % of 146,438. IRC §6651(a)(2)
    expect(late[0]).toMatch(/Form 4868.*2027-04-15.*§6601.*0\.5 %.*25 %.*§6651\(a\)\(2\).*\$732\.19 a month/)
    expect(late[1]).toMatch(/§6159.*0\.25 % a month \(IRC §6651\(h\)\)/)
  })

  test('once the year is closed: its tax until it is due, and what there is to sell for it', () => {
    const january = riskStress(peak, { asOf: '2027-01-20' })
    const halved = january.courses.find(({ name }) => name === 'halved')
    const halted = january.courses.find(({ name }) => name === 'halted')
    expect(january.plan.figures?.due[0]).toMatchObject({ year: 2026, on: '2027-04-15', balance: 146_438 })
    expect(halved?.figures?.now).toEqual({ shares: 10_000, on: '2027-01-21', price: 7.5, brings: 75_000 })
    expect(halved?.still[0]).toBe(
      'A sale no longer takes the spread out of Form 6251 line 2i of 2026. $146,438.00 of federal tax of 2026 is due on 2027-04-15. 10,000 shares are left to sell on 2027-01-21: at $7.50 they bring $75,000.00 before tax.',
    )
    expect(halted?.still[0]).toMatch(/10,000 shares are left, and they cannot be sold\.$/)
    // No AMT of 2027: there is nothing to undo, market or not
    expect(halted?.figures?.noSale).toBe('noAmt')
    // The day on which the money is first missing, not the end of its year
    expect(halted?.figures?.leastCash).toEqual({ on: '2027-04-15', left: -16_348 })
    expect(january.late[0]).toContain('the tax of 2026 is due on 2027-04-15')
    // On the day it is due nothing is left to be done for it
    expect(riskStress(peak, { asOf: '2027-04-15' }).plan.figures?.now).toBeNull()
  })

  test('an option below zero is refused', () => {
    expect(() => riskStress(peak, { asOf }, { beta: -1 })).toThrow(/beta/)
    expect(() => riskStress(peak, { asOf }, { priceWithoutDeal: Number.NaN })).toThrow(/priceWithoutDeal/)
  })

  test('a smaller exemption leaves more credit unused, and is called no law', () => {
    expect(figuresOf(peak, 'smallExemption').creditLeft).toBeGreaterThan(figuresOf(peak, 'plan').creditLeft)
    expect(rowOf(peak, 'smallExemption').what).toMatch(/^Not law/)
  })

  test('the deeper the fall, the less they are worth', () => {
    const worths = (['worthless', 'fallAfterYearEnd', 'halved', 'plan'] as const).map(
      (name) => figuresOf(peak, name).worth,
    )
    expect(worths).toEqual([...worths].sort((one, other) => one - other))
    expect(new Set(worths).size).toBe(4)
  })

  test('in good time', () => {
    const times = Array.from({ length: 4 }, () => {
      const begun = performance.now()
      riskStress(peak, { asOf })
      return performance.now() - begun
    })
    // A tenth of a second alone; the bound leaves room for a busy machine
    expect(Math.min(...times)).toBeLessThan(600)
  })
})

/** A joint return in Texas; 10,000 shares at 2 exercised on 3 March 2026 at 42: a spread of 400,000. */
const exercised = (company: Partial<Case['company']>): Case =>
  caseOf({
    incomes: [2026, 2027].map((year) => incomeOf(year, { wages: 300_000 })),
    lots: [lotOf({ exercised: '2026-03-03' })],
    company: { ...caseOf().company, prices: [{ on: '2026-03-01', fmv: 42 }], ...company },
    assumptions: { ...caseOf().assumptions, horizon: 2027 },
  })

describe('until when, and how many', () => {
  test('private and no tender: nothing can be sold', () => {
    const { figures, still } = rowOf(exercised({ listed: false }), 'plan')
    expect(figures).toMatchObject({
      sale: null,
      noSale: 'noMarket',
      afterYear: { shares: 10_000, on: null, brings: null },
    })
    // A halt takes nothing away where there is nobody to sell to
    expect(figuresOf(exercised({ listed: false }), 'halted').noSale).toBe('noMarket')
    expect(still[0]).toMatch(/^Nothing can be sold: the shares are not listed, and no tender is stated/)
  })

  test('a tender of the year takes what it takes', () => {
    const tenders = [
      { on: '2026-12-01', price: 30, maxShares: 2_000 },
      { on: '2027-06-01', price: 35, maxShares: 500 },
    ]
    const { sale, due, afterYear } = figuresOf(exercised({ listed: false, tenders }), 'plan')
    // AMT income 700,000 less 140,200: 63,570 and 28 % of 315,300 is 151,854; regular tax on 267,800 is 49,468; 0.9 % of 50,000 is 450
    expect(due[0]).toMatchObject({ amt: 102_386, tax: 152_304 })
    // Sold 2,000 at 30: 676,000 less 140,200, 63,570 and 28 % of 291,300 is 145,134. Regular tax on 323,800: 35,932 and 24 % of 112,400
    // is 62,908, so that AMT is 82,226; all tax falls by 151,854 - 145,134
    expect(sale).toMatchObject({ until: '2026-12-01', by: 'tender', price: 30, least: null })
    expect(sale?.whole).toMatchObject({
      shares: 2_000,
      ordinaryIncome: 56_000,
      amtGone: 20_160,
      tax: -6_720,
      afterTax: 66_720,
    })
    expect(afterYear).toEqual({ shares: 500, on: '2027-06-01', price: 35, brings: 17_500 })
  })

  test('the last weekday outside blackouts, or none', () => {
    // 20 December 2026 is a Sunday: Friday the 18th is the last day
    const closing = (from: string) => exercised({ blackouts: [{ from, to: '2027-01-10' }] })
    const open = figuresOf(closing('2026-12-20'), 'plan')
    expect(open.sale?.until).toBe('2026-12-18')
    expect(open.afterYear.on).toBe('2027-01-11')
    expect(figuresOf(closing('2026-11-22'), 'plan').noSale).toBe('noDay')
  })

  test('a market that opens this year counts, and does not where a sale comes three years later', () => {
    const view = { growth: null, volatility: null, liquidityOn: '2026-12-10' }
    const opening = exercised({ listed: false, view })
    expect(figuresOf(opening, 'plan').sale).toMatchObject({ until: '2026-12-31', by: 'market' })
    const { noSale, afterYear } = figuresOf(opening, 'liquidityLate')
    expect(noSale).toBe('noMarket')
    // 10 December 2029 is a Monday
    expect(afterYear).toMatchObject({ shares: 10_000, on: '2029-12-10' })
  })

  test('no AMT, nothing to undo; shares that the plan still exercises this year count', () => {
    expect(figuresOf({ ...exercised({}), lots: [lotOf({ exercised: '2023-03-03' })] }, 'plan').noSale).toBe('noAmt')
    const exercising = { ...exercised({}), plan: [exerciseOf('2026-12-31', 1)] }
    expect(figuresOf(exercising, 'plan').sale?.whole.shares).toBe(10_001)
    const older = lotOf({ id: 'old', exercised: '2023-03-03', shares: 500 })
    expect(
      figuresOf({ ...exercised({}), lots: [older, lotOf({ exercised: '2026-03-03' })] }, 'plan').sale?.whole.shares,
    ).toBe(10_000)
  })

  test('a sale that is not worth it is called no way out', () => {
    // AMT on a spread of 100,000: 63,570 and 28 % of 15,300 less 49,468 is 18,386, and comes home with the sale of June 2027, whose gain is taxed at
    // 18.8 %; sold in 2026, it is taxed at 24 %
    const plan = [saleOf('2027-06-01', 2_500, 42)]
    const of = { ...exercised({}), lots: [lotOf({ exercised: '2026-03-03', shares: 2_500 })], plan }
    expect(figuresOf(of, 'plan').due[0]).toMatchObject({ amt: 18_386 })
    expect(figuresOf(of, 'fallAfterYearEnd').sale).toMatchObject({ best: 'whole' })
    expect(figuresOf(of, 'plan').sale?.best).toBeNull()
    expect(rowOf(of, 'noWages').still[0]).toMatch(
      /^Selling the 2,500 shares .* at \$42\.00 before it, until 2026-12-31, would be worth \$[\d,.]+ less than going on\.$/,
    )
  })

  test('what the plan sells later is sold once: the sale now takes from it only what would be missing', () => {
    const of = { ...exercised({}), plan: [saleOf('2027-03-05', 4_000, 42), saleOf('2027-03-08', 6_000, 42)] }
    const { sale } = figuresOf(of, 'plan')
    expect(sale?.whole.shares).toBe(10_000)
    expect(sale?.whole.ordinaryIncome).toBe(400_000)
    // Half of them kept: the sale of 4,000 later need not shrink
    const some = { ...exercised({}), plan: [saleOf('2027-03-05', 1_000, 42)] }
    expect(figuresOf(some, 'plan').sale?.least).not.toBeNull()
  })
})

test('worth is money of its day, after tax: a qualifying sale at half the price', () => {
  const of = caseOf({
    incomes: [2026, 2027].map((year) => incomeOf(year, { wages: 300_000 })),
    lots: [lotOf({ exercised: '2023-03-03', shares: 1_000 })],
    company: { ...caseOf().company, prices: [{ on: '2026-01-02', fmv: 42 }] },
    plan: [saleOf('2027-06-01', 1_000, 42)],
  })
  const discounted = (days: number): number => 1.05 ** (-days / 365.25)
  const [proceedsDay, taxDay] = [discounted(191), discounted(513)]
  // 191 days to 1 June 2027, 513 to 18 April 2028. Gain 40,000 or 19,000 is taxed at 15 % and 3.8 %: income is past 250,000 with wages
  const at = (price: number): number => 1_000 * price * proceedsDay - 0.188 * 1_000 * (price - 2) * taxDay
  expect(figuresOf(of, 'plan').worth).toBeCloseTo(at(42), 2)
  expect(figuresOf(of, 'halved').againstPlan).toBeCloseTo(at(21) - at(42), 2)
  // In a year without wages the gain lies in the bracket of 0 %, and income below 250,000
  expect(figuresOf(of, 'noWages').worth).toBeCloseTo(42_000 * proceedsDay, 2)
  // Kept to the end of 2035, 39 days and nine years with two leap days on: their value then, before tax
  expect(figuresOf(of, 'halted').worth).toBeCloseTo(42_000 * discounted(39 + 9 * 365 + 2), 2)
  // No cash is stated: whether it lasts is not known
  expect(figuresOf(of, 'halved').leastCash).toBeNull()
})

test('credit of earlier years that comes home is part of what the shares are worth', () => {
  const of = caseOf({
    incomes: [incomeOf(2026, { wages: 300_000 })],
    carryforwards: { ...caseOf().carryforwards, minimumTaxCredit: 5_000 },
  })
  // Regular tax of 49,468 is more than 5,000 above the tentative minimum tax of 41,548: all of it is used on the return due on 15 April 2027
  expect(figuresOf(of, 'plan').worth).toBeCloseTo(5_000 * 1.05 ** (-144 / 365.25), 2)
})

test('a course that cannot be figured is told with why, and the others are figured', () => {
  // They vest in March 2027, and would become worthless in the year of their AMT inclusion, which is not modelled
  const unvested = { ...exercised({}), lots: [lotOf({ exercised: '2026-03-03', vestedOn: '2027-03-03' })] }
  const { figures, whyNot } = rowOf(unvested, 'worthless')
  expect(figures).toBeNull()
  expect(whyNot).toMatch(/^It cannot be figured: .*worthless in the year of its AMT inclusion/)
  expect(rowOf(unvested, 'halved').whyNot).toBeNull()
})

test('a move to California: its tax is due beside the federal one', () => {
  const of = exercised({})
  expect(figuresOf(of, 'plan').due.map(({ to }) => to)).toEqual(['federal', 'federal'])
  expect(figuresOf(of, 'moveToCalifornia').due.map(({ year, to }) => [year, to])).toEqual([
    [2026, 'federal'],
    [2027, 'federal'],
    [2027, 'CA'],
  ])
})
