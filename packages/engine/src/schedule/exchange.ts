/**
 * The exchange search: shares go from one fate to another for as long as that makes the plan worth more. It knows no tax, asks
 * the forms after every move, and stops at kinks where two moves would have to be made together; the regime's linear program frees it there.
 */
import { leave, type Moves } from './moves.ts'
import type { Column, LeastAmt, Problem, Shares } from './problem.ts'
import type { Score } from './score.ts'

/**
 * What a plan is worth to the search: its value, or its AMT where the least is wanted; less a price on what it lacks (cash, value), so that a way
 * back to a plan that may be pays.
 */
export const worthOf = (score: Score, aim?: LeastAmt): number => {
  const value = score.value()
  const short = score.shortBy() + (aim ? Math.max(0, aim.valueAtLeast - value) : 0)
  const goal = aim ? -score.amtWorth() : value
  return short > 0 ? goal - shortPrice * short - shortPrice : goal
}

/** More than a dollar of cash can be worth in the years looked at. */
const shortPrice = 20

/** Improvements below a hundredth of a cent are noise of the arithmetic. */
const noise = 1e-4

export interface ExchangeLimits {
  /** Evaluations at most. */
  readonly evaluations: number
  /** Parts of a source's shares that moves are tried with, coarse first; the finest is one share. */
  readonly parts: readonly number[]
}

export const coarse: readonly number[] = [1, 0.25, 0.0625, 0.0156, 0.0039, 0]
export const fine: readonly number[] = [0.0039, 0.0005, 0]

/** Improves the plan that `score` holds. Returns what it is then worth. */
export function exchange(of: Problem, score: Score, moves: Moves, { evaluations, parts }: ExchangeLimits): number {
  let best = worthOf(score, of.aim)
  let left = evaluations
  moves.begin(score.shares)
  const attempt = (from: number, to: number, shares: number): boolean => {
    if (left-- <= 0) return false
    if (from !== leave) score.add(from, -shares)
    if (to !== leave) score.add(to, shares)
    const worth = worthOf(score, of.aim)
    if (worth > best + noise) {
      best = worth
      moves.moved(from, to, shares)
      return true
    }
    if (from !== leave) score.add(from, shares)
    if (to !== leave) score.add(to, -shares)
    return false
  }
  for (const part of parts) {
    let improved = true
    while (improved && left > 0) {
      improved = false
      for (const { columns, mayLeave, shares } of moves.groups) {
        const ends = mayLeave ? [leave, ...columns] : columns
        const step = Math.max(1, Math.ceil(part * shares))
        for (const from of ends) {
          if (from !== leave && (score.shares[from] as number) <= 0) continue
          for (const to of ends) {
            if (to === from || left <= 0) continue
            let size = Math.min(step, moves.most(from, to))
            if (size < 1) continue
            while (size >= 1 && attempt(from, to, size)) {
              improved = true
              size = Math.min(size * 2, moves.most(from, to))
            }
            if (from !== leave && (score.shares[from] as number) <= 0) break
          }
        }
      }
    }
  }
  // Undone moves leave the last evaluation behind
  score.value()
  return best
}

/** A plan as its score has it. */
export const planOf = (score: Score): Shares => Float64Array.from(score.shares)

/** Columns taken, in order. */
export const taken = (of: Problem, shares: Readonly<Shares>): { readonly column: Column; readonly shares: number }[] =>
  of.columns.flatMap((column, i) => ((shares[i] as number) > 0 ? [{ column, shares: shares[i] as number }] : []))
