/** The grants of a file as the plan draws on them: what can be exercised on a day, and what of it is vested. */
import type { PlainDate } from '../date.ts'
import { exercisableShares, type Grant, vestedShares } from '../equity/grant.ts'
import { buildGrant } from './buildGrant.ts'
import type { DraftGrant } from './checkGrant.ts'
import { Defaults } from './defaults.ts'
import { namesAreUnsure } from './names.ts'
import type { Problems } from './problems.ts'
import type { ScenarioFile } from './schema.ts'

/** New shares for one share of an earlier day; NaN where a day or a split is not known. */
export type Factor = (from: PlainDate, to: PlainDate) => number

/** Shares may be left over by arithmetic on split ratios: less than this is none. */
export const tolerance = 1e-6

/** What decides how many shares of a grant may be exercised, and when. */
const decides = [
  ...(['id', 'on', 'shares', 'expires', 'vesting', 'earlyExercise', 'acceleration'] as const),
  ...(['employmentEnds', 'exercisableUntil'] as const),
] as const

/** Finds the grants of a file by name. */
export class GrantLedger {
  readonly names: readonly string[]
  /** Whether a name that is not found may be that of a grant whose name was at fault. */
  readonly unsure: boolean
  readonly #grants = new Map<string, LedgerGrant>()

  constructor(grants: readonly DraftGrant[], factor: Factor, problems: Problems) {
    for (const [i, grant] of grants.entries()) {
      const sure = !decides.some((key) => problems.touch(`grants[${i}].${key}`))
      if (grant.id !== undefined) this.#grants.set(grant.id, new LedgerGrant(grant, sure, factor))
    }
    this.names = [...this.#grants.keys()]
    this.unsure = namesAreUnsure('grants', grants, problems)
  }

  find(id: string): LedgerGrant | undefined {
    return this.#grants.get(id)
  }
}

/** A grant and how much of it is exercised. Where something that decides was at fault, counts are NaN. */
export class LedgerGrant {
  readonly written: DraftGrant
  readonly #factor: Factor
  readonly #grant: Grant | null
  /** Shares exercised so far, as of the grant date. */
  exercised = 0
  /** The last day asked about, and what was vested by it. */
  #vested = { on: '', shares: 0 }

  constructor(written: DraftGrant, sure: boolean, factor: Factor) {
    this.written = written
    this.#factor = factor
    // Whatever decides is known here; the defaults are those of the case, noted when it is built
    this.#grant = sure ? buildGrant(written as NonNullable<ScenarioFile['grants']>[number], '', new Defaults()) : null
  }

  /** What is wrong with a day of exercise outside the term of the grant. */
  outsideTerm(on: PlainDate): string | undefined {
    if (!this.#grant) return undefined
    const { id, on: granted, expires, exercisableUntil } = this.#grant
    if (on < granted) return `is ${on}, before ${id} was granted on ${granted}. Correct one of them.`
    if (on > expires) return `is ${on}, after ${id} expired on ${expires}. Choose an earlier day.`
    if (exercisableUntil !== null && on > exercisableUntil)
      return `is ${on}, after ${id} can last be exercised, on ${exercisableUntil}. Choose an earlier day.`
    return undefined
  }

  /** Whole shares that can still be exercised on a day, as of that day. */
  free(on: PlainDate): number {
    if (!this.#grant) return Number.NaN
    const left = (exercisableShares(this.#grant, on) - this.exercised) * this.#factor(this.#grant.on, on)
    return Math.max(0, Math.floor(left + tolerance))
  }

  /** Adds shares to what is exercised, as of a day. */
  exercise(on: PlainDate, shares: number): void {
    this.exercised += shares / this.#factor(this.written.on ?? '', on)
  }

  /** The strike of one share on a day, restated for splits. */
  strikeOn(on: PlainDate): number {
    const { strike = Number.NaN, on: granted = '' } = this.written
    return strike / this.#factor(granted, on)
  }

  /**
   * Of shares exercised now, those vested by a later day, as of now; null: all of them, now already. Shares are exercised in the order
   * in which they vest, so these are the next after all that were exercised before.
   */
  vestedBy(on: PlainDate, shares: number): ((day: PlainDate) => number) | null {
    const grant = this.#grant
    if (!grant) return () => Number.NaN
    if (!grant.earlyExercise) return null
    const { exercised } = this
    const factor = this.#factor(grant.on, on)
    const vested = (day: PlainDate): number =>
      Math.min(shares, Math.max(0, (this.#vestedOn(grant, day) - exercised) * factor))
    return vested(on) > shares - tolerance ? null : vested
  }

  #vestedOn(grant: Grant, day: PlainDate): number {
    if (this.#vested.on !== day) this.#vested = { on: day, shares: vestedShares(grant, day) }
    return this.#vested.shares
  }
}
