/** The years of a case in order, each handing to the next what it carries. IRC §§53, 170(d), 1212(b). */
import type { Case, Income } from './case.ts'
import { type Shares, sharesOf } from './equity/shares.ts'
import { NotModelled } from './errors.ts'
import { creditAsDue, type FiledYear, filedYears } from './filed.ts'
import { blank } from './form.ts'
import {
  type CapitalLossCarryover,
  capitalLossCarryoverWords,
  figureCapitalLossCarryover,
} from './forms/capitalLossCarryover.ts'
import { carriedGifts } from './forms/charityCarryover.ts'
import type { Facts } from './forms/facts.ts'
import { type Form8801Exclusion, figureForm8801Exclusion, form8801ExclusionWords } from './forms/form8801.ts'
import type { FederalLaw, Rounding } from './law/federal/law.ts'
import { type FederalReturn, figureReturn, type Workspace } from './return.ts'
import { creditsAfter, type StateCredits, stateCredits, stateYear } from './stateYears.ts'
import { type CarriedIn, gives, type TaxYear, taxYear } from './taxYear.ts'

/** The sheets that close a year: what they leave belongs to the next. */
export interface Closing {
  /** Parts I and III of the next year's Form 8801, figured on this year. */
  readonly exclusion: Form8801Exclusion
  readonly capitalLossCarryover: CapitalLossCarryover
  readonly capitalLossCarryoverAmt: CapitalLossCarryover
}

/** A year figured: its facts, its return, the sheets that close it, and what it carries out. */
export interface FiguredYear extends TaxYear, Closing {
  readonly return: FederalReturn
  readonly carriedOut: CarriedIn
  /** The year before: figured, or as filed where the case begins and has it; null where it is not known. */
  readonly before: FiguredYear | FiledYear | null
}

/**
 * The years of a case from its first to `last`, figured in order. Form 8801 Part I of the first year comes from `history`
 * where that has the year before.
 * @throws InputError, NotModelled as `taxYear` does.
 */
export function yearsTo(of: Case, last: number, rounding: Rounding = 'exact'): FiguredYear[] {
  return yearsWhile(of, ({ year }) => year < last, rounding, last)
}

/**
 * The years of a case from its first on, for as long as `more` says of the year just figured that another is wanted; none
 * when the first is after `last`.
 */
export function yearsWhile(
  of: Case,
  more: (year: FiguredYear) => boolean,
  rounding: Rounding = 'exact',
  last = Number.POSITIVE_INFINITY,
): FiguredYear[] {
  const first = of.incomes[0]?.year ?? last
  const years: FiguredYear[] = []
  if (first > last) return years
  const shares: Shares | undefined = of.given ? undefined : sharesOf(of)
  const begins = beginning(of)
  const figure = figuring(of)
  let figured = figure(taxYear(of, first, begins.carriedIn, rounding, shares), begins.before)
  years.push(figured)
  while (more(figured)) {
    figured = figure(taxYear(of, figured.year + 1, figured.carriedOut, rounding, shares), figured)
    years.push(figured)
  }
  return years
}

/** How the years of a case are figured one after the other: where a year deducts its state's tax as figured, with the states. */
function figuring(of: Case): typeof figureYear {
  if (!of.incomes.some(deductsAsFigured)) return figureYear
  let credits = stateCredits(of)
  return (year, before) => {
    const figured = deductsAsFigured(year.income)
      ? figureYear(withStateTax(of, year, credits), before)
      : figureYear(year, before)
    credits = creditsAfter(stateYear(of, figured, credits), credits)
    return figured
  }
}

/** Whether a year's deduction for state and local taxes is its state's tax as figured. */
export const deductsAsFigured = ({ itemized }: Income): boolean => itemized?.stateAndLocalTaxes === 'auto'

/**
 * The year with its state's own tax as the deduction for it: each depends on the other where a state starts from federal taxable
 * income, by cents on the dollar, so that taking turns closes in on the one pair that fits. The pair is that of a return which
 * itemizes: with the standard deduction there is nothing to solve, and near a tie between both no one pair would fit. All of it
 * counts as paid in the year. IRC §164(a)(3).
 * @throws NotModelled where the state's tax is, or where no amount fits.
 */
function withStateTax(of: Case, year: TaxYear, credits: StateCredits): TaxYear {
  deductStateTax(year.facts, year.law, (itemized) => {
    const { returns, refused } = stateYear(of, { ...year, return: itemized }, credits)
    const [first] = refused
    if (first) throw first
    return returns.reduce((sum, { summary }) => sum + Math.max(0, summary.tax), 0)
  })
  return year
}

/**
 * Sets the deduction for state tax to what the states ask for on the return that has it.
 * @param taxOn the tax of all states on a return that itemizes
 * @throws NotModelled where no amount fits.
 */
