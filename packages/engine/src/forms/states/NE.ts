/**
 * Nebraska Form 1040N, residents. Neb. Rev. Stat. 77-2715, 77-2715.03, 77-2716.01. Whoever itemizes on the federal return may
 * do so here, without state income tax. Without adjustments of $5,000 or more, of which there are none here, the tax is no
 * more than the federal tax before credits, AMT included.
 * Left out: additions and subtractions of Schedule I (the election for gain on stock of an employer among them), other
 * credits, the tax on early and lump-sum distributions.
 */
import type { Sheet } from '../../form.ts'
import { nebraska } from '../../law/states/NE.ts'
import { taxBy } from '../../law/states/state.ts'
import { atLeastZero, larger, smaller } from '../../money.ts'
import { stateForm, stateModule } from './stateForm.ts'

const words = {
  line5: 'Federal adjusted gross income: {form1040.line11a}.',
  line6: 'Standard deduction: {law.standardDeduction}, and {law.agedOrBlindDeduction} for each of {state.agedOrBlind}.',
  line9:
    'Itemized deductions without state income tax: zero unless {election.itemizes}; {scheduleA.line17} less {scheduleA.line5a}, not below zero.',
  line10: 'Deductions: the larger of line 6 or line 9.',
  line14: 'Nebraska taxable income: subtract line 10 from line 5. If zero or less, enter 0.',
  line15: 'Nebraska income tax: on line 14 by {law.rates}.',
  line18: 'Personal exemption credit: {law.exemptionCredit} for each of {state.filers} and {state.dependents}.',
  beforeLimit: 'Subtract line 18 from line 15. If zero or less, enter 0.',
  line35: 'Nebraska tax: the smaller of {beforeLimit} or federal tax before credits, {form1040.line18}.',
} as const

const form1040N = stateForm<unknown, (typeof nebraska)['names'], typeof words>({
  ...{ id: 'form1040N', title: 'Form 1040N', law: 'Neb. Rev. Stat. 77-2715, 77-2715.03, 77-2716.01', words },
  figure({ election, form1040, scheduleA, state }, law, f) {
    f.line5 = form1040.line11a
    f.line6 = law.standardDeduction + law.agedOrBlindDeduction * state.agedOrBlind
    f.line9 = election.itemizes === 1 ? atLeastZero(scheduleA.line17 - scheduleA.line5a) : 0
    f.line10 = larger(f.line6, f.line9)
    f.line14 = atLeastZero(f.line5 - f.line10)
    f.line15 = taxBy(law.rates, f.line14)
    f.line18 = law.exemptionCredit * (state.filers + state.dependents)
    f.beforeLimit = atLeastZero(f.line15 - f.line18)
    f.line35 = smaller(f.beforeLimit, form1040.line18)
  },
})

export const formsNE = stateModule<{ form1040N: Sheet<typeof words> }, (typeof nebraska)['names']>({
  ...{ book: nebraska, forms: [form1040N], chooses: false, credit: null },
  summary: ({ form1040N: f }) => ({
    ...{ agi: f.line5, deduction: f.line10, taxableIncome: f.line14, scheduleTax: f.line15, exemptionCredit: f.line18 },
    ...{ regularTax: f.line35, amt: 0, tax: f.line35 },
  }),
})
