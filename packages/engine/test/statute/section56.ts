/**
 * Section 56(b): from taxable income to alternative minimum taxable income, for the items an option holder meets.
 * `exclusions` are the adjustments of (b)(1), which earn no credit under section 53; the rest are timing.
 *
 * Left out: the adjustments of 56(a), private activity bonds and the other preferences of section 57, and investment
 * and mortgage interest that differ.
 */

export interface AmtiFacts {
  /** Section 63, below zero when deductions exceed income */
  taxableIncome: number
  /** (b)(1)(A)(ii): taxes deducted under section 164(a)(1) to (3) */
  taxesDeducted: number
  /** (b)(1)(D): the standard deduction, without the gift of section 170(p), which 63(b)(4) lists apart from it */
  standardDeduction: number
  /** (b)(1)(D): the deduction for seniors, which stands in section 151 */
  section151Deduction: number
  /** (b)(1)(E): what section 68 took away is given back */
  section68Reduction: number
  /** (b)(3): excess of value over price paid, of stock acquired by incentive options and not disposed of in the year */
  isoSpread: number
  /** (b)(3), last sentence: gains by the AMT basis less those of the regular tax; and any other timing item */
  otherTiming: number
}

/** The adjustments of 56(b)(1): Form 8801 calls them exclusion items. */
export function exclusionItems(x: AmtiFacts): number {
  return x.taxesDeducted + x.standardDeduction + x.section151Deduction - x.section68Reduction
}

/** Alternative minimum taxable income before the increase of 55(d)(2). @see IRC §55(b)(1)(D) */
export function alternativeMinimumTaxableIncome(x: AmtiFacts): number {
  return x.taxableIncome + exclusionItems(x) + x.isoSpread + x.otherTiming
}

/**
 * Income from stock acquired by an incentive option: its value when it may be transferred or can no longer be forfeited
 * (at exercise, if an election was made), less what was paid, not below zero. @see IRC §56(b)(3) and §83(a)
 */
export function optionSpread(value: number, paid: number): number {
  return Math.max(0, value - paid)
}
