/** JSON from outside: bounded in depth, and read by own keys alone. */
import { limits, refused } from './limits.ts'

/**
 * The value of a JSON text.
 * @throws InputError where it is not JSON, or is nested deeper than any statement.
 */
export function jsonIn(text: string, file: string): unknown {
  if (deeperThan(text, limits.depth))
    throw refused(file, 'tooDeep', `nests more than ${limits.depth} deep. Is it the right file?`)
  try {
    return JSON.parse(text)
  } catch {
    throw refused(file, 'notJson', 'begins like JSON and is not: it may be cut short. Download it again.')
  }
}

/** Whether brackets outside of strings nest deeper than so many. */
function deeperThan(text: string, most: number): boolean {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const mark = text[at]
    if (mark === '"') {
      for (at++; at < text.length && text[at] !== '"'; at++) if (text[at] === '\\') at++
    } else if (mark === '{' || mark === '[') {
      if (++depth > most) return true
    } else if (mark === '}' || mark === ']') depth--
  }
  return false
}

/** An object's own values by key in lower case: makers write `AwardId` and `awardId`. No key reaches a prototype. */
export type Fields = ReadonlyMap<string, unknown>

/** The fields of an object; undefined for anything else. */
export function fieldsOf(value: unknown): Fields | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  return new Map(Object.entries(value).map(([key, each]) => [key.toLowerCase(), each]))
}

/** Every object within a value, itself first, in the order of the text. */
export function* objectsIn(value: unknown): Generator<Fields> {
  const fields = fieldsOf(value)
  if (fields) yield fields
  const inner = fields ? fields.values() : Array.isArray(value) ? value : []
  for (const each of inner) if (typeof each === 'object' && each !== null) yield* objectsIn(each)
}
