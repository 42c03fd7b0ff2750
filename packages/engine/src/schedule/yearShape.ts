/** What of a tax year does not depend on the shares, as the rows of the year need it: amounts, and deductions as they follow from income. */
import { NotModelled } from '../errors.ts'
import { type Facts, type Gains, noGains } from '../forms/facts.ts'
import { figureForm8801Exclusion } from '../forms/form8801.ts'
import type { FederalLaw } from '../law/federal/law.ts'
import { bendsOf } from '../plan/straight.ts'
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

/** Where deductions bend within the first and the last of some incomes; at those between only where they do bend. */
function kinksOf(at: (x: number) => Four, points: readonly number[]): number[] {
  const between = points.slice(1).flatMap((to, i) => bendsOf(at, points[i] as number, to))
  const width = Math.min(1, ...points.slice(1).map((to, i) => (to - (points[i] as number)) / 4))
  const known = points.slice(1, -1).filter((x) => bendsOf(at, x - width, x + width).length > 0)
  return [...new Set([...known, ...between.map(({ low, high }) => (low + high) / 2)])].sort((one, other) => one - other)
}
