/**
 * What lowers Minnesota income: Schedule M1SA, the limit on all deductions of high incomes, the exemption for dependents
 * and Schedule M1M. Minn. Stat. 290.0121 to 290.0123, 290.0132 subd. 7.
 * Left out: medical expenses (lines 1 to 4), personal property and other taxes (6, 9), mortgage interest not on Form 1098,
 * investment interest (12, 13), casualties, employee expenses and other deductions (19 to 24); the standard deduction of
 * someone's dependent; the rule that both spouses filing separately itemize; every other addition and subtraction of
 * Schedule M1M. Gifts carried in are the federal
 * ones, though Minnesota's limits may leave others.
 */
import type { Sheet } from '../../../form.ts'
import { atLeastZero, part, smaller, wholeRate } from '../../../money.ts'
import { type Charity, charityWords, figureCharity } from '../../charity.ts'
import { stateForm } from '../stateForm.ts'
import type { MinnesotaNames } from './names.ts'

/** The federal worksheet with the limits of the Code that Minnesota follows, which knows no floor. */
export const giftsM1 = stateForm<unknown, MinnesotaNames, typeof charityWords>({
  ...{ id: 'giftsM1', title: 'Limits on gifts, Minnesota', law: 'Minn. Stat. 290.01 subd. 31; IRC §170(b)(1)' },
  words: charityWords,
  figure: (from, law, f) => void figureCharity(from, law, f),
})

const m1saWords = {
  line5: 'Real estate taxes: {facts.realEstateTaxes}. The schedule stays blank unless {state.itemizes}.',
  line8: 'Property taxes that count: line 5, up to {law.propertyTaxLimit}.',
  line10: 'Taxes: the amount from line 8. Income taxes do not count.',
  line11: 'Home mortgage interest: {facts.mortgageInterest}.',
  line14: 'Interest: the amount from line 11.',
  line18: 'Gifts to charity: {giftsM1.deduction}.',
  line25: 'Itemized deductions before their limit: add lines 10, 14 and 18.',
} as const

export type ScheduleM1SA = Sheet<typeof m1saWords>

/** Figured only where there are itemized deductions to choose. */
export const scheduleM1SA = stateForm<{ readonly giftsM1: Charity }, MinnesotaNames, typeof m1saWords>({
  ...{ id: 'scheduleM1SA', title: 'Schedule M1SA', law: 'Minn. Stat. 290.0122', words: m1saWords },
  figure({ facts, giftsM1: gifts, state }, law, f) {
    if (state.itemizes === 0) return
    f.line5 = facts.realEstateTaxes
    f.line8 = smaller(f.line5, law.propertyTaxLimit)
    f.line10 = f.line8
    f.line11 = facts.mortgageInterest
    f.line14 = f.line11
    f.line18 = gifts.deduction
    f.line25 = f.line10 + f.line14 + f.line18
  },
})

const limitWords = {
  standardDeduction:
    'Standard deduction: {law.standardDeduction} plus {law.additionalStandardDeduction} times {state.agedOrBlind}.',
  before: 'Deduction before its limit: {scheduleM1SA.line25} if {state.itemizes}, otherwise {standardDeduction}.',
  lowerCut:
    'Cut at the lower rate: {law.limitFirstRate} of the part of {form1040.line11a} over {law.limitFirst} and up to {law.limitSecond}.',
  higherCut:
    'Cut at the higher rate: {law.limitSecondRate} of any excess of {form1040.line11a} over {law.limitSecond}.',
  most: 'The most that is cut: {law.limitMost} of {before}.',
  cut: 'Cut of the deduction: {most} if {form1040.line11a} is more than {law.limitMostAbove}; otherwise {lowerCut} plus {higherCut}, up to {most}.',
  deduction: 'Deduction: {before} less {cut}.',
} as const

export type DeductionLimit = Sheet<typeof limitWords>

/** Nothing that is spared from the cut (medical, investment interest, casualties, gambling losses) is held by the facts. */
export const deductionLimit = stateForm<{ readonly scheduleM1SA: ScheduleM1SA }, MinnesotaNames, typeof limitWords>({
  ...{ id: 'deductionLimit', title: 'Form M1 deduction worksheet', law: 'Minn. Stat. 290.0123', words: limitWords },
  figure({ form1040, state, scheduleM1SA: itemized }, law, f) {
    f.standardDeduction = law.standardDeduction + law.additionalStandardDeduction * state.agedOrBlind
    f.before = state.itemizes === 1 ? itemized.line25 : f.standardDeduction
    f.lowerCut = part(law.limitFirstRate, atLeastZero(smaller(form1040.line11a, law.limitSecond) - law.limitFirst))
    f.higherCut = part(law.limitSecondRate, atLeastZero(form1040.line11a - law.limitSecond))
    f.most = part(law.limitMost, f.before)
    f.cut = form1040.line11a > law.limitMostAbove ? f.most : smaller(f.lowerCut + f.higherCut, f.most)
    f.deduction = f.before - f.cut
  },
})

const exemptionWords = {
  all: 'Exemptions: {law.exemption} times {state.dependents}.',
  over: 'Income over the start: {form1040.line11a} less {law.exemptionPhaseOutStart}, not below zero.',
  lostRate:
    'Share lost in basis points: {law.exemptionStepRate} for each {law.exemptionStep} of {over}, whole or begun, up to all of it.',
  exemption: 'Exemptions left: {all} less {lostRate} of it.',
} as const

export type DependentExemption = Sheet<typeof exemptionWords>

export const dependentExemption = stateForm<unknown, MinnesotaNames, typeof exemptionWords>({
  ...{ id: 'dependentExemption', title: 'Form M1 exemption worksheet', law: 'Minn. Stat. 290.0121' },
  words: exemptionWords,
  figure({ form1040, state }, law, f) {
    f.all = law.exemption * state.dependents
    f.over = atLeastZero(form1040.line11a - law.exemptionPhaseOutStart)
    f.lostRate = smaller(law.exemptionStepRate * Math.ceil(f.over / law.exemptionStep), wholeRate)
    f.exemption = f.all - part(f.lostRate, f.all)
  },
})

const m1mWords = {
  charitySubtraction:
    'Gifts of a non-itemizer: {law.giftRate} of any excess of {giftsM1.deduction} over {law.giftFloor}; zero if {state.itemizes}.',
} as const

export type ScheduleM1M = Sheet<typeof m1mWords>

export const scheduleM1M = stateForm<{ readonly giftsM1: Charity }, MinnesotaNames, typeof m1mWords>({
  ...{ id: 'scheduleM1M', title: 'Schedule M1M', law: 'Minn. Stat. 290.0132 subd. 7', words: m1mWords },
  figure({ giftsM1: gifts, state }, law, f) {
    f.charitySubtraction = state.itemizes === 1 ? 0 : part(law.giftRate, atLeastZero(gifts.deduction - law.giftFloor))
  },
})
