/** The door of the importers: bytes of a file in, what it says out. In the browser and in Node. */
import { type Cell, quoted, shownText } from '../read/cells.ts'
import { eachCsvRow } from '../read/csvRows.ts'
import { fileKind, textOf } from '../read/fileKind.ts'
import { jsonIn } from '../read/jsonValue.ts'
import { refused } from '../read/limits.ts'
import { accountHistories } from './accountHistories.ts'
import { Draft } from './draft.ts'
import { etradeGains } from './etradeGains.ts'
import { etradeOptions } from './etradeOptions.ts'
import { exerciseHistory, mapKeys, mappedHistory } from './exerciseHistory.ts'
import { fidelityHistory } from './fidelity.ts'
import { form3921 } from './form3921.ts'
import type { Imported } from './found.ts'
import { grantList } from './grantList.ts'
import { readJson } from './jsonFormats.ts'
import { TableReader } from './readTable.ts'
import { schwabCsv } from './schwab.ts'
import { nearestFormat, type TableFormat } from './tableFormat.ts'
import { form1099B, formW2 } from './taxRows.ts'

const tables: readonly TableFormat[] = [
  form3921,
  etradeGains,
  etradeOptions,
  schwabCsv,
  exerciseHistory,
  grantList,
  form1099B,
  formW2,
  fidelityHistory,
  ...accountHistories,
]

/** How a file is to be read. */
export interface ImportOptions {
  /** The day it is read, `YYYY-MM-DD`: part of the provenance of every fact. */
  readonly readOn: string
  /** For a table of no known format: the heading of each column, by the words of `mapKeys`. */
  readonly map?: { readonly [key: string]: string }
  /** Called now and then with the number of rows read. */
  readonly progress?: (rows: number) => void
}

/**
 * Everything a file says about grants, exercises, sales and values, and its tax papers. Rows that cannot be read are kept
 * with their reason. Formulas, scripts and links of the file do nothing.
 * @throws InputError for a file that as a whole cannot be read, with what to do.
 */
