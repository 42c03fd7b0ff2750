/**
 * Idaho Form 40, residents: federal adjusted gross income less the federal standard deduction, or the itemized deductions
 * without state income tax if those are more, at one rate above a threshold. Idaho Code §63-3004, 63-3022, 63-3024. Since
 * 2025 the additional federal deduction for seniors is given too. Gain on stock is taxed as other income; the spread of an
 * ISO has no part in it.
 * Left out: additions and subtractions of Form 39R, credits, the grocery credit among them, the permanent building fund tax.
 */
import type { Sheet } from '../../form.ts'
import { idaho } from '../../law/states/ID.ts'
import { taxBy } from '../../law/states/state.ts'
import { atLeastZero, larger, smaller } from '../../money.ts'
import { stateForm, stateModule } from './stateForm.ts'

const words = {
  line7: 'Federal adjusted gross income: {form1040.line11a}.',
  line11: 'Idaho adjusted income: the amount from line 7.',
  line13: 'Itemized deductions: {scheduleA.line17} if {election.itemizes}, otherwise 0.',
  line14:
    'State income tax among them: the smaller of {scheduleA.line5a} or {scheduleA.line5e} if {election.itemizes}, otherwise 0.',
  line15: 'Subtract line 14 from line 13.',
  line16: 'Federal standard deduction: {form1040.standardDeduction}.',
  line17: 'Subtract the larger of line 15 or line 16 from line 11.',
  line18: 'Additional federal deductions: {form1040.line13b}.',
  line19: 'Idaho taxable income: subtract line 18 from line 17. If zero or less, enter 0.',
  line20: 'Tax: on line 19 by {law.rates}.',
} as const

const form40 = stateForm<unknown, (typeof idaho)['names'], typeof words>({
  ...{ id: 'form40', title: 'Form 40', law: 'Idaho Code §63-3022, 63-3024', words },
  figure({ election, form1040, scheduleA }, law, f) {
    f.line7 = form1040.line11a
    f.line11 = f.line7
    f.line13 = election.itemizes === 1 ? scheduleA.line17 : 0
    f.line14 = election.itemizes === 1 ? smaller(scheduleA.line5a, scheduleA.line5e) : 0
    f.line15 = f.line13 - f.line14
    f.line16 = form1040.standardDeduction
    f.line17 = f.line11 - larger(f.line15, f.line16)
    f.line18 = form1040.line13b
    f.line19 = atLeastZero(f.line17 - f.line18)
    f.line20 = taxBy(law.rates, f.line19)
  },
})

export const formsID = stateModule<{ form40: Sheet<typeof words> }, (typeof idaho)['names']>({
  ...{ book: idaho, forms: [form40], chooses: false, credit: null },
  summary: ({ form40: f }) => ({
    ...{ agi: f.line7, deduction: f.line11 - f.line17, taxableIncome: f.line19 },
    ...{ regularTax: f.line20, amt: 0, tax: f.line20 },
  }),
})
