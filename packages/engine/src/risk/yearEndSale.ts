/**
 * The sale that undoes AMT: shares of ISOs sold in the year in which AMT takes in their spread, before their holding periods are over, leave Form 6251
 * line 2i, and only what was gained is ordinary income. IRC §§56(b)(3), 421(b), 422(c)(2). Figured with the sale beside the course it is made in.
 */
import type { Case } from '../case.ts'
import { dateOf, dayNumber, type PlainDate, yearOf } from '../date.ts'
import type { Action, SellAction } from '../equity/action.ts'
import { splitFactor } from '../equity/grant.ts'
import { blocksOf, sharesOf } from '../equity/shares.ts'
import { type Chance, marketOn, tendersIn } from './marketDays.ts'
import { amtIn, type Course, courseOf, taxIn } from './stressYears.ts'
import { type WholeYears, type WorthTerms, wholeYears } from './worth.ts'

/** What selling so many shares on the day does, beside going on without it. Dollars. */
export interface Sold {
  readonly shares: number
  readonly proceeds: number
  /** Compensation: wages of the year, without withholding. */
  readonly ordinaryIncome: number
  /** AMT of the year that is then not owed, federal and state. */
  readonly amtGone: number
  /** What it adds to the tax of its year, federal and as far as known of states; below zero, it takes tax away. */
  readonly tax: number
  readonly afterTax: number
  /** What it is worth over all years beyond going on. */
  readonly gain: number
}

export interface YearEndSale {
  readonly chance: Chance
  readonly whole: Sold
  /** The fewest shares that leave no AMT in the year; null where even all of them leave some, or one needs all. */
  readonly least: Sold | null
}

/** Why there is no such sale: no AMT in the year, none of its shares left, nobody to sell to, or no day left. */
export type NoSale = 'noAmt' | 'noShares' | 'noMarket' | 'noDay'

/** Shares of a lot as of a day. */
interface Part {
  readonly lot: string
  readonly shares: number
}

/** The last chance of a year to sell, from a day on: on the market where there is one, else a tender. */
function lastChance({ company }: Case, from: PlainDate, year: number): Chance | NoSale {
  const end: PlainDate = `${year}-12-31`
  for (let day = dayNumber(end); dateOf(day) >= from; day--) {
    const chance = marketOn(company, dateOf(day))
    if (chance) return chance
  }
  return tendersIn(company, from, end).at(-1) ?? (company.listed ? 'noDay' : 'noMarket')
}

/**
 * The last sale of a year that undoes its AMT, in a course of events.
 * @param known the fewest shares that leave no AMT, where another course with the same year has told; left out: they are looked for
 * @throws InputError, NotModelled as the years do.
 */
export function yearEndSale(
  course: Course,
  from: PlainDate,
  year: number,
  terms: WorthTerms,
  known?: number | null,
): YearEndSale | NoSale {
  const { of } = course.years
  if (!(amtIn(course.years, year) > 0.005)) return 'noAmt'
  const chance = lastChance(of, from, year)
  if (typeof chance === 'string') return chance
  const there = undoable(of, chance.on, year)
  const all = Math.min(Math.floor(there.reduce((sum, { shares }) => sum + shares, 0) + 1e-6), Math.floor(chance.most))
  if (all <= 0) return 'noShares'
  const sold = (shares: number): Sold =>
    soldIn(course, withSale(course.years, chance, firstOf(there, shares)), shares, chance, terms)
  const least = known === undefined ? leastWithoutAmt(course.years, year, chance, there, all) : known
  return { chance, whole: sold(all), least: least === null ? null : sold(least) }
}

/** Vested ISO shares whose spread AMT takes in that year, by lot as of a day, after all the plan does by then. */
function undoable(of: Case, on: PlainDate, year: number): Part[] {
  const { prepared } = sharesOf({ ...of, plan: of.plan.filter((action) => action.on <= on) }).books
  const day = dayNumber(on)
  return prepared.lots.flatMap((lot): Part[] => {
    const free = blocksOf(lot).filter(
      (block) =>
        block.nonstatutory === 0 && block.inclusionYear === year && block.freeDay <= day && block.restrictedUntil < day,
    )
    const left = free.reduce((sum, block) => sum + block.left, 0)
    const shares = +((left * prepared.market.factorAt(day)) / lot.factor).toFixed(6)
    return shares > 0 ? [{ lot: lot.id, shares }] : []
  })
}

