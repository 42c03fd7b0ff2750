/** `isoline batch`: many rows, one JSON object a line in, one answer a line out. */
import { createReadStream } from 'node:fs'
import { availableParallelism } from 'node:os'
import { chunksOf, lineByLine, withoutMark, withoutRows } from '../batch/chunks.ts'
import { here, type Pool, threads } from '../batch/pool.ts'
import { stream, type Totals } from '../batch/stream.ts'
import type { RowTask } from '../batch/task.ts'
import type { Common } from '../give.ts'
import type { Io } from '../io.ts'
import { count } from '../print/money.ts'
import { plural } from '../print/text.ts'
import { unreadable } from '../read.ts'

export interface BatchOptions extends Pick<Common, 'asOf' | 'rounding'> {
  readonly task: RowTask['task']
  readonly forms?: true
  readonly jobs?: number
  readonly skip: number
}

/**
 * Answers the rows of a file or of standard input on standard output; how many were bad goes to standard error.
 * @throws InputError for a file that cannot be read; an error in a row is an answer, not a failure.
 */
export async function batch(io: Io, file: string, options: BatchOptions): Promise<void> {
  const { task, rounding, asOf = io.today(), forms = false, skip } = options
  const asked: RowTask = { task, rounding, asOf, forms }
  const jobs = options.jobs ?? Math.min(2, availableParallelism())
  const rows = chunksOf(withoutRows(withoutMark(bytesOf(file, io)), skip))
  const chunks = task === 'plan' ? lineByLine(rows) : rows
  const progress = progressOn(io)
  const totals = await answered(chunks, asked, jobs, io, progress.tell)
  progress.end()
  io.stderr.write(`isoline: ${summary(totals)}\n`)
  if (totals.defects > 0)
    throw new Error(`${plural(count(totals.defects), 'row')} could not be answered (code "defect")`)
}

async function* bytesOf(file: string, io: Io): AsyncGenerator<Uint8Array> {
  const input = file === '-' ? io.stdin : createReadStream(file, { highWaterMark: 256 * 1024 })
  try {
    for await (const piece of input) yield typeof piece === 'string' ? Buffer.from(piece) : piece
  } catch (error) {
    throw unreadable(file, error as NodeJS.ErrnoException)
  }
}

/** Starts threads only when there is more than one chunk: a few rows are answered sooner than a thread starts. */
async function answered(
  chunks: AsyncGenerator<Buffer>,
  task: RowTask,
  jobs: number,
  io: Io,
  tell: (totals: Totals) => void,
): Promise<Totals> {
  let pool: Pool | undefined
  const own = here(task)
  let seen = 0
  const lazy: Pool = {
    answer(chunk) {
      if (jobs === 1 || seen++ === 0) return own.answer(chunk)
      pool ??= threads(io.entry, jobs, task)
      return pool.answer(chunk)
    },
    close: async () => pool?.close(),
  }
  try {
    return await stream(chunks, lazy, io.stdout, 3 * jobs, tell)
  } finally {
    await lazy.close()
  }
}

const summary = ({ rows, bad }: Totals): string =>
  bad === 0
    ? `${plural(count(rows), 'row')} answered`
    : `${plural(count(rows), 'row')} read, ${count(bad)} bad: each bad row has an error in its place`

/** Rows so far, on a terminal only, at most twice a second. */
function progressOn({ stderr }: Io): { tell: (totals: Totals) => void; end: () => void } {
  if (!stderr.isTTY) return { tell: () => undefined, end: () => undefined }
  let last = performance.now()
  let told = false
  return {
    tell({ rows }) {
      if (performance.now() - last < 500) return
      last = performance.now()
      told = true
      stderr.write(`\r${count(rows)} rows`)
    },
    end() {
      if (told) stderr.write('\r\x1b[K')
    },
  }
}
