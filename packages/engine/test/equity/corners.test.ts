/** Corners of the rules on shares that the tests of each rule leave open: limit, wash sales, gifts, stock swaps. */
import { describe, expect, test } from 'vitest'
import type { Case } from '../../src/case.ts'
import { dayNumber } from '../../src/date.ts'
import type { Action, Lot } from '../../src/equity/action.ts'
import type { Grant } from '../../src/equity/grant.ts'
import { marketOf } from '../../src/equity/market.ts'
import { isoSharesLeft, requireValue, strikeOn } from '../../src/equity/onDay.ts'
import { blocksOf, exercisesIn, sharesIn, sharesOf } from '../../src/equity/shares.ts'
import { InputError, NotModelled } from '../../src/errors.ts'
import { caseOf, exerciseOf, giftOf, grantOf, lotOf, saleOf } from '../cases.ts'
import { companyWith, disposals, figures, heldOf, inYear, single } from './ledger.ts'

const vests = (...steps: (readonly [on: string, shares: number])[]) => steps.map(([on, shares]) => ({ on, shares }))
const long = (gain: number) => ({ short: 0, long: gain })

describe('the $100,000 limit', () => {
  /** A grant worth 10 a share. */
  const granted = (id: string, on: string, shares: number, x: Partial<Grant> = {}): Grant =>
    grantOf({ id, on, shares, strike: 10, fmvAtGrant: 10, expires: `${Number(on.slice(0, 4)) + 9}-12-31`, ...x })

  const limitOf = (grants: Grant[], lots: Lot[] = []) => sharesOf(caseOf({ grants, lots })).books.prepared.limit
  const split = (grants: Grant[], lots: Lot[] = []) =>
    limitOf(grants, lots).map(({ year, grants }) => [
      year,
      ...grants.map((each) => [each.grant, each.isoShares, each.nsoShares]),
    ])

  // 100,000 less one share at 0.10 leaves a hair less than 999,999 of them in binary
  test('a million shares at a tenth of a dollar are 100,000 exactly', () => {
    const cents = { strike: 0.1, fmvAtGrant: 0.1 }
    const grants = [granted('one', '2024-01-02', 1, cents), granted('rest', '2024-01-03', 999_999, cents)]
    expect(split(grants)).toEqual([[2024, ['one', 1, 0], ['rest', 999_999, 0]]])
  })

  test('the years come in their order, whichever grant they are of', () => {
    const older = granted('older', '2022-01-02', 1, { vesting: vests(['2026-01-05', 1]) })
    const newer = granted('newer', '2023-01-02', 1, { vesting: vests(['2025-01-05', 1]) })
    expect(limitOf([older, newer]).map(({ year }) => year)).toEqual([2025, 2026])
  })

  test('options worth nothing take no room, but after the share that shut the year they are nonstatutory', () => {
    const worthless = { strike: 0, fmvAtGrant: 0 }
    const free = granted('free', '2024-01-02', 50_000, worthless)
    const full = granted('full', '2024-01-03', 10_001)
    const after = granted('after', '2024-01-04', 5, worthless)
    expect(split([free, full, after])).toEqual([[2024, ['free', 50_000, 0], ['full', 10_000, 1], ['after', 0, 5]]])
  })

  test('options worth nothing fit into a year that is exactly full', () => {
    const full = granted('full', '2024-01-03', 10_000)
    const free = granted('free', '2024-01-04', 5, { strike: 0, fmvAtGrant: 0 })
    expect(split([full, free])).toEqual([[2024, ['full', 10_000, 0], ['free', 5, 0]]])
  })

  // Reg. 1.422-4(b)(5): disregarded only from the year after; vested on its last day they are not lost at all
  test('of what employment ends too early for, how much counts until the end of the year', () => {
    const vesting = vests(['2025-06-30', 3_000], ['2025-07-01', 2_000], ['2025-12-31', 1_000], ['2026-01-01', 4_000])
    const left = granted('left', '2024-01-02', 10_000, { vesting, employmentEnds: '2025-06-30' })
    const other = granted('other', '2024-05-01', 7_000, { vesting: vests(['2025-01-05', 7_000]) })
    expect(limitOf([left, other])).toEqual([
      {
        year: 2025,
        grants: [
          {
            ...{ grant: 'left', granted: '2024-01-02', valuePerShare: 10, roomBefore: 100_000 },
            ...{ shares: 6_000, isoShares: 6_000, nsoShares: 0, exercisedBefore: 0, forfeited: 3_000 },
          },
          {
            ...{ grant: 'other', granted: '2024-05-01', valuePerShare: 10, roomBefore: 40_000 },
            ...{ shares: 7_000, isoShares: 4_000, nsoShares: 3_000, exercisedBefore: 0, forfeited: 0 },
          },
        ],
      },
    ])
  })

  describe('an acceleration of a year', () => {
    /** 10,000 of an older grant come into 2025 on 1 June. */
    const early = granted('early', '2022-01-02', 10_000, {
      ...{ vesting: vests(['2028-01-02', 10_000]), acceleration: { on: '2025-06-01', shares: null } },
    })
    const late = granted('late', '2023-01-02', 10_000, { vesting: vests(['2025-03-01', 10_000]) })
    const exercised = (on: string, shares: number, x: Partial<Lot> = {}) =>
      lotOf({ id: on, grant: 'late', exercised: on, shares, fmvAtExercise: 20, ...x })

    test('leaves ISO shares that were exercised on the very day they vested, and says so', () => {
      expect(limitOf([early, late], [exercised('2025-03-01', 4_000)])).toMatchObject([
        {
          grants: [
            // 100,000 less the 40,000 kept
            { grant: 'early', roomBefore: 60_000, isoShares: 6_000, nsoShares: 4_000, exercisedBefore: 0 },
            { grant: 'late', roomBefore: 0, isoShares: 4_000, nsoShares: 6_000, exercisedBefore: 4_000 },
          ],
        },
      ])
    })

    test('and all of several exercises', () => {
      const lots = [exercised('2025-03-02', 1_000), exercised('2025-04-01', 2_000), exercised('2025-05-31', 3_000)]
      expect(split([early, late], lots)).toEqual([[2025, ['early', 4_000, 6_000], ['late', 6_000, 4_000]]])
    })

    test('but no more than were ISO shares of the year', () => {
      // 13,000 vest, of which 10,000 are ISO; 12,000 exercised before the trigger keep those 10,000
      const more = { ...late, shares: 13_000, vesting: vests(['2025-03-01', 13_000]) }
      const lots = [exercised('2025-04-01', 7_000), exercised('2025-05-01', 5_000)]
      expect(split([early, more], lots)).toEqual([[2025, ['early', 0, 10_000], ['late', 10_000, 3_000]]])
    })

    // Of the 5,000 of 2024 another grant leaves room for 3,000 ISO shares. 6,000 exercised are those and 3,000 of 2025.
    test('leaves those of the year only after all ISO shares of earlier years', () => {
      const another = granted('another', '2022-03-01', 7_000, { vesting: vests(['2024-07-01', 7_000]) })
      const both = { ...late, vesting: vests(['2024-12-31', 5_000], ['2025-01-05', 5_000]) }
      const of2025 = (...lots: Lot[]) => split([early, another, both], lots)[1]
      const first = exercised('2025-02-01', 6_000)
      expect(of2025(first)).toEqual([2025, ['early', 7_000, 3_000], ['late', 3_000, 2_000]])
      expect(of2025(first, exercised('2025-03-01', 1_000))).toEqual([
        2025,
        ['early', 6_000, 4_000],
        ['late', 4_000, 1_000],
      ])
      expect(of2025(exercised('2025-02-01', 3_000))).toEqual([2025, ['early', 10_000, 0], ['late', 0, 5_000]])
    })

    // 8,000 after two for one are 4,000 of the grant; in the order of their days, and none of another grant
    test('counts exercises in shares of the grant, in the order of their days', () => {
      const lots = [
        exercised('2025-05-01', 5_000),
        exercised('2025-04-01', 3_000),
        lotOf({ id: 'other', grant: 'early', exercised: '2025-05-01', shares: 10, fmvAtExercise: 20 }),
      ]
      const company = companyWith({ '2022-01-01': 10 }, [{ on: '2024-01-02', ratio: 2 }])
      const [of2025] = sharesOf(caseOf({ grants: [early, late], lots, company })).books.prepared.limit
      expect(of2025?.grants).toMatchObject([
        { grant: 'early', isoShares: 6_000, exercisedBefore: 0 },
        { grant: 'late', isoShares: 4_000, exercisedBefore: 4_000 },
      ])
    })

    // 100,000 less 40,000 kept and 10,000 of the first: the other 4,000 fit, and 1,000 of the last grant
    test('gives shares beyond those kept what room is left, and then the grants after', () => {
      const first = { ...early, shares: 1_000, vesting: vests(['2028-01-02', 1_000]) }
      const some = { ...late, shares: 8_000, vesting: vests(['2025-03-01', 8_000]) }
      const last = granted('last', '2023-02-01', 2_000, { vesting: vests(['2025-03-01', 2_000]) })
      expect(split([first, some, last], [exercised('2025-04-01', 4_000)])).toEqual([
        [2025, ['early', 1_000, 0], ['late', 8_000, 0], ['last', 1_000, 1_000]],
      ])
    })

    test('keeps nothing in another year, nor does a vesting day or a grant that can be exercised early', () => {
      const next = { ...early, acceleration: { on: '2026-06-01', shares: null } }
      const twice = { ...late, vesting: vests(['2025-03-01', 2_000], ['2025-07-01', 1_000]) }
      const whole = granted('whole', '2025-06-02', 1_000, { earlyExercise: true })
      const [of2025] = limitOf([next, twice, whole], [exercised('2025-04-01', 2_000)])
      expect(of2025?.grants).toMatchObject([
        { grant: 'late', isoShares: 3_000, exercisedBefore: 0, forfeited: 0 },
        { grant: 'whole', isoShares: 1_000, exercisedBefore: 0, forfeited: 0 },
      ])
    })

    test('takes nothing from the room of other years', () => {
      const next = granted('next', '2022-02-02', 10_000, {
        ...{ vesting: vests(['2028-01-02', 10_000]), acceleration: { on: '2026-06-01', shares: null } },
      })
      const after = { ...late, vesting: vests(['2026-03-01', 10_000]) }
      expect(split([early, next, after], [exercised('2026-04-01', 3_000)])).toEqual([
        [2025, ['early', 10_000, 0]],
        [2026, ['next', 7_000, 3_000], ['late', 3_000, 7_000]],
      ])
    })
  })
})

