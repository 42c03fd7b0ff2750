/** What may be moved from one fate of a share to another: shares held in columns, whole, within what vests and what the caps allow. */
import type { Column, Problem, Shares } from './problem.ts'

/** Leaving options alone is a fate too, that of no column. */
export const leave = -1

export interface Moves {
  /** Takes the plan that moves start from. */
  readonly begin: (shares: Readonly<Shares>) => void
  /** The most whole shares that may go from one column (or `leave`) of a source to another. */
  readonly most: (from: number, to: number) => number
  /** Notes a move that was made. */
  readonly moved: (from: number, to: number, shares: number) => void
  /** Columns between which shares may go. */
  readonly groups: readonly Group[]
}

/** Columns of one source between which shares may go, in order. */
export interface Group {
  readonly columns: readonly number[]
  /** Whether its shares may be left unexercised. */
  readonly mayLeave: boolean
  /** Shares of the source: steps are parts of them. */
  readonly shares: number
}

/** @param groups where only some moves are free; otherwise any within a source. */
export function movesOf(of: Problem, groups: readonly Group[] = groupsOf(of)): Moves {
  const { columns, sources, caps } = of
  const capsOf = columns.map((_, i) =>
    caps.flatMap((cap, c) => cap.columns.filter(({ column }) => column === i).map(({ weight }) => ({ c, weight }))),
  )
  const vestedBy = sources.map(({ shares, vested }) => Float64Array.from(vested, (count) => Math.min(shares, count)))
  const held = new Float64Array(columns.length)
  /** Shares of each source exercised by each of its days. */
  const exercisedBy = sources.map(({ vested }) => new Float64Array(vested.length))
  const used = new Float64Array(caps.length)

  function take(at: number, shares: number): void {
    const column = columns[at]
    if (!column) return
    held[at] = (held[at] as number) + shares
    const by = exercisedBy[column.source] as Float64Array
    if (column.exercised >= 0) for (let y = column.exercised; y < by.length; y++) by[y] = (by[y] as number) + shares
    for (const { c, weight } of capsOf[at] as (typeof capsOf)[number]) used[c] = (used[c] as number) + weight * shares
  }

  return {
    groups,
    begin(shares) {
      held.fill(0)
      used.fill(0)
      for (const by of exercisedBy) by.fill(0)
      for (let i = 0; i < columns.length; i++) if ((shares[i] as number) !== 0) take(i, shares[i] as number)
    },
    moved(from, to, shares) {
      take(from, -shares)
      take(to, shares)
    },
    most(from, to) {
      const origin = columns[from]
      const target = columns[to]
      const s = ((origin ?? target) as Column).source
      const source = sources[s] as Problem['sources'][number]
      let most = origin ? (held[from] as number) : source.shares
      if (source.kind === 'grant' && target) {
        // Exercised earlier than before: every day until then must have vested shares left
        const by = exercisedBy[s] as Float64Array
        const until = origin ? origin.exercised : by.length
        const vested = vestedBy[s] as Float64Array
        for (let y = target.exercised; y < until && most > 0; y++)
          most = Math.min(most, (vested[y] as number) - (by[y] as number))
      }
      if (target)
        for (const { c, weight } of capsOf[to] as (typeof capsOf)[number]) {
          const own = (capsOf[from] ?? []).find((each) => each.c === c)?.weight ?? 0
          if (weight > own)
            most = Math.min(most, ((caps[c] as Problem['caps'][number]).most - (used[c] as number)) / (weight - own))
        }
      return Math.max(0, Math.floor(most + 1e-9))
    },
  }
}

const groupsOf = ({ columns, sources }: Problem): Group[] =>
  sources.map(({ kind, shares }, s) => ({
    ...{ mayLeave: kind === 'grant', shares },
    columns: columns.flatMap((column, i) => (column.source === s ? [i] : [])),
  }))

/** Whole shares near a plan of fractions: rounded down, with what a lot still holds put where most of it goes. */
export function wholeShares(of: Problem, values: ArrayLike<number>): Shares {
  const shares = Float64Array.from(of.columns, (_, i) => Math.floor(Math.max(0, values[i] as number) + 1e-6))
  of.sources.forEach((source, s) => {
    if (source.kind !== 'lot') return
    let left = source.shares
    let largest = -1
    of.columns.forEach((column, i) => {
      if (column.source !== s) return
      left -= shares[i] as number
      if (largest < 0 || (values[i] as number) >= (values[largest] as number)) largest = i
    })
    if (largest >= 0) shares[largest] = (shares[largest] as number) + left
  })
  return shares
}
