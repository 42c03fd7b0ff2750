/** Asks the worker that reads and writes files. One that takes too long is ended: the file is to blame. */
import { type Remote, wrap } from 'comlink'
import { type Reply, troubleOf } from '../ask/reply.ts'
import type { Papers } from './papers.worker.ts'

/** Milliseconds; a scenario takes a tenth of a second, and a passphrase one or two. */
const patience = 30_000

let worker: Worker | undefined
let papers: Remote<Papers> | undefined

/** Asks for one thing: `atDesk((papers) => papers.read(text, name))`. */
export async function atDesk<A>(ask: (papers: Remote<Papers>) => Promise<Reply<A>>): Promise<Reply<A>> {
  worker ??= new Worker(new URL('./papers.worker.ts', import.meta.url), { type: 'module' })
  papers ??= wrap<Papers>(worker)
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<Reply<A>>((resolve) => {
    timer = setTimeout(() => {
      worker?.terminate()
      worker = undefined
      papers = undefined
      resolve({ trouble: tooSlow })
    }, patience)
  })
  try {
    return await Promise.race([ask(papers), late])
  } catch (error) {
    return { trouble: troubleOf(error) }
  } finally {
    clearTimeout(timer)
  }
}

/** Milliseconds; a packet of ten years takes some ten seconds, a statement of many thousand rows as long. */
const morePatience = 120_000

/** Asks a worker of its own for long work, and ends it with the answer: what it loaded is large, and needed once. */
export async function aside<A>(ask: (papers: Remote<Papers>) => Promise<Reply<A>>): Promise<Reply<A>> {
  const own = new Worker(new URL('./papers.worker.ts', import.meta.url), { type: 'module' })
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<Reply<A>>((resolve) => {
    timer = setTimeout(() => resolve({ trouble: tooLong }), morePatience)
  })
  try {
    return await Promise.race([ask(wrap<Papers>(own)), late])
  } catch (error) {
    return { trouble: troubleOf(error) }
  } finally {
    clearTimeout(timer)
    own.terminate()
  }
}

const tooSlow = {
  kind: 'input',
  problems: [{ path: '', code: 'tooSlow', message: 'takes longer to read than any scenario. Is it the right file?' }],
} as const

const tooLong = {
  kind: 'input',
  problems: [{ path: '', code: 'tooSlow', message: 'takes longer than two minutes, and was stopped.' }],
} as const
