/** `isoline export`: a scenario's answers as files for other programs and people. */
import type { Asked, Case } from '@isoline/engine'
import { UsageError } from '../failure.ts'
import { type Common, show } from '../give.ts'
import type { Io } from '../io.ts'
import { writeOut } from '../outFile.ts'
import { exportLines } from '../print/export.ts'
import { scenarioOnly, subjectOf } from '../subject.ts'

/** What can be exported. */
export type ExportKind = 'packet' | 'workbook' | 'calendar' | 'fdx'

/** The flags of the command. */
export interface ExportOptions extends Common {
  readonly out?: string
  readonly force?: true
}

/** Writes a file with --out, else to standard output. With --json it says what was written. */
export async function exportAs(io: Io, what: ExportKind, file: string, options: ExportOptions): Promise<void> {
  const { out, json } = options
  if (json && out === undefined)
    throw new UsageError('with --json the answer is about the file written: add --out FILE')
  if (out === undefined && !isText[what] && io.stdout.isTTY)
    throw new UsageError(`${titles[what]} is no text for a terminal: add --out FILE`)
  const content = await contentOf(io, what, file, options)
  if (out === undefined) {
    io.stdout.write(content)
    return
  }
  await writeOut(out, content, options.force === true)
  const answer = { what, out, bytes: typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength }
  await show(io, options, { json: answer, lines: (page) => exportLines(answer, page) })
}

const titles: { readonly [Kind in ExportKind]: string } = {
  ...{ packet: 'a packet', workbook: 'a workbook', calendar: 'a calendar', fdx: 'a list of tax papers' },
}

const isText: { readonly [Kind in ExportKind]: boolean } = {
  ...{ packet: false, workbook: false },
  ...{ calendar: true, fdx: true },
}

async function contentOf(
  io: Io,
  what: ExportKind,
  file: string,
  { asOf = io.today(), rounding }: ExportOptions,
): Promise<string | Uint8Array> {
  const { readSource } = await import('../read.ts')
  const source = await readSource(file, io)
  try {
    const of = scenarioOnly(subjectOf(source.value, rounding), `${titles[what]} is about all years and lots`)
    return await made(what, of, { asOf, rounding })
  } catch (error) {
    const { placed } = await import('../failure.ts')
    throw placed(error, source)
  }
}

async function made(what: ExportKind, of: Case, asked: Omit<Asked, 'year'>): Promise<string | Uint8Array> {
  const files = await import('@isoline/files')
  switch (what) {
    case 'calendar':
      return files.exportCalendar(of, asked)
    case 'workbook':
      return files.exportWorkbook(of, asked)
    case 'fdx':
      return files.exportFdx(of, asked)
    case 'packet':
      return files.exportPacket(of, asked)
  }
}
