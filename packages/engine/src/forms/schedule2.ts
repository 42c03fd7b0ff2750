/** Schedule 2, Additional Taxes (2025): AMT, Additional Medicare Tax, net investment income tax. Left out: repayments (lines 1a to 1y) and all other taxes. */
import { blank, type Sheet } from '../form.ts'
import type { Form6251 } from './form6251.ts'
import type { Form8959 } from './form8959.ts'
import type { Form8960 } from './form8960.ts'

export interface Schedule2From {
  readonly form6251: Readonly<Pick<Form6251, 'line11'>>
  readonly form8959: Readonly<Pick<Form8959, 'line18'>>
  readonly form8960: Readonly<Pick<Form8960, 'line17'>>
}

export const schedule2Words = {
  line2: 'Alternative minimum tax: {form6251.line11}.',
  line3: 'The amount from line 2, before the repayments this return does not have.',
  line11: 'Additional Medicare Tax: {form8959.line18}.',
  line12: 'Net investment income tax: {form8960.line17}.',
  line21: 'Other taxes: add lines 11 and 12.',
} as const

export type Schedule2 = Sheet<typeof schedule2Words>

/** Additional taxes: line 3 goes above the credits, line 21 below them. */
export function figureSchedule2(from: Schedule2From, f: Schedule2 = blank(schedule2Words)): Schedule2 {
  f.line2 = from.form6251.line11
  f.line3 = f.line2
  f.line11 = from.form8959.line18
  f.line12 = from.form8960.line17
  f.line21 = f.line11 + f.line12
  return f
}
