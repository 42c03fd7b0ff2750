/** What must be paid of a year's tax during the year, by the safe harbours. IRC §6654(d)(1), (e); Form 2210 Part I. */
import { type Form2210, figureForm2210 } from '../forms/form2210.ts'
import { type EstimatedLaw, federalEstimated } from '../law/federal/estimated.ts'
import type { FiguredYear } from '../timeline.ts'

/** Tax of the year before and its adjusted gross income. */
export interface PriorYear {
  readonly tax: number
  readonly agi: number
}

/** A year's tax as estimated tax looks at it. Dollars. */
export interface TaxToPay {
  readonly tax: { readonly afterCredits: number; readonly other: number }
  readonly agi: number
  readonly withheld: number
  /** Null where it is not known: then only the year's own tax counts. */
  readonly prior: PriorYear | null
}

/** Why nothing need be paid during the year: too little is left after withholding, or there was no tax the year before. */
export type Exempt = 'littleLeft' | 'noTaxBefore'

/** Form 2210 Part I, and why it does not matter where it does not. */
export interface RequiredPayment {
  readonly form2210: Form2210
  readonly exempt: Exempt | null
}

/** The required annual payment, line 9. Line 8 is NaN where the year before is not known or does not count. */
export function requiredPayment({ tax, agi, withheld, prior }: TaxToPay, law: EstimatedLaw): RequiredPayment {
  const counts = prior !== null && agi < law.currentYearOnlyFrom
  const rate = prior && prior.agi > law.highIncome ? law.highIncomeRate : law.priorYearRate
  const form2210 = figureForm2210(
    { tax, paid: { withheld }, prior: counts ? { tax: prior.tax, rate } : { tax: Number.NaN, rate: Number.NaN } },
    law,
  )
  const noTaxBefore = prior !== null && (prior.tax <= 0 || prior.tax < law.leastPriorYear)
  return { form2210, exempt: form2210.line7 < law.least ? 'littleLeft' : noTaxBefore ? 'noTaxBefore' : null }
}

/** A federal year as estimated tax looks at it. */
export const federalToPay = ({ return: r, income, before }: FiguredYear): TaxToPay => ({
  tax: { afterCredits: r.form1040.line22, other: r.form1040.line23 },
  agi: r.form1040.line11a,
  withheld: income.withheld,
  prior: before && priorOf(before),
})

/** The same of a year of the case, by its federal law. */
export const federalRequired = (figured: FiguredYear): RequiredPayment =>
  requiredPayment(federalToPay(figured), federalEstimated(figured.status))

/** Tax and income of the year before; none where a year as filed does not state them. */
function priorOf(before: NonNullable<FiguredYear['before']>): PriorYear | null {
  if (!('filed' in before)) return { tax: before.return.form1040.line24, agi: before.return.form1040.line11a }
  const { totalTax, agi } = before.filed
  return totalTax === null ? null : { tax: totalTax, agi }
}
