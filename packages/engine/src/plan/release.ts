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
import { clearDay } from '../equity/holdings.ts'
import { runLedger } from '../equity/ledger.ts'
import { type HeldLot, prepare } from '../equity/prepared.ts'
import { blocksOf } from '../equity/shares.ts'
import type { Facts } from '../forms/facts.ts'
import { figureForm8801Exclusion } from '../forms/form8801.ts'
import type { Rounding } from '../law/federal/law.ts'
import { type FederalReturn, figureReturn, workspace } from '../return.ts'
import { creditIntoNext, type FiguredYear, newClosing, yearsTo } from '../timeline.ts'
import { cornersOf } from './corners.ts'
import { inTurn, type Piece, type SalePath, type Sequence, withoutStranding } from './salePath.ts'

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
  readonly stoppedBy: ReleaseLimit
}

/**
 * No more shares are past both clocks; no more credit is there; one more share makes AMT, or AMT that never comes back; one more
 * strands AMT basis; one more releases less.
 */
export type ReleaseLimit = 'shares' | 'credit' | 'amt' | 'amtLoss' | 'less'

/** Lots whose two bases differ but which cannot be sold as a qualifying disposition within the years looked at. */
export interface NotYet {
  readonly lot: string
  readonly from: PlainDate | null
}

/** What of one lot can be sold, and when and for how much. */
interface Candidate {
  readonly lot: string
  readonly on: PlainDate
  readonly price: number
  readonly sequence: Sequence
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
  if (!figured || figured.return.form8801.line21 <= 0.005) return null
  const { candidates, most } = candidatesOn(held, year, from)
  if (candidates.length === 0) return null
  const best = bestOf(figured, candidates, most)
  if (!best) return null
  const sells = candidates.flatMap(({ lot, on, price }): ReleasingSale[] => {
    const shares = best.shares.get(lot) ?? 0
    return shares > 0 ? [{ lot, on, shares, price }] : []
  })
  const sold = yearsTo({ ...held, plan: [...held.plan, ...sells.map((sale) => saleOf(of, sale))] }, last, rounding)
  const own = sold.find((each) => each.year === year) as FiguredYear
  const released = own.return.form8801.line25 - figured.return.form8801.line25
  if (released <= 0.005) return null
  const difference = candidates.reduce((sum, each) => sum + differenceOf(each, best.shares.get(each.lot) ?? 0), 0)
  return {
    ...{ year, sells, difference, released, rate: released / difference, stoppedBy: best.stoppedBy },
    proceeds: sells.reduce((sum, { shares, price }) => sum + shares * price, 0),
    tax: totalTax(own) - totalTax(figured),
    amtLossLeft: amtLoss(own) - amtLoss(figured),
    taxToEnd: sumOf(sold, totalTax) - sumOf(years, totalTax),
    creditLeftToEnd: creditIntoNext(sold.at(-1) as FiguredYear) - creditIntoNext(years.at(-1) as FiguredYear),
  }
}

const saleOf = ({ company }: Case, { lot, on, shares, price }: ReleasingSale): Action => ({
  ...{ kind: 'sell', on, lot, shares, price, fees: 0, relatedBuyer: false, inW2: true },
  reported: company.listed ? 'basis' : 'none',
})

function differenceOf({ sequence }: Candidate, shares: number): number {
  let left = shares
  return sequence.reduce((sum, piece) => {
    const taken = Math.min(left, piece.shares)
    left -= taken
    return sum + taken * (piece.gain - piece.amtGain)
  }, 0)
}

/** The case with what the plan takes from shares from a day on set aside; exercises stay, and are paid in cash. */
const heldFrom = (of: Case, from: PlainDate): Case => ({
  ...of,
  plan: of.plan.flatMap((action) => {
    if (action.on < from || (action.kind === 'give' && action.shares === 0)) return [action]
    return action.kind === 'exercise' ? [{ ...action, payWith: null }] : []
  }),
})

const totalTax = ({ return: r }: FiguredYear): number => r.form1040.line24
const amtLoss = ({ carriedOut }: FiguredYear): number =>
  carriedOut.amtCapitalLoss.short + carriedOut.amtCapitalLoss.long
const sumOf = (years: readonly FiguredYear[], amount: (year: FiguredYear) => number): number =>
  years.reduce((sum, year) => sum + amount(year), 0)

