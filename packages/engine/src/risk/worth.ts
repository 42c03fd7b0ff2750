/**
 * What shares are worth in one course of events: the present value of the money they bring and take from a day on, less the tax they add,
 * federal and state, in every year looked at. Years are figured by the whole engine, so that brackets, AMT, credit and loss limits count.
 */
import type { Case } from '../case.ts'
import type { PlainDate } from '../date.ts'
import { yearOf } from '../date.ts'
import type { Action } from '../equity/action.ts'
import { returnDue } from '../law/federal/dueDates.ts'
import type { Rounding } from '../law/federal/law.ts'
import { yearsBetween } from '../schedule/terms.ts'
import { type StateYear, stateTaxOf, stateYears } from '../stateYears.ts'
import { creditIntoNext, type FiguredYear, yearsTo } from '../timeline.ts'

/** How money of different days is weighed, and how far is looked. */
export interface WorthTerms {
  /** The day money is counted from and discounted to. */
  readonly from: PlainDate
  /** Rate a year at which later dollars are discounted. */
  readonly discount: number
  /** The last tax year figured: credit and losses come home until then. */
  readonly last: number
}

/** Years figured, with their states. */
export interface WholeYears {
  readonly of: Case
  readonly years: readonly FiguredYear[]
  readonly states: readonly StateYear[]
}

/** @throws InputError, NotModelled as the years do. */
export function wholeYears(of: Case, last: number, rounding: Rounding = 'exact'): WholeYears {
  const horizon = Math.max(of.assumptions.horizon, last)
  const far = { ...of, assumptions: { ...of.assumptions, horizon } }
  const years = yearsTo(far, last, rounding)
  return { of: far, years, states: stateYears(far, years) }
}

/** Dollars of present value but for what is left at the end, which is as of then. */
export interface Worth {
  readonly value: number
  /** Money the shares bring, and take for strikes. */
  readonly proceeds: number
  readonly strike: number
  /** Tax added, federal and as far as known of states. */
  readonly tax: number
  /** Whether the tax of every state could be figured. */
  readonly whole: boolean
  /** Minimum tax credit that the last year leaves beyond what it would leave anyway: it is worth nothing in `value`. */
  readonly creditLeft: number
  /** AMT capital loss beyond the regular one that the last year leaves, beyond what it would leave anyway: stranded AMT basis. */
  readonly amtLossLeft: number
}

/** @param without the same household without what is weighed, figured to the same year */
export function worthOf(course: WholeYears, without: WholeYears, terms: WorthTerms): Worth {
  const { from, discount } = terms
  const worthOn = (on: PlainDate): number => (1 + discount) ** -yearsBetween(from, on)
  const [brought, cost] = [flows(course, from), flows(without, from)]
  const present = (list: readonly Flow[]): number => list.reduce((sum, { on, amount }) => sum + amount * worthOn(on), 0)
  const proceeds = present(brought.proceeds) - present(cost.proceeds)
  const strike = present(brought.strikes) - present(cost.strikes)
  let tax = 0
  let whole = true
  for (const [i, figured] of course.years.entries()) {
    if (figured.year < yearOf(from)) continue
    const added = taxIn(course, i) - taxIn(without, i)
    whole &&= stateTaxOf(course.states[i] as StateYear) !== null
    tax += added * worthOn(returnDue(figured.year))
  }
  return {
    ...{ value: proceeds - strike - tax, proceeds, strike, tax, whole },
    creditLeft: creditAfter(course) - creditAfter(without),
    amtLossLeft: strandedAfter(course) - strandedAfter(without),
  }
}

interface Flow {
  readonly on: PlainDate
  readonly amount: number
}

/** Proceeds and strikes paid from a day on. */
function flows({ years }: WholeYears, from: PlainDate): { readonly proceeds: Flow[]; readonly strikes: Flow[] } {
  const late = ({ on }: { readonly on: PlainDate }): boolean => on >= from
  return {
    proceeds: years
      .flatMap(({ dispositions }) => dispositions)
      .filter(({ sale }) => sale.sold === 1)
      .map(({ on, sale }) => ({ on, amount: sale.proceeds }))
      .filter(late),
    strikes: years
      .flatMap(({ year, exercises }) => exercises.filter((each) => each.planned && yearOf(each.on) === year))
      .map(({ on, cashPaid }) => ({ on, amount: cashPaid }))
      .filter(late),
  }
}

/** Federal tax of year `i` with what is known of its states'. */
const taxIn = ({ years, states }: WholeYears, i: number): number =>
  (states[i] as StateYear).returns.reduce(
    (sum, { summary }) => sum + summary.tax,
    (years[i] as FiguredYear).return.form1040.line24,
  )

const creditAfter = ({ years }: WholeYears): number => {
  const last = years.at(-1)
  return last ? creditIntoNext(last) : Number.NaN
}

const strandedAfter = ({ years }: WholeYears): number => {
  const { amtCapitalLoss, capitalLoss } = (years.at(-1) as FiguredYear).carriedOut
  return amtCapitalLoss.short + amtCapitalLoss.long - capitalLoss.short - capitalLoss.long
}

/** The case with only those actions of its plan that come before a day. */
export const decidedBefore = (of: Case, from: PlainDate): Case => ({
  ...of,
  plan: of.plan.filter(({ on }: Action) => on < from),
})
