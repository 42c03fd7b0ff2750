/**
 * Wash sales: a loss on shares that an exercise within thirty days before or after the sale replaces is not allowed and goes
 * into the basis of those shares, with the time the others were held. IRC 1091, 1223(3); Reg. 1.1091-1, -2.
 *
 * 100 shares at 20 when worth 42, bought on 3 March 2025, sold on 1 June 2026 at 15: a loss of 5 a share, for AMT of 27. An
 * option at 5 is exercised for others.
 */
import { describe, expect, test } from 'vitest'
import type { Case } from '../../src/case.ts'
import type { Action, Lot } from '../../src/equity/action.ts'
import { blocksOf, sharesOf } from '../../src/equity/shares.ts'
import { caseOf, exerciseOf, giftOf, grantOf, lotOf, saleOf } from '../cases.ts'
import { companyWith, disposals, figures, inYear } from './ledger.ts'

const grants = [
  grantOf({ shares: 1_000, strike: 20, fmvAtGrant: 20 }),
  grantOf({ id: 'g2', shares: 1_000, strike: 5, fmvAtGrant: 5 }),
]
const company = companyWith({ '2025-01-01': 42, '2026-04-01': 15, '2027-01-01': 60 })
const again = (on: string, shares = 100): Action => exerciseOf(on, shares, { grant: 'g2', as: 'new' })
const of = (plan: readonly Action[], lot: Partial<Lot> = {}): Case =>
  caseOf({ grants, company, lots: [lotOf({ shares: 100, ...lot })], plan })

const long = (gain: number) => ({ short: 0, long: gain })
const short = (gain: number) => ({ short: gain, long: 0 })

/** The blocks of the shares that replace, or do not. */
const replacing = (from: Case) =>
  blocksOf(sharesOf(from).books.prepared.lots.find((lot) => lot.id === 'new') as never).map((block) => ({
    ...{ shares: block.shares, basis: block.basis, amtBasis: block.amtBasis },
  }))

describe('thirty days before the sale and thirty after', () => {
  const gains = (on: string) => {
    const { regular, amt } = figures(inYear(of([saleOf('2026-06-01', 100, 15), again(on)]), 2026))
    return { regular, amt }
  }
  const allowed = { regular: long(-500), amt: long(-2_700) }
  const notAllowed = { regular: long(0), amt: long(0) }

  test.each([
    ['31 days before', '2026-05-01', allowed],
    ['30 days before', '2026-05-02', notAllowed],
    ['29 days before', '2026-05-03', notAllowed],
    ['on the day', '2026-06-01', notAllowed],
    ['29 days after', '2026-06-30', notAllowed],
    ['30 days after', '2026-07-01', notAllowed],
    ['31 days after', '2026-07-02', allowed],
  ])('%s', (_, on, expected) => {
    expect(gains(on)).toEqual(expected)
  })

  test('over the end of the year', () => {
    const over = of([saleOf('2026-12-15', 100, 15), again('2027-01-14')])
    expect(figures(inYear(over, 2026))).toMatchObject(notAllowed)
    const free = of([saleOf('2026-12-15', 100, 15), again('2027-01-15')])
    expect(figures(inYear(free, 2026))).toMatchObject(allowed)
  })

  test('a sale at a gain in both systems is none', () => {
    expect(disposals(of([saleOf('2026-06-01', 100, 43), again('2026-06-02')]))).toMatchObject([{ washed: false }])
  })

  test('shares of an exercise of the same day as those sold replace nothing: Rev. Rul. 56-602', () => {
    const lots = [lotOf({ shares: 100, exercised: '2026-05-20', fmvAtExercise: 15 })]
    const both = of([again('2026-05-20'), saleOf('2026-06-01', 100, 15)])
    expect(disposals({ ...both, lots }).map((each) => each.washed)).toEqual([false])
  })

  test('shares already sold replace nothing', () => {
    const gone = of([again('2026-05-20'), saleOf('2026-05-25', 100, 15, { lot: 'new' }), saleOf('2026-06-01', 100, 15)])
    expect(disposals(gone).map(({ lot, washed }) => [lot, washed])).toEqual([
      ['new', false],
      ['l1', false],
    ])
  })
})