/**
 * 100 shares at 20 when worth 42, bought on 5 January 2026, sold at 15: a loss of 5 a share. An option at 5 is exercised
 * for others.
 */
describe('wash sales', () => {
  const grants = [
    grantOf({ shares: 1_000, strike: 20, fmvAtGrant: 20 }),
    grantOf({ id: 'g2', shares: 1_000, strike: 5, fmvAtGrant: 5 }),
  ]
  const company = companyWith({ '2025-01-01': 42, '2026-04-01': 15, '2027-01-01': 60 })
  const again = (on: string, shares = 100, as = 'new'): Action => exerciseOf(on, shares, { grant: 'g2', as })
  const of = (plan: readonly Action[], lot: Partial<Lot> = {}): Case =>
    caseOf({ grants, company, lots: [lotOf({ shares: 100, exercised: '2025-03-03', ...lot })], plan })
  const washed = (from: Case) => disposals(from).map(({ lot, shares, washed }) => [lot, shares, washed])

  test('shares that replace are those held when the day is over: a sale of the next day does not count', () => {
    const next = [again('2026-05-10'), saleOf('2026-06-01', 100, 15), saleOf('2026-06-02', 100, 15, { lot: 'new' })]
    expect(washed(of(next))).toEqual([
      ['l1', 100, true],
      ['new', 100, false],
    ])
  })

  // Of 100 new ones 70 go the same day: 30 replace
  test('of a lot sold in part on the day the rest replaces', () => {
    const part = [again('2026-05-10'), saleOf('2026-06-01', 100, 15), saleOf('2026-06-01', 70, 15, { lot: 'new' })]
    expect(washed(of(part))).toEqual([
      ['l1', 30, true],
      ['l1', 70, false],
      ['new', 70, false],
    ])
  })

  // 100 new ones are 200 after the split; 140 of them go the same day: 60, or 30 as of the sale of 100 old ones
  test('shares sold on the day count as of that day, those that replace as of their own', () => {
    const plan = [again('2026-05-10'), saleOf('2026-06-01', 200, 7), saleOf('2026-06-01', 140, 7, { lot: 'new' })]
    const halved = { ...of(plan), company: { ...company, splits: [{ on: '2026-05-20', ratio: 2 }] } }
    expect(washed(halved)).toEqual([
      ['l1', 60, true],
      ['l1', 140, false],
      ['new', 140, false],
    ])
  })

  // 150 first in, first out: 100 of l1 and 50 of the 100 exercised in February. None of the 60 of May go.
  test('first in, first out, a sale that ends in an older lot leaves all of the newer to replace', () => {
    const plan = [
      again('2026-02-02', 100, 'middle'),
      again('2026-05-10', 60),
      saleOf('2026-06-01', 150, 15, { lot: null }),
    ]
    expect(washed(of(plan))).toEqual([
      ['l1', 60, true],
      ['l1', 40, false],
      ['middle', 50, false],
    ])
  })

  // 130 first in, first out take 30 of the 80 exercised in May: 50 replace, and 50 of the 100 have a loss
  test('first in, first out, what the same sale takes of the newer lot does not replace', () => {
    const plan = [again('2026-05-10', 80), saleOf('2026-06-01', 130, 15, { lot: null })]
    expect(washed(of(plan)).slice(0, 2)).toEqual([
      ['l1', 50, true],
      ['l1', 50, false],
    ])
    // The same in shares of twice the number
    const twice = [again('2026-05-10', 80), saleOf('2026-06-01', 260, 7, { lot: null })]
    const halved = { ...of(twice), company: { ...company, splits: [{ on: '2026-05-20', ratio: 2 }] } }
    expect(washed(halved).slice(0, 2)).toEqual([
      ['l1', 100, true],
      ['l1', 100, false],
    ])
  })

  test('losses that wait for one later exercise leave another free', () => {
    const two = [
      saleOf('2026-06-01', 60, 15),
      saleOf('2026-06-02', 40, 15),
      again('2026-06-10', 50, 'second'),
      again('2026-06-20', 50),
    ]
    // 50 and 10; then 40 of the other 40
    expect(washed(of(two))).toEqual([
      ['l1', 60, true],
      ['l1', 40, true],
    ])
    const basis = sharesOf(of(two)).books.prepared.lots.map((lot) =>
      blocksOf(lot).reduce((sum, block) => sum + block.shares * block.basis, 0),
    )
    // 100 at 20; 50 at 5 and 50 x 5 of loss each
    expect(basis).toEqual([2_000, 500, 500])
  })

  test('nonstatutory shares that replace in part bring the wages of all, and are counted once', () => {
    const nso = [grants[0] as Grant, grantOf({ id: 'g2', kind: 'nso', strike: 5 })]
    const part = { ...of([saleOf('2026-06-01', 40, 15), again('2026-06-15')]), grants: nso }
    expect(exercisesIn(sharesOf(part), 2026)).toMatchObject([{ id: 'new', nsoShares: 100, wages: 1_000 }])
  })

  test('ISO shares that replace in part keep line 2i of all, and all can be sold', () => {
    const part = of([saleOf('2026-06-01', 40, 15), again('2026-06-15'), saleOf('2027-07-01', 100, 60, { lot: 'new' })])
    expect(inYear(part, 2026).isoSpread).toBe(1_000)
    // 6,000 - 500 - 40 x 5
    expect(figures(inYear(part, 2027)).regular).toEqual(long(5_300))
    expect(heldOf(part)).toEqual({ l1: 60, new: 0 })
  })

  test('shares that replace those of one sale are not those that replace the next', () => {
    const twice = of([again('2026-05-20'), saleOf('2026-06-01', 60, 15), saleOf('2026-06-02', 40, 15)])
    const blocks = blocksOf(sharesOf(twice).books.prepared.lots[1] as never)
    // 5 and 5 of loss, on each of the 100
    expect(blocks.map(({ shares, basis }) => [shares, basis])).toEqual([
      [40, 10],
      [60, 10],
    ])
  })

  test('sales of other lots on the day leave the shares that replace', () => {
    const plan = [again('2026-05-10'), saleOf('2026-06-01', 100, 15), saleOf('2026-06-01', 50, 43, { lot: 'l2' })]
    const lots = [lotOf({ shares: 100 }), lotOf({ id: 'l2', shares: 50 })]
    expect(washed({ ...of(plan), lots })).toEqual([
      ['l1', 100, true],
      ['l2', 50, false],
    ])
  })

  test.each([
    // The sale takes 30 of the 40 that vest on its day, and none of the 80 that replace
    ['that vests on the day of the sale is taken before them', '2026-06-01', 80],
    // It takes 30 of the 80
    ['that vests later is passed over', '2026-06-02', 50],
  ])('first in, first out, a lot between %s', (_, vestedOn, replaced) => {
    const between = lotOf({ id: 'between', shares: 40, exercised: '2026-02-02', vestedOn, fmvAtExercise: 15 })
    const plan = [again('2026-05-10', 80), saleOf('2026-06-01', 130, 15, { lot: null })]
    const [first] = washed({ ...of(plan), lots: [lotOf({ shares: 100 }), between] })
    expect(first).toEqual(['l1', replaced, true])
  })

  // Two for one in 2024 and again on 20 May 2026, between the exercises and the sale
  describe('after splits of two for one before and between', () => {
    const splits = [
      { on: '2024-01-02', ratio: 2 },
      { on: '2026-05-20', ratio: 2 },
    ]
    const old = [lotOf({ shares: 100, strike: 20 }), lotOf({ id: 'middle', exercised: '2026-02-02', shares: 30 })]
    const sold = (...plan: readonly Action[]): Case => ({ ...of(plan), lots: old, company: { ...company, splits } })

    // 200 + 60 + 40 of the 160 that the 80 of May have become; the other 120 replace
    test('first in, first out, what the same sale takes of the newer lot does not replace', () => {
      const all = sold(again('2026-05-10', 80), saleOf('2026-06-01', 300, 7, { lot: null }))
      expect(washed(all).slice(0, 2)).toEqual([
        ['l1', 120, true],
        ['l1', 80, false],
      ])
    })

    // 160 less 100
    test('nor what another sale of the day takes', () => {
      const sales = [saleOf('2026-06-01', 200, 7), saleOf('2026-06-01', 100, 7, { lot: 'new' })]
      expect(washed(sold(again('2026-05-10', 80), ...sales)).slice(0, 2)).toEqual([
        ['l1', 60, true],
        ['l1', 140, false],
      ])
    })
  })

  // 7 / 49 x 49 is less than 7 in binary at some counts: nothing is left over
  test('shares that are all replaced are one disposition, whatever the split', () => {
    const lots = [lotOf({ shares: 1, strike: 20 })]
    const plan = [exerciseOf('2026-05-10', 1, { grant: 'g2', as: 'new' }), saleOf('2026-06-01', 1, 0.1)]
    const once = { ...of(plan), lots, company: { ...company, splits: [{ on: '2024-01-02', ratio: 49 }] } }
    expect(washed(once)).toEqual([['l1', 1, true]])
  })

  // 60 ISO and 40 nonstatutory shares: the 80 replace the 60, and 20 of the 40
  test('a named lot of two kinds takes nothing from an older lot that replaces it', () => {
    const lots = [
      lotOf({ id: 'new', grant: 'g2', exercised: '2026-05-10', shares: 80, fmvAtExercise: 15 }),
      lotOf({ exercised: '2026-05-20', shares: 100, nsoShares: 40 }),
    ]
    expect(washed({ ...of([saleOf('2026-06-01', 100, 15)]), lots })).toEqual([
      ['l1', 60, true],
      ['l1', 20, true],
      ['l1', 20, false],
    ])
  })

  // Elected when worth 10, vested when worth 30, sold at 20: a loss of 10 after 28 of compensation; for AMT a gain of 10
  test('a loss for the regular tax alone carries no time on for AMT: IRC 1223(3)', () => {
    const values = companyWith({ '2025-01-01': 10, '2026-05-05': 30, '2026-09-01': 20 })
    const granted = grantOf({ on: '2025-01-02', expires: '2034-12-31' })
    const elected = lotOf({ shares: 100, fmvAtExercise: 10, vestedOn: '2026-05-05', election83b: true })
    const plan = [saleOf('2026-09-01', 100, 20), again('2026-09-10'), saleOf('2026-12-01', 100, 40, { lot: 'new' })]
    const nso = grantOf({ id: 'g2', kind: 'nso', strike: 5 })
    const both = caseOf({ grants: [granted, nso], company: values, lots: [elected], plan })
    expect(disposals(both)).toMatchObject([
      {
        lot: 'l1',
        washed: true,
        amounts: { compensation: 2_800, disallowed: 1_000, amtDisallowed: 0, amtGain: 1_000 },
      },
      { lot: 'new', long: true, amtLong: false },
    ])
  })
})

