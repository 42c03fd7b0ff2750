/**
 * Where amounts that are straight lines in pieces bend or jump. A corner is where the straight lines of both sides of a
 * stretch meet, so that it is found exactly; a jump, and a stretch in which the lines do not meet, is halved to the cent.
 */

/** A place where an amount bends; `low` and `high` are half a cent apart where it jumps, else the same. */
export interface Bend {
  readonly low: number
  readonly high: number
}

/** Half a cent: places nearer to each other than that are one. */
const apart = 0.005

/** Amounts within a thousandth of a cent of a line lie on it. */
const onLine = 1e-5

/**
 * The bends of any of some amounts strictly between `from` and `to`, ascending. A stretch counts as straight when the amounts
 * at both ends, beside them and at three places inside it lie on one line.
 */
export function bendsOf(amountsAt: (place: number) => readonly number[], from: number, to: number): Bend[] {
  const known = new Map<number, readonly number[]>()
  const at = (place: number): readonly number[] => {
    const amounts = known.get(place) ?? amountsAt(place)
    known.set(place, amounts)
    return amounts
  }
  const bends: Bend[] = []
  const corners: number[] = []
  const split = (left: number, right: number): void => {
    if (right - left <= apart) {
      bends.push({ low: left, high: right })
      return
    }
    const bent = firstBent(at, left, right)
    if (bent < 0) return
    const middle = meeting(at, bent, left, right)
    corners.push(middle)
    split(left, middle)
    split(middle, right)
  }
  split(from, to)
  return joined([
    ...bends,
    ...corners.filter((place) => turns(at, place)).map((place) => ({ low: place, high: place })),
  ])
}

type At = (place: number) => readonly number[]

/** The amount that is not straight between two places; below zero where all are. */
function firstBent(at: At, left: number, right: number): number {
  const width = right - left
  const step = stepOf(width)
  const inside = [step, 0.21 * width, 0.5 * width, 0.83 * width, width - step]
  const [start, end] = [at(left), at(right)]
  return start.findIndex((first, i) => {
    const rise = ((end[i] as number) - first) / width
    return inside.some((far) => Math.abs((at(left + far)[i] as number) - (first + rise * far)) > onLine)
  })
}

/** How far beside an end its line is measured. */
const stepOf = (width: number): number => Math.min(1, width / 16)

/** Where the lines of both ends meet, if that is well inside; else the middle. */
function meeting(at: At, i: number, left: number, right: number): number {
  const width = right - left
  const step = stepOf(width)
  const of = (place: number): number => at(place)[i] as number
  const rise = (of(left + step) - of(left)) / step
  const fall = (of(right) - of(right - step)) / step
  const far = (of(right) - of(left) - fall * width) / (rise - fall)
  const meets = far > step && far < width - step && Math.abs(of(left + far) - (of(left) + rise * far)) < onLine
  return meets ? left + far : left + width / 2
}

/** Whether any amount has another slope on each side of a place. */
function turns(at: At, place: number): boolean {
  const [before, here, after] = [at(place - apart), at(place), at(place + apart)]
  return here.some((amount, i) => Math.abs((before[i] as number) + (after[i] as number) - 2 * amount) > onLine / 4)
}

/** Bends that touch are one. */
function joined(bends: readonly Bend[]): Bend[] {
  const all: Bend[] = []
  for (const bend of [...bends].sort((one, other) => one.low - other.low)) {
    const last = all.at(-1)
    if (last && bend.low - last.high <= apart)
      all[all.length - 1] = { low: last.low, high: Math.max(last.high, bend.high) }
    else all.push(bend)
  }
  return all
}
