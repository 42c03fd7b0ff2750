/** Where the isoline command begins, and each thread that it starts. */
import { isMainThread } from 'node:worker_threads'
import { processIo } from './io.ts'

if (isMainThread) {
  // Whoever reads our output may stop reading: `isoline … | head`
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
      process.exit(0)
    })
  const { run } = await import('./run.ts')
  process.exitCode = await run(process.argv.slice(2), processIo(new URL(import.meta.url)))
} else {
  const { answerChunks } = await import('./batch/worker.ts')
  answerChunks()
}
