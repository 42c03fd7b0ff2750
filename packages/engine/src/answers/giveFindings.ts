/** What a gift does, in sentences: first whether it pays, then why it saves what it saves. And what the answer rests on. */
import type { Case } from '../case.ts'
import type { Notice } from '../explain/notices.ts'
import { type Outcome, plannedGifts } from '../plan/gifts.ts'
import type { GiveAnswer } from './give.ts'
import { firstYear, type Giving, outcomeWithStandard } from './giving.ts'
import { stateYearNotices } from './states.ts'
import { yearNotices } from './yearNotices.ts'

/** One thing to know of the gift. */
export interface GiveFinding {
  readonly code: FindingCode
  readonly message: string
}

type FindingCode =
  | 'doesNotPay'
  | 'evens'
  | 'standardDeduction'
  | 'belowStandardDeduction'
  | 'floor'
  | 'carried'
  | 'neverDeducted'
  | 'amtRate'
  | 'noAmt'
  | 'creditGap'
  | 'amtGone'
  | 'amtStays'
  | 'room'
  | 'credit'
  | 'election'
  | 'disqualifying'
  | 'basisDifference'
  | 'shares'
  | 'bunching'
  | 'cash'
  | 'netCost'

type Found = Omit<GiveAnswer, 'findings' | 'notices' | 'assumed'>
type Part = (of: Found, giving: Giving, outcome: Outcome) => GiveFinding[]

export function findingsOf(giving: Giving, outcome: Outcome, found: Found): GiveFinding[] {
  const parts: Part[] = [pays, evens, deduction, limits, amt, line, room, credit, election, lots, bunching]
  return [...parts.flatMap((part) => part(found, giving, outcome)), ...cash(found), ...cost(found)]
}

const finding = (code: FindingCode, message: string): GiveFinding[] => [{ code, message }]

/** A loss in worth is said before everything else. */
function pays({ gift, relief, year, through, chosen, cashLeft }: Found): GiveFinding[] {
  if (chosen === null) {
    const which = cashLeft === null ? `No gift of ${year}` : `No gift of ${year} that the cash allows`
    return finding('doesNotPay', `${which} saves tax over the years through ${through}.`)
  }
  if (gift.value <= 0 || relief.worth >= 0.005) return []
  const costs = relief.worth <= -0.005 ? `, and costs ${money(-relief.worth)}, minimum tax credit counted` : ''
  return finding(
    'doesNotPay',
    `For tax the gift does not pay: over the years through ${through} it saves nothing${costs}.`,
  )
}

/** Where a gift begins to save over all years, and why smaller ones do not although the year owes less. */
function evens({ candidates, chosen, year }: Found): GiveFinding[] {
  const even = candidates.find(({ reasons }) => reasons.some(({ code }) => code === 'evens'))
  const losing =
    chosen === 'asked' ? [] : candidates.filter(({ thisYear, worth }) => thisYear >= 0.005 && worth <= -0.005)
  return [
    ...(even ? finding('evens', `Over all years a gift begins to save tax at ${money(even.amount)}.`) : []),
    ...(losing.length > 0
      ? finding(
          'election',
          `Smaller gifts save tax in ${year} and lose more than that in minimum tax credit: they itemize for less than the standard deduction. With the standard deduction all the same (deductionChoice: standard) they would lose nothing.`,
        )
      : []),
  ]
}

function deduction({ with: after, gift, to, year }: Found, _: Giving, outcome: Outcome): GiveFinding[] {
  if (gift.value <= 0) return []
  const { return: r } = firstYear(outcome)
  const { standardDeduction } = r.form1040
  if (after.year.deductionTaken === 'standard') {
    const without =
      gift.cash > 0 && to === 'publicCharity'
        ? `without itemizing ${money(r.form1040.nonItemizerGift)} of cash gifts is deducted (IRC §170(p))`
        : `without itemizing a gift ${toWords[to]} is not deducted`
    return finding(
      'standardDeduction',
      `The standard deduction of ${money(standardDeduction)} is taken in ${year} all the same, and ${without}.`,
    )
  }
  return after.year.deduction < standardDeduction - 0.005
    ? finding(
        'belowStandardDeduction',
        `Itemizing gives a deduction of ${money(after.year.deduction)}, less than the standard one of ${money(standardDeduction)}, and still the lower tax of the year: AMT does not allow the standard deduction (Form 6251 line 2a), and it does allow gifts.`,
      )
    : []
}

const toWords = {
  publicCharity: 'of shares',
  dafSponsor: 'to a donor-advised fund',
  privateFoundation: 'to a private foundation',
} as const

