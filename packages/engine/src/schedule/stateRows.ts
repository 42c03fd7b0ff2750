/**
 * A state's tax of one year in linear rows, on the sums of the federal rows. Never above the tax of the state's forms, and equal to
 * it where `stateShape` says so. The press-down argument is the federal one: a dollar more of this tax now brings back at most a
 * dollar of the state's own credit later. Where a state gives a part of the federal credit too, a dollar of federal AMT may bring back
 * more than a dollar; then the bound is still one, but less close.
 */
import { atLeastConvex, excess, linesBetween, type Pieces, pieceAt, pieces } from './pieces.ts'
import type { ScheduleYear } from './problem.ts'
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
} from './rows.ts'
import { lowerEdge, through } from './statePieces.ts'
import { type LossCount, type Reach, type StateShape, stateShape, type TaxShape, type Weights } from './stateShape.ts'
import { homeOf, type StateLawOfYear } from './stateTax.ts'
import type { YearIn, YearOut } from './yearRows.ts'

/** A year's state, and how its rows stand to the state's forms; null where they leave its tax out. */
export interface StateOfYear {
  readonly year: number
  readonly state: string
  readonly shape: StateShape | null
}

const carriesLosses = ({ loss, amtLoss }: YearOut): boolean => loss.all.high > 0 || amtLoss.all.high > 0

/** States added to a model year by year, each with its own credit, which waits for the state's next year. */
export function statesIn(model: Model) {
  const years: StateOfYear[] = []
  const credits = new Map<string, Sum>()
  /** States with a count of losses of their own that were left with losses: theirs is no longer the federal one. */
  const ownLosses = new Set<string>()
  let last: { readonly state: StateLawOfYear; readonly federal: YearOut } | null = null
  const given: FederalGiven = { most: null, used: constant(0) }
  return {
    years,
    /** The tax of the year's state: nothing where no state's tax counts. */
    add(year: ScheduleYear, into: YearIn, federal: YearOut): Sum {
      const state = year.state ? homeOf(year.state) : null
      const left = last
      last = state?.ready ? { state, federal } : null
      if (left?.state.ready?.module.losses && left.state.state !== state?.state && carriesLosses(left.federal))
        ownLosses.add(left.state.state)
      // A tax of nothing that makes no credit is below the tax, whatever the losses, and in a year with a move
      if (!state?.ready || ownLosses.has(state.state)) {
        const leftOut = (year.state?.states ?? []).filter(({ ready }) => ready)
        for (const each of leftOut) years.push({ year: year.year, state: each.state, shape: null })
        forget(given)
        return constant(0)
      }
      const { made, carried } = state.begins
      const before = credits.get(state.state) ?? constant(Math.max(0, made + carried))
      const { tax, credit, shape } = stateRows(model, year, state, into, federal, before, given)
      for (const { state: away } of year.state?.shared?.states ?? [])
        if (away !== state.state) years.push({ year: year.year, state: away, shape: null })
      credits.set(state.state, credit)
      years.push({ year: year.year, state: state.state, shape })
      return tax
    },
  }
}

/** What a state's year comes to in rows. */
interface StateOut {
  readonly tax: Sum
  /** The state's own minimum tax credit as it is carried on. */
  readonly credit: Sum
  /** How the rows stand to the forms. */
  readonly shape: StateShape
}

/** @throws NotModelled as the forms do. */
function stateRows(
  model: Model,
  year: ScheduleYear,
  state: StateLawOfYear,
  into: YearIn,
  federal: YearOut,
  credit: Sum,
  given: FederalGiven,
): StateOut {
  const shape = stateShape(year, state, reachOf(into, federal))
  const amounts = { model, federal, losses: shape.losses }
  const regular = taxOf(amounts, shape.regular)
  if (!shape.tentative) {
    const tax = lessFederalCredit(model, regular, shape, into, federal, given)
    return { tax, credit, shape }
  }
  const tentative = taxOf(amounts, shape.tentative)
  const { paid, credit: left } = creditRows(model, shape, regular, tentative, credit, federal)
  const all = shape.rest ? add([1, paid], [1, taxOf(amounts, shape.rest)]) : paid
  const tax = lessFederalCredit(model, all, shape, into, federal, given)
  return { tax, credit: shape.credit ? left : credit, shape }
}

const span = (sum: Sum): readonly [number, number] => [sum.low, sum.high]

