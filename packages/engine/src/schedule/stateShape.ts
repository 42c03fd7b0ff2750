/**
 * What of a year a state's tax depends on, learned from its forms: they are asked at one income after another, as the federal deductions
 * are. Most states' tax is a function of one amount (adjusted gross income, or less a part of the gains); then the rows have it
 * whole. Where it is not, the rows have functions that are never above it, and how far below they may be is told.
 */
import type { DeductionChoice, Facts } from '../forms/facts.ts'
import type { StateCredit } from '../forms/states/stateForm.ts'
import type { RateTable } from '../law/states/state.ts'
import { type FederalReturn, figureReturn, workspace } from '../return.ts'
import { figureState, type StateWorkspace } from '../stateReturn.ts'
import { type Pieces, pieceAt, pieces } from './pieces.ts'
import type { ScheduleYear } from './problem.ts'
import { lowerEdge, lowest, type Point, through, type Under, under } from './statePieces.ts'
import type { StateLawOfYear } from './stateTax.ts'

/** An amount that a tax may depend on: so much of each of these. */
export interface Weights {
  readonly agi: number
  /** Of gain in income, not below zero. */
  readonly gain: number
  /** Of net capital gain, that with preferred rates. */
  readonly preferred: number
  /** Of net long-term gain or loss. */
  readonly long: number
  /** Of federal tax, that on investment income with it. */
  readonly federal: number
  /** Of what AMT income has beyond the regular one: spread, compensation and gains. */
  readonly apart: number
  /** Of federal tentative minimum tax. */
  readonly tentative: number
}

const none: Weights = { agi: 0, gain: 0, preferred: 0, long: 0, federal: 0, apart: 0, tentative: 0 }

/** How a state counts losses: as the federal return; in their own year alone, not below zero or in full. */
export type LossCount = 'federal' | 'floored' | 'full'

/** A function of one amount, and so much more of others, that is never above a tax. */
export interface Term extends Under, Basis {}

/** What a tax may follow from: one amount that it is a function of, and others of which each dollar adds the same. */
interface Basis {
  readonly weights: Weights
  readonly more: Weights | null
}

/** Never above a tax: the largest of its terms. `apart` is how far below it was seen to be, at most, steps apart. */
export interface TaxShape {
  readonly terms: readonly Term[]
  readonly apart: number
  readonly step: number
}

export interface StateShape {
  readonly losses: LossCount
  /** Tax before minimum tax; of a state without one, its tax. */
  readonly regular: TaxShape
  /** Tentative minimum tax; null for a state without. */
  readonly tentative: TaxShape | null
  /** Whether there is a minimum tax only where there is a federal one. */
  readonly withFederalAmt: boolean
  /** What the tax has beyond the larger of both: below zero for credits. */
  readonly rest: TaxShape | null
  /** Credits that come before the minimum tax credit, at least. */
  readonly creditsBefore: number
  /** Whether the state has a minimum tax credit of its own. */
  readonly credit: boolean
  /** Part of the federal minimum tax credit used that the state gives too. */
  readonly ofFederalCredit: number
  /** Never below federal AMT, by what AMT income has beyond the regular one, and concave; asked for only where the state gives such a part. */
  readonly mostAmt: Pieces | null
  /** How far below the tax the rows may be, at most, as far as was seen; credits of other years apart. */
  readonly apart: number
  /** The largest step of the tax: within a few dollars of it the rows may be below the tax by as much. */
  readonly step: number
  /** Whether the rows have the state's rules whole, steps apart. */
  readonly exact: boolean
  /**
   * Whether the tax follows federal tax, or gives a part of the federal credit: the rows may then be above it where federal AMT, credit and losses meet
   * in ways that were not asked about, so that they lead the search and bound nothing.
   */
  readonly rough: boolean
}

/** What the shares may add to a year, least and most, in dollars. */
export interface Reach {
  readonly wages: readonly [number, number]
  readonly short: readonly [number, number]
  readonly long: readonly [number, number]
  readonly spread: readonly [number, number]
  /** Adjusted gross income, and that with what AMT has beyond it. */
  readonly agi: readonly [number, number]
  readonly amtIncome: readonly [number, number]
  /** Whether gains may be losses or meet losses carried in, and whether losses and federal credit may be carried in. */
  readonly losses: boolean
  readonly lossCarried: boolean
  readonly credit: boolean
}

