/** Giving to charity in the exercise year: the gift that fits it, and what a gift saves in both tax systems and all years. */
import type { Assumed, Case } from '../case.ts'
import { type PlainDate, yearOf } from '../date.ts'
import { requireValue } from '../equity/onDay.ts'
import { prepare } from '../equity/prepared.ts'
import { InputError } from '../errors.ts'
import { yearsWithLaw } from '../law/federal/tables.ts'
import { toCents } from '../money.ts'
import { nearest } from '../nearest.ts'
import { curveOf } from '../plan/curve.ts'
import { type GiftBend, giftCurve, type OpenGift, worded } from '../plan/giftCurve.ts'
import type { GiftReason } from '../plan/giftReasons.ts'
import {
  type CharityRecipient,
  heldOn,
  keepingLot,
  type Outcome,
  outcomeOf,
  plannedGifts,
  reliefOf,
  withoutPlannedGifts,
} from '../plan/gifts.ts'
import { type Asked, figuredYearAsked, type Grounds } from './common.ts'
import { costAnswer } from './cost.ts'
import { bunchOf, type GiveBunch } from './giveBunch.ts'
import { findingsOf, type GiveFinding, giveNotices } from './giveFindings.ts'
import { type GiveRelief, type GiveSide, type GiveUse, rate, reliefWith, sideOf, useOf } from './giveSides.ts'
import { type GiveWay, waysOf } from './giveWays.ts'
import { dueThen, firstYear, type GiveQuestion, type Giving, giftOf, outcomeWith } from './giving.ts'

export interface GiveAnswer extends Grounds {
  readonly on: PlainDate
  readonly to: CharityRecipient
  /** The last year looked at. */
  readonly through: number
  /** `asked`: the amount was given; `best`: it is the one that fits; null: no amount compared saves anything. */
  readonly chosen: 'asked' | 'best' | null
  /** What the figures below are of. */
  readonly gift: { readonly cash: number; readonly shares: number; readonly lot: string | null; readonly value: number }
  readonly without: GiveSide
  readonly with: GiveSide
  readonly relief: GiveRelief
  /** What becomes of the gift as a deduction. */
  readonly use: GiveUse
  readonly room: { readonly without: number; readonly with: number }
  /** What strike and tax of the planned exercises leave of the cash; null where the file does not say, or shares are given. */
  readonly cashLeft: number | null
  /** The amounts at which something changes; only where no amount was given. */
  readonly candidates: readonly GiveCandidate[]
  readonly best: {
    readonly perDollar: number | null
    readonly amtGone: number | null
    readonly mostRelief: number | null
  }
  /** Cash, and shares of each lot held, of the same value. */
  readonly ways: readonly GiveWay[]
  readonly bunch: GiveBunch | null
  readonly findings: readonly GiveFinding[]
}

/** An amount at which something changes. Dollars. */
export interface GiveCandidate {
  readonly amount: number
  readonly shares: number
  readonly reasons: readonly { readonly code: GiftReason; readonly words: string }[]
  /** Federal tax, and known state tax, that it saves in the year. */
  readonly thisYear: number
  readonly worth: number
  readonly perDollar: number
  /** What a dollar beyond it saves over all years. */
  readonly nextDollar: number
}

/**
 * The gift asked about, or the one that fits. Gifts to charity that the plan itself makes in the year are set aside; shares
 * given are no longer there for what the plan would do with them later.
 * @throws InputError for a lot that is not there or not held, more shares than are held, or no price.
 */
export function giveAnswer(of: Case, asked: Asked, question: GiveQuestion): GiveAnswer {
  const { year } = figuredYearAsked(of, asked)
  const terms = termsOf(year, question)
  const giving = givingOf(of, asked, year, question, terms)
  const amount = amountAsked(question)
  const cashLeft = lotless(giving) ? costAnswer(giving.base, { ...asked, year }, false).cash.left : null
  const candidates = amount === null ? candidatesOf(of, giving, cashLeft) : []
  const fits = best(candidates, cashLeft)
  const units = amount ?? unitsOf(giving, fits.perDollar ?? 0)
  const outcome = units > 0 ? outcomeWith(giving, units) : giving.without
  const gift = { ...giftOf(giving, units), value: toCents(units * giving.unit) }
  const relief = reliefWith(giving, outcome, units, lotless(giving) || units + 1 <= topOf(giving))
  const bunch = bunchOf(giving, question)
  const answer = {
    ...{ year, on: giving.on, to: giving.to, through: giving.last },
    chosen: amount !== null ? ('asked' as const) : fits.perDollar === null ? null : ('best' as const),
    gift: { cash: toCents(gift.cash), shares: gift.shares, lot: gift.lot, value: gift.value },
    without: sideOf(giving.without),
    with: sideOf(outcome),
    relief,
    use: useOf(giving, outcome),
    room: { without: toCents(roomOf(giving.without)), with: toCents(roomOf(outcome)) },
    candidates,
    ...{ cashLeft, best: fits },
    ways: waysOf(of, giving, gift.value),
    bunch,
  }
  return {
    ...answer,
    findings: findingsOf(giving, outcome, answer),
    notices: giveNotices(of, giving, outcome),
    assumed: [...of.assumed, ...terms.assumed],
  }
}

