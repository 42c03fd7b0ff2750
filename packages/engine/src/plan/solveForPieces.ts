/**
 * Amounts that are straight lines between corners, on whole numbers: the stretches between the corners. Corners are found where
 * the lines at both ends of a stretch meet, and by halving where they do not; nothing is taken to rise or to fall.
 */

/** Whole numbers between which every amount is a straight line. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** The amounts at a whole number. */
export type AmountsAt = (at: number) => readonly number[]

/**
 * The straight stretches between the first and the last of `places`, ascending. A stretch between two places counts as straight when
 * the amounts at five uneven places inside it lie on the line between its ends: what bends away and back between two
 * neighbours of those, a quarter of the stretch or less, is not seen.
 * @param places ascending whole numbers, known corners among them.
 * @param enough how far from the line an amount may lie. Dollars.
 */
export function stretchesOf(amountsAt: AmountsAt, places: readonly number[], enough: number): Stretch[] {
  const found: Stretch[] = []
  const isStraight = ({ from, to }: Stretch): boolean => straight(amountsAt, from, to, enough)
  const see = (from: number, to: number): void => {
    if (to - from <= 1 || isStraight({ from, to })) {
      found.push({ from, to })
      return
    }
    const corner = meeting(amountsAt, from, to, enough)
    const around = corner === null ? null : cutAt(corner, from, to)
    if (around && [around[0], around.at(-1)].every((each) => each && isStraight(each))) {
      found.push(...around)
      return
    }
    const middle = Math.floor((from + to) / 2)
    see(from, middle)
    see(middle, to)
  }
  for (let i = 1; i < places.length; i++) see(places[i - 1] as number, places[i] as number)
  return found
}

/** A stretch cut at a corner, which mostly lies between two whole numbers. */
function cutAt(corner: number, from: number, to: number): Stretch[] {
  const [before, after] = [Math.floor(corner), Math.ceil(corner)]
  const cuts = [...new Set([from, before, after, to])]
  return cuts.slice(1).map((each, i) => ({ from: cuts[i] as number, to: each }))
}

const inside = [0.1234, 0.3819, 0.5, 0.6812, 0.9173]

function straight(amountsAt: AmountsAt, from: number, to: number, enough: number): boolean {
  const [first, last] = [amountsAt(from), amountsAt(to)]
  return inside.every((part) => {
    const place = Math.round(from + part * (to - from))
    const share = (place - from) / (to - from)
    return amountsAt(place).every((amount, i) => {
      const [a, b] = [first[i] as number, last[i] as number]
      return Math.abs(amount - (a + share * (b - a))) <= enough
    })
  })
}

/** Where the lines that an amount follows at both ends meet, of the first amount that bends; null where they meet outside. */
function meeting(amountsAt: AmountsAt, from: number, to: number, enough: number): number | null {
  const step = Math.max(1, Math.floor((to - from) / 16))
  const [a, a1, b1, b] = [from, from + step, to - step, to].map(amountsAt)
  if (!a || !a1 || !b1 || !b) return null
  for (let i = 0; i < a.length; i++) {
    const [low, high] = [a[i] as number, b[i] as number]
    const [left, right] = [((a1[i] as number) - low) / step, (high - (b1[i] as number)) / step]
    if (Math.abs(left - right) * (to - from) <= enough) continue
    const corner = (high - low + left * from - right * to) / (left - right)
    if (corner > from && corner < to) return corner
  }
  return null
}
