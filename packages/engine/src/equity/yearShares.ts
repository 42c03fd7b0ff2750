/** What the shares bring into one tax year: the totals that become facts of the return. Dollars. */

/** Net gains and losses of one tax system by the box of Form 8949 they are reported under. */
export interface BoxGains {
  shortA: number
  shortB: number
  shortC: number
  longD: number
  longE: number
  longF: number
  /** Part of the long-term gain taxed at up to 28 %. IRC §1(h)(7). */
  collectibles: number
}

export interface YearShares {
  readonly year: number
  /** Form 6251 line 2i. */
  isoSpread: number
  /** Wages from nonstatutory options: Form W-2 boxes 1 and 5. IRC §83(a). */
  optionWages: number
  /** Compensation from disqualifying dispositions that the Form W-2 shows, and that it lacks. IRC §421(b). */
  compensation: number
  compensationUnreported: number
  /** The part of both that AMT counts in this year. IRC §56(b)(3). */
  amtCompensation: number
  readonly gains: BoxGains
  readonly amtGains: BoxGains
  /** Gifts of shares by category of IRC §170(b)(1). */
  charityStock: number
  charityOrdinary: number
  charityPrivate: number
  charityPrivateStock: number
  /** Cash paid for shares, and got for them after fees. */
  strikePaid: number
  proceeds: number
}

const noGains = (): BoxGains => ({ shortA: 0, shortB: 0, shortC: 0, longD: 0, longE: 0, longF: 0, collectibles: 0 })

/** A year in which nothing happens. */
export const noShares = (year: number): YearShares => ({
  year,
  ...{ isoSpread: 0, optionWages: 0, compensation: 0, compensationUnreported: 0, amtCompensation: 0 },
  gains: noGains(),
  amtGains: noGains(),
  ...{ charityStock: 0, charityOrdinary: 0, charityPrivate: 0, charityPrivateStock: 0, strikePaid: 0, proceeds: 0 },
})

/** Empties a year for another run. */
export function clearShares(of: YearShares): void {
  of.isoSpread = 0
  of.optionWages = 0
  of.compensation = 0
  of.compensationUnreported = 0
  of.amtCompensation = 0
  clearGains(of.gains)
  clearGains(of.amtGains)
  of.charityStock = 0
  of.charityOrdinary = 0
  of.charityPrivate = 0
  of.charityPrivateStock = 0
  of.strikePaid = 0
  of.proceeds = 0
}

function clearGains(of: BoxGains): void {
  of.shortA = 0
  of.shortB = 0
  of.shortC = 0
  of.longD = 0
  of.longE = 0
  of.longF = 0
  of.collectibles = 0
}

/** What a broker reported of a sale decides the box of Form 8949: 0 with basis (A, D), 1 without (B, E), 2 not at all (C, F). */
export type ReportedAs = 0 | 1 | 2

/** Adds a gain or loss to the box of its term and report. */
export function addGain(of: BoxGains, amount: number, long: boolean, reported: ReportedAs): void {
  if (long) {
    if (reported === 0) of.longD += amount
    else if (reported === 1) of.longE += amount
    else of.longF += amount
  } else if (reported === 0) of.shortA += amount
  else if (reported === 1) of.shortB += amount
  else of.shortC += amount
}

/** The letter of the box. */
export const boxOf = (long: boolean, reported: ReportedAs): 'A' | 'B' | 'C' | 'D' | 'E' | 'F' =>
  long ? (['D', 'E', 'F'] as const)[reported] : (['A', 'B', 'C'] as const)[reported]
