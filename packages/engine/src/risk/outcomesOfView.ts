/** Outcomes where the file names none: what its view of the price says of one day, as a few equally likely prices. */
import type { Case, Outcome } from '../case.ts'
import type { PlainDate } from '../date.ts'
import { priceOn } from '../schedule/caseProblem.ts'
import { yearsBetween } from '../schedule/terms.ts'
import { priceBands } from './priceBands.ts'
import type { PriceModel } from './priceModel.ts'

/** From when on the price is uncertain, and the day on which one of the outcomes is known. `growth` is that of the mean, a year. */
export interface ViewDays {
  readonly from: PlainDate
  readonly known: PlainDate
  readonly growth: number
}

/** How many outcomes a view is made into: few enough for a plan, and with one in the middle. */
export const outcomeCounts = [3, 5, 7] as const

/**
 * `count` equally likely outcomes on the day they are known, lowest price first: the mean price of each band of the model, so that their own mean
 * is the price that growth alone leads to. Shares that are not listed have their market from `company.view.liquidityOn` on, or none.
 * @throws InputError where no value of a share is stated.
 */
export function outcomesOfView(
  of: Case,
  model: PriceModel,
  count: number,
  { from, known, growth }: ViewDays,
): Outcome[] {
  const { listed, view } = of.company
  const mean = priceOn(of, growth, known)
  const opens = listed ? null : (view?.liquidityOn ?? null)
  return priceBands(model, Math.max(0, yearsBetween(from, known)), count).map((part, i) => ({
    ...{ name: nameOf(i, count), kind: opens === null ? 'nothing' : 'ipo', probability: 1 / count, on: known },
    ...{ price: mean * part, sellableFrom: opens, maxShares: null },
  }))
}

const parts: { readonly [count: number]: string } = { 3: 'third', 5: 'fifth', 7: 'seventh', 9: 'ninth' }
/** From the middle outwards. */
const heights = [['middle'], ['low', 'high'], ['very low', 'very high'], ['lowest', 'highest']] as const

function nameOf(i: number, count: number): string {
  const middle = (count - 1) / 2
  const height = heights[Math.abs(i - middle)] ?? [`${i + 1} of ${count}`]
  return `${height[i > middle ? 1 : 0] ?? height[0]} ${parts[count] ?? 'part'}`
}
