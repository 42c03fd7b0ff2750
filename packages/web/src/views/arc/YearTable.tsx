import type { CreditYear, ProjectAnswer, ProjectYear, ScenarioFile } from '@isoline/engine'
import type { ReactNode } from 'react'
import { Chip } from '../../parts/Chip.tsx'
import { Delta } from '../../parts/Delta.tsx'
import { Figure } from '../../parts/Figure.tsx'
import { amount, exactMoney } from '../../words/money.ts'
import type { Act } from './acts.ts'
import { actSentence } from './actWords.ts'
import type { Measures } from './geometry.ts'
import classes from './Years.module.css'

interface YearOf {
  readonly year: ProjectYear
  readonly credit: CreditYear | undefined
}

interface Row {
  readonly name: string
  readonly of: (year: YearOf) => number | null
  /** What opens: a name that `explain` takes. */
  readonly explain?: string
  /** Left out where every year has nothing. */
  readonly some?: boolean
}

const rows: readonly Row[] = [
  { name: 'Regular tax', of: ({ year }) => year.summary.regularTax, explain: 'regularTax' },
  { name: 'AMT', of: ({ year }) => year.summary.amt, explain: 'amt' },
  { name: 'Net investment tax', of: ({ year }) => year.summary.niit, explain: 'niit' },
  { name: 'Credit generated', of: ({ credit }) => credit?.generated ?? null },
  { name: 'Credit used', of: ({ year }) => year.summary.minimumTaxCreditUsed, explain: 'minimumTaxCreditUsed' },
  { name: 'Credit carried out', of: ({ credit }) => credit?.intoNextYear ?? null },
  { name: 'State tax', of: ({ year }) => year.cash.stateTax, some: true },
  { name: 'Strike', of: ({ year }) => year.cash.strike, some: true },
  { name: 'Sales bring', of: ({ year }) => year.cash.proceeds, some: true },
  { name: 'Cash, December 31', of: ({ year }) => year.cash.left },
  { name: 'Cash, lowest to April', of: ({ year }) => year.cash.lowest?.left ?? null },
]

/** The years as a table under the pictures, in the same columns: their twin for whoever reads. */
export function YearTable({
  project,
  file,
  pinned,
  acts,
  prices,
  measures,
}: {
  readonly project: ProjectAnswer
  /** What the numbers are of, for their explanations. */
  readonly file: ScenarioFile
  readonly pinned: ProjectAnswer | undefined
  readonly acts: readonly Act[]
  readonly prices: readonly (number | null)[]
  readonly measures: Measures
}) {
  const years = yearsOf(project)
  const before = pinned && yearsOf(pinned)
  return (
    <table className={classes.table} style={{ width: measures.width }}>
      <caption className="sr">Year by year: what the plan does, the price, tax by kind, credit and cash</caption>
      <colgroup>
        <col style={{ width: measures.gutter }} />
        {years.map(({ year: { year } }) => (
          <col key={year} style={{ width: measures.column }} />
        ))}
      </colgroup>
      <thead className="sr">
        <tr>
          <th scope="col">Year</th>
          {years.map(({ year: { year } }) => (
            <th key={year} scope="col">
              {year}
            </th>
          ))}
        </tr>
        <tr>
          <th scope="row">Actions</th>
          {years.map(({ year: { year } }) => (
            <td key={year}>{actsIn(acts, year)}</td>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">Price, path</th>
          {prices.map((price, i) => (
            <td key={years[i]?.year.year}>{price === null ? <Missing /> : exactMoney(price)}</td>
          ))}
        </tr>
        {rows
          .filter(({ some, of }) => !some || years.some((year) => of(year) !== 0))
          .map((row) => (
            <tr key={row.name}>
              <th scope="row">{row.name}</th>
              {years.map((each) => (
                <td key={each.year.year}>
                  <Cell row={row} of={each} file={file} />
                  <Delta now={row.of(each)} before={beforeOf(row, before, each)} />
                </td>
              ))}
            </tr>
          ))}
      </tbody>
    </table>
  )
}

const yearsOf = ({ years, creditLog }: ProjectAnswer): YearOf[] =>
  years.map((year) => ({ year, credit: creditLog.find((each) => each.year === year.year) }))

function beforeOf(row: Row, before: readonly YearOf[] | undefined, { year }: YearOf): number | null {
  const same = before?.find((each) => each.year.year === year.year)
  return same ? row.of(same) : null
}

const actsIn = (acts: readonly Act[], year: number): string =>
  acts
    .filter((act) => act.year === year)
    .map(actSentence)
    .join('; ') || 'nothing'

const Missing = (): ReactNode => <Chip tone="missing">?</Chip>

function Cell({ row, of, file }: { readonly row: Row; readonly of: YearOf; readonly file: ScenarioFile }) {
  const value = row.of(of)
  if (value === null) return <Missing />
  if (Math.abs(value) < 0.5) return <span className={classes.quiet}>0</span>
  const words = amount(value)
  if (row.explain)
    return (
      <Figure name={row.explain} year={of.year.year} file={file}>
        {words}
      </Figure>
    )
  return <span className={value < 0 && row.name.startsWith('Cash') ? classes.short : undefined}>{words}</span>
}
