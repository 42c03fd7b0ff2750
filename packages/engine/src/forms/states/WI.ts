/**
 * Wisconsin Form 1, residents. Wis. Stat. 71.05, 71.06. 30 % of net long-term gain is not taxed; the standard deduction falls
 * with income. Wisconsin takes a surviving spouse for a head of household.
 * Left out: other additions and subtractions, the deduction of those who are dependents, the 60 % for farm assets, credits
 * (for itemized deductions, married couples and property tax), differences from the Internal Revenue Code of Schedule I.
 */
import type { Sheet } from '../../form.ts'
import { taxBy } from '../../law/states/state.ts'
import { wisconsin } from '../../law/states/WI.ts'
import { atLeastZero, larger, part } from '../../money.ts'
import { stateForm, stateModule } from './stateForm.ts'

const words = {
  line1: 'Federal adjusted gross income: {form1040.line11a}.',
  line6: 'Long-term gain subtracted: {law.gainSubtraction} of {scheduleD.netCapitalGain}.',
  line7: 'Wisconsin income: subtract line 6 from line 1.',
  excess: 'Wisconsin income beyond the start: line 7 less {law.standardDeductionStart}. If zero or less, enter 0.',
  ofStatus: 'Deduction of the status: {law.standardDeduction} less {law.standardDeductionRate} of {excess}.',
  ofSingle:
    'Deduction of a single filer: {law.leastStandardDeduction} less {law.leastStandardDeductionRate} of {excess}.',
  line8: 'Standard deduction: the larger of {ofStatus} or {ofSingle}. If zero or less, enter 0.',
  line9: 'Subtract line 8 from line 7. If zero or less, enter 0.',
  line10:
    'Exemptions: {law.exemption} for each of {state.filers} and {state.dependents}, and {law.agedExemption} for each of {state.aged}.',
  line11: 'Taxable income: subtract line 10 from line 9. If zero or less, enter 0.',
  line12: 'Tax: on line 11 by {law.rates}.',
} as const

const form1 = stateForm<unknown, (typeof wisconsin)['names'], typeof words>({
  ...{ id: 'form1', title: 'Form 1', law: 'Wis. Stat. 71.05, 71.06', words },
  figure({ form1040, scheduleD, state }, law, f) {
    f.line1 = form1040.line11a
    f.line6 = part(law.gainSubtraction, scheduleD.netCapitalGain)
    f.line7 = f.line1 - f.line6
    f.excess = atLeastZero(f.line7 - law.standardDeductionStart)
    f.ofStatus = law.standardDeduction - part(law.standardDeductionRate, f.excess)
    f.ofSingle = law.leastStandardDeduction - part(law.leastStandardDeductionRate, f.excess)
    f.line8 = atLeastZero(larger(f.ofStatus, f.ofSingle))
    f.line9 = atLeastZero(f.line7 - f.line8)
    f.line10 = law.exemption * (state.filers + state.dependents) + law.agedExemption * state.aged
    f.line11 = atLeastZero(f.line9 - f.line10)
    f.line12 = taxBy(law.rates, f.line11)
  },
})

export const formsWI = stateModule<{ form1: Sheet<typeof words> }, (typeof wisconsin)['names']>({
  ...{ book: wisconsin, forms: [form1], chooses: false, credit: null },
  summary: ({ form1: f }) => ({
    ...{ agi: f.line1, longTermGainSubtraction: f.line6, deduction: f.line8, exemption: f.line10 },
    ...{ taxableIncome: f.line11, regularTax: f.line12, amt: 0, tax: f.line12 },
  }),
})
