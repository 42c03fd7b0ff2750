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
  /** Columns of each source, in order. */
  readonly bySource: readonly (readonly number[])[]
}

export function movesOf(of: Problem): Moves {
  const { columns, sources, caps } = of
  const count = of.years.length
  const bySource = sources.map((_, s) => columns.flatMap((column, i) => (column.source === s ? [i] : [])))
  const capsOf = columns.map((_, i) =>
    caps.flatMap((cap, c) => cap.columns.filter(({ column }) => column === i).map(({ weight }) => ({ c, weight }))),
  )
  const vestedBy = sources.map(({ kind, shares, vested }) =>
    Float64Array.from({ length: kind === 'grant' ? count : 0 }, (_, year) => Math.min(shares, vested[year] ?? shares)),
  )
  const held = new Float64Array(columns.length)
  /** Shares of each source exercised by the end of each year. */
  const exercisedBy = sources.map(() => new Float64Array(count))
  const used = new Float64Array(caps.length)

  function take(at: number, shares: number): void {
    const column = columns[at]
    if (!column) return
    held[at] = (held[at] as number) + shares
    const by = exercisedBy[column.source] as Float64Array
    if (column.exercised >= 0) for (let y = column.exercised; y < count; y++) by[y] = (by[y] as number) + shares
    for (const { c, weight } of capsOf[at] as (typeof capsOf)[number]) used[c] = (used[c] as number) + weight * shares
  }

  return {
    bySource,
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
        // Exercised earlier than before: every year until then must have vested shares left
        const until = origin ? origin.exercised : count
        const by = exercisedBy[s] as Float64Array
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
