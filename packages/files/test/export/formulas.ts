/** A second working of the workbook's formulas: sums, differences and references, and nothing else. */
import { utils, type WorkBook } from '@e965/xlsx'

/** The value of a cell, its formula worked out anew from cells that hold none. */
export function worked(book: WorkBook, sheet: string, cell: string): number {
  const own = book.Sheets[sheet]?.[cell] as { f?: string; v?: unknown } | undefined
  if (own === undefined) return 0
  if (own.f === undefined) return typeof own.v === 'number' ? own.v : 0
  const terms = own.f.match(/[+-]?[^+-]+/g) ?? []
  return terms.reduce((sum, term) => {
    const [, sign, what = ''] = /^([+-]?)(.*)$/.exec(term) ?? []
    return sum + (sign === '-' ? -1 : 1) * termOf(book, sheet, what)
  }, 0)
}

function termOf(book: WorkBook, sheet: string, term: string): number {
  const [, range] = /^SUM\(([A-Z]+\d+:[A-Z]+\d+)\)$/.exec(term) ?? []
  if (range !== undefined) {
    const { s, e } = utils.decode_range(range)
    const rows = Array.from({ length: e.r - s.r + 1 }, (_, i) => utils.encode_cell({ r: s.r + i, c: s.c }))
    return rows.reduce((sum, each) => sum + worked(book, sheet, each), 0)
  }
  const [, other, cell] = /^(?:'([^']+)'!)?([A-Z]+\d+)$/.exec(term) ?? []
  if (cell === undefined) throw new Error(`no formula of ours: ${term}`)
  return worked(book, other ?? sheet, cell)
}

/** Every cell with a formula: sheet and place. */
export const formulasOf = (book: WorkBook): (readonly [sheet: string, cell: string])[] =>
  book.SheetNames.flatMap((sheet) =>
    Object.entries(book.Sheets[sheet] ?? {})
      .filter(([cell, own]) => /^[A-Z]+\d+$/.test(cell) && (own as { f?: string }).f !== undefined)
      .map(([cell]) => [sheet, cell] as const),
  )
