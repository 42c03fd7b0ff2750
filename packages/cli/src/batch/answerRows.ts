/** Answers rows: text of JSON lines in, text of JSON lines out. A bad row has an error in its place and the rest go on. */
import { isUtf8 } from 'node:buffer'
import {
  type Case,
  caseOfFlat,
  type Desk,
  InputError,
  loadSolver,
  NotModelled,
  newDesk,
  parseFlatCase,
  parseScenario,
  planAnswer,
  projectAnswer,
  returnAnswer,
  roomAnswer,
  type Solver,
} from '@isoline/engine'
import { type AnsweredRows, longestRow, type RowTask } from './task.ts'

/** Answers the rows of a chunk, which ends at the end of a row. */
export type RowAnswerer = (chunk: Buffer) => AnsweredRows

/** What answers rows. Make one for each thread: it keeps what can be used again, and only plans wait for the solver. */
export async function rowAnswerer(task: RowTask): Promise<RowAnswerer> {
  const tools: Tools = { desk: newDesk(), solver: task.task === 'plan' ? await loadSolver() : null }
  const encoder = new TextEncoder()
  return (chunk) => {
    const counts = { rows: 0, bad: 0, defects: 0 }
    let answers = ''
    for (const line of linesOf(chunk)) {
      if (isBlank(line)) continue
      counts.rows++
      answers += `${answerLine(line, task, tools, counts)}\n`
    }
    return { bytes: encoder.encode(answers), ...counts }
  }
}

/** What a thread keeps between rows. */
interface Tools {
  readonly desk: Desk
  /** Null where no plan is asked for. */
  readonly solver: Solver | null
}

type Counts = { -readonly [Name in Exclude<keyof AnsweredRows, 'bytes'>]: number }

/** The lines of a chunk. A line that is not UTF-8 comes as its bytes. */
function* linesOf(chunk: Buffer): Generator<string | Buffer> {
  if (isUtf8(chunk)) {
    const text = chunk.toString('utf8')
    for (let start = 0; start < text.length; ) {
      const end = text.indexOf('\n', start)
      yield text.slice(start, end === -1 ? undefined : end)
      start = end === -1 ? text.length : end + 1
    }
    return
  }
  for (let start = 0; start < chunk.length; ) {
    const end = chunk.indexOf(10, start)
    const line = chunk.subarray(start, end === -1 ? undefined : end)
    yield isUtf8(line) ? line.toString('utf8') : line
    start = end === -1 ? chunk.length : end + 1
  }
}

const isBlank = (line: string | Buffer): boolean => typeof line === 'string' && /^[ \t\r]*$/.test(line)

function answerLine(line: string | Buffer, task: RowTask, tools: Tools, counts: Counts): string {
  let row: unknown
  try {
    row = parsed(line)
    return JSON.stringify(answerOf(row, task, tools))
  } catch (error) {
    counts.bad++
    if (!(error instanceof InputError || error instanceof NotModelled)) counts.defects++
    return JSON.stringify({ id: idOf(row), error: rowError(error) })
  }
}

function parsed(line: string | Buffer): unknown {
  if (line.length > longestRow) throw fault('tooLong', `the row is longer than ${longestRow / 1e6} MB.`)
  if (typeof line !== 'string') throw fault('notUtf8', 'the row is not UTF-8 text.')
  try {
    return JSON.parse(line)
  } catch (error) {
    throw fault('notJson', `the row is not JSON: ${(error as Error).message}. Give one object a line.`)
  }
}

const fault = (code: string, message: string): InputError => new InputError([{ path: '', code, message }])

function answerOf(row: unknown, task: RowTask, { desk, solver }: Tools): object {
  switch (task.task) {
    case 'return':
      return returnOf(row, task, desk)
    case 'room':
      return roomOf(row, task)
    case 'project':
      return projectOf(row, task)
    case 'plan':
      return planOf(row, task, solver as Solver)
  }
}

const returnOf = (row: unknown, { rounding, forms }: RowTask, desk: Desk): object =>
  returnAnswer(row, { rounding, forms, desk })

/** The room of a flat case in short, or of a scenario in full. */
function roomOf(row: unknown, { asOf, rounding }: RowTask): object {
  if (isObject(row) && 'isoline' in row) {
    const { id = null, ...scenario } = row
    return { id, ...roomAnswer(parseScenario(scenario), { asOf, rounding }) }
  }
  const flat = parseFlatCase(row)
  const { year, room, roomBeforeCreditShrinks, notices } = roomAnswer(caseOfFlat(flat, rounding), { asOf, rounding })
  return { id: flat.id, year, room, roomBeforeCreditShrinks, notices }
}

/** The years of a scenario. */
function projectOf(row: unknown, { asOf, rounding, forms }: RowTask): object {
  const { id, of } = scenarioOf(row, 'a projection takes a household through its years')
  return { id, ...projectAnswer(of, asOf, { rounding, forms }) }
}

/** The best plan of a scenario, with its bound. */
function planOf(row: unknown, { asOf, rounding }: RowTask, solver: Solver): object {
  const { id, of } = scenarioOf(row, 'a plan is made for a household with grants')
  return { id, ...planAnswer(of, { asOf, rounding }, {}, solver) }
}

/** A row that must be a scenario: a flat case has one year and nothing that goes on from it. */
function scenarioOf(row: unknown, why: string): { readonly id: unknown; readonly of: Case } {
  if (!isObject(row)) return { id: null, of: parseScenario(row) }
  if (!('isoline' in row))
    throw fault('needsScenario', `the row is no scenario: ${why}. Give \`isoline: 1\` and the rest of a scenario file.`)
  const { id = null, ...scenario } = row
  return { id, of: parseScenario(scenario) }
}

/** Problems listed for one row; more are of one kind. */
const mostProblems = 50

function rowError(error: unknown): object {
  if (error instanceof NotModelled)
    return { code: 'notModelled', path: error.form, message: error.message, rule: error.rule }
  if (error instanceof InputError) {
    const { problems } = error
    return { ...problems[0], ...(problems.length > 1 && { problems: problems.slice(0, mostProblems) }) }
  }
  const message = `a defect in Isoline: ${error instanceof Error ? error.message : error}. Please report this row.`
  return { code: 'defect', path: '', message }
}

const idOf = (row: unknown): string | number | null => {
  const id = isObject(row) ? row['id'] : undefined
  return (typeof id === 'string' && id !== '') || typeof id === 'number' ? id : null
}

const isObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
