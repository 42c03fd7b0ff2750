/** Where an amount of a case stays within a target as one input moves: every stretch, exactly, whether it rises or falls. */
import { type AmountsAt, stretchesOf } from './solveForPieces.ts'

/** Whole numbers from one that meets the target to another, with all between them. */
export interface Holds {
  readonly from: number
  readonly to: number
}

export interface Found {
  /** Ascending, apart by at least one that does not meet it; none where nothing does. */
  readonly holds: readonly Holds[]
  /** Where the first amount is least: the nearest to the target where nothing meets it. */
  readonly least: number
}

/**
 * Every whole number between the first and last of `places` at which the first of the amounts is at most `most`. The amounts are
 * straight between corners; on a straight stretch the target begins or ceases to hold once, and halving finds the place.
 */
export function holdingIn(amountsAt: AmountsAt, places: readonly number[], most: number, enough: number): Found {
  const known = new Map<number, readonly number[]>()
  const kept: AmountsAt = (at) => {
    const before = known.get(at)
    if (before) return before
    const amounts = amountsAt(at)
    known.set(at, amounts)
    return amounts
  }
  const over = (at: number): number => kept(at)[0] as number
  const meets = (at: number): boolean => over(at) <= most
  const [first = 0] = places
  const holds: { from: number; to: number }[] = meets(first) ? [{ from: first, to: first }] : []
  let least = first
  for (const { from, to } of stretchesOf(kept, places, enough)) {
    // Amounts a hair apart are alike: the first of them stands
    if (over(to) < over(least) - enough) least = to
    const [before, after] = [meets(from), meets(to)]
    const last = holds.at(-1)
    if (before && last) last.to = after ? to : lastLike(meets, from, to)
    else if (after) holds.push({ from: lastLike(meets, from, to) + 1, to })
  }
  return { holds, least }
}

/** The last whole number that is as `from` is, of two that differ. */
function lastLike(meets: (at: number) => boolean, from: number, to: number): number {
  const like = meets(from)
  let [low, high] = [from, to]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (meets(middle) === like) low = middle
    else high = middle
  }
  return low
}
