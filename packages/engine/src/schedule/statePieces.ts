/**
 * A tax as a function of one amount, learned by asking for it: straight lines between bends, found where lines from both ends of a
 * stretch meet or by halving. Small steps are passed below, large ones kept, so that what comes out is never above the tax.
 */
import { type Pieces, pieceAt, pieces } from './pieces.ts'

/** One point of a function asked along some parameter: the amount, and the tax at it. */
export type Point = readonly [amount: number, tax: number]

/** A function never above a tax, and how far below it may be, but for a few dollars about a step. Dollars. */
export interface Under {
  readonly of: Pieces
  readonly apart: number
  /** The largest step: within a few dollars of it the function may be below by as much. */
  readonly step: number
}

/** Steps no larger than this are passed below by a line, where stretches are no wider than that. Dollars. */
const smallStep = 40
const stepStretch = 16_000

/** A stretch this narrow in which a function still jumps is a step. */
const narrow = 0.05

/** Tax a dollar on the way up a step, and what counts as a step rather than a bend. */
const steepest = 20
const small = 0.05

/** Differences of less than this are of the arithmetic. */
const same = 1e-6

/** Asks for a function between two ends of a parameter; `stretches` are where looking for bends begins. */
export function under(at: (x: number) => Point, stretches: readonly number[]): Under {
  const asked = new Map<number, Point>()
  const ask = (x: number): Point => {
    const known = asked.get(x)
    if (known) return known
    const point = at(x)
    asked.set(x, point)
    return point
  }
  const found: Point[] = []
  let [apart, step] = [0, 0]
  const see = (low: number, high: number): void => {
    const short = shortfall(ask, low, high)
    if (Math.abs(short.most) < same && Math.abs(short.least) < same) {
      found.push(ask(high))
      return
    }
    const bend = meeting(ask, low, high)
    if (bend !== null && isStraight(ask, low, bend) && isStraight(ask, bend, high)) {
      found.push(ask(bend), ask(high))
      return
    }
    if (high - low < stepStretch && short.most < smallStep && short.least > -smallStep) {
      // The chord, lowered by what the function was seen to fall short of it, and a quarter more for what was not seen
      const lower = 1.25 * Math.max(0, short.most) + same
      const [one, other] = [ask(low), ask(high)]
      found.push([one[0], one[1] - lower], [other[0], other[1] - lower])
      apart = Math.max(apart, lower + Math.max(0, -short.least))
      return
    }
    if (high - low < stepStretch) {
      // The first step or bend, and what is beyond it
      const [before, after] = departure(ask, low, high)
      const [one, other] = [ask(before), ask(after)]
      found.push(one)
      // A step is climbed within a few dollars: steeper lines would be hard on the solver
      const climb = Math.max(narrow, (other[1] - one[1]) / steepest)
      const on = Math.min(high, after + climb)
      if (other[1] - one[1] > small) step = Math.max(step, other[1] - one[1])
      if (other[1] >= one[1]) found.push([other[0], one[1]], ask(on))
      else found.push([one[0], other[1]], other)
      if (on < high) see(on, high)
      else found.push(ask(high))
      return
    }
    const middle = (low + high) / 2
    see(low, middle)
    see(middle, high)
  }
  found.push(ask(stretches[0] as number))
  for (let i = 1; i < stretches.length; i++) see(stretches[i - 1] as number, stretches[i] as number)
  const fewer = fewerBends(lowest(found))
  return { of: fewer.of, apart: apart + fewer.apart, step }
}

const parts = [0.0713, 0.2137, 0.3819, 0.5, 0.6812, 0.8391, 0.9573]

/** By how much a function falls short of the chord of a stretch, at most and at least. */
function shortfall(at: (x: number) => Point, low: number, high: number): { most: number; least: number } {
  const [one, other] = [at(low), at(high)]
  let [most, least] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (const part of parts) {
    const [amount, tax] = at(low + part * (high - low))
    const chordAmount = one[0] + part * (other[0] - one[0])
    const slope = other[0] === one[0] ? 0 : (other[1] - one[1]) / (other[0] - one[0])
    const short = one[1] + slope * (amount - one[0]) - tax
    const bent = Math.abs(amount - chordAmount) > same && other[0] === one[0] ? Number.POSITIVE_INFINITY : 0
    most = Math.max(most, short + bent)
    least = Math.min(least, short)
  }
  return { most, least }
}

function isStraight(at: (x: number) => Point, low: number, high: number): boolean {
  const { most, least } = shortfall(at, low, high)
  return Math.abs(most) < same && Math.abs(least) < same
}