/** How the gift is made, with each default that was taken. */
function termsOf(year: number, { to, on }: GiveQuestion) {
  const assumed: Assumed[] = []
  const message = 'not given'
  if (to === undefined) assumed.push({ path: '--to', value: 'dafSponsor', message })
  const lastDay = `${year}-12-31`
  if (on === undefined) assumed.push({ path: '--on', value: lastDay, message: 'not given: the last day of the year' })
  return { to: to ?? ('dafSponsor' as const), on: on ?? lastDay, assumed }
}

function givingOf(
  of: Case,
  asked: Asked,
  year: number,
  question: GiveQuestion,
  { to, on }: { readonly to: CharityRecipient; readonly on: PlainDate },
): Giving {
  if (yearOf(on) !== year) throw problem('--on', 'outOfRange', `is ${on}, and the year asked about is ${year}.`)
  checkAmounts(question)
  const { lot = null } = question
  const set = withoutPlannedGifts(of, year)
  const base = lot === null ? set : keepingLot(set, lot, on)
  const rounding = asked.rounding ?? 'exact'
  const { charityCarryYears } = figuredYearAsked(base, { ...asked, year }).law
  const last = Math.max(year + (question.bunch ?? 1) - 1 + charityCarryYears, of.assumptions.horizon)
  if (last > yearsWithLaw.last)
    throw problem('--year', 'outOfRange', `is ${year}, and figures of the law reach to ${yearsWithLaw.last} only.`)
  if (lot !== null) requireLot(base, lot, on, question.shares)
  const unit = lot === null ? 1 : requireValue(of, on, `the gift on ${on}`)
  if (unit <= 0)
    throw problem('--lot', 'outOfRange', `shares of ${lot} are worth nothing on ${on}: there is nothing to give.`)
  return { base, year, last, asked, on, to, lot, unit, without: outcomeOf(base, year, last, rounding) }
}

function checkAmounts({ cash, shares, lot, bunch, yearly }: GiveQuestion): void {
  const conflict = (path: string, message: string) => problem(path, 'conflict', message)
  if (cash !== undefined && lot !== undefined)
    throw conflict('--cash', 'is given with --lot: a gift is of cash or of shares. Remove one of them.')
  if (shares !== undefined && lot === undefined)
    throw problem('--lot', 'missing', 'is missing. Name the lot that the shares are given from.')
  if ((bunch === undefined) !== (yearly === undefined))
    throw problem(bunch === undefined ? '--bunch' : '--yearly', 'missing', bunchNeeds)
  if (bunch !== undefined && (cash !== undefined || lot !== undefined))
    throw conflict('--bunch', 'says what is given already. Remove --cash or --lot.')
  if (bunch !== undefined && (bunch < 2 || bunch > 30))
    throw problem('--bunch', 'outOfRange', 'is the number of years whose gifts are made at once: 2 to 30.')
}

const bunchNeeds = 'is missing. Bunching takes both: --bunch 5 --yearly 10000.'

function requireLot(of: Case, lot: string, on: PlainDate, shares: number | undefined): void {
  const lots = prepare(of).lots.map(({ id }) => id)
  if (!lots.includes(lot)) {
    const close = nearest(lot, lots)
    const hint = close ? `Did you mean ${close}?` : `There are ${lots.slice(0, 5).join(', ') || 'none'}.`
    throw problem('--lot', 'unknownReference', `there is no lot ${lot}. ${hint}`)
  }
  const held = heldOn(of, on).find((each) => each.lot === lot)
  if (!held) throw problem('--on', 'tooManyShares', `no shares of ${lot} are held and vested on ${on}.`)
  if (shares !== undefined && shares > held.shares + 1e-6)
    throw problem('--shares', 'tooManyShares', `is ${shares}, and ${held.shares} shares of ${lot} are held on ${on}.`)
}

