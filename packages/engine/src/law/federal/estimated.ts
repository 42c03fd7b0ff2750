/** The law of estimated tax ready for Form 2210 and what states make of it: bare numbers of one status. IRC §6654. */
import { dateOf, dayNumber, type PlainDate } from '../../date.ts'
import { amountFor, type FilingStatus } from '../law.ts'
import { federalStanding as law } from './standing.ts'

/** Rates in basis points, amounts in dollars; one number for each of the four installments. */
export interface EstimatedLaw {
  /** Parts of this year's tax and of last year's that the required annual payment is the smaller of. */
  readonly currentYearRate: number
  readonly priorYearRate: number
  /** The latter where last year's adjusted gross income was more than `highIncome`. */
  readonly highIncomeRate: number
  readonly highIncome: number
  /** Adjusted gross income of this year from which last year's tax does not count at all; infinite where the law has no such rule. */
  readonly currentYearOnlyFrom: number
  /** Tax after withholding below which nothing is due, and the same of last year's tax where the law asks that. */
  readonly least: number
  readonly leastPriorYear: number
  /** Part of the required annual payment due with each installment. */
  readonly shares: readonly number[]
  /** Part of the tax on annualised income due by each installment. */
  readonly applicable: readonly number[]
}

/** The federal law for a filing status. A prior year without any tax needs nothing paid, IRC §6654(e)(2). */
export const federalEstimated = (status: FilingStatus): EstimatedLaw => ({
  currentYearRate: law.estimatedCurrentYearRate.all,
  priorYearRate: law.estimatedPriorYearRate.all,
  highIncomeRate: law.estimatedHighIncomeRate.all,
  highIncome: amountFor(law.estimatedHighIncome, status),
  currentYearOnlyFrom: Number.POSITIVE_INFINITY,
  least: law.estimatedLeast.all,
  leastPriorYear: 0,
  shares: [1, 2, 3, 4].map(() => law.estimatedInstallmentRate.all),
  applicable: [law.annualizedRate1, law.annualizedRate2, law.annualizedRate3, law.annualizedRate4].map(
    ({ all }) => all,
  ),
})

/** A period of the annualised method: its last day, and what its income is multiplied by. */
export interface AnnualizedPeriod {
  readonly through: PlainDate
  readonly factor: number
}

/** January 1 to March 31, May 31, August 31 and December 31, multiplied by 4, 2.4, 1.5 and 1. Form 2210, Schedule AI line 2. */
export const annualizedPeriods = (taxYear: number): AnnualizedPeriod[] =>
  [law.annualizedMonths1, law.annualizedMonths2, law.annualizedMonths3, law.annualizedMonths4].map(({ all }) => ({
    through: lastDayOf(taxYear, all),
    factor: 12 / all,
  }))

function lastDayOf(year: number, month: number): PlainDate {
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
  return dateOf(dayNumber(next) - 1)
}