function limits({ use, year, gift }: Found, { without }: Giving): GiveFinding[] {
  if (gift.value <= 0) return []
  const { law } = firstYear(without)
  const found: GiveFinding[] = []
  if (use.floor >= 0.005)
    found.push({
      code: 'floor',
      message: `The first ${money(use.floor)} of the gifts of ${year}, ${law.charityFloorRate / 100} % of adjusted gross income, is not deducted (IRC §170(b)(1)(I)).`,
    })
  if (use.carried >= 0.005)
    found.push({
      code: 'carried',
      message: `${money(use.carried)} is past the year's limit and is carried on for up to ${law.charityCarryYears} years, in which ${money(use.deductedLater)} is deducted.`,
    })
  // What the floor took was said; a cent is rounding
  const lost = use.neverDeducted - use.floor
  if (use.carried >= 0.005 && lost >= 0.01)
    found.push({
      code: 'neverDeducted',
      message: `${money(use.neverDeducted)} of the gift is never deducted: carried gifts lapse, and a year that takes the standard deduction uses them up all the same (Reg. §1.170A-10(b)(2)).`,
    })
  return found
}

function amt({ without, with: after, relief, year, gift, ways }: Found): GiveFinding[] {
  if (gift.value <= 0) return []
  const { regularTax, tentativeMinimumTax } = relief.lastDollar
  if (without.year.amt < 0.005 && after.year.amt < 0.005) {
    const more = after.year.creditUsed - without.year.creditUsed
    return Math.abs(more) < 0.005
      ? finding('noAmt', `There is no AMT in ${year} to take away: the gift saves what regular tax asks for.`)
      : finding(
          'creditGap',
          `There is no AMT in ${year}, but the gap between regular tax and tentative minimum tax limits the minimum tax credit used: ${money(Math.abs(more))} ${more > 0 ? 'more' : 'less'} of it is used. The last dollar takes ${cents(regularTax)} off regular tax, ${cents(tentativeMinimumTax)} off tentative minimum tax and ${cents(relief.lastDollar.federalTax)} off the federal tax of the year.`,
        )
  }
  if (after.year.amt < 0.005) return []
  const change = after.year.amt - without.year.amt
  const moves =
    Math.abs(change) < 0.005
      ? 'AMT itself stays as it is'
      : change > 0
        ? `AMT itself, the difference, rises by ${money(change)}, because regular tax falls further`
        : `AMT itself, the difference, falls by ${money(-change)}`
  // Of shares that bring income a dollar more is no dollar of deduction alone
  if (ways.some(({ lot, ordinaryIncome }) => lot === gift.lot && ordinaryIncome > 0)) return []
  return finding(
    'amtRate',
    `In a year with AMT the last dollar saves what tentative minimum tax falls by, ${cents(tentativeMinimumTax)}, not the ${cents(regularTax)} of the regular tax. ${moves}.`,
  )
}

/** Whether a gift can bring the year back to the line. */
function line({ without, best, chosen, gift, candidates, year }: Found): GiveFinding[] {
  if (without.year.amt < 0.005 || chosen === 'asked' || gift.value <= 0) return []
  if (best.amtGone === null)
    return finding('amtStays', `No amount compared brings the AMT of ${year}, ${money(without.year.amt)}, to zero.`)
  const there = candidates.find(({ amount }) => amount === best.amtGone)
  return finding(
    'amtGone',
    `The AMT of ${year} is gone with a gift of ${money(best.amtGone)}, which saves ${money(there?.worth ?? Number.NaN)} in all.`,
  )
}

function room({ room: { without, with: after }, gift }: Found): GiveFinding[] {
  const wider = after - without
  if (gift.value <= 0 || Math.abs(wider) < 0.005) return []
  const way = wider > 0 ? 'widens' : 'narrows'
  const why = wider > 0 ? 'tentative minimum tax' : 'regular tax'
  return finding(
    'room',
    `The gift ${way} the AMT-free room from ${money(without)} to ${money(after)} of spread: it takes more off ${why} than off ${wider > 0 ? 'regular tax' : 'tentative minimum tax'}.`,
  )
}

/** How the tax of later years and the credit differ from what the year shows. */
function credit({ relief, year, through, gift }: Found): GiveFinding[] {
  const later = relief.allYears.federalTax - relief.year.federalTax
  const { creditLeft } = relief.allYears
  if (gift.value <= 0 || Math.abs(later) + Math.abs(creditLeft) < 0.005) return []
  const years =
    Math.abs(later) < 0.005
      ? ''
      : ` Later years through ${through} owe ${money(Math.abs(later))} ${later > 0 ? 'less' : 'more'}.`
  const left =
    Math.abs(creditLeft) < 0.005
      ? ''
      : ` ${money(Math.abs(creditLeft))} ${creditLeft > 0 ? 'more' : 'less'} minimum tax credit is left then, counted here at its face value although it comes back over years; not counted, the gift saves ${money(relief.worth - creditLeft)}.`
  return finding(
    'credit',
    `${year} itself owes ${money(Math.abs(relief.year.federalTax))} ${relief.year.federalTax < 0 ? 'more' : 'less'} federal tax.${years}${left}`,
  )
}

