/** The cash test: strike and tax of the plan's exercises, paid from money that is not these shares. It comes before everything else. */
import type { Case } from '../case.ts'
import { type PlainDate, yearOf } from '../date.ts'
import type { Exercise } from '../equity/shares.ts'
import type { Notice } from '../explain/notices.ts'
import { returnDue } from '../law/federal/dueDates.ts'
import { toCents } from '../money.ts'
import { type Lack, reachOf } from '../risk/loan.ts'
import { type SaleChance, saleChance } from '../risk/saleChance.ts'
import { type Bill, type CashBills, cashBills, heldThroughYear, keptWhole, type Tested } from './cashBills.ts'
import { type BorrowedTest, borrowedTest } from './cashBorrowed.ts'
import { type PayableExercise, payableOf } from './cashPayable.ts'
import { type IfWorthless, ifWorthless } from './cashWorthless.ts'
import { type Asked, figuredYearAsked, printedExercise } from './common.ts'
import { type CostWay, costAnswer } from './cost.ts'
import type { MissingFact } from './missingFact.ts'
import { lastYear } from './project.ts'

/** `nothingDue`: the plan has no exercise from the year asked on, and none made already leaves a bill. */
export type CashVerdict = 'passes' | 'fails' | 'unknown' | 'nothingDue'

export interface CashTest {
  readonly verdict: CashVerdict
  readonly asOf: PlainDate
  /** The year asked. */
  readonly year: number
  /** Tax years looked at; the test goes through the day the last of their returns is due. */
  readonly years: readonly number[]
  readonly through: PlainDate
  readonly exercises: readonly Exercise[]
  /** Dollars. Proceeds are those of shares sold on the day of their exercise; sales later are set aside. */
  readonly strike: number
  readonly proceeds: number
  readonly federalTax: number
  /** Null where the tax of a state cannot be figured; what is known of it is in `needed`. */
  readonly stateTax: number | null
  /** Tax of lots exercised in these years already, which is due all the same. */
  readonly earlierTax: number
  readonly needed: number
  /** By date, with what is left of the cash after each; null where the file does not say what cash there is. */
  readonly payments: readonly (Bill & { readonly left: number | null })[]
  readonly cash: number | null
  readonly left: number | null
  /** The first day on which money is missing, and the day on which most is. */
  readonly lacks: { readonly first: Lack; readonly most: Lack } | null
  /** What of the exercises can be paid, where not all of them can. */
  readonly payable: readonly PayableExercise[] | null
  /** Where the test fails: the exercises of the first such year sold to cover, or on the day, and whether there is a buyer then. */
  readonly instead: Instead | null
  /** Sales of the plan later in the year of exercise: they are not counted, and this is what they would change. */
  readonly sales: { readonly proceeds: number; readonly needed: number; readonly left: number | null } | null
  readonly ifWorthless: IfWorthless | null
  /** The same with money borrowed; null where the file has no loan. */
  readonly withLoan: BorrowedTest | null
  readonly missing: readonly MissingFact[]
  readonly notices: readonly Notice[]
}

export interface Instead {
  readonly year: number
  readonly days: readonly { readonly id: string; readonly on: PlainDate; readonly chance: SaleChance }[]
  readonly ways: readonly CostWay[]
}

/**
 * The test of the year asked, of every later year with planned exercises, and of one before whose return is due on the day asked
 * or later. Later sales of these shares are set aside: what holds must be paid for by something else.
 * @throws NotModelled where a loan that only the shares answer for is needed; InputError, NotModelled as the years do.
 */
export function cashTest(of: Case, asked: Asked): CashTest {
  const tested = testedBy(of, asked)
  const held = heldThroughYear(of)
  const bills = cashBills(held, tested)
  const { cash } = of.household
  const reach = cash === null ? null : reachOf(cash, bills.payments)
  const missing = missingOf(of, bills)
  const lacks = reach?.first && reach.most ? { first: printedLack(reach.first), most: printedLack(reach.most) } : null
  const none = bills.exercises.length === 0 && bills.payments.length === 0
  const verdict = none ? 'nothingDue' : lacks ? 'fails' : missing.length > 0 ? 'unknown' : 'passes'
  const names = new Set(bills.exercises.map(({ id }) => id))
  const needed = neededOf(bills)
  const withLoan = of.household.borrowed ? borrowedTest(of.household.borrowed, cash, bills) : null
  return {
    ...{ verdict, asOf: asked.asOf, year: tested.year, years: tested.years },
    through: latest([...bills.payments.map(({ on }) => on), returnDue(tested.years.at(-1) as number)]),
    exercises: bills.exercises.map(printedExercise),
    ...{ strike: toCents(bills.strike), proceeds: toCents(bills.proceeds), federalTax: toCents(bills.federalTax) },
    stateTax: bills.unknown.length > 0 ? null : toCents(bills.stateTax),
    earlierTax: toCents(bills.earlierTax),
    needed,
    payments: withBalance(bills.payments, cash),
    cash,
    left: cash === null ? null : toCents(cash - needed),
    lacks,
    payable: lacks && cash !== null ? payableOf(keptWhole(held, names), names, fitsIn(tested, cash)) : null,
    instead: lacks ? insteadOf(of, asked, bills, lacks.first) : null,
    sales: salesOf(of, held, tested, bills),
    ifWorthless: names.size === 0 ? null : ifWorthless(held, names, tested, spentBy(bills)),
    withLoan,
    missing,
    notices: [...giftNotice(of, tested), ...(withLoan?.notices ?? [])],
  }
}

