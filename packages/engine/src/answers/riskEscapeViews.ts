/** The escape hatch as somebody of one aversion to risk sees it, for output. */
import type { PlainDate } from '../date.ts'
import { toCents } from '../money.ts'
import { type Escape, type EscapeCourse, type EscapeGrids, escapeOf } from '../risk/escape.ts'
import type { EscapeMonth } from '../risk/escapeMonths.ts'
import { type EscapePart, escapePart } from '../risk/escapePart.ts'
import type { EscapeWorths } from '../risk/escapeWorths.ts'
import { type PriceRange, rangesWhere } from '../risk/priceRanges.ts'
import { type Utility, utilityOf } from '../risk/utility.ts'
import type { WatchDay } from '../risk/watchDays.ts'
import type { EscapeAims } from './riskEscapeTerms.ts'

/** Prices, dollars a share of the day, at which selling is at least as good; null: from nothing up, or however high. */
export interface SellRange {
  readonly from: number | null
  readonly to: number | null
}

/** A day on which shares can be sold. */
export interface EscapeDay {
  readonly on: PlainDate
  /** Dollars a share offered that day; null: the price of the day. */
  readonly offered: number | null
  /** At a price of the day in one of these, sell; empty: never. */
  readonly sell: readonly SellRange[]
}

/** Sure amounts that are worth the same, in dollars of the first day; null where something can happen that leaves nothing at all. */
export interface EscapeMonthView {
  readonly month: string
  readonly watched: number | null
  /** Sold on the last day of the year or not at all. */
  readonly lastDayAlone: number | null
  readonly kept: number | null
  /** What being able to sell in the year adds: `watched` less `kept`. */
  readonly hatch: number | null
  /** How far that is above the hatch of an exercise in December; null where that is not known. */
  readonly overDecember: number | null
  /** How far `hatch` may be off by the grid it is figured on. */
  readonly within: number | null
}

export interface EscapeView {
  readonly aversion: number
  readonly months: readonly EscapeMonthView[]
  /** When to sell the shares of the first exercise. */
  readonly days: readonly EscapeDay[]
  /** On the last day, at the price at which selling all and keeping all are alike: whether a part is better. Null where there is no such price. */
  readonly part: EscapePart | null
}

/** @param courses those of the months that have one, in their order */
export function viewsOf(
  worths: EscapeWorths,
  months: readonly EscapeMonth[],
  courses: readonly EscapeCourse[],
  { aversions, outside }: EscapeAims,
  grids: EscapeGrids,
): EscapeView[] {
  return aversions.map((aversion) => {
    const utility = utilityOf(aversion, outside)
    const found = courses.map((course, i) => escapeOf(worths, course, utility, grids, i === 0))
    const dated = months.filter(({ course }) => course !== null)
    const [first] = courses
    return {
      aversion,
      months: dated.map(({ month }, i) => monthView(month, found[i] ?? null, decemberOf(dated, found))),
      days: first && found[0] ? daysOf(first, found[0].sell) : [],
      part: first && found[0] ? partOf(worths, first, found[0], utility, grids) : null,
    }
  })
}

/** A hatch worth nothing in every month: there is nobody to sell to. */
export const noHatch = ({ aversions }: EscapeAims, months: readonly EscapeMonth[]): EscapeView[] =>
  aversions.map((aversion) => ({
    aversion,
    months: months
      .filter(({ course }) => course !== null)
      .map(({ month }) => ({
        month,
        watched: null,
        lastDayAlone: null,
        kept: null,
        hatch: 0,
        overDecember: 0,
        within: 0,
      })),
    ...{ days: [], part: null },
  }))

const decemberOf = (dated: readonly EscapeMonth[], found: readonly (Escape | null)[]): number | null => {
  const at = dated.findIndex(({ month }) => month.endsWith('-12'))
  return dated.length > 1 ? (found[at]?.hatch ?? null) : null
}

function monthView(month: string, found: Escape | null, december: number | null): EscapeMonthView {
  const none = { watched: null, lastDayAlone: null, kept: null, hatch: null, overDecember: null, within: null }
  if (found === null) return { month, ...none }
  const { watched, lastDayAlone, kept, hatch, within } = found
  return {
    ...{ month, watched: toCents(watched), lastDayAlone: toCents(lastDayAlone), kept: toCents(kept) },
    ...{ hatch: toCents(hatch), within: toCents(within) },
    overDecember: december === null ? null : toCents(hatch - december),
  }
}

const daysOf = (course: EscapeCourse, sell: Escape['sell']): EscapeDay[] =>
  course.watch.map((day, i) => dayOf(course, day, sell[i] ?? []))

const dayOf = ({ splitOn }: EscapeCourse, { on, price }: WatchDay, ranges: readonly PriceRange[]): EscapeDay => ({
  ...{ on, offered: price },
  sell: ranges.map(({ from, to }) => ({
    from: from === 0 ? null : toCents(from / splitOn(on)),
    to: Number.isFinite(to) ? toCents(to / splitOn(on)) : null,
  })),
})

function partOf(
  worths: EscapeWorths,
  course: EscapeCourse,
  { sell }: Escape,
  utility: Utility,
  grids: EscapeGrids,
): EscapePart | null {
  const day = course.watch.at(-1)
  const to = sell.at(-1)?.[0]?.to ?? Number.POSITIVE_INFINITY
  if (!day || day.price !== null || !Number.isFinite(to)) return null
  const part = escapePart(worths, course, day, to, utility, grids)
  return {
    ...{ on: part.on, price: toCents(part.price), shares: part.shares },
    ...{ whole: toCents(part.whole), none: toCents(part.none), part: part.part === null ? null : toCents(part.part) },
  }
}

/** What the last day of the year asks, without any view of the price. */
export interface EscapeEven extends EscapeDay {
  /** The day on which kept shares are sold, at the same price. */
  readonly keptUntil: PlainDate
}

/** The prices at which selling on the last day of the year is at least as good as keeping the shares and selling at the same price. */
export function evenOf(worths: EscapeWorths, course: EscapeCourse): EscapeEven | null {
  const day = course.watch.at(-1)
  if (!day) return null
  const { on, price, most } = day
  const there = course.shares * course.splitOn(on)
  const now =
    price === null
      ? worths.sold(on)
      : worths.partSold({ on, price, shares: Math.min(there, most ?? there) }, course.keptUntil)
  const kept = worths.sold(course.keptUntil)
  const prices = [...new Set([...now.bends, ...kept.bends])].sort((one, other) => one - other)
  const ranges = rangesWhere(prices, (i) => now.at(prices[i] as number) - kept.at(prices[i] as number))
  return { ...dayOf(course, day, ranges), keptUntil: course.keptUntil }
}
