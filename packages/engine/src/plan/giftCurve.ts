/** What a gift is worth as its amount grows: every amount from which the next dollar saves more or less, and why. */
import { toCents } from '../money.ts'
import type { FiguredYear } from '../timeline.ts'
import { type GiftReason, giftReasons, giftWords } from './giftReasons.ts'
import type { Outcome } from './gifts.ts'
import { type Bend, bendsOf } from './straight.ts'

/** A gift of an open amount: `unit` dollars each, whole ones only where they are shares. `at` figures exactly. */
export interface OpenGift {
  readonly at: (units: number) => Outcome
  readonly unit: number
  readonly whole: boolean
}

/** An amount, in dollars of cash or in whole shares, at which something changes. */
export interface GiftBend {
  readonly units: number
  readonly reasons: readonly { readonly code: GiftReason; readonly words: string }[]
  /** What a dollar beyond it saves over all years. */
  readonly nextDollar: number
}

/** The bends, ascending, of what a gift is worth, of the tax of its year and of AMT, from nothing given up to `top`. */
export function giftCurve(gift: OpenGift, top: number): GiftBend[] {
  if (top <= 0) return []
  const bends = bendsOf((units) => amountsOf(gift.at(units)), 0, top)
  const found = bends.map((bend, i) => bendAt(gift, bend, bends[i - 1]?.high ?? 0, bends[i + 1]?.low ?? top))
  const ends = gift.whole ? [{ units: top, reasons: [worded('allShares')], nextDollar: 0 }] : []
  const all = [...found, ...ends, ...evensAt(gift, bends, top)].filter(({ units }) => units > 0)
  return together(all.sort((one, other) => one.units - other.units))
}

const amountsOf = ({ worth, years: [first] }: Outcome): number[] => {
  const { form1040, form6251 } = (first as FiguredYear).return
  return [worth, form1040.line24, form6251.line11]
}

function bendAt({ at, unit, whole }: OpenGift, bend: Bend, from: number, to: number): GiftBend {
  const { low, high } = bend
  const step = Math.min(1, (low - from) / 4, (to - high) / 4)
  const reasons = giftReasons([at(low - 2 * step), at(low - step)], [at(high + 2 * step), at(high + step)], step)
  const nextDollar = (at(to).worth - at(high).worth) / ((to - high) * unit)
  // Past the ceiling the floor is carried on too, a jump that is no reason to give more
  const past = !reasons.includes('ceiling') && at(high).worth > at(low).worth
  return {
    units: whole ? Math.floor(low + 1e-6) : centAt(at, bend, past),
    reasons: reasons.map(worded),
    nextDollar,
  }
}

/** Where the worth of a gift, straight between two bends, goes from a loss to none: from there on it saves over all years. */
function evensAt({ at, unit, whole }: OpenGift, bends: readonly Bend[], top: number): GiftBend[] {
  const nothing = at(0).worth
  const starts = [0, ...bends.map(({ high }) => high)]
  const ends = [...bends.map(({ low }) => low), top]
  return starts.flatMap((from, i) => {
    const to = ends[i] as number
    const [first, last] = [at(from).worth - nothing, at(to).worth - nothing]
    if (first > -0.005 || last < 0.005) return []
    const units = from + ((to - from) * -first) / (last - first)
    const even = whole ? Math.ceil(units - 1e-6) : Math.ceil(units * 100 - 1e-6) / 100
    return [{ units: even, reasons: [worded('evens')], nextDollar: (last - first) / ((to - from) * unit) }]
  })
}

/** The cent at a bend; where the worth jumps, the first one past the jump or the last before it. */
function centAt(at: OpenGift['at'], { low, high }: Bend, past: boolean): number {
  if (low === high) return toCents(low)
  const first = Math.floor(low * 100)
  const cents = Array.from({ length: Math.ceil(high * 100) - first + 1 }, (_, i) => (first + i) / 100)
  const [before, after] = [at(low).worth, at(high).worth]
  const isPast = (cent: number): boolean => Math.abs(at(cent).worth - after) < Math.abs(at(cent).worth - before)
  return (past ? cents.find(isPast) : cents.findLast((cent) => !isPast(cent))) ?? toCents(low)
}

export const worded = (code: GiftReason) => ({ code, words: giftWords[code] })

/** Bends at the same cent or share are one; what comes after it is said by the last. */
function together(bends: readonly GiftBend[]): GiftBend[] {
  const all: GiftBend[] = []
  for (const bend of bends) {
    const last = all.at(-1)
    if (last?.units !== bend.units) all.push(bend)
    else all[all.length - 1] = { ...bend, reasons: [...last.reasons, ...bend.reasons] }
  }
  return all
}
