/** The years side by side, what they come to, and the lines of every form with a column for each year. */
import type { WorkSheet } from '@e965/xlsx'
import type { Dossier, FormLine, FormPage } from '../dossier.ts'
import { type Cell, count, date, dollars, known, sheetOf, text, total, year } from './cells.ts'

type Year = Dossier['project']['years'][number]

/** A row for each year: both taxes, the credit, what is to be paid. */
export function yearSheet(years: readonly Year[]): WorkSheet {
  const rows = years.map(({ year: of, status, projected, summary: s, cash }): Cell[] => [
    ...[year(of), text(status), text(grounds(projected)), dollars(s.agi), dollars(s.deduction)],
    ...[s.taxableIncome, s.regularTax, s.amti, s.exemption, s.tentativeMinimumTax, s.amt].map(dollars),
    ...[s.niit, s.additionalMedicareTax, s.minimumTaxCreditUsed, s.totalTax].map(dollars),
    ...[known(cash.stateTax), known(cash.withheld), known(cash.balanceDue), date(cash.dueOn)],
    ...[known(cash.left), known(cash.lowest?.left ?? null), date(cash.lowest?.on ?? null)],
  ])
  const sum = (column: number, amount: (of: Year) => number): Cell => total(column, 2, years.map(amount))
  const totals: Cell[] = [
    ...[text('Total'), ...Array.from({ length: 9 }, () => null), sum(10, ({ summary }) => summary.amt)],
    ...[sum(11, ({ summary }) => summary.niit), sum(12, ({ summary }) => summary.additionalMedicareTax)],
    ...[sum(13, ({ summary }) => summary.minimumTaxCreditUsed), sum(14, ({ summary }) => summary.totalTax)],
  ]
  return sheetOf(
    yearColumns.map((head) => [head, Math.max(12, head.length + 3)]),
    [...rows, totals],
  )
}

const yearColumns = [
  ...(['Year', 'Status', 'Projected', 'AGI', 'Deduction', 'Taxable income', 'Regular tax', 'AMT income'] as const),
  ...(['Exemption', 'Tentative minimum tax', 'AMT', 'NIIT', 'Additional Medicare tax', 'Credit used'] as const),
  ...(['Total federal tax', 'State tax', 'Withheld', 'Balance due', 'Due on', 'Free cash at the end'] as const),
  ...(['Lowest free cash', 'Lowest on'] as const),
]

const grounds = ({ law, income }: Year['projected']): string =>
  [...(law ? ['law'] : []), ...(income ? ['income'] : [])].join(', ')

/** What the file is, and what it comes to; totals point to the sheets that have them. */
export function summarySheet({ company, asOf, rounding, project, version, fingerprint }: Dossier): WorkSheet {
  const { years, creditLog } = project
  const [first, last] = [years[0]?.year ?? 0, years.at(-1)?.year ?? 0]
  const bottom = years.length + 2
  const sum = (amount: (each: (typeof creditLog)[number]) => number): number =>
    creditLog.reduce((all, each) => all + amount(each), 0)
  const from = (sheet: string, cell: string, v: number): Cell => ({ ...dollars(v), t: 'n', f: `'${sheet}'!${cell}` })
  const totalTax = years.reduce((all, { summary }) => all + summary.totalTax, 0)
  const end = creditLog.at(-1)?.intoNextYear ?? 0
  const rows: Cell[][] = [
    [text('Company'), text(company)],
    [text('As of'), date(asOf)],
    [text('Years'), text(`${first} to ${last}`)],
    [text('Rounding'), text(rounding === 'exact' ? 'exact figures' : 'as filed: Tax Table under $100,000')],
    [text('Federal tax of all years'), from('Years', `O${bottom}`, totalTax)],
    [
      text('AMT of all years'),
      from(
        'Credit log',
        `E${bottom}`,
        sum(({ amt }) => amt),
      ),
    ],
    [
      text('Minimum tax credit made'),
      from(
        'Credit log',
        `G${bottom}`,
        sum(({ generated }) => generated),
      ),
    ],
    [
      text('Minimum tax credit used'),
      from(
        'Credit log',
        `C${bottom}`,
        sum(({ used }) => used),
      ),
    ],
    [text(`Minimum tax credit into ${last + 1}`), from('Credit log', `H${bottom - 1}`, end)],
    [text('Lots'), count(project.lots.length)],
    [text('Isoline'), text(version)],
    [text('Fingerprint of the law tables'), text(fingerprint)],
    [
      text('How to read it'),
      text('Totals and the running logs are formulas; lines of forms are what the engine figured.'),
    ],
  ]
  return sheetOf(
    [
      ['What', 34],
      ['', 60],
    ],
    rows,
  )
}

/** Of each form that some year needed, a sheet with its lines and a column for each year. */
export function formSheets(pages: readonly FormPage[]): { readonly name: string; readonly sheet: WorkSheet }[] {
  const ids = [...new Set(pages.map(({ id }) => id))]
  return ids.map((id) => {
    const own = pages.filter((page) => page.id === id)
    return { name: own[0]?.title ?? id, sheet: formSheet(own) }
  })
}

/** Words name figures of a year: they are those of the last year shown. */
function formSheet(pages: readonly FormPage[]): WorkSheet {
  const lines = new Map<string, FormLine>()
  for (const { lines: own } of pages) for (const line of own) lines.set(line.name, line)
  const byYear = pages.map(({ lines: own }) => new Map(own.map((line) => [line.name, line])))
  const rows = [...lines.values()].map(({ name, number, words }): Cell[] => [
    ...[text(number), text(words === '' ? name : words)],
    ...byYear.map((own) => {
      const line = own.get(name)
      return line === undefined ? null : line.dollars ? dollars(line.amount) : count(line.amount)
    }),
  ])
  const last = pages.at(-1)?.year ?? 0
  return sheetOf(
    [['Line', 6], [`What it says (figures of ${last})`, 80], ...pages.map((page) => [String(page.year), 16] as const)],
    rows,
  )
}
