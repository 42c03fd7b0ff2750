/** Maine a second time: 36 M.R.S. §5111, 5124-C, 5126-A, 5219-SS. */
import { type Taxpayer, tiers } from './taxpayer.ts'

type ByKind = readonly [one: number, couple: number, head: number]

interface Year {
  readonly basic: number
  readonly box: readonly [unmarried: number, married: number]
  readonly deductionFrom: ByKind
  readonly exemption: number
  readonly exemptionFrom: ByKind
  readonly second: ByKind
  readonly third: ByKind
}

const years: Readonly<Record<number, Year>> = {
  2024: {
    ...{ basic: 14_600, box: [1_950, 1_550], deductionFrom: [97_150, 194_300, 145_750] },
    ...{ exemption: 5_000, exemptionFrom: [323_900, 388_650, 356_300] },
    ...{ second: [26_050, 52_100, 39_050], third: [61_600, 123_250, 92_450] },
  },
  2025: {
    ...{ basic: 15_000, box: [2_000, 1_600], deductionFrom: [100_000, 200_050, 150_000] },
    ...{ exemption: 5_150, exemptionFrom: [333_450, 400_100, 366_750] },
    ...{ second: [26_800, 53_600, 40_200], third: [63_450, 126_900, 95_150] },
  },
  2026: {
    ...{ basic: 15_700, box: [2_050, 1_650], deductionFrom: [102_250, 204_550, 153_400] },
    ...{ exemption: 5_300, exemptionFrom: [341_000, 409_150, 375_050] },
    ...{ second: [27_400, 54_850, 41_100], third: [64_850, 129_750, 97_300] },
  },
}

/** The share that is left of a deduction `over` its threshold, none from `width` on. */
const kept = (over: number, width: number): number => 1 - Math.min(1, Math.max(0, over / width))

function dependentCredit({ year, status, agi, dependents }: Taxpayer): number {
  const [each, step, cut] = year === 2024 ? [300, 1_000, 7.5] : [305, 500, 20]
  const from =
    year === 2024
      ? status === 'mfj'
        ? 400_000
        : 200_000
      : { single: 100_000, mfj: 150_000, mfs: 75_000, hoh: 125_000, qss: 150_000 }[status]
  return Math.max(0, each * dependents - cut * Math.ceil(Math.max(0, agi - from) / step))
}

export function maine(x: Taxpayer): Record<string, number> {
  const year = years[x.year]
  if (!year) throw new Error(`no Maine law for ${x.year}`)
  const kind = x.status === 'hoh' ? 2 : x.status === 'mfj' || x.status === 'qss' ? 1 : 0
  const share = [1, 2, 1.5][kind] ?? Number.NaN
  const separate = x.status === 'mfs'
  const box = x.status === 'single' || x.status === 'hoh' ? year.box[0] : year.box[1]
  const deduction = (year.basic * share + box * x.agedOrBlind) * kept(x.agi - year.deductionFrom[kind], 75_000 * share)
  const exemption =
    year.exemption *
    x.filers *
    (separate ? kept(x.agi - year.exemptionFrom[1] / 2, 62_500) : kept(x.agi - year.exemptionFrom[kind], 125_000))
  const taxableIncome = Math.max(0, x.agi - deduction - exemption)
  const surchargeFrom = separate ? 750_000 : kind === 0 ? 1_000_000 : 1_500_000
  const surcharge = x.year === 2026 ? 0.02 * Math.max(0, taxableIncome - surchargeFrom) : 0
  const tax = tiers(taxableIncome, [0, 5.8], [year.second[kind], 6.75], [year.third[kind], 7.15]) + surcharge
  return { agi: x.agi, deduction, exemption, taxableIncome, tax: Math.max(0, tax - dependentCredit(x)) }
}
