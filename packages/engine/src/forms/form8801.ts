/**
 * Form 8801, Credit for Prior Year Minimum Tax (2025 revision, line numbers as on the official 2021 form). IRC §53.
 * Parts I and III strip the exclusion items out of the AMT of one year, on its amounts and under its law; Part II uses the
 * credit in the next. They are two sheets of one form, because each belongs to a year of its own.
 * Left out: Form 2555, the minimum tax credit net operating loss worksheet (line 3 enters worked out).
 */
import { blank, type Sheet } from '../form.ts'
import type { FederalLaw } from '../law/federal/law.ts'
import { atLeastZero, part, smaller } from '../money.ts'
import type { Facts } from './facts.ts'
import { type Form1040, usesScheduleDTax } from './form1040.ts'
import { type Form6251, taxAtAmtRates } from './form6251.ts'
import type { QualifiedDividends } from './qualifiedDividends.ts'
import { gainAt20OrLess, type ScheduleD } from './scheduleD.ts'
import type { ScheduleDTax } from './scheduleDTax.ts'

/** The return of the year whose AMT is split, the year before the form's own. */
export interface Form8801PriorFrom {
  readonly facts: Readonly<Pick<Facts, 'otherAmtExclusion' | 'minimumTaxCreditNol' | 'amtForeignTaxCredit'>>
  readonly form1040: Readonly<Pick<Form1040, 'line3a'>>
  readonly form6251: Readonly<
    Pick<
      Form6251,
      | 'line1b'
      | 'line2a'
      | 'line2b'
      | 'line2c'
      | 'line2d'
      | 'line2e'
      | 'line2g'
      | 'line2h'
      | 'overallLimitationRestored'
      | 'nonItemizerGiftAddedBack'
      | 'line10'
      | 'line11'
      | 'line13'
      | 'line14'
      | 'line15'
    >
  >
  readonly scheduleD: Readonly<Pick<ScheduleD, 'netCapitalGain' | 'line17' | 'line18' | 'line19' | 'line20'>>
  readonly qualifiedDividends: Readonly<Pick<QualifiedDividends, 'line5'>>
  readonly scheduleDTax: Readonly<Pick<ScheduleDTax, 'line14' | 'line21'>>
}

/** What the split reads of the law of the AMT year: all that years before the first whole table need to have. */
export type ExclusionLaw = Readonly<
  Pick<
    FederalLaw,
    | 'amtExemption'
    | 'amtExemptionGone'
    | 'amtPhaseoutStart'
    | 'amtPhaseoutRate'
    | 'amtiIncreaseRate'
    | 'amtBreakpoint'
    | 'amtLowRate'
    | 'amtHighRate'
    | 'gains0Ceiling'
    | 'gains15Ceiling'
    | 'gains15Rate'
    | 'gains20Rate'
    | 'gains25Rate'
    | 'exclusionGainsRegular'
    | 'capitalLossLimit'
  >
>

/** The return of the form's own year. */
export interface Form8801CurrentFrom {
  readonly facts: Readonly<
    Pick<
      Facts,
      'minimumTaxCreditMade' | 'minimumTaxCredit' | 'vehicleCreditUnallowed' | 'childTaxCredit' | 'otherCredits'
    >
  >
  readonly form6251: Readonly<Pick<Form6251, 'line9' | 'line10'>>
}

const regularWorksheet =
  'if {scheduleD.line17} is 1 and {scheduleD.line20} is 0 (the Schedule D Tax Worksheet was used for the regular tax)'
const reading = 'if {law.exclusionGainsRegular} is 1, otherwise as refigured for AMT:'

