/**
 * One step of the price on a grid of equal ratios: how much each price of the grid counts in what is expected of a price some time
 * later. The weights are exact for whatever is straight between prices of the grid, so that nothing is lost but its bends.
 */
import { exp, log } from './exact.ts'
import { normalShare } from './normalShare.ts'
import type { PriceModel } from './priceModel.ts'

/** What is expected of a price of the grid after a time: the same for every price of it, shifted. */
export interface PriceStep {
  /** Weight of the price `first + k` places from today's, for each k; none is negative. With `zero` they add up to 1. */
  readonly weights: Float64Array
  readonly first: number
  /** Weight of a price of zero: the company failed, or the price fell further than anyone counts. */
  readonly zero: number
}

/** Less than this much of a price, or of a chance, is not looked for any further. */
const negligible = 1e-11

/** The most places a step may reach, each way. */
const farthest = 40_000

/**
 * The step of a model over `years` on a grid whose neighbours lie `spacing` of log price apart.
 *
 * The weight of a price is what a claim costs that pays 1 there, nothing at its neighbours, and straight in between: three calls,
 * each by the series of Merton (1976), which is Black-Scholes where there are no jumps.
 */
export function priceStep(model: PriceModel, years: number, spacing: number): PriceStep {
  const futures = futuresOf(model, years)
  const survival = futures.reduce((sum, { chance }) => sum + chance, 0)
  const mean = futures.reduce((sum, { chance, forward }) => sum + chance * forward, 0)
  let [low, high] = [0, 0]
  while (callOn(futures, high * spacing) > negligible * mean && high < farthest) high++
  while (chanceBelow(futures, low * spacing) > negligible && low > -farthest) low--
  const weights = new Float64Array(high - low + 1)
  const ratio = exp(spacing)
  let [left, here] = [callOn(futures, (low - 1) * spacing), callOn(futures, low * spacing)]
  let total = 0
  for (let k = low; k <= high; k++) {
    const price = exp(k * spacing)
    const right = callOn(futures, (k + 1) * spacing)
    const weight = (left - here) / (price - price / ratio) - (here - right) / (price * ratio - price)
    // Rounding may turn a weight too small to count below zero
    weights[k - low] = weight > 0 ? weight : 0
    total += weights[k - low] as number
    left = here
    here = right
  }
  return { weights, first: low, zero: Math.max(0, 1 - survival) + Math.max(0, survival - total) }
}

/** The futures with one number of jumps: their chance, the logarithm of their mean price for one of today's, and its deviation. */
interface Futures {
  readonly chance: number
  readonly logForward: number
  readonly forward: number
  readonly deviation: number
}

function futuresOf({ growth, volatility, jumps, failure }: PriceModel, years: number): Futures[] {
  const survival = exp(years * log(1 - failure))
  // The mean of all futures is what grows: those that survive, and have no jump, make up for the others
  const rise = years * (log(1 + growth) - log(1 - failure))
  const variance = volatility * volatility * years
  const futures: Futures[] = []
  const add = (chance: number, logForward: number, jumped: number): void => {
    futures.push({ chance, logForward, forward: exp(logForward), deviation: Math.sqrt(variance + jumped) })
  }
  if (!jumps) {
    add(survival, rise, 0)
    return futures
  }
  const expected = jumps.perYear * years
  const jumpVariance = jumps.volatility * jumps.volatility
  const perJump = jumps.mean + jumpVariance / 2
  const without = rise - expected * (exp(perJump) - 1)
  let chance = exp(-expected)
  for (let n = 0; n <= expected || chance > 1e-15; n++) {
    add(survival * chance, without + n * perJump, n * jumpVariance)
    chance *= expected / (n + 1)
  }
  return futures
}

/** What the excess of the price over a strike is expected to be, for a price of 1 today; the strike by its logarithm. Not discounted. */
function callOn(futures: readonly Futures[], logStrike: number): number {
  const strike = exp(logStrike)
  let sum = 0
  for (const { chance, logForward, forward, deviation } of futures) {
    if (deviation === 0) {
      sum += chance * Math.max(0, forward - strike)
      continue
    }
    const up = (logForward - logStrike) / deviation + deviation / 2
    sum += chance * (forward * normalShare(up) - strike * normalShare(up - deviation))
  }
  return sum
}

function chanceBelow(futures: readonly Futures[], logPrice: number): number {
  let sum = 0
  for (const { chance, logForward, deviation } of futures) {
    if (deviation === 0) sum += logForward < logPrice ? chance : 0
    else sum += chance * normalShare((logPrice - logForward) / deviation + deviation / 2)
  }
  return sum
}
