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

const tooSlow = {
  kind: 'input',
  problems: [{ path: '', code: 'tooSlow', message: 'takes longer to read than any scenario. Is it the right file?' }],
} as const
