/**
 * Maine Form 1040ME, residents. 36 M.R.S. §5111, 5124-C, 5126-A, 5219-SS. The standard deduction and the exemptions fall with
 * income; from 2026 the rates hold a surcharge of 2 %.
 * Left out: income modifications of Schedules 1A and 1S, itemized deductions, a second exemption on a separate return, the
 * part of the credit for dependents that is paid out and its double for a child under 6, other credits.
 */
import type { Sheet } from '../../form.ts'
import { maine } from '../../law/states/ME.ts'
import { taxBy } from '../../law/states/state.ts'
import { atLeastZero, smaller } from '../../money.ts'
import { stateForm, stateModule } from './stateForm.ts'

const words = {
  line14: 'Federal adjusted gross income: {form1040.line11a}.',
  line16: 'Maine adjusted gross income: the amount from line 14.',
  standardDeduction:
    'Standard deduction before it falls: {law.standardDeduction}, and {law.agedOrBlindDeduction} for each of {state.agedOrBlind}.',
  deductionExcess:
    'Excess of line 16 over {law.deductionPhaseOutStart}, not below zero, at most {law.deductionPhaseOutWidth}.',
  line17:
    'Deduction: {standardDeduction}, less the part of it that {deductionExcess} is of {law.deductionPhaseOutWidth}.',
  exemptions: 'Exemptions before they fall: {law.exemption} for each of {state.filers}.',
  exemptionExcess:
    'Excess of line 16 over {law.exemptionPhaseOutStart}, not below zero, at most {law.exemptionPhaseOutWidth}.',
  line18: 'Exemptions: {exemptions}, less the part of them that {exemptionExcess} is of {law.exemptionPhaseOutWidth}.',
  line19: 'Maine taxable income: subtract lines 17 and 18 from line 16. If zero or less, enter 0.',
  line20: 'Income tax: on line 19 by {law.rates}.',
  cuts: 'Cuts of the credit for dependents: one for each {law.dependentCreditStep}, or part, of line 16 over {law.dependentCreditStart}.',
  dependentCredit:
    'Credit for dependents: {law.dependentCredit} for each of {state.dependents}, less {law.dependentCreditCut} for each of {cuts}. If zero or less, enter 0.',
  tax: 'Tax: subtract {dependentCredit} from line 20. If zero or less, enter 0.',
} as const

const form1040ME = stateForm<unknown, (typeof maine)['names'], typeof words>({
  ...{ id: 'form1040ME', title: 'Form 1040ME', law: '36 M.R.S. §5111, 5124-C, 5126-A, 5219-SS', words },
  figure({ form1040, state }, law, f) {
    f.line14 = form1040.line11a
    f.line16 = f.line14
    f.standardDeduction = law.standardDeduction + law.agedOrBlindDeduction * state.agedOrBlind
    f.deductionExcess = smaller(atLeastZero(f.line16 - law.deductionPhaseOutStart), law.deductionPhaseOutWidth)
    f.line17 = f.standardDeduction - (f.standardDeduction * f.deductionExcess) / law.deductionPhaseOutWidth
    f.exemptions = law.exemption * state.filers
    f.exemptionExcess = smaller(atLeastZero(f.line16 - law.exemptionPhaseOutStart), law.exemptionPhaseOutWidth)
    f.line18 = f.exemptions - (f.exemptions * f.exemptionExcess) / law.exemptionPhaseOutWidth
    f.line19 = atLeastZero(f.line16 - f.line17 - f.line18)
    f.line20 = taxBy(law.rates, f.line19)
    f.cuts = Math.ceil(atLeastZero(f.line16 - law.dependentCreditStart) / law.dependentCreditStep)
    f.dependentCredit = atLeastZero(law.dependentCredit * state.dependents - law.dependentCreditCut * f.cuts)
    f.tax = atLeastZero(f.line20 - f.dependentCredit)
  },
})

export const formsME = stateModule<{ form1040ME: Sheet<typeof words> }, (typeof maine)['names']>({
  ...{ book: maine, forms: [form1040ME], chooses: false, credit: null },
  summary: ({ form1040ME: f }) => ({
    ...{ agi: f.line14, deduction: f.line17, exemption: f.line18, taxableIncome: f.line19, scheduleTax: f.line20 },
    ...{ dependentCredit: f.dependentCredit, regularTax: f.tax, amt: 0, tax: f.tax },
  }),
})
