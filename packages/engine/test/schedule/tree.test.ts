/** Decisions before it is known what becomes of the company: every plan of small trees is tried. */
import { describe, expect, test } from 'vitest'
import type { CaseProblem } from '../../src/schedule/caseProblem.ts'
import { searchOf } from '../../src/schedule/search.ts'
import { type Instance, problemOf } from '../../src/schedule/simplified.ts'
import { loadSolver } from '../../src/schedule/solver.ts'
import { type Branch, goalOf, type TreeAim, treeSearch } from '../../src/schedule/tree.ts'
import { bestOf } from './everyTreePlan.ts'
import { seeded } from './seeded.ts'

const solver = await loadSolver()

/** An instance with days: exercises in January, sales after them. */
function dated(of: Instance): CaseProblem {
  const problem = problemOf(of)
  const fates = problem.columns.map(({ source, exercised, sold }) => ({
    ...{ grant: `grant ${source}`, lot: exercised < 0 ? `lot ${source}` : null, strike: 0, price: 0, split: 1 },
    exercisedOn: exercised < 0 ? null : `${2026 + exercised}-01-15`,
    soldOn: `${2026 + sold}-01-20`,
  }))
  return { problem, fates } as unknown as CaseProblem
}

/** Two or three outcomes that are known from the second or third year on, of few fat shares. */
function treeOf(seed: number): Branch[] {
  const { between, whole, chance } = seeded(seed)
  const years = 3
  const known = whole(1, 2)
  const wages = Array.from({ length: years }, () => whole(60_000, 420_000))
  const early = Array.from({ length: known }, () => whole(8_000, 20_000))
  const grant = { K: whole(500, 6_000), shares: whole(2, 3), qual: whole(0, 1) }
  const lots = chance(0.4) ? [{ K: 1_000, amtBasis: whole(6_000, 16_000), shares: 1, qual: 0 }] : []
  const cash = chance(0.5) ? { cash0: whole(8_000, 60_000) } : {}
  const probabilities = chance(0.5) ? [0.4, 0.6] : [0.3, 0.3, 0.4]
  return probabilities.map((probability, b) => {
    const late = Array.from({ length: years - known }, () =>
      Math.round(between(b === 0 ? 0 : 4_000, b === 0 ? 3_000 : 60_000)),
    )
    const of: Instance = {
      ...{ id: `${seed}/${b}`, T: years, tail: 4, status: 'single', wages, price: [...early, ...late] },
      ...{ grants: [grant], lots, r: 0.05, indexing: 0.025, credit0: 0, regLoss0: 0, amtLoss0: 0, ...cash },
    }
    return { name: String(b), probability, known: `${2026 + known}-01-01`, from: dated(of) }
  })
}

const aims: readonly TreeAim[] = [
  { kind: 'expected' },
  { kind: 'worst' },
  { kind: 'riskAdjusted', aversion: 0.5, part: 0.4 },
]

describe('a tree of outcomes', () => {
  test('proved, it is the best of every plan there is, and its bound is never below', { timeout: 60_000 }, () => {
    for (let seed = 1; seed <= 14; seed++) {
      const branches = treeOf(seed)
      for (const aim of aims) {
        const best = bestOf(branches, aim)
        if (!Number.isFinite(best)) continue
        const tree = treeSearch(solver, branches, aim)
        tree.search()
        const quick = tree.found()
        expect(quick.bound, `${seed} ${aim.kind}`).toBeGreaterThanOrEqual(best - 0.01)
        expect(quick.goal).toBeLessThanOrEqual(best + 0.01)
        tree.prove({ gap: 0.01, nodes: 5_000 })
        const found = tree.found()
        expect(found.bound).toBeGreaterThanOrEqual(best - 0.01)
        expect(found.goal, `${seed} ${aim.kind}`).toBeCloseTo(best, 2)
        tree.dispose()
      }
    }
  })

  test('what is done before an outcome is known is the same in all', () => {
    for (let seed = 20; seed < 30; seed++) {
      const branches = treeOf(seed)
      const tree = treeSearch(solver, branches, { kind: 'expected' })
      tree.search()
      const { shares } = tree.found()
      const exercised = branches.map(({ from: { fates }, known }, b) => {
        const before = new Map<string, number>()
        fates.forEach(({ grant, exercisedOn }, i) => {
          if (exercisedOn !== null && exercisedOn < known)
            before.set(
              `${grant} ${exercisedOn}`,
              (before.get(`${grant} ${exercisedOn}`) ?? 0) + (shares[b]?.[i] as number),
            )
        })
        return [...before].filter(([, count]) => count > 0).sort()
      })
      for (const each of exercised) expect(each).toEqual(exercised[0])
      tree.dispose()
    }
  })

  test('of one outcome it is the plain search', () => {
    const [only] = treeOf(3) as [Branch]
    const one = [{ ...only, probability: 1 }]
    const tree = treeSearch(solver, one, { kind: 'expected' })
    tree.search()
    const search = searchOf(solver, only.from.problem)
    search.from([])
    search.prove({ gap: 0.01, nodes: 1_000 })
    const { value, bound } = search.best()
    expect(tree.found().goal).toBeLessThanOrEqual((bound as number) + 0.01)
    expect(tree.found().bound).toBeGreaterThanOrEqual(value - 0.01)
    search.dispose()
    tree.dispose()
  })

  test('aims: the mean, the worst, and the mean of the worst part', () => {
    const branches = [{ probability: 0.5 }, { probability: 0.3 }, { probability: 0.2 }]
    const values = [100, 40, -10]
    expect(goalOf({ kind: 'expected' }, branches, values)).toBeCloseTo(50 + 12 - 2, 9)
    expect(goalOf({ kind: 'worst' }, branches, values)).toBe(-10)
    // The worst fifth is -10; of the worst half, 0.2 at -10 and 0.3 at 40 make (−2 + 12) / 0.5 = 20
    expect(goalOf({ kind: 'riskAdjusted', aversion: 1, part: 0.2 }, branches, values)).toBeCloseTo(-10, 9)
    expect(goalOf({ kind: 'riskAdjusted', aversion: 1, part: 0.5 }, branches, values)).toBeCloseTo(20, 9)
    expect(goalOf({ kind: 'riskAdjusted', aversion: 0.25, part: 0.5 }, branches, values)).toBeCloseTo(
      0.75 * 60 + 0.25 * 20,
      9,
    )
  })
})