describe('the loss goes into the basis of the shares that replace', () => {
  test('500 for the regular tax and 2,700 for AMT', () => {
    // 5 + 5 of loss; for AMT 15 + 27
    expect(replacing(of([saleOf('2026-06-01', 100, 15), again('2026-06-15')]))).toEqual([
      { shares: 100, basis: 10, amtBasis: 42 },
    ])
    expect(replacing(of([again('2026-05-15'), saleOf('2026-06-01', 100, 15)]))).toEqual([
      { shares: 100, basis: 10, amtBasis: 42 },
    ])
  })

  test('it comes back when they are sold: nothing is lost and nothing counts twice', () => {
    const later = of([
      saleOf('2026-06-01', 100, 15),
      again('2026-06-15'),
      saleOf('2027-07-01', 100, 60, { lot: 'new' }),
    ])
    // 6,000 - 500 - 500; AMT 6,000 - 1,500 - 2,700, after a spread of 1,000
    expect(figures(inYear(later, 2026)).line2i).toBe(1_000)
    expect(figures(inYear(later, 2027))).toMatchObject({ compensation: 0, regular: long(5_000), amt: long(1_800) })
  })

  test('in a disqualifying sale it lessens compensation within the cap: 422(c)(2) counts adjusted basis', () => {
    const soon = of([saleOf('2026-06-01', 100, 15), again('2026-06-15'), saleOf('2026-12-01', 100, 12, { lot: 'new' })])
    // 1,200 - 1,000 = 200, and not 700; AMT the same in the year of exercise, but with 2,700 in place of 500
    expect(figures(inYear(soon, 2026))).toMatchObject({
      ...{ line2i: 0, compensation: 200, amtCompensation: 200, regular: long(0), amt: long(-2_200) },
    })
  })

  test('line 2i of the new shares is their own spread', () => {
    expect(inYear(of([saleOf('2026-06-01', 100, 15), again('2026-06-15')]), 2026).isoSpread).toBe(1_000)
  })

  test('shares of a nonstatutory option replace too', () => {
    const nso = { ...of([saleOf('2026-06-01', 100, 15), again('2026-06-15')]) }
    const washed = { ...nso, grants: [grantOf({ strike: 20 }), grantOf({ id: 'g2', kind: 'nso', strike: 5 })] }
    expect(replacing(washed)).toEqual([{ shares: 100, basis: 20, amtBasis: 42 }])
    expect(inYear(washed, 2026).optionWages).toBe(1_000)
  })
})

describe('some of the shares are replaced', () => {
  test('40 of 100: the loss of 60 is allowed', () => {
    const part = of([saleOf('2026-06-01', 100, 15), again('2026-06-15', 40)])
    expect(figures(inYear(part, 2026))).toMatchObject({ regular: long(-300), amt: long(-1_620) })
    expect(replacing(part)).toEqual([{ shares: 40, basis: 10, amtBasis: 42 }])
  })

  test('100 of them replace 40: 60 keep the basis they have', () => {
    expect(replacing(of([saleOf('2026-06-01', 40, 15), again('2026-06-15')]))).toEqual([
      { shares: 60, basis: 5, amtBasis: 15 },
      { shares: 40, basis: 10, amtBasis: 42 },
    ])
  })

  test('of two sales the earlier is matched first', () => {
    const twice = of([saleOf('2026-06-01', 60, 15), saleOf('2026-06-02', 40, 14), again('2026-06-15', 70)])
    expect(disposals(twice).map(({ on, shares, washed }) => [on, shares, washed])).toEqual([
      ['2026-06-01', 60, true],
      ['2026-06-02', 10, true],
      ['2026-06-02', 30, false],
    ])
    // 30 x -6
    expect(figures(inYear(twice, 2026)).regular).toEqual(long(-180))
  })

  test('of two exercises the earlier replaces first', () => {
    const two = of([
      exerciseOf('2026-06-20', 80, { grant: 'g2', as: 'second' }),
      exerciseOf('2026-06-10', 80, { grant: 'g2', as: 'new' }),
      saleOf('2026-06-01', 100, 15),
    ])
    expect(replacing(two)).toEqual([{ shares: 80, basis: 10, amtBasis: 42 }])
    const second = sharesOf(two).books.prepared.lots.find((lot) => lot.id === 'second')
    expect(blocksOf(second as never).map((block) => [block.shares, block.basis])).toEqual([
      [60, 5],
      [20, 10],
    ])
  })

  test('shares that replaced others once do not do so again', () => {
    const twice = of([again('2026-05-20', 60), saleOf('2026-06-01', 60, 15), saleOf('2026-06-02', 40, 15)])
    expect(disposals(twice).map(({ shares, washed }) => [shares, washed])).toEqual([
      [60, true],
      [40, false],
    ])
    expect(replacing(twice)).toEqual([{ shares: 60, basis: 10, amtBasis: 42 }])
  })

  test('a split between counts in shares of each day', () => {
    const split = { ...of([saleOf('2026-06-01', 100, 15), again('2026-06-15', 80)]) }
    const halved = { ...split, company: { ...company, splits: [{ on: '2026-06-05', ratio: 2 }] } }
    // 80 new are 40 old: 40 x 5 of loss over 80 shares at 2.50
    expect(figures(inYear(halved, 2026)).regular).toEqual(long(-300))
    expect(replacing(halved)).toMatchObject([{ shares: 80, basis: 5 }])
  })
})

