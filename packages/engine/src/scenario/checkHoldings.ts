/**
 * Walks through lots and plan in the order of their days and notes what cannot be done: shares exercised beyond those
 * granted and vested, sold or given beyond those held, and days on which the share has no value. Shares are restated for
 * splits. What was at fault already counts as not known (NaN), and nothing is said of it.
 */
import type { PlainDate } from '../date.ts'
import {
  exercisableShares,
  type Grant,
  type PriceQuote,
  type Split,
  splitFactor,
  valueOn,
  vestedShares,
} from '../equity/grant.ts'
import { grantsAreUnsure } from './checkEquity.ts'
import { type DraftEntry, lotName } from './checkPlan.ts'
import type { Problems } from './problems.ts'
import type { Draft, ScenarioFile } from './schema.ts'
import { nearestAmong } from './shown.ts'

type File = Draft<ScenarioFile>

/** Shares left of a lot, as of the day it was exercised. */
interface Held {
  readonly name: string
  readonly exercised: PlainDate
  readonly vestedOn: PlainDate | null
  shares: number
}

interface Walk {
  readonly splits: readonly Split[]
  readonly grants: ReadonlyMap<string, Draft<Grant>>
  /** By grant, the shares exercised so far, as of the grant date. */
  readonly exercised: Map<string, number>
  readonly held: Held[]
  readonly lotNames: readonly string[]
  readonly namesUnsure: boolean
  readonly problems: Problems
}

/** Notes exercises, sales and gifts of more shares than there are, and missing values of the share. */
export function checkHoldings(file: File, problems: Problems): void {
  const { grants = [], lots = [], plan = [] } = file
  const known = grants.filter((grant): grant is Draft<Grant> & { id: string } => grant.id !== undefined)
  const names = [...lots.map(({ id }) => id), ...plan.filter(isExercise).map(lotName)]
  const walk: Walk = {
    splits: problems.touch('company.splits') ? [{ on: '1900-01-01', ratio: Number.NaN }] : splitsOf(file),
    grants: new Map(known.map((grant) => [grant.id, grant])),
    exercised: new Map(),
    held: [],
    lotNames: names.filter((name) => name !== undefined),
    namesUnsure: names.includes(undefined) || problems.has('lots') || problems.has('plan'),
    problems,
  }
  const days = [
    ...lots.map((lot, i) => ({ on: lot.exercised, act: () => holdLot(walk, lot, `lots[${i}]`) })),
    ...plan.map((entry, i) => ({ on: entry.on, act: () => doEntry(walk, entry, `plan[${i}]`) })),
  ]
  // Sorting is stable: lots come before the plan, and entries of one day stay in file order
  const known2 = days.filter((day): day is { on: PlainDate; act: () => void } => day.on !== undefined)
  for (const { act } of known2.sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))) act()
  checkValues(file, walk.splits, problems)
}

const splitsOf = ({ company }: File): Split[] => (company?.splits ?? []) as Split[]
const isExercise = (entry: DraftEntry): boolean => entry.exercise !== undefined

function holdLot(walk: Walk, lot: NonNullable<File['lots']>[number], path: string): void {
  const { id = '', exercised = '', shares = Number.NaN, vestedOn = null } = lot
  walk.held.push({ name: id, exercised, vestedOn, shares })
  if (lot.grant === undefined) return
  const total = countExercised(walk, lot.grant, exercised, shares)
  const granted = walk.grants.get(lot.grant)?.shares
  if (granted !== undefined && total > granted + 1e-6)
    walk.problems.add(
      `${path}.shares`,
      'tooManyShares',
      `brings what was exercised of ${lot.grant} to ${shareCount(total)} of ${shareCount(granted)} granted (as of the grant). Correct one of them.`,
    )
}

function doEntry(walk: Walk, entry: DraftEntry, path: string): void {
  if (entry.exercise !== undefined) return exercise(walk, entry, path)
  if (entry.sell !== undefined) return dispose(walk, entry.on, entry.lot, entry.sell, path, 'sell')
  if (entry.give?.shares !== undefined)
    dispose(walk, entry.on, entry.give.lot, entry.give.shares, `${path}.give`, 'shares')
}

function exercise(walk: Walk, entry: DraftEntry, path: string): void {
  const { grant: id, on = '', exercise: shares = Number.NaN } = entry
  const kept = entry.sameDaySale ? 0 : shares
  walk.held.push({ name: lotName(entry) ?? '', exercised: on, vestedOn: null, shares: kept })
  if (id === undefined) return
  const grant = walk.grants.get(id)
  if (!grant) {
    if (!grantsAreUnsure(walk.problems))
      walk.problems.add(
        `${path}.grant`,
        'unknownReference',
        `is ${id}, and there is no such grant.${nearestAmong(id, [...walk.grants.keys()])}`,
      )
    return
  }
  if (grant.on !== undefined && on < grant.on)
    return walk.problems.add(
      `${path}.on`,
      'conflict',
      `is ${on}, before ${id} was granted on ${grant.on}. Correct one of them.`,
    )
  if (grant.expires !== undefined && on > grant.expires)
    return walk.problems.add(
      `${path}.on`,
      'conflict',
      `is ${on}, after ${id} expired on ${grant.expires}. Choose an earlier day.`,
    )
  const before = walk.exercised.get(id) ?? 0
  const restated = splitFactor(walk.splits, grant.on ?? '', on)
  const free = Math.max(0, (exercisableOn(grant, on, walk.problems) - before) * restated)
  if (shares > free + 1e-6)
    walk.problems.add(
      `${path}.exercise`,
      'tooManyShares',
      `is ${shareCount(shares)}, and on ${on} only ${shareCount(Math.floor(free + 1e-6))} shares of ${id} are vested and not yet exercised. Exercise fewer, or later.`,
    )
  countExercised(walk, id, on, shares)
}

/** Shares that may be exercised on a day as of the grant date; after employment ends, those vested on its last day. */
function exercisableOn(grant: Draft<Grant>, on: PlainDate, problems: Problems): number {
  const index = [...problems.found].some(({ path }) => path.startsWith('grants['))
  if (!isWhole(grant) || (index && grant.shares === undefined)) return Number.NaN
  const { employmentEnds } = grant
  return employmentEnds !== null && employmentEnds < on
    ? vestedShares(grant, employmentEnds)
    : exercisableShares(grant, on)
}