/** 100 shares bought at 2 on 3 March 2025 when worth 42, of a grant of 2020. */
describe('gifts', () => {
  const given = (on: string, shares: number, company: Case['company'], lot: Partial<Lot> = {}): Case =>
    caseOf({ lots: [lotOf({ shares: 100, ...lot })], plan: [giftOf(on, { shares, lot: 'l1' })], company })

  // Vested on 5 May 2026 at 30: long-term for the regular tax from 4 March 2026, for AMT from 6 May 2027
  describe('long-term for the regular tax before it is for AMT: IRC 170(e)(1)(A)', () => {
    const at = (on: string, value: number) =>
      given(on, 100, companyWith({ '2025-01-01': 10, '2026-05-05': 30, [on]: value }), { vestedOn: '2026-05-05' })

    test.each([
      ['2026-09-01', 31],
      ['2027-05-05', 31],
    ])('%s, worth more than its AMT basis: not figured', (on, value) => {
      expect(() => inYear(at(on, value), Number(on.slice(0, 4)))).toThrow(NotModelled)
    })

    test.each([
      ['2026-09-01', 30],
      ['2026-09-01', 29],
      ['2027-05-06', 31],
    ])('%s, worth %d: counts at value', (on, value) => {
      expect(inYear(at(on, value), Number(on.slice(0, 4)))).toMatchObject({
        ...{ charityStock: 100 * value, charityOrdinary: 0 },
      })
    })
  })

  // Capital gain property is what a sale at value would bring a gain on: IRC 170(b)(1)(C)(iv)
  test('shares worth just what they cost have no gain', () => {
    const even = given('2026-03-04', 100, companyWith({ '2025-01-01': 42, '2026-03-04': 2 }))
    expect(inYear(even, 2026)).toMatchObject({ charityStock: 0, charityOrdinary: 200 })
  })

  // 100 bought after a split of two for one are 300 after one of three for one
  test('after splits count in shares of the day', () => {
    const splits = [
      { on: '2024-01-02', ratio: 2 },
      { on: '2025-06-02', ratio: 3 },
    ]
    const split = given('2026-03-04', 150, companyWith({ '2025-01-01': 42, '2026-03-04': 20 }, splits))
    expect(inYear(split, 2026)).toMatchObject({ charityStock: 3_000 })
    expect(heldOf(split)).toEqual({ l1: 50 })
  })

  test('need a value of the day', () => {
    expect(() => inYear(given('2026-03-04', 100, companyWith({})), 2026)).toThrow(InputError)
  })

  test("what vests on the day of death was the holder's: IRC 83(a)", () => {
    const company = companyWith({ '2025-01-01': 10, '2026-05-05': 30 })
    const left = (on: string) => ({
      ...given(on, 100, company, { vestedOn: '2026-05-05' }),
      ...{ household: single, plan: [giftOf(on, { shares: 100, lot: 'l1', to: 'heirs' })] },
    })
    expect(inYear(left('2026-05-04'), 2026).isoSpread).toBe(0)
    expect(inYear(left('2026-05-05'), 2026).isoSpread).toBe(2_800)
  })
})

