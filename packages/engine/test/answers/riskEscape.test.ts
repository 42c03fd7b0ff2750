/** The escape hatch of a household: which shares, which months, what it is worth, and when it is worth nothing. */
import { describe, expect, test } from 'vitest'
import { type RiskEscape, riskEscape } from '../../src/answers/riskEscape.ts'
import type { Case } from '../../src/case.ts'
import { exerciseOf, grantOf, lotOf, saleOf } from '../cases.ts'
import { due, exercise, household, worth } from '../risk/escapeHousehold.ts'

const asOf = '2026-01-02'
const planned = (x: Partial<Case> = {}): Case => household(60, { plan: [exercise], ...x })
const ask = (of: Case, question = {}, on = asOf): RiskEscape =>
  riskEscape(of, { asOf: on }, { moving: false, ...question })
const hatches = ({ views }: RiskEscape, i = 0): number[] => (views[i]?.months ?? []).map(({ hatch }) => hatch as number)
const company = (x: Partial<Case['company']>): Partial<Case> => ({ company: { ...household(60).company, ...x } })

describe('what it is worth', () => {
  const usual = ask(planned())

  test('every month of the year, on its first weekday, with ever fewer days to sell on', () => {
    expect(usual.months.map(({ on }) => on)).toEqual([
      ...['2026-01-02', '2026-02-02', '2026-03-02', '2026-04-01', '2026-05-01', '2026-06-01'],
      ...['2026-07-01', '2026-08-03', '2026-09-01', '2026-10-01', '2026-11-02', '2026-12-01'],
    ])
    expect(usual.months.map(({ days }) => days)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1])
    // More than a year after the exercise: from 3 January 2027 on, a Sunday
    expect(usual.months[0]?.keptUntil).toBe('2027-01-04')
    expect(usual.watched).toMatchObject({
      kind: 'planned',
      grant: 'g1',
      lot: 'early',
      shares: 1_000,
      strike: 10,
      value: 60,
    })
    expect(usual.noMarket).toBeNull()
  })

  test('never below zero, and less with every month, for a price that grows as later money is discounted', () => {
    for (const i of [0, 1]) for (const hatch of hatches(usual, i)) expect(hatch).toBeGreaterThanOrEqual(0)
    const means = hatches(usual)
    for (let m = 1; m < 12; m++) expect(means[m]).toBeLessThanOrEqual(means[m - 1] as number)
    expect(means[5]).toBeLessThan(0.6 * (means[0] as number))
    expect(usual.views[0]?.months[11]?.overDecember).toBe(0)
    // With little beside the options (1,000 at 60 - 10), to be able to sell is worth much in every month
    const little = ask(planned({ household: { ...household(60).household, netWorth: 90_000 } }), { aversions: [3] })
    const [first, last] = [hatches(little)[0] as number, hatches(little)[11] as number]
    expect(last).toBeGreaterThan(100)
    expect(little.views[0]?.months[0]?.overDecember).toBeCloseTo(first - last, 1)
    for (const { watched, kept, hatch, lastDayAlone } of usual.views[0]?.months ?? []) {
      expect(hatch).toBeCloseTo((watched as number) - (kept as number), 1)
      expect(lastDayAlone).toBeLessThanOrEqual((watched as number) + 0.01)
    }
  })

  test('worth more where the price swings more', () => {
    const first = [0.3, 0.5, 0.8].map((volatility) => hatches(ask(planned(), { volatility }))[0] as number)
    expect(first[0]).toBeLessThan(first[1] as number)
    expect(first[1]).toBeLessThan(first[2] as number)
  })

  test('worth nothing where the price only rises', () => {
    expect(new Set(hatches(ask(planned(), { volatility: 0, growth: 0.1 })))).toEqual(new Set([0]))
  })

  test('without a market it says so first, and is worth nothing', () => {
    const none = ask(planned(company({ listed: false })))
    expect(none.noMarket).toBe('notListed')
    expect(hatches(none)).toEqual(Array.from({ length: 12 }, () => 0))
    expect(none.even).toBeNull()
    const { view: _, ...blind } = household(60).company
    expect(hatches(ask(planned({ company: { ...blind, listed: false } })))).toEqual(hatches(none))
    expect(ask(planned(), {}, '2026-12-31').noMarket).toBe('yearOver')
    expect(ask(planned(company({ blackouts: [{ from: '2026-01-01', to: '2027-02-28' }] }))).noMarket).toBe('closed')
  })

  test('a tender makes one day to sell on, for as many shares as it takes', () => {
    const tenders = [{ on: '2026-09-15', price: 55, maxShares: 400 }]
    const { views, months } = ask(planned(company({ listed: false, tenders })))
    expect(months.map(({ days }) => days)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0])
    expect(views[0]?.days.map(({ on, offered }) => [on, offered])).toEqual([['2026-09-15', 55]])
    expect(hatches({ views } as RiskEscape).map((hatch) => hatch > 0)).toEqual([
      ...Array.from({ length: 9 }, () => true),
      ...[false, false, false],
    ])
  })
})

