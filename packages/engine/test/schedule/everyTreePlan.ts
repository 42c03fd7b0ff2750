/** Every plan of a small tree of outcomes, tried one by one: the best that a search may find. */
import type { Problem, Shares } from '../../src/schedule/problem.ts'
import { score } from '../../src/schedule/score.ts'
import { type Branch, goalOf, type TreeAim } from '../../src/schedule/tree.ts'

/** Every way to put a source's shares into its columns; a grant may leave some. */
function* splits(shares: number, columns: number, all: boolean): Generator<number[]> {
  if (columns === 0) {
    if (!all || shares === 0) yield []
    return
  }
  for (let first = 0; first <= shares; first++)
    for (const rest of splits(shares - first, columns - 1, all)) yield [first, ...rest]
}

/** Every plan of one branch with its value; by what it does before the outcome is known. */
function plansOf({ from: { problem, fates }, known }: Branch): Map<string, { value: number; shares: Shares }[]> {
  const plans = new Map<string, { value: number; shares: Shares }[]>()
  const own = score(problem)
  const sources = problem.sources.map((source, s) => ({
    ...source,
    columns: problem.columns.flatMap((column, i) => (column.source === s ? [i] : [])),
  }))
  const walk = (s: number): void => {
    const source = sources[s]
    if (source) {
      for (const counts of splits(source.shares, source.columns.length, source.kind === 'lot')) {
        for (const [i, count] of counts.entries()) own.add(source.columns[i] as number, count)
        walk(s + 1)
        for (const [i, count] of counts.entries()) own.add(source.columns[i] as number, -count)
      }
      return
    }
    const value = own.value()
    if (own.shortBy() > 0 || overCap(problem, own.shares)) return
    const before = new Map<string, number>()
    fates.forEach(({ grant, exercisedOn, soldOn }, i) => {
      const shares = Math.round(own.shares[i] as number)
      const add = (key: string) => before.set(key, (before.get(key) ?? 0) + shares)
      if (exercisedOn !== null && exercisedOn < known) add(`${grant} ${exercisedOn}`)
      if (soldOn < known) add(`${grant} ${exercisedOn} ${soldOn}`)
    })
    const key = [...before]
      .filter(([, shares]) => shares > 0)
      .sort()
      .join(';')
    const list = plans.get(key) ?? []
    list.push({ value, shares: Float64Array.from(own.shares) })
    plans.set(key, list)
  }
  walk(0)
  return plans
}

/** The best of all plans of a tree: for each thing done before, the best of each branch. */
export function bestOf(branches: readonly Branch[], aim: TreeAim): number {
  const plans = branches.map(plansOf)
  let best = Number.NEGATIVE_INFINITY
  for (const key of plans[0]?.keys() ?? []) {
    // Money is wanted in every outcome, so that the best of each branch is the best of all
    const values = plans.map((each) =>
      Math.max(Number.NEGATIVE_INFINITY, ...(each.get(key) ?? []).map(({ value }) => value)),
    )
    if (values.every(Number.isFinite)) best = Math.max(best, goalOf(aim, branches, values))
  }
  return best
}

const overCap = ({ caps }: Problem, shares: Readonly<Shares>): boolean =>
  caps.some(
    ({ columns, most }) =>
      columns.reduce((sum, { column, weight }) => sum + weight * (shares[column] as number), 0) > most + 1e-9,
  )
