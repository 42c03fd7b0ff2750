/**
 * Paying the strike with shares: IRC 422(c)(4)(A), 424(c)(3), 1036; Reg. 1.422-5(b). An ISO on 100 shares at 10 is exercised
 * on 2 June 2025 when a share is worth 25: 40 shares pay the strike.
 */
import { describe, expect, test } from 'vitest'
import type { Case } from '../../src/case.ts'
import type { Action, Lot } from '../../src/equity/action.ts'
import type { Grant } from '../../src/equity/grant.ts'
import { blocksOf, sharesOf } from '../../src/equity/shares.ts'
import { InputError, NotModelled } from '../../src/errors.ts'
import { caseOf, exerciseOf, grantOf, lotOf, saleOf } from '../cases.ts'
import { companyWith, disposals, figures, heldOf, inYear } from './ledger.ts'

const iso = grantOf({ on: '2024-06-03', expires: '2034-06-02', shares: 500, strike: 10, fmvAtGrant: 10 })
/** Where the shares given up come from. */
const other = grantOf({ id: 'old', on: '2020-01-02', expires: '2029-12-31', strike: 5, fmvAtGrant: 5 })
const values = companyWith({ '2022-01-01': 5, '2025-06-02': 25, '2025-09-02': 30 })

function swapped(old: Partial<Grant>, lot: Partial<Lot>, plan: readonly Action[] = [], shares = 100): Case {
  const given = lotOf({ id: 'given', grant: 'old', exercised: '2022-06-02', shares: 60, fmvAtExercise: 5, ...lot })
  return caseOf({
    ...{ grants: [iso, { ...other, ...old }], lots: [given], company: values },
    plan: [exerciseOf('2025-06-02', shares, { as: 'new', payWith: 'given' }), ...plan],
  })
}

const blocks = (of: Case) =>
  blocksOf(sharesOf(of).books.prepared.lots.find((lot) => lot.id === 'new') as never).map((block) => ({
    ...{ shares: block.shares, basis: block.basis, amtBasis: block.amtBasis },
  }))

const short = (gain: number) => ({ short: gain, long: 0 })
const long = (gain: number) => ({ short: 0, long: gain })

// Shares that never had a bargain element, bought for 5 when worth 5
const bought = { kind: 'nso' as const }

describe('Reg. 1.422-5(e) Example 1: 40 shares bought for 5 pay for 100', () => {
  test('40 of the new shares carry on the basis of 200, 60 have none', () => {
    expect(blocks(swapped(bought, {}))).toMatchObject([
      { shares: 60, basis: 0 },
      { shares: 40, basis: 5 },
    ])
    expect(heldOf(swapped(bought, {}))).toEqual({ given: 20, new: 100 })
  })

  test('no cash, no gain; AMT takes in the spread of 1,500', () => {
    expect(inYear(swapped(bought, {}), 2025)).toMatchObject({ isoSpread: 1_500, strikePaid: 0, proceeds: 0 })
    expect(figures(inYear(swapped(bought, {}), 2025))).toMatchObject({
      compensation: 0,
      regular: short(0),
      amt: short(0),
    })
  })

  // All 100 at 30: compensation 60 x 25; gain 60 x 5 short-term and 40 x 25 long-term, held since 2022
  const all = swapped(bought, {}, [saleOf('2025-09-02', 100, 30, { lot: 'new' })])

  // AMT follows the regular tax in the year of exercise, so its basis does not matter: 56(b)(3)
  test('sold the same year: 1,500 of compensation, 1,300 of gain, and AMT is as the regular tax', () => {
    expect(figures(inYear(all, 2025))).toEqual({
      ...{ line2i: 0, compensation: 1_500, amtCompensation: 1_500 },
      ...{ regular: { short: 300, long: 1_000 }, amt: { short: 300, long: 1_000 } },
    })
  })
})

describe('what is left over is paid in cash', () => {
  test('whole shares: 103 at 10 take 41, and 5 of cash is the basis of the 62 others', () => {
    const of = swapped(bought, {}, [], 103)
    expect(inYear(of, 2025)).toMatchObject({ strikePaid: 5, isoSpread: 103 * 15 })
    expect(blocks(of)).toMatchObject([
      { shares: 62, basis: 5 / 62 },
      { shares: 41, basis: 5 },
    ])
  })
})

describe('all new shares have clocks of their own', () => {
  const at = (on: string) => {
    const of = swapped(bought, { exercised: '2025-05-05' }, [saleOf(on, 100, 30, { lot: 'new' })])
    return disposals(of).filter(({ sale }) => sale.sold === 1)
  }

  test('two years from the grant and one from the swap', () => {
    expect(at('2026-06-03').map((each) => each.qualifying)).toEqual([false, false])
    expect(at('2026-06-04').map((each) => each.qualifying)).toEqual([true, true])
  })

  test('after both periods there is gain only: the strike paid is basis', () => {
    const of = swapped(bought, {}, [saleOf('2026-06-04', 100, 30, { lot: 'new' })])
    // 3,000 - 200; AMT: 3,000 - (200 + 60 x 25)
    expect(figures(inYear(of, 2026))).toEqual({
      ...{ line2i: 0, compensation: 0, amtCompensation: 0, regular: long(2_800), amt: long(1_300) },
    })
  })
})

