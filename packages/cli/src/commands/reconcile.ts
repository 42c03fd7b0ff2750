/** `isoline reconcile`: papers against the scenario. */
import { type Asked, isPapersFile, type Papers, parsePapers, reconcileAnswer } from '@isoline/engine'
import type { Imported } from '@isoline/files'
import type { Answered } from '../give.ts'
import type { Io } from '../io.ts'
import { findingLines } from '../print/reconcile.ts'
import { bytesOf, faulty, readSource } from '../read.ts'
import { type Subject, scenarioOnly } from '../subject.ts'

/** A row of a file that could not be read, and why. */
export interface UnreadRow {
  readonly file: string
  readonly row: number | null
  readonly reason: string
}

interface Read {
  readonly papers: Papers
  readonly unread: readonly UnreadRow[]
}

/**
 * The papers of the files, each typed (YAML or JSON that says `papers: 1`) or as issued, held against the scenario.
 * @throws InputError for a file without any paper in it.
 */
export async function reconcile(io: Io, subject: Subject, asked: Asked, files: readonly string[]): Promise<Answered> {
  const of = scenarioOnly(subject, 'papers are compared with exercises and sales')
  const read: Read[] = []
  for (const file of files) read.push(await papersIn(file, io, asked.asOf))
  const answer = reconcileAnswer(of, together(read.map(({ papers }) => papers)), asked)
  const unread = read.flatMap((each) => each.unread)
  return { json: { ...answer, unread }, lines: (page) => findingLines(answer, unread, page) }
}

const together = (all: readonly Papers[]): Papers => ({
  forms3921: all.flatMap(({ forms3921 }) => forms3921),
  formsW2: all.flatMap(({ formsW2 }) => formsW2),
  sales: all.flatMap(({ sales }) => sales),
  filed: all.flatMap(({ filed }) => filed),
})

async function papersIn(file: string, io: Io, readOn: string): Promise<Read> {
  const bytes = await bytesOf(file, file, io, largestFile, 'paper')
  if (isTyped(file, bytes)) {
    const { value } = await readSource(file, io)
    if (!isPapersFile(value)) throw faulty(file, 'noPapers', 'does not say papers: 1, and so is no file of papers.')
    return { papers: parsePapers(value), unread: [] }
  }
  const { importFile, papersOf } = await import('@isoline/files')
  const imported = await importFile(file, bytes, { readOn })
  if (imported.papers.length === 0)
    throw faulty(file, 'noPapers', `has no Form 3921, W-2 or 1099-B: ${imported.format.name}.`)
  return { papers: papersOf(imported.papers), unread: unreadOf(imported) }
}

/** No paper is near this size. Bytes. */
const largestFile = 60_000_000

/** YAML is always typed; JSON is where it says so near its beginning, else it is tax papers of a program. */
function isTyped(file: string, bytes: Uint8Array): boolean {
  if (/\.ya?ml$/i.test(file)) return true
  const start = Buffer.from(bytes.subarray(0, 400)).toString('utf8')
  return /^[\s\uFEFF]*\{/.test(start) && /"papers"\s*:\s*\d/.test(start)
}

const unreadOf = ({ unread }: Imported): UnreadRow[] =>
  unread.map(({ from, reason }) => ({ file: from.file, row: from.row ?? null, reason }))
