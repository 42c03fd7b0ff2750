import { describe, expect, test } from 'vitest'
import { found, problemsOf } from './files.ts'
import { exercise, sell, withPlan } from './plans.ts'

/** The small scenario without its lot, its grant exercisable before it vests. */
const early = (plan: readonly unknown[], changes: { readonly [path: string]: unknown } = {}) =>
  found(withPlan(plan, { 'grants[0].earlyExercise': true, lots: [], ...changes }))

const forfeit = (on: string, shares: number, lot = 'E') => ({ on, forfeit: shares, lot })
const give = (on: string, shares: number, to: string) => ({ on, give: { shares, lot: 'E' }, to })

/** 34 months on 31 January 2026: of 4000 shares 3400 are vested. */
const bought = exercise('2026-01-31', 4000, { as: 'E' })

describe('shares exercised before they vest', () => {
  test('can be sold as they vest', () => {
    expect(early([bought, sell('2026-01-31', 3400)])).toEqual([])
    expect(early([bought, sell('2026-01-31', 3401)])).toEqual(['plan[1].sell tooManyShares'])
    expect(early([bought, sell('2026-01-31', 3401, 'E')])).toEqual(['plan[1].sell tooManyShares'])
    expect(early([bought, sell('2026-01-31', 3400, 'E'), sell('2026-02-01', 100)])).toEqual([])
    expect(early([bought, sell('2026-01-31', 3400, 'E'), sell('2026-02-01', 101)])).toEqual([
      'plan[2].sell tooManyShares',
    ])
    // 40 months on 1 July 2026: all 4000 are
    expect(early([bought, sell('2026-07-01', 4000)])).toEqual([])
  })

  test('are the next to vest after those exercised before', () => {
    const first = exercise('2026-01-30', 3000, { as: 'F' })
    const second = exercise('2026-01-31', 1000, { as: 'E' })
    expect(early([first, second, sell('2026-01-31', 3000, 'F'), sell('2026-01-31', 400, 'E')])).toEqual([])
    expect(early([first, second, sell('2026-01-31', 401, 'E')])).toEqual(['plan[2].sell tooManyShares'])
    expect(early([first, second, sell('2026-01-31', 3401)])).toEqual(['plan[2].sell tooManyShares'])
    // A lot that exists was exercised before as well
    const lots = [{ id: 'L1', grant: 'G1', exercised: '2025-03-10', shares: 1000, fmvAtExercise: 9.5 }]
    const after = exercise('2026-01-31', 2500, { as: 'E' })
    expect(early([after, sell('2026-01-31', 2400, 'E')], { lots })).toEqual([])
    expect(early([after, sell('2026-01-31', 2401, 'E')], { lots })).toEqual(['plan[1].sell tooManyShares'])
  })

  test('are restated for splits before and after the exercise', () => {
    const splits = [
      { on: '2025-06-01', ratio: 2 },
      { on: '2026-01-31', ratio: 3 },
    ]
    // 8000 shares of 30 January are 4000 of the grant and 24000 of the day after; 3400 × 6 = 20400 are vested
    const plan = (shares: number) => [exercise('2026-01-30', 8000, { as: 'E' }), sell('2026-01-31', shares, 'E')]
    expect(early(plan(20_400), { 'company.splits': splits })).toEqual([])
    expect(early(plan(20_401), { 'company.splits': splits })).toEqual(['plan[1].sell tooManyShares'])
  })

  test('sell nothing unvested on the day itself', () => {
    expect(early([{ ...bought, sameDaySale: true }])).toEqual(['plan[0].sameDaySale tooManyShares'])
    // 8000 dollars of strike are 400 shares at 20
    expect(early([{ ...bought, sellToCover: true }])).toEqual([])
    const next = exercise('2026-01-31', 800, { as: 'N', sellToCover: true })
    expect(early([bought, next])).toEqual(['plan[1].sellToCover tooManyShares'])
    expect(early([exercise('2026-01-31', 3320, { as: 'E' }), next])).toEqual([])
    expect(early([exercise('2026-01-31', 3321, { as: 'E' }), next])).toEqual(['plan[1].sellToCover tooManyShares'])
  })

  test('go back to the company, the last to vest first', () => {
    expect(early([bought, forfeit('2026-01-31', 600)])).toEqual([])
    expect(early([bought, forfeit('2026-01-31', 601)])).toEqual(['plan[1].forfeit tooManyShares'])
    expect(early([bought, forfeit('2026-07-01', 1)])).toEqual(['plan[1].forfeit tooManyShares'])
    // 500 go, so 3500 can vest: 100 more on the first of February, and none in March
    const gone = [bought, forfeit('2026-01-31', 500), sell('2026-01-31', 3400), sell('2026-02-01', 100)]
    expect(early(gone)).toEqual([])
    expect(early([...gone, sell('2026-03-01', 1)])).toEqual(['plan[4].sell tooManyShares'])
    expect(early([...gone, forfeit('2026-02-01', 1)])).toEqual(['plan[4].forfeit tooManyShares'])
  })

  test('stay unvested after employment ends, but for those accelerated', () => {
    const left = { 'grants[0].employmentEnds': '2026-01-31' }
    expect(early([bought, sell('2027-01-31', 3401)], left)).toEqual(['plan[1].sell tooManyShares'])
    expect(early([bought, sell('2027-01-31', 3400), forfeit('2027-01-31', 600)], left)).toEqual([])
    const kept = { ...left, 'grants[0].acceleration': { on: '2026-01-31', shares: 250 } }
    expect(early([bought, sell('2027-01-31', 3650)], kept)).toEqual([])
    expect(early([bought, sell('2027-01-31', 3651)], kept)).toEqual(['plan[1].sell tooManyShares'])
  })

  test('go to heirs and to a spouse, and to nobody else', () => {
    for (const to of ['person', 'publicCharity', 'dafSponsor', 'privateFoundation'])
      expect(early([bought, give('2026-01-31', 3401, to)])).toEqual(['plan[1].give.shares tooManyShares'])
    for (const to of ['spouse', 'heirs']) {
      expect(early([bought, give('2026-01-31', 4000, to)])).toEqual([])
      expect(early([bought, give('2026-01-31', 4001, to)])).toEqual(['plan[1].give.shares tooManyShares'])
      // 3450 go, the vested ones first: of the hundred that vest next, fifty are left
      expect(early([bought, give('2026-01-31', 3450, to), sell('2026-02-01', 50)])).toEqual([])
      expect(early([bought, give('2026-01-31', 3450, to), sell('2026-02-01', 51)])).toEqual([
        'plan[2].sell tooManyShares',
      ])
    }
  })

  test('pay for nothing', () => {
    const pays = (lot: number) => [exercise('2026-01-30', lot, { as: 'E' }), sell('2026-01-30', 3390, 'E')]
    // 200 dollars of strike are ten shares at 20, of which nine are left vested
    expect(early([...pays(4000), exercise('2026-01-31', 100, { payWith: 'E' })])).toEqual([])
    expect(early([...pays(4000), exercise('2026-01-31', 110, { payWith: 'E' })])).toEqual([
      'plan[2].payWith tooManyShares',
    ])
  })
})

