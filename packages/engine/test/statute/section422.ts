/**
 * Sections 421(b) and 422(c)(2): compensation on disposing of option stock before the holding periods end, and the gain
 * beside it. 56(b)(3) lets 422(c)(2) apply for the AMT only when the income there falls in the year of disposition.
 *
 * Left out: the holding periods themselves, stock swaps, related buyers and wash sales (say `lossRecognized: false`).
 */

export interface Disposition {
  /** Value at exercise (or when no longer forfeitable), price paid, and proceeds: totals of the shares disposed of */
  value: number
  paid: number
  proceeds: number
  /** Before the later of two years from grant and one year from exercise */
  early: boolean
  /** A sale on which a loss, if sustained, would be recognized: 422(c)(2)(A) */
  lossRecognized: boolean
  /** The AMT took the spread into income in an earlier year */
  amtIncomeInEarlierYear: boolean
}

export interface DispositionResult {
  compensation: number
  regularGain: number
  amtGain: number
}

export function disposition(x: Disposition): DispositionResult {
  const spread = Math.max(0, x.value - x.paid)
  const compensation = compensationOn(x, spread)
  return {
    compensation,
    regularGain: x.proceeds - x.paid - compensation,
    // Sold early in the year of exercise, the AMT follows the regular tax; else its basis is price paid plus spread.
    amtGain: x.amtIncomeInEarlierYear ? x.proceeds - x.paid - spread : x.proceeds - x.paid - compensation,
  }
}

function compensationOn(x: Disposition, spread: number): number {
  if (!x.early) return 0
  // 422(c)(2): not more than the amount realized over the adjusted basis
  return x.lossRecognized ? Math.max(0, Math.min(spread, x.proceeds - x.paid)) : spread
}
