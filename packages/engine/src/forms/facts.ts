/**
 * What a tax year starts from, before any form: one person's or couple's amounts in dollars. Every field is a number so
 * that the forms can read them fast; `scenario/` turns files into facts and lists what it had to assume.
 */

/** Which deduction to take: the one with the lowest total tax (ties to the larger), the larger one, or one of the two. */
export type DeductionChoice = 'lowestTax' | 'larger' | 'standard' | 'itemized'

/** Gains and losses of one tax system, before that system's loss limit. Dollars; losses negative, carryovers positive. */
export interface Gains {
  /** Net short-term gain or loss of the year that is on no Form 8949. */
  short: number
  /** Net long-term gain or loss of the year that is on no Form 8949. */
  long: number
  /** Net gain or loss on Form 8949 by the box checked: basis reported to the IRS, not reported, no Form 1099-B. */
  shortA: number
  shortB: number
  shortC: number
  longD: number
  longE: number
  longF: number
  /** Part of the long-term gain taxed at up to 28 %: collectibles and section 1202 gain not excluded. May be negative. */
  collectibles: number
  /** Part of the long-term gain that is unrecaptured section 1250 gain. */
  unrecaptured1250: number
  /** Short-term loss carried in from earlier years, positive. */
  shortCarryover: number
  /** Long-term loss carried in from earlier years, positive. */
  longCarryover: number
}

export interface Facts {
  /** Form W-2 box 5 wages, without what options and their shares bring. */
  wages: number
  /** Wages from nonstatutory options, in Form W-2 boxes 1 and 5. IRC §83(a). */
  optionWages: number
  /** Compensation from disqualifying dispositions of ISO shares that Form W-2 box 1 shows. IRC §421(b). */
  compensation: number
  /** The same where the Form W-2 lacks it: Schedule 1 line 8k. Pub. 525. */
  compensationUnreported: number
  /** The part of both that AMT income also counts: shares exercised in the same year. IRC §56(b)(3). */
  amtCompensation: number
  interest: number
  ordinaryDividends: number
  /** Part of the ordinary dividends. */
  qualifiedDividends: number
  otherIncome: number
  gains: Gains
  amtGains: Gains
  /** Boxes checked for the additional standard deduction: 65 or older, blind; self and, on a joint return, spouse. */
  agedOrBlindBoxes: number
  /** Persons on the return who are 65 or older at year end, for Schedule 1-A. */
  seniors: number
  stateAndLocalTaxes: number
  realEstateTaxes: number
  mortgageInterest: number
  /** Gifts of the year by category of IRC §170(b)(1), then what is carried in of each from earlier years. */
  charityCash: number
  /** Part of the cash that a non-itemizer may not deduct: to donor-advised funds and supporting organizations. IRC §170(p)(2). */
  charityCashToFunds: number
  charityOrdinary: number
  charityStock: number
  charityPrivate: number
  charityPrivateStock: number
  charityCashCarried: number
  charityOrdinaryCarried: number
  charityStockCarried: number
  charityPrivateCarried: number
  charityPrivateStockCarried: number
  deductionChoice: DeductionChoice
  /** Whether itemized deductions are given at all; without them the standard deduction is the only one. */
  hasItemized: boolean
  /** Bargain element of ISO shares exercised in the year and still held on December 31. IRC §56(b)(3). */
  isoSpread: number
  /** Lines of Form 6251 that are not modelled enter as they are printed, signed. */
  line2b: number
  line2c: number
  line2d: number
  line2e: number
  line2f: number
  line2g: number
  line2h: number
  line2j: number
  /** Items 1 and 2 of line 2k: Form 4797, and casualties of business property, AMT less regular. */
  line2kForm4797: number
  line2kCasualty: number
  line2l: number
  line2m: number
  line2n: number
  line2o: number
  line2p: number
  line2q: number
  line2r: number
  line2s: number
  line2t: number
  /** Other adjustments that are only a matter of timing; they make minimum tax credit. */
  otherAmtAdjustment: number
  /** Other adjustments that never come back as credit. IRC §53(d)(1)(B)(ii). */
  otherAmtExclusion: number
  foreignTaxCredit: number
  amtForeignTaxCredit: number
  childTaxCredit: number
  /** Every other nonrefundable credit that comes before the minimum tax credit. */
  otherCredits: number
  /** Form 8801 line 18: what the AMT of the year before made of minimum tax credit; may be negative. */
  minimumTaxCreditMade: number
  /** Form 8801 line 19: line 26 of the year before. Where only line 21 is known, that. */
  minimumTaxCredit: number
  /** Form 8801 line 20. IRC §53(d)(1)(B)(iii). */
  vehicleCreditUnallowed: number
  /** Form 8801 line 3 of the following year, zero or negative. */
  minimumTaxCreditNol: number
}

