/**
 * The edges of the ledger: the day on which a period ends, shares that are gone, values nobody stated, shares restated for
 * splits before and after, lots of several kinds. Unless said otherwise 100 shares bought at 2 on 3 March 2025 when worth 42.
 */
import { describe, expect, test } from 'vitest'
import type { Case } from '../../src/case.ts'
import { dayNumber } from '../../src/date.ts'
import type { Action, Lot } from '../../src/equity/action.ts'
import { emptyBlock, fillBlock, never, noDay } from '../../src/equity/block.ts'
import { booksFor } from '../../src/equity/books.ts'
import type { Grant } from '../../src/equity/grant.ts'
import { runLedger } from '../../src/equity/ledger.ts'
import { marketOf } from '../../src/equity/market.ts'
import { prepare } from '../../src/equity/prepared.ts'
import { blocksOf, exercisesIn, sharesOf } from '../../src/equity/shares.ts'
import { InputError, NotModelled } from '../../src/errors.ts'
import { form8949Of } from '../../src/forms/form8949.ts'
import { caseOf, exerciseOf, giftOf, grantOf, lotOf, saleOf } from '../cases.ts'
import { companyWith, disposals, figures, heldOf, inYear, only } from './ledger.ts'

const of = (plan: readonly Action[], lot: Partial<Lot> = {}, x: Partial<Case> = {}): Case =>
  caseOf({ lots: [lotOf({ shares: 100, ...lot })], plan, ...x })

const none = { short: 0, long: 0 }
const short = (gain: number) => ({ short: gain, long: 0 })
const long = (gain: number) => ({ short: 0, long: gain })

const worthless = (on: string): Action => ({ kind: 'worthless', on, lot: 'l1' })
const rows = (from: Case, system: 'regular' | 'amt' = 'regular') => form8949Of(disposals(from), system, 'Co').rows

/** What is wrong with a year's input. */
function problemsIn(from: Case, year: number) {
  try {
    inYear(from, year)
  } catch (error) {
    expect(error).toBeInstanceOf(InputError)
    return (error as InputError).problems
  }
  throw new Error('nothing is wrong')
}

test('a year in which nothing happens brings a zero of every kind', () => {
  const noGains = { shortA: 0, shortB: 0, shortC: 0, longD: 0, longE: 0, longF: 0, collectibles: 0 }
  expect(inYear(of([]), 2040)).toEqual({
    ...{ year: 2040, isoSpread: 0, optionWages: 0, compensation: 0, compensationUnreported: 0, amtCompensation: 0 },
    ...{ gains: noGains, amtGains: noGains, strikePaid: 0, proceeds: 0 },
    ...{ charityStock: 0, charityOrdinary: 0, charityPrivate: 0, charityPrivateStock: 0 },
  })
})

test('without anyone watching the ledger comes to the same', () => {
  const from = of([saleOf('2025-10-01', 40, 50), giftOf('2026-03-04', { shares: 10, lot: 'l1' })])
  const { years, refused } = runLedger(booksFor(prepare(from)))
  expect(refused).toBeNull()
  // 60 x 40; 40 x 40; 40 x 48 - 1,600
  expect(years.find(({ year }) => year === 2025)).toMatchObject({ isoSpread: 2_400, compensation: 1_600 })
  expect(years.find(({ year }) => year === 2025)?.gains.shortA).toBe(320)
})

describe('the last day of a section 16(b) period: IRC 83(c)(3)', () => {
  const company = companyWith({ '2025-01-01': 42, '2025-03-04': 50 })
  const insider = { section16bUntil: '2025-03-03' }

  test('that is the day of the exercise restricts it still: AMT takes the shares in on the day after', () => {
    const held = of([], insider, { company })
    // 100 x (50 - 2)
    expect(inYear(held, 2025).isoSpread).toBe(4_800)
    expect(exercisesIn(sharesOf(held), 2025)).toMatchObject([{ includedOn: ['2025-03-04'] }])
  })

  test('and a sale on it is not figured, one on the day after is', () => {
    const sold = (on: string) => of([saleOf(on, 100, 50)], insider, { company })
    expect(() => inYear(sold('2025-03-03'), 2025)).toThrow(NotModelled)
    expect(inYear(sold('2025-03-04'), 2025).compensation).toBe(4_800)
  })
})

