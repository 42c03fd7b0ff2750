/** What of a tax year does not depend on the shares, as the rows of the year need it: amounts, and deductions as they follow from income. */
import { NotModelled } from '../errors.ts'
import { type Facts, type Gains, noGains } from '../forms/facts.ts'
import { figureForm8801Exclusion } from '../forms/form8801.ts'
import type { FederalLaw } from '../law/federal/law.ts'
import { figureReturn, workspace } from '../return.ts'
import { gives } from '../taxYear.ts'
import { giftsLeft } from '../timeline.ts'
import { type Pieces, pieceAt, pieces } from './pieces.ts'
import type { SumName } from './problem.ts'

export interface YearShape {
  readonly law: FederalLaw
  readonly wages: number
  /** Income before gains, options and shares. */
  readonly income: number
  readonly investmentIncome: number
  readonly qualifiedDividends: number
  /** What the year holds of the sums that the columns add to: other gains, and what stands decided. */
  readonly own: { readonly [Name in SumName]: number }
  readonly foreignTaxCredit: number
  readonly amtForeignTaxCredit: number
  /** Nonrefundable credits that come before the minimum tax credit. */
  readonly otherCredits: number
  /** Whether there is a deduction for seniors: carried losses are measured without it. IRC §1212(b)(2)(B). */
  readonly hasSeniors: boolean
  /** Deductions within a range of adjusted gross income: one way, or the standard deduction and itemizing where either may be better. */
  readonly deductionsBetween: (low: number, high: number) => readonly Deductions[]
  /** Which of the two the forms took, set by whoever carries a plan through the rows. */
  readonly taken: { itemizes: boolean }
}

/** Deductions by adjusted gross income: of the regular tax, also without the one for seniors, of AMT income, and of AMT income on exclusion items. */
export interface Deductions {
  readonly regular: Pieces
  readonly withoutSeniors: Pieces
  readonly amt: Pieces
  readonly exclusion: Pieces
}

/** @throws NotModelled for what the rows do not hold: the forms figure it, and a plan with it has no bound. */
export function yearShape(law: FederalLaw, facts: Readonly<Facts>): YearShape {
  const { gains, amtGains } = facts
  if ([gains, amtGains].some(({ collectibles, unrecaptured1250 }) => collectibles !== 0 || unrecaptured1250 !== 0))
    throw new NotModelled(
      'IRC §1(h)(4), (6)',
      'Schedule D Tax Worksheet',
      'gain taxed at up to 25 or 28 % in the proof',
    )
  if (law.taxTableCeiling > 0) throw new NotModelled('IRC §3(a)', 'Tax Table', 'tax by the table in the proof')
  if (law.creditShortfallForgiven !== 1)
    throw new NotModelled('IRC §53(b)', 'Form 8801 line 21', 'a shortfall carried on in the proof')
  return {
    law,
    wages: facts.wages,
    income: facts.wages + facts.interest + facts.ordinaryDividends + facts.otherIncome,
    investmentIncome: facts.interest + facts.ordinaryDividends,
    qualifiedDividends: facts.qualifiedDividends,
    own: {
      ...{ spread: facts.isoSpread, optionWages: facts.optionWages, amtCompensation: facts.amtCompensation },
      compensation: facts.compensation + facts.compensationUnreported,
      ...{ short: shortOf(gains), long: longOf(gains), amtShort: shortOf(amtGains), amtLong: longOf(amtGains) },
    },
    foreignTaxCredit: facts.foreignTaxCredit,
    amtForeignTaxCredit: facts.amtForeignTaxCredit,
    otherCredits: facts.childTaxCredit + facts.otherCredits,
    hasSeniors: facts.seniors > 0,
    deductionsBetween: (low, high) => deductionsBetween(law, facts, low, high),
    taken: { itemizes: false },
  }
}

const shortOf = ({ short, shortA, shortB, shortC }: Readonly<Gains>): number => short + shortA + shortB + shortC
const longOf = ({ long, longD, longE, longF }: Readonly<Gains>): number => long + longD + longE + longF

/** Deductions at one income, in the order of `Deductions`. */
type Four = readonly [number, number, number, number]
const places = [0, 1, 2, 3] as const

function deductionsBetween(law: FederalLaw, facts: Readonly<Facts>, low: number, high: number): Deductions[] {
  const itemizes = (facts.hasItemized || gives(facts)) && facts.deductionChoice !== 'standard'
  const standard = facts.deductionChoice !== 'itemized' || !itemizes
  const ways = [
    ...(standard ? [probe(law, { ...facts, hasItemized: false, deductionChoice: 'standard' }, low, high)] : []),
    ...(itemizes ? [probe(law, { ...facts, hasItemized: true, deductionChoice: 'itemized' }, low, high)] : []),
  ]
  const [one, other] = ways
  if (!one || !other) return ways
  const corners = [low, high, ...one.regular.kinks, ...other.regular.kinks].filter((x) => x >= low && x <= high)
  const never = (name: keyof Deductions, first: Deductions, second: Deductions): boolean =>
    corners.every((x) => pieceAt(first[name], x) <= pieceAt(second[name], x) + 1e-9)
  const worse = (first: Deductions, second: Deductions): boolean =>
    never('regular', first, second) && never('amt', first, second) && never('exclusion', first, second)
  // A way that deducts less everywhere is never taken
  if (facts.deductionChoice === 'lowestTax') return worse(one, other) ? [other] : worse(other, one) ? [one] : ways
  // Of two alike the standard deduction is the one taken, and AMT may tell them apart
  const always = (first: Deductions, second: Deductions): boolean =>
    corners.every((x) => pieceAt(first.regular, x) > pieceAt(second.regular, x) + 1e-6)
  return always(other, one) ? [other] : always(one, other) ? [one] : ways
}

