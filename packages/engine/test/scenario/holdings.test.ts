import { describe, expect, test } from 'vitest'
import { found, problemsOf } from './files.ts'
import { exercise, sell, withPlan } from './plans.ts'

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
    // 2400 left, 4 × 600 of them exercised, before the split and after it
    const before = { 'company.splits': [{ on: '2026-01-15', ratio: 4 }] }
    const twice = (shares: number) => [exercise('2026-01-14', 1800), exercise('2026-01-31', shares)]
    expect(found(withPlan(twice(2400), before))).toEqual([])
    expect(found(withPlan(twice(2401), before))).toEqual(['plan[1].exercise tooManyShares'])
    const again = (shares: number) => [exercise('2026-01-30', 7200), exercise('2026-01-31', shares)]
    expect(found(withPlan(again(2400), before))).toEqual([])
    expect(found(withPlan(again(2401), before))).toEqual(['plan[1].exercise tooManyShares'])
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

  test('of what was vested when employment ended, early or not, and only while the plan lets them be', () => {
    // 33 months on 31 December 2025: 3300 vested, 1000 exercised
    const left = {
      'grants[0].earlyExercise': true,
      'grants[0].employmentEnds': '2025-12-31',
      'grants[0].exercisableUntil': '2026-03-31',
    }
    expect(found(withPlan([exercise('2025-12-31', 3800)], left))).toEqual([])
    expect(found(withPlan([exercise('2026-03-31', 2300)], left))).toEqual([])
    expect(found(withPlan([exercise('2026-03-31', 2301)], left))).toEqual(['plan[0].exercise tooManyShares'])
    expect(found(withPlan([exercise('2026-04-01', 1)], left))).toEqual(['plan[0].on conflict'])
  })

  test('of shares accelerated, and of a schedule in larger steps', () => {
    const some = { 'grants[0].acceleration': { on: '2026-01-31', shares: 50 } }
    expect(found(withPlan([exercise('2026-01-31', 2450)], some))).toEqual([])
    expect(found(withPlan([exercise('2026-01-30', 2401)], some))).toEqual(['plan[0].exercise tooManyShares'])
    expect(found(withPlan([exercise('2026-01-31', 2451)], some))).toEqual(['plan[0].exercise tooManyShares'])
    const all = { 'grants[0].acceleration': { on: '2026-01-31' } }
    expect(found(withPlan([exercise('2026-01-31', 3800)], all))).toEqual([])
    // 34 months are 11 quarters: 3300 vested
    const quarterly = { 'grants[0].vesting.everyMonths': 3 }
    expect(found(withPlan([exercise('2026-01-31', 2300)], quarterly))).toEqual([])
    expect(found(withPlan([exercise('2026-01-31', 2301)], quarterly))).toEqual(['plan[0].exercise tooManyShares'])
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

  test('over several lots take from each what they must, restated for splits', () => {
    const split = { 'company.splits': [{ on: '2026-02-15', ratio: 2 }] }
    const made = [exercise('2026-01-30', 300, { as: 'A' }), exercise('2026-01-31', 500, { as: 'B' })]
    // 1000, 300 and 500 shares became twice as many: 3000 are 2000 of L1, 600 of A and 400 of B, which has 600 left
    const plan = [...made, sell('2026-03-01', 3000)]
    expect(found(withPlan([...plan, sell('2026-03-02', 600, 'B')], split))).toEqual([])
    expect(found(withPlan([...plan, sell('2026-03-02', 601, 'B')], split))).toEqual(['plan[3].sell tooManyShares'])
    expect(found(withPlan([...plan, sell('2026-03-02', 1, 'A')], split))).toEqual(['plan[3].sell tooManyShares'])
    // Half of a share that was is one that is
    expect(found(withPlan([...made, sell('2026-03-01', 1, 'A'), sell('2026-03-02', 599, 'A')], split))).toEqual([])
    expect(found(withPlan([...made, sell('2026-03-01', 1, 'A'), sell('2026-03-02', 600, 'A')], split))).toEqual([
      'plan[3].sell tooManyShares',
    ])
  })

  test('a lot exercised on the day is there before the plan', () => {
    expect(found(withPlan([sell('2025-03-10', 1000, 'L1'), exercise('2025-03-10', 1, { as: 'A' })]))).toEqual([])
    const plan = [sell('2025-03-11', 1), sell('2025-03-10', 999), sell('2025-03-10', 1), sell('2025-03-09', 1)]
    expect(found(withPlan(plan))).toEqual(['plan[3].sell tooManyShares', 'plan[0].sell tooManyShares'])
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

describe('a lot whose name is at fault', () => {
  const unnamed = [{ on: '2026-02-01', sell: 1, lot: 'L2' }]

  test('may be the one that is not found', () => {
    expect(found(withPlan(unnamed, { 'lots[0].id': 5 }))).toEqual(['lots[0].id notText'])
    expect(found(withPlan([...unnamed, 'all'], {}))).toEqual(['plan[1] notAnObject'])
    const undated = [...unnamed, { exercise: 1, grant: 'G1' }]
    expect(found(withPlan(undated))).toEqual(['plan[1].on missing'])
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

  test('are missed on the first day that needs one', () => {
    const gift = { on: '2026-02-02', give: { shares: 1 } }
    const plan = [exercise('2026-02-03', 1), gift, exercise('2026-02-02', 1), exercise('2026-02-04', 1)]
    const [problem] = problemsOf(withPlan(plan, priced('2026-03-01')))
    expect(problem?.message).toContain('states no value on or before 2026-02-02, and plan[1] needs one')
  })

  test('needed when shares vest that were exercised before, unless an election was made', () => {
    const early = { 'lots[0].vestedOn': '2025-09-01', ...priced('2025-10-01') }
    expect(problemsOf(withPlan([], early))[0]).toMatchObject({ path: 'company.prices', code: 'missing' })
    expect(found(withPlan([], { ...early, 'lots[0].election83b': true }))).toEqual([])
  })

  test('needed on the day after a section 16(b) period, if that is later', () => {
    const insider = { 'lots[0].section16bUntil': '2025-09-10' }
    expect(found(withPlan([], { ...insider, ...priced('2025-09-11') }))).toEqual([])
    expect(found(withPlan([], { ...insider, ...priced('2025-09-12') }))).toEqual(['company.prices missing'])
    const both = { ...insider, 'lots[0].vestedOn': '2025-10-01' }
    expect(found(withPlan([], { ...both, ...priced('2025-10-01') }))).toEqual([])
    expect(found(withPlan([], { ...both, ...priced('2025-10-02') }))).toEqual(['company.prices missing'])
  })

  test('without a company none is needed where no day asks for one', () => {
    expect(found(withPlan([], { company: undefined }))).toEqual([])
    expect(found(withPlan([exercise('2026-02-01', 1)], { company: undefined }))).toEqual(['company.prices missing'])
  })
})
