/**
 * Walks through lots and plan in the order of their days and notes what cannot be done: shares exercised beyond those
 * granted and vested, and sold or given beyond those held. A number that was at fault counts as not known (NaN), and
 * nothing is said of what it enters.
 */
import type { PlainDate } from '../date.ts'
import { exercisableShares, type Split, splitFactor, vestedShares } from '../equity/grant.ts'
import { buildGrant } from './buildEquity.ts'
import { idsOf, namesAreUnsure } from './checkEquity.ts'
import { type DraftEntry, lotName } from './checkPlan.ts'
import { Defaults } from './defaults.ts'
import { Holdings } from './holdings.ts'
import type { Problems } from './problems.ts'
import type { Draft, ScenarioFile } from './schema.ts'
import { nearestAmong } from './shown.ts'

type File = Draft<ScenarioFile>
type DraftGrant = NonNullable<File['grants']>[number]
type WrittenGrant = NonNullable<ScenarioFile['grants']>[number]
type DraftLot = NonNullable<File['lots']>[number]

/** Shares may be left over by arithmetic on split ratios: less than this is none. */
const tolerance = 1e-6

/** Notes exercises, sales and gifts of more shares than there are, and of grants and lots that are not there. */
export function checkHoldings(file: File, problems: Problems): void {
  const walk = new Walk(file, problems)
  const { lots = [], plan = [] } = file
  const steps = [
    ...lots.map((lot, i) => ({ on: lot.exercised, take: () => walk.lot(lot, `lots[${i}]`) })),
    ...plan.map((entry, i) => ({ on: entry.on, take: () => walk.entry(entry, `plan[${i}]`) })),
  ]
  // Sorting is stable: lots come before the plan, and entries of one day stay in file order. Without a day: first
  const ordered = steps.sort((one, other) => ((one.on ?? '') < (other.on ?? '') ? -1 : one.on === other.on ? 0 : 1))
  for (const step of ordered) step.take()
}

class Walk {
  readonly #problems: Problems
  readonly #grants = new Map<string, { grant: DraftGrant; sure: boolean }>()
  readonly #grantsUnsure: boolean
  readonly #lotNames: readonly string[]
  readonly #lotsUnsure: boolean
  readonly #splits: readonly Split[]
  readonly #splitsUnsure: boolean
  readonly #holdings: Holdings
  /** By grant, shares exercised so far as of the grant date. */
  readonly #exercised = new Map<string, number>()

