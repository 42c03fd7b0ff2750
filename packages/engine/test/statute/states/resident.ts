/** What the second workings of states start from: a whole-year resident's amounts, read off no form. Dollars; losses negative. */
import type { Status } from '../figures.ts'

export interface Resident {
  readonly year: number
  readonly status: Status
  /** The state's own itemized deductions are taken. */
  readonly itemizes: boolean
  readonly dependents: number
  readonly filers: number
  readonly aged: number
  readonly blind: number
  /** All wages and compensation, and the part of it that payroll tax is withheld from. */
  readonly wages: number
  readonly payrollWages: number
  readonly interest: number
  readonly dividends: number
  readonly otherIncome: number
  /** Gains of the year alone, and losses carried in, positive. */
  readonly short: number
  readonly long: number
  readonly shortCarried: number
  readonly longCarried: number
  readonly realEstateTax: number
  readonly mortgageInterest: number
  readonly gifts: { readonly [kind in 'cash' | 'property' | 'stock' | 'others' | 'othersStock']: number }
  /** State income tax that came back, as federal income counts it. */
  readonly refund: number
  /** Federal AMT: what the exercise adds, depletion, private activity bonds, and every other adjustment. */
  readonly spread: number
  readonly depletion: number
  readonly bonds: number
  readonly adjustments: number
  /** Federal income tax with AMT after nonrefundable credits. */
  readonly federalTax: number
  readonly creditIn: number
}

/** Gain as it enters federal income: a loss up to 3,000, separately 1,500. IRC §1211(b). */
export const gainIncluded = (status: Status, gain: number): number => Math.max(gain, status === 'mfs' ? -1_500 : -3_000)

/** Federal adjusted gross income. */
export const federalIncome = (x: Resident): number =>
  x.wages +
  x.interest +
  x.dividends +
  x.otherIncome +
  gainIncluded(x.status, x.short + x.long - x.shortCarried - x.longCarried)

/** Tax slice by slice: each slice ends where the next begins; rates in percent, one more than ends. */
export function bySlices(ends: readonly number[], percents: readonly number[], income: number): number {
  let [tax, below] = [0, 0]
  for (const [i, percent] of percents.entries()) {
    const end = ends[i] ?? Number.POSITIVE_INFINITY
    if (income > below) tax += ((Math.min(income, end) - below) * percent) / 100
    below = end
  }
  return tax
}
