/** Fewer actions: what is given up for them is what it says, and the plan stays one that may be. */
import { expect, test } from 'vitest'
import { worthOf } from '../../src/schedule/exchange.ts'
import { movesOf } from '../../src/schedule/moves.ts'
import type { Problem, Shares } from '../../src/schedule/problem.ts'
import { score as scoreOf } from '../../src/schedule/score.ts'
import { problemOf } from '../../src/schedule/simplified.ts'
import { actionsIn, simplified, worthAnAction } from '../../src/schedule/simplify.ts'
import { fullProblem, randomPlan } from './problems.ts'
import { seeded } from './seeded.ts'

const features = { shortTerm: true, cash: true, choices: true }
const cases = Array.from({ length: 40 }, (_, i) => {
  const of = fullProblem(i + 1, features)
  return { of, plan: randomPlan(of, seeded(i + 77)), score: scoreOf(of), moves: movesOf(of) }
})

const worthIn = (score: ReturnType<typeof scoreOf>, shares: Shares): number => {
  score.set(shares)
  return worthOf(score)
}

/** Shares counted whole, within what vests, lots sold out. */
function fits({ sources, columns }: Problem, shares: Shares): boolean {
  return sources.every((source, s) => {
    const own = columns.flatMap((column, i) => (column.source === s ? [{ column, count: shares[i] as number }] : []))
    const by = (day: number) => own.reduce((sum, { column, count }) => sum + (column.exercised <= day ? count : 0), 0)
    const whole = own.every(({ count }) => count >= 0 && Number.isInteger(count))
    if (source.kind === 'lot') return whole && (own.length === 0 || by(Number.POSITIVE_INFINITY) === source.shares)
    return whole && source.vested.every((vested, day) => by(day) <= Math.min(vested, source.shares))
  })
}

test('without a limit no more is lost than what an action is worth, for each action less', () => {
  for (const { of, plan, score, moves } of cases) {
    const fewer = simplified(of, score, moves, plan, Number.POSITIVE_INFINITY)
    const less = actionsIn(plan) - actionsIn(fewer)
    score.set(plan)
    const lost = less * worthAnAction(score.value())
    expect(less).toBeGreaterThanOrEqual(0)
    expect(worthIn(score, fewer)).toBeGreaterThanOrEqual(worthIn(score, plan) - lost - 1e-6)
    expect(fits(of, fewer)).toBe(true)
  }
})

test('with a limit no more actions are left than it allows, where lots do not need them', () => {
  for (const { of, plan, score, moves } of cases) {
    const lots = of.sources.filter(({ kind }) => kind === 'lot').length
    for (const most of [0, 1, 2, 3]) {
      const fewer = simplified(of, score, moves, plan, most)
      expect(actionsIn(fewer)).toBeLessThanOrEqual(Math.max(most, lots))
      expect(fits(of, fewer)).toBe(true)
    }
  }
})

/** One grant of 1,000 shares at 2, two years, a price of 20 and 22, wages of 100,000: a spread of 18,000 makes no AMT. */
const small = problemOf({
  ...{ id: 'small', T: 2, tail: 2, status: 'single', wages: [100_000], price: [20, 22], r: 0, indexing: 0 },
  ...{ credit0: 0, regLoss0: 0, amtLoss0: 0, lots: [] },
  grants: [{ K: 2, shares: 1_000, qual: 0 }],
})
const column = (exercised: number, sold: number): number =>
  small.columns.findIndex((each) => each.exercised === exercised && each.sold === sold)

test('a sliver goes where it costs least: one share sold at once joins those that are held', () => {
  const plan = new Float64Array(small.columns.length)
  plan[column(0, 1)] = 999
  plan[column(0, 0)] = 1
  const fewer = simplified(small, scoreOf(small), movesOf(small), plan, Number.POSITIVE_INFINITY)
  expect(actionsIn(fewer)).toBe(1)
  expect(fewer[column(0, 1)]).toBe(1_000)
})

test('what costs more than a dollar stays, until fewer are asked for', () => {
  const plan = new Float64Array(small.columns.length)
  plan[column(0, 1)] = 500
  // Wages of 2 - 20 a share at 22 or 24 % are worth less than gain at 15 %, and more than nothing
  plan[column(1, 1)] = 500
  const score = scoreOf(small)
  const one = simplified(small, score, movesOf(small), plan, 1)
  expect(actionsIn(one)).toBe(1)
  // All held: 20,000 of gain at 15 %
  expect(worthIn(score, one)).toBeCloseTo(20_000 - 3_000, 2)
})

test('nothing to take out is left as it is', () => {
  const nothing = new Float64Array(small.columns.length)
  expect([...simplified(small, scoreOf(small), movesOf(small), nothing, 0)]).toEqual([...nothing])
})
