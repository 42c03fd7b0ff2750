/** Means over blocks of paths, with the standard errors that independent blocks give. */
import type { PathPrices } from '../../src/risk/pathPrices.ts'
import { add } from './cells.ts'

export interface Estimate {
  readonly mean: number
  /** Standard error, from the spread of the blocks' means. */
  readonly error: number
  readonly blockMeans: readonly number[]
}

/** Estimates the means of several measures of a path from `blocks` blocks of `paths` paths. */
export function estimate(
  of: PathPrices,
  paths: number,
  blocks: number,
  measures: readonly ((prices: Float64Array) => number)[],
): Estimate[] {
  const prices = new Float64Array(of.count)
  const sums = measures.map(() => new Float64Array(blocks))
  for (let block = 0; block < blocks; block++)
    for (let path = 0; path < paths; path++) {
      of.fill(block, path, prices)
      for (const [m, measure] of measures.entries()) add(sums[m] as Float64Array, block, measure(prices) / paths)
    }
  return sums.map((means) => summary([...means]))
}

export function summary(blockMeans: readonly number[]): Estimate {
  const n = blockMeans.length
  const mean = blockMeans.reduce((a, b) => a + b, 0) / n
  return { mean, error: Math.sqrt(variance(blockMeans) / n), blockMeans }
}

export function variance(numbers: readonly number[]): number {
  const mean = numbers.reduce((a, b) => a + b, 0) / numbers.length
  return numbers.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (numbers.length - 1)
}

/** By how many standard errors an estimate is off. */
export const deviations = (found: Estimate | undefined, expected: number): number =>
  found ? Math.abs(found.mean - expected) / found.error : Number.NaN
