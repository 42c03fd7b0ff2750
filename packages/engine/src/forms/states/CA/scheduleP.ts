/**
 * Schedule P (540), Alternative Minimum Tax: Parts I and II. R&TC §§17062, 17062.1.
 * Line 9 compares gains refigured for AMT, with a loss limit of their own, and what options bring as compensation.
 * Left out: medical, home-equity, miscellaneous and investment-interest differences, refunds, depreciation, passive
 * activities, estates and line 13 (lines 2, 4 to 8, 11 to 13): the federal amounts that the facts hold, also under other
 * adjustments, are not California's; net operating losses (16, 20); the exclusion for small business income (17).
 */
import type { Sheet } from '../../../form.ts'
import type { california } from '../../../law/states/CA.ts'
import { atLeastZero, part, smaller, wholeOf } from '../../../money.ts'
import { stateForm } from '../stateForm.ts'
import type { ScheduleD540 } from './capitalGain.ts'
import type { Form540 } from './form540.ts'
import type { ScheduleCA } from './scheduleCA.ts'

type Names = (typeof california)['names']

const words = {
  line1: 'Standard deduction: {form540.line18}, zero if {state.itemizes} is 1.',
  line3: 'Real estate taxes: {scheduleCA.line5b} if {state.itemizes} is 1, otherwise zero.',
  amtGain:
    'Net gain or loss for AMT: {scheduleDAmt.line16} plus small business stock gain {state.amtSmallBusinessStockExcluded} and loss for AMT carried in that is used up here {state.amtCapitalLossCarriedLess}.',
  amtGainIncluded: 'Gain or loss for AMT as it enters income: {amtGain}, or its loss up to {law.capitalLossLimit}.',
  amtLossCarriedOut:
    'Loss for AMT carried to the next year: what of {amtGain} as a loss {amtGainIncluded} does not take.',
  line9:
    'Adjusted gain or loss: {amtGainIncluded} less {scheduleD540.line11}, plus the AMT difference of ordinary income from dispositions {form6251.line2kOrdinary}.',
  line10: 'Incentive stock options, value over price of shares still held at year end: {facts.isoSpread}.',
  line14: 'Adjustments and preferences: combine lines 1, 3, 9, and 10.',
  line15:
    'Taxable income: {form540.line19}, less {law.amtNegativeIncome} times what {form540.beforeFloor} is below zero.',
  line18: 'Limitation of itemized deductions given back: minus {scheduleCA.limitation} if {state.itemizes} is 1.',
  line19: 'Combine lines 14, 15, and 18.',
  gone: 'AMT income at which the exemption is gone: {law.amtPhaseoutStart} plus {law.amtExemption} divided by {law.amtPhaseoutRate}.',
  line21:
    'Alternative minimum taxable income: line 19; filing separately, more by {law.amtIncreaseRate} of any excess over {gone}, up to {law.amtExemption}.',
  line22:
    'Exemption: {law.amtExemption} less {law.amtPhaseoutRate} of any excess of line 21 over {law.amtPhaseoutStart}, not below zero.',
  line23: 'Subtract line 22 from line 21. If zero or less, enter 0.',
  line24: 'Tentative minimum tax: multiply line 23 by {law.amtRate}.',
  line25: 'Regular tax before credits: {form540.line31}.',
  line26: 'Alternative minimum tax: subtract line 25 from line 24. If zero or less, enter 0.',
} as const

export type ScheduleP = Sheet<typeof words>

export const scheduleP = stateForm<
  { readonly scheduleD540: ScheduleD540; readonly scheduleCA: ScheduleCA; readonly form540: Form540 },
  Names,
  typeof words
>({
  ...{ id: 'scheduleP', title: 'Schedule P (540)', law: 'R&TC §§17062, 17062.1', words },
  figure({ scheduleCA, scheduleD540, form540, scheduleDAmt, form6251, facts, state }, law, f) {
    f.line1 = state.itemizes === 1 ? 0 : form540.line18
    f.line3 = state.itemizes === 1 ? scheduleCA.line5b : 0
    f.amtGain = scheduleDAmt.line16 + state.amtSmallBusinessStockExcluded + state.amtCapitalLossCarriedLess
    f.amtGainIncluded = f.amtGain < 0 ? -smaller(-f.amtGain, law.capitalLossLimit) : f.amtGain
    f.amtLossCarriedOut = f.amtGainIncluded - f.amtGain
    f.line9 = f.amtGainIncluded - scheduleD540.line11 + form6251.line2kOrdinary
    f.line10 = facts.isoSpread
    f.line14 = f.line1 + f.line3 + f.line9 + f.line10
    f.line15 = form540.line19 - law.amtNegativeIncome * atLeastZero(-form540.beforeFloor)
    f.line18 = state.itemizes === 1 ? -scheduleCA.limitation : 0
    f.line19 = f.line14 + f.line15 + f.line18
    f.gone = law.amtPhaseoutStart + wholeOf(law.amtPhaseoutRate, law.amtExemption)
    f.line21 = f.line19 + smaller(part(law.amtIncreaseRate, atLeastZero(f.line19 - f.gone)), law.amtExemption)
    f.line22 = atLeastZero(law.amtExemption - part(law.amtPhaseoutRate, atLeastZero(f.line21 - law.amtPhaseoutStart)))
    f.line23 = atLeastZero(f.line21 - f.line22)
    f.line24 = part(law.amtRate, f.line23)
    f.line25 = form540.line31
    f.line26 = atLeastZero(f.line24 - f.line25)
  },
})
