/** What exercising costs in cash, by date, against the money that may pay for it; and what selling at exercise makes of it. */
import type { Case } from '../case.ts'
import { yearOf } from '../date.ts'
import type { Action, ExerciseWay } from '../equity/action.ts'
import type { DispositionRecord, Exercise } from '../equity/shares.ts'
import { consider, type Notice } from '../explain/notices.ts'
import { returnDue } from '../law/federal/dueDates.ts'
import { toCents } from '../money.ts'
import { figureReturn } from '../return.ts'
import { creditIntoNext, type FiguredYear } from '../timeline.ts'
import type { Payment } from './cash.ts'
import {
  type Asked,
  figuredYearAsked,
  figuredYearsAsked,
  type Grounds,
  noticesFor,
  printedExercise,
  withoutExercises,
} from './common.ts'
import { shareNotices } from './shareNotices.ts'
import { stateBills } from './stateBills.ts'
import { stateYearNotices } from './states.ts'

export interface CostAnswer extends Grounds {
  readonly exercises: readonly Exercise[]
  readonly strike: number
  /** What shares of these exercises that are sold in the year bring, after fees. */
  readonly proceeds: number
  /** AMT the exercises add, and their effect on everything else in total tax (credit no longer used, another deduction). */
  readonly federalAmt: number
  readonly otherFederalTax: number
  /** What the exercises add to the bill of each state. */
  readonly states: readonly StateCost[]
  readonly outlay: number
  readonly payments: readonly Payment[]
  readonly cash: {
    /** Money stated as free for this; null when the file does not say. */
    readonly available: number | null
    readonly left: number | null
    /** False: strike and tax cannot be paid without selling these shares. Null: not known. */
    readonly enough: boolean | null
  }
  /** The same exercises held, sold to cover, and sold on the day; only where asked for. */
  readonly compare?: readonly CostWay[]
}

/** What exercises add to a state's bill. Dollars. */
export interface StateCost {
  readonly state: string
  readonly amt: number
  readonly otherTax: number
  readonly dueOn: string
}

/** One way to exercise. Dollars; shares as of the exercise. */
export interface CostWay {
  readonly how: ExerciseWay
  readonly sharesSold: number
  readonly sharesKept: number
  readonly strike: number
  readonly proceeds: number
  /** Wages from the shares sold: compensation of disqualifying dispositions, and of nonstatutory options. */
  readonly ordinaryIncome: number
  readonly federalAmt: number
  readonly otherFederalTax: number
  /** Null where a state cannot be figured; it is then not in `outlay` either. */
  readonly stateTax: number | null
  readonly outlay: number
  /** What is left of the cash that is free, null where the file does not say. */
  readonly cashLeft: number | null
  /** Value of the shares kept, on the day of exercise. */
  readonly valueKept: number
  /** Minimum tax credit at the end of the year beyond that without the exercises. */
  readonly credit: number
}

/**
 * Strike and tax, federal and state, of the year's planned exercises, with what is sold of their shares in the year. Tax of a state that is
 * not modelled is not in it; a notice says so. `compare` adds the three ways side by side: what the plan later does with these shares is set aside in all.
 */
export function costAnswer(of: Case, asked: Asked, compare = false): CostAnswer {
  const years = figuredYearsAsked(of, asked)
  const figured = years.at(-1) as FiguredYear
  const { year, facts } = figured
  const planned = plannedIn(figured)
  const { strike, proceeds, federalAmt, tax, states, outlay } = costOf(of, years)
  const available = of.household.cash
  return {
    year,
    exercises: planned.map(printedExercise),
    strike: toCents(strike),
    proceeds: toCents(proceeds),
    federalAmt: toCents(federalAmt),
    otherFederalTax: toCents(tax - federalAmt),
    states: states.bills.map(({ state, added, dueOn }) => ({
      ...{ state, amt: added.amt, otherTax: toCents(added.tax - added.amt), dueOn },
    })),
    outlay: toCents(outlay),
    payments: [
      ...planned
        .flatMap((each) => paymentsOf(each, figured))
        .sort((one, other) => (one.on < other.on ? -1 : one.on === other.on ? 0 : 1)),
      { on: returnDue(year), what: 'federal tax the exercise adds', amount: toCents(tax) },
      ...states.bills
        .filter(({ added }) => added.tax !== 0)
        .map(({ state, added, dueOn }) => ({ on: dueOn, what: `${state} tax the exercise adds`, amount: added.tax })),
    ],
    cash: {
      available,
      left: available === null ? null : toCents(available - outlay),
      enough: available === null ? null : available >= outlay,
    },
    ...(compare && { compare: ways.map((how) => wayOf(of, asked, year, how)) }),
    notices: [
      ...noticesFor(consider(figured.choice), facts),
      ...(compare ? setAsideNotice(of, year) : []),
      ...shareNotices(of, figured.shares, year),
      ...stateYearNotices([states.year]),
    ],
    assumed: of.assumed,
  }
}

