/**
 * Form 2210, Schedule AI, Annualized Income Installment Method (lines as on the 2019 revision; later ones may number some
 * otherwise). IRC §6654(d)(2). A column is two sheets, because the second serves states with the same rule too: the tax on
 * annualized income, and the installment that follows from it. The return of the column is figured on income, deductions and AMT
 * income of the period, annualized before the exemption comes off, as the instructions of line 16 have it.
 * Left out: self-employment tax (line 15, Part II).
 */
import { blank, type Sheet } from '../form.ts'
import { atLeastZero, part, smaller } from '../money.ts'
import type { Form1040 } from './form1040.ts'

/** The return on annualized amounts, and what they were multiplied by. */
export interface ScheduleAITaxFrom {
  readonly form1040: Readonly<
    Pick<
      Form1040,
      'line11b' | 'deduction' | 'line13b' | 'line15' | 'line16' | 'line17' | 'line18' | 'line21' | 'line23'
    >
  >
  readonly period: { readonly factor: number }
}

export const scheduleAITaxWords = {
  line2: 'Annualization amount: {period.factor}.',
  line3: 'Annualized income: {form1040.line11b} of the return on annualized amounts.',
  line1: 'Adjusted gross income of the period: line 3 divided by line 2.',
  line8: 'Deduction: {form1040.deduction}.',
  additionalDeductions: 'Additional deductions: {form1040.line13b}.',
  line13: 'Annualized taxable income: {form1040.line15}.',
  line14: 'Tax on it: {form1040.line16}.',
  line16: 'Other taxes of the period: AMT, {form1040.line17}, and {form1040.line23}.',
  line17: 'Total tax: add lines 14 and 16.',
  line18: 'Credits: {form1040.line21}, up to {form1040.line18}.',
  line19: 'Subtract line 18 from line 17. If zero or less, enter 0.',
} as const

export type ScheduleAITax = Sheet<typeof scheduleAITaxWords>

/** Lines 1 to 19 of a column: the tax on annualized income. IRC §6654(d)(2)(B)(i). */
export function figureScheduleAITax(
  from: ScheduleAITaxFrom,
  f: ScheduleAITax = blank(scheduleAITaxWords),
): ScheduleAITax {
  f.line2 = from.period.factor
  f.line3 = from.form1040.line11b
  f.line1 = f.line3 / f.line2
  f.line8 = from.form1040.deduction
  f.additionalDeductions = from.form1040.line13b
  f.line13 = from.form1040.line15
  f.line14 = from.form1040.line16
  f.line16 = from.form1040.line17 + from.form1040.line23
  f.line17 = f.line14 + f.line16
  f.line18 = smaller(from.form1040.line21, from.form1040.line18)
  f.line19 = atLeastZero(f.line17 - f.line18)
  return f
}

/** The tax of a column, and the columns before it. Rates are basis points. */
export interface ScheduleAIInstallmentFrom {
  /** The tax on annualized income, line 19, and the part of it due by the installment. */
  readonly annualized: { readonly tax: number; readonly applicable: number }
  /** The same installment by the regular method: its part of Form 2210 line 9. */
  readonly regular: { readonly share: number }
  readonly form2210: { readonly line9: number }
  /** The columns before: their lines 27 in sum, and line 26 less line 27 of the last; zeros for the first. */
  readonly before: { readonly installments: number; readonly saved: number }
}

export const scheduleAIInstallmentWords = {
  line20: 'Applicable percentage: {annualized.applicable}.',
  line21: 'Multiply {annualized.tax} by line 20.',
  line22: 'Installments of the columns before: {before.installments}.',
  line23: 'Annualized income installment: subtract line 22 from line 21. If zero or less, enter 0.',
  line24: 'Installment by the regular method: {regular.share} of {form2210.line9}.',
  line25: 'What the column before saved against the regular method: {before.saved}.',
  line26: 'Add lines 24 and 25.',
  line27: 'Required installment: the smaller of line 23 or line 26.',
} as const

export type ScheduleAIInstallment = Sheet<typeof scheduleAIInstallmentWords>

/** Lines 20 to 27 of a column. What an installment saves is made up by the next. IRC §6654(d)(2)(A), (B). */
export function figureScheduleAIInstallment(
  from: ScheduleAIInstallmentFrom,
  f: ScheduleAIInstallment = blank(scheduleAIInstallmentWords),
): ScheduleAIInstallment {
  f.line20 = from.annualized.applicable
  f.line21 = part(f.line20, from.annualized.tax)
  f.line22 = from.before.installments
  f.line23 = atLeastZero(f.line21 - f.line22)
  f.line24 = part(from.regular.share, from.form2210.line9)
  f.line25 = from.before.saved
  f.line26 = f.line24 + f.line25
  f.line27 = smaller(f.line23, f.line26)
  return f
}
