/**
 * What a disposition brings in each system: IRC 421(b), 422(c)(2), 56(b)(3). 100 shares bought at 2 on 3 March 2025 when
 * worth 42: a bargain element of 4,000. Granted in 2020, they qualify from 4 March 2026.
 */
import { describe, expect, test } from 'vitest'
import type { Case } from '../../src/case.ts'
import type { Action, Lot } from '../../src/equity/action.ts'
import { NotModelled } from '../../src/errors.ts'
import { yearsTo } from '../../src/timeline.ts'
import { caseOf, exerciseOf, giftOf, grantOf, lotOf, saleOf } from '../cases.ts'
import { companyWith, disposals, figures, heldOf, inYear, only, terms } from './ledger.ts'

const of = (plan: readonly Action[], lot: Partial<Lot> = {}): Case =>
  caseOf({ lots: [lotOf({ shares: 100, ...lot })], plan })

/** Line 2i of 2025 and what the year of the only disposition comes to. */
function sold(on: string, price: number, x: Partial<Extract<Action, { kind: 'sell' }>> = {}) {
  const plan = [saleOf(on, 100, price, x)]
  const { line2i: _, ...year } = figures(inYear(of(plan), Number(on.slice(0, 4))))
  return { line2iOf2025: inYear(of(plan), 2025).isoSpread, ...year }
}

const none = { short: 0, long: 0 }
const short = (gain: number) => ({ short: gain, long: 0 })
const long = (gain: number) => ({ short: 0, long: gain })

describe('a qualifying sale: no compensation, gain over the strike, for AMT over value at exercise', () => {
  test.each([
    // 100 x (price - 2), 100 x (price - 42)
    [50, 4_800, 800],
    [42, 4_000, 0],
    [30, 2_800, -1_200],
    [1, -100, -4_100],
  ])('at %d', (price, gain, amtGain) => {
    expect(sold('2026-03-04', price)).toEqual({
      ...{ line2iOf2025: 4_000, compensation: 0, amtCompensation: 0, regular: long(gain), amt: long(amtGain) },
    })
  })
})

describe('too early, in the year of exercise: AMT is as the regular tax and line 2i is nothing', () => {
  test.each([
    // Compensation is the lesser of 4,000 and 100 x (price - 2), not below zero
    [50, 4_000, 800],
    [42, 4_000, 0],
    [30, 2_800, 0],
    [2, 0, 0],
    [1, 0, -100],
  ])('at %d', (price, compensation, gain) => {
    expect(sold('2025-10-01', price)).toEqual({
      ...{ line2iOf2025: 0, compensation, amtCompensation: compensation, regular: short(gain), amt: short(gain) },
    })
  })
})

describe('too early, in a later year: line 2i stands, AMT counts no compensation and has its own basis', () => {
  test.each([
    [50, 4_000, 800, 800],
    [42, 4_000, 0, 0],
    [30, 2_800, 0, -1_200],
    [2, 0, 0, -4_000],
    [1, 0, -100, -4_100],
  ])('at %d', (price, compensation, gain, amtGain) => {
    expect(sold('2026-02-01', price)).toEqual({
      ...{ line2iOf2025: 4_000, compensation, amtCompensation: 0, regular: short(gain), amt: short(amtGain) },
    })
  })

  test('long-term where only the two years from grant are missing', () => {
    const grants = [grantOf({ on: '2024-10-01', expires: '2034-09-30' })]
    const late = { ...of([saleOf('2026-04-01', 100, 50)]), grants }
    expect(figures(inYear(late, 2026))).toMatchObject({ compensation: 4_000, regular: long(800), amt: long(800) })
  })

  test('a spread of nothing at exercise makes no compensation', () => {
    const plan = [saleOf('2026-02-01', 100, 50)]
    expect(figures(inYear(of(plan, { fmvAtExercise: 1 }), 2026))).toMatchObject({
      // Basis is the strike in both systems
      ...{ compensation: 0, regular: short(4_800), amt: short(4_800) },
    })
    expect(inYear(of(plan, { fmvAtExercise: 1 }), 2025).isoSpread).toBe(0)
  })
})

test('the last day of the year of exercise and the first of the next: the price has fallen to 10', () => {
  expect(sold('2025-12-31', 10)).toMatchObject({ line2iOf2025: 0, compensation: 800, amt: none })
  expect(sold('2026-01-01', 10)).toMatchObject({ line2iOf2025: 4_000, compensation: 800, amt: short(-3_200) })
})

