/**
 * Form 1040 (2025 revision): the lines the rest of the return needs. IRC §§1, 61–63, 170(p).
 * Figured in three steps, because other forms stand between them: income (lines 1 to 11), deductions (12 to 15), tax (16 to 24).
 * Left out: adjustments to income (line 10), the QBI deduction (13a), payments and refundable credits (25 on).
 */
import { blank, type Sheet } from '../form.ts'
import type { FederalLaw } from '../law/federal/law.ts'
import { atLeastZero, part, smaller } from '../money.ts'
import type { Facts } from './facts.ts'
import type { QualifiedDividends } from './qualifiedDividends.ts'
import type { Schedule1A } from './schedule1A.ts'
import type { Schedule2 } from './schedule2.ts'
import type { Schedule3 } from './schedule3.ts'
import type { ScheduleA } from './scheduleA.ts'
import type { ScheduleD } from './scheduleD.ts'
import type { ScheduleDTax } from './scheduleDTax.ts'

/** The choice a return is figured under: 1 when deductions are itemized, 0 for the standard deduction. */
export interface Election {
  readonly itemizes: 0 | 1
}

export interface Form1040IncomeFrom {
  readonly facts: Readonly<
    Pick<
      Facts,
      | 'wages'
      | 'optionWages'
      | 'compensation'
      | 'compensationUnreported'
      | 'interest'
      | 'ordinaryDividends'
      | 'qualifiedDividends'
      | 'otherIncome'
    >
  >
  readonly scheduleD: Readonly<Pick<ScheduleD, 'included'>>
}

export interface Form1040DeductionsFrom {
  readonly election: Election
  readonly facts: Readonly<Pick<Facts, 'agedOrBlindBoxes' | 'charityCash' | 'charityCashToFunds'>>
  readonly scheduleA: Readonly<Pick<ScheduleA, 'line17'>>
  readonly schedule1A: Readonly<Pick<Schedule1A, 'line38'>>
}

export interface Form1040TaxFrom {
  readonly scheduleD: Readonly<Pick<ScheduleD, 'line17' | 'line20'>>
  readonly qualifiedDividends: Readonly<Pick<QualifiedDividends, 'line25'>>
  readonly scheduleDTax: Readonly<Pick<ScheduleDTax, 'line47'>>
}

export interface Form1040TotalFrom {
  readonly facts: Readonly<Pick<Facts, 'childTaxCredit'>>
  readonly schedule2: Readonly<Pick<Schedule2, 'line3' | 'line21'>>
  readonly schedule3: Readonly<Pick<Schedule3, 'line8'>>
}

export const form1040Words = {
  line1a: 'Wages: {facts.wages}, {facts.optionWages} and {facts.compensation}.',
  line1z: 'Wages and other earned income: the amount from line 1a.',
  line2b: 'Taxable interest: {facts.interest}.',
  line3a: 'Qualified dividends, part of the ordinary dividends: {facts.qualifiedDividends}.',
  line3b: 'Ordinary dividends: {facts.ordinaryDividends}.',
  line7a: 'Capital gain or loss: {scheduleD.included}.',
  line8: 'Other income: {facts.otherIncome} and {facts.compensationUnreported}.',
  line9: 'Total income: add lines 1z, 2b, 3b, 7a, and 8.',
  line11a: 'Adjusted gross income: the amount from line 9.',
  line11b: 'Adjusted gross income, carried to the next page: the amount from line 11a.',
  standardDeduction:
    'Standard deduction: {law.standardDeduction} plus {law.additionalStandardDeduction} times {facts.agedOrBlindBoxes}.',
  line12e: 'Deduction: {scheduleA.line17} if {election.itemizes}, otherwise {standardDeduction}.',
  nonItemizerGift:
    'Gift of a non-itemizer: zero if {election.itemizes}; otherwise {facts.charityCash} less {facts.charityCashToFunds}, up to {law.charityCashRate} of line 11b (not below zero) and up to {law.nonItemizerGiftCap}.',
  deduction: 'Deduction taken: line 12e plus {nonItemizerGift}.',
  line13b: 'Additional deductions: {schedule1A.line38}.',
  line14: 'Add {deduction} and line 13b.',
  beforeFloor: 'Taxable income before its floor: subtract line 14 from line 11b. May be negative.',
  line15: 'Taxable income: {beforeFloor}, not below zero.',
  line16:
    'Tax: {qualifiedDividends.line25}; or {scheduleDTax.line47} if {scheduleD.line17} is 1 and {scheduleD.line20} is 0.',
  line17: 'Alternative minimum tax: {schedule2.line3}.',
  line18: 'Add lines 16 and 17.',
  line19: 'Child tax credit and credit for other dependents, nonrefundable part: {facts.childTaxCredit}.',
  line20: 'Other nonrefundable credits: {schedule3.line8}.',
  line21: 'Add lines 19 and 20.',
  line22: 'Subtract line 21 from line 18. If zero or less, enter 0.',
  line23: 'Other taxes: {schedule2.line21}.',
  line24: 'Total tax: add lines 22 and 23.',
} as const

