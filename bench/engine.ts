/**
 * How fast one thread figures federal years, beside the yardstick of `reference.ts` in the same rounds. Before anything
 * is timed the two must agree on every household; what is timed is added up, so that none of it can be optimised away.
 *
 *     node bench/engine.ts [rounds]
 */
import { cpus } from 'node:os'
import { federalFigures } from '../packages/engine/src/law/federal/figures.ts'
import { federalLawFor, openFigures } from '../packages/engine/src/law/federal/law.ts'
import { federalTable } from '../packages/engine/src/law/federal/tables.ts'
import {
  type FederalReturn,
  figureReturn,
  refigureSpread,
  type Workspace,
  workspace,
} from '../packages/engine/src/return.ts'
import { type Household, households } from './households.ts'
import { type ReferenceTotals, referenceTotalTax } from './reference.ts'
import { heading, median, row, rowOf } from './report.ts'

const rounds = Number(process.argv[2] ?? 15)
const roundMilliseconds = 120
const warmUpMilliseconds = 400
// So many that no processor learns them by heart, so few that it is not the memory that is measured
const timedCount = 1_024
const checkedCount = 20_000
const spreadsEach = 256

const sheets = workspace()
const out: ReferenceTotals = { amt: Number.NaN, itemizes: 0 }

console.log(`isoline engine, ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}, one thread`)
console.log(`${agreed()} returns agree with the reference kernel within 0.000001`)

const mix = households(1, timedCount)
const itemizers = households(2, 3 * timedCount)
  .filter(({ facts }) => facts.hasItemized)
  .slice(0, timedCount)
const share = Math.round((mix.filter(({ facts }) => facts.hasItemized).length / mix.length) * 100)
console.log(`the mix: ${mix.length} households, ${share} % itemizing; ${itemizers.length} itemizers\n`)

/** One thing to time: a pass does `count` units of work and adds what it found to `found`. */
interface Contender {
  readonly count: number
  readonly pass: () => number
  readonly rates: number[]
}

const contender = (count: number, pass: () => number): Contender => ({ count, pass, rates: [] })

// Households of their own: the spread of these changes while it is timed
const preparedMix = households(4, 64).map(prepared)
const preparedItemizers = households(5, 192)
  .filter(({ facts }) => facts.hasItemized)
  .slice(0, 64)
  .map(prepared)

const contenders = {
  engineMix: contender(mix.length, () => wholeYears(mix)),
  kernelMix: contender(mix.length, () => referenceYears(mix)),
  engineItemizers: contender(itemizers.length, () => wholeYears(itemizers)),
  kernelItemizers: contender(itemizers.length, () => referenceYears(itemizers)),
  spreadMix: contender(preparedMix.length * spreadsEach, () => spreads(preparedMix)),
  spreadItemizers: contender(preparedItemizers.length * spreadsEach, () => spreads(preparedItemizers)),
  fresh: contender(mix.length, () => freshYears(mix)),
}

const all = Object.values(contenders)
let found = 0
for (const each of all) timed(each, warmUpMilliseconds)
// Interleaved, so that a machine that slows down slows all of them; turned round every other time, for the same reason
for (let round = 0; round < rounds; round++)
  for (const each of round % 2 === 0 ? all : all.toReversed()) each.rates.push(timed(each, roundMilliseconds))

const { engineMix, kernelMix, engineItemizers, kernelItemizers, spreadMix, spreadItemizers, fresh } = contenders
heading(`median of ${rounds} rounds`)
row(rowOf('whole years a second, the mix', perSecond(engineMix), 'at least', 500_000))
row(rowOf('whole years a second, itemizers only', perSecond(engineItemizers), 'at least', 500_000))
row(rowOf('spread alone, a second, the mix', perSecond(spreadMix), 'at least', 3_000_000))
row(rowOf('spread alone, a second, itemizers only', perSecond(spreadItemizers), 'at least', 3_000_000))
row(rowOf('fresh returns a second, the mix', perSecond(fresh), 'at least', 150_000))
row({ name: 'reference kernel a second, the mix', measured: perSecond(kernelMix) })
row({ name: 'reference kernel a second, itemizers only', measured: perSecond(kernelItemizers) })
row(rowOf('kernel to engine, the mix', ratio(kernelMix, engineMix), 'at most', 2, 'times'))
row(rowOf('kernel to engine, itemizers only', ratio(kernelItemizers, engineItemizers), 'at most', 2, 'times'))
console.log(`\n(sum of everything figured: ${found.toExponential(6)})`)

