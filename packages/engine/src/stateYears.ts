/** The state returns of the years of a case, on the federal ones, with each state's own minimum tax credit carried on. */
import type { Case, Income } from './case.ts'
import { NotModelled } from './errors.ts'
import type { Facts, Gains } from './forms/facts.ts'
import type { StateCredit, StateFacts, StateLosses, StateSummary } from './forms/states/stateForm.ts'
import { type StateShare, stateShares, statesIn } from './residence.ts'
import type { FederalReturn } from './return.ts'
import { figureState, type StateReady, type StateReturn, type StateWorkspace, stateReady } from './stateReturn.ts'
import type { TaxYear } from './taxYear.ts'

/** A year with its federal return. */
export type FederalYear = TaxYear & { readonly return: FederalReturn }

/** How a state taxes a year: all of it, the part lived there, or wages earned there before. */
export type Residency = 'resident' | 'partYear' | 'nonresident'

/** One state's return of a year. Its sheets are those of a resident of the whole year; its summary is what is asked for. */
export interface StateYearReturn extends StateReturn {
  readonly residency: Residency
  readonly share: StateShare
}

/** The states of a year: their returns, and why there is none of one. */
export interface StateYear {
  readonly year: number
  readonly returns: readonly StateYearReturn[]
  readonly refused: readonly NotModelled[]
  /** Credits of states carried into the year. */
  readonly creditsIn: StateCredits
}

/** Tax withheld for a state. The file names it or has none: `assumed` says so for a state lived in. */
export const withheldFor = ({ stateWithheld }: Income, state: string): number => {
  const amount = stateWithheld[state]
  return amount === undefined ? 0 : amount
}

/** What all states ask for in a year; null where one of them could not be figured: unknown is no zero. */
export const stateTaxOf = ({ returns, refused }: StateYear): number | null =>
  refused.length > 0 ? null : returns.reduce((sum, { summary }) => sum + summary.tax, 0)

/** Of a state's minimum tax credit: what the last year of residence made and carried. It stays behind when one moves. */
export interface StateCarried {
  readonly made: number
  readonly carried: number
  /** Capital loss by the state's own count; null where it is the federal one. */
  readonly losses: StateLosses | null
}

/** Credits of states by postal code. */
export type StateCredits = ReadonlyMap<string, StateCarried>

/** The states of every year, in the order of the years given, which must begin with the first of the case. */
export function stateYears(of: Case, years: readonly FederalYear[]): StateYear[] {
  let credits = stateCredits(of)
  return years.map((year) => {
    const figured = stateYear(of, year, credits)
    credits = creditsAfter(figured, credits)
    return figured
  })
}

/** What is carried into the first year. */
export const stateCredits = (of: Case): StateCredits =>
  new Map(
    Object.entries(of.carryforwards.state ?? {}).map(([state, { minimumTaxCredit }]) => [
      state,
      { made: 0, carried: minimumTaxCredit, losses: null },
    ]),
  )

/** What a year leaves of them; the credit of a state one has left stays as it was. */
export const creditsAfter = ({ returns }: StateYear, credits: StateCredits): StateCredits =>
  new Map([
    ...credits,
    ...returns.flatMap(({ state, credit, losses }) =>
      credit || losses ? [[state, { made: credit?.made ?? 0, carried: credit?.carriedOut ?? 0, losses }] as const] : [],
    ),
  ])

/** The states of one year on its federal return. */
export function stateYear(of: Case, figured: FederalYear, credits: StateCredits): StateYear {
  const refused: NotModelled[] = []
  const shares = sharesOf(of, figured)
  const returns = shares.flatMap((share): StateYearReturn[] => {
    try {
      return [returnOf(of, figured, share, credits.get(share.state) ?? nothingCarried)]
    } catch (error) {
      if (!(error instanceof NotModelled)) throw error
      refused.push(error)
      return []
    }
  })
  return {
    year: figured.year,
    returns: withOtherStateCredit(returns, figured.return.form1040.line11a),
    refused,
    creditsIn: credits,
  }
}

/** One state for a whole year needs no shares; a flat case has nothing else. */
function sharesOf(of: Case, figured: FederalYear): StateShare[] {
  const lived = statesIn(of, figured.year)
  const [only] = lived
  if (only !== undefined && (of.household.residence.length === 1 || of.given)) return [whole(only)]
  return stateShares(of, figured)
}

const whole = (state: string): StateShare => ({
  state,
  days: 1,
  income: 1,
  amtIncome: 1,
  wagesFromAway: 0,
  longTermGain: 0,
})

function returnOf(of: Case, figured: FederalYear, share: StateShare, credit: StateCarried): StateYearReturn {
  const { year, choice } = figured
  const { state } = share
  const facts = stateFactsOf(of, figured, credit)
  const ready = stateReady({ state, year, status: choice.status, inflation: of.assumptions.indexing })
  return returnFor(ready, figured.return, facts, share)
}

