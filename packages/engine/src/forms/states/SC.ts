/**
 * South Carolina SC1040, residents. S.C. Code §12-6-510, 12-6-1140, 12-6-1150, 12-6-1170. To 2025 the return starts from
 * federal taxable income, which is figured here from the standard deduction as far as the state adopts it; from 2026 from
 * federal adjusted gross income less a deduction of the state's own, which falls with income. Of net capital gain 44 % is not
 * taxed. The spread of an ISO has no part in it.
 * Left out: federal itemized deductions with the add-back of state tax (to 2025), other additions and subtractions, the
 * exemption for dependents under 6, retirement deductions, credits.
 */
import type { Sheet } from '../../form.ts'
import { southCarolina } from '../../law/states/SC.ts'
import { taxBy } from '../../law/states/state.ts'
import { atLeastZero, part, smaller } from '../../money.ts'
import { stateForm, stateModule } from './stateForm.ts'

const words = {
  agi: 'Federal adjusted gross income: {form1040.line11a}.',
  federalDeduction:
    'Federal standard deduction as adopted: {form1040.standardDeduction} less {law.federalDeductionLeftOut}, times {law.federalDeduction}.',
  reduction:
    'Reduction of the income adjusted deduction: {law.adjustedDeduction} times the excess of {agi} over {law.adjustedDeductionStart}, divided by {law.adjustedDeductionWidth}; at most {law.adjustedDeduction}, down to ten dollars.',
  adjustedDeduction: 'Income adjusted deduction: {law.adjustedDeduction} less {reduction}.',
  line1: 'Income after the deduction: {agi} less {federalDeduction} and {adjustedDeduction}.',
  netCapitalGain: 'Net capital gain: {scheduleD.netCapitalGain}.',
  gainDeduction: 'Deduction of it: multiply {netCapitalGain} by {law.gainDeduction}.',
  agedDeduction: 'Deduction for age: {law.agedDeduction} for each of {state.aged}.',
  dependents: 'Exemption for dependents: {law.dependentExemption} for each of {state.dependents}.',
  line4: 'Subtractions: add {gainDeduction}, {agedDeduction} and {dependents}.',
  line5: 'South Carolina taxable income: subtract line 4 from line 1. If zero or less, enter 0.',
  line6: 'Tax: on line 5 by {law.rates}.',
} as const

const sc1040 = stateForm<unknown, (typeof southCarolina)['names'], typeof words>({
  ...{ id: 'sc1040', title: 'SC1040', law: 'S.C. Code §12-6-510, 12-6-1140, 12-6-1150', words },
  figure({ form1040, scheduleD, state }, law, f) {
    f.agi = form1040.line11a
    f.federalDeduction = (form1040.standardDeduction - law.federalDeductionLeftOut) * law.federalDeduction
    f.reduction =
      10 *
      Math.floor(
        smaller(
          law.adjustedDeduction,
          (law.adjustedDeduction * atLeastZero(f.agi - law.adjustedDeductionStart)) / law.adjustedDeductionWidth,
        ) / 10,
      )
    f.adjustedDeduction = law.adjustedDeduction - f.reduction
    f.line1 = f.agi - f.federalDeduction - f.adjustedDeduction
    f.netCapitalGain = scheduleD.netCapitalGain
    f.gainDeduction = part(law.gainDeduction, f.netCapitalGain)
    f.agedDeduction = law.agedDeduction * state.aged
    f.dependents = law.dependentExemption * state.dependents
    f.line4 = f.gainDeduction + f.agedDeduction + f.dependents
    f.line5 = atLeastZero(f.line1 - f.line4)
    f.line6 = taxBy(law.rates, f.line5)
  },
})

export const formsSC = stateModule<{ sc1040: Sheet<typeof words> }, (typeof southCarolina)['names']>({
  ...{ book: southCarolina, forms: [sc1040], chooses: false, credit: null },
  summary: ({ sc1040: f }) => ({
    ...{ agi: f.agi, deduction: f.federalDeduction + f.adjustedDeduction, gainDeduction: f.gainDeduction },
    ...{ taxableIncome: f.line5, regularTax: f.line6, amt: 0, tax: f.line6 },
  }),
})
