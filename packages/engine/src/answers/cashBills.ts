/** What the exercises that are tested ask for in cash, by date: strike on the day, and the tax they add when it is due. */
import type { Case } from '../case.ts'
import { type PlainDate, yearOf } from '../date.ts'
import { type Exercise, sharesOf } from '../equity/shares.ts'
import { returnDue } from '../law/federal/dueDates.ts'
import type { Rounding } from '../law/federal/law.ts'
import { toCents } from '../money.ts'
import { figureReturn } from '../return.ts'
import { type FiguredYear, yearsTo } from '../timeline.ts'
import type { Payment } from './cash.ts'
import { withoutExercises } from './common.ts'
import { costOf } from './cost.ts'
import { stateBills } from './stateBills.ts'

/** What is tested: tax years, the first payment that counts of years before the one asked, and in which rounding. */
export interface Tested {
  readonly year: number
  readonly years: readonly number[]
  readonly asOf: PlainDate
  readonly rounding: Rounding
}

/** One payment, what kind it is, and the tax year it belongs to. */
export interface Bill extends Payment {
  readonly kind: 'strike' | 'sale' | 'tax'
  readonly year: number
}

/** The bills of the years tested. Dollars, not rounded. */
export interface CashBills {
  readonly exercises: readonly Exercise[]
  readonly payments: readonly Bill[]
  readonly strike: number
  /** What shares sold on the day of their exercise bring. */
  readonly proceeds: number
  readonly federalTax: number
  /** What is known of the states' part; `unknown` names those that cannot be figured. */
  readonly stateTax: number
  readonly unknown: readonly string[]
  /** Tax of lots that were exercised in these years before the plan begins. */
  readonly earlierTax: number
}

/** The bills of a case, by `costOf` year by year; those of years before the one asked only as far as they are still due. */
export function cashBills(of: Case, tested: Tested): CashBills {
  const last = tested.years.at(-1) as number
  const far = { ...of, assumptions: { ...of.assumptions, horizon: Math.max(of.assumptions.horizon, last) } }
  const figured = yearsTo(far, last, tested.rounding)
  const all = tested.years.map((year) => {
    const upTo = figured.slice(0, figured.findIndex((each) => each.year === year) + 1)
    return billsOf(far, upTo, year < tested.year ? tested.asOf : '')
  })
  const sum = (amount: (bills: CashBills) => number): number => all.reduce((total, each) => total + amount(each), 0)
  return {
    exercises: all.flatMap(({ exercises }) => exercises),
    payments: all.flatMap(({ payments }) => payments).sort((one, other) => (one.on < other.on ? -1 : 1)),
    ...{ strike: sum(({ strike }) => strike), proceeds: sum(({ proceeds }) => proceeds) },
    ...{ federalTax: sum(({ federalTax }) => federalTax), stateTax: sum(({ stateTax }) => stateTax) },
    unknown: [...new Set(all.flatMap(({ unknown }) => unknown))],
    earlierTax: sum(({ earlierTax }) => earlierTax),
  }
}

