/**
 * Arizona Form 140, residents: one rate; a quarter of net long-term gain is not taxed, where the asset was acquired after
 * 2011, which is taken of all of it here. A.R.S. §43-1011, 43-1022, 43-1023, 43-1041.
 * Left out: other additions and subtractions, itemized deductions, the increase of the standard deduction for gifts, the
 * exemption for parents, the dependent tax credit (it needs ages) and the other credits.
 */
import type { Sheet } from '../../form.ts'
import { arizona } from '../../law/states/AZ.ts'
import { atLeastZero, part } from '../../money.ts'
import { stateForm, stateModule } from './stateForm.ts'

const words = {
  line12: 'Federal adjusted gross income: {form1040.line11a}.',
  line22: 'Net long-term gain, as far as federal income includes it: {scheduleD.netCapitalGain}.',
  line23: 'Net long-term gain on assets acquired after 2011: all of line 22.',
  line24: 'Subtraction for it: multiply line 23 by {law.gainSubtraction}.',
  seniors: 'Federal senior deduction subtracted: {law.seniorDeductionRate} of {form1040.line13b}.',
  line35: 'Subtract line 24 and {seniors} from line 12.',
  line38: 'Exemption for age: {law.agedExemption} for each of {state.aged}.',
  line39: 'Exemption for blindness: {law.blindExemption} for each of {state.agedOrBlind} beyond {state.aged}.',
  line42: 'Arizona adjusted gross income: subtract lines 38 and 39 from line 35.',
  line43: 'Standard deduction: {law.standardDeduction}.',
  line45: 'Arizona taxable income: subtract line 43 from line 42. If zero or less, enter 0.',
  line46: 'Tax: multiply line 45 by {law.rate}.',
} as const

const form140 = stateForm<unknown, (typeof arizona)['names'], typeof words>({
  ...{ id: 'form140', title: 'Form 140', law: 'A.R.S. §43-1011, 43-1022', words },
  figure({ form1040, scheduleD, state }, law, f) {
    f.line12 = form1040.line11a
    f.line22 = scheduleD.netCapitalGain
    f.line23 = f.line22
    f.line24 = part(law.gainSubtraction, f.line23)
    f.seniors = part(law.seniorDeductionRate, form1040.line13b)
    f.line35 = f.line12 - f.line24 - f.seniors
    f.line38 = law.agedExemption * state.aged
    f.line39 = law.blindExemption * atLeastZero(state.agedOrBlind - state.aged)
    f.line42 = f.line35 - f.line38 - f.line39
    f.line43 = law.standardDeduction
    f.line45 = atLeastZero(f.line42 - f.line43)
    f.line46 = part(law.rate, f.line45)
  },
})

export const formsAZ = stateModule<{ form140: Sheet<typeof words> }, (typeof arizona)['names']>({
  ...{ book: arizona, forms: [form140], chooses: false, credit: null },
  summary: ({ form140: f }) => ({
    ...{ agi: f.line12, longTermGainSubtraction: f.line24, deduction: f.line43, taxableIncome: f.line45 },
    ...{ regularTax: f.line46, amt: 0, tax: f.line46 },
  }),
})
