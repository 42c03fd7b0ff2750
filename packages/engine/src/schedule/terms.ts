/** What a plan is made for, and how dollars of different days are weighed. */
import { dayNumber, type PlainDate } from '../date.ts'

/** What a plan is to be made for. */
export interface PlanTerms {
  /** The day decisions begin; what the plan does before it stands. */
  readonly from: PlainDate
  /** The last year of decisions, and years after it that bring credit and losses home. */
  readonly horizon: number
  readonly tail: number
  /** Growth of the price a year, from the last value stated; 0 is a flat price. */
  readonly growth: number
  /** Money set aside each year for strike and tax. */
  readonly saved: number
  /** Whether a second day of decisions, in December, is looked at in every year. */
  readonly december: boolean
  /** Rate at which later dollars are discounted. */
  readonly discount: number
  /** No year of decisions may have more AMT than it has by itself. */
  readonly neverPast: boolean
  /** Shares that must still be held on the last day; 0: none. */
  readonly keep: number
  /** The most that shares held at the end of a year may be of net worth; null: any part. */
  readonly concentration: number | null
  /** When the shares have a market, where that is not the file's own affair: one branch of what may become of the company. */
  readonly market?: Market
}

/** The days on which shares can be sold in one branch: from a day on, or on one day alone. */
export interface Market {
  readonly opens: PlainDate | null
  readonly onlyOn: PlainDate | null
  /** Whether that one day is the last of a market there was before it: listed shares that are bought for cash. */
  readonly before?: boolean
}

/** Years from one day to another, with their fraction. */
export const yearsBetween = (from: PlainDate, to: PlainDate): number => (dayNumber(to) - dayNumber(from)) / 365.25

/** Present value of a dollar on a day. */
export const worthOn = ({ discount, from }: PlanTerms, on: PlainDate): number =>
  (1 + discount) ** -yearsBetween(from, on)
