/** A plan as actions of the case, and what the whole engine says of it: the judge of every plan that is shown. */
import type { Case } from '../case.ts'
import type { Action } from '../equity/action.ts'
import type { Rounding } from '../law/federal/law.ts'
import { type StateYear, stateTaxOf, stateYears } from '../stateYears.ts'
import { type FiguredYear, yearsTo } from '../timeline.ts'
import { type CaseProblem, exerciseOf, type Fate, pastLimit, sellOf } from './caseProblem.ts'
import type { Shares } from './problem.ts'

/** Shares of one fate. */
export interface Part {
  readonly fate: Fate
  readonly shares: number
}

/**
 * The fates a plan takes shares of, by day of exercise, source and day of sale: on one day a grant's ISO shares come before those past
 * the limit, as an exercise takes them.
 */
export const partsOf = ({ fates, problem }: CaseProblem, shares: Readonly<Shares>): Part[] =>
  fates
    .flatMap((fate, i) => {
      const { source } = problem.columns[i] as (typeof problem)['columns'][number]
      return (shares[i] as number) > 0 ? [{ fate, shares: shares[i] as number, source }] : []
    })
    .sort(
      (one, other) =>
        alphabetical(one.fate.exercisedOn ?? '', other.fate.exercisedOn ?? '') ||
        one.source - other.source ||
        alphabetical(one.fate.soldOn, other.fate.soldOn),
    )
    .map(({ fate, shares: count }) => ({ fate, shares: count }))

const alphabetical = (one: string, other: string): number => (one < other ? -1 : one === other ? 0 : 1)

/**
 * A plan in the order in which an exercise takes shares: a grant's ISO shares before those past the limit. Columns may take them otherwise; what is
 * exercised and sold when stays as it is. Those sold latest are ISO shares first.
 */
export function isoFirst(from: CaseProblem, shares: Readonly<Shares>): Shares {
  const ordered = Float64Array.from(shares)
  from.problem.sources.forEach(({ name }, nonstatutory) => {
    const iso = from.problem.sources.findIndex((each) => name === pastLimit(each.name))
    if (iso >= 0) orderGrant(from, ordered, iso, nonstatutory)
  })
  return ordered
}

function orderGrant({ problem, fates }: CaseProblem, shares: Shares, iso: number, nonstatutory: number): void {
  const { columns, sources } = problem
  const pairs = columns.flatMap(({ source }, at) => {
    const { exercisedOn, soldOn } = fates[at] as Fate
    if (source !== iso || exercisedOn === null) return []
    const other = fates.findIndex(
      (fate, i) => columns[i]?.source === nonstatutory && fate.exercisedOn === exercisedOn && fate.soldOn === soldOn,
    )
    return other < 0 ? [] : [{ at, other, exercisedOn, soldOn }]
  })
  const { vested, shares: most } = sources[iso] as (typeof sources)[number]
  const taken = (on: string): number =>
    columns.reduce((sum, { source }, i) => {
      const day = (fates[i] as Fate).exercisedOn
      return source === iso && day !== null && day <= on ? sum + (shares[i] as number) : sum
    }, 0)
  for (const on of [...new Set(pairs.map(({ exercisedOn }) => exercisedOn))].sort()) {
    const own = pairs.filter(({ exercisedOn }) => exercisedOn === on)
    const slot = columns[own[0]?.at as number]?.exercised as number
    let left = Math.min(most, vested[slot] as number) - taken(on)
    const move = (from: number, to: number, count: number): void => {
      shares[from] = (shares[from] as number) - count
      shares[to] = (shares[to] as number) + count
    }
    for (const { at, other } of own.toSorted((one, two) => alphabetical(two.soldOn, one.soldOn))) {
      const count = Math.min(Math.max(0, left), shares[other] as number)
      move(other, at, count)
      left -= count
    }
    // Taken on an earlier day now: those sold first are the ones past the limit
    for (const { at, other } of own.toSorted((one, two) => alphabetical(one.soldOn, two.soldOn))) {
      const count = Math.min(Math.max(0, -left), shares[at] as number)
      move(at, other, count)
      left += count
    }
  }
}

/** The case with a plan in it. Shares left at the horizon are sold there, at their value. */
export function withPlan({ base }: CaseProblem, parts: readonly Part[]): Case {
  const { listed } = base.company
  const actions = parts.flatMap(({ fate, shares }, i): Action[] => {
    const { grant, lot, exercisedOn, soldOn, price, exercises, split } = fate
    const held = lot ?? nameOf(base, `${grant}@${exercisedOn}`, i)
    const exercise = exercisedOn === null ? [] : [exerciseOf(grant, exercisedOn, shares * exercises, held)]
    return [...exercise, sellOf(held, soldOn, shares * split, price, listed)]
  })
  return {
    ...base,
    plan: [...base.plan, ...actions].sort((one, other) => (one.on < other.on ? -1 : one.on === other.on ? 0 : 1)),
  }
}

/** A name for a lot that no other has. */
const nameOf = ({ lots, plan }: Case, name: string, i: number): string => {
  const wanted = `${name} ${i + 1}`
  const used =
    lots.some(({ id }) => id === wanted) || plan.some((action) => action.kind === 'exercise' && action.as === wanted)
  return used ? `${wanted}'` : wanted
}

/** What the engine says of a plan: every year with its states. */
export interface Judged {
  readonly of: Case
  readonly years: readonly FiguredYear[]
  readonly states: readonly StateYear[]
  /** As `Score.value`, by the whole engine, with state tax as far as it can be figured. */
  readonly value: number
  /** Whether every state's tax of the years that count could be. */
  readonly whole: boolean
}

/** @throws NotModelled, InputError as the years do. */
export function judge(from: CaseProblem, parts: readonly Part[], rounding: Rounding = 'exact'): Judged {
  const of = withPlan(from, parts)
  const { problem, first } = from
  const end = problem.years.at(-1)?.year ?? first
  const years = yearsTo(of, end, rounding)
  const states = stateYears(of, years)
  let value = parts.reduce((sum, part) => sum + worthOfPart(from, part), 0)
  let whole = true
  for (const [i, { taxWorth, baseTax, past }] of problem.years.entries()) {
    if (past) continue
    const state = states[i] as StateYear
    const known = state.returns.reduce((sum, { summary }) => sum + summary.tax, 0)
    whole &&= stateTaxOf(state) !== null
    value -= taxWorth * ((years[i] as FiguredYear).return.form1040.line24 + known - baseTax)
  }
  return { of, years, states, value, whole }
}

const worthOfPart = ({ fates, problem }: CaseProblem, { fate, shares }: Part): number =>
  shares * (problem.columns[fates.indexOf(fate)]?.worth as number)
