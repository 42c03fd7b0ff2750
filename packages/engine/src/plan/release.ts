/**
 * Bringing the credit home with a sale. Shares whose AMT basis is higher than their regular basis add more to regular tax than
 * to tentative minimum tax, and the gap between the two is what lets credit come back. For each year ahead: the sale that
 * releases most of it without making AMT, of shares that are past both clocks; without stranding AMT basis, where that can be.
 */
import type { Case } from '../case.ts'
import { dateOf, dayNumber, isWeekday, type PlainDate, yearOf } from '../date.ts'
import type { Action } from '../equity/action.ts'
import type { Block } from '../equity/block.ts'
import { booksFor } from '../equity/books.ts'
import { runLedger } from '../equity/ledger.ts'
import { prepare } from '../equity/prepared.ts'
import { blocksOf } from '../equity/shares.ts'
import type { Facts } from '../forms/facts.ts'
import { type Form8801Exclusion, figureForm8801Exclusion } from '../forms/form8801.ts'
import type { Rounding } from '../law/federal/law.ts'
import { type FederalReturn, figureReturn, workspace } from '../return.ts'
import { creditIntoNext, type FiguredYear, newClosing, yearsTo } from '../timeline.ts'
import { cornersOf } from './corners.ts'

/** Shares of a lot to sell, as of the day. Dollars a share. */
export interface ReleasingSale {
  readonly lot: string
  readonly on: PlainDate
  readonly shares: number
  readonly price: number
}

/** The sale of one year. Dollars. */
export interface Release {
  readonly year: number
  readonly sells: readonly ReleasingSale[]
  readonly proceeds: number
  /** AMT basis less regular basis of the shares sold. */
  readonly difference: number
  /** Credit used in the year beyond what is used without the sale. */
  readonly released: number
  /** Dollars of credit for each dollar of basis difference. */
  readonly rate: number
  /** What the sale adds to total tax of the year, after the credit it releases. */
  readonly tax: number
  /** Over all years to the last: tax it adds, and credit still left, both against holding on. */
  readonly taxToEnd: number
  readonly creditLeftToEnd: number
  /** Loss that only AMT carries out of the year because of it: basis that helps by 3,000 a year and gains to come. */
  readonly amtLossLeft: number
  /** What stopped it from being larger. */
  readonly stoppedBy: 'shares' | 'credit' | 'amt' | 'amtLoss'
}

/** Lots whose two bases differ but which cannot be sold as a qualifying disposition within the years looked at. */
export interface NotYet {
  readonly lot: string
  readonly from: PlainDate | null
}

interface Candidate {
  readonly lot: string
  readonly on: PlainDate
  /** Whole shares, as of the day. */
  readonly shares: number
  readonly price: number
  readonly gain: number
  readonly amtGain: number
}

/**
 * The releasing sale of a year, or null when none releases anything. What the plan does with shares from that year on is set
 * aside: the same shares are only sold once.
 * @param from the first day on which a sale is possible.
 * @param last the last year looked at.
 */
export function releaseIn(of: Case, year: number, from: PlainDate, last: number, rounding: Rounding): Release | null {
  const held = heldFrom(of, from)
  const years = yearsTo(held, last, rounding)
  const figured = years.find((each) => each.year === year)
  if (!figured || figured.return.form8801.line21 <= 0) return null
  const candidates = candidatesOn(held, year, from)
  const orders = [inOrderOfRatio(candidates), candidates]
  const bestOf = (strands: boolean): Best =>
    orders
      .map((order) => bestCount(figured, order, strands))
      .reduce((most, each) => (each.released > most.released + 0.005 ? each : most))
  // A sale that leaves AMT loss behind gives basis away: only where there is no other
  const whole = bestOf(false)
  const best = whole.released > 0.005 ? whole : bestOf(true)
  if (best.released <= 0.005) return null
  const reported = of.company.listed ? ('basis' as const) : ('none' as const)
  const sales = best.sells.map(
    ({ lot, on, shares, price }): Action => ({
      ...{ kind: 'sell', on, lot, shares, price, fees: 0, relatedBuyer: false, inW2: true, reported },
    }),
  )
  const sold = yearsTo({ ...held, plan: [...held.plan, ...sales] }, last, rounding)
  const difference = best.sells.reduce((sum, { shares, gain, amtGain }) => sum + shares * (gain - amtGain), 0)
  const [own] = sold.filter((each) => each.year === year)
  return {
    ...{ year, difference, released: best.released, rate: best.released / difference, stoppedBy: best.stoppedBy },
    sells: best.sells.map(({ lot, on, shares, price }) => ({ lot, on, shares, price })),
    proceeds: best.sells.reduce((sum, { shares, price }) => sum + shares * price, 0),
    tax: (own ? totalTax(own) : Number.NaN) - totalTax(figured),
    amtLossLeft: own ? amtLoss(own) - amtLoss(figured) : Number.NaN,
    taxToEnd: sumOf(sold, totalTax) - sumOf(years, totalTax),
    creditLeftToEnd: creditIntoNext(sold.at(-1) as FiguredYear) - creditIntoNext(years.at(-1) as FiguredYear),
  }
}