describe('shares that never vest', () => {
  const [day, grantDay] = [dayNumber('2025-03-03'), dayNumber('2024-01-02')]
  const from = { nonstatutory: false, strike: 2, fmvAtExercise: 10, qsbs: false, section16bUntil: noDay }
  const market = marketOf([{ on: '2025-01-01', fmv: 10 }], [])
  const filled = (election83b: boolean) =>
    fillBlock(emptyBlock(), { ...from, day, grantDay, vestDay: never, election83b }, 60, market)

  test('have no value by which to measure, no year of inclusion and no AMT holding period', () => {
    expect(filled(false)).toMatchObject({ value: Number.NaN, inclusionYear: never, amtLongTermDay: never })
  })

  test('under an election they are taken in at exercise all the same: 83(b)(1)', () => {
    // Held for AMT from 3 March 2025: long-term from 4 March 2026
    expect(filled(true)).toMatchObject({
      ...{ value: Number.NaN, amtValue: 10, amtBasis: 10, inclusionYear: 2025 },
      amtLongTermDay: dayNumber('2026-03-04'),
    })
  })
})

test('the bargain of nonstatutory shares under an election is that of the exercise: 83(b)(1)', () => {
  const sold = of(
    [saleOf('2026-09-01', 100, 50)],
    { fmvAtExercise: 10, vestedOn: '2026-05-05', election83b: true },
    { grants: [grantOf({ kind: 'nso' })], company: companyWith({ '2025-01-01': 10, '2026-05-05': 30 }) },
  )
  expect(inYear(sold, 2025).optionWages).toBe(800)
  // 100 x (10 - 2), not 100 x (30 - 2)
  expect(only(sold)).toMatchObject({ block: { value: 10, basis: 10 }, amounts: { spread: 800, gain: 4_000 } })
})

describe('worthless shares: IRC 165(g)', () => {
  test('those forfeited before they vested do not stand in the way', () => {
    const vesting = [
      { on: '2025-04-01', shares: 40 },
      { on: '2027-05-05', shares: 60 },
    ]
    const from = caseOf({
      grants: [grantOf({ shares: 100, earlyExercise: true, vesting })],
      plan: [
        exerciseOf('2025-03-03', 100, { as: 'l1' }),
        { kind: 'forfeit', on: '2025-06-01', lot: 'l1', shares: 60, price: null },
        worthless('2026-06-01'),
      ],
    })
    // 40 x -2, and for AMT 40 x -42
    expect(figures(inYear(from, 2026))).toMatchObject({ regular: long(-80), amt: long(-1_680) })
    expect(heldOf(from)).toEqual({ l1: 0 })
  })

  test('those that vest on the very day are vested', () => {
    const from = of([worthless('2026-02-01')], { vestedOn: '2026-02-01', election83b: true })
    expect(figures(inYear(from, 2026))).toMatchObject({ regular: long(-200), amt: long(-4_200) })
  })

  test('in the year of the exercise nonstatutory ones are figured, though ISO shares of the lot were sold', () => {
    const from = of([saleOf('2025-10-01', 60, 50), worthless('2025-11-01')], { nsoShares: 40 })
    // Wages of 40 x 40 and a loss of 40 x 42 on 31 December; 60 x 40 of compensation and 60 x 8 of gain
    expect(figures(inYear(from, 2025))).toEqual({
      ...{ line2i: 0, compensation: 2_400, amtCompensation: 2_400, regular: short(-1_200), amt: short(-1_200) },
    })
    expect(inYear(from, 2025).optionWages).toBe(1_600)
  })

  test('replaced within thirty days of 31 December and too early, the bargain is wages: 422(c)(2)(A)', () => {
    const lot = { exercised: '2025-12-31' }
    const from = of([worthless('2026-02-01'), exerciseOf('2027-01-15', 100)], lot)
    expect(inYear(from, 2026)).toMatchObject({ compensation: 4_000, compensationUnreported: 0 })
    expect(figures(inYear(from, 2026))).toMatchObject({ regular: none, amt: none })
  })
})

