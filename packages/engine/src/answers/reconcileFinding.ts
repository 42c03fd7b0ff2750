/** What comparing papers with the scenario finds: which box, what is wrong with it, what to do, and what it costs to leave it. */
import type { Facts } from '../forms/facts.ts'
import type { Box } from '../forms/form8949.ts'
import { toCents } from '../money.ts'
import { figureReturn } from '../return.ts'
import type { FiguredYear } from '../timeline.ts'

/** A row of Form 8949 as it has to be filed: columns (d) to (h). Dollars. */
export interface CorrectedRow {
  readonly box: Box
  readonly proceeds: number
  readonly basis: number
  readonly code: string
  readonly adjustment: number
  readonly gain: number
}

/** One thing found. `question`: nothing is known to be wrong, but someone has to look. */
export interface Finding {
  readonly code: string
  readonly kind: 'wrong' | 'missing' | 'question'
  /** The tax year it belongs to. */
  readonly year: number
  readonly paper: 'Form 3921' | 'Form W-2' | 'Form 1099-B' | 'Form 6251' | 'Form 8801'
  readonly box: string
  /** The lot, where it is about one. */
  readonly lot: string | null
  /** What the paper says and what it ought to; null: nothing, or not known. */
  readonly stated: number | string | null
  readonly right: number | string | null
  readonly says: string
  readonly todo: string
  readonly row: CorrectedRow | null
  /** The year's federal tax with the paper taken as it stands, less the right one; null where the year is not figured. Dollars. */
  readonly cost: number | null
  /** Minimum tax credit lost by it; null where none is. */
  readonly creditLost: number | null
}

/** A finding with what most of them leave empty. */
export const finding = (
  of: Pick<Finding, 'code' | 'kind' | 'year' | 'paper' | 'box' | 'says' | 'todo'> & Partial<Finding>,
): Finding => ({ lot: null, stated: null, right: null, row: null, cost: null, creditLost: null, ...of })

/** What the year's federal tax is more with other facts; null where the year is not figured. */
export function taxChange(figured: FiguredYear | undefined, change: (facts: Facts) => void): number | null {
  if (!figured) return null
  const facts: Facts = { ...figured.facts, gains: { ...figured.facts.gains }, amtGains: { ...figured.facts.amtGains } }
  change(facts)
  return toCents(figureReturn(facts, figured.law).form1040.line24 - figured.return.form1040.line24)
}

/** Amounts on papers are rounded, to cents or to whole dollars: what is within a dollar is the same. */
export const same = (one: number, other: number): boolean => Math.abs(one - other) <= 1
