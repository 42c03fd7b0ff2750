/** The command as people run it: a process of its own, from the bundle. */
import { spawn, spawnSync } from 'node:child_process'
import { openSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { file, fileNamed } from './isoline.ts'
import { joint, jointFlat } from './scenarios.ts'

const root = join(import.meta.dirname, '../../..')
const bundle = join(root, 'packages/cli/dist/isoline.js')
const scenario = file('joint.yaml', joint())

/** Runs the bundle by the Node that runs the tests. */
function isoline(words: readonly string[], options: object = {}) {
  return spawnSync(process.execPath, [bundle, ...words], { encoding: 'utf8', maxBuffer: 1e9, ...options })
}

// Builds the bundle where a source is newer
beforeAll(() => {
  const { status, stderr } = spawnSync(join(root, 'isoline'), ['--version'], { encoding: 'utf8' })
  expect([status, stderr.replace(/^isoline: building\n$/, '')]).toEqual([0, ''])
}, 120_000)

test('exit codes', () => {
  expect(isoline(['room', scenario]).status).toBe(0)
  expect(isoline(['room', fileNamed('none.yaml')]).status).toBe(1)
  expect(isoline(['rome', scenario]).status).toBe(2)
  const planned = '  - { on: 2026-01-15, exercise: 10000, grant: G1, as: L1 }\n  - { on: 2026-12-01, worthless: L1 }'
  const notModelled = joint({ '  - { on: 2026-01-15, exercise: 10000, grant: G1 }': planned })
  expect(isoline(['estimate', file('worthless.yaml', notModelled)]).status).toBe(3)
})

test('the answer alone is on standard output, without color in a pipe', () => {
  const { stdout, stderr } = isoline(['room', scenario, '--json'], {
    env: { ...process.env, NO_COLOR: undefined, FORCE_COLOR: '1' },
  })
  expect(JSON.parse(stdout).room).toBe(36_553.85)
  expect(stderr).toBe('')
  const { stdout: plain } = isoline(['room', scenario])
  expect(plain).not.toContain('\u001b')
})

test('standard input from a pipe, a file, and nothing at all', () => {
  const asked = ['room', '-', '--json']
  expect(JSON.parse(isoline(asked, { input: joint() }).stdout).room).toBe(36_553.85)
  const opened = openSync(scenario, 'r')
  expect(JSON.parse(isoline(asked, { stdio: [opened, 'pipe', 'pipe'] }).stdout).room).toBe(36_553.85)
  expect(isoline(asked, { stdio: ['ignore', 'pipe', 'pipe'] }).status).toBe(1)
})

test('a pipe that is not ready yet', async () => {
  const child = spawn(process.execPath, [bundle, 'room', '-', '--json'])
  let out = ''
  child.stdout.on('data', (data) => {
    out += data
  })
  for (const part of [joint().slice(0, 100), joint().slice(100)]) {
    await new Promise((resolve) => setTimeout(resolve, 150))
    child.stdin.write(part)
  }
  child.stdin.end()
  await new Promise((resolve) => child.on('close', resolve))
  expect(JSON.parse(out).room).toBe(36_553.85)
})

const rows = (count: number): string =>
  Array.from({ length: count }, (_, i) => JSON.stringify({ ...jointFlat, id: `h${i}`, wages: 100_000 + i })).join('\n')

test('whoever reads may stop: `| head`', () => {
  const many = file('many.ndjson', rows(20_000))
  const command = `"${process.execPath}" "${bundle}" batch --task return "${many}" | head -1`
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, ''])
  expect(JSON.parse(stdout).id).toBe('h0')
})

test('threads change nothing but the time: the same bytes, in order', () => {
  const input = `${rows(10_000)}\nbad\n${rows(5_000)}`
  const [one, two, three] = ['1', '2', '3'].map((jobs) =>
    isoline(['batch', '--task', 'return', '--jobs', jobs], { input }),
  )
  expect(one?.stdout.split('\n')).toHaveLength(15_002)
  expect(two?.stdout === one?.stdout).toBe(true)
  expect(three?.stdout === one?.stdout).toBe(true)
  expect(two?.stderr).toBe('isoline: 15,001 rows read, 1 bad: each bad row has an error in its place\n')
}, 60_000)

test('a slow reader is waited for', async () => {
  const name = fileNamed('slow.ndjson')
  writeFileSync(name, rows(30_000))
  const child = spawn(process.execPath, [bundle, 'batch', '--task', 'return', name])
  let lines = 0
  for await (const data of child.stdout) {
    lines += String(data).split('\n').length - 1
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  expect(lines).toBe(30_000)
}, 60_000)
