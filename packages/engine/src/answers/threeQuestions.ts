/** The three questions that decide the hold before any rate does: how large, how volatile and how liquid, and whether AMT can be paid. */
import type { Case } from '../case.ts'
import type { PlainDate } from '../date.ts'
import { valueOn } from '../equity/grant.ts'
import { toCents } from '../money.ts'
import { concentrationMarks, type PositionSize, volatilityMarks } from '../risk/concentration.ts'
import { fallPrice } from '../risk/fallPrice.ts'
import { modelOf } from '../risk/priceModel.ts'
import { nextSale, saleChance } from '../risk/saleChance.ts'
import { asPercent, counted, inDollars, listedWords } from './amountWords.ts'
import type { CashTest } from './cashTest.ts'
import type { PositionRow } from './concentration.ts'
import type { MissingFact } from './missingFact.ts'

/** One question, with what its answer speaks for. */
export interface HoldQuestion {
  readonly name: 'size' | 'swingsAndExit' | 'payWithoutSelling'
  readonly question: string
  /** Whether the answer speaks for holding or against it; `open`: for neither. */
  readonly speaks: 'for' | 'against' | 'open' | 'missing'
  readonly says: readonly string[]
  readonly numbers: { readonly [name: string]: number | null }
  readonly missing: readonly MissingFact[]
}

/** What the questions are answered from. */
export interface HoldFacts {
  readonly of: Case
  readonly now: PlainDate
  readonly positions: readonly PositionRow[]
  /** Facts without which there is no position, or no part of it. */
  readonly missing: readonly MissingFact[]
  readonly test: CashTest
}

export const holdQuestions = (facts: HoldFacts): HoldQuestion[] => [
  sizeQuestion(facts),
  exitQuestion(facts),
  payQuestion(facts),
]

/** How it stands after the exercises decides, where they are still ahead. */
function sizeQuestion({ positions, missing }: HoldFacts): HoldQuestion {
  const question = 'How big is this position relative to everything you own?'
  const row = positions.at(-1)
  const [now] = positions
  const part = row?.part ?? null
  const numbers = {
    part,
    partNow: now?.part ?? null,
    partWithOptions: row?.partWithOptions ?? null,
    value: row?.value ?? null,
  }
  const says = positions.map(positionWords)
  if (!row || row.size === null || part === null) {
    const none =
      row && missing.length === 0 ? ['Net worth is not above zero: these shares are all there is, and more.'] : []
    return {
      name: 'size',
      question,
      speaks: none.length > 0 ? 'against' : 'missing',
      says: [...says, ...none],
      numbers,
      missing,
    }
  }
  return {
    ...{ name: 'size', question, speaks: speaksOf[row.size], numbers, missing },
    says: [
      ...says,
      ...(positions.some(({ partWithOptions: all }) => all !== null && all > 1) ? [tooSmall] : []),
      `${sizeWords[row.size]} From ${asPercent(concentrationMarks.large)} on advisers speak of a large position, from ${asPercent(concentrationMarks.veryLarge)} on of a very large one; that is their convention, not law.`,
    ],
  }
}

const tooSmall =
  'Shares and options are worth more than the net worth of the file: check household.netWorth, which holds both less all debts.'

const speaksOf: { readonly [Size in PositionSize]: HoldQuestion['speaks'] } = {
  ...{ none: 'open', small: 'for', large: 'open', veryLarge: 'against', most: 'against' },
}

const sizeWords: { readonly [Size in PositionSize]: string } = {
  none: 'No share is held.',
  small: 'That is a small part: holding on for the lower rate risks little of the whole.',
  large: 'That is a large position: a bad year of this one company would be felt.',
  veryLarge:
    'That is a very large position: what a bad year of this one company can take is large beside what the lower rate can save.',
  most: 'That is most of what you own: the concentration decides here, not the rate. Selling a part now cuts it down, even where those shares disqualify.',
}

function positionWords(row: PositionRow): string {
  const { name, on, shares, unvested, price, value, options, part, partWithOptions, afterTax, taxDue } = row
  const when = name === 'now' ? `On ${on}` : `After the exercises of the year, on ${on} and with their tax paid,`
  const held = `${when} ${counted(shares + unvested)} at ${inDollars(price)} ${shares + unvested === 1 ? 'is' : 'are'} ${inDollars(value)}`
  const of =
    part === null
      ? ''
      : `, ${asPercent(part)} of net worth${taxDue > 0 ? ` less the ${inDollars(taxDue)} of tax still due for them` : ''}`
  const bare =
    options.value > 0
      ? ` Vested options are worth ${inDollars(options.value)} over their strike${partWithOptions === null ? '' : `, which net worth is taken to count; with them it is ${asPercent(partWithOptions)}`}.`
      : ''
  const sold = afterTax === null ? '' : ` ${soldWords(afterTax, shares * price)}`
  return shares + unvested === 0 ? `${when} no share is held.${bare}` : `${held}${of}.${bare}${sold}`
}

function soldWords({ value, part, chance, whole }: NonNullable<PositionRow['afterTax']>, before: number): string {
  const able =
    chance === 'none' ? 'If they could be sold then, all vested ones would leave' : 'Sold then, all vested ones leave'
  const undone = value > before ? ', as the sale takes AMT away' : ''
  const state = whole ? '' : ', before the tax of a state that is not modelled'
  return `${able} ${inDollars(value)} after tax${undone}${state}${part === null ? '' : `: ${asPercent(part)} of a net worth that has paid it`}.`
}

