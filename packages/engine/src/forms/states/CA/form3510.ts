/**
 * FTB 3510, Credit for Prior Year Alternative Minimum Tax. R&TC §17063, which adopts IRC §53.
 * Part I strips the exclusion items out of the AMT of one year, for the form of the next; Part II uses the credit in its own
 * year. They are two sheets, because each belongs to a year of its own. Of Part II only line numbers that older
 * instructions print are given. Left out: Part I Section B (nonresidents), the net operating loss of line 3, and credits
 * other than exemption credits in line 34.
 */
import type { Sheet } from '../../../form.ts'
import type { california } from '../../../law/states/CA.ts'
import { atLeastZero, part, smaller } from '../../../money.ts'
import { stateForm } from '../stateForm.ts'
import type { Form540 } from './form540.ts'
import type { ScheduleP } from './scheduleP.ts'

type Names = (typeof california)['names']

const words = {
  madeBefore: 'Credit the year before made, from Part I: {state.minimumTaxCreditMade}.',
  line31: 'Credit carried over from the year before: {state.minimumTaxCredit}.',
  line32: 'Credit available: {madeBefore} plus line 31. If zero or less, none is used.',
  regularTax: 'Regular tax: {form540.line31}.',
  line34: 'Exemption credits, which come first: {form540.line32}.',
  tentativeMinimumTax: 'Tentative minimum tax: {scheduleP.line24}.',
  gap: 'The gap: {regularTax} less line 34 (not below zero) and less {tentativeMinimumTax}. If zero or less, enter 0.',
  credit: 'Credit used: the smaller of line 32 or {gap}, zero if line 32 is not positive.',
  carriedOut: 'Credit carried over to the next year: line 32, not below zero, less {credit}.',
} as const

export type Form3510 = Sheet<typeof words>

export const form3510 = stateForm<{ readonly form540: Form540; readonly scheduleP: ScheduleP }, Names, typeof words>({
  ...{ id: 'form3510', title: 'FTB 3510, Part II', law: 'R&TC §§17039, 17063; IRC §53', words },
  figure({ form540, scheduleP, state }, _, f) {
    f.madeBefore = state.minimumTaxCreditMade
    f.line31 = state.minimumTaxCredit
    f.line32 = f.madeBefore + f.line31
    f.regularTax = form540.line31
    f.line34 = form540.line32
    f.tentativeMinimumTax = scheduleP.line24
    f.gap = atLeastZero(atLeastZero(f.regularTax - f.line34) - f.tentativeMinimumTax)
    f.credit = smaller(atLeastZero(f.line32), f.gap)
    f.carriedOut = atLeastZero(f.line32) - f.credit
  },
})

const exclusionWords = {
  line1: 'Combine {scheduleP.line15} and {scheduleP.line18}.',
  line2: 'Exclusion items: {scheduleP.line1} and {scheduleP.line3}.',
  line4:
    'Income on exclusion items: add lines 1 and 2; filing separately, more by {law.amtIncreaseRate} of any excess over {scheduleP.gone}, up to {law.amtExemption}. If zero or less, enter 0.',
  line5: 'Enter {law.amtExemption}.',
  line6: 'Enter {law.amtPhaseoutStart}.',
  line7: 'Subtract line 6 from line 4. If zero or less, enter 0.',
  line8: 'Multiply line 7 by {law.amtPhaseoutRate}.',
  line9: 'Subtract line 8 from line 5. If zero or less, enter 0.',
  line10: 'Subtract line 9 from line 4. If zero or less, enter 0.',
  line11: 'Multiply line 10 by {law.amtRate}.',
  line12: 'Regular tax before credits: {scheduleP.line25}.',
  line13: 'Net minimum tax on exclusion items: subtract line 12 from line 11. If zero or less, enter 0.',
  minimumTax: 'Alternative minimum tax of the year: {scheduleP.line26}.',
  made: 'Credit the year makes for the next: {minimumTax} less line 13; not below zero unless {law.creditMadeNegative} is 1.',
} as const

export type Form3510Exclusion = Sheet<typeof exclusionWords>

export const form3510Exclusion = stateForm<{ readonly scheduleP: ScheduleP }, Names, typeof exclusionWords>({
  ...{ id: 'form3510Exclusion', title: 'FTB 3510 of the next year, Part I' },
  ...{ law: 'R&TC §17063; IRC §53(d)(1)(B)', words: exclusionWords },
  figure({ scheduleP }, law, f) {
    f.line1 = scheduleP.line15 + scheduleP.line18
    f.line2 = scheduleP.line1 + scheduleP.line3
    f.line4 = separately(f.line1 + f.line2, scheduleP.gone, law)
    f.line5 = law.amtExemption
    f.line6 = law.amtPhaseoutStart
    f.line7 = atLeastZero(f.line4 - f.line6)
    f.line8 = part(law.amtPhaseoutRate, f.line7)
    f.line9 = atLeastZero(f.line5 - f.line8)
    f.line10 = atLeastZero(f.line4 - f.line9)
    f.line11 = part(law.amtRate, f.line10)
    f.line12 = scheduleP.line25
    f.line13 = atLeastZero(f.line11 - f.line12)
    f.minimumTax = scheduleP.line26
    f.made = law.creditMadeNegative === 1 ? f.minimumTax - f.line13 : atLeastZero(f.minimumTax - f.line13)
  },
})

/** Income above the end of the exemption goes up for a spouse filing separately, in this part as in Schedule P. */
const separately = (
  income: number,
  gone: number,
  law: { readonly amtIncreaseRate: number; readonly amtExemption: number },
): number => atLeastZero(income + smaller(part(law.amtIncreaseRate, atLeastZero(income - gone)), law.amtExemption))
