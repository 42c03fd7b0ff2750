/**
 * West Virginia Form IT-140, residents: federal adjusted gross income less exemptions, without a standard deduction.
 * W. Va. Code §11-21-4g, 4i, 4j, 11-21-12, 11-21-16. The spread of an ISO has no part in it.
 * Left out: the modifications of Schedule M but the one for age, the exclusion of wages on very low incomes (line 5), the
 * further exemption of a surviving spouse, credits.
 */
import type { Sheet } from '../../form.ts'
import { taxBy } from '../../law/states/state.ts'
import { westVirginia } from '../../law/states/WV.ts'
import { atLeastZero } from '../../money.ts'
import { stateForm, stateModule } from './stateForm.ts'

const words = {
  line1: 'Federal adjusted gross income: {form1040.line11a}.',
  line3: 'Subtraction for age: {law.agedDeduction} for each of {state.aged}.',
  line4: 'West Virginia adjusted gross income: subtract line 3 from line 1.',
  line6: 'Exemptions: {law.exemption} for each of {state.filers} and {state.dependents}.',
  line7: 'West Virginia taxable income: subtract line 6 from line 4. If zero or less, enter 0.',
  line8: 'Tax: on line 7 by {law.rates}.',
} as const

const it140 = stateForm<unknown, (typeof westVirginia)['names'], typeof words>({
  ...{ id: 'it140', title: 'Form IT-140', law: 'W. Va. Code §11-21-4g, 4i, 4j, 11-21-16', words },
  figure({ form1040, state }, law, f) {
    f.line1 = form1040.line11a
    f.line3 = law.agedDeduction * state.aged
    f.line4 = f.line1 - f.line3
    f.line6 = law.exemption * (state.filers + state.dependents)
    f.line7 = atLeastZero(f.line4 - f.line6)
    f.line8 = taxBy(law.rates, f.line7)
  },
})

export const formsWV = stateModule<{ it140: Sheet<typeof words> }, (typeof westVirginia)['names']>({
  ...{ book: westVirginia, forms: [it140], chooses: false, credit: null },
  summary: ({ it140: f }) => ({
    ...{ agi: f.line1, exemption: f.line6, taxableIncome: f.line7, regularTax: f.line8, amt: 0, tax: f.line8 },
  }),
})
