/** The text of a scenario file with what was added to it: the comments and the order of the person's own text stay. */
import { readFile } from 'node:fs/promises'
import { isDeepStrictEqual } from 'node:util'
import type { Merged } from '@isoline/files'
import { type Document, isSeq, parseDocument, stringify } from 'yaml'
import { faulty, type Source } from './read.ts'

/** A new text where there is no file, or where it came from standard input. */
export async function scenarioWith(
  file: string | undefined,
  source: Source | undefined,
  whole: Merged,
): Promise<string> {
  if (file === undefined) return `${begun}${yaml(whole.scenario)}`
  const text = file === '-' ? undefined : await readFile(file, 'utf8')
  if (text?.trimStart().startsWith('{')) return `${JSON.stringify(whole.scenario, null, 2)}\n`
  if (text === undefined) return yaml(whole.scenario)
  const document = parseDocument(text, { version: '1.2', schema: 'core' })
  try {
    for (const { path, value } of whole.changes) set(document, path, value)
  } catch {
    throw placeless(source)
  }
  const made = document.toString({ lineWidth: 0 })
  // What is written must be what was shown, whatever the text was like
  if (!isDeepStrictEqual(parseDocument(made, { version: '1.2', schema: 'core' }).toJS(), whole.scenario))
    throw placeless(source)
  return made
}

const begun =
  '# An Isoline scenario begun from imported files. Add household and incomes; `isoline new` shows how they look.\n'

const yaml = (value: unknown): string => stringify(value, { version: '1.2', schema: 'core', lineWidth: 0 })

/** An element added to a list, which is made where it is missing, or a key of an element or an object. */
function set(document: Document, path: readonly (string | number)[], value: unknown): void {
  const place = path.findIndex((step) => typeof step === 'number')
  if (place < 0) {
    document.setIn(yearsAsWritten(document, path), value)
    return
  }
  const list = path.slice(0, place)
  const there = document.getIn(list)
  if (there === undefined || there === null) document.setIn(list, document.createNode([]))
  else if (isSeq(there) && there.items.length === 0) there.flow = false
  document.setIn(path, document.createNode(value))
}

/** The path with its years as the text has them: YAML knows the key 2025 from the key "2025". */
const yearsAsWritten = (document: Document, path: readonly (string | number)[]): (string | number)[] =>
  path.map((step, i) => (/^\d{4}$/.test(String(step)) && !document.hasIn(path.slice(0, i + 1)) ? Number(step) : step))

const placeless = (source: Source | undefined) =>
  faulty(
    source?.name ?? '',
    'cannotAdd',
    'is written in a way that nothing can be added to, such as with aliases (*name). Give --out with --json and add it by hand, or write the lists out.',
  )
