/**
 * Form CT-8801, Credit for Prior Year Connecticut Minimum Tax (lines of 2012 to 2015), residents. C.G.S. §12-700a.
 * Two sheets, because each belongs to a year of its own: `ct8801` uses the credit this year, `ct8801Next` is what this
 * year's AMT makes for the next. A year with Connecticut AMT uses none: its minimum tax is above its income tax, so that
 * line 29 is zero.
 *
 * Left out: Connecticut modifications (lines 2, 3), apportionment (line 15), credits of other jurisdictions (line 19).
 * Worksheets A and B are taken to come to the year's AMT and to 1.0000: they weigh an AMT held down to 5.5 % of AMT income,
 * and none is, because 19 % of the highest federal rate of 28 % is 5.32 %. That is also why Part I, like the form, asks 19 %
 * alone. Gains are those of the regular tax: the AMT differs in them by deferral items. Lines 39, 40 and 45 to 48 lead to the room below two rates on gains, which Form 6251 has worked out.
 */
import type { Sheet } from '../../../form.ts'
import { atLeastZero, part, smaller, wholeOf } from '../../../money.ts'
import { taxAtAmtRates } from '../../form6251.ts'
import { gainAt20OrLess } from '../../scheduleD.ts'
import { stateForm } from '../stateForm.ts'
import type { CT1040TCS, Names } from './ct1040.ts'
import type { CT6251 } from './ct6251.ts'

const creditWords = {
  line24: 'Credit that the AMT of the year before made: {state.minimumTaxCreditMade}. If zero or less, enter 0.',
  line25: 'Credit the year before carried forward: {state.minimumTaxCredit}.',
  line26: 'Credit available: add lines 24 and 25.',
  line27: 'Connecticut income tax: {ct1040TCS.line10}.',
  line28: 'Connecticut minimum tax, federal AMT or none: {ct6251.line19}.',
  line29: 'Subtract line 28 from line 27. If zero or less, enter 0.',
  line30: 'Credit used: the smaller of line 26 or line 29.',
  line31: 'Credit carried forward: subtract line 30 from line 26.',
} as const

export type CT8801 = Sheet<typeof creditWords>

export const ct8801 = stateForm<{ ct1040TCS: CT1040TCS; ct6251: CT6251 }, Names, typeof creditWords>({
  ...{ id: 'ct8801', title: 'Form CT-8801, credit of the year', law: 'C.G.S. §12-700a', words: creditWords },
  figure({ state, ct1040TCS, ct6251 }, _, f) {
    f.line24 = atLeastZero(state.minimumTaxCreditMade)
    f.line25 = state.minimumTaxCredit
    f.line26 = f.line24 + f.line25
    f.line27 = ct1040TCS.line10
    f.line28 = ct6251.line19
    f.line29 = atLeastZero(f.line27 - f.line28)
    f.line30 = smaller(f.line26, f.line29)
    f.line31 = f.line26 - f.line30
  },
})

const nextWords = {
  beforeIncrease:
    'Income on exclusion items before its increase, as for the federal Form 8801: combine {form6251.line1b}, {form6251.line2a}, {form6251.line2b}, {form6251.line2c}, {form6251.line2d}, {form6251.line2e}, {form6251.line2g}, {form6251.line2h}, {form6251.overallLimitationRestored}, {form6251.nonItemizerGiftAddedBack}, {facts.otherAmtExclusion} and {facts.minimumTaxCreditNol}.',
  exemptionGone:
    'Income at which {law.amtExemption} is gone, shrinking by {law.amtPhaseoutRate} of what is over {law.amtPhaseoutStart}.',
  increase:
    'Increase for married filing separately: {law.amtiIncreaseRate} of any excess of {beforeIncrease} over {exemptionGone}, up to {law.amtExemption}.',
  line1: 'Income on exclusion items: add {beforeIncrease} and {increase}.',
  line4: 'The same adjusted for Connecticut: the amount from line 1.',
  line5: 'Enter {law.amtExemption}.',
  line6: 'Enter {law.amtPhaseoutStart}.',
  line7: 'Subtract line 6 from line 4. If zero or less, enter 0.',
  line8: 'Multiply line 7 by {law.amtPhaseoutRate}.',
  line9: 'Exemption: subtract line 8 from line 5. If zero or less, enter 0.',
  line10: 'Subtract line 9 from line 4. If zero or less, enter 0.',
  line11: 'Tax on exclusion items: the amount from line 60.',
  line12: 'AMT foreign tax credit on exclusion items: {facts.amtForeignTaxCredit}, up to line 11.',
  line13: 'Subtract line 12 from line 11.',
  line14: 'Multiply line 13 by {law.minimumTaxRate}.',
  line16: 'Connecticut minimum tax on exclusion items: the amount from line 14.',
  line17: 'Connecticut income tax: {ct6251.line20}.',
  line18: 'Subtract line 17 from line 16. If zero or less, enter 0.',
  line20: 'Connecticut AMT on exclusion items: the amount from line 18.',
  line21: 'Connecticut AMT: {ct6251.line23}.',
  line22: 'Subtract line 20 from line 21. If zero or less, enter 0.',
  line24: 'Credit that the AMT made for the next year: the amount from line 22.',
  line32: 'Enter the amount from line 10.',
  line33:
    'Gains taxed at 0, 15 or 20 %: {form1040.line3a} plus {scheduleD.netCapitalGain}, less the part in {scheduleD.line18} and {scheduleD.line19}.',
  line34: 'Unrecaptured section 1250 gain: {scheduleD.line19}.',
  line35: 'Add lines 33 and 34, up to {form1040.line3a} plus {scheduleD.netCapitalGain}.',
  line36: 'The smaller of line 32 or line 35.',
  line37: 'Subtract line 36 from line 32.',
  line38: 'Line 37 up to {law.amtBreakpoint} at {law.amtLowRate}; the rest at {law.amtHighRate}.',
  line41: 'Room for gains at 0 %: {form6251.line21}.',
  line42: 'The smaller of line 32 or line 33.',
  line43: 'The smaller of line 41 or line 42. This part is taxed at 0 %.',
  line44: 'Subtract line 43 from line 42.',
  line49: 'Room for gains at the middle rate: {form6251.line29}.',
  line50: 'The smaller of line 44 or line 49.',
  line51: 'Multiply line 50 by {law.gains15Rate}.',
  line52: 'Add lines 43 and 50.',
  line53: 'Subtract line 52 from line 42.',
  line54: 'Multiply line 53 by {law.gains20Rate}.',
  line55: 'Add lines 37, 52, and 53.',
  line56: 'Subtract line 55 from line 32.',
  line57: 'Multiply line 56 by {law.gains25Rate}.',
  line58: 'Add lines 38, 51, 54, and 57.',
  line59: 'Line 32 up to {law.amtBreakpoint} at {law.amtLowRate}; the rest at {law.amtHighRate}.',
  line60: 'The smaller of line 58 or line 59.',
} as const