/** Between which two near points a function first leaves the line it follows at the low end of a stretch. */
function departure(at: (x: number) => Point, low: number, high: number): readonly [number, number] {
  const first = at(low)
  const next = at(low + Math.min(narrow, (high - low) / 8))
  const onFirst = (x: number): boolean => {
    const [amount, tax] = at(x)
    return Math.abs(onLine(first, next, amount) - tax) < same + (1e-9 * Math.abs(amount - first[0])) / narrow
  }
  let [before, after] = [low, high]
  while (after - before > narrow) {
    const middle = (before + after) / 2
    if (onFirst(middle)) before = middle
    else after = middle
  }
  return [before, after]
}

/** Where the lines that a function follows at both ends of a stretch meet; null where they are one or meet outside. */
function meeting(at: (x: number) => Point, low: number, high: number): number | null {
  const step = Math.min(1, (high - low) / 8)
  const [a, a1, b, b1] = [at(low), at(low + step), at(high), at(high - step)]
  for (const i of [1, 0] as const) {
    const [left, right] = [(a1[i] - a[i]) / step, (b[i] - b1[i]) / step]
    if (Math.abs(left - right) < 1e-7) continue
    const x = (b[i] - right * high - (a[i] - left * low)) / (left - right)
    if (x > low + 1e-9 && x < high - 1e-9) return x
  }
  return null
}

/** Points in the order of their amounts, each amount once with its lowest tax, those on a line between others left out. */
export function lowest(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((one, other) => one[0] - other[0] || one[1] - other[1])
  const kept: Point[] = []
  for (const point of sorted) {
    const last = kept.at(-1)
    if (last && point[0] - last[0] < 1e-7) continue
    const before = kept.at(-2)
    if (last && before && Math.abs(onLine(before, point, last[0]) - last[1]) < same) kept.pop()
    kept.push(point)
  }
  return kept
}

const onLine = (one: Point, other: Point, x: number): number =>
  one[1] + ((other[1] - one[1]) / (other[0] - one[0])) * (x - one[0])

/** The lower edge of points: the largest convex function that is above none of them. */
export function lowerEdge(points: readonly Point[]): Point[] {
  const edge: Point[] = []
  for (const point of points) {
    for (;;) {
      const [before, last] = [edge.at(-2), edge.at(-1)]
      if (!before || !last || onLine(before, point, last[0]) > last[1] + 1e-9) break
      edge.pop()
    }
    edge.push(point)
  }
  return edge
}

/** What a switch must be worth in closeness, in dollars. */
const worthOfSwitch = 60

const allowances = [0.002, 1, 5, 15, 40, 100, 250, 600, 1_500, 4_000, 10_000, 25_000, Number.POSITIVE_INFINITY]

/**
 * A function below one through points, with fewer bends that need a switch (those at which it turns down): convex from one of them to
 * the next, as close as switches are worth.
 */
function fewerBends(points: readonly Point[]): { readonly of: Pieces; readonly apart: number } {
  let best: { points: Point[]; apart: number; cost: number } | null = null
  for (const allowed of allowances) {
    const { points: kept, apart, runs } = convexRuns(points, allowed)
    const cost = apart + worthOfSwitch * (runs - 1) + (runs > 5 ? 1e9 : 0)
    if (!best || cost < best.cost - 1e-6) best = { points: kept, apart, cost }
    if (runs === 1) break
  }
  const { points: kept, apart } = best as NonNullable<typeof best>
  return { of: through(kept), apart: apart < 0.005 ? 0 : apart }
}

/** Stretches over each of which the lower edge is no further below than allowed. */
function convexRuns(points: readonly Point[], allowed: number): { points: Point[]; apart: number; runs: number } {
  const kept: Point[] = []
  let [apart, runs, from] = [0, 0, 0]
  while (from < points.length - 1 || runs === 0) {
    let to = Math.min(from + 1, points.length - 1)
    let edge = points.slice(from, to + 1)
    let gap = 0
    while (to + 1 < points.length) {
      const longer = lowerEdge(points.slice(from, to + 2))
      const wider = farthest(points.slice(from, to + 2), longer)
      if (wider > allowed) break
      to++
      edge = longer
      gap = wider
    }
    kept.push(...(kept.length > 0 ? edge.slice(1) : edge))
    apart = Math.max(apart, gap)
    runs++
    from = to
    if (from >= points.length - 1) break
  }
  return { points: kept, apart, runs }
}

/** How far points are above an edge at most. */
function farthest(points: readonly Point[], edge: readonly Point[]): number {
  if (edge.length < 2) return 0
  const of = through(edge)
  return Math.max(...points.map(([x, tax]) => tax - pieceAt(of, x)))
}

/** The function straight between points, and on beyond them. */
export function through(points: readonly Point[]): Pieces {
  const slopes = points.slice(1).map((point, i) => {
    const before = points[i] as Point
    return (point[1] - before[1]) / (point[0] - before[0])
  })
  const [first] = points as [Point]
  return pieces(
    points.slice(0, -1).length > 0 ? points.slice(0, -1).map(([x]) => x) : [first[0]],
    [slopes[0] ?? 0, ...(slopes.length > 0 ? slopes : [0])],
    first[1],
  )
}
