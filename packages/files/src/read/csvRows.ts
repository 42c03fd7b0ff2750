/** The rows of a CSV text, one at a time, so that a long file is never held twice. */
import Papa from 'papaparse'
import { limits, refused, tooManyRows } from './limits.ts'

/** What is done with a row: its cells, its number as a spreadsheet counts, and what is wrong with its quotation marks. */
export type TakeRow = (cells: readonly string[], row: number, fault: string | undefined) => boolean | undefined

/**
 * Hands over the rows that hold anything, until `take` gives true. Commas, tabs, semicolons and bars part cells.
 * @throws InputError for more rows or columns than any statement has.
 */
export function eachCsvRow(text: string, file: string, take: TakeRow): void {
  let row = 0
  let problem: Error | undefined
  Papa.parse<string[]>(text, {
    delimiter: delimiterOf(text),
    skipEmptyLines: false,
    step({ data, errors }, parser) {
      row++
      if (row > limits.rows) problem = tooManyRows(file)
      else if (data.length > limits.columns)
        problem = refused(file, 'tooManyColumns', `has more than ${limits.columns} columns in row ${row}.`)
      const full = !problem && data.some((cell) => cell.trim() !== '')
      if (problem || (full && take(data, row, quoteFault(errors[0]?.type)))) parser.abort()
    },
  })
  if (problem) throw problem
}

const quoteFault = (type: string | undefined): string | undefined =>
  type === 'Quotes' ? 'a quotation mark is not closed; the file may be cut short' : undefined

/** The separator that the first lines use most. */
function delimiterOf(text: string): string {
  const lines = text.slice(0, 20_000).split(/\r?\n/, 40)
  const count = (mark: string) => lines.reduce((sum, line) => sum + line.split(mark).length - 1, 0)
  const marks = [',', '\t', ';', '|'].map((mark) => ({ mark, times: count(mark) }))
  return marks.reduce((best, each) => (each.times > best.times ? each : best)).mark
}