/** Least tax in the year is not least tax over the years: itemizing may use up more credit than it saves. */
function election({ with: after, gift, relief, year }: Found, giving: Giving, outcome: Outcome): GiveFinding[] {
  const { income, facts } = firstYear(outcome)
  if (gift.value <= 0 || after.year.deductionTaken === 'standard' || facts.deductionChoice !== 'lowestTax') return []
  const standard = outcomeWithStandard(giving, outcome.of, income.year, income.year)
  const more = standard.worth - outcome.worth
  if (more < 0.005) return []
  return finding(
    'election',
    `Itemizing gives the least tax of ${year} by itself, and not over the years: with the standard deduction in ${year} all the same (deductionChoice: standard) minimum tax credit worth more comes back, and ${money(more)} is gained. The gift then saves ${money(relief.worth + more)}.`,
  )
}

function lots({ gift, ways, use }: Found): GiveFinding[] {
  if (gift.value <= 0) return []
  const found: GiveFinding[] = []
  const own = ways.find(({ lot, shares }) => lot !== null && lot === gift.lot && shares === gift.shares)
  const early = ways.filter(({ ordinaryIncome }) => ordinaryIncome > 0)
  if (early.length > 0)
    found.push({
      code: 'disqualifying',
      message: `${early.map(({ lot }) => lot).join(', ')}: the holding periods are not over, and a gift is a disqualifying disposition: the whole bargain element is ordinary income (${early.map(({ lot, ordinaryIncome }) => `${money(ordinaryIncome)} of ${lot}`).join(', ')}), however the price stands (IRC §§422(c)(2), 424(c)(1)).`,
    })
  const apart = ways.filter(({ basisDifferenceLost }) => basisDifferenceLost >= 0.005)
  if (apart.length > 0)
    found.push({
      code: 'basisDifference',
      message: `${apart.map(({ lot }) => lot).join(', ')}: the AMT basis is above the regular one, and goes with the shares. Line 2k of Form 6251 stays as it is; a sale would take ${apart.map(({ lot, basisDifferenceLost }) => `${money(basisDifferenceLost)} for ${lot}`).join(', ')} out of AMT income and so bring credit back.`,
    })
  if (own && use.counts < own.value - 0.005)
    found.push({
      code: 'shares',
      message: `Only ${money(use.counts)} of the value of ${money(own.value)} counts: of shares held for a year or less their basis does (IRC §170(e)(1)(A)).`,
    })
  return [...found, ...cheapest(ways), ...costly(early)]
}

type Ways = Found['ways']

/** The lot past its holding periods that costs least against cash of the same value. */
function cheapest(ways: Ways): GiveFinding[] {
  const cashCost = ({ value, cashWorth }: Ways[number]): number => 1 - cashWorth / value
  const lower = (way: Ways[number]): number => cashCost(way) - way.netCostPerDollar
  const held = ways.filter(({ lot, refused, ordinaryIncome }) => lot !== null && !refused && ordinaryIncome === 0)
  const [first] = [...held].sort((one, other) => lower(other) - lower(one))
  if (!first) return []
  const { lot, value, netCostPerDollar } = first
  const than = lower(first) > 0 ? 'Shares cost less than cash' : 'Cash costs less than shares'
  return finding(
    'shares',
    `${than}: ${cents(netCostPerDollar)} for a dollar of ${lot}, measured by what a sale of it would leave after tax, and ${cents(cashCost(first))} for a dollar of cash, of ${money(value)} given.`,
  )
}

/** What a disqualifying gift saves beside cash of the same value. */
function costly(early: Ways): GiveFinding[] {
  return early
    .filter(({ worth, cashWorth }) => worth < cashWorth - 0.005)
    .slice(0, 1)
    .flatMap(({ lot, value, worth, cashWorth }) =>
      finding(
        'shares',
        `Giving ${money(value)} of ${lot} now ${saves(worth)}, giving that much cash ${saves(cashWorth)} and leaves the shares to qualify.`,
      ),
    )
}

