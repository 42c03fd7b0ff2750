/** Form 8949 and its AMT twin: boxes, dates, codes and amounts by the Instructions for Form 8949 (2025) and Pub. 525. */
import { describe, expect, test } from 'vitest'
import type { Case } from '../../src/case.ts'
import type { Action, BrokerReport, Lot, SellAction } from '../../src/equity/action.ts'
import { sharesOf } from '../../src/equity/shares.ts'
import { form8949Of } from '../../src/forms/form8949.ts'
import { yearsTo } from '../../src/timeline.ts'
import { caseOf, exerciseOf, giftOf, grantOf, lotOf, saleOf } from '../cases.ts'
import { companyWith, disposals, terms } from './ledger.ts'

/** 100 shares bought at 2 on 3 March 2025 when worth 42. */
const of = (plan: readonly Action[], lot: Partial<Lot> = {}): Case =>
  caseOf({ lots: [lotOf({ shares: 100, ...lot })], plan, company: companyWith({ '2025-01-01': 42 }) })

const rows = (from: Case, system: 'regular' | 'amt') => form8949Of(disposals(from), system, 'Co').rows
const row = (from: Case, system: 'regular' | 'amt') => {
  const [first, ...others] = rows(from, system)
  expect(others).toEqual([])
  return first
}

describe('one row each', () => {
  test('a qualifying sale: the reported basis is right for the regular tax, AMT has its own', () => {
    const sold = of([saleOf('2026-03-04', 100, 50)])
    expect(row(sold, 'regular')).toEqual({
      ...{ box: 'D', lot: 'l1', shares: 100, description: '100 sh. Co', acquired: '2025-03-03', sold: '2026-03-04' },
      ...{ proceeds: 5_000, basis: 200, code: '', adjustment: 0, gain: 4_800 },
    })
    expect(row(sold, 'amt')).toMatchObject({ box: 'D', basis: 4_200, code: '', adjustment: 0, gain: 800 })
  })

  test('a disqualifying sale: the reported basis lacks the compensation, code B and a negative adjustment', () => {
    const sold = of([saleOf('2026-02-01', 100, 50)])
    expect(row(sold, 'regular')).toMatchObject({
      ...{ box: 'A', proceeds: 5_000, basis: 200, code: 'B', adjustment: -4_000, gain: 800 },
    })
    expect(row(sold, 'amt')).toMatchObject({ box: 'A', basis: 4_200, code: '', adjustment: 0, gain: 800 })
  })

  test.each<[BrokerReport, 'B' | 'C']>([
    ['proceeds', 'B'],
    ['none', 'C'],
  ])('reported %s: the right basis and no code', (reported, box) => {
    expect(row(of([saleOf('2026-02-01', 100, 50, { reported })]), 'regular')).toMatchObject({
      ...{ box, basis: 4_200, code: '', adjustment: 0, gain: 800 },
    })
  })

  test('boxes by report and term', () => {
    const box = (on: string, reported: BrokerReport) => row(of([saleOf(on, 100, 50, { reported })]), 'regular')?.box
    expect((['basis', 'proceeds', 'none'] as const).map((each) => box('2026-03-03', each))).toEqual(['A', 'B', 'C'])
    expect((['basis', 'proceeds', 'none'] as const).map((each) => box('2026-03-04', each))).toEqual(['D', 'E', 'F'])
  })

  test('the AMT twin has its own term and day of acquisition', () => {
    const early = of([saleOf('2026-09-01', 100, 50)], { vestedOn: '2026-05-05' })
    expect(row(early, 'regular')).toMatchObject({ box: 'D', acquired: '2025-03-03' })
    expect(row(early, 'amt')).toMatchObject({ box: 'A', acquired: '2026-05-05' })
  })

  test('nonstatutory shares: the broker reports the price paid, the basis has the wages too', () => {
    const sold = { ...of([saleOf('2026-02-01', 100, 50)]), grants: [grantOf({ kind: 'nso' })] }
    expect(row(sold, 'regular')).toMatchObject({ basis: 200, code: 'B', adjustment: -4_000, gain: 800 })
    expect(row(sold, 'amt')).toMatchObject({ basis: 4_200, code: '', gain: 800 })
  })

  test('fees come off the proceeds', () => {
    expect(row(of([saleOf('2026-03-04', 100, 50, { fees: 30 })]), 'regular')).toMatchObject({
      ...{ proceeds: 4_970, gain: 4_770 },
    })
  })

  test('worthless shares on 31 December for nothing', () => {
    const worthless = of([{ kind: 'worthless', on: '2026-05-01', lot: 'l1' }])
    expect(row(worthless, 'regular')).toMatchObject({
      ...{ box: 'F', sold: '2026-12-31', proceeds: 0, basis: 200, code: '', gain: -200 },
    })
    expect(row(worthless, 'amt')).toMatchObject({ basis: 4_200, gain: -4_200 })
  })

  test('small business stock: code Q and the exclusion as a negative', () => {
    const held = { exercised: '2020-09-01', qsbs: true }
    const sold = of([saleOf('2026-02-01', 100, 50)], held)
    expect(row(sold, 'regular')).toMatchObject({ code: 'Q', adjustment: -4_800, gain: 0 })
    expect(row(sold, 'amt')).toMatchObject({ code: 'Q', adjustment: -800, gain: 0 })
  })

  test('a wash sale: code W and the loss as a positive; with a wrong basis both codes', () => {
    const grants = [grantOf(), grantOf({ id: 'g2', kind: 'nso', strike: 5 })]
    const washed = (on: string) => ({
      ...of([saleOf(on, 100, 1), exerciseOf(on, 100, { grant: 'g2' })]),
      grants,
    })
    // After the periods: 100 - 200
    expect(row(washed('2026-03-04'), 'regular')).toMatchObject({ code: 'W', adjustment: 100, gain: 0 })
    expect(row(washed('2026-03-04'), 'amt')).toMatchObject({ code: 'W', basis: 4_200, adjustment: 4_100, gain: 0 })
    // Before: compensation of 4,000 lacks in the basis, and 4,100 are not allowed
    expect(row(washed('2026-02-01'), 'regular')).toMatchObject({ code: 'BW', adjustment: 100, gain: 0 })
  })

  // Code W is for wash sales; L for every other loss that is not allowed
  test('a loss to a related buyer: code L', () => {
    const related = of([saleOf('2026-03-04', 100, 1, { relatedBuyer: true })])
    expect(row(related, 'regular')).toMatchObject({ code: 'L', adjustment: 100, gain: 0 })
  })
})

