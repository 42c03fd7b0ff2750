/** A few prices that stand for all: the futures of a model in equally likely bands, each by its mean. */
import { exp, log } from './exact.ts'
import { normalShare } from './normalShare.ts'
import type { PriceModel } from './priceModel.ts'

/** The futures with one number of jumps: chance, mean price for one of today's, and the spread of its logarithm. */
interface Futures {
  readonly chance: number
  readonly mean: number
  readonly deviation: number
}

/**
 * The mean price in each of `count` equally likely bands after some years, ascending, as a multiple of what is expected: their own mean is 1,
 * however wide they lie. A band that failures fill is 0. The growth of the model does not matter.
 */
export function priceBands(model: PriceModel, years: number, count: number): number[] {
  const futures = futuresOf(model, years)
  const up = Array.from({ length: count }, (_, i) => (i + 1 === count ? 1 : lowestPart(futures, (i + 1) / count)))
  return up.map((sum, i) => count * (sum - (up[i - 1] ?? 0)))
}

/** What the lowest part `p` of all futures adds to the mean. */
function lowestPart(futures: readonly Futures[], p: number): number {
  const survival = futures.reduce((sum, { chance }) => sum + chance, 0)
  // Failures come first, and add nothing
  if (p <= 1 - survival) return 0
  const price = priceAt(futures, p - (1 - survival))
  const [chance, sum] = below(futures, price)
  // What is left of `p` lies at that very price: nothing, but where the price cannot move
  return sum + price * (p - (1 - survival) - chance)
}

/** The price below which futures that survive have a chance of `p`, by halving its logarithm. */
function priceAt(futures: readonly Futures[], p: number): number {
  let [low, high] = [-80, 80]
  for (let step = 0; step < 70; step++) {
    const middle = (low + high) / 2
    if (below(futures, exp(middle))[0] < p) low = middle
    else high = middle
  }
  return exp(low)
}

/** The chance of a price below this one without failure, and what those futures add to the mean. */
function below(futures: readonly Futures[], price: number): [chance: number, sum: number] {
  let [chance, sum] = [0, 0]
  for (const each of futures) {
    const far = log(price / each.mean)
    const up = each.deviation === 0 ? far * Number.POSITIVE_INFINITY : far / each.deviation + each.deviation / 2
    if (Number.isNaN(up)) continue
    chance += each.chance * normalShare(up)
    sum += each.chance * each.mean * normalShare(up - each.deviation)
  }
  return [chance, sum]
}

/** Futures by number of jumps, so that the mean of all of them, failures counted, is 1. */
function futuresOf({ volatility, jumps, failure }: PriceModel, years: number): Futures[] {
  const survival = exp(years * log(1 - failure))
  const steady = volatility * volatility * years
  if (!jumps) return [{ chance: survival, mean: 1 / survival, deviation: Math.sqrt(steady) }]
  const expected = jumps.perYear * years
  const variance = jumps.volatility * jumps.volatility
  const perJump = exp(jumps.mean + variance / 2)
  const futures: Futures[] = []
  let [chance, mean] = [exp(-expected), exp(-expected * (perJump - 1)) / survival]
  for (let n = 0; n <= expected || chance > 1e-17; n++) {
    futures.push({ chance: survival * chance, mean, deviation: Math.sqrt(steady + n * variance) })
    chance *= expected / (n + 1)
    mean *= perJump
  }
  return futures
}
