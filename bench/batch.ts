/**
 * `isoline batch --task return` from end to end: a file of flat cases in, a file of answers out. Measures rows a second
 * from process start to exit and the peak memory of all its processes, then reads the answers: as many, in the same
 * order, and to the cent what the engine gives in this process.
 *
 *     node bench/batch.ts [rows]
 *
 * A million rows need about a gigabyte under the folder for temporary files.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { figureReturn, workspace } from '../packages/engine/src/return.ts'
import { flatHouseholds, type Household } from './households.ts'
import { heading, row, rowOf } from './report.ts'

const rows = Number(process.argv[2] ?? 1_000_000)
const seed = 6
const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'isoline-batch-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1))
const file = (name: string): string => join(folder, name)

if (!Number.isInteger(rows) || rows < 1) {
  console.log('say how many rows: node bench/batch.ts 1000000')
} else if (!existsSync(join(root, 'packages/cli/src/main.ts'))) {
  console.log('left out: the isoline command does not exist yet (packages/cli/src/main.ts)')
} else {
  // The first call may have packages to install and the command to build, and shows whether the task is there at all
  const trial = await batch(100)
  if (trial.status === 0) report(await batch(rows), await checked())
  else console.log(`left out: isoline batch --task return ended with ${trial.status}\n${trial.complaint}`)
}

interface Run {
  readonly status: number | null
  readonly seconds: number
  readonly peakBytes: number
  readonly complaint: string
}

/** Runs the command on the first `count` rows, answers to a file. */
async function batch(count: number): Promise<Run> {
  writeRows(count)
  const [input, output, complaints] = [
    openSync(file('rows'), 'r'),
    openSync(file('answers'), 'w'),
    openSync(file('complaints'), 'w'),
  ]
  const start = performance.now()
  const command = spawn(join(root, 'isoline'), ['batch', '--task', 'return'], {
    cwd: root,
    stdio: [input, output, complaints],
  })
  process.once('exit', () => command.kill())
  const peak = peakOf(command)
  const status = await new Promise<number | null>((ended, failed) => {
    command.on('exit', ended)
    command.on('error', failed)
  })
  const seconds = (performance.now() - start) / 1_000
  const peakBytes = peak()
  for (const descriptor of [input, output, complaints]) closeSync(descriptor)
  return { status, seconds, peakBytes, complaint: readFileSync(file('complaints'), 'utf8').slice(-2_000) }
}

/** Writes the rows a megabyte at a time: a million of them at once would be more than the command itself may use. */
function writeRows(count: number): void {
  const descriptor = openSync(file('rows'), 'w')
  let text = ''
  let n = 0
  for (const household of flatHouseholds(seed)) {
    if (n === count) break
    text += `${JSON.stringify(flatCase(idOf(n++), household))}\n`
    if (text.length < 1_000_000) continue
    writeSync(descriptor, text)
    text = ''
  }
  writeSync(descriptor, text)
  closeSync(descriptor)
}

function idOf(n: number): string {
  return `h${n}`
}

/** The flat case of a household; what is zero and may be left out is left out. */
function flatCase(id: string, { year, status, age, spouseAge, facts }: Household): object {
  const { gains, amtGains } = facts
  const losses = gains.shortCarryover + gains.longCarryover + amtGains.shortCarryover + amtGains.longCarryover > 0
  const difference = Math.round((amtGains.long - gains.long) * 100) / 100
  return {
    id,
    year,
    status,
    age,
    ...(spouseAge !== undefined && { spouseAge }),
    wages: facts.wages,
    interest: facts.interest,
    ordinaryDividends: facts.ordinaryDividends,
    qualifiedDividends: facts.qualifiedDividends,
    shortTermGain: gains.short,
    longTermGain: gains.long,
    isoSpread: facts.isoSpread,
    otherAmtAdjustment: facts.otherAmtAdjustment,
    ...(facts.hasItemized && {
      itemized: {
        stateAndLocalTaxes: facts.stateAndLocalTaxes,
        realEstateTaxes: facts.realEstateTaxes,
        mortgageInterest: facts.mortgageInterest,
        charityCash: facts.charityCash,
        charityStock: facts.charityStock,
      },
    }),
    ...(facts.childTaxCredit > 0 && { credits: { childTaxCredit: facts.childTaxCredit } }),
    ...(facts.minimumTaxCredit > 0 && { minimumTaxCreditCarriedIn: facts.minimumTaxCredit }),
    ...(losses && {
      capitalLoss: { short: gains.shortCarryover, long: gains.longCarryover },
      amtCapitalLoss: { short: amtGains.shortCarryover, long: amtGains.longCarryover },
    }),
    ...(difference !== 0 && { amtGainDifference: difference }),
  }
}

/** Watches a process and all it starts; the answer gives the most memory they have held, in bytes. Threads are within it. */
function peakOf({ pid }: ChildProcess): () => number {
  let peak = 0
  const look = (): void => {
    if (pid !== undefined) peak = Math.max(peak, treeKilobytes(pid))
  }
  look()
  const watch = setInterval(look, 50)
  return () => {
    clearInterval(watch)
    return peak * 1_024
  }
}

/** Each process's own high-water mark, added up: exact for one process, never too little for several. Linux only. */
function treeKilobytes(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const own = Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0)
    const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean),
    )
    return children.reduce((sum, child) => sum + treeKilobytes(Number(child)), own)
  } catch {
    // Gone since it was listed
    return 0
  }
}

interface Check {
  readonly answers: number
  readonly outOfPlace: number
  readonly refused: number
  readonly different: number
  readonly example: string
}

/** Reads the answers beside the same households, drawn again from the same seed. */
async function checked(): Promise<Check> {
  const sheets = workspace()
  const drawn = flatHouseholds(seed)
  const check = { answers: 0, outOfPlace: 0, refused: 0, different: 0, example: '' }
  const answers = await open(file('answers'))
  for await (const line of answers.readLines()) {
    const { law, facts } = drawn.next().value
    const { id, error, summary } = JSON.parse(line)
    const totalTax = figureReturn(facts, law, sheets).form1040.line24
    if (id !== idOf(check.answers)) check.outOfPlace++
    else if (error) check.refused++
    // Half a cent for the rounding of the answer. Not `>`: a missing figure must not pass
    else if (!(Math.abs(summary?.totalTax - totalTax) <= 0.005_001)) check.different++
    check.answers++
    if (!check.example && check.outOfPlace + check.refused + check.different > 0)
      check.example = `line ${check.answers}, total tax ${totalTax}: ${line.slice(0, 400)}`
  }
  return check
}

function report(run: Run, check: Check): void {
  console.log(
    `isoline batch --task return, ${rows} rows, ${availableParallelism()} processors, ${run.seconds.toFixed(1)} s\n`,
  )
  heading('one run, end to end')
  row(rowOf('rows a second', rows / run.seconds, 'at least', 70_000))
  if (run.peakBytes > 0) row(rowOf('peak memory of all processes', run.peakBytes / 1e6, 'at most', 300, 'MB'))
  else console.log('peak memory: left out, it is read from /proc while the command runs')
  row(rowOf('answers', check.answers, 'at least', rows))
  row(rowOf('answers out of place', check.outOfPlace, 'at most', 0))
  row(rowOf('rows refused', check.refused, 'at most', 0))
  row(rowOf('totals that are not the engine’s to the cent', check.different, 'at most', 0))
  if (run.status !== 0) console.log(`it ended with ${run.status}: ${run.complaint}`)
  if (check.example) console.log(`the first that differs: ${check.example}`)
}
