/** A problem as a linear model: its columns, the shares there are, every tax year in rows, cash, and what it all is worth. */
import type { SumName } from './problem.ts'
import { type Problem, sumCount, sumNames } from './problem.ts'
import { add, amountOf, atLeastZero, constant, isZero, type Model, newModel, plus, type Sum, variable } from './rows.ts'
import { type YearMode, yearRows } from './yearRows.ts'
import { type YearShape, yearShape } from './yearShape.ts'

/** A problem in rows. The first variables are the shares of its columns. */
export interface ScheduleModel {
  readonly model: Model
  readonly shapes: readonly YearShape[]
  readonly taxes: readonly Sum[]
}

/** @throws NotModelled for what the rows do not hold. */
export function modelOf(of: Problem, mode: YearMode = { exactRegular: false }): ScheduleModel {
  const model = newModel()
  const shares = of.columns.map((column) => {
    const source = of.sources[column.source] as Problem['sources'][number]
    const most =
      source.kind === 'grant'
        ? Math.min(source.shares, source.vested[column.exercised] ?? source.shares)
        : source.shares
    return variable(model, 'shares', 0, most, null, column.worth)
  })
  inventory(model, of, shares)
  const shapes = of.years.map(({ law, facts }) => yearShape(law, facts))
  const taxes: Sum[] = []
  const { begins } = of
  let credit = constant(
    Math.max(0, begins.minimumTaxCreditMade + begins.minimumTaxCredit + begins.vehicleCreditUnallowed),
  )
  let loss = constant(begins.capitalLoss.short + begins.capitalLoss.long)
  let amtLoss = constant(begins.amtCapitalLoss.short + begins.amtCapitalLoss.long)
  for (const [i, year] of of.years.entries()) {
    const sums = Object.fromEntries(sumNames.map((name, kind) => [name, sumOf(model, of, shares, i, kind)])) as Record<
      SumName,
      Sum
    >
    const out = yearRows(model, shapes[i] as YearShape, { ...sums, credit, loss, amtLoss }, mode)
    ;({ credit, loss, amtLoss } = out)
    taxes.push(out.tax)
    charge(model, out.tax, year.taxWorth, year.baseTax)
  }
  if (of.cash) cashRows(model, of, shares, taxes)
  return { model, shapes, taxes }
}

/** The tax of a year in the objective. */
function charge(model: Model, tax: Sum, worth: number, base: number): void {
  model.offset += worth * (base - tax.plus)
  tax.at.forEach((at, i) => {
    const of = model.variables[at] as Model['variables'][number]
    model.variables[at] = { ...of, worth: of.worth - worth * (tax.by[i] as number) }
  })
}

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

/** One sum of one year. Each share has one fate, so a source brings at most its shares times the most that one of them brings. */
function sumOf(model: Model, of: Problem, shares: readonly Sum[], year: number, kind: number): Sum {
  const terms: (readonly [number, Sum])[] = []
  const least = new Float64Array(of.sources.length)
  const most = new Float64Array(of.sources.length)
  of.columns.forEach((column, i) => {
    const amount = column.touches.reduce(
      (sum, touch) => sum + (touch.year === year && touch.kind === kind ? touch.amount : 0),
      0,
    )
    if (amount === 0) return
    const { high } = shares[i] as Sum
    terms.push([amount, shares[i] as Sum])
    most[column.source] = Math.max(most[column.source] as number, amount * high)
    least[column.source] = Math.min(least[column.source] as number, amount * high)
  })
  if (terms.length === 0) return constant(0)
  const sum = add(...terms)
  const [low, high] = [least, most].map((each) => each.reduce((total, x) => total + x, 0)) as [number, number]
  const one = variable(model, 'dollars', low, high, (values) => amountOf(sum, values))
  isZero(model, add([1, one], [-1, sum]))
  return one
}

/** Cash at the end of each year, never below zero. */
function cashRows(model: Model, of: Problem, shares: readonly Sum[], taxes: readonly Sum[]): void {
  const { start, rate } = of.cash as NonNullable<Problem['cash']>
  let before = constant(start)
  of.years.forEach(({ saved, baseTax }, i) => {
    const flows = of.columns.flatMap(({ flows }, c) =>
      flows.flatMap(({ year, amount }) => (year === i ? [[amount, shares[c] as Sum] as const] : [])),
    )
    const left = plus(add([i > 0 ? 1 + rate : 1, before], ...flows, [-1, taxes[i] as Sum]), saved + baseTax)
    const cash = variable(model, 'dollars', 0, Math.max(0, left.high), (values) => amountOf(left, values))
    isZero(model, add([1, cash], [-1, left]))
    before = cash
  })
}

/** How many sums a year has; a test of the model's size reads it. */
export const sumsPerYear = sumCount