/** The case with what the plan does with shares from a day on, exercises apart, set aside. */
const heldFrom = (of: Case, from: PlainDate): Case => ({
  ...of,
  plan: of.plan.filter(
    (action) => action.on < from || action.kind === 'exercise' || (action.kind === 'give' && action.shares === 0),
  ),
})

const totalTax = ({ return: r }: FiguredYear): number => r.form1040.line24
const amtLoss = ({ carriedOut }: FiguredYear): number =>
  carriedOut.amtCapitalLoss.short + carriedOut.amtCapitalLoss.long
const sumOf = (years: readonly FiguredYear[], amount: (year: FiguredYear) => number): number =>
  years.reduce((sum, year) => sum + amount(year), 0)

/** Lots held at the end of a year whose bases differ and which are not past both clocks by then, and when they are. */
export function notYetBy(of: Case, year: number): NotYet[] {
  const end = `${year}-12-31`
  const { prepared } = runLedger(booksFor(prepare(heldFrom(of, end))))
  return prepared.lots.flatMap((lot) => {
    if (lot.day > dayNumber(end)) return []
    const waiting = blocksOf(lot).filter(
      (block) => isTwoBased(block) && yearOf(dateOf(Math.min(clear(block), farAway))) > year,
    )
    const first = waiting.reduce((soonest, block) => Math.min(soonest, clear(block)), Number.POSITIVE_INFINITY)
    return waiting.length > 0 ? [{ lot: lot.id, from: first < farAway ? dateOf(first) : null }] : []
  })
}

const farAway = dayNumber('2200-01-01')

const isTwoBased = (block: Block): boolean =>
  block.nonstatutory === 0 && block.left > 1e-6 && block.amtBasis > block.basis + 1e-9

/** The first day on which a sale qualifies and is long-term in both systems. */
const clear = (block: Block): number =>
  Math.max(block.qualifyingDay, block.longTermDay, block.amtLongTermDay, block.freeDay, block.restrictedUntil + 1)

/** Whole shares of each lot that can be sold in a year past both clocks, at a gain, on the first such day from `from` on. */
function candidatesOn(held: Case, year: number, from: PlainDate): Candidate[] {
  const until = dayNumber(`${year}-12-31`)
  const plan = held.plan.filter((action) => yearOf(action.on) <= year)
  const { prepared } = runLedger(booksFor(prepare({ ...held, plan })))
  return prepared.lots.flatMap((lot) => {
    const ready = blocksOf(lot).filter((block) => isTwoBased(block) && clear(block) <= until)
    const [first] = ready
    if (!first || lot.swapped) return []
    const day = openDay(
      held,
      ready.reduce((latest, block) => Math.max(latest, clear(block)), dayNumber(from)),
    )
    if (day > until) return []
    const price = prepared.market.valueAt(day)
    const restated = prepared.market.factorAt(day) / lot.factor
    const shares = Math.floor(ready.reduce((sum, block) => sum + block.left, 0) * restated + 1e-6)
    const gain = price - first.basis / restated
    const amtGain = price - first.amtBasis / restated
    const alike = ready.every((block) => block.basis === first.basis && block.amtBasis === first.amtBasis)
    return shares > 0 && gain > 0 && alike ? [{ lot: lot.id, on: dateOf(day), shares, price, gain, amtGain }] : []
  })
}

