/**
 * Sections 1211(b), 1212(b) and 1222: what capital gains and losses come to in a year, how much of a loss is allowed,
 * and what is carried on. The same words run twice: once on regular amounts, once on those of the AMT (56(b)(3) gives
 * stock of an incentive option another basis there), each with its own carryover.
 *
 * Left out: section 1256 contracts, section 1231, carrybacks (individuals have none).
 */
import type { Figures } from './figures.ts'

/** Short-term and long-term, apart. Carried losses are positive. */
export interface Terms {
  short: number
  long: number
}

export interface CapitalPosition {
  /** 1222(5) to (8): gains less losses of each term, carried losses with them */
  net: Terms
  /** 1222(11): net long-term gain over net short-term loss, not below zero */
  netCapitalGain: number
  netShortTermLoss: number
  longTermLossCarriedIn: number
  /** What enters adjusted gross income: the net gain, or less than zero by the loss that 1211(b) allows */
  included: number
  /** 1211(b)(1) or (2) */
  lossAllowed: number
}

export function capitalPosition(gains: Terms, carriedIn: Terms, f: Figures): CapitalPosition {
  // 1212(b)(1): a loss carried in is a short-term or a long-term loss of this year
  const net = { short: gains.short - carriedIn.short, long: gains.long - carriedIn.long }
  const total = net.short + net.long
  const netShortTermLoss = Math.max(0, -net.short)
  const lossAllowed = Math.min(f.capitalLossLimit, Math.max(0, -total))
  return {
    net,
    netCapitalGain: Math.max(0, Math.max(0, net.long) - netShortTermLoss),
    netShortTermLoss,
    longTermLossCarriedIn: carriedIn.long,
    included: Math.max(0, total) - lossAllowed,
    lossAllowed,
  }
}

/**
 * Losses carried to the next year. `adjustedTaxableIncome` is that of 1212(b)(2)(B): taxable income, below zero if
 * deductions exceed income, plus the loss allowed and the deduction under section 151.
 */
export function lossCarriedOut(p: CapitalPosition, adjustedTaxableIncome: number): Terms {
  // 1212(b)(2)(A): so much of the loss as was put to use counts as a short-term gain
  const used = Math.max(0, Math.min(p.lossAllowed, adjustedTaxableIncome))
  const short = p.net.short + used
  const long = p.net.long
  // 1212(b)(1)(A) and (B): the net loss of each term over the net gain of the other
  return {
    short: Math.max(0, Math.max(0, -short) - Math.max(0, long)),
    long: Math.max(0, Math.max(0, -long) - Math.max(0, short)),
  }
}

/** The difference between the two systems in what enters income: the capital part of Form 6251 line 2k. */
export function capitalDifference(amt: CapitalPosition, regular: CapitalPosition): number {
  return amt.included - regular.included
}
