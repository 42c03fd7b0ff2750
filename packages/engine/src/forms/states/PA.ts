/**
 * Pennsylvania Form PA-40, residents: one rate on classes of income, of which a loss reduces no other. 72 P.S. §7302, 7303.
 * Losses are not carried to other years, and gain excluded under IRC §1202 is taxed. Whether the spread of an ISO is
 * compensation at exercise is open: the law's switch says how it is read; if it is, basis is as for the AMT, so gains and
 * compensation are those of the AMT. Left out: wages that only Pennsylvania taxes (such as deferrals to a 401(k) plan),
 * the rule that spouses' losses are not set off, other classes of income, deductions of Schedule O, tax forgiveness.
 */
import type { Sheet } from '../../form.ts'
import { pennsylvania } from '../../law/states/PA.ts'
import { atLeastZero, part } from '../../money.ts'
import { stateForm, stateModule } from './stateForm.ts'

const words = {
  agi: 'Federal adjusted gross income, for comparison: {form1040.line11a}.',
  followingFederal:
    'Compensation from option stock as the federal return has it: {facts.compensation} and {facts.compensationUnreported}, left out if {law.isoSpreadTaxedAtExercise} is 1.',
  atExercise:
    'Compensation from option stock at exercise, only if {law.isoSpreadTaxedAtExercise} is 1: {facts.isoSpread} and {facts.amtCompensation}.',
  line1c: 'Compensation: {facts.wages}, {facts.optionWages}, {followingFederal} and {atExercise}.',
  line2: 'Interest: {form1040.line2b}.',
  line3: 'Dividends: {form1040.line3b}.',
  federalGain:
    'Gain or loss of the year: {scheduleD.line16} without the carryovers {scheduleD.line6} and {scheduleD.line14}, left out if {law.isoSpreadTaxedAtExercise} is 1.',
  gainAfterExercise:
    'Gain or loss of the year with basis raised at exercise, only if {law.isoSpreadTaxedAtExercise} is 1: {scheduleDAmt.line16} without the carryovers {scheduleDAmt.line6} and {scheduleDAmt.line14}.',
  line5: 'Net gain from sales: {federalGain}, {gainAfterExercise} and {state.smallBusinessStockExcluded}. A loss is 0.',
  otherIncome: 'Other income, taken as a class of its own: {facts.otherIncome}. A loss is 0.',
  line9: 'Total taxable income: add lines 1c, 2, 3 and 5 and {otherIncome}.',
  line12: 'Tax: multiply line 9 by {law.rate}.',
} as const

const formPA40 = stateForm<unknown, (typeof pennsylvania)['names'], typeof words>({
  ...{ id: 'formPA40', title: 'Form PA-40', law: '72 P.S. §7302, 7303', words },
  figure({ facts, form1040, scheduleD, scheduleDAmt, state }, law, f) {
    f.agi = form1040.line11a
    f.followingFederal = (1 - law.isoSpreadTaxedAtExercise) * (facts.compensation + facts.compensationUnreported)
    f.atExercise = law.isoSpreadTaxedAtExercise * (facts.isoSpread + facts.amtCompensation)
    f.line1c = facts.wages + facts.optionWages + f.followingFederal + f.atExercise
    f.line2 = form1040.line2b
    f.line3 = form1040.line3b
    f.federalGain = (1 - law.isoSpreadTaxedAtExercise) * (scheduleD.line16 - scheduleD.line6 - scheduleD.line14)
    f.gainAfterExercise =
      law.isoSpreadTaxedAtExercise * (scheduleDAmt.line16 - scheduleDAmt.line6 - scheduleDAmt.line14)
    f.line5 = atLeastZero(f.federalGain + f.gainAfterExercise + state.smallBusinessStockExcluded)
    f.otherIncome = atLeastZero(facts.otherIncome)
    f.line9 = f.line1c + f.line2 + f.line3 + f.line5 + f.otherIncome
    f.line12 = part(law.rate, f.line9)
  },
})

export const formsPA = stateModule<{ formPA40: Sheet<typeof words> }, (typeof pennsylvania)['names']>({
  ...{ book: pennsylvania, forms: [formPA40], chooses: false, credit: null },
  summary: ({ formPA40: f }) => ({
    ...{ agi: f.agi, taxableIncome: f.line9, regularTax: f.line12, amt: 0, tax: f.line12 },
  }),
})
