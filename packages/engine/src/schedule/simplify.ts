/**
 * Fewer actions: optimal plans contain trades of a single share, which nobody makes. An action is one whole fate that a plan takes
 * shares of; its shares go to another fate of their source, as long as that costs little, or until few enough are left.
 */
import { exchange, worthOf } from './exchange.ts'
import { leave, type Moves } from './moves.ts'
import type { Problem, Shares } from './problem.ts'
import type { Score } from './score.ts'

/** What a plan may give up for one action less: a dollar, or a hundred-thousandth of what it is worth. */
export const worthAnAction = (value: number): number => Math.max(1, Math.abs(value) * 1e-5)

/** The number of fates that a plan takes shares of. */
export const actionsIn = (shares: Readonly<Shares>): number =>
  shares.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0)

/**
 * Takes actions out of a plan: those that cost no more than `worthAnAction`, and on until no more than `most` are left. The plan stays as it is
 * where nothing can go.
 */
export function simplified(of: Problem, score: Score, moves: Moves, plan: Readonly<Shares>, most: number): Shares {
  score.set(plan)
  let worth = worthOf(score, of.aim)
  const little = worthAnAction(score.value())
  for (;;) {
    const used = [...score.shares.keys()].filter((i) => (score.shares[i] as number) > 0)
    const cheapest = cheapestToDrop(of, score, moves, used)
    if (!cheapest) break
    if (worth - cheapest.worth > little && used.length <= most) break
    for (const { from, to, shares } of cheapest.moves) move(score, from, to, shares)
    worth = exchangeAmong(of, score, moves)
  }
  score.value()
  return Float64Array.from(score.shares)
}

interface Drop {
  readonly worth: number
  readonly moves: readonly { readonly from: number; readonly to: number; readonly shares: number }[]
}

const move = (score: Score, from: number, to: number, shares: number): void => {
  if (from !== leave) score.add(from, -shares)
  if (to !== leave) score.add(to, shares)
}

/** The fate whose shares cost least to put elsewhere: all in one other that is used, or left unexercised. */
function cheapestToDrop(of: Problem, score: Score, moves: Moves, used: readonly number[]): Drop | null {
  let best: Drop | null = null
  moves.begin(score.shares)
  for (const from of used) {
    const source = of.columns[from]?.source as number
    const shares = score.shares[from] as number
    const others = used.filter((to) => to !== from && of.columns[to]?.source === source)
    for (const to of of.sources[source]?.kind === 'grant' ? [leave, ...others] : others) {
      if (to !== leave && moves.most(from, to) < shares) continue
      move(score, from, to, shares)
      const worth = worthOf(score, of.aim)
      move(score, to, from, shares)
      if (!best || worth > best.worth) best = { worth, moves: [{ from, to, shares }] }
    }
  }
  worthOf(score, of.aim)
  return best
}

/** Improves a plan among the fates it uses alone. */
function exchangeAmong(of: Problem, score: Score, moves: Moves): number {
  const used = (i: number): boolean => (score.shares[i] as number) > 0
  const groups = moves.groups.map((group) => ({ ...group, columns: group.columns.filter(used) }))
  return exchange(of, score, { ...moves, groups }, { evaluations: 400, parts: [0.0625, 0.0039, 0] })
}