describe('ISO shares given up', () => {
  const worth = { fmvAtExercise: 15 }

  test('after both of their periods: no income', () => {
    expect(figures(inYear(swapped({}, worth), 2025))).toMatchObject({
      compensation: 0,
      regular: short(0),
      amt: short(0),
    })
    // 40 with 5 of regular basis and 15 for AMT
    expect(blocks(swapped({}, worth))).toMatchObject([
      { shares: 60, basis: 0, amtBasis: 25 },
      { shares: 40, basis: 5, amtBasis: 15 },
    ])
  })

  test('before their end: disposed of too early, with the whole bargain element: 424(c)(3)', () => {
    const soon = swapped({}, { ...worth, exercised: '2024-09-02' })
    // 40 x 10; AMT took it in in 2024
    expect(figures(inYear(soon, 2025))).toMatchObject({ compensation: 400, amtCompensation: 0, regular: short(0) })
    expect(blocks(soon)).toMatchObject([
      { shares: 60, basis: 0 },
      { shares: 40, basis: 15, amtBasis: 15 },
    ])
  })

  test('in the year they were bought AMT counts that, and line 2i has only the rest', () => {
    const same = swapped({}, { ...worth, exercised: '2025-02-03' })
    // 1,500 of the swap and 20 x 10 of those kept
    expect(figures(inYear(same, 2025))).toMatchObject({ line2i: 1_700, compensation: 400, amtCompensation: 400 })
  })

  test('a loss in them is not recognized', () => {
    const fallen = swapped({}, { fmvAtExercise: 90, exercised: '2024-09-02' })
    // 40 x 85 though they are worth only 25 now
    expect(figures(inYear(fallen, 2025))).toMatchObject({ compensation: 3_400, regular: short(0), amt: short(0) })
  })

  test('compensation that the Form W-2 lacks is not wages', () => {
    const soon = swapped({}, { ...worth, exercised: '2024-09-02' })
    const plan = soon.plan.map((action) => ({ ...action, inW2: false }) as Action)
    expect(inYear({ ...soon, plan }, 2025)).toMatchObject({ compensation: 0, compensationUnreported: 400 })
  })
})

describe('not figured, since no authority says how AMT basis spreads', () => {
  const refused = (plan: readonly Action[]) => () => inYear(swapped(bought, {}, plan), 2026)

  test('some of the shares sold', () => {
    expect(refused([saleOf('2026-06-04', 99, 30, { lot: 'new' })])).toThrow(NotModelled)
  })

  test('all of them while AMT would have both terms', () => {
    const recent = swapped(bought, { exercised: '2025-03-03' }, [saleOf('2026-04-01', 100, 30, { lot: 'new' })])
    expect(() => inYear(recent, 2026)).toThrow(NotModelled)
  })

  test('all of them in the year of the swap where those given up had an AMT basis of their own', () => {
    const mature = swapped({}, { fmvAtExercise: 15 }, [saleOf('2025-09-02', 100, 30, { lot: 'new' })])
    expect(() => inYear(mature, 2025)).toThrow(NotModelled)
  })

  test('a second swap with them', () => {
    expect(refused([exerciseOf('2026-06-04', 10, { as: 'third', payWith: 'new' })])).toThrow(NotModelled)
  })

  test('a swap for nonstatutory shares, or for shares that vest later', () => {
    const beyond = swapped(bought, {})
    expect(() => inYear({ ...beyond, grants: [{ ...iso, kind: 'nso' }, other] }, 2025)).toThrow(NotModelled)
    const vesting = [{ on: '2027-01-04', shares: 500 }]
    const early = { ...iso, earlyExercise: true, vesting }
    expect(() => inYear({ ...beyond, grants: [early, other] }, 2025)).toThrow(NotModelled)
  })

  test('nor under an election: they are not vested all the same', () => {
    const vesting = [{ on: '2027-01-04', shares: 500 }]
    const early = { ...iso, earlyExercise: true, vesting }
    const of = swapped(bought, {})
    const plan = of.plan.map((action) => ({ ...action, election83b: true }) as Action)
    expect(() => inYear({ ...of, plan, grants: [early, { ...other, ...bought }] }, 2025)).toThrow(NotModelled)
  })

  test('years before are figured', () => {
    const of = swapped(bought, {}, [saleOf('2026-06-04', 99, 30, { lot: 'new' })])
    expect(inYear(of, 2025).isoSpread).toBe(1_500)
  })
})

test('a strike that is less than one share is paid in cash, and nothing is swapped', () => {
  const of = swapped(bought, {}, [saleOf('2026-06-04', 1, 30, { lot: 'new' })], 2)
  expect(inYear(of, 2025)).toMatchObject({ strikePaid: 20 })
  expect(inYear(of, 2026).proceeds).toBe(30)
})

// 100 at 10 would take 125 shares at 8: more than are bought
test('an option under water is not exercised with shares', () => {
  const sunk = { ...swapped(bought, { shares: 200 }), company: companyWith({ '2022-01-01': 5, '2025-06-02': 8 }) }
  expect(() => inYear(sunk, 2025)).toThrow(InputError)
  const even = { ...sunk, company: companyWith({ '2022-01-01': 5, '2025-06-02': 10 }) }
  expect(() => inYear(even, 2025)).toThrow(InputError)
})
