import { describe, expect, test } from 'vitest'
import type { Case } from '../../src/case.ts'
import { dateOf, dayNumber, yearOf } from '../../src/date.ts'
import type { Action } from '../../src/equity/action.ts'
import { splitFactor } from '../../src/equity/grant.ts'
import { returnDue } from '../../src/law/federal/dueDates.ts'
import { pathYears } from '../../src/risk/pathYears.ts'
import { type WholeYears, type WorthTerms, wholeYears } from '../../src/risk/worth.ts'
import { yearsBetween } from '../../src/schedule/terms.ts'
import { caseOf, exerciseOf, grantOf, incomeOf, lotOf, noItemized, saleOf } from '../cases.ts'
import { seeded } from '../schedule/seeded.ts'

const from = '2026-02-02'
const terms: WorthTerms = { from, discount: 0.05, last: 2034 }

/** Lots held, exercises to come that hold, cover and sell, sales at a price of the day or a stated one, a split between. */
const household = (states: readonly string[], auto: boolean, more: Partial<Case> = {}): Case => ({
  ...caseOf({
    incomes: [2025, 2026, 2027].map((year) =>
      incomeOf(year, {
        wages: 230_000 + 15_000 * (year - 2025),
        itemized: auto
          ? { ...noItemized, stateAndLocalTaxes: 'auto', mortgageInterest: 31_000, realEstateTaxes: 12_000 }
          : null,
      }),
    ),
    company: {
      ...{ name: 'Co', listed: true, splits: [{ on: '2027-05-03', ratio: 2, kind: 'split' }] },
      prices: [{ on: '2025-01-01', fmv: 42 }],
    },
    grants: [
      grantOf(),
      grantOf({ id: 'g2', on: '2024-09-02', strike: 20, shares: 9_000, fmvAtGrant: 20, expires: '2034-09-01' }),
      grantOf({
        ...{ id: 'g3', on: '2025-06-02', strike: 8, shares: 4_000, fmvAtGrant: 8, earlyExercise: true },
        ...{ expires: '2035-06-01', vesting: { from: '2025-06-02', months: 48, cliffMonths: 12, everyMonths: 12 } },
      }),
    ],
    lots: [lotOf({ shares: 4_000 })],
    plan: [
      exerciseOf('2026-01-12', 900, { as: 'a' }),
      exerciseOf('2026-06-15', 1_200, { as: 'b', grant: 'g2' }),
      exerciseOf('2026-06-22', 1_000, { as: 'c', grant: 'g3' }),
      exerciseOf('2027-01-20', 800, { as: 'd', how: 'sellToCover' }),
      exerciseOf('2027-02-01', 300, { as: 'e', grant: 'g2', how: 'sameDaySale' }),
      saleOf('2026-11-03', 1_000, null, { lot: 'l1' }),
      saleOf('2027-09-01', 1_800, null, { lot: 'a' }),
      saleOf('2027-11-08', 6_000, null, { lot: 'l1' }),
      saleOf('2028-02-01', 2_400, 21, { lot: 'b' }),
      saleOf('2030-07-01', 2_000, null, { lot: 'c' }),
    ],
    ...more,
  }),
  household: {
    ...caseOf().household,
    residence: states.map((state, i) => ({ from: i === 0 ? '2015-01-01' : `${2026 + i}-07-01`, state })),
  },
})

/** The case with the prices of a path written into it: what the whole engine is then asked. */
function priced(of: Case, days: readonly number[], prices: Float64Array): Case {
  const { splits } = of.company
  const quotes = days.map((day, i) => {
    const on = dateOf(day)
    return { on, fmv: (prices[i] as number) / splitFactor(splits, from, on) }
  })
  return { ...of, company: { ...of.company, prices: [...of.company.prices, ...quotes] } }
}

/** Money of the shares less all tax, by the timeline. */
function wholeValue({ years, states }: WholeYears): number {
  const worth = (on: string): number => 1.05 ** -yearsBetween(from, on)
  let value = 0
  for (const [i, { year, dispositions, exercises, return: r }] of years.entries()) {
    for (const { on, sale } of dispositions) if (on >= from && sale.sold === 1) value += sale.proceeds * worth(on)
    for (const { on, planned, cashPaid } of exercises)
      if (planned && on >= from && yearOf(on) === year) value -= cashPaid * worth(on)
    const tax = (states[i]?.returns ?? []).reduce((sum, { summary }) => sum + summary.tax, r.form1040.line24)
    if (year >= yearOf(from)) value -= tax * worth(returnDue(year))
  }
  return value
}

/** Prices of a path, at times below the strikes. */
function pathOf(draw: ReturnType<typeof seeded>, days: number): Float64Array {
  let price = 42
  return Float64Array.from({ length: days }, () => {
    price *= draw.between(0.6, 1.5)
    return price
  })
}

/** What the plan leaves out on a path: exercises not worth their strike, with what becomes of their shares. */
function withoutUnderwater(of: Case, days: readonly number[], prices: Float64Array): Case {
  const out = new Set<string>()
  const strikes: Record<string, number> = { g1: 2, g2: 20, g3: 8 }
  for (const action of of.plan) {
    if (action.kind !== 'exercise' || action.on <= from) continue
    const price = prices[days.indexOf(dayNumber(action.on))] as number
    const strike = strikes[action.grant] as number
    if (price <= strike) out.add(action.as)
  }
  const stays = (action: Action): boolean =>
    !((action.kind === 'exercise' && out.has(action.as)) || (action.kind === 'sell' && out.has(action.lot ?? '')))
  return { ...of, plan: of.plan.filter(stays) }
}

describe('years at other prices', () => {
  const cases: readonly (readonly [string, Case])[] = [
    ['no state tax', household(['TX'], false)],
    ['California', household(['CA'], false)],
    ['its tax deducted as figured', household(['CA'], true)],
    ['a move', household(['CA', 'WA'], false)],
    ['a move to a state with a tax of gains', household(['WA', 'OR', 'CA'], false)],
  ]
  test.each(cases)('%s: as the whole engine figures them, whatever path came before', (_, of) => {
    const years = pathYears(of, terms)
    const draw = seeded(7)
    for (let i = 0; i < 25; i++) {
      const prices = pathOf(draw, years.days.length)
      const fast = years.value(prices)
      const whole = wholeValue(
        wholeYears(priced(withoutUnderwater(of, years.days, prices), years.days, prices), terms.last),
      )
      expect(fast).toBeCloseTo(whole, 4)
    }
  })

  test('asks for the days on which something happens or vests', () => {
    const { days, today } = pathYears(household(['TX'], false), terms)
    expect(today).toBe(42)
    const on = days.map((day) => dateOf(day))
    // Exercises, sales, and the vesting days of the grant that may be exercised early: a fourth of it each 2 June
    for (const day of [
      '2026-06-15',
      '2026-06-22',
      '2027-01-20',
      '2026-11-03',
      '2030-07-01',
      '2027-06-02',
      '2029-06-02',
    ])
      expect(on).toContain(day)
    expect(on).not.toContain('2026-01-12')
  })
})
