/** A day of the calendar: what it is about, in words, and a name by which a calendar knows it again. */
import type { PlainDate } from '../date.ts'

/** What a day is about. `lastIsoDay`: options can be exercised after it, and are no longer ISOs. */
export type CalendarKind =
  | 'grantClock'
  | 'exerciseClock'
  | 'qualifying'
  | 'yearEnd'
  | 'estimatedTax'
  | 'election83b'
  | 'lastIsoDay'
  | 'lastExerciseDay'
  | 'form3921'
  | 'return'
  | 'claimUntil'

/** One day to keep. */
export interface CalendarDay {
  /** Made of the kind and the scenario's own names and years, never of a position: the same day has the same key next time. */
  readonly key: string
  readonly kind: CalendarKind
  readonly on: PlainDate
  readonly title: string
  /** What is to be done, in sentences. */
  readonly says: readonly string[]
  /** Dollars to pay on the day, or above zero to claim back by it; null where it is not about money, or not known. */
  readonly amount: number | null
}

/** Whether something must be done by the day, or is lost: worth a reminder ahead of it. */
export const isDeadline = (kind: CalendarKind): boolean => !['grantClock', 'exerciseClock', 'form3921'].includes(kind)

/** The key of a day. Names may hold anything, half characters too; each is written so that no two lists of names read the same. */
export const dayKey = (kind: CalendarKind, ...names: readonly (string | number)[]): string =>
  [kind, ...names].map((name) => encodeURIComponent(String(name).replace(/\p{Cs}/gu, '\uFFFD'))).join('/')
