/**
 * Schedule D (540), California Capital Gain or Loss Adjustment. R&TC §§18151, 18152: small business stock is taxed in full.
 * The gain is netted again with what the federal return excluded, because that changes how much of a loss is allowed.
 * The loss carried on is California's own: what the federal return carries differs once gain that only California taxes uses some up.
 * Left out: other differences of basis. Line 12b is below zero where line 12a of the form has the amount.
 */
import type { Sheet } from '../../../form.ts'
import type { california } from '../../../law/states/CA.ts'
import { atLeastZero, smaller } from '../../../money.ts'
import { stateForm } from '../stateForm.ts'

type Names = (typeof california)['names']

const words = {
  line8:
    'Net gain or loss: {scheduleD.line16} plus small business stock gain {state.smallBusinessStockExcluded} and federal loss carried in that is used up here {state.capitalLossCarriedLess}.',
  line9: 'Loss allowed, if line 8 is a loss: that loss, up to {law.capitalLossLimit}; otherwise zero.',
  line10: 'Gain or loss on the federal return: {form1040.line7a}.',
  line11: 'California gain from line 8, or the loss from line 9.',
  line12b: 'Subtract line 10 from line 11.',
  carriedOut: 'Loss carried to the next year: line 8 as a loss less line 9; zero if line 8 is none.',
} as const

export type ScheduleD540 = Sheet<typeof words>

export const scheduleD540 = stateForm<unknown, Names, typeof words>({
  ...{ id: 'scheduleD540', title: 'Schedule D (540)', law: 'R&TC §§18151, 18152; IRC §1211(b)', words },
  figure({ scheduleD, form1040, state }, law, f) {
    f.line8 = scheduleD.line16 + state.smallBusinessStockExcluded + state.capitalLossCarriedLess
    f.line9 = f.line8 < 0 ? smaller(-f.line8, law.capitalLossLimit) : 0
    f.line10 = form1040.line7a
    f.line11 = f.line8 < 0 ? -f.line9 : f.line8
    f.line12b = f.line11 - f.line10
    f.carriedOut = atLeastZero(-f.line8 - f.line9)
  },
})
