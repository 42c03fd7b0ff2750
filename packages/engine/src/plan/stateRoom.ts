/** How much spread a state with an AMT of its own leaves free of it. */
import type { Case } from '../case.ts'
import { figureReturn } from '../return.ts'
import { stateYear, stateYears } from '../stateYears.ts'
import type { FiguredYear } from '../timeline.ts'

/** The largest spread of the year, lots included, that makes no AMT of the state. Dollars. */
export interface StateRoom {
  readonly state: string
  readonly room: number
}

/** No household reaches a spread beyond. */
const farthest = 1e9

/**
 * The rooms of the states that have an AMT of their own and are lived in all year: a part of a year has none before one knows on
 * which day the exercise is. Their AMT never falls as the spread grows, so that halving finds where it begins.
 * @param years the years of the case up to the one asked about.
 */
export function stateRooms(of: Case, years: readonly FiguredYear[]): StateRoom[] {
  const figured = years.at(-1) as FiguredYear
  const year = stateYears(of, years).at(-1)
  if (!year) return []
  const facts = { ...figured.facts }
  const amtAt = (spread: number, state: string): number => {
    facts.isoSpread = spread
    const there = stateYear(of, { ...figured, facts, return: figureReturn(facts, figured.law) }, year.creditsIn)
    return there.returns.find((each) => each.state === state)?.summary.amt ?? 0
  }
  return year.returns.flatMap(({ state, residency }) => {
    if (residency !== 'resident' || amtAt(farthest, state) === 0) return []
    return [{ state, room: lastFree((spread) => amtAt(spread, state)) }]
  })
}

/** The largest spread at which an amount that never falls is still zero, to a hundredth of a cent. */
function lastFree(amountAt: (spread: number) => number): number {
  if (amountAt(0) > 0) return 0
  let [low, high] = [0, 1_000]
  while (amountAt(high) === 0) [low, high] = [high, 2 * high]
  while (high - low > 1e-4) {
    const middle = (low + high) / 2
    if (amountAt(middle) > 0) high = middle
    else low = middle
  }
  return low
}
