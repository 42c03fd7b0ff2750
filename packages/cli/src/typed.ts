/** What people type, in flags and in answers to questions. Each throws a RangeError that says what to write. */

/** A calendar date, `YYYY-MM-DD`. */
export function dateOf(text: string): string {
  const day = new Date(`${text}T00:00:00Z`)
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text))
    return text
  throw new RangeError('Write a date as YYYY-MM-DD, such as 2026-01-15.')
}

/** Dollars as people write them: `$220,000`, `1.50`. */
export function dollarsOf(text: string): number {
  const digits = text
    .trim()
    .replace(/^\$\s*/, '')
    .replace(/,(?=\d{3})/g, '')
  if (/^\d{1,12}(\.\d+)?$|^\.\d+$/.test(digits)) return Number(digits)
  throw new RangeError('Write an amount in dollars, such as 220000.')
}

/** Shares, whole or a part of one as a split may leave it: `1,200`, `33.5`. */
export function someShares(text: string): number {
  const digits = text.trim().replace(/,(?=\d{3})/g, '')
  if (/^\d{1,12}(\.\d{1,6})?$/.test(digits) && Number(digits) > 0) return Number(digits)
  throw new RangeError('Write a number of shares, such as 1000.')
}
