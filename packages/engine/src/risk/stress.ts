/**
 * Stresses: what may go wrong with a plan, each as another case to be figured whole, with its sentence. One that cannot happen to this household is
 * listed with why, never left out.
 */
import type { Case } from '../case.ts'
import { dateOf, dayNumber, type PlainDate, yearOf } from '../date.ts'
import { sharesOf } from '../equity/shares.ts'
import { InputError, NotModelled } from '../errors.ts'
import type { HistoricalFall } from './shocks.ts'
import { stressesTold, type Told } from './stressKinds.ts'
import { isExercise } from './stressPlans.ts'

export type StressName =
  | 'halved'
  | 'fallAfterYearEnd'
  | 'halted'
  | 'valueDoubled'
  | 'noWages'
  | 'liquidityLate'
  | 'dealFails'
  | 'worthless'
  | 'moveAway'
  | 'moveToCalifornia'
  | 'smallExemption'
  | `replay${HistoricalFall['name']}`

/** A stress of a case. */
export interface Stress {
  readonly name: StressName
  /** A few words for a table. */
  readonly title: string
  /** What happens, in a sentence. */
  readonly what: string
  /** The day it begins. */
  readonly begins: PlainDate
  /** The case as it then is; null where it does not apply, and then why. */
  readonly of: Case | null
  readonly whyNot: string | null
  /** Whether income, residence or law differ: what the shares add is then counted from a household of its own. */
  readonly otherFacts: boolean
  /** Whether shares could be sold at all where there is a market. */
  readonly market: boolean
}

/** What a stress begins from. */
export interface Ground {
  readonly of: Case
  readonly asOf: PlainDate
  /** The day after it: what is not done by now can be stressed. */
  readonly tomorrow: PlainDate
  /** The tax year the day lies in. */
  readonly year: number
}

/** What of the stresses a caller may state. */
export interface StressOptions {
  /** How many times as far as the index a historical fall takes the price; left out: 1. */
  readonly beta?: number
  /** What a share of a company that is not listed is worth after its deal fell through; left out: the last value known. */
  readonly priceWithoutDeal?: number
}

/** The ground of a case; a day before its first year counts as the first of that year. */
export function groundOf(of: Case, asOf: PlainDate): Ground {
  const first = of.incomes[0]?.year
  const day = first !== undefined && yearOf(asOf) < first ? `${first}-01-01` : asOf
  return { of, asOf: day, tomorrow: dateOf(dayNumber(day) + 1), year: yearOf(day) }
}

/** All stresses of a case, those that do not apply among them. */
export function stressesOf(ground: Ground, options: StressOptions = {}): Stress[] {
  const none = hasShares(ground) ? null : 'No shares are held, and the plan exercises none from tomorrow on.'
  return stressesTold(ground, options).map((told) => made(told, none))
}

function made({ make, ...told }: Told, none: string | null): Stress {
  const stress = { whyNot: null, otherFacts: false, market: true, ...told }
  const whyNot = none ?? stress.whyNot
  if (whyNot !== null) return { ...stress, of: null, whyNot }
  try {
    return { ...stress, of: make() }
  } catch (error) {
    return { ...stress, of: null, whyNot: reasonOf(error) }
  }
}

/** Why a course cannot be figured, where that is the input's or the law's doing. */
export function reasonOf(error: unknown): string {
  if (error instanceof NotModelled) return `It cannot be figured: ${error.message}.`
  if (error instanceof InputError) return `It cannot be figured: ${error.message}`
  throw error
}

/** Whether there are shares that anything could happen to. */
function hasShares({ of, tomorrow }: Ground): boolean {
  if (of.plan.some((action) => isExercise(action) && action.on >= tomorrow)) return true
  const { prepared } = sharesOf({ ...of, plan: of.plan.filter(({ on }) => on < tomorrow) }).books
  return prepared.lots.some(({ blocks, used }) => blocks.slice(0, used).some(({ left }) => left > 0))
}
