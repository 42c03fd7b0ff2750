/**
 * Section 164(b)(6) and (7): the limit on state and local income (or sales) and property taxes.
 *
 * Modified adjusted gross income is taken as adjusted gross income. Left out: foreign taxes, taxes of a business.
 */
import type { Figures } from './figures.ts'

const least = 10_000

/**
 * Applicable limitation amount after the phase-down, halved last for a separate return: (6)(B) halves "the applicable
 * limitation amount", which (7)(B) has by then reduced, while (7)(B)(i) halves only the threshold.
 */
export function taxDeductionLimit(adjustedGrossIncome: number, f: Figures): number {
  const separate = f.status === 'mfs' ? 0.5 : 1
  const excess = Math.max(0, adjustedGrossIncome - separate * f.taxLimitThreshold)
  // (7)(B)(iii)
  const limitation = Math.max(Math.min(least, f.taxLimit), f.taxLimit - 0.3 * excess)
  return separate * limitation
}

/** Taxes deductible under (a)(1) to (3) and (b)(5). */
export function taxDeduction(taxesPaid: number, adjustedGrossIncome: number, f: Figures): number {
  return Math.min(taxesPaid, taxDeductionLimit(adjustedGrossIncome, f))
}
