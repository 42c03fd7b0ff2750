/** Cash in and out of every year by date: what the shares and their tax take, against the money that is free for it. */
import type { Case, Income } from '../case.ts'
import { type PlainDate, yearOf } from '../date.ts'
import { returnDue } from '../law/federal/dueDates.ts'
import { stateDue } from '../law/states/dueDates.ts'
import { toCents } from '../money.ts'
import { type StateYear, stateTaxOf, withheldFor } from '../stateYears.ts'
import type { FiguredYear } from '../timeline.ts'
import { federalRequired } from './requiredPayment.ts'

/** One payment: what, when, how much; below zero for money that comes in. Dollars. */
export interface Payment {
  readonly on: PlainDate
  readonly what: string
  readonly amount: number
}

/** The cash of one tax year. Null where the file does not say: withholding of years it projects, and cash. */
export interface CashYear {
  /** By date; the balance due comes in the year after. */
  readonly payments: readonly Payment[]
  readonly strike: number
  readonly proceeds: number
  readonly federalTax: number
  /** Tax of all states, and what the plan adds to it; null where a state cannot be figured. */
  readonly stateTax: number | null
  readonly addedStateTax: number | null
  readonly withheld: number | null
  readonly estimatedPaid: number | null
  readonly balanceDue: number | null
  readonly dueOn: PlainDate
  /** What the plan adds to the year's federal tax. */
  readonly addedTax: number
  /**
   * What must be paid during the year so that no penalty is due, and what is missing of it; `priorYear` is what the year before
   * asks, null where it is not known and only the year's own tax counts. IRC §6654(d).
   */
  readonly safeHarbor: { readonly required: number; readonly priorYear: number | null; readonly short: number } | null
  /** Free cash on December 31, and the least there is from January 1 until the year's own return is due. */
  readonly left: number | null
  readonly lowest: { readonly on: PlainDate; readonly left: number } | null
}

/** Federal years with their states. */
export interface BothBills {
  readonly years: readonly FiguredYear[]
  readonly states: readonly StateYear[]
}

/** The cash of every year. `without` holds the same years without the plan. */
export function cashOf(of: Case, { years, states }: BothBills, without: BothBills): CashYear[] {
  const added = years.map((year, i) => taxOf(year) - taxOf(without.years[i] as FiguredYear))
  const addedByState = states.map((year, i) => addedOf(year, without.states[i] as StateYear))
  const given = new Set(of.incomes.map((income) => income.year))
  const moves = years
    .flatMap((year, i) => [...planMoves(of, year, added[i] as number), ...(addedByState[i] as Payment[])])
    .sort(byDay)
  return years.map((year, i) => {
    const { income, year: taxYear } = year
    const known = given.has(taxYear)
    const federalTax = taxOf(year)
    const estimated = income.estimatedPaid.reduce((sum, each) => sum + each.amount, 0)
    const balance = federalTax - income.withheld - estimated
    const own = shareMoves(of, year)
    const dueOn = returnDue(taxYear)
    const bills = states[i] as StateYear
    const stateTax = stateTaxOf(bills)
    const addedState = addedByState[i] as Payment[]
    const tax: Payment[] = known
      ? [
          ...stateMoves(bills, income),
          { on: `${taxYear}-12-31`, what: 'withheld during the year', amount: income.withheld },
          ...income.estimatedPaid.map(({ on, amount }) => ({ on, what: 'estimated tax', amount })),
          { on: dueOn, what: balance < 0 ? 'federal tax refund' : 'balance of federal tax', amount: balance },
        ]
      : [addedTax(taxYear, added[i] as number), ...addedState]
    return {
      payments: [...own, ...tax]
        .filter(({ amount }) => Math.abs(amount) > 0.005)
        .sort(byDay)
        .map((each) => ({ ...each, amount: toCents(each.amount) })),
      strike: toCents(sum(strikesOf(year), (amount) => amount)),
      proceeds: toCents(-sum(own, (amount) => Math.min(0, amount))),
      federalTax: toCents(federalTax),
      stateTax: stateTax === null ? null : toCents(stateTax),
      addedStateTax: stateTax === null ? null : toCents(sum(addedState, (amount) => amount)),
      withheld: known ? toCents(income.withheld) : null,
      estimatedPaid: known ? toCents(estimated) : null,
      balanceDue: known ? toCents(balance) : null,
      dueOn,
      addedTax: toCents(added[i] as number),
      safeHarbor: known ? safeHarborOf(year, estimated) : null,
      ...cashThrough(of.household.cash, moves, taxYear),
    }
  })
}

