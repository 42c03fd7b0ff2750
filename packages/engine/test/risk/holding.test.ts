import { describe, expect, test } from 'vitest'
import type { Case, Outcome } from '../../src/case.ts'
import { type Exits, exitsIn, exitsOf } from '../../src/risk/exits.ts'
import { coursesOf } from '../../src/risk/holding.ts'
import { caseOf, exerciseOf, grantOf, lotOf, saleOf } from '../cases.ts'

const from = '2026-02-02'
const splitIn2027 = [{ on: '2027-05-03', ratio: 2, kind: 'split' as const }]

const listed = (x: Partial<Case> = {}): Case => caseOf({ lots: [lotOf({ shares: 4_000 })], ...x })
const priv = (x: Partial<Case['company']> = {}): Case['company'] => ({ ...caseOf().company, listed: false, ...x })

const courses = (of: Case, exits: Exits = exitsOf(of.company, 2030), until: string | null = null, keepsPlan = true) =>
  coursesOf(of, { from, until, exits, keepsPlan })
const sold = (of: Case) =>
  of.plan.flatMap((action) => (action.kind === 'sell' ? [[action.lot, action.on, action.shares, action.price]] : []))

describe('listed shares', () => {
  // Exercised 3 March 2025: the year is over at the end of 3 March 2026
  test('are held until they qualify, and sold today otherwise', () => {
    const { course, now } = courses(listed())
    expect(sold(course(1).of)).toEqual([['l1', '2026-03-04', 4_000, null]])
    expect(course(1).held[0]).toMatchObject({ exit: 'market', qualifies: true, planned: false })
    expect(now?.on).toBe(from)
    expect(sold(course(0).of)).toEqual([['l1', from, 4_000, null]])
    expect(sold(course(0.25).of)).toEqual([
      ['l1', from, 3_000, null],
      ['l1', '2026-03-04', 1_000, null],
    ])
  })

  test('go when the plan says, at a price that is not known, and the rest when it can', () => {
    const of = listed({ plan: [saleOf('2026-02-20', 500, 60), saleOf('2028-06-01', 2_000, 90)] })
    expect(sold(courses(of).course(1).of)).toEqual([
      ['l1', '2026-02-20', 500, null],
      ['l1', '2026-03-04', 1_500, null],
      ['l1', '2028-06-01', 2_000, null],
    ])
  })

  test('follow a split', () => {
    const of = listed({ company: { ...caseOf().company, splits: splitIn2027 } })
    expect(sold(courses(of, undefined, '2027-06-01').course(1).of)).toEqual([['l1', '2027-06-01', 8_000, null]])
  })

  test('wait for a blackout to end, and for Monday', () => {
    // 4 to 6 March 2026 closed; the 7th is a Saturday
    const of = listed({
      company: { ...caseOf().company, blackouts: [{ from: '2026-03-04', to: '2026-03-06' }] },
    })
    expect(sold(courses(of).course(1).of)).toEqual([['l1', '2026-03-09', 4_000, null]])
  })

  test('that are still to be exercised are held, or sold on the day', () => {
    const of = listed({ lots: [], plan: [exerciseOf('2026-06-15', 1_000, { as: 'new' })] })
    const { course, parts } = courses(of)
    expect(parts).toBe(true)
    expect(sold(course(1).of)).toEqual([['new', '2027-06-16', 1_000, null]])
    const none = course(0).of.plan
    expect(none).toHaveLength(1)
    expect(none[0]).toMatchObject({ kind: 'exercise', how: 'sameDaySale', shares: 1_000 })
    const half = course(0.5).of.plan
    expect(half.map(({ kind }) => kind)).toEqual(['exercise', 'exercise', 'sell'])
    expect(half[2]).toMatchObject({ lot: 'new', shares: 500 })
  })

  test('that vest later are held until then', () => {
    const of = listed({
      grants: [
        grantOf({ earlyExercise: true, vesting: { from: '2025-01-15', months: 36, cliffMonths: 0, everyMonths: 36 } }),
      ],
      lots: [lotOf({ shares: 400, vestedOn: '2028-01-15' })],
    })
    // Free on Saturday 15 January 2028, long-term for AMT after a year from then: 16 January 2029, a Tuesday
    expect(sold(courses(of).course(0).of)).toEqual([['l1', '2029-01-16', 400, null]])
  })
})

describe('shares that are not listed', () => {
  test('go in a tender as far as it reaches, and at the end at their value', () => {
    const tenders = [{ on: '2027-06-01', price: 22, maxShares: 1_500 }]
    const of = listed({ company: priv({ tenders }) })
    const { course, now, parts } = courses(of)
    expect(now).toBeNull()
    expect(parts).toBe(false)
    // 31 December 2030 is a Tuesday
    expect(sold(course(1).of)).toEqual([
      ['l1', '2027-06-01', 1_500, 22],
      ['l1', '2030-12-31', 2_500, null],
    ])
    expect(course(1).held.map(({ exit }) => exit)).toEqual(['tender', 'end'])
  })

  test('go on the first weekday of a market', () => {
    const view = { growth: null, volatility: null, liquidityOn: '2029-06-30' }
    // A Saturday
    expect(sold(courses(listed({ company: priv({ view }) })).course(1).of)).toEqual([['l1', '2029-07-02', 4_000, null]])
  })

  test('exercises without a buyer are made in part', () => {
    const of = listed({ lots: [], company: priv(), plan: [exerciseOf('2026-06-15', 1_000)] })
    const { course } = courses(of)
    expect(course(0).of.plan).toEqual([])
    expect(course(0.5).of.plan[0]).toMatchObject({ shares: 500, how: 'hold' })
  })
})

describe('in an outcome', () => {
  const outcome = (x: Partial<Outcome>): Outcome => ({
    ...{ name: 'o', kind: 'nothing', probability: 1, on: null, price: 30, sellableFrom: null, maxShares: null },
    ...x,
  })
  const soldIn = (x: Partial<Outcome>) => {
    const of = listed({ company: priv(), lots: [lotOf({ exercised: '2026-01-05', shares: 4_000 })] })
    return sold(courses(of, exitsIn(of.company, outcome(x), 2030), null, false).course(1).of)
  }

  test('a cash deal takes the shares on its day, clocks or not', () => {
    expect(soldIn({ kind: 'cash', on: '2026-09-30' })).toEqual([['l1', '2026-09-30', 4_000, null]])
  })

  test('an IPO lets them go when its lock-up ends', () => {
    expect(soldIn({ kind: 'ipo', on: '2029-06-29', sellableFrom: '2029-12-27' })).toEqual([
      ['l1', '2029-12-27', 4_000, null],
    ])
    // Before a year is over the market alone is not enough
    expect(soldIn({ kind: 'ipo', on: '2026-06-29', sellableFrom: '2026-06-29' })).toEqual([
      ['l1', '2027-01-06', 4_000, null],
    ])
  })

  test('a tender takes some of them, the end the rest', () => {
    expect(soldIn({ kind: 'tender', on: '2028-03-01', maxShares: 1_000 })).toEqual([
      ['l1', '2028-03-01', 1_000, 30],
      ['l1', '2030-12-31', 3_000, null],
    ])
  })

  test('nothing leaves them to the end', () => {
    expect(soldIn({ kind: 'nothing', price: 0 })).toEqual([['l1', '2030-12-31', 4_000, null]])
  })
})
