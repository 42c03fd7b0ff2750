/**
 * Indiana Form IT-40, residents: federal adjusted gross income less exemptions, at one rate. IC 6-3-1-3.5, 6-3-2-1.
 * Left out: add-backs and deductions (rent, homeowner's property tax), the further exemptions for a dependent or adopted
 * child, credits, county income tax.
 */
import type { Sheet } from '../../form.ts'
import { indiana } from '../../law/states/IN.ts'
import { atLeastZero, part } from '../../money.ts'
import { stateForm, stateModule } from './stateForm.ts'

const words = {
  line1: 'Federal adjusted gross income: {form1040.line11a}.',
  line5: 'Indiana adjusted income: the amount from line 1.',
  lowIncomeAged:
    'Exemption for age and small income: {law.lowIncomeAgedExemption} for each of {state.aged} if line 1 is less than {law.lowIncomeBelow}.',
  line6:
    'Exemptions: {law.exemption} for each of {state.filers} and {state.dependents}, {law.agedOrBlindExemption} for each of {state.agedOrBlind}, and {lowIncomeAged}.',
  line7: 'State taxable income: subtract line 6 from line 5. If zero or less, enter 0.',
  line8: 'State adjusted gross income tax: multiply line 7 by {law.rate}.',
} as const

const formIT40 = stateForm<unknown, (typeof indiana)['names'], typeof words>({
  ...{ id: 'formIT40', title: 'Form IT-40', law: 'IC 6-3-1-3.5, 6-3-2-1', words },
  figure({ form1040, state }, law, f) {
    f.line1 = form1040.line11a
    f.line5 = f.line1
    f.lowIncomeAged = f.line1 < law.lowIncomeBelow ? law.lowIncomeAgedExemption * state.aged : 0
    f.line6 =
      law.exemption * (state.filers + state.dependents) + law.agedOrBlindExemption * state.agedOrBlind + f.lowIncomeAged
    f.line7 = atLeastZero(f.line5 - f.line6)
    f.line8 = part(law.rate, f.line7)
  },
})

export const formsIN = stateModule<{ formIT40: Sheet<typeof words> }, (typeof indiana)['names']>({
  ...{ book: indiana, forms: [formIT40], chooses: false, credit: null },
  summary: ({ formIT40: f }) => ({
    ...{ agi: f.line1, exemption: f.line6, taxableIncome: f.line7, regularTax: f.line8, amt: 0, tax: f.line8 },
  }),
})
