/** What a command says when it cannot answer, and with which exit code. Nothing of this goes to standard output. */
import { InputError, NotModelled, type Problem } from '@isoline/engine'
import { CommanderError } from 'commander'
import type { Io } from './io.ts'
import { printable } from './print/text.ts'
import type { Source } from './read.ts'
import { version } from './version.ts'

/** The exit codes: done, the input is at fault, wrong usage, the law applies and is not modelled, a defect of ours. */
const exits = { done: 0, input: 1, usage: 2, notModelled: 3, defect: 70 } as const

/** A problem with its place in the text of the file. */
export interface PlacedProblem extends Problem {
  readonly line?: number
  readonly column?: number
}

/** A command used in a way that cannot be understood, with what to write instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** The same error with the line of each problem, where the text has its path. */
export function placed(error: unknown, { lineOf }: Source): unknown {
  if (!(error instanceof InputError)) return error
  const problems = error.problems.map((problem): PlacedProblem => {
    const line = lineOf(problem.path)
    return line === undefined ? problem : { ...problem, line }
  })
  return new InputError(problems)
}

/** Reports an error on standard error, as JSON where the answer would have been JSON, and gives the exit code. */
export function report(error: unknown, io: Io, json: boolean): number {
  const say = (fields: object, text: string): void => {
    io.stderr.write(json ? `${JSON.stringify({ error: fields })}\n` : `isoline: ${text}\n`)
  }
  if (error instanceof InputError) {
    const problems: readonly PlacedProblem[] = error.problems
    say({ problems }, problemsText(problems))
    return exits.input
  }
  if (error instanceof NotModelled) {
    const { rule, form, message } = error
    say({ code: 'notModelled', rule, form, message }, `${message}, so there is no answer to give`)
    return exits.notModelled
  }
  if (error instanceof UsageError) {
    say({ code: 'usage', message: error.message }, error.message)
    return exits.usage
  }
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return exits.done
    // Its help was asked for by giving no command; it is shown already
    if (error.code === 'commander.help') return exits.usage
    const message = error.message.replace(/^error: /, '')
    say({ code: 'usage', message }, `${message}\n${helpHint}`)
    return exits.usage
  }
  return reportDefect(error, io, say)
}

const helpHint = 'Run `isoline --help` for the commands, `isoline help COMMAND` for one of them.'

function reportDefect(error: unknown, io: Io, say: (fields: object, text: string) => void): number {
  const message = error instanceof Error ? error.message : String(error)
  const ask = `a defect in Isoline ${version}, not in your input: ${message.split('\n')[0]}. Please report it.`
  say({ code: 'defect', message: ask }, ask)
  if (io.env['ISOLINE_DEBUG'] === '1' && error instanceof Error) io.stderr.write(`${error.stack}\n`)
  return exits.defect
}

function problemsText(problems: readonly PlacedProblem[]): string {
  const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`
  const lines = problems.map(({ path, code, message, line, column }) => {
    const place = [line && `line ${line}`, column && `column ${column}`].filter(Boolean).join(', ')
    return printable(`  ${path || 'the whole input'}${place && ` (${place})`}: ${message} [${code}]`)
  })
  return `the input has ${count}\n${lines.join('\n')}`
}
