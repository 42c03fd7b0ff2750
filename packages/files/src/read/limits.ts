/** Bounds on what is read, far above any real file: a hostile one must fail quickly, with a message, before it fills the memory. */
import { InputError } from '@isoline/engine'

/** The most that one file may hold. */
export const limits = {
  bytes: 60_000_000,
  rows: 250_000,
  columns: 500,
  sheets: 60,
  /** Bytes of all parts of a workbook once they are unpacked, and how many parts there may be. */
  unpacked: 100_000_000,
  parts: 2_000,
  /** Objects and lists inside each other. */
  depth: 60,
  /** Open tags of a web page inside each other. */
  tags: 500,
  pages: 100,
} as const

/** An error about a whole file: nothing of it was taken over. */
export const refused = (file: string, code: string, message: string): InputError =>
  new InputError([{ path: file, code, message }])

/** The error of a file with more rows than any statement has. */
export const tooManyRows = (file: string): InputError =>
  refused(file, 'tooManyRows', `has more than ${limits.rows} rows. Nothing was read; split it, or give another file.`)