/** Parts I and III, whose amounts are those of the year before the form's own. */
export const form8801ExclusionWords = {
  line1: 'Combine {form6251.line1b} and {form6251.line2e}.',
  line2:
    'Exclusion items: combine {form6251.line2a}, {form6251.line2b}, {form6251.line2c}, {form6251.line2d}, {form6251.line2g}, {form6251.line2h}, {form6251.overallLimitationRestored}, {form6251.nonItemizerGiftAddedBack} and {facts.otherAmtExclusion}.',
  line3: 'Minimum tax credit net operating loss deduction, as a negative: {facts.minimumTaxCreditNol}.',
  beforeIncrease: 'Income before its increase: combine lines 1, 2, and 3.',
  increase:
    'Increase for married filing separately: {law.amtiIncreaseRate} of any excess of {beforeIncrease} over {law.amtExemptionGone}, up to {law.amtExemption}.',
  line4: 'Add {beforeIncrease} and {increase}.',
  line5: 'Enter {law.amtExemption}.',
  line6: 'Enter {law.amtPhaseoutStart}.',
  line7: 'Subtract line 6 from line 4. If zero or less, enter 0.',
  line8: 'Multiply line 7 by {law.amtPhaseoutRate}.',
  line9: 'Subtract line 8 from line 5. If zero or less, enter 0.',
  line10: 'Subtract line 9 from line 4. If zero or less, enter 0.',
  line11: 'Tax on exclusion items: the amount from line 55.',
  line12: 'Minimum tax foreign tax credit on exclusion items: {facts.amtForeignTaxCredit}, up to line 11.',
  line13: 'Tentative minimum tax on exclusion items: subtract line 12 from line 11.',
  line14: 'Regular tax: {form6251.line10}.',
  line15: 'Net minimum tax on exclusion items: subtract line 14 from line 13. If zero or less, enter 0.',
  line16: 'Alternative minimum tax: {form6251.line11}.',
  line17: 'Enter the amount from line 15.',
  line18: 'Credit the year made: subtract line 17 from line 16. May be negative.',
  line27: 'Enter the amount from line 10.',
  line28: `Gains taxed at 0, 15 or 20 %: {form1040.line3a} plus {scheduleD.netCapitalGain}, less the part in {scheduleD.line18} and {scheduleD.line19}, ${reading} {form6251.line13}.`,
  line29: `Unrecaptured section 1250 gain: {scheduleD.line19} ${reading} {form6251.line14}.`,
  line30: `Add lines 28 and 29, up to {form1040.line3a} plus {scheduleD.netCapitalGain} ${reading} {form6251.line15}.`,
  line31: 'The smaller of line 27 or line 30.',
  line32: 'Subtract line 31 from line 27.',
  line33: 'Line 32 up to {law.amtBreakpoint} at {law.amtLowRate}; the rest at {law.amtHighRate}.',
  line34: 'Enter {law.gains0Ceiling}.',
  line35: `Ordinary income of the regular tax: {qualifiedDividends.line5}; or {scheduleDTax.line14} ${regularWorksheet}.`,
  line36: 'Subtract line 35 from line 34. If zero or less, enter 0.',
  line37: 'The smaller of line 27 or line 28.',
  line38: 'The smaller of line 36 or line 37. This part is taxed at 0 %.',
  line39: 'Subtract line 38 from line 37.',
  line40: 'Enter {law.gains15Ceiling}.',
  line41: 'Enter the amount from line 36.',
  line42: `Income below the gains in the regular tax: {qualifiedDividends.line5}; or {scheduleDTax.line21} ${regularWorksheet}.`,
  line43: 'Add lines 41 and 42.',
  line44: 'Subtract line 43 from line 40. If zero or less, enter 0.',
  line45: 'The smaller of line 39 or line 44.',
  line46: 'Multiply line 45 by {law.gains15Rate}.',
  line47: 'Add lines 38 and 45.',
  line48: 'Subtract line 47 from line 37.',
  line49: 'Multiply line 48 by {law.gains20Rate}.',
  line50: 'Add lines 32, 47, and 48.',
  line51: 'Subtract line 50 from line 27.',
  line52: 'Multiply line 51 by {law.gains25Rate}.',
  line53: 'Add lines 33, 46, 49, and 52.',
  line54: 'Line 27 up to {law.amtBreakpoint} at {law.amtLowRate}; the rest at {law.amtHighRate}.',
  line55: 'The smaller of line 53 or line 54.',
} as const

/** Part II, the credit of the form's own year. Line 18 closes Part I. */
export const form8801Words = {
  line18: 'Credit the year before made, from Part I: {facts.minimumTaxCreditMade}. May be negative.',
  line19: 'Credit the year before carried forward: {facts.minimumTaxCredit}.',
  line20:
    'Qualified electric vehicle credit that minimum tax did not allow the year before: {facts.vehicleCreditUnallowed}.',
  line21: 'Credit available: combine lines 18, 19, and 20. If zero or less, none is used.',
  line22:
    'Regular tax less the credits that come first: {form6251.line10} less {facts.childTaxCredit} and {facts.otherCredits}, not below zero.',
  line23: 'Tentative minimum tax: {form6251.line9}.',
  line24: 'The gap: subtract line 23 from line 22. If zero or less, enter 0.',
  line25: 'Minimum tax credit: the smaller of line 21 or line 24, zero if line 21 is not positive.',
  line26:
    'Credit carried forward: subtract line 25 from line 21. If zero or less, enter 0 if {law.creditShortfallForgiven} is 1.',
} as const

export type Form8801Exclusion = Sheet<typeof form8801ExclusionWords>
export type Form8801 = Sheet<typeof form8801Words>

/**
 * Part I and Part III: how much of a year's AMT comes back (line 18) and how much never does (line 15). `from` and `law`
 * are those of the AMT year. IRC §53(d)(1)(B).
 */
