/**
 * Shares bought before they vest, elections under 83(b), forfeiture, and section 16(b) periods. IRC 56(b)(3), 83; Reg.
 * 1.422-1(b)(3). 100 shares bought at 2 on 3 March 2025 when worth 10, vesting on 5 May 2026 when worth 30.
 */
import { describe, expect, test } from 'vitest'
import type { Case } from '../../src/case.ts'
import type { Action, Lot } from '../../src/equity/action.ts'
import type { Grant } from '../../src/equity/grant.ts'
import { blocksOf, exercisesIn, sharesOf } from '../../src/equity/shares.ts'
import { InputError, NotModelled } from '../../src/errors.ts'
import { caseOf, exerciseOf, giftOf, grantOf, lotOf, saleOf } from '../cases.ts'
import { companyWith, disposals, figures, heldOf, inYear, only } from './ledger.ts'

const values = companyWith({ '2025-01-01': 10, '2026-05-05': 30, '2026-09-01': 50, '2027-01-01': 60 })
const late: Partial<Grant> = { on: '2025-01-02', expires: '2034-12-31' }

const of = (lot: Partial<Lot>, plan: readonly Action[] = [], grant: Partial<Grant> = {}): Case =>
  caseOf({
    grants: [grantOf({ ...late, ...grant })],
    lots: [lotOf({ shares: 100, fmvAtExercise: 10, vestedOn: '2026-05-05', ...lot })],
    ...{ plan, company: values },
  })

const short = (gain: number) => ({ short: gain, long: 0 })
const long = (gain: number) => ({ short: 0, long: gain })

describe('line 2i', () => {
  test('without an election when they vest, by the value of that day', () => {
    expect([2025, 2026].map((year) => inYear(of({}), year).isoSpread)).toEqual([0, 2_800])
    expect(exercisesIn(sharesOf(of({})), 2026)).toMatchObject([{ id: 'l1', spread: 2_800, includedOn: ['2026-05-05'] }])
  })

  test('under an election at exercise, by the value of that day', () => {
    expect([2025, 2026].map((year) => inYear(of({ election83b: true }), year).isoSpread)).toEqual([800, 0])
  })

  test('shares that vested before they were bought are taken in when they are bought', () => {
    expect(inYear(of({ vestedOn: '2024-05-05' }), 2025)).toEqual(inYear(of({ vestedOn: null }), 2025))
    expect(inYear(of({ vestedOn: '2024-05-05' }), 2024).isoSpread).toBe(0)
  })

  test('an election for shares that are vested changes nothing', () => {
    expect(inYear(of({ vestedOn: null, election83b: true }), 2025)).toEqual(inYear(of({ vestedOn: null }), 2025))
  })

  test('a value on the day of vesting has to be known', () => {
    const unknown = { ...of({}), company: companyWith({ '2026-06-01': 30 }) }
    expect(inYear(unknown, 2025).isoSpread).toBe(0)
    expect(() => inYear(unknown, 2026)).toThrow(InputError)
    // But not of shares that went back before
    const back: Action = { kind: 'forfeit', on: '2026-02-01', lot: 'l1', shares: 100, price: null }
    expect(inYear({ ...unknown, plan: [back] }, 2026)).toMatchObject({ isoSpread: 0, proceeds: 200 })
  })
})

describe('a sale too early: compensation by the value when they vested, with or without the election', () => {
  // Granted 2 January 2025: too early until the end of 2 January 2027
  test('in the year of vesting, without: AMT as the regular tax', () => {
    // 100 x 28 of compensation, 100 x (50 - 30) of gain, long-term since 4 March 2026
    expect(figures(inYear(of({}, [saleOf('2026-09-01', 100, 50)]), 2026))).toEqual({
      ...{ line2i: 0, compensation: 2_800, amtCompensation: 2_800, regular: long(2_000), amt: long(2_000) },
    })
    expect(only(of({}, [saleOf('2026-09-01', 100, 50)]))).toMatchObject({
      ...{ acquired: '2025-03-03', amtAcquired: '2025-03-03' },
    })
  })

  test('the year after vesting, without: line 2i stays, AMT basis is 30', () => {
    const sold = of({}, [saleOf('2027-01-02', 100, 60)])
    expect(figures(inYear(sold, 2026)).line2i).toBe(2_800)
    expect(figures(inYear(sold, 2027))).toEqual({
      // AMT holds from vesting, not yet a year
      ...{ line2i: 0, compensation: 2_800, amtCompensation: 0, regular: long(3_000), amt: short(3_000) },
    })
  })

  test('under the election: AMT basis is 10, and its inclusion is of another year', () => {
    const sold = of({ election83b: true }, [saleOf('2026-09-01', 100, 50)])
    expect(figures(inYear(sold, 2025)).line2i).toBe(800)
    expect(figures(inYear(sold, 2026))).toEqual({
      ...{ line2i: 0, compensation: 2_800, amtCompensation: 0, regular: long(2_000), amt: long(4_000) },
    })
  })

  test('below the value at vesting the cap holds: 100 x (20 - 2)', () => {
    const sold = of({ election83b: true }, [saleOf('2026-09-01', 100, 20)])
    expect(figures(inYear(sold, 2026))).toMatchObject({ compensation: 1_800, regular: long(0), amt: long(1_000) })
  })
})

