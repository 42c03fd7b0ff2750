/**
 * Form IL-1040, residents: federal adjusted gross income less exemptions, at one rate. 35 ILCS 5/201, 203(a), 204.
 * Left out: additions and subtractions of Schedule M, credits.
 */
import type { Sheet } from '../../form.ts'
import { illinois } from '../../law/states/IL.ts'
import { atLeastZero, part } from '../../money.ts'
import { stateForm, stateModule } from './stateForm.ts'

const words = {
  line9: 'Base income: {form1040.line11a}.',
  line10:
    'Exemptions: {law.exemption} for each of {state.filers} and {state.dependents}, and {law.agedOrBlindExemption} for each of {state.agedOrBlind}; none if line 9 is more than {law.exemptionLostAbove}.',
  line11: 'Net income: subtract line 10 from line 9. If zero or less, enter 0.',
  line12: 'Income tax: multiply line 11 by {law.rate}.',
} as const

const formIL1040 = stateForm<unknown, (typeof illinois)['names'], typeof words>({
  ...{ id: 'formIL1040', title: 'Form IL-1040', law: '35 ILCS 5/201, 204', words },
  figure({ form1040, state }, law, f) {
    f.line9 = form1040.line11a
    const exemptions = law.exemption * (state.filers + state.dependents) + law.agedOrBlindExemption * state.agedOrBlind
    f.line10 = f.line9 > law.exemptionLostAbove ? 0 : exemptions
    f.line11 = atLeastZero(f.line9 - f.line10)
    f.line12 = part(law.rate, f.line11)
  },
})

export const formsIL = stateModule<{ formIL1040: Sheet<typeof words> }, (typeof illinois)['names']>({
  ...{ book: illinois, forms: [formIL1040], chooses: false, credit: null },
  summary: ({ formIL1040: f }) => ({
    ...{ agi: f.line9, exemption: f.line10, taxableIncome: f.line11, regularTax: f.line12, amt: 0, tax: f.line12 },
  }),
})