function bunching({ bunch, year }: Found): GiveFinding[] {
  if (!bunch) return []
  const { years, yearly, gained, gainedPresentValue, discountRate } = bunch
  const what = `${years} gifts of ${money(yearly)} made at once in ${year}`
  const than = `one each year`
  const rate = `${+(discountRate * 100).toFixed(2)} %`
  const then =
    gainedPresentValue >= 0.005
      ? `${money(gainedPresentValue)} better off with every amount discounted at ${rate} a year`
      : `${money(-gainedPresentValue)} worse off with every amount discounted at ${rate} a year, because the money goes sooner`
  const first =
    gained >= 0.005
      ? `${what} save ${money(gained)} more tax than ${than}`
      : gained <= -0.005
        ? `Bunching does not pay: ${what} save ${money(-gained)} less tax than ${than}`
        : `${what} save as much tax as ${than}`
  const chosen = [...new Set([...bunch.bunched.standardChosen, ...bunch.spread.standardChosen])].sort()
  const standard =
    chosen.length > 0
      ? ` Itemizing in ${chosen.join(', ')} would use up more minimum tax credit than it saves, so that the standard deduction is taken then.`
      : ''
  return finding('bunching', `${first}; they leave the giver ${then}.${standard}`)
}

function cash({ cashLeft, gift, best, candidates, chosen }: Found): GiveFinding[] {
  if (cashLeft === null) return []
  const leave =
    cashLeft > 0
      ? `Strike and tax of the planned exercises leave ${money(cashLeft)} of the cash`
      : 'Strike and tax of the planned exercises take all the cash and more'
  if (chosen === 'asked')
    return gift.cash > Math.max(0, cashLeft) ? finding('cash', `${leave}: the gift is more than that.`) : []
  const past = candidates.filter(({ amount, worth }) => amount > cashLeft && worth >= 0.005)
  if (past.length === 0) return []
  return finding('cash', `${leave}: larger gifts are shown${best.perDollar === null ? '' : ', and not recommended'}.`)
}

/** No deduction pays for a gift: said last, and always. */
function cost({ gift, relief, ways }: Found): GiveFinding[] {
  const own = ways.find(({ lot }) => lot === gift.lot)
  if (gift.value <= 0 || relief.worth < 0.005) return []
  const costs = own && own.refused === null ? own.netCostPerDollar : relief.netCost / gift.value
  if (costs <= 0) return []
  return finding(
    'netCost',
    `After all the tax it saves a dollar given still costs ${cents(costs)}: the deduction times a gift that is meant anyway, and makes none worth its cost.`,
  )
}

export function giveNotices(of: Case, { year, lot, on, to, base }: Giving, { years, states }: Outcome): Notice[] {
  const law = (message: string): Notice => ({ code: 'law', message })
  const gifts = plannedGifts(of, year).length
  const others = of.plan.length - gifts - base.plan.length
  const closed = (of.company.blackouts ?? []).find(({ from, to: until }) => from <= on && on <= until)
  const acknowledged =
    to === 'dafSponsor'
      ? [
          law(
            'A gift to a donor-advised fund needs the written word of its sponsor that it has exclusive legal control (IRC §170(f)(18)).',
          ),
        ]
      : []
  return [
    ...(gifts > 0
      ? [
          law(
            `${entries(gifts)} of the plan that ${gifts === 1 ? 'gives' : 'give'} to charity in ${year} ${gifts === 1 ? 'is' : 'are'} set aside: what is asked here stands in ${gifts === 1 ? 'its' : 'their'} place.`,
          ),
        ]
      : []),
    ...(others > 0
      ? [
          law(
            `${entries(others)} of the plan that would take from ${lot} later ${others === 1 ? 'is' : 'are'} set aside.`,
          ),
        ]
      : []),
    ...(lot !== null && closed
      ? [law(`${on} lies in a blackout, ${closed.from} to ${closed.to}: ask whether shares may be given then.`)]
      : []),
    ...(lot !== null && !of.company.listed
      ? [
          law(
            'The shares are not listed: the charity has to take them, the company may have to agree, and a large gift needs a qualified appraisal (IRC §170(f)(11)).',
          ),
        ]
      : []),
    ...acknowledged,
    ...yearNotices(base, years),
    ...stateYearNotices(states.filter((each) => each.year === year || each.refused.length > 0)),
  ]
}

const entries = (count: number): string => `${count} ${count === 1 ? 'entry' : 'entries'}`
const money = (amount: number): string => amount.toLocaleString('en-US', { style: 'currency', currency: 'USD' })
const saves = (worth: number): string => (worth < 0 ? `costs ${money(-worth)} of tax` : `saves ${money(worth)}`)
const cents = (rate: number): string => `${+(rate * 100).toFixed(2)} cents`
