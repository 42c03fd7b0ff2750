/** A scenario file as a plain object that may still lack facts: what the person is asked for is missing in it at first. */
import { InputError } from '@isoline/engine'

/** An element of a list of the file, as far as it is known. */
export type Entry = { [key: string]: unknown }

/** The lists that files can add to. */
export interface Lists {
  readonly grants: Entry[]
  readonly lots: Entry[]
  readonly plan: Entry[]
  readonly prices: Entry[]
}

/** Where each list stands in the file. */
const listPaths = {
  grants: ['grants'],
  lots: ['lots'],
  plan: ['plan'],
  prices: ['company', 'prices'],
} as const satisfies { readonly [List in keyof Lists]: readonly string[] }

/**
 * Copies of the lists of a scenario file, to be added to.
 * @throws InputError where one of them is no list of objects.
 */
export function listsOf(scenario: unknown): Lists {
  if (!isEntry(scenario)) throw fault('', 'is not a scenario: an object was expected')
  const company = own(scenario, 'company') ?? {}
  if (!isEntry(company)) throw fault('company', 'is not an object')
  return {
    grants: listAt(scenario, 'grants', 'grants'),
    lots: listAt(scenario, 'lots', 'lots'),
    plan: listAt(scenario, 'plan', 'plan'),
    prices: listAt(company, 'prices', 'company.prices'),
  }
}

const own = (entry: Entry, key: string): unknown => (Object.hasOwn(entry, key) ? entry[key] : undefined)

const isEntry = (value: unknown): value is Entry => typeof value === 'object' && value !== null && !Array.isArray(value)

function listAt(entry: Entry, key: string, path: string): Entry[] {
  const list = own(entry, key) ?? []
  if (!Array.isArray(list)) throw fault(path, 'is not a list')
  return list.map((each, i) => {
    if (!isEntry(each)) throw fault(`${path}[${i}]`, 'is not an object')
    return { ...each }
  })
}

const fault = (path: string, what: string): InputError =>
  new InputError([{ path, code: 'wrongType', message: `${what}. Correct the scenario before adding to it.` }])

/** One thing to set in the file: an element added, or a key of an element. */
export interface Change {
  readonly path: readonly (string | number)[]
  readonly value: unknown
}

/** What makes the lists of `before` into those of `after`: nothing is ever taken away. */
export function changesBetween(before: Lists, after: Lists): readonly Change[] {
  return (Object.keys(listPaths) as (keyof Lists)[]).flatMap((list) =>
    after[list].flatMap((entry, i): Change[] => {
      const path = [...listPaths[list], i]
      const old = before[list][i]
      if (!old) return [{ path, value: entry }]
      return Object.keys(entry)
        .filter((key) => JSON.stringify(entry[key]) !== JSON.stringify(old[key]))
        .map((key) => ({ path: [...path, key], value: entry[key] }))
    }),
  )
}

/** The file with the changes made; the file given stays as it is. */
export function changed(scenario: unknown, after: Lists): Entry {
  const file = { ...(scenario as Entry) }
  for (const list of ['grants', 'lots', 'plan'] as const) if (after[list].length > 0) file[list] = after[list]
  if (after.prices.length > 0)
    file['company'] = { ...(own(file, 'company') as Entry | undefined), prices: after.prices }
  return file
}
