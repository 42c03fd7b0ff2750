/**
 * Qualified Dividends and Capital Gain Tax Worksheet (Instructions for Form 1040, line 16, 2025). IRC §1(h).
 * With no such income it gives the ordinary tax, so it is figured on every return that does not need the Schedule D Tax Worksheet.
 */
import { blank, type Sheet } from '../form.ts'
import { type FederalLaw, taxOn } from '../law/federal/law.ts'
import { atLeastZero, part, smaller } from '../money.ts'
import type { Form1040 } from './form1040.ts'
import type { ScheduleD } from './scheduleD.ts'

export interface QualifiedDividendsFrom {
  readonly form1040: Readonly<Pick<Form1040, 'line15' | 'line3a'>>
  readonly scheduleD: Readonly<Pick<ScheduleD, 'netCapitalGain'>>
}

export const qualifiedDividendsWords = {
  line1: 'Taxable income: {form1040.line15}.',
  line2: 'Qualified dividends: {form1040.line3a}.',
  line3: 'Net capital gain: {scheduleD.netCapitalGain}.',
  line4: 'Add lines 2 and 3.',
  line5: 'Subtract line 4 from line 1. If zero or less, enter 0.',
  line6: 'Enter {law.gains0Ceiling}.',
  line7: 'The smaller of line 1 or line 6.',
  line8: 'The smaller of line 5 or line 7.',
  line9: 'Subtract line 8 from line 7. This part is taxed at 0 %.',
  line10: 'The smaller of line 1 or line 4.',
  line11: 'Enter the amount from line 9.',
  line12: 'Subtract line 11 from line 10.',
  line13: 'Enter {law.gains15Ceiling}.',
  line14: 'The smaller of line 1 or line 13.',
  line15: 'Add lines 5 and 9.',
  line16: 'Subtract line 15 from line 14. If zero or less, enter 0.',
  line17: 'The smaller of line 12 or line 16.',
  line18: 'Multiply line 17 by {law.gains15Rate}.',
  line19: 'Add lines 9 and 17.',
  line20: 'Subtract line 19 from line 10.',
  line21: 'Multiply line 20 by {law.gains20Rate}.',
  line22: 'Tax on line 5 at the ordinary rates: {law.rateSchedule}, or the Tax Table under {law.taxTableCeiling}.',
  line23: 'Add lines 18, 21, and 22.',
  line24: 'Tax on line 1 at the ordinary rates: {law.rateSchedule}, or the Tax Table under {law.taxTableCeiling}.',
  line25: 'Tax: the smaller of line 23 or line 24.',
} as const

export type QualifiedDividends = Sheet<typeof qualifiedDividendsWords>

/** Tax on taxable income with the reduced rates on qualified dividends and net capital gain: line 25. */
export function figureQualifiedDividends(
  from: QualifiedDividendsFrom,
  law: FederalLaw,
  f: QualifiedDividends = blank(qualifiedDividendsWords),
): QualifiedDividends {
  f.line1 = from.form1040.line15
  f.line2 = from.form1040.line3a
  f.line3 = from.scheduleD.netCapitalGain
  f.line4 = f.line2 + f.line3
  f.line5 = atLeastZero(f.line1 - f.line4)
  f.line6 = law.gains0Ceiling
  f.line7 = smaller(f.line1, f.line6)
  f.line8 = smaller(f.line5, f.line7)
  f.line9 = f.line7 - f.line8
  f.line10 = smaller(f.line1, f.line4)
  f.line11 = f.line9
  f.line12 = f.line10 - f.line11
  f.line13 = law.gains15Ceiling
  f.line14 = smaller(f.line1, f.line13)
  f.line15 = f.line5 + f.line9
  f.line16 = atLeastZero(f.line14 - f.line15)
  f.line17 = smaller(f.line12, f.line16)
  f.line18 = part(law.gains15Rate, f.line17)
  f.line19 = f.line9 + f.line17
  f.line20 = f.line10 - f.line19
  f.line21 = part(law.gains20Rate, f.line20)
  f.line22 = taxOn(f.line5, law)
  f.line23 = f.line18 + f.line21 + f.line22
  f.line24 = taxOn(f.line1, law)
  f.line25 = smaller(f.line23, f.line24)
  return f
}
