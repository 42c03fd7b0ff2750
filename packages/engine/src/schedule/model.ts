/** A problem as a linear model: its columns, the shares there are, every tax year in rows, cash, and what it all is worth. */
import type { Loss } from '../case.ts'
import { NotModelled } from '../errors.ts'
import type { Carried } from './gainRows.ts'
import type { ScheduleYear, SumName } from './problem.ts'
import { type Problem, sumNames } from './problem.ts'
import {
  add,
  amountOf,
  atLeastZero,
  constant,
  isZero,
  type Model,
  newModel,
  plus,
  reward,
  type Sum,
  variable,
} from './rows.ts'
import { type StateOfYear, statesIn } from './stateRows.ts'
import { yearRows } from './yearRows.ts'
import { type YearShape, yearShape } from './yearShape.ts'

/** A problem in rows. The first variables are the shares of its columns. */
export interface ScheduleModel extends World {
  readonly model: Model
}

/** What a problem is within a model, which may hold several of them. */
export interface World {
  readonly shares: readonly Sum[]
  readonly shapes: readonly YearShape[]
  /** Federal and state tax of each year. */
  readonly taxes: readonly Sum[]
  /** Of each year with a state tax, how its rows stand to the state's forms. */
  readonly states: readonly StateOfYear[]
  /** Present value of the plan's money after tax. */
  readonly value: Sum
}

/** @throws NotModelled for what the rows do not hold. */
export function modelOf(of: Problem): ScheduleModel {
  const model = newModel()
  const { amt, ...world } = worldIn(model, of)
  if (of.aim) atLeastZero(model, plus(world.value, -of.aim.valueAtLeast))
  reward(model, of.aim ? add([-1, amt]) : world.value)
  return { model, ...world }
}

/** Adds a problem's columns, shares and years to a model; what is wanted of it is left to the caller. */
export function worldIn(model: Model, of: Problem): World & { readonly amt: Sum } {
  const shares = of.columns.map((column) => {
    const source = of.sources[column.source] as Problem['sources'][number]
    const most =
      source.kind === 'grant'
        ? Math.min(source.shares, source.vested[column.exercised] ?? source.shares)
        : source.shares
    return variable(model, 'shares', 0, most, null)
  })
  inventory(model, of, shares)
  const shapes = of.years.map(({ law, facts }) => yearShape(law, facts))
  const taxes: Sum[] = []
  const states = statesIn(model)
  const amts: (readonly [number, Sum])[] = []
  const { begins } = of
  if (begins.charity.length > 0) throw new NotModelled('IRC §170(d)', 'Schedule A', 'gifts carried in, in the proof')
  let credit = constant(
    Math.max(0, begins.minimumTaxCreditMade + begins.minimumTaxCredit + begins.vehicleCreditUnallowed),
  )
  const lossOf = ({ short, long }: Loss) => ({ all: constant(short + long), short: constant(short) })
  let loss: Carried = lossOf(begins.capitalLoss)
  let amtLoss: Carried = lossOf(begins.amtCapitalLoss)
  for (const [i, { amtMost = null, taxWorth, past }] of of.years.entries()) {
    const sums = Object.fromEntries(sumNames.map((name, kind) => [name, sumOf(model, of, shares, i, kind)])) as Record<
      SumName,
      Sum
    >
    const mode = { exactRegular: amtMost !== null || of.aim !== undefined, amtMost }
    const into = { ...sums, credit, loss, amtLoss }
    const out = yearRows(model, shapes[i] as YearShape, into, mode)
    ;({ credit, loss, amtLoss } = out)
    taxes.push(add([1, out.tax], [1, states.add(of.years[i] as ScheduleYear, into, out)]))
    if (!past) amts.push([taxWorth, out.amt])
  }
  if (of.cash) cashRows(model, of, shares, taxes)
  return { shares, shapes, taxes, states: states.years, value: valueIn(of, shares, taxes), amt: add(...amts) }
}

/** Cash flows of the shares less the tax they add, each at its present value. */
const valueIn = ({ columns, years }: Problem, shares: readonly Sum[], taxes: readonly Sum[]): Sum =>
  plus(
    add(
      ...columns.map(({ worth }, i) => [worth, shares[i] as Sum] as const),
      ...years.map(({ taxWorth }, i) => [-taxWorth, taxes[i] as Sum] as const),
    ),
    years.reduce((sum, { taxWorth, baseTax }) => sum + taxWorth * baseTax, 0),
  )

