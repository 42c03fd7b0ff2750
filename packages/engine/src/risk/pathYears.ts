/**
 * The years of a case figured again and again at other prices: every path of prices goes through the ledger, the federal forms and the
 * states' own, on reused sheets. Only years that a path changes are figured anew, and what is figured does not depend on the paths before.
 */
import type { Case } from '../case.ts'
import { dayNumber, yearOf } from '../date.ts'
import { never } from '../equity/block.ts'
import { booksFor, type Disposed } from '../equity/books.ts'
import { sharesToCover } from '../equity/exercise.ts'
import { runLedger } from '../equity/ledger.ts'
import { type Market, marketOf } from '../equity/market.ts'
import { type HeldLot, type Prepared, prepare, reprice, type Step } from '../equity/prepared.ts'
import { type DispositionRecord, recordOf, type Shares, sharesIn } from '../equity/shares.ts'
import type { YearShares } from '../equity/yearShares.ts'
import { returnDue } from '../law/federal/dueDates.ts'
import { leanFacts, leanYears } from '../lean.ts'
import { incomeOf } from '../taxYear.ts'
import { beginning, deductsAsFigured } from '../timeline.ts'
import { exp, log } from './exact.ts'
import { pathStates } from './pathStates.ts'
import type { WorthTerms } from './worth.ts'

export interface PathYears {
  /** Days after `terms.from` on which a price is asked for, ascending, as day numbers. */
  readonly days: readonly number[]
  /** The value of a share on `terms.from`; NaN where none is stated by then. */
  readonly today: number
  /**
   * Present value of the money that the shares bring and take from `terms.from` on, less all tax of its year and those after, with
   * `prices[i]` the value on `days[i]` of one share as it is counted on `terms.from`. Only differences between cases of one household
   * mean anything. A planned exercise whose strike is not below the value of its day is left out, with what becomes of its shares.
   * @throws NotModelled, InputError as the ledger and the forms do.
   */
  readonly value: (prices: Readonly<Float64Array>) => number
  /** Totals by year at the prices of the last `value`, the first year of incomes first. */
  readonly totals: ReturnType<typeof leanYears>['totals']
  readonly stateTax: Float64Array
  /** Why some state tax is not counted, in sentences. */
  readonly notices: readonly string[]
}

/**
 * @param given the case, looked at as far as `terms.last`; what its plan does after `terms.from` at a price it does not state goes by the path
 * @throws NotModelled, InputError for whatever does not depend on prices.
 */
export function pathYears(given: Case, terms: WorthTerms): PathYears {
  const horizon = Math.max(given.assumptions.horizon, terms.last)
  const of = { ...given, assumptions: { ...given.assumptions, horizon } }
  const first = of.incomes[0]?.year ?? yearOf(terms.from)
  const count = terms.last - first + 1
  const fromDay = dayNumber(terms.from)
  const path = pathMarket(of, fromDay)
  const prepared = prepare(of, path.market)
  const days = daysOf(prepared, fromDay)
  path.set(days, new Float64Array(days.length).fill(path.today))
  const books = booksFor(prepared)
  const varied = variedLots(prepared, fromDay, path.market)
  const worths = new Map<number, number>()
  // By arithmetic that gives the same bits everywhere
  const rate = log(1 + terms.discount)
  const worthOf = (day: number): number => {
    const known = worths.get(day)
    if (known !== undefined) return known
    const worth = exp((-rate * (day - fromDay)) / daysInYear)
    worths.set(day, worth)
    return worth
  }

  let records: DispositionRecord[] | null = null
  const ledger = (): Shares => {
    if (records === null) {
      const kept: DispositionRecord[] = []
      runLedger(books, (disposed) => kept.push(recordOf(disposed)))
      records = kept
    }
    return { books, dispositions: records }
  }
  const { laws, bases } = leanFacts(of, first, terms.last, 'exact', true)
  const states = pathStates(of, first, bases, ledger)
  const deducts = {
    years: laws.map(({ year }) => deductsAsFigured(incomeOf(of, year))),
    taxOn: states.taxes?.owedOn ?? (() => 0),
  }
  const { totals, figureYear } = leanYears(
    first,
    laws,
    bases,
    beginning(of).carriedIn,
    states.taxes?.figure,
    deducts.years.some(Boolean) ? deducts : undefined,
  )
  const stateTax = states.taxes?.tax ?? new Float64Array(count)
  const taxWorths = laws.map(({ year }) => (year < yearOf(terms.from) ? 0 : worthOf(dayNumber(returnDue(year)))))
  const marks = laws.map(() => new Float64Array(markCount).fill(Number.NaN))
  const bought = { books, dispositions: [] }
  let proceeds = 0
  const watch = ({ sale, terms: { day } }: Disposed): void => {
    if (sale.sold === 1 && day >= fromDay) proceeds += sale.proceeds * worthOf(day)
  }

  return {
    ...{ days, today: path.today, totals, stateTax, notices: states.notices },
    value(prices) {
      path.set(days, prices)
      reprice(prepared, fromDay)
      for (const lot of varied) vary(lot, path.market)
      proceeds = 0
      records = null
      runLedger(books, watch)
      let value = proceeds
      for (const lot of prepared.lots)
        if (lot.planned && lot.shares > 0 && lot.day >= fromDay) value -= lot.cashPaid * worthOf(lot.day)
      let changed = false
      for (let i = 0; i < count; i++) {
        const shares = sharesIn(bought, first + i)
        // Marked in any case: what a year was figured on
        const other = mark(shares, marks[i] as Float64Array)
        if (changed || other) changed = figureYear(i, shares)
        value -= (taxWorths[i] as number) * ((totals.totalTax[i] as number) + (stateTax[i] as number))
      }
      return value
    },
  }
}

