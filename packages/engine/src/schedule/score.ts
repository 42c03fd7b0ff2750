/**
 * What a plan of a problem is worth, figured by the forms themselves: sums of its columns into each year, every year from the
 * first that a change touches, on reused sheets. The search asks this thousands of times, so nothing is allocated but by the forms of states.
 */
import { noShares, type YearShares } from '../equity/yearShares.ts'
import { leanYears } from '../lean.ts'
import { type Column, type Problem, type Shares, sumCount, sumNames } from './problem.ts'
import { type SharedYear, sharesOfStates } from './stateShares.ts'
import { stateTaxes } from './stateTax.ts'

export interface Score {
  /** Shares of each column as they now stand. Set them with `add`. */
  readonly shares: Shares
  /** Adds shares to a column, or takes them away. */
  readonly add: (column: number, shares: number) => void
  /** Sets every column. */
  readonly set: (shares: Readonly<Shares>) => void
  /** Present value of the plan's money after tax, beyond what the household would have without the shares. Dollars. */
  readonly value: () => number
  /** What cash lacks at the ends of all years together, and AMT beyond what is allowed; 0 for a plan that may be. Figured by the last `value`. */
  readonly shortBy: () => number
  /** The most that cash lacks at any one time; 0 where it never does. Figured by the last `value`. */
  readonly mostShort: () => number
  /** Present value of all AMT. */
  readonly amtWorth: () => number
  /** Totals by year as the last `value` figured them; overwritten by the next. */
  readonly tax: Float64Array
  /** State tax by year; `tax` is the federal one. */
  readonly stateTax: Float64Array
  readonly amt: Float64Array
  /** 1 where deductions were itemized. */
  readonly itemized: Uint8Array
  /** Credit that each year leaves to the next. */
  readonly credit: () => Float64Array
  /** Cash at the end of each year; all NaN where the problem has no cash. */
  readonly cash: Float64Array
  /** Years figured so far, for benches and limits that count work. */
  readonly yearsFigured: () => number
}

/** @throws NotModelled as the forms do. */
export function score(of: Problem): Score {
  const count = of.years.length
  const columns = of.columns
  const shares = new Float64Array(columns.length)
  const sums = new Float64Array(count * sumCount)
  const flows = new Float64Array(count)
  const strikes = new Float64Array(count)
  const cash = new Float64Array(count).fill(Number.NaN)
  const brought = of.years.map(({ year }) => noShares(year))
  const states = stateTaxes(
    of.years.map(({ state }) => state ?? null),
    (i, federal) => sharesOfStates(of.years[i]?.state?.shared as SharedYear, shares, federal),
  )
  const stateTax = states?.tax ?? new Float64Array(count)
  const { totals, figureYear } = leanYears(
    of.years[0]?.year ?? 0,
    of.years.map(({ law }) => law),
    of.years.map(({ facts }) => facts),
    of.begins,
    states?.figure,
  )
  const taxOf = (i: number): number => (totals.totalTax[i] as number) + (stateTax[i] as number)
  const dirty = new Uint8Array(count).fill(1)
  let worth = 0
  let figured = 0
  let short = 0
  let most = 0

  function add(at: number, more: number): void {
    const column = columns[at] as Column
    shares[at] = (shares[at] as number) + more
    worth += column.worth * more
    for (const { year, kind, amount } of column.touches) {
      sums[year * sumCount + kind] = (sums[year * sumCount + kind] as number) + amount * more
      dirty[year] = 1
    }
    for (const { year, amount } of column.flows) {
      flows[year] = (flows[year] as number) + amount * more
      if (amount < 0 && !column.atOnce) strikes[year] = (strikes[year] as number) - amount * more
    }
  }

  /** Cash year by year: last year's with its interest, what is set aside, the shares' flows, less the tax they add. */
  function runCash(): void {
    short = 0
    most = 0
    if (!of.cash) return
    let left = of.cash.start
    for (let i = of.cash.from; i < count; i++) {
      const { saved, baseTax } = of.years[i] as Problem['years'][number]
      if (i > of.cash.from) left *= 1 + of.cash.rate
      const lacks = of.cash.strikeFirst ? (strikes[i] as number) - left : 0
      if (lacks > cent) short += lacks
      most = Math.max(most, lacks)
      left += saved + (flows[i] as number) - (taxOf(i) - baseTax)
      cash[i] = left
      if (left < -cent) short -= left
      most = Math.max(most, -left)
    }
  }

  /** AMT beyond what a year may have counts as cash that lacks. */
  function overLine(): void {
    for (let i = 0; i < count; i++) {
      const most = of.years[i]?.amtMost
      if (most !== undefined && (totals.amt[i] as number) > most + cent) short += (totals.amt[i] as number) - most
    }
  }

  const creditLeft = new Float64Array(count)
  return {
    ...{ shares, add, cash, tax: totals.totalTax, stateTax, amt: totals.amt, itemized: totals.itemized },
    set(wanted) {
      sums.fill(0)
      flows.fill(0)
      strikes.fill(0)
      shares.fill(0)
      dirty.fill(1)
      worth = 0
      for (let i = 0; i < columns.length; i++) if (wanted[i] !== 0) add(i, wanted[i] as number)
    },
    value() {
      let changed = false
      let taxes = 0
      for (let i = 0; i < count; i++) {
        const { taxWorth, baseTax } = of.years[i] as Problem['years'][number]
        if (changed || dirty[i] === 1) {
          const into = brought[i] as YearShares
          fill(into, sums, i * sumCount)
          changed = figureYear(i, into)
          dirty[i] = 0
          figured++
        }
        taxes += taxWorth * (taxOf(i) - baseTax)
      }
      runCash()
      overLine()
      return worth - taxes
    },
    shortBy: () => short,
    mostShort: () => (most > cent ? most : 0),
    amtWorth() {
      let sum = 0
      for (let i = 0; i < count; i++) {
        const { taxWorth, past } = of.years[i] as Problem['years'][number]
        if (!past) sum += taxWorth * (totals.amt[i] as number)
      }
      return sum
    },
    credit() {
      for (let i = 0; i < count; i++)
        creditLeft[i] = Math.max(0, (totals.creditCarriedOut[i] as number) + (totals.creditMade[i] as number))
      return creditLeft
    },
    yearsFigured: () => figured,
  }
}

/** Cash a fraction of a cent below zero is zero figured in another order. */
const cent = 1e-4

const place = Object.fromEntries(sumNames.map((name, i) => [name, i])) as {
  [Name in (typeof sumNames)[number]]: number
}

/** The sums of a year as what the shares bring. Which box of Form 8949 a gain is in changes no tax. */
function fill(into: YearShares, sums: Float64Array, at: number): void {
  into.isoSpread = sums[at + place.spread] as number
  into.optionWages = sums[at + place.optionWages] as number
  into.compensation = sums[at + place.compensation] as number
  into.amtCompensation = sums[at + place.amtCompensation] as number
  into.gains.shortA = sums[at + place.short] as number
  into.gains.longD = sums[at + place.long] as number
  into.amtGains.shortA = sums[at + place.amtShort] as number
  into.amtGains.longD = sums[at + place.amtLong] as number
}