describe('shares that go back to the company', () => {
  const early = grantOf({
    ...{ on: '2023-06-15', expires: '2033-06-14', shares: 100, strike: 4, earlyExercise: true },
    vesting: vests(['2025-09-01', 40], ['2026-05-05', 60]),
  })
  const values = companyWith({ '2025-01-01': 10 })

  // A strike of 4 is 2 after the first split and 1 after the second; 200 shares become 400. Of the
  // 240 that have not vested 100 go, and 140 vest in May at 5: 140 x 4.
  test('after splits for what was paid, as of the day', () => {
    const splits = [
      { on: '2024-01-02', ratio: 2 },
      { on: '2025-12-01', ratio: 2 },
    ]
    const back = (price: number | null): Case =>
      caseOf({
        ...{ grants: [early], company: { ...values, splits } },
        plan: [
          exerciseOf('2025-03-03', 200, { as: 'e' }),
          { kind: 'forfeit', on: '2026-02-01', lot: 'e', shares: 100, price },
        ],
      })
    for (const price of [1, null]) {
      expect(inYear(back(price), 2026)).toMatchObject({ proceeds: 100, isoSpread: 560 })
      expect(heldOf(back(price))).toEqual({ e: 150 })
    }
    for (const price of [2, 4, 0.5]) expect(() => inYear(back(price), 2026)).toThrow(NotModelled)
  })

  // 100 x (10 - 4) in the year of the election, whatever goes back
  test('on the very day of an election leave what it took in: IRC 83(b)(1)', () => {
    const plan: Action[] = [
      exerciseOf('2025-03-03', 100, { as: 'e', election83b: true }),
      { kind: 'forfeit', on: '2025-03-03', lot: 'e', shares: 60, price: null },
    ]
    const from = caseOf({ grants: [early], company: values, plan })
    expect(inYear(from, 2025).isoSpread).toBe(600)
    expect(heldOf(from)).toEqual({ e: 40 })
  })

  // 70 replace: the 60 that have not vested, and 10 of the 40 that have, which stand behind them since
  test('never those that have vested, though a loss was put into their basis', () => {
    const sold = lotOf({ grant: 'old', shares: 70, strike: 20, exercised: '2024-03-04' })
    const from = caseOf({
      grants: [early, grantOf({ id: 'old', strike: 20, fmvAtGrant: 20 })],
      ...{ lots: [sold], company: values },
      plan: [
        exerciseOf('2025-10-01', 100, { as: 'e' }),
        saleOf('2025-10-10', 70, 10),
        { kind: 'forfeit', on: '2026-02-01', lot: 'e', shares: 60, price: null },
      ],
    })
    expect(disposals(from)).toMatchObject([{ lot: 'l1', washed: true, shares: 70 }])
    const held = blocksOf(sharesOf(from).books.prepared.lots[1] as never)
    expect(
      held.filter(({ left }) => left > 0).map(({ left, freeDay, exerciseDay }) => [left, freeDay - exerciseDay]),
    ).toEqual([
      [30, 0],
      [10, 0],
    ])
  })
})

