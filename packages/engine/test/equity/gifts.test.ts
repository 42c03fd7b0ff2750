/**
 * Gifts of shares, transfers to a spouse and at death: IRC 170(e), 421(b), 424(c), 1041. 100 shares bought at 2 on 3 March
 * 2025 when worth 42, granted in 2020.
 */
import { describe, expect, test } from 'vitest'
import type { Case } from '../../src/case.ts'
import type { GiveAction, Lot, Recipient } from '../../src/equity/action.ts'
import { NotModelled } from '../../src/errors.ts'
import { yearsTo } from '../../src/timeline.ts'
import { caseOf, exerciseOf, giftOf, grantOf, incomeOf, lotOf, noItemized, saleOf } from '../cases.ts'
import { companyWith, disposals, figures, heldOf, inYear, single } from './ledger.ts'

const none = { short: 0, long: 0 }

/** All 100 shares given on a day when a share is worth so much. */
function given(to: Recipient, on: string, value: number, x: Partial<Case> = {}, lot: Partial<Lot> = {}): Case {
  const gift: Partial<GiveAction> = { shares: 100, lot: 'l1', to }
  const company = companyWith({ '2025-01-01': 42, [on]: value }, [], x.company?.listed ?? true)
  return caseOf({ lots: [lotOf({ shares: 100, ...lot })], plan: [giftOf(on, gift)], ...x, company })
}

const gifts = (of: Case, year: number) => {
  const { charityStock, charityOrdinary, charityPrivate, charityPrivateStock } = inYear(of, year)
  return { charityStock, charityOrdinary, charityPrivate, charityPrivateStock }
}
const nothing = { charityStock: 0, charityOrdinary: 0, charityPrivate: 0, charityPrivateStock: 0 }
const unlisted = { company: companyWith({}, [], false) }

describe.each<Recipient>(['publicCharity', 'dafSponsor'])('to a public charity: %s', (to) => {
  test('after both periods: value, as long-term stock; no gain in either system and no line 2k', () => {
    const of = given(to, '2026-03-04', 50)
    expect(gifts(of, 2026)).toEqual({ ...nothing, charityStock: 5_000 })
    expect(figures(inYear(of, 2026))).toEqual({
      ...{ line2i: 0, compensation: 0, amtCompensation: 0, regular: none, amt: none },
    })
    expect(yearsTo(of, 2026).at(-1)?.return.form6251.line2k).toBe(0)
  })

  test('too early and within a year: the whole spread is income and the gift counts at basis, here 42', () => {
    const of = given(to, '2026-02-01', 50)
    expect(figures(inYear(of, 2026))).toMatchObject({ compensation: 4_000, amtCompensation: 0 })
    // Value 5,000 less the 800 that would have been short-term gain: 170(e)(1)(A)
    expect(gifts(of, 2026)).toEqual({ ...nothing, charityOrdinary: 4_200 })
  })

  test('too early by the grant but held for more than a year: compensation, and value all the same', () => {
    const grants = [grantOf({ on: '2024-10-01', expires: '2034-09-30' })]
    const of = given(to, '2026-03-04', 50, { grants })
    expect(inYear(of, 2026).compensation).toBe(4_000)
    expect(gifts(of, 2026)).toEqual({ ...nothing, charityStock: 5_000 })
  })

  test('on the anniversary of the exercise not yet long-term', () => {
    expect(gifts(given(to, '2026-03-03', 50), 2026)).toEqual({ ...nothing, charityOrdinary: 4_200 })
  })

  test('shares that have lost value count at it', () => {
    // Below the strike of 2: 100 x 1, and no loss
    const of = given(to, '2026-03-04', 1)
    expect(gifts(of, 2026)).toEqual({ ...nothing, charityOrdinary: 100 })
    expect(figures(inYear(of, 2026))).toMatchObject({ regular: none, amt: none })
  })

  test('of an unlisted company at value too', () => {
    expect(gifts(given(to, '2026-03-04', 50, unlisted), 2026)).toEqual({ ...nothing, charityStock: 5_000 })
  })
})

describe('to a private foundation', () => {
  test('listed stock at value, as stock of its own limit: 170(e)(5)', () => {
    const of = given('privateFoundation', '2026-03-04', 50)
    expect(gifts(of, 2026)).toEqual({ ...nothing, charityPrivateStock: 5_000 })
  })

  test('unlisted stock at basis, which AMT has another of: not figured', () => {
    // 200 for the regular tax, 4,200 for AMT: Form 6251 line 3
    expect(() => inYear(given('privateFoundation', '2026-03-04', 50, unlisted), 2026)).toThrow(NotModelled)
  })

  test('unlisted stock whose bases agree counts at basis', () => {
    // A disqualifying gift brings the basis to value at exercise in both systems
    const grants = [grantOf({ on: '2024-10-01', expires: '2034-09-30' })]
    const of = given('privateFoundation', '2026-03-04', 50, { ...unlisted, grants })
    expect(gifts(of, 2026)).toEqual({ ...nothing, charityPrivate: 4_200 })
  })

  test('held for a year or less at basis', () => {
    expect(gifts(given('privateFoundation', '2026-02-01', 50), 2026)).toEqual({ ...nothing, charityPrivate: 4_200 })
  })
})

