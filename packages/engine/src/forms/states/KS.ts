/**
 * Kansas Form K-40, residents: federal adjusted gross income less the standard deduction and exemptions, at two rates.
 * K.S.A. 79-32,110, 79-32,119, 79-32,121. Gain is taxed as other income; the spread of an ISO has no part in it.
 * Left out: modifications of Schedule S, itemized deductions, the exemption of disabled veterans, credits.
 */
import type { Sheet } from '../../form.ts'
import { kansas } from '../../law/states/KS.ts'
import { taxBy } from '../../law/states/state.ts'
import { atLeastZero } from '../../money.ts'
import { stateForm, stateModule } from './stateForm.ts'

const words = {
  line1: 'Federal adjusted gross income: {form1040.line11a}.',
  line3: 'Kansas adjusted gross income: the amount from line 1.',
  line4: 'Standard deduction: {law.standardDeduction}, and {law.agedOrBlindDeduction} for each of {state.agedOrBlind}.',
  line5:
    'Exemptions: {law.exemption}, {law.headExemption}, and {law.dependentExemption} for each of {state.dependents}.',
  line6: 'Add lines 4 and 5.',
  line7: 'Kansas taxable income: subtract line 6 from line 3. If zero or less, enter 0.',
  line8: 'Tax: on line 7 by {law.rates}.',
} as const

const formK40 = stateForm<unknown, (typeof kansas)['names'], typeof words>({
  ...{ id: 'formK40', title: 'Form K-40', law: 'K.S.A. 79-32,110, 79-32,119, 79-32,121', words },
  figure({ form1040, state }, law, f) {
    f.line1 = form1040.line11a
    f.line3 = f.line1
    f.line4 = law.standardDeduction + law.agedOrBlindDeduction * state.agedOrBlind
    f.line5 = law.exemption + law.headExemption + law.dependentExemption * state.dependents
    f.line6 = f.line4 + f.line5
    f.line7 = atLeastZero(f.line3 - f.line6)
    f.line8 = taxBy(law.rates, f.line7)
  },
})

export const formsKS = stateModule<{ formK40: Sheet<typeof words> }, (typeof kansas)['names']>({
  ...{ book: kansas, forms: [formK40], chooses: false, credit: null },
  summary: ({ formK40: f }) => ({
    ...{ agi: f.line1, deduction: f.line4, exemption: f.line5, taxableIncome: f.line7 },
    ...{ regularTax: f.line8, amt: 0, tax: f.line8 },
  }),
})
