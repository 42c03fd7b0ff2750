/**
 * Sections 1222(3) and 422(a)(1): how long a share was held. A period begins the day after the share was acquired, or the
 * option granted, and N years of it are over when that day comes round for the Nth time; where there is no 29 February
 * then, on 1 March. Days are those of Date.UTC.
 *
 * Left out: tacking under section 1223.
 */

const dayLength = 86_400_000

/** The number of a day, for counting. */
export function dayOf(date: string): number {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return Date.UTC(year, month - 1, day) / dayLength
}

export const yearOf = (date: string): number => Number(date.slice(0, 4))

/** The same day of a month some months later; only for days that every month has. */
export function monthsLater(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  if (day > 28) throw new Error(`${date}: not a day of every month`)
  return new Date(Date.UTC(year, month - 1 + months, day)).toISOString().slice(0, 10)
}

/** Whether more than so many whole years had passed when the share was disposed of. */
export function heldMoreThan(years: number, acquired: string, disposed: string): boolean {
  const first = new Date((dayOf(acquired) + 1) * dayLength)
  // Date.UTC makes a 29 February that is missing 1 March
  const over = Date.UTC(first.getUTCFullYear() + years, first.getUTCMonth(), first.getUTCDate())
  return dayOf(disposed) * dayLength >= over
}
