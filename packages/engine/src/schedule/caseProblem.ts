/**
 * A case as a problem of the schedule: its years with what is already decided in them, the days on which shares may be exercised and
 * sold, and for every whole fate of a share what the ledger itself says it brings. No rule of the shares is said again here.
 */
import type { Case, Income } from '../case.ts'
import { dateOf, dayNumber, type PlainDate, yearOf } from '../date.ts'
import type { Action, ExerciseAction, SellAction } from '../equity/action.ts'
import { booksFor } from '../equity/books.ts'
import { exercisableShares, type Grant, splitFactor, valueOn } from '../equity/grant.ts'
import { runLedger } from '../equity/ledger.ts'
import { type PreparedGrant, prepare } from '../equity/prepared.ts'
import { blocksOf, sharesIn, sharesOf } from '../equity/shares.ts'
import { noShares, type YearShares } from '../equity/yearShares.ts'
import { InputError, NotModelled } from '../errors.ts'
import type { Facts } from '../forms/facts.ts'
import type { FederalLaw } from '../law/federal/law.ts'
import { leanFacts } from '../lean.ts'
import { toCents } from '../money.ts'
import { figureReturn } from '../return.ts'
import { fillShares, incomeOf } from '../taxYear.ts'
import { beginning, deductsAsFigured, type FiguredYear, yearsTo } from '../timeline.ts'
import { capsOf } from './caps.ts'
import {
  type Days,
  decisionDays,
  exerciseDays,
  latest,
  monthsBetween,
  qualifyingFrom,
  saleDays,
  unique,
} from './days.ts'
import type { Column, Flow, Problem, ScheduleYear, Source, Touch } from './problem.ts'
import { sumNames } from './problem.ts'
import { score as scoreOf } from './score.ts'
import { statesOfYears, stateTaxAlone, withShares, type YearState } from './stateTax.ts'
import { type PlanTerms, worthOn, yearsBetween } from './terms.ts'

/** What a column is in the case: actions for one share, counted as of the day decisions begin (or of a later grant). */
export interface Fate {
  readonly grant: string
  /** The lot, where the shares are held already; null for a grant. */
  readonly lot: string | null
  readonly exercisedOn: PlainDate | null
  readonly soldOn: PlainDate
  /** Strike of a share on the day of exercise; 0 for a lot, whose strike is paid. */
  readonly strike: number
  /** Price of a share on the day of sale. */
  readonly price: number
  /** Shares exercised and shares sold for one share counted: 1 without a split in between. */
  readonly exercises: number
  readonly split: number
}

/** A problem with the case it was made of. */
export interface CaseProblem {
  readonly problem: Problem
  readonly fates: readonly Fate[]
  /** The case with what stands decided, and prices for every day of decision. */
  readonly base: Case
  readonly terms: PlanTerms
  /** What of state tax the search leaves out, in sentences. */
  readonly stateNotices: readonly string[]
  /** The first and the last year of decisions. */
  readonly first: number
  readonly last: number
}

/**
 * @param stateTaxes by year: what stands for a deduction of state tax that the file leaves to be figured, because the search must hold it still;
 * without it, what the case owes without a plan.
 * @throws InputError where nothing can be decided (no income in the years, no value of a share), NotModelled for shares that the columns cannot
 * hold.
 */
export function caseProblem(of: Case, terms: PlanTerms, stateTaxes?: readonly number[]): CaseProblem {
  const first = of.incomes[0]?.year ?? yearOf(terms.from)
  const begin = Math.max(first, yearOf(terms.from))
  const last = terms.horizon
  const end = last + terms.tail
  const days = decisionDays(of, terms, begin, last)
  const base = decided(of, terms, days, end)
  const { laws, bases } = leanFacts(withStateTaxes(base, first, end, stateTaxes), first, end)
  const fixed = sharesOf(base)
  const states = statesOfYears(base, first, bases, fixed)
  const years = laws.map((law, i) =>
    scheduleYear(law, bases[i] as Facts, sharesIn(fixed, first + i), states.years[i] as YearState | null, terms, begin),
  )
  const builder = { base, terms, first, days, columns: [] as Column[], fates: [] as Fate[], sources: [] as Source[] }
  const ready = runLedger(booksFor(prepare(base)))
  if (ready.refused) throw ready.refused.error
  for (const grant of ready.prepared.grants) addGrant(builder, grant)
  addLots(builder, ready.prepared.lots)
  const { cash } = of.household
  return {
    ...{ base, terms, first: begin, last, fates: builder.fates, stateNotices: states.notices },
    problem: settled({
      years: withShares(base, years, builder.columns, builder.fates, fixed),
      ...{ sources: builder.sources, columns: builder.columns, begins: beginning(base).carriedIn },
      cash: cash === null ? null : { start: cash, rate: 0, strikeFirst: true, from: begin - first },
      caps: capsOf(of, builder, begin),
    }),
  }
}

