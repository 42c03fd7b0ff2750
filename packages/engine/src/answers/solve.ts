/** Solve for anything: one input of a year as the unknown, for a target of its tax, its cash or its credit. */
import type { Case } from '../case.ts'
import { yearOf } from '../date.ts'
import { InputError } from '../errors.ts'
import { consider, type Notice } from '../explain/notices.ts'
import { yearsWithLaw } from '../law/federal/tables.ts'
import { toCents } from '../money.ts'
import { curveOf } from '../plan/curve.ts'
import { type Found, type Holds, holdingIn } from '../plan/solveForTarget.ts'
import { type About, type Unknown, type UnknownName, type UnknownTerms, unknownOf } from '../plan/solveForUnknown.ts'
import { stateYears } from '../stateYears.ts'
import { creditIntoNext, type FiguredYear, yearsTo } from '../timeline.ts'
import { type Asked, figuredYearsAsked, type Grounds, noticesFor } from './common.ts'
import { costOf } from './cost.ts'
import { dayValued } from './room.ts'
import { shareNotices } from './shareNotices.ts'
import { stateYearNotices } from './states.ts'
import { yearNotices } from './yearNotices.ts'

/**
 * What is to hold: AMT, total tax or outlay of no more than an amount (`cash`: the cash there is), room of no less than one, or
 * minimum tax credit used up by the end of a year.
 */
export type SolveTarget =
  | { readonly name: 'amt' | 'totalTax' | 'room'; readonly amount: number }
  | { readonly name: 'outlay'; readonly amount: number | 'cash' }
  | { readonly name: 'creditDrainedBy'; readonly year: number }

export interface SolveQuestion extends UnknownTerms {
  readonly unknown: UnknownName
  readonly target: SolveTarget
}

/** One value of the unknown, and what it comes to. Shares or dollars; amounts in dollars. */
export interface SolvePoint {
  readonly value: number
  readonly meets: boolean
  /** The amount that the target is about. */
  readonly amount: number
  readonly amt: number
  readonly totalTax: number
  /** As in `cost`: strike and tax, federal and state, of the year's planned exercises, less proceeds. */
  readonly outlay: number
  /** Minimum tax credit at the end of the last year that the target looks at. */
  readonly creditLeft: number
}

/** Values from one that meets the target to another, with all between; an open end is only where the looking ends. */
export interface SolveStretch {
  readonly from: SolvePoint
  readonly to: SolvePoint
  readonly opensBelow: boolean
  readonly opensAbove: boolean
}

export interface SolveAnswer extends Grounds {
  readonly unknown: UnknownName
  readonly about: About
  readonly target: {
    readonly name: SolveTarget['name']
    /** The most it may be; of room the least. Null where it is the cash solved for. */
    readonly limit: number | null
    /** The last year it looks at. */
    readonly through: number
  }
  /** The value asked for; null where none that was looked at meets the target. */
  readonly answer: number | null
  /** The most or the least of its stretch that meets the target; `any`: all that was looked at does. */
  readonly is: 'most' | 'least' | 'any' | null
  /** At the answer, one share or cent further, and as it is in the file. */
  readonly at: SolvePoint | null
  readonly next: SolvePoint | null
  readonly asItIs: SolvePoint | null
  /** Everything looked at that meets the target. */
  readonly stretches: readonly SolveStretch[]
  /** Where nothing does: the value that comes nearest, and why no other comes nearer. */
  readonly nearest: SolvePoint | null
  readonly why: SolveWhy | null
  readonly range: {
    readonly from: number
    readonly to: number
    readonly step: number
    readonly endsWith: Unknown['endsWith']
  }
  /** Entries of the plan set aside because they are what is decided. */
  readonly setAside: number
}

/** `moot`: the unknown does not move it; `end`: the range ends there; `turns`: it gets worse on both sides. */
export type SolveWhy = 'moot' | 'end' | 'turns'

/** Parts into which the range is cut before corners are looked for. */
const parts = 100

/**
 * Solves for the unknown. Every value tried is a whole case, figured year by year. What is not named stays as the file has it.
 * @throws InputError for a lot, grant, day or cash that is not there; NotModelled as the years do.
 */
