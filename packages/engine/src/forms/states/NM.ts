/**
 * New Mexico PIT-1, residents: federal adjusted gross income less the federal standard deduction, deductions for dependents
 * and gain, and an exemption on low incomes. NMSA 1978 §7-2-5.8, 7-2-7, 7-2-34, 7-2-39. The spread of an ISO has no part in it.
 * Left out: federal itemized deductions with the add-back of line 10, of PIT-ADJ everything but the deduction for gain, gain
 * from the sale of a business in the state, the tax rate table, rebates and credits.
 */
import type { Sheet } from '../../form.ts'
import { newMexico } from '../../law/states/NM.ts'
import { taxBy } from '../../law/states/state.ts'
import { atLeastZero, larger, part, smaller } from '../../money.ts'
import { stateForm, stateModule } from './stateForm.ts'

const words = {
  line9: 'Federal adjusted gross income: {form1040.line11a}.',
  line12: 'Federal standard deduction: {form1040.standardDeduction}.',
  line13: 'Dependents: {law.dependentDeduction} for each of {state.dependents} but the first.',
  perPerson:
    'Exemption of each person on low and middle incomes: {law.lowIncomeExemption} less {law.lowIncomeFall} of any excess of line 9 over {law.lowIncomeStart}, not below zero; nothing if line 9 is more than {law.lowIncomeLimit}.',
  line14: 'Exemptions: {perPerson} for each of {state.filers} and {state.dependents}.',
  netCapitalGain: 'Net capital gain: {scheduleD.netCapitalGain}.',
  wholeGain:
    'Deduction for gain, whole: the larger of {netCapitalGain} up to {law.gainAmount} and {law.gainPart} of {netCapitalGain}.',
  line15: 'Deduction for gain: {law.gainShare} of {wholeGain}.',
  line17: 'Taxable income: line 9 less lines 12, 13, 14 and 15. If zero or less, enter 0.',
  line18: 'New Mexico tax: on line 17 by {law.rates}.',
} as const

const pit1 = stateForm<unknown, (typeof newMexico)['names'], typeof words>({
  ...{ id: 'pit1', title: 'PIT-1', law: 'NMSA 1978 §7-2-7, 7-2-34', words },
  figure({ form1040, scheduleD, state }, law, f) {
    f.line9 = form1040.line11a
    f.line12 = form1040.standardDeduction
    f.line13 = law.dependentDeduction * atLeastZero(state.dependents - 1)
    f.perPerson =
      f.line9 > law.lowIncomeLimit
        ? 0
        : atLeastZero(law.lowIncomeExemption - part(law.lowIncomeFall, atLeastZero(f.line9 - law.lowIncomeStart)))
    f.line14 = f.perPerson * (state.filers + state.dependents)
    f.netCapitalGain = scheduleD.netCapitalGain
    f.wholeGain = larger(smaller(f.netCapitalGain, law.gainAmount), part(law.gainPart, f.netCapitalGain))
    f.line15 = part(law.gainShare, f.wholeGain)
    f.line17 = atLeastZero(f.line9 - f.line12 - f.line13 - f.line14 - f.line15)
    f.line18 = taxBy(law.rates, f.line17)
  },
})

export const formsNM = stateModule<{ pit1: Sheet<typeof words> }, (typeof newMexico)['names']>({
  ...{ book: newMexico, forms: [pit1], chooses: false, credit: null },
  summary: ({ pit1: f }) => ({
    ...{ agi: f.line9, deduction: f.line12, exemption: f.line14, gainDeduction: f.line15, taxableIncome: f.line17 },
    ...{ regularTax: f.line18, amt: 0, tax: f.line18 },
  }),
})
