/** What a year's gifts leave for the next five, by category and year of gift. IRC §170(b)(1), (d)(1); Pub. 526. */
import { atLeastZero } from '../money.ts'
import type { Charity } from './charity.ts'
import type { Facts } from './facts.ts'

/** The categories of IRC §170(b)(1) in the order in which the floor of 2026 takes from them. */
export const giftCategories = ['privateStock', 'stock', 'private', 'ordinary', 'cash'] as const
export type GiftCategory = (typeof giftCategories)[number]

/** An excess gift carried forward: `year` is the year it was given. Dollars. */
export interface CarriedGift {
  readonly category: GiftCategory
  readonly year: number
  readonly amount: number
}

type Line = 'PrivateStock' | 'Stock' | 'Private' | 'Ordinary' | 'Cash'
const lineOf = (category: GiftCategory) => (category.charAt(0).toUpperCase() + category.slice(1)) as Line

/**
 * Gifts carried from `year` to the next: this year's excess over the limits and what is left of older carryovers, the
 * oldest used first, none older than `carryYears`. What the floor took carries only in a year that has an excess anyway.
 */
export function carriedGifts(
  charity: Readonly<Charity>,
  facts: Readonly<Facts>,
  carriedIn: readonly CarriedGift[],
  year: number,
  carryYears: number,
): readonly CarriedGift[] {
  if (carriedIn.length === 0 && !exceeds(charity, facts)) return noGifts
  const floored = takenByFloor(charity)
  const excessOf = (category: GiftCategory) => atLeastZero(facts[`charity${lineOf(category)}`] - charity[category])
  const hasExcess = exceeds(charity, facts)
  return giftCategories
    .flatMap((category) => {
      const older = carriedIn.filter((gift) => gift.category === category).sort((a, b) => a.year - b.year)
      // A carryover that the floor takes is lost: the Code speaks of gifts of the contribution year
      const lost = hasExcess ? Math.min(floored[category], charity[category]) : 0
      return [...remaining(older, charity[`${category}Carried`]), { category, year, amount: excessOf(category) + lost }]
    })
    .filter((gift) => gift.amount > 0 && year + 1 - gift.year <= carryYears)
}

const noGifts: readonly CarriedGift[] = []

/** Whether any gift of the year exceeds its limit. */
const exceeds = (charity: Readonly<Charity>, facts: Readonly<Facts>): boolean =>
  facts.charityCash > charity.cash ||
  facts.charityOrdinary > charity.ordinary ||
  facts.charityStock > charity.stock ||
  facts.charityPrivate > charity.private ||
  facts.charityPrivateStock > charity.privateStock

function remaining(oldestFirst: readonly CarriedGift[], used: number): CarriedGift[] {
  let left = used
  return oldestFirst.map((gift) => {
    const taken = Math.min(left, gift.amount)
    left -= taken
    return { ...gift, amount: gift.amount - taken }
  })
}

/** The floor by category: from gifts with the lowest limit first, cash last. IRC §170(b)(1)(I). */
function takenByFloor(charity: Readonly<Charity>): Record<GiftCategory, number> {
  let left = charity.floor
  const taken = giftCategories.map((category) => {
    const part = Math.min(left, charity[category] + charity[`${category}Carried`])
    left -= part
    return [category, part]
  })
  return Object.fromEntries(taken) as Record<GiftCategory, number>
}