test('to a person nothing is deducted', () => {
  const of = given('person', '2026-03-04', 50)
  expect(gifts(of, 2026)).toEqual(nothing)
  expect(figures(inYear(of, 2026))).toMatchObject({ compensation: 0, regular: none, amt: none })
  expect(heldOf(of)).toEqual({ l1: 0 })
})

test('nonstatutory shares bring no compensation when given', () => {
  const of = given('publicCharity', '2026-02-01', 50, { grants: [grantOf({ kind: 'nso' })] })
  expect(inYear(of, 2026).compensation).toBe(0)
  expect(gifts(of, 2026)).toEqual({ ...nothing, charityOrdinary: 4_200 })
})

test('in the year of exercise line 2i loses what is given, and AMT counts the compensation', () => {
  const of = given('publicCharity', '2025-10-01', 50)
  expect(figures(inYear(of, 2025))).toEqual({
    ...{ line2i: 0, compensation: 4_000, amtCompensation: 4_000, regular: none, amt: none },
  })
})

test('a gift first in, first out, of a part', () => {
  const lots = [lotOf({ shares: 60 }), lotOf({ id: 'l2', exercised: '2025-06-02', shares: 60 })]
  const of = caseOf({ lots, plan: [giftOf('2026-03-04', { shares: 100 })] })
  expect(disposals(of).map(({ lot, shares, qualifying }) => [lot, shares, qualifying])).toEqual([
    ['l1', 60, true],
    ['l2', 40, false],
  ])
  expect(inYear(of, 2026).compensation).toBe(1_600)
})

test('the gift deducts on the return, under the limit of 30 % for long-term stock', () => {
  const incomes = [2025, 2026].map((year) => incomeOf(year, { wages: 10_000, itemized: noItemized }))
  const of = given('publicCharity', '2026-03-04', 50, { incomes })
  const [, of2026] = yearsTo(of, 2026)
  expect(of2026?.return.charity.stock).toBe(3_000)
  // 2,000 above the limit, and the 50 of the floor of 2026: 170(b)(1)(I), (d)(1)(C)
  expect(of2026?.carriedOut.charity).toMatchObject([{ category: 'stock', amount: 2_050, year: 2026 }])
})

describe('to a spouse: no disposition, IRC 424(c)(4)', () => {
  const separate = { household: { ...single, statuses: [{ from: 2025, status: 'mfs' as const }] } }

  test('on a joint return nothing changes, and a later sale is on it', () => {
    const plan = [giftOf('2025-10-01', { shares: 100, to: 'spouse' }), saleOf('2026-02-01', 100, 50)]
    const of = caseOf({ lots: [lotOf({ shares: 100 })], plan })
    expect(figures(inYear(of, 2025))).toMatchObject({ line2i: 4_000, compensation: 0 })
    expect(figures(inYear(of, 2026))).toMatchObject({ compensation: 4_000 })
  })

  test.each([
    ['a separate return', separate],
    ['divorced', { household: single }],
  ])('%s: the shares leave it without income, and what AMT took in stays', (_, household) => {
    const of = given('spouse', '2025-10-01', 50, household)
    expect(figures(inYear(of, 2025))).toEqual({
      ...{ line2i: 4_000, compensation: 0, amtCompensation: 0, regular: none, amt: none },
    })
    expect(disposals(of)).toEqual([])
    expect(heldOf(of)).toEqual({ l1: 0 })
  })
})

test('at death the shares leave the return without income: IRC 424(c)(1)(A)', () => {
  const of = given('heirs', '2025-10-01', 50)
  expect(figures(inYear(of, 2025))).toMatchObject({ line2i: 4_000, compensation: 0 })
  expect(disposals(of)).toEqual([])
  expect(heldOf(of)).toEqual({ l1: 0 })
})

describe('shares not yet vested', () => {
  const vesting = [{ on: '2027-06-01', shares: 100 }]
  const grant = grantOf({ on: '2025-01-02', expires: '2034-12-31', shares: 100, earlyExercise: true, vesting })
  const of = (to: Recipient): Case =>
    caseOf({
      ...{ household: single, grants: [grant] },
      plan: [exerciseOf('2025-02-01', 100, { as: 'l1' }), giftOf('2026-02-01', { shares: 100, lot: 'l1', to })],
    })

  // Who has the shares when they vest takes them in: 424(c)(4)(B) for a former spouse; the return of the dead is closed
  test.each<Recipient>(['heirs', 'spouse'])('left to %s do not vest into line 2i', (to) => {
    expect(inYear(of(to), 2027).isoSpread).toBe(0)
  })

  test('cannot be given to others', () => {
    expect(heldOf(of('person'))).toEqual({ l1: 100 })
  })
})