/** Lots held at the end of a year whose bases differ and which are not past both clocks by then, and when they are. */
export function notYetBy(of: Case, year: number): NotYet[] {
  const end = dayNumber(`${year}-12-31`)
  const { prepared } = runLedger(booksFor(prepare(heldFrom(of, `${year + 1}-01-01`))))
  return prepared.lots.flatMap((lot) => {
    if (lot.day > end) return []
    const waiting = blocksOf(lot).filter((block) => isTwoBased(block) && clearDay(block) > end)
    const first = waiting.reduce((soonest, block) => Math.min(soonest, clearDay(block)), Number.POSITIVE_INFINITY)
    return waiting.length > 0 ? [{ lot: lot.id, from: first < farAway ? dateOf(first) : null }] : []
  })
}

const farAway = dayNumber('2200-01-01')

const isTwoBased = (block: Block): boolean =>
  block.nonstatutory === 0 && block.left > 1e-6 && block.amtBasis > block.basis + 1e-9

/** What can be sold in a year past both clocks, lot by lot, and how many shares in all. */
function candidatesOn(held: Case, year: number, from: PlainDate): { candidates: Candidate[]; most: number } {
  const until = dayNumber(`${year}-12-31`)
  const plan = held.plan.filter((action) => yearOf(action.on) <= year)
  const { prepared } = runLedger(booksFor(prepare({ ...held, plan })))
  const chance = chanceIn(held, year, from)
  if (!chance) return { candidates: [], most: 0 }
  const candidates = prepared.lots.flatMap((lot): Candidate[] => {
    const clear = blocksOf(lot).filter((block) => block.left > 1e-6 && clearDay(block) <= until)
    if (!clear.some(isTwoBased) || lot.swapped) return []
    const soonest = clear.filter(isTwoBased).reduce((latest, block) => Math.max(latest, clearDay(block)), chance.day)
    const day = chance.price === null ? openDay(held, soonest) : chance.day
    if (day > until || day < soonest) return []
    const restated = prepared.market.factorAt(day) / lot.factor
    const price = chance.price ?? prepared.market.valueAt(day)
    const sequence = sequenceOf(lot, day, price, restated)
    return sequence.length > 0 ? [{ lot: lot.id, on: dateOf(day), price, sequence }] : []
  })
  return { candidates, most: chance.most }
}

/** Shares in the order in which a sale takes them, up to the first that is not past both clocks. Whole ones. */
function sequenceOf(lot: HeldLot, day: number, price: number, restated: number): Piece[] {
  const pieces: Piece[] = []
  for (const block of blocksOf(lot)) {
    if (block.left <= 1e-6 || block.freeDay > day) continue
    if (clearDay(block) > day) break
    const shares = Math.floor(block.left * restated + 1e-6)
    if (shares > 0)
      pieces.push({
        ...{ lot: lot.id, shares, gain: price - block.basis / restated },
        amtGain: price - block.amtBasis / restated,
      })
    // A part of a share left over would be sold before the next block
    if (Math.abs(block.left * restated - shares) > 1e-6) break
  }
  const last = pieces.findLastIndex(({ gain, amtGain }) => gain > amtGain)
  return pieces.slice(0, last + 1)
}

/** When and for how much shares can be sold from a day on; of unlisted ones only in a tender, or once they can be sold at all. */
function chanceIn(
  { company }: Case,
  year: number,
  from: PlainDate,
): { readonly day: number; readonly price: number | null; readonly most: number } | null {
  const open = { day: dayNumber(from), price: null, most: Number.POSITIVE_INFINITY }
  if (company.listed) return open
  const liquid = company.view?.liquidityOn ?? null
  const tender = (company.tenders ?? [])
    .filter(({ on }) => yearOf(on) === year && on >= from)
    .sort((one, other) => (one.on < other.on ? -1 : 1))[0]
  if (liquid !== null && liquid <= `${year}-12-31` && (!tender || liquid <= tender.on))
    return { ...open, day: Math.max(open.day, dayNumber(liquid)) }
  return tender ? { day: dayNumber(tender.on), price: tender.price, most: tender.maxShares } : null
}

