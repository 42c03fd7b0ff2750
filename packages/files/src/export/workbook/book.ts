/** The sheets of the workbook in their order, and the file they make. */

import { utils, type WorkBook, type WorkSheet, write } from '@e965/xlsx'
import type { Dossier } from '../dossier.ts'
import { cashSheet } from './cash.ts'
import { creditSheet, stateCreditSheet } from './credit.ts'
import { assumedSheet, estimatedSheet, noticeSheet, salesSheet } from './lists.ts'
import { lotSheet } from './lots.ts'
import { formSheets, summarySheet, yearSheet } from './years.ts'

/** The file. Formulas carry the engine's own amounts as their last value. */
export function workbookFile(dossier: Dossier): Uint8Array {
  const { project, pages, sales } = dossier
  const book = utils.book_new()
  book.Props = {
    Title: `Stock options of ${dossier.company || 'a household'}, as of ${dossier.asOf}`,
    Author: 'Isoline',
  }
  append(book, 'Summary', summarySheet(dossier))
  append(book, 'Years', yearSheet(project.years))
  append(book, 'Credit log', creditSheet(project))
  if (project.stateCreditLog.length > 0) append(book, 'State credit log', stateCreditSheet(project))
  append(book, 'Lots', lotSheet(project))
  append(book, 'Cash by date', cashSheet(project))
  if (dossier.estimated.length > 0) append(book, 'Estimated tax', estimatedSheet(dossier))
  for (const { name, sheet } of formSheets(pages)) append(book, name, sheet)
  for (const [name, system] of [['Form 8949', 'regular'] as const, ['Form 8949 for AMT', 'amt'] as const]) {
    const own = sales.filter((sale) => sale.system === system)
    if (own.length > 0) append(book, name, salesSheet(own))
  }
  append(book, 'Assumptions', assumedSheet(project))
  append(book, 'Notices', noticeSheet(project))
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true, bookSST: true }))
}

/** The longest name that a sheet may have. */
const longest = 31

/** Names of sheets hold none of `\ / ? * [ ] :`, and each is there once. */
function append(book: WorkBook, name: string, sheet: WorkSheet): void {
  const clean = name.replace(/[\\/?*[\]:]/g, ' ')
  const taken = new Set(book.SheetNames.map((each) => each.toLowerCase()))
  const cut = (end: string): string => `${clean.slice(0, longest - end.length).trim()}${end}`
  let own = cut('')
  for (let i = 2; taken.has(own.toLowerCase()); i++) own = cut(` ${i}`)
  utils.book_append_sheet(book, sheet, own)
}