/** Gifts beyond their limits are carried on, which the rows do not do. The lower the income, the more is carried. */
function refuseCarriedGifts(facts: Facts, law: FederalLaw, more: number): void {
  const r = figureReturn({ ...facts, otherIncome: facts.otherIncome + more, hasItemized: true }, law)
  if (giftsLeft(r, r.facts, law, { charity: [] }, law.year).length > 0)
    throw new NotModelled('IRC §170(d)', 'Schedule A', 'gifts carried to later years in the proof')
}

const nothingOfShares = {
  ...{ isoSpread: 0, optionWages: 0, compensation: 0, compensationUnreported: 0, amtCompensation: 0 },
} as const

/** Deductions under one election, asked of the forms themselves at one income after another. */
function probe(law: FederalLaw, facts: Facts, low: number, high: number): Deductions {
  const work = workspace()
  // Income alone decides, wherever it comes from: gains and shares would stand in AMT income a second time
  const own = { ...facts, ...nothingOfShares, gains: { ...noGains }, amtGains: { ...noGains } }
  const base = figureReturn(own, law, work).form1040.line11b
  if (gives(facts)) refuseCarriedGifts(own, law, low - base)
  const at = (agi: number): Four => {
    own.otherIncome = facts.otherIncome + agi - base
    const r = figureReturn(own, law, work)
    const exclusion = figureForm8801Exclusion(r, law)
    const regular = r.form1040.line14
    return [regular, regular - r.schedule1A.line37, agi - r.form6251.withoutSpread, agi - exclusion.beforeIncrease]
  }
  const [first, last] = [at(low), at(high)]
  const moves = facts.hasItemized || facts.seniors > 0 || facts.charityCash > 0
  const kinks = moves ? kinksOf(at, [low, ...thresholds(law).filter((x) => x > low && x < high), high]) : []
  const of = (i: (typeof places)[number]): Pieces => {
    const points = [low, ...kinks, high]
    const values = [first[i], ...kinks.map((x) => at(x)[i]), last[i]]
    const slopes = points.slice(1).map((x, j) => {
      const [from, to] = [points[j] as number, x]
      return to > from ? ((values[j + 1] as number) - (values[j] as number)) / (to - from) : 0
    })
    const [before] = slopes
    return pieces(points.slice(0, -1), [before ?? 0, ...slopes], first[i])
  }
  return { regular: of(0), withoutSeniors: of(1), amt: of(2), exclusion: of(3) }
}

/** Incomes at which a deduction may bend by a figure of the law, each of them once: some years have no such figure, and zero for it. */
const thresholds = (law: FederalLaw): number[] =>
  [...new Set([law.seniorDeductionStart, law.saltPhaseDownStart, law.rate6Top, 0])].sort((one, other) => one - other)

/** Where a function straight between kinks bends: lines from both ends of a stretch meet at a kink, or it is halved. */
function kinksOf(at: (x: number) => Four, points: readonly number[]): number[] {
  const kinks: number[] = []
  const see = (low: number, high: number, depth: number): void => {
    if (high - low < 2 || depth > 40) {
      if (!straight(at, low, high)) kinks.push((low + high) / 2)
      return
    }
    if (straight(at, low, high)) return
    const meets = meeting(at, low, high)
    if (meets !== null && straight(at, low, meets) && straight(at, meets, high)) {
      kinks.push(meets)
      return
    }
    const middle = (low + high) / 2
    see(low, middle, depth + 1)
    kinks.push(middle)
    see(middle, high, depth + 1)
  }
  for (let i = 1; i < points.length; i++) {
    if (i > 1) kinks.push(points[i - 1] as number)
    see(points[i - 1] as number, points[i] as number, 0)
  }
  const near = (x: number): boolean => {
    const width = Math.min(1, ...points.slice(1).map((p, i) => (p - (points[i] as number)) / 4))
    return straight(at, x - width, x + width)
  }
  return [...new Set(kinks)].sort((one, other) => one - other).filter((x) => !near(x))
}

const parts = [0.1234, 0.3819, 0.5, 0.6812, 0.9173]

function straight(at: (x: number) => Four, low: number, high: number): boolean {
  const [a, b] = [at(low), at(high)]
  return parts.every((part) => {
    const x = at(low + part * (high - low))
    return places.every((i) => Math.abs(x[i] - (a[i] + part * (b[i] - a[i]))) < 1e-6)
  })
}

/** Where the lines that a function follows at both ends of a stretch meet; null where they are one or meet outside. */
function meeting(at: (x: number) => Four, low: number, high: number): number | null {
  const step = Math.min(1, (high - low) / 8)
  const [a, a1, b, b1] = [at(low), at(low + step), at(high), at(high - step)]
  for (const i of places) {
    const [left, right] = [(a1[i] - a[i]) / step, (b[i] - b1[i]) / step]
    if (Math.abs(left - right) < 1e-9) continue
    const x = (b[i] - right * high - (a[i] - left * low)) / (left - right)
    if (x > low && x < high) return x
  }
  return null
}
