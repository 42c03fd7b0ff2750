/**
 * Latin hypercubes: in each dimension the paths of one block fall one to each of equal slices of the probability, anywhere within it. In
 * the first dimensions, which matter most, which slice a path gets goes by a lattice with an offset drawn for each block; in the others
 * by an order drawn anew. Every path by itself is an honest draw, so a mean over a block is without bias, and what adds up over
 * dimensions has next to no error left (McKay, Beckman and Conover, Technometrics 21, 1979; Cranley and Patterson, 1976).
 */
import { latticeSteps, leastOfLattice } from './lattice.ts'
import { indexBelow, randomWords, uniformOf } from './random.ts'

/** Numbers strictly between 0 and 1, of one block at a time. */
export interface Strata {
  /**
   * The numbers of a block: `table[dimension * paths + path]`. The memory is used again for the next block asked for, so whoever goes
   * back and forth between blocks pays for each anew; the numbers are the same.
   */
  readonly of: (block: number) => Float64Array
}

/** How many streams are laid on the lattice: 0 to 7. With many more some two would have to share a step in a small block. */
const led = 8

/**
 * @param streams the stream of random words each dimension is drawn from, so that a dimension keeps its numbers when others come or
 *   go; the most important dimensions have the lowest
 * @throws RangeError if `paths` is not a whole number from 1 to 2^20
 */
export function strata(seed: number, paths: number, streams: readonly number[]): Strata {
  if (!Number.isInteger(paths) || paths < 1 || paths > 1 << 20)
    throw new RangeError(`a block has ${paths} paths, not a whole number from 1 to ${1 << 20}`)
  const steps = paths < leastOfLattice ? [] : latticeSteps(paths, led)
  const table = new Float64Array(paths * streams.length)
  const words = new Uint32Array(2 * paths)
  const slices = new Uint32Array(paths)
  let held = -1
  const of = (block: number): Float64Array => {
    if (block === held) return table
    for (let d = 0; d < streams.length; d++) {
      const stream = streams[d] as number
      const step = stream < steps.length ? (steps[stream] as number) : 0
      randomWords(seed, block, stream, words, step > 0 ? paths + 1 : 2 * paths)
      if (step > 0) lay(slices, step, indexBelow(words[paths] as number, paths))
      else shuffle(slices, words)
      for (let i = 0; i < paths; i++)
        table[d * paths + i] = ((slices[i] as number) + uniformOf(words[i] as number)) / paths
    }
    held = block
    return table
  }
  return { of }
}

/** The slices that steps from an offset on come by, each once as the step has no divisor in common with their number. */
function lay(slices: Uint32Array, step: number, offset: number): void {
  let slice = offset
  for (let i = 0; i < slices.length; i++) {
    slices[i] = slice
    slice += step
    if (slice >= slices.length) slice -= slices.length
  }
}

/** The numbers from 0 in an order drawn with the second half of the words, inside out (Fisher and Yates). */
function shuffle(order: Uint32Array, words: Uint32Array): void {
  for (let i = 0; i < order.length; i++) {
    const j = indexBelow(words[order.length + i] as number, i + 1)
    order[i] = order[j] as number
    order[j] = i
  }
}
