/**
 * Steps for a lattice of points: point i of a dimension lies in slice i × step of n. In every dimension alone each slice has one point,
 * whatever the step; well chosen, they also fill every square and cube evenly (Korobov, 1959; Sloan and Joe, "Lattice methods for
 * multiple integration", 1994), which matters where one chance counts for more when another has struck.
 */

/** From how many points on there are steps enough to choose from. */
export const leastOfLattice = 100

/** How many steps are tried for each dimension at most: all there are up to some 400 points. */
const tried = 100

/**
 * Steps for the first `dimensions` dimensions of `n` points, each the best after those before it: the one that leaves the least of the
 * usual squared error of smooth functions, in which dimension k weighs 1 / k². A dimension's step is the same however many follow.
 */
export function latticeSteps(n: number, dimensions: number): number[] {
  const steps: number[] = []
  const error = new Float64Array(n).fill(1)
  const all = candidates(n)
  for (let k = 1; k <= dimensions; k++) {
    let best = 1
    let least = Number.POSITIVE_INFINITY
    for (const step of all) {
      const size = errorWith(error, step, 1 / (k * k))
      // Among equals the first: their last bits say nothing.
      if (size < least * (1 - 1e-12)) {
        least = size
        best = step
      }
    }
    let slice = 0
    for (let i = 0; i < n; i++, slice = (slice + best) % n)
      error[i] = (error[i] as number) * factor(slice / n, 1 / (k * k))
    steps.push(best)
  }
  return steps
}

/** Steps without a common divisor with n, up to its half, as the others are these mirrored; of very many, evenly some. */
function candidates(n: number): number[] {
  const all: number[] = []
  for (let step = 1; 2 * step <= n; step++) if (divisor(step, n) === 1) all.push(step)
  const every = Math.floor((all.length - 1) / tried) + 1
  return all.filter((_, i) => i % every === 0)
}

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b))

/** The squared error of the points with one dimension more, times n and less what is the same for every step. */
function errorWith(error: Float64Array, step: number, weight: number): number {
  let sum = 0
  let slice = 0
  for (let i = 0; i < error.length; i++) {
    sum += (error[i] as number) * factor(slice / error.length, weight)
    slice += step
    if (slice >= error.length) slice -= error.length
  }
  return sum
}

/** What a dimension multiplies the error by at distance `x` of two points: 1 and the second Bernoulli polynomial, times 2 pi². */
const factor = (x: number, weight: number): number => 1 + weight * 19.739208802178716 * (x * x - x + 1 / 6)
