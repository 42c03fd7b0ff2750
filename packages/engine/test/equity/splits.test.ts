/** Splits and substitutions: counts and prices are as of their own day, dollars and days stay. IRC 424(a), (h). */
import { describe, expect, test } from 'vitest'
import type { Case } from '../../src/case.ts'
import type { Split } from '../../src/equity/grant.ts'
import { caseOf, exerciseOf, giftOf, grantOf, lotOf, saleOf } from '../cases.ts'
import { companyWith, disposals, figures, heldOf, inYear, only } from './ledger.ts'

const fourForOne: Split = { on: '2026-01-10', ratio: 4 }
const long = (gain: number) => ({ short: 0, long: gain })

describe('100 shares bought at 2 when worth 42; four for one', () => {
  // 400 shares at 0.50, worth 10.50 then
  const of = (on: string, shares: number, price: number, splits: Split[] = [fourForOne]): Case =>
    caseOf({
      ...{ lots: [lotOf({ shares: 100 })], plan: [saleOf(on, shares, price)] },
      company: companyWith({ '2025-01-01': 42 }, splits),
    })

  test('a sale is in shares and dollars of its day', () => {
    expect(figures(inYear(of('2026-03-04', 400, 12.5), 2026))).toMatchObject({ regular: long(4_800), amt: long(800) })
    expect(only(of('2026-03-04', 400, 12.5))).toMatchObject({ shares: 400, price: 12.5, sale: { shares: 100 } })
    expect(heldOf(of('2026-03-04', 100, 12.5))).toEqual({ l1: 75 })
  })

  test('it acts at the start of its day', () => {
    expect(heldOf(of('2026-01-09', 40, 50))).toEqual({ l1: 60 })
    expect(heldOf(of('2026-01-10', 40, 12.5))).toEqual({ l1: 90 })
  })

  test('line 2i of the exercise stays what it was', () => {
    expect(inYear(of('2026-03-04', 400, 12.5), 2025).isoSpread).toBe(4_000)
  })

  test('a reverse split of ten, and both', () => {
    expect(figures(inYear(of('2026-03-04', 10, 500, [{ on: '2026-01-10', ratio: 0.1 }]), 2026))).toMatchObject({
      ...{ regular: long(4_800), amt: long(800) },
    })
    const both = [fourForOne, { on: '2026-02-10', ratio: 0.5 }]
    expect(figures(inYear(of('2026-03-04', 200, 25, both), 2026))).toMatchObject({ regular: long(4_800) })
  })

  test('three for two leaves fractions', () => {
    expect(heldOf(of('2026-03-04', 75, 20, [{ on: '2026-01-10', ratio: 1.5 }]))).toEqual({ l1: 50 })
  })

  test('a substitution of shares is the same to the holder, periods included', () => {
    const substituted = of('2026-03-04', 400, 12.5, [{ ...fourForOne, kind: 'substitution' }])
    expect(disposals(substituted)).toEqual(disposals(of('2026-03-04', 400, 12.5)))
    expect(only(substituted).qualifying).toBe(true)
  })
})

test('an exercise after a split is in its shares: strike 0.50, value as stated before and restated', () => {
  const of = caseOf({
    plan: [exerciseOf('2026-02-02', 400)],
    company: companyWith({ '2025-01-01': 42 }, [fourForOne]),
  })
  // 400 x (10.50 - 0.50)
  expect(inYear(of, 2026)).toMatchObject({ isoSpread: 4_000, strikePaid: 200 })
})

test('a lot of after it has the strike of the grant restated, unless it says its own', () => {
  const lot = lotOf({ shares: 400, exercised: '2026-02-02', fmvAtExercise: 10.5 })
  const of = (strike: number | null) =>
    caseOf({ lots: [{ ...lot, strike }], company: companyWith({ '2025-01-01': 42 }, [fourForOne]) })
  expect(inYear(of(null), 2026).isoSpread).toBe(4_000)
  expect(inYear(of(0.75), 2026).isoSpread).toBe(3_900)
})

test('first in, first out over lots of before and after it', () => {
  const of = caseOf({
    lots: [lotOf({ shares: 100 })],
    plan: [exerciseOf('2026-02-02', 400, { as: 'e' }), saleOf('2026-04-01', 500, 12.5, { lot: null })],
    company: companyWith({ '2025-01-01': 42 }, [fourForOne]),
  })
  expect(disposals(of).map(({ lot, shares }) => [lot, shares])).toEqual([
    ['l1', 400],
    ['e', 100],
  ])
  // 400 x (12.50 - 0.50); and 100 x (10.50 - 0.50) of compensation, 100 x 2 of gain
  expect(figures(inYear(of, 2026))).toMatchObject({
    ...{ compensation: 1_000, regular: { short: 200, long: 4_800 }, amt: { short: 200, long: 800 } },
  })
})

test('shares that vest after it are valued in shares of the exercise', () => {
  const of = caseOf({
    lots: [lotOf({ shares: 100, vestedOn: '2026-02-01' })],
    company: companyWith({ '2025-01-01': 42, '2026-02-01': 15 }, [fourForOne]),
  })
  // 400 x 15 - 200
  expect(inYear(of, 2026).isoSpread).toBe(5_800)
})

test('a gift is at the value of its day', () => {
  const of = caseOf({
    lots: [lotOf({ shares: 100 })],
    plan: [giftOf('2026-03-04', { shares: 40, lot: 'l1' })],
    company: companyWith({ '2025-01-01': 42, '2026-03-01': 20 }, [fourForOne]),
  })
  expect(inYear(of, 2026).charityStock).toBe(800)
  expect(heldOf(of)).toEqual({ l1: 90 })
})

test('a split before the grant does not restate it', () => {
  const of = caseOf({
    grants: [grantOf({ on: '2026-01-11', expires: '2035-12-31' })],
    plan: [exerciseOf('2026-02-02', 100)],
    company: companyWith({ '2025-01-01': 42 }, [fourForOne]),
  })
  expect(inYear(of, 2026)).toMatchObject({ isoSpread: 850, strikePaid: 200 })
})
