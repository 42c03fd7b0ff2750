/** A scenario from the text of a file: YAML 1.2 or JSON, hostile or not, and then by every rule of the engine. */
import { InputError, NotModelled, parseScenario, type ScenarioFile } from '@isoline/engine'
import { LineCounter, parseAllDocuments } from 'yaml'

/** What is read from a file: the scenario, and the day its first lines say it is told from. */
export interface Read {
  readonly file: ScenarioFile
  readonly asOf: string | null
  /** The name it was saved under. */
  readonly name: string | null
}

/** @throws InputError with every fault, each at its path. */
export function readScenario(text: string, name: string): Read {
  const file = valueIn(text.replace(/^\uFEFF/, ''), name)
  try {
    parseScenario(file)
  } catch (error) {
    // What is not modelled is said by the view that asks for it; the file is in order.
    if (!(error instanceof NotModelled)) throw error
  }
  return { file: file as ScenarioFile, asOf: dayIn(text), name: nameIn(text) }
}

/** The day of the first `--as-of` in the comments at the head of a file. */
const dayIn = (text: string): string | null =>
  /^(?:#.*\n|\s*\n)*?#.*--as-of (\d{4}-\d\d-\d\d)/.exec(text.slice(0, 10_000))?.[1] ?? null

const nameIn = (text: string): string | null =>
  /^# (.{1,100})\. Saved by Isoline;/.exec(text.slice(0, 10_000))?.[1] ?? null

function valueIn(text: string, name: string): unknown {
  if (text.trim() === '') throw faulty(name, 'empty', 'is empty. Give a scenario in YAML or JSON.')
  if (text.includes('\0')) throw faulty(name, 'notText', 'is not a text file. Give a scenario in YAML or JSON.')
  if (/^\s*[{[]/.test(text)) {
    try {
      return JSON.parse(text)
    } catch {
      // YAML has objects in braces too
    }
  }
  return yamlValue(text, name)
}

/** The core schema keeps dates as text; a key that stands twice is a fault; aliases may not multiply. */
function yamlValue(text: string, name: string): unknown {
  const lineCounter = new LineCounter()
  try {
    const documents = parseAllDocuments(text, { version: '1.2', schema: 'core', lineCounter })
    const [document, second] = Array.isArray(documents) ? documents : []
    if (!document) throw faulty(name, 'empty', 'holds nothing but comments. Give a scenario.')
    if (second) throw faulty(name, 'manyDocuments', 'holds several YAML documents (---). Give one scenario to a file.')
    const faults = [...document.errors, ...document.warnings].slice(0, 100)
    if (faults.some(({ message }) => message.includes('call stack'))) throw new RangeError('too deep')
    if (faults.length > 0)
      throw new InputError(
        faults.map(({ code, message, pos: [at] }) => ({
          path: `${name}, line ${lineCounter.linePos(at).line}`,
          code: code === 'DUPLICATE_KEY' ? 'duplicateKey' : 'badSyntax',
          message: `${(message.split(/ at line|\n/)[0] as string).replace(/[.:]?$/, '.')} Correct the YAML there.`,
        })),
      )
    return document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    if (error instanceof ReferenceError && error.message.startsWith('Excessive'))
      throw faulty(name, 'tooLarge', 'grows far beyond any scenario by its aliases (*). Write the values out.')
    if (error instanceof ReferenceError)
      throw faulty(name, 'badAlias', `has an alias (*) that cannot be followed: ${error.message}. Write the value out.`)
    if (error instanceof RangeError)
      throw faulty(name, 'tooDeep', 'nests objects or lists deeper than any scenario. Is it the right file?')
    throw error
  }
}

const faulty = (path: string, code: string, message: string): InputError => new InputError([{ path, code, message }])
