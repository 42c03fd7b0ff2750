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
import { fullProblem, inBlocks } from './problems.ts'

const usual = 50
const wanted = Number(process.env['ISOLINE_CASES'] ?? usual)
const mostPlans = wanted > usual ? 300_000 : 30_000
const solver = await loadSolver()
const hour = 3_600_000

interface SmallCase {
  readonly name: string
  readonly problem: Problem
}

/** Cases with plans to choose from, and not more of them than can be gone through. */
function* small(problemOf: (seed: number) => Problem, count: number, most: number): Generator<SmallCase> {
  for (let [seed, found] = [1, 0]; found < count; seed++) {
    const problem = problemOf(seed)
    const plans = plansOf(problem, most + 1)
    if (plans < 8 || plans > most) continue
    found++
    yield { name: `case ${seed}`, problem }
  }
}

/** Cases in which the search misses the best of all plans, or a bound lies below it. */
function missed(cases: Iterable<SmallCase>): { readonly off: readonly string[]; readonly compared: number } {
  const off: string[] = []
  let compared = 0
  for (const { name, problem } of cases) {
    const best = bestOfAll(problem, scoreOf(problem))
    if (!best) continue
    compared++
    const search = searchOf(solver, problem)
    search.from([])
    search.prove({ gap: 0.01, nodes: 20_000 })
    const { value } = search.best()
    search.dispose()
    if (Math.abs(value - best.value) > 0.01) off.push(`${name}: ${value} of ${best.value}`)
    for (const [kind, bound] of Object.entries(boundsOf(solver, problem)))
      if (bound < best.value - 0.005) off.push(`${name}: ${kind} bound ${bound} below ${best.value}`)
  }
  return { off, compared }
}

const simplified = (seed: number): Problem => problemOf(smallInstance(seed))

test(
  `the best of every plan is found and no bound lies below it, in ${wanted} small cases`,
  () => {
    const { off, compared } = missed(small(simplified, wanted, mostPlans))
    expect(off).toEqual([])
    expect(compared).toBeGreaterThan(0.9 * wanted)
  },
  hour,
)

// The program may take another deduction than the forms do: its bound is then too high, and its plan the forms' all the same
test.each([
  ['one way to deduct', { shortTerm: false, cash: true, choices: false }],
  ['everything a year may hold', { shortTerm: true, cash: false, choices: true }],
] as const)(
  'and in small cases on the whole federal law, with %s',
  (_, features) => {
    const cases = small((seed) => inBlocks(fullProblem(seed, features)), wanted / 2, mostPlans / 10)
    expect(missed(cases).off).toEqual([])
  },
  hour,
)
