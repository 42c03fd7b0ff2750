/** Dates as people read them; every date is a plain `YYYY-MM-DD`, never a moment. */

const short = new Intl.DateTimeFormat('en-US', { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' })
const long = new Intl.DateTimeFormat('en-US', { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' })
const month = new Intl.DateTimeFormat('en-US', { year: 'numeric', month: 'long', timeZone: 'UTC' })
const perDay = 86_400_000

const at = (date: string): Date => new Date(`${date}T00:00:00Z`)

/** `Mar 11, 2026`. */
export const day = (date: string): string => short.format(at(date))

/** `March 11, 2026`, in sentences. */
export const longDay = (date: string): string => long.format(at(date))

/** `December 2029`. */
export const monthOf = (date: string): string => month.format(at(date))

/** Days from one date to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((at(to).getTime() - at(from).getTime()) / perDay)

export const yearOf = (date: string): number => Number(date.slice(0, 4))

/** A sentence of the engine with its dates as people read them. */
export const readable = (sentence: string): string => sentence.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (date) => day(date))

/** The day it is where the reader is. The one place of the page that reads a clock. */
export function today(): string {
  const now = new Date()
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