/** What is added to a year to ask for its tax. Dollars. */
interface Added {
  readonly wages: number
  readonly short: number
  readonly long: number
  readonly spread: number
  /** Loss and federal minimum tax credit carried in. */
  readonly loss: number
  readonly credit: number
}
const nothingAdded: Added = { wages: 0, short: 0, long: 0, spread: 0, loss: 0, credit: 0 }

/** An answer of the forms. */
interface Asked {
  readonly amounts: Weights
  readonly tax: number
  /** The tax under the elections that the return makes, without credit of earlier years. */
  readonly taken: number
  readonly regular: number
  readonly tentative: number
  readonly rest: number
  readonly credit: StateCredit | null
  readonly federalAmt: number
  readonly federalCredit: number
}

type Ask = (added: Added, stateCredit?: number) => Asked

/** Differences below this count as none. Dollars. */
const exact = 0.004

/** @throws NotModelled as the forms do. */
export function stateShape(year: ScheduleYear, state: StateLawOfYear, reach: Reach): StateShape {
  const losses = lossCount(asker(year, state, 'federal'), reach, state)
  const ask = asker(year, state, losses)
  const givesFederal = reads(state, 'form8801.line25')
  const at = samples(reach, givesFederal)
  const answers = at.map((added) => ask(added))
  const of = asking({ ask: remembered(ask), at, answers, reach, turns: turning(state) })
  const minimum = answers.some(({ tentative }) => Number.isFinite(tentative))
  const regular = taxShape(of, minimum ? ({ regular }) => regular : ({ tax }) => tax, regularBases(of, state))
  const ofFederalCredit = givesFederal ? partOfFederalCredit(of) : 0
  const rough = ofFederalCredit > 0 || reads(state, 'form1040.line22')
  const base = { losses, regular, rough, ofFederalCredit, mostAmt: ofFederalCredit > 0 ? mostAmt(of) : null }
  if (!minimum) {
    const without = { tentative: null, withFederalAmt: false, rest: null, creditsBefore: 0, credit: false }
    const { step } = regular
    const apart = Math.max(regular.apart, ...answers.map((each) => each.taken - taxAt(regular, each) - exact))
    return { ...base, ...without, apart, step, exact: apart === 0 && ofFederalCredit === 0 }
  }
  const withFederalAmt = reads(state, 'form6251.line11')
  const counted = (each: Asked): boolean => !withFederalAmt || each.federalAmt > 0
  const tentative = withFederalAmt
    ? ofFederalMinimum(answers.filter(counted))
    : taxShape(of, (each) => each.tentative, [{ weights: { ...none, agi: 1, apart: 1 }, more: null }])
  const ofGain: Basis = { weights: { ...none, gain: 1 }, more: null }
  const rest = taxShape(of, (each) => each.rest, [
    ...regular.terms.map(({ weights, more }) => ({ weights, more })),
    ofGain,
  ])
  const before = at.flatMap((added) => {
    const full = ask(added, plenty)
    if (!full.credit || full.credit.used <= 0) return []
    return [full.regular - (withFederalAmt ? taxAt(tentative, full) : full.tentative) - full.credit.used]
  })
  const creditsBefore = Math.max(0, before.length > 0 ? Math.min(...before) : 0)
  const seen = answers.map((each) => {
    const larger = counted(each) ? Math.max(taxAt(regular, each), taxAt(tentative, each)) : taxAt(regular, each)
    return each.taken - larger - taxAt(rest, each)
  })
  const apart = Math.max(0, ...seen, Math.max(regular.apart, tentative.apart) + rest.apart)
  return {
    ...base,
    ...{ tentative, withFederalAmt, rest: isNothing(rest) ? null : rest, creditsBefore },
    credit: answers.some(({ credit }) => credit !== null),
    apart: apart < exact ? 0 : apart,
    step: Math.max(regular.step, tentative.step) + rest.step,
    exact:
      apart < exact &&
      ofFederalCredit === 0 &&
      !withFederalAmt &&
      before.every((each) => Math.abs(each - creditsBefore) < exact) &&
      answers.every(({ credit }) => credit === null || credit.exclusionPart < exact),
  }
}

