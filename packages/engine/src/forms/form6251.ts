/**
 * Form 6251, Alternative Minimum Tax—Individuals (2025 revision). IRC §§55–59.
 * Figured in two steps: what the ISO spread cannot move, then the rest, so that a curve over the spread repeats only the
 * second. Lines 2b to 2h, 2j and 2l to 2t enter as the filer's own figures; line 8 as worked out on Form 1116 for AMT.
 * Left out: Form 2555, REMIC income, Schedule J, the recapture taxes of Schedule 2 line 1z.
 */
import { blank, type Sheet } from '../form.ts'
import type { FederalLaw } from '../law/federal/law.ts'
import { atLeastZero, part, smaller } from '../money.ts'
import type { Facts } from './facts.ts'
import { type Election, type Form1040, usesScheduleDTax } from './form1040.ts'
import type { QualifiedDividends } from './qualifiedDividends.ts'
import type { Schedule1A } from './schedule1A.ts'
import type { ScheduleA } from './scheduleA.ts'
import { gainAt20OrLess, type ScheduleD } from './scheduleD.ts'
import type { ScheduleDTax } from './scheduleDTax.ts'

/** What Form 6251 takes from the rest of the return. Part III takes gains as refigured for AMT but stacks them on regular income. */
export interface Form6251From {
  readonly election: Election
  readonly facts: Readonly<
    Pick<
      Facts,
      | 'compensation'
      | 'compensationUnreported'
      | 'amtCompensation'
      | 'line2kForm4797'
      | 'line2kCasualty'
      | 'isoSpread'
      | 'otherAmtAdjustment'
      | 'otherAmtExclusion'
      | 'foreignTaxCredit'
      | 'amtForeignTaxCredit'
      | `line2${'b' | 'c' | 'd' | 'e' | 'f' | 'g' | 'h' | 'j' | 'l' | 'm' | 'n' | 'o' | 'p' | 'q' | 'r' | 's' | 't'}`
    >
  >
  readonly form1040: Readonly<
    Pick<Form1040, 'line3a' | 'line11b' | 'line12e' | 'nonItemizerGift' | 'line14' | 'line16'>
  >
  readonly schedule1A: Readonly<Pick<Schedule1A, 'line37'>>
  readonly scheduleA: Readonly<Pick<ScheduleA, 'line7' | 'overallLimitation'>>
  readonly scheduleD: Readonly<Pick<ScheduleD, 'included' | 'line17' | 'line20'>>
  readonly scheduleDAmt: Readonly<Pick<ScheduleD, 'included' | 'netCapitalGain' | 'line18' | 'line19'>>
  readonly qualifiedDividends: Readonly<Pick<QualifiedDividends, 'line5'>>
  readonly scheduleDTax: Readonly<Pick<ScheduleDTax, 'line14' | 'line21'>>
}

const regularWorksheet =
  'if {scheduleD.line17} is 1 and {scheduleD.line20} is 0 (the Schedule D Tax Worksheet was used for the regular tax)'

