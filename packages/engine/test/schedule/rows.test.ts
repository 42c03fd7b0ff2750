import { describe, expect, test } from 'vitest'
import { modelOf } from '../../src/schedule/model.ts'
import type { Problem } from '../../src/schedule/problem.ts'
import { score as scoreOf } from '../../src/schedule/score.ts'
import { problemOf } from '../../src/schedule/simplified.ts'
import { loadSolver, programOf } from '../../src/schedule/solver.ts'
import { statuses } from '../laws.ts'
import { carriedThrough } from './carried.ts'
import { smallInstance } from './enumerated.ts'
import { type Features, fullProblem, randomPlan } from './problems.ts'
import { seeded } from './seeded.ts'
import { stored } from './stored.ts'

const solver = await loadSolver()
const minute = 60_000

/** Where plans carried through the rows are worth something else there than by the forms, or break a row. */
function differences(name: string, of: Problem, plans: number): string[] {
  const rows = modelOf(of)
  const score = scoreOf(of)
  const draw = seeded(plans)
  const off: string[] = []
  for (let k = 0; k < plans; k++) {
    const plan = randomPlan(of, draw)
    const carried = carriedThrough(rows, score, plan)
    if (score.shortBy() > 0) continue
    if (Math.abs(carried.model - carried.score) > 0.001) off.push(`${name}: ${carried.model}, forms ${carried.score}`)
    for (const { what, by } of carried.broken) off.push(`${name}: ${what} by ${by}`)
  }
  return off
}

describe('a plan carried through the rows is worth what the forms say and breaks none', () => {
  test('stored and small instances on the simplified law', () => {
    const instances = [
      ...stored.map(({ instance }) => instance),
      ...Array.from({ length: 60 }, (_, i) => smallInstance(i)),
    ]
    expect(instances.flatMap((each) => differences(each.id, problemOf(each), 20))).toEqual([])
  })

  test.each(statuses)(
    '%s: the whole federal law, with whatever a year may hold',
    (status) => {
      const off: string[] = []
      for (let seed = 1; seed <= 60; seed++)
        for (const shortTerm of [false, true])
          for (const cash of [false, true])
            off.push(...differences(`${seed}`, fullProblem(seed, { ...anything, status, shortTerm, cash }), 10))
      expect(off).toEqual([])
    },
    minute,
  )

  test(
    'and by the other readings of the law',
    () => {
      const off: string[] = []
      for (const status of statuses)
        for (let seed = 1; seed <= 30; seed++)
          off.push(...differences(`${seed}`, readOtherwise(fullProblem(seed, { ...anything, status })), 10))
      expect(off).toEqual([])
    },
    minute,
  )
})

/** The same problem by the other reading of whatever is open in the law. */
const readOtherwise = (of: Problem): Problem => ({
  ...of,
  years: of.years.map((year) => ({
    ...year,
    law: {
      ...year.law,
      ...{ exclusionGainsRegular: 0, overallLimitationRestored: 0, nonItemizerGiftAllowedInAmt: 0 },
      amtiIncreaseRate: year.law.amtiIncreaseRate / 2,
    },
  })),
})

const anything: Features = { shortTerm: true, cash: false, choices: true }

/** The most that the rows let a plan be worth, its shares held. */
function mostOf(of: Problem, plan: ArrayLike<number>): number {
  const { model } = modelOf(of)
  const variables = model.variables.map((each, i) =>
    i < plan.length ? { ...each, low: plan[i] as number, high: plan[i] as number } : each,
  )
  const program = programOf(solver, { ...model, variables })
  const proof = program.proved(null, { gap: 0.001, nodes: 20_000 })
  program.dispose()
  return proof?.bound ?? Number.NEGATIVE_INFINITY
}

function apartWithin(features: Features, count: number): number[] {
  return Array.from({ length: count }, (_, i) => {
    const problem = fullProblem(i + 1, features)
    const plan = randomPlan(problem, seeded(i))
    const score = scoreOf(problem)
    score.set(plan)
    const value = score.value()
    return mostOf(problem, plan) - value
  })
}

describe('solved with the shares of a plan held, the program', () => {
  test(
    'gives the value of the forms',
    () => {
      for (const apart of apartWithin({ shortTerm: false, cash: false, choices: false }, 60))
        expect(Math.abs(apart)).toBeLessThan(0.02)
    },
    minute,
  )

  test(
    'gives the least AMT of the forms, where that is the aim and a high regular tax is rewarded',
    () => {
      for (let seed = 1; seed <= 60; seed++) {
        const full = fullProblem(seed, { shortTerm: false, cash: false, choices: false })
        const problem: Problem = { ...full, aim: { valueAtLeast: -1e9 } }
        const plan = randomPlan(problem, seeded(seed))
        const score = scoreOf(problem)
        score.set(plan)
        score.value()
        const amt = problem.years.reduce((sum, { taxWorth }, i) => sum + taxWorth * (score.amt[i] as number), 0)
        expect(mostOf(problem, plan)).toBeCloseTo(-amt, 1)
      }
    },
    minute,
  )

  // Three things the rows hold only from above, so that a bound is never too low but may be too high: which deduction is
  // taken (the forms take the lower tax of the year, the rows whatever is best over all years), credits that find no tax to
  // come off, and which part of a loss carried on is short-term.
  test(
    'never gives less, with a choice of deductions, credits larger than tax, and losses of both terms',
    () => {
      for (const apart of apartWithin(anything, 60)) expect(apart).toBeGreaterThan(-0.01)
    },
    minute,
  )
})
