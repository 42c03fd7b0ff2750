import { expect, test } from 'vitest'
import type { Problem } from '../../src/schedule/problem.ts'
import { score as scoreOf } from '../../src/schedule/score.ts'
import { searchOf } from '../../src/schedule/search.ts'
import { problemOf } from '../../src/schedule/simplified.ts'
import { loadSolver } from '../../src/schedule/solver.ts'
import { boundsOf } from './bounds.ts'
import { smallInstance } from './enumerated.ts'
import { fullProblem, randomPlan } from './problems.ts'
import { seeded } from './seeded.ts'
import { stored } from './stored.ts'

const solver = await loadSolver()
const minute = 60_000
/** Stored instances whose proof takes well under a second. */
const quick = new Set(['phaseout-26', 'credit-23', 'stranded-34', 'stranded-15', 'tiny-48', 'tiny-86'])

/** The best of many random plans that cash allows, and of the search. */
function bestSeen(of: Problem, plans: number): number {
  const score = scoreOf(of)
  const draw = seeded(plans)
  let best = Number.NEGATIVE_INFINITY
  for (let k = 0; k < plans; k++) {
    score.set(randomPlan(of, draw))
    const value = score.value()
    if (score.shortBy() === 0) best = Math.max(best, value)
  }
  const search = searchOf(solver, of)
  search.from([])
  const { shares } = search.best()
  search.dispose()
  score.set(shares)
  const found = score.value()
  return score.shortBy() === 0 ? Math.max(best, found) : best
}

/** Bounds that a plan beats. */
function beaten(name: string, of: Problem): string[] {
  const best = bestSeen(of, 100)
  return Object.entries(boundsOf(solver, of, 200)).flatMap(([kind, bound]) =>
    best > bound + 0.01 ? [`${name}: ${kind} bound ${bound}, plan ${best}`] : [],
  )
}

test(
  'no plan beats a bound on the simplified law',
  () => {
    const instances = [
      ...stored.filter(({ id }) => quick.has(id)).map(({ instance }) => instance),
      ...Array.from({ length: 25 }, (_, i) => smallInstance(i)),
    ]
    expect(instances.flatMap((each) => beaten(each.id, problemOf(each)))).toEqual([])
  },
  minute,
)

test(
  'no plan beats a bound on the whole federal law',
  () => {
    const seeds = Array.from({ length: 40 }, (_, i) => i)
    expect(
      seeds.flatMap((seed) =>
        beaten(`${seed}`, fullProblem(seed, { shortTerm: seed % 2 === 0, cash: seed % 3 === 0, choices: true })),
      ),
    ).toEqual([])
  },
  minute,
)
