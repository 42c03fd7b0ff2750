/** Ways to act on a grant of a company that is not listed: what is exercised before anything is known of it, and what waits. */
import type { Case } from '../case.ts'
import { dateOf, dayNumber, type PlainDate, yearOf } from '../date.ts'
import { never } from '../equity/block.ts'
import { booksFor } from '../equity/books.ts'
import { exercisableShares, type Grant, lastExerciseDay, nonstatutoryBecause, splitFactor } from '../equity/grant.ts'
import { runLedger } from '../equity/ledger.ts'
import { requireValue, strikeOn } from '../equity/onDay.ts'
import { prepare } from '../equity/prepared.ts'
import { curveOf } from '../plan/curve.ts'
import type { FiguredYear } from '../timeline.ts'

export const preIpoWayNames = [
  ...(['earlyExercise', 'vestedNow', 'withinRoom', 'later', 'atLiquidity', 'atLiquidityHold', 'nothing'] as const),
]
export type PreIpoWayName = (typeof preIpoWayNames)[number]

/** A way: what is exercised on a day chosen today, and what becomes of the options left over. */
export interface PreIpoWay {
  readonly name: PreIpoWayName
  /** The day of exercise; null where only liquidity brings one. */
  readonly on: PlainDate | null
  /** Shares exercised on it, as of then. */
  readonly shares: number
  readonly election83b: boolean
  /** What liquidity does to the options left over: all sold, held but for what covers strike and tax, or nothing at all. */
  readonly rest: 'sell' | 'hold' | 'lapse'
}

/** Options of a grant that are left on a day. */
export interface OptionsLeft {
  readonly grant: Grant
  /** All that are left and have vested or will, as of the grant. */
  readonly left: number
  /** Whole shares that have vested by a day and not been exercised, as of that day; 0 when the option is over. */
  readonly vestedBy: (on: PlainDate) => number
  /** The same with those that the grant lets be exercised before they vest. */
  readonly exercisableOn: (on: PlainDate) => number
  /** The day on which the last of them vests. */
  readonly lastVests: PlainDate
}

/** What is left of every grant after the plan of the case, which must hold nothing but what is decided. */
export function optionsLeft(of: Case): OptionsLeft[] {
  const { prepared, refused } = runLedger(booksFor(prepare(of)))
  if (refused) throw refused.error
  return prepared.grants.map(({ grant, segments }): OptionsLeft => {
    const open = segments
      .map(({ vestDay, left }) => ({ vestDay, left }))
      .filter(({ vestDay, left }) => left > 0 && vestDay < never)
    const sum = (day: number): number => open.reduce((all, { vestDay, left }) => (vestDay <= day ? all + left : all), 0)
    const whole = (on: PlainDate, shares: number): number =>
      Math.floor(shares * splitFactor(of.company.splits, grant.on, on) + 1e-9)
    const left = sum(Number.POSITIVE_INFINITY)
    const vestedBy = (on: PlainDate): number => (exercisableShares(grant, on) > 0 ? whole(on, sum(dayNumber(on))) : 0)
    const early = (on: PlainDate): boolean => exercisableShares(grant, on) >= grant.shares
    return {
      ...{ grant, left, vestedBy, exercisableOn: (on) => (early(on) ? whole(on, left) : vestedBy(on)) },
      lastVests: open.length > 0 ? dateOf(Math.max(...open.map(({ vestDay }) => vestDay))) : grant.on,
    }
  })
}

/** @throws InputError where no value of a share is stated by the day. */
export function preIpoWays(
  of: Case,
  options: OptionsLeft,
  from: PlainDate,
  until: PlainDate,
  year: FiguredYear,
): PreIpoWay[] {
  const { grant, vestedBy, exercisableOn } = options
  const value = requireValue(of, from, `the spread of grant ${grant.id}`)
  const [vested, all] = [vestedBy(from), exercisableOn(from)]
  const inRoom = Math.min(all, sharesInRoom(year, value - strikeOn(of, grant, from)))
  // The spread of a nonstatutory option is wages, and no matter of the room
  const fits = nonstatutoryBecause(grant) === null && inRoom !== vested && inRoom !== all
  // Nobody exercises at more than the shares are worth
  const now = value >= strikeOn(of, grant, from)
  const on = (name: PreIpoWayName, day: PlainDate, shares: number, election83b = false): PreIpoWay[] =>
    shares > 0 && (now || day > from) ? [{ name, on: day, shares, election83b, rest: 'sell' }] : []
  const later = [1, 2]
    .map((years) => `${yearOf(from) + years}-01-15`)
    .filter((day) => day < until && day <= lastExerciseDay(grant))
  return [
    ...(all > vested ? on('earlyExercise', from, all, true) : []),
    ...on('vestedNow', from, vested),
    ...(fits ? on('withinRoom', from, inRoom, inRoom > vested) : []),
    ...later.flatMap((day) => on('later', day, vestedBy(day))),
    ...(['sell', 'hold', 'lapse'] as const).map((rest): PreIpoWay => ({ ...waits[rest], rest })),
  ]
}

const none = { on: null, shares: 0, election83b: false }
const waits = {
  sell: { name: 'atLiquidity', ...none },
  hold: { name: 'atLiquidityHold', ...none },
  lapse: { name: 'nothing', ...none },
} as const

/** Whole shares whose spread adds no federal AMT this year, on top of what was exercised in it already. */
function sharesInRoom({ facts, law }: FiguredYear, spread: number): number {
  if (spread <= 0) return Number.POSITIVE_INFINITY
  return Math.floor(Math.max(0, curveOf(facts, law).room - facts.isoSpread) / spread + 1e-9)
}
