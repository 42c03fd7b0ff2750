/** The bill of each state of a year beside the federal one, with and without the year's exercises. */
import type { Case } from '../case.ts'
import { yearOf } from '../date.ts'
import type { StateSummary } from '../forms/states/stateForm.ts'
import { stateDue } from '../law/states/dueDates.ts'
import { toCents } from '../money.ts'
import type { FederalReturn } from '../return.ts'
import {
  stateYear as figureStates,
  type StateYear,
  type StateYearReturn,
  stateYears,
  withheldFor,
} from '../stateYears.ts'
import type { FiguredYear } from '../timeline.ts'
import { printedState } from './states.ts'

/** A state's bill, with and without the exercises. Dollars. */
export interface StateBill {
  readonly state: string
  readonly summary: StateSummary
  readonly withoutExercise: StateSummary
  readonly added: { readonly amt: number; readonly tax: number }
  /** Of its AMT: what never comes back, and what becomes the state's own credit; null for a state without one. */
  readonly credit: { readonly exclusionPart: number; readonly generated: number } | null
  readonly withheld: number
  readonly balanceDue: number
  readonly dueOn: string
}

/** The states of the last of `years`, and what each asks for; `without` is its federal return without the exercises. */
export interface StateBills {
  readonly year: StateYear
  readonly bills: readonly StateBill[]
}

/** @param planned only the plan's exercises are taken away, not those of lots. */
export function stateBills(
  of: Case,
  years: readonly FiguredYear[],
  without: FederalReturn,
  planned = false,
): StateBills {
  const figured = years.at(-1) as FiguredYear
  const year = stateYears(of, years).at(-1) as StateYear
  const bare = stateYearWithout(of, figured, year, without, planned)
  return { year, bills: year.returns.map((each) => stateBill(each, bare, figured)) }
}

/** The states of the year without its exercises and what became of their shares in it. */
function stateYearWithout(
  of: Case,
  figured: FiguredYear,
  { creditsIn }: StateYear,
  without: FederalReturn,
  planned: boolean,
): StateYear {
  const gone = new Set(
    figured.exercises
      .filter((each) => yearOf(each.on) === figured.year && (each.planned || !planned))
      .map(({ id }) => id),
  )
  const dispositions = figured.dispositions.filter(({ lot }) => !gone.has(lot))
  const exercises = figured.exercises.filter(({ id }) => !gone.has(id))
  return figureStates(
    of,
    { ...figured, facts: { ...without.facts }, return: without, exercises, dispositions },
    creditsIn,
  )
}

/** One state's bill, and what it asks for after what is withheld for it. */
function stateBill(
  { state, summary, credit }: StateYearReturn,
  bare: StateYear,
  { income, year }: FiguredYear,
): StateBill {
  const nothing = { ...summary, amt: 0, tax: 0 }
  const other = bare.returns.find((each) => each.state === state)?.summary ?? nothing
  const withheld = withheldFor(income, state)
  return {
    ...{ state, summary: printedState(summary), withoutExercise: printedState(other) },
    added: { amt: toCents(summary.amt - other.amt), tax: toCents(summary.tax - other.tax) },
    credit: credit && { exclusionPart: toCents(credit.exclusionPart), generated: toCents(credit.made) },
    ...{ withheld: toCents(withheld), balanceDue: toCents(summary.tax - withheld), dueOn: stateDue(state, year) },
  }
}
