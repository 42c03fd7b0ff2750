/**
 * Mississippi Form 80-105, residents, figured in one column. Miss. Code §27-7-5, 27-7-17, 27-7-21.
 * Mississippi lists income by kind; wages, interest, dividends and gains come to the federal adjusted gross income, which is
 * taken. Left out: income and adjustments of its own (retirement income, gain on Mississippi stock, bond interest), itemized
 * deductions, the second column of a couple, credits.
 */
import type { Sheet } from '../../form.ts'
import { mississippi } from '../../law/states/MS.ts'
import { taxBy } from '../../law/states/state.ts'
import { atLeastZero } from '../../money.ts'
import { stateForm, stateModule } from './stateForm.ts'

const words = {
  grossIncome: 'Mississippi adjusted gross income: {form1040.line11a}.',
  standardDeduction: 'Standard deduction: {law.standardDeduction}.',
  exemptions:
    'Exemptions: {law.exemption}, {law.dependentExemption} for each of {state.dependents}, and {law.agedOrBlindExemption} for each of {state.agedOrBlind}.',
  taxableIncome:
    'Mississippi taxable income: {grossIncome} less {standardDeduction} and {exemptions}. If zero or less, enter 0.',
  tax: 'Income tax: on {taxableIncome} by {law.rates}.',
} as const

const form80105 = stateForm<unknown, (typeof mississippi)['names'], typeof words>({
  ...{ id: 'form80105', title: 'Form 80-105', law: 'Miss. Code §27-7-5, 27-7-17, 27-7-21', words },
  figure({ form1040, state }, law, f) {
    f.grossIncome = form1040.line11a
    f.standardDeduction = law.standardDeduction
    f.exemptions =
      law.exemption + law.dependentExemption * state.dependents + law.agedOrBlindExemption * state.agedOrBlind
    f.taxableIncome = atLeastZero(f.grossIncome - f.standardDeduction - f.exemptions)
    f.tax = taxBy(law.rates, f.taxableIncome)
  },
})

export const formsMS = stateModule<{ form80105: Sheet<typeof words> }, (typeof mississippi)['names']>({
  ...{ book: mississippi, forms: [form80105], chooses: false, credit: null },
  summary: ({ form80105: f }) => ({
    ...{ agi: f.grossIncome, deduction: f.standardDeduction, exemption: f.exemptions },
    ...{ taxableIncome: f.taxableIncome, regularTax: f.tax, amt: 0, tax: f.tax },
  }),
})