export function solveAnswer(of: Case, asked: Asked, question: SolveQuestion): SolveAnswer {
  requireExact(of, asked)
  const whole = { ...asked, ...(question.on !== undefined && { year: yearOf(question.on) }) }
  const given = figuredYearsAsked(of, whole).at(-1) as FiguredYear
  const { year } = given
  const through = throughOf(of, question.target, year)
  const far = { ...of, assumptions: { ...of.assumptions, horizon: Math.max(of.assumptions.horizon, through) } }
  const limit = limitOf(of, question)
  const unknown = unknownOf(question.unknown, far, question, {
    ...{ year, until: through, agi: given.return.form1040.line11a },
    dayFor: (grant) => dayValued(of, grant, year, asked.asOf),
    cashReach: question.unknown === 'cash' ? cashReach(far, year) : 0,
  })
  const meter: Meter = { unknown, target: question.target, limit, year, through }
  const found = holdingIn(
    (at) => amountsAt(meter, at / unknown.steps),
    placesOf(meter, given),
    tolerance(question.target),
    enough(meter, given),
  )
  return answerOf(of, meter, found)
}

/** What measures a value of the unknown against the target. */
interface Meter {
  readonly unknown: Unknown
  readonly target: SolveTarget
  readonly limit: number | null
  readonly year: number
  readonly through: number
}

function answerOf(of: Case, meter: Meter, found: Found): SolveAnswer {
  const { unknown, target, limit, year, through } = meter
  const [first, last] = [stepsOf(unknown, unknown.from), stepsOf(unknown, unknown.to)]
  const pointAt = (at: number): SolvePoint => pointOf(meter, at / unknown.steps)
  const picked = pick(unknown, found.holds, first, last)
  const asItIs = unknown.asItIs === null ? null : pointOf(meter, unknown.asItIs)
  const nearest = picked ? null : pointAt(found.least)
  const shown = picked ? picked.at / unknown.steps : found.least / unknown.steps
  return {
    year,
    ...{ unknown: unknown.name, about: unknown.about, target: { name: target.name, limit, through } },
    answer: picked ? shown : null,
    is: picked ? picked.is : null,
    at: picked && pointAt(picked.at),
    next: picked && picked.next !== null ? pointAt(picked.next) : null,
    asItIs,
    stretches: found.holds.map(({ from, to }) => ({
      ...{ from: pointAt(from), to: pointAt(to), opensBelow: from === first, opensAbove: to === last },
    })),
    nearest,
    why: nearest && whyOf(meter, found.least, first, last),
    range: { from: unknown.from, to: unknown.to, step: 1 / unknown.steps, endsWith: unknown.endsWith },
    setAside: unknown.setAside,
    notices: noticesAt(of, meter, shown),
    assumed: of.assumed,
  }
}

/** The place that answers, and the one beyond it that no longer does. */
interface Picked {
  readonly at: number
  readonly next: number | null
  readonly is: 'most' | 'least' | 'any'
}

/**
 * Of shares, a sale or a gift: where the target holds with none, the most that keep it; else the least that reach it. Of cash the
 * least. Of wages and a price: the end of what meets it that is nearest to what they are.
 */
function pick(unknown: Unknown, holds: readonly Holds[], first: number, last: number): Picked | null {
  const [low] = holds
  if (!low) return null
  const most = ({ to }: Holds): Picked => ({ at: to, next: to === last ? null : to + 1, is: 'most' })
  const least = ({ from }: Holds): Picked => ({ at: from, next: from === first ? null : from - 1, is: 'least' })
  if (unknown.name === 'cash') return least(low)
  if (unknown.name !== 'wages' && unknown.name !== 'price') return low.from === first ? most(low) : least(low)
  const own = Math.min(last, Math.max(first, (unknown.asItIs ?? unknown.from) * unknown.steps))
  if (holds.length === 1 && low.from === first && low.to === last) return { at: Math.round(own), next: null, is: 'any' }
  const ends = holds.flatMap((each) => [
    ...(each.from === first ? [] : [least(each)]),
    ...(each.to === last ? [] : [most(each)]),
  ])
  return ends.reduce((best, each) => (Math.abs(each.at - own) < Math.abs(best.at - own) ? each : best))
}

