/** What amounts are worth to somebody who shuns risk: constant relative risk aversion over all that is owned. */
import { exp, log } from './exact.ts'

/** A scale of worth on which means are compared, and the way back to dollars. Whoever is indifferent to risk has dollars on both. */
export interface Utility {
  readonly of: (worth: number) => number
  readonly back: (utility: number) => number
}

/**
 * Utility w^(1-a) / (1-a), log(w) at an aversion a of 1, of wealth as a part of what is owned beside the shares, so that no power overflows.
 * @param outside dollars owned beside these shares, above zero where `aversion` is not zero; it is taken as sure
 * @returns a utility that is -Infinity where nothing would be left, for an aversion of 1 or more
 */
export function utilityOf(aversion: number, outside: number): Utility {
  if (aversion === 0) return { of: (worth) => worth, back: (utility) => utility }
  const wealth = (worth: number): number => Math.max(0, 1 + worth / outside)
  if (aversion === 1) return { of: (worth) => log(wealth(worth)), back: (utility) => (exp(utility) - 1) * outside }
  const power = 1 - aversion
  return {
    of: (worth) => exp(power * log(wealth(worth))) / power,
    back: (utility) => (exp(log(utility * power) / power) - 1) * outside,
  }
}
