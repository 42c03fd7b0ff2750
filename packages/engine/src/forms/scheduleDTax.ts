/**
 * Schedule D Tax Worksheet (Instructions for Schedule D, 2025): used instead of the Qualified Dividends worksheet when
 * there is 28 % rate gain or unrecaptured section 1250 gain. IRC §1(h)(1).
 * Left out: Form 4952 (lines 3 to 5 and 8 are then zero). Lines the worksheet lets one skip are figured; they come to zero.
 */
import { blank, type Sheet } from '../form.ts'
import { type FederalLaw, taxOn } from '../law/federal/law.ts'
import { atLeastZero, larger, part, smaller } from '../money.ts'
import type { Form1040 } from './form1040.ts'
import type { ScheduleD } from './scheduleD.ts'

export interface ScheduleDTaxFrom {
  readonly form1040: Readonly<Pick<Form1040, 'line15' | 'line3a'>>
  readonly scheduleD: Readonly<Pick<ScheduleD, 'netCapitalGain' | 'line18' | 'line19'>>
}

export const scheduleDTaxWords = {
  line1: 'Taxable income: {form1040.line15}.',
  line2: 'Qualified dividends: {form1040.line3a}.',
  line6: 'Enter the amount from line 2.',
  line7: 'Net capital gain: {scheduleD.netCapitalGain}.',
  line9: 'Enter the amount from line 7.',
  line10: 'Add lines 6 and 9.',
  line11: 'Add {scheduleD.line18} and {scheduleD.line19}.',
  line12: 'The smaller of line 9 or line 11.',
  line13: 'Subtract line 12 from line 10.',
  line14: 'Subtract line 13 from line 1. If zero or less, enter 0.',
  line15: 'Enter {law.gains0Ceiling}.',
  line16: 'The smaller of line 1 or line 15.',
  line17: 'The smaller of line 14 or line 16.',
  line18: 'Subtract line 10 from line 1. If zero or less, enter 0.',
  line19: 'The smaller of line 1 or {law.rate4Top}.',
  line20: 'The smaller of line 14 or line 19.',
  line21: 'The larger of line 18 or line 20.',
  line22: 'Subtract line 17 from line 16. This part is taxed at 0 %.',
  line23: 'The smaller of line 1 or line 13.',
  line24: 'Enter the amount from line 22.',
  line25: 'Subtract line 24 from line 23. If zero or less, enter 0.',
  line26: 'Enter {law.gains15Ceiling}.',
  line27: 'The smaller of line 1 or line 26.',
  line28: 'Add lines 21 and 22.',
  line29: 'Subtract line 28 from line 27. If zero or less, enter 0.',
  line30: 'The smaller of line 25 or line 29.',
  line31: 'Multiply line 30 by {law.gains15Rate}.',
  line32: 'Add lines 24 and 30.',
  line33: 'Subtract line 32 from line 23.',
  line34: 'Multiply line 33 by {law.gains20Rate}.',
  line35: 'The smaller of line 9 or {scheduleD.line19}.',
  line36: 'Add lines 10 and 21.',
  line37: 'Enter the amount from line 1.',
  line38: 'Subtract line 37 from line 36. If zero or less, enter 0.',
  line39: 'Subtract line 38 from line 35. If zero or less, enter 0.',
  line40: 'Multiply line 39 by {law.gains25Rate}.',
  line41: 'Add lines 21, 22, 30, 33, and 39.',
  line42: 'Subtract line 41 from line 1.',
  line43: 'Multiply line 42 by {law.gains28Rate}.',
  line44: 'Tax on line 21 at the ordinary rates: {law.rateSchedule}, or the Tax Table under {law.taxTableCeiling}.',
  line45: 'Add lines 31, 34, 40, 43, and 44.',
  line46: 'Tax on line 1 at the ordinary rates: {law.rateSchedule}, or the Tax Table under {law.taxTableCeiling}.',
  line47: 'Tax: the smaller of line 45 or line 46.',
} as const

export type ScheduleDTax = Sheet<typeof scheduleDTaxWords>

/** Tax on taxable income when part of the gain is taxed at up to 25 % or 28 %: line 47. */
export function figureScheduleDTax(
  from: ScheduleDTaxFrom,
  law: FederalLaw,
  f: ScheduleDTax = blank(scheduleDTaxWords),
): ScheduleDTax {
  f.line1 = from.form1040.line15
  f.line2 = from.form1040.line3a
  f.line6 = f.line2
  f.line7 = from.scheduleD.netCapitalGain
  f.line9 = f.line7
  f.line10 = f.line6 + f.line9
  f.line11 = from.scheduleD.line18 + from.scheduleD.line19
  f.line12 = smaller(f.line9, f.line11)
  f.line13 = f.line10 - f.line12
  f.line14 = atLeastZero(f.line1 - f.line13)
  f.line15 = law.gains0Ceiling
  f.line16 = smaller(f.line1, f.line15)
  f.line17 = smaller(f.line14, f.line16)
  f.line18 = atLeastZero(f.line1 - f.line10)
  f.line19 = smaller(f.line1, law.rate4Top)
  f.line20 = smaller(f.line14, f.line19)
  f.line21 = larger(f.line18, f.line20)
  f.line22 = f.line16 - f.line17
  f.line23 = smaller(f.line1, f.line13)
  f.line24 = f.line22
  f.line25 = atLeastZero(f.line23 - f.line24)
  f.line26 = law.gains15Ceiling
  f.line27 = smaller(f.line1, f.line26)
  f.line28 = f.line21 + f.line22
  f.line29 = atLeastZero(f.line27 - f.line28)
  f.line30 = smaller(f.line25, f.line29)
  f.line31 = part(law.gains15Rate, f.line30)
  f.line32 = f.line24 + f.line30
  f.line33 = f.line23 - f.line32
  f.line34 = part(law.gains20Rate, f.line33)
  f.line35 = smaller(f.line9, from.scheduleD.line19)
  f.line36 = f.line10 + f.line21
  f.line37 = f.line1
  f.line38 = atLeastZero(f.line36 - f.line37)
  f.line39 = atLeastZero(f.line35 - f.line38)
  f.line40 = part(law.gains25Rate, f.line39)
  f.line41 = f.line21 + f.line22 + f.line30 + f.line33 + f.line39
  f.line42 = f.line1 - f.line41
  f.line43 = part(law.gains28Rate, f.line42)
  f.line44 = taxOn(f.line21, law)
  f.line45 = f.line31 + f.line34 + f.line40 + f.line43 + f.line44
  f.line46 = taxOn(f.line1, law)
  f.line47 = smaller(f.line45, f.line46)
  return f
}
