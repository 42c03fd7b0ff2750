/** Schedule 3, Additional Credits (2025), Part I. Credits other than the minimum tax credit enter as already worked out. */
import { blank, type Sheet } from '../form.ts'
import { smaller } from '../money.ts'
import type { Facts } from './facts.ts'
import type { Form1040 } from './form1040.ts'
import type { Form8801 } from './form8801.ts'

export interface Schedule3From {
  readonly facts: Readonly<Pick<Facts, 'foreignTaxCredit' | 'otherCredits'>>
  readonly form1040: Readonly<Pick<Form1040, 'line16'>>
  readonly form8801: Readonly<Pick<Form8801, 'line25'>>
}

export const schedule3Words = {
  line1: 'Foreign tax credit: {facts.foreignTaxCredit}, up to {form1040.line16}. It never covers AMT.',
  line6b: 'Credit for prior year minimum tax: {form8801.line25}.',
  line6z: 'All other nonrefundable credits: {facts.otherCredits}.',
  line8: 'Add lines 1, 6b, and 6z.',
} as const

export type Schedule3 = Sheet<typeof schedule3Words>

/** Nonrefundable credits other than the child tax credit: line 8. */
export function figureSchedule3(from: Schedule3From, f: Schedule3 = blank(schedule3Words)): Schedule3 {
  f.line1 = smaller(from.facts.foreignTaxCredit, from.form1040.line16)
  f.line6b = from.form8801.line25
  f.line6z = from.facts.otherCredits
  f.line8 = f.line1 + f.line6b + f.line6z
  return f
}
