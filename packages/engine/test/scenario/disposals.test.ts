import { describe, expect, test } from 'vitest'
import { found, problemsOf } from './files.ts'
import { exercise, sell, withPlan } from './plans.ts'

const made = 'G1@2026-01-31'
const left = (entry: object, shares: number, changes = {}) =>
  found(withPlan([entry, sell('2026-02-01', shares, made)], changes))
const tooMany = ['plan[1].sell tooManyShares']

describe('a sale to cover', () => {
  const cover = exercise('2026-01-31', 100, { sellToCover: true })

  test('leaves what need not be sold to pay the strike', () => {
    // 100 × 2 = 200 dollars at 20 are ten shares
    expect(left(cover, 90)).toEqual([])
    expect(left(cover, 91)).toEqual(tooMany)
  })

  test('pays the fees as well, at its price, in whole shares', () => {
    // 200 + 1 dollars at 20 are eleven shares; at 10.05 exactly twenty
    expect(left({ ...cover, fees: 1 }, 89)).toEqual([])
    expect(left({ ...cover, fees: 1 }, 90)).toEqual(tooMany)
    expect(left({ ...cover, fees: 1, price: 10.05 }, 80)).toEqual([])
    expect(left({ ...cover, fees: 1, price: 10.05 }, 81)).toEqual(tooMany)
  })

  test('is restated for splits: strike and value', () => {
    // One for two: strike 4, value 40 from 20 stated before it; 400 dollars are ten shares again
    const reverse = { 'company.splits': [{ on: '2025-07-01', ratio: 0.5 }], 'company.prices[0].on': '2025-06-01' }
    expect(left(cover, 90, reverse)).toEqual([])
    expect(left(cover, 91, reverse)).toEqual(tooMany)
    // The value stated after it is of new shares: 400 dollars at 20 are twenty
    const stated = { ...reverse, 'company.prices[0].on': '2025-07-01' }
    expect(left(cover, 80, stated)).toEqual([])
    expect(left(cover, 81, stated)).toEqual(tooMany)
  })

  test('can sell all of the shares, and no more', () => {
    expect(found(withPlan([{ ...cover, price: 2 }]))).toEqual([])
    expect(found(withPlan([{ ...cover, price: 2, fees: 0.01 }]))).toEqual(['plan[0].sellToCover tooManyShares'])
    expect(problemsOf(withPlan([{ ...cover, price: 1 }]))[0]?.message).toContain(
      'would have to sell 200 shares at 1 to pay 200, and 100 are exercised',
    )
  })

  test.each<[string, object, { readonly [path: string]: unknown }, string]>([
    ['strike', {}, { 'grants[0].strike': 'two' }, 'grants[0].strike notANumber'],
    ['value', {}, { 'company.prices[0].fmv': -1 }, 'company.prices[0].fmv negative'],
    ['values', {}, { 'company.prices': [] }, 'company.prices missing'],
    ['price', { price: 'high' }, {}, 'plan[0].price notANumber'],
    ['fees', { fees: -1 }, {}, 'plan[0].fees negative'],
    ['price below all', { price: 0 }, {}, 'plan[0].price conflict'],
    ['value of nothing', {}, { 'company.prices[0].fmv': 0 }, 'plan[0].sellToCover conflict'],
  ])('with its %s at fault leaves nobody knows what', (_, more, changes, problem) => {
    for (const shares of [1, 100, 101]) expect(left({ ...cover, ...more }, shares, changes)).toEqual([problem])
  })
})

test('nothing is left of a same-day sale, whatever its price', () => {
  const sold = exercise('2026-01-31', 10, { sameDaySale: true, price: 0, fees: 3 })
  expect(found(withPlan([sold]))).toEqual([])
  expect(left(sold, 1)).toEqual(tooMany)
})

describe('a lot that pays the strike', () => {
  const pays = (shares: number, lot = 'L1') => exercise('2026-01-31', shares, { payWith: lot })

  test('loses as many whole shares as their value pays for', () => {
    // 105 × 2 = 210 dollars are ten shares at 20, and ten dollars in cash
    const after = (shares: number) => found(withPlan([pays(105), sell('2026-02-01', shares, 'L1')]))
    expect(after(990)).toEqual([])
    expect(after(991)).toEqual(tooMany)
    expect(left(pays(105), 105)).toEqual([])
  })

  test('must be held, and hold enough', () => {
    expect(found(withPlan([pays(100, 'L2')]))).toEqual(['plan[0].payWith unknownReference'])
    expect(found(withPlan([pays(100, made)]))).toEqual(['plan[0].payWith conflict'])
    expect(found(withPlan([pays(100)], { 'lots[0].shares': 10 }))).toEqual([])
    expect(found(withPlan([pays(110)], { 'lots[0].shares': 10 }))).toEqual(['plan[0].payWith tooManyShares'])
    expect(found(withPlan([pays(100)], { 'lots[0].vestedOn': '2026-02-01' }))).toEqual([
      'plan[0].payWith tooManyShares',
    ])
    expect(found(withPlan([pays(100)], { 'company.prices[0].fmv': 0 }))).toEqual(['plan[0].payWith conflict'])
  })

  test('is not known where strike or value is not', () => {
    const unknown = { 'grants[0].strike': 'two' }
    expect(found(withPlan([pays(100), sell('2026-02-01', 5000, 'L1')], unknown))).toEqual([
      'grants[0].strike notANumber',
    ])
  })
})

