/** Every year of a case: returns, credit log, lots, cash. */
import type { Case } from '../case.ts'
import { type CreditYear, creditLog } from '../credit/creditLog.ts'
import { type StateCreditYear, stateCreditLog } from '../credit/stateCreditLog.ts'
import { type PlainDate, yearOf } from '../date.ts'
import { InputError } from '../errors.ts'
import type { Notice } from '../explain/notices.ts'
import type { StateSummary } from '../forms/states/stateForm.ts'
import type { Rounding } from '../law/federal/law.ts'
import { yearsWithLaw } from '../law/federal/tables.ts'
import type { FilingStatus } from '../law/law.ts'
import { toCents } from '../money.ts'
import { type StateYear, stateYears } from '../stateYears.ts'
import type { Summary } from '../summary.ts'
import { type FiguredYear, yearsTo } from '../timeline.ts'
import { type CashYear, cashOf } from './cash.ts'
import { type Grounds, printedForms, printedSummary } from './common.ts'
import { type LotRow, lotsAnswer } from './lots.ts'
import { printedStateForms, printedStates, stateYearNotices } from './states.ts'
import { yearNotices } from './yearNotices.ts'

/** One year. Dollars. */
export interface ProjectYear {
  readonly year: number
  readonly status: FilingStatus
  /** Whether the figures of its law are projected, and whether its income is. */
  readonly projected: { readonly law: boolean; readonly income: boolean }
  readonly summary: Summary & { readonly states: readonly StateSummary[] }
  readonly forms?: ReturnType<typeof printedForms>
  readonly cash: CashYear
  /** As of the end of the year, losses positive; `minimumTaxCredit` is Form 8801 line 26, before what the year's own AMT makes. */
  readonly carriedOut: Pick<
    FiguredYear['carriedOut'],
    'capitalLoss' | 'amtCapitalLoss' | 'minimumTaxCredit' | 'charity'
  >
}

export interface ProjectAnswer extends Omit<Grounds, 'year'> {
  readonly years: readonly ProjectYear[]
  readonly creditLog: readonly CreditYear[]
  /** The log of each state with an AMT of its own. */
  readonly stateCreditLog: readonly StateCreditYear[]
  readonly lots: readonly LotRow[]
}

export interface ProjectOptions {
  readonly rounding?: Rounding
  /** Adds every line of every form. */
  readonly forms?: boolean
}

/**
 * All years from the first of incomes to the horizon.
 * @throws NotModelled, InputError where a year cannot be figured.
 */
export function projectAnswer(
  of: Case,
  asOf: PlainDate,
  { rounding = 'exact', forms = false }: ProjectOptions = {},
): ProjectAnswer {
  const last = lastYear(of)
  const reaching = { ...of, assumptions: { ...of.assumptions, horizon: last } }
  const years = yearsTo(reaching, last, rounding)
  const without = of.plan.length === 0 ? years : yearsTo({ ...reaching, plan: [] }, last, rounding)
  const states = stateYears(of, years)
  const bare = { years: without, states: of.plan.length === 0 ? states : stateYears({ ...of, plan: [] }, without) }
  const cash = cashOf(of, { years, states }, bare)
  const lots = lotsAnswer(of, asOf)
  return {
    years: years.map((year, i) => projectYear(of, year, states[i] as StateYear, cash[i] as CashYear, forms)),
    creditLog: creditLog(of, years).map(printedCreditYear),
    stateCreditLog: stateCreditLog(states).map(printedStateCreditYear),
    lots: lots.lots,
    notices: [...cashNotices(cash), ...yearNotices(of, years), ...stateYearNotices(states)],
    assumed: of.assumed,
  }
}

/**
 * The horizon, or the last year in which the plan does something.
 * @throws InputError for an entry past all law.
 */
export function lastYear({ assumptions, plan }: Case): number {
  const far = plan.findIndex((action) => yearOf(action.on) > yearsWithLaw.last)
  if (far >= 0) {
    const message = `is in ${plan[far]?.on}, and figures of the law reach to ${yearsWithLaw.last}. Choose an earlier day.`
    throw new InputError([{ path: `plan[${far}].on`, code: 'outOfRange', message }])
  }
  return plan.reduce((last, action) => Math.max(last, yearOf(action.on)), assumptions.horizon)
}

function projectYear(of: Case, figured: FiguredYear, states: StateYear, cash: CashYear, forms: boolean): ProjectYear {
  const { year, status, choice, carriedOut } = figured
  const { capitalLoss, amtCapitalLoss, minimumTaxCredit, charity } = carriedOut
  const cents = ({ short, long }: typeof capitalLoss) => ({ short: toCents(short), long: toCents(long) })
  return {
    ...{ year, status },
    projected: {
      law: choice.table.projectedFrom !== undefined,
      income: of.incomes.every((each) => each.year !== year),
    },
    summary: { ...printedSummary(figured.return), states: printedStates(states) },
    ...(forms && {
      forms: {
        ...printedForms(figured, of.company.name),
        ...Object.assign({}, ...states.returns.map(printedStateForms)),
      },
    }),
    cash,
    carriedOut: {
      ...{ capitalLoss: cents(capitalLoss), amtCapitalLoss: cents(amtCapitalLoss) },
      minimumTaxCredit: toCents(minimumTaxCredit),
      charity: charity.map((gift) => ({ ...gift, amount: toCents(gift.amount) })),
    },
  }
}

/** A year of the credit log to the cent. */
export function printedCreditYear(of: CreditYear): CreditYear {
  const { year, limitedBy, lots, ...amounts } = of
  const cents = Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, toCents(amount)]))
  return {
    year,
    ...(cents as Omit<CreditYear, 'year' | 'limitedBy' | 'lots'>),
    limitedBy,
    lots: lots.map((lot) => ({
      ...{ lot: lot.lot, shares: lot.shares, regularBasis: toCents(lot.regularBasis), amtBasis: toCents(lot.amtBasis) },
      difference: toCents(lot.difference),
    })),
  }
}

/** A row of a state's log, its amounts to the cent. */
export function printedStateCreditYear({ year, state, ...amounts }: StateCreditYear): StateCreditYear {
  const cents = Object.entries(amounts).map(([name, amount]) => [name, toCents(amount)])
  return { year, state, ...(Object.fromEntries(cents) as Omit<StateCreditYear, 'year' | 'state'>) }
}

/** Said first: cash that the plan does not leave. */
function cashNotices(cash: readonly CashYear[]): Notice[] {
  const short = cash.flatMap(({ lowest }) => (lowest && lowest.left < 0 ? [lowest] : []))
  const [first] = short
  if (!first) return []
  const worst = short.reduce((least, each) => (each.left < least.left ? each : least))
  const missing = (amount: number): string => (-amount).toLocaleString('en-US', { style: 'currency', currency: 'USD' })
  const later = worst === first ? '' : `, and ${missing(worst.left)} by ${worst.on}`
  return [
    {
      code: 'law',
      message: `The cash given does not pay for this plan: ${missing(first.left)} is missing on ${first.on}${later}.`,
    },
  ]
}
