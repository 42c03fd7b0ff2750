/** Plain calendar dates, `YYYY-MM-DD`, without clocks or time zones. Years 1900 to 2200. */

/** A calendar date as written in a scenario, checked by `isDate`. Dates of this form compare as strings. */
export type PlainDate = string

const form = /^(\d{4})-(\d{2})-(\d{2})$/

/** Whether a text is a date that exists, between 1900 and 2200: `2026-02-29` is not. */
export function isDate(text: string): boolean {
  const [, year, month, day] = (form.exec(text) ?? []).map(Number)
  if (year === undefined || month === undefined || day === undefined) return false
  return year >= 1900 && year <= 2200 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

export const yearOf = (date: PlainDate): number => Number(date.slice(0, 4))

/** A date some whole months later: the same day of the month, or the last day of a shorter month. */
export function monthsAfter(date: PlainDate, months: number): PlainDate {
  const [, year = 0, month = 0, day = 0] = (form.exec(date) ?? []).map(Number)
  const since = year * 12 + (month - 1) + months
  const [toYear, toMonth] = [Math.floor(since / 12), (since % 12) + 1]
  return plainDate(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)))
}

const plainDate = (year: number, month: number, day: number): PlainDate =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

/** Whole months from one date to a later one: the number of times the day of the month has come round. Negative never; 0 before. */
export function wholeMonthsBetween(from: PlainDate, to: PlainDate): number {
  if (to < from) return 0
  const span = (yearOf(to) - yearOf(from)) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
  return monthsAfter(from, span) > to ? span - 1 : span
}

/**
 * Whether a person is 65 by the end of a tax year. The law counts an age as reached the day before the birthday, so
 * someone born on 1 January 1961 is 65 in 2025. Instructions for Form 1040, line 12d.
 */
export const is65In = (year: number, born: PlainDate): boolean => born < `${String(year - 64).padStart(4, '0')}-01-02`
