/**
 * Paths of the share's price under a model, as functions of (seed, block, path): stratified within a block, independent between
 * blocks. So the standard error of any mean is that of the blocks' means, and any number of workers finds the same paths.
 */
import { exp, log } from './exact.ts'
import { jumpCounts } from './jumps.ts'
import { motionOf } from './logPrice.ts'
import { normalQuantile } from './normal.ts'
import type { PriceModel } from './priceModel.ts'
import { strata } from './strata.ts'

export interface PathPrices {
  /** How many times there are. */
  readonly count: number
  /**
   * Puts the prices at every time for path `path` of block `block` into `into`; after a failure they are exactly 0. No allocation.
   * The first path of a block costs the strata of all of it, so paths are best asked for block by block.
   * @throws RangeError if `path` is not of the block
   */
  readonly fill: (block: number, path: number, into: Float64Array) => void
}

/** Dimensions by their stream of random words, what matters most first; each decides the same thing whatever else a model holds. */
const failureStream = 0
const jumpStream = 1
const firstNormalStream = 2
/** Plus the path: when its jumps come. Far above any dimension's. */
const jumpTimeStream = 0x80000000

/**
 * @param start the price now, in whatever unit the paths are wanted in; zero or more
 * @param times years from now, above 0 and ascending; two may be equal
 * @param seed a whole number from 0 to 2^32 - 1
 * @param pathsPerBlock from 1, which is plain independent draws, to 2^20
 * @throws RangeError on a number outside what it can be, and if more than 700 jumps are to be expected by the last time
 */
export function pathPrices(
  model: PriceModel,
  start: number,
  times: readonly number[],
  seed: number,
  pathsPerBlock: number,
): PathPrices {
  check(model, start, times, seed)
  const count = times.length
  const { jumps, failure } = model
  const dimensions = strata(seed, pathsPerBlock, [
    ...times.map((_, i) => firstNormalStream + i),
    ...(jumps ? [jumpStream] : []),
    ...(failure > 0 ? [failureStream] : []),
  ])
  const arrivals = jumps && jumpCounts(jumps.perYear, times)
  const motion = motionOf(model, times)
  const failed = Float64Array.from(times, (t) => 1 - exp(t * log(1 - failure)))
  const normals = new Float64Array(count)

  const fill = (block: number, path: number, into: Float64Array): void => {
    if (!(path >= 0 && path < pathsPerBlock)) throw new RangeError(`there is no path ${path} among ${pathsPerBlock}`)
    const numbers = dimensions.of(block)
    let at = path
    for (let i = 0; i < count; i++, at += pathsPerBlock) normals[i] = normalQuantile(numbers[at] as number)
    if (arrivals) {
      const all = arrivals.draw(numbers[at] as number, seed, block, jumpTimeStream + path)
      motion(normals, all > 0 ? arrivals.by : null, into)
      at += pathsPerBlock
    } else motion(normals, null, into)
    const fate = failure > 0 ? (numbers[at] as number) : 1
    for (let i = 0; i < count; i++) into[i] = fate < (failed[i] as number) ? 0 : start * exp(into[i] as number)
  }
  return { count, fill }
}

function check(
  { growth, volatility, jumps, failure }: PriceModel,
  start: number,
  times: readonly number[],
  seed: number,
): void {
  const within = (what: string, value: number, low: number, high: number): void => {
    if (!(value >= low && value <= high)) throw new RangeError(`${what} is ${value}, not from ${low} to ${high}`)
  }
  const largest = Number.MAX_VALUE
  within('growth', growth, -1, largest)
  within('volatility', volatility, 0, largest)
  // At 1 nothing is left for the mean to grow with.
  within('failure', failure, 0, 1 - Number.EPSILON)
  if (jumps) {
    within('jumps.perYear', jumps.perYear, 0, largest)
    within('jumps.mean', jumps.mean, -largest, largest)
    within('jumps.volatility', jumps.volatility, 0, largest)
  }
  within('start', start, 0, largest)
  for (const [i, time] of times.entries()) within(`times[${i}]`, time, times[i - 1] ?? Number.MIN_VALUE, largest)
  if (seed !== seed >>> 0) throw new RangeError(`the seed is ${seed}, not a whole number from 0 to 2^32 - 1`)
}
