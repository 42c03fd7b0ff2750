/** What has been read of a file so far. Readers of formats write into it. */
import { type Cell, quoted, RowFault, shownText } from '../read/cells.ts'
import { refused } from '../read/limits.ts'
import type {
  Found,
  GrantFact,
  Imported,
  LeftOut,
  LotFact,
  Paper,
  PriceFact,
  Provenance,
  SaleFact,
  Total,
  Unread,
} from './found.ts'

/** Rows of one reason that are named by number; the count goes on. */
const rowsNamed = 20

export class Draft {
  readonly file: string
  readonly readOn: string
  sheet: string | undefined
  /** What places in the file are. */
  unit: 'row' | 'page' | 'item' = 'row'
  readonly grants: Found<GrantFact>[] = []
  readonly lots: Found<LotFact>[] = []
  readonly sales: Found<SaleFact>[] = []
  readonly prices: Found<PriceFact>[] = []
  readonly papers: Found<Paper>[] = []
  readonly unread: Unread[] = []
  readonly totals: Total[] = []
  readonly notes: string[] = []
  readonly #leftOut = new Map<string, { rows: number[]; count: number }>()

  constructor(file: string, readOn: string) {
    this.file = file
    this.readOn = readOn
  }

  grant(fact: GrantFact, row?: number): void {
    this.grants.push({ fact, from: this.from(row) })
  }

  lot(fact: LotFact, row?: number): void {
    this.lots.push({ fact, from: this.from(row) })
  }

  sale(fact: SaleFact, row?: number): void {
    this.sales.push({ fact, from: this.from(row) })
  }

  price(fact: PriceFact, row?: number): void {
    this.prices.push({ fact, from: this.from(row) })
  }

  paper(fact: Paper, row?: number): void {
    this.papers.push({ fact, from: this.from(row) })
  }

  leaveOut(reason: string, row: number): void {
    const known = this.#leftOut.get(reason) ?? { rows: [], count: 0 }
    if (known.rows.length < rowsNamed) known.rows.push(row)
    known.count++
    this.#leftOut.set(reason, known)
  }

  /** Compares a total of the file with the sum of what was read; half a cent a row may be lost by its rounding. */
  total(what: string, stated: number, ours: number, rows: number): void {
    const agrees = Math.abs(stated - ours) <= 0.005 * (rows + 1)
    this.totals.push({ what, stated, ours: Math.round(ours * 1e4) / 1e4, agrees })
  }

  /**
   * Reads a row; one that cannot be read is kept with the reason.
   * @throws InputError where dates may have the day before the month: then no date of the file is sure.
   */
  attempt(row: number, cells: readonly Cell[], read: () => void): void {
    try {
      read()
    } catch (error) {
      if (!(error instanceof RowFault)) throw error
      if (error.dayFirst)
        throw refused(
          this.file,
          'dayFirst',
          `${this.unit} ${row}: ${error.message}. If that is so, every date would be read wrongly, so nothing was read. Save dates as YYYY-MM-DD, or correct the row.`,
        )
      this.cannotRead(row, cells, error.message)
    }
  }

  cannotRead(row: number, cells: readonly Cell[], reason: string): void {
    const shown = cells.slice(0, 60).map((cell) => shownText(cell).slice(0, 100))
    this.unread.push({ from: this.from(row), cells: shown, reason })
  }

  from(row?: number): Provenance {
    const { file, readOn, sheet, unit } = this
    return { file, ...(sheet !== undefined && { sheet }), ...(row !== undefined && { [unit]: row }), readOn }
  }

  imported(format: Imported['format']): Imported {
    const { file, readOn, grants, lots, sales, prices, papers, unread, totals, notes } = this
    const leftOut: LeftOut[] = [...this.#leftOut].map(([reason, { rows, count }]) => ({ reason, rows, count }))
    return { file, readOn, format, grants, lots, sales, prices, papers, unread, leftOut, totals, notes }
  }
}

/** Whether an option is an ISO, by what files call it; undefined where the words do not say. */
export function optionKind(words: string): 'iso' | 'nso' | undefined {
  if (/non|nq|nso/i.test(words)) return 'nso'
  return /iso|incentive/i.test(words) ? 'iso' : undefined
}

/** The fault of a row whose currency is not dollars. */
export function dollarsOnly(currency: string): void {
  if (currency !== '' && currency.toUpperCase() !== 'USD')
    throw new RowFault(`${quoted(currency)} is another currency; give the amount in dollars`)
}
