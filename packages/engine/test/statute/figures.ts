/**
 * The dollar figures of the Code for tax years 2023 to 2026, read for this second working by itself.
 *
 * Rev. Proc. 2022-38, 2023-34, 2024-40 and 2025-32; for 2025 the standard deduction and for 2025 and 2026 the tax
 * cap, senior deduction, gift floor and AMT phase-out of Pub. L. 119-21. Figures of other years are left out.
 */

export type Status = 'single' | 'mfj' | 'mfs' | 'hoh' | 'qss'

/** Single, joint, separate, head of household. A surviving spouse takes the joint column where `joint` is used. */
type Column = readonly [single: number, mfj: number, mfs: number, hoh: number]

/** Tops of the 10, 12, 22, 24, 32 and 35 percent brackets; 37 percent is above the last. */
type Tops = readonly [number, number, number, number, number, number]

interface YearTable {
  /** Section 1(j)(2) */
  brackets: readonly [single: Tops, mfj: Tops, mfs: Tops, hoh: Tops]
  /** Section 1(j)(5)(B): maximum zero rate amount, maximum 15-percent rate amount */
  zeroRateMax: Column
  fifteenRateMax: Column
  /** Section 63(c)(2); 63(f)(1) and (3) for each aged or blind box */
  basicStandard: Column
  agedOrBlind: Column
  /** Section 55(d)(1), (d)(2) with (d)(4), (b)(1)(A) with (C) */
  amtExemption: Column
  amtPhaseoutStart: Column
  amtPhaseoutRate: number
  amtBreakpoint: Column
  /** Section 164(b)(7): limitation and threshold for everyone; a separate return takes half of each in its own place */
  taxLimit: number
  taxLimitThreshold: number
  /** Section 170(b)(1)(I), (b)(1)(B)(ii)(II), (p) */
  giftFloorRate: number
  cashSetAsideRate: number
  nonItemizerGift: Column
  /** Section 68(a): whether it is in force */
  section68Fraction: number
  /** Section 151(d)(5)(C) */
  seniorDeduction: number
}

const years: Readonly<Record<number, YearTable>> = {
  2023: {
    brackets: [
      [11_000, 44_725, 95_375, 182_100, 231_250, 578_125],
      [22_000, 89_450, 190_750, 364_200, 462_500, 693_750],
      [11_000, 44_725, 95_375, 182_100, 231_250, 346_875],
      [15_700, 59_850, 95_350, 182_100, 231_250, 578_100],
    ],
    zeroRateMax: [44_625, 89_250, 44_625, 59_750],
    fifteenRateMax: [492_300, 553_850, 276_900, 523_050],
    basicStandard: [13_850, 27_700, 13_850, 20_800],
    agedOrBlind: [1_850, 1_500, 1_500, 1_850],
    amtExemption: [81_300, 126_500, 63_250, 81_300],
    amtPhaseoutStart: [578_150, 1_156_300, 578_150, 578_150],
    amtPhaseoutRate: 0.25,
    amtBreakpoint: [220_700, 220_700, 110_350, 220_700],
    taxLimit: 10_000,
    taxLimitThreshold: Number.POSITIVE_INFINITY,
    giftFloorRate: 0,
    cashSetAsideRate: 0,
    nonItemizerGift: [0, 0, 0, 0],
    section68Fraction: 0,
    seniorDeduction: 0,
  },
  2024: {
    brackets: [
      [11_600, 47_150, 100_525, 191_950, 243_725, 609_350],
      [23_200, 94_300, 201_050, 383_900, 487_450, 731_200],
      [11_600, 47_150, 100_525, 191_950, 243_725, 365_600],
      [16_550, 63_100, 100_500, 191_950, 243_700, 609_350],
    ],
    zeroRateMax: [47_025, 94_050, 47_025, 63_000],
    fifteenRateMax: [518_900, 583_750, 291_850, 551_350],
    basicStandard: [14_600, 29_200, 14_600, 21_900],
    agedOrBlind: [1_950, 1_550, 1_550, 1_950],
    amtExemption: [85_700, 133_300, 66_650, 85_700],
    amtPhaseoutStart: [609_350, 1_218_700, 609_350, 609_350],
    amtPhaseoutRate: 0.25,
    amtBreakpoint: [232_600, 232_600, 116_300, 232_600],
    taxLimit: 10_000,
    taxLimitThreshold: Number.POSITIVE_INFINITY,
    giftFloorRate: 0,
    cashSetAsideRate: 0,
    nonItemizerGift: [0, 0, 0, 0],
    section68Fraction: 0,
    seniorDeduction: 0,
  },
  2025: {
    brackets: [
      [11_925, 48_475, 103_350, 197_300, 250_525, 626_350],
      [23_850, 96_950, 206_700, 394_600, 501_050, 751_600],
      [11_925, 48_475, 103_350, 197_300, 250_525, 375_800],
      [17_000, 64_850, 103_350, 197_300, 250_500, 626_350],
    ],
    zeroRateMax: [48_350, 96_700, 48_350, 64_750],
    fifteenRateMax: [533_400, 600_050, 300_000, 566_700],
    basicStandard: [15_750, 31_500, 15_750, 23_625],
    agedOrBlind: [2_000, 1_600, 1_600, 2_000],
    amtExemption: [88_100, 137_000, 68_500, 88_100],
    amtPhaseoutStart: [626_350, 1_252_700, 626_350, 626_350],
    amtPhaseoutRate: 0.25,
    amtBreakpoint: [239_100, 239_100, 119_550, 239_100],
    taxLimit: 40_000,
    taxLimitThreshold: 500_000,
    giftFloorRate: 0,
    cashSetAsideRate: 0,
    nonItemizerGift: [0, 0, 0, 0],
    section68Fraction: 0,
    seniorDeduction: 6_000,
  },
  2026: {
    brackets: [
      [12_400, 50_400, 105_700, 201_775, 256_225, 640_600],
      [24_800, 100_800, 211_400, 403_550, 512_450, 768_700],
      [12_400, 50_400, 105_700, 201_775, 256_225, 384_350],
      [17_700, 67_450, 105_700, 201_750, 256_200, 640_600],
    ],
    zeroRateMax: [49_450, 98_900, 49_450, 66_200],
    fifteenRateMax: [545_500, 613_700, 306_850, 579_600],
    basicStandard: [16_100, 32_200, 16_100, 24_150],
    agedOrBlind: [2_050, 1_650, 1_650, 2_050],
    amtExemption: [90_100, 140_200, 70_100, 90_100],
    amtPhaseoutStart: [500_000, 1_000_000, 500_000, 500_000],
    amtPhaseoutRate: 0.5,
    amtBreakpoint: [244_500, 244_500, 122_250, 244_500],
    taxLimit: 40_400,
    taxLimitThreshold: 505_000,
    giftFloorRate: 0.005,
    cashSetAsideRate: 0.1,
    nonItemizerGift: [1_000, 2_000, 1_000, 1_000],
    section68Fraction: 2 / 37,
    seniorDeduction: 6_000,
  },
}