describe('a gift to a spouse', () => {
  const gift = { on: '2027-05-01', give: { shares: 600, lot: 'L1' }, to: 'spouse' }
  const after = (shares: number, status: unknown) =>
    found(withPlan([gift, { ...sell('2028-05-01', shares, 'L1') }], { 'household.status': status }))

  test('stays in the household in a year filed jointly, and must be there', () => {
    expect(after(1000, 'mfj')).toEqual([])
    expect(after(1001, 'mfj')).toEqual(tooMany)
    expect(found(withPlan([{ ...gift, give: { shares: 1001 } }], { 'household.status': 'mfj' }))).toEqual([
      'plan[0].give.shares tooManyShares',
    ])
  })

  test('is counted in shares of its day', () => {
    const split = { 'company.splits': [{ on: '2027-01-01', ratio: 0.5 }], 'household.status': 'mfj' }
    expect(found(withPlan([{ ...gift, give: { shares: 500 } }], split))).toEqual([])
    expect(found(withPlan([{ ...gift, give: { shares: 501 } }], split))).toEqual(['plan[0].give.shares tooManyShares'])
  })

  test('is gone in any other', () => {
    expect(after(400, 'mfs')).toEqual([])
    expect(after(401, 'mfs')).toEqual(tooMany)
    expect(after(401, { 2026: 'mfj', 2027: 'single' })).toEqual(tooMany)
    expect(after(1000, { 2026: 'single', 2027: 'mfj', 2028: 'single' })).toEqual([])
    // The first status named is that of the years before it too
    expect(
      found(withPlan([{ ...gift, on: '2025-12-31' }, sell('2026-05-01', 1000)], { 'household.status': 'mfj' })),
    ).toEqual([])
  })

  test('is not known where the status is not', () => {
    expect(after(1000, 'maried')).toEqual(['household.status notOneOf'])
  })
})

test('a gift to heirs takes what is not vested too, first in, first out', () => {
  const gift = { on: '2026-02-01', give: { shares: 1050 }, to: 'heirs' }
  const plan = [exercise('2026-01-31', 100, { as: 'E' }), gift, sell('2026-06-01', 50)]
  const unvested = { 'lots[0].vestedOn': '2026-06-01' }
  expect(found(withPlan(plan, unvested))).toEqual([])
  // On a day on which what is vested was looked for before, too
  expect(found(withPlan([plan[0], sell('2026-02-01', 10), plan[1], sell('2026-06-01', 40)], unvested))).toEqual([])
  expect(found(withPlan([...plan, sell('2026-06-01', 1)], unvested))).toEqual(['plan[3].sell tooManyShares'])
})

describe('a gift to nobody known', () => {
  test('takes nobody knows what', () => {
    const gift = { on: '2026-02-01', give: { shares: 2000, lot: 'L1' }, to: 'Red Cross' }
    expect(found(withPlan([gift, sell('2026-02-02', 1500)]))).toEqual(['plan[0].to notOneOf'])
  })

  test('first in, first out takes from any lot there is, and not from later ones', () => {
    const gift = { on: '2026-02-01', give: { shares: 1 }, to: 'Red Cross' }
    const before = [exercise('2026-01-31', 10, { as: 'A' }), gift]
    const later = [exercise('2026-02-02', 10, { as: 'B' }), sell('2026-02-03', 9000), sell('2026-02-03', 9000, 'A')]
    expect(found(withPlan([...before, ...later]))).toEqual(['plan[1].to notOneOf'])
    expect(found(withPlan([...before, ...later.slice(0, 1), sell('2026-02-03', 11, 'B')]))).toEqual([
      'plan[1].to notOneOf',
      'plan[3].sell tooManyShares',
    ])
    // After a sale of nobody knows what, of the later lot nobody knows either
    expect(found(withPlan([...before, ...later, sell('2026-02-03', 11, 'B')]))).toEqual(['plan[1].to notOneOf'])
  })

  test('is answered with the name meant', () => {
    const message = (to: string, give: object) =>
      problemsOf(withPlan([{ on: '2026-02-01', give, to }])).map((problem) => problem.message)
    expect(message('spose', { cash: 5 })).toEqual(['is "spose". Did you mean spouse?'])
    expect(message('Red Cross', { shares: 5 })[0]).toContain('Give one of publicCharity, dafSponsor,')
    expect(message('Red Cross', { cash: 5 })).toEqual([])
    expect(message('Red Cross', { cash: 5, shares: 5 })).toHaveLength(1)
  })
})

describe('worthless shares', () => {
  const worthless = (on: string, lot: string) => ({ on, worthless: lot })

  test('are all that is left of a lot', () => {
    const plan = [sell('2026-02-01', 400, 'L1'), worthless('2026-03-01', 'L1')]
    expect(found(withPlan(plan))).toEqual([])
    expect(found(withPlan([...plan, sell('2026-03-02', 1)]))).toEqual(['plan[2].sell tooManyShares'])
  })

  test('must be held', () => {
    expect(found(withPlan([worthless('2026-03-01', 'L7')]))).toEqual(['plan[0].worthless unknownReference'])
    expect(found(withPlan([worthless('2025-03-09', 'L1')]))).toEqual(['plan[0].worthless conflict'])
    expect(found(withPlan([sell('2026-02-01', 1000), worthless('2026-03-01', 'L1')]))).toEqual([
      'plan[1].worthless tooManyShares',
    ])
  })

  test('may be unvested', () => {
    const unvested = { 'lots[0].vestedOn': '2027-01-01' }
    expect(found(withPlan([worthless('2026-03-01', 'L1')], unvested))).toEqual([])
    const back = { on: '2026-03-02', forfeit: 1, lot: 'L1' }
    expect(found(withPlan([worthless('2026-03-01', 'L1'), back], unvested))).toEqual(['plan[1].forfeit tooManyShares'])
  })

  test('of an unknown number may be none', () => {
    expect(found(withPlan([worthless('2026-03-01', 'L1')], { 'lots[0].shares': 'all' }))).toEqual([
      'lots[0].shares notANumber',
    ])
  })
})
