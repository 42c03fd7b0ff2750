/**
 * Paths drawn plainly: every number independent, step by step, jump by jump, the failure at its own moment. Nothing is shared with the
 * engine's paths but the random words and the normal quantile, so that this is also a second working of what they should be like.
 */
import { normalQuantile } from '../../src/risk/normal.ts'
import type { PriceModel } from '../../src/risk/priceModel.ts'
import { randomWords, uniformOf } from '../../src/risk/random.ts'

/** Calls `each` with `count` plain paths of a seed, one after the other in the same memory. */
export function plainPaths(
  model: PriceModel,
  start: number,
  times: readonly number[],
  seed: number,
  count: number,
  each: (prices: Float64Array) => void,
): void {
  const { growth, volatility, jumps, failure } = model
  const words = new Uint32Array(64)
  const prices = new Float64Array(times.length)
  let factor = 0
  if (jumps) factor = jumps.perYear * (Math.exp(jumps.mean + jumps.volatility ** 2 / 2) - 1)
  const drift = Math.log((1 + growth) / (1 - failure)) - volatility ** 2 / 2 - factor
  for (let path = 0; path < count; path++) {
    randomWords(seed, 0xffffffff, path, words)
    let used = 0
    const uniform = (): number => uniformOf(words[used++] ?? Number.NaN)
    const fails = failure > 0 ? Math.log(uniform()) / Math.log(1 - failure) : Number.POSITIVE_INFINITY
    // The time of the next jump: waits between events of a Poisson process are exponential.
    const wait = (): number =>
      jumps && jumps.perYear > 0 ? -Math.log(uniform()) / jumps.perYear : Number.POSITIVE_INFINITY
    let [now, level, next] = [0, Math.log(start), wait()]
    for (const [i, time] of times.entries()) {
      level += drift * (time - now) + volatility * Math.sqrt(time - now) * normalQuantile(uniform())
      for (; jumps && next <= time; next += wait()) level += jumps.mean + jumps.volatility * normalQuantile(uniform())
      prices[i] = fails <= time ? 0 : Math.exp(level)
      now = time
    }
    each(prices)
  }
}