/** Years gone by add nothing to the value of any plan: what they are measured by is the tax they had. */
function settled(of: Problem): Problem {
  if (!of.years.some(({ past }) => past)) return of
  const score = scoreOf({ ...of, columns: [], caps: [] })
  score.value()
  return {
    ...of,
    years: of.years.map((year, i) =>
      year.past ? { ...year, baseTax: (score.tax[i] as number) + (score.stateTax[i] as number) } : year,
    ),
  }
}

/** The case with numbers for the deduction of state tax where it is to be figured. IRC §164(a)(3). */
function withStateTaxes(of: Case, first: number, end: number, known?: readonly number[]): Case {
  if (!of.incomes.some(deductsAsFigured)) return of
  const taxes = known ?? stateTaxesDeducted(yearsTo(of, end))
  const incomes = taxes.map((stateAndLocalTaxes, i): Income => {
    const income = incomeOf(of, first + i)
    return { ...income, itemized: income.itemized && { ...income.itemized, stateAndLocalTaxes } }
  })
  return { ...of, incomes }
}

/** State tax that each year deducts, as figured. */
export const stateTaxesDeducted = (years: readonly FiguredYear[]): number[] =>
  years.map(({ facts }) => facts.stateAndLocalTaxes)

/** A year with what stands decided in it. Its tax is due in the spring after it. */
function scheduleYear(
  law: FederalLaw,
  own: Facts,
  shares: Readonly<YearShares>,
  state: YearState | null,
  { discount, saved, from, neverPast, horizon }: PlanTerms,
  begin: number,
): ScheduleYear {
  const facts = { ...own, gains: { ...own.gains }, amtGains: { ...own.amtGains } }
  fillShares(facts, shares)
  const bare = { ...own, minimumTaxCredit: 0, minimumTaxCreditMade: 0, vehicleCreditUnallowed: 0 }
  const decides = law.year >= begin && law.year <= horizon
  return {
    ...{ year: law.year, law, facts },
    // A dollar of a year gone by weighs no less than one of a year to come, so that rows press it down as they do any other
    taxWorth: law.year < begin ? 1 : (1 + discount) ** -yearsBetween(from, `${law.year + 1}-04-15`),
    past: law.year < begin,
    baseTax: baseTaxOf(bare, law, state),
    state,
    saved: law.year >= begin ? saved : 0,
    // What the year has by itself, and a cent for arithmetic
    ...(neverPast && decides && { amtMost: figureReturn(facts, law).form6251.line11 + 0.01 }),
  }
}

/** Federal and state tax of a year by itself. */
function baseTaxOf(facts: Facts, law: FederalLaw, state: YearState | null): number {
  const alone = figureReturn(facts, law)
  return alone.form1040.line24 + stateTaxAlone(state, alone)
}

/** The case with what stands decided, its horizon and prices reaching as far as is looked at. */
function decided(of: Case, terms: PlanTerms, days: Days, end: number): Case {
  const plan = of.plan.filter(({ on }) => on < terms.from)
  const known = of.company.prices.reduce((latestOn, { on }) => latest(latestOn, on), '')
  const all = unique([...days.exercise, ...days.sale, ...monthsBetween(known, end)])
  if (known === '' && (of.grants.length > 0 || of.lots.length > 0))
    throw new InputError([
      { path: 'company.prices', code: 'missing', message: 'no value of a share is given. Add one to company.prices.' },
    ])
  // What stands decided keeps the values that are stated
  const later = all
    .filter((on) => on > known && on >= terms.from)
    .filter((on) => terms.growth !== 0 || splitFactor(of.company.splits, known, on) !== 1)
    .map((on) => ({ on, fmv: toCents(priceOn(of, terms.growth, on)) }))
    .filter(({ fmv }) => Number.isFinite(fmv))
  return {
    ...of,
    plan,
    company: { ...of.company, prices: [...of.company.prices, ...later] },
    assumptions: { ...of.assumptions, horizon: Math.max(of.assumptions.horizon, end) },
  }
}

