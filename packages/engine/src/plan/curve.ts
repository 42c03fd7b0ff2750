/**
 * AMT and total tax as functions of the ISO spread of one year, exactly. Both are piecewise linear; their kinks are found
 * by listing the kinks of the law (IRC §55, Form 6251) and turning each into the spread at which it is reached, and where
 * two lines cross by the straight line between two kinks. Nothing is searched for by trial.
 */
import type { Facts } from '../forms/facts.ts'
import type { FederalLaw } from '../law/federal/law.ts'
import { type FederalReturn, figureReturn, refigureSpread, workspace } from '../return.ts'
import { kinksOf } from './kinks.ts'

/** Why the slope changes at a breakpoint. */
export type BreakReason =
  | 'exemptionUsed'
  | 'gainsAtZeroUsed'
  | 'gainsAt15Used'
  | 'gainsUsed'
  | 'highRate'
  | 'phaseoutBegins'
  | 'phaseoutEnds'
  | 'increaseBegins'
  | 'increaseEnds'
  | 'ratesMeet'
  | 'foreignCreditUsed'
  | 'crossover'
  | 'creditShrinks'
  | 'creditGone'
  | 'creditsUsed'
  | 'electionChanges'

/** What each reason means, in the words of a sentence about the next dollar of spread. */
export const breakWords: { readonly [Reason in BreakReason]: string } = {
  exemptionUsed: 'AMT income passes the exemption: tentative minimum tax begins',
  gainsAtZeroUsed: 'the exemption no longer shelters gains taxed at 0 %',
  gainsAt15Used: 'the exemption no longer shelters gains taxed at 15 %',
  gainsUsed: 'the exemption no longer shelters gains: the AMT rates begin',
  highRate: 'the 26 % band is full: the AMT rate rises to 28 %',
  phaseoutBegins: 'the exemption begins to phase out: each dollar of spread also costs exemption',
  phaseoutEnds: 'the exemption is gone: each dollar of spread costs only itself again',
  increaseBegins: 'married filing separately: AMT income is increased on top of the spread',
  increaseEnds: 'married filing separately: the increase of AMT income has reached its limit',
  ratesMeet: 'gains are taxed at the AMT rates and at the rates on gains alike: the cheaper way changes',
  foreignCreditUsed: 'the foreign tax credit for AMT is used up',
  crossover: 'tentative minimum tax passes the regular tax: AMT begins',
  creditShrinks: 'the minimum tax credit used this year begins to shrink',
  creditGone: 'no minimum tax credit can be used this year any more',
  creditsUsed: 'the nonrefundable credits are used up: from here the tax is paid',
  electionChanges: 'the other deduction (standard or itemized) becomes the cheaper one',
}

/** One corner of the curve. Amounts in dollars; rates are dollars per dollar of spread to the right of the corner. */
export interface CurvePoint {
  readonly spread: number
  readonly amt: number
  readonly tentativeMinimumTax: number
  /** Form 1040 line 24, so with the minimum tax credit and the cheaper deduction. */
  readonly totalTax: number
  readonly creditUsed: number
  readonly amtRate: number
  readonly costRate: number
  /** Empty for the first point. */
  readonly reasons: readonly BreakReason[]
}

export interface Curve {
  /** From no spread to `upTo`, ascending; the first is at 0, the last where the curve was cut. */
  readonly points: readonly CurvePoint[]
  /** The largest spread that adds no AMT and no other tax but what a shrinking credit costs: AMT-free room. */
  readonly room: number
  /** The largest spread at which the minimum tax credit used is still what it is with no spread; `room` when none is used. */
  readonly roomBeforeCreditShrinks: number
  /** Where the phase-out of the exemption begins and ends, in spread; negative when income alone is past it. */
  readonly phaseout: { readonly begins: number; readonly ends: number }
}

/**
 * The curve of a household's year over the spread from 0 to at least `upTo` dollars; it always reaches past the room.
 * The spread already in `facts` is not in the curve: spread 0 means no exercise at all.
 */