/** A minimum tax that is a part of the federal tentative one: the least part seen. */
function ofFederalMinimum(answers: readonly Asked[]): TaxShape {
  const seen = answers.flatMap(({ tentative, amounts }) =>
    amounts.tentative > 0 ? [tentative / amounts.tentative] : [],
  )
  const least = seen.length > 0 ? Math.min(...seen) : 0
  const far = answers.map(({ tentative, amounts }) => tentative - least * amounts.tentative)
  const apart = Math.max(0, ...far)
  const of = pieces([0], [least, least], 0)
  return {
    terms: [{ weights: { ...none, tentative: 1 }, more: null, of, apart: 0, step: 0 }],
    apart: apart < exact ? 0 : apart,
    step: 0,
  }
}

/** More credit than any year can use, in dollars. */
const plenty = 1e9

const isNothing = ({ terms, apart }: TaxShape): boolean =>
  apart === 0 && terms.every(({ of: { first, slopes } }) => Math.abs(first) < exact && slopes.every((x) => x === 0))

/** Whether a form of the state reads a line of the federal return. */
const reads = ({ ready }: StateLawOfYear, line: string): boolean =>
  ready?.module.forms.some(({ words }) => Object.values(words).some((each) => each.includes(`{${line}}`))) ?? false

/** The forms, and what they answered at some points within reach. */
interface Asking {
  readonly ask: Ask
  readonly at: readonly Added[]
  readonly answers: readonly Asked[]
  readonly reach: Reach
  /** Incomes about which the tax may turn. */
  readonly turns: readonly number[]
  /** Answers on a grid, asked for once. */
  readonly grid: () => Grid
}

function asking(of: Omit<Asking, 'grid'>): Asking {
  let known: Grid | null = null
  return {
    ...of,
    grid() {
      known ??= gridOf(of)
      return known
    },
  }
}

/** Asks the state's forms on the year with something added. Where elections are open, each amount is the least of all of them. */
function asker({ facts, law }: ScheduleYear, { ready, state, own }: StateLawOfYear, losses: LossCount): Ask {
  const work = workspace()
  const stateWork: StateWorkspace = {}
  const open = facts.hasItemized && (facts.deductionChoice === 'lowestTax' || facts.deductionChoice === 'larger')
  const both = ['standard', 'itemized'] as const
  const elections: readonly DeductionChoice[] = open ? both : [facts.deductionChoice]
  const ownChoices: readonly DeductionChoice[] = open && ready?.module.chooses ? both : [facts.deductionChoice]
  const asked: Facts = { ...facts, gains: { ...facts.gains }, amtGains: { ...facts.amtGains } }
  const answer = (choice: DeductionChoice, ownChoice: DeductionChoice, credit: number): Asked => {
    asked.deductionChoice = choice
    const federal = figureReturn(asked, law, work)
    const from = { ...own, minimumTaxCredit: credit }
    const figured = figureState(ready, state, federal, from, ownChoice, stateWork)
    const { tax, regularTax, tentativeMinimumTax } = figured.summary
    const tentative = typeof tentativeMinimumTax === 'number' ? tentativeMinimumTax : Number.NaN
    const larger = Number.isNaN(tentative) ? tax : Math.max(tentative, regularTax)
    return {
      amounts: amountsOf(federal, losses),
      ...{ tax, taken: tax, regular: regularTax, tentative, rest: tax - larger, credit: figured.credit },
      ...{ federalAmt: federal.form6251.line11, federalCredit: federal.form8801.line25 },
    }
  }
  return ({ wages, short, long, spread, loss, credit }, stateCredit = 0) => {
    asked.compensation = facts.compensation + wages
    asked.amtCompensation = facts.amtCompensation + wages
    asked.isoSpread = facts.isoSpread + spread
    asked.gains.shortA = facts.gains.shortA + short
    asked.amtGains.shortA = facts.amtGains.shortA + short
    asked.gains.longD = facts.gains.longD + long
    asked.amtGains.longD = facts.amtGains.longD + long
    asked.gains.longCarryover = loss
    asked.amtGains.longCarryover = loss
    asked.minimumTaxCredit = facts.minimumTaxCredit + credit
    const taken = answer(facts.deductionChoice, facts.deductionChoice, stateCredit)
    if (!open) return taken
    const ways = elections.flatMap((each) => ownChoices.map((own) => answer(each, own, stateCredit)))
    const least = (amount: 'regular' | 'tentative' | 'rest'): number => Math.min(...ways.map((way) => way[amount]))
    return {
      ...{ ...taken, regular: least('regular'), tentative: least('tentative'), rest: least('rest') },
      tax: Math.min(...ways.map(({ tax }) => tax)),
    }
  }
}

