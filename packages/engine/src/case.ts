/**
 * A case: one household's facts and plan over the years, parsed and checked. A scenario file becomes a case in
 * `scenario/`; everything downstream reads only this. Dollars; dates `YYYY-MM-DD`; rates as fractions.
 */
import type { PlainDate } from './date.ts'
import type { Action, Lot } from './equity/action.ts'
import type { Grant, PriceQuote, Split } from './equity/grant.ts'
import type { DeductionChoice, Facts } from './forms/facts.ts'
import type { LawChoice, Readings } from './law/federal/law.ts'
import type { FilingStatus } from './law/law.ts'

export interface Person {
  readonly born: PlainDate
  readonly blind: boolean
}

export interface Household {
  /** The status of each year named; it holds until the next year named. At least one, ascending. */
  readonly statuses: readonly { readonly from: number; readonly status: FilingStatus }[]
  readonly people: readonly Person[]
  readonly dependents: number
  readonly residence: readonly { readonly from: PlainDate; readonly state: string }[]
  /** Money that may pay strike and tax without selling these shares; null when not given. */
  readonly cash: number | null
  readonly netWorth: number | null
  /** Money that could be borrowed for strike and tax, beyond `cash`; left out: none. */
  readonly borrowed?: Loan
}

/** A loan drawn as it is needed and paid back at once. */
export interface Loan {
  /** The most that can be drawn. Dollars. */
  readonly amount: number
  /** Interest a year, compounded yearly; a fraction. */
  readonly rate: number
  readonly due: PlainDate
  /** Whether all one owns answers for it, and not the shares alone. Reg. §1.83-3(a)(2). */
  readonly recourse: boolean
}

/** Itemized deductions of a year. `stateAndLocalTaxes: 'auto'` asks for the state tax as figured. */
export interface Itemized {
  readonly stateAndLocalTaxes: number | 'auto'
  readonly realEstateTaxes: number
  readonly mortgageInterest: number
  readonly charityCash: number
  readonly charityOrdinary: number
  readonly charityStock: number
  readonly charityPrivate: number
  readonly charityPrivateStock: number
}

/** Nonrefundable credits already worked out. `amtForeignTaxCredit` null: the regular one, where the law lets that stand. */
export interface Credits {
  readonly childTaxCredit: number
  readonly foreignTaxCredit: number
  readonly amtForeignTaxCredit: number | null
  readonly other: number
}

/** The lines of Form 6251 that a filer may state outright, signed as printed, and line 3 of the Form 8801 that splits its AMT. */
export const statedForm6251Lines = [
  ...(['line2b', 'line2c', 'line2d', 'line2e', 'line2f', 'line2g', 'line2h', 'line2j', 'line2l'] as const),
  ...([
    'line2kForm4797',
    'line2kCasualty',
    'line2m',
    'line2n',
    'line2o',
    'line2p',
    'line2q',
    'line2r',
    'line2s',
    'line2t',
    'minimumTaxCreditNol',
  ] as const),
] as const
export type StatedForm6251Line = (typeof statedForm6251Lines)[number]

/** One year's income and deductions apart from these shares. */
export interface Income {
  readonly year: number
  readonly wages: number
  readonly interest: number
  readonly ordinaryDividends: number
  readonly qualifiedDividends: number
  readonly shortTermGain: number
  readonly longTermGain: number
  readonly collectiblesGain: number
  readonly unrecaptured1250Gain: number
  readonly otherIncome: number
  readonly otherAmtAdjustment: number
  readonly otherAmtExclusion: number
  readonly form6251: { readonly [Line in StatedForm6251Line]: number }
  /** null: no itemized deductions were given, so only the standard deduction is figured. */
  readonly itemized: Itemized | null
  readonly credits: Credits
  readonly deductionChoice: DeductionChoice
  readonly withheld: number
  readonly stateWithheld: { readonly [state: string]: number }
  readonly estimatedPaid: readonly { readonly on: PlainDate; readonly amount: number }[]
}

export interface Company {
  readonly name: string
  readonly listed: boolean
  readonly prices: readonly PriceQuote[]
  readonly splits: readonly Split[]
  readonly view?: PriceView
  readonly tenders?: readonly Tender[]
  readonly blackouts?: readonly Blackout[]
  readonly outcomes?: readonly Outcome[]
}

/** How the value is expected to move, where the file says so. Fractions a year. */
export interface PriceView {
  readonly growth: number | null
  readonly volatility: number | null
  /** The first day on which shares can be sold. */
  readonly liquidityOn: PlainDate | null
  /** Sudden moves beside the steady ones that `volatility` tells of; left out: none. */
  readonly jumps?: PriceJumps
  /** Chance a year that the company fails and its shares are worth nothing for good; left out: not stated. */
  readonly failure?: number
}

/** Jumps of a price after Merton: they come at random, and each moves the logarithm of the price by a normal amount. */
export interface PriceJumps {
  /** How many come in a year on average. */
  readonly perYear: number
  /** Mean and standard deviation of one jump, of the logarithm of the price: -0.4 is a fall by a third. */
  readonly mean: number
  readonly volatility: number
}

