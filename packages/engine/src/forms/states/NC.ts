/**
 * North Carolina Form D-400, residents: federal adjusted gross income less the standard deduction, at one rate.
 * G.S. 105-153.5, 105-153.7. Left out: additions and deductions of Form D-400 Schedule S, itemized deductions, the child
 * deduction of line 10b (it needs the ages of dependents, and is nothing above $140,000), credits.
 */
import type { Sheet } from '../../form.ts'
import { northCarolina } from '../../law/states/NC.ts'
import { atLeastZero, part } from '../../money.ts'
import { stateForm, stateModule } from './stateForm.ts'

const words = {
  line6: 'Federal adjusted gross income: {form1040.line11a}.',
  line11: 'Standard deduction: {law.standardDeduction}.',
  line12b: 'Subtract line 11 from line 6.',
  line14: 'North Carolina taxable income: the amount from line 12b. If zero or less, enter 0.',
  line15: 'North Carolina income tax: multiply line 14 by {law.rate}.',
} as const

const formD400 = stateForm<unknown, (typeof northCarolina)['names'], typeof words>({
  ...{ id: 'formD400', title: 'Form D-400', law: 'G.S. 105-153.5, 105-153.7', words },
  figure({ form1040 }, law, f) {
    f.line6 = form1040.line11a
    f.line11 = law.standardDeduction
    f.line12b = f.line6 - f.line11
    f.line14 = atLeastZero(f.line12b)
    f.line15 = part(law.rate, f.line14)
  },
})

export const formsNC = stateModule<{ formD400: Sheet<typeof words> }, (typeof northCarolina)['names']>({
  ...{ book: northCarolina, forms: [formD400], chooses: false, credit: null },
  summary: ({ formD400: f }) => ({
    ...{ agi: f.line6, deduction: f.line11, taxableIncome: f.line14, regularTax: f.line15, amt: 0, tax: f.line15 },
  }),
})