test('gifts and shares that pay a strike have no row', () => {
  expect(rows(of([giftOf('2026-03-04', { shares: 100, to: 'person' })]), 'regular')).toEqual([])
  const swap = of([exerciseOf('2026-03-04', 100, { payWith: 'l1' })])
  expect(disposals(swap)).toHaveLength(1)
  expect(rows(swap, 'regular')).toEqual([])
})

// 40 shares bought for 5 in 2022 pay for 100 at 10 when worth 25; all 100 are sold at 30: Reg. 1.422-5(e) Example 1
test('shares of a swap that carry on others have their day and their basis', () => {
  const iso = grantOf({ on: '2024-06-03', expires: '2034-06-02', shares: 500, strike: 10, fmvAtGrant: 10 })
  const old = grantOf({ id: 'old', kind: 'nso', on: '2020-01-02', expires: '2029-12-31', strike: 5, fmvAtGrant: 5 })
  const given = lotOf({ id: 'given', grant: 'old', exercised: '2022-06-02', shares: 60, fmvAtExercise: 5 })
  const plan = [
    exerciseOf('2025-06-02', 100, { as: 'new', payWith: 'given' }),
    saleOf('2025-09-02', 100, 30, { lot: 'new', reported: 'none' }),
  ]
  const company = companyWith({ '2022-01-01': 5, '2025-06-02': 25 })
  const sold = caseOf({ grants: [iso, old], lots: [given], company, plan })
  expect(rows(sold, 'regular')).toMatchObject([
    { box: 'C', shares: 60, acquired: '2025-06-02', basis: 1_500, code: '', gain: 300 },
    { box: 'F', shares: 40, acquired: '2022-06-02', basis: 200, code: '', gain: 1_000 },
  ])
  // What a broker reports is at most what was paid for them, never their value at the swap
  const reported = { ...sold, plan: plan.map((action) => ({ ...action, reported: 'basis' }) as Action) }
  expect(rows(reported, 'regular').find(({ box }) => box === 'D')?.basis).toBeLessThanOrEqual(200)
})

