/**
 * State income tax of the years of a schedule, by the states' own forms on each federal return: one state for the whole of a year, or
 * none. What a state carries on (its own minimum tax credit, its own count of losses) waits for the next year of the same state.
 */
import type { Case } from '../case.ts'
import type { DispositionRecord } from '../equity/shares.ts'
import { NotModelled } from '../errors.ts'
import type { Facts } from '../forms/facts.ts'
import type { StateFacts } from '../forms/states/stateForm.ts'
import type { OnReturn } from '../lean.ts'
import { statesIn } from '../residence.ts'
import type { FederalReturn } from '../return.ts'
import { figureState, type StateReady, type StateWorkspace, stateReady } from '../stateReturn.ts'
import { carriedStateFacts, type StateCarried, stateCredits, stateFactsOf } from '../stateYears.ts'
import { statusIn } from '../taxYear.ts'

/** The state of one year: its law, and what only it asks for. */
export interface YearState {
  readonly state: string
  /** Null for a state without an income tax. */
  readonly ready: StateReady | null
  /** Facts that only states ask for, but for what earlier years carry. */
  readonly own: Omit<StateFacts, 'itemizes'>
  /** What stands for the state before the first year. */
  readonly begins: StateCarried
}

/** The states of the years, and what the search leaves out of them. */
export interface YearStates {
  /** By year, the first year first; null where no state's tax is counted. */
  readonly years: readonly (YearState | null)[]
  /** Why a year's tax is not all counted, in sentences for whoever reads the answer. */
  readonly notices: readonly string[]
}

/**
 * The state of each year of a case: the one lived in, or of a year with a move the one lived in longest, as if all of the year.
 * @param facts the facts of each year that neither the shares nor earlier years bring
 * @param dispositions of the case as it stands decided
 */
export function statesOfYears(
  of: Case,
  first: number,
  facts: readonly Facts[],
  dispositions: readonly DispositionRecord[],
): YearStates {
  const begins = stateCredits(of)
  const notices: string[] = []
  const years = facts.map((own, i): YearState | null => {
    const year = first + i
    const state = longest(of, year)
    if (state === null) return null
    if (statesIn(of, year).length > 1)
      notices.push(
        `${year} has a move: the search takes all of the year as lived in ${state}; the plan found is figured with both states.`,
      )
    const status = statusIn(of, year)
    try {
      const ready = stateReady({ state, year, status, inflation: of.assumptions.indexing })
      const decided = dispositions.filter((each) => each.year === year)
      return {
        ...{ state, ready, own: stateFactsOf(of, { status, facts: own, dispositions: decided }) },
        begins: begins.get(state) ?? nothing,
      }
    } catch (error) {
      if (!(error instanceof NotModelled)) throw error
      notices.push(`${year}: ${error.message}; the search counts no state tax in it.`)
      return null
    }
  })
  return { years, notices }
}

const nothing: StateCarried = { made: 0, carried: 0, losses: null }

/** The state lived in for most days of a year; the earlier one of two alike, null before the first. */
function longest({ household: { residence } }: Case, year: number): string | null {
  const ends = [...residence.slice(1).map(({ from }) => from), `${year + 1}-01-01`]
  const days = new Map<string, number>()
  for (const [i, { state, from }] of residence.entries()) {
    const begin = Math.max(Date.parse(from), Date.parse(`${year}-01-01`))
    const end = Math.min(Date.parse(ends[i] as string), Date.parse(`${year + 1}-01-01`))
    if (end > begin) days.set(state, (days.get(state) ?? 0) + end - begin)
  }
  let best: string | null = null
  for (const [state, count] of days) if (best === null || count > (days.get(best) as number)) best = state
  return best
}

/** State tax of a year with nothing carried into it: what `ScheduleYear.baseTax` has of it. `federal` is the year's without any shares. */
export const stateTaxAlone = (of: YearState | null, federal: FederalReturn): number =>
  of ? figureState(of.ready, of.state, federal, of.own).summary.tax : 0

/** State tax by year, figured along with the federal returns. */
export interface StateTaxes {
  readonly tax: Float64Array
  /** Figures year `i` on its federal return; says whether what the states carry out of it differs from the last time. */
  readonly figure: OnReturn
}

/** What a state carries out of a year. */
interface Carried {
  made: number
  carried: number
  losses: { regular: number; amt: number } | null
}

/** States of years ready to be figured again and again; null where no year has one with a tax. */
export function stateTaxes(years: readonly (YearState | null)[]): StateTaxes | null {
  const states = [...new Set(years.flatMap((year) => (year?.ready ? [year.state] : [])))]
  if (states.length === 0) return null
  const begun = (state: string): Carried => {
    const { made, carried, losses } = (years.find((year) => year?.state === state) as YearState).begins
    return { made, carried, losses: losses && { ...losses } }
  }
  // Every state's carry goes through every year, so that a year between two in the same state hands it on
  const carry = Array.from({ length: years.length + 1 }, () => states.map(begun))
  const place = years.map((year) => (year?.ready ? states.indexOf(year.state) : -1))
  const works: StateWorkspace[] = states.map(() => ({}))
  const facts = years.map((year) => (year ? { ...year.own } : null))
  const tax = new Float64Array(years.length)
  return {
    tax,
    figure(i, federal) {
      const at = place[i] as number
      const into = carry[i] as Carried[]
      const out = carry[i + 1] as Carried[]
      let changed = false
      for (let s = 0; s < states.length; s++)
        if (s !== at) changed = handOn(into[s] as Carried, out[s] as Carried) || changed
      if (at < 0) return changed
      const { ready, state } = years[i] as YearState
      const own = Object.assign(
        facts[i] as Omit<StateFacts, 'itemizes'>,
        carriedStateFacts(federal.facts, into[at] as Carried),
      )
      const { summary, credit, losses } = figureState(ready, state, federal, own, undefined, works[at])
      tax[i] = summary.tax
      if (!credit && !losses) return changed
      const made = credit ? credit.made : 0
      const carried = credit ? credit.carriedOut : 0
      return handOn({ made, carried, losses }, out[at] as Carried) || changed
    },
  }
}

/** Sets what is carried; says whether it was something else. */
function handOn({ made, carried, losses }: Readonly<StateCarried>, out: Carried): boolean {
  const same =
    out.made === made &&
    out.carried === carried &&
    out.losses?.regular === losses?.regular &&
    out.losses?.amt === losses?.amt
  out.made = made
  out.carried = carried
  if (!losses) out.losses = null
  else if (out.losses) Object.assign(out.losses, losses)
  else out.losses = { ...losses }
  return !same
}
