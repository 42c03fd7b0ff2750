/** The household of the cash test, the concentration and the checklist: every number that is expected of it is worked out here. */
import type { Case } from '../../src/case.ts'
import { caseOf, exerciseOf, grantOf, incomeOf } from '../cases.ts'

/** The day on which these tests ask. */
export const asked = { asOf: '2026-01-05' }

/**
 * Joint return of 2026 in Texas with wages of 232,200 and the standard deduction of 32,200: taxable income 200,000, regular tax 10 % of
 * 24,800 + 12 % of 76,000 + 22 % of 99,200 = 33,424. AMT income 232,200 less the exemption of 140,200 is 92,000, and 26 % of it 23,920.
 *
 * 10,000 of 20,000 options at 2 exercised on 15 January at a value of 20: a spread of 180,000, and an AMT base of 272,000; 26 % of
 * 244,500 and 28 % of 27,500 are 71,270, less 33,424 an AMT of 37,846. Strike and tax take 57,846.
 *
 * The law of 2026 and the wages go on unchanged, and nothing is discounted: each later year uses 33,424 - 23,920 = 9,504 of credit.
 */
export const household = (x: Partial<Case> = {}, money: Partial<Case['household']> = {}): Case =>
  caseOf({
    household: { ...caseOf().household, statuses: [{ from: 2026, status: 'mfj' }], cash: 50_000, ...money },
    incomes: [incomeOf(2026, { wages: 232_200 })],
    company: { name: 'Co', listed: false, prices: [{ on: '2026-01-01', fmv: 20 }], splits: [] },
    grants: [grantOf()],
    plan: [exerciseOf('2026-01-15', 10_000, { as: 'new' })],
    assumptions: { ...caseOf().assumptions, indexing: 0, wageGrowth: 0, discountRate: 0, horizon: 2026 },
    ...x,
  })
