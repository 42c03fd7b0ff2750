/** A plan as it is shown: entries of a scenario file, year by year, and the prices of its days. */
import { type PlainDate, yearOf } from '../date.ts'
import { valueOn } from '../equity/grant.ts'
import { toCents } from '../money.ts'
import { type Judged, type Part, withPlan } from '../schedule/actions.ts'
import type { CaseProblem } from '../schedule/caseProblem.ts'
import { type StateYear, stateTaxOf } from '../stateYears.ts'
import { creditIntoNext } from '../timeline.ts'

/** One entry as a scenario file would have it. */
export type PlanEntry =
  | { readonly on: PlainDate; readonly exercise: number; readonly grant: string; readonly as: string }
  | { readonly on: PlainDate; readonly sell: number; readonly lot: string; readonly price: number }

/** One year of a plan. Dollars; taxes and credit are federal but for `stateTax`. */
export interface PlanYear {
  readonly year: number
  readonly exercised: number
  readonly sold: number
  readonly strike: number
  readonly proceeds: number
  readonly totalTax: number
  readonly amt: number
  readonly stateTax: number | null
  readonly creditLeft: number
  /** Of the cash there is, with what is set aside, what the plan has left at the end of the year; null where cash is not given. */
  readonly cash: number | null
}

/** A plan as entries of a scenario file, by day. */
export function entriesOf(problem: CaseProblem, parts: readonly Part[]): PlanEntry[] {
  const before = new Set(problem.base.plan)
  return withPlan(problem, parts).plan.flatMap((action): PlanEntry[] => {
    if (before.has(action)) return []
    if (action.kind === 'exercise')
      return [{ on: action.on, exercise: action.shares, grant: action.grant, as: action.as }]
    if (action.kind !== 'sell' || action.lot === null || action.price === null) return []
    return [{ on: action.on, sell: action.shares, lot: action.lot, price: toCents(action.price) }]
  })
}

/** Years of decision, and those of the tail in which credit still comes home. */
export function planYears(
  { first, last }: CaseProblem,
  { years, states }: Judged,
  parts: readonly Part[],
  cash: ArrayLike<number>,
): PlanYear[] {
  return years.flatMap((figured, i): PlanYear[] => {
    const { year } = figured
    const bill = states[i] as StateYear
    const exercised = parts.filter(({ fate }) => fate.exercisedOn !== null && yearOf(fate.exercisedOn) === year)
    const sold = parts.filter(({ fate }) => yearOf(fate.soldOn) === year)
    const credit = Math.max(0, creditIntoNext(figured))
    const used = figured.return.form8801.line25
    if (year < first || (year > last && credit < 0.005 && used < 0.005)) return []
    const total = (of: readonly Part[], amount: (part: Part) => number) =>
      of.reduce((sum, part) => sum + amount(part), 0)
    const state = stateTaxOf(bill)
    return [
      {
        ...{ year, exercised: total(exercised, ({ shares, fate }) => shares * fate.exercises) },
        sold: total(sold, ({ shares, fate }) => shares * fate.split),
        strike: toCents(total(exercised, ({ shares, fate }) => shares * fate.exercises * fate.strike)),
        proceeds: toCents(total(sold, ({ shares, fate }) => shares * fate.split * fate.price)),
        totalTax: toCents(figured.return.form1040.line24),
        amt: toCents(figured.return.form6251.line11),
        stateTax: state === null ? null : toCents(state),
        creditLeft: toCents(credit),
        cash: Number.isNaN(cash[i]) ? null : toCents(cash[i] as number),
      },
    ]
  })
}

/** Prices of the days on which the plan does something. */
export function pricesOf(
  { base }: CaseProblem,
  parts: readonly Part[],
): { readonly on: PlainDate; readonly fmv: number }[] {
  const days = parts.flatMap(({ fate }) => [...(fate.exercisedOn ? [fate.exercisedOn] : []), fate.soldOn])
  return [...new Set(days)]
    .sort()
    .map((on) => ({ on, fmv: toCents(valueOn(base.company.prices, base.company.splits, on) as number) }))
}
