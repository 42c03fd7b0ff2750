/**
 * The whole arc worked from the Code: the shares of every year, the return of every year, and what one year leaves to the
 * next. Nothing of the engine but the types of a parsed case and of its facts. A year after 2026 has the figures of 2026,
 * so the case must not index them; the cap on taxes moves all the same, which deductions below its floor do not see.
 *
 * Left out: people of 65 or more, gifts of shares to charity, foreign tax credits, itemized gifts other than of cash and of
 * stock to public charities, carried gifts of other property, history.
 */
import type { Case, Income } from '../../src/case.ts'
import type { Facts, Gains } from '../../src/forms/facts.ts'
import { returnByStatute, type StatuteReturn } from '../byStatute.ts'
import { yearsByStatute } from '../equity/sharesByStatute.ts'
import { creditAfter, type LedgerYear } from './creditLedger.ts'
import { figuresFor, type Status } from './figures.ts'
import { type GiftCarryover, type GiftClass, giftDeduction, noGifts } from './section170.ts'
import type { YearOfShares } from './section421.ts'
import { capitalDifference, capitalPosition, type Terms } from './section1211.ts'

/** One year of the arc. */
export interface LifetimeYear {
  readonly year: number
  readonly return: StatuteReturn
  readonly line2k: number
  /** Form 8801 line 21: the credit of 53(b), by the sum over all earlier years */
  readonly credit: number
  readonly capitalLoss: Terms
  readonly amtCapitalLoss: Terms
  readonly gifts: readonly GiftCarryover[]
  /** Compensation of dispositions too early: a sign that there were some */
  readonly compensation: number
}

const lastFigures = 2026
const nothing: YearOfShares = {
  ...{ spread: 0, wages: 0, compensation: 0, amtCompensation: 0, short: 0, long: 0, amtShort: 0, amtLong: 0 },
  ...{ paid: 0, proceeds: 0 },
}

/** The years of a case to `last`. `planned` is the plan with every lot as the exercise that made it. */
export function lifetimeByStatute(of: Case, last: number, planned: Case['plan'] = of.plan): LifetimeYear[] {
  const { incomes, carryforwards } = of
  const first = (incomes[0] as Income).year
  const shares = yearsByStatute({ ...of, plan: planned })
  const years: LifetimeYear[] = []
  const ledger: LedgerYear[] = []
  const before = carryforwards.minimumTaxCredit ?? 0
  let gifts = carryforwards.charity.map(
    ({ category, year, amount }): GiftCarryover => ({ kind: kindOf[category], amount, age: first - year }),
  )
  let capitalLoss: Terms = carryforwards.capitalLoss
  let amtCapitalLoss: Terms = carryforwards.amtCapitalLoss
  for (let year = first; year <= last; year++) {
    const status = statusOf(of, year)
    const income = incomeIn(of, year)
    const brought = shares.get(year) ?? nothing
    const f = figuresFor(Math.min(year, lastFigures), status)
    const facts = factsOf(income, brought)
    const credit = creditAfter(before, ledger)
    facts.minimumTaxCredit = credit
    carryInto(facts.gains, capitalLoss)
    carryInto(facts.amtGains, amtCapitalLoss)
    for (const { kind, amount } of gifts) facts[carriedFact[kind]] += amount
    // A gift is an itemized deduction whether or not there is another
    if (facts.charityCash + facts.charityStock > 0 || gifts.length > 0) facts.hasItemized = true

    const worked = returnByStatute(facts, f.year, status)
    const { summary } = worked
    // Reg. 1.170A-10(b)(2): a year of the standard deduction uses carryovers as if it had itemized
    const given = { ...noGifts, cash: facts.charityCash, gainProperty: facts.charityStock }
    gifts = giftDeduction(summary.agi, given, gifts, f).carriedOut
    const amt = capitalPosition(termsOf(income, brought.amtShort, brought.amtLong), amtCapitalLoss, f)
    const regular = capitalPosition(termsOf(income, brought.short, brought.long), capitalLoss, f)
    ledger.push({
      ...{ netMinimumTax: summary.amt, onExclusions: worked.exclusionMinimumTax },
      ...{ regularTaxLiability: summary.regularTax, tentativeMinimumTax: summary.tentativeMinimumTax },
      otherCredits: income.credits.childTaxCredit + income.credits.other,
    })
    capitalLoss = worked.capitalLossCarriedOut
    amtCapitalLoss = worked.amtCapitalLossCarriedOut
    years.push({
      ...{ year, return: worked, credit, capitalLoss, amtCapitalLoss, gifts, compensation: brought.compensation },
      line2k: brought.amtCompensation - brought.compensation + capitalDifference(amt, regular),
    })
  }
  return years
}