export function curveOf(facts: Readonly<Facts>, law: FederalLaw, upTo = 0): Curve {
  const at = spreadFigurer(facts, law)
  const elections = [...new Set([at.standard, at.itemized])].filter((r) => r !== undefined)
  const found = elections.map((r) => kinksOf(r, law))
  const end = Math.max(upTo, 1, ...found.map((kinks) => kinks.pastCrossover))
  const reasons: Reasons = new Map()
  const add = (spread: number, reason: BreakReason) => {
    if (spread > 1e-6 && spread < end) note(reasons, spread, reason)
  }
  for (const kinks of found) for (const { spread, reason } of kinks.list) add(spread, reason)
  addCrossings(at, elections, [0, ...reasons.keys(), end], add)

  const spreads = [0, ...[...reasons.keys()].sort((a, b) => a - b), end]
  const pieces = spreads.slice(1).map((right, i) => pieceBetween(spreads[i] as number, right, at))
  const points = corners(pieces, reasons)
  const base = at(0).form6251.withoutSpread
  const { room, roomBeforeCreditShrinks } = roomOf(pieces)
  return {
    points,
    room,
    roomBeforeCreditShrinks,
    phaseout: { begins: law.amtPhaseoutStart - base, ends: law.amtExemptionGone - base },
  }
}

type Reasons = Map<number, Set<BreakReason>>

/** Two kinks closer than a millionth of a dollar are one: they differ only in the last binary digits. */
function note(reasons: Reasons, spread: number, reason: BreakReason): void {
  const near = [...reasons.keys()].find((each) => Math.abs(each - spread) < 1e-6) ?? spread
  reasons.set(near, (reasons.get(near) ?? new Set()).add(reason))
}

/** The return at a spread, on reused sheets: each call overwrites the last answer. */
interface SpreadFigurer {
  (spread: number): FederalReturn
  readonly standard: FederalReturn | undefined
  readonly itemized: FederalReturn | undefined
}

function spreadFigurer(facts: Readonly<Facts>, law: FederalLaw): SpreadFigurer {
  const own = { ...facts, isoSpread: 0 }
  const work = workspace()
  let last = figureReturn(own, law, work)
  const both = own.hasItemized && own.deductionChoice === 'lowestTax'
  const figure = (spread: number): FederalReturn => {
    own.isoSpread = spread
    last = refigureSpread(law, work, last)
    return last
  }
  const standard = both || last === work.standard ? work.standard : undefined
  const itemized = both || last === work.itemized ? work.itemized : undefined
  return Object.assign(figure, { standard, itemized })
}

/** A quantity of one return whose change of sign is a kink of the curve. */
interface Crossing {
  readonly reason: BreakReason
  readonly of: (r: FederalReturn) => number
}

const hasCredit = (facts: Readonly<Facts>): boolean =>
  facts.minimumTaxCreditMade + facts.minimumTaxCredit + facts.vehicleCreditUnallowed > 0

/** In the order they must be found: each is linear between the kinks of those before it. */
const crossings: readonly (Crossing & { readonly when?: (facts: Readonly<Facts>) => boolean })[] = [
  { reason: 'ratesMeet', of: ({ form6251: f }) => f.line38 - f.line39 },
  {
    ...{ reason: 'foreignCreditUsed', of: ({ form6251: f, facts }) => f.line7 - facts.amtForeignTaxCredit },
    when: (facts) => facts.amtForeignTaxCredit > 0,
  },
  { reason: 'crossover', of: ({ form6251: f }) => f.line9 - f.line10 },
  {
    ...{ reason: 'creditGone', of: ({ form8801: f }) => f.line22 - f.line23 },
    when: hasCredit,
  },
  {
    ...{ reason: 'creditShrinks', of: ({ form8801: f }) => f.line22 - f.line23 - f.line21 },
    when: hasCredit,
  },
  { reason: 'creditsUsed', of: ({ form1040: f }) => f.line18 - f.line21 },
]

function addCrossings(
  at: SpreadFigurer,
  elections: readonly FederalReturn[],
  kinks: readonly number[],
  add: (spread: number, reason: BreakReason) => void,
): void {
  let spreads = [...kinks].sort((a, b) => a - b)
  const find = (reason: BreakReason, of: () => number) => {
    const zeros = zerosOf(spreads, (spread) => {
      at(spread)
      return of()
    })
    for (const zero of zeros) add(zero, reason)
    spreads = [...spreads, ...zeros].sort((a, b) => a - b)
  }
  for (const { reason, of, when } of crossings)
    for (const r of elections) if (!when || when(r.facts)) find(reason, () => of(r))
  const [a, b] = elections
  if (a && b) find('electionChanges', () => a.form1040.line24 - b.form1040.line24)
}

