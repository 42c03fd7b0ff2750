/** The years of a projection, one line each. */
import type { ProjectAnswer } from '@isoline/engine'
import { sparseDollars } from './money.ts'
import type { Page } from './page.ts'
import { fitting, tableOf } from './table.ts'

type Year = ProjectAnswer['years'][number]

/** What each year owes. A column that is zero in every year is left out. */
export function yearTable(years: readonly Year[], page: Page): string[] {
  const some = (amount: (year: Year) => number): boolean => years.some((year) => Math.abs(amount(year)) >= 0.5)
  const columns = (projected: boolean) => [
    { head: '\nYear' },
    { head: 'Adjusted\ngross income', align: 'right' as const },
    { head: 'Regular\ntax', align: 'right' as const },
    { head: '\nAMT', align: 'right' as const, shown: some(({ summary }) => summary.amt) },
    { head: 'Credit\nused', align: 'right' as const, shown: some(({ summary }) => summary.minimumTaxCreditUsed) },
    { head: '\nOther', align: 'right' as const, shown: some(otherTax) },
    { head: 'Federal\ntax', align: 'right' as const },
    { head: 'State\ntax', align: 'right' as const, shown: years.some(({ cash }) => cash.stateTax !== 0) },
    { head: '\nProjected', shown: projected && years.some(isProjected) },
  ]
  const rows = years.map((year) => {
    const { agi, regularTax, amt, minimumTaxCreditUsed, totalTax } = year.summary
    const amounts = [agi, regularTax, amt, -minimumTaxCreditUsed, otherTax(year), totalTax]
    return [String(year.year), ...amounts.map(sparseDollars), stateTax(year), projectedWords(year)]
  })
  return fitting(
    [true, false].map((projected) => () => tableOf(columns(projected), rows, page)),
    page,
  )
}

/** What stands between the taxes shown and the whole: taxes on investment income and wages, less credits that come first. */
export const otherTax = ({ summary: { totalTax, regularTax, amt, minimumTaxCreditUsed } }: Year): number =>
  totalTax - regularTax - amt + minimumTaxCreditUsed

const stateTax = ({ cash }: Year): string => (cash.stateTax === null ? 'not known' : sparseDollars(cash.stateTax))

const isProjected = ({ projected }: Year): boolean => projected.law || projected.income

const projectedWords = ({ projected: { law, income } }: Year): string =>
  law && income ? 'all' : law ? 'law' : income ? 'income' : ''
