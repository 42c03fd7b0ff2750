/**
 * Rhode Island Form RI-1040, residents: federal adjusted gross income less a standard deduction and exemptions, both of which
 * high income takes away in five steps. R.I. Gen. Laws §44-30-2.6(c). The spread of an ISO has no part in it.
 * Left out: the modifications of Schedule M, the tax table below $100,000, credits. There are no itemized deductions.
 */
import type { Sheet } from '../../form.ts'
import { rhodeIsland } from '../../law/states/RI.ts'
import { taxBy } from '../../law/states/state.ts'
import { atLeastZero, part, smaller, wholeRate } from '../../money.ts'
import { stateForm, stateModule } from './stateForm.ts'

const words = {
  line1: 'Federal adjusted gross income: {form1040.line11a}.',
  line3: 'Modified federal adjusted gross income: the amount from line 1.',
  steps:
    'Steps: the excess of line 3 over {law.cutStart}, divided by {law.cutStep}, up to a whole number; none without an excess.',
  lost: 'Part of deduction and exemptions lost: multiply {steps} by {law.cut}, at most the whole.',
  line4: 'Deduction: {law.standardDeduction} less {lost} of it.',
  line5: 'Subtract line 4 from line 3. If zero or less, enter 0.',
  exemptions: 'Exemptions before the cut: {law.exemption} for each of {state.filers} and {state.dependents}.',
  line6: 'Exemptions: {exemptions} less {lost} of them.',
  line7: 'Rhode Island taxable income: subtract line 6 from line 5. If zero or less, enter 0.',
  line8: 'Rhode Island income tax: on line 7 by {law.rates}.',
} as const

const ri1040 = stateForm<unknown, (typeof rhodeIsland)['names'], typeof words>({
  ...{ id: 'ri1040', title: 'Form RI-1040', law: 'R.I. Gen. Laws §44-30-2.6', words },
  figure({ form1040, state }, law, f) {
    f.line1 = form1040.line11a
    f.line3 = f.line1
    f.steps = Math.ceil(atLeastZero(f.line3 - law.cutStart) / law.cutStep)
    f.lost = smaller(law.cut * f.steps, wholeRate)
    f.line4 = law.standardDeduction - part(f.lost, law.standardDeduction)
    f.line5 = atLeastZero(f.line3 - f.line4)
    f.exemptions = law.exemption * (state.filers + state.dependents)
    f.line6 = f.exemptions - part(f.lost, f.exemptions)
    f.line7 = atLeastZero(f.line5 - f.line6)
    f.line8 = taxBy(law.rates, f.line7)
  },
})

export const formsRI = stateModule<{ ri1040: Sheet<typeof words> }, (typeof rhodeIsland)['names']>({
  ...{ book: rhodeIsland, forms: [ri1040], chooses: false, credit: null },
  summary: ({ ri1040: f }) => ({
    ...{ agi: f.line1, deduction: f.line4, exemption: f.line6, taxableIncome: f.line7 },
    ...{ regularTax: f.line8, amt: 0, tax: f.line8 },
  }),
})
