/** Cases put together by hand, without the parser of scenario files: a joint household in Texas that holds one grant. */
import type { Case, HistoryYear, Income } from '../src/case.ts'
import { statedForm6251Lines } from '../src/case.ts'
import type { Action, ExerciseAction, GiveAction, Lot, SellAction } from '../src/equity/action.ts'
import type { Grant } from '../src/equity/grant.ts'
import type { CarriedIn } from '../src/taxYear.ts'

const noStatedLines = Object.fromEntries(statedForm6251Lines.map((line) => [line, 0])) as Income['form6251']

export const noCredits: Income['credits'] = {
  childTaxCredit: 0,
  foreignTaxCredit: 0,
  amtForeignTaxCredit: null,
  other: 0,
}

export const noItemized: NonNullable<Income['itemized']> = {
  ...{ stateAndLocalTaxes: 0, realEstateTaxes: 0, mortgageInterest: 0, charityCash: 0, charityOrdinary: 0 },
  ...{ charityStock: 0, charityPrivate: 0, charityPrivateStock: 0 },
}

/** A year's income: nothing but what is said. */
export const incomeOf = (year: number, x: Partial<Income> = {}): Income => ({
  year,
  ...{ wages: 0, interest: 0, ordinaryDividends: 0, qualifiedDividends: 0, shortTermGain: 0, longTermGain: 0 },
  ...{ collectiblesGain: 0, unrecaptured1250Gain: 0, otherIncome: 0, otherAmtAdjustment: 0, otherAmtExclusion: 0 },
  ...{ form6251: noStatedLines, itemized: null, credits: noCredits, deductionChoice: 'lowestTax' as const },
  ...{ withheld: 0, stateWithheld: {}, estimatedPaid: [] },
  ...x,
})

/** An ISO of 20,000 shares at 2, granted 15 June 2020, all vested. */
export const grantOf = (x: Partial<Grant> = {}): Grant => ({
  ...{ id: 'g1', kind: 'iso' as const, on: '2020-06-15', shares: 20_000, strike: 2, fmvAtGrant: 2 },
  ...{ expires: '2030-06-14', vesting: null, earlyExercise: false, employmentEnds: null },
  ...{ acceleration: null, employmentEndsBy: 'leaving' as const, exercisableUntil: null, tenPercentOwner: false },
  ...x,
})

/** 10,000 shares of it exercised on 3 March 2025 at a value of 42: a spread of 400,000. */
export const lotOf = (x: Partial<Lot> = {}): Lot => ({
  ...{ id: 'l1', grant: 'g1', exercised: '2025-03-03', shares: 10_000, fmvAtExercise: 42 },
  ...{ strike: null, vestedOn: null, election83b: false, nsoShares: 0, section16bUntil: null, qsbs: false },
  ...x,
})

/** An exercise of g1 that holds. */
export const exerciseOf = (on: string, shares: number, x: Partial<ExerciseAction> = {}): Action => ({
  ...{ kind: 'exercise' as const, on, grant: 'g1', shares, how: 'hold' as const, as: `e${on}` },
  ...{ election83b: false, section16bUntil: null, qsbs: false, price: null, fees: 0, payWith: null },
  ...{ inW2: true, reported: 'basis' as const },
  ...x,
})

/** A sale of l1. */
export const saleOf = (on: string, shares: number, price: number | null, x: Partial<SellAction> = {}): Action => ({
  ...{ kind: 'sell' as const, on, lot: 'l1', shares, price, fees: 0 },
  ...{ relatedBuyer: false, inW2: true, reported: 'basis' as const },
  ...x,
})

/** A gift of cash to a public charity. */
export const giftOf = (on: string, x: Partial<GiveAction> = {}): Action => ({
  ...{ kind: 'give' as const, on, cash: 0, shares: 0, lot: null, to: 'publicCharity' as const, inW2: true },
  ...x,
})

const none = { short: 0, long: 0 }

/** Facts of a year without minimum tax credit. */
export const noCredit = { minimumTaxCreditMade: 0, minimumTaxCredit: 0, vehicleCreditUnallowed: 0 } as const

/** Nothing carried in. */
export const nothingCarried: CarriedIn = {
  ...noCredit,
  ...{ capitalLoss: none, amtCapitalLoss: none, charity: [] },
}

/** A year as filed: nothing but what is said. */
export const historyOf = (year: number, x: Partial<HistoryYear> = {}): HistoryYear => ({
  ...{ year, status: null, totalTax: null, agi: 0, form6251: null, qualifiedDividendWorksheet: null, form8801: null },
  ...{ credits: 0, filedOn: null, paidOn: null, missedAmtBasis: null },
  ...x,
})

/** The case; wages of 300,000 in 2025 and 2026 unless said otherwise. */
export const caseOf = (x: Partial<Case> = {}): Case => ({
  household: {
    statuses: [{ from: 2025, status: 'mfj' }],
    people: [
      { born: '1985-05-05', blind: false },
      { born: '1986-06-06', blind: false },
    ],
    dependents: 0,
    residence: [{ from: '2020-01-01', state: 'TX' }],
    ...{ cash: null, netWorth: null },
  },
  incomes: [incomeOf(2025, { wages: 300_000 }), incomeOf(2026, { wages: 300_000 })],
  company: { name: 'Co', listed: true, prices: [{ on: '2025-01-01', fmv: 42 }], splits: [] },
  grants: [grantOf()],
  ...{ lots: [], history: [], plan: [], assumed: [] },
  carryforwards: {
    minimumTaxCredit: 0,
    vehicleCreditUnallowed: 0,
    capitalLoss: none,
    amtCapitalLoss: none,
    charity: [],
  },
  assumptions: { indexing: 0.025, discountRate: 0.05, wageGrowth: 0.03, horizon: 2035, readings: {} },
  ...x,
})
