/** `isoline new`: a scenario file from a few answers, and the room right away. */
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { type Rounding, roomAnswer } from '@isoline/engine'
import { UsageError } from '../failure.ts'
import { show } from '../give.ts'
import type { Io } from '../io.ts'
import { defaultsFor } from '../new/defaults.ts'
import { type Answers, type Name, type Question, questions } from '../new/questions.ts'
import { scenarioText } from '../new/scenarioText.ts'
import { faulty } from '../read.ts'
import { yamlValue } from '../readYaml.ts'
import { subjectOf } from '../subject.ts'
import { roomLines } from './room.ts'

/** The flags: an answer by its name, as it was typed. */
export type NewOptions = { readonly [Each in Name]?: string } & {
  readonly out: string
  readonly force?: true
  readonly json?: true
  readonly color: boolean
  readonly year?: number
  readonly asOf?: string
  readonly rounding: Rounding
}

/** Asks what the flags leave open (on a terminal), writes the file, and answers the first question about it. */
export async function newScenario(io: Io, options: NewOptions): Promise<void> {
  const { out: file, asOf = io.today(), rounding } = options
  const year = options.year ?? Number(asOf.slice(0, 4))
  const given = await answersFor(io, options, asOf)
  const answers = { ...defaultsFor(asOf), ...given } as Answers
  const text = scenarioText(answers, new Set(Object.keys(given) as Name[]), year, asOf)
  // Asked before anything is written: what the engine refuses must not become a file
  const { of } = subjectOf(yamlValue(text, file).value, rounding)
  const room = roomAnswer(of, { asOf, year, rounding })
  if (file === '-') {
    io.stdout.write(text)
    return
  }
  await write(file, text, io, options.force === true)
  await show(io, options, {
    json: { file, room },
    lines: (page) => [
      ...[`Wrote ${file}.`, '', ...roomLines(room, page), ''],
      ...[page.paint.bold('Next'), ...next(file, answers)],
    ],
  })
}

const next = (file: string, { credit, lastAmt }: Answers): string[] => [
  `  isoline curve ${file}            where each share begins to cost more`,
  `  isoline estimate ${file} --math  after adding an exercise under plan`,
  `  isoline cost ${file}             whether the cash pays for it`,
  ...(credit > 0 || lastAmt > 0 ? [`  isoline credit ${file}           when the credit comes back`] : []),
]

async function answersFor(io: Io, options: NewOptions, asOf: string): Promise<Partial<Answers>> {
  const given = Object.fromEntries(
    questions.flatMap((question) => {
      const text = options[question.name]
      return text === undefined ? [] : [[question.name, readFlag(question, text)]]
    }),
  ) as Partial<Answers>
  checkLast(given)
  const answered = new Set(questions.flatMap(({ name, only }) => (only && name in given ? [only] : [])))
  const open = questions.filter(({ name, only }) => !(name in given) && !(only && answered.has(only)))
  if (open.length === 0) return given
  if (io.stdin.isTTY && io.stderr.isTTY && open.some(({ needed }) => needed)) {
    const { ask } = await import('../new/ask.ts')
    return { ...given, ...(await ask(open, defaultsFor(asOf), io)) }
  }
  const missing = open.filter(({ needed }) => needed)
  if (missing.length > 0) throw new UsageError(missingText(missing))
  return given
}

/** Part I of Form 8801 compares the tax on what never comes back with the regular tax: one without the other misleads. */
function checkLast(given: Partial<Answers>): void {
  const [income, tax] = ['lastIncome' in given, 'lastRegularTax' in given]
  if (income !== tax || ('lastExclusions' in given && !income))
    throw new UsageError(
      '--last-income, --last-exclusions and --last-regular-tax belong together: Form 8801 compares the tax on the first two with the third.',
    )
}

function readFlag({ flag, read }: Question, text: string): string | number | null {
  try {
    return read(text)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new UsageError(`${flag} ${text}: ${error.message}`)
  }
}

const missingText = (missing: readonly Question[]): string =>
  `there is no terminal to ask on, so these flags are needed:\n${missing.map(({ flag, ask }) => `  ${flag.padEnd(10)} ${ask}`).join('\n')}`

async function write(file: string, text: string, io: Io, force: boolean): Promise<void> {
  const there = existsSync(file)
  if (there && !force && !(await replaced(file, io)))
    throw faulty(file, 'fileExists', 'is there already. Give another name with --out, or replace it with --force.')
  try {
    await writeFile(file, text, { flag: there ? 'w' : 'wx' })
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException
    throw faulty(file, 'notWritable', `cannot be written (${code}). Give another name with --out.`)
  }
}

async function replaced(file: string, io: Io): Promise<boolean> {
  if (!io.stdin.isTTY || !io.stderr.isTTY) return false
  const { mayReplace } = await import('../new/ask.ts')
  return mayReplace(file, io)
}