/** The amount asked about, in dollars of cash or in shares; null where it is to be found. */
const amountAsked = ({ cash, shares, bunch, yearly }: GiveQuestion): number | null =>
  shares ?? cash ?? (bunch !== undefined && yearly !== undefined ? bunch * yearly : null)

const lotless = ({ lot }: Giving): boolean => lot === null

/** The most that can be asked about: all shares of the lot; or cash up to what the limit of the year leaves for it. */
function topOf(giving: Giving): number {
  const { base, on, lot, to, without } = giving
  if (lot !== null) return Math.floor((heldOn(base, on).find((each) => each.lot === lot)?.shares ?? 0) + 1e-6)
  const line = to === 'privateFoundation' ? 'private' : 'cash'
  const year = firstYear(without)
  const there = year.facts.hasItemized ? year.return.charity[line] : 0
  const income = Math.max(0, year.return.form1040.line11b)
  return firstYear(outcomeWith(giving, income, 'exact')).return.charity[line] - there
}

/** How far past the ceiling is looked, to say what a dollar beyond it saves. */
const beyond = 1.01

/** The curve is that of exact figures: the steps of the Tax Table are no corners of the law. */
const openGift = (giving: Giving): OpenGift => ({
  at: (units) => outcomeWith(giving, units, 'exact'),
  ...{ unit: giving.unit, whole: giving.lot !== null },
})

const unitsOf = ({ lot, unit }: Giving, amount: number): number => (lot === null ? amount : Math.round(amount / unit))

function candidatesOf(of: Case, giving: Giving, cashLeft: number | null): GiveCandidate[] {
  const top = topOf(giving)
  const bends = giftCurve(openGift(giving), lotless(giving) ? top * beyond : top)
  const given = plannedGifts(of, giving.year).reduce((sum, each) => sum + each.cash, 0)
  const own = lotless(giving)
    ? [...ownAmount(giving, 'planned', given), ...ownAmount(giving, 'cash', cashLeft ?? 0)]
    : []
  const all = [...bends, ...own.filter(({ units }) => bends.every((bend) => bend.units !== units))]
  return all
    .filter(({ units }) => units <= top + 0.005)
    .sort((one, other) => one.units - other.units)
    .map(({ units, reasons, nextDollar }) => {
      const outcome = outcomeWith(giving, units)
      const { worth } = reliefOf(giving.without, outcome)
      const amount = units * giving.unit
      return {
        ...{ amount: toCents(amount), shares: lotless(giving) ? 0 : units, reasons },
        thisYear: toCents(dueThen(giving.without) - dueThen(outcome)),
        ...{ worth: toCents(worth), perDollar: rate(worth / amount), nextDollar: rate(nextDollar) },
      }
    })
}

/** An amount that is no corner: what the plan gives, or what there is. */
function ownAmount(giving: Giving, code: 'planned' | 'cash', units: number): GiftBend[] {
  if (units < 0.01) return []
  const cash = toCents(units)
  const more = outcomeWith(giving, cash + 1, 'exact').worth - outcomeWith(giving, cash, 'exact').worth
  return [{ units: cash, reasons: [worded(code)], nextDollar: more }]
}

/** Two amounts whose dollars save as much to a cent are alike: the larger saves more in all. */
const alike = 0.01

/** The best of the candidates that the cash allows; the amount without AMT, whatever the cash. */
function best(candidates: readonly GiveCandidate[], cashLeft: number | null): GiveAnswer['best'] {
  const saving = candidates.filter(({ worth, amount }) => worth >= 0.005 && amount <= (cashLeft ?? amount) + 0.005)
  const top = Math.max(...saving.map(({ perDollar }) => perDollar))
  const most = Math.max(...saving.map(({ worth }) => worth))
  return {
    perDollar: saving.findLast(({ perDollar }) => perDollar >= top - alike - 1e-9)?.amount ?? null,
    amtGone: candidates.find(({ reasons }) => reasons.some(({ code }) => code === 'amtGone'))?.amount ?? null,
    mostRelief: saving.find(({ worth }) => worth >= most - 0.005)?.amount ?? null,
  }
}

/** The AMT-free room of the year: the largest spread that adds no AMT. */
function roomOf(of: Outcome): number {
  const { facts, law } = firstYear(of)
  return curveOf(facts, law).room
}

const problem = (path: string, code: string, message: string): InputError => new InputError([{ path, code, message }])
