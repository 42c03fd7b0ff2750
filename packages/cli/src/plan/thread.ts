/** A plan searched for in a thread of its own, so that Ctrl-C stops the search and not the answer. */
import { Worker } from 'node:worker_threads'
import type { Asked, Case, PlanAnswer, PlanQuestion, PlanTreeAnswer, PlanTreeQuestion } from '@isoline/engine'
import type { Io } from '../io.ts'
import { dollars } from '../print/money.ts'
import { type FromPlanThread, type PlanTask, received } from './task.ts'

/** The best plan found by the end of the search, or by the first Ctrl-C. Progress goes to standard error. */
export const planInThread = (io: Io, of: Case, asked: Asked, question: PlanQuestion): Promise<PlanAnswer> =>
  inThread(io, of, asked, question) as Promise<PlanAnswer>

/** The same over outcomes. */
export const treeInThread = (io: Io, of: Case, asked: Asked, question: PlanTreeQuestion): Promise<PlanTreeAnswer> =>
  inThread(io, of, asked, question) as Promise<PlanTreeAnswer>

async function inThread(
  io: Io,
  of: Case,
  asked: Asked,
  question: PlanTask['question'],
): Promise<PlanAnswer | PlanTreeAnswer> {
  const stop = new SharedArrayBuffer(4)
  const workerData: PlanTask = { kind: 'plan', of, asked, question, stop }
  const worker = new Worker(io.entry, { workerData })
  const cancel = (): void => {
    Atomics.store(new Int32Array(stop), 0, 1)
    io.stderr.write('\nisoline: stopping with the best plan so far\n')
  }
  process.once('SIGINT', cancel)
  const progress = progressOn(io)
  try {
    return await new Promise((resolve, reject) => {
      worker.on('message', ({ now, answer, error }: FromPlanThread) => {
        if (now) progress.tell(now)
        if (answer) resolve(answer)
        if (error) reject(received(error))
      })
      worker.on('error', reject)
      worker.on('exit', () => reject(new Error('the search ended early')))
    })
  } finally {
    process.removeListener('SIGINT', cancel)
    progress.end()
    await worker.terminate()
  }
}

/** Bound and best so far, on a terminal only, at most twice a second. */
function progressOn({ stderr }: Io): { tell: (now: NonNullable<FromPlanThread['now']>) => void; end: () => void } {
  if (!stderr.isTTY) return { tell: () => undefined, end: () => undefined }
  let last = performance.now()
  let told = false
  return {
    tell({ bound, value, nodes }) {
      if (performance.now() - last < 500 || !Number.isFinite(bound - value)) return
      last = performance.now()
      told = true
      stderr.write(
        `\r\x1b[Kproving: ${nodes} nodes, gap ${dollars(Math.max(0, bound - value))} (Ctrl-C stops with the best so far)`,
      )
    },
    end() {
      if (told) stderr.write('\r\x1b[K')
    },
  }
}
