/** Estimated tax of the states of a year: California's, on its own returns. R&TC §§19136 to 19136.3; Form FTB 5805. */
import type { Case } from '../case.ts'
import { estimatedOfCalifornia } from '../law/states/estimatedCA.ts'
import { type StateYear, type StateYearReturn, stateYear, stateYears, withheldFor } from '../stateYears.ts'
import type { FiguredYear } from '../timeline.ts'
import type { AnnualizedReturn } from './payAnnualized.ts'
import type { Payer } from './payInstallments.ts'
import { federalToPay, type PriorYear } from './requiredPayment.ts'

/** The one state whose estimated tax is figured. */
const california = 'CA'

/** The states of the years of a case as estimated tax looks at them. */
export interface PayStates {
  /** The states of the year asked about. */
  readonly year: StateYear
  /** California's installments; null where it asks for nothing. */
  readonly california: Omit<Payer, 'days'> | null
  /** States that tax the year and whose estimated tax is not figured. */
  readonly others: readonly string[]
}

/**
 * California's payer beside the federal one. Its prior year is the case's own where it has one, else `taxBefore` with the federal
 * income of that year; its annualized returns stand on the federal ones of a resident of the whole year.
 */
export function payStates(
  of: Case,
  years: readonly FiguredYear[],
  annualized: readonly AnnualizedReturn[] | null,
  taxBefore: number | null,
): PayStates {
  const figured = years.at(-1) as FiguredYear
  const all = stateYears(of, years)
  const year = all.at(-1) as StateYear
  const own = ofCalifornia(year)
  const others = year.returns.filter(({ state, summary }) => state !== california && summary.tax > 0)
  return {
    ...{ year, others: others.map(({ state }) => state) },
    california: own
      ? {
          law: estimatedOfCalifornia(figured.status),
          toPay: {
            tax: { afterCredits: own.summary.tax, other: 0 },
            agi: incomeOf(own),
            withheld: withheldFor(figured.income, california),
            prior: priorOf(all.at(-2), figured, taxBefore),
          },
          // The file names no payments to a state
          payments: [],
          annualized: annualized && annualizedTax(of, figured, year, own, annualized),
        }
      : null,
  }
}

const ofCalifornia = ({ returns }: StateYear): StateYearReturn | undefined =>
  returns.find(({ state }) => state === california)

/** California adjusted gross income, Form 540 line 17. */
const incomeOf = ({ sheets }: StateYearReturn): number => sheets['form540']?.['line17'] ?? Number.NaN

function priorOf(before: StateYear | undefined, figured: FiguredYear, taxBefore: number | null): PriorYear | null {
  const own = before && ofCalifornia(before)
  // A part of a year is no year of twelve months, and its tax sets no harbour
  if (own?.residency === 'resident') return { tax: own.summary.tax, agi: incomeOf(own) }
  const { prior } = federalToPay(figured)
  return taxBefore === null || !prior ? null : { tax: taxBefore, agi: prior.agi }
}

function annualizedTax(
  of: Case,
  figured: FiguredYear,
  { creditsIn }: StateYear,
  own: StateYearReturn,
  annualized: readonly AnnualizedReturn[],
): readonly number[] | null {
  const { gains, amtGains } = figured.facts
  const carried = [gains, amtGains].some(({ shortCarryover, longCarryover }) => shortCarryover + longCarryover > 0)
  // Its own count of losses carried in stands beside the federal one, and which part of it is a period's is not figured
  if (own.residency !== 'resident' || carried) return null
  const taxes = annualized.map(({ facts, return: r }) => {
    const { returns } = stateYear(of, { ...figured, facts, return: r }, creditsIn)
    return returns.find(({ state }) => state === california)?.summary.tax ?? Number.NaN
  })
  return taxes.some(Number.isNaN) ? null : taxes
}
