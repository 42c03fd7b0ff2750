/**
 * Section 170: charitable gifts of an individual. (b)(1) the percentage limits and the floor, (d)(1) the carryovers,
 * (p) the deduction beside the standard deduction.
 *
 * The contribution base (b)(1)(H) is adjusted gross income, none below zero. From 2026 (G)(i)(II) limits cash to 60
 * percent less what (A) takes, while (G)(iii)(II) lowers (A) by the cash allowed; the two agree only where cash comes
 * first, so that is the order here, as before 2026. To elect under (C)(iii), pass the gift at its basis as `property`,
 * and carryovers as refigured.
 *
 * Left out: conservation gifts (E), reductions under (e), use by a net operating loss, and the use of carryovers in a
 * year without itemizing.
 */
import type { Figures } from './figures.ts'

/**
 * `cash` to public charities (G), other `property` to them (A), long-term capital `gainProperty` to them (C),
 * `others`: all else, as gifts to private foundations or for the use of (B), `othersGainProperty`: (D).
 */
export const giftClasses = ['cash', 'property', 'gainProperty', 'others', 'othersGainProperty'] as const
export type GiftClass = (typeof giftClasses)[number]
export type Gifts = Readonly<Record<GiftClass, number>>

/** An excess of an earlier year. `age` 1 came from last year; it may be used up to age 5. */
export interface GiftCarryover {
  kind: GiftClass
  amount: number
  age: number
}

export interface GiftDeduction {
  deduction: number
  /** By class, before the floor */
  allowed: Gifts
  /** By class, what the floor takes */
  floored: Gifts
  /** To next year, one year older */
  carriedOut: GiftCarryover[]
}

export const noGifts: Gifts = { cash: 0, property: 0, gainProperty: 0, others: 0, othersGainProperty: 0 }

export function giftDeduction(
  contributionBase: number,
  given: Gifts,
  carriedIn: readonly GiftCarryover[],
  f: Figures,
): GiftDeduction {
  const base = Math.max(0, contributionBase)
  const offered = withCarryovers(given, carriedIn)
  const allowed = percentageLimits(base, offered, f)
  const floored = floor(f.giftFloorRate * base, allowed)
  return {
    deduction: total(allowed) - total(floored),
    allowed,
    floored,
    carriedOut: carryOut(given, carriedIn, allowed, floored),
  }
}

/** A carryover is treated as a gift of its class paid this year: (d)(1)(A), (b)(1)(B), (C)(ii), (D)(ii), (G)(ii). */
function withCarryovers(given: Gifts, carriedIn: readonly GiftCarryover[]): Gifts {
  const sum = { ...given }
  for (const c of carriedIn) sum[c.kind] += c.amount
  return sum
}

function percentageLimits(base: number, x: Gifts, f: Figures): Gifts {
  // (G)(i)
  const cash = Math.min(x.cash, 0.6 * base)
  // (A), lowered by (G)(iii)(II)
  const half = Math.max(0, 0.5 * base - cash)
  const property = Math.min(x.property, half)
  // (C)(i): 30 percent, and after all other gifts to which (A) applies
  const roomForGain = half - property
  const gainProperty = Math.min(x.gainProperty, 0.3 * base, roomForGain)
  // (B): (ii)(I) counts the gifts under (A) without (C)'s 30 percent; (ii)(II), from 2026, gives part of the cash back
  const underAandG = cash + property + Math.min(x.gainProperty, roomForGain)
  const setAside = Math.min(cash, f.cashSetAsideRate * base)
  const roomForOthers = Math.min(0.3 * base, Math.max(0, 0.5 * base - (underAandG - setAside)))
  const others = Math.min(x.others, roomForOthers)
  // (D)(i), within (B), and after all other gifts
  const othersGainProperty = Math.min(
    x.othersGainProperty,
    0.2 * base,
    Math.max(0, 0.3 * base - gainProperty),
    roomForOthers - others,
  )
  return { cash, property, gainProperty, others, othersGainProperty }
}

/** (I)(i) to (vi): the floor falls on the classes in this order, on each to the extent of it. */
const floorOrder = ['othersGainProperty', 'gainProperty', 'others', 'property', 'cash'] as const

function floor(amount: number, allowed: Gifts): Gifts {
  const floored = { ...noGifts }
  let left = amount
  for (const kind of floorOrder) {
    floored[kind] = Math.min(left, allowed[kind])
    left -= floored[kind]
  }
  return floored
}

function carryOut(given: Gifts, carriedIn: readonly GiftCarryover[], allowed: Gifts, floored: Gifts): GiftCarryover[] {
  const anyExcess = giftClasses.some((kind) => given[kind] > allowed[kind])
  const out: GiftCarryover[] = []
  for (const kind of giftClasses) {
    // (d)(1)(A)(i): gifts of the year first, then carryovers, oldest first
    let left = allowed[kind]
    const usedNow = Math.min(given[kind], left)
    left -= usedNow
    // (d)(1)(C): what the floor took from the year's own gifts goes on too, if the year has an excess of any class.
    // A carryover that the floor takes is lost: (C)(i) speaks of what was not allowed "for the contribution year".
    const lostToFloor = anyExcess ? Math.min(floored[kind], usedNow) : 0
    out.push({ kind, amount: given[kind] - usedNow + lostToFloor, age: 1 })
    for (const c of carriedIn.filter((c) => c.kind === kind).sort((a, b) => b.age - a.age)) {
      const used = Math.min(c.amount, left)
      left -= used
      out.push({ kind, amount: c.amount - used, age: c.age + 1 })
    }
  }
  return out.filter((c) => c.amount > 0 && c.age <= 5)
}

function total(x: Gifts): number {
  return giftClasses.reduce((sum, kind) => sum + x[kind], 0)
}

/**
 * The deduction of someone who does not itemize, from 2026: cash of the year to public charities (no donor-advised
 * fund), within the limit and 60 percent of the base, without floor or carryover. @see IRC §170(p)
 */
export function nonItemizerGift(contributionBase: number, cash: number, f: Figures): number {
  return Math.min(f.nonItemizerGift, cash, 0.6 * Math.max(0, contributionBase))
}
