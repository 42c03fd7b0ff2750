import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Case } from '../src/case.ts'
import type { Action } from '../src/equity/action.ts'
import { InputError } from '../src/errors.ts'
import { lean } from '../src/lean.ts'
import { type FiguredYear, yearsTo } from '../src/timeline.ts'
import { check } from './arbitraries.ts'
import { caseOf, exerciseOf, giftOf, grantOf, incomeOf, lotOf, noItemized, saleOf } from './cases.ts'

/** What the timeline gives of the same totals. */
const totalsOf = (years: readonly FiguredYear[]) => ({
  totalTax: years.map((year) => year.return.form1040.line24),
  amt: years.map((year) => year.return.form6251.line11),
  creditUsed: years.map((year) => year.return.form8801.line25),
  creditCarriedOut: years.map((year) => year.return.form8801.line26),
  exclusionPart: years.map((year) => year.exclusion.line15),
  creditMade: years.map((year) => year.exclusion.line18),
  itemized: years.map((year) => year.return.election.itemizes),
})

const plain = ({ strikePaid: _, proceeds: __, ...totals }: ReturnType<ReturnType<typeof lean>['figure']>) =>
  Object.fromEntries(Object.entries(totals).map(([name, amounts]) => [name, [...amounts]]))

const withShares = (of: Case, at: number, shares: number): Case => ({
  ...of,
  plan: of.plan.map((action, i) => (i === at ? ({ ...action, shares } as Action) : action)),
})

/** What comes of it: an answer, or the problem that there is none for. */
function outcome(answer: () => unknown): unknown {
  try {
    return answer()
  } catch (error) {
    return error
  }
}

/** Two lots and a plan that exercises, sells at a gain and at a loss around New Year, gives, and covers. */
const busy = (itemizes: boolean): Case =>
  caseOf({
    incomes: [2025, 2026, 2027, 2028].map((year) =>
      incomeOf(year, {
        wages: 240_000 + 20_000 * (year - 2025),
        itemized: itemizes ? { ...noItemized, stateAndLocalTaxes: 12_000, mortgageInterest: 24_000 } : null,
      }),
    ),
    company: {
      ...{ name: 'Co', listed: true, splits: [{ on: '2027-05-01', ratio: 2, kind: 'split' }] },
      prices: [
        { on: '2025-01-01', fmv: 42 },
        { on: '2025-12-01', fmv: 30 },
        { on: '2026-06-01', fmv: 60 },
      ],
    },
    grants: [grantOf(), grantOf({ id: 'g2', on: '2021-01-04', strike: 10, shares: 30_000, fmvAtGrant: 3 })],
    lots: [lotOf({ shares: 4_000 })],
    plan: [
      saleOf('2025-12-20', 500, 30),
      exerciseOf('2026-01-10', 900, { as: 'a' }),
      exerciseOf('2026-03-02', 1_500, { grant: 'g2', as: 'b', how: 'sellToCover' }),
      saleOf('2026-11-02', 300, 25, { lot: 'b' }),
      giftOf('2027-03-01', { shares: 100, lot: 'a' }),
      saleOf('2027-06-01', 2_000, 45, { lot: null }),
      exerciseOf('2028-02-01', 2_000, { grant: 'g2', as: 'c' }),
    ],
  })

describe('the lean evaluation', () => {
  test('is the timeline: busy plan, both deductions', () => {
    for (const itemizes of [false, true]) {
      const of = busy(itemizes)
      expect(plain(lean(of, 2033).figure())).toEqual(totalsOf(yearsTo(of, 2033)))
    }
  })

  test('and stays it when share counts change one after another, begun again where they reach', () => {
    const changes = fc.array(fc.tuple(fc.nat(6), fc.integer({ min: 0, max: 500 })), { minLength: 1, maxLength: 6 })
    check(
      fc.property(changes, fc.boolean(), (all, itemizes) => {
        let of = busy(itemizes)
        const quick = lean(of, 2030)
        quick.figure()
        for (const [at, shares] of all) {
          of = withShares(of, at, shares)
          quick.setShares(at, shares)
          expect(outcome(() => plain(quick.figure()))).toEqual(outcome(() => totalsOf(yearsTo(of, 2030))))
        }
      }),
      120,
    )
  })

  test('two changes before one figuring', () => {
    const of = busy(false)
    const quick = lean(of, 2030)
    quick.figure()
    quick.setShares(5, 10)
    quick.setShares(1, 200)
    expect(plain(quick.figure())).toEqual(totalsOf(yearsTo(withShares(withShares(of, 5, 10), 1, 200), 2030)))
  })

  test('more shares than there are is the error of the timeline', () => {
    const quick = lean(busy(false), 2030)
    quick.setShares(5, 1e6)
    expect(() => quick.figure()).toThrow(InputError)
    quick.setShares(5, 2_000)
    expect(plain(quick.figure())).toEqual(totalsOf(yearsTo(busy(false), 2030)))
  })

  test('an entry without shares, none at all, and an exercise beside an acceleration are refused', () => {
    const of = caseOf({ lots: [lotOf()], plan: [{ kind: 'worthless', on: '2026-05-05', lot: 'l1' }] })
    expect(() => lean(of, 2026).setShares(0, 5)).toThrow(RangeError)
    expect(() => lean(of, 2026).setShares(1, 5)).toThrow(RangeError)
    const grants = [grantOf({ acceleration: { on: '2026-02-01', shares: 10 } })]
    const hurried = caseOf({ grants, plan: [exerciseOf('2026-03-02', 10)] })
    expect(() => lean(hurried, 2026).setShares(0, 5)).toThrow(/acceleration/)
  })
})

test('an exercise of January reaches back to a loss of December: a wash sale', () => {
  // 500 shares sold at a loss on 20 December 2025; those exercised on 10 January replace as many of them as they are
  const of = caseOf({
    incomes: [2025, 2026].map((year) => incomeOf(year, { wages: 240_000 })),
    grants: [grantOf(), grantOf({ id: 'g2', on: '2021-01-04', strike: 60, shares: 5_000, fmvAtGrant: 3 })],
    lots: [lotOf({ grant: 'g2', fmvAtExercise: 70, shares: 900 })],
    plan: [saleOf('2025-12-20', 500, 30), exerciseOf('2026-01-10', 400, { as: 'a' })],
  })
  const quick = lean(of, 2027)
  const before = plain(quick.figure())
  quick.setShares(1, 100)
  const after = plain(quick.figure())
  expect(after).toEqual(totalsOf(yearsTo(withShares(of, 1, 100), 2027)))
  expect(after['totalTax']?.[0]).not.toBe(before['totalTax']?.[0])
})