/** The value of a share on a day: as stated, and grown from the last one stated on. */
export function priceOn(of: Case, growth: number, on: PlainDate): number {
  const known = of.company.prices.reduce((last, quote) => latest(last, quote.on), '')
  const value = valueOn(of.company.prices, of.company.splits, on)
  if (value === undefined) return Number.NaN
  return on > known ? value * (1 + growth) ** yearsBetween(known, on) : value
}

/** What a share is sold for on a day: its value, or the price of a tender where there is no other market. */
function salePrice({ company }: Case, on: PlainDate): number {
  const { listed, prices, splits, view, tenders = [] } = company
  const tender =
    listed || (view?.liquidityOn && view.liquidityOn <= on) ? undefined : tenders.find((each) => each.on === on)
  return tender?.price ?? (valueOn(prices, splits, on) as number)
}

interface Builder {
  readonly base: Case
  readonly terms: PlanTerms
  readonly first: number
  readonly days: Days
  readonly columns: Column[]
  readonly fates: Fate[]
  readonly sources: Source[]
}

/** What the shares of a grant past the $100,000 limit are called. */
export const pastLimit = (grant: string): string => `${grant} (NSO)`

/** A grant: its ISO shares and those beyond the $100,000 limit are sources of their own. */
function addGrant(builder: Builder, prepared: PreparedGrant): void {
  const { base, terms, days } = builder
  const { grant, segments } = prepared
  const exercise = exerciseDays(grant, days, terms, base)
  const today = splitFactor(base.company.splits, grant.on, terms.from)
  for (const nonstatutory of [false, true]) {
    const own = segments.filter((segment) => segment.nonstatutory === nonstatutory && segment.left > 0)
    if (own.length === 0) continue
    const vestedBy = (on: PlainDate): number => {
      if (exercisableShares({ ...grant, earlyExercise: false }, on) === 0) return 0
      const left = own.reduce((sum, { vestDay, left }) => sum + (vestDay <= dayNumber(on) ? left : 0), 0)
      return Math.floor(left * today + 1e-6)
    }
    const slots = exercise.filter((on) => vestedBy(on) > 0)
    const shares = Math.max(0, ...slots.map(vestedBy))
    if (shares === 0) continue
    const name = nonstatutory && !prepared.nonstatutory ? pastLimit(grant.id) : grant.id
    const source = builder.sources.push({ name, kind: 'grant', shares, vested: slots.map(vestedBy) }) - 1
    // One share at a time, on a grant of its own: the limit has been counted above
    const alone: Grant = {
      ...{ ...grant, kind: nonstatutory ? 'nso' : 'iso', tenPercentOwner: false },
      ...{ vesting: null, earlyExercise: false, acceleration: null },
    }
    for (const [slot, on] of slots.entries()) {
      const factor = splitFactor(base.company.splits, grant.on, on)
      const value = valueOn(base.company.prices, base.company.splits, on) as number
      if (value <= grant.strike / factor) continue
      for (const sold of saleDays(base, days, terms, on, qualifyingFrom(grant, on)))
        addColumn(builder, source, slot, alone, on, sold)
    }
  }
}

function addColumn(builder: Builder, source: number, slot: number, grant: Grant, on: PlainDate, sold: PlainDate): void {
  const { base, first, terms } = builder
  const { splits } = base.company
  const exercises = splitFactor(splits, latest(terms.from, grant.on), on)
  const split = exercises * splitFactor(splits, on, sold)
  const price = salePrice(base, sold)
  // So many that at least a share is exercised and sold
  const count = Math.max(1, 1 / exercises, 1 / split)
  const one: Grant = {
    ...grant,
    shares: (count * exercises) / splitFactor(splits, grant.on, on),
    fmvAtGrant: Math.min(grant.fmvAtGrant, 1),
  }
  const plan: Action[] = [
    exerciseOf(grant.id, on, count * exercises, 'held'),
    sellOf('held', sold, count * split, price, base.company.listed),
  ]
  const brought = broughtBy({ ...base, grants: [one], lots: [], plan }, null, count, first, builder)
  const strike = grant.strike / splitFactor(splits, grant.on, on)
  const [e, s] = [yearOf(on) - first, yearOf(sold) - first]
  const atOnce = on === sold
  const flows: Flow[] = atOnce
    ? [{ year: e, amount: exercises * (price - strike) }]
    : [
        { year: e, amount: -strike * exercises },
        { year: s, amount: price * split },
      ]
  const worth = price * split * worthOn(terms, sold) - strike * exercises * worthOn(terms, on)
  builder.columns.push({ source, exercised: slot, sold: s, atOnce, touches: brought, flows, worth })
  builder.fates.push({ grant: grant.id, lot: null, exercisedOn: on, soldOn: sold, strike, price, exercises, split })
}

