/** A table of any source: finds its headings, then reads the rows below them by name. */
import { type Cell, quoted, shownText } from '../read/cells.ts'
import { NamedRow } from '../read/headings.ts'
import { refused } from '../read/limits.ts'
import type { Draft } from './draft.ts'
import { type Recognized, recognize, type TableFormat, type TableReading } from './tableFormat.ts'

/** Rows that are searched for headings: titles, disclaimers and blank lines may stand above them. */
const searched = 40

/** Reads rows one after the other: those above the headings are kept until the headings are found. */
export class TableReader {
  readonly #draft: Draft
  readonly #formats: readonly TableFormat[]
  readonly #above: { row: number; cells: readonly Cell[] }[] = []
  #found: Recognized | undefined
  #reading: TableReading<string> | undefined

  constructor(draft: Draft, formats: readonly TableFormat[]) {
    this.#draft = draft
    this.#formats = formats
  }

  /** What the headings were taken for; undefined as long as none were found. */
  get found(): Recognized | undefined {
    return this.#found
  }

  /** The rows before the headings, the only ones where none are found. */
  get above(): readonly { readonly row: number; readonly cells: readonly Cell[] }[] {
    return this.#above
  }

  /**
   * The next row. True once there is no use in more: no headings were found among the first rows.
   * @throws InputError where a column that is read stands twice.
   */
  take(cells: readonly Cell[], row: number, fault?: string): boolean {
    if (this.#found) {
      this.#read(this.#found, cells, row, fault)
      return false
    }
    const found = recognize(cells, this.#formats)
    if (!found) {
      this.#above.push({ row, cells })
      return this.#above.length >= searched
    }
    const twice = found.twice[0]
    if (twice !== undefined)
      throw refused(
        this.#draft.file,
        'duplicateHeader',
        `has the column ${quoted(twice)} twice in row ${row}, so that it is not clear which one counts. Remove or rename one of them.`,
      )
    this.#found = found
    this.#reading = found.format.begin(this.#draft)
    return false
  }

  /** To be called after the last row. */
  end(): void {
    this.#reading?.end?.()
  }

  #read({ format, places }: Recognized, cells: readonly Cell[], row: number, fault: string | undefined): void {
    if (fault !== undefined) {
      this.#draft.cannotRead(row, cells, fault)
      return
    }
    const filled = cells.filter((cell) => shownText(cell) !== '')
    if (filled.length === 0) return
    // Notes below a table stand in its first cell alone; no row of a table does
    if (filled.length === 1 && shownText(cells[0]).length > 25) this.#draft.leaveOut('text below the table', row)
    else this.#draft.attempt(row, cells, () => this.#reading?.row(new NamedRow(row, cells, places, format.columns)))
  }
}
