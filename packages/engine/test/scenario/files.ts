/** Scenario files for the tests, and ways to spoil them. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { InputError, type Problem } from '../../src/errors.ts'
import { parseScenario } from '../../src/scenario/parseScenario.ts'

const { parse: parseYaml } = createRequire(import.meta.url)('yaml') as { parse: (text: string) => unknown }

/** What a file is, how the small scenario is spoiled to be so, and the problem it is refused for. */
export type Wrong = readonly [what: string, changes: { readonly [path: string]: unknown }, problem: string]

/** A YAML file, by its path from the root of the repository. */
export const yaml = (path: string): unknown =>
  parseYaml(readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8'))

/** A scenario that is right and says little more than it must. A fresh copy each time. */
export const small = () => ({
  isoline: 1,
  household: {
    status: 'single',
    people: [{ born: '1990-05-05' }],
    residence: [{ from: '2020-01-01', state: 'WA' }],
  },
  incomes: { 2026: { wages: 200_000 } },
  company: { prices: [{ on: '2025-06-01', fmv: 20 }] },
  grants: [
    {
      id: 'G1',
      kind: 'iso',
      on: '2023-03-01',
      shares: 4800,
      strike: 2,
      fmvAtGrant: 2,
      expires: '2033-02-28',
      vesting: { from: '2023-03-01', months: 48, cliffMonths: 12 },
    },
  ],
  lots: [{ id: 'L1', grant: 'G1', exercised: '2025-03-10', shares: 1000, fmvAtExercise: 9.5 }],
  plan: [{ on: '2026-01-15', exercise: 100, grant: 'G1' }],
})

/** The small scenario with values put at paths: `{ 'grants[0].strike': 'two' }`. undefined takes a key away. */
export function spoiled(changes: { readonly [path: string]: unknown }): unknown {
  const file = small()
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.split(/[.[\]]+/).filter((key) => key !== '')
    const last = keys.pop() ?? ''
    // biome-ignore lint/suspicious/noExplicitAny: a test's way into a nested object
    let at: any = file
    for (const key of keys) at = at[key] ??= {}
    if (value === undefined) delete at[last]
    else at[last] = value
  }
  return file
}

/** The problems a value is refused for; none when it is accepted. */
export function problemsOf(value: unknown, parse: (value: unknown) => unknown = parseScenario): readonly Problem[] {
  try {
    parse(value)
    return []
  } catch (error) {
    if (error instanceof InputError) return error.problems
    throw error
  }
}

/** The same, as `path code`. */
export const found = (value: unknown, parse?: (value: unknown) => unknown): string[] =>
  problemsOf(value, parse).map(({ path, code }) => `${path} ${code}`)