/** A chance to sell shares that are not listed. Dollars per share. */
export interface Tender {
  readonly on: PlainDate
  readonly price: number
  readonly maxShares: number
}

/** A time in which shares may not be sold, both days included. */
export interface Blackout {
  readonly from: PlainDate
  readonly to: PlainDate
}

/** What may happen to a company; the file's words for it. */
export const outcomeKinds = ['ipo', 'cash', 'stock', 'tender', 'downRound', 'fails', 'nothing'] as const
export type OutcomeKind = (typeof outcomeKinds)[number]

/**
 * One branch of what may become of the company; the probabilities of all add up to 1. Dollars per share. `fails` falls back to its `price`: 0 is
 * the end of the company, more is a deal that falls through. `downRound` is a new value without a market.
 */
export interface Outcome {
  readonly name: string
  readonly kind: OutcomeKind
  readonly probability: number
  readonly on: PlainDate | null
  readonly price: number
  readonly sellableFrom: PlainDate | null
  /** The most that a `tender` buys, as of its day; null for every other kind. */
  readonly maxShares: number | null
}

export interface Loss {
  readonly short: number
  readonly long: number
}

/** A gift carried over from `year`, in the category it was given in. */
export interface GiftCarryover {
  readonly category: 'cash' | 'ordinary' | 'stock' | 'private' | 'privateStock'
  readonly year: number
  readonly amount: number
}

/** What earlier years carry into the first year of incomes. Losses positive. */
export interface Carryforwards {
  /** Form 8801 line 26 of the year before; null: not stated, so what the years of `history` leave of it. */
  readonly minimumTaxCredit: number | null
  /** Form 8801 line 20 of the first year. */
  readonly vehicleCreditUnallowed: number
  readonly capitalLoss: Loss
  readonly amtCapitalLoss: Loss
  readonly charity: readonly GiftCarryover[]
  /** By postal code of the state. */
  readonly state?: { readonly [state: string]: { readonly minimumTaxCredit: number } }
}

/**
 * A year before the first, as filed: what Form 8801 and the safe harbours need, and what tells whether credit was left
 * unclaimed. Lines by name.
 */
export interface HistoryYear {
  readonly year: number
  readonly status: FilingStatus | null
  /** Form 1040 line 24; null: not stated. */
  readonly totalTax: number | null
  readonly agi: number
  readonly form6251: { readonly [line: string]: number } | null
  readonly qualifiedDividendWorksheet: { readonly line4: number; readonly line5: number } | null
  /** Form 8801 as filed for the year; null: none was filed, or it is not known. A line not stated is absent. */
  readonly form8801: { readonly [Line in FiledForm8801Line]?: number } | null
  /** Nonrefundable credits of the year that come before the minimum tax credit. */
  readonly credits: number
  /** When the return was filed and its tax paid; null: by the due date. */
  readonly filedOn: PlainDate | null
  readonly paidOn: PlainDate | null
  /** A sale of option stock of the year for which Form 6251 line 2k was left out; null: none. */
  readonly missedAmtBasis: MissedAmtBasis | null
}

/** The lines of Form 8801 that a year as filed may state. */
export const filedForm8801Lines = ['line15', 'line18', 'line19', 'line20', 'line21', 'line25', 'line26'] as const
export type FiledForm8801Line = (typeof filedForm8801Lines)[number]

/** What was left out of Form 6251 line 2k. Dollars. */
export interface MissedAmtBasis {
  /** AMT basis less regular basis of the shares sold. */
  readonly difference: number
  /** Net long-term gain or loss of the year, Schedule D line 16 as filed. */
  readonly netGain: number
}

/** How years without facts are made, and how open readings of the law are taken. Fractions a year. */
export interface Assumptions {
  readonly indexing: number
  readonly discountRate: number
  readonly wageGrowth: number
  /** The last year looked at. */
  readonly horizon: number
  readonly readings: Readings
  /** The first year whose AMT exemption is that of before 2018, which is no law: only a stress test asks for it. Left out: none. */
  readonly exemptionOf2017From?: number
}

/** One default that was taken because the file said nothing: where, what, and the value. */
export interface Assumed {
  readonly path: string
  readonly value: string
  readonly message: string
}

/** A year whose facts are already those of the forms, with the law they are to be figured under. */
export interface GivenYear {
  readonly facts: Facts
  readonly choice: LawChoice
}

export interface Case {
  readonly household: Household
  /** Ascending years without a gap; `like` already resolved. */
  readonly incomes: readonly Income[]
  readonly company: Company
  readonly grants: readonly Grant[]
  readonly lots: readonly Lot[]
  readonly carryforwards: Carryforwards
  readonly history: readonly HistoryYear[]
  readonly plan: readonly Action[]
  readonly assumptions: Assumptions
  /** One year given outright as facts (a flat case) instead of income, lots and plan; absent for a scenario. */
  readonly given?: GivenYear
  readonly assumed: readonly Assumed[]
}
