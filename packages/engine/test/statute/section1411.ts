/**
 * Section 1411: the tax on net investment income. Not in chapter 1, so no part of the AMT and no credit against it.
 *
 * A net capital loss, as far as section 1211(b) allows it, comes off the other investment income: Treas. Reg.
 * 1.1411-4(f)(4).
 *
 * Left out: deductions allocable to investment income, among them part of the state income tax; passive businesses.
 */
import type { Figures } from './figures.ts'

/** `capitalGain` is what enters adjusted gross income: below zero for a loss. @see IRC §1411(a)(1), (b), (c)(1) */
export function investmentIncomeTax(
  interestAndDividends: number,
  capitalGain: number,
  adjustedGrossIncome: number,
  f: Figures,
): number {
  const income = Math.max(0, interestAndDividends + capitalGain)
  return 0.038 * Math.min(income, Math.max(0, adjustedGrossIncome - f.investmentIncomeThreshold))
}
