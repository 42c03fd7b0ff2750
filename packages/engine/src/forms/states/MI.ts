/**
 * Michigan Form MI-1040, residents: federal adjusted gross income less exemptions, at one rate. MCL 206.30, 206.51.
 * Left out: additions and subtractions of Schedule 1 (among them what age and retirement deduct), the special and veterans'
 * exemptions, credits, city income taxes.
 */
import type { Sheet } from '../../form.ts'
import { michigan } from '../../law/states/MI.ts'
import { atLeastZero, part } from '../../money.ts'
import { stateForm, stateModule } from './stateForm.ts'

const words = {
  line10: 'Federal adjusted gross income: {form1040.line11a}.',
  line14: 'Income subject to tax: the amount from line 10.',
  line15: 'Exemption allowance: {law.exemption} for each of {state.filers} and {state.dependents}.',
  line16: 'Taxable income: subtract line 15 from line 14. If zero or less, enter 0.',
  line17: 'Tax: multiply line 16 by {law.rate}.',
} as const

const formMI1040 = stateForm<unknown, (typeof michigan)['names'], typeof words>({
  ...{ id: 'formMI1040', title: 'Form MI-1040', law: 'MCL 206.30, 206.51', words },
  figure({ form1040, state }, law, f) {
    f.line10 = form1040.line11a
    f.line14 = f.line10
    f.line15 = law.exemption * (state.filers + state.dependents)
    f.line16 = atLeastZero(f.line14 - f.line15)
    f.line17 = part(law.rate, f.line16)
  },
})

export const formsMI = stateModule<{ formMI1040: Sheet<typeof words> }, (typeof michigan)['names']>({
  ...{ book: michigan, forms: [formMI1040], chooses: false, credit: null },
  summary: ({ formMI1040: f }) => ({
    ...{ agi: f.line10, exemption: f.line15, taxableIncome: f.line16, regularTax: f.line17, amt: 0, tax: f.line17 },
  }),
})