export const form6251Words = {
  line1a: 'Deductions other than the one for seniors: {form1040.line14} less {schedule1A.line37}.',
  line1b: 'Subtract line 1a from {form1040.line11b}. May be negative.',
  line2a:
    'Taxes deducted, or the standard deduction: {scheduleA.line7} if {election.itemizes}, otherwise {form1040.line12e}.',
  overallLimitationRestored:
    'Overall limitation given back: minus {scheduleA.overallLimitation} times {law.overallLimitationRestored} if {election.itemizes}, otherwise zero.',
  nonItemizerGiftAddedBack:
    'Gift of a non-itemizer added back: {form1040.nonItemizerGift}, unless {law.nonItemizerGiftAllowedInAmt} is 1.',
  line2b: 'Refund of taxes, as a negative: {facts.line2b}.',
  line2c: 'Investment interest, regular less AMT: {facts.line2c}.',
  line2d: 'Depletion, regular less AMT: {facts.line2d}.',
  line2e: 'Net operating loss deduction, given back: {facts.line2e}.',
  line2f: 'AMT net operating loss deduction, as a negative: {facts.line2f}.',
  line2g: 'Interest from specified private activity bonds: {facts.line2g}.',
  line2h: 'Preference for qualified small business stock: {facts.line2h}.',
  line2i: 'Exercise of incentive stock options, value over price of shares still held at year end: {facts.isoSpread}.',
  line2j: 'Estates and trusts: {facts.line2j}.',
  line2kForm4797: 'Gain or loss on Form 4797, AMT less regular: {facts.line2kForm4797}.',
  line2kCasualty: 'Casualty of business property, AMT less regular: {facts.line2kCasualty}.',
  line2kOrdinary:
    'Ordinary income of dispositions, AMT less regular: {facts.amtCompensation} less {facts.compensation} and {facts.compensationUnreported}.',
  line2kCapital: 'Capital gain or loss, AMT less regular: {scheduleDAmt.included} less {scheduleD.included}.',
  line2k: 'Disposition of property: combine {line2kForm4797}, {line2kCasualty}, {line2kOrdinary} and {line2kCapital}.',
  line2l: 'Depreciation: {facts.line2l}.',
  line2m: 'Passive activities: {facts.line2m}.',
  line2n: 'Loss limitations: {facts.line2n}.',
  line2o: 'Circulation costs: {facts.line2o}.',
  line2p: 'Long-term contracts: {facts.line2p}.',
  line2q: 'Mining costs: {facts.line2q}.',
  line2r: 'Research and experimental costs: {facts.line2r}.',
  line2s: 'Installment sales before 1987, as a negative: {facts.line2s}.',
  line2t: 'Intangible drilling costs: {facts.line2t}.',
  line3: 'Other adjustments: {facts.otherAmtAdjustment} (timing) and {facts.otherAmtExclusion} (exclusion items).',
  withoutSpread:
    'AMT income without the option exercise: combine lines 1b, 2a, 2b, 2c, 2d, 2e, 2f, 2g, 2h, 2j, 2k, 2l, 2m, 2n, 2o, 2p, 2q, 2r, 2s, 2t, and 3, {overallLimitationRestored} and {nonItemizerGiftAddedBack}.',
  beforeIncrease: 'AMT income before its increase: combine {withoutSpread} and line 2i.',
  increaseBase:
    'AMT income that makes the increase: excess of {beforeIncrease} over {law.amtExemptionGone}, not below zero.',
  increase:
    'Increase for married filing separately: {law.amtiIncreaseRate} of {increaseBase}, up to {law.amtExemption}.',
  line4: 'Alternative minimum taxable income: {beforeIncrease} plus {increase}.',
  line5:
    'Exemption: {law.amtExemption} less {law.amtPhaseoutRate} of any excess of line 4 over {law.amtPhaseoutStart}; not below zero.',
  line6: 'Subtract line 5 from line 4. If zero or less, enter 0.',
  line7: 'Tax before credits: the amount from line 40.',
  line8: 'AMT foreign tax credit: {facts.amtForeignTaxCredit}, up to line 7.',
  line9: 'Tentative minimum tax: subtract line 8 from line 7.',
  line10: 'Regular tax: {form1040.line16} less {facts.foreignTaxCredit}, not below zero.',
  line11: 'Alternative minimum tax: subtract line 10 from line 9. If zero or less, enter 0.',
  line12: 'Enter the amount from line 6.',
  line13:
    'Gains taxed at 0, 15 or 20 %, refigured for AMT: {form1040.line3a} plus {scheduleDAmt.netCapitalGain}, less the part of that gain in {scheduleDAmt.line18} and {scheduleDAmt.line19}.',
  line14: 'Unrecaptured section 1250 gain, refigured for AMT: {scheduleDAmt.line19}.',
  line15: 'Add lines 13 and 14, up to {form1040.line3a} plus {scheduleDAmt.netCapitalGain}.',
  line16: 'The smaller of line 12 or line 15.',
  line17: 'Subtract line 16 from line 12.',
  line18: 'Line 17 up to {law.amtBreakpoint} at {law.amtLowRate}; the rest at {law.amtHighRate}.',
  line19: 'Enter {law.gains0Ceiling}.',
  line20: `Ordinary income of the regular tax: {qualifiedDividends.line5}; or {scheduleDTax.line14} ${regularWorksheet}.`,
  line21: 'Subtract line 20 from line 19. If zero or less, enter 0.',
  line22: 'The smaller of line 12 or line 13.',
  line23: 'The smaller of line 21 or line 22. This part is taxed at 0 %.',
  line24: 'Subtract line 23 from line 22.',
  line25: 'Enter {law.gains15Ceiling}.',
  line26: 'Enter the amount from line 21.',
  line27: `Income below the gains in the regular tax: {qualifiedDividends.line5}; or {scheduleDTax.line21} ${regularWorksheet}.`,
  line28: 'Add lines 26 and 27.',
  line29: 'Subtract line 28 from line 25. If zero or less, enter 0.',
  line30: 'The smaller of line 24 or line 29.',
  line31: 'Multiply line 30 by {law.gains15Rate}.',
  line32: 'Add lines 23 and 30.',
  line33: 'Subtract line 32 from line 22.',
  line34: 'Multiply line 33 by {law.gains20Rate}.',
  line35: 'Add lines 17, 32, and 33.',
  line36: 'Subtract line 35 from line 12.',
  line37: 'Multiply line 36 by {law.gains25Rate}.',
  line38: 'Add lines 18, 31, 34, and 37.',
  line39: 'Line 12 up to {law.amtBreakpoint} at {law.amtLowRate}; the rest at {law.amtHighRate}.',
  line40: 'The smaller of line 38 or line 39.',
} as const

