/** What exercising costs in cash, by date, against the money that may pay for it. */
import type { Case } from '../case.ts'
import type { PlainDate } from '../date.ts'
import type { Exercise } from '../exercises.ts'
import { consider } from '../explain/notices.ts'
import { toCents } from '../money.ts'
import { figureReturn } from '../return.ts'
import {
  type Asked,
  figuredYearAsked,
  type Grounds,
  noticesFor,
  printedExercise,
  stateNotice,
  withSpread,
} from './common.ts'

/** One payment: what, when, how much. Dollars. */
export interface Payment {
  readonly on: PlainDate
  readonly what: string
  readonly amount: number
}

export interface CostAnswer extends Grounds {
  readonly exercises: readonly Exercise[]
  readonly strike: number
  /** AMT the exercises add, and their effect on everything else in total tax (credit no longer used, another deduction). */
  readonly federalAmt: number
  readonly otherFederalTax: number
  readonly outlay: number
  readonly payments: readonly Payment[]
  readonly cash: {
    /** Money stated as free for this; null when the file does not say. */
    readonly available: number | null
    readonly left: number | null
    /** False: strike and tax cannot be paid without selling these shares. Null: not known. */
    readonly enough: boolean | null
  }
}

/** Strike and federal tax of the year's planned exercises, held to year end. State tax is not in it; a notice says so. */
export function costAnswer(of: Case, asked: Asked): CostAnswer {
  const figured = figuredYearAsked(of, asked)
  const { year, law, facts, return: r } = figured
  const planned = figured.exercises.filter((each) => each.planned)
  const plannedSpread = planned.reduce((total, each) => total + each.spread, 0)
  const without = figureReturn(withSpread(facts, facts.isoSpread - plannedSpread), law)
  const strike = planned.reduce((total, each) => total + each.strike * each.shares, 0)
  const federalAmt = r.form6251.line11 - without.form6251.line11
  const tax = r.form1040.line24 - without.form1040.line24
  const outlay = strike + tax
  const available = of.household.cash
  return {
    year,
    exercises: planned.map(printedExercise),
    strike: toCents(strike),
    federalAmt: toCents(federalAmt),
    otherFederalTax: toCents(tax - federalAmt),
    outlay: toCents(outlay),
    payments: [
      ...planned.map((each) => ({
        on: each.on,
        what: `strike of ${each.id}`,
        amount: toCents(each.strike * each.shares),
      })),
      { on: `${year + 1}-04-15`, what: 'federal tax the exercise adds', amount: toCents(tax) },
    ],
    cash: {
      available,
      left: available === null ? null : toCents(available - outlay),
      enough: available === null ? null : available >= outlay,
    },
    notices: [...noticesFor(consider(figured.choice), facts), ...stateNotice(of, year)],
    assumed: of.assumed,
  }
}
