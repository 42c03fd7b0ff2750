/**
 * What a little more of something is worth: cash, shares of a grant, wages. The regime of the plan is held (every switch where the plan has it), so
 * that a linear program says what the whole plan would make of it; once with more, once with less. Where the two differ the plan
 * stands on a kink, and both are shown. Prices of the relaxation itself would mean nothing.
 */
import { figureReturn } from '../return.ts'
import { modelOf } from './model.ts'
import type { Problem, Shares } from './problem.ts'
import { valuesOf } from './rows.ts'
import { score as scoreOf } from './score.ts'
import { programOf, type Solver } from './solver.ts'

/** What one unit more, or less, of something changes of the plan's value. Dollars of present value; null where nothing fits the regime. */
export interface ShadowPrice {
  readonly of: 'cash' | 'shares' | 'wages'
  /** The grant, or the year of the wages; null for cash. */
  readonly which: string | number | null
  readonly more: number | null
  readonly less: number | null
}

const steps = { cash: 1_000, shares: 10, wages: 1_000 } as const

/** @throws NotModelled for what the rows do not hold. */
export function shadowPrices(solver: Solver, of: Problem, plan: Readonly<Shares>, firstYear: number): ShadowPrice[] {
  const base = regimeValue(solver, of, plan)
  if (base === null) return []
  const price = (what: ShadowPrice['of'], which: ShadowPrice['which'], moved: (by: number) => Problem): ShadowPrice => {
    const step = steps[what]
    const [up, down] = [step, -step].map((by) => regimeValue(solver, moved(by), plan)) as [number | null, number | null]
    return {
      ...{ of: what, which, more: up === null ? null : (up - base) / step },
      less: down === null ? null : (base - down) / step,
    }
  }
  const year = of.years.findIndex((each) => each.year === firstYear)
  return [
    ...(of.cash ? [price('cash', null, (by) => withCash(of, by))] : []),
    ...of.sources.flatMap(({ kind, name }, s) =>
      kind === 'grant' ? [price('shares', name, (by) => withShares(of, s, by))] : [],
    ),
    ...(year >= 0 ? [price('wages', firstYear, (by) => withWages(of, year, by))] : []),
  ]
}

function regimeValue(solver: Solver, of: Problem, plan: Readonly<Shares>): number | null {
  const score = scoreOf(of)
  score.set(plan)
  score.value()
  const { model, shapes } = modelOf(of)
  shapes.forEach((shape, i) => {
    shape.taken.itemizes = score.itemized[i] === 1
  })
  const program = programOf(solver, model)
  try {
    return program.within(valuesOf(model, plan))?.bound ?? null
  } finally {
    program.dispose()
  }
}

const withCash = (of: Problem, by: number): Problem => ({
  ...of,
  cash: of.cash && { ...of.cash, start: of.cash.start + by },
})

const withShares = (of: Problem, at: number, by: number): Problem => ({
  ...of,
  sources: of.sources.map((source, s) =>
    s === at
      ? { ...source, shares: source.shares + by, vested: source.vested.map((count) => Math.max(0, count + by)) }
      : source,
  ),
})

/** More wages in one year, their own tax aside. */
function withWages(of: Problem, at: number, by: number): Problem {
  return {
    ...of,
    years: of.years.map((year, i) => {
      if (i !== at) return year
      const facts = { ...year.facts, wages: year.facts.wages + by }
      const own = figureReturn(facts, year.law).form1040.line24 - figureReturn(year.facts, year.law).form1040.line24
      return { ...year, facts, baseTax: year.baseTax + own }
    }),
  }
}
