/**
 * Schedule M1MT, alternative minimum tax, residents. Minn. Stat. 290.091.
 * It starts from federal adjusted gross income and takes the adjustments of Form 6251 from line 2c on; so neither the
 * standard deduction nor mortgage interest nor taxes are deducted, and the federal increase for spouses filing separately
 * has no place. The exemption shrinks by 25 % in every year: what federal law changed for 2026 does not reach it.
 * Left out: interest of other states and further additions (lines 4 to 7), medical expenses, investment interest,
 * casualties, impairment and employee expenses (9, 10, 12 to 14), depreciation, United States bonds (16, 17).
 */
import type { Sheet } from '../../../form.ts'
import { atLeastZero, part } from '../../../money.ts'
import { stateForm } from '../stateForm.ts'
import type { ScheduleM1M, ScheduleM1SA } from './deductions.ts'
import type { FormM1 } from './M1.ts'
import type { MinnesotaNames } from './names.ts'

const words = {
  line1: 'Federal adjusted gross income: {form1040.line11a}.',
  line2:
    'Adjustments and preferences of Form 6251, the exercise of options among them: combine {form6251.line2c}, {form6251.line2d}, {form6251.line2e}, {form6251.line2f}, {form6251.line2g}, {form6251.line2h}, {form6251.line2i}, {form6251.line2j}, {form6251.line2k}, {form6251.line2l}, {form6251.line2m}, {form6251.line2n}, {form6251.line2o}, {form6251.line2p}, {form6251.line2q}, {form6251.line2r}, {form6251.line2s}, {form6251.line2t} and {form6251.line3}.',
  line3: 'Add lines 1 and 2.',
  line8: 'Income with additions: the amount from line 3.',
  line11: 'Gifts to charity: {scheduleM1SA.line18} if {state.itemizes}, otherwise zero.',
  line15: 'State income tax refund in federal income: {form6251.line2b}, given there as a negative.',
  line18: 'Other subtractions: {scheduleM1M.charitySubtraction}.',
  line19: 'Add lines 11, 15 and 18.',
  line20: 'AMT income: subtract line 19 from line 8.',
  line21: 'Enter {law.amtExemption}.',
  line22: 'Enter {law.amtPhaseOutStart}.',
  line23: 'Subtract line 22 from line 20. If zero or less, enter 0.',
  line24: 'Multiply line 23 by {law.amtPhaseOutRate}.',
  line25: 'Exemption: subtract line 24 from line 21. If zero or less, enter 0.',
  line26: 'Subtract line 25 from line 20. If zero or less, enter 0.',
  line27: 'Tentative minimum tax: multiply line 26 by {law.amtRate}.',
  line28: 'Regular tax: {formM1.line10}.',
  line29: 'Alternative minimum tax: subtract line 28 from line 27. If zero or less, enter 0.',
} as const

export type ScheduleM1MT = Sheet<typeof words>

interface Own {
  readonly scheduleM1SA: ScheduleM1SA
  readonly scheduleM1M: ScheduleM1M
  readonly formM1: FormM1
}

export const scheduleM1MT = stateForm<Own, MinnesotaNames, typeof words>({
  ...{ id: 'scheduleM1MT', title: 'Schedule M1MT', law: 'Minn. Stat. 290.091', words },
  figure({ form1040, form6251, state, scheduleM1SA, scheduleM1M, formM1 }, law, f) {
    f.line1 = form1040.line11a
    f.line2 =
      form6251.line2c +
      form6251.line2d +
      form6251.line2e +
      form6251.line2f +
      form6251.line2g +
      form6251.line2h +
      form6251.line2i +
      form6251.line2j +
      form6251.line2k +
      form6251.line2l +
      form6251.line2m +
      form6251.line2n +
      form6251.line2o +
      form6251.line2p +
      form6251.line2q +
      form6251.line2r +
      form6251.line2s +
      form6251.line2t +
      form6251.line3
    f.line3 = f.line1 + f.line2
    f.line8 = f.line3
    f.line11 = state.itemizes === 1 ? scheduleM1SA.line18 : 0
    f.line15 = -form6251.line2b
    f.line18 = scheduleM1M.charitySubtraction
    f.line19 = f.line11 + f.line15 + f.line18
    f.line20 = f.line8 - f.line19
    f.line21 = law.amtExemption
    f.line22 = law.amtPhaseOutStart
    f.line23 = atLeastZero(f.line20 - f.line22)
    f.line24 = part(law.amtPhaseOutRate, f.line23)
    f.line25 = atLeastZero(f.line21 - f.line24)
    f.line26 = atLeastZero(f.line20 - f.line25)
    f.line27 = part(law.amtRate, f.line26)
    f.line28 = formM1.line10
    f.line29 = atLeastZero(f.line27 - f.line28)
  },
})
