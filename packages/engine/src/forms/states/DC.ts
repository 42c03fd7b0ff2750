/**
 * District of Columbia Form D-40, residents. D.C. Code §47-1801.04(44), 47-1803.02, 47-1806.03.
 * Left out: other additions and subtractions of Schedule I, itemized deductions, the choice of couples to figure their
 * taxes apart on one return (Schedule S, which lowers the tax of two earners), credits.
 */
import type { Sheet } from '../../form.ts'
import { districtOfColumbia } from '../../law/states/DC.ts'
import { taxBy } from '../../law/states/state.ts'
import { atLeastZero } from '../../money.ts'
import { stateForm, stateModule } from './stateForm.ts'

const words = {
  line4: 'Federal adjusted gross income: {form1040.line11a}.',
  line6:
    'Addition: {state.smallBusinessStockExcluded} times {law.smallBusinessStockTaxed}, which is 1 where the District taxes it.',
  line15: 'District adjusted gross income: add lines 4 and 6.',
  line17:
    'Standard deduction: {law.standardDeduction} plus {law.additionalStandardDeduction} for each of {state.agedOrBlind}.',
  line18: 'Taxable income: subtract line 17 from line 15. If zero or less, enter 0.',
  line19: 'Tax: on line 18 by {law.rates}.',
} as const

const formD40 = stateForm<unknown, (typeof districtOfColumbia)['names'], typeof words>({
  ...{ id: 'formD40', title: 'Form D-40', law: 'D.C. Code §47-1806.03', words },
  figure({ form1040, state }, law, f) {
    f.line4 = form1040.line11a
    f.line6 = state.smallBusinessStockExcluded * law.smallBusinessStockTaxed
    f.line15 = f.line4 + f.line6
    f.line17 = law.standardDeduction + law.additionalStandardDeduction * state.agedOrBlind
    f.line18 = atLeastZero(f.line15 - f.line17)
    f.line19 = taxBy(law.rates, f.line18)
  },
})

export const formsDC = stateModule<{ formD40: Sheet<typeof words> }, (typeof districtOfColumbia)['names']>({
  ...{ book: districtOfColumbia, forms: [formD40], chooses: false, credit: null },
  summary: ({ formD40: f }) => ({
    ...{ agi: f.line4, deduction: f.line17, taxableIncome: f.line18, regularTax: f.line19, amt: 0, tax: f.line19 },
  }),
})
