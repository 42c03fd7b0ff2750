/**
 * Missouri Form MO-1040, residents. RSMo 143.011, 143.121, 143.131, 143.161, 143.171. Capital gain is not taxed from 2025.
 * Part of the federal income tax is deducted, AMT included, so an exercise can lower the tax of those under $125,000.
 * Left out: the split of income between spouses (the tax of each is figured by itself on the form), other modifications of
 * Form MO-A, itemized deductions, federal taxes beyond income tax and AMT and the foreign tax credit in line 11, credits,
 * earnings taxes of St. Louis and Kansas City.
 */
import type { Sheet } from '../../form.ts'
import { missouri } from '../../law/states/MO.ts'
import { lookUp, taxBy } from '../../law/states/state.ts'
import { atLeastZero, part, smaller } from '../../money.ts'
import { stateForm, stateModule } from './stateForm.ts'

const words = {
  line1: 'Federal adjusted gross income: {form1040.line11a}.',
  line4: 'Capital gain subtracted: {law.gainSubtraction} of {form1040.line7a}. A loss is 0.',
  line6: 'Missouri adjusted gross income: subtract line 4 from line 1.',
  line11: 'Federal income tax with AMT, after credits: {form1040.line22}.',
  line12: 'Part of it that is deducted: by {law.federalTaxShare} from line 6.',
  line13: 'Federal income tax deduction: line 12 of line 11, at most {law.federalTaxCap}.',
  line14: 'Standard deduction, as on the federal return: {form1040.standardDeduction}.',
  line15: 'Deduction of a head of household or surviving spouse: {law.householdDeduction}.',
  line28: 'Total deductions: add lines 13, 14 and 15.',
  line29: 'Taxable income: subtract line 28 from line 6. If zero or less, enter 0.',
  line30: 'Tax: on line 29 by {law.rates}.',
} as const

const formMO1040 = stateForm<unknown, (typeof missouri)['names'], typeof words>({
  ...{ id: 'formMO1040', title: 'Form MO-1040', law: 'RSMo 143.011, 143.121, 143.171', words },
  figure({ form1040 }, law, f) {
    f.line1 = form1040.line11a
    f.line4 = part(law.gainSubtraction, atLeastZero(form1040.line7a))
    f.line6 = f.line1 - f.line4
    f.line11 = form1040.line22
    f.line12 = lookUp(law.federalTaxShare, f.line6)
    f.line13 = smaller(part(f.line12, f.line11), law.federalTaxCap)
    f.line14 = form1040.standardDeduction
    f.line15 = law.householdDeduction
    f.line28 = f.line13 + f.line14 + f.line15
    f.line29 = atLeastZero(f.line6 - f.line28)
    f.line30 = taxBy(law.rates, f.line29)
  },
})

export const formsMO = stateModule<{ formMO1040: Sheet<typeof words> }, (typeof missouri)['names']>({
  ...{ book: missouri, forms: [formMO1040], chooses: false, credit: null },
  summary: ({ formMO1040: f }) => ({
    ...{ agi: f.line1, gainSubtraction: f.line4, federalTaxDeduction: f.line13, taxableIncome: f.line29 },
    ...{ regularTax: f.line30, amt: 0, tax: f.line30 },
  }),
})
