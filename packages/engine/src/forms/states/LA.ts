/**
 * Louisiana Form IT-540, residents. R.S. 47:32, 47:294, 47:295. Since 2025 one rate on federal adjusted gross income less a
 * standard deduction. In 2024 exemptions came off the lowest bracket, so that they are worth what the rates ask of them alone.
 * Left out: additions and subtractions of Schedule E (retirement income among them), excess medical deductions, credits.
 */
import type { Sheet } from '../../form.ts'
import { louisiana } from '../../law/states/LA.ts'
import { taxBy } from '../../law/states/state.ts'
import { atLeastZero } from '../../money.ts'
import { stateForm, stateModule } from './stateForm.ts'

const words = {
  adjustedGrossIncome: 'Louisiana adjusted gross income: {form1040.line11a}.',
  exemptions:
    'Standard deduction and exemptions: {law.standardDeduction}, and {law.personExemption} for each of {state.dependents} and {state.agedOrBlind}.',
  taxableIncome: 'Louisiana taxable income: {adjustedGrossIncome} less {exemptions}. If zero or less, enter 0.',
  taxOnIncome: 'Tax before exemptions: on {adjustedGrossIncome} by {law.rates}.',
  taxOfExemptions: 'Tax that the exemptions take off, from the lowest bracket up: on {exemptions} by {law.rates}.',
  tax: 'Louisiana income tax: {taxOnIncome} less {taxOfExemptions}. If zero or less, enter 0.',
} as const

const formIT540 = stateForm<unknown, (typeof louisiana)['names'], typeof words>({
  ...{ id: 'formIT540', title: 'Form IT-540', law: 'R.S. 47:32, 47:294, 47:295', words },
  figure({ form1040, state }, law, f) {
    f.adjustedGrossIncome = form1040.line11a
    f.exemptions = law.standardDeduction + law.personExemption * (state.dependents + state.agedOrBlind)
    f.taxableIncome = atLeastZero(f.adjustedGrossIncome - f.exemptions)
    f.taxOnIncome = taxBy(law.rates, f.adjustedGrossIncome)
    f.taxOfExemptions = taxBy(law.rates, f.exemptions)
    f.tax = atLeastZero(f.taxOnIncome - f.taxOfExemptions)
  },
})

export const formsLA = stateModule<{ formIT540: Sheet<typeof words> }, (typeof louisiana)['names']>({
  ...{ book: louisiana, forms: [formIT540], chooses: false, credit: null },
  summary: ({ formIT540: f }) => ({
    ...{ agi: f.adjustedGrossIncome, deduction: f.exemptions, taxableIncome: f.taxableIncome },
    ...{ regularTax: f.tax, amt: 0, tax: f.tax },
  }),
})
