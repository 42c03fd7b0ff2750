/** What the view of lots says first. */
import type { SellAnswer } from '@isoline/engine'
import type { ReactNode } from 'react'
import { Mark } from '../../parts/Answer.tsx'
import { longDay } from '../../words/days.ts'
import { count, money, shares } from '../../words/money.ts'
import type { Holding } from './holding.ts'

/** The next lot to qualify, and what selling it before costs; or that there is nothing to wait for. */
export function answerOf(
  focus: Holding | undefined,
  holdings: readonly Holding[],
  sell: SellAnswer | undefined,
): ReactNode {
  if (holdings.length === 0) return 'You hold no shares from incentive options yet.'
  if (!focus) return 'Nothing of these lots can be sold on this day.'
  const { state, id } = focus
  if (state.kind !== 'waiting') return settledWords(holdings)
  return (
    <>
      {/^[A-Z]/.test(id) ? id : `Lot ${id}`} becomes qualifying in{' '}
      <Mark>
        {/* A number keeps its unit on its line. */}
        {`${count(state.days)}\u00a0${state.days === 1 ? 'day' : 'days'}`}
      </Mark>
      . {sell?.sells.some(({ lot }) => lot === id) && costOf(sell)}
    </>
  )
}

/** No clock that runs: all of them are over, or there never were any. */
function settledWords(holdings: readonly Holding[]): string {
  const held = holdings.filter(({ row }) => row.heldThen.shares > 0)
  if (held.every(({ state }) => state.kind === 'qualifying'))
    return held.length === 1 ? 'The lot you hold is qualifying.' : 'Every lot you hold is qualifying.'
  return 'No lot you hold is waiting to qualify.'
}

/** What a sale before the lot qualifies costs against the same sale after. */
function costOf({ branches }: SellAnswer): string {
  const [now, later] = [branches[0], branches.find(({ name }) => name === 'qualifying')]
  if (!now || !later) return ''
  const cost = later.worth - now.worth
  if (Math.abs(cost) < 0.5) return 'Selling it before then costs nothing.'
  return cost > 0
    ? `Selling it before then costs ${money(cost)}.`
    : `Selling it before then leaves ${money(-cost)} more.`
}

/** The day, how much is held, what a share is worth. */
export function aboutOf(holdings: readonly Holding[], value: string | null, listed: boolean, asOf: string): string[] {
  const held = holdings.filter(({ row }) => row.heldThen.shares > 0)
  const planned = holdings.filter(({ row }) => row.status === 'notExercised')
  const sum = (of: readonly Holding[]): number => of.reduce((total, each) => total + each.shares, 0)
  const what = listed ? 'price' : '409A value'
  return [
    longDay(asOf),
    ...(held.length > 0 ? [`${shares(sum(held))} in ${held.length} ${held.length === 1 ? 'lot' : 'lots'}`] : []),
    ...(planned.length > 0 ? [`${shares(sum(planned))} planned`] : []),
    value === null ? `no ${what} given` : `last ${what} ${value}`,
  ]
}