const taxOf = ({ return: r }: FiguredYear): number => r.form1040.line24
const byDay = (one: Payment, other: Payment): number => (one.on < other.on ? -1 : one.on === other.on ? 0 : 1)
const sum = (payments: readonly Payment[], of: (amount: number) => number): number =>
  payments.reduce((all, { amount }) => all + of(amount), 0)

/** What exercises, sales and cash gifts of the year pay and bring. */
function shareMoves(of: Case, figured: FiguredYear): Payment[] {
  const { dispositions, year } = figured
  const sold = dispositions
    .filter(({ sale }) => sale.sold === 1 && sale.proceeds !== 0)
    .map(({ on, lot, sale }) => ({ on, what: `sale of shares of ${lot}`, amount: -sale.proceeds }))
  const given = of.plan
    .filter((action) => action.kind === 'give' && action.cash > 0 && yearOf(action.on) === year)
    .map((action) => ({ on: action.on, what: 'gift of cash', amount: action.kind === 'give' ? action.cash : 0 }))
  return [...strikesOf(figured), ...sold, ...given].sort(byDay)
}

const strikesOf = ({ exercises, year }: FiguredYear): Payment[] =>
  exercises
    .filter((each) => each.planned && yearOf(each.on) === year && each.cashPaid > 0)
    .map(({ on, id, cashPaid }) => ({ on, what: `strike of ${id}`, amount: cashPaid }))

/** What the plan moves: its shares, and the tax it adds when the return is due. */
const planMoves = (of: Case, year: FiguredYear, added: number): Payment[] => [
  ...shareMoves(of, year),
  addedTax(year.year, added),
]

const addedTax = (year: number, amount: number): Payment => ({
  ...{ on: returnDue(year), what: amount < 0 ? 'federal tax the plan saves' : 'federal tax the plan adds', amount },
})

/** What the plan adds to the tax of each state. */
function addedOf(of: StateYear, without: StateYear): Payment[] {
  // No return in a year, no tax: a state that cannot be figured has none in either, and the sum is then null
  const taxIn = ({ returns }: StateYear, state: string): number =>
    returns.reduce((sum, each) => (each.state === state ? sum + each.summary.tax : sum), 0)
  const states = [...new Set([...of.returns, ...without.returns].map(({ state }) => state))]
  return states.map((state) => {
    const amount = taxIn(of, state) - taxIn(without, state)
    return { on: stateDue(state, of.year), what: `${state} tax the plan ${amount < 0 ? 'saves' : 'adds'}`, amount }
  })
}

/** What is withheld for each state, and the balance or refund of its return. */
const stateMoves = ({ year, returns }: StateYear, income: Income): Payment[] =>
  returns.flatMap(({ state, summary: { tax } }) => {
    const withheld = withheldFor(income, state)
    const balance = tax - withheld
    return [
      { on: `${year}-12-31`, what: `withheld for ${state}`, amount: withheld },
      {
        on: stateDue(state, year),
        what: balance < 0 ? `${state} tax refund` : `balance of ${state} tax`,
        amount: balance,
      },
    ]
  })

/** Free cash at the end of a calendar year and its least until April; on one day all comes in and out together. */
function cashThrough(cash: number | null, moves: readonly Payment[], year: number): Pick<CashYear, 'left' | 'lowest'> {
  if (cash === null) return { left: null, lowest: null }
  let left =
    cash -
    sum(
      moves.filter(({ on }) => yearOf(on) < year),
      (amount) => amount,
    )
  let lowest = { on: `${year}-01-01`, left }
  let atEnd = left
  const days = [...new Set(moves.map(({ on }) => on).filter((on) => yearOf(on) >= year && on <= returnDue(year)))]
  for (const day of days) {
    left -= sum(
      moves.filter(({ on }) => on === day),
      (amount) => amount,
    )
    if (yearOf(day) === year) atEnd = left
    if (left < lowest.left) lowest = { on: day, left }
  }
  return { left: toCents(atEnd), lowest: { on: lowest.on, left: toCents(lowest.left) } }
}

/** What Form 2210 Part I asks for, and what is missing of it. Nothing is asked for when too little is left after withholding. */
function safeHarborOf(figured: FiguredYear, estimated: number): NonNullable<CashYear['safeHarbor']> {
  const { form2210, exempt } = federalRequired(figured)
  const required = exempt === null ? form2210.line9 : 0
  return {
    required: toCents(required),
    priorYear: Number.isNaN(form2210.line8) ? null : toCents(form2210.line8),
    short: toCents(required === 0 ? 0 : Math.max(0, required - figured.income.withheld - estimated)),
  }
}