/** Chances that are told: one year in six, and one in twenty. */
const chances = { oneInSix: 1 / 6, oneInTwenty: 1 / 20 } as const

function exitQuestion({ of, now }: HoldFacts): HoldQuestion {
  const { company } = of
  const chance = saleChance(company, now)
  const model = company.view ? modelOf(company.view) : null
  const price = valueOn(company.prices, company.splits, now)
  const fall = (p: number): number | null => {
    const low = model && price !== undefined ? fallPrice(model, price, 1, p) : null
    return low === null ? null : toCents(low)
  }
  const [six, twenty] = [fall(chances.oneInSix), fall(chances.oneInTwenty)]
  const volatility = company.view?.volatility ?? null
  const missing: MissingFact[] =
    model === null
      ? [{ path: 'company.view.volatility', message: 'how far the price may fall while the holding periods run' }]
      : []
  const wild = volatility !== null && volatility >= volatilityMarks.wild
  const free = chance === 'market' || chance === 'blackout'
  const speaks =
    !free || wild
      ? 'against'
      : model === null
        ? 'missing'
        : volatility !== null && volatility <= volatilityMarks.calm
          ? 'for'
          : 'open'
  return {
    ...{ name: 'swingsAndExit', question: 'How volatile and how liquid is the stock?', speaks, missing },
    says: [...swings(volatility, six, twenty, price), exitWords(of, now)],
    numbers: { volatility, price: price ?? null, belowOneInSix: six, belowOneInTwenty: twenty },
  }
}

function swings(
  volatility: number | null,
  six: number | null,
  twenty: number | null,
  price: number | undefined,
): string[] {
  if (six === null || twenty === null || price === undefined)
    return volatility === null ? [] : [`The volatility is ${asPercent(volatility)} a year.`]
  const at = volatility === null ? 'By the view of the price' : `At a volatility of ${asPercent(volatility)} a year`
  const fallen = (low: number): string => `${inDollars(low)} (${asPercent(1 - low / price)} lower)`
  return [
    `${at} a share worth ${inDollars(price)} is below ${fallen(six)} after one year in one case of six, and below ${fallen(twenty)} in one of twenty.`,
  ]
}

/** Who buys the shares, and from when on, in a sentence. */
export function exitWords({ company }: Case, now: PlainDate): string {
  const [chance, next] = [saleChance(company, now), nextSale(company, now)]
  const { listed, tenders = [] } = company
  if (chance === 'market')
    return listed
      ? 'The shares are listed and can be sold on any trading day.'
      : 'The shares can be sold since their market opened.'
  if (chance === 'blackout')
    return `The shares trade, but not for you during the blackout of ${now}; the next day is ${next ?? 'not known'}.`
  const offers = tenders.filter(({ on }) => on >= now)
  const maybe = outcomeWords(company)
  if (next === null)
    return maybe === ''
      ? 'The shares are not listed, and no day is known on which anybody buys them: what goes in is locked in.'
      : `The shares are not listed.${maybe} Until then what goes in is locked in.`
  const offer = offers.find(({ on }) => on === next)
  const days = offers.length > 1 ? ` (tenders on ${listedWords(offers.map(({ on }) => on))})` : ''
  return offer
    ? `The shares are not listed; the next chance to sell is the tender of ${next}, at most ${counted(offer.maxShares)} at ${inDollars(offer.price)}${days}.${maybe}`
    : `The shares are not listed; the first day on which they are expected to have a market is ${next}.${maybe}`
}

/** What the file's outcomes say of a buyer until a day: how probable one is, and from which day on; null: none of them has one. */
export function likelyBuyer(
  { outcomes = [] }: Case['company'],
  until: PlainDate | null,
): { readonly probability: number; readonly from: PlainDate } | null {
  const bought = outcomes.flatMap(({ kind, price, probability, on, sellableFrom }) => {
    const from = sellableFrom ?? on
    const buys = price > 0 && ['ipo', 'cash', 'stock', 'tender'].includes(kind)
    return buys && from !== null && (until === null || from <= until) ? [{ probability, from }] : []
  })
  const [from] = bought.map((each) => each.from).sort()
  return from === undefined ? null : { probability: bought.reduce((sum, each) => sum + each.probability, 0), from }
}

function outcomeWords(company: Case['company']): string {
  const likely = likelyBuyer(company, null)
  return likely === null
    ? ''
    : ` Outcomes with ${asPercent(likely.probability)} of the probability let them be sold, the first from ${likely.from} on.`
}

function payQuestion({ test }: HoldFacts): HoldQuestion {
  const { verdict, needed, cash, left, lacks, through, missing } = test
  const speaks = ({ passes: 'for', fails: 'against', unknown: 'missing', nothingDue: 'open' } as const)[verdict]
  const says = {
    passes: `Yes: strike and tax take ${inDollars(needed)} by ${through}, and ${inDollars(left ?? Number.NaN)} of ${inDollars(cash ?? Number.NaN)} is left.`,
    fails: `No: ${inDollars(lacks?.first.amount ?? Number.NaN)} is missing on ${lacks?.first.on}. Shares would have to be sold to pay for holding them.`,
    unknown: `Strike and tax take ${inDollars(needed)} by ${through}; the file does not say enough to tell whether the cash covers it.`,
    nothingDue: 'No exercise is planned, so there is nothing to cover.',
  }[verdict]
  return {
    ...{ name: 'payWithoutSelling', question: 'Can you cover the AMT without selling?', speaks, missing, says: [says] },
    numbers: { needed, cash, left },
  }
}
