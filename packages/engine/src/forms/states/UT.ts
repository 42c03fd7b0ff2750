/**
 * Utah Form TC-40, residents: one rate on federal adjusted gross income, less a credit for deductions and exemptions that
 * falls with income. Utah Code §59-10-104, 59-10-104.1, 59-10-1018.
 * Left out: additions and subtractions of TC-40A, the second exemption in the year of a birth, other credits.
 */
import type { Sheet } from '../../form.ts'
import { utah } from '../../law/states/UT.ts'
import { atLeastZero, part, smaller } from '../../money.ts'
import { stateForm, stateModule } from './stateForm.ts'

const words = {
  line4: 'Federal adjusted gross income: {form1040.line11a}.',
  line9: 'Utah taxable income: the amount from line 4. If zero or less, enter 0.',
  line10: 'Tax: multiply line 9 by {law.rate}.',
  line11: 'Personal exemptions: {law.exemption} for each of {state.dependents}.',
  line12: 'Federal standard or itemized deductions: {form1040.line12e}.',
  line13: 'Add lines 11 and 12.',
  line14:
    'State income tax among the itemized deductions: the smaller of {scheduleA.line5a} or {scheduleA.line5e} if {election.itemizes}, otherwise 0.',
  line15: 'Subtract line 14 from line 13. If zero or less, enter 0.',
  line16: 'Credit before it falls: multiply line 15 by {law.creditRate}.',
  line17: 'Income from which the credit falls: {law.creditPhaseOutStart}.',
  line18: 'Subtract line 17 from line 9. If zero or less, enter 0.',
  line19: 'What the credit loses: multiply line 18 by {law.creditPhaseOutRate}.',
  line20: 'Taxpayer tax credit: subtract line 19 from line 16. If zero or less, enter 0.',
  line22:
    'Utah income tax: subtract line 20 from line 10, not below zero; 0 if line 4 is not more than {law.exemptUpTo}.',
} as const

const formTC40 = stateForm<unknown, (typeof utah)['names'], typeof words>({
  ...{ id: 'formTC40', title: 'Form TC-40', law: 'Utah Code §59-10-104, 59-10-1018', words },
  figure({ election, form1040, scheduleA, state }, law, f) {
    f.line4 = form1040.line11a
    f.line9 = atLeastZero(f.line4)
    f.line10 = part(law.rate, f.line9)
    f.line11 = law.exemption * state.dependents
    f.line12 = form1040.line12e
    f.line13 = f.line11 + f.line12
    f.line14 = election.itemizes === 1 ? smaller(scheduleA.line5a, scheduleA.line5e) : 0
    f.line15 = atLeastZero(f.line13 - f.line14)
    f.line16 = part(law.creditRate, f.line15)
    f.line17 = law.creditPhaseOutStart
    f.line18 = atLeastZero(f.line9 - f.line17)
    f.line19 = part(law.creditPhaseOutRate, f.line18)
    f.line20 = atLeastZero(f.line16 - f.line19)
    f.line22 = f.line4 <= law.exemptUpTo ? 0 : atLeastZero(f.line10 - f.line20)
  },
})

export const formsUT = stateModule<{ formTC40: Sheet<typeof words> }, (typeof utah)['names']>({
  ...{ book: utah, forms: [formTC40], chooses: false, credit: null },
  summary: ({ formTC40: f }) => ({
    ...{ agi: f.line4, taxableIncome: f.line9, taxBeforeCredits: f.line10, taxpayerTaxCredit: f.line20 },
    ...{ regularTax: f.line22, amt: 0, tax: f.line22 },
  }),
})