describe('more shares than there are', () => {
  const code = 'tooManyShares'

  test('of a lot: how many are missing, and when', () => {
    const [problem, ...others] = problemsIn(of([saleOf('2026-02-01', 125.5, 50)]), 2026)
    expect(others).toEqual([])
    expect(problem).toMatchObject({ path: 'plan', code })
    expect(problem?.message).toContain('takes 25.5 shares of l1 more on 2026-02-01 than')
  })

  test('of any lot, when all are sold, and when there never were any', () => {
    const twice = [saleOf('2026-02-01', 100, 50, { lot: null }), saleOf('2026-02-02', 1, 50, { lot: null })]
    expect(problemsIn(of(twice), 2026)).toMatchObject([{ path: 'plan', code }])
    expect(problemsIn({ ...of(twice), lots: [] }, 2026)).toMatchObject([{ path: 'plan', code }])
  })

  test('first in, first out, a lot exercised later has its turn when the earlier ones are gone', () => {
    const any = { lot: null }
    const later = exerciseOf('2026-03-02', 50, { as: 'later' })
    const from = of([saleOf('2026-02-01', 100, 50, any), later, saleOf('2026-04-15', 50, 50, any)])
    expect(disposals(from).map(({ lot, shares }) => [lot, shares])).toEqual([
      ['l1', 100],
      ['later', 50],
    ])
  })

  const vesting = [
    { on: '2025-04-01', shares: 40 },
    { on: '2027-05-05', shares: 60 },
  ]
  const exercised = (shares: number, earlyExercise: boolean) =>
    caseOf({
      grants: [grantOf({ shares: 100, earlyExercise, vesting })],
      plan: [exerciseOf('2025-06-02', shares, { as: 'e' })],
    })

  test('of a grant: what has not vested cannot be exercised, unless early', () => {
    expect(problemsIn(exercised(45, false), 2025)).toMatchObject([{ path: 'plan', code }])
    expect(problemsIn(exercised(45, false), 2025)[0]?.message).toContain('e takes 5 shares more than')
    expect(heldOf(exercised(40, false))).toEqual({ e: 40 })
    expect(heldOf(exercised(45, true))).toEqual({ e: 45 })
  })

  test('nor early more than was granted', () => {
    expect(heldOf(exercised(100, true))).toEqual({ e: 100 })
    expect(problemsIn(exercised(103, true), 2025)[0]?.message).toContain('e takes 3 shares more than')
  })
})

describe('values that nobody stated', () => {
  const missing = [{ path: 'company.prices', code: 'missing' }]

  test('for a sale without a price', () => {
    const company = companyWith({ '2026-03-05': 50 })
    const on = (day: string) => of([saleOf(day, 100, null)], {}, { company })
    expect(problemsIn(on('2026-03-04'), 2026)).toMatchObject(missing)
    expect(inYear(on('2026-03-05'), 2026).proceeds).toBe(5_000)
  })

  test('for an exercise', () => {
    const from = caseOf({ plan: [exerciseOf('2025-05-05', 100)], company: companyWith({ '2025-05-06': 42 }) })
    expect(problemsIn(from, 2025)).toMatchObject(missing)
    expect(problemsIn(from, 2025)[0]?.message).toContain('the exercise of g1')
  })

  // Worth 10 at exercise; no value by the day on which they vest
  const early = { vestedOn: '2026-05-05', fmvAtExercise: 10 }
  const company = companyWith({ '2026-06-01': 50 })

  test('for shares sold too early in the year they vested: compensation is by the value of that day', () => {
    const from = of([saleOf('2026-09-01', 100, 50)], { ...early, exercised: '2026-03-03' }, { company })
    expect(problemsIn(from, 2026)).toMatchObject(missing)
    expect(disposals(from)).toEqual([])
  })

  test('under an election too, which measures no compensation: Reg. 1.422-1(b)(3)', () => {
    const elected = { ...early, exercised: '2026-03-03', election83b: true }
    expect(problemsIn(of([saleOf('2026-09-01', 100, 50)], elected, { company }), 2026)).toMatchObject(missing)
  })

  test('after both periods compensation needs none: under an election the sale is figured', () => {
    const from = of([saleOf('2026-09-01', 100, 50)], { ...early, election83b: true }, { company })
    // 100 x (50 - 2), and for AMT 100 x (50 - 10)
    expect(figures(inYear(from, 2026))).toMatchObject({ compensation: 0, regular: long(4_800), amt: long(4_000) })
  })

  test('without one AMT basis needs it, and no gain is given', () => {
    const from = of([saleOf('2026-09-01', 100, 50)], early, { company })
    expect(problemsIn(from, 2026)).toMatchObject(missing)
    expect(disposals(from)).toEqual([])
  })
})

