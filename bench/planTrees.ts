/** Made-up companies with outcomes for the bench: branches of an instance that differ from some year on. Seeded. */
import type { CaseProblem } from '../packages/engine/src/schedule/caseProblem.ts'
import { problemOf } from '../packages/engine/src/schedule/simplified.ts'
import type { Branch } from '../packages/engine/src/schedule/tree.ts'
import { planInstance } from './planInstances.ts'

/** Branches of so many years, two grants and a lot each; what becomes of the company is known from the middle on. */
export function planTree(seed: number, years: number, outcomes: number): Branch[] {
  const known = Math.floor(years / 2)
  const of = planInstance(seed, { years, grants: 2, lots: 1, rough: false })
  return Array.from({ length: outcomes }, (_, b): Branch => {
    // From nothing at all to twice the price that was expected
    const price = of.price.map((each, t) =>
      t < known ? each : Math.round(each * ((2 * b) / (outcomes - 1)) * 100) / 100,
    )
    const problem = problemOf({ ...of, id: `${of.id}/${b}`, price })
    const fates = problem.columns.map(({ source, exercised, sold }) => ({
      ...{ grant: String(source), lot: exercised < 0 ? String(source) : null, strike: 0, price: 0 },
      ...{ exercises: 1, split: 1 },
      exercisedOn: exercised < 0 ? null : `${2026 + exercised}-01-15`,
      soldOn: `${2026 + sold}-01-20`,
    }))
    // The search of a tree asks a branch for its problem and its days alone
    const from = { problem, fates } as Pick<CaseProblem, 'problem' | 'fates'> as CaseProblem
    return { name: String(b), probability: 1 / outcomes, known: `${2026 + known}-01-01`, from }
  })
}
