/** How large the position is beside everything one owns, now and after the year's exercises; and the three questions that decide the hold. */
import type { Case } from '../case.ts'
import { type PlainDate, yearOf } from '../date.ts'
import { toCents } from '../money.ts'
import {
  concentrationMarks,
  type Position,
  type PositionSize,
  positionOn,
  sizeOf,
  soldWhole,
  volatilityMarks,
} from '../risk/concentration.ts'
import { type SaleChance, saleChance } from '../risk/saleChance.ts'
import { type Bill, cashBills, heldThroughYear } from './cashBills.ts'
import type { CashTest } from './cashTest.ts'
import type { Asked } from './common.ts'
import type { MissingFact } from './missingFact.ts'
import { type HoldQuestion, holdQuestions } from './threeQuestions.ts'

/** The position on one day. Dollars; parts are fractions of net worth, null where the file does not say it or it is not above zero. */
export interface PositionRow {
  readonly name: 'now' | 'afterExercises'
  readonly on: PlainDate
  /** Value of a share that day. */
  readonly price: number
  readonly shares: number
  readonly unvested: number
  readonly value: number
  /** Vested options that can still be exercised, and their value less strike: a line of its own. */
  readonly options: { readonly shares: number; readonly value: number }
  /** Tax still due for shares exercised by then. */
  readonly taxDue: number
  /** Taken to hold vested options too. Less that tax, which is a debt already; after the exercises with what they have changed. */
  readonly netWorth: number | null
  readonly part: number | null
  readonly partWithOptions: number | null
  readonly size: PositionSize | null
  /** What selling all vested shares that day leaves, and the position beside a net worth that has paid that tax; options are not in it. */
  readonly afterTax: {
    readonly value: number
    readonly tax: number
    readonly part: number | null
    /** Whether anybody is known to buy that day; figured as if, where not. */
    readonly chance: SaleChance
    /** False: tax of a state that cannot be figured is not in it. */
    readonly whole: boolean
  } | null
}

export interface Concentration {
  /** `now`, and `afterExercises` where exercises of the year are still ahead. */
  readonly positions: readonly PositionRow[]
  /** Conventions of advisers, from which parts and volatilities are named. */
  readonly marks: typeof concentrationMarks & typeof volatilityMarks
  readonly questions: readonly HoldQuestion[]
  readonly missing: readonly MissingFact[]
}

/**
 * The concentration, and the three questions.
 * @param test the cash test of the same question
 * @throws InputError, NotModelled as the years and the ledger do.
 */
export function concentration(of: Case, asked: Asked, test: CashTest): Concentration {
  const days = daysOf(of, asked.asOf)
  const { now } = days
  const valued = of.company.prices.length > 0
  const positions = valued ? positionsOf(of, asked, test, days) : []
  const missing: MissingFact[] = [
    ...(valued ? [] : [{ path: 'company.prices', message: `what the shares are worth on ${now}` }]),
    ...(of.household.netWorth === null
      ? [{ path: 'household.netWorth', message: 'which part of everything you own these shares are' }]
      : []),
  ]
  return {
    positions,
    marks: { ...concentrationMarks, ...volatilityMarks },
    questions: holdQuestions({ of, now, positions, missing, test }),
    missing,
  }
}

/** The last day that is past, and the one whose value counts: the first of the file where it has none before. */
interface Days {
  readonly past: PlainDate
  readonly now: PlainDate
}

function daysOf({ incomes, company }: Case, asOf: PlainDate): Days {
  const firstYear = `${incomes[0]?.year ?? yearOf(asOf)}-01-01`
  const past = asOf < firstYear ? firstYear : asOf
  const [firstPrice = past] = company.prices.map(({ on }) => on).sort()
  return { past, now: firstPrice > past ? firstPrice : past }
}

/** Now, and after the exercises of the year where some of them are still to come. */
function positionsOf(of: Case, asked: Asked, test: CashTest, { past, now }: Days): PositionRow[] {
  const rounding = asked.rounding ?? 'exact'
  const { year } = test
  // Sales later in the year would hide what is held once all are exercised
  const held = heldThroughYear(of)
  const tested = { year, years: test.years.filter((each) => each <= year), asOf: past, rounding }
  const ahead = (on: PlainDate): Bill[] =>
    cashBills({ ...held, plan: held.plan.filter((action) => action.on <= on) }, tested).payments.filter(
      (bill) => bill.on > past,
    )
  const owned = (plus: number): number | null => (of.household.netWorth === null ? null : of.household.netWorth + plus)
  const done = { ...of, plan: of.plan.filter((action) => action.on <= past) }
  const before = positionOn(done, now)
  const made = ahead(past)
  const rowAt = (name: PositionRow['name'], at: Case, position: Position, bills: readonly Bill[], plus: number) =>
    rowOf(name, position, taxOf(bills), owned(plus - paid(bills)), soldRow(at, position, rounding))
  const first = rowAt('now', now === past ? of : done, before, made, 0)
  const days = of.plan.filter(({ kind, on }) => kind === 'exercise' && yearOf(on) === year && on > past)
  if (days.length === 0) return [first]
  const day = days.reduce((last, { on }) => (on > last ? on : last), now)
  const after = positionOn(held, day)
  return [first, rowAt('afterExercises', held, after, ahead(day), gained(before, after))]
}

const taxOf = (bills: readonly Bill[]): number =>
  bills.reduce((sum, { kind, amount }) => (kind === 'tax' ? sum + amount : sum), 0)

const gained = (before: Position, after: Position): number =>
  after.value + after.options.value - before.value - before.options.value

const paid = (payments: readonly Bill[]): number => payments.reduce((sum, { amount }) => sum + amount, 0)

const soldRow = (of: Case, position: Position, rounding: 'exact' | 'as-filed') => {
  const sold = soldWhole(of, position, rounding)
  return sold && { ...sold, chance: saleChance(of.company, position.on) }
}

function rowOf(
  name: PositionRow['name'],
  { on, price, shares, unvested, value, options }: Position,
  taxDue: number,
  netWorth: number | null,
  sold: ReturnType<typeof soldRow>,
): PositionRow {
  const part = partOf(value, netWorth)
  return {
    ...{ name, on, price: toCents(price), shares, unvested, value: toCents(value) },
    options: { shares: options.shares, value: toCents(options.value) },
    ...{ taxDue: toCents(taxDue), netWorth: netWorth === null ? null : toCents(netWorth) },
    ...{ part: printed(part), partWithOptions: printed(partOf(value + options.value, netWorth)) },
    size: part === null ? null : sizeOf(part),
    afterTax: sold && {
      ...{ value: toCents(sold.afterTax), tax: toCents(sold.tax), chance: sold.chance, whole: sold.whole },
      part: printed(netWorth === null ? null : partOf(sold.afterTax, netWorth - sold.tax)),
    },
  }
}

const partOf = (value: number, netWorth: number | null): number | null =>
  netWorth === null || netWorth <= 0 ? null : value / netWorth

const printed = (part: number | null): number | null => (part === null ? null : Math.round(part * 1e6) / 1e6)
