/** Prices in equal ratios around one of today: the places on which worth is known while it is followed back in time. */
import { exp, log } from './exact.ts'
import type { PriceModel } from './priceModel.ts'
import type { PriceStep } from './priceStep.ts'

/** A grid. Amounts on it are arrays of one more than its prices: the first is the amount at a price of zero. */
export interface PriceGrid {
  readonly prices: Float64Array
  /** Log price between neighbours. */
  readonly spacing: number
  /** The place of today's price among `prices`. */
  readonly today: number
}

/** How far the grid reaches, in deviations of the log price, and by jumps. */
const deviations = 6

/**
 * @param price today's, above zero; it is on the grid
 * @param years how far prices are followed
 * @param places neighbours to each side of today's price
 */
export function priceGrid(model: PriceModel, price: number, years: number, places: number): PriceGrid {
  const { volatility, jumps, growth, failure } = model
  const jumped = jumps ? jumps.perYear * years * (jumps.mean ** 2 + jumps.volatility ** 2) : 0
  const deviation = Math.sqrt(volatility * volatility * years + jumped)
  const oneJump = jumps && jumps.perYear > 0 ? Math.abs(jumps.mean) + 3 * jumps.volatility : 0
  const drift = Math.abs(log(1 + growth)) * years - log(1 - failure) * years
  const reach = deviations * deviation + oneJump + drift + 0.1
  const spacing = reach / places
  const prices = new Float64Array(2 * places + 1)
  for (let i = 0; i <= 2 * places; i++) prices[i] = i === places ? price : price * exp((i - places) * spacing)
  return { prices, spacing, today: places }
}

/** Amounts on the grid of a function of the price. */
export function amountsOn({ prices }: PriceGrid, amountAt: (price: number) => number): Float64Array {
  const amounts = new Float64Array(prices.length + 1)
  amounts[0] = amountAt(0)
  for (let i = 0; i < prices.length; i++) amounts[i + 1] = amountAt(prices[i] as number)
  return amounts
}

/** Places of a grid, from one to another, both included. */
export interface Places {
  readonly from: number
  readonly to: number
}

/** The places that may be reached from some others by a step. */
export const reachedFrom = ({ from, to }: Places, { first, weights }: PriceStep, { prices }: PriceGrid): Places => ({
  from: Math.max(0, from + Math.min(0, first)),
  to: Math.min(prices.length - 1, to + Math.max(0, first + weights.length - 1)),
})

/**
 * What is expected, a step before, of amounts on the grid; a price of zero stays there. Beyond its ends the amounts go on straight:
 * below to that of a price of zero, above as between the last two prices.
 * @param at the places it is asked for; all others are not figured, and NaN
 */
export function expectedOf(
  { prices }: PriceGrid,
  { weights, first, zero }: PriceStep,
  amounts: Float64Array,
  at: Places = { from: 0, to: prices.length - 1 },
): Float64Array {
  const count = prices.length
  const below = Math.max(0, -first)
  const above = Math.max(0, first + weights.length - 1)
  const wide = widened(prices, amounts, below, above)
  const nothing = amounts[0] as number
  const expected = new Float64Array(count + 1).fill(Number.NaN)
  expected[0] = nothing
  for (let i = at.from; i <= at.to; i++) {
    let sum = zero * nothing
    const from = i + below + first
    for (let k = 0; k < weights.length; k++) sum += (weights[k] as number) * (wide[from + k] as number)
    expected[i + 1] = sum
  }
  return expected
}

function widened(prices: Float64Array, amounts: Float64Array, below: number, above: number): Float64Array {
  const count = prices.length
  const ratio = (prices[count - 1] as number) / (prices[count - 2] as number)
  const top = prices[count - 1] as number
  const [nothing, lowest] = [amounts[0] as number, amounts[1] as number]
  const [last, beforeLast] = [amounts[count] as number, amounts[count - 1] as number]
  const slope = (last - beforeLast) / (top - (prices[count - 2] as number))
  const wide = new Float64Array(below + count + above)
  let price = 1
  for (let i = below - 1; i >= 0; i--) {
    price /= ratio
    wide[i] = nothing + (lowest - nothing) * price
  }
  for (let i = 0; i < count; i++) wide[below + i] = amounts[i + 1] as number
  price = top
  for (let i = 0; i < above; i++) {
    price *= ratio
    wide[below + count + i] = last + slope * (price - top)
  }
  return wide
}
