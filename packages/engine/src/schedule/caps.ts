/** Columns of which only so many shares may be taken together: tenders, shares that must be kept, concentration. */
import type { Case } from '../case.ts'
import type { PlainDate } from '../date.ts'
import { valueOn } from '../equity/grant.ts'
import { InputError } from '../errors.ts'
import type { Fate } from './caseProblem.ts'
import type { Days } from './days.ts'
import type { Problem, Source } from './problem.ts'
import type { PlanTerms } from './terms.ts'

/** What caps are made of. */
interface CapsOf {
  readonly base: Case
  readonly terms: PlanTerms
  readonly days: Days
  readonly fates: readonly Fate[]
  readonly sources: readonly Source[]
}

/** Every cap of a case. @throws InputError for a concentration where net worth is not known. */
export const capsOf = (of: Case, from: CapsOf, begin: number): Problem['caps'] => [
  ...tenderCaps(of, from),
  ...keepCap(from),
  ...concentrationCaps(of, from, begin),
]

/** A tender takes only so many shares. */
function tenderCaps(of: Case, { fates }: CapsOf): Problem['caps'] {
  if (of.company.listed) return []
  return (of.company.tenders ?? []).flatMap(({ on, maxShares }) => {
    const columns = fates.flatMap(({ soldOn, split }, column) => (soldOn === on ? [{ column, weight: split }] : []))
    return columns.length > 0 ? [{ name: `tender of ${on}`, columns, most: maxShares }] : []
  })
}

/** Shares kept to the last day: those whose sale on it stands for their value. */
function keepCap({ fates, terms, days }: CapsOf): Problem['caps'] {
  const last = days.sale.at(-1)
  if (terms.keep <= 0 || last === undefined) return []
  const columns = fates.map(({ soldOn, exercisedOn, split }, column) => ({
    column,
    weight: soldOn === last && exercisedOn !== soldOn ? -split : 0,
  }))
  return [{ name: 'kept', columns, most: -terms.keep }]
}

/** At the end of each year the shares held are worth at most a part of net worth; the rest of it is taken as it is today. */
function concentrationCaps(of: Case, { fates, terms, base, sources }: CapsOf, begin: number): Problem['caps'] {
  const { concentration: part, from, horizon } = terms
  if (part === null || part >= 1) return []
  const { netWorth } = of.household
  if (netWorth === null)
    throw new InputError([
      {
        path: 'household.netWorth',
        code: 'missing',
        message: 'a concentration can be held to only where net worth is known: everything, these shares included.',
      },
    ])
  const valueAt = (on: PlainDate): number => valueOn(base.company.prices, base.company.splits, on) as number
  const held = sources.reduce((sum, { kind, shares }) => sum + (kind === 'lot' ? shares : 0), 0)
  const rest = Math.max(0, netWorth - held * valueAt(from))
  return Array.from({ length: Math.max(0, horizon - begin) }, (_, i) => {
    const on = `${begin + i}-12-31`
    const price = valueAt(on)
    return {
      name: `concentration of ${begin + i}`,
      columns: fates.flatMap(({ exercisedOn, soldOn, split }, column) =>
        (exercisedOn ?? from) <= on && soldOn > on ? [{ column, weight: price * split }] : [],
      ),
      most: (part / (1 - part)) * rest,
    }
  })
}