export type Form1040 = Sheet<typeof form1040Words>

/** Income, lines 1 to 11. */
export function figureForm1040Income(from: Form1040IncomeFrom, f: Form1040 = blank(form1040Words)): Form1040 {
  f.line1a = from.facts.wages + from.facts.optionWages + from.facts.compensation
  f.line1z = f.line1a
  f.line2b = from.facts.interest
  f.line3a = from.facts.qualifiedDividends
  f.line3b = from.facts.ordinaryDividends
  f.line7a = from.scheduleD.included
  f.line8 = from.facts.otherIncome + from.facts.compensationUnreported
  f.line9 = f.line1z + f.line2b + f.line3b + f.line7a + f.line8
  f.line11a = f.line9
  f.line11b = f.line11a
  return f
}

/** Deductions and taxable income, lines 12 to 15. Schedule A need not be figured when the election is the standard deduction. */
export function figureForm1040Deductions(from: Form1040DeductionsFrom, law: FederalLaw, f: Form1040): Form1040 {
  f.standardDeduction = law.standardDeduction + law.additionalStandardDeduction * from.facts.agedOrBlindBoxes
  f.line12e = from.election.itemizes === 1 ? from.scheduleA.line17 : f.standardDeduction
  f.nonItemizerGift = from.election.itemizes === 1 ? 0 : giftWithoutItemizing(from.facts, law, f.line11b)
  f.deduction = f.line12e + f.nonItemizerGift
  f.line13b = from.schedule1A.line38
  f.line14 = f.deduction + f.line13b
  f.beforeFloor = f.line11b - f.line14
  f.line15 = atLeastZero(f.beforeFloor)
  return f
}

const giftWithoutItemizing = (facts: Form1040DeductionsFrom['facts'], law: FederalLaw, agi: number): number =>
  smaller(
    smaller(facts.charityCash - facts.charityCashToFunds, part(law.charityCashRate, atLeastZero(agi))),
    law.nonItemizerGiftCap,
  )

/** Whether the Schedule D Tax Worksheet replaces the Qualified Dividends worksheet: both gains, and some 25 % or 28 % gain. */
export const usesScheduleDTax = (scheduleD: Readonly<Pick<ScheduleD, 'line17' | 'line20'>>): boolean =>
  scheduleD.line17 === 1 && scheduleD.line20 === 0

/** Tax before credits and AMT, line 16. */
export function figureForm1040Tax(from: Form1040TaxFrom, f: Form1040): Form1040 {
  f.line16 = usesScheduleDTax(from.scheduleD) ? from.scheduleDTax.line47 : from.qualifiedDividends.line25
  return f
}

/** Total tax, lines 17 to 24. */
export function figureForm1040Total(from: Form1040TotalFrom, f: Form1040): Form1040 {
  f.line17 = from.schedule2.line3
  f.line18 = f.line16 + f.line17
  f.line19 = from.facts.childTaxCredit
  f.line20 = from.schedule3.line8
  f.line21 = f.line19 + f.line20
  f.line22 = atLeastZero(f.line18 - f.line21)
  f.line23 = from.schedule2.line21
  f.line24 = f.line22 + f.line23
  return f
}
