/** Reads a value against the schema of the scenario file: what is wrong, in our words, and what is left. */
import * as z from 'zod/mini'
import { InputError } from '../errors.ts'
import { type PlainObject, plainCopy } from './plainCopy.ts'
import type { ProblemCode, Problems } from './problems.ts'
import { type Draft, type ScenarioFile, scenarioFile } from './schema.ts'
import { words } from './schemaParts.ts'
import { joined, notOneOfMessage, shown, unknownKeyMessage } from './shown.ts'

type Schema = z.core.$ZodType
type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

/**
 * The whole file where its shape is right; else the draft of it, with everything of the wrong shape noted and left out,
 * so that what remains can be checked further.
 * @throws InputError for a value too large to be a scenario, or with too many faults to tell.
 */
export function readShape(value: unknown, problems: Problems): { file?: ScenarioFile; draft: Draft<ScenarioFile> } {
  const copy = plainCopy(value, problems)
  const { data, error } = parsed(copy)
  if (data) return { file: data, draft: data }
  for (const issue of error.issues) readIssue(issue, copy, problems)
  return { draft: isObject(copy) ? (copy as Draft<ScenarioFile>) : {} }
}

/** Reads the copy. Of very many faults zod makes the arguments of one call, which is too much for the stack. */
function parsed(copy: unknown): z.core.util.SafeParseResult<ScenarioFile> {
  try {
    return z.safeParse(scenarioFile, copy)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const message = 'has so many faults that they cannot be told. Is it the right file?'
    throw new InputError([{ path: '', code: 'tooLarge', message }])
  }
}

function readIssue(issue: Issue, copy: unknown, problems: Problems): void {
  const value = valueAt(copy, issue.path)
  const path = printed(issue.path)
  if (issue.code === 'invalid_union') {
    const inner = chosenOption(issue)
    for (const each of inner) readIssue({ ...each, path: [...issue.path, ...each.path] }, copy, problems)
    return
  }
  if (issue.code === 'unrecognized_keys') {
    const known = keysOf(schemaAt(scenarioFile, issue.path))
    for (const [i, key] of issue.keys.entries()) {
      problems.add(joined(path, key), 'unknownKey', unknownKeyMessage(key, known, i < 50))
      drop(copy, [...issue.path, key])
    }
    return
  }
  // A part that was refused on the first look is no longer there to be of the wrong type
  if (!problems.has(path)) problems.add(path, ...inOurWords(issue, value))
  drop(copy, issue.path)
}

/** The problems of the option that was meant: the first whose kind the value is, else the first. */
function chosenOption(issue: z.core.$ZodIssueInvalidUnion): Issue[] {
  const wrongKind = (each: Issue) =>
    each.path.length === 0 && (each.code === 'invalid_type' || each.code === 'invalid_value')
  return issue.errors.find((option) => !option.some(wrongKind)) ?? issue.errors[0] ?? []
}

function inOurWords(issue: Issue, value: unknown): [ProblemCode, string] {
  const schema = schemaAt(scenarioFile, issue.path)
  const meaning = wordsOf(schema)
  if (value === undefined) return ['missing', `is missing. Give it: ${meaning}`]
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.expected, value, meaning)
    case 'invalid_value':
      return ['notOneOf', notOneOfMessage(value, issue.values.map(String))]
    case 'invalid_key':
      return ['notAYear', `is not a year. Write four digits, such as 2026.`]
    case 'invalid_format':
      return ['notADate', `is ${shown(value)}, which is not a date. Write YYYY-MM-DD, such as 2026-01-15.`]
    case 'custom':
      return [
        'impossibleDate',
        `is ${shown(value)}, a day that does not exist or lies outside 1900 to 2200. Correct it.`,
      ]
    case 'too_small':
      return tooSmall(issue, value)
    case 'too_big':
      if (issue.origin === 'string')
        return ['tooLong', `has ${String(value).length} letters. Give at most ${issue.maximum}.`]
      return ['outOfRange', `is ${shown(value)}. Give at most ${issue.maximum}.`]
    default:
      return ['notOneOf', `is ${shown(value)}, which does not fit. Give: ${meaning}`]
  }
}