/** No more exercised by the end of a year than has vested, all of a lot sold, and the caps. */
function inventory(model: Model, of: Problem, shares: readonly Sum[]): void {
  of.sources.forEach((source, s) => {
    const own = of.columns.flatMap((column, i) => (column.source === s ? [{ column, sum: shares[i] as Sum }] : []))
    if (own.length === 0) return
    if (source.kind === 'lot') {
      isZero(model, plus(add(...own.map(({ sum }) => [1, sum] as const)), -source.shares), 'shares')
      return
    }
    const years = [...new Set(own.map(({ column }) => column.exercised))].sort((one, other) => one - other)
    for (const [j, year] of years.entries()) {
      const vested = Math.min(source.shares, source.vested[year] ?? source.shares)
      const next = years[j + 1]
      // A later row with the same count says it all
      if (next !== undefined && Math.min(source.shares, source.vested[next] ?? source.shares) === vested) continue
      const until = own.filter(({ column }) => column.exercised <= year)
      atLeastZero(model, plus(add(...until.map(({ sum }) => [-1, sum] as const)), vested), 'shares')
    }
  })
  for (const { columns, most } of of.caps)
    atLeastZero(
      model,
      plus(add(...columns.map(({ column, weight }) => [-weight, shares[column] as Sum] as const)), most),
      'shares',
    )
}

/** One sum of one year, between the least and the most that the shares of its sources can bring. */
function sumOf(model: Model, of: Problem, shares: readonly Sum[], year: number, kind: number): Sum {
  const terms: (readonly [number, Sum])[] = []
  const brings: { readonly source: number; readonly exercised: number; readonly amount: number }[] = []
  of.columns.forEach(({ touches, source, exercised }, i) => {
    const amount = touches.reduce(
      (sum, touch) => sum + (touch.year === year && touch.kind === kind ? touch.amount : 0),
      0,
    )
    if (amount === 0) return
    terms.push([amount, shares[i] as Sum])
    brings.push({ source, exercised, amount })
  })
  if (terms.length === 0) return constant(0)
  const sum = add(...terms)
  const most = (sign: 1 | -1): number =>
    of.sources.reduce((total, source, s) => {
      const own = brings.filter((each) => each.source === s).map((each) => ({ ...each, amount: sign * each.amount }))
      return total + mostFrom(source, own)
    }, 0)
  const one = variable(model, 'dollars', -most(-1), most(1), (values) => amountOf(sum, values))
  isZero(model, add([1, one], [-1, sum]))
  return one
}

/**
 * The most that the shares of a source can bring, each with one fate of its own: those that bring most come first, as many of
 * them as have vested and are left. What vests by one day has vested by the next, so that taking them in this order is best.
 */
function mostFrom(
  { shares, vested }: Problem['sources'][number],
  brings: readonly { readonly exercised: number; readonly amount: number }[],
): number {
  const room = vested.map((count) => Math.min(shares, count))
  let left = shares
  let total = 0
  for (const { exercised, amount } of brings.toSorted((one, other) => other.amount - one.amount)) {
    if (amount <= 0 || left <= 0) break
    const taken = Math.max(0, Math.min(left, ...room.slice(Math.max(0, exercised))))
    for (let day = Math.max(0, exercised); day < room.length; day++) room[day] = (room[day] as number) - taken
    left -= taken
    total += amount * taken
  }
  return total
}

/** Cash at the end of each year, never below zero. */
function cashRows(model: Model, of: Problem, shares: readonly Sum[], taxes: readonly Sum[]): void {
  const { start, rate, strikeFirst, from } = of.cash as NonNullable<Problem['cash']>
  let before = constant(start)
  of.years.forEach(({ saved, baseTax }, i) => {
    const flows = of.columns.flatMap(({ flows }, c) =>
      flows.flatMap(({ year, amount }) => (year === i ? [[amount, shares[c] as Sum] as const] : [])),
    )
    if (strikeFirst) {
      const strikes = of.columns.flatMap(({ flows, atOnce }, c) =>
        flows.flatMap(({ year, amount }) =>
          year === i && amount < 0 && !atOnce ? [[amount, shares[c] as Sum] as const] : [],
        ),
      )
      if (strikes.length > 0) atLeastZero(model, add([i > from ? 1 + rate : 1, before], ...strikes))
    }
    const left = plus(add([i > from ? 1 + rate : 1, before], ...flows, [-1, taxes[i] as Sum]), saved + baseTax)
    const cash = variable(model, 'dollars', 0, Math.max(0, left.high), (values) => amountOf(left, values))
    isZero(model, add([1, cash], [-1, left]))
    before = cash
  })
}

/** States of a world whose rows lead the search and bound nothing, each once. */
export const roughStates = ({ states }: Pick<World, 'states'>): string[] => [
  ...new Set(states.flatMap(({ state, shape }) => (shape?.rough ? [state] : []))),
]
