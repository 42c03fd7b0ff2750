/** Shares of lots as they come and go, restated for splits. */
import type { PlainDate } from '../date.ts'

/** Shares of a lot, as of the day it was exercised. */
export interface NewLot {
  readonly name: string
  readonly exercised: PlainDate
  readonly shares: number
  /** Of these, the shares sold on the day itself. */
  readonly sold: number
  /** Shares of the lot vested by a day, as of the day of exercise; null: all of them, from the exercise on. */
  readonly vestedBy: ((on: PlainDate) => number) | null
}

/** Which of the shares held: those that are vested, those that are not, or both. */
export type Part = 'vested' | 'unvested' | 'all'

interface Held {
  readonly lot: NewLot
  /** Shares left of the lot. */
  left: number
  /** Shares of the lot less those that were forfeited: what can still vest, or did. */
  vesting: number
}

/** Less than this of a lot is nothing: what arithmetic on split ratios leaves over. */
const nothing = 1e-9

/**
 * A ledger of shares, kept in shares of the day each lot was exercised. A number of shares that is not known is NaN, and
 * so is every count it enters.
 */
export class Holdings {
  readonly #factor: (from: PlainDate, to: PlainDate) => number
  readonly #lots: Held[] = []
  readonly #named = new Map<string, Held[]>()
  /** Lots before this one have nothing left. */
  #first = 0
  /** Lots before this one are not known, if they have anything left. */
  #unknown = 0
  /** Lots before this one have nothing vested left on the day. */
  #today = { on: '', start: 0 }

  /** `factor` gives new shares for one share of an earlier day. */
  constructor(factor: (from: PlainDate, to: PlainDate) => number) {
    this.#factor = factor
  }

  /** Adds a lot; lots come in the order of their exercise. */
  add(lot: NewLot): void {
    const held = { lot, left: lot.shares - lot.sold, vesting: lot.shares }
    this.#lots.push(held)
    const named = this.#named.get(lot.name)
    if (named) named.push(held)
    else this.#named.set(lot.name, [held])
  }

  has(name: string): boolean {
    return this.#named.has(name)
  }

  /** Shares of a part held on a day, as of that day: of the lot named, or of all; not counted further than `enough`. */
  free(on: PlainDate, name: string | undefined, part: Part, enough = Number.POSITIVE_INFINITY): number {
    const lots = this.#from(name)
    let sum = 0
    for (let i = this.#start(on, name, part); i < lots.length && sum < enough; i++) {
      const held = lots[i] as Held
      const free = freeOf(held, on, part)
      if (free !== 0) sum += free * this.#factor(held.lot.exercised, on)
    }
    return sum
  }

  /**
   * Takes shares of a part, as of a day, from the lot named, or first in, first out, and gives how many there were to take.
   * No lot falls below none.
   */
  take(on: PlainDate, name: string | undefined, part: Part, shares: number): number {
    const lots = this.#from(name)
    let taken = 0
    for (let i = this.#start(on, name, part); i < lots.length && taken < shares; i++) {
      const held = lots[i] as Held
      const free = freeOf(held, on, part)
      if (free === 0) continue
      const factor = this.#factor(held.lot.exercised, on)
      const wanted = (shares - taken) / factor
      remove(held, part, Math.min(wanted, free))
      taken = wanted <= free ? shares : taken + free * factor
    }
    if (Number.isNaN(taken + shares)) this.#forget(name)
    return taken
  }

  /** From the lot named, or from any, an unknown number of shares went. */
  #forget(name: string | undefined): void {
    const lots = this.#from(name)
    const start = name === undefined ? Math.max(this.#unknown, this.#first) : 0
    for (let i = start; i < lots.length; i++) (lots[i] as Held).left = Number.NaN
    if (name === undefined) this.#unknown = lots.length
  }

  #from(name: string | undefined): readonly Held[] {
    return name === undefined ? this.#lots : (this.#named.get(name) ?? [])
  }

  /** The first lot worth looking at. */
  #start(on: PlainDate, name: string | undefined, part: Part): number {
    if (name !== undefined) return 0
    const lots = this.#lots
    while (lots[this.#first]?.left === 0) this.#first++
    if (part !== 'vested') return this.#first
    let start = this.#today.on === on ? Math.max(this.#today.start, this.#first) : this.#first
    while (start < lots.length && freeOf(lots[start] as Held, on, part) === 0) start++
    this.#today = { on, start }
    return start
  }
}

function freeOf({ lot, left, vesting }: Held, on: PlainDate, part: Part): number {
  if (part === 'all') return left
  // Not simply zero: of a number not known none is known either
  if (lot.vestedBy === null) return part === 'vested' ? left : left - left
  const gone = vesting - left
  const vested = Math.max(0, Math.min(lot.vestedBy(on), vesting) - gone)
  return part === 'vested' ? vested : left - vested
}

/** Shares go in the order in which they vest; only those taken as unvested ones are the last to vest. */
function remove(held: Held, part: Part, shares: number): void {
  if (part === 'unvested') held.vesting -= shares
  held.left -= shares
  if (held.left < nothing) held.left = 0
}
