/** How large the position is, before tax and after, and the three questions that decide the hold. Every figure by hand. */
import { describe, expect, test } from 'vitest'
import { cashTest } from '../../src/answers/cashTest.ts'
import { concentration } from '../../src/answers/concentration.ts'
import type { Case, Company, PriceView } from '../../src/case.ts'
import { exerciseOf, grantOf, lotOf } from '../cases.ts'
import { asked, household } from './tested.ts'

const ask = (of: Case, x: object = {}) => concentration(of, { ...asked, ...x }, cashTest(of, { ...asked, ...x }))

/** All bought at 2 in 2024, when that was the value: both bases are 2, and a sale at 20 is long-term gain. */
const oldLot = (shares: number) => lotOf({ exercised: '2024-06-03', shares, fmvAtExercise: 2 })
const heldOnly = (shares: number, money: object = {}): Case =>
  household({ lots: [oldLot(shares)], grants: [grantOf({ shares })], plan: [] }, { netWorth: 100_000, ...money })

describe('how large the position is', () => {
  test('before tax and after: 900 shares with a long-term gain of 16,200', () => {
    const { positions } = ask(heldOnly(900))
    expect(positions).toHaveLength(1)
    // 15 % of 16,200 is 2,430 (no tax on investment income: 248,400 is under 250,000); AMT stays under the regular tax
    expect(positions[0]).toMatchObject({
      ...{ name: 'now', on: '2026-01-05', price: 20, shares: 900, unvested: 0, value: 18_000, taxDue: 0 },
      ...{ netWorth: 100_000, part: 0.18, size: 'large', options: { shares: 0, value: 0 } },
      afterTax: { value: 15_570, tax: 2_430, part: 0.159578, chance: 'none', whole: true },
    })
    // 15,570 of 100,000 - 2,430
    expect(positions[0]?.afterTax?.part).toBeCloseTo(15_570 / 97_570, 6)
  })

  test('now and after the exercises, their strike and tax paid, and the options that are left', () => {
    const { positions } = ask(household({}, { netWorth: 500_000 }))
    const [now, after] = positions
    expect(now).toMatchObject({ shares: 0, value: 0, part: 0, size: 'none', afterTax: null })
    // 20,000 options at 18 over strike
    expect(now).toMatchObject({ options: { shares: 20_000, value: 360_000 }, partWithOptions: 0.72 })
    // What options lose in value the shares gain, and the strike of 20,000 is paid for them; the tax of 37,846 is a debt
    expect(after).toMatchObject({
      ...{ name: 'afterExercises', on: '2026-01-15', shares: 10_000, value: 200_000, taxDue: 37_846 },
      ...{ netWorth: 500_000 - 37_846, options: { shares: 10_000, value: 180_000 }, size: 'veryLarge' },
    })
    expect(after?.part).toBeCloseTo(200_000 / 462_154, 6)
    expect(after?.partWithOptions).toBeCloseTo(380_000 / 462_154, 6)
    // Sold that day: 76,396 and no AMT in 2026, 33,424 in 2027. Held: 71,270, and 23,920 with credit. 14,630 between them
    expect(after?.afterTax).toMatchObject({ value: 185_370, tax: 14_630 })
    expect(after?.afterTax?.part).toBeCloseTo(185_370 / (462_154 - 14_630), 6)
  })

  test('shares that are not vested count, and cannot be sold', () => {
    const vesting = { from: '2025-06-15', months: 24, cliffMonths: 12, everyMonths: 1 }
    const early = grantOf({ on: '2025-06-15', shares: 1_000, vesting, earlyExercise: true, expires: '2035-06-14' })
    const plan = [exerciseOf('2026-01-15', 1_000, { election83b: true })]
    const [, after] = ask(household({ grants: [early], plan })).positions
    expect(after).toMatchObject({ shares: 0, unvested: 1_000, value: 20_000, afterTax: null })
  })

  test('no net worth is a missing fact; none above zero says enough', () => {
    const unknown = ask(heldOnly(900, { netWorth: null }))
    expect(unknown.missing.map(({ path }) => path)).toEqual(['household.netWorth'])
    expect(unknown.positions[0]).toMatchObject({ value: 18_000, part: null, size: null })
    expect(unknown.questions[0]).toMatchObject({ name: 'size', speaks: 'missing' })
    expect(ask(heldOnly(900, { netWorth: 0 })).questions[0]).toMatchObject({ speaks: 'against', missing: [] })
  })

  test('before the first value of the file, the day of that value is looked at', () => {
    const company = { ...household().company, prices: [{ on: '2026-02-02', fmv: 20 }] }
    const plan = [exerciseOf('2026-03-02', 1_000)]
    expect(ask(household({ company, plan })).positions.map(({ on }) => on)).toEqual(['2026-02-02', '2026-03-02'])
    // An exercise on that very day is still ahead of the day asked
    const sameDay = ask(household({ company, plan: [exerciseOf('2026-02-02', 1_000)] }, { netWorth: 500_000 }))
    expect(sameDay.positions.map(({ shares }) => shares)).toEqual([0, 1_000])
    // Within the room: 20,000 of shares for 18,000 of options and a strike of 2,000
    expect(sameDay.positions[1]?.netWorth).toBe(500_000)
    expect(ask(household({ company, plan }), { asOf: '2026-02-09' }).positions[0]?.on).toBe('2026-02-09')
  })

  test('a net worth smaller than shares and options is doubted', () => {
    // 20,000 options at 18 over strike are 360,000
    const says = (netWorth: number) => ask(household({}, { netWorth })).questions[0]?.says.join(' ')
    expect(says(350_000)).toContain('check household.netWorth')
    expect(says(500_000)).not.toContain('check household.netWorth')
  })

  test('no value of a share is one too', () => {
    const of = household({ plan: [], company: { ...household().company, prices: [] } }, { netWorth: 1 })
    const { positions, missing } = ask(of)
    expect(positions).toEqual([])
    expect(missing.map(({ path }) => path)).toEqual(['company.prices'])
  })

  // 100,000 of net worth: 499 shares are 9.98 %, 500 are 10 %
  test.each([
    [499, 'small', 'for'],
    [500, 'large', 'open'],
    [1_000, 'veryLarge', 'against'],
    [2_500, 'most', 'against'],
  ])('%d shares are %s, by the marks that are printed', (shares, size, speaks) => {
    const { positions, questions, marks } = ask(heldOnly(shares))
    expect(positions[0]?.size).toBe(size)
    expect(questions[0]).toMatchObject({ name: 'size', speaks })
    expect(questions[0]?.says.join(' ')).toContain('convention, not law')
    expect(marks).toMatchObject({ large: 0.1, veryLarge: 0.2, most: 0.5 })
  })
})

