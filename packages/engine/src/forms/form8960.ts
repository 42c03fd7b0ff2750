/**
 * Form 8960, Net Investment Income Tax—Individuals (2025 revision). IRC §1411.
 * Left out: annuities, rents and businesses (lines 3 and 4), adjustments to gain (5b, 5c), deductions (line 9). The ISO
 * bargain element is not investment income; the regular-tax gain at sale is.
 */
import { blank, type Sheet } from '../form.ts'
import type { FederalLaw } from '../law/federal/law.ts'
import { atLeastZero, part, smaller } from '../money.ts'
import type { Form1040 } from './form1040.ts'

export interface Form8960From {
  readonly form1040: Readonly<Pick<Form1040, 'line2b' | 'line3b' | 'line7a' | 'line11b'>>
}

export const form8960Words = {
  line1: 'Taxable interest: {form1040.line2b}.',
  line2: 'Ordinary dividends: {form1040.line3b}.',
  line5a: 'Capital gain or loss as it enters income: {form1040.line7a}.',
  line8: 'Investment income: combine lines 1, 2, and 5a.',
  line12: 'Net investment income: line 8, not below zero.',
  line13: 'Modified adjusted gross income: {form1040.line11b}.',
  line14: 'Enter {law.niitThreshold}.',
  line15: 'Subtract line 14 from line 13. If zero or less, enter 0.',
  line16: 'The smaller of line 12 or line 15.',
  line17: 'Net investment income tax: multiply line 16 by {law.niitRate}.',
} as const

export type Form8960 = Sheet<typeof form8960Words>

/** Net investment income tax: line 17. Chapter 2A of the Code, so outside the AMT comparison and the minimum tax credit. */
export function figureForm8960(from: Form8960From, law: FederalLaw, f: Form8960 = blank(form8960Words)): Form8960 {
  f.line1 = from.form1040.line2b
  f.line2 = from.form1040.line3b
  f.line5a = from.form1040.line7a
  f.line8 = f.line1 + f.line2 + f.line5a
  f.line12 = atLeastZero(f.line8)
  f.line13 = from.form1040.line11b
  f.line14 = law.niitThreshold
  f.line15 = atLeastZero(f.line13 - f.line14)
  f.line16 = smaller(f.line12, f.line15)
  f.line17 = part(law.niitRate, f.line16)
  return f
}
