/** What the second working of a state that starts from federal totals is given: those totals, the facts, the people. */
import type { Facts, Gains } from '../../../src/forms/facts.ts'
import type { Status } from '../figures.ts'

export interface Taxpayer {
  readonly year: number
  readonly status: Status
  readonly facts: Facts
  /** Federal adjusted gross income; the federal deduction taken, and the state income tax in it. */
  readonly agi: number
  readonly deduction: number
  readonly stateTaxDeducted: number
  /** The federal standard deduction with its boxes, taken or not; income tax and AMT after nonrefundable credits; the deduction of IRC §151(d)(5)(C). */
  readonly federalStandardDeduction: number
  readonly federalTax: number
  readonly seniorDeduction: number
  readonly filers: number
  readonly dependents: number
  readonly aged: number
  readonly agedOrBlind: number
  /** Gain that IRC §1202 excludes. */
  readonly section1202: number
}

/** Two spouses' or a family's column of a two-column table. */
export const together = ({ status }: Taxpayer): boolean => status !== 'single' && status !== 'mfs'

/** Tax by tiers: of each tier the part of the income that lies in it, at the tier's percentage. */
export function tiers(income: number, ...table: readonly (readonly [from: number, percent: number])[]): number {
  return table.reduce((tax, [from, percent], i) => {
    const to = table[i + 1]?.[0] ?? Number.POSITIVE_INFINITY
    return tax + (Math.max(0, Math.min(income, to) - from) * percent) / 100
  }, 0)
}

/** Net short-term and long-term gain or loss, losses carried in included. IRC §1222(5) to (8). */
export function nets(gains: Gains): { readonly short: number; readonly long: number } {
  return {
    short: gains.short + gains.shortA + gains.shortB + gains.shortC - gains.shortCarryover,
    long: gains.long + gains.longD + gains.longE + gains.longF - gains.longCarryover,
  }
}

/** Net capital gain: long-term gain beyond a short-term loss. IRC §1222(11). */
export function netCapitalGain(gains: Gains): number {
  const { short, long } = nets(gains)
  return Math.max(0, long + Math.min(0, short))
}
