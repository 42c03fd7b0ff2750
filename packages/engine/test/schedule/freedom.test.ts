import { describe, expect, test } from 'vitest'
import type { Problem, Shares } from '../../src/schedule/problem.ts'
import { type Found, searchOf } from '../../src/schedule/search.ts'
import { type Instance, problemOf } from '../../src/schedule/simplified.ts'
import { loadSolver } from '../../src/schedule/solver.ts'
import { smallInstance } from './enumerated.ts'
import { storedInstance } from './stored.ts'

const solver = await loadSolver()
const minute = 60_000

function certified(of: Problem, starts: readonly Shares[] = []): Found & { readonly gap: number } {
  const search = searchOf(solver, of)
  search.from(starts)
  search.prove({ gap: 0.5, nodes: 5_000 })
  const found = search.best()
  search.dispose()
  return { ...found, gap: (found.bound as number) - found.value }
}

/** The plan of one problem in another that has its columns and more. */
function moved(plan: Shares, from: Problem, to: Problem): Shares {
  const shares = new Float64Array(to.columns.length)
  from.columns.forEach(({ source, exercised, sold }, i) => {
    const at = to.columns.findIndex(
      (each) => each.source === source && each.exercised === exercised && each.sold === sold,
    )
    shares[at] = plan[i] as number
  })
  return shares
}

const freer: readonly (readonly [string, (of: Instance) => Instance])[] = [
  ['one more share of each grant', (of) => ({ ...of, grants: of.grants.map(oneMore) })],
  ['more cash', (of) => (of.cash0 === undefined ? of : { ...of, cash0: of.cash0 + 25_000 })],
  [
    'later expiry',
    (of) =>
      of.grants.every(({ expiry }) => expiry === undefined)
        ? of
        : { ...of, grants: of.grants.map(({ expiry: _, ...grant }) => grant) },
  ],
]

const oneMore = (grant: Instance['grants'][number]): Instance['grants'][number] => ({
  ...grant,
  shares: grant.shares + 1,
  vest: grant.vest?.map((vested, i, all) => (i === all.length - 1 ? vested + 1 : vested)),
})

/** Each instance with its certified plan. */
const cases = [
  ...['phaseout-26', 'credit-23', 'stranded-15', 'tiny-48'].map(storedInstance),
  ...Array.from({ length: 16 }, (_, i) => smallInstance(i + 101)),
].map((instance) => {
  const problem = problemOf(instance)
  return { instance, problem, before: certified(problem) }
})

describe('certified values', () => {
  test.each(freer)(
    '%s never lowers them',
    (_, more) => {
      const lowered: string[] = []
      for (const { instance, problem, before } of cases) {
        const freed = more(instance)
        if (freed === instance) continue
        const free = problemOf(freed)
        const alone = certified(free)
        const seeded = certified(free, [moved(before.shares, problem, free)])
        // By itself within the gaps; begun from the tighter plan, what is shown never falls
        if (alone.value < before.value - before.gap - alone.gap) lowered.push(`${instance.id}: alone`)
        if (seeded.value < before.value - 0.01) lowered.push(`${instance.id}: from the tighter plan`)
      }
      expect(lowered).toEqual([])
    },
    minute,
  )

  test(
    'planning again from the plan improves it by no more than the gap',
    () => {
      const improved: string[] = []
      for (const { instance, problem, before: first } of cases) {
        const again = certified(problem, [first.shares])
        if (again.value > first.value + first.gap) improved.push(instance.id)
        if (again.value < first.value - 0.01) improved.push(`${instance.id}: worse`)
      }
      expect(improved).toEqual([])
    },
    minute,
  )
})
