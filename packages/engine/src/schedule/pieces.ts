/** Functions of one amount that are straight between kinks, and how they enter a linear model. */
import {
  add,
  amountOf,
  atLeast,
  atLeastZero,
  constant,
  isFixed,
  type Model,
  plus,
  type Sum,
  switchOf,
  variable,
  within,
} from './rows.ts'

/** A function straight between kinks: its value at the first kink, the slope before it, and the slope after each. */
export interface Pieces {
  readonly kinks: readonly number[]
  readonly first: number
  readonly slopes: readonly number[]
}

/** Builds a function from its kinks, one more slope than kinks, and its value at the first kink. */
export const pieces = (kinks: readonly number[], slopes: readonly number[], first: number): Pieces => ({
  ...{ kinks, slopes, first },
})

export function pieceAt({ kinks, first, slopes }: Pieces, x: number): number {
  let at = kinks[0] as number
  let value = first
  if (x <= at) return value + (slopes[0] as number) * (x - at)
  for (let i = 1; i <= kinks.length; i++) {
    const next = i < kinks.length ? (kinks[i] as number) : Number.POSITIVE_INFINITY
    const slope = slopes[i] as number
    if (x <= next) return value + slope * (x - at)
    value += slope * (next - at)
    at = next
  }
  return value
}

/** The straight lines that a function follows between `low` and `high`: slope and value at zero. */
export function linesBetween(
  of: Pieces,
  low: number,
  high: number,
): { readonly slope: number; readonly zero: number }[] {
  const lines: { slope: number; zero: number }[] = []
  of.slopes.forEach((slope, i) => {
    const from = i === 0 ? Number.NEGATIVE_INFINITY : (of.kinks[i - 1] as number)
    const to = i === of.kinks.length ? Number.POSITIVE_INFINITY : (of.kinks[i] as number)
    if (to <= low && !(i === of.kinks.length)) return
    if (from >= high && i > 0 && lines.length > 0) return
    if (from > high) return
    const on = Number.isFinite(from) ? from : to
    lines.push({ slope, zero: pieceAt(of, on) - slope * on })
  })
  return lines
}

/**
 * A variable at least as large as a convex function of a sum: one row for each of its lines within reach. Exact where the
 * objective holds the variable down.
 */
export function atLeastConvex(model: Model, of: Pieces, x: Sum): Sum {
  const lines = linesBetween(of, x.low, x.high)
  const [only] = lines
  if (only && lines.length === 1) return plus(add([only.slope, x]), only.zero)
  if (isFixed(x)) return constant(pieceAt(of, x.low))
  const ends = [
    pieceAt(of, x.low),
    pieceAt(of, x.high),
    ...of.kinks.filter((k) => k > x.low && k < x.high).map((k) => pieceAt(of, k)),
  ]
  const v = variable(model, 'dollars', Math.min(...ends), Math.max(...ends), (values) =>
    pieceAt(of, amountOf(x, values)),
  )
  for (const { slope, zero } of lines) atLeast(model, v, plus(add([slope, x]), zero))
  return v
}

/**
 * The excess of a sum over a kink, max(0, x - kink). Held down by rows alone; `both` ties it from above as well, with a switch
 * where the sum can lie on either side.
 */
export function excess(model: Model, x: Sum, kink: number, both: boolean): Sum {
  if (x.low >= kink) return plus(x, -kink)
  if (x.high <= kink) return constant(0)
  const over = plus(x, -kink)
  const u = variable(model, 'dollars', 0, over.high, (values) => Math.max(0, amountOf(over, values)))
  atLeast(model, u, over)
  if (!both) return u
  const on = switchOf(model, (values) => amountOf(over, values) > 0)
  // u ≤ x - kink where on, u ≤ 0 where off
  atLeastZero(model, add([1, over], [-1, u], [-over.low, plus(add([-1, on]), 1)]))
  atLeastZero(model, add([over.high, on], [-1, u]))
  return u
}

/** A variable at least as large as a sum and a floor; the sum itself where it never falls below. */
export function held(model: Model, sum: Sum, floor: number): Sum {
  if (sum.low >= floor) return sum
  if (sum.high <= floor) return constant(floor)
  const v = variable(model, 'dollars', floor, sum.high, (values) => Math.max(floor, amountOf(sum, values)))
  atLeast(model, v, sum)
  return v
}

/** A function straight between kinks, tied from both sides: a switch at every kink within reach. */
export function exactly(model: Model, of: Pieces, x: Sum): Sum {
  const line = linesAt(of, x.low)
  const inside = of.kinks.filter((kink) => kink > x.low && kink < x.high)
  const bends = inside.map((kink) => {
    const i = of.kinks.indexOf(kink)
    return [(of.slopes[i + 1] as number) - (of.slopes[i] as number), excess(model, x, kink, true)] as const
  })
  const ends = [x.low, x.high, ...inside].map((at) => pieceAt(of, at))
  return within(add([1, plus(add([line.slope, x]), line.zero)], ...bends), Math.min(...ends), Math.max(...ends))
}

/** The line that a function follows from an amount on: its slope, and its value at zero. */
export function linesAt(of: Pieces, x: number): { readonly slope: number; readonly zero: number } {
  const next = of.kinks.findIndex((kink) => kink > x)
  const slope = of.slopes[next < 0 ? of.kinks.length : next] as number
  return { slope, zero: pieceAt(of, x) - slope * x }
}
