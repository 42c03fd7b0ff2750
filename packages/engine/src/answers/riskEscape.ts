/** The escape hatch of an exercise: what exercising early in the year is worth, because the shares can be watched and sold before AMT is final. */
import type { Assumed, Case } from '../case.ts'
import type { PlainDate } from '../date.ts'
import { strikeOn } from '../equity/onDay.ts'
import { yearsWithLaw } from '../law/federal/tables.ts'
import { toCents } from '../money.ts'
import type { EscapeCourse } from '../risk/escape.ts'
import {
  asOf,
  type EscapeMonth,
  escapeGrids,
  escapeMonths,
  heldMonth,
  lastYearOf,
  type MonthLeftOut,
  paidLater,
} from '../risk/escapeMonths.ts'
import { escapeMoving } from '../risk/escapeMoving.ts'
import { escapeWorths } from '../risk/escapeWorths.ts'
import { type NoMarket, noMarketAfter } from '../risk/watchDays.ts'
import type { Asked } from './common.ts'
import type { MissingFact } from './missingFact.ts'
import { type EscapeShares, escapeShares } from './riskEscapeShares.ts'
import { escapeAims, leftOutOf } from './riskEscapeTerms.ts'
import { type EscapeEven, type EscapeView, evenOf, noHatch, viewsOf } from './riskEscapeViews.ts'

/** What a question of the escape hatch is asked for. Left out, each has its default. */
export interface EscapeQuestion {
  readonly grant?: string
  readonly shares?: number
  /** Relative risk aversions; 0 is indifferent to risk. */
  readonly aversions?: readonly number[]
  /** In place of those of `company.view`. */
  readonly growth?: number
  readonly volatility?: number
  readonly failure?: number
  /** Whether the price may move until a later exercise, too; true if not given. */
  readonly moving?: boolean
}

/** A month of the year, and the exercise in it that is looked at. */
export interface RiskEscapeMonth {
  readonly month: string
  /** The day of exercise: the first weekday. Null where there is none: the month is gone, too few shares can be exercised, or they are not vested. */
  readonly on: PlainDate | null
  readonly leftOut: MonthLeftOut | null
  /** Days left to sell on, and the day on which kept shares are sold: the first on which the sale qualifies and they can be sold. */
  readonly days: number
  readonly keptUntil: PlainDate | null
  /** Expected worth of the exercise when the price moves until its day, too; null where that is not figured. */
  readonly moving: number | null
}

export interface RiskEscape {
  readonly year: number
  /** What is watched; null where the year has no ISO shares to watch. Shares, strike and value as of `on`. */
  readonly watched: {
    readonly kind: EscapeShares['kind']
    readonly grant: string
    readonly lot: string | null
    /** The first exercise that is looked at, or the day from which shares held are watched; dollars are as of this day. */
    readonly on: PlainDate
    readonly shares: number
    readonly strike: number
    readonly value: number
    readonly valuedOn: PlainDate
  } | null
  /** Growth of the mean price a year; null where it is not known how prices move. */
  readonly growth: number | null
  /** Rate a year at which later dollars are discounted. */
  readonly discountRate: number
  /** Why nothing can be sold before the year is over; null where something can. The hatch is then worth nothing. */
  readonly noMarket: NoMarket | null
  readonly months: readonly RiskEscapeMonth[]
  /** By risk aversion; empty where it is not known how prices move. */
  readonly views: readonly EscapeView[]
  /** The last day of the year on which shares can be sold: the prices at which that is at least as good as keeping them at the same price. */
  readonly even: EscapeEven | null
  /** What the figures leave out, in sentences. */
  readonly leftOut: readonly string[]
  readonly missing: readonly MissingFact[]
  readonly assumed: readonly Assumed[]
}

/**
 * The value of exercising in January instead of each later month, the price being the same: what the shares are expected to bring to whoever sells
 * them in the year of exercise whenever that is the better choice, less what they are expected to bring when they are kept anyway.
 * @throws InputError for a grant or shares that are not there, or no value; NotModelled as the years do.
 */
export function riskEscape(of: Case, asked: Asked, question: EscapeQuestion = {}): RiskEscape {
  const found = escapeShares(of, asked, question)
  const aims = escapeAims(of, question, found)
  const nothing = {
    growth: aims.model?.growth ?? null,
    discountRate: of.assumptions.discountRate,
    noMarket: null,
    months: [],
    views: [],
    even: null,
    leftOut: [],
    missing: aims.missing,
    assumed: aims.assumed,
  }
  if (!found) return { year: asked.year ?? Number(asked.asOf.slice(0, 4)), watched: null, ...nothing }
  const { year, kind, from, grant, valuedOn } = found
  const months = kind === 'held' ? [heldMonth(found.watched, from)] : escapeMonths(found.watched, from)
  const courses = months.flatMap(({ course }) => (course ? [course] : []))
  const [first] = courses
  const on = first?.on ?? from
  const watched = asOf(found.watched, from, on)
  const strike = strikeOn(of, grant, on)
  const about = {
    ...{ kind, grant: grant.id, lot: kind === 'supposed' ? null : watched.lot, on, shares: watched.shares },
    ...{ strike: toCents(strike), value: toCents(watched.value), valuedOn },
  }
  const noMarket = noMarketAfter(of.company, on)
  if (!first || noMarket)
    return {
      ...{ year, watched: about, ...nothing, noMarket, months: months.map(shown) },
      views: noMarket ? noHatch(aims, months) : [],
    }
  const terms = { from: on, discount: of.assumptions.discountRate, last: lastYearOf(courses, yearsWithLaw.last) }
  const counted = first.splitOn(on)
  const dated = courses.map((each) => {
    const course = { ...each, shares: watched.shares, splitOn: (day: PlainDate) => each.splitOn(day) / counted }
    return kind === 'held' ? course : paidLater(course, strike * watched.shares, terms)
  })
  const { model } = aims
  const grids = model && escapeGrids(model, watched.value, dated)
  const worths = escapeWorths(watched, terms, grids ? (grids.fine.prices.at(-1) as number) : 50 * watched.value)
  const moved =
    model && question.moving !== false && kind !== 'held' ? escapeMoving(watched, dated, model, terms, strike) : []
  return {
    ...nothing,
    ...{ year, watched: about, noMarket },
    months: months.map((month) => ({
      ...shown(month),
      moving: centsOrNull(moved[dated.findIndex((each) => each.on === month.course?.on)]),
    })),
    views: grids ? viewsOf(worths, months, dated, aims, grids) : [],
    even: evenOf(worths, dated[0] as EscapeCourse),
    leftOut: leftOutOf(found, months, model),
  }
}

const centsOrNull = (amount: number | undefined): number | null => (amount === undefined ? null : toCents(amount))

const shown = ({ month, course, leftOut }: EscapeMonth): RiskEscapeMonth => ({
  ...{ month, on: course?.on ?? null, leftOut, days: course?.watch.length ?? 0 },
  ...{ keptUntil: course?.keptUntil ?? null, moving: null },
})
