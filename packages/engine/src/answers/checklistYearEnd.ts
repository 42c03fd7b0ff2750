/** The year-end decision: sell on the last day, which undoes the AMT, or hold on; and the price below which selling leaves more. */
import type { Case } from '../case.ts'
import { lastWeekday } from '../date.ts'
import { valueOn } from '../equity/grant.ts'
import { toCents } from '../money.ts'
import { positionOn } from '../risk/concentration.ts'
import { saleChance } from '../risk/saleChance.ts'
import { type YearEndPrice, yearEndPrice } from '../risk/yearEndPrice.ts'
import { asPercent, counted, inDollars } from './amountWords.ts'
import { type ChecklistItem, type ListFacts, nothingPlanned } from './checklistItem.ts'
import type { LotRow } from './lots.ts'
import { likelyBuyer } from './threeQuestions.ts'

/** A lot of the year that is still held on its last weekday. */
interface Choice {
  readonly lot: string
  readonly shares: number
  readonly value: number
  readonly qualifyingOn: string
  readonly price: YearEndPrice
}

/** @throws InputError, NotModelled as the years do. */
export function yearEndItem({ of, asked, year, lots }: ListFacts): ChecklistItem {
  const on = lastWeekday(year)
  const question = `Is holding past ${on} a free choice, and the better one? It is the last day to sell in the year of exercise.`
  const dates = [{ on, what: 'last day to sell in the year of exercise, and so take the spread out of AMT' }]
  const own = { name: 'yearEnd', question, dates } as const
  if (lots.length === 0)
    return {
      ...own,
      answer: 'missing',
      says: [],
      numbers: {},
      dates: [],
      missing: [nothingPlanned('what there is to decide')],
    }
  const choices = choicesOf(of, lots, on, asked.rounding ?? 'exact')
  const chance = saleChance(of.company, on)
  const [first] = choices
  if (!first)
    return {
      ...own,
      answer: 'yes',
      says: [`No vested ISO share of ${year} is still held then: there is nothing to decide.`],
      numbers: {},
      missing: [],
    }
  return {
    // Not settled where selling leaves more, nor where nobody may buy
    ...{ ...own, answer: chance === 'market' && choices.every(holdingIsBetter) ? 'yes' : 'no', missing: [] },
    says: [
      ...choices.map((each) => priceWords(each, on)),
      `Counted is the credit that comes home by ${first.price.through}, and later dollars are discounted at ${asPercent(of.assumptions.discountRate)} a year.`,
      ...chanceWords(of.company, on),
      ...(on < asked.asOf ? ['The day has passed.'] : []),
    ],
    numbers: {
      sellBelow:
        choices.length === 1 && Number.isFinite(first.price.sellBelow ?? Number.NaN)
          ? toCents(first.price.sellBelow as number)
          : null,
      value: toCents(first.value),
      holdingAdds: toCents(choices.reduce((sum, { price }) => sum + price.holdingAdds, 0)),
    },
  }
}

function choicesOf(of: Case, lots: readonly LotRow[], on: string, rounding: 'exact' | 'as-filed'): Choice[] {
  const { prices, splits } = of.company
  const value = valueOn(prices, splits, on)
  if (value === undefined) return []
  // What the plan does on the day itself is what is to be decided
  const held = new Map(
    positionOn({ ...of, plan: of.plan.filter((action) => action.on < on) }, on).lots.map(({ lot, shares }) => [
      lot,
      shares,
    ]),
  )
  return lots.flatMap(({ id, qualifyingOn }) => {
    const shares = held.get(id)
    if (shares === undefined || qualifyingOn === null || qualifyingOn <= on) return []
    const choice = { lot: id, shares, on, qualifyingOn, value }
    return [{ ...choice, price: yearEndPrice(of, choice, rounding) }]
  })
}

const holdingIsBetter = ({ price }: Choice): boolean => price.holdingAdds >= 0

function priceWords(choice: Choice, on: string): string {
  const { lot, shares, value, qualifyingOn, price } = choice
  const { sellBelow, holdingAdds } = price
  const start = `${lot}, ${counted(shares)} worth ${inDollars(value)} each`
  const [sell, hold] = [`selling on ${on}`, `holding until ${qualifyingOn}, the price standing still,`]
  if (!holdingIsBetter(choice)) {
    const upTo =
      sellBelow === null || sellBelow === Number.POSITIVE_INFINITY
        ? 'So it is at any higher price looked at.'
        : `So it is at any price below ${inDollars(sellBelow)}.`
    return `${start}: ${sell} leaves ${inDollars(-holdingAdds)} more after tax than ${hold} leaves. ${upTo}`
  }
  const below =
    sellBelow === null
      ? 'Selling leaves no more at any lower price.'
      : `Below ${inDollars(sellBelow)} it is the other way round, even if the price then stands still: sell in the year.`
  return `${start}: ${hold} leaves ${inDollars(holdingAdds)} more after tax than ${sell}. ${below}`
}

function chanceWords(company: Case['company'], on: string): string[] {
  const likely = likelyBuyer(company, on)
  const none = likely
    ? `No buyer is certain by then: outcomes with ${asPercent(likely.probability)} of the probability let the shares be sold from ${likely.from} on.`
    : 'Nobody is known to buy them by then.'
  return {
    market: [],
    tender: [`Only the tender of ${on} would buy them.`],
    blackout: [`${on} lies in a blackout: the decision has to be made before it begins.`],
    none: [`${none} Without a buyer the exercise cannot be undone, whatever the value does.`],
  }[saleChance(company, on)]
}
