/** JSON with two things that `JSON.parse` leaves out: a key used twice is an error, and every path has its line. */
import { InputError } from '@isoline/engine'
import type { PlacedProblem } from './failure.ts'
import { deepest, tooDeep } from './readLimits.ts'

/**
 * The value of a JSON text; undefined when the text is not JSON (it may be YAML).
 * @throws InputError for a key used twice, and for nesting deeper than any input.
 */
export function jsonValue(text: string, name: string): { readonly value: unknown } | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  const twice: PlacedProblem[] = []
  walk(text, name, (path, offset, seen) => {
    if (!seen || twice.length >= 100) return
    const message = 'this key stands twice in its object. Keep one of the two.'
    twice.push({ path: path(), code: 'duplicateKey', message, line: lineAt(text, offset) })
  })
  if (twice.length > 0) throw new InputError(twice)
  return { value }
}

/** The line of every path of a JSON text. */
export function jsonLines(text: string): Map<string, number> {
  const lines = new Map<string, number>()
  let line = 1
  let counted = 0
  walk(text, '', (path, offset) => {
    for (; counted < offset; counted++) if (text.charCodeAt(counted) === 10) line++
    lines.set(path(), line)
  })
  return lines
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

/** An object or list the walk is inside. A list has an index, an object the keys seen so far. */
interface Level {
  readonly keys: Set<string> | undefined
  index: number
  key: string
}

type Visit = (path: () => string, offset: number, seen: boolean) => void

/** Visits every key of every object and every element of every list, in the order of the text, which is valid JSON. */
function walk(text: string, name: string, visit: Visit): void {
  const levels: Level[] = []
  const path = (): string => levels.map(step).join('').replace(/^\./, '')
  let keyNext = false
  for (let at = 0; at < text.length; at++) {
    const inside = levels.at(-1)
    switch (text[at]) {
      case '"': {
        const end = endOfString(text, at)
        if (keyNext && inside?.keys) {
          inside.key = JSON.parse(text.slice(at, end + 1))
          visit(path, at, inside.keys.has(inside.key))
          inside.keys.add(inside.key)
          keyNext = false
        }
        at = end
        break
      }
      case '{':
      case '[':
        if (levels.length === deepest) throw tooDeep(name)
        keyNext = text[at] === '{'
        levels.push({ keys: keyNext ? new Set() : undefined, index: 0, key: '' })
        if (!keyNext) visit(path, at, false)
        break
      case '}':
      case ']':
        levels.pop()
        keyNext = false
        break
      case ',':
        if (!inside) break
        keyNext = inside.keys !== undefined
        inside.index++
        if (!keyNext) visit(path, at, false)
    }
  }
}

const step = (level: Level): string => (level.keys ? `.${level.key}` : `[${level.index}]`)

function endOfString(text: string, start: number): number {
  let at = start + 1
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at
}
