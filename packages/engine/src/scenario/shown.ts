/** How messages show a value and a key from outside: short, on one line, and never by the value's own code. */
import { nearest } from '../nearest.ts'

/** A value as a message shows it. */
export function shown(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value)
    case 'number':
    case 'boolean':
    case 'undefined':
      return String(value)
    case 'object':
      return value === null ? 'null' : Array.isArray(value) ? 'a list' : 'an object'
    default:
      return `a ${typeof value}`
  }
}

/** What to say of a key that is not known: the one that was probably meant, or those that are known. */
export function unknownKeyMessage(key: string, known: readonly string[], suggest = true): string {
  const near = suggest ? nearest(key, known) : undefined
  if (near !== undefined) return `${shown(key)} is not a key here. Did you mean ${near}?`
  return `${shown(key)} is not a key here. Remove it${oneOfThese(known, '; known are ')}.`
}

/** What to say of a word that is none of those allowed. */
export function notOneOfMessage(value: unknown, allowed: readonly string[]): string {
  const near = typeof value === 'string' ? nearest(value, allowed) : undefined
  if (near !== undefined) return `is ${shown(value)}. Did you mean ${near}?`
  return `is ${shown(value)}. Give one of ${oneOfThese(allowed, '')}.`
}

const oneOfThese = (known: readonly string[], before: string): string =>
  known.length === 0 ? '' : `${before}${known.slice(0, 16).join(', ')}${known.length > 16 ? ' and others' : ''}`

/** The path of a key inside an object, `incomes.2026`; an over-long key is cut. */
export function joined(path: string, key: string): string {
  const short = key.length > 60 ? `${key.slice(0, 60)}…` : key
  return path === '' ? short : `${path}.${short}`
}

/** What to add of a name that was not found: the one that was probably meant, if that is asked, or those there are. */
export function nearestAmong(name: string, names: readonly string[], suggest = true): string {
  const near = suggest ? nearest(name, names) : undefined
  if (near !== undefined) return ` Did you mean ${near}?`
  return names.length === 0 ? ' None is given.' : ` Name one of ${oneOfThese(names, '')}.`
}

/** A number of shares or dollars as a message shows it. */
export const counted = (number: number): string => String(+number.toFixed(4))