/** The last of `years`; payments before `since` are made already. */
function billsOf(of: Case, years: readonly FiguredYear[], since: PlainDate): CashBills {
  const figured = years.at(-1) as FiguredYear
  const { year, dispositions } = figured
  const cost = costOf(of, years)
  const exercises = figured.exercises.filter((each) => each.planned && yearOf(each.on) === year)
  const names = new Set(exercises.map(({ id }) => id))
  const sales = dispositions
    .filter(({ lot, sale }) => sale.sold === 1 && names.has(lot))
    .map(({ on, lot, sale }) => ({ on, what: `shares of ${lot} sold`, amount: -sale.proceeds, kind: 'sale' as const }))
  const earlier = earlierBills(of, years)
  const payments: Omit<Bill, 'year'>[] = [
    ...exercises.map(({ on, id, cashPaid }) => ({
      ...{ on, what: `strike of ${id}`, amount: cashPaid, kind: 'strike' as const },
    })),
    ...sales,
    { on: returnDue(year), what: `federal tax added for ${year}`, amount: cost.tax, kind: 'tax' },
    ...cost.states.bills.map(({ state, added, dueOn }) => ({
      ...{ on: dueOn, what: `${state} tax added for ${year}`, amount: added.tax, kind: 'tax' as const },
    })),
    ...earlier.map((each) => ({ ...each, kind: 'tax' as const })),
  ]
  const due = payments.filter(({ on, amount }) => on >= since && Math.abs(amount) > 0.005)
  const known = cost.states.bills.reduce((sum, { added }) => sum + added.tax, 0)
  return {
    exercises,
    payments: due.map((each) => ({ ...each, amount: toCents(each.amount), year })),
    ...{ strike: cost.strike, proceeds: cost.proceeds, federalTax: cost.tax, stateTax: known },
    unknown: cost.states.year.refused.map(({ message }) => message),
    earlierTax: earlier.reduce((sum, { amount }) => sum + amount, 0),
  }
}

/** What lots exercised in the year before the plan begins add to its tax: the plan's exercises are on top of them. */
function earlierBills(of: Case, years: readonly FiguredYear[]): Payment[] {
  const figured = years.at(-1) as FiguredYear
  const { year, law } = figured
  const lots = figured.exercises.filter((each) => !each.planned && yearOf(each.on) === year)
  if (lots.length === 0) return []
  const [none, lotsAlone] = [false, true].map((planned) => figureReturn(withoutExercises(figured, planned), law))
  if (!none || !lotsAlone) return []
  const names = lots.map(({ id }) => id).join(', ')
  const [all, plan] = [stateBills(of, years, none, false), stateBills(of, years, lotsAlone, true)]
  return [
    {
      ...{ on: returnDue(year), what: `federal tax of ${names}, exercised already` },
      amount: lotsAlone.form1040.line24 - none.form1040.line24,
    },
    ...all.bills.map(({ state, added, dueOn }, i) => ({
      ...{ on: dueOn, what: `${state} tax of ${names}, exercised already` },
      amount: added.tax - (plan.bills[i]?.added.tax ?? Number.NaN),
    })),
  ]
}

/**
 * The case without sales of the plan that come after an exercise in the same year and take from it: the money of these shares is
 * no money of one's own, and whether it comes is what is tested. First in, first out then moves on, so it is looked at again.
 */
export function heldThroughYear(of: Case): Case {
  const gone = new Set(
    sharesOf(of)
      .dispositions.filter(
        ({ planned, action, exercised, on }) =>
          planned && action.kind === 'sell' && on > exercised && yearOf(on) === yearOf(exercised),
      )
      .map(({ action }) => action),
  )
  return gone.size === 0 ? of : heldThroughYear({ ...of, plan: of.plan.filter((action) => !gone.has(action)) })
}

/** The case without anything that takes from the lots of these exercises after their day, so that their size may change. */
export function keptWhole(of: Case, lots: ReadonlySet<string>): Case {
  const gone = new Set(
    sharesOf(of)
      .dispositions.filter(
        ({ lot, action, on, exercised }) => lots.has(lot) && !(action.kind === 'exercise' && on === exercised),
      )
      .map(({ action }) => action),
  )
  const plan = of.plan.filter(
    (action) => action.kind === 'exercise' || !(gone.has(action) || ('lot' in action && lots.has(action.lot ?? ''))),
  )
  const swapped = plan.some((action) => action.kind === 'exercise' && lots.has(action.payWith ?? ''))
  const paid = swapped
    ? plan.map((action) =>
        action.kind === 'exercise' && lots.has(action.payWith ?? '') ? { ...action, payWith: null } : action,
      )
    : plan
  return paid.length === of.plan.length && !swapped ? of : keptWhole({ ...of, plan: paid }, lots)
}
