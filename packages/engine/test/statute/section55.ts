/**
 * Section 55: the alternative minimum tax. (d) the exemption and the increase for a separate return, (b)(1) and (b)(3)
 * the tentative minimum tax, (a) the tax.
 *
 * One departure from the words, which the form makes in the taxpayer's favour: 55(b)(3)(B) and (C) lay the gains above
 * regular taxable income as 1(h)(1) does, where the room at 0 and 15 percent is counted only up to regular taxable
 * income. Form 6251 lines 19 to 21 and 25 to 29 count it up to the 0 and 15 percent amounts themselves. It matters when
 * regular taxable income ends below them. Here as on the form.
 *
 * Left out: the corporate tax, estates and trusts, section 911 stacking.
 */
import type { Figures } from './figures.ts'
import type { RateGains, Section1 } from './section1.ts'

/** Exemption after its phase-out, never below zero. @see IRC §55(d)(1), (2), (4)(A)(ii) */
export function exemption(amti: number, f: Figures): number {
  return Math.max(0, f.amtExemption - f.amtPhaseoutRate * Math.max(0, amti - f.amtPhaseoutStart))
}

/** Least income at which the exemption is zero. @see IRC §55(d)(2), last sentence */
export function exemptionGoneAt(f: Figures): number {
  return f.amtPhaseoutStart + f.amtExemption / f.amtPhaseoutRate
}

/**
 * What is added to the income of a married person filing separately. The rate is the phase-out's: the sentence stands
 * in paragraph (2), and (4)(A)(ii)(IV) puts 50 for 25 percent in the whole paragraph from 2026.
 * @see IRC §55(d)(2), last sentence
 */
export function separateReturnIncrease(amti: number, f: Figures): number {
  if (f.status !== 'mfs') return 0
  return Math.min(f.amtPhaseoutRate * Math.max(0, amti - exemptionGoneAt(f)), f.amtExemption)
}

/** 26 and 28 percent. @see IRC §55(b)(1)(A) */
export function twoRates(taxableExcess: number, f: Figures): number {
  return 0.26 * Math.min(taxableExcess, f.amtBreakpoint) + 0.28 * Math.max(0, taxableExcess - f.amtBreakpoint)
}

/** Tax on the taxable excess, not more than the sum of 55(b)(3)(A) to (E). `gains` are those of the AMT. */
export function excessTax(
  taxableExcess: number,
  gains: RateGains,
  regular: Pick<Section1, 'belowAdjustedGain' | 'atOrdinaryRates'>,
  f: Figures,
): number {
  const adjusted = Math.min(gains.adjustedNetCapitalGain, taxableExcess)
  // (A): all but the lesser of (i) the net capital gain and (ii) the adjusted and the section 1250 gain
  const atLowerRates = Math.min(gains.netCapitalGain, gains.adjustedNetCapitalGain + gains.unrecaptured1250Gain)
  const a = Math.max(0, taxableExcess - atLowerRates)
  // (B): the room of 1(h)(1)(B), above regular ordinary income
  const roomAt0 = Math.max(0, f.zeroRateMax - regular.belowAdjustedGain)
  const b = Math.min(adjusted, roomAt0)
  // (C): the room of 1(h)(1)(C)(ii)
  const roomAt15 = Math.max(0, f.fifteenRateMax - (regular.atOrdinaryRates + roomAt0))
  const c = Math.min(adjusted - b, roomAt15)
  // (D)
  const d = adjusted - b - c
  // (E): what is left, the section 1250 gain
  const e = Math.max(0, taxableExcess - (a + b + c + d))
  return Math.min(twoRates(a, f) + 0.15 * c + 0.2 * d + 0.25 * e, twoRates(taxableExcess, f))
}

export interface MinimumTaxFacts {
  /** Alternative minimum taxable income before the increase for a separate return */
  amti: number
  gains: RateGains
  regular: Section1
  /** AMT foreign tax credit. @see IRC §55(b)(1)(A), last sentence, and §59(a) */
  amtForeignTaxCredit: number
  /** Foreign tax credit against the regular tax. @see IRC §55(c)(1) */
  foreignTaxCredit: number
}

export interface MinimumTax {
  /** With the increase: Form 6251 line 4 */
  amti: number
  exemption: number
  taxableExcess: number
  tentativeMinimumTax: number
  /** The tax of 55(a) */
  amt: number
}

export function minimumTax(x: MinimumTaxFacts, f: Figures): MinimumTax {
  const amti = x.amti + separateReturnIncrease(x.amti, f)
  const allowed = exemption(amti, f)
  // (b)(1)(B)
  const taxableExcess = Math.max(0, amti - allowed)
  const before = excessTax(taxableExcess, x.gains, x.regular, f)
  const tentativeMinimumTax = Math.max(0, before - x.amtForeignTaxCredit)
  // (c)(1)
  const regularTax = Math.max(0, x.regular.tax - x.foreignTaxCredit)
  return {
    amti,
    exemption: allowed,
    taxableExcess,
    tentativeMinimumTax,
    amt: Math.max(0, tentativeMinimumTax - regularTax),
  }
}
