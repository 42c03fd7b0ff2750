/** The other side of a thread: answers the chunks it is sent, one after the other. */
import { parentPort, workerData } from 'node:worker_threads'
import { rowAnswerer } from './answerRows.ts'
import type { RowTask } from './task.ts'

/** Begins to answer, once there is what it takes: chunks sent before wait. The thread ends when it is told to. */
export async function answerChunks(): Promise<void> {
  const answer = await rowAnswerer(workerData as RowTask)
  parentPort?.on('message', ({ buffer, byteOffset, length }: Uint8Array<ArrayBuffer>) => {
    const answered = answer(Buffer.from(buffer, byteOffset, length))
    parentPort?.postMessage(answered, [answered.bytes.buffer])
  })
}
