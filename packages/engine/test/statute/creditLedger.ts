/**
 * Section 53 over many years: the credit of each year worked from all the years before it, as (b) words it, instead of
 * from the year before alone.
 *
 * The words and Form 8801 part where adjusted net minimum tax is below zero. (b) takes one sum over all earlier years,
 * in which such a year counts against later ones for good. The form stops at a line 21 of zero or less and carries
 * nothing, so what a year ran below zero is forgiven. `shortfall` says which is wanted; everything else is common.
 *
 * Left out: the qualified electric vehicle credit of (d)(1)(B)(iii), credits of corporations.
 */

export interface LedgerYear {
  /** 53(d)(1)(A): the tax of section 55 for the year */
  readonly netMinimumTax: number
  /** 53(d)(1)(B)(i)(II), (ii): that tax if only the adjustments of 56(b)(1) and 57(a)(1), (5), (7) were made */
  readonly onExclusions: number
  /** 26(b), before any credit */
  readonly regularTaxLiability: number
  /** Subparts A, B, D, E and F of part IV, the personal credits of 26(a) and the foreign tax credit among them */
  readonly otherCredits: number
  readonly tentativeMinimumTax: number
}

export interface LedgerEntry {
  /** Adjusted net minimum tax of the year, which may be below zero: Form 8801 line 18 of the next year */
  readonly adjustedNetMinimumTax: number
  /** Sum of the years before, less credit allowed in them: line 21 */
  readonly credit: number
  /** 53(c): line 24 */
  readonly limit: number
  /** 53(a): line 25 */
  readonly allowed: number
  /** What the year leaves of the credit, without what its own tax adds: line 26 */
  readonly left: number
}

/** Whether the sum starts from zero again once it has run below it, as the form has it, or keeps its shortfall. */
export type Shortfall = 'forgiven' | 'kept'

/** @see IRC §53(d)(1)(B)(i) */
const adjusted = (year: LedgerYear): number => year.netMinimumTax - year.onExclusions

/**
 * The minimum tax credit of the year after `earlier`, given what was carried before them: (b)(1) the adjusted net minimum
 * tax of all of them over (b)(2) the credit allowed in them. Below zero it is no credit, but shows by how much.
 *
 * To forgive every shortfall is to forgive the deepest: added back is the most by which the sum stood below zero at the
 * beginning of an earlier year. That of the year itself is not yet forgiven, as line 21 shows it.
 * @see IRC §53(b)
 */
function creditOf(
  carriedBefore: number,
  earlier: readonly LedgerYear[],
  allowed: readonly number[],
  shortfall: Shortfall,
): number {
  const sumTo = (count: number): number =>
    earlier.slice(0, count).reduce((sum, year, i) => sum + adjusted(year) - (allowed[i] ?? 0), carriedBefore)
  const forgiven = Math.max(0, ...earlier.map((_, i) => -sumTo(i)))
  return sumTo(earlier.length) + (shortfall === 'forgiven' ? forgiven : 0)
}

/** What stands against the credit of a year: liability less the credits of 26(a), over tentative minimum tax. @see IRC §53(c) */
function limitOf(year: LedgerYear): number {
  return Math.max(0, year.regularTaxLiability - year.otherCredits - year.tentativeMinimumTax)
}

/** The ledger of years in order. `carriedBefore` is what was left before the first: Form 8801 line 19 of its year. */
export function creditLedger(
  carriedBefore: number,
  years: readonly LedgerYear[],
  shortfall: Shortfall = 'forgiven',
): LedgerEntry[] {
  const allowed: number[] = []
  return years.map((year, i) => {
    const credit = creditOf(carriedBefore, years.slice(0, i), allowed, shortfall)
    const limit = limitOf(year)
    const used = Math.min(Math.max(0, credit), limit)
    allowed.push(used)
    const left = shortfall === 'kept' ? credit - used : Math.max(0, credit) - used
    return { adjustedNetMinimumTax: adjusted(year), credit, limit, allowed: used, left }
  })
}

/** The credit of the year that follows `years`: the next form's line 21. */
export function creditAfter(
  carriedBefore: number,
  years: readonly LedgerYear[],
  shortfall: Shortfall = 'forgiven',
): number {
  const allowed = creditLedger(carriedBefore, years, shortfall).map((entry) => entry.allowed)
  return creditOf(carriedBefore, years, allowed, shortfall)
}