describe('what is left over by arithmetic on splits is no share', () => {
  // 100 shares before it are 33.33333333...; the file says 33.3333334
  const company = companyWith({ '2025-01-01': 42, '2026-01-10': 126 }, [{ on: '2026-01-10', ratio: 1 / 3 }])

  test('a sale of all of one kind takes none of the next', () => {
    const sold = of([saleOf('2026-03-04', 33.333_333_4, 150)], { shares: 160, nsoShares: 60 }, { company })
    expect(only(sold)).toMatchObject({ nonstatutory: false })
    expect(heldOf(sold)).toEqual({ l1: 60 })
  })

  test('nor an exercise more than was granted', () => {
    const from = caseOf({
      ...{ grants: [grantOf({ shares: 100 })], company },
      plan: [exerciseOf('2026-02-02', 33.333_333_4, { as: 'e' })],
    })
    expect(inYear(from, 2026).strikePaid).toBeCloseTo(200, 5)
    expect(sharesOf(from).books.prepared.grants[0]?.segments.map(({ left }) => left)).toEqual([0])
  })

  test.each([
    ['vested', false, null],
    ['unvested', true, [{ on: '2028-02-01', shares: 12_000 }]],
  ] as const)('nor does an exercise of all ISO shares, %s, take any beyond the limit', (_, earlyExercise, vesting) => {
    // 10,000 of 12,000 are within 100,000; a third of them are 3,333.33333333...
    const grant = grantOf({ on: '2025-01-02', shares: 12_000, strike: 10, fmvAtGrant: 10, expires: '2034-12-31' })
    const from = caseOf({
      ...{ grants: [{ ...grant, earlyExercise, vesting }], company },
      plan: [exerciseOf('2026-02-02', 3_333.333_333_4, { as: 'e' })],
    })
    const [lot] = sharesOf(from).books.prepared.lots
    expect(blocksOf(lot as never)).toMatchObject([{ nonstatutory: 0 }])
  })

  test('nor is it a correction of basis: sold at the price paid there is no compensation, and no code', () => {
    // 0.07 x 300 is 21.000000000000004 in binary; 100 shares cost 21
    const sold = of(
      [saleOf('2026-02-01', 300, 0.07)],
      {},
      {
        grants: [grantOf({ strike: 0.21, fmvAtGrant: 0.21 })],
        company: companyWith({ '2025-01-01': 42 }, [{ on: '2026-01-10', ratio: 3 }]),
      },
    )
    expect(rows(sold)).toMatchObject([{ box: 'A', code: '', adjustment: 0 }])
  })
})

describe('a lot of after splits takes options of its grant in shares of the grant', () => {
  // Granted after one split of two for one and before another of four for one; a limit of 10,000 of 12,000 options
  const grant = grantOf({ on: '2024-01-02', shares: 12_000, strike: 10, fmvAtGrant: 10, expires: '2033-12-31' })
  const splits = [
    { on: '2023-06-01', ratio: 2 },
    { on: '2024-06-01', ratio: 4 },
  ]
  const lotWith = (x: Partial<Lot>) => {
    const lots = [lotOf({ exercised: '2025-02-03', fmvAtExercise: 10, ...x })]
    const company = companyWith({ '2024-01-02': 10 }, splits)
    return sharesOf(caseOf({ grants: [grant], lots, company })).books.prepared
  }
  const left = (x: Partial<Lot>) =>
    lotWith(x).grants[0]?.segments.map(({ nonstatutory, left }) => [nonstatutory ? 'nso' : 'iso', left])

  test('each kind from its own', () => {
    // 18,000 / 4 of 10,000, 6,000 / 4 of 2,000
    expect(left({ shares: 24_000, nsoShares: 6_000 })).toEqual([
      ['iso', 5_500],
      ['nso', 500],
    ])
  })

  test('ISO shares beyond the limit from the nonstatutory ones, counted in shares of the exercise', () => {
    // 42,000 / 4 are 500 more than 10,000; with 2,000 / 4 of their own nonstatutory ones lack 1,000
    const lot = { shares: 44_000, nsoShares: 2_000 }
    expect(left(lot)).toEqual([
      ['iso', 0],
      ['nso', 1_000],
    ])
    expect(lotWith(lot).lots[0]?.overLimit).toBe(2_000)
  })

  test('nonstatutory shares beyond those of the grant from the ISO ones', () => {
    // 12,000 / 4 are 1,000 more than 2,000; 20,000 / 4 of ISO shares
    expect(left({ shares: 32_000, nsoShares: 12_000 })).toEqual([
      ['iso', 4_000],
      ['nso', 0],
    ])
  })
})

