/**
 * Georgia Form 500, residents: federal adjusted gross income less the standard deduction and dependents, at one rate.
 * O.C.G.A. §48-7-20, 48-7-26, 48-7-27. Left out: adjustments of Schedule 1 (among them the retirement income exclusion of
 * those 62 or older), itemized deductions, credits.
 */
import type { Sheet } from '../../form.ts'
import { georgia } from '../../law/states/GA.ts'
import { atLeastZero, part } from '../../money.ts'
import { stateForm, stateModule } from './stateForm.ts'

const words = {
  line8: 'Federal adjusted gross income: {form1040.line11a}.',
  line10: 'Georgia adjusted gross income: the amount from line 8.',
  line11: 'Standard deduction: {law.standardDeduction}.',
  line13: 'Subtract line 11 from line 10.',
  line14: 'Exemptions: {law.dependentExemption} for each of {state.dependents}.',
  line15c: 'Georgia taxable income: subtract line 14 from line 13. If zero or less, enter 0.',
  line16: 'Tax: multiply line 15c by {law.rate}.',
} as const

const form500 = stateForm<unknown, (typeof georgia)['names'], typeof words>({
  ...{ id: 'form500', title: 'Form 500', law: 'O.C.G.A. §48-7-20, 48-7-27', words },
  figure({ form1040, state }, law, f) {
    f.line8 = form1040.line11a
    f.line10 = f.line8
    f.line11 = law.standardDeduction
    f.line13 = f.line10 - f.line11
    f.line14 = law.dependentExemption * state.dependents
    f.line15c = atLeastZero(f.line13 - f.line14)
    f.line16 = part(law.rate, f.line15c)
  },
})

export const formsGA = stateModule<{ form500: Sheet<typeof words> }, (typeof georgia)['names']>({
  ...{ book: georgia, forms: [form500], chooses: false, credit: null },
  summary: ({ form500: f }) => ({
    ...{ agi: f.line8, deduction: f.line11, taxableIncome: f.line15c, regularTax: f.line16, amt: 0, tax: f.line16 },
  }),
})
