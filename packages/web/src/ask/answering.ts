/** The worker of short questions. It begins as the page does: what it takes to load is what the first answer takes. */
import { wrap } from 'comlink'
import type { Answering } from './answering.worker.ts'

export const answering = wrap<Answering>(
  new Worker(new URL('./answering.worker.ts', import.meta.url), { type: 'module' }),
)
