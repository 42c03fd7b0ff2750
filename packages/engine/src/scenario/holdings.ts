/** Shares of lots as they come and go, restated for splits. */
import type { PlainDate } from '../date.ts'
import { type Split, splitFactor } from '../equity/grant.ts'

/** Shares of a lot, as of the day it was exercised. `vestedOn` null: vested when exercised. */
export interface HeldLot {
  readonly name: string
  readonly exercised: PlainDate
  readonly vestedOn: PlainDate | null
  readonly shares: number
}

/** A ledger of shares. A number of shares that is not known is NaN, and so is every count it enters. */
export class Holdings {
  readonly #splits: readonly Split[]
  readonly #lots: { lot: HeldLot; left: number }[] = []

  constructor(splits: readonly Split[]) {
    this.#splits = splits
  }

  /** Adds a lot; lots come in the order of their exercise. */
  add(lot: HeldLot): void {
    this.#lots.push({ lot, left: lot.shares })
  }

  has(name: string): boolean {
    return this.#lots.some(({ lot }) => lot.name === name)
  }

  /** Shares held and vested on a day, as of that day: of the lot named, or of all. */
  free(on: PlainDate, name: string | undefined): number {
    return this.#open(on, name).reduce((sum, { lot, left }) => sum + left * this.#restated(lot, on), 0)
  }

  /** Takes shares, as of a day, from the lot named, or first in, first out. No lot falls below none. */
  take(on: PlainDate, name: string | undefined, shares: number): void {
    let wanted = shares
    for (const held of this.#open(on, name)) {
      const taken = Math.min(wanted / this.#restated(held.lot, on), held.left)
      wanted -= taken * this.#restated(held.lot, on)
      held.left -= taken
    }
  }

  #open(on: PlainDate, name: string | undefined) {
    return this.#lots.filter(
      ({ lot }) => (name === undefined || lot.name === name) && (lot.vestedOn === null || lot.vestedOn <= on),
    )
  }

  #restated(lot: HeldLot, on: PlainDate): number {
    return splitFactor(this.#splits, lot.exercised, on)
  }
}