/** What each fact is called where a form mentions it. */
export const factWords = {
  wages: 'wages',
  optionWages: 'wages from nonstatutory options',
  compensation: 'compensation from disqualifying dispositions on the Form W-2',
  compensationUnreported: 'compensation from disqualifying dispositions that the Form W-2 lacks',
  amtCompensation: 'that compensation as AMT income counts it',
  interest: 'taxable interest',
  ordinaryDividends: 'ordinary dividends',
  qualifiedDividends: 'qualified dividends',
  otherIncome: 'other income',
  agedOrBlindBoxes: 'the boxes checked for age or blindness',
  seniors: 'the number of persons 65 or older',
  stateAndLocalTaxes: 'state and local income taxes',
  realEstateTaxes: 'real estate taxes',
  mortgageInterest: 'home mortgage interest',
  charityCash: 'cash given to public charities',
  charityCashToFunds: 'part of it given to donor-advised funds',
  charityOrdinary: 'other property given to public charities',
  charityStock: 'appreciated stock given to public charities',
  charityPrivate: 'gifts to other charities',
  charityPrivateStock: 'appreciated stock given to other charities',
  charityCashCarried: 'cash gifts carried in',
  charityOrdinaryCarried: 'other property gifts carried in',
  charityStockCarried: 'stock gifts carried in',
  charityPrivateCarried: 'gifts to other charities carried in',
  charityPrivateStockCarried: 'stock gifts to other charities carried in',
  isoSpread: 'bargain element of ISO shares exercised and held at year end',
  line2b: 'refund of taxes',
  line2c: 'investment interest difference',
  line2d: 'depletion difference',
  line2e: 'net operating loss deduction',
  line2f: 'AMT net operating loss deduction',
  line2g: 'private activity bond interest',
  line2h: 'small business stock preference',
  line2j: 'estate and trust difference',
  line2kForm4797: 'Form 4797 difference',
  line2kCasualty: 'business casualty difference',
  line2l: 'depreciation difference',
  line2m: 'passive activity difference',
  line2n: 'loss limitation difference',
  line2o: 'circulation cost difference',
  line2p: 'long-term contract difference',
  line2q: 'mining cost difference',
  line2r: 'research cost difference',
  line2s: 'installment sale difference',
  line2t: 'intangible drilling cost preference',
  otherAmtAdjustment: 'other AMT adjustments (timing)',
  otherAmtExclusion: 'other AMT adjustments (exclusion items)',
  foreignTaxCredit: 'foreign tax credit',
  amtForeignTaxCredit: 'foreign tax credit for AMT',
  childTaxCredit: 'child tax credit',
  otherCredits: 'other nonrefundable credits',
  minimumTaxCreditMade: 'minimum tax credit that the year before made',
  minimumTaxCredit: 'minimum tax credit carried in',
  vehicleCreditUnallowed: 'qualified electric vehicle credit not allowed the year before',
  minimumTaxCreditNol: 'minimum tax credit net operating loss deduction',
} as const satisfies { readonly [Name in keyof Facts as Facts[Name] extends number ? Name : never]: string }

/** What each part of a year's gains is called. */
export const gainWords = {
  short: 'net short-term gain or loss other than on Form 8949',
  long: 'net long-term gain or loss other than on Form 8949',
  shortA: 'gains and losses of box A',
  shortB: 'gains and losses of box B',
  shortC: 'gains and losses of box C',
  longD: 'gains and losses of box D',
  longE: 'gains and losses of box E',
  longF: 'gains and losses of box F',
  collectibles: 'gain taxed at up to 28 %',
  unrecaptured1250: 'unrecaptured section 1250 gain',
  shortCarryover: 'short-term loss carried in',
  longCarryover: 'long-term loss carried in',
} as const satisfies { readonly [Name in keyof Gains]: string }

/** No gain and no loss. */
export const noGains: Readonly<Gains> = {
  short: 0,
  long: 0,
  shortA: 0,
  shortB: 0,
  shortC: 0,
  longD: 0,
  longE: 0,
  longF: 0,
  collectibles: 0,
  unrecaptured1250: 0,
  shortCarryover: 0,
  longCarryover: 0,
}

/** Facts with nothing in them: a year of no income. The caller fills in what it knows and answers for what it leaves. */
export const noFacts = (): Facts => ({
  wages: 0,
  optionWages: 0,
  compensation: 0,
  compensationUnreported: 0,
  amtCompensation: 0,
  interest: 0,
  ordinaryDividends: 0,
  qualifiedDividends: 0,
  otherIncome: 0,
  gains: { ...noGains },
  amtGains: { ...noGains },
  agedOrBlindBoxes: 0,
  seniors: 0,
  stateAndLocalTaxes: 0,
  realEstateTaxes: 0,
  mortgageInterest: 0,
  charityCash: 0,
  charityCashToFunds: 0,
  charityOrdinary: 0,
  charityStock: 0,
  charityPrivate: 0,
  charityPrivateStock: 0,
  charityCashCarried: 0,
  charityOrdinaryCarried: 0,
  charityStockCarried: 0,
  charityPrivateCarried: 0,
  charityPrivateStockCarried: 0,
  deductionChoice: 'lowestTax',
  hasItemized: false,
  isoSpread: 0,
  line2b: 0,
  line2c: 0,
  line2d: 0,
  line2e: 0,
  line2f: 0,
  line2g: 0,
  line2h: 0,
  line2j: 0,
  line2kForm4797: 0,
  line2kCasualty: 0,
  line2l: 0,
  line2m: 0,
  line2n: 0,
  line2o: 0,
  line2p: 0,
  line2q: 0,
  line2r: 0,
  line2s: 0,
  line2t: 0,
  otherAmtAdjustment: 0,
  otherAmtExclusion: 0,
  foreignTaxCredit: 0,
  amtForeignTaxCredit: 0,
  childTaxCredit: 0,
  otherCredits: 0,
  minimumTaxCreditMade: 0,
  minimumTaxCredit: 0,
  vehicleCreditUnallowed: 0,
  minimumTaxCreditNol: 0,
})
