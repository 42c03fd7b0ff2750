/** The page: eighty columns, color only on a terminal, nothing in a file that could command it. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { file, isoline, isolineIn } from './isoline.ts'
import { joint, jointFlat, recovering } from './scenarios.ts'

const examples = join(import.meta.dirname, '../../../examples')
const files = [
  ...readdirSync(examples)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(examples, name)),
  file('joint.yaml', joint()),
  file('joint.json', JSON.stringify(jointFlat)),
  file('recovering.json', JSON.stringify(recovering)),
]
const questions = [
  ...[['room'], ['room', '--margin', '7.5%'], ['estimate', '--math'], ['curve'], ['cost'], ['return', '--forms']],
  ...[['cost', '--compare'], ['lots'], ['limit'], ['sell', '--on', '2026-12-01'], ['sell', '--on', '2027-06-01']],
  ...[
    ['explain', 'amt', '--depth', '5'],
    ['explain', 'totalTax'],
    ['explain', 'law.amtExemption'],
  ],
]

test.each(files)('eighty columns are enough for every answer about %s', async (name) => {
  for (const [command = '', ...more] of questions) {
    const { code, out } = await isoline(command, name, ...more)
    if (code !== 0) continue
    const wide = out.split('\n').filter((line) => line.length > 80 || line !== line.trimEnd())
    expect([command, wide]).toEqual([command, []])
  }
})

test('help too', async () => {
  for (const words of [['--help'], ...questions.map(([command = '']) => ['help', command])]) {
    const { out } = await isoline(...words)
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([])
  }
})

const escapeCode = '\u001b'

test('color on a terminal, and only there', async () => {
  const name = file('joint.yaml', joint())
  expect((await isolineIn({ columns: 80 }, 'room', name)).out).toContain(escapeCode)
  const without = await Promise.all([
    isoline('room', name),
    isolineIn({ columns: 80, env: { NO_COLOR: '1' } }, 'room', name),
    isolineIn({ columns: 80, env: { TERM: 'dumb' } }, 'room', name),
    isolineIn({ columns: 80 }, 'room', name, '--no-color'),
    isolineIn({ columns: 80 }, 'room', name, '--json'),
  ])
  for (const { out } of without) expect(out).not.toContain(escapeCode)
})

test('a narrow terminal', async () => {
  const { out } = await isolineIn({ columns: 60, env: { NO_COLOR: '1' } }, 'room', file('joint.yaml', joint()))
  const running = out.split('\n').filter((line) => !line.startsWith('  G') && !line.startsWith('   '))
  expect(running.filter((line) => line.length > 60)).toEqual([])
})

test('control characters in a file are shown, not obeyed', async () => {
  // Worth 20 at grant, so that half of it is past the $100,000 limit and the lot has parts
  const evil = joint({ 'fmvAtGrant: 2.00': 'fmvAtGrant: 20.00', 'strike: 2.00': 'strike: 20.00' })
    .replaceAll('G1', '"G\\u001b[2J\\u0007"')
    .replace('fmv: 20.00', 'fmv: 26.00')
  const name = file('evil.yaml', evil)
  for (const words of [
    ['room'],
    ['lots'],
    ['limit'],
    ['cost', '--compare'],
    ['sell', '--on', '2026-06-01'],
    ['return'],
  ]) {
    const [command = '', ...more] = words
    const { code, out } = await isoline(command, name, ...more)
    expect(code).toBe(0)
    if (command !== 'return') expect(out).toContain('\uFFFD')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/)
  }
  const { err } = await isoline('room', file('evil2.yaml', joint({ 'status: mfj': 'status: "\\u001b[2J"' })))
  expect(err).not.toContain(escapeCode)
})
