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

/** Days from 1 January 1970 to a date; before it negative. Days are what the ledger of shares counts in. */
export const dayNumber = (date: PlainDate): number =>
  dayOf(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)))

/** The date of a day number. */
export function dateOf(day: number): PlainDate {
  const packed = civil(day)
  return plainDate(packed >> 9, (packed >> 5) & 15, packed & 31)
}

/** Whether a day is none of a weekend. 1 January 1970 was a Thursday. */
export const isWeekday = (day: number): boolean => weekdayOf(day) % 6 !== 0

/** The last weekday up to a day. */
export function weekdayUpTo(on: PlainDate): PlainDate {
  let day = dayNumber(on)
  while (!isWeekday(day)) day--
  return dateOf(day)
}

/** The last weekday of a year. */
export const lastWeekday = (year: number): PlainDate => weekdayUpTo(`${year}-12-31`)

/** The day of the week of a day number: Sunday is 0, Saturday 6. */
export const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7

/** The calendar year of a day number. */
export const yearOfDay = (day: number): number => civil(day) >> 9

/**
 * The last day of a period of whole years from a day, counted from the day after it: the anniversary itself is inside,
 * and a 29 February that is missing becomes 1 March. Acquired 28 February 2023, one year: ends 29 February 2024.
 * Reg. §1.422-1(a)(1)(i)(A); Pub. 525.
 */
export function periodEndsDay(day: number, years: number): number {
  const begins = civil(day + 1)
  return dayOf((begins >> 9) + years, (begins >> 5) & 15, begins & 31) - 1
}

/** `periodEndsDay` on dates as written. */
export const periodEnds = (date: PlainDate, years: number): PlainDate => dateOf(periodEndsDay(dayNumber(date), years))

/** The day number of a calendar day; 29 February of a common year is 1 March. */
function dayOf(year: number, month: number, day: number): number {
  // Years that begin in March end with the leap day, so that it moves nothing else
  const marchYear = month <= 2 ? year - 1 : year
  const leaps = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400)
  return 365 * marchYear + leaps + Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 719_469
}

/** Year, month and day of a day number in one: nine bits up, five bits up, none. */
function civil(day: number): number {
  const since = day + 719_468
  const era = Math.floor(since / 146_097)
  const inEra = since - era * 146_097
  const leapless = inEra - Math.floor(inEra / 1_460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)
  const yearOfEra = Math.floor(leapless / 365)
  const inYear = inEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * inYear + 2) / 153)
  const month = ((marchMonth + 2) % 12) + 1
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return (year << 9) | (month << 5) | (inYear - Math.floor((153 * marchMonth + 2) / 5) + 1)
}
