/** The price at which something that rises with it is even. */

/**
 * The least price, to a hundredth of a cent, at which `over` is not below zero; 0 where it never is, null where it is below zero at a
 * thousand times `start`. `over` must not fall as the price rises.
 */
export function evenPrice(over: (price: number) => number, start: number): number | null {
  if (over(0) >= 0) return 0
  let low = 0
  let high = Math.max(start, 0.01)
  for (let doubled = 0; over(high) < 0; doubled++) {
    if (doubled >= 10) return null
    low = high
    high *= 2
  }
  while (high - low > 5e-5) {
    const middle = low + (high - low) / 2
    if (over(middle) >= 0) high = middle
    else low = middle
  }
  return high
}
