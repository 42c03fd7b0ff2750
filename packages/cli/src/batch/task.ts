/** What is asked of every row, as plain data that can be sent to a thread. */
import type { Rounding } from '@isoline/engine'

export interface RowTask {
  readonly task: 'return' | 'room' | 'project' | 'plan'
  /** Whether every line of every form is wanted. */
  readonly forms: boolean
  readonly rounding: Rounding
  readonly asOf: string
}

/** The answers to some rows, each on a line of its own. */
export interface AnsweredRows {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly rows: number
  /** Rows answered with an error. */
  readonly bad: number
  /** Of them, those that show a defect of ours. */
  readonly defects: number
}

/** A row longer than this is answered with an error. Bytes. */
export const longestRow = 1_000_000
