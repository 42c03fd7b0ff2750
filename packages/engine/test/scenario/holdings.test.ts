import { describe, expect, test } from 'vitest'
import { parseScenario } from '../../src/scenario/parseScenario.ts'
import { found, problemsOf, spoiled } from './files.ts'

/** The small scenario: 4800 shares over 48 months from 1 March 2023, 100 a month; 1000 of them exercised in March 2025. */
const withPlan = (plan: readonly unknown[], changes: { readonly [path: string]: unknown } = {}) =>
  spoiled({ plan, 'company.prices[0].on': '2020-01-01', ...changes })

const exercise = (on: string, shares: number, more = {}) => ({ on, exercise: shares, grant: 'G1', ...more })
const sell = (on: string, shares: number, lot?: string) => ({ on, sell: shares, ...(lot ? { lot } : {}) })

describe('exercises', () => {
  test('up to what is vested on the day, less what was exercised before', () => {
    // 34 months on 1 January 2026: 3400 vested, 1000 exercised
    expect(found(withPlan([exercise('2026-01-31', 2400)]))).toEqual([])
    expect(found(withPlan([exercise('2026-01-31', 2401)]))).toEqual(['plan[0].exercise tooManyShares'])
    // The next hundred vests on the first of the month
    expect(found(withPlan([exercise('2026-02-01', 2500)]))).toEqual([])
  })

  test('earlier entries count, in the order of their days and not of the file', () => {
    const plan = [exercise('2026-02-01', 101), exercise('2026-01-31', 2400)]
    expect(found(withPlan(plan))).toEqual(['plan[0].exercise tooManyShares'])
    expect(found(withPlan([exercise('2026-02-01', 100), exercise('2026-01-31', 2400)]))).toEqual([])
  })

  test('are restated for splits', () => {
    const split = { 'company.splits': [{ on: '2025-06-01', ratio: 4 }] }
    expect(found(withPlan([exercise('2026-01-31', 9600)], split))).toEqual([])
    expect(found(withPlan([exercise('2026-01-31', 9601)], split))).toEqual(['plan[0].exercise tooManyShares'])
    const reverse = { 'company.splits': [{ on: '2025-06-01', ratio: 0.1 }] }
    expect(found(withPlan([exercise('2026-01-31', 241)], reverse))).toEqual(['plan[0].exercise tooManyShares'])
    expect(found(withPlan([exercise('2026-01-31', 240)], reverse))).toEqual([])
  })

  test('of all shares where the grant lets them be exercised early', () => {
    const early = { 'grants[0].earlyExercise': true }
    expect(found(withPlan([exercise('2026-01-31', 3800)], early))).toEqual([])
    expect(found(withPlan([exercise('2026-01-31', 3801)], early))).toEqual(['plan[0].exercise tooManyShares'])
  })

  test('of what was vested when employment ended', () => {
    const left = { 'grants[0].employmentEnds': '2025-12-31' }
    expect(found(withPlan([exercise('2026-02-28', 2300)], left))).toEqual([])
    expect(found(withPlan([exercise('2026-02-28', 2301)], left))).toEqual(['plan[0].exercise tooManyShares'])
  })

  test('without a cliff the first month counts, and without vesting everything is vested on the day of the grant', () => {
    const noCliff = { 'grants[0].vesting': { from: '2023-03-01', months: 48 }, lots: [] }
    expect(found(withPlan([exercise('2023-04-01', 100)], noCliff))).toEqual([])
    expect(found(withPlan([exercise('2023-04-01', 101)], noCliff))).toEqual(['plan[0].exercise tooManyShares'])
    expect(found(withPlan([exercise('2023-04-01', 3800)], { 'grants[0].vesting': null }))).toEqual([])
    const steps = { 'grants[0].vesting': [{ on: '2026-01-31', shares: 1200 }] }
    expect(found(withPlan([exercise('2026-01-31', 200)], steps))).toEqual([])
    expect(found(withPlan([exercise('2026-01-31', 201)], steps))).toEqual(['plan[0].exercise tooManyShares'])
  })

  test('the first and the last day of the term are days of it', () => {
    const open = { 'grants[0].vesting': undefined, lots: [] }
    expect(found(withPlan([exercise('2023-03-01', 1)], open))).toEqual([])
    expect(found(withPlan([exercise('2033-02-28', 1)], open))).toEqual([])
  })
})

