/** Amounts as people type them. */

/** Beyond it a slip of the hand is likelier than the amount. Dollars, or shares. */
const largest = 1e9

/** What was typed as a number: `$223,417` and `223417` alike; null for what is none, or below zero. */
export function amountIn(text: string): number | null {
  const plain = text.replace(/[$,\s]/g, '')
  const amount = Number(plain)
  return plain === '' || !Number.isFinite(amount) || amount < 0 || amount > largest ? null : amount
}
