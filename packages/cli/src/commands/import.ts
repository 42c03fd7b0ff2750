/** `isoline import`: what files of brokers and employers say, and what of it a scenario does not have yet. */
import { basename } from 'node:path'
import { InputError, type Problem } from '@isoline/engine'
import type { Imported, Merged } from '@isoline/files'
import { UsageError } from '../failure.ts'
import { type Common, show } from '../give.ts'
import type { Io } from '../io.ts'
import { writeOut } from '../outFile.ts'
import { importLines } from '../print/import.ts'
import { bytesOf, readSource } from '../read.ts'

export interface ImportFlags extends Common {
  readonly into?: string
  readonly out?: string
  readonly force?: true
  readonly map?: string
}

/** The answer: each file as it was read, and what it comes to in the scenario. */
export interface ImportAnswer extends Pick<Merged, 'added' | 'known' | 'contradictions' | 'asked' | 'changes'> {
  readonly files: readonly Imported[]
  /** The scenario added to; null: a new one. */
  readonly into: string | null
  /** The file written; null: none, and the scenario is as it was. */
  readonly out: string | null
}

/** No file of a broker is near this size. Bytes. */
const largestFile = 60_000_000

/**
 * Reads the files, and writes the scenario with what they add where `--out` says so. Nothing is written where a file could
 * not be read as a whole.
 */
export async function importFiles(io: Io, files: readonly string[], options: ImportFlags): Promise<void> {
  const { into, out } = options
  const { merged } = await import('@isoline/files')
  const read = await readAll(io, files, options)
  const source = into === undefined ? undefined : await readSource(into, io)
  const whole = merged(source?.value ?? { isoline: 1 }, read)
  if (out !== undefined) {
    const { scenarioWith } = await import('../scenarioWith.ts')
    const text = await scenarioWith(into, source, whole)
    if (out === '-' && options.json)
      throw new UsageError('with --json the answer goes to standard output: give --out another name than -')
    if (out === '-') {
      io.stdout.write(text)
      return
    }
    await writeOut(out, text, options.force === true)
  }
  const { added, known, contradictions, asked, changes } = whole
  const answer: ImportAnswer = {
    ...{ files: read, into: into ?? null, out: out ?? null },
    ...{ added, known, contradictions, asked, changes },
  }
  await show(io, options, { json: answer, lines: (page) => importLines(answer, page) })
}

/** Every file, or every problem of all of them at once. */
async function readAll(io: Io, files: readonly string[], options: ImportFlags): Promise<Imported[]> {
  const { importFile } = await import('@isoline/files')
  const { asOf: readOn = io.today() } = options
  const map = options.map === undefined ? undefined : mapOf(options.map)
  const read: Imported[] = []
  const problems: Problem[] = []
  for (const file of files)
    try {
      const name = file === '-' ? 'standard input' : basename(file)
      const progress = (rows: number): void => {
        if (io.stderr.isTTY) io.stderr.write(`isoline: ${rows} rows of ${name}\n`)
      }
      read.push(
        await importFile(name, await bytesOf(file, file, io, largestFile, 'statement'), {
          readOn,
          progress,
          ...(map && { map }),
        }),
      )
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      problems.push(...error.problems)
    }
  if (problems.length > 0) throw new InputError(problems)
  return read
}

/** `exercised=Exercise date,shares=Qty`: the heading of each column; a comma within a heading is written `\,`. */
function mapOf(text: string): { [key: string]: string } {
  const pairs = text.split(/(?<!\\),/).map((pair) => /^\s*(\w+)\s*=\s*(.+?)\s*$/.exec(pair.replaceAll('\\,', ',')))
  if (pairs.some((pair) => !pair))
    throw new UsageError(`--map ${text}: write name=heading, with commas between, such as exercised=Datum,shares=Qty`)
  return Object.fromEntries(pairs.map((pair) => [pair?.[1], pair?.[2]]))
}
