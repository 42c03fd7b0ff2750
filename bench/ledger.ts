/**
 * How fast the ledger of shares runs in one thread: lot events (an exercise, or a sale by name or first in, first out) a
 * second, over a case that is made ready once, as the search for a plan does it.
 *
 *     node bench/ledger.ts [rounds]
 */
import { dateOf, dayNumber } from '../packages/engine/src/date.ts'
import type { Action, Lot } from '../packages/engine/src/equity/action.ts'
import { type Books, booksFor } from '../packages/engine/src/equity/books.ts'
import type { Grant } from '../packages/engine/src/equity/grant.ts'
import { runLedger } from '../packages/engine/src/equity/ledger.ts'
import { type Equity, prepare } from '../packages/engine/src/equity/prepared.ts'
import { seeded } from './households.ts'
import { heading, median, row, rowOf } from './report.ts'

const rounds = Number(process.argv[2] ?? 15)
const roundMilliseconds = 120

const random = seeded(6251)
const between = (low: number, high: number): number => low + Math.floor(random() * (high - low + 1))
const dayBetween = (from: string, to: string): string => dateOf(between(dayNumber(from), dayNumber(to)))

interface Size {
  readonly lots: number
  readonly sales: number
  readonly exercises: number
}

/** Twenty grants, lots one after another over seven years, then sales and exercises over five, with a split among them. */
function household({ lots, sales, exercises }: Size): Equity {
  return {
    ...{ grants: Array.from({ length: 20 }, (_, i) => grantAt(i)), lots: lotsOf(lots) },
    plan: [...salesOf(sales, lots), ...exercisesOf(exercises)],
    company: {
      listed: true,
      prices: Array.from({ length: 40 }, (_, i) => ({ on: quarter(2018, i), fmv: between(20, 90) })),
      splits: [{ on: '2027-05-01', ratio: 4 }],
    },
    household: { statuses: [{ from: 2018, status: 'mfj' }] },
  }
}

const quarter = (year: number, i: number): string => `${year + Math.floor(i / 4)}-0${1 + (i % 4) * 2}-01`

const grantAt = (i: number): Grant => ({
  ...{ id: `G${i}`, kind: i % 7 === 6 ? 'nso' : 'iso', on: dayBetween('2015-01-01', '2018-12-31'), shares: 50_000_000 },
  ...{ strike: 1 + i, fmvAtGrant: 0.001, expires: '2028-01-01', vesting: null, earlyExercise: i % 5 === 0 },
  ...{ acceleration: null, employmentEnds: null, employmentEndsBy: 'leaving', exercisableUntil: null },
  tenPercentOwner: false,
})

function lotsOf(count: number): Lot[] {
  const begins = dayNumber('2019-01-01')
  const span = dayNumber('2025-12-31') - begins
  return Array.from({ length: count }, (_, i) => ({
    ...{ id: `L${i}`, grant: `G${i % 20}`, exercised: dateOf(begins + Math.floor((i * span) / count)) },
    ...{ shares: between(20, 400), fmvAtExercise: between(1, 90), strike: null, vestedOn: null, election83b: false },
    ...{ nsoShares: 0, section16bUntil: null, qsbs: false },
  }))
}

/** Sales in order take from the older half of the lots, sales by name from the newer one. */
function salesOf(count: number, lots: number): Action[] {
  const half = lots >> 1
  return Array.from({ length: count }, (_, i) => ({
    ...{ kind: 'sell', on: dayBetween('2026-01-01', '2030-12-31'), price: between(5, 120), fees: i % 3 ? 0 : 5 },
    ...(i % 2 ? { lot: `L${half + (i % half)}`, shares: between(1, 3) } : { lot: null, shares: between(1, 40) }),
    ...{ relatedBuyer: false, inW2: true, reported: 'basis' },
  }))
}

const exercisesOf = (count: number): Action[] =>
  Array.from({ length: count }, (_, i) => ({
    ...{ kind: 'exercise', on: dayBetween('2026-01-01', '2027-12-31'), grant: `G${i % 20}`, shares: between(10, 900) },
    ...{ how: (['hold', 'sellToCover', 'sameDaySale'] as const)[i % 3] ?? 'hold', as: `E${i}`, election83b: false },
    ...{ section16bUntil: null, qsbs: false, price: null, fees: 0, payWith: null, inW2: true, reported: 'basis' },
  }))

/** Books ready to run, and how long it took to make them so. */
function ready(size: Size): { readonly books: Books; readonly milliseconds: number } {
  const equity = household(size)
  const began = performance.now()
  const books = booksFor(prepare(equity))
  const milliseconds = performance.now() - began
  runLedger(books)
  if (books.refused) throw books.refused.error
  return { books, milliseconds }
}

let found = 0

/** Events a second, as the median of the rounds. */
function rate({ books }: { readonly books: Books }): number {
  const rates: number[] = []
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    let events = 0
    while (performance.now() - start < roundMilliseconds) {
      runLedger(books)
      events += books.prepared.steps.length
      found += books.years.reduce((sum, year) => sum + year.isoSpread + year.compensation, 0)
    }
    rates.push((events / (performance.now() - start)) * 1_000)
  }
  return median(rates)
}

const large = ready({ lots: 10_000, sales: 20_000, exercises: 0 })
const washed = ready({ lots: 10_000, sales: 10_000, exercises: 2_000 })
const small = ready({ lots: 20, sales: 30, exercises: 6 })

console.log(`isoline ledger of shares, Node ${process.versions.node}, one thread`)
console.log(`${washed.books.washSales} blocks of the second household are wash sales\n`)
heading(`median of ${rounds} rounds`)
row(rowOf('events a second, 10,000 lots, 20,000 sales', rate(large), 'at least', 1_000_000))
row(rowOf('the same with 2,000 exercises among them', rate(washed), 'at least', 1_000_000))
row(rowOf('20 lots, 30 sales, 6 exercises', rate(small), 'at least', 1_000_000))
row({ name: 'making 10,000 lots ready', measured: large.milliseconds, unit: 'ms' })
console.log(`\n(sum of everything figured: ${found.toExponential(6)})`)