describe('compensation of a disqualifying sale', () => {
  test('is the whole spread, and all of the loss waits', () => {
    const soon = of([saleOf('2026-02-01', 100, 15), again('2026-02-20')])
    // 22 of spread, though only sold for 15; 15 - 42 not allowed in either system
    expect(figures(inYear(soon, 2026))).toMatchObject({
      compensation: 2_200,
      amtCompensation: 0,
      regular: short(0),
      amt: short(0),
    })
    // The value at the second exercise is still 42: 5 + 27, and 42 + 27
    expect(replacing(soon)).toEqual([{ shares: 100, basis: 32, amtBasis: 69 }])
  })

  test('a price between strike and value at exercise has no loss, but would: the whole spread too', () => {
    const soon = of([saleOf('2026-02-01', 100, 30), again('2026-02-20')])
    expect(figures(inYear(soon, 2026))).toMatchObject({ compensation: 2_200, regular: short(0), amt: short(0) })
    expect(replacing(soon)).toEqual([{ shares: 100, basis: 17, amtBasis: 54 }])
  })
})

describe('a loss for AMT alone: sold at 30 after both periods', () => {
  const plan = [saleOf('2026-06-01', 100, 30), again('2026-06-15'), saleOf('2026-09-01', 100, 40, { lot: 'new' })]

  test('the gain stays taxed, and only AMT basis grows', () => {
    expect(figures(inYear(of(plan.slice(0, 2)), 2026))).toMatchObject({ regular: long(1_000), amt: long(0) })
    expect(replacing(of(plan.slice(0, 2)))).toEqual([{ shares: 100, basis: 5, amtBasis: 27 }])
  })

  // 1223(3) tacks the time of stock whose loss was not allowed; the regular tax had none
  test('the regular tax does not count the time of shares sold at a gain', () => {
    // 40 - 5: 10 of compensation, 25 of gain held since June
    expect(figures(inYear(of(plan), 2026)).regular).toEqual({ short: 2_500, long: 1_000 })
  })
})

describe('the time the others were held counts: IRC 1223(3)', () => {
  // Nonstatutory shares held from 3 March to 11 June 2026, 100 days; replaced on 15 June 2026
  const nso = [grantOf({ kind: 'nso', strike: 20 }), grantOf({ id: 'g2', kind: 'nso', strike: 5 })]
  const bought = lotOf({ shares: 100, exercised: '2026-03-03' })
  const termOf = (on: string, plan: readonly Action[], lot = 'new') => {
    const from = { ...of([...plan, saleOf(on, 100, 60, { lot })]), lots: [bought], grants: nso }
    const sold = disposals(from).find((each) => each.lot === lot && !each.washed)
    return [sold?.long, sold?.amtLong]
  }
  const washed = [saleOf('2026-06-11', 100, 15), again('2026-06-15')]

  test('long-term 100 days sooner than on 16 June 2027', () => {
    expect(termOf('2027-03-07', washed)).toEqual([false, false])
    expect(termOf('2027-03-08', washed)).toEqual([true, true])
  })

  test('for the shares that replace and no others', () => {
    expect(termOf('2027-03-08', [saleOf('2026-06-11', 60, 15), again('2026-06-15')])).toEqual([false, false])
  })

  test('not for the two periods of the ISO', () => {
    const iso = of([saleOf('2026-06-01', 100, 15), again('2026-06-15'), saleOf('2027-06-15', 100, 60, { lot: 'new' })])
    expect(disposals(iso).at(-1)).toMatchObject({ lot: 'new', qualifying: false, long: true })
  })

  // 100 days of the first, and 20 of the second from 15 June to 5 July
  test('through two wash sales in a row', () => {
    const twice = [
      ...washed,
      saleOf('2026-07-05', 100, 10, { lot: 'new' }),
      exerciseOf('2026-07-10', 100, { grant: 'g2', as: 'third' }),
    ]
    // Long-term on 11 July 2027 by itself; 120 days sooner on 13 March
    expect(termOf('2027-03-12', twice, 'third')).toEqual([false, false])
    expect(termOf('2027-03-13', twice, 'third')).toEqual([true, true])
  })

  // Bought on 3 March, vested and taxed on 3 May: held 39 days on 11 June
  test('only from vesting where that is when they were acquired', () => {
    const late = { ...bought, vestedOn: '2026-05-03' }
    const from = (on: string) => {
      const sold = { ...of([...washed, saleOf(on, 100, 60, { lot: 'new' })]), lots: [late], grants: nso }
      return disposals(sold).at(-1)?.long
    }
    // 39 days sooner than 16 June 2027
    expect([from('2027-05-07'), from('2027-05-08')]).toEqual([false, true])
  })
})

