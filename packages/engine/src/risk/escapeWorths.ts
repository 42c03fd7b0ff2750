/**
 * What shares of an exercise are worth when they are sold in the year of exercise, and when they are kept past it: the whole engine asked at
 * few prices, and straight lines in between. Sold in the same year they are a disqualifying disposition, and nothing of their spread is
 * left in AMT (IRC §56(b)(3), Form 6251 line 2i); kept, AMT is paid in April and its credit comes home over years.
 */
import type { Case } from '../case.ts'
import { dateOf, dayNumber, type PlainDate, yearOf } from '../date.ts'
import type { ExerciseAction, SellAction } from '../equity/action.ts'
import { splitFactor, valueOn } from '../equity/grant.ts'
import { yearsBetween } from '../schedule/terms.ts'
import { exp, log } from './exact.ts'
import { type PathYears, pathYears } from './pathYears.ts'
import { amountOn, type Pieces, piecesOf } from './straightPieces.ts'
import type { WorthTerms } from './worth.ts'

/** Shares that are watched. */
export interface Watched {
  /** The household with the plan of everything else; an exercise that is still to be made is not in it. */
  readonly of: Case
  /** The same household without these shares. */
  readonly without: Case
  /** The exercise, made on `terms.from`; null where the shares are held already. */
  readonly exercise: ExerciseAction | null
  readonly lot: string
  /** Shares, and the value of one, as of `terms.from`. */
  readonly shares: number
  readonly value: number
}

/** What something is worth at a price, straight between the prices named: present value in dollars of `terms.from`. */
export interface WorthCurve {
  readonly at: (price: number) => number
  readonly bends: readonly number[]
}

/** Worths beyond those of the household without the shares. Prices are a share's, as counted on `terms.from`. */
export interface EscapeWorths {
  /** All shares sold on a day, by its price. */
  readonly sold: (on: PlainDate) => WorthCurve
  /** Some sold at a price, and the rest on a later day, by the price of that. */
  readonly partSold: (part: PartSale, on: PlainDate) => WorthCurve
  /** As `sold`, asked of the whole engine and not of straight lines. */
  readonly exact: (on: PlainDate, price: number) => number
  /** Federal AMT of the year beyond that without the shares, when some are sold in it. Form 6251 line 11. */
  readonly amtAfter: (part: PartSale) => number
  /** How often the engine was asked. */
  readonly asked: () => number
}

/** A sale of some of the shares, as counted on its day. */
export interface PartSale {
  readonly on: PlainDate
  readonly shares: number
  readonly price: number
}

/** How closely amounts are followed: from prices in this ratio on, to lines this near as a part of what the shares are worth. */
export interface Closeness {
  readonly ratio: number
  readonly within: number
}

const close: Closeness = { ratio: 1.3, within: 1e-7 }

/** A stretch of prices is not split further than to this part of them: there tax jumps, as some states' does. */
const least = 1e-3

/**
 * @param top the highest price asked for; past it the last line goes on
 * @throws InputError, NotModelled as the ledger and the forms do.
 */
export function escapeWorths(watched: Watched, terms: WorthTerms, top: number, closeness = close): EscapeWorths {
  const { of, shares, lot } = watched
  const places = placesTo(watched, top, closeness.ratio)
  const fineness = { within: closeness.within * shares * watched.value, least }
  const far = (its: Case): Case => lookingTo(its, terms.last)
  const without = priced(watched, watched.without, terms.from)
  const bare = pathYears(far(without), terms)
  const base = presentValue(without, bare, terms.from)
  const bareAmt = bare.totals.amt.slice()
  const taxes = new Map<string, Pieces>()
  let count = 0

  const worthAt = (sales: readonly SellAction[], on: PlainDate): ((price: number) => number) => {
    const course = courseOf(watched, terms.from, sales)
    const years = pathYears(far(course), terms)
    return (price) => {
      count++
      return presentValue(of, years, terms.from, on, price) - base
    }
  }
  const wholeSale = (on: PlainDate): SellAction =>
    saleOf(lot, on, shares * splitFactor(of.company.splits, terms.from, on))
  const proceedsOn = (on: PlainDate): number => shares * worthOn(terms, on)
  /** Tax, and the strike: what is not the sale's own money, so that it is the same on every day of a kind. */
  const taxOf = (on: PlainDate): Pieces => {
    const kind = kindOf(watched, on)
    const known = taxes.get(kind)
    if (known) return known
    const [worth, perPrice] = [worthAt([wholeSale(on)], on), proceedsOn(on)]
    const pieces = piecesOf((price) => perPrice * price - worth(price), places, fineness)
    taxes.set(kind, pieces)
    return pieces
  }
  return {
    sold(on) {
      const [tax, perPrice] = [taxOf(on), proceedsOn(on)]
      return { at: (price) => perPrice * price - amountOn(tax, price), bends: tax.places }
    },
    partSold(part, on) {
      const rest = (wholeSale(part.on).shares - part.shares) * splitFactor(of.company.splits, part.on, on)
      const first = saleOf(lot, part.on, part.shares, part.price)
      const worth = worthAt(rest > tiny ? [first, saleOf(lot, on, rest)] : [first], on)
      const pieces = rest > tiny ? piecesOf(worth, places, fineness) : piecesOf(worth, [0, top], fineness)
      return { at: (price) => amountOn(pieces, price), bends: pieces.places }
    },
    exact: (on, price) => worthAt([wholeSale(on)], on)(price),
    amtAfter({ on, shares: some, price }) {
      const course = courseOf(watched, terms.from, [saleOf(lot, on, some, price)])
      const years = pathYears(far(course), { ...terms, last: yearOf(on) })
      presentValue(of, years, terms.from)
      const at = yearOf(on) - (of.incomes[0]?.year ?? yearOf(terms.from))
      return (years.totals.amt[at] as number) - (bareAmt[at] as number)
    },
    asked: () => count,
  }
}