describe('a lot of shares not yet vested', () => {
  const unvested = { 'lots[0].vestedOn': '2026-06-01' }

  test('can be forfeited until they are', () => {
    expect(found(withPlan([forfeit('2026-05-31', 1000, 'L1')], unvested))).toEqual([])
    expect(found(withPlan([forfeit('2026-05-31', 1001, 'L1')], unvested))).toEqual(['plan[0].forfeit tooManyShares'])
    expect(found(withPlan([forfeit('2026-06-01', 1, 'L1')], unvested))).toEqual(['plan[0].forfeit tooManyShares'])
    const some = [forfeit('2026-05-31', 400, 'L1'), sell('2026-06-01', 600, 'L1')]
    expect(found(withPlan(some, unvested))).toEqual([])
    expect(found(withPlan([...some, sell('2026-06-01', 1)], unvested))).toEqual(['plan[2].sell tooManyShares'])
  })

  test('is passed over first in, first out, and comes first again once they are', () => {
    const other = exercise('2026-01-31', 100, { as: 'E' })
    const plan = [other, sell('2026-05-31', 60), sell('2026-05-31', 40), sell('2026-06-01', 1000)]
    expect(found(withPlan(plan, unvested))).toEqual([])
    expect(found(withPlan([...plan.slice(0, 3), sell('2026-05-31', 1)], unvested))).toEqual([
      'plan[3].sell tooManyShares',
    ])
    expect(found(withPlan([other, sell('2026-06-01', 1000), sell('2026-06-01', 100, 'E')], unvested))).toEqual([])
  })

  test('says what is held and vested', () => {
    const message = (entry: object) => problemsOf(withPlan([entry], unvested))[0]?.message
    expect(message(sell('2026-05-31', 5, 'L1'))).toContain(
      'is 5, and on 2026-05-31 only 0 shares of L1 are held and vested',
    )
    expect(message(forfeit('2026-06-01', 5, 'L1'))).toContain('only 0 shares of L1 are held and not vested')
    expect(message({ on: '2026-05-31', give: { shares: 1001 }, to: 'heirs' })).toContain('only 1000 shares are held.')
  })
})

describe('where a fact is at fault, nothing is said of what follows from it', () => {
  test.each<[string, { readonly [path: string]: unknown }, string]>([
    ['the vesting', { 'grants[0].vesting.months': 'many' }, 'grants[0].vesting.months notANumber'],
    ['the acceleration', { 'grants[0].acceleration': { shares: 5 } }, 'grants[0].acceleration.on missing'],
    ['the last day', { 'grants[0].exercisableUntil': 'soon' }, 'grants[0].exercisableUntil notADate'],
    ['a split', { 'company.splits': [{ on: '2025-01-01', ratio: 0 }] }, 'company.splits[0].ratio outOfRange'],
    ['whether early', { 'grants[0].earlyExercise': 'yes' }, 'grants[0].earlyExercise notTrueOrFalse'],
    ['the exercise', { 'plan[0].exercise': 'all' }, 'plan[0].exercise notANumber'],
    ['too many', { 'plan[0].exercise': 4801 }, 'plan[0].exercise tooManyShares'],
    ['too late', { 'grants[0].expires': '2025-12-31' }, 'plan[0].on conflict'],
    ['an unknown grant', { 'plan[0].grant': 'G7' }, 'plan[0].grant unknownReference'],
  ])('%s', (_, changes, problem) => {
    const plan = [bought, sell('2026-01-31', 3401, 'E'), sell('2026-02-01', 500), forfeit('2026-02-01', 700)]
    expect(early(plan, changes)).toEqual([problem])
  })

  test('the day on which a lot vests', () => {
    const plan = [sell('2026-05-31', 1), forfeit('2026-06-01', 1, 'L1')]
    expect(found(withPlan(plan, { 'lots[0].vestedOn': 'June' }))).toEqual(['lots[0].vestedOn notADate'])
  })
})