describe('wash sales at the edge of a loss', () => {
  const fourForOne = [{ on: '2025-02-01', ratio: 4 }]
  /** Sold too early, and as many exercised the day after. */
  const replaced = (price: number, x: Partial<Case> = {}, sale: object = {}, lot: Partial<Lot> = {}) =>
    only(of([saleOf('2026-02-02', 100, price, sale), exerciseOf('2026-02-03', 100)], lot, x))

  test('at a gain beyond the bargain, or at exactly the basis, nothing is lost and nothing washed', () => {
    expect(replaced(43)).toMatchObject({ washed: false, amounts: { compensation: 4_000, gain: 100, amtGain: 100 } })
    expect(replaced(42)).toMatchObject({ washed: false, amounts: { compensation: 4_000, gain: 0, amtGain: 0 } })
    expect(replaced(41.99)).toMatchObject({ washed: true, amounts: { compensation: 4_000, gain: 0, amtGain: 0 } })
  })

  test('shares bought after a split are measured in their own: no factor is left', () => {
    const company = companyWith({ '2025-01-01': 42 }, fourForOne)
    // Strike 0.50: the whole bargain of 41.50
    expect(replaced(30, { company })).toMatchObject({
      washed: true,
      amounts: { compensation: 4_150, disallowed: 1_200 },
    })
    expect(replaced(43, { company })).toMatchObject({ washed: false, amounts: { compensation: 4_150, gain: 100 } })
  })

  test('fees make a loss of a sale at the basis', () => {
    const grants = [grantOf({ kind: 'nso' })]
    expect(replaced(42, { grants }, { fees: 50 })).toMatchObject({ washed: true, amounts: { disallowed: 50, gain: 0 } })
  })

  test('under an election a loss counts with the bargain of vesting: 422(c)(2)(A)', () => {
    const company = companyWith({ '2025-01-01': 10, '2026-01-05': 30 })
    const lot = { fmvAtExercise: 10, vestedOn: '2026-01-05', election83b: true }
    // Basis 2 and a bargain of 28: at 20 a loss of 10, though AMT basis is 10
    expect(replaced(20, { company }, {}, lot)).toMatchObject({
      ...{ washed: true, amounts: { compensation: 2_800, disallowed: 1_000, gain: 0, amtGain: 1_000 } },
    })
  })

  test('a loss waits for a lot that exists, too: 1091(d)', () => {
    // Nonstatutory: basis 42, sold at 30 on 20 February 2025
    const from = caseOf({
      grants: [grantOf({ kind: 'nso' }), grantOf({ id: 'g2' })],
      lots: [lotOf({ shares: 100, exercised: '2024-06-03' }), lotOf({ id: 'l2', grant: 'g2', shares: 100 })],
      plan: [saleOf('2025-02-20', 100, 30)],
    })
    expect(only(from)).toMatchObject({ washed: true, amounts: { disallowed: 1_200, gain: 0 } })
    const lot = sharesOf(from).books.prepared.lots.find(({ id }) => id === 'l2')
    // 2 + 12, and 42 + 12
    expect(blocksOf(lot as never)).toMatchObject([{ basis: 14, amtBasis: 54 }])
  })
})

