/**
 * Sections 421(b) and 422: which options are incentive stock options, how long their shares must be held, and the
 * compensation on disposing of them before that, with the gain beside it. 56(b)(3) lets 422(c)(2) apply for the AMT only
 * when the income there falls in the year of disposition.
 *
 * Left out: stock swaps; whether a buyer is related or a sale is a wash sale (say `lossRecognized: false`).
 */
import { heldMoreThan } from './section1222.ts'

/** (a)(1): no disposition within two years from the grant nor within one year after the transfer. */
export const periodsAreOver = (granted: string, transferred: string, disposed: string): boolean =>
  heldMoreThan(2, granted, disposed) && heldMoreThan(1, transferred, disposed)

/** Options of one grant as they first become exercisable in one calendar year. */
export interface FirstExercisable {
  granted: string
  valueAtGrant: number
  year: number
  shares: number
}

/**
 * (d): of each, how many shares are within 100,000 dollars of value at grant a year, taken in the order of grant; those
 * of one day as given. Share by share: the first that does not fit, and every one after it, is not.
 */
export function withinAnnualLimit(options: readonly FirstExercisable[]): number[] {
  const within = options.map(() => 0)
  const byGrant = options.map((_, i) => i).sort((i, j) => compare(options[i]?.granted, options[j]?.granted) || i - j)
  const used = new Map<number, number>()
  for (const i of byGrant) {
    const { year, shares, valueAtGrant } = options[i] as FirstExercisable
    for (let each = 0; each < shares; each++) {
      const total = (used.get(year) ?? 0) + valueAtGrant
      if (total > 100_000) {
        used.set(year, Number.POSITIVE_INFINITY)
        break
      }
      used.set(year, total)
      within[i] = (within[i] ?? 0) + 1
    }
  }
  return within
}

const compare = (one = '', other = ''): number => (one < other ? -1 : one === other ? 0 : 1)

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
  /** The value by which AMT took it in, if an election under 83(b) made that another */
  amtValue?: number
}

export interface DispositionResult {
  compensation: number
  regularGain: number
  amtGain: number
}

export function disposition(x: Disposition): DispositionResult {
  const compensation = compensationOn(x, Math.max(0, x.value - x.paid))
  const amtSpread = Math.max(0, (x.amtValue ?? x.value) - x.paid)
  return {
    compensation,
    regularGain: allowed(x, x.proceeds - x.paid - compensation),
    // Sold early in the year of exercise, the AMT follows the regular tax; else its basis is price paid plus spread.
    amtGain: allowed(x, x.proceeds - x.paid - (x.amtIncomeInEarlierYear ? amtSpread : compensation)),
  }
}

function compensationOn(x: Disposition, spread: number): number {
  if (!x.early) return 0
  // 422(c)(2): not more than the amount realized over the adjusted basis
  return x.lossRecognized ? Math.max(0, Math.min(spread, x.proceeds - x.paid)) : spread
}

const allowed = ({ lossRecognized }: Disposition, gain: number): number => (lossRecognized ? gain : Math.max(0, gain))