test('a sale after both periods in the year of vesting: line 2i stands, and AMT has a gain of its own', () => {
  // Granted in 2020: qualifying on 4 March 2026, before they vest
  const sold = of({}, [saleOf('2026-09-01', 100, 50)], { on: '2020-06-15', expires: '2030-06-14' })
  expect(figures(inYear(sold, 2026))).toEqual({
    ...{ line2i: 2_800, compensation: 0, amtCompensation: 0, regular: long(4_800), amt: short(2_000) },
  })
})

describe('vesting by and by', () => {
  const vesting = [
    { on: '2025-09-01', shares: 40 },
    { on: '2026-05-05', shares: 60 },
  ]
  const early = grantOf({ ...late, shares: 100, earlyExercise: true, vesting })
  const bought = (plan: readonly Action[] = [], election83b = false): Case =>
    caseOf({
      ...{ grants: [early], company: values },
      plan: [exerciseOf('2025-03-03', 100, { as: 'e', election83b }), ...plan],
    })

  test('each part enters the year in which it vests', () => {
    expect([2025, 2026].map((year) => inYear(bought(), year).isoSpread)).toEqual([320, 1_680])
    expect([2025, 2026].map((year) => inYear(bought([], true), year).isoSpread)).toEqual([800, 0])
    expect(exercisesIn(sharesOf(bought()), 2025)).toMatchObject([{ spread: 320, cashPaid: 200 }])
  })

  test('vested shares are exercised first, and sold first', () => {
    const plan = [exerciseOf('2025-10-01', 50, { as: 'e' }), saleOf('2025-11-01', 40, 50, { lot: 'e' })]
    const sold = caseOf({ grants: [early], company: values, plan })
    expect(only(sold)).toMatchObject({ shares: 40 })
    expect(blocksOf(sharesOf(sold).books.prepared.lots[0] as never).map(({ shares, left }) => [shares, left])).toEqual([
      [40, 0],
      [10, 10],
    ])
  })

  test('of all to be sold on the day of exercise only the vested ones are, and bear the fees', () => {
    const plan = [exerciseOf('2025-10-01', 100, { as: 'e', how: 'sameDaySale', price: 20, fees: 80 })]
    const sold = caseOf({ grants: [early], company: values, plan })
    expect(only(sold)).toMatchObject({ shares: 40 })
    // 40 x 20 - 80, less 80 paid; within the bargain element of 40 x 8
    expect(inYear(sold, 2025)).toMatchObject({ proceeds: 720, compensation: 320, gains: { shortA: 320 } })
    expect(heldOf(sold)).toEqual({ e: 60 })
  })

  test('unvested shares are passed over by a sale of any lot', () => {
    const lots = [lotOf({ id: 'older', shares: 100, exercised: '2025-02-02', vestedOn: '2027-05-05' })]
    const plan = [exerciseOf('2025-10-01', 30, { as: 'e' }), saleOf('2025-11-01', 30, 50, { lot: null })]
    const larger = { ...early, shares: 200, vesting: [{ on: '2025-09-01', shares: 200 }] }
    const sold = caseOf({ grants: [larger], company: values, lots, plan })
    expect(disposals(sold).map(({ lot, shares }) => [lot, shares])).toEqual([['e', 30]])
    expect(heldOf(sold)).toEqual({ older: 100, e: 0 })
  })

  test('shares that vest ahead of the schedule enter the year of the acceleration', () => {
    const accelerated = { ...early, acceleration: { on: '2025-12-01', shares: null } }
    expect(inYear({ ...bought(), grants: [accelerated] }, 2025).isoSpread).toBe(800)
    expect(inYear({ ...bought(), grants: [accelerated] }, 2026).isoSpread).toBe(0)
  })

  test('those that never vest, employment having ended, are in no year, and go back for what was paid', () => {
    const left = { ...early, employmentEnds: '2026-01-31' }
    const back: Action = { kind: 'forfeit', on: '2026-02-01', lot: 'e', shares: 60, price: 2 }
    const forfeited = { ...bought([back]), grants: [left] }
    expect([2025, 2026].map((year) => inYear(forfeited, year).isoSpread)).toEqual([320, 0])
    expect(disposals(forfeited)).toEqual([])
    expect(heldOf(forfeited)).toEqual({ e: 40 })
    const elected = { ...bought([back], true), grants: [left] }
    // All 100 at exercise, and nothing given back: 83(b)(1)
    expect([2025, 2026].map((year) => inYear(elected, year).isoSpread)).toEqual([800, 0])
    expect(figures(inYear(elected, 2026))).toMatchObject({ regular: short(0), amt: short(0) })
  })

  test('the last to vest are forfeited first', () => {
    const back: Action = { kind: 'forfeit', on: '2025-06-01', lot: 'e', shares: 70, price: null }
    expect([2025, 2026].map((year) => inYear(bought([back]), year).isoSpread)).toEqual([240, 0])
  })

  test('at another price than was paid a forfeiture is not figured', () => {
    const back: Action = { kind: 'forfeit', on: '2026-02-01', lot: 'e', shares: 60, price: 1 }
    expect(() => inYear(bought([back]), 2026)).toThrow(NotModelled)
    expect(inYear(bought([back]), 2025).isoSpread).toBe(320)
  })

  test('the price paid back is money got for shares', () => {
    const back: Action = { kind: 'forfeit', on: '2026-02-01', lot: 'e', shares: 60, price: null }
    expect(inYear(bought([back]), 2026).proceeds).toBe(120)
  })
})

