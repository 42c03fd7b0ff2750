/**
 * Section 63: taxable income and the standard deduction.
 *
 * Left out: the smaller standard deduction of someone else's dependent (63(c)(5)); the deductions of sections 199A, 224
 * and 225; a spouse on a separate return who has no income (63(f)(1)(B)). A separate filer who takes the standard
 * deduction is taken to be one whose spouse does too (63(c)(6)(A)).
 */
import type { Figures } from './figures.ts'

/** The people who count on this return, by age at the end of the year and by blindness. */
export interface Filers {
  age: number
  spouseAge: number | undefined
  blind: number
}

/** How many on the return have attained 65: the taxpayer, and the spouse of a joint return. @see IRC §63(f)(1) */
export function aged(x: Pick<Filers, 'age' | 'spouseAge'>, f: Figures): number {
  const spouse = f.status === 'mfj' && x.spouseAge !== undefined && x.spouseAge >= 65
  return (x.age >= 65 ? 1 : 0) + (spouse ? 1 : 0)
}

/** Basic and additional standard deduction. @see IRC §63(c)(1) to (3), (f) */
export function standardDeduction(x: Filers, f: Figures): number {
  return f.basicStandard + f.agedOrBlind * (aged(x, f) + x.blind)
}

/** The choice that 63(e) leaves to the taxpayer, who may itemize less than the standard deduction. */
export type Deduction = 'standard' | 'itemized'

/** Taxable income, below zero when deductions exceed income. @see IRC §63(a), (b) */
export function taxableIncome(adjustedGrossIncome: number, deduction: number, section151Deduction: number): number {
  return adjustedGrossIncome - deduction - section151Deduction
}