export type Form6251 = Sheet<typeof form6251Words>

/** Form 6251 filled in on `f`, a fresh copy unless the caller reuses one. */
export function figureForm6251(from: Form6251From, law: FederalLaw, f: Form6251 = blank(form6251Words)): Form6251 {
  figureForm6251WithoutSpread(from, law, f)
  return figureForm6251Spread(from, law, f)
}

/** The lines that the ISO spread of the year cannot move: Part I without line 2i, line 10, and what Part III takes from elsewhere. */
export function figureForm6251WithoutSpread(from: Form6251From, law: FederalLaw, f: Form6251): Form6251 {
  const { facts, form1040 } = from
  f.line1a = form1040.line14 - from.schedule1A.line37
  f.line1b = form1040.line11b - f.line1a
  f.line2a = from.election.itemizes === 1 ? from.scheduleA.line7 : form1040.line12e
  f.overallLimitationRestored =
    from.election.itemizes === 1 ? -from.scheduleA.overallLimitation * law.overallLimitationRestored : 0
  f.nonItemizerGiftAddedBack = form1040.nonItemizerGift * (1 - law.nonItemizerGiftAllowedInAmt)
  f.line2b = facts.line2b
  f.line2c = facts.line2c
  f.line2d = facts.line2d
  f.line2e = facts.line2e
  f.line2f = facts.line2f
  f.line2g = facts.line2g
  f.line2h = facts.line2h
  f.line2j = facts.line2j
  f.line2kForm4797 = facts.line2kForm4797
  f.line2kCasualty = facts.line2kCasualty
  f.line2kOrdinary = facts.amtCompensation - facts.compensation - facts.compensationUnreported
  f.line2kCapital = from.scheduleDAmt.included - from.scheduleD.included
  f.line2k = f.line2kForm4797 + f.line2kCasualty + f.line2kOrdinary + f.line2kCapital
  f.line2l = facts.line2l
  f.line2m = facts.line2m
  f.line2n = facts.line2n
  f.line2o = facts.line2o
  f.line2p = facts.line2p
  f.line2q = facts.line2q
  f.line2r = facts.line2r
  f.line2s = facts.line2s
  f.line2t = facts.line2t
  f.line3 = facts.otherAmtAdjustment + facts.otherAmtExclusion
  f.withoutSpread =
    f.line1b +
    f.line2a +
    f.line2b +
    f.line2c +
    f.line2d +
    f.line2e +
    f.line2f +
    f.line2g +
    f.line2h +
    f.line2j +
    f.line2k +
    f.line2l +
    f.line2m +
    f.line2n +
    f.line2o +
    f.line2p +
    f.line2q +
    f.line2r +
    f.line2s +
    f.line2t +
    f.line3 +
    f.overallLimitationRestored +
    f.nonItemizerGiftAddedBack
  f.line10 = atLeastZero(form1040.line16 - facts.foreignTaxCredit)
  f.line13 = gainAt20OrLess(form1040.line3a, from.scheduleDAmt)
  f.line14 = from.scheduleDAmt.line19
  f.line15 = smaller(f.line13 + f.line14, form1040.line3a + from.scheduleDAmt.netCapitalGain)
  f.line19 = law.gains0Ceiling
  f.line20 = usesScheduleDTax(from.scheduleD) ? from.scheduleDTax.line14 : from.qualifiedDividends.line5
  f.line21 = atLeastZero(f.line19 - f.line20)
  f.line25 = law.gains15Ceiling
  f.line26 = f.line21
  f.line27 = usesScheduleDTax(from.scheduleD) ? from.scheduleDTax.line21 : from.qualifiedDividends.line5
  f.line28 = f.line26 + f.line27
  f.line29 = atLeastZero(f.line25 - f.line28)
  return f
}

