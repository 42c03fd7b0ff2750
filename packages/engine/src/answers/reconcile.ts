/** Papers against the scenario: which box is wrong or missing, what to put where, what it costs, and until when it can be amended. */
import type { Case } from '../case.ts'
import type { PlainDate } from '../date.ts'
import { sharesOf } from '../equity/shares.ts'
import { consider, type Notice } from '../explain/notices.ts'
import { claimUntil, returnDue } from '../law/federal/dueDates.ts'
import type { Papers } from '../papers.ts'
import { type FiguredYear, yearsTo } from '../timeline.ts'
import { type Asked, type Grounds, noticesFor } from './common.ts'
import { reconcileExercises } from './reconcileExercises.ts'
import { reconcileFiled } from './reconcileFiled.ts'
import type { Finding } from './reconcileFinding.ts'
import { reconcileSales } from './reconcileSales.ts'
import { reconcileWages } from './reconcileWages.ts'

/** A tax year that something was found in: when its return is due, and until when it can be amended. */
export interface AmendableYear {
  readonly year: number
  readonly returnDue: PlainDate
  /** Whether that day is past, so that a mistake takes an amended return. */
  readonly past: boolean
  /** The last safe day to claim a refund, filed and paid by the due date unless `history` says otherwise. IRC §6511(a). */
  readonly claimUntil: PlainDate
  readonly open: boolean
}

export interface ReconcileAnswer extends Omit<Grounds, 'year'> {
  readonly asOf: PlainDate
  /** How many of each were compared. */
  readonly compared: { readonly [Kind in keyof Papers]: number }
  readonly findings: readonly Finding[]
  readonly years: readonly AmendableYear[]
}

/**
 * Everything in which the papers and the scenario differ, by year. The scenario's own figures are what they are held against: where
 * the paper is right, the scenario is what has to be corrected.
 */
export function reconcileAnswer(
  of: Case,
  papers: Papers,
  { asOf, rounding = 'exact' }: Omit<Asked, 'year'>,
): ReconcileAnswer {
  const last = of.incomes.at(-1)?.year ?? 0
  const years = yearsTo(of, last, rounding)
  const shares = years[0]?.shares ?? sharesOf(of)
  const findings = [
    ...reconcileExercises(of, papers.forms3921, shares, years, asOf),
    ...reconcileWages(papers.formsW2, years),
    ...reconcileSales(papers.sales, shares, years, asOf),
    ...reconcileFiled(papers.filed, years),
  ].sort((one, other) => one.year - other.year)
  const found = [...new Set(findings.map(({ year }) => year))]
  return {
    asOf,
    compared: {
      ...{ forms3921: papers.forms3921.length, formsW2: papers.formsW2.length },
      ...{ sales: papers.sales.length, filed: papers.filed.length },
    },
    findings,
    years: found.map((year) => amendable(of, year, asOf)),
    notices: yearNotices(years, found),
    assumed: of.assumed,
  }
}

function amendable({ history }: Case, year: number, asOf: PlainDate): AmendableYear {
  const filed = history.find((each) => each.year === year)
  const due = returnDue(year)
  const until = claimUntil(year, filed?.filedOn ?? null, filed?.paidOn ?? null)
  return { year, returnDue: due, past: due < asOf, claimUntil: until, open: asOf <= until }
}

/** What the figures of those years rest on, each said once. */
function yearNotices(years: readonly FiguredYear[], found: readonly number[]): Notice[] {
  const all = years
    .filter(({ year }) => found.includes(year))
    .flatMap(({ choice, facts }) => noticesFor(consider(choice), facts))
  return all.filter(({ message }, i) => all.findIndex((each) => each.message === message) === i)
}
