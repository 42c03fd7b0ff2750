/**
 * Schedule CA (540), California Adjustments, and the limits on charitable gifts it asks for. R&TC §§17041(i)(3), 17077, 17201,
 * 17220, 17225. Part II stands in California amounts, without the columns that lead from the federal ones to them: all
 * real estate tax (no cap), no state income tax, gifts within California's limits and without the federal floor of 2026.
 * Left out: every adjustment of Part I but capital gain; medical, home-equity, investment interest, casualty and
 * miscellaneous deductions; gifts carried in are the federal ones, though California's limits leave others.
 */
import type { Sheet } from '../../../form.ts'
import type { california } from '../../../law/states/CA.ts'
import { atLeastZero, part, smaller } from '../../../money.ts'
import { type Charity, charityWords, figureCharity } from '../../charity.ts'
import { stateForm } from '../stateForm.ts'
import type { ScheduleD540 } from './capitalGain.ts'

type Names = (typeof california)['names']

/** The federal worksheet with California's limits. They go by federal adjusted gross income, as the schedule says. */
export const gifts540 = stateForm<unknown, Names, typeof charityWords>({
  ...{ id: 'gifts540', title: 'Limits on gifts, California', law: 'R&TC §17201; IRC §170(b)(1)', words: charityWords },
  figure: (from, law, f) => void figureCharity(from, law, f),
})

const words = {
  line7: 'Part I, capital gain or loss that California adds: {scheduleD540.line12b}.',
  line27: 'Part I, additions: the amount from line 7.',
  line5b: 'Part II, real estate taxes: {facts.realEstateTaxes}.',
  line8a: 'Home mortgage interest: {facts.mortgageInterest}.',
  line14: 'Gifts to charity: {gifts540.deduction}.',
  line28: 'Itemized deductions: add lines 5b, 8a, and 14.',
  limitation:
    'Limitation: {law.itemizedCutRate} of any excess of {form1040.line11a} over {law.highIncomeStart}, up to {law.itemizedCutMost} of line 28.',
  line29: 'Itemized deductions after the limitation: line 28 less {limitation}.',
  line30: 'Deduction: line 29 if {state.itemizes} is 1, otherwise {law.standardDeduction}.',
} as const

export type ScheduleCA = Sheet<typeof words>

export const scheduleCA = stateForm<
  { readonly scheduleD540: ScheduleD540; readonly gifts540: Charity },
  Names,
  typeof words
>({
  ...{ id: 'scheduleCA', title: 'Schedule CA (540)', law: 'R&TC §§17073.5, 17077, 17220, 17225', words },
  figure({ scheduleD540: gain, gifts540: gifts, facts, form1040, state }, law, f) {
    f.line7 = gain.line12b
    f.line27 = f.line7
    f.line5b = facts.realEstateTaxes
    f.line8a = facts.mortgageInterest
    f.line14 = gifts.deduction
    f.line28 = f.line5b + f.line8a + f.line14
    f.limitation = smaller(
      part(law.itemizedCutRate, atLeastZero(form1040.line11a - law.highIncomeStart)),
      part(law.itemizedCutMost, f.line28),
    )
    f.line29 = f.line28 - f.limitation
    f.line30 = state.itemizes === 1 ? f.line29 : law.standardDeduction
  },
})
