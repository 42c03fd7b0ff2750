/**
 * One federal return worked from the Code, section by section, with the choice of 63(e). The answer has the fields of
 * the flat case's summary, unrounded. No line of a form is used and nothing of the engine.
 */
import { type Figures, figuresFor, type Status } from './figures.ts'
import { type RateGains, type Rounding, rateGains, type Section1, section1 } from './section1.ts'
import { adjustedNetMinimumTax, exclusionMinimumTax, minimumTaxCredit, personalCreditsAllowed } from './section53.ts'
import { type MinimumTax, minimumTax } from './section55.ts'
import { alternativeMinimumTaxableIncome, exclusionItems } from './section56.ts'
import { aged, type Deduction, standardDeduction, taxableIncome } from './section63.ts'
import { section68Reduction } from './section68.ts'
import { seniorDeduction } from './section151.ts'
import { taxDeduction } from './section164.ts'
import { type GiftCarryover, giftDeduction, noGifts, nonItemizerGift } from './section170.ts'
import { type CapitalPosition, capitalDifference, capitalPosition, lossCarriedOut, type Terms } from './section1211.ts'
import { investmentIncomeTax } from './section1411.ts'
import { additionalMedicareTax } from './section3101.ts'

export interface Itemized {
  stateAndLocalTaxes: number
  realEstateTaxes: number
  mortgageInterest: number
  /** To public charities; stock held more than a year, at its value */
  charityCash: number
  charityStock: number
}

export type DeductionChoice = 'lowestTax' | 'larger' | Deduction

export interface FlatCase {
  id: string
  year: number
  status: Status
  age: number
  spouseAge?: number
  wages: number
  interest: number
  ordinaryDividends: number
  /** Part of `ordinaryDividends` */
  qualifiedDividends: number
  shortTermGain: number
  longTermGain: number
  /** Parts of `longTermGain` */
  collectiblesGain?: number
  unrecaptured1250Gain?: number
  isoSpread: number
  otherAmtAdjustment: number
  itemized?: Itemized
  /** Nonrefundable. Besides the two foreign ones, every name is a personal credit. */
  credits?: Readonly<Record<string, number>>
  minimumTaxCreditCarriedIn?: number
  capitalLoss?: Terms
  amtCapitalLoss?: Terms
  /** Long-term gain of the AMT less that of the regular tax */
  amtGainDifference?: number
  deductionChoice?: DeductionChoice
  rounding?: Rounding
}

export interface Summary {
  agi: number
  deduction: number
  deductionTaken: Deduction
  taxableIncome: number
  regularTax: number
  amti: number
  exemption: number
  tentativeMinimumTax: number
  amt: number
  niit: number
  additionalMedicareTax: number
  minimumTaxCreditUsed: number
  minimumTaxCreditCarriedOut: number
  totalTax: number
}

/** The summary, and what a later year needs of this one. */
export interface WorkedYear {
  summary: Summary
  /** Form 6251 line 2k */
  line2k: number
  /** Form 8801 lines 15 and 18 of the next year */
  exclusionMinimumTax: number
  adjustedNetMinimumTax: number
  capitalLossCarriedOut: Terms
  amtCapitalLossCarriedOut: Terms
  giftsCarriedOut: GiftCarryover[]
}

const none: Terms = { short: 0, long: 0 }

export function figureByStatute(x: FlatCase): Summary {
  return workYear(x).summary
}

/** The year under the deduction chosen: by default the one that leaves the least tax. */
export function workYear(x: FlatCase): WorkedYear {
  const choice = x.deductionChoice ?? 'lowestTax'
  if (choice === 'standard' || choice === 'itemized') return workWith(x, choice)
  const standard = workWith(x, 'standard')
  const itemized = workWith(x, 'itemized')
  const larger = itemized.summary.deduction > standard.summary.deduction ? itemized : standard
  if (choice === 'larger') return larger
  const saved = standard.summary.totalTax - itemized.summary.totalTax
  // Less than half a cent is no difference: the larger deduction is then taken.
  if (Math.abs(saved) < 0.005) return larger
  return saved > 0 ? itemized : standard
}

interface Income {
  agi: number
  regular: CapitalPosition
  amt: CapitalPosition
}

function incomeOf(x: FlatCase, f: Figures): Income {
  const gains = { short: x.shortTermGain, long: x.longTermGain }
  const regular = capitalPosition(gains, x.capitalLoss ?? none, f)
  const amtGains = { short: gains.short, long: gains.long + (x.amtGainDifference ?? 0) }
  const amt = capitalPosition(amtGains, x.amtCapitalLoss ?? none, f)
  // Sections 61 and 62: nothing in a flat case is deducted above the line
  return { agi: x.wages + x.interest + x.ordinaryDividends + regular.included, regular, amt }
}

function gainsOf(x: FlatCase, p: CapitalPosition): RateGains {
  return rateGains({
    ...p,
    qualifiedDividends: x.qualifiedDividends,
    collectiblesGain: x.collectiblesGain ?? 0,
    unrecaptured1250Gain: x.unrecaptured1250Gain ?? 0,
  })
}

interface Deductions {
  taken: Deduction
  /** Standard or itemized, with the gift of 170(p) and after section 68 */
  amount: number
  section151: number
  standard: number
  taxes: number
  section68: number
  giftsCarriedOut: GiftCarryover[]
}

