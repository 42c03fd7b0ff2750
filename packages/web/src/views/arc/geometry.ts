/** What the pictures of the years are made of: each year's tax by kind, and what goes in and out of its credit. */
import type { CreditYear, ProjectYear } from '@isoline/engine'

/** Federal tax of a year as a stack, from the ground up; the whole stack less `used` is the year's tax. Dollars. */
export interface TaxStack {
  /** Whatever the year has without the plan. */
  readonly base: number
  /** Regular tax that the plan adds. */
  readonly added: number
  readonly niit: number
  readonly amt: number
  /** Credit that comes back, drawn below the ground. */
  readonly used: number
  readonly total: number
}

/** @param without the same year without the plan, where it is known */
export function taxStack({ summary }: ProjectYear, without: ProjectYear | undefined): TaxStack {
  const { totalTax: total, amt, niit, minimumTaxCreditUsed: used, regularTax } = summary
  const added = without ? Math.max(0, regularTax - without.summary.regularTax) : 0
  return { base: Math.max(0, total + used - amt - niit - added), added, niit, amt, used, total }
}

/** Height of a stack. */
export const heightOf = ({ base, added, niit, amt }: TaxStack): number => base + added + niit + amt

/** The credit of a year: what there is, less what is used, and what the year makes of its own. Dollars. */
export interface CreditStep {
  readonly before: number
  readonly used: number
  readonly generated: number
  readonly after: number
}

export const creditStep = ({ available, used, generated, intoNextYear }: CreditYear): CreditStep => ({
  ...{ before: available, used, generated, after: intoNextYear },
})

/** Pixels. */
export interface Measures {
  readonly gutter: number
  readonly column: number
  readonly bar: number
  readonly width: number
  /** Whether fingers use it. */
  readonly narrow: boolean
}

const most = { column: 240, bar: 58 }
const least = { wide: 72, narrow: 82 }
/** Below this the page has one column and the gutter is narrow. */
const phone = 700

/** Years as columns in the width there is; where they do not fit, wider than that, to be scrolled. */
export function measures(width: number, years: number): Measures {
  const narrow = width < phone
  const gutter = narrow ? 96 : width < 1000 ? 132 : 138
  const fitting = (width - gutter) / Math.max(1, years)
  const column = Math.min(most.column, Math.max(narrow ? least.narrow : least.wide, fitting))
  return { gutter, column, bar: Math.min(most.bar, column * 0.52), width: gutter + column * years, narrow }
}