const latest = (days: readonly PlainDate[]): PlainDate => [...days].sort().at(-1) as PlainDate

const printedLack = ({ on, amount }: Lack): Lack => ({ on, amount: toCents(amount) })

/** The years with exercises from the one asked on, or before it where their tax is still to be paid. */
function testedBy(of: Case, asked: Asked): Tested {
  const { year } = figuredYearAsked(of, asked)
  const first = of.incomes[0]?.year ?? year
  const made = of.plan.filter(({ kind }) => kind === 'exercise').map(({ on }) => yearOf(on))
  const lots = of.lots.map(({ exercised }) => yearOf(exercised))
  const due = [...made, ...lots].filter((each) => each >= first && each < year && returnDue(each) >= asked.asOf)
  const last = lastYear(of)
  const years = [...new Set([...due, year, ...made.filter((each) => each > year && each <= last)])].sort()
  return { year, years, asOf: asked.asOf, rounding: asked.rounding ?? 'exact' }
}

/** Strike and tax of the exercises, paid already or not. */
const spentBy = ({ strike, proceeds, federalTax, stateTax }: CashBills): number =>
  strike - proceeds + federalTax + stateTax

const neededOf = ({ payments }: CashBills): number => toCents(payments.reduce((sum, { amount }) => sum + amount, 0))

function withBalance(payments: readonly Bill[], cash: number | null): CashTest['payments'] {
  let left = cash ?? Number.NaN
  return payments.map((payment) => {
    left -= payment.amount
    return { ...payment, left: cash === null ? null : toCents(left) }
  })
}

const fitsIn =
  (tested: Tested, cash: number) =>
  (of: Case): boolean =>
    reachOf(cash, cashBills(of, tested).payments).first === null

function insteadOf(of: Case, asked: Asked, { exercises }: CashBills, { on }: Lack): Instead | null {
  // Tax is missing in the year after its exercise, strike in the same
  const made = exercises.filter((each) => each.on <= on).map((each) => yearOf(each.on))
  const year = made.at(-1)
  if (year === undefined) return null
  const horizon = Math.max(of.assumptions.horizon, year)
  const far = { ...of, assumptions: { ...of.assumptions, horizon } }
  return {
    year,
    days: exercises
      .filter((each) => yearOf(each.on) === year)
      .map(({ id, on: day }) => ({ id, on: day, chance: saleChance(of.company, day) })),
    ways: costAnswer(far, { ...asked, year }, true).compare ?? [],
  }
}

/** What the plan's own later sales in the year of exercise would change: they bring money, and another tax. */
function salesOf(of: Case, held: Case, tested: Tested, { proceeds }: CashBills): CashTest['sales'] {
  if (of === held) return null
  const sold = cashBills(of, tested)
  const needed = neededOf(sold)
  const { cash } = of.household
  return {
    proceeds: toCents(sold.proceeds - proceeds),
    needed,
    left: cash === null ? null : toCents(cash - needed),
  }
}

function missingOf({ household }: Case, { unknown, payments }: CashBills): MissingFact[] {
  const facts: MissingFact[] =
    household.cash === null
      ? [{ path: 'household.cash', message: 'whether strike and tax can be paid without selling these shares' }]
      : []
  const states = payments.length === 0 ? [] : unknown
  return [...facts, ...states.map((what) => ({ path: 'household.residence', message: `the state's bill: ${what}` }))]
}

/** Gifts of cash are the plan's own affair, and the cash they take is not in the test. */
function giftNotice({ plan }: Case, { years }: Tested): Notice[] {
  const given = plan.reduce(
    (sum, action) => (action.kind === 'give' && years.includes(yearOf(action.on)) ? sum + action.cash : sum),
    0,
  )
  if (given === 0) return []
  const amount = given.toLocaleString('en-US', { style: 'currency', currency: 'USD' })
  return [{ code: 'law', message: `The plan also gives ${amount} of cash away; the cash test does not count it.` }]
}