function amountsOf(
  { facts, form1040, form6251, form8960, scheduleD, scheduleDAmt }: FederalReturn,
  losses: LossCount,
): Weights {
  const { isoSpread, amtCompensation, compensation, compensationUnreported } = facts
  const ownGain = scheduleD.line16 - scheduleD.line6 - scheduleD.line14
  const counted = losses === 'federal' ? scheduleD.included : losses === 'floored' ? Math.max(0, ownGain) : ownGain
  return {
    agi: form1040.line11a - scheduleD.included + counted,
    gain: Math.max(0, scheduleD.included),
    preferred: scheduleD.netCapitalGain,
    long: scheduleD.line15,
    federal: form1040.line22 + form8960.line17,
    apart:
      isoSpread + amtCompensation - compensation - compensationUnreported + scheduleDAmt.included - scheduleD.included,
    tentative: form6251.line9,
  }
}

/** Answers on wages alone are asked for again and again, by one tax after the other. */
function remembered(ask: Ask): Ask {
  const known = new Map<number, Asked>()
  return (added, stateCredit) => {
    const { short, long, spread, loss, credit } = added
    if (stateCredit || short !== 0 || long !== 0 || spread !== 0 || loss !== 0 || credit !== 0)
      return ask(added, stateCredit)
    const before = known.get(added.wages)
    if (before) return before
    const answer = ask(added)
    known.set(added.wages, answer)
    return answer
  }
}

/** Points within reach: its corners, and some that fill it evenly. */
function samples({ wages, short, long, spread, lossCarried, credit }: Reach, givesFederal: boolean): Added[] {
  const between = ([low, high]: readonly [number, number], part: number): number => part * (part < 0 ? -low : high)
  const at = (w: number, s: number, l: number, x: number): Added => ({
    ...{ ...nothingAdded, wages: between(wages, w), short: between(short, s) },
    ...{ long: between(long, l), spread: between(spread, x) },
  })
  const corners = [at(0, 0, 0, 0), at(1, 0, 0, 0), at(0, 0, 1, 0), at(0, 0, 0, 1), at(1, 1, 1, 1), at(0.01, 0, 1, 1)]
  const losing = [at(0, 0, -1, 0), at(0, -1, 0, 0), at(0.1, 0, -0.1, 0), at(0.5, 1, -0.3, 0), at(0.2, -0.3, 1, 1)]
  const even = Array.from({ length: 26 }, (_, i) =>
    // Small amounts matter as much as large ones: squares of evenly spread numbers
    at(digits(i + 1, 2) ** 2, digits(i + 1, 3) ** 2, digits(i + 1, 5) ** 2, digits(i + 1, 7) ** 2),
  )
  const all = [...corners, ...losing, ...even]
  const carrying = lossCarried ? [0, 1, 9, 14].map((i) => ({ ...(all[i] as Added), loss: 10_000 * (i + 1) })) : []
  // A state that gives a part of the federal credit itself is asked about that apart
  const crediting =
    credit && !givesFederal ? [0, 1, 12].map((i) => ({ ...(all[i] as Added), credit: 5_000 * (i + 1) })) : []
  return [...all, ...carrying, ...crediting]
}

/** Points strewn over all that is within reach, losses among them. */
function scattered({ wages, short, long, spread, lossCarried }: Reach): Added[] {
  const within = ([low, high]: readonly [number, number], part: number): number =>
    part < 0.15 ? low * (part / 0.15) ** 2 : high * ((part - 0.15) / 0.85) ** 2
  return Array.from({ length: 160 }, (_, i) => ({
    ...{ ...nothingAdded, wages: wages[1] * digits(i + 40, 2) ** 2, short: within(short, digits(i + 40, 3)) },
    ...{ long: within(long, digits(i + 40, 5)), spread: spread[1] * digits(i + 40, 7) ** 2 },
    loss: lossCarried && i % 5 === 0 ? 40_000 * digits(i + 40, 11) : 0,
  }))
}

/** The digits of a count behind the point in reverse: numbers that fill the space between 0 and 1. */
function digits(count: number, base: number): number {
  let [rest, part, sum] = [count, 1 / base, 0]
  for (; rest > 0; rest = Math.floor(rest / base), part /= base) sum += (rest % base) * part
  return sum
}