export async function importFile(file: string, bytes: Uint8Array, options: ImportOptions): Promise<Imported> {
  const draft = new Draft(file, options.readOn)
  const kind = fileKind(bytes, file)
  if (kind === 'workbook') return draft.imported(await readWorkbook(bytes, draft, options))
  if (kind === 'pdf') return draft.imported(await readPdf(bytes, draft))
  const text = textOf(bytes, file)
  const start = text.trimStart()
  if (start.startsWith('<')) return draft.imported(await readPage(text, draft, options))
  if (/^(\{|\[\s*[{[\]])/.test(start)) return draft.imported(readJson(jsonIn(text, file), draft))
  return draft.imported(readText(text, draft, options))
}

async function readPdf(bytes: Uint8Array, draft: Draft): Promise<Imported['format']> {
  const [{ pdfWords }, { read3921Pdf }, { readFiledPdf }] = await Promise.all([
    import('../read/pdfWords.ts'),
    import('./form3921Pdf.ts'),
    import('./filedPdf.ts'),
  ])
  const words = await pdfWords(bytes, draft.file)
  if (readFiledPdf(words, draft))
    return { name: 'Return as filed, PDF', sure: 'likely', why: 'its lines were found by the numbers beside them' }
  read3921Pdf(words, draft)
  return { name: 'Form 3921, PDF', sure: 'likely', why: 'its boxes were found by their printed words' }
}

async function readPage(text: string, draft: Draft, options: ImportOptions): Promise<Imported['format']> {
  const { readShareworks } = await import('./shareworks.ts')
  return readShareworks(text, draft, formatsFor(options, draft.file))
}

const formatsFor = ({ map }: ImportOptions, file: string): readonly TableFormat[] => {
  if (!map) return tables
  const unknown = Object.keys(map).find((key) => !(mapKeys as readonly string[]).includes(key))
  if (unknown !== undefined)
    throw refused(file, 'unknownColumn', `cannot be mapped: ${quoted(unknown)} is none of ${mapKeys.join(', ')}.`)
  return [mappedHistory(map)]
}

/** Rows between two reports of progress. */
const reportEvery = 5_000

function readText(text: string, draft: Draft, options: ImportOptions): Imported['format'] {
  const formats = formatsFor(options, draft.file)
  const reader = new TableReader(draft, formats)
  eachCsvRow(text, draft.file, (cells, row, fault) => {
    if (row % reportEvery === 0) options.progress?.(row)
    return reader.take(cells, row, fault)
  })
  reader.end()
  if (reader.found) return described(reader)
  const turned = turnedRound(reader, draft, formats)
  if (turned) return described(turned)
  throw unknownTable(reader, draft.file, formats)
}

/** A form whose boxes stand below each other, name and value side by side. */
function turnedRound({ above }: TableReader, draft: Draft, formats: readonly TableFormat[]): TableReader | undefined {
  const pairs = above.map(({ cells }) =>
    /:\s+\S/.test(shownText(cells[0])) ? cells.join(',').split(/:\s+/, 2) : cells,
  )
  const reader = new TableReader(draft, formats)
  const column = (place: number): Cell[] => pairs.map((cells) => cells[place] ?? null)
  reader.take(
    column(0).map((cell) => shownText(cell).replace(/:$/, '')),
    1,
  )
  if (!reader.found) return undefined
  const width = Math.max(...pairs.map((cells) => cells.length))
  for (let place = 1; place < width; place++) reader.take(column(place), place + 1)
  reader.end()
  return reader
}

function described({ found }: TableReader): Imported['format'] {
  if (!found) throw new Error('no headings were found')
  const { format, places } = found
  const all = Object.keys(format.columns).length
  const sure = places.size === all ? 'certain' : 'likely'
  const mapped = format.name === 'Columns as mapped'
  return {
    name: format.name,
    sure: mapped ? 'mapped' : sure,
    why: `it has ${places.size} of the ${all} columns that are read of this format`,
  }
}

async function readWorkbook(bytes: Uint8Array, draft: Draft, options: ImportOptions): Promise<Imported['format']> {
  const { workbookSheets } = await import('../read/workbookRows.ts')
  const formats = formatsFor(options, draft.file)
  const readers: TableReader[] = []
  for (const { sheet, rows } of await workbookSheets(bytes, draft.file)) {
    draft.sheet = sheet
    const reader = new TableReader(draft, formats)
    readers.push(reader)
    for (const [i, cells] of rows.entries()) {
      if (i > 0 && i % reportEvery === 0) options.progress?.(i)
      if (cells?.some((cell) => shownText(cell) !== '') && reader.take(cells, i + 1)) break
    }
    reader.end()
    if (!reader.found && reader.above.length > 0)
      draft.notes.push(`Sheet ${quoted(sheet)} has no columns that are known and was not read.`)
  }
  draft.sheet = undefined
  const known = readers.find(({ found }) => found)
  if (known) return described(known)
  throw unknownTable(readers.find(({ above }) => above.length > 0) ?? readers[0], draft.file, formats)
}

function unknownTable(reader: TableReader | undefined, file: string, formats: readonly TableFormat[]) {
  const rows = reader?.above ?? []
  const widest = rows.reduce<readonly Cell[]>((best, { cells }) => (cells.length > best.length ? cells : best), [])
  const { format, lacks } = nearestFormat(widest, formats)
  const has = widest.slice(0, 12).map(shownText).filter(Boolean).join(', ')
  return refused(
    file,
    'unknownFormat',
    `has no columns that are known by their English names; the widest row has: ${has || 'nothing'}. Nearest is ${format.name}, which needs ${lacks.map(quoted).join(', ')} too. Ask for the file in English, or name its columns: --map exercised="…",shares="…",strike="…".`,
  )
}
