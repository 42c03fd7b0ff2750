/** Strategies as rows of one table: the best plan, one's own, and those that people know by name. */
import type { PlanAnswer, ProjectAnswer } from '@isoline/engine'
import { yearOf } from '../../words/days.ts'

export type Verdict = 'best' | 'payable' | 'short' | 'untested'

export interface StrategyRow {
  readonly key: string
  readonly name: string
  /** Of the best: whether one's own plan is the same. */
  readonly yours?: boolean
  readonly detail?: readonly number[]
  /** Null where the engine puts no value on it. */
  readonly value: number | null
  readonly against: number | null
  readonly amt: number | null
  readonly creditLeft: number | null
  /** The least cash there is; null where only the verdict is known. */
  readonly lowest: number | null
  readonly verdict: Verdict
  /** The year in which cash runs short, where that is known. */
  readonly shortIn: number | null
}

/** What each strategy is called. */
export const strategyName: { readonly [Name in PlanAnswer['strategies'][number]['name']]: string } = {
  nothing: 'Exercise nothing',
  allNow: 'All that vests, as it vests',
  evenSplit: 'Equal parts',
  fillTheRoom: 'To the line each year',
  beforeCreditShrinks: 'Until credit would shrink',
  waitForLiquidity: 'Wait for a market, then hold',
  exerciseAndSell: 'Exercise and sell at once',
  disqualifyAtYearEnd: 'All, undone at year end',
}

/** The least cash of a projection, and the first year in which it is below nothing; null where the file gives no cash. */
export function lowestOf({ years }: ProjectAnswer): { readonly left: number; readonly on: string } | null {
  return years.reduce<{ readonly left: number; readonly on: string } | null>(
    (least, { cash: { lowest } }) => (lowest && (least === null || lowest.left < least.left) ? lowest : least),
    null,
  )
}

/** The first day on which cash is missing. */
export const firstShort = ({ years }: ProjectAnswer): { readonly left: number; readonly on: string } | null =>
  years.map(({ cash }) => cash.lowest).find((lowest) => lowest && lowest.left < -0.005) ?? null

/**
 * The rows, what cannot be paid for after all that can, however much it would be worth.
 * @param own one's own plan over the years, `best` where it is that one; null where there is none
 * @param tested whether the file says what cash there is
 */
export function strategyRows(
  { best, strategies, from, through }: PlanAnswer,
  bestYears: ProjectAnswer | undefined,
  own: ProjectAnswer | 'best' | null,
  tested: boolean,
): StrategyRow[] {
  const named = strategies.map(
    ({ name, value, amt, creditLeft, cashShort }): StrategyRow => ({
      ...{ key: name, name: strategyName[name], value, against: value - best.value, amt, creditLeft, shortIn: null },
      lowest: cashShort > 0 ? -cashShort : null,
      verdict: !tested ? 'untested' : cashShort > 0 ? 'short' : 'payable',
    }),
  )
  const order = (row: StrategyRow): number => (row.verdict === 'short' ? 1 : 0)
  named.sort((one, other) => order(one) - order(other) || (other.value as number) - (one.value as number))
  const first: StrategyRow = {
    ...{
      key: 'best',
      name: best.proved ? 'Proved best' : 'Best found',
      yours: own === 'best',
      value: best.value,
      against: null,
    },
    ...{ amt: best.amt, creditLeft: best.creditLeft, verdict: 'best', shortIn: null },
    lowest: (bestYears && lowestOf(bestYears)?.left) ?? null,
    detail: best.years.flatMap(({ exercised }) => (exercised > 0 ? [exercised] : [])),
  }
  return [first, ...(own && own !== 'best' ? [ownRow(own, yearOf(from), through, tested)] : []), ...named]
}

function ownRow(own: ProjectAnswer, from: number, through: number, tested: boolean): StrategyRow {
  const short = firstShort(own)
  const log = own.creditLog.find(({ year }) => year === through) ?? own.creditLog.at(-1)
  return {
    ...{ key: 'own', name: 'Your plan', value: null, against: null },
    amt: own.years.reduce((sum, { year, summary }) => sum + (year >= from ? summary.amt : 0), 0),
    creditLeft: log?.intoNextYear ?? null,
    lowest: lowestOf(own)?.left ?? null,
    verdict: !tested ? 'untested' : short ? 'short' : 'payable',
    shortIn: short && yearOf(short.on),
  }
}
