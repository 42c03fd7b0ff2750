/**
 * Arkansas Form AR1000F, residents: federal adjusted gross income less half of net capital gain and all of it above
 * $10,000,000, and less the standard deduction, by two tables. Ark. Code §26-51-201, 26-51-430, 26-51-501, 26-51-815. The
 * spread of an ISO has no part in it.
 * Left out: adjustments of Arkansas's own, itemized deductions, separate columns of spouses, low income tables, other credits.
 */
import type { Sheet } from '../../form.ts'
import { arkansas } from '../../law/states/AR.ts'
import { lookUp, taxBy } from '../../law/states/state.ts'
import { atLeastZero, part, smaller } from '../../money.ts'
import { stateForm, stateModule } from './stateForm.ts'

const words = {
  federalIncome: 'Federal adjusted gross income: {form1040.line11a}.',
  netCapitalGain: 'Net capital gain in it: {scheduleD.netCapitalGain}.',
  exemptGain:
    'Gain not taxed: {law.gainExempt} of {netCapitalGain} up to {law.gainExemptAbove}, and all of the gain above that.',
  agi: 'Arkansas adjusted gross income: {federalIncome} less {exemptGain}.',
  standardDeduction: 'Standard deduction: {law.standardDeduction}.',
  netIncome: 'Net taxable income: {agi} less {standardDeduction}. If zero or less, enter 0.',
  lowerTax: 'Tax by the lower table: on {netIncome} by {law.lowerRates}.',
  upperTax:
    'Tax by the upper table: on {netIncome} by {law.upperRates}, less the adjustment by {law.adjustment}. If zero or less, enter 0.',
  taxBeforeCredits: 'Tax: {lowerTax} if {netIncome} is not more than {law.lowerTableUpTo}, otherwise {upperTax}.',
  personalCredits: 'Personal credits: {law.personalCredit} for each of {law.creditsOfFilers} and {state.dependents}.',
  tax: 'Tax after credits: {taxBeforeCredits} less {personalCredits}. If zero or less, enter 0.',
} as const

const formAR1000F = stateForm<unknown, (typeof arkansas)['names'], typeof words>({
  ...{ id: 'formAR1000F', title: 'Form AR1000F', law: 'Ark. Code §26-51-201, 26-51-815', words },
  figure({ form1040, scheduleD, state }, law, f) {
    f.federalIncome = form1040.line11a
    f.netCapitalGain = scheduleD.netCapitalGain
    f.exemptGain =
      part(law.gainExempt, smaller(f.netCapitalGain, law.gainExemptAbove)) +
      atLeastZero(f.netCapitalGain - law.gainExemptAbove)
    f.agi = f.federalIncome - f.exemptGain
    f.standardDeduction = law.standardDeduction
    f.netIncome = atLeastZero(f.agi - f.standardDeduction)
    f.lowerTax = taxBy(law.lowerRates, f.netIncome)
    f.upperTax = atLeastZero(taxBy(law.upperRates, f.netIncome) - lookUp(law.adjustment, f.netIncome))
    f.taxBeforeCredits = f.netIncome <= law.lowerTableUpTo ? f.lowerTax : f.upperTax
    f.personalCredits = law.personalCredit * (law.creditsOfFilers + state.dependents)
    f.tax = atLeastZero(f.taxBeforeCredits - f.personalCredits)
  },
})

export const formsAR = stateModule<{ formAR1000F: Sheet<typeof words> }, (typeof arkansas)['names']>({
  ...{ book: arkansas, forms: [formAR1000F], chooses: false, credit: null },
  summary: ({ formAR1000F: f }) => ({
    ...{ agi: f.agi, exemptGain: f.exemptGain, deduction: f.standardDeduction, taxableIncome: f.netIncome },
    ...{ taxBeforeCredits: f.taxBeforeCredits, personalCredit: f.personalCredits },
    ...{ regularTax: f.tax, amt: 0, tax: f.tax },
  }),
})