/** Shares may be left over by arithmetic on split ratios: less than this is none. */
const tiny = 1e-6

/** Present value on the first day of the terms of a dollar of a day. */
export const worthOn = ({ from, discount }: WorthTerms, on: PlainDate): number =>
  exp(-log(1 + discount) * yearsBetween(from, on))

/** The case looked at to a year, or further where it says so. */
const lookingTo = (of: Case, last: number): Case => ({
  ...of,
  assumptions: { ...of.assumptions, horizon: Math.max(of.assumptions.horizon, last) },
})

/** The case with the exercise made on a day at the value stated, and sales. */
export function courseOf(watched: Watched, from: PlainDate, sales: readonly SellAction[]): Case {
  const { of, exercise } = watched
  const made = exercise ? [{ ...exercise, on: from }] : []
  return priced(watched, { ...of, plan: [...of.plan, ...made, ...sales] }, from)
}

/** A case in which the value of a day is the one stated. */
const priced = ({ value }: Watched, of: Case, on: PlainDate): Case => ({
  ...of,
  company: { ...of.company, prices: [...of.company.prices, { on, fmv: value }] },
})

/** What a course is worth with one price on a day of sale, and the values of the file on all other days that are asked for. */
function presentValue({ company }: Case, years: PathYears, from: PlainDate, on?: PlainDate, price?: number): number {
  const sale = on === undefined ? Number.NaN : dayNumber(on)
  const prices = years.days.map((day) => {
    if (day === sale && price !== undefined) return price
    const date = dateOf(day)
    const stated = valueOn(company.prices, company.splits, date)
    return stated === undefined ? years.today : stated * splitFactor(company.splits, from, date)
  })
  return years.value(Float64Array.from(prices))
}

const saleOf = (lot: string, on: PlainDate, shares: number, price: number | null = null): SellAction => ({
  ...{ kind: 'sell', on, lot, shares, price, fees: 0, relatedBuyer: false, inW2: true, reported: 'basis' },
})

/** Places between which tax has few bends: in equal ratios, and the strike, where a gain begins. */
function placesTo({ value, exercise, of, lot }: Watched, top: number, ratio: number): number[] {
  const grant = exercise?.grant ?? of.lots.find(({ id }) => id === lot)?.grant
  const strike = of.grants.find(({ id }) => id === grant)?.strike
  const places = [0, ...(strike === undefined ? [] : [strike]), value]
  for (let place = value / 64; place < top; place *= ratio) places.push(place)
  return [...new Set([...places, top])].sort((one, other) => one - other)
}

/** Days of one kind bring the same tax for the same price: one year and state, and no purchase near that a loss could be a wash sale with. */
function kindOf({ of }: Watched, on: PlainDate): string {
  const state = of.household.residence.findLast((each) => each.from <= on)?.state ?? ''
  const bought = [...of.lots.map(({ exercised }) => exercised), ...of.plan.filter(isExercise).map((each) => each.on)]
  // IRC §1091(a): thirty days before and after
  const near = bought.some((day) => Math.abs(dayNumber(day) - dayNumber(on)) <= 30)
  return `${yearOf(on)} ${state} ${near ? on : ''}`
}

const isExercise = (action: { readonly kind: string }): boolean => action.kind === 'exercise'
