/**
 * Washington capital gains excise return, residents: no income tax; net long-term gain over a deduction. RCW 82.87.040, .060.
 * Wages, the spread of an ISO and short-term gain are not taxed. Left out: exempt assets such as real estate, gifts of more
 * than $250,000, the credit for business tax, the working families credit, losses from sales outside Washington.
 */
import type { Sheet } from '../../form.ts'
import { taxBy } from '../../law/states/state.ts'
import { washington } from '../../law/states/WA.ts'
import { atLeastZero } from '../../money.ts'
import { stateForm, stateModule } from './stateForm.ts'

const words = {
  agi: 'Federal adjusted gross income, for comparison: {form1040.line11a}.',
  longTermGain: 'Net long-term capital gain: {scheduleD.line15}. If zero or less, enter 0.',
  deduction: 'Standard deduction: {law.deduction}.',
  taxableGain: 'Taxable gain: {longTermGain} less {deduction}. If zero or less, enter 0.',
  excise: 'Capital gains excise: on {taxableGain} by {law.rates}.',
} as const

const capitalGains = stateForm<unknown, (typeof washington)['names'], typeof words>({
  ...{ id: 'capitalGains', title: 'Capital gains excise tax return', law: 'RCW 82.87.040, 82.87.060', words },
  figure({ form1040, scheduleD }, law, f) {
    f.agi = form1040.line11a
    f.longTermGain = atLeastZero(scheduleD.line15)
    f.deduction = law.deduction
    f.taxableGain = atLeastZero(f.longTermGain - f.deduction)
    f.excise = taxBy(law.rates, f.taxableGain)
  },
})

export const formsWA = stateModule<{ capitalGains: Sheet<typeof words> }, (typeof washington)['names']>({
  ...{ book: washington, forms: [capitalGains], chooses: false, gainsAlone: true, credit: null },
  summary: ({ capitalGains: f }) => ({
    ...{ agi: f.agi, longTermGain: f.longTermGain, taxableIncome: f.taxableGain, regularTax: 0, amt: 0 },
    ...{ capitalGainsExcise: f.excise, tax: f.excise },
  }),
})