export type CT8801Next = Sheet<typeof nextWords>

export const ct8801Next = stateForm<{ ct6251: CT6251 }, Names, typeof nextWords>({
  ...{ id: 'ct8801Next', title: 'Form CT-8801 of the next year, credit made', law: 'C.G.S. §12-700a' },
  words: nextWords,
  figure({ facts, form1040, form6251, scheduleD, ct6251 }, law, f) {
    // Part I: AMT income on exclusion items alone
    f.beforeIncrease =
      form6251.line1b +
      form6251.line2a +
      form6251.line2b +
      form6251.line2c +
      form6251.line2d +
      form6251.line2e +
      form6251.line2g +
      form6251.line2h +
      form6251.overallLimitationRestored +
      form6251.nonItemizerGiftAddedBack +
      facts.otherAmtExclusion +
      facts.minimumTaxCreditNol
    f.exemptionGone = law.amtPhaseoutStart + wholeOf(law.amtPhaseoutRate, law.amtExemption)
    f.increase = smaller(part(law.amtiIncreaseRate, atLeastZero(f.beforeIncrease - f.exemptionGone)), law.amtExemption)
    f.line1 = f.beforeIncrease + f.increase
    f.line4 = f.line1
    f.line5 = law.amtExemption
    f.line6 = law.amtPhaseoutStart
    f.line7 = atLeastZero(f.line4 - f.line6)
    f.line8 = part(law.amtPhaseoutRate, f.line7)
    f.line9 = atLeastZero(f.line5 - f.line8)
    f.line10 = atLeastZero(f.line4 - f.line9)

    // Part III: tax at the reduced rates on gains
    f.line32 = f.line10
    f.line33 = gainAt20OrLess(form1040.line3a, scheduleD)
    f.line34 = scheduleD.line19
    f.line35 = smaller(f.line33 + f.line34, form1040.line3a + scheduleD.netCapitalGain)
    f.line36 = smaller(f.line32, f.line35)
    f.line37 = f.line32 - f.line36
    f.line38 = taxAtAmtRates(f.line37, law)
    f.line41 = form6251.line21
    f.line42 = smaller(f.line32, f.line33)
    f.line43 = smaller(f.line41, f.line42)
    f.line44 = f.line42 - f.line43
    f.line49 = form6251.line29
    f.line50 = smaller(f.line44, f.line49)
    f.line51 = part(law.gains15Rate, f.line50)
    f.line52 = f.line43 + f.line50
    f.line53 = f.line42 - f.line52
    f.line54 = part(law.gains20Rate, f.line53)
    f.line55 = f.line37 + f.line52 + f.line53
    f.line56 = f.line32 - f.line55
    f.line57 = part(law.gains25Rate, f.line56)
    f.line58 = f.line38 + f.line51 + f.line54 + f.line57
    f.line59 = taxAtAmtRates(f.line32, law)
    f.line60 = smaller(f.line58, f.line59)

    // Parts I and II: the split of the AMT
    f.line11 = f.line60
    f.line12 = smaller(facts.amtForeignTaxCredit, f.line11)
    f.line13 = f.line11 - f.line12
    f.line14 = part(law.minimumTaxRate, f.line13)
    f.line16 = f.line14
    f.line17 = ct6251.line20
    f.line18 = atLeastZero(f.line16 - f.line17)
    f.line20 = f.line18
    f.line21 = ct6251.line23
    f.line22 = atLeastZero(f.line21 - f.line20)
    f.line24 = f.line22
  },
})