  constructor({ grants = [], lots = [], plan = [], company }: File, problems: Problems) {
    this.#problems = problems
    for (const [i, grant] of grants.entries()) {
      const sure = !decides.some((key) => problems.touch(`grants[${i}].${key}`))
      if (grant.id !== undefined) this.#grants.set(grant.id, { grant, sure })
    }
    this.#grantsUnsure = namesAreUnsure('grants', grants, problems)
    const made = plan.filter((entry, i) => this.#exercises(entry, `plan[${i}]`)).map(lotName)
    this.#lotNames = [...idsOf(lots), ...made.filter((name) => name !== undefined)]
    this.#lotsUnsure =
      made.includes(undefined) || namesAreUnsure('lots', lots, problems) || namesAreUnsure('plan', plan, problems)
    this.#splitsUnsure = problems.touch('company.splits')
    this.#splits = this.#splitsUnsure ? [] : ((company?.splits ?? []) as Split[])
    this.#holdings = new Holdings(this.#splits)
  }

  lot({ id = '', grant, exercised = '', shares = Number.NaN, vestedOn = null }: DraftLot, path: string): void {
    this.#holdings.add({
      name: id,
      exercised,
      vestedOn,
      shares: exercised === '' || this.#splitsUnsure ? Number.NaN : shares,
    })
    if (grant === undefined) return
    const total = this.#countExercised(grant, exercised, shares)
    const granted = this.#grants.get(grant)?.grant.shares ?? Number.NaN
    if (total > granted + tolerance)
      this.#problems.add(
        `${path}.shares`,
        'tooManyShares',
        `brings what is exercised of ${grant} to ${counted(total)} shares, and ${counted(granted)} were granted. Correct one of them.`,
      )
  }

  entry(entry: DraftEntry, path: string): void {
    const { on, sell, give } = entry
    if (this.#exercises(entry, path)) this.#exercise(entry, path)
    else if (on === undefined) return
    else if (sell !== undefined) this.#dispose(on, entry.lot, sell, `${path}.lot`, `${path}.sell`)
    else if (give?.shares !== undefined)
      this.#dispose(on, give.lot, give.shares, `${path}.give.lot`, `${path}.give.shares`)
  }

  /** Whether an entry is an exercise, or so much at fault that it may have been one. */
  #exercises({ exercise }: DraftEntry, path: string): boolean {
    return exercise !== undefined || this.#problems.touch(`${path}.exercise`) || this.#problems.has(path)
  }

  #exercise(entry: DraftEntry, path: string): void {
    const { grant: id, on = '', exercise: shares = Number.NaN } = entry
    const kept = on === '' || this.#splitsUnsure ? Number.NaN : entry.sameDaySale ? 0 : shares
    this.#holdings.add({ name: lotName(entry) ?? '', exercised: on, vestedOn: null, shares: kept })
    if (id === undefined) return
    const known = this.#grants.get(id)
    if (!known && !this.#grantsUnsure) {
      const message = `is ${id}, and there is no such grant.${nearestAmong(id, [...this.#grants.keys()])}`
      this.#problems.add(`${path}.grant`, 'unknownReference', message)
    }
    if (!known || on === '') return
    const outside = known.sure ? outsideTerm(known.grant, on) : undefined
    if (outside) this.#problems.add(`${path}.on`, 'conflict', outside)
    else this.#exerciseInTerm(known, on, shares, path)
  }

  #exerciseInTerm(
    { grant, sure }: { grant: DraftGrant; sure: boolean },
    on: PlainDate,
    shares: number,
    path: string,
  ): void {
    const { id = '' } = grant
    const before = this.#exercised.get(id) ?? 0
    this.#countExercised(id, on, shares)
    if (!sure || this.#splitsUnsure) return
    const factor = splitFactor(this.#splits, grant.on ?? '', on)
    const free = Math.max(0, Math.floor((exercisableOn(grant, on) - before) * factor + tolerance))
    if (shares > free)
      this.#problems.add(
        `${path}.exercise`,
        'tooManyShares',
        `is ${counted(shares)}, and on ${on} only ${counted(free)} shares of ${id} can be exercised. Exercise fewer, or later.`,
      )
  }

  #dispose(on: PlainDate, lot: string | undefined, shares: number, lotPath: string, sharesPath: string): void {
    if (lot !== undefined && !this.#holdings.has(lot)) {
      if (this.#lotNames.includes(lot))
        this.#problems.add(
          lotPath,
          'conflict',
          `is ${lot}, which is exercised only after ${on}. Choose a later day or another lot.`,
        )
      else if (!this.#lotsUnsure)
        this.#problems.add(
          lotPath,
          'unknownReference',
          `is ${lot}, and there is no such lot.${nearestAmong(lot, this.#lotNames)}`,
        )
      return
    }
    const free = this.#holdings.free(on, lot)
    if (shares > free + tolerance) {
      const what = lot === undefined ? 'shares' : `shares of ${lot}`
      const message = `is ${counted(shares)}, and on ${on} only ${counted(free)} ${what} are held and vested. Choose fewer, or a later day.`
      this.#problems.add(sharesPath, 'tooManyShares', message)
    }
    this.#holdings.take(on, lot, shares)
  }

  /** Adds to what is exercised of a grant, as of the grant date, and gives the sum. */
  #countExercised(id: string, on: PlainDate, shares: number): number {
    const grantedOn = this.#grants.get(id)?.grant.on
    const unknown = on === '' || grantedOn === undefined || this.#splitsUnsure
    const asOfGrant = unknown ? Number.NaN : shares / splitFactor(this.#splits, grantedOn, on)
    const total = (this.#exercised.get(id) ?? 0) + asOfGrant
    this.#exercised.set(id, total)
    return total
  }
}

/** What decides how many shares of a grant may be exercised. */
const decides = ['id', 'on', 'shares', 'expires', 'vesting', 'earlyExercise', 'employmentEnds'] as const

/** What is wrong with a day of exercise outside the term of the grant. */
function outsideTerm({ id, on: granted, expires }: DraftGrant, on: PlainDate): string | undefined {
  if (granted !== undefined && on < granted)
    return `is ${on}, before ${id} was granted on ${granted}. Correct one of them.`
  if (expires !== undefined && on > expires)
    return `is ${on}, after ${id} expired on ${expires}. Choose an earlier day.`
  return undefined
}

/** Shares that may be exercised on a day, as of the grant date; after employment, those vested on its last day. */
function exercisableOn(draft: DraftGrant, on: PlainDate): number {
  // Whatever decides is known here; the defaults are those of the case, noted when it is built
  const grant = buildGrant(draft as WrittenGrant, '', new Defaults())
  const { employmentEnds } = grant
  return employmentEnds !== null && employmentEnds < on
    ? vestedShares(grant, employmentEnds)
    : exercisableShares(grant, on)
}

const counted = (shares: number): string => String(+shares.toFixed(4))
