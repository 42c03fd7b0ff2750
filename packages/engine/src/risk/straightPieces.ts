/**
 * An amount that is straight in pieces, as tax is in a price: known at few places, and found there by where its lines meet. Fewer
 * questions than `plan/straight` asks, for whoever can bear a cent.
 */

/** Places, ascending, and the amounts there; straight in between, and past the last as before it. */
export interface Pieces {
  readonly places: readonly number[]
  readonly amounts: readonly number[]
}

/** How near the line an amount must lie, in dollars, and how small a part of its place a stretch may be before it is not split further. */
export interface Fineness {
  readonly within: number
  readonly least: number
}

/**
 * The pieces of an amount from the first of `places` to the last. A stretch in between two of them is taken as straight where its
 * middle lies on the line, so places should not be further apart than bends that could undo one another.
 */
export function piecesOf(
  amountAt: (place: number) => number,
  places: readonly number[],
  { within, least }: Fineness,
): Pieces {
  const found: { place: number; amount: number }[] = []
  const at = (place: number): Point => ({ place, amount: amountAt(place) })
  const split = (left: Point, right: Point): void => {
    const width = right.place - left.place
    if (width <= least * right.place) return
    const middle = at(left.place + width / 2)
    if (Math.abs(middle.amount - (left.amount + right.amount) / 2) <= within) return
    const corner = cornerBetween(at, left, middle, right, within)
    if (corner) {
      found.push(corner)
      return
    }
    split(left, middle)
    found.push(middle)
    split(middle, right)
  }
  let before: Point | null = null
  for (const place of places) {
    const here = at(place)
    if (before) split(before, here)
    found.push(here)
    before = here
  }
  return { places: found.map(({ place }) => place), amounts: found.map(({ amount }) => amount) }
}

interface Point {
  readonly place: number
  readonly amount: number
}

/** How far beside an end its line is measured, as a part of the stretch. */
const beside = 1 / 16

/** The one bend of a stretch, where the lines of its ends meet; null where it has more than one, or jumps. */
function cornerBetween(
  at: (place: number) => Point,
  left: Point,
  middle: Point,
  right: Point,
  within: number,
): Point | null {
  const width = right.place - left.place
  const step = width * beside
  const rise = (at(left.place + step).amount - left.amount) / step
  const fall = (right.amount - at(right.place - step).amount) / step
  const far = (right.amount - left.amount - fall * width) / (rise - fall)
  if (!(far > step && far < width - step)) return null
  const onLines =
    far >= width / 2
      ? Math.abs(left.amount + (rise * width) / 2 - middle.amount)
      : Math.abs(right.amount - (fall * width) / 2 - middle.amount)
  if (onLines > within) return null
  const corner = at(left.place + far)
  return Math.abs(corner.amount - (left.amount + rise * far)) <= within ? corner : null
}

/** The amount at a place, not before the first. */
export function amountOn({ places, amounts }: Pieces, place: number): number {
  let [low, high] = [0, places.length - 1]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((places[middle] as number) <= place) low = middle
    else high = middle
  }
  const [from, to] = [places[low] as number, places[high] as number]
  const [start, end] = [amounts[low] as number, amounts[high] as number]
  return to === from ? start : start + ((end - start) * (place - from)) / (to - from)
}