function wholeYears(list: readonly Household[]): number {
  let sum = 0
  for (const { facts, law } of list) {
    const r = figureReturn(facts, law, sheets)
    sum += r.form1040.line24 + r.form6251.line11
  }
  return sum
}

function referenceYears(list: readonly Household[]): number {
  let sum = 0
  for (const { facts, law } of list) sum += referenceTotalTax(facts, law, out) + out.amt
  return sum
}

function freshYears(list: readonly Household[]): number {
  let sum = 0
  for (const { facts, law } of list) {
    const r = figureReturn(facts, law)
    sum += r.form1040.line24 + r.form6251.line11
  }
  return sum
}

interface Prepared extends Household {
  readonly work: Workspace
  last: FederalReturn
}

/** A household whose year is figured, so that only its spread has to be figured again. */
function prepared(household: Household): Prepared {
  const work = workspace()
  return { ...household, work, last: figureReturn(household.facts, household.law, work) }
}

function spreads(list: readonly Prepared[]): number {
  let sum = 0
  for (const each of list) {
    const { facts, law, work } = each
    for (let n = 0; n < spreadsEach; n++) {
      facts.isoSpread = n * 1_750.5
      each.last = refigureSpread(law, work, each.last)
      sum += each.last.form1040.line24
    }
  }
  return sum
}

/** Units a second over about so many milliseconds. */
function timed({ count, pass }: Contender, milliseconds: number): number {
  const start = performance.now()
  let passes = 0
  let elapsed = 0
  while (elapsed < milliseconds) {
    found += pass()
    passes++
    elapsed = performance.now() - start
  }
  return (passes * count * 1_000) / elapsed
}

function perSecond({ rates }: Contender): number {
  return median(rates)
}

/** Of the same rounds: what drifts from round to round cancels out. */
function ratio(kernel: Contender, engine: Contender): number {
  return median(kernel.rates.map((rate, round) => rate / (engine.rates[round] as number)))
}

/** How many returns were compared: each household under every choice of deduction and reading of the law, and refigured. */
function agreed(): number {
  let count = 0
  for (const household of households(3, checkedCount)) {
    const { year, status, law, facts } = household
    const table = federalTable(year)
    const asFiled = federalLawFor(table, status, 'as-filed')
    const otherwise = openFigures(table).filter((name) => federalFigures[name].unit === 'switch')
    const readings = Object.fromEntries(otherwise.map((name) => [name, 1 - law[name]]))
    const readOtherwise = federalLawFor(table, status, 'exact', readings)
    for (const deductionChoice of ['standard', 'itemized', 'larger', 'lowestTax'] as const) {
      facts.deductionChoice = deductionChoice
      for (const each of [law, asFiled, readOtherwise]) {
        agree(household, figureReturn(facts, each, sheets), referenceTotalTax(facts, each, out))
        count++
      }
    }
    const last = figureReturn(facts, law, sheets)
    facts.isoSpread += 10_000 * (count % 7)
    agree(household, refigureSpread(law, sheets, last), referenceTotalTax(facts, law, out))
    count++
  }
  // The households that are timed, as they are timed
  for (const seed of [1, 2])
    for (const household of households(seed, 3 * timedCount)) {
      const { facts, law } = household
      agree(household, figureReturn(facts, law, sheets), referenceTotalTax(facts, law, out))
      count++
    }
  return count
}

function agree(household: Household, r: FederalReturn, total: number): void {
  const [engine, amt] = [r.form1040.line24, r.form6251.line11]
  // Not `>`: NaN must not pass
  if (Math.abs(engine - total) <= 1e-6 && Math.abs(amt - out.amt) <= 1e-6 && r.election.itemizes === out.itemizes)
    return
  console.error(JSON.stringify(household))
  throw new Error(`engine: total ${engine}, AMT ${amt}; kernel: total ${total}, AMT ${out.amt}, on the household above`)
}