function reachOf(into: YearIn, { figured: { agi, apart, ownGain } }: YearOut): Reach {
  const wages = add([1, into.optionWages], [1, into.compensation])
  const amtIncome = add([1, agi], [1, apart])
  return {
    ...{ wages: span(wages), short: span(into.short), long: span(into.long), spread: span(into.spread) },
    ...{ agi: span(agi), amtIncome: span(amtIncome) },
    losses: ownGain.low < 0 || into.loss.all.high > 0 || into.short.low < 0 || into.long.low < 0,
    ...{ lossCarried: into.loss.all.high > 0, credit: into.credit.high > 0 },
  }
}

interface Amounts {
  readonly model: Model
  readonly federal: YearOut
  readonly losses: LossCount
}

/** A tax as the largest of its terms. */
function taxOf(of: Amounts, { terms }: TaxShape): Sum {
  const each = terms.map(({ weights, more, of: function_ }) => {
    const tax = heldDown(of.model, function_, amountSum(of, weights))
    return more ? add([1, tax], [1, amountSum(of, more)]) : tax
  })
  const [only] = each
  if (only && each.length === 1) return only
  const low = Math.max(...each.map((sum) => sum.low))
  const high = Math.max(...each.map((sum) => sum.high))
  const v = variable(of.model, 'dollars', low, high, (values) =>
    Math.max(low, ...each.map((sum) => amountOf(sum, values))),
  )
  for (const sum of each) atLeast(of.model, v, sum)
  return v
}

/** The amount that a term is a function of. */
function amountSum({ model, federal, losses }: Amounts, weights: Weights): Sum {
  const { agi, included, ownGain, preferred, long, apart, line9, medicare } = federal.figured
  const ownAgi = (): Sum =>
    add([1, agi], [-1, included], [1, losses === 'full' ? ownGain : excess(model, ownGain, 0, false)])
  return add(
    ...(weights.agi === 0 ? [] : [[weights.agi, losses === 'federal' ? agi : ownAgi()] as const]),
    // Left out of the tax, so that it must not be too large
    ...(weights.gain === 0 ? [] : [[weights.gain, excess(model, included, 0, weights.gain < 0)] as const]),
    [weights.preferred, preferred],
    [weights.long, long],
    ...(weights.federal === 0 ? [] : [[weights.federal, add([1, federal.tax], [-1, medicare])] as const]),
    [weights.apart, apart],
    [weights.tentative, line9],
  )
}

/** A variable at least as large as a function of a sum: rows where it turns up, switches where it turns down. */
function heldDown(model: Model, of: Pieces, x: Sum): Sum {
  if (isFixed(x)) return constant(pieceAt(of, x.low))
  const bends = of.kinks.flatMap((kink, i) => {
    const bend = (of.slopes[i + 1] as number) - (of.slopes[i] as number)
    return kink > x.low && kink < x.high && Math.abs(bend) > 1e-12 ? [{ kink, bend }] : []
  })
  if (bends.every(({ bend }) => bend > 0)) return atLeastConvex(model, of, x)
  const up = bends.filter(({ bend }) => bend > 0)
  const [start] = linesBetween(of, x.low, x.low + 1) as [{ slope: number; zero: number }]
  let slope = start.slope
  const convex = pieces(
    [x.low, ...up.map(({ kink }) => kink)],
    [slope, slope, ...up.map(({ bend }) => (slope += bend))],
    pieceAt(of, x.low),
  )
  const down = bends.filter(({ bend }) => bend < 0)
  const sum = add(
    [1, atLeastConvex(model, convex, x)],
    ...down.map(({ kink, bend }) => [bend, excess(model, x, kink, true)] as const),
  )
  // What switches half on must not go below: the lower edge of the whole
  const points = [x.low, ...bends.map(({ kink }) => kink), x.high].map((at) => [at, pieceAt(of, at)] as const)
  const ends = points.map(([, tax]) => tax)
  const v = variable(model, 'dollars', Math.min(...ends), Math.max(...ends), (values) =>
    pieceAt(of, amountOf(x, values)),
  )
  atLeast(model, v, sum)
  for (const line of linesBetween(through(lowerEdge(points)), x.low, x.high))
    atLeast(model, v, plus(add([line.slope, x]), line.zero))
  return v
}

/**
 * The larger of regular and tentative minimum tax less the state's credit, and the credit left: what came in and what was paid,
 * less the regular tax. What exclusion items would take from the credit is left out: more credit is less tax.
 */
