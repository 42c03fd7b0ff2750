/**
 * Hawaii Form N-11, residents: federal adjusted gross income less the standard deduction and exemptions, at twelve rates, of
 * which none above 7.25 % reaches net capital gain. HRS §235-2.4, 235-51, 235-54. The spread of an ISO has no part in it.
 * Left out: Hawaii additions and subtractions, the exclusion for stock of high technology businesses, itemized deductions,
 * disability exemptions, investment interest in the worksheet for gain, credits.
 */
import type { Sheet } from '../../form.ts'
import { hawaii } from '../../law/states/HI.ts'
import { taxBy } from '../../law/states/state.ts'
import { atLeastZero, larger, part, smaller } from '../../money.ts'
import { stateForm, stateModule } from './stateForm.ts'

const words = {
  line7: 'Federal adjusted gross income: {form1040.line11a}.',
  line20: 'Hawaii adjusted gross income: the amount from line 7.',
  line23: 'Standard deduction: {law.standardDeduction}.',
  line24: 'Subtract line 23 from line 20.',
  line25: 'Exemptions: {law.exemption} for each of {state.filers}, {state.dependents} and {state.aged}.',
  line26: 'Hawaii taxable income: subtract line 25 from line 24. If zero or less, enter 0.',
  regularTax: 'Tax by the rates: on line 26 by {law.rates}.',
  gain: 'Net capital gain in it: {scheduleD.netCapitalGain}.',
  atUsualRates: 'Income at the usual rates: line 26 less {gain}, at least {law.taxedBelowGainRate}, at most line 26.',
  taxWithGain:
    'Tax with the rate on gain: on {atUsualRates} by {law.rates}, and {law.gainRate} of the rest of line 26.',
  line27: 'Tax: the smaller of {regularTax} or {taxWithGain}.',
} as const

const formN11 = stateForm<unknown, (typeof hawaii)['names'], typeof words>({
  ...{ id: 'formN11', title: 'Form N-11', law: 'HRS §235-51, 235-54', words },
  figure({ form1040, scheduleD, state }, law, f) {
    f.line7 = form1040.line11a
    f.line20 = f.line7
    f.line23 = law.standardDeduction
    f.line24 = f.line20 - f.line23
    f.line25 = law.exemption * (state.filers + state.dependents + state.aged)
    f.line26 = atLeastZero(f.line24 - f.line25)
    f.regularTax = taxBy(law.rates, f.line26)
    f.gain = scheduleD.netCapitalGain
    f.atUsualRates = smaller(f.line26, larger(f.line26 - f.gain, law.taxedBelowGainRate))
    f.taxWithGain = taxBy(law.rates, f.atUsualRates) + part(law.gainRate, f.line26 - f.atUsualRates)
    f.line27 = smaller(f.regularTax, f.taxWithGain)
  },
})

export const formsHI = stateModule<{ formN11: Sheet<typeof words> }, (typeof hawaii)['names']>({
  ...{ book: hawaii, forms: [formN11], chooses: false, credit: null },
  summary: ({ formN11: f }) => ({
    ...{ agi: f.line7, deduction: f.line23, exemption: f.line25, taxableIncome: f.line26 },
    ...{ scheduleTax: f.regularTax, regularTax: f.line27, amt: 0, tax: f.line27 },
  }),
})
