/** Ten thousand futures in as many workers as there are processors, with progress, and an end when it is called off. */
import type { Asked, HoldOrSell, RiskQuestion } from '@isoline/engine'
import { type Remote, wrap } from 'comlink'
import type { Figuring } from './futures.worker.ts'
import type { Reply } from './reply.ts'

/** More than this gain little: each has the scenario to read and the tables of the law to make. */
const mostWorkers = 4

export interface Drawing {
  readonly answer: Promise<Reply<HoldOrSell>>
  readonly stop: () => void
}

/** @param tell the part that is done, from 0 to 1 */
export function drawFutures(
  file: unknown,
  asked: Asked,
  question: RiskQuestion,
  tell: (done: number) => void,
): Drawing {
  const workers: Worker[] = []
  const start = (): Remote<Figuring> => {
    const worker = new Worker(new URL('./futures.worker.ts', import.meta.url), { type: 'module' })
    workers.push(worker)
    return wrap<Figuring>(worker)
  }
  const stop = (): void => {
    for (const worker of workers) worker.terminate()
  }
  return { answer: drawn(start, file, asked, question, tell).finally(stop), stop }
}

async function drawn(
  start: () => Remote<Figuring>,
  file: unknown,
  asked: Asked,
  question: RiskQuestion,
  tell: (done: number) => void,
): Promise<Reply<HoldOrSell>> {
  const first = start()
  const count = await first.begin(file, asked, question)
  if ('trouble' in count) return count
  const blocks: Float64Array[] = []
  let next = 0
  let done = 0
  let trouble: Reply<HoldOrSell> | undefined
  const work = async (one: Remote<Figuring>): Promise<void> => {
    while (next < count.answer && !trouble) {
      const index = next++
      const block = await one.block(index)
      if ('trouble' in block) trouble = block
      else blocks[index] = block.answer
      tell(++done / count.answer)
    }
  }
  const others = Math.min(mostWorkers, navigator.hardwareConcurrency || 1, count.answer) - 1
  await Promise.all([
    work(first),
    ...Array.from({ length: Math.max(0, others) }, async () => {
      const other = start()
      await other.begin(file, asked, question)
      await work(other)
    }),
  ])
  return trouble ?? first.answer(file, asked, question, blocks)
}
