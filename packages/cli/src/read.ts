/** Reads what a command is given: a file or standard input, as bytes, as text, and then as a value. */
import { isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { InputError } from '@isoline/engine'
import type { Io } from './io.ts'
import { jsonLines, jsonValue } from './readJson.ts'

/** What was read: its value, and where in the text each part of it stands. */
export interface Source {
  readonly name: string
  readonly value: unknown
  /** The line on which a path such as `grants[0].strike` begins; undefined where the text has no such path. */
  readonly lineOf: (path: string) => number | undefined
}

/** No scenario is near this size; a larger file is the wrong file. Bytes. */
const largestFile = 5_000_000

/**
 * A file, or standard input for `-`, as JSON or YAML.
 * @throws InputError for a file that cannot be read, is not text, or is neither JSON nor YAML.
 */
export async function readSource(file: string, io: Io): Promise<Source> {
  const name = file === '-' ? 'standard input' : file
  const text = textOf(await readBytes(file, name, io), name)
  if (/^[\s]*[{[]/.test(text)) {
    const read = jsonValue(text, name)
    if (read !== undefined) return { name, value: read.value, lineOf: (path) => jsonLines(text).get(path) }
    if (isRows(text))
      throw faulty(name, 'manyRows', 'holds one JSON object a line. Give one of them, or ask all with `isoline batch`.')
  }
  const { yamlValue } = await import('./readYaml.ts')
  return { name, ...yamlValue(text, name) }
}

async function readBytes(file: string, name: string, io: Io): Promise<Buffer> {
  if (file === '-' && io.stdin.isTTY) io.stderr.write('isoline: reading from the terminal; end with Ctrl-D\n')
  return bytesOf(file, name, io, largestFile, 'scenario')
}

/** A file or standard input, up to what such a thing can be: a device or a pipe may never end. */
export async function bytesOf(file: string, name: string, io: Io, largest: number, what: string): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of file === '-' ? io.stdin : createReadStream(file)) {
      chunks.push(Buffer.from(chunk))
      size += chunk.length
      if (size > largest) break
    }
  } catch (error) {
    throw unreadable(name, error as NodeJS.ErrnoException)
  }
  if (size > largest)
    throw faulty(name, 'tooLarge', `is larger than ${largest / 1e6} MB. No ${what} is: give another file.`)
  return Buffer.concat(chunks)
}

function textOf(bytes: Buffer, name: string): string {
  const mark = bytes.subarray(0, 2).toString('hex')
  if (mark === 'fffe' || mark === 'feff') throw faulty(name, 'notUtf8', 'is UTF-16 text. Save it as UTF-8.')
  if (bytes.includes(0)) throw faulty(name, 'notText', 'is not a text file. Give a scenario in YAML or JSON.')
  if (!isUtf8(bytes)) throw faulty(name, 'notUtf8', 'is not UTF-8 text. Save it as UTF-8.')
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '')
  if (text.trim() === '')
    throw faulty(name, 'empty', 'is empty. Give a scenario in YAML or JSON; `isoline new` writes one.')
  return text
}

/** Whether a text that is not JSON is JSON line by line. */
function isRows(text: string): boolean {
  const [first = '', second = ''] = text.split('\n', 2)
  return [first, second].every((line) => line.trimEnd().endsWith('}') && jsonValue(line, '') !== undefined)
}

/** An error about the input as a whole, or about a place in its text. */
export const faulty = (path: string, code: string, message: string): InputError =>
  new InputError([{ path, code, message }])

/** What to say of a file that the system would not read. */
export function unreadable(name: string, error: NodeJS.ErrnoException): Error {
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return faulty(name, 'noFile', 'there is no such file. Check the name; `isoline new` writes a scenario.')
    case 'EISDIR':
      return faulty(name, 'notAFile', 'is a folder. Give a file in it.')
    case 'EACCES':
    case 'EPERM':
      return faulty(name, 'notReadable', 'may not be read. Change its permissions.')
    default:
      if (error.code === undefined) return error
      return faulty(name, 'notReadable', `cannot be read (${error.code}). Give another file.`)
  }
}
