/** The credit log: year by year what the AMT was, what it made of credit, what came back and what is left. */
import type { CreditYear } from '@isoline/engine'
import { dollars, sparseDollars } from './money.ts'
import type { Page } from './page.ts'
import { fitting, tableOf } from './table.ts'
import { listed } from './text.ts'

/** The log as a table. What never comes back is a column only where there is such a part. */
export function creditLogTable(log: readonly CreditYear[], page: Page): string[] {
  const some = (name: 'exclusionPart' | 'amt' | 'generated'): boolean => log.some((year) => Math.abs(year[name]) >= 0.5)
  const columns = (limited: boolean) => [
    { head: '\n\nYear' },
    { head: '\n\nAMT', align: 'right' as const, shown: some('amt') },
    { head: 'Never\ncomes\nback', align: 'right' as const, shown: some('exclusionPart') },
    { head: '\nCredit\nmade', align: 'right' as const, shown: some('generated') },
    { head: '\nCredit\nused', align: 'right' as const },
    { head: 'Into\nnext\nyear', align: 'right' as const },
    { head: '\nAMT basis\noutstanding', align: 'right' as const, shown: log.some((year) => amtBasis(year) > 0) },
    { head: '\nLimited\nby', shown: limited },
  ]
  const rows = log.map((year) => [
    String(year.year),
    ...[year.amt, year.exclusionPart, year.generated, year.used, year.intoNextYear, amtBasis(year)].map(sparseDollars),
    limitWords(year),
  ])
  return fitting(
    [true, false].map((limited) => () => tableOf(columns(limited), rows, page)),
    page,
  )
}

/** AMT basis of the shares held on December 31 whose two bases differ. */
const amtBasis = ({ lots }: CreditYear): number => lots.reduce((sum, lot) => sum + lot.amtBasis, 0)

function limitWords({ limitedBy, gap }: CreditYear): string {
  switch (limitedBy) {
    case 'gap':
      return gap > 0 ? 'gap' : 'no gap'
    case 'credit':
      return 'all used'
    case 'noCredit':
      return ''
  }
}

/** What the words and signs of the table mean, as far as they occur. */
export function creditLogMeaning(log: readonly CreditYear[]): string[] {
  const negative = log.filter(({ generated }) => generated <= -0.005)
  const last = log.at(-1)
  const above = last?.lots.reduce((sum, { difference }) => sum + difference, 0) ?? 0
  const years = listed(negative.slice(0, 3).map(({ year }) => String(year)))
  return [
    ...(log.some(({ limitedBy }) => limitedBy === 'gap')
      ? [
          'Gap: regular tax (less the credits that come first) less tentative minimum tax, Form 8801 line 24. No more credit than that comes back in a year; the rest is carried on and does not expire.',
        ]
      : []),
    ...(negative.length > 0
      ? [
          `Credit made is below zero in ${negative.length > 3 ? `${negative.length} years` : years}: the tax on exclusion items alone, which never comes back, was more than the AMT of the year. The difference is taken off the credit carried on (line 18 of the next Form 8801).`,
        ]
      : []),
    ...(last && above >= 0.5
      ? [
          `At the end of ${last.year} the AMT basis outstanding is ${dollars(above)} above the regular basis of the same shares. A sale unwinds it, and lets credit back with it.`,
        ]
      : []),
  ]
}
