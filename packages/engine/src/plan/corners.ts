/** Corners of amounts that are straight lines between them, on whole numbers. */

/**
 * Where any of some amounts, piecewise straight in a whole number, changes its slope between `low` and `high`: both ends and
 * the whole numbers next to each corner, ascending, and a few between. A piece counts as straight when the amounts at three places inside it lie
 * on the line between its ends.
 * @param amounts fills `into` with the amounts at a whole number.
 */
export function cornersOf(
  amounts: (at: number, into: Float64Array) => void,
  count: number,
  low: number,
  high: number,
): number[] {
  const found = new Set<number>()
  const at = (place: number): Float64Array => {
    const into = new Float64Array(count)
    amounts(place, into)
    return into
  }
  const split = (from: number, left: Float64Array, to: number, right: Float64Array): void => {
    found.add(from).add(to)
    if (to - from <= 1) return
    const inner = [...new Set([0.5, 0.21, 0.83].map((part) => Math.round(from + part * (to - from))))].filter(
      (place) => place > from && place < to,
    )
    const between = inner.map((place) => ({ place, amounts: at(place) }))
    if (between.every(({ place, amounts: own }) => straight(from, left, to, right, place, own))) return
    const middle = Math.floor((from + to) / 2)
    const own = between.find(({ place }) => place === middle)?.amounts ?? at(middle)
    split(from, left, middle, own)
    split(middle, own, to, right)
  }
  split(low, at(low), high, at(high))
  return [...found].sort((one, other) => one - other)
}

/** Within a hundredth of a cent. */
const enough = 1e-4

function straight(
  from: number,
  left: Float64Array,
  to: number,
  right: Float64Array,
  place: number,
  own: Float64Array,
): boolean {
  const part = (place - from) / (to - from)
  return own.every((amount, i) => {
    const [a, b] = [left[i] as number, right[i] as number]
    return Math.abs(amount - (a + part * (b - a))) < enough
  })
}