/** Where a function that is linear between the given spreads passes from one sign to the other. */
function zerosOf(spreads: readonly number[], of: (spread: number) => number): number[] {
  const values = spreads.map((spread) => {
    const value = of(spread)
    return Math.abs(value) < 1e-7 ? 0 : value
  })
  return spreads.flatMap((left, i) => {
    const [value = 0, right = left, after = 0] = [values[i], spreads[i + 1], values[i + 1]]
    if (value * after < 0) return [left + ((right - left) * value) / (value - after)]
    return value === 0 && (values[i - 1] ?? 0) * after < 0 ? [left] : []
  })
}

/** The points where AMT or total tax bends or another deduction is taken, with both ends. */
function corners(pieces: readonly Piece[], reasons: Readonly<Reasons>): CurvePoint[] {
  const points = pieces.flatMap(({ start, amtRate, costRate, itemizes }, i): CurvePoint[] => {
    const before = pieces[i - 1]
    const why = [...(reasons.get(start.spread) ?? [])]
    const changes = before !== undefined && before.itemizes !== itemizes
    if (changes && !why.includes('electionChanges')) why.push('electionChanges')
    return before && !changes && same(before, pieces[i] as Piece) ? [] : [{ ...start, amtRate, costRate, reasons: why }]
  })
  const last = pieces.at(-1) as Piece
  return [...points, { ...last.end, amtRate: last.amtRate, costRate: last.costRate, reasons: [] }]
}

type Values = Omit<CurvePoint, 'amtRate' | 'costRate' | 'reasons'>

/** The curve between two neighbouring kinks: straight, under one deduction, whose values stand at both ends. */
interface Piece extends Pick<CurvePoint, 'amtRate' | 'costRate'> {
  readonly itemizes: 0 | 1
  readonly start: Values
  readonly end: Values
}

const valuesAt = (r: FederalReturn, spread: number): Values => ({
  spread,
  amt: r.form6251.line11,
  tentativeMinimumTax: r.form6251.line9,
  totalTax: r.form1040.line24,
  creditUsed: r.form8801.line25,
})

/** The deduction is the one taken inside the piece: at its ends the other may be the cheaper, or as cheap. */
function pieceBetween(left: number, right: number, at: SpreadFigurer): Piece {
  const taken = at((left + right) / 2)
  at(left)
  const start = valuesAt(taken, left)
  at(right)
  const end = valuesAt(taken, right)
  const width = right - left
  return {
    itemizes: taken.election.itemizes,
    amtRate: (end.amt - start.amt) / width,
    costRate: (end.totalTax - start.totalTax) / width,
    start,
    end,
  }
}

const same = (a: Piece, b: Piece): boolean =>
  Math.abs(a.amtRate - b.amtRate) < 1e-6 && Math.abs(a.costRate - b.costRate) < 1e-6

function roomOf(pieces: readonly Piece[]): Pick<Curve, 'room' | 'roomBeforeCreditShrinks'> {
  const first = (pieces[0] as Piece).start
  const reach = (holds: (values: Values) => boolean): number => {
    if (!holds(first)) return 0
    const past = pieces.find((piece) => !holds(piece.start) || !holds(piece.end))
    return past ? past.start.spread : (pieces.at(-1) as Piece).end.spread
  }
  const room = reach((values) => isFree(values, first))
  const whole = reach((values) => values.creditUsed >= first.creditUsed - 1e-6)
  return { room, roomBeforeCreditShrinks: first.creditUsed > 0 ? Math.min(room, whole) : room }
}

/** No AMT, and no more tax than at no spread but for the credit that is no longer used. */
const isFree = (values: Values, first: Values): boolean =>
  values.amt <= 1e-6 && values.totalTax - (first.creditUsed - values.creditUsed) <= first.totalTax + 1e-6

/** The last corner at or before a spread: its rates hold from there to the next. */
export const cornerAt = (curve: Curve, spread: number): CurvePoint =>
  curve.points.findLast((point) => point.spread <= Math.max(spread, 0) + 1e-6) as CurvePoint
