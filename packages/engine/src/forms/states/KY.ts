/**
 * Kentucky Form 740, residents: federal adjusted gross income less the standard deduction, at one rate. KRS 141.019, 141.020,
 * 141.081. Left out: additions and subtractions of Schedule M (the pension exclusion among them), itemized deductions,
 * separate filing on a combined return, the family size credit of small incomes, other credits, local taxes on wages.
 */
import type { Sheet } from '../../form.ts'
import { kentucky } from '../../law/states/KY.ts'
import { atLeastZero, part } from '../../money.ts'
import { stateForm, stateModule } from './stateForm.ts'

const words = {
  line5: 'Federal adjusted gross income: {form1040.line11a}.',
  line9: 'Kentucky adjusted gross income: the amount from line 5.',
  line10: 'Standard deduction: {law.standardDeduction}.',
  line11: 'Kentucky taxable income: subtract line 10 from line 9. If zero or less, enter 0.',
  line12: 'Tax: multiply line 11 by {law.rate}.',
  line17: 'Personal tax credits: {law.agedOrBlindCredit} for each of {state.agedOrBlind}.',
  line18: 'Tax after personal credits: subtract line 17 from line 12. If zero or less, enter 0.',
} as const

const form740 = stateForm<unknown, (typeof kentucky)['names'], typeof words>({
  ...{ id: 'form740', title: 'Form 740', law: 'KRS 141.020, 141.081', words },
  figure({ form1040, state }, law, f) {
    f.line5 = form1040.line11a
    f.line9 = f.line5
    f.line10 = law.standardDeduction
    f.line11 = atLeastZero(f.line9 - f.line10)
    f.line12 = part(law.rate, f.line11)
    f.line17 = law.agedOrBlindCredit * state.agedOrBlind
    f.line18 = atLeastZero(f.line12 - f.line17)
  },
})

export const formsKY = stateModule<{ form740: Sheet<typeof words> }, (typeof kentucky)['names']>({
  ...{ book: kentucky, forms: [form740], chooses: false, credit: null },
  summary: ({ form740: f }) => ({
    ...{ agi: f.line5, deduction: f.line10, taxableIncome: f.line11, taxBeforeCredits: f.line12 },
    ...{ regularTax: f.line18, amt: 0, tax: f.line18 },
  }),
})