function creditRows(
  model: Model,
  { withFederalAmt, creditsBefore, credit: hasCredit }: StateShape,
  regular: Sum,
  tentative: Sum,
  before: Sum,
  { figured: { line9, line10 } }: YearOut,
): { readonly paid: Sum; readonly credit: Sum } {
  const amtApplies = (values: Float64Array): boolean =>
    !withFederalAmt || amountOf(line9, values) > amountOf(line10, values)
  const paidAt = (values: Float64Array): number => {
    const [least, tax] = [amountOf(tentative, values), amountOf(regular, values)]
    const gap = Math.max(0, Math.max(0, tax - creditsBefore) - least)
    return (amtApplies(values) ? Math.max(least, tax) : tax) - Math.min(Math.max(0, amountOf(before, values)), gap)
  }
  const most = Math.max(regular.high, tentative.high)
  const paid = variable(model, 'dollars', Math.min(0, regular.low - before.high), most, paidAt)
  atLeast(model, paid, add([1, regular], [-1, before]))
  if (withFederalAmt) {
    const on = switchOf(model, amtApplies)
    const over = add([1, line9], [-1, line10])
    atLeastZero(model, add([Math.max(0, over.high), on], [-1, over]))
    atLeastZero(model, add([1, paid], [-1, tentative], [Math.max(0, tentative.high), plus(add([-1, on]), 1)]))
  } else {
    atLeast(model, paid, tentative)
    if (creditsBefore > 0 && before.high > 0) {
      // Credit is used only down to tentative minimum tax plus the credits that come first
      const room = switchOf(model, (values) => amountOf(regular, values) - creditsBefore > amountOf(tentative, values))
      const apart = add([1, regular], [-1, tentative])
      atLeastZero(model, add([1, paid], [-1, regular], [Math.max(0, apart.high), room]))
      atLeastZero(model, add([1, paid], [-1, tentative], [-creditsBefore, room]))
    }
  }
  const left = add([1, before], [1, paid], [-1, regular])
  if (!hasCredit || left.high <= 0) return { paid, credit: constant(0) }
  const credit = variable(model, 'dollars', 0, left.high, (values) => Math.max(0, amountOf(left, values)))
  atLeast(model, left, credit)
  return { paid, credit }
}

/**
 * Federal credit that a state has given its part of, and the most that federal AMT can have made of it by then. Both follow from the
 * shares alone: otherwise federal tax too high in one year would pay in another.
 */
interface FederalGiven {
  most: Sum | null
  used: Sum
}

/** A year elsewhere makes federal credit that was not counted: the next year begins from what the federal rows carry. */
function forget(given: FederalGiven): void {
  given.most = null
  given.used = constant(0)
}

/** Less the part of the federal credit used that the state gives too, down to zero. */
function lessFederalCredit(
  model: Model,
  tax: Sum,
  { ofFederalCredit, mostAmt }: StateShape,
  into: YearIn,
  federal: YearOut,
  given: FederalGiven,
): Sum {
  const { line9, line10, apart } = federal.figured
  if (ofFederalCredit <= 0 || !mostAmt) {
    forget(given)
    return tax
  }
  const before = given.most ?? into.credit
  given.most = add([1, before], [1, atMostConcave(model, mostAmt, apart)])
  if (into.credit.high <= 0) return tax
  const room = excess(model, add([1, line10], [-1, line9]), 0, true)
  const used = variable(model, 'dollars', 0, Math.min(into.credit.high, room.high), (values) =>
    Math.min(amountOf(into.credit, values), amountOf(room, values)),
  )
  atLeast(model, into.credit, used)
  atLeast(model, room, used)
  given.used = add([1, given.used], [1, used])
  atLeast(model, before, given.used)
  const less = add([1, tax], [-ofFederalCredit, used])
  if (less.low >= 0) return less
  const v = variable(model, 'dollars', 0, Math.max(0, tax.high), (values) => Math.max(0, amountOf(less, values)))
  atLeast(model, v, less)
  return v
}

/** A variable at most as large as a concave function of a sum. */
function atMostConcave(model: Model, of: Pieces, x: Sum): Sum {
  if (isFixed(x)) return constant(pieceAt(of, x.low))
  const points = [x.low, x.high, ...of.kinks.filter((kink) => kink > x.low && kink < x.high)]
  const values = points.map((each) => pieceAt(of, each))
  const v = variable(model, 'dollars', Math.min(...values), Math.max(...values), (all) => pieceAt(of, amountOf(x, all)))
  for (const { slope, zero } of linesBetween(of, x.low, x.high)) atLeast(model, plus(add([slope, x]), zero), v)
  return v
}
