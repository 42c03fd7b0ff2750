/** What an exercise before liquidity costs, by date, and what comes back of it where the shares become worth nothing. */
import type { PlainDate } from '../date.ts'
import { yearOf } from '../date.ts'
import { returnDue } from '../law/federal/dueDates.ts'
import { stateDue } from '../law/states/dueDates.ts'
import type { StateYear } from '../stateYears.ts'
import type { FiguredYear } from '../timeline.ts'
import { creditIntoNext } from '../timeline.ts'
import type { WholeYears } from './worth.ts'

/** Dollars of their day. */
export interface Cost {
  readonly strike: number
  readonly federalTax: number
  /** Of it AMT. */
  readonly amt: number
  readonly stateTax: number
  readonly payments: readonly { readonly on: PlainDate; readonly what: string; readonly amount: number }[]
  /** Tax that later years save by the credit and the losses, while the shares become worth nothing. */
  readonly back: number
  /** The year whose return saves the last of it; null where nothing comes back. */
  readonly backBy: number | null
  /** Strike and tax less what comes back. */
  readonly lost: number
  /** Minimum tax credit that is then still left in the last year looked at. */
  readonly creditLeft: number
}

/** @param ruined the years in which the shares of an exercise of that day become worth nothing, and the same without it */
export function costIn(ruined: WholeYears, without: WholeYears, on: PlainDate): Cost {
  const year = yearOf(on)
  const [own, other] = [yearIn(ruined, year), yearIn(without, year)]
  const strike = own.exercises
    .filter((each) => each.planned && each.on === on)
    .reduce((sum, each) => sum + each.cashPaid, 0)
  const federalTax = own.return.form1040.line24 - other.return.form1040.line24
  const states = stateTaxes(ruined, without, year)
  const stateTax = states.reduce((sum, { amount }) => sum + amount, 0)
  const saved = ruined.years
    .filter((each) => each.year > year)
    .map((each) => ({ year: each.year, amount: -taxIn(ruined, without, each.year) }))
  const back = saved.reduce((sum, { amount }) => sum + amount, 0)
  const [last, lastWithout] = [ruined.years.at(-1) as FiguredYear, without.years.at(-1) as FiguredYear]
  return {
    ...{ strike, federalTax, amt: own.return.form6251.line11 - other.return.form6251.line11, stateTax },
    payments: [
      { on, what: 'strike', amount: strike },
      { on: returnDue(year), what: 'federal tax', amount: federalTax },
      ...states.map(({ state, amount }) => ({ on: stateDue(state, year), what: `${state} tax`, amount })),
    ].filter(({ amount }) => Math.abs(amount) > 0.005),
    backBy: saved.findLast(({ amount }) => amount > 0.005)?.year ?? null,
    ...{ back, lost: strike + federalTax + stateTax - back },
    creditLeft: creditIntoNext(last) - creditIntoNext(lastWithout),
  }
}

/** Tax that a course adds in a year, federal and as far as known of states. */
export const taxIn = (course: WholeYears, without: WholeYears, year: number): number =>
  yearIn(course, year).return.form1040.line24 -
  yearIn(without, year).return.form1040.line24 +
  stateTaxes(course, without, year).reduce((sum, { amount }) => sum + amount, 0)

const yearIn = ({ years }: WholeYears, year: number): FiguredYear =>
  years.find((each) => each.year === year) as FiguredYear

function stateTaxes(course: WholeYears, without: WholeYears, year: number): { state: string; amount: number }[] {
  const at = course.years.findIndex((each) => each.year === year)
  const [own, other] = [course.states[at] as StateYear, without.states[at] as StateYear]
  const of = ({ returns }: StateYear, state: string): number =>
    returns.reduce((sum, each) => (each.state === state ? sum + each.summary.tax : sum), 0)
  const states = [...new Set([...own.returns, ...other.returns].map(({ state }) => state))]
  return states.map((state) => ({ state, amount: of(own, state) - of(other, state) }))
}
