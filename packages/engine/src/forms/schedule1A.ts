/**
 * Schedule 1-A, Additional Deductions (2025), Part V: the enhanced deduction for seniors. IRC §151(d)(5)(C), 2025 to 2028.
 * Left out: tips, overtime and car loan interest (Parts II to IV); there is no fact that could hold them.
 */
import { blank, type Sheet } from '../form.ts'
import type { FederalLaw } from '../law/federal/law.ts'
import { atLeastZero, part } from '../money.ts'
import type { Facts } from './facts.ts'
import type { Form1040 } from './form1040.ts'

export interface Schedule1AFrom {
  readonly facts: Readonly<Pick<Facts, 'seniors'>>
  readonly form1040: Readonly<Pick<Form1040, 'line11b'>>
}

export const schedule1AWords = {
  line3: 'Modified adjusted gross income: {form1040.line11b}.',
  line31: 'Enter the amount from line 3.',
  line32: 'Enter {law.seniorDeductionStart}.',
  line33: 'Subtract line 32 from line 31. If zero or less, enter 0.',
  line34: 'Multiply line 33 by {law.seniorDeductionRate}.',
  line35: 'Subtract line 34 from {law.seniorDeduction}. If zero or less, enter 0.',
  line37: 'Enhanced deduction for seniors: line 35 times {facts.seniors}.',
  line38: 'Total additional deductions: the amount from line 37.',
} as const

export type Schedule1A = Sheet<typeof schedule1AWords>

/** The deduction for seniors: each person's share shrinks by the same amount. */
export function figureSchedule1A(
  from: Schedule1AFrom,
  law: FederalLaw,
  f: Schedule1A = blank(schedule1AWords),
): Schedule1A {
  f.line3 = from.form1040.line11b
  f.line31 = f.line3
  f.line32 = law.seniorDeductionStart
  f.line33 = atLeastZero(f.line31 - f.line32)
  f.line34 = part(law.seniorDeductionRate, f.line33)
  f.line35 = atLeastZero(law.seniorDeduction - f.line34)
  f.line37 = f.line35 * from.facts.seniors
  f.line38 = f.line37
  return f
}
