/**
 * `rate` basis points of `amount` dollars.
 * Multiplies before dividing: 35 % of $90 is exactly 31.50 this way and 31.499999999999996 as `0.35 * 90`.
 */
export const part = (rate: number, amount: number): number => (rate * amount) / 10_000

/** The amount of which `rate` basis points are `share` dollars: the inverse of `part`. */
export const wholeOf = (rate: number, share: number): number => (share * 10_000) / rate

/** A form's "if zero or less, enter 0". NaN stays NaN: an unfigured line never turns into a zero. */
export const atLeastZero = (amount: number): number => (amount < 0 ? 0 : amount)

/** The smaller of two amounts. NaN wins, as with `Math.min`, which is slower in the hot loop. */
export const smaller = (a: number, b: number): number => (a < b ? a : a >= b ? b : Number.NaN)

/** The larger of two amounts; NaN wins. */
export const larger = (a: number, b: number): number => (a > b ? a : a <= b ? b : Number.NaN)

/** Dollars rounded to the nearest whole dollar, half up, as the Tax Table is printed. */
export const wholeDollars = (amount: number): number => Math.floor(amount + 0.5)

/** Dollars rounded to the cent for output, never minus zero. A hair of binary error below half a cent rounds up. */
export const toCents = (amount: number): number => {
  const cents = Math.round(amount * 100 + (amount < 0 ? -1e-6 : 1e-6)) / 100
  return cents === 0 ? 0 : cents
}