/** Shares held on the day decisions begin. */
function addLots(builder: Builder, lots: ReturnType<typeof prepare>['lots']): void {
  const { base, terms, first } = builder
  const { splits } = base.company
  const held = sharesOf(base)
  for (const lot of lots) {
    const blocks = blocksOf(lot).filter((block) => block.left > 0)
    const left = blocks.reduce((sum, block) => sum + block.left, 0)
    if (left <= 1e-9) continue
    const today = splitFactor(splits, dateOf(lot.day), terms.from)
    const shares = Math.floor(left * today + 1e-6)
    if (shares <= 0) continue
    const free = dateOf(Math.max(dayNumber(terms.from), ...blocks.map((block) => block.freeDay)))
    const qualifies = dateOf(
      Math.max(...blocks.map((block) => (block.nonstatutory ? block.longTermDay : block.qualifyingDay))),
    )
    const days = saleDays(base, builder.days, terms, free, qualifies).filter((on) => on >= free)
    const source = builder.sources.push({ name: lot.id, kind: 'lot', shares, vested: [] }) - 1
    for (const on of days) {
      const split = splitFactor(splits, terms.from, on)
      const price = salePrice(base, on)
      const sale = sellOf(lot.id, on, shares * split, price, base.company.listed)
      const touches = broughtBy({ ...base, plan: [...base.plan, sale] }, held, shares, first, builder)
      const s = yearOf(on) - first
      builder.columns.push({
        ...{ source, exercised: -1, sold: s, atOnce: false, touches },
        flows: [{ year: s, amount: price * split }],
        worth: price * split * worthOn(terms, on),
      })
      builder.fates.push({
        grant: lot.grant.grant.id,
        lot: lot.id,
        exercisedOn: null,
        soldOn: on,
        strike: 0,
        price,
        exercises: 0,
        split,
      })
    }
  }
}

export const exerciseOf = (grant: string, on: PlainDate, shares: number, as: string): ExerciseAction => ({
  ...{ kind: 'exercise', on, grant, shares, as, how: 'hold', election83b: false, section16bUntil: null, qsbs: false },
  ...{ price: null, fees: 0, payWith: null, inW2: true, reported: 'none' },
})

export const sellOf = (lot: string, on: PlainDate, shares: number, price: number, listed: boolean): SellAction => ({
  ...{ kind: 'sell', on, lot, shares, price, fees: 0, relatedBuyer: false, inW2: true },
  reported: listed ? 'basis' : 'none',
})

/** What one share of a fate brings into each year, by the ledger: with it, less without it. */
function broughtBy(
  of: Case,
  without: ReturnType<typeof sharesOf> | null,
  shares: number,
  first: number,
  { terms }: Builder,
): Touch[] {
  const books = runLedger(booksFor(prepare(of)))
  if (books.refused) throw books.refused.error
  const touches: Touch[] = []
  for (let year = first; year <= terms.horizon + 1; year++) {
    const own = sharesIn({ books, dispositions: [] }, year)
    const other = without ? sharesIn(without, year) : noShares(year)
    if (own.gains.collectibles !== other.gains.collectibles)
      throw new NotModelled(
        'IRC §1202',
        'Schedule D 28% Rate Gain Worksheet',
        'small business stock in a plan that is searched for',
      )
    const amounts = amountsOf(own)
    const before = amountsOf(other)
    for (const [kind, name] of sumNames.entries()) {
      const amount = (amounts[name] - before[name]) / shares
      if (Math.abs(amount) > 1e-12) touches.push({ year: year - first, kind, amount })
    }
  }
  return touches
}

const amountsOf = ({
  isoSpread,
  optionWages,
  compensation,
  compensationUnreported,
  amtCompensation,
  gains,
  amtGains,
}: Readonly<YearShares>) => ({
  ...{ spread: isoSpread, optionWages, compensation: compensation + compensationUnreported, amtCompensation },
  ...{ short: gains.shortA + gains.shortB + gains.shortC, long: gains.longD + gains.longE + gains.longF },
  ...{ amtShort: amtGains.shortA + amtGains.shortB + amtGains.shortC },
  amtLong: amtGains.longD + amtGains.longE + amtGains.longF,
})