/** A state's return on its share of a year. Give `work` to reuse its sheets. */
export function returnFor(
  ready: StateReady | null,
  federal: FederalReturn,
  facts: Omit<StateFacts, 'itemizes'>,
  share: StateShare,
  work?: StateWorkspace,
): StateYearReturn {
  const { state } = share
  const residency = share.days >= 1 - 1e-9 ? 'resident' : share.days > 0 ? 'partYear' : 'nonresident'
  if (ready?.module.gainsAlone && residency !== 'resident') {
    const own = { ...federal, scheduleD: { ...federal.scheduleD, line15: share.longTermGain } }
    return { ...figureState(ready, state, own, facts, undefined, work), residency, share }
  }
  const full = figureState(ready, state, federal, facts, undefined, work)
  return { ...(residency === 'resident' ? full : apportioned(full, share, facts)), residency, share }
}

/**
 * The tax of a part of a year: as a resident of all of it, times the state's part of all income; of AMT, the state's part of AMT
 * income of tentative minimum tax, less that. R&TC §17062(b)(3) has it so for California; others are taken alike.
 */
function apportioned(
  full: StateReturn,
  { income, amtIncome }: StateShare,
  facts: Omit<StateFacts, 'itemizes'>,
): StateReturn {
  const { summary, credit } = full
  const tentative = summary['tentativeMinimumTax']
  const regular = summary.regularTax * income
  const amt = typeof tentative === 'number' && tentative > 0 ? Math.max(0, tentative * amtIncome - regular) : 0
  const used = (credit?.used ?? 0) * income
  const tax = (summary.tax + (credit?.used ?? 0) - summary.amt) * income + amt - used
  const scaled: StateSummary = { ...summary, regularTax: regular, amt, tax, share: income, amtShare: amtIncome }
  const there = facts.minimumTaxCreditMade + facts.minimumTaxCredit
  const left: StateCredit | null = credit && {
    ...{ used, carriedOut: Math.max(0, there - used) },
    exclusionPart: Math.min(amt, credit.exclusionPart * income),
    made: Math.max(0, amt - credit.exclusionPart * income),
  }
  return { ...full, summary: scaled, credit: left }
}

/**
 * The state lived in longest takes off its tax what others ask for wages earned there, up to its own tax on them. A few states
 * leave that credit to the other one.
 */
export function withOtherStateCredit(returns: readonly StateYearReturn[], agi: number): StateYearReturn[] {
  const home = [...returns].sort((one, other) => other.share.days - one.share.days)[0]
  const away = returns.filter((each) => each !== home && each.share.wagesFromAway > 0)
  if (!home || away.length === 0 || agi <= 0) return [...returns]
  const { summary } = home
  const credit = away.reduce(
    (sum, other) => sum + Math.min(other.summary.tax, (summary.tax * other.share.wagesFromAway) / agi),
    0,
  )
  const credited = { ...home, summary: { ...summary, otherStateCredit: credit, tax: summary.tax - credit } }
  return returns.map((each) => (each === home ? credited : each))
}

/** What is carried into a state's first year. */
const nothingCarried: StateCarried = { made: 0, carried: 0, losses: null }

const carriedIn = ({ shortCarryover, longCarryover }: Gains): number => shortCarryover + longCarryover

/** Facts of states that earlier years bring. */
export const carriedStateFacts = (
  { gains, amtGains }: Readonly<Pick<Facts, 'gains' | 'amtGains'>>,
  { made, carried, losses }: StateCarried,
) => ({
  ...{ minimumTaxCreditMade: made, minimumTaxCredit: carried },
  capitalLossCarriedLess: losses ? carriedIn(gains) - losses.regular : 0,
  amtCapitalLossCarriedLess: losses ? carriedIn(amtGains) - losses.amt : 0,
})

/** Facts of a year that only states ask for. */
export function stateFactsOf(
  of: Case,
  { status, facts, dispositions }: Pick<TaxYear, 'status' | 'facts' | 'dispositions'>,
  carried: StateCarried = nothingCarried,
): Omit<StateFacts, 'itemizes'> {
  const excluded = (amount: 'excluded' | 'amtExcluded') => dispositions.reduce((sum, each) => sum + each[amount], 0)
  return {
    ...{ dependents: of.household.dependents, filers: status === 'mfj' ? 2 : 1, separate: status === 'mfs' ? 1 : 0 },
    ...{ aged: facts.seniors, agedOrBlind: facts.agedOrBlindBoxes },
    smallBusinessStockExcluded: excluded('excluded'),
    amtSmallBusinessStockExcluded: excluded('amtExcluded'),
    ...carriedStateFacts(facts, carried),
  }
}
