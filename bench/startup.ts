/**
 * What one waits for before anything is figured: importing the engine, the size of what a page would load, and a whole
 * `isoline room` from process start to exit. An empty Node process beside them says how much of it is Node's own.
 *
 *     node bench/startup.ts [rounds]
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { gzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'
import { heading, median, row, rowOf } from './report.ts'

const rounds = Number(process.argv[2] ?? 15)
const root = join(import.meta.dirname, '..')
const index = join(root, 'packages/engine/src/index.ts')
const scenario = 'examples/first-exercise.yaml'

const folder = mkdtempSync(join(tmpdir(), 'isoline-startup-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

/** A program to start, and how long each start took from process start to exit, in milliseconds. */
interface Started {
  readonly run: () => number
  readonly times: number[]
}

const empty = program('empty.mjs', '')
const figuring = { bytes: Number.NaN }
const engine = existsSync(index) ? await engineProgram() : leftOut('packages/engine/src/index.ts does not exist yet')
const room = existsSync(join(root, scenario)) ? roomCommand() : leftOut(`${scenario} does not exist yet`)

for (let round = 0; round < rounds; round++) for (const each of [empty, engine, room]) each?.times.push(each.run())

heading(`median of ${rounds} processes`)
row({ name: 'an empty Node process', measured: median(empty.times), unit: 'ms' })
if (engine) {
  row({ name: 'Node and the engine imported', measured: median(engine.times), unit: 'ms' })
  row({ name: 'the engine alone', measured: difference(engine, empty), unit: 'ms' })
  row({ name: 'Node and the engine to Node alone', measured: ratio(engine, empty), unit: 'times' })
  const bytes = gzipSync(readFileSync(join(folder, 'engine.mjs')), { level: 9 }).length
  row(rowOf('federal law, forms and parser, gzipped', figuring.bytes / 1_000, 'at most', 60, 'kB'))
  row({ name: 'the whole engine with all states', measured: bytes / 1_000, unit: 'kB' })
}
if (room) {
  row(rowOf(`isoline room ${scenario}`, median(room.times), 'at most', 300, 'ms'))
  row({ name: 'isoline room to Node alone', measured: ratio(room, empty), unit: 'times' })
}

function program(name: string, text: string): Started {
  const file = join(folder, name)
  writeFileSync(file, text)
  return { run: () => started(process.execPath, [file]), times: [] }
}

/** A program that imports the engine made into one minified file, as a page or a command would ship it. */
async function engineProgram(): Promise<Started | undefined> {
  try {
    const build = await rolldown({
      input: index,
      platform: 'node',
      // The solver is a file of its own, loaded when a plan is asked for
      external: ['highs'],
      resolve: { conditionNames: ['@isoline/source', 'node', 'import', 'default'] },
    })
    await build.write({ file: join(folder, 'engine.mjs'), format: 'esm', minify: true, codeSplitting: false })
    await build.close()
    figuring.bytes = await sizeOfFederal()
  } catch (error) {
    return leftOut(`the engine cannot be bundled: ${(error as Error).message}`)
  }
  return program('importing.mjs', "import './engine.mjs'\n")
}

/** What a page must have to figure a federal return from a file; states and the search are code of their own that it can load later. */
async function sizeOfFederal(): Promise<number> {
  const rooms = ['return', 'plan/curve', 'scenario/parseScenario', 'law/federal/tables']
  const entry = rooms.map((room) => `export * from './${room}.ts'`).join('\n')
  const build = await rolldown({
    input: 'entry',
    platform: 'node',
    external: ['highs'],
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === 'entry' ? join(dirname(index), 'entry.ts') : null),
        load: (id) => (id.endsWith('entry.ts') ? entry : null),
      },
    ],
  })
  const { output } = await build.generate({ format: 'esm', minify: true, codeSplitting: false })
  await build.close()
  return gzipSync(output[0].code, { level: 9 }).length
}

function roomCommand(): Started | undefined {
  const run = (): number => started(join(root, 'isoline'), ['room', scenario])
  try {
    // The first call may have packages to install and the command to build
    run()
  } catch (error) {
    return leftOut((error as Error).message)
  }
  return { run, times: [] }
}

/** How long a process ran, in milliseconds. */
function started(file: string, words: string[]): number {
  const start = performance.now()
  const { status, stderr, error } = spawnSync(file, words, { cwd: root, encoding: 'utf8' })
  const elapsed = performance.now() - start
  if (status !== 0) throw new Error(`${file} ${words.join(' ')} ended with ${status}\n${error ?? stderr}`)
  return elapsed
}

function leftOut(reason: string): undefined {
  console.log(`left out: ${stripVTControlCharacters(reason).trim()}\n`)
}

// Round by round, so that what drifts cancels out
function difference(a: Started, b: Started): number {
  return median(a.times.map((time, round) => time - (b.times[round] as number)))
}

function ratio(a: Started, b: Started): number {
  return median(a.times.map((time, round) => time / (b.times[round] as number)))
}
