/**
 * Virginia Form 760, residents. Va. Code §58.1-320, 58.1-321, 58.1-322.03.
 * Left out: additions and subtractions of Schedule ADJ, itemized deductions, the full age deduction of those born before
 * 1939, the age deduction on a separate return (it needs the income of both spouses), the spouse tax adjustment, credits.
 */
import type { Sheet } from '../../form.ts'
import { taxBy } from '../../law/states/state.ts'
import { virginia } from '../../law/states/VA.ts'
import { atLeastZero } from '../../money.ts'
import { stateForm, stateModule } from './stateForm.ts'

const words = {
  line1: 'Federal adjusted gross income: {form1040.line11a}.',
  line4:
    'Age deduction: {law.ageDeduction} for each of {state.aged}, less any excess of line 1 over {law.ageDeductionStart}. If zero or less, enter 0.',
  line9: 'Virginia adjusted gross income: subtract line 4 from line 1.',
  line11: 'Standard deduction: {law.standardDeduction}.',
  line12:
    'Exemptions: {law.exemption} for each of {state.filers} and {state.dependents}, and {law.agedOrBlindExemption} for each of {state.agedOrBlind}.',
  line14: 'Add lines 11 and 12.',
  line15: 'Virginia taxable income: subtract line 14 from line 9. If zero or less, enter 0.',
  line16: 'Tax: on line 15 by {law.rates}; 0 if line 9 is less than {law.taxedFrom}.',
} as const

const form760 = stateForm<unknown, (typeof virginia)['names'], typeof words>({
  ...{ id: 'form760', title: 'Form 760', law: 'Va. Code §58.1-320, 58.1-322.03', words },
  figure({ form1040, state }, law, f) {
    f.line1 = form1040.line11a
    f.line4 = atLeastZero(law.ageDeduction * state.aged - atLeastZero(f.line1 - law.ageDeductionStart))
    f.line9 = f.line1 - f.line4
    f.line11 = law.standardDeduction
    f.line12 = law.exemption * (state.filers + state.dependents) + law.agedOrBlindExemption * state.agedOrBlind
    f.line14 = f.line11 + f.line12
    f.line15 = atLeastZero(f.line9 - f.line14)
    f.line16 = f.line9 < law.taxedFrom ? 0 : taxBy(law.rates, f.line15)
  },
})

export const formsVA = stateModule<{ form760: Sheet<typeof words> }, (typeof virginia)['names']>({
  ...{ book: virginia, forms: [form760], chooses: false, credit: null },
  summary: ({ form760: f }) => ({
    ...{ agi: f.line1, deduction: f.line11, exemption: f.line12, taxableIncome: f.line15 },
    ...{ regularTax: f.line16, amt: 0, tax: f.line16 },
  }),
})