const plannedIn = ({ exercises, year }: FiguredYear): Exercise[] =>
  exercises.filter((each) => each.planned && yearOf(each.on) === year)

/** Sales of the shares of planned exercises in the same year: on the day, or later. */
function soldInYear(figured: FiguredYear): DispositionRecord[] {
  const names = new Set(plannedIn(figured).map((each) => each.id))
  return figured.dispositions.filter(({ lot, sale }) => sale.sold === 1 && names.has(lot))
}

/** Strike, tax and outlay of the last of `years`, not rounded. */
export function costOf(of: Case, years: readonly FiguredYear[]) {
  const figured = years.at(-1) as FiguredYear
  const { return: r, law } = figured
  const without = figureReturn(withoutExercises(figured, true), law)
  const strike = plannedIn(figured).reduce((total, each) => total + each.cashPaid, 0)
  const proceeds = soldInYear(figured).reduce((total, each) => total + each.sale.proceeds, 0)
  const federalAmt = r.form6251.line11 - without.form6251.line11
  const tax = r.form1040.line24 - without.form1040.line24
  const states = stateBills(of, years, without, true)
  const known = states.bills.reduce((sum, { added }) => sum + added.tax, 0)
  const stateTax = states.year.refused.length > 0 ? null : known
  return { strike, proceeds, federalAmt, tax, states, stateTax, outlay: strike - proceeds + tax + known }
}

function paymentsOf({ id, on, cashPaid }: Exercise, figured: FiguredYear): Payment[] {
  const sold = soldInYear(figured).filter(({ lot }) => lot === id)
  const sales = [...new Set(sold.map((each) => each.on))].map((day) => ({
    on: day,
    what: day === on ? `shares of ${id} sold on the day` : `shares of ${id} sold`,
    amount: toCents(-sold.filter((each) => each.on === day).reduce((sum, each) => sum + each.sale.proceeds, 0)),
  }))
  return [{ on, what: `strike of ${id}`, amount: toCents(cashPaid) }, ...sales]
}

const ways = ['hold', 'sellToCover', 'sameDaySale'] as const

function wayOf(of: Case, asked: Asked, year: number, how: ExerciseWay): CostWay {
  const plan = comparable(of, year).map((action) =>
    isPlanned(action, year) ? { ...action, how, payWith: how === 'hold' ? action.payWith : null } : action,
  )
  const years = figuredYearsAsked({ ...of, plan }, { ...asked, year })
  const figured = years.at(-1) as FiguredYear
  const { strike, proceeds, federalAmt, tax, stateTax, outlay } = costOf({ ...of, plan }, years)
  const sold = soldInYear(figured)
  const planned = plannedIn(figured)
  const sharesSold = sold.reduce((total, each) => total + each.shares, 0)
  const none = figuredYearAsked(
    { ...of, plan: comparable(of, year).filter((each) => !isPlanned(each, year)) },
    { ...asked, year },
  )
  const value = planned.reduce((total, each) => total + each.shares * each.value, 0)
  const soldValue = sold.reduce(
    (total, each) => total + each.shares * (planned.find(({ id }) => id === each.lot)?.value ?? Number.NaN),
    0,
  )
  const available = of.household.cash
  return {
    ...{ how, sharesSold, sharesKept: planned.reduce((total, each) => total + each.shares, 0) - sharesSold },
    ...{ strike: toCents(strike), proceeds: toCents(proceeds), federalAmt: toCents(federalAmt) },
    ordinaryIncome: toCents(
      sold.reduce((total, each) => total + each.amounts.compensation, 0) +
        planned.reduce((total, each) => total + each.wages, 0),
    ),
    ...{
      otherFederalTax: toCents(tax - federalAmt),
      stateTax: stateTax === null ? null : toCents(stateTax),
      outlay: toCents(outlay),
    },
    cashLeft: available === null ? null : toCents(available - outlay),
    valueKept: toCents(value - soldValue),
    credit: toCents(creditIntoNext(figured) - creditIntoNext(none)),
  }
}

const isPlanned = (action: Action, year: number): action is Extract<Action, { kind: 'exercise' }> =>
  action.kind === 'exercise' && yearOf(action.on) === year

/** The plan without what takes shares out of the year's exercises, or may: those shares are what is compared. */
function comparable(of: Case, year: number): readonly Action[] {
  const exercises = of.plan.filter((action) => isPlanned(action, year))
  const made = new Set(exercises.map((action) => action.as))
  return of.plan.filter((action) => {
    if (action.kind === 'exercise' || (action.kind === 'give' && action.shares === 0)) return true
    if (exercises.every((each) => action.on < each.on)) return true
    return action.lot !== null && !made.has(action.lot)
  })
}

function setAsideNotice(of: Case, year: number): Notice[] {
  const aside = of.plan.length - comparable(of, year).length
  if (aside === 0) return []
  const message = `${aside} ${aside === 1 ? 'sale or gift' : 'sales or gifts'} of the plan that would take from these shares ${aside === 1 ? 'is' : 'are'} set aside in the comparison.`
  return [{ code: 'law', message }]
}
