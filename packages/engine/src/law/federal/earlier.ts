/**
 * What splits the AMT of the years between the last reform of the AMT exemption and the first whole table: the figures that
 * Form 8801 Parts I and III read, so that a credit nobody kept can be rebuilt from old forms.
 */
import { wholeOf } from '../../money.ts'
import type { FilingStatus } from '../law.ts'
import type { FederalLaw } from './law.ts'

/** Amounts of one year: single, joint, separate and head of household, in this order; a surviving spouse's are the joint ones. */
interface EarlierYear {
  readonly source: string
  readonly amtExemption: Four
  readonly amtPhaseoutStart: Four
  readonly amtBreakpoint: Four
  readonly gains0Ceiling: Four
  readonly gains15Ceiling: Four
}

type Four = readonly [single: number, mfj: number, mfs: number, hoh: number]

/** IRC §§55(b)(1), (d) and 1(h), (j)(5), as printed each year. */
const years: { readonly [year: number]: EarlierYear } = {
  2018: {
    source: 'Rev. Proc. 2018-22 sec. 2; IRC §1(j)(5)(B)',
    amtExemption: [70_300, 109_400, 54_700, 70_300],
    amtPhaseoutStart: [500_000, 1_000_000, 500_000, 500_000],
    amtBreakpoint: [191_100, 191_100, 95_550, 191_100],
    gains0Ceiling: [38_600, 77_200, 38_600, 51_700],
    gains15Ceiling: [425_800, 479_000, 239_500, 452_400],
  },
  2019: {
    source: 'Rev. Proc. 2018-57',
    amtExemption: [71_700, 111_700, 55_850, 71_700],
    amtPhaseoutStart: [510_300, 1_020_600, 510_300, 510_300],
    amtBreakpoint: [194_800, 194_800, 97_400, 194_800],
    gains0Ceiling: [39_375, 78_750, 39_375, 52_750],
    gains15Ceiling: [434_550, 488_850, 244_425, 461_700],
  },
  2020: {
    source: 'Rev. Proc. 2019-44',
    amtExemption: [72_900, 113_400, 56_700, 72_900],
    amtPhaseoutStart: [518_400, 1_036_800, 518_400, 518_400],
    amtBreakpoint: [197_900, 197_900, 98_950, 197_900],
    gains0Ceiling: [40_000, 80_000, 40_000, 53_600],
    gains15Ceiling: [441_450, 496_600, 248_300, 469_050],
  },
  2021: {
    source: 'Rev. Proc. 2020-45',
    amtExemption: [73_600, 114_600, 57_300, 73_600],
    amtPhaseoutStart: [523_600, 1_047_200, 523_600, 523_600],
    amtBreakpoint: [199_900, 199_900, 99_950, 199_900],
    gains0Ceiling: [40_400, 80_800, 40_400, 54_100],
    gains15Ceiling: [445_850, 501_600, 250_800, 473_750],
  },
  2022: {
    source: 'Rev. Proc. 2021-45',
    amtExemption: [75_900, 118_100, 59_050, 75_900],
    amtPhaseoutStart: [539_900, 1_079_800, 539_900, 539_900],
    amtBreakpoint: [206_100, 206_100, 103_050, 206_100],
    gains0Ceiling: [41_675, 83_350, 41_675, 55_800],
    gains15Ceiling: [459_750, 517_200, 258_600, 488_500],
  },
}

/** The first of these years. */
export const firstEarlierYear = 2018

const place: { readonly [Status in FilingStatus]: 0 | 1 | 2 | 3 } = { single: 0, mfj: 1, qss: 1, mfs: 2, hoh: 3 }

/** What Form 8801 reads of the law of a year before the first whole table; null for a year not held here. */
export function exclusionLawBefore(year: number, status: FilingStatus) {
  const of = years[year]
  if (!of) return null
  const amount = (four: Four): number => four[place[status]]
  const amtExemption = amount(of.amtExemption)
  const amtPhaseoutStart = amount(of.amtPhaseoutStart)
  const { amtPhaseoutRate, ...rates } = ratesThen
  return {
    ...{ amtExemption, amtPhaseoutStart, amtPhaseoutRate, ...rates },
    amtExemptionGone: amtPhaseoutStart + wholeOf(amtPhaseoutRate, amtExemption),
    amtiIncreaseRate: status === 'mfs' ? amtPhaseoutRate : 0,
    amtBreakpoint: amount(of.amtBreakpoint),
    gains0Ceiling: amount(of.gains0Ceiling),
    gains15Ceiling: amount(of.gains15Ceiling),
    exclusionGainsRegular: 1,
    // IRC §1211(b)
    capitalLossLimit: status === 'mfs' ? 1_500 : 3_000,
  } as const satisfies Partial<FederalLaw>
}

/** Rates that none of these years changed. IRC §§1(h), 55(b)(1), (d)(2). */
const ratesThen = {
  ...{ amtPhaseoutRate: 2_500, amtLowRate: 2_600, amtHighRate: 2_800 },
  ...{ gains15Rate: 1_500, gains20Rate: 2_000, gains25Rate: 2_500 },
} as const
