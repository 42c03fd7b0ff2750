/**
 * Section 53: the credit for minimum tax of earlier years, and section 26(a), which puts the personal credits first.
 *
 * The reading of 53(d)(1)(B) taken here is the words': the exclusion-only tax knows "only" the adjustments of 56(b)(1),
 * so its gains are those of the regular tax. Form 8801 lines 28 to 30 say "as refigured for the AMT, if necessary":
 * pass the AMT's gains to have that reading. They differ only after stock with two bases was sold.
 *
 * Left out: credits of corporations, the qualified electric vehicle credit of line 20.
 */
import type { Figures } from './figures.ts'
import type { RateGains, Section1 } from './section1.ts'
import { minimumTax } from './section55.ts'

export interface ExclusionFacts {
  /** Section 63, below zero when deductions exceed income */
  taxableIncome: number
  /** The adjustments of 56(b)(1) and the preferences of 57(a)(1), (5) and (7), summed */
  exclusionItems: number
  gains: RateGains
  regular: Section1
  /** Minimum tax foreign tax credit on exclusion items: Form 8801 line 12 */
  amtForeignTaxCredit: number
  foreignTaxCredit: number
}

/** What the AMT of the year would be with those items alone: Form 8801 line 15. @see IRC §53(d)(1)(B)(i)(II), (ii) */
export function exclusionMinimumTax(x: ExclusionFacts, f: Figures): number {
  return minimumTax({ ...x, amti: x.taxableIncome + x.exclusionItems }, f).amt
}

/** Form 8801 line 18: may be below zero. @see IRC §53(d)(1)(B)(i) */
export function adjustedNetMinimumTax(amt: number, exclusionAmt: number): number {
  return amt - exclusionAmt
}

/**
 * Personal credits that the year's tax can take: the regular tax after foreign tax credit, and the AMT.
 * @see IRC §26(a)
 */
export function personalCreditsAllowed(credits: number, regularTaxAfterForeign: number, amt: number): number {
  return Math.min(credits, regularTaxAfterForeign + amt)
}

export interface CreditFacts {
  /** 53(b): adjusted net minimum tax of all earlier years less credit allowed then. Form 8801 line 21. */
  carriedIn: number
  /** Section 26(b), before credits */
  regularTaxLiability: number
  /** Subparts A, B, D, E and F, the foreign tax credit among them */
  otherCredits: number
  tentativeMinimumTax: number
}

/** Credit used this year and carried to the next: Form 8801 lines 25 and 26. @see IRC §53(b), (c) */
export function minimumTaxCredit(x: CreditFacts): { used: number; carriedOut: number } {
  const credit = Math.max(0, x.carriedIn)
  const limit = Math.max(0, x.regularTaxLiability - x.otherCredits - x.tentativeMinimumTax)
  const used = Math.min(credit, limit)
  return { used, carriedOut: credit - used }
}
