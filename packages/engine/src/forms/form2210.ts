/**
 * Form 2210, Underpayment of Estimated Tax by Individuals (2024 revision). IRC §6654.
 * Part I is the required annual payment; Part III goes installment by installment, each column handing on to the next.
 * Left out: refundable credits (line 3), and waivers (Part II boxes A and B). States with the same rules are figured on it too.
 */
import { blank, type Sheet } from '../form.ts'
import type { EstimatedLaw } from '../law/federal/estimated.ts'
import { atLeastZero, part, smaller } from '../money.ts'

export interface Form2210From {
  /** Tax after credits, and other taxes: Form 1040 lines 22 and 23. */
  readonly tax: { readonly afterCredits: number; readonly other: number }
  readonly paid: { readonly withheld: number }
  /** Last year's tax and the rate of it that counts, basis points; NaN where the tax is not known or must not be used. */
  readonly prior: { readonly tax: number; readonly rate: number }
}

export const form2210Words = {
  line1: 'Tax after credits: {tax.afterCredits}.',
  line2: 'Other taxes, such as Additional Medicare Tax and Net Investment Income Tax: {tax.other}.',
  line4: 'Tax of the year: add lines 1 and 2.',
  line5: 'Multiply line 4 by {law.currentYearRate}.',
  line6: 'Withholding: {paid.withheld}.',
  line7: 'Subtract line 6 from line 4. If less than the least amount, no penalty is due.',
  line8: 'What the tax of the year before asks: {prior.rate} of {prior.tax}.',
  line9:
    'Required annual payment: the smaller of line 5 or line 8; line 5 where the tax of the year before does not count.',
} as const

export type Form2210 = Sheet<typeof form2210Words>

/** Part I: what must be paid during the year. IRC §6654(d)(1)(B), (f). */
export function figureForm2210(
  from: Form2210From,
  law: Readonly<Pick<EstimatedLaw, 'currentYearRate'>>,
  f: Form2210 = blank(form2210Words),
): Form2210 {
  f.line1 = from.tax.afterCredits
  f.line2 = from.tax.other
  f.line4 = f.line1 + f.line2
  f.line5 = part(law.currentYearRate, f.line4)
  f.line6 = from.paid.withheld
  f.line7 = f.line4 - f.line6
  f.line8 = part(from.prior.rate, from.prior.tax)
  f.line9 = Number.isNaN(f.line8) ? f.line5 : smaller(f.line5, f.line8)
  return f
}

/** One column of Part III and what it takes from the column before; zeros for the first. */
export interface Form2210ColumnFrom {
  readonly installment: { readonly required: number; readonly paid: number }
  readonly before: { readonly overpaid: number; readonly owed: number }
}

export const form2210ColumnWords = {
  line10: 'Required installment: {installment.required}.',
  line11: 'Estimated tax paid and tax withheld for the installment: {installment.paid}.',
  line12: 'Overpayment of the column before: {before.overpaid}.',
  line13: 'Add lines 11 and 12.',
  line14: 'What is still owed of the columns before, short or not made up: {before.owed}.',
  line15: 'Subtract line 14 from line 13. If zero or less, enter 0.',
  line16: 'If line 15 is zero, subtract line 13 from line 14. Otherwise, enter 0.',
  line17: 'Underpayment: subtract line 15 from line 10. If zero or less, enter 0.',
  line18: 'Overpayment: subtract line 10 from line 15. If zero or less, enter 0.',
} as const

export type Form2210Column = Sheet<typeof form2210ColumnWords>

/** Part III, one installment: whether it is short. What is paid fills the oldest hole first. IRC §6654(b)(1), (3). */
export function figureForm2210Column(
  from: Form2210ColumnFrom,
  f: Form2210Column = blank(form2210ColumnWords),
): Form2210Column {
  f.line10 = from.installment.required
  f.line11 = from.installment.paid
  f.line12 = from.before.overpaid
  f.line13 = f.line11 + f.line12
  f.line14 = from.before.owed
  f.line15 = atLeastZero(f.line13 - f.line14)
  f.line16 = f.line15 === 0 ? f.line14 - f.line13 : 0
  f.line17 = atLeastZero(f.line10 - f.line15)
  f.line18 = atLeastZero(f.line15 - f.line10)
  return f
}
