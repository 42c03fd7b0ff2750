/** What opens and closes the gap that lets credit come back: a year figured again with one fact changed. */
import type { Case } from '../case.ts'
import { valueOn } from '../equity/grant.ts'
import { type Holding, holdingsByYear } from '../equity/holdings.ts'
import type { Facts } from '../forms/facts.ts'
import { figureReturn, workspace } from '../return.ts'
import type { FiguredYear } from '../timeline.ts'

/** What may change: amounts in dollars. */
export type GapMoveName = 'wages' | 'bonus' | 'sabbatical' | 'exercise' | 'sale' | 'stateTaxAtCap' | 'noStateTax'

/** One change of one fact of a year. */
export interface GapMove {
  readonly what: GapMoveName
  /** By how much the fact changes: wages, spread, basis difference sold, state tax deducted. */
  readonly by: number
  /** What it does to Form 8801 line 24, and to the credit used, line 25. */
  readonly gap: number
  readonly used: number
}

/** The moves of one year; one that does not apply (no shares to sell, no state tax) is left out. */
export interface GapMoves {
  readonly year: number
  readonly moves: readonly GapMove[]
}

/** Ten thousand dollars, and a bonus of fifty. */
const step = 10_000
const bonus = 50_000

/** The moves of every year. */
export function gapMoves(of: Case, years: readonly FiguredYear[]): GapMoves[] {
  const last = years.at(-1)
  if (!last) return []
  const byYear = holdingsByYear(of, last.year)
  return years.map((year) => ({ year: year.year, moves: movesOf(of, year, byYear.get(year.year) ?? []) }))
}

function movesOf(of: Case, { facts, law, return: r, year }: FiguredYear, held: readonly Holding[]): GapMove[] {
  const work = workspace()
  const moved = (what: GapMoveName, by: number, change: (facts: Facts) => void): GapMove[] => {
    if (by === 0) return []
    const other = { ...facts, gains: { ...facts.gains }, amtGains: { ...facts.amtGains } }
    change(other)
    const { form8801 } = figureReturn(other, law, work)
    return [{ what, by, gap: form8801.line24 - r.form8801.line24, used: form8801.line25 - r.form8801.line25 }]
  }
  const gone = -facts.wages / 2
  const sold = mostDifference(of, year, held)
  const taxes = facts.stateAndLocalTaxes
  return [
    ...moved('wages', step, (x) => {
      x.wages += step
    }),
    ...moved('bonus', bonus, (x) => {
      x.wages += bonus
    }),
    ...moved('sabbatical', gone, (x) => {
      x.wages += gone
    }),
    ...moved('exercise', step, (x) => {
      x.isoSpread += step
    }),
    ...(sold
      ? moved('sale', sold.difference, (x) => {
          x.gains.longD += sold.gain
          x.amtGains.longD += sold.gain - sold.difference
        })
      : []),
    ...moved('stateTaxAtCap', Math.max(0, law.saltCap - taxes), (x) => {
      x.stateAndLocalTaxes = law.saltCap
      x.hasItemized = true
    }),
    ...moved('noStateTax', -taxes, (x) => {
      x.stateAndLocalTaxes = 0
    }),
  ]
}

/**
 * A sale of shares with ten thousand of basis difference, or as much as there is, of the lot past both clocks at the end of the
 * year whose AMT basis exceeds its regular basis most.
 */
function mostDifference(of: Case, year: number, held: readonly Holding[]) {
  const on = `${year}-12-31`
  const value = valueOn(of.company.prices, of.company.splits, on)
  if (value === undefined) return null
  const sales = held
    .map(({ clear }) => ({
      difference: clear.amtBasis - clear.regularBasis,
      gain: clear.shares * value - clear.regularBasis,
    }))
    .filter(({ difference }) => difference > 0.005)
    .sort((one, other) => other.difference - one.difference)
  const [most] = sales
  if (!most) return null
  const part = Math.min(1, step / most.difference)
  return { difference: part * most.difference, gain: part * most.gain }
}
