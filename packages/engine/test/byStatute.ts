/**
 * The second working of a whole return on the engine's facts: the sections of `statute/` put together for what a flat
 * case cannot say, which is carryovers, 25 and 28 % gains, compensation and every line of Form 6251. No form is used,
 * and nothing of the engine but the type of its facts.
 */
import type { Facts, Gains } from '../src/forms/facts.ts'
import type { Summary } from '../src/summary.ts'
import { type Figures, figuresFor, type Status } from './statute/figures.ts'
import { type RateGains, type Rounding, rateGains, section1 } from './statute/section1.ts'
import {
  adjustedNetMinimumTax,
  exclusionMinimumTax,
  minimumTaxCredit,
  personalCreditsAllowed,
} from './statute/section53.ts'
import { minimumTax } from './statute/section55.ts'
import { alternativeMinimumTaxableIncome, exclusionItems } from './statute/section56.ts'
import { taxableIncome } from './statute/section63.ts'
import { section68Reduction } from './statute/section68.ts'
import { seniorDeduction } from './statute/section151.ts'
import { taxDeduction } from './statute/section164.ts'
import { type GiftCarryover, type GiftDeduction, giftDeduction, nonItemizerGift } from './statute/section170.ts'
import {
  type CapitalPosition,
  capitalDifference,
  capitalPosition,
  lossCarriedOut,
  type Terms,
} from './statute/section1211.ts'
import { investmentIncomeTax } from './statute/section1411.ts'
import { additionalMedicareTax } from './statute/section3101.ts'

/** The summary of a year, and what the years after it need. */
export interface StatuteReturn {
  readonly summary: Summary
  readonly exclusionMinimumTax: number
  readonly adjustedNetMinimumTax: number
  readonly capitalLossCarriedOut: Terms
  readonly amtCapitalLossCarriedOut: Terms
  readonly gifts: GiftDeduction
}

/** How the open points of the law are read, 1 as the Code's words are taken to be. */
export interface OpenPoints {
  readonly overallLimitationRestored: 0 | 1
  readonly nonItemizerGiftAllowedInAmt: 0 | 1
  readonly exclusionGainsRegular: 0 | 1
}

const asWritten: OpenPoints = { overallLimitationRestored: 1, nonItemizerGiftAllowedInAmt: 1, exclusionGainsRegular: 1 }

/** The year under the deduction the facts choose. */
export function returnByStatute(
  facts: Readonly<Facts>,
  year: number,
  status: Status,
  rounding: Rounding = 'exact',
  open: OpenPoints = asWritten,
): StatuteReturn {
  const f = figuresFor(year, status)
  const standard = returnWith(facts, 'standard', f, rounding, open)
  if (!facts.hasItemized || facts.deductionChoice === 'standard') return standard
  const itemized = returnWith(facts, 'itemized', f, rounding, open)
  if (facts.deductionChoice === 'itemized') return itemized
  const larger = itemized.summary.deduction > standard.summary.deduction ? itemized : standard
  const saved = standard.summary.totalTax - itemized.summary.totalTax
  if (facts.deductionChoice === 'larger' || Math.abs(saved) < 1e-5) return larger
  return saved > 0 ? itemized : standard
}

function returnWith(
  x: Readonly<Facts>,
  deductionTaken: 'standard' | 'itemized',
  f: Figures,
  rounding: Rounding,
  open: OpenPoints,
): StatuteReturn {
  const regular = positionOf(x.gains, f)
  const amt = positionOf(x.amtGains, f)
  const compensated = x.compensation + x.compensationUnreported
  const agi =
    x.wages + x.optionWages + compensated + x.interest + x.ordinaryDividends + x.otherIncome + regular.included
  const deductions = deductionTaken === 'standard' ? standardOf(x, agi, f) : itemizedOf(x, agi, f)
  const section151 = seniorDeduction(x.seniors, agi, f)
  const taxable = taxableIncome(agi, deductions.amount, section151)
  const regularGains = rateGainsOf(x, x.gains, regular)
  const amtGains = rateGainsOf(x, x.amtGains, amt)
  const tax = section1(taxable, regularGains, f, rounding)

  const items = {
    taxableIncome: taxable,
    taxesDeducted: deductions.taxes,
    standardDeduction: deductions.standard,
    section151Deduction: section151,
    section68Reduction: deductions.section68 * open.overallLimitationRestored,
  }
  const gift = deductions.nonItemizerGift * (1 - open.nonItemizerGiftAllowedInAmt)
  // Amounts of 56(b)(1) and 57(a)(1), (5), (7) that enter as stated; all others are timing
  const stated = x.line2b + x.line2c + x.line2d + x.line2g + x.line2h + x.otherAmtExclusion + gift
  const compensation = x.amtCompensation - compensated
  const otherTiming = timingOf(x) + compensation + capitalDifference(amt, regular) + stated
  const amti = alternativeMinimumTaxableIncome({ ...items, isoSpread: x.isoSpread, otherTiming })
  const credits = {
    amtForeignTaxCredit: x.amtForeignTaxCredit,
    // Section 904(a): not above the tax it is set against
    foreignTaxCredit: Math.min(x.foreignTaxCredit, tax.tax),
  }
  const minimum = minimumTax({ ...credits, regular: tax, amti, gains: amtGains }, f)
  const exclusions = exclusionItems({ ...items, isoSpread: 0, otherTiming: 0 }) + stated
  const onExclusions = exclusionMinimumTax(
    {
      ...credits,
      ...{ regular: tax, taxableIncome: taxable + x.line2e },
      ...{ exclusionItems: exclusions + x.minimumTaxCreditNol },
      gains: open.exclusionGainsRegular === 1 ? regularGains : amtGains,
    },
    f,
  )
  const personal = personalCreditsAllowed(
    x.childTaxCredit + x.otherCredits,
    tax.tax - credits.foreignTaxCredit,
    minimum.amt,
  )
  const credit = minimumTaxCredit({
    carriedIn: x.minimumTaxCreditMade + x.minimumTaxCredit + x.vehicleCreditUnallowed,
    regularTaxLiability: tax.tax,
    otherCredits: credits.foreignTaxCredit + x.childTaxCredit + x.otherCredits,
    tentativeMinimumTax: minimum.tentativeMinimumTax,
  })
  const niit = investmentIncomeTax(x.interest + x.ordinaryDividends, regular.included, agi, f)
  const additionalMedicare = additionalMedicareTax(x.wages + x.optionWages, f)
  const before = tax.tax + minimum.amt - credits.foreignTaxCredit - personal - credit.used
  return {
    summary: {
      ...{ agi, deduction: deductions.amount, deductionTaken, taxableIncome: Math.max(0, taxable) },
      ...{ regularTax: tax.tax, amti: minimum.amti, exemption: minimum.exemption, amt: minimum.amt },
      ...{ tentativeMinimumTax: minimum.tentativeMinimumTax, niit, additionalMedicareTax: additionalMedicare },
      ...{ minimumTaxCreditUsed: credit.used, minimumTaxCreditCarriedOut: credit.carriedOut },
      totalTax: before + niit + additionalMedicare,
    },
    exclusionMinimumTax: onExclusions,
    adjustedNetMinimumTax: adjustedNetMinimumTax(minimum.amt, onExclusions),
    capitalLossCarriedOut: lossCarriedOut(regular, taxable + regular.lossAllowed + section151),
    amtCapitalLossCarriedOut: lossCarriedOut(amt, amti + amt.lossAllowed),
    gifts: deductions.gifts,
  }
}

