/** Amounts, counts and parts within a sentence of an answer. */
import { toCents } from '../money.ts'

/** Dollars to the cent: `$36,553.85`, `-$3,000.00`. */
export function inDollars(amount: number): string {
  const cents = toCents(amount)
  return `${cents < 0 ? '-' : ''}$${Math.abs(cents).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`
}

/** A count of something: `1 share`, `2,000 shares`. */
export const counted = (shares: number, one = 'share'): string =>
  `${(+shares.toFixed(4)).toLocaleString('en-US', { maximumFractionDigits: 4 })} ${one}${shares === 1 ? '' : 's'}`

/** A fraction as a percentage, to a tenth: `23.5 %`. */
export const asPercent = (fraction: number): string => `${Math.round(fraction * 1e3) / 10} %`

/** `a, b and c`. */
export const listedWords = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

/** A lot by its name, and the day of its exercise where the name does not say it. */
export const lotWords = (id: string, exercised: string): string =>
  id.includes(exercised) ? id : `${id} of ${exercised}`

/** A rate in dollars on the dollar, as cents: `28 cents`, `nothing`. */
export const inCents = (rate: number): string => (rate < 5e-5 ? 'nothing' : `${Math.round(rate * 1e4) / 100} cents`)
