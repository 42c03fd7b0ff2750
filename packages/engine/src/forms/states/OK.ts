/**
 * Oklahoma Form 511, residents: federal adjusted gross income less the standard deduction and exemptions.
 * 68 O.S. §2355, 2358. The spread of an ISO has no part in it.
 * Left out: additions and subtractions (among them gain on Oklahoma companies and property, Form 561), itemized deductions,
 * the tax table below $100,000, credits.
 */
import type { Sheet } from '../../form.ts'
import { oklahoma } from '../../law/states/OK.ts'
import { taxBy } from '../../law/states/state.ts'
import { atLeastZero } from '../../money.ts'
import { stateForm, stateModule } from './stateForm.ts'

const words = {
  line1: 'Federal adjusted gross income: {form1040.line11a}.',
  line7: 'Oklahoma adjusted gross income: the amount from line 1.',
  line10: 'Standard deduction: {law.standardDeduction}.',
  regular:
    'Exemptions: {law.exemption} for each of {state.filers} and {state.dependents}, and for each of {state.agedOrBlind} beyond {state.aged}.',
  special:
    'Special exemptions: {law.agedExemption} for each of {state.aged}, unless line 1 is more than {law.agedIncome}.',
  line11: 'Exemptions: {regular} and {special}.',
  line12: 'Add lines 10 and 11.',
  line13: 'Oklahoma taxable income: subtract line 12 from line 7. If zero or less, enter 0.',
  line14: 'Oklahoma income tax: on line 13 by {law.rates}.',
} as const

const form511 = stateForm<unknown, (typeof oklahoma)['names'], typeof words>({
  ...{ id: 'form511', title: 'Form 511', law: '68 O.S. §2355, 2358', words },
  figure({ form1040, state }, law, f) {
    f.line1 = form1040.line11a
    f.line7 = f.line1
    f.line10 = law.standardDeduction
    f.regular =
      law.exemption * (state.filers + state.dependents) + law.exemption * atLeastZero(state.agedOrBlind - state.aged)
    f.special = f.line1 > law.agedIncome ? 0 : law.agedExemption * state.aged
    f.line11 = f.regular + f.special
    f.line12 = f.line10 + f.line11
    f.line13 = atLeastZero(f.line7 - f.line12)
    f.line14 = taxBy(law.rates, f.line13)
  },
})

export const formsOK = stateModule<{ form511: Sheet<typeof words> }, (typeof oklahoma)['names']>({
  ...{ book: oklahoma, forms: [form511], chooses: false, credit: null },
  summary: ({ form511: f }) => ({
    ...{ agi: f.line1, deduction: f.line10, exemption: f.line11, taxableIncome: f.line13 },
    ...{ regularTax: f.line14, amt: 0, tax: f.line14 },
  }),
})
