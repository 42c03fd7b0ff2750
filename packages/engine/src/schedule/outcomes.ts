/** What may become of the company, as branches of a tree: the same household, each with its own prices and market. */
import type { Case, Outcome } from '../case.ts'
import { monthsAfter, type PlainDate, yearOf } from '../date.ts'
import type { PriceQuote } from '../equity/grant.ts'
import { caseProblem, priceOn } from './caseProblem.ts'
import type { Market, PlanTerms } from './terms.ts'
import type { Branch } from './tree.ts'

/**
 * The branches of a case. Until its day an outcome is not known, and the price grows as `terms` say; from its day on the price is the outcome's,
 * and stays. A cash deal takes all shares, and ends all options, on its day; without a market what is left at the horizon is taken at its value.
 * @throws InputError, NotModelled as `caseProblem` does.
 */
export function branchesOf(of: Case, terms: PlanTerms, outcomes: readonly Outcome[]): Branch[] {
  const last = outcomes.reduce((latest, { on }) => (on !== null && on > latest ? on : latest), terms.from)
  return outcomes.map((outcome): Branch => {
    const known = outcome.on ?? last
    const branch = { ...of, company: { ...of.company, listed: false, prices: pricesOf(of, terms, outcome, known) } }
    const ended =
      outcome.kind === 'cash' ? { ...branch, grants: of.grants.map((grant) => endedOn(grant, known)) } : branch
    return {
      ...{ name: outcome.name, probability: outcome.probability, known },
      from: caseProblem(ended, { ...terms, growth: 0, market: marketOf(outcome, known) }),
    }
  })
}

const endedOn = (grant: Case['grants'][number], on: PlainDate): Case['grants'][number] => ({
  ...grant,
  exercisableUntil: grant.exercisableUntil !== null && grant.exercisableUntil < on ? grant.exercisableUntil : on,
})

function marketOf({ kind, sellableFrom }: Outcome, known: PlainDate): Market {
  if (kind === 'cash') return { opens: null, onlyOn: known }
  if (kind === 'ipo' || kind === 'stock') return { opens: sellableFrom ?? known, onlyOn: null }
  return { opens: null, onlyOn: null }
}

/** Values month by month until the outcome, the same in every branch, and its own from then on. */
function pricesOf(of: Case, { growth }: PlanTerms, { price }: Outcome, known: PlainDate): PriceQuote[] {
  const stated = of.company.prices.filter(({ on }) => on < known)
  const last = stated.reduce((latest, { on }) => (on > latest ? on : latest), '')
  const months: PriceQuote[] = []
  if (last !== '' && growth !== 0)
    for (let on = monthsAfter(`${last.slice(0, 7)}-01`, 1); on < known && yearOf(on) <= 2200; on = monthsAfter(on, 1))
      months.push({ on, fmv: priceOn({ ...of, company: { ...of.company, prices: stated } }, growth, on) })
  return [...stated, ...months, { on: known, fmv: price }]
}
