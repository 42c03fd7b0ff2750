/**
 * State income tax of the years of a schedule, by the states' own forms on each federal return. What a state carries on (its own
 * minimum tax credit, its own count of losses) waits for the next year of the same state.
 */
import type { Case } from '../case.ts'
import type { Shares as Ledger } from '../equity/shares.ts'
import { NotModelled } from '../errors.ts'
import type { Facts } from '../forms/facts.ts'
import type { StateFacts } from '../forms/states/stateForm.ts'
import type { OnReturn } from '../lean.ts'
import { type StateShare, statesIn } from '../residence.ts'
import type { FederalReturn } from '../return.ts'
import { figureState, type StateReady, type StateReturn, type StateWorkspace, stateReady } from '../stateReturn.ts'
import {
  carriedStateFacts,
  returnFor,
  type StateCarried,
  stateCredits,
  stateFactsOf,
  withOtherStateCredit,
} from '../stateYears.ts'
import { statusIn } from '../taxYear.ts'
import type { Fate } from './caseProblem.ts'
import type { Column, ScheduleYear } from './problem.ts'
import { type SharedYear, sharedYear } from './stateShares.ts'

/** A state's law in one year, and what only it asks for. */
export interface StateLawOfYear {
  readonly state: string
  /** Null for a state without an income tax. */
  readonly ready: StateReady | null
  /** Facts that only states ask for, but for what earlier years carry. */
  readonly own: Omit<StateFacts, 'itemizes'>
  /** What stands for the state before the first year. */
  readonly begins: StateCarried
}

/** The states of one year that may tax it. */
export interface StatesOfYear {
  /** The first is lived in. */
  readonly states: readonly StateLawOfYear[]
  /** How they share the year, or that they do; null where the first has all of it. */
  readonly shared: unknown
}

/** The states of one year of a schedule. */
export interface YearState extends StatesOfYear {
  readonly shared: SharedYear | null
}

/** The state that has a whole year of residence; null in a year with a move. */
export const homeOf = ({ states, shared }: YearState): StateLawOfYear | null => {
  const home = states.find(
    ({ state }) => !shared || shared.states.some((each) => each.state === state && each.days >= whole),
  )
  return home ?? null
}

/** A whole year in days, short of what their sum may lose. */
const whole = 1 - 1e-9

/** The states of the years, and what the search leaves out of them. */
export interface YearStates {
  /** By year, the first year first; null where no state's tax counts. */
  readonly years: readonly (YearState | null)[]
  /** Why a state's tax does not count, in sentences for whoever reads the answer. */
  readonly notices: readonly string[]
}

/**
 * The states of each year of a case before any plan.
 * @param facts the facts of each year that neither the shares nor earlier years bring
 * @param ledger of the case as it stands decided
 */
export function statesOfYears(of: Case, first: number, facts: readonly Facts[], ledger: Ledger): YearStates {
  const notices: string[] = []
  const years = facts.map((own, i) => {
    const shared = sharedYear(of, first + i, i, [], [], ledger)
    const names = shared ? shared.states.map(({ state }) => state) : statesIn(of, first + i)
    const states = names.flatMap((state) => {
      const law = lawIn(of, state, first + i, own, ledger)
      if (law instanceof NotModelled)
        notices.push(`${first + i}: the search counts no tax of ${state}, because ${law.message}`)
      return law instanceof NotModelled ? [] : [law]
    })
    return states.length === 0 ? null : { states, shared }
  })
  return { years, notices }
}

/** The years of a problem with what their columns bring to each state, where there is more than one. */
export const withShares = (
  of: Case,
  years: readonly ScheduleYear[],
  columns: readonly Column[],
  fates: readonly Fate[],
  ledger: Ledger,
): ScheduleYear[] =>
  years.map((year, i) => {
    const shared = sharedYear(of, year.year, i, columns, fates, ledger)
    if (!shared) return year
    const states = shared.states.flatMap(({ state }) => {
      const law = lawIn(of, state, year.year, year.facts, ledger)
      return law instanceof NotModelled ? [] : [law]
    })
    return { ...year, state: states.length === 0 ? null : { states, shared } }
  })

/** A state's law in a year, or why there is none. */
export function lawIn(
  of: Case,
  state: string,
  year: number,
  facts: Facts,
  ledger: Ledger,
): StateLawOfYear | NotModelled {
  const status = statusIn(of, year)
  const dispositions = ledger.dispositions.filter((each) => each.year === year)
  try {
    const ready = stateReady({ state, year, status, inflation: of.assumptions.indexing })
    const own = stateFactsOf(of, { status, facts, dispositions })
    return { state, ready, own, begins: stateCredits(of).get(state) ?? nothing }
  } catch (error) {
    if (error instanceof NotModelled) return error
    throw error
  }
}

const nothing: StateCarried = { made: 0, carried: 0, losses: null }

