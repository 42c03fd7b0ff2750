/** A household whose escape hatch can be figured by hand. */
import type { Case } from '../../src/case.ts'
import { dayNumber } from '../../src/date.ts'
import type { ExerciseAction } from '../../src/equity/action.ts'
import { caseOf, exerciseOf, grantOf, incomeOf } from '../cases.ts'

/**
 * Single in Texas on wages of 150,000, which every year repeats under the law of 2026 (Rev. Proc. 2025-32): 133,900 of taxable income, regular tax 24,734
 * (1,240 + 4,560 + 12,166 + 24 % of 28,200), the next dollar of wages at 24 % up to 201,775 and one of long-term gain at 15 %. For AMT 150,000
 * less an exemption of 90,100: tentative minimum tax 15,574, and 26 % of the next dollar. 1,000 ISOs at 10, all vested, on listed shares.
 */
export const household = (value: number, x: Partial<Case> = {}): Case => ({
  ...caseOf({
    household: { ...caseOf().household, statuses: [{ from: 2026, status: 'single' }], cash: 50_000, netWorth: 400_000 },
    incomes: [incomeOf(2026, { wages: 150_000 })],
    company: {
      ...{ name: 'Co', listed: true, prices: [{ on: '2025-12-01', fmv: value }], splits: [] },
      view: { growth: 0.05, volatility: 0.6, liquidityOn: null },
    },
    grants: [grantOf({ on: '2022-06-15', expires: '2032-06-14', shares: 1_000, strike: 10, fmvAtGrant: 10 })],
    plan: [],
    assumptions: { ...caseOf().assumptions, indexing: 0, wageGrowth: 0, discountRate: 0.05, horizon: 2027 },
  }),
  ...x,
})

/** All of them exercised and held. */
export const exercise = exerciseOf('2026-01-02', 1_000, { as: 'early' }) as ExerciseAction

/** Present value on 2 January 2026 of a dollar of a day, at 5 % a year. */
export const worth = (on: string): number => 1.05 ** -((dayNumber(on) - dayNumber('2026-01-02')) / 365.25)

/** The days on which returns are due: 15 April 2028 is a Saturday, 2029 a Sunday, and the Monday after is kept as Emancipation Day. */
export const due = { 2026: '2027-04-15', 2027: '2028-04-18', 2028: '2029-04-17' } as const
