/** The prices at which one of two amounts is at least the other, where both are straight between prices at which they are known. */

/** Prices from one to another, both included; Infinity: however high. */
export interface PriceRange {
  readonly from: number
  readonly to: number
}

/**
 * The ranges in which an amount is not below zero.
 * @param prices ascending, the first the lowest that is looked at
 * @param over the amount at price `i`; between two prices it crosses zero where its straight line does
 * @param slight a gap in which the amount is never further below zero than this is no gap
 */
export function rangesWhere(prices: readonly number[], over: (i: number) => number, slight = 0): PriceRange[] {
  const ranges: PriceRange[] = []
  let before = over(0)
  let from: number | null = before >= 0 ? (prices[0] as number) : null
  let lowest = 0
  for (let i = 1; i < prices.length; i++) {
    const here = over(i)
    lowest = Math.min(lowest, here)
    const [last, turns] = [before, here >= 0 !== (from !== null)]
    before = here
    if (!turns) continue
    const [left, right] = [prices[i - 1] as number, prices[i] as number]
    const crossing = left + ((right - left) * last) / (last - here)
    if (from !== null) {
      ranges.push({ from, to: crossing })
      from = null
      lowest = here
    } else from = lowest >= -slight && ranges.length > 0 ? (ranges.pop() as PriceRange).from : crossing
  }
  if (from !== null) ranges.push({ from, to: Number.POSITIVE_INFINITY })
  return ranges
}
