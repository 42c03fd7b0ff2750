/**
 * The search and its bound against every plan there is. `npm test` takes 50 cases of up to 30,000 plans; with
 * `ISOLINE_CASES=500` in the environment that many, of up to 300,000 plans each.
 */
import { expect, test } from 'vitest'
import type { Problem } from '../../src/schedule/problem.ts'
import { score as scoreOf } from '../../src/schedule/score.ts'
import { searchOf } from '../../src/schedule/search.ts'
import { problemOf } from '../../src/schedule/simplified.ts'
import { loadSolver } from '../../src/schedule/solver.ts'
import { boundsOf } from './bounds.ts'
import { bestOfAll, plansOf, smallInstance } from './enumerated.ts'

const usual = 50
const wanted = Number(process.env['ISOLINE_CASES'] ?? usual)
const mostPlans = wanted > usual ? 300_000 : 30_000
const solver = await loadSolver()
const hour = 3_600_000

/** Cases with plans to choose from, and not more of them than can be gone through. */
function* cases(): Generator<{ seed: number; problem: Problem }> {
  for (let [seed, found] = [1, 0]; found < wanted; seed++) {
    const problem = problemOf(smallInstance(seed))
    const plans = plansOf(problem, mostPlans + 1)
    if (plans < 8 || plans > mostPlans) continue
    found++
    yield { seed, problem }
  }
}

test(
  `the best of every plan is found and no bound lies below it, in ${wanted} small cases`,
  () => {
    const off: string[] = []
    let compared = 0
    for (const { seed, problem } of cases()) {
      const best = bestOfAll(problem, scoreOf(problem))
      if (!best) continue
      compared++
      const search = searchOf(solver, problem)
      search.from([])
      search.prove({ gap: 0.01, nodes: 20_000 })
      const { value } = search.best()
      search.dispose()
      if (Math.abs(value - best.value) > 0.01) off.push(`case ${seed}: ${value} of ${best.value}`)
      for (const [name, bound] of Object.entries(boundsOf(solver, problem)))
        if (bound < best.value - 0.005) off.push(`case ${seed}: ${name} bound ${bound} below ${best.value}`)
    }
    expect(off).toEqual([])
    expect(compared).toBeGreaterThan(0.9 * wanted)
  },
  hour,
)