describe('all sold on one day', () => {
  const first = lotOf({ shares: 100, exercised: '2026-01-05' })
  const all = (one: string, other: string): Case => ({
    ...of([
      again('2026-05-10'),
      saleOf('2026-06-01', 100, 15, { lot: one }),
      saleOf('2026-06-01', 100, 15, { lot: other }),
    ]),
    lots: [first],
  })

  test('the order in which the lots are named changes nothing', () => {
    expect(figures(inYear(all('l1', 'new'), 2026))).toEqual(figures(inYear(all('new', 'l1'), 2026)))
  })

  test('nor does it matter that they are sold first in, first out', () => {
    const plan = [again('2026-05-10'), saleOf('2026-06-01', 200, 15, { lot: null })]
    const once = { ...of(plan), lots: [first] }
    expect(figures(inYear(once, 2026))).toEqual(figures(inYear(all('l1', 'new'), 2026)))
  })

  // Sold by name, first in, first out, or given: what is gone when the day is over replaces nothing
  test.each<[string, (lot: string) => Action[]]>([
    [
      'a name and then in order',
      (lot) => [saleOf('2026-06-01', 100, 15, { lot }), saleOf('2026-06-01', 100, 15, { lot: null })],
    ],
    ['in order and then in order', () => [1, 2].map(() => saleOf('2026-06-01', 100, 15, { lot: null }))],
  ])('%s', (_, sales) => {
    const whole = figures(inYear(all('l1', 'new'), 2026))
    for (const lot of ['l1', 'new'])
      expect(figures(inYear({ ...of([again('2026-05-10'), ...sales(lot)]), lots: [first] }, 2026))).toEqual(whole)
  })

  test('nor does a gift that follows a sale differ from one before it', () => {
    const sale = saleOf('2026-06-01', 100, 15)
    const gift = giftOf('2026-06-01', { shares: 100, lot: 'new', to: 'person' })
    const given = (plan: Action[]) => figures(inYear({ ...of([again('2026-05-10'), ...plan]), lots: [first] }, 2026))
    expect(given([sale, gift])).toEqual(given([gift, sale]))
  })

  // Of the ten that stay the loss is, not of the ten that go the same day
  test('shares that are sold that day take no loss into their basis from those that replace', () => {
    const vesting = [
      { on: '2024-01-02', shares: 10 },
      { on: '2027-01-04', shares: 10 },
    ]
    const early = grantOf({ id: 'g2', shares: 20, strike: 5, fmvAtGrant: 5, earlyExercise: true, vesting })
    const both = (one: string, other: string) => {
      const sales = [one, other].map((lot) => saleOf('2026-06-01', 10, 15, { lot }))
      const sold = { ...of([again('2026-05-10', 20), ...sales]), lots: [{ ...first, shares: 10 }] }
      return figures(inYear({ ...sold, grants: [grants[0] ?? early, early] }, 2026))
    }
    expect(both('l1', 'new')).toEqual(both('new', 'l1'))
  })
})

// 500 of loss wait for shares of which 33 are then paid for with others at 15
test('shares that replace and are paid for with shares keep the loss in their basis', () => {
  const pay = lotOf({ id: 'pay', grant: 'g2', exercised: '2024-01-05', shares: 100, fmvAtExercise: 10 })
  const swap = exerciseOf('2026-06-15', 100, { grant: 'g2', as: 'new', payWith: 'pay' })
  const swapped = { ...of([saleOf('2026-06-01', 100, 15), swap]), lots: [lotOf({ shares: 100 }), pay] }
  // 33 shares with a basis of 5 and 5 in cash, and the 500
  const basis = replacing(swapped).reduce((sum, block) => sum + block.shares * block.basis, 0)
  expect(basis).toBeCloseTo(33 * 5 + 5 + 500, 6)
})

// IRC 165(g)(1): the loss is one of 31 December, and so are the thirty days
test('worthless shares are replaced about the last day of the year', () => {
  const lost = (on: string) => {
    const plan: Action[] = [{ kind: 'worthless', on: '2026-06-01', lot: 'l1' }, again(on)]
    return figures(inYear(of(plan), 2026)).regular
  }
  expect(lost('2026-06-15')).toEqual(long(-2_000))
  expect(lost('2026-12-15')).toEqual(long(0))
})