/** 100 shares at 10 when worth 25, paid for with 40 of 60 bought at 5 under a nonstatutory option. */
describe('stock swaps', () => {
  const iso = grantOf({ on: '2023-06-05', expires: '2033-06-04', shares: 500, strike: 10, fmvAtGrant: 10 })
  const old = grantOf({ id: 'old', kind: 'nso', on: '2020-01-02', expires: '2029-12-31', strike: 5, fmvAtGrant: 5 })
  const pays = lotOf({ id: 'given', grant: 'old', exercised: '2022-06-02', shares: 60, fmvAtExercise: 5 })
  const company = companyWith({ '2022-01-01': 5, '2025-06-02': 25, '2026-06-01': 30 })
  const swap = exerciseOf('2025-06-02', 100, { as: 'new', payWith: 'given' })
  const of = (plan: readonly Action[], x: Partial<Case> = {}): Case =>
    caseOf({ grants: [iso, old], lots: [pays], company, plan, ...x })

  // 300 at 10 take 3,000 / 30 = 100: no part of them is left
  test('with all shares of an earlier swap is not figured', () => {
    const again = exerciseOf('2026-06-04', 300, { as: 'third', payWith: 'new' })
    expect(() => inYear(of([swap, again]), 2026)).toThrow(NotModelled)
    expect(inYear(of([swap, again]), 2025).isoSpread).toBe(1_500)
  })

  test('for shares in a section 16(b) period is not figured', () => {
    const insider = { ...swap, section16bUntil: '2025-11-30' } as Action
    expect(() => inYear(of([insider]), 2025)).toThrow(NotModelled)
  })

  // Two for one in 2021 and in 2024: 60 bought between at 5 are 120 at 2.50. 200 at 2.50 when worth 12.50 take 40 of them.
  test('after splits as many shares carry on their basis as are given up on the day', () => {
    const splits = [
      { on: '2021-01-04', ratio: 2 },
      { on: '2024-01-02', ratio: 2 },
    ]
    const values = companyWith({ '2022-01-01': 5, '2025-06-02': 12.5 }, splits)
    const more = exerciseOf('2025-06-02', 200, { as: 'new', payWith: 'given' })
    const later = { ...iso, strike: 5 }
    const from = of([more], { company: values, grants: [later, { ...old, strike: 10 }] })
    // 200 x 2.50 = 500 = 40 x 12.50
    expect(heldOf(from)).toEqual({ given: 40, new: 200 })
    const blocks = blocksOf(sharesOf(from).books.prepared.lots[1] as never)
    expect(blocks.map(({ shares, basis }) => [shares, basis])).toEqual([
      [160, 0],
      [40, 2.5],
    ])
  })
})