export function figureForm8801Exclusion(
  from: Form8801PriorFrom,
  law: ExclusionLaw,
  f: Form8801Exclusion = blank(form8801ExclusionWords),
): Form8801Exclusion {
  const { form6251, scheduleD, form1040 } = from

  // Part I: AMT income on exclusion items alone
  f.line1 = form6251.line1b + form6251.line2e
  f.line2 =
    form6251.line2a +
    form6251.line2b +
    form6251.line2c +
    form6251.line2d +
    form6251.line2g +
    form6251.line2h +
    form6251.overallLimitationRestored +
    form6251.nonItemizerGiftAddedBack +
    from.facts.otherAmtExclusion
  f.line3 = from.facts.minimumTaxCreditNol
  f.beforeIncrease = f.line1 + f.line2 + f.line3
  f.increase = smaller(
    part(law.amtiIncreaseRate, atLeastZero(f.beforeIncrease - law.amtExemptionGone)),
    law.amtExemption,
  )
  f.line4 = f.beforeIncrease + f.increase
  f.line5 = law.amtExemption
  f.line6 = law.amtPhaseoutStart
  f.line7 = atLeastZero(f.line4 - f.line6)
  f.line8 = part(law.amtPhaseoutRate, f.line7)
  f.line9 = atLeastZero(f.line5 - f.line8)
  f.line10 = atLeastZero(f.line4 - f.line9)

  // Part III: tax at the reduced rates on gains
  f.line27 = f.line10
  f.line28 = law.exclusionGainsRegular === 1 ? gainAt20OrLess(form1040.line3a, scheduleD) : form6251.line13
  f.line29 = law.exclusionGainsRegular === 1 ? scheduleD.line19 : form6251.line14
  f.line30 = smaller(
    f.line28 + f.line29,
    law.exclusionGainsRegular === 1 ? form1040.line3a + scheduleD.netCapitalGain : form6251.line15,
  )
  f.line31 = smaller(f.line27, f.line30)
  f.line32 = f.line27 - f.line31
  f.line33 = taxAtAmtRates(f.line32, law)
  f.line34 = law.gains0Ceiling
  f.line35 = usesScheduleDTax(scheduleD) ? from.scheduleDTax.line14 : from.qualifiedDividends.line5
  f.line36 = atLeastZero(f.line34 - f.line35)
  f.line37 = smaller(f.line27, f.line28)
  f.line38 = smaller(f.line36, f.line37)
  f.line39 = f.line37 - f.line38
  f.line40 = law.gains15Ceiling
  f.line41 = f.line36
  f.line42 = usesScheduleDTax(scheduleD) ? from.scheduleDTax.line21 : from.qualifiedDividends.line5
  f.line43 = f.line41 + f.line42
  f.line44 = atLeastZero(f.line40 - f.line43)
  f.line45 = smaller(f.line39, f.line44)
  f.line46 = part(law.gains15Rate, f.line45)
  f.line47 = f.line38 + f.line45
  f.line48 = f.line37 - f.line47
  f.line49 = part(law.gains20Rate, f.line48)
  f.line50 = f.line32 + f.line47 + f.line48
  f.line51 = f.line27 - f.line50
  f.line52 = part(law.gains25Rate, f.line51)
  f.line53 = f.line33 + f.line46 + f.line49 + f.line52
  f.line54 = taxAtAmtRates(f.line27, law)
  f.line55 = smaller(f.line53, f.line54)

  // Part I: the split
  f.line11 = f.line55
  f.line12 = smaller(from.facts.amtForeignTaxCredit, f.line11)
  f.line13 = f.line11 - f.line12
  f.line14 = form6251.line10
  f.line15 = atLeastZero(f.line13 - f.line14)
  f.line16 = form6251.line11
  f.line17 = f.line15
  f.line18 = f.line16 - f.line17
  return f
}

/**
 * Part II: the credit used this year (line 25) and carried on (line 26). It never takes tax below tentative minimum tax.
 * IRC §53(b), (c).
 */
export function figureForm8801Credit(
  from: Form8801CurrentFrom,
  law: Readonly<Pick<FederalLaw, 'creditShortfallForgiven'>>,
  f: Form8801 = blank(form8801Words),
): Form8801 {
  f.line18 = from.facts.minimumTaxCreditMade
  f.line19 = from.facts.minimumTaxCredit
  f.line20 = from.facts.vehicleCreditUnallowed
  f.line21 = f.line18 + f.line19 + f.line20
  f.line22 = atLeastZero(from.form6251.line10 - from.facts.childTaxCredit - from.facts.otherCredits)
  f.line23 = from.form6251.line9
  f.line24 = atLeastZero(f.line22 - f.line23)
  f.line25 = smaller(atLeastZero(f.line21), f.line24)
  f.line26 = law.creditShortfallForgiven === 1 ? atLeastZero(f.line21 - f.line25) : f.line21 - f.line25
  return f
}
