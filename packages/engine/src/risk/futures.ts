/** What may become of a company that is not listed, each future as a case of its own: the outcomes of the file, or a few that its view makes. */
import type { Case, Outcome } from '../case.ts'
import { dateOf, dayNumber, isWeekday, type PlainDate, yearOf } from '../date.ts'
import { toCents } from '../money.ts'
import { priceOn } from '../schedule/caseProblem.ts'
import { latest, monthsBetween } from '../schedule/days.ts'
import { type Afterwards, coursesOf } from '../schedule/outcomes.ts'
import { outcomesOfView } from './outcomesOfView.ts'
import { modelOf } from './priceModel.ts'

/** One future. Dollars a share. */
export interface Future {
  readonly outcome: Outcome
  /** The day from which it is known. */
  readonly known: PlainDate
  /** The first day on which shares have a market; null: none. */
  readonly opens: PlainDate | null
  /** The one day on which all shares are bought, or some are; null: none. */
  readonly dealOn: PlainDate | null
  /** The household in it, with the values of a share until then and from then on. */
  readonly of: Case
}

export interface Outcomes {
  readonly source: 'outcomes' | 'view'
  readonly outcomes: readonly Outcome[]
  readonly after: Afterwards
}

/** Prices at liquidity that stand for the view. */
const pricesOfView = 7

/**
 * The file's outcomes; else equally likely prices on the day of liquidity, by the view; null where it has neither outcomes, nor a view that
 * says how much the price moves and when shares can be sold.
 */
export function outcomesFor(of: Case, from: PlainDate): Outcomes | null {
  const { outcomes = [], view } = of.company
  if (outcomes.length > 0) return { source: 'outcomes', outcomes, after: 'stays' }
  const model = view ? modelOf(view) : null
  const known = view?.liquidityOn ?? null
  if (!model || known === null || known <= from) return null
  const days = { from, known, growth: model.growth }
  return { source: 'view', outcomes: outcomesOfView(of, model, pricesOfView, days), after: 'goesOn' }
}

/**
 * Each outcome as a future. The value of today is the one stated; it grows from then on, on `days` and by month, until an outcome is known.
 * What has not vested by a cash deal goes on vesting, so that its options do not end.
 * @param until prices that go on are stated by month through the year of this day; left out: through that of the outcome
 */
export function futuresOf(
  of: Case,
  { outcomes, after }: Pick<Outcomes, 'outcomes' | 'after'>,
  from: PlainDate,
  days: readonly PlainDate[],
  until?: PlainDate,
): Future[] {
  const growth = of.company.view?.growth ?? 0
  const asked = { outcomes, after, growth, from: dateOf(dayNumber(from) + 1) }
  return coursesOf(of, asked, days).map(({ of: course, known, market }, i): Future => {
    const outcome = outcomes[i] as Outcome
    const dealOn = market?.onlyOn ?? (outcome.kind === 'tender' ? known : null)
    const own = after === 'goesOn' ? goingOn(course, growth, until ?? known) : course
    return { outcome, known, opens: market?.opens ?? null, dealOn, of: { ...own, grants: of.grants } }
  })
}

/** The value grown on from the last one stated, by month. */
function goingOn(of: Case, growth: number, until: PlainDate): Case {
  const { prices } = of.company
  const months = monthsBetween(latest(...prices.map(({ on }) => on)), yearOf(until))
  const grown = months.map((on) => ({ on, fmv: toCents(priceOn(of, growth, on)) }))
  return { ...of, company: { ...of.company, prices: [...prices, ...grown] } }
}

/** The company is worth nothing from a day on. */
export const worthNothing = (on: PlainDate): Outcome => ({
  ...{ name: 'worth nothing', kind: 'fails', probability: 0, on, price: 0, sellableFrom: null, maxShares: null },
})

/** The first weekday from a day on which shares have a market and no blackout stands; null: never. */
export function firstSale({ of, opens }: Future, from: PlainDate): PlainDate | null {
  if (opens === null) return null
  const closed = of.company.blackouts ?? []
  for (let day = dayNumber(from > opens ? from : opens); ; day++) {
    const on = dateOf(day)
    if (isWeekday(day) && !closed.some((each) => each.from <= on && on <= each.to)) return on
  }
}