test('the price at which both are even needs no view: by hand', () => {
  const { view: _, ...rest } = household(60).company
  const { even, views, missing } = ask(planned({ company: rest }))
  expect(views).toEqual([])
  expect(missing.map(({ path }) => path)).toContain('company.view.volatility')
  // With x above the strike: 24 % of x in April 2027 against 3,840 then, and 15 % of x less 3,840 a year later; the money some days sooner
  const [sooner, tax] = [worth('2026-12-31') - worth('2027-01-04'), worth(due[2026])]
  const nextTax = worth(due[2027])
  const x = (3_840 * (tax - nextTax) + 10_000 * sooner) / (240 * tax - 150 * nextTax - 1_000 * sooner)
  expect(even).toMatchObject({ on: '2026-12-31', offered: null, keptUntil: '2027-01-04' })
  expect(even?.sell).toHaveLength(1)
  expect(even?.sell[0]?.from).toBeNull()
  expect(even?.sell[0]?.to).toBeCloseTo(10 + x, 1)
})

describe('which shares', () => {
  test('held already: the days that are left, and no strike to pay', () => {
    const lot = lotOf({ exercised: '2026-03-02', shares: 1_000, fmvAtExercise: 60 })
    const of = household(25, { lots: [lot], plan: [saleOf('2027-04-05', 1_000, null)] })
    const { watched, months, views, leftOut } = ask(of, {}, '2026-10-05')
    expect(watched).toMatchObject({ kind: 'held', lot: 'l1', shares: 1_000, on: '2026-10-05', value: 25 })
    expect(months).toHaveLength(1)
    expect(months[0]).toMatchObject({ days: 3, keptUntil: '2027-03-03' })
    expect(views[0]?.days.map(({ on }) => on)).toEqual(['2026-10-30', '2026-11-30', '2026-12-31'])
    expect(views[0]?.months[0]?.overDecember).toBeNull()
    expect(leftOut.join(' ')).toContain('1 entry of the plan that would take from these shares is set aside.')
  })

  test('months that are gone are left out', () => {
    const { months } = ask(planned({ plan: [exerciseOf('2026-10-15', 1_000, { as: 'early' })] }), {}, '2026-09-30')
    expect(months.filter(({ leftOut }) => leftOut === 'gone').map(({ month }) => month)).toEqual(
      Array.from({ length: 8 }, (_, i) => `2026-0${i + 1}`),
    )
    expect(months[8]?.on).toBe('2026-09-30')
  })

  test('nothing planned or held: as many options of the largest grant as fit into the room', () => {
    // Room of 35,230.77 at a spread of 50 a share
    expect(ask(household(60)).watched).toMatchObject({ kind: 'supposed', lot: null, shares: 704 })
    expect(ask(household(60), { shares: 1_000 }).watched).toMatchObject({ shares: 1_000 })
  })

  test('within the room there is no AMT to escape from: hardly a hatch', () => {
    // What is left is a loss below the strike that counts a year sooner
    expect(hatches(ask(household(60)))[0]).toBeLessThan(0.1 * (hatches(ask(planned()))[0] as number))
  })

  test('no ISO: nothing is watched', () => {
    const of = household(60, { grants: [grantOf({ kind: 'nso', shares: 1_000, strike: 10, fmvAtGrant: 10 })] })
    expect(ask(of).watched).toBeNull()
    expect(() => ask(of, { grant: 'g1' })).toThrow(/g1 is no ISO/)
    expect(() => ask(planned(), { grant: 'other' })).toThrow(/no grant other/)
  })
})

describe('what is known of the household', () => {
  test('without net worth, only the indifferent', () => {
    const of = planned()
    const { views, missing } = ask({ ...of, household: { ...of.household, netWorth: null } })
    expect(views.map(({ aversion }) => aversion)).toEqual([0])
    expect(missing.map(({ path }) => path)).toEqual(['household.netWorth'])
    expect(ask(of).views.map(({ aversion }) => aversion)).toEqual([0, 3])
  })

  test('a part: at the price at which all and none are alike, the fewest shares that leave no AMT', () => {
    const { views } = ask(household(100, { plan: [exercise] }))
    const part = views[0]?.part
    expect(part?.on).toBe('2026-12-31')
    expect(Math.abs((part?.whole as number) - (part?.none as number))).toBeLessThan(0.001 * (part?.whole as number))
    // A share sold at p takes 90 out of the spread and brings p - 10 of wages: AMT falls by 26 % of 100 - p and 24 % of p - 10
    const price = part?.price as number
    expect(part?.shares).toBe(Math.ceil(14_240 / (0.26 * (100 - price) + 0.24 * (price - 10))))
    expect(part?.part).toBeGreaterThan(part?.whole as number)
  })
})

test('waiting with the exercise as the price moves: the first month is the hatch itself', () => {
  const { months, views } = ask(planned(), { moving: true, aversions: [0] })
  const watched = views[0]?.months[0]?.watched as number
  expect(Math.abs((months[0]?.moving as number) - watched)).toBeLessThan(2e-3 * watched)
  for (const { moving } of months) expect(moving).toBeGreaterThan(0)
})
