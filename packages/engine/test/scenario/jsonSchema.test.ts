import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { scenarioJsonSchema } from '../../src/scenario/jsonSchema.ts'
import { yaml } from './files.ts'

interface Schema {
  readonly properties?: { readonly [key: string]: Schema }
  readonly additionalProperties?: Schema | boolean
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly description?: string
  readonly type?: string
}

test('the published schema is up to date', () => {
  const file = new URL('../../../../docs/schema/scenario.schema.json', import.meta.url)
  const message = 'run: node --conditions=@isoline/source scripts/schema.ts'
  expect(JSON.parse(readFileSync(file, 'utf8')), message).toEqual(JSON.parse(JSON.stringify(scenarioJsonSchema())))
})

test('every key says what it means', () => {
  const silent: string[] = []
  walk(scenarioJsonSchema(), '', (schema, path) => {
    if (path !== '' && !schema.anyOf && schema.type !== 'null' && !schema.description?.endsWith('.')) silent.push(path)
  })
  expect(silent).toEqual([])
})

/** Form 6251 lines by their old name would contradict the new one beside them, and two fields may stand in either place. */
const elsewhere = [
  'history.*.form6251.line1',
  'history.*.form6251.status',
  'history.*.form6251.qualifiedDividendWorksheet',
]

test('the whole scenario of the tests has every key of the schema', () => {
  const file = yaml('packages/engine/test/scenario/whole.yaml')
  const used = new Set<string>()
  keysOf(file, '', used)
  const missing: string[] = []
  walk(scenarioJsonSchema(), '', (schema, path) => {
    for (const key of Object.keys(schema.properties ?? {})) {
      const inside = path === '' ? key : `${path}.${key}`
      if (!used.has(inside) && !elsewhere.some((each) => inside.startsWith(each))) missing.push(inside)
    }
  })
  expect(missing).toEqual([])
})

/** Calls `visit` with every part of a schema; a list adds `[]` to the path, an object by year or state `.*`. */
function walk(schema: Schema, path: string, visit: (schema: Schema, path: string) => void): void {
  visit(schema, path)
  for (const option of schema.anyOf ?? []) walk(option, path, visit)
  for (const [key, inner] of Object.entries(schema.properties ?? {}))
    walk(inner, path === '' ? key : `${path}.${key}`, visit)
  if (schema.items) walk(schema.items, `${path}[]`, visit)
  if (typeof schema.additionalProperties === 'object') walk(schema.additionalProperties, `${path}.*`, visit)
}

/** The paths of a file, in the same notation: years and states are `*` as well as themselves. */
function keysOf(value: unknown, path: string, used: Set<string>): void {
  if (Array.isArray(value)) for (const each of value) keysOf(each, `${path}[]`, used)
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) {
      const name = /^(\d{4}|[A-Z]{2})$/.test(key) ? '*' : key
      const inside = path === '' ? name : `${path}.${name}`
      used.add(inside)
      keysOf(inner, inside, used)
    }
}
