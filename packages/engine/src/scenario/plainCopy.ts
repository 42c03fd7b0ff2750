/** A first look at a value from outside: copied into plain objects and lists, so that nothing in it surprises later. */
import { InputError } from '../errors.ts'
import type { Problems } from './problems.ts'
import { joined, shown, unknownKeyMessage } from './shown.ts'

/** An object as JSON has it, copied without a prototype. */
export interface PlainObject {
  [key: string]: unknown
}

const deepest = 12
const longest = 2_000
/** Values in all: enough for ten thousand lots and as many entries of the plan, each with every key. */
const most = 300_000
/** Entries of one list, and keys of one object: a fault in each can still be told. */
const mostInOne = 100_000

/**
 * The value as plain data: objects without prototype and without undefined values, lists, texts, numbers, booleans and
 * null. Whatever else is found, or nested too deep, or a text too long, is noted and left out.
 * @throws InputError at once when there are more values than any scenario holds, in all or in one place.
 */
export function plainCopy(value: unknown, problems: Problems): unknown {
  let count = 0
  return copy(value, '', 0)

  function copy(from: unknown, path: string, depth: number): unknown {
    if (++count > most) throw tooLarge()
    if (typeof from === 'string' && from.length > longest)
      return problems.add(path, 'tooLong', `is a text of ${from.length} letters. Give at most ${longest}.`)
    if (from === null || typeof from !== 'object') return isPlain(from) ? from : refuse(from, path)
    if (depth >= deepest)
      return problems.add(path, 'tooDeep', `is nested more than ${deepest} deep. Nothing in such a file is.`)
    if (Array.isArray(from)) return copyList(from, path, depth)
    const prototype: unknown = Object.getPrototypeOf(from)
    // The prototype of plain objects has none itself, in whatever realm they were made
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return refuse(from, path)
    return copyObject(from as PlainObject, path, depth)
  }

  function copyList(from: readonly unknown[], path: string, depth: number): unknown[] {
    if (from.length > mostInOne) throw tooLarge()
    return Array.from(from, (each, i) => copy(each === undefined ? null : each, `${path}[${i}]`, depth + 1))
  }

  function copyObject(from: PlainObject, path: string, depth: number): PlainObject {
    const to: PlainObject = Object.create(null)
    const keys = Object.keys(from)
    if (keys.length > mostInOne) throw tooLarge()
    for (const key of keys) {
      const inside = joined(path, key)
      if (key === '__proto__' || key.length > longest) {
        problems.add(inside, 'unknownKey', unknownKeyMessage(key, [], false))
        continue
      }
      const copied = copy(from[key], inside, depth + 1)
      if (copied !== undefined) to[key] = copied
    }
    return to
  }

  function refuse(from: unknown, path: string): undefined {
    const what = from instanceof Date ? 'a date object' : shown(from)
    problems.add(
      path,
      'notPlain',
      `is ${what}, which JSON cannot hold. Give text, a number, true, false, a list or an object.`,
    )
  }
}

const isPlain = (value: unknown): boolean =>
  value === null || value === undefined || ['string', 'number', 'boolean'].includes(typeof value)

const tooLarge = (): InputError =>
  new InputError([
    {
      path: '',
      code: 'tooLarge',
      message: `holds more than ${most} values, or ${mostInOne} in one place. No scenario does: is it the right file?`,
    },
  ])
