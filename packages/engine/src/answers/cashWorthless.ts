/** If the shares go to zero: what has been spent on them, and what credit and losses bring back of it. */
import type { Case } from '../case.ts'
import { dateOf, dayNumber, lastWeekday, type PlainDate, yearOf } from '../date.ts'
import type { SellAction } from '../equity/action.ts'
import { blocksOf, sharesOf } from '../equity/shares.ts'
import { toCents } from '../money.ts'
import { wholeYears, worthOf } from '../risk/worth.ts'
import { keptWhole, type Tested } from './cashBills.ts'

/** Dollars, at face value. */
export interface IfWorthless {
  /** Strike and tax of the exercises. */
  readonly spent: number
  /** The day on which the shares are taken to be given up for nothing: the last weekday of the year after the last exercise. */
  readonly on: PlainDate
  /** Less tax in the years from that of the first return on: minimum tax credit used, and losses deducted. */
  readonly comesBack: number
  /** The last year looked at, and what of credit and of AMT loss beyond the regular one is left then. */
  readonly through: number
  readonly creditLeft: number
  readonly amtLossLeft: number
}

/** Years in which credit and losses may come home. */
const yearsAfter = 10

/**
 * The shares of these exercises sold for nothing, once they are free of vesting, against never exercising them. Null where some
 * are never free.
 * @param spent strike and tax until the returns of the exercises are due
 */
export function ifWorthless(of: Case, lots: ReadonlySet<string>, tested: Tested, spent: number): IfWorthless | null {
  const kept = keptWhole(of, lots)
  const { prepared } = sharesOf(kept).books
  const ours = prepared.lots.filter(({ id }) => lots.has(id))
  const free = Math.max(...ours.flatMap((lot) => blocksOf(lot).map((block) => (block.left > 0 ? freeOf(block) : 0))))
  const usual = lastWeekday((tested.years.at(-1) as number) + 1)
  const year = Math.max(yearOf(dateOf(Math.min(free, latestDay))), yearOf(usual))
  if (free >= latestDay) return null
  const on = lastWeekday(year)
  const day = dayNumber(on)
  const sales = ours
    .map((lot) => {
      const left = blocksOf(lot).reduce((sum, block) => sum + block.left, 0)
      return sold(lot.id, on, +((left * prepared.market.factorAt(day)) / lot.factor).toFixed(6))
    })
    .filter(({ shares }) => shares > 0)
  const through = year + yearsAfter
  const never = kept.plan.filter((action) => !(action.kind === 'exercise' && lots.has(action.as)))
  const terms = { from: `${tested.years[0]}-01-01`, discount: 0, last: through }
  const lost = worthOf(
    wholeYears({ ...kept, plan: [...kept.plan, ...sales] }, through, tested.rounding),
    wholeYears({ ...kept, plan: never }, through, tested.rounding),
    terms,
  )
  return {
    ...{ spent: toCents(spent), on, comesBack: toCents(spent + lost.value), through },
    ...{ creditLeft: toCents(lost.creditLeft), amtLossLeft: toCents(lost.amtLossLeft) },
  }
}

/** The first day on which a block can be sold: vested, and past any section 16(b) period. */
const freeOf = ({ freeDay, restrictedUntil }: ReturnType<typeof blocksOf>[number]): number =>
  Math.max(freeDay, restrictedUntil + 1)

/** Days past it belong to shares that never vest. */
const latestDay = dayNumber('2080-01-01')

const sold = (lot: string, on: PlainDate, shares: number): SellAction => ({
  ...{ kind: 'sell', on, lot, shares, price: 0, fees: 0 },
  ...{ relatedBuyer: false, inW2: true, reported: 'none' },
})