describe('values and splits, given in any order', () => {
  const market = marketOf(
    [
      { on: '2026-01-01', fmv: 30 },
      { on: '2025-01-01', fmv: 99 },
      { on: '2024-01-01', fmv: 10 },
      { on: '2025-01-01', fmv: 20 },
    ],
    [
      { on: '2026-06-01', ratio: 3 },
      { on: '2025-06-01', ratio: 2 },
    ],
  )

  test.each([
    ['2023-12-31', Number.NaN, 1],
    ['2024-01-01', 10, 1],
    // Of two values of one day the later in the list
    ['2025-01-01', 20, 1],
    ['2025-05-31', 20, 1],
    // 20 before two for one
    ['2025-06-01', 10, 2],
    ['2025-12-31', 10, 2],
    // Stated after that split
    ['2026-01-01', 30, 2],
    ['2026-05-31', 30, 2],
    // Three for one on top of two for one
    ['2026-06-01', 10, 6],
  ])('%s: worth %d, and %d shares for one of the beginning', (on, value, factor) => {
    expect([market.valueAt(dayNumber(on)), market.factorAt(dayNumber(on))]).toEqual([value, factor])
  })

  test('splits of one day multiply', () => {
    const twice = marketOf(
      [],
      [2, 3].map((ratio) => ({ on: '2025-06-01', ratio })),
    )
    expect(twice.factorAt(dayNumber('2025-06-01'))).toBe(6)
  })
})