/** Why nothing comes nearer. */
function whyOf(meter: Meter, least: number, first: number, last: number): SolveWhy {
  const { steps } = meter.unknown
  const over = (at: number): number => excess(meter, figured(meter, at / steps), at / steps)
  const moved = [first, last, Math.round((first + last) / 2)].some((at) => Math.abs(over(at) - over(least)) > 0.005)
  return moved ? (least === first || least === last ? 'end' : 'turns') : 'moot'
}

const figured = ({ unknown, through }: Meter, value: number): FiguredYear[] => yearsTo(unknown.caseAt(value), through)

const yearIn = ({ year }: Meter, years: readonly FiguredYear[]): FiguredYear =>
  years.find((each) => each.year === year) as FiguredYear

/** What the target is about, at a value. Dollars. */
function amountOf(meter: Meter, years: readonly FiguredYear[], value: number): number {
  const figured = yearIn(meter, years)
  const { form6251, form1040 } = figured.return
  switch (meter.target.name) {
    case 'amt':
      return form6251.line11
    case 'totalTax':
      return form1040.line24
    case 'outlay':
      return outlayOf(meter, years, value)
    case 'room':
      return roomOf(figured)
    case 'creditDrainedBy':
      return creditIntoNext(years.at(-1) as FiguredYear)
  }
}

/** The room of `isoline room`: lots of the year are taken off it, the plan's exercises are not. */
function roomOf({ facts, law, exercises }: FiguredYear): number {
  const done = exercises.reduce((sum, each) => (each.planned ? sum : sum + each.spread), 0)
  return Math.max(0, curveOf(facts, law).room - done)
}

function outlayOf(meter: Meter, years: readonly FiguredYear[], value: number): number {
  const upTo = years.filter((each) => each.year <= meter.year)
  return costOf(meter.unknown.caseAt(value), upTo).outlay
}

/** How far the amount is past the target; zero or less meets it. */
function excess(meter: Meter, years: readonly FiguredYear[], value: number): number {
  const { target, limit } = meter
  const amount = amountOf(meter, years, value)
  const bound = limit === null ? value : limit
  return target.name === 'room' ? bound - amount : amount - bound
}

/**
 * The excess first; then both taxes of every year looked at and the credit it leaves, whose corners make those of all else: AMT is
 * the one tax less the other where that is above zero.
 */
function amountsAt(meter: Meter, value: number): readonly number[] {
  const years = figured(meter, value)
  return [
    excess(meter, years, value),
    ...years
      .filter(({ year }) => year >= meter.year)
      .flatMap((each) => [
        each.return.form6251.line9,
        each.return.form6251.line10,
        each.return.form1040.line24,
        creditIntoNext(each),
      ]),
  ]
}

/** Credit in dust is none; anything else is kept to the last digit that arithmetic leaves. Dollars. */
const tolerance = ({ name }: SolveTarget): number => (name === 'creditDrainedBy' ? 0.005 : 1e-6)

/** How far from a straight line is still on it: state bills are in cents. Dollars. */
const enough = ({ target }: Meter, { income }: FiguredYear): number =>
  target.name === 'outlay' || income.itemized?.stateAndLocalTaxes === 'auto' ? 0.03 : 1e-4

const stepsOf = ({ steps }: Unknown, value: number): number => Math.round(value * steps)

/** The range in equal parts, what there is today, and of shares the corners of the curve. */
function placesOf(meter: Meter, given: FiguredYear): number[] {
  const { unknown } = meter
  const [first, last] = [stepsOf(unknown, unknown.from), stepsOf(unknown, unknown.to)]
  const even = Array.from({ length: parts + 1 }, (_, i) => Math.round(first + ((last - first) * i) / parts))
  const own = unknown.asItIs === null ? [] : [stepsOf(unknown, unknown.asItIs)]
  const places = [...even, ...own, ...cornersOfShares(meter, given)]
  return [...new Set(places)].filter((at) => at >= first && at <= last).sort((one, other) => one - other)
}

