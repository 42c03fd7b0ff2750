/** The jumps of a price: how many come by each time, drawn from one number of a stratum and a few words of chance. */
import type { PriceJumps } from '../case.ts'
import { exp } from './exact.ts'
import { randomWords, uniformOf } from './random.ts'

/** What the jumps of one path have done by each time. */
export interface JumpCounts {
  /** Jumps from now to each time. */
  readonly by: Float64Array
  /**
   * Draws a path's: `u` decides how many come in all; each comes at a time of its own, any as likely as another.
   * @returns how many come in all
   */
  readonly draw: (u: number, seed: number, block: number, stream: number) => number
}

/** Most jumps that may be expected in all: their probabilities start at e to the minus that, which must not vanish. */
const mostExpected = 700

/** @throws RangeError if more than 700 jumps are to be expected by the last time */
export function jumpCounts(perYear: number, times: readonly number[]): JumpCounts {
  const last = times.at(-1) ?? 0
  const chances = poissonUpTo(perYear * last)
  const by = new Float64Array(times.length)
  const words = new Uint32Array(chances.length + 1)
  const draw = (u: number, seed: number, block: number, stream: number): number => {
    let all = 0
    while (all < chances.length && u >= (chances[all] as number)) all++
    by.fill(0)
    if (all === 0) return 0
    randomWords(seed, block, stream, words, all)
    for (let jump = 0; jump < all; jump++) {
      const on = uniformOf(words[jump] as number) * last
      for (let i = times.length - 1; i >= 0 && (times[i] as number) >= on; i--) by[i] = (by[i] as number) + 1
    }
    return all
  }
  return { by, draw }
}

/** The chances of 0, at most 1, at most 2 … events where `expected` are expected, until what is left is below one part in 10^17. */
function poissonUpTo(expected: number): Float64Array {
  if (!(expected <= mostExpected)) throw new RangeError(`${expected} jumps are expected, more than ${mostExpected}`)
  const sums: number[] = []
  let chance = exp(-expected)
  let sum = 0
  for (let n = 0; n <= expected || chance > 1e-17; n++) {
    sum += chance
    sums.push(sum)
    chance *= expected / (n + 1)
  }
  return Float64Array.from(sums)
}

/** By what the jumps alone multiply the price in a year, less 1 and continuously: the drift takes it back, so that the mean stays. */
export const jumpDrift = ({ perYear, mean, volatility }: PriceJumps): number =>
  perYear * (exp(mean + (volatility * volatility) / 2) - 1)
