/**
 * Delaware Form PIT-RES, residents: federal adjusted gross income less the standard deduction, at seven rates, less personal
 * credits. 30 Del. C. §1102, 1108, 1110. Gain is taxed as other income; the spread of an ISO has no part in it.
 * Left out: additions and subtractions, itemized deductions, separate columns of spouses, the credit for persons of 60 to 64
 * (their age is not asked), other credits.
 */
import type { Sheet } from '../../form.ts'
import { delaware } from '../../law/states/DE.ts'
import { taxBy } from '../../law/states/state.ts'
import { atLeastZero } from '../../money.ts'
import { stateForm, stateModule } from './stateForm.ts'

const words = {
  agi: 'Federal adjusted gross income, and Delaware adjusted gross income with it: {form1040.line11a}.',
  standardDeduction: 'Standard deduction: {law.standardDeduction}.',
  additionalDeduction: 'Additional standard deduction: {law.agedOrBlindDeduction} for each of {state.agedOrBlind}.',
  taxableIncome: 'Taxable income: {agi} less {standardDeduction} and {additionalDeduction}. If zero or less, enter 0.',
  taxBeforeCredits: 'Tax: on {taxableIncome} by {law.rates}.',
  personalCredits:
    'Personal credits: {law.personalCredit} for each of {state.filers} and {state.dependents}, and {law.agedCredit} for each of {state.aged}.',
  tax: 'Tax after credits: {taxBeforeCredits} less {personalCredits}. If zero or less, enter 0.',
} as const

const formPITRES = stateForm<unknown, (typeof delaware)['names'], typeof words>({
  ...{ id: 'formPITRES', title: 'Form PIT-RES', law: '30 Del. C. §1102, 1108, 1110', words },
  figure({ form1040, state }, law, f) {
    f.agi = form1040.line11a
    f.standardDeduction = law.standardDeduction
    f.additionalDeduction = law.agedOrBlindDeduction * state.agedOrBlind
    f.taxableIncome = atLeastZero(f.agi - f.standardDeduction - f.additionalDeduction)
    f.taxBeforeCredits = taxBy(law.rates, f.taxableIncome)
    f.personalCredits = law.personalCredit * (state.filers + state.dependents) + law.agedCredit * state.aged
    f.tax = atLeastZero(f.taxBeforeCredits - f.personalCredits)
  },
})

export const formsDE = stateModule<{ formPITRES: Sheet<typeof words> }, (typeof delaware)['names']>({
  ...{ book: delaware, forms: [formPITRES], chooses: false, credit: null },
  summary: ({ formPITRES: f }) => ({
    ...{ agi: f.agi, deduction: f.standardDeduction + f.additionalDeduction, taxableIncome: f.taxableIncome },
    ...{ taxBeforeCredits: f.taxBeforeCredits, personalCredit: f.personalCredits },
    ...{ regularTax: f.tax, amt: 0, tax: f.tax },
  }),
})
