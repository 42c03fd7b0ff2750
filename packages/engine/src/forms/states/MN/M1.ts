/**
 * Form M1, residents (2024 numbering), in two sheets because the alternative minimum tax stands between lines 10 and 11.
 * Minn. Stat. 290.06 subd. 2c, 290.033. Tax is by the rate schedules, not by the tax table below 86,800.
 * Left out: additions (line 2), every subtraction but two, the lump-sum and other special taxes of line 14, and every
 * credit but the one for minimum tax paid before (the marriage credit of Schedule M1MA too).
 */
import type { Sheet } from '../../../form.ts'
import { taxBy } from '../../../law/states/state.ts'
import { atLeastZero, part } from '../../../money.ts'
import { stateForm } from '../stateForm.ts'
import type { DeductionLimit, DependentExemption, ScheduleM1M } from './deductions.ts'
import type { ScheduleM1MT } from './M1MT.ts'
import type { ScheduleM1MTC } from './M1MTC.ts'
import type { MinnesotaNames } from './names.ts'

const words = {
  line1: 'Federal adjusted gross income: {form1040.line11a}.',
  line3: 'Income with additions: the amount from line 1.',
  line4: 'Itemized or standard deduction: {deductionLimit.deduction}.',
  line5: 'Exemptions for dependents: {dependentExemption.exemption}.',
  line6: 'State income tax refund in federal income: {form6251.line2b}, given there as a negative.',
  line7: 'Subtractions: {scheduleM1M.charitySubtraction}.',
  line8: 'Add lines 4, 5, 6 and 7.',
  line9: 'Taxable income: subtract line 8 from line 3. If zero or less, enter 0.',
  line10: 'Tax: line 9 by {law.rates}.',
} as const

export type FormM1 = Sheet<typeof words>

interface Own {
  readonly deductionLimit: DeductionLimit
  readonly dependentExemption: DependentExemption
  readonly scheduleM1M: ScheduleM1M
}

export const formM1 = stateForm<Own, MinnesotaNames, typeof words>({
  ...{ id: 'formM1', title: 'Form M1', law: 'Minn. Stat. 290.06 subd. 2c', words },
  figure({ form1040, form6251, deductionLimit, dependentExemption, scheduleM1M }, law, f) {
    f.line1 = form1040.line11a
    f.line3 = f.line1
    f.line4 = deductionLimit.deduction
    f.line5 = dependentExemption.exemption
    f.line6 = -form6251.line2b
    f.line7 = scheduleM1M.charitySubtraction
    f.line8 = f.line4 + f.line5 + f.line6 + f.line7
    f.line9 = atLeastZero(f.line3 - f.line8)
    f.line10 = taxBy(law.rates, f.line9)
  },
})

const totalWords = {
  line11: 'Alternative minimum tax: {scheduleM1MT.line29}.',
  line12: 'Add {formM1.line10} and line 11.',
  line13: 'Tax of a full-year resident: the amount from line 12.',
  line14:
    'Net investment income tax: {law.investmentIncomeRate} of any excess of {form8960.line12} over {law.investmentIncomeThreshold}.',
  line15: 'Tax before credits: add lines 13 and 14.',
  line16: 'Nonrefundable credits: {scheduleM1MTC.used}.',
  line17: 'Tax: subtract line 16 from line 15. If zero or less, enter 0.',
} as const

export type FormM1Total = Sheet<typeof totalWords>

interface OwnTotal {
  readonly formM1: FormM1
  readonly scheduleM1MT: ScheduleM1MT
  readonly scheduleM1MTC: ScheduleM1MTC
}

export const formM1Total = stateForm<OwnTotal, MinnesotaNames, typeof totalWords>({
  ...{ id: 'formM1Total', title: 'Form M1', law: 'Minn. Stat. 290.033, 290.091', words: totalWords },
  figure({ formM1: m1, scheduleM1MT, scheduleM1MTC, form8960 }, law, f) {
    f.line11 = scheduleM1MT.line29
    f.line12 = m1.line10 + f.line11
    f.line13 = f.line12
    f.line14 = part(law.investmentIncomeRate, atLeastZero(form8960.line12 - law.investmentIncomeThreshold))
    f.line15 = f.line13 + f.line14
    f.line16 = scheduleM1MTC.used
    f.line17 = atLeastZero(f.line15 - f.line16)
  },
})
