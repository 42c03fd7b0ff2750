/**
 * Form 540, California Resident Income Tax Return, in the two parts between which Schedule P and FTB 3510 stand.
 * R&TC §§17041, 17043, 17048, 17054, 17054.1, 17073.5.
 * Left out: the standard deduction of a dependent, tax of a child, Schedule G-1 and FTB 5870A (line 34), every credit but that
 * for prior year minimum tax, payments and use tax.
 */
import type { Sheet } from '../../../form.ts'
import type { california } from '../../../law/states/CA.ts'
import { type StateLaw, taxBy } from '../../../law/states/state.ts'
import { atLeastZero, part, wholeDollars } from '../../../money.ts'
import { stateForm } from '../stateForm.ts'
import type { Form3510 } from './form3510.ts'
import type { ScheduleCA } from './scheduleCA.ts'
import type { ScheduleP } from './scheduleP.ts'

type Names = (typeof california)['names']

const words = {
  line7: 'Personal exemption: {law.personalCredits} times {law.exemptionCredit}.',
  line8: 'Blind: {law.exemptionCredit} for each of {state.agedOrBlind} that is not {state.aged}.',
  line9: 'Senior: {law.exemptionCredit} for each of {state.aged}.',
  line10: 'Dependents: {law.dependentCredit} for each of {state.dependents}.',
  line11: 'Exemption amount: add lines 7, 8, 9, and 10.',
  line13: 'Federal adjusted gross income: {form1040.line11a}.',
  line16: 'California additions: {scheduleCA.line27}.',
  line17: 'California adjusted gross income: add lines 13 and 16.',
  line18: 'Deduction: {scheduleCA.line30}.',
  beforeFloor: 'Taxable income before its floor of zero: subtract line 18 from line 17.',
  line19: 'Taxable income: {beforeFloor}, not below zero.',
  line31:
    'Tax: by {law.rates} on line 19; up to {law.taxTableCeiling} on the nearest multiple of 100, in whole dollars.',
  cuts: 'Steps of {law.creditCutStep}, a part counting as one, in any excess of line 13 over {law.highIncomeStart}.',
  personalCredits:
    'Lines 7, 8 and 9 less {law.creditCut} times {cuts} for each of {law.personalCredits} and {state.agedOrBlind}, not below zero.',
  dependentCredits: 'Line 10 less {law.creditCut} times {cuts} for each of {state.dependents}, not below zero.',
  line32: 'Exemption credits: line 11, or with {cuts} above zero, {personalCredits} plus {dependentCredits}.',
  line33: 'Subtract line 32 from line 31. If zero or less, enter 0.',
  line35: 'Tax before other credits: the amount from line 33.',
} as const

export type Form540 = Sheet<typeof words>

/** The tax table has a row for each multiple of 100: taxable income from 51 to 150 pays the tax on 100. */
const byTable = (law: Pick<StateLaw<Names>, 'rates'>, income: number): number =>
  wholeDollars(taxBy(law.rates, 100 * Math.ceil((income - 50) / 100)))

export const form540 = stateForm<{ readonly scheduleCA: ScheduleCA }, Names, typeof words>({
  ...{ id: 'form540', title: 'Form 540, lines 7 to 35', law: 'R&TC §§17041, 17048, 17054, 17054.1, 17072', words },
  figure({ scheduleCA: adjustments, form1040, state }, law, f) {
    f.line7 = law.personalCredits * law.exemptionCredit
    f.line8 = (state.agedOrBlind - state.aged) * law.exemptionCredit
    f.line9 = state.aged * law.exemptionCredit
    f.line10 = state.dependents * law.dependentCredit
    f.line11 = f.line7 + f.line8 + f.line9 + f.line10
    f.line13 = form1040.line11a
    f.line16 = adjustments.line27
    f.line17 = f.line13 + f.line16
    f.line18 = adjustments.line30
    f.beforeFloor = f.line17 - f.line18
    f.line19 = atLeastZero(f.beforeFloor)
    f.line31 = f.line19 <= law.taxTableCeiling ? byTable(law, f.line19) : taxBy(law.rates, f.line19)
    f.cuts = Math.ceil(atLeastZero(f.line13 - law.highIncomeStart) / law.creditCutStep)
    f.personalCredits = atLeastZero(
      f.line7 + f.line8 + f.line9 - law.creditCut * f.cuts * (law.personalCredits + state.agedOrBlind),
    )
    f.dependentCredits = atLeastZero(f.line10 - law.creditCut * f.cuts * state.dependents)
    f.line32 = f.cuts > 0 ? f.personalCredits + f.dependentCredits : f.line11
    f.line33 = atLeastZero(f.line31 - f.line32)
    f.line35 = f.line33
  },
})

const totalWords = {
  line43: 'Credit for prior year alternative minimum tax, code 188: {form3510.credit}.',
  line47: 'Credits: the amount from line 43.',
  line48: 'Subtract line 47 from {form540.line35}. If zero or less, enter 0.',
  line61: 'Alternative minimum tax: {scheduleP.line26}.',
  line62:
    'Behavioral Health Services Tax: {law.healthTaxRate} of any excess of {form540.line19} over {law.healthTaxStart}.',
  line64: 'Total tax: add lines 48, 61, and 62.',
} as const

export type Form540Total = Sheet<typeof totalWords>

export const form540Total = stateForm<
  { readonly form540: Form540; readonly scheduleP: ScheduleP; readonly form3510: Form3510 },
  Names,
  typeof totalWords
>({
  ...{ id: 'form540Total', title: 'Form 540, lines 43 to 64', law: 'R&TC §§17043, 17062, 17063', words: totalWords },
  figure({ form540: own, scheduleP, form3510 }, law, f) {
    f.line43 = form3510.credit
    f.line47 = f.line43
    f.line48 = atLeastZero(own.line35 - f.line47)
    f.line61 = scheduleP.line26
    f.line62 = part(law.healthTaxRate, atLeastZero(own.line19 - law.healthTaxStart))
    f.line64 = f.line48 + f.line61 + f.line62
  },
})
