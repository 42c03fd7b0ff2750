/** The workbook: every year, the running logs as live formulas, and a sheet for each form. */
import type { Asked, Case } from '@isoline/engine'
import { dossierOf } from '../dossier.ts'

/**
 * The case as an xlsx workbook.
 * @throws InputError, NotModelled where a year cannot be figured.
 */
export async function exportWorkbook(of: Case, asked: Omit<Asked, 'year'>): Promise<Uint8Array> {
  const dossier = dossierOf(of, asked)
  // Loaded when a workbook is asked for: nothing else needs its library
  const { workbookFile } = await import('./book.ts')
  return workbookFile(dossier)
}
