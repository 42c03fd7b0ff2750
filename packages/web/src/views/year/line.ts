/** The line of a year: AMT against the shares of one grant, its breakpoints, and what the next share costs. Geometry; the engine figured the tax. */
import type { CurveAnswer } from '@isoline/engine'
import { type BreakWords, breakWordsOf } from './breakWords.ts'

export interface Corner {
  /** Shares, with a fraction; below 0 where other exercises of the year are past it already. */
  readonly at: number
  readonly amt: number
  /** AMT, and all federal tax, of one share more. */
  readonly amtPerShare: number
  readonly costPerShare: number
}

export interface Breakpoint extends Corner, BreakWords {
  readonly code: string
  /** Whole shares up to it. */
  readonly shares: number
  /** Spread of the year there. Dollars. */
  readonly spread: number
}

/** A stretch in which each share costs the same. */
export interface Zone {
  readonly from: number
  readonly to: number
  readonly perShare: number
  /** For each dollar of spread. */
  readonly rate: number
}

export interface Line {
  readonly spreadPerShare: number
  readonly corners: readonly Corner[]
  readonly breakpoints: readonly Breakpoint[]
  /** Whether a share costs other tax than AMT too: credit no longer used, another deduction. */
  readonly costsMore: boolean
}

/** Binary error must not cost a whole share. */
const hair = 1e-6

/** Whole shares up to a place on the line. */
export const whole = (at: number): number => Math.floor(at + hair)

/**
 * @param spreadPerShare of a share on the day of its exercise
 * @param others spread of the year that is not of these shares: other grants, lots exercised already
 */
export function lineOf(curve: CurveAnswer, spreadPerShare: number, others: number): Line {
  const corners = curve.points.map((point) => ({
    at: (point.spread - others) / spreadPerShare,
    amt: point.amt,
    amtPerShare: point.amtRate * spreadPerShare,
    costPerShare: point.costRate * spreadPerShare,
  }))
  const breakpoints = curve.points.flatMap(({ spread, reasons }, i): Breakpoint[] => {
    const corner = corners[i] as Corner
    const [reason] = reasons
    if (!reason || corner.at <= hair) return []
    const words = breakWordsOf(reason.code, reason.words)
    return [{ ...corner, ...words, code: reason.code, shares: whole(corner.at), spread }]
  })
  const costsMore = corners.some(({ amtPerShare, costPerShare }) => Math.abs(amtPerShare - costPerShare) > 1e-4)
  return { spreadPerShare, corners, breakpoints, costsMore }
}

/** The corner whose rates hold at a number of shares. */
export const cornerAt = ({ corners }: Line, shares: number): Corner =>
  corners.findLast(({ at }) => at <= shares + hair) ?? (corners[0] as Corner)

/** AMT at a number of shares, on the straight line between two corners. */
export function amtAt(line: Line, shares: number): number {
  const { at, amt, amtPerShare } = cornerAt(line, shares)
  return Math.max(0, amt + amtPerShare * (shares - at))
}

/** The zones from no share to `end`. */
export function zonesOf({ corners, spreadPerShare, costsMore }: Line, end: number): Zone[] {
  return corners.flatMap(({ at, amtPerShare, costPerShare }, i) => {
    const from = Math.max(0, at)
    const to = Math.min(end, corners[i + 1]?.at ?? end)
    const perShare = costsMore ? costPerShare : amtPerShare
    return to - from > hair ? [{ from, to, perShare, rate: perShare / spreadPerShare }] : []
  })
}

/** The breakpoint beyond a number of shares, and the one before it. */
export const nextBreak = ({ breakpoints }: Line, shares: number): Breakpoint | undefined =>
  breakpoints.find((each) => each.shares > shares)
export const lastBreak = ({ breakpoints }: Line, shares: number): Breakpoint | undefined =>
  breakpoints.findLast((each) => each.shares < shares)

/** The points of the curve from no share to `end`, to be drawn. */
export const drawn = (line: Line, end: number): (readonly [shares: number, amt: number])[] => [
  [0, amtAt(line, 0)],
  ...line.corners.filter(({ at }) => at > hair && at < end - hair).map(({ at, amt }) => [at, amt] as const),
  [end, amtAt(line, end)],
]

/** A number that is easy to read, not below `amount`: 1, 2 or 5 (or 1.5, 3, 4, 6, 8 with `fine`) times a power of ten. */
export function roundUp(amount: number): number {
  if (!(amount > 0)) return 1
  const power = 10 ** Math.floor(Math.log10(amount) + 1e-12)
  const step = [1, 1.2, 1.6, 2, 2.5, 3, 4, 5, 6, 8, 10].find((each) => each * power >= amount * (1 - 1e-9)) ?? 10
  return step * power
}

/** Where the picture ends that shows the part near the line: past the room, what can be paid, and what is planned. */
export function nearEnd(free: number, payable: number | null, shares: number, most: number): number {
  const reach = Math.max(free * 3, payable === null || payable >= most ? 0 : payable * 1.2, shares * 1.14, 10)
  return Math.min(roundUp(reach), Math.max(most, 1))
}

/** What a share beyond a breakpoint costs, as the lanes show it. */
export const breakpointTax = ({ costsMore }: Line, { amtPerShare, costPerShare }: Corner): number =>
  costsMore ? costPerShare : amtPerShare
