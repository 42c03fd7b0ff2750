/**
 * Capital Loss Carryover Worksheet (Instructions for Schedule D, 2025) and its AMT twin. IRC §1212(b).
 * Worked on the year of the loss: what it leaves for the next. Loss used against other income comes out of short-term loss first.
 */
import { blank, type Sheet } from '../form.ts'
import { atLeastZero, smaller } from '../money.ts'
import type { ScheduleD } from './scheduleD.ts'

/**
 * `income.amount` is taxable income before its floor of zero and before deductions of IRC §151 (the one for seniors), as
 * §1212(b)(2)(B) has it; for the AMT twin, AMT income before the increase for married filing separately (§55(b)(1)(D)).
 */
export interface CapitalLossCarryoverFrom {
  readonly scheduleD: Readonly<Pick<ScheduleD, 'line7' | 'line15' | 'line21'>>
  readonly income: { readonly amount: number }
}

export const capitalLossCarryoverWords = {
  line1: 'Taxable income before its floor of zero and before the deduction for seniors: {income.amount}.',
  line2: 'Loss allowed against other income: {scheduleD.line21}.',
  line3: 'Combine lines 1 and 2. If zero or less, enter 0.',
  line4: 'The smaller of line 2 or line 3: the loss that did some good.',
  line5: 'Net short-term loss: {scheduleD.line7} if a loss, as a positive amount.',
  line6: 'Net long-term gain: {scheduleD.line15} if a gain.',
  line7: 'Add lines 4 and 6.',
  line8: 'Short-term loss carried to next year: subtract line 7 from line 5. If zero or less, enter 0.',
  line9: 'Net long-term loss: {scheduleD.line15} if a loss, as a positive amount.',
  line10: 'Net short-term gain: {scheduleD.line7} if a gain.',
  line11: 'Subtract line 5 from line 4. If zero or less, enter 0.',
  line12: 'Add lines 10 and 11.',
  line13: 'Long-term loss carried to next year: subtract line 12 from line 9. If zero or less, enter 0.',
} as const

export type CapitalLossCarryover = Sheet<typeof capitalLossCarryoverWords>

/** The losses a year hands to the next: lines 8 and 13, both zero when there was no loss. */
export function figureCapitalLossCarryover(
  from: CapitalLossCarryoverFrom,
  f: CapitalLossCarryover = blank(capitalLossCarryoverWords),
): CapitalLossCarryover {
  f.line1 = from.income.amount
  f.line2 = from.scheduleD.line21
  f.line3 = atLeastZero(f.line1 + f.line2)
  f.line4 = smaller(f.line2, f.line3)
  f.line5 = atLeastZero(-from.scheduleD.line7)
  f.line6 = atLeastZero(from.scheduleD.line15)
  f.line7 = f.line4 + f.line6
  f.line8 = atLeastZero(f.line5 - f.line7)
  f.line9 = atLeastZero(-from.scheduleD.line15)
  f.line10 = atLeastZero(from.scheduleD.line7)
  f.line11 = atLeastZero(f.line4 - f.line5)
  f.line12 = f.line10 + f.line11
  f.line13 = atLeastZero(f.line9 - f.line12)
  return f
}
