/** Cash against shares: what each lot held would save and cost as a gift of the same value. */
import type { Case } from '../case.ts'
import type { SellAction } from '../equity/action.ts'
import { valueOn } from '../equity/grant.ts'
import type { DispositionRecord } from '../equity/shares.ts'
import { NotModelled } from '../errors.ts'
import { toCents } from '../money.ts'
import {
  type Gift,
  giveActionOf,
  heldOn,
  keepingLot,
  type Outcome,
  outcomeOf,
  reliefOf,
  withActions,
  withoutPlannedGifts,
} from '../plan/gifts.ts'
import type { FiguredYear } from '../timeline.ts'
import { type Giving, givenIn } from './giving.ts'

/** A gift of one kind of property. Dollars. */
export interface GiveWay {
  /** The lot given from; null for cash. */
  readonly lot: string | null
  readonly shares: number
  readonly value: number
  readonly kind: 'cash' | 'qualifying' | 'disqualifying' | 'nonstatutory' | 'mixed'
  /** What counts as given. */
  readonly counts: number
  /** Ordinary income of a disqualifying disposition. */
  readonly ordinaryIncome: number
  /** Gain that neither system ever taxes; for AMT below zero where its basis is above the value. */
  readonly gainUntaxed: number
  readonly amtGainUntaxed: number
  /** AMT basis less regular basis that goes with the shares: line 2k of Form 6251 never takes it out of AMT income. */
  readonly basisDifferenceLost: number
  /** What the gift saves over all years, minimum tax credit left at its face value. */
  readonly worth: number
  /** What a sale on the same day would leave after tax of all years, that credit counted; of cash, the cash. */
  readonly saleWorth: number
  /** What the gift gives up after what it saves. */
  readonly netCost: number
  readonly netCostPerDollar: number
  /** What cash of that value would save. */
  readonly cashWorth: number
  /** Why it cannot be figured; amounts are then zero. */
  readonly refused: string | null
}

/** Cash, then every lot held on the day; each with whole shares up to the value. None for a gift of nothing. */
export function waysOf(of: Case, giving: Giving, value: number): GiveWay[] {
  if (value <= 0) return []
  const { on, year } = giving
  const set = withoutPlannedGifts(of, year)
  const price = valueOn(of.company.prices, of.company.splits, on)
  const lots = price === undefined || price <= 0 ? [] : heldOn(set, on)
  const cash = (of: number): GiveWay => cashWay(giving, set, of)
  return [
    cash(value),
    ...lots.flatMap(({ lot, shares }) => {
      const whole = Math.floor(Math.min(shares, value / (price as number) + 1e-6) + 1e-6)
      return whole > 0 ? [lotWay(giving, keepingLot(set, lot, on), lot, whole, price as number, cash)] : []
    }),
  ]
}

function cashWay(giving: Giving, base: Case, value: number): GiveWay {
  const without = figured(giving, base)
  const outcome = figured(giving, withActions(base, [giveActionOf(giftFrom(giving, value, 0, null))]))
  const { worth } = reliefOf(without, outcome)
  return {
    ...{ lot: null, shares: 0, value: toCents(value), kind: 'cash', counts: toCents(counted(without, outcome)) },
    ...{ ordinaryIncome: 0, gainUntaxed: 0, amtGainUntaxed: 0, basisDifferenceLost: 0 },
    ...costs(value, worth, value),
    cashWorth: toCents(worth),
    refused: null,
  }
}

function lotWay(
  giving: Giving,
  base: Case,
  lot: string,
  shares: number,
  price: number,
  cash: (value: number) => GiveWay,
): GiveWay {
  const value = shares * price
  const cashWorth = cash(value).worth
  try {
    const without = figured(giving, base)
    const gift = giveActionOf(giftFrom(giving, 0, shares, lot))
    const outcome = figured(giving, withActions(base, [gift]))
    const sold = figured(giving, withActions(base, [saleOf(giving, lot, shares, price)]))
    const given = (outcome.years[0] as FiguredYear).dispositions.filter(({ action }) => action === gift)
    const sum = (amount: (each: DispositionRecord) => number): number =>
      toCents(given.reduce((total, each) => total + amount(each), 0))
    const basis = sum(({ amounts }) => amounts.basis)
    const amtBasis = sum(({ amounts }) => amounts.amtBasisTotal)
    return {
      ...{ lot, shares, value: toCents(value), kind: kindOf(given), counts: toCents(counted(without, outcome)) },
      ordinaryIncome: sum(({ amounts }) => amounts.compensation),
      ...{ gainUntaxed: toCents(value - basis), amtGainUntaxed: toCents(value - amtBasis) },
      basisDifferenceLost: toCents(amtBasis - basis),
      ...costs(value, reliefOf(without, outcome).worth, value + reliefOf(without, sold).worth),
      cashWorth,
      refused: null,
    }
  } catch (error) {
    if (!(error instanceof NotModelled)) throw error
    return {
      ...{ lot, shares, value: toCents(value), kind: 'mixed', counts: 0, ordinaryIncome: 0, gainUntaxed: 0 },
      ...{ amtGainUntaxed: 0, basisDifferenceLost: 0, worth: 0, saleWorth: 0, netCost: 0, netCostPerDollar: 0 },
      cashWorth,
      refused: error.message,
    }
  }
}

const figured = ({ year, last, asked }: Giving, of: Case): Outcome =>
  outcomeOf(of, year, last, asked.rounding ?? 'exact')

const giftFrom = ({ on, to }: Giving, cash: number, shares: number, lot: string | null): Gift => ({
  ...{ on, to, cash, shares, lot },
})

/** The sale that the gift is in place of, without fees. */
const saleOf = ({ on, base }: Giving, lot: string, shares: number, price: number): SellAction => ({
  ...{ kind: 'sell', on, lot, shares, price, fees: 0, relatedBuyer: false, inW2: true },
  reported: base.company.listed ? 'basis' : 'none',
})

const counted = (without: Outcome, outcome: Outcome): number =>
  givenIn(outcome.years[0] as FiguredYear) - givenIn(without.years[0] as FiguredYear)

function costs(value: number, worth: number, saleWorth: number) {
  const netCost = saleWorth - worth
  return {
    ...{ worth: toCents(worth), saleWorth: toCents(saleWorth), netCost: toCents(netCost) },
    netCostPerDollar: Math.round((netCost / value) * 1e4) / 1e4,
  }
}

function kindOf(given: readonly DispositionRecord[]): GiveWay['kind'] {
  const kinds = new Set(
    given.map(({ nonstatutory, qualifying }) =>
      nonstatutory ? 'nonstatutory' : qualifying ? 'qualifying' : 'disqualifying',
    ),
  )
  const [only] = kinds
  return kinds.size === 1 && only ? only : 'mixed'
}
