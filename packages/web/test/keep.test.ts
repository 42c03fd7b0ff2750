/** What leaves the page and comes back: files, links, and hostile ones of both. */
import { readFileSync } from 'node:fs'
import { InputError } from '@isoline/engine'
import { expect, test } from 'vitest'
import { fileName } from '../src/keep/copies.ts'
import { carriedBy, isLink, linkOf } from '../src/keep/link.ts'
import { lock, unlock } from '../src/keep/locked.ts'
import { readScenario } from '../src/keep/readScenario.ts'
import { scenarioText } from '../src/keep/writeScenario.ts'

const robotics = readFileSync(new URL('../../../examples/robotics.yaml', import.meta.url), 'utf8')

test('a file tells its scenario and, in the command at its head, its day', () => {
  const { file, asOf, name } = readScenario(robotics, 'robotics.yaml')
  expect(file.household.cash).toBe(60_000)
  // Dates are text, as the engine takes them.
  expect(file.lots?.[0]?.exercised).toBe('2022-12-05')
  expect([asOf, name]).toEqual(['2026-01-15', null])
})

test('what is saved reads back as it was, with its name and day', () => {
  const { file } = readScenario(robotics, 'robotics.yaml')
  const text = scenarioText(file, 'Mine\n, all of it', '2026-03-01')
  expect(readScenario(text, 'mine.yaml')).toEqual({ file, asOf: '2026-03-01', name: 'Mine , all of it' })
  // Small objects stand in one line, as people write them.
  expect(text).toContain('{ on: 2026-01-15, exercise: 5867, grant: G1, hold: true, as: L3 }')
})

test('a link carries the scenario, its name and its day', async () => {
  const { file } = readScenario(robotics, 'robotics.yaml')
  const hash = await linkOf({ file, name: 'Mine', asOf: '2026-01-15' })
  expect(isLink(hash)).toBe(true)
  // Only letters that no program escapes.
  expect(hash).toMatch(/^#s=[\w-]+$/)
  expect(await carriedBy(hash)).toEqual({ file, name: 'Mine', asOf: '2026-01-15' })
})

test('a link that is cut, not ours, or unpacks to too much carries nothing', async () => {
  const { file } = readScenario(robotics, 'robotics.yaml')
  const hash = await linkOf({ file, name: 'Mine', asOf: '2026-01-15' })
  expect(await carriedBy(hash.slice(0, -40))).toBeNull()
  expect(await carriedBy('#/lots')).toBeNull()
  expect(await carriedBy('#s=****')).toBeNull()
  // Six million letters of one kind pack into a few thousand, and are more than the five million there may be.
  const bomb = await packed(JSON.stringify({ name: 'x'.repeat(6e6), asOf: '2026-01-15', file: {} }))
  expect(bomb.length).toBeLessThan(20_000)
  expect(await carriedBy(`#s=${bomb}`)).toBeNull()
})

async function packed(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  return Buffer.from(await new Response(stream).arrayBuffer()).toString('base64url')
}

const codesOf = (text: string): string[] => {
  try {
    readScenario(text, 'file.yaml')
    return []
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return [...new Set(error.problems.map(({ code }) => code))]
  }
}

test('hostile and broken files are refused with a reason', () => {
  const nine = (name: string, of: string) => `${name}: &${name} [${Array(9).fill(of).join(',')}]\n`
  expect(codesOf(`${nine('a', 'x')}${nine('b', '*a')}${nine('c', '*b')}${nine('d', '*c')}`)).toEqual(['tooLarge'])
  expect(codesOf('['.repeat(50_000))).toEqual(['tooDeep'])
  expect(codesOf('a: *nothing')).not.toEqual([])
  expect(codesOf('{"__proto__": {"polluted": 1}, "isoline": 1}')).toContain('unknownKey')
  expect(({} as { polluted?: number }).polluted).toBeUndefined()
  expect(codesOf('isoline: 1\nisoline: 1')).toEqual(['duplicateKey'])
  expect(codesOf('# nothing')).toEqual(['empty'])
  expect(codesOf('a: 1\n---\nb: 2')).toEqual(['manyDocuments'])
})

test('a locked file opens with its passphrase alone', async () => {
  const bytes = await lock('isoline: 1', 'four words are enough')
  expect(new TextDecoder().decode(bytes.subarray(0, 21))).toBe('age-encryption.org/v1')
  expect(await unlock(bytes, 'four words are enough', 'file.age')).toBe('isoline: 1')
  await expect(unlock(bytes, 'Four words are enough', 'file.age')).rejects.toMatchObject({
    problems: [{ code: 'wrongPassphrase' }],
  })
  await expect(unlock(new Uint8Array(40), 'any', 'file.age')).rejects.toMatchObject({ problems: [{ code: 'badLock' }] })
})

test('a file has a name that every system takes', () => {
  expect(fileName('Example: Robotics, single')).toBe('robotics-single')
  expect(fileName('Zoë’s / options')).toBe('zoes-options')
  expect(fileName('…')).toBe('scenario')
})
