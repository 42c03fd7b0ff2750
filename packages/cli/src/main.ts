/** Where the isoline command begins, and each thread that it starts. */
import { isMainThread } from 'node:worker_threads'
import { processIo } from './io.ts'

if (isMainThread) {
  // Whoever reads our output may stop reading: `isoline … | head`
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0)
      if (stream === process.stdout) process.stderr.write(`isoline: the answer cannot be written (${error.code})\n`)
      process.exit(1)
    })
  const { run } = await import('./run.ts')
  process.exitCode = await run(process.argv.slice(2), processIo(new URL(import.meta.url)))
} else {
  const { workerData } = await import('node:worker_threads')
  const kind: unknown = workerData?.kind
  if (kind === 'plan') await (await import('./plan/worker.ts')).planAsked()
  else if (kind === 'risk') (await import('./risk/worker.ts')).futuresAsked()
  else await (await import('./batch/worker.ts')).answerChunks()
}