export function deductStateTax(
  facts: Facts,
  law: FederalLaw,
  taxOn: (itemized: FederalReturn) => number,
  work?: Workspace,
): void {
  const { deductionChoice } = facts
  for (let turn = 0; turn < 100; turn++) {
    const itemized = figureReturn({ ...facts, deductionChoice: 'itemized' }, law, work)
    // The state's own choice of a deduction stays what it is
    const tax = taxOn({ ...itemized, facts: { ...itemized.facts, deductionChoice } })
    const apart = Math.abs(tax - facts.stateAndLocalTaxes)
    facts.stateAndLocalTaxes = tax
    if (apart < 1e-6) return
  }
  throw new NotModelled(
    'IRC §164(a)(3)',
    'state income tax return',
    `a deduction for the state tax of ${law.year} that no amount fits`,
  )
}

/** One year figured, with what it hands on. */
export function figureYear(year: TaxYear, before: FiguredYear['before'] = null): FiguredYear {
  const r = figureReturn(year.facts, year.law)
  const closing = newClosing()
  figureClosing(r, year.law, closing)
  return {
    ...year,
    return: r,
    ...closing,
    carriedOut: carriedOut(r, year.facts, year.law, closing, year.carriedIn, year.year),
    before,
  }
}

/** Blank sheets to close a year on. */
export const newClosing = (): Closing => ({
  exclusion: { ...blanks.exclusion },
  capitalLossCarryover: { ...blanks.capitalLossCarryover },
  capitalLossCarryoverAmt: { ...blanks.capitalLossCarryoverAmt },
})

const blanks = {
  exclusion: blank(form8801ExclusionWords),
  capitalLossCarryover: blank(capitalLossCarryoverWords),
  capitalLossCarryoverAmt: blank(capitalLossCarryoverWords),
}

/** Figures the sheets that close a year. */
export function figureClosing(r: FederalReturn, law: FederalLaw, closing: Closing): void {
  figureForm8801Exclusion(r, law, closing.exclusion)
  const { scheduleD, scheduleDAmt, form1040, schedule1A, form6251 } = r
  const income = { amount: form1040.beforeFloor + schedule1A.line37 }
  figureCapitalLossCarryover({ scheduleD, income }, closing.capitalLossCarryover)
  const amtIncome = { amount: form6251.beforeIncrease }
  figureCapitalLossCarryover({ scheduleD: scheduleDAmt, income: amtIncome }, closing.capitalLossCarryoverAmt)
}

function carriedOut(
  r: FederalReturn,
  facts: Readonly<Facts>,
  law: FederalLaw,
  { exclusion, capitalLossCarryover, capitalLossCarryoverAmt }: Closing,
  carriedIn: CarriedIn,
  year: number,
): CarriedIn {
  return {
    minimumTaxCreditMade: exclusion.line18,
    minimumTaxCredit: r.form8801.line26,
    vehicleCreditUnallowed: 0,
    capitalLoss: lossLeft(capitalLossCarryover),
    amtCapitalLoss: lossLeft(capitalLossCarryoverAmt),
    charity: giftsLeft(r, facts, law, carriedIn, year),
  }
}

const lossLeft = ({ line8, line13 }: CapitalLossCarryover) => ({ short: line8, long: line13 })

/**
 * Gifts left for later years. In a year of the standard deduction those that itemizing would have deducted are gone all
 * the same, Reg. §1.170A-10(b)(2); gifts by themselves make a year one that could itemize.
 */
export const giftsLeft = (
  r: FederalReturn,
  facts: Readonly<Facts>,
  law: FederalLaw,
  { charity }: Pick<CarriedIn, 'charity'>,
  year: number,
): CarriedIn['charity'] =>
  gives(facts) ? carriedGifts(r.charity, facts, charity, year, law.charityCarryYears) : noGifts

const noGifts: CarriedIn['charity'] = []

/** What stands before the first year, and what it carries in. */
export function beginning(of: Case): { readonly before: FiledYear | null; readonly carriedIn: CarriedIn } {
  const { minimumTaxCredit, vehicleCreditUnallowed, capitalLoss, amtCapitalLoss, charity } = of.carryforwards
  const filed = filedYears(of)
  const before = filed.find((each) => each.year + 1 === of.incomes[0]?.year) ?? null
  const left = minimumTaxCredit ?? creditAsDue(filed).at(-1)?.carriedOut ?? 0
  return {
    before,
    carriedIn: {
      minimumTaxCreditMade: before?.exclusion.line18 ?? 0,
      minimumTaxCredit: left,
      ...{ vehicleCreditUnallowed, capitalLoss, amtCapitalLoss, charity },
    },
  }
}

/**
 * Minimum tax credit that a year leaves to the next: what it carries and what its own AMT made. Form 8801 lines 19 and 18 of
 * the next year; below zero only by the reading that a shortfall is carried.
 */
export function creditIntoNext({ carriedOut: { minimumTaxCredit, minimumTaxCreditMade }, law }: FiguredYear): number {
  const left = minimumTaxCredit + minimumTaxCreditMade
  return law.creditShortfallForgiven === 1 ? Math.max(0, left) : left
}