describe('rows are joined', () => {
  const vesting = [
    { on: '2025-09-01', shares: 40 },
    { on: '2026-05-05', shares: 60 },
  ]
  const grants = [grantOf({ shares: 100, earlyExercise: true, vesting })]
  const plan = [exerciseOf('2025-03-03', 100, { as: 'e' }), saleOf('2026-12-01', 100, 50, { lot: 'e' })]
  const early = { ...of(plan), lots: [], grants }

  test('for the regular tax, where shares share dates and terms; not for AMT, where they do not', () => {
    expect(rows(early, 'regular').map(({ box, shares, proceeds }) => [box, shares, proceeds])).toEqual([
      ['D', 100, 5_000],
    ])
    expect(rows(early, 'regular')[0]?.description).toBe('100 sh. Co')
    expect(rows(early, 'amt').map(({ box, shares, acquired }) => [box, shares, acquired])).toEqual([
      ['D', 40, '2025-09-01'],
      ['A', 60, '2026-05-05'],
    ])
  })

  test('two sales of one day and price are one row, at another price two', () => {
    const twice = (price: number) => of([saleOf('2026-03-04', 30, 50), saleOf('2026-03-04', 20, price)])
    expect(rows(twice(50), 'regular').map(({ shares }) => shares)).toEqual([50])
    expect(rows(twice(51), 'regular').map(({ shares }) => shares)).toEqual([30, 20])
  })

  test('lots never', () => {
    const lots = [lotOf({ shares: 100 }), lotOf({ id: 'l2', shares: 100 })]
    const both = { ...of([saleOf('2026-03-04', 150, 50, { lot: null })]), lots }
    expect(rows(both, 'regular').map(({ lot, shares }) => [lot, shares])).toEqual([
      ['l1', 100],
      ['l2', 50],
    ])
  })
})

test('totals by box, which are what Schedule D and its AMT twin take', () => {
  const sales: readonly (readonly [string, number, number, Partial<SellAction>])[] = [
    ['2026-02-01', 10, 30, {}],
    ['2026-02-02', 10, 45, { reported: 'proceeds' }],
    ['2026-02-03', 10, 1, { reported: 'none' }],
    ['2026-03-04', 10, 50, {}],
    ['2026-03-05', 10, 30, { reported: 'proceeds', fees: 7 }],
    ['2026-03-06', 10, 60, { reported: 'none' }],
    ['2026-03-06', 10, 70, {}],
  ]
  const from = of(sales.map(([on, shares, price, x]) => saleOf(on, shares, price, x)))
  const { dispositions } = sharesOf(from)
  const year = yearsTo(from, 2026).at(-1)
  for (const [system, facts] of [
    ['regular', year?.facts.gains],
    ['amt', year?.facts.amtGains],
  ] as const) {
    const { totals, rows: all } = form8949Of(dispositions, system)
    const { shortA, shortB, shortC, longD, longE, longF } = facts as NonNullable<typeof facts>
    const boxes = { A: shortA, B: shortB, C: shortC, D: longD, E: longE, F: longF }
    for (const [box, amount] of Object.entries(boxes)) expect(totals[box as 'A']?.gain).toBeCloseTo(amount, 9)
    for (const each of all) expect(each.proceeds - each.basis + each.adjustment).toBeCloseTo(each.gain, 9)
    const sum = terms({ ...boxesOf(boxes), collectibles: 0 })
    expect(all.reduce((gain, each) => gain + each.gain, 0)).toBeCloseTo(sum.short + sum.long, 9)
  }
  expect(year?.return.scheduleD).toMatchObject({
    line1b: 0,
    line2: 30,
    line3: -10,
    line8b: 1_160,
    line9: 273,
    line10: 580,
  })
  expect(year?.return.scheduleDAmt).toMatchObject({
    ...{ line1b: -120, line2: 30, line3: -410, line8b: 360, line9: -127, line10: 180 },
  })
})

const boxesOf = (boxes: Record<'A' | 'B' | 'C' | 'D' | 'E' | 'F', number>) => ({
  ...{ shortA: boxes.A, shortB: boxes.B, shortC: boxes.C, longD: boxes.D, longE: boxes.E, longF: boxes.F },
})
