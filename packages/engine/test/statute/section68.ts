/** Section 68: the overall limit on itemized deductions, in force from 2026. */
import type { Figures } from './figures.ts'

/**
 * What itemized deductions lose. `taxableIncome` is before this section. Applied after every other limit: 68(b).
 * @see IRC §68(a)
 */
export function section68Reduction(itemized: number, taxableIncome: number, f: Figures): number {
  const inTopBracket = Math.max(0, taxableIncome + itemized - f.bracketTops[5])
  return f.section68Fraction * Math.min(itemized, inTopBracket)
}