/** The day itself, or the first after it that is no weekend, New Year's Day, or day of a blackout. */
function openDay(of: Case, day: number): number {
  if (!isWeekday(day) || dateOf(day).endsWith('-01-01')) return openDay(of, day + 1)
  const closed = (of.company.blackouts ?? []).find(({ from, to }) => dayNumber(from) <= day && day <= dayNumber(to))
  return closed ? openDay(of, dayNumber(closed.to) + 1) : day
}

interface Best {
  readonly released: number
  readonly shares: ReadonlyMap<string, number>
  readonly stoppedBy: ReleaseLimit
}

/** The best of several ways through the shares. A sale that leaves AMT loss behind gives basis away: only where there is no other. */
function bestOf(figured: FiguredYear, candidates: readonly Candidate[], most: number): Best | null {
  const { scheduleDAmt } = figured.return
  const limit = figured.law.capitalLossLimit
  const room = Math.max(0, scheduleDAmt.line16 + limit)
  const byRatio = [...candidates].sort((one, other) => ratio(other) - ratio(one)).map(({ sequence }) => sequence)
  const given = candidates.map(({ sequence }) => sequence)
  const most1 = (paths: readonly SalePath[], strands: boolean): Best | null =>
    paths
      .map((path) => bestOn(figured, path, strands))
      .reduce<Best | null>((top, each) => (each.released > (top?.released ?? 0.005) + 0.005 ? each : top), null)
  const paths = [inTurn(byRatio, most), inTurn(given, most)]
  return most1([withoutStranding(byRatio, room, most), ...paths], false) ?? most1(paths, true)
}

/** Basis difference for each dollar of regular gain; shares below their cost last. */
function ratio({ sequence }: Candidate): number {
  const sum = (of: (piece: Piece) => number): number =>
    sequence.reduce((all, piece) => all + piece.shares * of(piece), 0)
  const gain = sum((piece) => piece.gain)
  return gain > 0 ? sum((piece) => piece.gain - piece.amtGain) / gain : 0
}

/**
 * How far along a way most credit is released and no AMT is made: neither more of the year's own, nor of the part that never
 * comes back, which would take from the credit of the next year.
 */
function bestOn({ facts, law, return: r, exclusion }: FiguredYear, path: SalePath, strands: boolean): Best {
  const work = workspace()
  const sheet = newClosing().exclusion
  const other: Facts = { ...facts, gains: { ...facts.gains }, amtGains: { ...facts.amtGains } }
  const sold = { gain: 0, amtGain: 0 }
  const amounts = (step: number, into: Float64Array): void => {
    path.gainsAt(step, sold)
    other.gains.longD = facts.gains.longD + sold.gain
    other.amtGains.longD = facts.amtGains.longD + sold.amtGain
    const its = figureReturn(other, law, work)
    figureForm8801Exclusion(its, law, sheet)
    into[0] = its.form8801.line25
    into[1] = its.form6251.line11
    into[2] = sheet.line15
    into[3] = stranded(its)
    into[4] = its.form8801.line24
    into[5] = its.form6251.line9
    into[6] = its.form1040.line16
  }
  const before = stranded(r)
  const here = new Float64Array(7)
  const stop = (step: number): ReleaseLimit | null => {
    amounts(step, here)
    const [, amt = 0, never = 0, loss = 0] = here
    if (amt > r.form6251.line11 + 0.005 || never > exclusion.line15 + 0.005) return 'amt'
    return !strands && loss > before + 0.005 ? 'amtLoss' : null
  }
  const usedAt = (step: number): number => (stop(step) ? Number.NEGATIVE_INFINITY : (here[0] as number))
  let best = 0
  let used = r.form8801.line25
  for (const step of cornersOf(amounts, 7, 0, path.steps)) {
    const its = usedAt(step)
    if (its > used + 0.005) {
      best = step
      used = its
    }
  }
  const all = best === path.steps
  const beyond = (): ReleaseLimit => (all ? (path.leaves ? 'amtLoss' : 'shares') : (stop(best + 1) ?? 'less'))
  const creditGone = used >= r.form8801.line21 - 0.005
  return {
    released: used - r.form8801.line25,
    shares: path.sharesAt(best),
    stoppedBy: creditGone && best > 0 ? 'credit' : beyond(),
  }
}

/** AMT loss of a year beyond what it may use: Schedule D for AMT, lines 16 and 21. */
const stranded = ({ scheduleDAmt }: FederalReturn): number => Math.max(0, -scheduleDAmt.line16 - scheduleDAmt.line21)
