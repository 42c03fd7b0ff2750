/** The tables of a saved web page as plain cells. Scripts, styles, links and pictures do nothing: only text is taken. */
import { Parser } from 'htmlparser2'
import { limits, refused, tooManyRows } from './limits.ts'

/** A cell: its text, and the classes that its maker gave it. */
export interface PageCell {
  readonly text: string
  readonly classes: readonly string[]
}

/** A table of one class. `joined`: a cell reaches over several rows, so that columns below it cannot be told by place. */
export interface PageTable {
  readonly rows: readonly (readonly PageCell[])[]
  readonly joined: boolean
}

/** What stands inside these is no text of the page. */
const unseen = new Set(['script', 'style', 'template', 'noscript', 'textarea', 'select'])

const classesOf = (attributes: { readonly [name: string]: string }): string[] =>
  (attributes['class'] ?? '').split(/\s+/)

/**
 * The tables with a class, in the order of the page. A table inside a cell is text of that cell unless it has the class too.
 * @throws InputError for a page that is cut short, nests deeper, or has more rows or columns, than any report.
 */
export function pageTables(text: string, wanted: string, file: string): readonly PageTable[] {
  const reading = new TablesReading(wanted, file)
  const parser = new Parser({
    onopentag: (name, attributes) => reading.open(name, attributes),
    onclosetag: (name, implied) => reading.close(name, implied),
    ontext: (part) => reading.text(part),
  })
  parser.write(text)
  parser.end()
  return reading.tables
}

interface OpenTable {
  readonly rows: PageCell[][]
  joined: boolean
  cell: { text: string; classes: readonly string[]; span: number } | undefined
}

class TablesReading {
  readonly tables: PageTable[] = []
  readonly #wanted: string
  readonly #file: string
  /** The tables that are open, from the outside in; null for one without the class. */
  readonly #open: (OpenTable | null)[] = []
  #depth = 0
  #unseen = 0
  #rows = 0

  constructor(wanted: string, file: string) {
    this.#wanted = wanted
    this.#file = file
  }

  open(name: string, attributes: { readonly [name: string]: string }): void {
    if (++this.#depth > limits.tags)
      throw refused(this.#file, 'tooDeep', `nests more than ${limits.tags} tags. Is it the right page?`)
    if (unseen.has(name)) this.#unseen++
    if (name === 'table') {
      const table = classesOf(attributes).includes(this.#wanted) ? { rows: [], joined: false, cell: undefined } : null
      this.#open.push(table)
      if (table) this.tables.push(table)
    }
    const table = this.#open.at(-1)
    if (!table) return
    if (name === 'tr') this.#row(table)
    if (name !== 'td' && name !== 'th') return
    endCell(table)
    if (table.rows.length === 0) this.#row(table)
    if (Number(attributes['rowspan'] ?? 1) > 1) table.joined = true
    // A cell over several columns holds the place of each, up to as many as are read
    const span = Math.min(limits.columns, Math.max(1, Math.floor(Number(attributes['colspan'] ?? 1)) || 1))
    table.cell = { text: '', classes: classesOf(attributes), span }
    if ((table.rows.at(-1)?.length ?? 0) + span > limits.columns)
      throw refused(this.#file, 'tooManyColumns', `has more than ${limits.columns} columns in a table.`)
  }

  close(name: string, implied: boolean): void {
    this.#depth--
    if (unseen.has(name)) this.#unseen--
    if (name === 'table') {
      const table = this.#open.pop()
      // An amount in its last cell may lack digits
      if (table && implied)
        throw refused(this.#file, 'damaged', 'ends inside a table: it was cut short. Save it again.')
      if (table) endCell(table)
    }
    const table = this.#open.at(-1)
    if (table && /^(td|th|tr)$/.test(name)) endCell(table)
  }

  text(part: string): void {
    if (this.#unseen > 0) return
    const cell = this.#open.findLast((table) => table !== null)?.cell
    if (cell) cell.text += part
  }

  #row(table: OpenTable): void {
    endCell(table)
    if (++this.#rows > limits.rows) throw tooManyRows(this.#file)
    table.rows.push([])
  }
}

/** Puts the open cell into its row. */
function endCell(table: OpenTable): void {
  const { cell } = table
  table.cell = undefined
  if (!cell) return
  const { classes, span } = cell
  const text = cell.text.replace(/\s+/g, ' ').trim()
  const row = table.rows.at(-1)
  row?.push({ text, classes })
  for (let place = 1; place < span; place++) row?.push({ text: '', classes: [] })
}
