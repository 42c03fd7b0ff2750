/**
 * Every figure a tax year needs, named once. A year's table must give each (it does not compile otherwise); a form
 * reads them as `law.name`. Rates are basis points. IRC section 1(f), 63(c), 55(d)(4) give the indexing and rounding.
 */
import type { Figure, FigureMeaning } from '../law.ts'

// IRC §1(f)(7), (j)(3)(B): unmarried and separate filers' amounts move by 25
const bracket = { by: 'prices', to: 50, round: 'down', steps: { single: 25, mfs: 25 } } as const
const fifties = { by: 'prices', to: 50, round: 'down' } as const
// §63(c)(2)(A): a joint standard deduction is twice the single one
const standard = { by: 'prices', to: 50, round: 'down', steps: { mfj: 100, qss: 100 } } as const
// §55(d)(1)(C), (b)(1)(A)(iii): half of the joint amount
const hundreds = { by: 'prices', to: 100, round: 'nearest', steps: { mfs: 50 } } as const
// §55(d)(2)(B): half of the joint amount for everyone else
const halfOfJoint = { by: 'prices', to: 100, round: 'nearest', steps: { single: 50, mfs: 50, hoh: 50 } } as const
const schedule = { by: 'schedule' } as const

export const federalFigures = {
  rate1: { means: 'lowest rate of tax', unit: 'rate' },
  rate2: { means: 'second rate of tax', unit: 'rate' },
  rate3: { means: 'third rate of tax', unit: 'rate' },
  rate4: { means: 'fourth rate of tax', unit: 'rate' },
  rate5: { means: 'fifth rate of tax', unit: 'rate' },
  rate6: { means: 'sixth rate of tax', unit: 'rate' },
  rate7: { means: 'highest rate of tax', unit: 'rate' },
  rate1Top: { means: 'top of the lowest bracket', unit: 'dollars', indexing: bracket },
  rate2Top: { means: 'top of the second bracket', unit: 'dollars', indexing: bracket },
  rate3Top: { means: 'top of the third bracket', unit: 'dollars', indexing: bracket },
  rate4Top: { means: 'top of the fourth bracket', unit: 'dollars', indexing: bracket },
  rate5Top: { means: 'top of the fifth bracket', unit: 'dollars', indexing: bracket },
  rate6Top: { means: 'start of the highest bracket', unit: 'dollars', indexing: bracket },
  taxTableCeiling: { means: 'income below which the Tax Table must be used', unit: 'dollars' },
  standardDeduction: { means: 'standard deduction', unit: 'dollars', indexing: standard },
  additionalStandardDeduction: {
    means: 'additional standard deduction for each box (65 or older, blind)',
    unit: 'dollars',
    indexing: fifties,
  },
  dependentStandardDeduction: {
    means: "least standard deduction of another's dependent",
    unit: 'dollars',
    indexing: fifties,
  },
  dependentEarnedIncomeAddition: {
    means: "addition to a dependent's earned income",
    unit: 'dollars',
    indexing: fifties,
  },
  gains0Ceiling: { means: 'taxable income up to which gain is taxed at 0 %', unit: 'dollars', indexing: bracket },
  gains15Ceiling: { means: 'taxable income up to which gain is taxed at 15 %', unit: 'dollars', indexing: fifties },
  gains15Rate: { means: 'middle rate on net capital gain', unit: 'rate' },
  gains20Rate: { means: 'highest rate on net capital gain', unit: 'rate' },
  gains25Rate: { means: 'rate on unrecaptured section 1250 gain', unit: 'rate' },
  gains28Rate: { means: 'rate on collectibles and section 1202 gain', unit: 'rate' },
  capitalLossLimit: { means: 'net capital loss allowed against other income', unit: 'dollars' },
  amtExemption: { means: 'AMT exemption', unit: 'dollars', indexing: hundreds },
  amtPhaseoutStart: {
    means: 'AMT income at which the exemption starts to phase out',
    unit: 'dollars',
    indexing: halfOfJoint,
  },
  amtPhaseoutRate: { means: 'rate at which the exemption phases out', unit: 'rate' },
  amtBreakpoint: { means: 'amount up to which the lower AMT rate applies', unit: 'dollars', indexing: hundreds },
  amtLowRate: { means: 'lower AMT rate', unit: 'rate' },
  amtHighRate: { means: 'higher AMT rate', unit: 'rate' },
  amtiIncreaseRate: { means: 'rate of the increase of AMT income of married persons filing separately', unit: 'rate' },
  overallLimitationRestored: {
    means: 'whether AMT income gives back the overall limit on itemized deductions',
    unit: 'switch',
  },
  nonItemizerGiftAllowedInAmt: { means: 'whether the gift of a non-itemizer stays deducted for AMT', unit: 'switch' },
  exclusionGainsRegular: {
    means: 'whether Form 8801 lines 28 to 30 take gains as figured for the regular tax',
    unit: 'switch',
  },
  creditShortfallForgiven: {
    means: 'whether a Form 8801 line 21 below zero is left behind',
    unit: 'switch',
  },
  amtKiddieExemption: { means: "cap on a child's exemption beyond earned income (not in force)", unit: 'dollars' },
  saltCap: { means: 'limit on state and local taxes before it is reduced', unit: 'dollars', indexing: schedule },
  saltPhaseDownStart: { means: 'income above which that limit is reduced', unit: 'dollars', indexing: schedule },
  saltPhaseDownRate: { means: 'rate at which that limit is reduced', unit: 'rate', indexing: schedule },
  saltFloor: { means: 'least limit on state and local taxes', unit: 'dollars' },
  saltShare: { means: 'share of the limit this status may use, taken last', unit: 'rate' },
  charityFloorRate: { means: 'part of income that itemized gifts must exceed', unit: 'rate' },
  charityCashRate: { means: 'limit on cash gifts to public charities', unit: 'rate' },
  charityCashSetAsideRate: {
    means: 'part of cash gifts that takes no room from gifts to other charities',
    unit: 'rate',
  },
  charityFiftyRate: { means: 'limit on gifts to public charities other than cash', unit: 'rate' },
  charityThirtyRate: { means: 'limit on gifts to other charities', unit: 'rate' },
  charityStockRate: { means: 'limit on appreciated stock given to public charities', unit: 'rate' },
  charityTwentyRate: { means: 'limit on appreciated stock given to other charities', unit: 'rate' },
  charityCarryYears: { means: 'years an excess gift carries forward', unit: 'count' },
  nonItemizerGiftCap: { means: 'most a non-itemizer may deduct for cash gifts', unit: 'dollars' },
  overallLimitationParts: { means: 'parts of the overall limit on itemized deductions', unit: 'count' },
  overallLimitationWhole: { means: 'whole those parts are taken of', unit: 'count' },
  seniorDeduction: { means: 'deduction for each person 65 or older', unit: 'dollars', indexing: schedule },
  seniorDeductionStart: { means: 'income above which the deduction for seniors shrinks', unit: 'dollars' },
  seniorDeductionRate: { means: 'rate at which the deduction for seniors shrinks', unit: 'rate' },
  niitRate: { means: 'rate of the net investment income tax', unit: 'rate' },
  niitThreshold: { means: 'income above which the net investment income tax applies', unit: 'dollars' },
  additionalMedicareRate: { means: 'rate of the Additional Medicare Tax', unit: 'rate' },
  additionalMedicareThreshold: { means: 'wages above which the Additional Medicare Tax applies', unit: 'dollars' },
  additionalMedicareWithholdingThreshold: {
    means: 'wages above which an employer withholds Additional Medicare Tax',
    unit: 'dollars',
  },
  socialSecurityWageBase: {
    means: 'wages subject to social security tax',
    unit: 'dollars',
    indexing: { by: 'wages', to: 300, round: 'nearest' },
  },
  socialSecurityRate: { means: "employee's social security rate", unit: 'rate' },
  medicareRate: { means: "employee's Medicare rate", unit: 'rate' },
  foreignTaxCreditWithoutForm1116: { means: 'foreign tax credit that may be taken without Form 1116', unit: 'dollars' },
} as const satisfies Record<string, FigureMeaning>

/** The name of a federal figure. */
export type FigureName = keyof typeof federalFigures

/** One tax year's federal figures, each with its authority and status. */
export interface FederalTable {
  readonly year: number
  /** Set on a table made by `project`: the year of the last published table and the inflation assumed. */
  readonly projectedFrom?: { readonly year: number; readonly inflation: number; readonly wageGrowth: number }
  readonly figures: { readonly [Name in FigureName]: Figure }
}
