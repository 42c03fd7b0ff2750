/**
 * Schedule A, Itemized Deductions (2025 revision), with the State and Local Tax Deduction Worksheet and, from 2026, the
 * overall limitation. IRC §§63(d), 68, 163(h), 164(b)(6)-(7), 170.
 * Left out: medical expenses, personal property taxes, other taxes (line 6), investment interest, casualty and other
 * deductions; no fact holds them.
 */
import { blank, type Sheet } from '../form.ts'
import type { FederalLaw } from '../law/federal/law.ts'
import { atLeastZero, larger, part, smaller } from '../money.ts'
import type { Charity } from './charity.ts'
import type { Facts } from './facts.ts'
import type { Form1040 } from './form1040.ts'
import type { Schedule1A } from './schedule1A.ts'

export interface ScheduleAFrom {
  readonly facts: Readonly<Pick<Facts, 'stateAndLocalTaxes' | 'realEstateTaxes' | 'mortgageInterest'>>
  readonly form1040: Readonly<Pick<Form1040, 'line11b'>>
  readonly schedule1A: Readonly<Pick<Schedule1A, 'line38'>>
  readonly charity: Readonly<Pick<Charity, 'deduction'>>
}

export const scheduleAWords = {
  line5a: 'State and local income taxes paid: {facts.stateAndLocalTaxes}.',
  line5b: 'State and local real estate taxes: {facts.realEstateTaxes}.',
  line5d: 'Add lines 5a and 5b.',
  saltLimit:
    'Limit on state and local taxes: {law.saltCap} less {law.saltPhaseDownRate} of any excess of {form1040.line11b} over {law.saltPhaseDownStart}, at least {law.saltFloor}; of that, {law.saltShare}.',
  line5e: 'The smaller of line 5d or {saltLimit}.',
  line7: 'Taxes deducted: the amount from line 5e.',
  line8a: 'Home mortgage interest: {facts.mortgageInterest}.',
  line10: 'Interest deducted: the amount from line 8a.',
  line14: 'Gifts to charity: {charity.deduction}.',
  beforeLimitation: 'Itemized deductions before the overall limitation: add lines 7, 10, and 14.',
  overallLimitation:
    'Overall limitation: {law.overallLimitationParts}/{law.overallLimitationWhole} of the smaller of {beforeLimitation} or the excess, over {law.rate6Top}, of {form1040.line11b} less {schedule1A.line38}.',
  line17: 'Total itemized deductions: {beforeLimitation} less {overallLimitation}.',
} as const

export type ScheduleA = Sheet<typeof scheduleAWords>

/** Itemized deductions: line 17, and line 7 for the AMT add-back. A spouse filing separately halves the cap on taxes last. */
export function figureScheduleA(from: ScheduleAFrom, law: FederalLaw, f: ScheduleA = blank(scheduleAWords)): ScheduleA {
  f.line5a = from.facts.stateAndLocalTaxes
  f.line5b = from.facts.realEstateTaxes
  f.line5d = f.line5a + f.line5b
  f.saltLimit = part(
    law.saltShare,
    larger(
      law.saltFloor,
      law.saltCap - part(law.saltPhaseDownRate, atLeastZero(from.form1040.line11b - law.saltPhaseDownStart)),
    ),
  )
  f.line5e = smaller(f.line5d, f.saltLimit)
  f.line7 = f.line5e
  f.line8a = from.facts.mortgageInterest
  f.line10 = f.line8a
  f.line14 = from.charity.deduction
  f.beforeLimitation = f.line7 + f.line10 + f.line14
  f.overallLimitation =
    (law.overallLimitationParts *
      smaller(f.beforeLimitation, atLeastZero(from.form1040.line11b - from.schedule1A.line38 - law.rate6Top))) /
    law.overallLimitationWhole
  f.line17 = f.beforeLimitation - f.overallLimitation
  return f
}