describe('where no loss could be recognized the whole bargain element is compensation: 422(c)(2)(A)', () => {
  test('a related buyer: 4,000, and the loss of 1,200 is not allowed in either system', () => {
    const related = { relatedBuyer: true }
    expect(sold('2026-02-01', 30, related)).toMatchObject({ compensation: 4_000, regular: none, amt: none })
    expect(sold('2025-10-01', 30, related)).toEqual({
      ...{ line2iOf2025: 0, compensation: 4_000, amtCompensation: 4_000, regular: none, amt: none },
    })
    expect(only(of([saleOf('2026-02-01', 100, 30, related)])).amounts).toMatchObject({
      ...{ realized: -1_200, disallowed: 1_200, amtRealized: -1_200, amtDisallowed: 1_200 },
    })
  })

  test('a related buyer who pays more than it: as anyone else', () => {
    expect(sold('2026-02-01', 50, { relatedBuyer: true })).toEqual(sold('2026-02-01', 50))
  })

  test('a gift: 4,000 and no gain', () => {
    const given = (on: string) =>
      figures(inYear(of([giftOf(on, { shares: 100, to: 'person' })]), Number(on.slice(0, 4))))
    expect(given('2026-02-01')).toMatchObject({ compensation: 4_000, amtCompensation: 0, regular: none, amt: none })
    expect(given('2025-10-01')).toEqual({
      ...{ line2i: 0, compensation: 4_000, amtCompensation: 4_000, regular: none, amt: none },
    })
    expect(given('2026-03-03').compensation).toBe(4_000)
    expect(given('2026-03-04').compensation).toBe(0)
  })

  test('a wash sale: an exercise of a nonstatutory option the day after', () => {
    const grants = [grantOf(), grantOf({ id: 'g2', kind: 'nso', strike: 5 })]
    const plan = [saleOf('2026-02-01', 100, 30), exerciseOf('2026-02-02', 100, { grant: 'g2' })]
    const { compensation, regular, amt } = figures(inYear({ ...of(plan), grants }, 2026))
    expect({ compensation, regular, amt }).toEqual({ compensation: 4_000, regular: none, amt: none })
  })
})

describe('fees come off what is realized', () => {
  test('so that compensation within the cap is less by them', () => {
    // Proceeds 2,950: 2,950 - 200
    expect(sold('2026-02-01', 30, { fees: 50 })).toMatchObject({
      compensation: 2_750,
      regular: none,
      amt: short(-1_250),
    })
    expect(sold('2026-03-04', 50, { fees: 50 })).toMatchObject({ regular: long(4_750), amt: long(750) })
  })

  test('each share bears its part', () => {
    const plan = [saleOf('2026-03-04', 40, 50, { fees: 10 })]
    expect(inYear(of(plan), 2026)).toMatchObject({ proceeds: 1_990, gains: { longD: 1_910 } })
  })
})

describe('share by share', () => {
  test('of 100 shares 40 are sold in the year of exercise: line 2i keeps 60', () => {
    const plan = [saleOf('2025-10-01', 40, 50)]
    // 60 x 40; 40 x 40
    expect(figures(inYear(of(plan), 2025))).toEqual({
      ...{ line2i: 2_400, compensation: 1_600, amtCompensation: 1_600, regular: short(320), amt: short(320) },
    })
    expect(heldOf(of(plan))).toEqual({ l1: 60 })
  })

  test('one lot with three fates', () => {
    const plan = [saleOf('2025-10-01', 20, 50), saleOf('2026-02-01', 30, 30), saleOf('2026-03-04', 50, 60)]
    expect(figures(inYear(of(plan), 2025))).toMatchObject({ line2i: 3_200, compensation: 800 })
    expect(figures(inYear(of(plan), 2026))).toEqual({
      // 30 x 28; 50 x 58, 30 x -12 short and 50 x 18 long
      ...{ line2i: 0, compensation: 840, amtCompensation: 0 },
      ...{ regular: long(2_900), amt: { short: -360, long: 900 } },
    })
    expect(heldOf(of(plan))).toEqual({ l1: 0 })
  })

  const lots = [
    lotOf({ id: 'newer', exercised: '2025-06-02', shares: 100, fmvAtExercise: 30 }),
    lotOf({ id: 'older', exercised: '2024-06-03', shares: 100, fmvAtExercise: 20 }),
    lotOf({ id: 'sameDay', exercised: '2025-06-02', shares: 100, fmvAtExercise: 35 }),
  ]
  const sale = (lot: string | null, shares: number): Case =>
    caseOf({ lots, plan: [saleOf('2026-01-05', shares, 50, { lot })] })
  const taken = (lot: string | null, shares: number) =>
    disposals(sale(lot, shares)).map((each) => [each.lot, each.shares])

  test('first in, first out by exercise, then in the order of the file', () => {
    expect(taken(null, 250)).toEqual([
      ['older', 100],
      ['newer', 100],
      ['sameDay', 50],
    ])
    expect(heldOf(sale(null, 250))).toEqual({ older: 0, newer: 0, sameDay: 50 })
  })

  test('or from the lot that is named', () => {
    expect(taken('newer', 60)).toEqual([['newer', 60]])
    expect(only(sale('older', 10))).toMatchObject({ qualifying: true })
    expect(only(sale('newer', 10))).toMatchObject({ qualifying: false })
  })

  test('a sale without a price takes the value of the day', () => {
    const priced = { ...of([saleOf('2026-03-04', 100, null)]), company: companyWith({ '2026-01-01': 47 }) }
    expect(inYear(priced, 2026).proceeds).toBe(4_700)
  })
})