const names = Object.keys(none) as (keyof Weights)[]

const weighed = (weights: Weights, amounts: Weights): number =>
  names.reduce((sum, name) => sum + weights[name] * amounts[name], 0)

const termAt = ({ weights, more }: Basis, of: Pieces, amounts: Weights): number =>
  pieceAt(of, weighed(weights, amounts)) + (more ? weighed(more, amounts) : 0)

const taxAt = ({ terms }: Pick<TaxShape, 'terms'>, { amounts }: Pick<Asked, 'amounts'>): number =>
  Math.max(...terms.map((term) => termAt(term, term.of, amounts)))

/** What follows from adjusted gross income alone. */
const ofIncome: Basis = { weights: { ...none, agi: 1 }, more: null }

type Value = (asked: Asked) => number

/**
 * A tax by the first basis that gives all of it; else by the largest of functions that are below it: along wages where that proves to be
 * below the tax of gains too, otherwise below all that was asked for.
 */
function taxShape(of: Asking, value: Value, candidates: readonly Basis[]): TaxShape {
  const terms: Term[] = []
  for (const basis of candidates) {
    const term = { ...basis, ...underAlong(of, basis, value) }
    const off = of.answers.map((each) => value(each) - termAt(basis, term.of, each.amounts))
    const fits = off.every((each) => each > -exact && each < exact + term.apart)
    // Small gains, and incomes at which the law turns, are where a function of one amount is found out
    if (fits && neverAbove(of, term, value)) return { terms: [term], apart: term.apart, step: term.step }
    terms.push(term)
  }
  const grid = of.grid()
  const all = terms.map((term): Term => {
    const above = [...grid.between, ...of.answers].map((each) => termAt(term, term.of, each.amounts) - value(each))
    const lower = loweredBy(above)
    return { ...term, of: lower <= mostLowered ? lowered(term.of, lower) : below(of, grid, term, value) }
  })
  const shape = { terms: all, step: Math.max(...all.map(({ step }) => step)) }
  const far = [...of.answers, ...grid.on].map((each) => value(each) - taxAt(shape, each))
  const apart = Math.max(exact, ...far)
  // The further off the functions are, the more there may be above the tax that was not asked about
  const more = apart > farOff ? apart / 10 : 0
  return { ...shape, terms: all.map((term) => ({ ...term, of: lowered(term.of, more) })), apart: apart + more }
}

function neverAbove({ grid }: Asking, term: Term, value: Value): boolean {
  const { on, between } = grid()
  const above = (each: Asked): boolean => termAt(term, term.of, each.amounts) > value(each) + exact
  return !on.some(above) && !between.some(above)
}

/** Further below a tax than this, in dollars, a function follows it only roughly. */
const farOff = 100

/** What a function is lowered by for what was seen to be below it: a quarter more, and some dollars for what was not seen. */
function loweredBy(above: readonly number[]): number {
  const most = Math.max(0, ...above)
  return most > exact ? 1.25 * most + unseen : 0
}
const unseen = 15

/** The most that a function may be lowered by and still be close, in dollars. */
const mostLowered = 150

const lowered = (of: Pieces, by: number): Pieces => ({ ...of, first: of.first - by })

/** The function along the wages of a year, or along its long-term gains where only gains count. */
function underAlong({ ask, reach }: Asking, { weights, more }: Basis, value: Value): Under {
  const gains = weights.agi === 0
  const agi = ask(nothingAdded).amounts.agi
  const highest = Math.max(reach.agi[1], weights.apart > 0 ? reach.amtIncome[1] : 0)
  const [low, high] = gains
    ? [Math.min(0, reach.long[0]), Math.max(0, reach.long[1]) + Math.max(0, reach.short[1])]
    : [Math.min(0, reach.agi[0] - agi), highest - agi]
  return under(
    (x) => {
      const asked = ask(gains ? { ...nothingAdded, long: x } : { ...nothingAdded, wages: x })
      return [weighed(weights, asked.amounts), value(asked) - (more ? weighed(more, asked.amounts) : 0)]
    },
    stretchesOf(low, Math.max(high, low + 1)),
  )
}

