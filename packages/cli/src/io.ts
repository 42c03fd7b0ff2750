/** What the command touches of the outside world. Tests hand in streams of their own. */
import type { Readable, Writable } from 'node:stream'

/** A stream written to, which may be a terminal. */
export type Output = Writable & { readonly isTTY?: boolean; readonly columns?: number }

export interface Io {
  readonly stdin: Readable & { readonly isTTY?: boolean }
  readonly stdout: Output
  readonly stderr: Output
  readonly env: { readonly [name: string]: string | undefined }
  /** The day it is, `YYYY-MM-DD`, where the person is. */
  readonly today: () => string
  /** The file that starts a further thread of this program. */
  readonly entry: URL
}

/** The process's own streams. Standard input is opened only by those who read it: an open one keeps the process alive. */
export const processIo = (entry: URL): Io => ({
  get stdin() {
    return process.stdin
  },
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  today,
  entry,
})

/** The one place where a clock is read. */
function today(): string {
  const now = new Date()
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
