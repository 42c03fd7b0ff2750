/** What a set of futures says: its middle, its edges, how often it is worse than something, and what a cautious person would take for it. */
import { exp, log } from './exact.ts'

/** Results of futures in blocks; those of one block are not independent of each other, those of two blocks are. */
export interface Futures {
  readonly values: Readonly<Float64Array>
  /** How likely each is; null: all alike. They add up to 1. */
  readonly weights: Readonly<Float64Array> | null
  /** How many make a block; 0: every future there is, so that nothing is left to chance. */
  readonly perBlock: number
}

/** Dollars, and parts of all futures. */
export interface Distribution {
  readonly mean: number
  /** How far the mean may be off by the luck of the draw: one standard error, from the means of blocks; 0 where nothing is drawn. */
  readonly standardError: number
  readonly deviation: number
  readonly least: number
  readonly most: number
  /** The result that so many of a hundred futures stay at or below, in the order of `percents`. */
  readonly percentiles: readonly number[]
  /** Mean of the worst part of futures: expected shortfall. */
  readonly worstMean: number
}

export const percents = [1, 5, 10, 25, 50, 75, 90, 95, 99] as const
/** The part of futures that counts as the worst. */
const worstPart = 0.05

/** @param values at least one. */
export function distributionOf(futures: Futures): Distribution {
  const { values } = futures
  const order = inOrder(values)
  const mean = meanOf(futures)
  let spread = 0
  for (let i = 0; i < values.length; i++) spread += weightOf(futures, i) * ((values[i] as number) - mean) ** 2
  return {
    ...{ mean, standardError: standardErrorOf(futures), deviation: Math.sqrt(spread) },
    least: values[order[0] as number] as number,
    most: values[order.at(-1) as number] as number,
    percentiles: percents.map((percent) => quantile(futures, order, percent / 100)),
    worstMean: worstMeanOf(futures, order, worstPart),
  }
}

/** The part of futures in which one is less than another in the same future, by more than a cent. */
export function partBelow(futures: Futures, other: Readonly<Float64Array> | number): number {
  let part = 0
  for (let i = 0; i < futures.values.length; i++) {
    const against = typeof other === 'number' ? other : (other[i] as number)
    if ((futures.values[i] as number) < against - 0.01) part += weightOf(futures, i)
  }
  return part
}

/**
 * The sure amount that somebody of constant relative risk aversion takes in place of the futures: of utility log(w) at an aversion of
 * 1, w^(1-a)/(1-a) otherwise, over all they own. 0 is indifferent to risk, and takes the mean.
 * @param outside what they own beside these shares
 * @returns null where in some future nothing would be left: no sure amount is too small for somebody so averse.
 */
export function certaintyEquivalent(futures: Futures, outside: number, aversion: number): number | null {
  if (aversion === 0) return meanOf(futures)
  const { values } = futures
  let top = 0
  for (const value of values) top = Math.max(top, outside + value)
  let sum = 0
  for (let i = 0; i < values.length; i++) {
    const wealth = outside + (values[i] as number)
    if (!(wealth > 0)) return null
    // Of the most there may be, so that no power overflows
    const ratio = log(wealth / top)
    sum += weightOf(futures, i) * (aversion === 1 ? ratio : exp((1 - aversion) * ratio))
  }
  const ratio = aversion === 1 ? exp(sum) : exp(log(sum) / (1 - aversion))
  return ratio * top - outside
}

const weightOf = ({ weights, values }: Futures, i: number): number =>
  weights ? (weights[i] as number) : 1 / values.length

export function meanOf(futures: Futures): number {
  let sum = 0
  for (let i = 0; i < futures.values.length; i++) sum += weightOf(futures, i) * (futures.values[i] as number)
  return sum
}

/** Means of blocks are independent: their spread says how far the mean of all may be off. */
function standardErrorOf({ values, perBlock }: Futures): number {
  const blocks = perBlock === 0 ? 0 : Math.floor(values.length / perBlock)
  if (blocks === 0) return 0
  if (blocks === 1) return Number.NaN
  const means = Array.from({ length: blocks }, (_, block) => {
    let sum = 0
    for (let i = 0; i < perBlock; i++) sum += values[block * perBlock + i] as number
    return sum / perBlock
  })
  const mean = means.reduce((sum, each) => sum + each, 0) / blocks
  const spread = means.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (blocks - 1)
  return Math.sqrt(spread / blocks)
}

const inOrder = (values: Readonly<Float64Array>): Uint32Array =>
  Uint32Array.from(values, (_, i) => i).sort((one, other) => (values[one] as number) - (values[other] as number))

/** The least result that at least this part of futures does not exceed. */
function quantile(futures: Futures, order: Readonly<Uint32Array>, part: number): number {
  let sum = 0
  for (const i of order) {
    sum += weightOf(futures, i)
    if (sum >= part - 1e-9) return futures.values[i] as number
  }
  return futures.values[order.at(-1) as number] as number
}

/** The mean of the worst futures that make up a part of all; of the last of them only what fits. */
function worstMeanOf(futures: Futures, order: Readonly<Uint32Array>, part: number): number {
  let left = part
  let sum = 0
  for (const i of order) {
    const weight = Math.min(left, weightOf(futures, i))
    sum += weight * (futures.values[i] as number)
    left -= weight
    if (left <= 0) break
  }
  return sum / (part - Math.max(0, left))
}
