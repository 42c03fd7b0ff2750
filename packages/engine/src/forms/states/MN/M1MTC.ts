/**
 * Schedule M1MTC, the credit for alternative minimum tax of earlier years, and what the year itself adds to it for the
 * next. Minn. Stat. 290.091 subd. 6. The printed line numbers were not seen: lines go by name.
 * What comes back is by the statute's own list: adjusted gross income, certain tax-exempt interest and depletion count as
 * what never does; any other adjustment is a matter of timing.
 * Left out: interest of other states.
 */
import type { Sheet } from '../../../form.ts'
import { atLeastZero, part, smaller } from '../../../money.ts'
import { stateForm } from '../stateForm.ts'
import type { FormM1 } from './M1.ts'
import type { ScheduleM1MT } from './M1MT.ts'
import type { MinnesotaNames } from './names.ts'

const words = {
  available: 'Credit of earlier years: {state.minimumTaxCreditMade} plus {state.minimumTaxCredit}, not below zero.',
  room: 'Regular tax over tentative minimum tax: {formM1.line10} less {scheduleM1MT.line27}, not below zero.',
  used: 'Credit used: the smaller of {available} or {room}.',
  carriedOut: 'Credit of earlier years carried on: {available} less {used}.',
  exclusionIncome:
    'AMT income that never comes back: {form1040.line11a} with depletion {form6251.line2d} and private activity bond interest {form6251.line2g}, less {scheduleM1MT.line19}.',
  exclusionExemption:
    'Exemption on it: {law.amtExemption} less {law.amtPhaseOutRate} of any excess of {exclusionIncome} over {law.amtPhaseOutStart}, not below zero.',
  exclusionTax: 'Minimum tax on it: {law.amtRate} of {exclusionIncome} less {exclusionExemption}, not below zero.',
  made: 'Credit the year makes: {scheduleM1MT.line27} less {exclusionTax}, not below zero and up to {scheduleM1MT.line29}.',
  lost: 'Minimum tax that never comes back: {scheduleM1MT.line29} less {made}.',
} as const

export type ScheduleM1MTC = Sheet<typeof words>

interface Own {
  readonly formM1: FormM1
  readonly scheduleM1MT: ScheduleM1MT
}

export const scheduleM1MTC = stateForm<Own, MinnesotaNames, typeof words>({
  ...{ id: 'scheduleM1MTC', title: 'Schedule M1MTC', law: 'Minn. Stat. 290.091 subd. 6', words },
  figure({ state, form1040, form6251, formM1, scheduleM1MT: amt }, law, f) {
    f.available = atLeastZero(state.minimumTaxCreditMade + state.minimumTaxCredit)
    f.room = atLeastZero(formM1.line10 - amt.line27)
    f.used = smaller(f.available, f.room)
    f.carriedOut = f.available - f.used
    f.exclusionIncome = form1040.line11a + form6251.line2d + form6251.line2g - amt.line19
    f.exclusionExemption = atLeastZero(
      law.amtExemption - part(law.amtPhaseOutRate, atLeastZero(f.exclusionIncome - law.amtPhaseOutStart)),
    )
    f.exclusionTax = part(law.amtRate, atLeastZero(f.exclusionIncome - f.exclusionExemption))
    f.made = smaller(atLeastZero(amt.line27 - f.exclusionTax), amt.line29)
    f.lost = amt.line29 - f.made
  },
})
