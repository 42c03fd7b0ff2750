/** Reads single values of a flat case. A number at fault is noted and comes back as NaN: no more is said of it. */
import type { Problem } from '../errors.ts'
import type { ProblemCode } from './problems.ts'
import { largest } from './schemaParts.ts'
import { joined, notOneOfMessage, shown, unknownKeyMessage } from './shown.ts'

/** What is noted of one row. An array by itself, because most rows note nothing and there are very many of them. */
export type Noted = Problem[]

/** Notes a problem. */
export function note(noted: Noted, path: string, code: ProblemCode, message: string): void {
  noted.push({ path, code, message })
}

/** Dollars, zero or more. */
export function amount(value: unknown, path: string, noted: Noted): number {
  // Adding zero makes plain zero of a negative one
  if (typeof value === 'number' && value >= 0 && value <= largest) return value + 0
  return wrongNumber(value, path, 0, largest, noted)
}

/** Dollars that may be negative. */
export function signedAmount(value: unknown, path: string, noted: Noted): number {
  if (typeof value === 'number' && value >= -largest && value <= largest) return value + 0
  return wrongNumber(value, path, -largest, largest, noted)
}

/** Dollars, zero or more; zero when not given. */
export const maybeAmount = (value: unknown, path: string, noted: Noted): number =>
  value === undefined ? 0 : amount(value, path, noted)

/** Dollars that may be negative; zero when not given. */
export const maybeSignedAmount = (value: unknown, path: string, noted: Noted): number =>
  value === undefined ? 0 : signedAmount(value, path, noted)

/** A whole number from `low` to `high`. */
export function whole(value: unknown, path: string, low: number, high: number, noted: Noted): number {
  if (Number.isInteger(value) && (value as number) >= low && (value as number) <= high) return (value as number) + 0
  if (value === undefined) {
    note(noted, path, 'missing', `is missing. Give a whole number from ${low} to ${high}.`)
    return Number.NaN
  }
  return wrongNumber(value, path, low, high, noted)
}

/** One of some words. */
export function oneOf<Word extends string>(value: unknown, path: string, words: readonly Word[], noted: Noted): Word {
  if (value === undefined) note(noted, path, 'missing', `is missing. Give one of ${words.join(', ')}.`)
  else if (!words.includes(value as Word)) note(noted, path, 'notOneOf', notOneOfMessage(value, words))
  return value as Word
}

/** true or false; false when not given. */
export function maybeFlag(value: unknown, path: string, noted: Noted): boolean {
  if (value !== undefined && typeof value !== 'boolean')
    note(noted, path, 'notTrueOrFalse', `is ${shown(value)}. Write true or false, without quotes.`)
  return value === true
}

/** The value as an object with none but these keys; undefined, and noted, when it is no object. */
export function objectOf<Keys extends string>(
  value: unknown,
  path: string,
  keys: ReadonlySet<string>,
  noted: Noted,
): { readonly [Key in Keys]?: unknown } | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    note(noted, path, 'notAnObject', `is ${shown(value)} where an object belongs. Give { … }.`)
    return undefined
  }
  for (const key in value)
    if (!keys.has(key))
      note(noted, joined(path, key), 'unknownKey', unknownKeyMessage(key, [...keys], noted.length < 50))
  return value
}

function wrongNumber(value: unknown, path: string, low: number, high: number, noted: Noted): number {
  if (value === undefined) note(noted, path, 'missing', 'is missing. Give it, as 0 if there is none.')
  else if (typeof value !== 'number' || !Number.isFinite(value))
    note(noted, path, 'notANumber', `is ${shown(value)}, which is not a number. Write it without quotes or commas.`)
  else if (value < 0 && low >= 0)
    note(noted, path, 'negative', `is ${value}, and may not be below zero. Give ${low} or more.`)
  else if (value < low || value > high) note(noted, path, 'outOfRange', `is ${value}. Give ${low} to ${high}.`)
  else note(noted, path, 'notWhole', `is ${value}, which is not whole. Round it.`)
  return Number.NaN
}
