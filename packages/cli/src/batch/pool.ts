/** Where chunks are answered: in this thread, or in several others. */
import { Worker } from 'node:worker_threads'
import { type RowAnswerer, rowAnswerer } from './answerRows.ts'
import type { AnsweredRows, RowTask } from './task.ts'

export interface Pool {
  readonly answer: (chunk: Buffer) => Promise<AnsweredRows>
  readonly close: () => Promise<unknown>
}

/** Answers in this thread. */
export function here(task: RowTask): Pool {
  let ready: Promise<RowAnswerer> | undefined
  const answer = async (chunk: Buffer): Promise<AnsweredRows> => {
    ready ??= rowAnswerer(task)
    return (await ready)(chunk)
  }
  return { answer, close: async () => undefined }
}

/** Memory of a thread: enough for the longest row many times over, and bounded whatever the rows hold. Megabytes. */
const resourceLimits = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 8 }

/** Answers in `count` threads of their own. `entry` is the file that a thread starts with. */
export function threads(entry: URL, count: number, task: RowTask): Pool {
  const all = Array.from({ length: count }, () => new Thread(entry, task))
  return {
    answer(chunk) {
      const idlest = all.reduce((least, each) => (each.waiting < least.waiting ? each : least))
      return idlest.answer(chunk)
    },
    close: () => Promise.all(all.map((each) => each.close())),
  }
}

interface Waiting {
  readonly resolve: (answered: AnsweredRows) => void
  readonly reject: (error: Error) => void
}

/** A thread, which answers its chunks in the order in which they were given to it. */
class Thread {
  readonly #worker: Worker
  readonly #waiting: Waiting[] = []
  #failed: Error | undefined

  constructor(entry: URL, task: RowTask) {
    this.#worker = new Worker(entry, { workerData: task, resourceLimits })
    this.#worker.on('message', (answered: AnsweredRows) => this.#waiting.shift()?.resolve(answered))
    this.#worker.on('error', (error) => this.#fail(error as Error))
    this.#worker.on('exit', () => this.#fail(new Error('a thread ended early')))
  }

  get waiting(): number {
    return this.#waiting.length
  }

  answer(chunk: Buffer): Promise<AnsweredRows> {
    if (this.#failed) return Promise.reject(this.#failed)
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject })
      this.#worker.postMessage(chunk, [chunk.buffer as ArrayBuffer])
    })
  }

  close(): Promise<unknown> {
    return this.#worker.terminate()
  }

  #fail(error: Error): void {
    this.#failed ??= error
    for (const { reject } of this.#waiting.splice(0)) reject(this.#failed)
  }
}