describe('shares of a stock swap: Reg. 1.422-5(b)', () => {
  // 40 shares bought nonstatutory for 5 when worth 5 pay for 100 ISO shares at 10 when worth 25; 20 are left
  const swapped = (plan: readonly Action[], exercised: string, splits: Case['company']['splits'] = []) =>
    caseOf({
      grants: [
        grantOf({ on: '2024-06-03', expires: '2034-06-02', shares: 500, strike: 10, fmvAtGrant: 10 }),
        grantOf({ id: 'old', kind: 'nso', on: '2020-01-02', expires: '2029-12-31', strike: 5, fmvAtGrant: 5 }),
      ],
      lots: [lotOf({ id: 'given', grant: 'old', exercised, shares: 60, fmvAtExercise: 5 })],
      company: companyWith({ '2022-01-01': 5, '2025-06-02': 25 }, splits),
      plan: [exerciseOf('2025-06-02', 100, { as: 'new', payWith: 'given' }), ...plan],
    })

  test('a later year with all short-term for AMT: figured', () => {
    const from = swapped([saleOf('2026-02-02', 100, 30, { lot: 'new' })], '2025-03-03')
    // 60 have no basis: the bargain of 60 x 25, and 60 x 5 of gain; 40 at a basis of 5 gain 1,000
    expect(figures(inYear(from, 2026))).toMatchObject({
      ...{ compensation: 1_500, amtCompensation: 0, regular: short(1_300), amt: short(1_300) },
    })
  })

  test('after a split all of them are as many as they have become, and fewer are not figured', () => {
    const fourForOne = [{ on: '2026-01-10', ratio: 4 }]
    const sold = (shares: number) =>
      swapped([saleOf('2026-06-04', shares, 7.5, { lot: 'new' })], '2022-06-02', fourForOne)
    expect(inYear(sold(400), 2026).proceeds).toBe(3_000)
    expect(() => inYear(sold(100), 2026)).toThrow(NotModelled)
  })

  test('shares sold before pay for nothing: only those given up are carried on', () => {
    // Of 60 shares 20 are ISO shares, first in the order of sale, and gone
    const from = swapped([], '2022-06-02')
    const lots = from.lots.map((lot) => ({ ...lot, nsoShares: 40 }))
    const grants = from.grants.map((grant) => (grant.id === 'old' ? { ...grant, kind: 'iso' as const } : grant))
    const plan = [saleOf('2025-01-06', 20, 5, { lot: 'given' }), ...from.plan]
    const made = sharesOf({ ...from, lots, grants, plan }).books.prepared.lots.find(({ id }) => id === 'new')
    expect(blocksOf(made as never)).toMatchObject([
      { shares: 60, basis: 0 },
      { shares: 40, basis: 5 },
    ])
  })

  test('a sale that earlier lots fill does not touch them', () => {
    const from = swapped([saleOf('2026-02-02', 20, 30, { lot: null })], '2022-06-02')
    expect(figures(inYear(from, 2026))).toMatchObject({ regular: long(500), amt: long(500) })
    expect(heldOf(from)).toEqual({ given: 0, new: 100 })
  })
})

test('a gift of small business stock takes no exclusion, and leaves that of a sale where it is: IRC 1202(a)', () => {
  const from = of(
    [giftOf('2025-06-02', { shares: 40, lot: 'l1', to: 'person' }), saleOf('2025-06-03', 60, 102)],
    { exercised: '2020-03-03', qsbs: true },
    { grants: [grantOf({ on: '2018-06-15', expires: '2028-06-14' })] },
  )
  // 60 x 100, and for AMT 60 x 60, held for more than five years
  expect(disposals(from).map(({ shares, excluded, amtExcluded }) => [shares, excluded, amtExcluded])).toEqual([
    [40, 0, 0],
    [60, 6_000, 3_600],
  ])
})

test('an employment that has not ended ends no option, whatever it would end by', () => {
  const grants: Grant[] = [grantOf({ employmentEndsBy: 'death' })]
  expect(inYear(caseOf({ grants, plan: [exerciseOf('2025-05-05', 100)] }), 2025).isoSpread).toBe(4_000)
})

describe('Form 8949', () => {
  test('a long-term sale too early: box D has the price paid, and code B takes off the wages', () => {
    // Granted on 1 October 2024: the two years are not over
    const grants = [grantOf({ on: '2024-10-01', expires: '2034-09-30' })]
    expect(rows(of([saleOf('2026-04-01', 100, 50)], {}, { grants }))).toMatchObject([
      { box: 'D', proceeds: 5_000, basis: 200, code: 'B', adjustment: -4_000, gain: 800 },
    ])
  })

  test('rows that are joined add up every column', () => {
    // 30 and 20 shares: 50 x 50, 50 x 2, 50 x -40
    expect(rows(of([saleOf('2026-02-02', 30, 50), saleOf('2026-02-02', 20, 50)]))).toMatchObject([
      { shares: 50, description: '50 sh. Co', proceeds: 2_500, basis: 100, code: 'B', adjustment: -2_000, gain: 400 },
    ])
  })
})
