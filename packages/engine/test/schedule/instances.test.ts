import { describe, expect, test } from 'vitest'
import { score as scoreOf } from '../../src/schedule/score.ts'
import { searchOf } from '../../src/schedule/search.ts'
import { problemOf } from '../../src/schedule/simplified.ts'
import { loadSolver } from '../../src/schedule/solver.ts'
import { sharesOf, stored } from './stored.ts'

const solver = await loadSolver()
const minute = 60_000

describe.each(stored.map((each) => [each.id, each] as const))('%s', (_, each) => {
  const problem = problemOf(each.instance)
  const optimum = each.best.value

  test('the stored plan is worth what is stored, and cash allows it', () => {
    const score = scoreOf(problem)
    score.set(sharesOf(problem, each))
    expect(Math.abs(score.value() - optimum)).toBeLessThanOrEqual(0.02)
    expect(score.shortBy()).toBe(0)
  })

  test(
    'within 0.05 % at once; proved within a dollar, and no bound below the optimum',
    () => {
      const search = searchOf(solver, problem)
      search.from([])
      const quick = search.best()
      expect(quick.value).toBeGreaterThanOrEqual(optimum - 0.0005 * Math.abs(optimum))
      expect(quick.value).toBeLessThanOrEqual(optimum + 0.02)
      expect(quick.bound).toBeGreaterThanOrEqual(optimum - 0.01)
      search.prove({ gap: 0.5, nodes: 20_000 })
      const proved = search.best()
      expect(proved.proved).toBe(true)
      expect(Math.abs(proved.value - optimum)).toBeLessThanOrEqual(1)
      expect(proved.bound).toBeGreaterThanOrEqual(optimum - 0.01)
      expect(proved.bound).toBeLessThanOrEqual(optimum + 1)
      search.dispose()
    },
    minute,
  )
})
