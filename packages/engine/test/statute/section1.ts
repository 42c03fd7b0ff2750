/**
 * Section 1: the tax imposed on individuals. 1(j) gives the rates, 1(h) the most that may be taken of a net capital
 * gain, written as the Code's "sum of" its subparagraphs (A) to (F). Section 3 and its Tax Table for `as-filed`.
 *
 * Left out: the investment-interest election of 1(h)(2), section 1202 gain, kiddie tax, farm averaging.
 */
import type { Figures } from './figures.ts'

/** `exact` takes the rate schedules; `as-filed` takes the Tax Table for every amount looked up below 100,000. */
export type Rounding = 'exact' | 'as-filed'

const percents = [10, 12, 22, 24, 32, 35, 37] as const

/** Tax on an amount by the rate schedule. @see IRC §1(j)(2) */
export function scheduleTax(amount: number, f: Figures): number {
  let percentDollars = 0
  let bottom = 0
  for (const [i, percent] of percents.entries()) {
    const top = f.bracketTops[i] ?? Number.POSITIVE_INFINITY
    percentDollars += percent * Math.max(0, Math.min(amount, top) - bottom)
    bottom = top
  }
  // Dividing once, at the end, keeps a half dollar a half dollar: the Tax Table rounds on it.
  return percentDollars / 100
}

/**
 * Tax on an amount below 100,000 by the Tax Table: the schedule tax at the middle of the row, to the nearest dollar,
 * halves up. Rows: 0 to 5 (no tax), 5 to 15, 15 to 25, 25 wide to 3,000, then 50 wide; the lower end is in the row.
 * @see IRC §3(a)
 */
export function taxTable(amount: number, f: Figures): number {
  if (amount < 5) return 0
  return Math.floor(scheduleTax(middleOfRow(amount), f) + 0.5)
}

function middleOfRow(amount: number): number {
  if (amount < 25) return amount < 15 ? 10 : 20
  const width = amount < 3_000 ? 25 : 50
  return Math.floor(amount / width) * width + width / 2
}

function ordinaryTax(amount: number, f: Figures, rounding: Rounding): number {
  return rounding === 'as-filed' && amount < 100_000 ? taxTable(amount, f) : scheduleTax(amount, f)
}

/** The gains that 1(h) names. All are net of losses; none is negative. */
export interface RateGains {
  /** 1(h)(11): net capital gain of section 1222(11), and qualified dividends with it */
  netCapitalGain: number
  /** 1(h)(3) */
  adjustedNetCapitalGain: number
  /** 1(h)(6), or the net capital gain without dividends if that is less: 1(h)(1)(E)(i) */
  unrecaptured1250Gain: number
}

/** What the definitions of 1(h) are figured from. */
export interface RateGainFacts {
  /** Section 1222(11), without dividends */
  netCapitalGain: number
  qualifiedDividends: number
  /** Parts of the long-term gain, before any loss is set against them */
  collectiblesGain: number
  unrecaptured1250Gain: number
  netShortTermLoss: number
  /** Carried in under section 1212(b)(1)(B), as a positive amount */
  longTermLossCarriedIn: number
}

/** The terms of 1(h)(3), (4), (6) and (11). */
export function rateGains(x: RateGainFacts): RateGains {
  // (4): collectibles gain over (collectibles loss,) the net short-term loss and the long-term loss carried in
  const losses = x.netShortTermLoss + x.longTermLossCarriedIn
  const gain28 = Math.max(0, x.collectiblesGain - losses)
  // (6)(A): the gain, over the losses of (4)(B) that the gains of (4)(A) have not used
  const gain1250 = Math.max(0, x.unrecaptured1250Gain - Math.max(0, losses - x.collectiblesGain))
  return {
    netCapitalGain: x.netCapitalGain + x.qualifiedDividends,
    adjustedNetCapitalGain: Math.max(0, x.netCapitalGain - gain1250 - gain28) + x.qualifiedDividends,
    unrecaptured1250Gain: Math.min(gain1250, x.netCapitalGain),
  }
}

/** Section 1's tax, and the two amounts of regular income above which section 55(b)(3) lays the gains of the AMT. */
export interface Section1 {
  tax: number
  /** Taxable income less the adjusted net capital gain: 1(h)(1)(B)(ii). Form 6251 line 20. */
  belowAdjustedGain: number
  /** The amount taxed at the ordinary rates: 1(h)(1)(A). Form 6251 line 27. */
  atOrdinaryRates: number
}

/** Tax on taxable income, not more than the sum of 1(h)(1)(A) to (F). Taxable income below zero is none. */
export function section1(taxableIncomeOrLess: number, gains: RateGains, f: Figures, rounding: Rounding): Section1 {
  const taxableIncome = Math.max(0, taxableIncomeOrLess)
  const gain = gains.netCapitalGain
  const adjusted = Math.min(gains.adjustedNetCapitalGain, taxableIncome)
  const belowAdjustedGain = taxableIncome - adjusted
  // (A)(ii)(I), "taxed at a rate below 25 percent": 1(j)(5) leaves these words, so it is the top of the 24% bracket.
  const a = Math.max(taxableIncome - Math.min(gain, taxableIncome), Math.min(f.bracketTops[3], belowAdjustedGain))
  // (B), as 1(j)(5)(A)(i) has it: below the maximum zero rate amount
  const b = Math.min(adjusted, Math.max(0, Math.min(taxableIncome, f.zeroRateMax) - belowAdjustedGain))
  // (C), as 1(j)(5)(A)(ii) has it: below the maximum 15-percent rate amount
  const c = Math.min(adjusted - b, Math.max(0, Math.min(taxableIncome, f.fifteenRateMax) - (a + b)))
  // (D)
  const d = adjusted - b - c
  // (E)
  const e = Math.max(0, gains.unrecaptured1250Gain - Math.max(0, a + gain - taxableIncome))
  // (F): what is left
  const rest = Math.max(0, taxableIncome - (a + b + c + d + e))
  const sum = ordinaryTax(a, f, rounding) + 0.15 * c + 0.2 * d + 0.25 * e + 0.28 * rest
  return { tax: Math.min(sum, ordinaryTax(taxableIncome, f, rounding)), belowAdjustedGain, atOrdinaryRates: a }
}