/** The lines that follow from the ISO spread: lines 2i and 4 to 11, and Part III. Needs `figureForm6251WithoutSpread` first. */
export function figureForm6251Spread(
  from: { readonly facts: Readonly<Pick<Facts, 'isoSpread' | 'amtForeignTaxCredit'>> },
  law: FederalLaw,
  f: Form6251,
): Form6251 {
  // Part I: alternative minimum taxable income
  f.line2i = from.facts.isoSpread
  f.beforeIncrease = f.withoutSpread + f.line2i
  f.increaseBase = atLeastZero(f.beforeIncrease - law.amtExemptionGone)
  f.increase = smaller(part(law.amtiIncreaseRate, f.increaseBase), law.amtExemption)
  f.line4 = f.beforeIncrease + f.increase

  // Part II: exemption
  f.line5 = atLeastZero(law.amtExemption - part(law.amtPhaseoutRate, atLeastZero(f.line4 - law.amtPhaseoutStart)))
  f.line6 = atLeastZero(f.line4 - f.line5)

  // Part III: tax at the reduced rates on gains
  f.line12 = f.line6
  f.line16 = smaller(f.line12, f.line15)
  f.line17 = f.line12 - f.line16
  f.line18 = taxAtAmtRates(f.line17, law)
  f.line22 = smaller(f.line12, f.line13)
  f.line23 = smaller(f.line21, f.line22)
  f.line24 = f.line22 - f.line23
  f.line30 = smaller(f.line24, f.line29)
  f.line31 = part(law.gains15Rate, f.line30)
  f.line32 = f.line23 + f.line30
  f.line33 = f.line22 - f.line32
  f.line34 = part(law.gains20Rate, f.line33)
  f.line35 = f.line17 + f.line32 + f.line33
  f.line36 = f.line12 - f.line35
  f.line37 = part(law.gains25Rate, f.line36)
  f.line38 = f.line18 + f.line31 + f.line34 + f.line37
  f.line39 = taxAtAmtRates(f.line12, law)
  f.line40 = smaller(f.line38, f.line39)

  // Part II: tentative minimum tax and AMT
  f.line7 = f.line40
  f.line8 = smaller(from.facts.amtForeignTaxCredit, f.line7)
  f.line9 = f.line7 - f.line8
  f.line11 = atLeastZero(f.line9 - f.line10)
  return f
}

/** The two AMT rates, IRC §55(b)(1)(A). */
export const taxAtAmtRates = (
  amount: number,
  law: Readonly<Pick<FederalLaw, 'amtBreakpoint' | 'amtLowRate' | 'amtHighRate'>>,
): number =>
  amount <= law.amtBreakpoint
    ? part(law.amtLowRate, amount)
    : part(law.amtLowRate, law.amtBreakpoint) + part(law.amtHighRate, amount - law.amtBreakpoint)