/** The first shares of some lots, in their order. */
function firstOf(lots: readonly Part[], shares: number): Part[] {
  let wanted = shares
  return lots.flatMap(({ lot, shares: there }) => {
    const taken = Math.min(wanted, there)
    wanted -= taken
    return taken > 0 ? [{ lot, shares: taken }] : []
  })
}

/** The case with the sale, and with that much less sold or given of the same lots later, as far as they would not last. */
function withSale({ of, years }: WholeYears, { on, price }: Chance, parts: readonly Part[]): Case {
  const over = new Map(parts.map(({ lot, shares }) => [lot, shares - keptOf(years, lot, on, of)]))
  const sale = { kind: 'sell', on, price, fees: 0, relatedBuyer: false, inW2: true } as const
  const reported: SellAction['reported'] = of.company.listed ? 'basis' : 'none'
  const later = of.plan.filter((action) => action.on > on)
  const shortened = new Map<Action, Action>()
  // Entries that name a lot first: one that does not can take from others
  for (const action of [...later.filter(naming), ...later.filter((each) => !naming(each))])
    shortened.set(action, withLess(action, over, on, of))
  return {
    ...of,
    plan: [
      ...of.plan.map((action) => shortened.get(action) ?? action).filter((action) => !isEmpty(action)),
      ...parts.map(({ lot, shares }): Action => ({ ...sale, lot, shares, reported })),
    ],
  }
}

const naming = (action: Action): boolean => 'lot' in action && action.lot !== null
const isEmpty = (action: Action): boolean => action.kind === 'sell' && action.shares < 1e-6

/** Shares of a lot that the course keeps to its end, in shares of a day. */
function keptOf(years: WholeYears['years'], id: string, on: PlainDate, { company }: Case): number {
  const lot = years.at(-1)?.shares?.books.prepared.lots.find((each) => each.id === id)
  if (!lot) return 0
  const left = blocksOf(lot).reduce((sum, block) => sum + block.left, 0)
  return left * splitFactor(company.splits, dateOf(lot.day), on)
}

/** A sale or gift without the shares that are already gone, which it takes off `over`. */
function withLess(action: Action, over: Map<string, number>, on: PlainDate, { company }: Case): Action {
  if (action.kind !== 'sell' && action.kind !== 'give') return action
  const factor = splitFactor(company.splits, on, action.on)
  let { shares } = action
  for (const [lot, missing] of over) {
    if (action.lot !== null && action.lot !== lot) continue
    const less = Math.min(shares, Math.max(0, missing) * factor)
    shares -= less
    over.set(lot, missing - less / factor)
  }
  return { ...action, shares: shares < 1e-6 ? 0 : shares }
}

function soldIn(course: Course, of: Case, shares: number, { on, price }: Chance, terms: WorthTerms): Sold {
  const year = yearOf(on)
  const years = wholeYears(of, terms.last, course.years.years[0]?.choice.rounding)
  const after = courseOf(years, course, terms)
  const tax = taxIn(years, year) - taxIn(course.years, year)
  const income = (each: WholeYears): number =>
    each.years.find((one) => one.year === year)?.dispositions.reduce((sum, one) => sum + one.amounts.compensation, 0) ??
    Number.NaN
  return {
    ...{ shares, proceeds: shares * price, ordinaryIncome: income(years) - income(course.years) },
    amtGone: amtIn(course.years, year) - amtIn(years, year),
    ...{ tax, afterTax: shares * price - tax, gain: after.value - course.value },
  }
}

/**
 * The fewest whole shares whose sale leaves no AMT; null where all of them are needed or leave some. AMT falls with every share sold at no more than
 * its value at exercise. Far above that, gain alone may make AMT: the number found still leaves none, and a smaller one may too.
 */
function leastWithoutAmt(
  course: WholeYears,
  year: number,
  chance: Chance,
  there: readonly Part[],
  all: number,
): number | null {
  const rounding = course.years[0]?.choice.rounding
  const none = (shares: number): boolean =>
    amtIn(wholeYears(withSale(course, chance, firstOf(there, shares)), year, rounding), year) <= 0.005
  if (!none(all)) return null
  let [some, enough] = [0, all]
  while (enough - some > 1) {
    const middle = Math.floor((some + enough) / 2)
    if (none(middle)) enough = middle
    else some = middle
  }
  return enough < all ? enough : null
}