/** The day itself, or the first after it that is no weekend, New Year's Day, or day of a blackout. */
function openDay(of: Case, day: number): number {
  if (!isWeekday(day) || dateOf(day).endsWith('-01-01')) return openDay(of, day + 1)

  const closed = (of.company.blackouts ?? []).find(({ from, to }) => dayNumber(from) <= day && day <= dayNumber(to))
  return closed ? openDay(of, dayNumber(closed.to) + 1) : day
}

/** Most basis difference for each dollar of gain first. */
const inOrderOfRatio = (candidates: readonly Candidate[]): Candidate[] =>
  [...candidates].sort((one, other) => ratio(other) - ratio(one))

const ratio = ({ gain, amtGain }: Candidate): number => (gain - amtGain) / gain

interface Best {
  readonly released: number
  readonly sells: readonly Candidate[]
  readonly stoppedBy: Release['stoppedBy']
}

/**
 * The count of shares, taken lot after lot in an order, that releases most credit and makes no AMT: neither more of the
 * year's own, nor of the part that never comes back, which would take from the credit of the next year.
 */
function bestCount(
  { facts, law, return: r, exclusion }: FiguredYear,
  order: readonly Candidate[],
  strands: boolean,
): Best {
  const total = order.reduce((sum, { shares }) => sum + shares, 0)
  if (total === 0) return { released: 0, sells: [], stoppedBy: 'shares' }
  const work = workspace()
  const sheet: Form8801Exclusion = newClosing().exclusion
  const other: Facts = { ...facts, gains: { ...facts.gains }, amtGains: { ...facts.amtGains } }
  const amounts = (count: number, into: Float64Array): void => {
    other.gains.longD = facts.gains.longD
    other.amtGains.longD = facts.amtGains.longD
    for (const { shares, gain, amtGain } of firstOf(order, count)) {
      other.gains.longD += shares * gain
      other.amtGains.longD += shares * amtGain
    }
    const its = figureReturn(other, law, work)
    figureForm8801Exclusion(its, law, sheet)
    into[0] = its.form8801.line25
    into[1] = its.form6251.line11
    into[2] = sheet.line15
    into[3] = its.form8801.line24
    into[4] = its.form6251.line9
    into[5] = its.form1040.line16
    into[6] = stranded(its)
  }
  const here = new Float64Array(7)
  const strandedBefore = stranded(r)
  const release = (count: number): number => {
    amounts(count, here)
    const [used = 0, amt = 0, never = 0] = here
    if (!strands && (here[6] as number) > strandedBefore + 0.005) return Number.NEGATIVE_INFINITY
    const makesAmt = amt > r.form6251.line11 + 0.005 || never > exclusion.line15 + 0.005
    return makesAmt ? Number.NEGATIVE_INFINITY : used - r.form8801.line25
  }
  let best = 0
  let released = 0
  for (const count of cornersOf(amounts, 7, 0, total)) {
    const its = release(count)
    if (its > released + 0.005) {
      best = count
      released = its
    }
  }
  const strandsAt = (count: number): boolean => {
    amounts(count, here)
    return (here[6] as number) > strandedBefore + 0.005
  }
  amounts(best, here)
  const creditGone = (here[0] as number) >= r.form8801.line21 - 0.005
  return {
    released,
    sells: firstOf(order, best),
    stoppedBy: best === total ? 'shares' : creditGone ? 'credit' : strands || !strandsAt(best + 1) ? 'amt' : 'amtLoss',
  }
}

/** AMT loss of a year beyond what it may use: Schedule D for AMT, lines 16 and 21. */
const stranded = ({ scheduleDAmt }: FederalReturn): number => Math.max(0, -scheduleDAmt.line16 - scheduleDAmt.line21)

/** The first shares in an order of lots. */
function firstOf(order: readonly Candidate[], count: number): Candidate[] {
  let left = count
  return order.flatMap((each) => {
    const shares = Math.min(left, each.shares)
    left -= shares
    return shares > 0 ? [{ ...each, shares }] : []
  })
}