/** Where looking for bends begins: stretches that double, so that what bends at small incomes is not passed over. */
function stretchesOf(low: number, high: number): number[] {
  const stretches = [low]
  for (let width = 25_000; low + width < high; width *= 2) stretches.push(low + width)
  return [...stretches, high]
}

/** Gains about which states change their mind, in dollars: bends are looked for between them. */
const smallGains = [300, 1_300, 2_700, 4_100, 7_000, 20_000, 60_000]

/** Incomes about which the state's law may change its mind: its own figures and thresholds, in dollars. */
function turning({ ready }: StateLawOfYear): number[] {
  const law: { readonly [name: string]: number | RateTable } = ready ? ready.law : {}
  const amounts = Object.values(law).flatMap((each) => (typeof each === 'number' ? [each] : each.over))
  return [...new Set(amounts)].filter((each) => each >= leastTurning)
}
const leastTurning = 10_000

/** Answers on a grid of wages, gains and spread, and between its points: small gains and losses among them. */
interface Grid {
  readonly on: readonly Asked[]
  readonly between: readonly Asked[]
}

function gridOf({ ask, reach, turns }: Omit<Asking, 'grid'>): Grid {
  const agi = ask(nothingAdded).amounts.agi
  const all = [
    ...[0, ...stretchesOf(Math.min(0, reach.agi[0] - agi), Math.max(reach.wages[1], 1))],
    ...[0.1, 0.2, 0.3, 0.45, 0.6, 0.8].map((part) => part * reach.wages[1]),
  ]
  const wages = [...new Set(all)].sort((one, other) => one - other)
  const shorts = reach.short[1] > 0 ? [0, reach.short[1]] : [0]
  const spreads = reach.spread[1] > 0 ? [0, reach.spread[1]] : [0]
  const longs = reach.long[1] > 0 ? [0, 0.02, 0.15, 0.45, 1].map((part) => part * reach.long[1]) : [0]
  const on = longs.flatMap((long) =>
    shorts.flatMap((short) =>
      spreads.flatMap((spread) => wages.map((each) => ask({ ...nothingAdded, wages: each, short, long, spread }))),
    ),
  )
  const more = wages.flatMap((each, i) => [each, ...(i > 0 ? [0.37 * each + 0.63 * (wages[i - 1] as number)] : [])])
  const parts = [0.07, 0.3, 0.7, 0.97].map((part) => part * reach.long[1])
  const gains = [...smallGains.filter((each) => each < reach.long[1]), ...parts, 0]
  const losses = reach.losses ? [reach.long[0], 0.3 * reach.long[0], -1_500] : []
  const between = [...gains, ...losses].flatMap((long) =>
    shorts.flatMap((short) => more.map((each) => ask({ ...nothingAdded, wages: each, short: 0.9 * short, long }))),
  )
  // Incomes at a figure of the law, made up of gains in more ways than one
  const highest = reach.wages[1]
  const turned = [...longs, ...parts].flatMap((long) =>
    turns.flatMap((income) =>
      [income - agi - long, income - agi - long + 1]
        .filter((each) => each >= 0 && each <= highest)
        .map((each) => ask({ ...nothingAdded, wages: each, long })),
    ),
  )
  const alone = turns.flatMap((income) =>
    [income - agi, income - agi + 1]
      .filter((each) => each > 0 && each < reach.long[1])
      .map((long) => ask({ ...nothingAdded, long })),
  )
  const found = [...turned, ...alone, ...scattered(reach).map((added) => ask(added))]
  return { on: [...on, ...found], between: [...between, ...found] }
}

/** A convex function of one amount below the tax wherever it was asked for, lowered by what questions between find it above. */
function below({ answers }: Asking, { on, between }: Grid, { weights, more }: Basis, value: Value): Pieces {
  const point = (asked: Asked): Point => [
    weighed(weights, asked.amounts),
    value(asked) - (more ? weighed(more, asked.amounts) : 0),
  ]
  const first = through(lowerEdge(lowest(on.map(point))))
  const above = [...between, ...answers].map(point).map(([amount, tax]) => pieceAt(first, amount) - tax)
  return lowered(first, loweredBy(above))
}

/**
 * What the tax may follow from, by its slopes at a few points: adjusted gross income less the parts of gains that are left out, or a
 * function of all income and gains at rates of their own.
 */
