/** The kinds of value a scenario holds, each with words for messages and for the published schema. */
import * as z from 'zod/mini'
import { isDate } from '../date.ts'
import { filingStatuses } from '../law/law.ts'
import { usStates } from './states.ts'

/** The words on a part of the schema: `description`, and keywords of JSON Schema that the types cannot say. */
export interface Words {
  readonly description: string
  readonly format?: string
  readonly oneOf?: readonly unknown[]
}

/** The words of every part of the schema. */
export const words = z.registry<Words>()

/** No amount, price or count in a file is larger: a trillion. Products of two stay exact enough, and finite. */
export const largest = 1e12

const between = (low: number, high: number, description: string) =>
  z.number().check(z.minimum(low), z.maximum(high)).register(words, { description })

const wholeBetween = (low: number, high: number, description: string) =>
  z.int().check(z.minimum(low), z.maximum(high)).register(words, { description })

/** Dollars, zero or more. */
export const amount = (description: string) => between(0, largest, `${description}. Dollars.`)

/** Dollars, losses negative. */
export const signedAmount = (description: string) =>
  between(-largest, largest, `${description}. Dollars; may be negative.`)

/** Dollars for one share, zero or more. */
export const perShare = (description: string) => between(0, largest, `${description}. Dollars a share.`)

/** A whole number of shares, one or more. */
export const wholeShares = (description: string) => wholeBetween(1, largest, `${description}. Whole shares.`)

/** A whole number of shares, or none. */
export const noneOrWholeShares = (description: string) => wholeBetween(0, largest, `${description}. Whole shares.`)

/** Shares, more than none; a part of a share may be left by a split. */
export const someShares = (description: string) => between(1e-6, largest, `${description}. Shares.`)

/** A plain number from `low` to `high`. */
export const ratio = (low: number, high: number, description: string) => between(low, high, `${description}.`)

/** A fraction a year, 0.03 for 3 %, at least -0.5. */
export const yearlyRate = (high: number, description: string) =>
  between(-0.5, high, `${description}. A fraction: 0.03 is 3 % a year.`)

/** A count from `low` to `high`. */
export const count = (low: number, high: number, description: string) => wholeBetween(low, high, `${description}.`)

/** A calendar date, `YYYY-MM-DD`, in the years 1900 to 2200. */
export const date = (description: string) =>
  z
    .string()
    .check(z.regex(/^\d{4}-\d{2}-\d{2}$/, { abort: true }), z.refine(isDate))
    .register(words, { description: `${description}. YYYY-MM-DD.`, format: 'date' })

/** A name or other short text, not empty. */
export const text = (description: string) =>
  z
    .string()
    .check(z.minLength(1), z.maxLength(200))
    .register(words, { description: `${description}.` })

/** true or false. */
export const flag = (description: string) => z.boolean().register(words, { description: `${description}.` })

/** One of some words. */
export const oneOf = <const Choices extends readonly string[]>(choices: Choices, description: string) =>
  z.enum(choices).register(words, { description: `${description}.` })

export const filingStatus = (description: string) => oneOf(filingStatuses, description)
export const usState = (description: string) => oneOf(usStates, `${description}, as a postal code`)

/** An object with these keys and no others. */
export const object = <Shape extends z.core.$ZodLooseShape>(description: string, shape: Shape) =>
  z.strictObject(shape).register(words, { description: `${description}.` })

/** A list, in any length. */
export const list = <Element extends z.core.SomeType>(description: string, element: Element) =>
  z.array(element).register(words, { description: `${description}.` })

/** Where facts were read, kept beside them: file, sheet, row and day. Nothing is figured from it. */
export const sources = () =>
  z.optional(list('Where the facts were read', text('A file, with sheet, row and the day of reading')))

/** An object with a value for each year named. */
export const byYear = <Value extends z.core.SomeType>(description: string, value: Value) =>
  z.record(z.string().check(z.regex(/^[1-9]\d{3}$/)), value).register(words, { description: `${description}.` })

/** An object with a value for each state named. */
export const byState = <Value extends z.core.SomeType>(description: string, value: Value) =>
  z.partialRecord(z.enum(usStates), value).register(words, { description: `${description}.` })

/** A key that may be left out. */
export const maybe = z.optional