describe('a grant on one day', () => {
  const splits = [{ on: '2025-06-01', ratio: 2 }]
  const grant = grantOf({ on: '2024-01-02', expires: '2033-12-31', shares: 101, strike: 10, fmvAtGrant: 10 })
  const company = companyWith({ '2025-01-01': 30 }, splits)

  test('strike and value are those of its shares', () => {
    const of = caseOf({ grants: [grant], company })
    expect(['2025-05-31', '2025-06-01'].map((on) => strikeOn(of, grant, on))).toEqual([10, 5])
    expect(['2025-05-31', '2025-06-01'].map((on) => requireValue(of, on, 'this'))).toEqual([30, 15])
    expect(() => requireValue(of, '2024-12-31', 'this')).toThrow(InputError)
  })

  describe('ISO shares that are left', () => {
    const left = (
      x: Partial<Grant>,
      plan: readonly Action[],
      by: string,
      asOf = '2025-01-02',
      since = '2025-04-01',
    ) => {
      const own = { ...grant, ...x }
      return isoSharesLeft(caseOf({ grants: [own], company, plan }), since)(own, by, asOf)
    }
    const vesting = vests(['2025-02-01', 40], ['2025-08-01', 61])

    test('are those vested by the day, in shares of another', () => {
      expect(['2025-01-31', '2025-02-01', '2025-07-31', '2025-08-01'].map((by) => left({ vesting }, [], by))).toEqual([
        0, 40, 40, 101,
      ])
      expect(left({ vesting }, [], '2025-08-01', '2025-06-01')).toBe(202)
    })

    test('are whole: 101 at three for two are 151.5', () => {
      const three = companyWith({ '2025-01-01': 30 }, [{ on: '2025-06-01', ratio: 1.5 }])
      expect(
        isoSharesLeft(caseOf({ grants: [grant], company: three }), '2025-04-01')(grant, '2025-07-01', '2025-07-01'),
      ).toBe(151)
    })

    // 1 before, 10 on the day, 20 after; what is sold or paid with shares is exercised all the same
    test('are less by what the plan exercises before a day, not by what it does from then on', () => {
      const plan = [
        exerciseOf('2025-03-31', 1, { as: 'before', how: 'sameDaySale', price: 30 }),
        exerciseOf('2025-04-01', 10, { as: 'on' }),
        exerciseOf('2025-05-01', 20, { as: 'after' }),
      ]
      expect(left({}, plan, '2025-12-31')).toBe(100)
    })

    test('end three months after employment: IRC 422(a)(2)', () => {
      // 40 had vested by 31 March, and can be exercised as an ISO until 30 June
      expect(left({ vesting, employmentEnds: '2025-03-31' }, [], '2025-12-31')).toBe(40)
    })

    test('are none of those that vest after the options expire', () => {
      expect(left({ vesting, expires: '2025-07-31' }, [], '2025-12-31')).toBe(40)
    })

    // 12,000 at 10: 2,000 are beyond 100,000
    test('are not those beyond the limit, nor of a grant that is none', () => {
      expect(left({ shares: 12_000 }, [], '2025-12-31')).toBe(10_000)
      expect(left({ kind: 'nso' }, [], '2025-12-31')).toBe(0)
    })
  })
})