const kindOf = {
  cash: 'cash',
  ordinary: 'property',
  stock: 'gainProperty',
  private: 'others',
  privateStock: 'othersGainProperty',
} as const satisfies { readonly [category: string]: GiftClass }

const carriedFact = {
  cash: 'charityCashCarried',
  property: 'charityOrdinaryCarried',
  gainProperty: 'charityStockCarried',
  others: 'charityPrivateCarried',
  othersGainProperty: 'charityPrivateStockCarried',
} as const

/** The status named last for the year or before it; before any, the first. */
function statusOf({ household: { statuses } }: Case, year: number): Status {
  const [first] = statuses
  return statuses.reduce((now, each) => (each.from <= year ? each.status : now), first?.status as Status)
}

/** As given, or the last year given with its wages grown. */
function incomeIn({ incomes, assumptions }: Case, year: number): Income {
  const last = incomes.at(-1) as Income
  if (year <= last.year) return incomes.find((each) => each.year === year) as Income
  let { wages } = last
  for (let each = last.year; each < year; each++) wages += wages * assumptions.wageGrowth
  return { ...last, year, wages }
}

const termsOf = (income: Income, short: number, long: number): Terms => ({
  short: income.shortTermGain + short,
  long: income.longTermGain + long,
})

const gainsOf = (terms: Terms): Gains => ({
  ...{ ...terms, shortA: 0, shortB: 0, shortC: 0, longD: 0, longE: 0, longF: 0 },
  ...{ collectibles: 0, unrecaptured1250: 0, shortCarryover: 0, longCarryover: 0 },
})

function carryInto(gains: Gains, { short, long }: Readonly<Terms>): void {
  gains.shortCarryover = short
  gains.longCarryover = long
}

function factsOf(income: Income, shares: YearOfShares): Facts {
  const { itemized, credits } = income
  return {
    ...{ wages: income.wages, interest: income.interest, otherIncome: income.otherIncome },
    ...{ ordinaryDividends: income.ordinaryDividends, qualifiedDividends: income.qualifiedDividends },
    ...{ optionWages: shares.wages, compensation: shares.compensation, compensationUnreported: 0 },
    amtCompensation: shares.amtCompensation,
    gains: gainsOf(termsOf(income, shares.short, shares.long)),
    amtGains: gainsOf(termsOf(income, shares.amtShort, shares.amtLong)),
    ...{ agedOrBlindBoxes: 0, seniors: 0, hasItemized: itemized !== null, deductionChoice: income.deductionChoice },
    stateAndLocalTaxes: Number(itemized?.stateAndLocalTaxes ?? 0),
    ...{ realEstateTaxes: itemized?.realEstateTaxes ?? 0, mortgageInterest: itemized?.mortgageInterest ?? 0 },
    ...{ charityCash: itemized?.charityCash ?? 0, charityCashToFunds: 0, charityStock: itemized?.charityStock ?? 0 },
    ...{ charityOrdinary: 0, charityPrivate: 0, charityPrivateStock: 0 },
    ...{ charityCashCarried: 0, charityOrdinaryCarried: 0, charityStockCarried: 0 },
    ...{ charityPrivateCarried: 0, charityPrivateStockCarried: 0 },
    isoSpread: shares.spread,
    ...{ line2b: 0, line2c: 0, line2d: 0, line2e: 0, line2f: 0, line2g: 0, line2h: 0, line2j: 0, line2l: 0 },
    ...{ line2kForm4797: 0, line2kCasualty: 0, line2m: 0, line2n: 0, line2o: 0, line2p: 0, line2q: 0, line2r: 0 },
    ...{ line2s: 0, line2t: 0, minimumTaxCreditNol: 0 },
    ...{ otherAmtAdjustment: income.otherAmtAdjustment, otherAmtExclusion: income.otherAmtExclusion },
    ...{ foreignTaxCredit: 0, amtForeignTaxCredit: 0 },
    ...{ childTaxCredit: credits.childTaxCredit, otherCredits: credits.other },
    ...{ minimumTaxCreditMade: 0, minimumTaxCredit: 0, vehicleCreditUnallowed: 0 },
  }
}