describe('how volatile and how liquid', () => {
  const view: PriceView = { growth: 0, volatility: 0.6, liquidityOn: null }
  const exit = (company: Partial<Company>) =>
    ask(household({ company: { ...household().company, ...company } })).questions[1] as NonNullable<
      ReturnType<typeof ask>['questions'][1]
    >

  test('the price it falls below, in one year of six and of twenty', () => {
    // Tables of the normal distribution: -0.96742 and -1.64485. 20 e^(-0.6 * 0.96742 - 0.18) and 20 e^(-0.6 * 1.64485 - 0.18)
    const { numbers } = exit({ view })
    expect(numbers['belowOneInSix']).toBeCloseTo(20 * Math.exp(-0.760452), 2)
    expect(numbers['belowOneInTwenty']).toBeCloseTo(20 * Math.exp(-1.16691), 2)
  })

  test('a chance of failure comes first: of 10 in 100, one in twenty is nothing', () => {
    expect(exit({ view: { ...view, failure: 0.1 } }).numbers['belowOneInTwenty']).toBe(0)
  })

  test('nobody buys, a day is known, or outcomes tell', () => {
    expect(exit({}).says.join()).toContain('no day is known on which anybody buys')
    expect(exit({ view: { ...view, liquidityOn: '2029-06-30' } }).says.join()).toContain('2029-06-30')
    const tenders = [{ on: '2027-03-01', price: 18, maxShares: 500 }]
    expect(exit({ tenders }).says.join()).toContain('2027-03-01')
    const ipo = { name: 'ipo', kind: 'ipo' as const, probability: 0.4, on: '2028-01-03', price: 30 }
    const nothing = { name: 'no', kind: 'nothing' as const, probability: 0.6, on: null, price: 0 }
    const outcomes = [ipo, nothing].map((each) => ({ ...each, sellableFrom: null, maxShares: null }))
    expect(exit({ outcomes }).says.join()).toContain('Outcomes with 40 % of the probability')
  })

  test('what speaks for and against', () => {
    expect(exit({ listed: true, view: { ...view, volatility: 0.2 } }).speaks).toBe('for')
    expect(exit({ listed: true, view: { ...view, volatility: 0.3 } }).speaks).toBe('open')
    expect(exit({ listed: true, view: { ...view, volatility: 0.4 } }).speaks).toBe('against')
    expect(exit({ listed: false, view: { ...view, volatility: 0.2 } }).speaks).toBe('against')
    const silent = exit({ listed: true })
    expect(silent.speaks).toBe('missing')
    expect(silent.missing.map(({ path }) => path)).toEqual(['company.view.volatility'])
  })

  test('a blackout is named with the day it ends', () => {
    const { says } = exit({ listed: true, blackouts: [{ from: '2026-01-01', to: '2026-02-10' }] })
    expect(says.join()).toContain('2026-02-11')
  })
})

test.each([
  [57_846, 'for'],
  [50_000, 'against'],
  [null, 'missing'],
])('whether AMT can be covered without selling is the cash test: %s', (cash, speaks) => {
  expect(ask(household({}, { cash })).questions[2]).toMatchObject({ name: 'payWithoutSelling', speaks })
})