function deductionsOf(x: FlatCase, taken: Deduction, agi: number, f: Figures): Deductions {
  const section151 = seniorDeduction(aged({ age: x.age, spouseAge: x.spouseAge }, f), agi, f)
  const paid = x.itemized
  if (taken === 'standard') {
    const standard = standardDeduction({ age: x.age, spouseAge: x.spouseAge, blind: 0 }, f)
    const gift = nonItemizerGift(agi, paid?.charityCash ?? 0, f)
    return { taken, amount: standard + gift, section151, standard, taxes: 0, section68: 0, giftsCarriedOut: [] }
  }
  const taxes = taxDeduction((paid?.stateAndLocalTaxes ?? 0) + (paid?.realEstateTaxes ?? 0), agi, f)
  const given = { ...noGifts, cash: paid?.charityCash ?? 0, gainProperty: paid?.charityStock ?? 0 }
  const gifts = giftDeduction(agi, given, [], f)
  const allowed = taxes + (paid?.mortgageInterest ?? 0) + gifts.deduction
  const section68 = section68Reduction(allowed, taxableIncome(agi, allowed, section151), f)
  return {
    taken,
    amount: allowed - section68,
    section151,
    standard: 0,
    taxes,
    section68,
    giftsCarriedOut: gifts.carriedOut,
  }
}

interface Credits {
  foreign: number
  amtForeign: number
  personal: number
}

function creditsOf(x: FlatCase, regularTax: number): Credits {
  const { foreignTaxCredit = 0, amtForeignTaxCredit, ...personal } = x.credits ?? {}
  return {
    // Section 904(a): not above the tax it is set against
    foreign: Math.min(foreignTaxCredit, regularTax),
    amtForeign: amtForeignTaxCredit ?? electedForeignCredit(x, foreignTaxCredit),
    personal: Object.values(personal).reduce((sum, credit) => sum + credit, 0),
  }
}

/** Under the election of 904(j) for small amounts the AMT has the same credit. Above them it is worked out apart. */
function electedForeignCredit(x: FlatCase, foreignTaxCredit: number): number {
  if (foreignTaxCredit <= (x.status === 'mfj' ? 600 : 300)) return foreignTaxCredit
  throw new Error(`${x.id}: say credits.amtForeignTaxCredit, which sections 59(a) and 904 figure from other facts`)
}

function workWith(x: FlatCase, taken: Deduction): WorkedYear {
  const f = figuresFor(x.year, x.status)
  const income = incomeOf(x, f)
  const deductions = deductionsOf(x, taken, income.agi, f)
  const taxable = taxableIncome(income.agi, deductions.amount, deductions.section151)
  const regularGains = gainsOf(x, income.regular)
  const regular = section1(taxable, regularGains, f, x.rounding ?? 'exact')

  const line2k = capitalDifference(income.amt, income.regular)
  const amtiFacts = {
    taxableIncome: taxable,
    taxesDeducted: deductions.taxes,
    standardDeduction: deductions.standard,
    section151Deduction: deductions.section151,
    section68Reduction: deductions.section68,
    isoSpread: x.isoSpread,
    otherTiming: x.otherAmtAdjustment + line2k,
  }
  const amti = alternativeMinimumTaxableIncome(amtiFacts)
  const credits = creditsOf(x, regular.tax)
  const common = { regular, amtForeignTaxCredit: credits.amtForeign, foreignTaxCredit: credits.foreign }
  const minimum = minimumTax({ ...common, amti, gains: gainsOf(x, income.amt) }, f)
  // The AMT foreign tax credit is taken to be the same on exclusion items alone.
  const onExclusions = exclusionMinimumTax(
    { ...common, taxableIncome: taxable, exclusionItems: exclusionItems(amtiFacts), gains: regularGains },
    f,
  )
  return {
    summary: summaryOf(x, income, deductions, taxable, regular, minimum, credits, f),
    line2k,
    exclusionMinimumTax: onExclusions,
    adjustedNetMinimumTax: adjustedNetMinimumTax(minimum.amt, onExclusions),
    capitalLossCarriedOut: lossCarriedOut(income.regular, taxable + income.regular.lossAllowed + deductions.section151),
    // The AMT allows no deduction under section 151, so nothing is added back for it
    amtCapitalLossCarriedOut: lossCarriedOut(income.amt, amti + income.amt.lossAllowed),
    giftsCarriedOut: deductions.giftsCarriedOut,
  }
}

function summaryOf(
  x: FlatCase,
  income: Income,
  deductions: Deductions,
  taxable: number,
  regular: Section1,
  minimum: MinimumTax,
  credits: Credits,
  f: Figures,
): Summary {
  const personal = personalCreditsAllowed(credits.personal, regular.tax - credits.foreign, minimum.amt)
  const credit = minimumTaxCredit({
    carriedIn: x.minimumTaxCreditCarriedIn ?? 0,
    regularTaxLiability: regular.tax,
    otherCredits: credits.foreign + personal,
    tentativeMinimumTax: minimum.tentativeMinimumTax,
  })
  const niit = investmentIncomeTax(x.interest + x.ordinaryDividends, income.regular.included, income.agi, f)
  const medicare = additionalMedicareTax(x.wages, f)
  return {
    agi: income.agi,
    deduction: deductions.amount,
    deductionTaken: deductions.taken,
    taxableIncome: Math.max(0, taxable),
    regularTax: regular.tax,
    amti: minimum.amti,
    exemption: minimum.exemption,
    tentativeMinimumTax: minimum.tentativeMinimumTax,
    amt: minimum.amt,
    niit,
    additionalMedicareTax: medicare,
    minimumTaxCreditUsed: credit.used,
    minimumTaxCreditCarriedOut: credit.carriedOut,
    totalTax: regular.tax + minimum.amt - credits.foreign - personal - credit.used + niit + medicare,
  }
}
