/** The whole of an amount as a rate, in basis points. */
export const wholeRate = 10_000

/**
 * `rate` basis points of `amount` dollars.
 * Multiplies before dividing: 35 % of $90 is exactly 31.50 this way and 31.499999999999996 as `0.35 * 90`.
 */
export const part = (rate: number, amount: number): number => (rate * amount) / wholeRate

/** The amount of which `rate` basis points are `share` dollars: the inverse of `part`. */
export const wholeOf = (rate: number, share: number): number => (share * wholeRate) / rate

/** A form's "if zero or less, enter 0". NaN stays NaN: an unfigured line never turns into a zero. */
export const atLeastZero = (amount: number): number => (amount < 0 ? 0 : amount)

/** The smaller of two amounts. NaN wins, as with `Math.min`, which is slower in the hot loop. */
export const smaller = (a: number, b: number): number => (a < b ? a : a >= b ? b : Number.NaN)

/** The larger of two amounts; NaN wins. */
export const larger = (a: number, b: number): number => (a > b ? a : a <= b ? b : Number.NaN)

/** Dollars rounded to the nearest whole dollar, half up, as the Tax Table is printed. */
export const wholeDollars = (amount: number): number => Math.floor(amount + 0.5)

/**
 * Dollars rounded to the nearest cent for output, never minus zero. The number rounded is the binary one that is held: half
 * a cent, which it rarely is to the last digit, goes to the side it lies on, and an exact half to the even cent. No law
 * says how half a cent is shown, and other programs print it so.
 */
export function toCents(amount: number): number {
  const cents = amount * 100
  const rest = cents - Math.floor(cents)
  const rounded = Math.abs(rest - 0.5) > 1e-4 ? Math.round(cents) / 100 : halfCent(amount)
  return rounded === 0 ? 0 : rounded
}

/** Only eighths of a dollar hold half a cent exactly: .125 and .625 go down, .375 and .875 up. */
function halfCent(amount: number): number {
  const eighths = Math.abs(amount * 8)
  if (!Number.isInteger(eighths)) return Number(amount.toFixed(2))
  const down = eighths % 4 === 1
  return (Math.sign(amount) * (down ? Math.floor : Math.ceil)(Math.abs(amount) * 100)) / 100
}