/** As `yearsBetween` counts. */
const daysInYear = 365.25

/** Values as stated up to a day, and along a path after it. */
function pathMarket(of: Case, fromDay: number) {
  const { prices, splits } = of.company
  const known = marketOf(
    prices.filter(({ on }) => dayNumber(on) <= fromDay),
    splits,
  )
  const counted = known.factorAt(fromDay)
  let days: readonly number[] = []
  let values: Readonly<Float64Array> = new Float64Array(0)
  const market: Market = {
    factorAt: known.factorAt,
    valueAt(day) {
      let at = days.length - 1
      while (at >= 0 && (days[at] as number) > day) at--
      return at < 0 ? known.valueAt(day) : ((values[at] as number) * counted) / known.factorAt(day)
    },
  }
  return {
    ...{ market, today: known.valueAt(fromDay) },
    set(on: readonly number[], prices: Readonly<Float64Array>): void {
      days = on
      values = prices
    },
  }
}

/** Days after a day on which a value is asked for: of exercises, sales and gifts, and on which shares vest or are freed that AMT then takes in. */
function daysOf({ steps, grants }: Prepared, fromDay: number): number[] {
  const own = steps.map(({ day }) => day)
  const vesting = grants.flatMap(({ grant, segments }) =>
    grant.earlyExercise ? segments.map(({ vestDay }) => vestDay) : [],
  )
  const freed = steps.flatMap(({ makes }) => {
    const of = makes?.given ?? makes?.action
    const vested = makes?.given?.vestedOn ?? null
    const until = of?.section16bUntil ?? null
    return [...(vested === null ? [] : [dayNumber(vested)]), ...(until === null ? [] : [dayNumber(until) + 1])]
  })
  const days = [...own, ...vesting, ...freed].filter((day) => day > fromDay && day < never)
  return [...new Set(days)].sort((one, other) => one - other)
}

/** A lot of the plan whose shares go by the price of its day. */
interface VariedLot {
  readonly lot: HeldLot
  readonly exercise: Step
  readonly shares: number
  /** Sales and gifts of the lot, with the part of what the exercise leaves that each takes. */
  readonly after: readonly { readonly step: Step; readonly part: number }[]
}

/** Exercises after a day. Where a grant has an acceleration, what is exercised decides the $100,000 limit, and all are made. */
function variedLots(prepared: Prepared, fromDay: number, market: Market): VariedLot[] {
  if (prepared.grants.some(({ grant }) => grant.acceleration !== null)) return []
  return prepared.steps.flatMap((exercise): VariedLot[] => {
    const lot = exercise.makes
    if (!lot?.action || lot.day <= fromDay) return []
    const left = kept(lot, lot.shares, market)
    const after = prepared.steps
      .filter((step) => step.lot === lot && step.shares > 0)
      .map((step) => ({ step, part: left > 0 ? step.shares / left : 0 }))
    return [{ lot, exercise, shares: lot.shares, after }]
  })
}

function vary({ lot, exercise, shares, after }: VariedLot, market: Market): void {
  const taken = lot.value > lot.strike ? shares : 0
  lot.shares = taken
  exercise.shares = taken
  const left = kept(lot, taken, market)
  for (const { step, part } of after) step.shares = part * left
}

/** Shares that an exercise leaves. */
function kept({ action, strike, day }: HeldLot, shares: number, market: Market): number {
  if (!action || action.how === 'hold' || shares === 0) return shares
  if (action.how === 'sameDaySale') return 0
  const price = action.price ?? market.valueAt(day)
  return shares - Math.min(shares, sharesToCover(strike * shares, action.fees, price))
}

/** How many numbers of a year's shares its return is figured from. */
const markCount = 25

/** Notes what shares bring into a year; says whether it is something else than the last time. */
function mark(of: Readonly<YearShares>, into: Float64Array): boolean {
  let at = 0
  let other = false
  const note = (amount: number): void => {
    if (into[at] !== amount) other = true
    into[at++] = amount
  }
  note(of.isoSpread)
  note(of.optionWages)
  note(of.compensation)
  note(of.compensationUnreported)
  note(of.amtCompensation)
  note(of.charityStock)
  note(of.charityOrdinary)
  note(of.charityPrivate)
  note(of.charityPrivateStock)
  noteGains(of.gains, note)
  noteGains(of.amtGains, note)
  return other
}

function noteGains(of: YearShares['gains'], note: (amount: number) => void): void {
  note(of.shortA)
  note(of.shortB)
  note(of.shortC)
  note(of.longD)
  note(of.longE)
  note(of.longF)
  note(of.collectibles)
}
