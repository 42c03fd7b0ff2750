/** The sheets of an .xlsx workbook as plain cells. Formulas are not evaluated: the value stored beside one is taken. */
import type { Cell } from './cells.ts'
import { limits, refused, tooManyRows } from './limits.ts'
import { checkUnpackedSize } from './unpackedSize.ts'

/** A sheet with its rows; a row that holds nothing is undefined, so that places are row numbers less one. */
export interface SheetRows {
  readonly sheet: string
  readonly rows: readonly (readonly Cell[] | undefined)[]
}

/**
 * The sheets of a workbook.
 * @throws InputError for one that is damaged or larger than any statement.
 */
export async function workbookSheets(bytes: Uint8Array, file: string): Promise<readonly SheetRows[]> {
  checkUnpackedSize(bytes, file)
  const { read, SSF } = await import('@e965/xlsx')
  const book = (() => {
    try {
      return read(bytes, {
        type: 'array',
        dense: true,
        cellFormula: false,
        cellHTML: false,
        cellText: false,
        cellNF: true,
        sheetRows: limits.rows + 2,
      })
    } catch {
      throw refused(file, 'damaged', 'is not a workbook that can be read. Download it again, or save it as CSV.')
    }
  })()
  if (book.SheetNames.length > limits.sheets)
    throw refused(file, 'tooManySheets', `has more than ${limits.sheets} sheets. Give another file.`)
  // Workbooks of old Macs count days from 1904
  const later = book.Workbook?.WBProps?.date1904 ? 1_462 : 0
  return book.SheetNames.map((sheet) => {
    const data = (book.Sheets[sheet]?.['!data'] ?? []) as ((StoredCell | undefined)[] | undefined)[]
    if (data.length > limits.rows) throw tooManyRows(file)
    const plain = (cell: StoredCell | undefined): Cell => plainCell(cell, SSF.is_date, later)
    // A row is not mapped by `map`: it leaves out what is missing in between
    return { sheet, rows: Array.from(data, (row) => row && Array.from(row.slice(0, limits.columns), plain)) }
  })
}

/** A cell as the library holds it: type, value and number format. */
interface StoredCell {
  readonly t?: string
  readonly v?: unknown
  readonly z?: unknown
}

function plainCell(cell: StoredCell | undefined, isDateFormat: (format: string) => boolean, later: number): Cell {
  const { t, v, z } = cell ?? {}
  if (t === 'n' && typeof v === 'number') return typeof z === 'string' && isDateFormat(z) ? { serial: v + later } : v
  if (t === 'b' && typeof v === 'boolean') return v
  return t === 's' && typeof v === 'string' ? v : null
}
