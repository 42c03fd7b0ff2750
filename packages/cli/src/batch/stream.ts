/** The stream from rows to answers: in order, and with so few chunks under way that memory stays the same for any length. */
import { once } from 'node:events'
import type { Output } from '../io.ts'
import type { Pool } from './pool.ts'
import type { AnsweredRows } from './task.ts'

export type Totals = Omit<AnsweredRows, 'bytes'>

/**
 * Answers every chunk and writes the answers in the order of the chunks, never more than `underWay` of them at a time.
 * `tell` hears the totals so far after each.
 */
export async function stream(
  chunks: AsyncIterable<Buffer>,
  pool: Pool,
  output: Output,
  underWay: number,
  tell: (totals: Totals) => void,
): Promise<Totals> {
  const totals = { rows: 0, bad: 0, defects: 0 }
  const written: Promise<void>[] = []
  const write = async (answer: Promise<AnsweredRows>, before: Promise<void> | undefined): Promise<void> => {
    const [{ bytes, rows, bad, defects }] = await Promise.all([answer, before])
    totals.rows += rows
    totals.bad += bad
    totals.defects += defects
    if (!output.write(bytes)) await once(output, 'drain')
    tell(totals)
  }
  for await (const chunk of chunks) {
    const done = write(pool.answer(chunk), written.at(-1))
    // It is awaited below; until then a failure is not unhandled
    done.catch(() => undefined)
    written.push(done)
    if (written.length >= underWay) await written.shift()
  }
  await Promise.all(written)
  return totals
}
