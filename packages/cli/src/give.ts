/** From a file to an answer on standard output: read, ask, print. Every question goes this way. */
import type { Asked, Rounding } from '@isoline/engine'
import type { Io } from './io.ts'
import type { Page } from './print/page.ts'
import type { Subject } from './subject.ts'

/** The flags that every question takes. */
export interface Common {
  readonly json?: true
  readonly asOf?: string
  readonly rounding: Rounding
  readonly year?: number
  readonly color: boolean
}

/** An answer, as data for programs and as lines for people. */
export interface Answered {
  readonly json: unknown
  readonly lines: (page: Page) => readonly string[]
}

/** Answers a question about a file on standard output. */
export async function give(
  io: Io,
  file: string,
  options: Common,
  answer: (subject: Subject, asked: Asked) => Answered | Promise<Answered>,
): Promise<void> {
  const { readSource } = await import('./read.ts')
  const source = await readSource(file, io)
  try {
    const { subjectOf } = await import('./subject.ts')
    const { asOf = io.today(), year, rounding } = options
    const asked = { asOf, rounding, ...(year !== undefined && { year }) }
    await show(io, options, await answer(subjectOf(source.value, rounding), asked))
  } catch (error) {
    const { placed } = await import('./failure.ts')
    throw placed(error, source)
  }
}

/** Prints an answer the way it was asked for. */
export async function show(io: Io, options: Pick<Common, 'json' | 'color'>, { json, lines }: Answered): Promise<void> {
  if (options.json) {
    io.stdout.write(`${JSON.stringify(json, null, 2)}\n`)
    return
  }
  const { pageFor } = await import('./print/page.ts')
  io.stdout.write(`${lines(pageFor(io, options.color)).join('\n')}\n`)
}
