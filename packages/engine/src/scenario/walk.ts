/** What the walk through lots and plan knows on its way: the market, the household, the grants, and the shares held. */
import { type PlainDate, yearOf } from '../date.ts'
import { type PriceQuote, type Split, splitFactor, valueOn } from '../equity/grant.ts'
import type { FilingStatus } from '../law/law.ts'
import { statusesOf } from './checkHousehold.ts'
import { type Factor, GrantLedger } from './grantLedger.ts'
import { Holdings } from './holdings.ts'
import { idsOf, namesAreUnsure } from './names.ts'
import { type DraftEntry, lotName } from './planEntry.ts'
import type { Problems } from './problems.ts'
import type { Draft, ScenarioFile } from './schema.ts'

/** Facts and ledgers of one walk. A number that was at fault counts as not known (NaN). */
export interface Walk {
  readonly problems: Problems
  readonly factor: Factor
  /** The value of one share on a day; NaN where none is stated, or not known. */
  readonly valueOn: (on: PlainDate) => number
  /** The filing status of a day's year; undefined where it is not known. */
  readonly statusOn: (on: PlainDate) => FilingStatus | undefined
  readonly grants: GrantLedger
  readonly holdings: Holdings
  /** Every lot there is or will be. */
  readonly lotNames: readonly string[]
  readonly isLot: (name: string) => boolean
  /** Whether a name that is not found may be that of a lot whose name was at fault. */
  readonly lotsUnsure: boolean
}

/** The walk before its first step. */
export function walkThrough(file: Draft<ScenarioFile>, problems: Problems): Walk {
  const { household, company, grants = [], lots = [], plan = [] } = file
  const splitsAtFault = problems.has('company') || problems.touch('company.splits')
  const splits = splitsAtFault ? null : ((company?.splits ?? []) as Split[])
  const prices = problems.touch('company.prices') ? [] : ((company?.prices ?? []) as PriceQuote[])
  const statuses = problems.touch('household.status') ? [] : statusesOf(household?.status, 0)
  const factor: Factor = (from, to) => (splits && from !== '' && to !== '' ? splitFactor(splits, from, to) : Number.NaN)
  const made = plan.filter((entry, i) => mayExercise(entry, `plan[${i}]`, problems)).map(lotName)
  const lotNames = [...idsOf(lots), ...made.filter((name) => name !== undefined)]
  const known = new Set(lotNames)
  return {
    problems,
    factor,
    valueOn: (on) => valueOn(prices, splits ?? [], on) ?? Number.NaN,
    statusOn: (on) => (statuses.findLast(({ from }) => from <= yearOf(on)) ?? statuses[0])?.status,
    grants: new GrantLedger(grants, factor, problems),
    holdings: new Holdings(factor),
    lotNames,
    isLot: (name) => known.has(name),
    lotsUnsure:
      made.includes(undefined) || namesAreUnsure('lots', lots, problems) || namesAreUnsure('plan', plan, problems),
  }
}

/** Whether an entry is an exercise, or so much at fault that it may have been one. */
export const mayExercise = ({ exercise }: DraftEntry, path: string, problems: Problems): boolean =>
  exercise !== undefined || problems.touch(`${path}.exercise`) || problems.has(path)
