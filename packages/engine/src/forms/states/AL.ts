/**
 * Alabama Form 40, residents: federal adjusted gross income with the gain or loss of the year's own sales in full, less the
 * standard deduction, federal income tax and exemptions. Ala. Code §40-18-5, 40-18-8, 40-18-15, 40-18-19. Federal minimum tax
 * on the exercise of an ISO is part of the federal tax deducted, so it lowers Alabama tax; the spread itself is not taxed.
 * Left out: other differences from federal income, itemized deductions, refundable federal credits, credits, local taxes.
 */
import type { Sheet } from '../../form.ts'
import { alabama } from '../../law/states/AL.ts'
import { lookUp, taxBy } from '../../law/states/state.ts'
import { atLeastZero, larger } from '../../money.ts'
import { stateForm, stateModule } from './stateForm.ts'

const words = {
  federalIncome: 'Federal adjusted gross income: {form1040.line11a}.',
  federalGain: 'Capital gain or loss in it: {scheduleD.included}.',
  gain: "Gain or loss of the year's sales, without losses carried over: {scheduleD.line16} less {scheduleD.line6} and {scheduleD.line14}, which are negative.",
  line10: 'Alabama adjusted gross income: {federalIncome} less {federalGain} plus {gain}.',
  line11:
    'Standard deduction: {law.standardDeductionMost}, less {law.deductionFallsBy} for each whole {law.deductionStep} of line 10 above {law.deductionFallsFrom}, at least {law.standardDeductionLeast}.',
  line12: 'Federal income tax: {form1040.line22} and {form8960.line17}.',
  line13: 'Personal exemption: {law.personalExemption}.',
  perDependent: 'Exemption for each dependent: by {law.dependentExemption} from line 10.',
  line14: 'Dependent exemptions: {perDependent} for each of {state.dependents}.',
  line15: 'Add lines 11, 12, 13 and 14.',
  line16: 'Alabama taxable income: subtract line 15 from line 10. If zero or less, enter 0.',
  line17: 'Tax: on line 16 by {law.rates}.',
} as const

const form40 = stateForm<unknown, (typeof alabama)['names'], typeof words>({
  ...{ id: 'form40', title: 'Form 40', law: 'Ala. Code §40-18-5, 40-18-15, 40-18-19', words },
  figure({ form1040, form8960, scheduleD, state }, law, f) {
    f.federalIncome = form1040.line11a
    f.federalGain = scheduleD.included
    f.gain = scheduleD.line16 - scheduleD.line6 - scheduleD.line14
    f.line10 = f.federalIncome - f.federalGain + f.gain
    const times = Math.floor(atLeastZero(f.line10 - law.deductionFallsFrom) / law.deductionStep)
    f.line11 = larger(law.standardDeductionLeast, law.standardDeductionMost - law.deductionFallsBy * times)
    f.line12 = form1040.line22 + form8960.line17
    f.line13 = law.personalExemption
    f.perDependent = lookUp(law.dependentExemption, f.line10)
    f.line14 = f.perDependent * state.dependents
    f.line15 = f.line11 + f.line12 + f.line13 + f.line14
    f.line16 = atLeastZero(f.line10 - f.line15)
    f.line17 = taxBy(law.rates, f.line16)
  },
})

export const formsAL = stateModule<{ form40: Sheet<typeof words> }, (typeof alabama)['names']>({
  ...{ book: alabama, forms: [form40], chooses: false, credit: null },
  summary: ({ form40: f }) => ({
    ...{ agi: f.line10, deduction: f.line11, federalTaxDeduction: f.line12, exemption: f.line13 + f.line14 },
    ...{ taxableIncome: f.line16, regularTax: f.line17, amt: 0, tax: f.line17 },
  }),
})
