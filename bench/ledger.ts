/**
 * How fast the ledger of shares runs: lot events (an exercise or a sale, each of every lot it touches) a second over a
 * household of ten thousand lots, in one process and without a file. Needs nothing but the engine's sources.
 */

import { dateOf, dayNumber } from '../packages/engine/src/date.ts'
import type { Action, Lot } from '../packages/engine/src/equity/action.ts'
import { booksFor } from '../packages/engine/src/equity/books.ts'
import type { Grant } from '../packages/engine/src/equity/grant.ts'
import { runLedger } from '../packages/engine/src/equity/ledger.ts'
import { type Equity, prepare } from '../packages/engine/src/equity/prepared.ts'
import { seeded } from './households.ts'

const random = seeded(6251)
const between = (low: number, high: number): number => low + Math.floor(random() * (high - low + 1))
const day = (from: string, to: string): string => dateOf(between(dayNumber(from), dayNumber(to)))

/** Twenty grants, ten thousand lots, and a plan of as many sales named and unnamed and some thousand exercises. */
function household(lots: number, sales: number, exercises: number): Equity {
  const grants = Array.from(
    { length: 20 },
    (_, i): Grant => ({
      ...{ id: `G${i}`, kind: i % 7 === 6 ? 'nso' : 'iso', on: day('2015-01-01', '2018-12-31'), shares: 50_000_000 },
      ...{ strike: 1 + i, fmvAtGrant: 0.001, expires: '2028-01-01', vesting: null, earlyExercise: i % 5 === 0 },
      ...{ acceleration: null, employmentEnds: null, employmentEndsBy: 'leaving', exercisableUntil: null },
      tenPercentOwner: false,
    }),
  )
  const made = Array.from(
    { length: lots },
    (_, i): Lot => ({
      ...{ id: `L${i}`, grant: `G${i % 20}`, exercised: day('2019-01-01', '2025-12-31'), shares: between(10, 400) },
      ...{ strike: null, fmvAtExercise: between(1, 90), vestedOn: null, election83b: false, nsoShares: 0 },
      ...{ section16bUntil: null, qsbs: false },
    }),
  )
  const sold = Array.from(
    { length: sales },
    (_, i): Action => ({
      ...{
        kind: 'sell',
        on: day('2026-01-01', '2030-12-31'),
        lot: i % 2 ? `L${i % lots}` : null,
        shares: between(1, 40),
      },
      ...{ price: between(5, 120), fees: i % 3 ? 0 : 5, relatedBuyer: false, inW2: true, reported: 'basis' },
    }),
  )
  const exercised = Array.from(
    { length: exercises },
    (_, i): Action => ({
      ...{ kind: 'exercise', on: day('2026-01-01', '2027-12-31'), grant: `G${i % 20}`, shares: between(10, 900) },
      ...{ how: (['hold', 'sellToCover', 'sameDaySale'] as const)[i % 3] ?? 'hold', as: `E${i}`, election83b: false },
      ...{ section16bUntil: null, qsbs: false, price: null, fees: 0, payWith: null, inW2: true, reported: 'basis' },
    }),
  )
  return {
    grants,
    lots: made,
    plan: [...sold, ...exercised],
    company: {
      listed: true,
      prices: Array.from({ length: 40 }, (_, i) => ({
        on: `${2018 + Math.floor(i / 4)}-0${1 + (i % 4) * 2}-01`,
        fmv: 40 + i,
      })),
      splits: [{ on: '2027-05-01', ratio: 4, kind: 'split' }],
    },
    household: { statuses: [{ from: 2018, status: 'mfj' }] },
  }
}

const rounds = 15

function measure(name: string, equity: Equity): void {
  const began = performance.now()
  const prepared = prepare(equity)
  const ready = performance.now() - began
  const books = booksFor(prepared)
  runLedger(books)
  if (books.refused) throw books.refused.error
  const events = prepared.steps.length
  const rates: number[] = []
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    runLedger(books)
    rates.push((events / (performance.now() - start)) * 1_000)
  }
  const rate = rates.sort((a, b) => a - b)[rounds >> 1] ?? 0
  const memory = heapGrowth(() => runLedger(books))
  console.log(
    `${name}: ${events.toLocaleString('en-US')} steps, ${Math.round(rate).toLocaleString('en-US')}/s (target 1,000,000), made ready in ${ready.toFixed(0)} ms, ${memory} bytes a step allocated, ${books.washSales} wash sales`,
  )
}

/** Bytes of heap a step takes, measured over some runs between collections. */
function heapGrowth(run: () => { prepared: { steps: readonly unknown[] } }): number {
  const before = process.memoryUsage().heapUsed
  const steps = run().prepared.steps.length
  return Math.max(0, Math.round((process.memoryUsage().heapUsed - before) / steps))
}

measure('10,000 lots, 20,000 sales', household(10_000, 20_000, 0))
measure('10,000 lots, 10,000 sales, 2,000 exercises and their wash sales', household(10_000, 10_000, 2_000))
measure('10 lots, 20 sales, 5 exercises', household(10, 20, 5))
