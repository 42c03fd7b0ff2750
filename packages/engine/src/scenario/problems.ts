/** What can be wrong with an input: the stable codes, and the list in which all problems are gathered. */
import type { Problem } from '../errors.ts'

/** Every code a problem may have, with what it means. Programs may rely on the codes; the messages may be reworded. */
export const problemCodes = {
  missing: 'A fact that is needed was left out.',
  unknownKey: 'The key is none of those that belong here, often a slip of the pen.',
  unknownReference: 'It names a grant, a lot or a year that the file does not have.',
  notAnObject: 'An object with named values belongs here.',
  notAList: 'A list belongs here.',
  notText: 'Text belongs here.',
  notANumber: 'A number belongs here: no quotes, no currency sign, no NaN or infinity.',
  notWhole: 'A whole number belongs here.',
  notTrueOrFalse: 'true or false belongs here.',
  notADate: 'A date written YYYY-MM-DD belongs here.',
  impossibleDate: 'The date does not exist, or lies outside 1900 to 2200.',
  notAYear: 'A year of four digits belongs here.',
  notOneOf: 'The value is none of those that are allowed here.',
  notPlain: 'It is no value that JSON can hold, such as a date object, a function or a map.',
  negative: 'The amount may not be below zero.',
  outOfRange: 'The number lies outside what is possible here.',
  tooLong: 'The text is too long.',
  tooDeep: 'Objects and lists are nested deeper than any file of this kind.',
  tooLarge: 'There are more values, or more faults, than any file of this kind holds.',
  duplicate: 'A name or day was used twice where it may occur once.',
  conflict: 'Two facts contradict each other.',
  cycle: 'Years are taken from each other in a circle.',
  tooManyShares: 'More shares are exercised, sold, given, surrendered or forfeited than there are on that day.',
} as const

/** One of the stable codes of a problem. */
export type ProblemCode = keyof typeof problemCodes

/** The problems found so far in one input, in the order found. */
export class Problems {
  readonly found: Problem[] = []
  readonly #paths = new Set<string>()
  readonly #touched = new Set<string>()

  /** Notes a problem. A fact that is already at fault is not said to be missing as well. */
  add(path: string, code: ProblemCode, message: string): void {
    if (code === 'missing' && this.#paths.has(path)) return
    this.#paths.add(path)
    for (const { index } of path.matchAll(/[.[]|$/g)) this.#touched.add(path.slice(0, index))
    this.found.push({ path, code, message })
  }

  /** Whether a problem was noted at exactly this path. */
  has(path: string): boolean {
    return this.#paths.has(path)
  }

  /** Whether a problem was noted at this path or inside it: what was read there may then be incomplete. */
  touch(path: string): boolean {
    return this.#touched.has(path)
  }
}

/** The places and values in a list that were there before; values not known are not compared. */
export function repeated<Value>(values: readonly (Value | undefined)[]): [number, Value][] {
  const seen = new Set<Value>()
  const again: [number, Value][] = []
  for (const [i, value] of values.entries()) {
    if (value === undefined) continue
    if (seen.has(value)) again.push([i, value])
    seen.add(value)
  }
  return again
}