/** The figures one return needs: those of its year and status. Rates are fractions. */
export interface Figures {
  readonly year: number
  readonly status: Status
  readonly bracketTops: Tops
  readonly zeroRateMax: number
  readonly fifteenRateMax: number
  readonly basicStandard: number
  readonly agedOrBlind: number
  readonly amtExemption: number
  readonly amtPhaseoutStart: number
  readonly amtPhaseoutRate: number
  readonly amtBreakpoint: number
  readonly taxLimit: number
  readonly taxLimitThreshold: number
  readonly giftFloorRate: number
  readonly cashSetAsideRate: number
  readonly nonItemizerGift: number
  readonly section68Fraction: number
  readonly seniorDeduction: number
  readonly seniorThreshold: number
  readonly capitalLossLimit: number
  readonly investmentIncomeThreshold: number
  readonly medicareThreshold: number
}

/** The year's figures for a status. A surviving spouse files with the joint rates but does not make a joint return. */
export function figuresFor(year: number, status: Status): Figures {
  const t = years[year]
  if (t === undefined) throw new RangeError(`no figures for ${year}`)
  // "A joint return or a surviving spouse": sections 1(a), 55(d)(1)(A), 63(c)(2)(A), 1411(b)(1).
  const joint = { single: 0, mfj: 1, mfs: 2, hoh: 3, qss: 1 } as const
  // "A joint return" alone: sections 151(d)(5)(C), 170(p), 3101(b)(2).
  const jointOnly = { single: 0, mfj: 1, mfs: 2, hoh: 3, qss: 0 } as const
  const i = joint[status]
  const j = jointOnly[status]
  return {
    year,
    status,
    bracketTops: t.brackets[i],
    zeroRateMax: t.zeroRateMax[i],
    fifteenRateMax: t.fifteenRateMax[i],
    basicStandard: t.basicStandard[i],
    agedOrBlind: t.agedOrBlind[i],
    amtExemption: t.amtExemption[i],
    amtPhaseoutStart: t.amtPhaseoutStart[i],
    amtPhaseoutRate: t.amtPhaseoutRate,
    amtBreakpoint: t.amtBreakpoint[i],
    taxLimit: t.taxLimit,
    taxLimitThreshold: t.taxLimitThreshold,
    giftFloorRate: t.giftFloorRate,
    cashSetAsideRate: t.cashSetAsideRate,
    nonItemizerGift: t.nonItemizerGift[j],
    section68Fraction: t.section68Fraction,
    seniorDeduction: t.seniorDeduction,
    seniorThreshold: ([75_000, 150_000, 0, 75_000] satisfies Column)[j],
    capitalLossLimit: ([3_000, 3_000, 1_500, 3_000] satisfies Column)[i],
    investmentIncomeThreshold: ([200_000, 250_000, 125_000, 200_000] satisfies Column)[i],
    medicareThreshold: ([200_000, 250_000, 125_000, 200_000] satisfies Column)[j],
  }
}