function wrongType(expected: string, value: unknown, meaning: string): [ProblemCode, string] {
  const is = value === null ? 'is empty' : `is ${shown(value)}`
  switch (expected) {
    case 'object':
    case 'record':
      return ['notAnObject', `${is} where an object belongs. Give: ${meaning}`]
    case 'array':
      return ['notAList', `${is} where a list belongs. Give: ${meaning}`]
    case 'boolean':
      return ['notTrueOrFalse', `${is}. Write true or false, without quotes.`]
    case 'int':
      if (typeof value === 'number' && Number.isFinite(value))
        return ['notWhole', `${is}, which is not whole. Round it.`]
      return ['notANumber', `${is}, which is not a number. Write it without quotes, commas or signs.`]
    case 'number':
      return ['notANumber', `${is}, which is not a number. Write it without quotes, commas or currency sign.`]
    default:
      return isDateWords(meaning)
        ? ['notADate', `${is}, which is not a date. Write YYYY-MM-DD, such as 2026-01-15.`]
        : ['notText', `${is}, which is not text. Put it in quotes.`]
  }
}

const isDateWords = (meaning: string): boolean => meaning.endsWith('YYYY-MM-DD.')

function tooSmall(issue: z.core.$ZodIssueTooSmall, value: unknown): [ProblemCode, string] {
  if (issue.origin === 'string') return ['missing', 'is empty. Give it a text.']
  if (typeof value === 'number' && value < 0 && Number(issue.minimum) >= 0)
    return [
      'negative',
      `is ${value}, and may not be below zero. Give ${Number(issue.minimum) > 0 ? issue.minimum : 'zero'} or more.`,
    ]
  return ['outOfRange', `is ${shown(value)}. Give at least ${issue.minimum}.`]
}

/** The part of the schema at a path, seen through what may be left out, be null or take several forms. */
function schemaAt(schema: Schema, path: Path): Schema {
  return path.reduce<Schema>((at, key) => step(at, key) ?? at, schema)
}

function step(schema: Schema, key: PropertyKey): Schema | undefined {
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'optional':
    case 'nullable':
      return step(def.innerType, key)
    case 'object':
      return def.shape[key as string]
    case 'array':
      return typeof key === 'number' ? def.element : undefined
    case 'record':
      return def.valueType
    case 'union':
      return def.options.map((option) => step(option, key)).find((found) => found !== undefined)
    default:
      return undefined
  }
}

function keysOf(schema: Schema): string[] {
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'optional':
    case 'nullable':
      return keysOf(def.innerType)
    case 'object':
      return Object.keys(def.shape)
    case 'union':
      return def.options.flatMap(keysOf)
    case 'record':
      return [...(def.keyType._zod.values ?? [])].map(String)
    default:
      return []
  }
}

function wordsOf(schema: Schema): string {
  const { def } = (schema as z.core.$ZodTypes)._zod
  const own = words.get(schema)?.description
  return own ?? (def.type === 'optional' || def.type === 'nullable' ? wordsOf(def.innerType) : 'a value')
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, key) => (isObject(at) || Array.isArray(at) ? (at as PlainObject)[String(key)] : undefined),
    value,
  )
}

/** Takes out what is at fault. In a list an empty object takes its place, so that the others keep their numbers. */
function drop(copy: unknown, path: Path): void {
  const last = path.at(-1)
  const within = valueAt(copy, path.slice(0, -1))
  if (last === undefined) return
  if (Array.isArray(within)) within[Number(last)] = Object.create(null)
  else if (isObject(within)) delete within[String(last)]
}

const isObject = (value: unknown): value is PlainObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A path as messages show it: `grants[0].strike`. */
const printed = (path: Path): string =>
  path.reduce<string>((text, key) => (typeof key === 'number' ? `${text}[${key}]` : joined(text, String(key))), '')
