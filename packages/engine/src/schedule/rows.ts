/**
 * A linear model in the making: variables, rows and an objective to be made as large as possible. Every variable knows how its value follows
 * from those before it, so that a plan (values of the share variables) can be carried through the whole model without a solver:
 * that gives the regime a plan is in, a start for the search, and a check of the model against the forms.
 */

/** What a variable counts in; the solver sees thousands of dollars and hundreds of shares, so that its tolerances mean alike. */
export type Unit = 'dollars' | 'shares' | 'switch'

/** A sum of variables and a constant, with the least and most it can be. */
export interface Sum {
  readonly at: readonly number[]
  readonly by: readonly number[]
  /** The least and most of each of its variables. */
  readonly lows: readonly number[]
  readonly highs: readonly number[]
  readonly plus: number
  readonly low: number
  readonly high: number
}

/** Values of all variables, in their own units. */
export type Values = Float64Array

export interface Variable {
  readonly low: number
  readonly high: number
  readonly unit: Unit
  /** Worth of one unit, in dollars of the objective. */
  readonly worth: number
  /** Its value where the variables before it have theirs; null for a share count, which the plan sets. */
  readonly value: ((values: Values) => number) | null
}

export interface Row {
  readonly sum: Sum
  readonly low: number
  readonly high: number
  readonly unit: Unit
}

export interface Model {
  readonly variables: Variable[]
  readonly rows: Row[]
  /** Constant of the objective. */
  offset: number
}

export const newModel = (): Model => ({ variables: [], rows: [], offset: 0 })

/** A number as a sum. */
export const constant = (plus: number): Sum => ({
  ...{ at: [], by: [], lows: [], highs: [] },
  ...{ plus, low: plus, high: plus },
})

/** Whether a sum can only be one number. */
export const isFixed = (sum: Sum): boolean => sum.at.length === 0 || sum.low === sum.high

/** Adds a variable. Bounds must hold of every plan: what lies outside them is cut off. */
export function variable(model: Model, unit: Unit, low: number, high: number, value: Variable['value']): Sum {
  if (!(low <= high)) throw new RangeError(`a variable between ${low} and ${high}`)
  model.variables.push({ low, high, unit, worth: 0, value })
  return { at: [model.variables.length - 1], by: [1], lows: [low], highs: [high], plus: 0, low, high }
}

/** A switch, 0 or 1. */
export const switchOf = (model: Model, on: (values: Values) => boolean): Sum =>
  variable(model, 'switch', 0, 1, (values) => (on(values) ? 1 : 0))

/**
 * Adds sums, each times a factor. Its interval is the narrower of two: that of the sums taken as having nothing to do with one
 * another, and that of the variables left when what cancels has cancelled.
 */
export function add(...parts: readonly (readonly [number, Sum])[]): Sum {
  const terms = new Map<number, { by: number; low: number; high: number }>()
  let [plus, low, high] = [0, 0, 0]
  for (const [factor, sum] of parts) {
    if (factor === 0) continue
    plus += factor * sum.plus
    low += factor * (factor > 0 ? sum.low : sum.high)
    high += factor * (factor > 0 ? sum.high : sum.low)
    for (let i = 0; i < sum.at.length; i++) {
      const by = factor * (sum.by[i] as number)
      const term = terms.get(sum.at[i] as number)
      if (term) term.by += by
      else terms.set(sum.at[i] as number, { by, low: sum.lows[i] as number, high: sum.highs[i] as number })
    }
  }
  const kept = [...terms].filter(([, { by }]) => Math.abs(by) > 1e-12)
  let [least, most] = [plus, plus]
  for (const [, { by, low: from, high: to }] of kept) {
    least += by * (by > 0 ? from : to)
    most += by * (by > 0 ? to : from)
  }
  return {
    at: kept.map(([at]) => at),
    by: kept.map(([, { by }]) => by),
    lows: kept.map(([, { low: from }]) => from),
    highs: kept.map(([, { high: to }]) => to),
    ...{ plus, low: Math.max(low, least), high: Math.min(high, most) },
  }
}

export const plus = (sum: Sum, amount: number): Sum => ({
  ...sum,
  ...{ plus: sum.plus + amount, low: sum.low + amount, high: sum.high + amount },
})

/** The same sum, known to lie within narrower bounds. */
export const within = (sum: Sum, low: number, high: number): Sum => ({
  ...sum,
  ...{ low: Math.max(sum.low, low), high: Math.min(sum.high, high) },
})

export function amountOf(sum: Sum, values: Values): number {
  let total = sum.plus
  for (let i = 0; i < sum.at.length; i++) total += (sum.by[i] as number) * (values[sum.at[i] as number] as number)
  return total
}

/** Demands that a sum be at least zero. Left out where it can be nothing else. */
export function atLeastZero(model: Model, sum: Sum, unit: Unit = 'dollars'): void {
  if (sum.low >= 0) return
  model.rows.push({ sum, low: 0, high: Number.POSITIVE_INFINITY, unit })
}

/** Demands that one sum be at least another. */
export const atLeast = (model: Model, one: Sum, other: Sum, unit: Unit = 'dollars'): void =>
  atLeastZero(model, add([1, one], [-1, other]), unit)

/** Demands that a sum be zero. */
export const isZero = (model: Model, sum: Sum, unit: Unit = 'dollars'): void => {
  model.rows.push({ sum, low: 0, high: 0, unit })
}

/** Makes a sum the objective, to be as large as possible. */
export function reward(model: Model, sum: Sum): void {
  model.offset += sum.plus
  sum.at.forEach((at, i) => {
    const of = model.variables[at] as Variable
    model.variables[at] = { ...of, worth: of.worth + (sum.by[i] as number) }
  })
}

/** Carries share counts, in the order in which their variables were added, through the model. */
export function valuesOf(model: Model, shares: ArrayLike<number>): Values {
  const values = new Float64Array(model.variables.length)
  let counts = 0
  model.variables.forEach(({ value }, i) => {
    values[i] = value ? value(values) : (shares[counts++] as number)
  })
  return values
}

/** The objective at these values. */
export function objectiveAt(model: Model, values: Values): number {
  let total = model.offset
  model.variables.forEach(({ worth }, i) => {
    if (worth !== 0) total += worth * (values[i] as number)
  })
  return total
}

/** The rows and bounds that values break, and by how much beyond `allowance`: none, where a plan fits the model. */
export function broken(
  model: Model,
  values: Values,
  allowance = 1e-6,
): { readonly what: string; readonly by: number }[] {
  const found: { what: string; by: number }[] = []
  const see = (what: string, by: number): void => {
    if (by > allowance) found.push({ what, by })
  }
  model.rows.forEach(({ sum, low, high }, i) => {
    const value = amountOf(sum, values)
    see(`row ${i}`, Math.max(low - value, value - high))
  })
  model.variables.forEach(({ low, high }, i) => {
    const value = values[i] as number
    see(`variable ${i}`, Math.max(low - value, value - high))
  })
  return found
}