describe('sales and gifts', () => {
  test('first in, first out over lots and exercises', () => {
    const plan = [exercise('2026-01-31', 500), sell('2026-03-01', 1500)]
    expect(found(withPlan(plan))).toEqual([])
    expect(found(withPlan([...plan, sell('2026-03-02', 1)]))).toEqual(['plan[2].sell tooManyShares'])
    // What is sold first in, first out is gone from the lot named later
    expect(found(withPlan([sell('2026-03-01', 600), sell('2026-03-02', 401, 'L1')]))).toEqual([
      'plan[1].sell tooManyShares',
    ])
    expect(found(withPlan([sell('2026-03-01', 600), sell('2026-03-02', 400, 'L1')]))).toEqual([])
  })

  test('entries of one day run in file order', () => {
    const name = 'G1@2026-01-31'
    expect(found(withPlan([exercise('2026-01-31', 10), sell('2026-01-31', 10, name)]))).toEqual([])
    expect(found(withPlan([sell('2026-01-31', 10, name), exercise('2026-01-31', 10)]))).toEqual([
      'plan[0].lot conflict',
    ])
  })

  test('nothing is left of a same-day sale', () => {
    const plan = [exercise('2026-01-31', 10, { sameDaySale: true }), sell('2026-02-01', 1, 'G1@2026-01-31')]
    expect(found(withPlan(plan))).toEqual(['plan[1].sell tooManyShares'])
  })

  test('are restated for splits', () => {
    const split = { 'company.splits': [{ on: '2026-02-15', ratio: 1.5 }] }
    expect(found(withPlan([sell('2026-02-15', 1500, 'L1')], split))).toEqual([])
    expect(found(withPlan([sell('2026-02-14', 1001, 'L1')], split))).toEqual(['plan[0].sell tooManyShares'])
    expect(found(withPlan([sell('2026-02-14', 500), sell('2026-02-15', 750.5)], split))).toEqual([
      'plan[1].sell tooManyShares',
    ])
  })

  test('of shares not yet vested wait', () => {
    const unvested = { 'lots[0].vestedOn': '2026-06-01' }
    expect(found(withPlan([sell('2026-05-31', 1)], unvested))).toEqual(['plan[0].sell tooManyShares'])
    expect(found(withPlan([sell('2026-06-01', 1000)], unvested))).toEqual([])
  })

  test('a gift takes shares like a sale', () => {
    const gift = { on: '2026-02-01', give: { shares: 1000, lot: 'L1' } }
    expect(found(withPlan([gift]))).toEqual([])
    expect(found(withPlan([gift, sell('2026-02-02', 1)]))).toEqual(['plan[1].sell tooManyShares'])
  })
})

describe('values of the share', () => {
  const priced = (on: string) => ({ 'company.prices[0].on': on })

  test('needed on the day of an exercise, of a sale without price and of a gift of shares', () => {
    const gift = { on: '2026-02-01', give: { shares: 1 } }
    expect(found(withPlan([exercise('2026-02-01', 1)], priced('2026-02-02')))).toEqual(['company.prices missing'])
    expect(found(withPlan([sell('2026-02-01', 1)], priced('2026-02-02')))).toEqual(['company.prices missing'])
    expect(found(withPlan([gift], priced('2026-02-02')))).toEqual(['company.prices missing'])
    expect(found(withPlan([exercise('2026-02-01', 1)], priced('2026-02-01')))).toEqual([])
    expect(found(withPlan([{ ...sell('2026-02-01', 1), price: 3 }], priced('2026-02-02')))).toEqual([])
  })

  test('needed when shares vest that were exercised before, unless an election was made', () => {
    const early = { 'lots[0].vestedOn': '2025-09-01', ...priced('2025-10-01') }
    expect(problemsOf(withPlan([], early))[0]).toMatchObject({ path: 'company.prices', code: 'missing' })
    expect(found(withPlan([], { ...early, 'lots[0].election83b': true }))).toEqual([])
  })

  test('without a company none is needed where no day asks for one', () => {
    expect(found(withPlan([], { company: undefined }))).toEqual([])
    expect(found(withPlan([exercise('2026-02-01', 1)], { company: undefined }))).toEqual(['company.prices missing'])
  })
})

test('a sale that names no price or lot says so among the defaults', () => {
  const { assumed, plan } = parseScenario(withPlan([sell('2026-02-01', 1)]))
  expect(plan[0]).toEqual({ kind: 'sell', on: '2026-02-01', lot: null, shares: 1, price: null, fees: 0 })
  expect(assumed.filter(({ path }) => path.startsWith('plan')).map(({ path }) => path)).toEqual([
    'plan[0].lot',
    'plan[0].price',
    'plan[0].fees',
  ])
})
