/** Shareworks (Morgan Stanley at Work): a report saved as a web page. Its maker gives no other file of it. */
import { quoted } from '../read/cells.ts'
import { type PageCell, type PageTable, pageTables } from '../read/htmlTables.ts'
import { refused } from '../read/limits.ts'
import type { Draft } from './draft.ts'
import type { Imported } from './found.ts'
import { TableReader } from './readTable.ts'
import type { TableFormat } from './tableFormat.ts'
import { compareTotals, isTotals } from './totalRow.ts'

/** Classes by which the maker marks a table of a report, its title, and the names and values of a table without headings. */
const marks = {
  ...{ table: 'sw-datatable', title: 'newReportTitleStyle' },
  ...{ name: 'staticViewTableColumn1', value: 'staticViewTableColumn2' },
} as const

/**
 * Reads every table of a report whose columns, or names of values, are known. Other tables are named in a note.
 * @throws InputError for a web page that is no such report, and for a report without any table that is known.
 */
export function readShareworks(text: string, draft: Draft, formats: readonly TableFormat[]): Imported['format'] {
  const tables = pageTables(text, marks.table, draft.file)
  if (tables.length === 0)
    throw refused(
      draft.file,
      'webPage',
      'is a web page without a Shareworks report. Save its table as CSV, or paste it into a spreadsheet. If it shows a report, the report is a page of its own inside it: open that frame alone and save it.',
    )
  const known = tables.filter((table, i) => readTable(table, i + 1, draft, formats)).length
  draft.sheet = undefined
  if (known === 0)
    throw refused(
      draft.file,
      'unknownFormat',
      'is a Shareworks report without grants, exercises or sales of options: none of its tables has columns that are known by their English names. Ask for the report of exercises, or name its columns: --map exercised="…",shares="…",strike="…".',
    )
  const why = `${known} of its ${tables.length} tables have columns that are known by name`
  return { name: 'Shareworks report, web page', sure: 'likely', why }
}

/** Whether a table says anything of options, or of shares that are known to be none. */
function readTable(table: PageTable, number: number, draft: Draft, formats: readonly TableFormat[]): boolean {
  const rows = table.rows.filter((row) => row.some(({ text }) => text !== ''))
  const title = rows.flat().find((cell) => has(cell, marks.title))?.text ?? ''
  const body = rows.filter((row) => !row.some((cell) => has(cell, marks.title)))
  draft.sheet = title === '' ? `table ${number}` : title
  if (body.length === 0) return false
  if (/\brelease\b/i.test(title)) {
    draft.leaveOut('releases of restricted stock: not shares of an option', number)
    return true
  }
  const pairs = pairsOf(body)
  const reader = new TableReader(draft, formats)
  if (pairs.length > 0) return takePairs(pairs, reader, number, draft)
  if (table.joined) {
    draft.cannotRead(
      1,
      body.flat().map(textOf),
      'cells of this table reach over several rows, so its columns are not sure',
    )
    return true
  }
  takeRows(
    body.map((row) => row.map(textOf)),
    reader,
    draft,
  )
  if (!reader.found) draft.notes.push(`Table ${quoted(draft.sheet)} has no columns that are known and was not read.`)
  return reader.found !== undefined
}

/** Takes the rows of a table with headings; those of totals are compared with the rows above them. */
function takeRows(rows: readonly (readonly string[])[], reader: TableReader, draft: Draft): void {
  const [above, headings] = [[] as (readonly string[])[], [] as string[]]
  for (const [i, cells] of rows.entries()) {
    if (reader.found && isTotals(cells)) {
      compareTotals(headings, above, cells, draft)
      continue
    }
    if (reader.found) above.push(cells)
    if (reader.take(cells, i + 1)) break
    if (reader.found && headings.length === 0) headings.push(...cells)
  }
  reader.end()
}

const has = ({ classes }: PageCell, mark: string): boolean => classes.includes(mark)
const textOf = ({ text }: PageCell): string => text

/** Names and values side by side: in a row a name is followed by its value, once or twice. */
function pairsOf(rows: readonly (readonly PageCell[])[]): (readonly [string, string])[] {
  return rows.flatMap((row) => {
    const [names, values] = [row.filter((cell) => has(cell, marks.name)), row.filter((cell) => has(cell, marks.value))]
    const plain = names.map(({ text }, i) => [text.replace(/\s*:$/, ''), values[i]?.text ?? ''] as const)
    return plain.filter(([name]) => name !== '')
  })
}

/** Takes a table of names and values as one row under its names. */
function takePairs(
  pairs: readonly (readonly [string, string])[],
  reader: TableReader,
  number: number,
  draft: Draft,
): boolean {
  const values = new Map(pairs)
  const torn = pairs.find(([name, value]) => values.get(name) !== value)
  // Of two prices neither is sure
  if (torn) {
    draft.cannotRead(number, pairs.flat(), `${quoted(torn[0])} stands twice, with different values`)
    return true
  }
  reader.take([...values.keys()], number)
  if (reader.found) reader.take([...values.values()], number)
  else draft.notes.push(`Table ${quoted(draft.sheet ?? '')} has no names that are known and was not read.`)
  reader.end()
  return reader.found !== undefined
}