describe('selling on the day of exercise', () => {
  const cases = (how: 'sellToCover' | 'sameDaySale', x: object = {}): Case =>
    caseOf({
      plan: [exerciseOf('2025-05-05', 100, { how, as: 'e', ...x })],
      company: companyWith({ '2025-01-01': 42 }),
    })

  test('to cover: one exercise with two fates, five shares sold for a strike of 200', () => {
    // Whole shares: 5 x 42 = 210
    expect(figures(inYear(cases('sellToCover'), 2025))).toEqual({
      ...{ line2i: 3_800, compensation: 200, amtCompensation: 200, regular: none, amt: none },
    })
    expect(inYear(cases('sellToCover'), 2025)).toMatchObject({ strikePaid: 200, proceeds: 210 })
    expect(heldOf(cases('sellToCover'))).toEqual({ e: 95 })
  })

  test('to cover the fees as well: 220 take six', () => {
    expect(inYear(cases('sellToCover', { fees: 20 }), 2025).proceeds).toBe(232)
    // Exactly five at 40
    expect(heldOf(cases('sellToCover', { price: 40 }))).toEqual({ e: 95 })
    expect(heldOf(cases('sellToCover', { price: 39.99 }))).toEqual({ e: 94 })
  })

  test('all of them: wages of the whole spread and nothing for AMT', () => {
    expect(figures(inYear(cases('sameDaySale'), 2025))).toEqual({
      ...{ line2i: 0, compensation: 4_000, amtCompensation: 4_000, regular: none, amt: none },
    })
    // Sold for less than the value of the day: 100 x (41 - 2)
    expect(inYear(cases('sameDaySale', { price: 41 }), 2025).compensation).toBe(3_900)
  })
})

describe('worthless shares count as sold for nothing on 31 December: IRC 165(g)(1)', () => {
  test('so that a year may be over on that day which was not on the day they became so', () => {
    const worthless = (exercised: string) =>
      only(of([{ kind: 'worthless', on: '2026-02-01', lot: 'l1' }], { exercised, fmvAtExercise: 42 }))
    expect(worthless('2025-12-30')).toMatchObject({ on: '2026-12-31', qualifying: true, long: true })
    expect(worthless('2025-12-31')).toMatchObject({ on: '2026-12-31', qualifying: false, long: false })
    expect(worthless('2025-12-31').amounts).toMatchObject({ compensation: 0, gain: -200, amtGain: -4_200 })
  })

  test('not figured in the year in which AMT took them in', () => {
    const soon = of([{ kind: 'worthless', on: '2025-06-01', lot: 'l1' }])
    expect(() => inYear(soon, 2025)).toThrow(NotModelled)
    expect(() => inYear(soon, 2026)).toThrow(NotModelled)
  })

  test('nor where some have not vested', () => {
    const plan = [{ kind: 'worthless', on: '2026-02-01', lot: 'l1' } as const]
    expect(() => inYear(of(plan, { vestedOn: '2026-05-01', election83b: true }), 2026)).toThrow(NotModelled)
  })

  test('what was sold before is gone, and all that is held goes', () => {
    const plan = [saleOf('2025-10-01', 40, 50), { kind: 'worthless', on: '2026-02-01', lot: 'l1' } as const]
    expect(terms(inYear(of(plan), 2026).gains)).toEqual(long(-120))
    expect(heldOf(of(plan))).toEqual({ l1: 0 })
  })
})

describe('compensation that the Form W-2 lacks', () => {
  const missing = of([saleOf('2026-02-01', 100, 50, { inW2: false })])
  const there = of([saleOf('2026-02-01', 100, 50)])
  const [asWages, asOther] = [there, missing].map((each) => yearsTo(each, 2026).at(-1)?.return)

  test('is other income and not wages: Pub. 525, Schedule 1 line 8k', () => {
    expect(inYear(missing, 2026)).toMatchObject({ compensation: 0, compensationUnreported: 4_000 })
    expect(asWages?.form1040).toMatchObject({ line1a: 304_000, line8: 0 })
    expect(asOther?.form1040).toMatchObject({ line1a: 300_000, line8: 4_000 })
  })

  test('and changes no tax; Medicare tax takes neither: IRC 3121(a)(22)', () => {
    expect(asOther?.form1040.line24).toBe(asWages?.form1040.line24)
    expect(asOther?.form6251.line2k).toBe(asWages?.form6251.line2k)
    expect([asWages?.form8959.line1, asOther?.form8959.line1]).toEqual([300_000, 300_000])
  })

  test('of a gift it is the same', () => {
    const gift = of([giftOf('2026-02-01', { shares: 100, to: 'person', inW2: false })])
    expect(inYear(gift, 2026)).toMatchObject({ compensation: 0, compensationUnreported: 4_000 })
  })
})