function regularBases({ ask, reach, at }: Asking, state: StateLawOfYear): Basis[] {
  const found: Basis[] = [ofIncome]
  const middle = Math.max(reach.wages[1], 100_000) / 2
  const gain = Math.max(reach.long[1], 1_000)
  const points = [
    { ...nothingAdded, wages: middle, long: gain / 2 },
    { ...nothingAdded, wages: middle * 1.9, long: gain / 20 },
    { ...nothingAdded, wages: middle / 10, long: gain },
    at.at(-1) as Added,
  ]
  for (const point of points) {
    const { tax } = ask(point)
    const slope = (name: 'wages' | 'short' | 'long'): number => ask({ ...point, [name]: point[name] + 1 }).tax - tax
    const [wages, short, long] = [slope('wages'), slope('short'), slope('long')]
    const gainsAlone = Math.abs(wages) < slight
    if (gainsAlone && long > slight) found.push({ weights: { ...none, long: 1 }, more: null })
    if (gainsAlone || Math.abs(short - wages) + Math.abs(long - wages) < slight) continue
    const [ofShort, ofLong] = [round(short / wages), round(long / wages)]
    if ([ofShort, ofLong].every((each) => each >= 0 && each <= 2))
      found.push({ weights: { ...none, agi: 1, gain: ofShort - 1, preferred: ofLong - ofShort }, more: null })
    const more = { ...none, gain: round(short - wages), preferred: round(long - short) }
    if (long > wages || short > wages) found.push({ ...ofIncome, more })
  }
  if (reads(state, 'form1040.line22')) found.push({ weights: { ...none, agi: 1, federal: -1 }, more: null })
  return [...new Map(found.map((each) => [JSON.stringify(each), each])).values()]
}

/** A slope this small is none. */
const slight = 1e-6

const round = (x: number): number => Math.round(x * 1e5) / 1e5

/** What part of the federal credit of a year the state gives. */
function partOfFederalCredit({ ask, reach }: Asking): number {
  const point = { ...nothingAdded, wages: Math.max(reach.wages[1], 200_000) }
  const [without, all] = [ask(point), ask({ ...point, credit: 1_000 })]
  return all.federalCredit > 0 ? (without.tax - all.tax) / all.federalCredit : 0
}

/**
 * How the state counts a loss. A state that reads the losses carried in takes them off again; whether it then counts a loss of the year
 * in full is told by a larger one.
 */
function lossCount(ask: Ask, reach: Reach, state: StateLawOfYear): LossCount {
  if (!reads(state, 'scheduleD.line6') || !reads(state, 'scheduleD.line14')) return 'federal'
  const wages = Math.max(reach.wages[1], 200_000)
  const [one, other] = [-20_000, -50_000].map((long) => ask({ ...nothingAdded, wages, long }).tax) as [number, number]
  return one - other > exact ? 'full' : 'floored'
}

/** An edge above federal AMT, from a grid of wages, gains and spread, a little wider than what was seen. */
function mostAmt({ ask, reach, answers }: Asking): Pieces {
  const spreads = [0, 0.01, 0.03, 0.07, 0.15, 0.3, 0.5, 0.75, 1].map((part) => part * reach.spread[1])
  const longs = reach.long[1] > 0 ? [0, 0.05, 0.25, 1].map((part) => part * reach.long[1]) : [0]
  const wages = [0, 0.05, 0.2, 0.5, 1].map((part) => part * reach.wages[1])
  const asked = spreads.flatMap((spread) =>
    longs.flatMap((long) => wages.map((each) => ask({ ...nothingAdded, wages: each, long, spread }))),
  )
  const below = [...asked, ...answers].map(
    ({ amounts, federalAmt }): Point => [amounts.apart, -wider * federalAmt - slack],
  )
  // Less AMT income than regular income, as of shares with a higher AMT basis, makes no more AMT than as much of both
  const none = Math.max(
    0,
    ...[...asked, ...answers].map(({ amounts, federalAmt }) => (amounts.apart <= 0 ? federalAmt : 0)),
  )
  const least = -[reach.wages, reach.long, reach.short].reduce((sum, [low, high]) => sum + high - Math.min(0, low), 0)
  const edge = lowerEdge(lowest([[least - slack, -wider * none - slack], ...below]))
  return through(edge.map(([amount, amt]) => [amount, -amt]))
}

/** What lies between points asked for may be higher by as much: a factor, and dollars. */
const wider = 1.02
const slack = 250
