/** What is left to sell once a year has closed: the shares still held, and what they bring at the price of the course. */
import type { Case } from '../case.ts'
import { dateOf, dayNumber, type PlainDate } from '../date.ts'
import { heldOn } from '../plan/gifts.ts'
import { type Chance, marketOn, tendersIn } from './marketDays.ts'
import type { Course } from './stressYears.ts'

/** Dollars before tax. `on` null: nobody to sell to is known. */
export interface LeftAfter {
  readonly shares: number
  readonly on: PlainDate | null
  readonly price: number | null
  readonly brings: number | null
}

/** How far a day on the market is looked for, and a tender. */
const [daysLooked, never]: readonly [number, PlainDate] = [366, '9999-12-31']

/**
 * Vested shares held at the first chance to sell from a day on: on the market within a year of the day it opens, else to the next tender, up to
 * what it takes. `market` false: nothing can be sold.
 */
export function leftAfter({ years: { of } }: Course, from: PlainDate, market: boolean): LeftAfter {
  const heldThen = (on: PlainDate): number => heldOn(of, on).reduce((sum, { shares }) => sum + shares, 0)
  const chance = market ? firstChance(of, from) : null
  if (!chance) return { shares: heldThen(from), on: null, price: null, brings: null }
  const { on, price, most } = chance
  const shares = Math.min(heldThen(on), most)
  return { shares, on, price, brings: shares * price }
}

function firstChance({ company }: Case, from: PlainDate): Chance | null {
  const opens = company.listed ? null : (company.view?.liquidityOn ?? null)
  const first = dayNumber(opens !== null && opens > from ? opens : from)
  for (let day = first; day < first + daysLooked; day++) {
    const chance = marketOn(company, dateOf(day))
    if (chance) return chance
  }
  return tendersIn(company, from, never)[0] ?? null
}