/** State tax of a year with nothing carried into it, by days alone. `federal` is the year's without any shares. */
export function stateTaxAlone(of: YearState | null, federal: FederalReturn): number {
  if (!of) return 0
  return of.states.reduce((sum, { state, ready, own }) => {
    const days = of.shared ? (of.shared.states.find((each) => each.state === state)?.days ?? 0) : 1
    if (days === 0) return sum
    const longTermGain = federal.scheduleD.line15 * days
    const share = { state, days, income: days, amtIncome: days, wagesFromAway: 0, longTermGain }
    return sum + returnFor(ready, federal, own, share).summary.tax
  }, 0)
}

/** State tax by year, figured along with the federal returns. */
export interface StateTaxes {
  readonly tax: Float64Array
  /** Tax of all states on a federal return of year `i`, without what a state pays back, and with nothing handed on: what can be deducted. */
  readonly owedOn: (i: number, federal: FederalReturn) => number
  /** Figures year `i` on its federal return; says whether what the states carry out of it differs from the last time. */
  readonly figure: OnReturn
}

/** What a state carries out of a year. */
interface Carried {
  made: number
  carried: number
  losses: { regular: number; amt: number } | null
}

/** A state of a year, ready for its return. */
interface Ready extends StateLawOfYear {
  /** Its place among all states. */
  readonly at: number
  readonly facts: Omit<StateFacts, 'itemizes'>
}

/**
 * States of years ready to be figured again and again; null where no year has one with a tax.
 * @param sharesOf each state's share of a year that several may tax
 * @param ownFacts what only states ask for and a year's shares change; without it, what stands decided
 */
export function stateTaxes(
  years: readonly (StatesOfYear | null)[],
  sharesOf: (i: number, federal: FederalReturn) => readonly StateShare[],
  ownFacts?: (i: number) => Partial<StateFacts>,
): StateTaxes | null {
  const laws = years.flatMap((year) => year?.states ?? [])
  if (!laws.some(({ ready }) => ready)) return null
  const states = [...new Set(laws.map(({ state }) => state))]
  const begun = (state: string): Carried => {
    const { made, carried, losses } = (laws.find((law) => law.state === state) as StateLawOfYear).begins
    return { made, carried, losses: losses && { ...losses } }
  }
  // Every state's carry goes through every year, so that a year between two in the same state hands it on
  const carry = Array.from({ length: years.length + 1 }, () => states.map(begun))
  const works: StateWorkspace[] = states.map(() => ({}))
  const ready = years.map((year): readonly Ready[] =>
    (year?.states ?? []).map((law) => ({ ...law, at: states.indexOf(law.state), facts: { ...law.own } })),
  )
  const tax = new Float64Array(years.length)
  let owed = 0

  const factsOf = ({ facts, at }: Ready, federal: FederalReturn, i: number) =>
    Object.assign(facts, ownFacts?.(i), carriedStateFacts(federal.facts, (carry[i] as Carried[])[at] as Carried))

  /** A year of one state alone, as nearly all are. */
  function figureOne(i: number, of: Ready, federal: FederalReturn): StateReturn {
    const figured = figureState(of.ready, of.state, federal, factsOf(of, federal, i), undefined, works[of.at])
    tax[i] = figured.summary.tax
    owed = Math.max(0, figured.summary.tax)
    return figured
  }

  /** A year of several states. */
  function figureShared(i: number, federal: FederalReturn): StateReturn[] {
    const returns = sharesOf(i, federal).flatMap((share) => {
      const own = (ready[i] as readonly Ready[]).find(({ state }) => state === share.state)
      return own ? [returnFor(own.ready, federal, factsOf(own, federal, i), share, works[own.at])] : []
    })
    const credited = withOtherStateCredit(returns, federal.form1040.line11a)
    tax[i] = credited.reduce((sum, { summary }) => sum + summary.tax, 0)
    owed = credited.reduce((sum, { summary }) => sum + Math.max(0, summary.tax), 0)
    return returns
  }

  /** A year's returns: of one state alone, or of several. */
  function figureYear(i: number, federal: FederalReturn): { one: StateReturn | null; several: StateReturn[] | null } {
    const shared = years[i]?.shared ?? false
    const [first] = ready[i] as readonly Ready[]
    return {
      one: first && !shared ? figureOne(i, first, federal) : null,
      several: shared ? figureShared(i, federal) : null,
    }
  }

  return {
    tax,
    owedOn(i, federal) {
      owed = 0
      figureYear(i, federal)
      return owed
    },
    figure(i, federal) {
      const { one, several } = figureYear(i, federal)
      const into = carry[i] as Carried[]
      const out = carry[i + 1] as Carried[]
      let changed = false
      for (let s = 0; s < states.length; s++) {
        const after = one?.state === states[s] ? one : several?.find(({ state }) => state === states[s])
        const left = after && (after.credit || after.losses) ? carriedBy(after) : (into[s] as Carried)
        changed = handOn(left, out[s] as Carried) || changed
      }
      return changed
    },
  }
}

const carriedBy = ({ credit, losses }: StateReturn): StateCarried => ({
  ...{ made: credit ? credit.made : 0, carried: credit ? credit.carriedOut : 0, losses },
})

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