/** Gains and losses of a year by term, whatever form they come from. */
export const termsOf = (gains: Readonly<Gains>): Terms => ({
  short: gains.short + gains.shortA + gains.shortB + gains.shortC,
  long: gains.long + gains.longD + gains.longE + gains.longF,
})

const positionOf = (gains: Readonly<Gains>, f: Figures): CapitalPosition =>
  capitalPosition(termsOf(gains), { short: gains.shortCarryover, long: gains.longCarryover }, f)

const rateGainsOf = (x: Readonly<Facts>, gains: Readonly<Gains>, position: CapitalPosition): RateGains =>
  rateGains({
    ...position,
    qualifiedDividends: x.qualifiedDividends,
    collectiblesGain: gains.collectibles,
    unrecaptured1250Gain: gains.unrecaptured1250,
  })

interface Deductions {
  readonly amount: number
  readonly standard: number
  readonly nonItemizerGift: number
  readonly taxes: number
  readonly section68: number
  readonly gifts: GiftDeduction
}

function standardOf(x: Readonly<Facts>, agi: number, f: Figures): Deductions {
  const standard = f.basicStandard + f.agedOrBlind * x.agedOrBlindBoxes
  const gift = nonItemizerGift(agi, x.charityCash - x.charityCashToFunds, f)
  const gifts = giftsOf(x, agi, f)
  return { amount: standard + gift, standard, nonItemizerGift: gift, taxes: 0, section68: 0, gifts }
}

function itemizedOf(x: Readonly<Facts>, agi: number, f: Figures): Deductions {
  const taxes = taxDeduction(x.stateAndLocalTaxes + x.realEstateTaxes, agi, f)
  const gifts = giftsOf(x, agi, f)
  const allowed = taxes + x.mortgageInterest + gifts.deduction
  const taxable = taxableIncome(agi, allowed, seniorDeduction(x.seniors, agi, f))
  const section68 = section68Reduction(allowed, taxable, f)
  return { amount: allowed - section68, standard: 0, nonItemizerGift: 0, taxes, section68, gifts }
}

function giftsOf(x: Readonly<Facts>, agi: number, f: Figures): GiftDeduction {
  const given = {
    ...{ cash: x.charityCash, property: x.charityOrdinary, gainProperty: x.charityStock },
    ...{ others: x.charityPrivate, othersGainProperty: x.charityPrivateStock },
  }
  const carriedIn: GiftCarryover[] = [
    { kind: 'cash', amount: x.charityCashCarried, age: 1 },
    { kind: 'property', amount: x.charityOrdinaryCarried, age: 1 },
    { kind: 'gainProperty', amount: x.charityStockCarried, age: 1 },
    { kind: 'others', amount: x.charityPrivateCarried, age: 1 },
    { kind: 'othersGainProperty', amount: x.charityPrivateStockCarried, age: 1 },
  ]
  return giftDeduction(agi, given, carriedIn, f)
}

/** The lines of Form 6251 that are only a matter of timing: sections 56(a), 56(b)(2), 56(d), 57(a)(2), 58. */
const timingOf = (x: Readonly<Facts>): number => timing.reduce((sum, line) => sum + x[line], x.otherAmtAdjustment)

const timing = [
  ...(['line2e', 'line2f', 'line2j', 'line2kForm4797', 'line2kCasualty', 'line2l', 'line2m', 'line2n'] as const),
  ...(['line2o', 'line2p', 'line2q', 'line2r', 'line2s', 'line2t'] as const),
] as const