describe('exercises of a year', () => {
  const early = grantOf({
    ...{ on: '2024-06-15', expires: '2034-06-14', shares: 100, earlyExercise: true },
    vesting: vests(['2025-09-01', 10], ['2026-05-05', 20], ['2026-08-05', 30], ['2027-01-04', 40]),
  })
  const other = grantOf({ id: 'other', strike: 2 })
  const of = caseOf({
    ...{ grants: [early, other], company: companyWith({ '2024-01-01': 10 }) },
    lots: [lotOf({ id: 'lot', grant: 'other', exercised: '2026-07-01', shares: 5, fmvAtExercise: 10 })],
    plan: [exerciseOf('2025-03-03', 100, { as: 'planned' })],
  })

  test('are those made in it or vesting in it, lots first, each with the days it enters', () => {
    const exercises = exercisesIn(sharesOf(of), 2026)
    expect(exercises.map(({ id, spread, includedOn }) => [id, spread, includedOn])).toEqual([
      // 5 x 8; 50 x 8
      ['lot', 40, ['2026-07-01']],
      ['planned', 400, ['2026-05-05', '2026-08-05']],
    ])
    expect(exercisesIn(sharesOf(of), 2025).map(({ id, spread }) => [id, spread])).toEqual([['planned', 80]])
    expect(exercisesIn(sharesOf(of), 2028)).toEqual([])
  })

  test('a year before or after everything has nothing', () => {
    expect(sharesIn(sharesOf(of), 2000)).toMatchObject({ year: 2000, isoSpread: 0, proceeds: 0 })
    expect(sharesIn(sharesOf(of), 2060)).toMatchObject({ year: 2060, isoSpread: 0, proceeds: 0 })
  })
})

// A sale of 2026 that has no value is refused; so is vesting in 2025 whose value nobody states, and that is earlier
test('of two reasons why figures end the earlier year counts', () => {
  const late = lotOf({ id: 'late', shares: 10, exercised: '2024-03-04', vestedOn: '2025-05-05', fmvAtExercise: 10 })
  const known = lotOf({ shares: 10, exercised: '2024-03-04', fmvAtExercise: 10 })
  const of = caseOf({ lots: [known, late], company: companyWith({}), plan: [saleOf('2026-02-02', 10, null)] })
  expect(inYear(of, 2024).isoSpread).toBe(80)
  expect(() => inYear(of, 2025)).toThrow('2025-05-05')
  expect(() => inYear({ ...of, lots: [known] }, 2025)).not.toThrow()
  expect(() => inYear({ ...of, lots: [known] }, 2026)).toThrow('2026-02-02')
})

// 10,000 of 12,000 at 10 are within the limit; worth 30
test('of an exercise line 2i has the ISO shares and wages have the others', () => {
  const of = (x: Partial<Case>): Case =>
    caseOf({
      grants: [grantOf({ on: '2024-01-02', expires: '2033-12-31', shares: 12_000, strike: 10, fmvAtGrant: 10 })],
      company: companyWith({ '2024-01-02': 10, '2025-01-02': 30 }),
      ...x,
    })
  const lot = lotOf({ exercised: '2025-02-03', shares: 12_000, nsoShares: 2_000, fmvAtExercise: 30 })
  for (const each of [of({ lots: [lot] }), of({ plan: [exerciseOf('2025-02-03', 12_000)] })])
    expect(exercisesIn(sharesOf(each), 2025)).toMatchObject([
      { shares: 12_000, spread: 200_000, nsoShares: 2_000, wages: 40_000, cashPaid: 120_000 },
    ])
})

describe('the 10 million of small business stock: IRC 1202(b)(1)', () => {
  const qsbs = (x: Partial<Lot>) =>
    lotOf({ exercised: '2020-03-03', shares: 60_000, strike: 0, fmvAtExercise: 0, qsbs: true, ...x })
  const of = (lots: readonly Lot[], plan: readonly Action[]) =>
    disposals(caseOf({ grants: [grantOf({ on: '2018-06-15', expires: '2028-06-14', shares: 200_000 })], lots, plan }))

  // 60,000 at 100 each: 6 million
  test('gain of stock not held for five years takes none of it', () => {
    const lots = [qsbs({}), qsbs({ id: 'young', exercised: '2023-03-03' })]
    const plan = [saleOf('2026-02-02', 60_000, 100, { lot: 'young' }), saleOf('2026-03-04', 60_000, 100)]
    expect(of(lots, plan).map(({ lot, excluded }) => [lot, excluded])).toEqual([
      ['young', 0],
      ['l1', 6e6],
    ])
  })

  test('AMT counts what it excluded in earlier years too', () => {
    const plan = ['2026-03-04', '2027-03-04'].map((on, i) => saleOf(on, 60_000, 100, { lot: `q${i}` }))
    const sold = of([qsbs({ id: 'q0' }), qsbs({ id: 'q1' })], plan)
    expect(sold.map(({ excluded, amtExcluded }) => [excluded, amtExcluded])).toEqual([
      [6e6, 6e6],
      [4e6, 4e6],
    ])
  })
})
