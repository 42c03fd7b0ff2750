/**
 * Montana Form 2, residents: federal taxable income, of which net long-term gain is taxed at rates of its own, on top of the
 * rest. Qualified dividends are ordinary income. MCA 15-30-2103, 15-30-2120.
 * State income tax deducted federally is added back as far as itemizing has saved; other taxes count first where the federal
 * limit binds. Left out: other additions and subtractions of Schedule I, credits.
 */
import type { Sheet } from '../../form.ts'
import { montana } from '../../law/states/MT.ts'
import { taxBy } from '../../law/states/state.ts'
import { atLeastZero, smaller } from '../../money.ts'
import { stateForm, stateModule } from './stateForm.ts'

const words = {
  line3: 'Federal taxable income: {form1040.line15}.',
  stateTaxDeducted:
    'State income tax in the federal deduction: zero unless {election.itemizes}; {scheduleA.line5e} less {scheduleA.line5b}, not below zero.',
  line4:
    'State income tax added back: {stateTaxDeducted}, up to the excess of {form1040.line12e} over {form1040.standardDeduction}.',
  line6: 'Subtraction for age: {law.agedSubtraction} for each of {state.aged}.',
  line7: 'Montana taxable income: add lines 3 and 4, subtract line 6. If zero or less, enter 0.',
  longTermGain: 'Net long-term gain in it: the smaller of {scheduleD.netCapitalGain} or line 7.',
  otherIncome: 'Other income: subtract {longTermGain} from line 7.',
  taxOnGain:
    'Tax on net long-term gain, which lies on top of {otherIncome}: on line 7 by {law.gainRates}, less on {otherIncome} by them.',
  taxOnOther: 'Tax on other income: on {otherIncome} by {law.rates}.',
  line8: 'Montana resident tax: add {taxOnGain} and {taxOnOther}.',
} as const

const form2 = stateForm<unknown, (typeof montana)['names'], typeof words>({
  ...{ id: 'form2', title: 'Form 2', law: 'MCA 15-30-2103, 15-30-2120', words },
  figure({ election, form1040, scheduleA, scheduleD, state }, law, f) {
    f.line3 = form1040.line15
    f.stateTaxDeducted = election.itemizes === 1 ? atLeastZero(scheduleA.line5e - scheduleA.line5b) : 0
    f.line4 = smaller(f.stateTaxDeducted, atLeastZero(form1040.line12e - form1040.standardDeduction))
    f.line6 = law.agedSubtraction * state.aged
    f.line7 = atLeastZero(f.line3 + f.line4 - f.line6)
    f.longTermGain = smaller(scheduleD.netCapitalGain, f.line7)
    f.otherIncome = f.line7 - f.longTermGain
    f.taxOnGain = taxBy(law.gainRates, f.line7) - taxBy(law.gainRates, f.otherIncome)
    f.taxOnOther = taxBy(law.rates, f.otherIncome)
    f.line8 = f.taxOnGain + f.taxOnOther
  },
})

export const formsMT = stateModule<{ form2: Sheet<typeof words> }, (typeof montana)['names']>({
  ...{ book: montana, forms: [form2], chooses: false, credit: null },
  summary: ({ form2: f }, { form1040 }) => ({
    ...{ agi: form1040.line11a, federalTaxableIncome: f.line3, stateIncomeTaxAddback: f.line4 },
    ...{ taxableIncome: f.line7, longTermGain: f.longTermGain, taxOnGain: f.taxOnGain },
    ...{ regularTax: f.line8, amt: 0, tax: f.line8 },
  }),
})
