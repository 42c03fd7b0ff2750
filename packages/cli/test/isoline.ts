/** Runs the command inside the test's own process, on streams of the test. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { afterAll } from 'vitest'
import { run } from '../src/run.ts'

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

export interface Surroundings {
  readonly stdin?: string | Uint8Array
  /** Whether standard output is a terminal, and how wide it is. */
  readonly columns?: number
  readonly env?: { readonly [name: string]: string }
}

/** The day on which every test asks. */
const today = '2026-01-15'

/** The command with these words: `isoline('room', file, '--json')`. */
export async function isoline(...words: string[]): Promise<Ran> {
  return isolineIn({}, ...words)
}

export async function isolineIn({ stdin = '', columns, env = {} }: Surroundings, ...words: string[]): Promise<Ran> {
  const [stdout, stderr] = [new Kept(), new Kept()]
  if (columns !== undefined) Object.assign(stdout, { isTTY: true, columns })
  const io = {
    ...{ stdout, stderr, env: { LANG: 'C.UTF-8', ...env }, today: () => today },
    stdin: Readable.from([Buffer.from(stdin)]),
    entry: new URL('../src/main.ts', import.meta.url),
  }
  const code = await run(words, io)
  return { code, out: stdout.text(), err: stderr.text() }
}

/** The JSON that a command prints. Fails where it did not end well. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into answers by the names of the contract
export async function json(...words: string[]): Promise<any> {
  const { code, out, err } = await isoline(...words, '--json')
  if (code !== 0) throw new Error(`exit ${code}: ${err}`)
  return JSON.parse(out)
}

/** A text without its line breaks and columns, to look for sentences in. */
export const flowing = (text: string): string => text.replace(/\s+/g, ' ')

class Kept extends Writable {
  readonly #chunks: Buffer[] = []

  override _write(chunk: Buffer, _: string, done: () => void): void {
    this.#chunks.push(chunk)
    done()
  }

  text(): string {
    return Buffer.concat(this.#chunks).toString('utf8')
  }
}

const folder = mkdtempSync(join(tmpdir(), 'isoline-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Where a file of this name is, or would be. */
export const fileNamed = (name: string): string => join(folder, name)

/** A file with this content, for the time of the tests. */
export function file(name: string, content: string | Uint8Array): string {
  writeFileSync(fileNamed(name), content)
  return fileNamed(name)
}
