import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Source, wrongImports } from './layers.ts'

const root = new URL('../src/', import.meta.url)

const sources: Source[] = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(new URL(path, root), 'utf8') }))

test('imports of the engine point down', () => {
  expect(sources.length).toBeGreaterThan(40)
  expect(wrongImports(sources)).toEqual([])
})

test('zod is read in scenario/ alone', () => {
  const readers = sources.filter(({ text }) => /from 'zod['/]/.test(text)).map(({ path }) => path.split('/')[0])
  expect([...new Set(readers)]).toEqual(['scenario'])
})

describe('the check itself', () => {
  const wrongOf = (path: string, text: string) => wrongImports([{ path, text }])

  test('passes an import that points down, or into its own folder', () => {
    expect(
      wrongOf('forms/form1040.ts', "import { part } from '../money.ts'\nimport type { Facts } from './facts.ts'"),
    ).toEqual([])
    expect(wrongOf('law/federal/law.ts', "import { part } from '../../money.ts'")).toEqual([])
    expect(wrongOf('scenario/schema.ts', "import * as z from 'zod'")).toEqual([])
  })

  test('sees a form that reads the return', () => {
    expect(wrongOf('forms/form1040.ts', "import { figureReturn } from '../return.ts'")).toEqual([
      'forms/form1040.ts imports return.ts, which stands above it',
    ])
  })

  test('sees a type, a re-export, and an import on several lines', () => {
    const upward = [
      "import type { FederalReturn } from '../return.ts'",
      "export { curveOf } from '../plan/curve.ts'",
      "import {\n  type Case,\n  type Lot,\n} from '../case.ts'",
      "const late = await import('../timeline.ts')",
    ]
    for (const text of upward) expect(wrongOf('law/law.ts', text)).toHaveLength(1)
  })

  test('sees what leads out of the engine', () => {
    const out = [
      "import { readFileSync } from 'node:fs'",
      "import { x } from '@isoline/files'",
      "import x from '../../files/src/x.ts'",
    ]
    for (const text of out) expect(wrongOf('forms/facts.ts', text)).toHaveLength(1)
  })

  test('sees a file or a folder that has no place', () => {
    expect(wrongOf('utils/round.ts', '')).toEqual(['utils/round.ts: utils has no place in test/layers.ts'])
    expect(wrongOf('helpers.ts', '')).toEqual(['helpers.ts: helpers has no place in test/layers.ts'])
    expect(wrongOf('index.ts', "export { round } from './utils/round.ts'")).toHaveLength(1)
  })
})
