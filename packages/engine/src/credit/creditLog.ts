/**
 * The credit log: year by year what the AMT was, how much of it never comes back, what credit it made, what came back, what is
 * left, and the AMT basis that is still to unwind with it. IRC §53; Form 8801.
 */
import type { Case } from '../case.ts'
import { type Holding, holdingsByYear } from '../equity/holdings.ts'
import { creditIntoNext, type FiguredYear } from '../timeline.ts'

/** What kept more credit from coming back: the gap between the two taxes, the credit itself, or that there was none. */
export type CreditLimit = 'gap' | 'credit' | 'noCredit'

/** One year of the log. Dollars. */
export interface CreditYear {
  readonly year: number
  /** Form 6251 line 11. */
  readonly amt: number
  /** The part of it that never comes back, and the credit that the rest makes (may be negative): the next Form 8801, lines 15 and 18. */
  readonly exclusionPart: number
  readonly generated: number
  /** Credit there was: Form 8801 line 21. */
  readonly available: number
  /** Regular tax less the credits that come first, and tentative minimum tax: lines 22 and 23. */
  readonly regularTax: number
  readonly tentativeMinimumTax: number
  /** Line 24: no more than this can come back. */
  readonly gap: number
  /** Lines 25 and 26. */
  readonly used: number
  readonly carriedOut: number
  /** What the next year begins with. */
  readonly intoNextYear: number
  readonly limitedBy: CreditLimit
  /** Lots held at the end of the year whose bases differ; `difference` is AMT basis less regular basis. */
  readonly lots: readonly (Omit<Holding, 'clear'> & { readonly difference: number })[]
  /** AMT basis of those lots, and how much of it the regular tax does not know. */
  readonly amtBasisOutstanding: number
  readonly basisDifference: number
}

/** The log of figured years. */
export function creditLog(of: Case, years: readonly FiguredYear[]): CreditYear[] {
  const last = years.at(-1)
  if (!last) return []
  const byYear = holdingsByYear(of, last.year)
  return years.map((year) => creditYear(year, byYear.get(year.year) ?? []))
}

function creditYear(figured: FiguredYear, holdings: readonly Holding[]): CreditYear {
  const { year, exclusion, return: r } = figured
  const { line21, line22, line23, line24, line25, line26 } = r.form8801
  const lots = holdings
    .map(({ clear: _, ...each }) => ({ ...each, difference: each.amtBasis - each.regularBasis }))
    .filter(({ difference }) => Math.abs(difference) > 0.005)
  return {
    ...{ year, amt: r.form6251.line11, exclusionPart: exclusion.line15, generated: exclusion.line18 },
    ...{ available: line21, regularTax: line22, tentativeMinimumTax: line23, gap: line24, used: line25 },
    ...{ carriedOut: line26, intoNextYear: creditIntoNext(figured) },
    // Two ways to one sum leave dust: half a cent is no credit
    limitedBy: line21 <= 0.005 ? 'noCredit' : line25 < line21 - 0.005 ? 'gap' : 'credit',
    lots,
    amtBasisOutstanding: lots.reduce((sum, { amtBasis }) => sum + amtBasis, 0),
    basisDifference: lots.reduce((sum, { difference }) => sum + difference, 0),
  }
}
