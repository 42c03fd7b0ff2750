/** What may become of the company, as branches of a tree: the same household, each with its own prices and market. */
import type { Case, Outcome } from '../case.ts'
import { monthsAfter, type PlainDate, yearOf } from '../date.ts'
import type { PriceQuote } from '../equity/grant.ts'
import { toCents } from '../money.ts'
import { caseProblem, priceOn } from './caseProblem.ts'
import { decisionDays, latest, unique } from './days.ts'
import type { Market, PlanTerms } from './terms.ts'
import type { Branch } from './tree.ts'

/**
 * What the price does from the day an outcome is known: it stays, as where someone named the outcome; or it goes on from there as it would have
 * without, as where outcomes stand for a view of the price.
 */
export type Afterwards = 'stays' | 'goesOn'

/** One outcome as a case of its own. */
export interface Course {
  readonly of: Case
  readonly known: PlainDate
  /** When the shares have a market; absent: that of the case itself. */
  readonly market?: Market
}

/**
 * The branches of a case. Until its day an outcome is not known, and the price grows as `terms` say. A cash deal takes all shares, and ends all
 * options, on its day; a tender takes so many; without a market what is left at the horizon is taken at its value. Listed shares keep
 * their market, but for a cash deal, which ends it.
 * @throws InputError, NotModelled as `caseProblem` does.
 */
export function branchesOf(
  of: Case,
  terms: PlanTerms,
  outcomes: readonly Outcome[],
  after: Afterwards = 'stays',
): Branch[] {
  const begin = Math.max(of.incomes[0]?.year ?? 0, yearOf(terms.from))
  const termsOf = ({ market }: Course): PlanTerms => ({
    ...{ ...terms, growth: after === 'stays' ? 0 : terms.growth },
    ...(market && { market }),
  })
  const asked = { outcomes, growth: terms.growth, from: terms.from, after }
  // A day on which branches decide the same has the same price in all
  const days = coursesOf(of, asked).flatMap((course) => {
    const { exercise, sale } = decisionDays(course.of, termsOf(course), begin, terms.horizon)
    return [...exercise, ...sale]
  })
  return coursesOf(of, asked, unique(days)).map((course, b): Branch => {
    const { name, probability } = outcomes[b] as Outcome
    return { ...{ name, probability, known: course.known }, from: caseProblem(course.of, termsOf(course)) }
  })
}

/** What courses are made of: `growth` of the price a year until the day an outcome is known, from its last stated value. */
export interface CoursesAsked {
  readonly outcomes: readonly Outcome[]
  readonly growth: number
  /** The day decisions begin: what is before it keeps its stated values. */
  readonly from: PlainDate
  readonly after: Afterwards
}

/** Every outcome as a case. An outcome without a day is known with the last one that has one. `days`: days to be priced by themselves. */
export function coursesOf(of: Case, asked: CoursesAsked, days: readonly PlainDate[] = []): Course[] {
  const last = asked.outcomes.reduce((late, { on }) => (on !== null && on > late ? on : late), asked.from)
  return asked.outcomes.map((outcome): Course => {
    const { listed, tenders = [], view } = of.company
    const known = outcome.on ?? last
    const market = marketOf(outcome, known, listed)
    const company = {
      ...{ ...of.company, prices: pricesOf(of, asked, outcome, known, days) },
      // Chances to sell that the file names come before anything happens
      tenders: [
        ...(outcome.kind === 'nothing' ? tenders : tenders.filter(({ on }) => on < known)),
        ...tenderOf(outcome),
      ],
      ...(market && view && { view: { ...view, liquidityOn: market.opens } }),
    }
    const grants = outcome.kind === 'cash' ? of.grants.map((grant) => endedOn(grant, known)) : of.grants
    return { of: { ...of, company, grants }, known, ...(market && { market }) }
  })
}

const endedOn = (grant: Case['grants'][number], on: PlainDate): Case['grants'][number] => ({
  ...grant,
  exercisableUntil: grant.exercisableUntil !== null && grant.exercisableUntil < on ? grant.exercisableUntil : on,
})

function marketOf({ kind, sellableFrom }: Outcome, known: PlainDate, listed: boolean): Market | undefined {
  if (kind === 'cash') return { opens: null, onlyOn: known, before: listed }
  if (listed) return undefined
  return { opens: kind === 'ipo' || kind === 'stock' ? (sellableFrom ?? known) : null, onlyOn: null }
}

const tenderOf = ({ kind, on, price, maxShares }: Outcome): NonNullable<Case['company']['tenders']> =>
  kind === 'tender' && on !== null && maxShares !== null ? [{ on, price, maxShares }] : []

/** Values until the outcome, by month and on the days asked for, the same in every branch; and its own from then on. */
function pricesOf(
  of: Case,
  { growth, from, after }: CoursesAsked,
  { price }: Outcome,
  known: PlainDate,
  days: readonly PlainDate[],
): PriceQuote[] {
  const stated = of.company.prices.filter(({ on }) => on < known)
  const last = stated.reduce((late, { on }) => latest(late, on), '')
  const grown: PlainDate[] = []
  if (last !== '' && growth !== 0) {
    for (let on = monthsAfter(`${last.slice(0, 7)}-01`, 1); on < known && yearOf(on) <= 2200; on = monthsAfter(on, 1))
      grown.push(on)
    grown.push(...days.filter((on) => on > last && on < known))
  }
  const until = { ...of, company: { ...of.company, prices: stated } }
  const expected = priceOn(of, growth, known)
  return [
    ...stated,
    ...unique(grown.filter((on) => on >= from)).map((on) => ({ on, fmv: toCents(priceOn(until, growth, on)) })),
    { on: known, fmv: price },
    ...(after === 'goesOn' && expected > 0
      ? of.company.prices.filter(({ on }) => on > known).map(({ on, fmv }) => ({ on, fmv: (fmv * price) / expected }))
      : []),
  ]
}