describe('section 16(b): sold at a profit within six months the gain would have to be given up, IRC 83(c)(3)', () => {
  const insider = { vestedOn: null, section16bUntil: '2025-08-31' }
  const day = { ...values, prices: [...values.prices, { on: '2025-09-01', fmv: 16 }] }

  test('AMT takes the shares in on the day after the period, by the value of that day', () => {
    const held = { ...of(insider), company: day }
    expect(inYear(held, 2025).isoSpread).toBe(1_400)
    expect(exercisesIn(sharesOf(held), 2025)).toMatchObject([{ includedOn: ['2025-09-01'] }])
    // A period into the next year moves the inclusion there
    const over = of({ vestedOn: null, section16bUntil: '2026-05-04' })
    expect([2025, 2026].map((year) => inYear(over, year).isoSpread)).toEqual([0, 2_800])
  })

  test('under an election at exercise', () => {
    const held = { ...of({ ...insider, election83b: true }), company: day }
    expect(inYear(held, 2025).isoSpread).toBe(800)
  })

  test('a sale or gift before its end is not figured, one after it is', () => {
    const sold = (on: string): Case => ({ ...of(insider, [saleOf(on, 100, 50)]), company: day })
    expect(() => inYear(sold('2025-08-31'), 2025)).toThrow(NotModelled)
    // 100 x (16 - 2), the rest gain
    expect(figures(inYear(sold('2025-09-01'), 2025))).toMatchObject({ compensation: 1_400, regular: short(3_400) })
    const given = of(insider, [giftOf('2025-08-31', { shares: 100, to: 'person' })])
    expect(() => inYear({ ...given, company: day }, 2025)).toThrow(NotModelled)
  })

  test('a period that ends before the shares vest does not matter', () => {
    expect(inYear(of({ section16bUntil: '2025-08-31' }), 2026)).toEqual(inYear(of({}), 2026))
  })

  test('both periods of the ISO run from exercise all the same', () => {
    const sale = only({
      ...of(insider, [saleOf('2026-03-04', 100, 50)], { on: '2020-06-15', expires: '2030-06-14' }),
      company: day,
    })
    // AMT holds from 1 September 2025
    expect(sale).toMatchObject({ qualifying: true, long: true, amtAcquired: '2025-09-01', amtLong: false })
  })
})
