/** Runs one command line and says how it ended. */
import type { Io } from './io.ts'
import { programFor } from './program.ts'

/** Runs the command given by the words after its name. The exit code is the answer; nothing is thrown. */
export async function run(words: readonly string[], io: Io): Promise<number> {
  try {
    await programFor(io).parseAsync(words, { from: 'user' })
    return 0
  } catch (error) {
    const { report } = await import('./failure.ts')
    return report(error, io, words.includes('--json'))
  }
}
