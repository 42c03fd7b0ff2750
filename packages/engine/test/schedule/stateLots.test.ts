/**
 * Rows of states on shares whose AMT basis is far above their regular one, on itemizers and on falling prices: where AMT has less
 * than the regular tax, which a search along wages and gains alone does not come by.
 */
import { expect, test } from 'vitest'
import { stateModules } from '../../src/forms/states/modules.ts'
import { parseScenario } from '../../src/scenario/parseScenario.ts'
import { caseProblem } from '../../src/schedule/caseProblem.ts'
import { modelOf } from '../../src/schedule/model.ts'
import type { Problem, Shares } from '../../src/schedule/problem.ts'
import { broken, objectiveAt, valuesOf } from '../../src/schedule/rows.ts'
import { score } from '../../src/schedule/score.ts'
import { searchOf } from '../../src/schedule/search.ts'
import { loadSolver } from '../../src/schedule/solver.ts'
import { type Seeded, seeded } from './seeded.ts'

interface Household {
  readonly status: string
  readonly wages: number
  readonly lot: { readonly shares: number; readonly fmvAtExercise: number }
  readonly credit: number
  readonly growth: number
  readonly itemized?: object
}

const households: readonly Household[] = [
  { status: 'mfj', wages: 310_000, lot: { shares: 1_500, fmvAtExercise: 36 }, credit: 9_500, growth: 0.07 },
  { status: 'single', wages: 150_000, lot: { shares: 6_000, fmvAtExercise: 80 }, credit: 9_500, growth: -0.1 },
  {
    ...{ status: 'mfj', wages: 310_000, lot: { shares: 9_000, fmvAtExercise: 60 }, credit: 60_000, growth: 0.07 },
    itemized: { stateAndLocalTaxes: 12_000, realEstateTaxes: 9_000, mortgageInterest: 18_000, charityCash: 2_000 },
  },
]

/** Two grants and a lot over four years in one state. */
function problemIn(state: string, { status, wages, lot, credit, growth, itemized }: Household): Problem {
  const people = [{ born: '1985-05-20' }, { born: '1986-11-02' }].slice(0, status === 'mfj' ? 2 : 1)
  const vesting = (from: string) => ({ from, months: 48, cliffMonths: 12 })
  const of = parseScenario({
    isoline: 1,
    household: { status, people, residence: [{ from: '2015-01-01', state }] },
    incomes: {
      2026: { wages, interest: 2_400, ...(itemized && { itemized }) },
      2027: { like: 2026, wages: wages + 15_000 },
    },
    company: { name: 'Test', listed: true, prices: [{ on: '2026-01-02', fmv: 42 }] },
    grants: [
      {
        ...{ id: 'first', kind: 'iso', on: '2021-03-15', shares: 14_000, strike: 3, fmvAtGrant: 3 },
        ...{ expires: '2031-03-14', vesting: vesting('2021-03-15') },
      },
      {
        ...{ id: 'refresher', kind: 'iso', on: '2024-02-10', shares: 8_000, strike: 19, fmvAtGrant: 19 },
        ...{ expires: '2034-02-09', vesting: vesting('2024-02-10') },
      },
    ],
    lots: [{ id: 'spring', grant: 'first', exercised: '2025-03-03', ...lot }],
    carryforwards: { minimumTaxCredit: credit },
  })
  return caseProblem(of, {
    ...{ from: '2026-01-02', horizon: 2029, tail: 3, growth, saved: 0, december: false, discount: 0.05 },
    ...{ neverPast: false, keep: 0, concentration: null },
  }).problem
}

/** A plan with up to three fates for each source, within what has vested. */
function planOf({ columns, sources }: Problem, { whole, pick }: Seeded): Shares {
  const shares = new Float64Array(columns.length)
  sources.forEach((source, s) => {
    const own = columns.flatMap((column, i) => (column.source === s ? [i] : []))
    let left = source.kind === 'lot' ? source.shares : whole(0, source.vested[0] as number)
    for (let fates = whole(1, 3); fates > 0; fates--) {
      const at = pick(own)
      const some = fates === 1 ? left : whole(0, left)
      shares[at] = (shares[at] as number) + some
      left -= some
    }
  })
  return shares
}

test('no state asks less by its forms than by its rows, on any of many plans', { timeout: 60_000 }, () => {
  for (const { book } of stateModules)
    for (const [h, household] of households.entries()) {
      const random = seeded(h + 1)
      const problem = problemIn(book.state, household)
      const { model, shapes } = modelOf(problem)
      const judge = score(problem)
      for (let i = 0; i < 40; i++) {
        const plan = planOf(problem, random)
        judge.set(plan)
        const value = judge.value()
        shapes.forEach((shape, y) => {
          shape.taken.itemizes = judge.itemized[y] === 1
        })
        const values = valuesOf(model, plan)
        expect(objectiveAt(model, values), `${book.state} ${h}`).toBeGreaterThanOrEqual(value - 0.01)
        expect(broken(model, values, 1e-3), `${book.state} ${h}`).toEqual([])
      }
    }
})

test('where a state follows federal tax or credit there is a plan and no bound, elsewhere there is one', async () => {
  const solver = await loadSolver()
  for (const state of ['AL', 'CA', 'CO', 'MO', 'NY', 'OR']) {
    const search = searchOf(solver, problemIn(state, households[0] as Household))
    search.from([])
    const rough = ['AL', 'CO', 'MO', 'OR'].includes(state)
    expect(search.rough, state).toEqual(rough ? [state] : [])
    expect(search.best().bound === null, state).toBe(rough)
    search.dispose()
  }
})