/** Whole shares next to each corner of AMT and total tax in the spread: the kinks of the law, listed. */
function cornersOfShares(meter: Meter, { law }: FiguredYear): number[] {
  const { spreadPerShare, to } = meter.unknown
  if (spreadPerShare === null || spreadPerShare === 0) return []
  const { facts } = yearIn(meter, figured(meter, 0))
  const { points } = curveOf(facts, law, facts.isoSpread + to * spreadPerShare)
  return points.flatMap(({ spread }) => {
    const shares = (spread - facts.isoSpread) / spreadPerShare
    return [Math.floor(shares), Math.ceil(shares)]
  })
}

function pointOf(meter: Meter, value: number): SolvePoint {
  const years = figured(meter, value)
  const { return: r } = yearIn(meter, years)
  return {
    value,
    meets: excess(meter, years, value) <= tolerance(meter.target),
    amount: toCents(amountOf(meter, years, value)),
    amt: toCents(r.form6251.line11),
    totalTax: toCents(r.form1040.line24),
    outlay: toCents(outlayOf(meter, years, value)),
    creditLeft: toCents(creditIntoNext(years.at(-1) as FiguredYear)),
  }
}

function throughOf(of: Case, target: SolveTarget, year: number): number {
  if (target.name !== 'creditDrainedBy') return year
  if (of.given) throw problem('--target', 'needsScenario', 'looks at later years, and a flat case has one year.')
  if (target.year < year)
    throw problem('--target', 'outOfRange', `ends with ${target.year}, and the year asked about is ${year}.`)
  if (target.year > yearsWithLaw.last)
    throw problem(
      '--target',
      'outOfRange',
      `is ${target.year}, and figures of the law reach to ${yearsWithLaw.last}. Choose an earlier year.`,
    )
  return target.year
}

/** The amount that bounds the target; null where the bound is the unknown itself. */
function limitOf(of: Case, { unknown, target }: SolveQuestion): number | null {
  if (unknown === 'cash') {
    if (target.name === 'outlay' && target.amount === 'cash') return null
    throw problem('--solve', 'conflict', 'is cash, which moves nothing but outlay=cash. Ask for that target.')
  }
  if (target.name === 'creditDrainedBy') return 0
  if (target.amount !== 'cash') return target.amount
  if (of.household.cash !== null) return of.household.cash
  throw problem('household.cash', 'missing', 'is missing. Add it, or give an amount: --target outlay=50000.')
}

/** As far as cash is looked at: twice what is asked for, and what there is. */
function cashReach(of: Case, year: number): number {
  const { outlay } = costOf(of, yearsTo(of, year))
  return Math.max(2 * outlay, of.household.cash ?? outlay, 1_000)
}

/** The Tax Table moves in steps, and between steps there is nothing to solve for. */
function requireExact(of: Case, { rounding = 'exact' }: Asked): void {
  const own = of.given ? of.given.choice.rounding : rounding
  if (own !== 'exact')
    throw problem('rounding', 'conflict', `is ${own}, and solving takes exact figures. Leave it out.`)
}

/** What the answer rests on, with the unknown at the value shown. */
function noticesAt(of: Case, meter: Meter, value: number): Notice[] {
  const years = figured(meter, value)
  const year = yearIn(meter, years)
  const at = meter.unknown.caseAt(value)
  const upTo = years.filter((each) => each.year <= meter.year)
  const own =
    meter.through > meter.year
      ? yearNotices({ ...at, incomes: of.incomes }, years)
      : [...noticesFor(consider(year.choice), year.facts), ...shareNotices(at, year.shares, meter.year)]
  return [...saleNotices(of, meter.unknown.about), ...own, ...stateYearNotices(stateYears(at, upTo).slice(-1))]
}

/** Whether the sale can be made at all. */
function saleNotices({ company }: Case, { lot, on }: About): Notice[] {
  if (lot === null || on === null) return []
  const closed = (company.blackouts ?? []).find(({ from, to }) => from <= on && on <= to)
  const notices: Notice[] = []
  if (closed)
    notices.push({
      code: 'law',
      message: `${on} lies in a blackout, ${closed.from} to ${closed.to}: the shares may not be sold then.`,
    })
  if (!company.listed)
    notices.push({
      code: 'law',
      message: 'The shares are not listed: a sale needs a buyer, and the company may have to agree.',
    })
  return notices
}

const problem = (path: string, code: string, message: string): InputError => new InputError([{ path, code, message }])
