/** Futures figured in threads, so that Ctrl-C stops with those there are, and two cores do twice the work. The answer is the same with any number of them. */
import { Worker } from 'node:worker_threads'
import type { Io } from '../io.ts'
import { received } from '../plan/task.ts'
import { count } from '../print/money.ts'
import type { FromRiskThread, RiskTask } from './task.ts'

export interface Drawn {
  /** Blocks in their order; only those figured until the first Ctrl-C. */
  readonly blocks: readonly Float64Array[]
  readonly stopped: boolean
}

/** @param blocks how many there are, and `futures` in all of them */
export async function drawInThreads(
  io: Io,
  task: Omit<RiskTask, 'kind'>,
  { blocks, futures }: { readonly blocks: number; readonly futures: number },
  threads: number,
): Promise<Drawn> {
  const workerData: RiskTask = { kind: 'risk', ...task }
  const done = new Map<number, Float64Array>()
  const progress = progressOn(io)
  const workers: Worker[] = []
  let next = 0
  let stopped = false
  let stop: () => void = () => undefined
  const cancel = (): void => {
    stopped = true
    io.stderr.write('\nisoline: stopping with the futures so far\n')
    stop()
  }
  process.once('SIGINT', cancel)
  try {
    await new Promise<void>((resolve, reject) => {
      // With none so far, the first to come is waited for: a moment
      stop = () => {
        if (done.size > 0) resolve()
      }
      for (let i = 0; i < Math.min(threads, blocks); i++) {
        const worker = new Worker(io.entry, { workerData })
        workers.push(worker)
        worker.on('message', ({ block, values, error }: FromRiskThread) => {
          if (error) return reject(received(error))
          if (values) done.set(block, values)
          progress.tell(done.size / blocks, futures)
          if (stopped || done.size === blocks) resolve()
          else if (next < blocks) worker.postMessage(next++)
        })
        worker.on('error', reject)
        worker.postMessage(next++)
      }
    })
    const order = [...done.keys()].sort((one, other) => one - other)
    return { blocks: order.map((block) => done.get(block) as Float64Array), stopped }
  } finally {
    process.removeListener('SIGINT', cancel)
    progress.end()
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}

/** How far it is, on a terminal only, at most four times a second. */
function progressOn({ stderr }: Io): { tell: (part: number, futures: number) => void; end: () => void } {
  if (!stderr.isTTY) return { tell: () => undefined, end: () => undefined }
  let last = performance.now()
  let told = false
  return {
    tell(part, futures) {
      if (performance.now() - last < 250) return
      last = performance.now()
      told = true
      stderr.write(
        `\r\x1b[K${count(Math.floor(part * futures))} of ${count(futures)} futures (Ctrl-C stops with those so far)`,
      )
    },
    end() {
      if (told) stderr.write('\r\x1b[K')
    },
  }
}
