import type { FilingStatus } from '../law.ts'
import type { StateBook, Steps } from './state.ts'

/**
 * Minnesota. Minn. Stat. 290.06 subd. 2c, 290.0121, 290.0123, 290.033, 290.091. Its Internal Revenue Code is that of
 * May 1, 2023 (290.01 subd. 31): nothing enacted later counts.
 */
const names = {
  figures: {
    standardDeduction: {
      means: 'standard deduction',
      unit: 'dollars',
      indexing: { by: 'prices', to: 50, round: 'down', steps: { single: 25, mfs: 25 } },
    },
    additionalStandardDeduction: {
      means: 'addition to the standard deduction for each box of 65 or older, or blind',
      unit: 'dollars',
      indexing: { by: 'prices', to: 50, round: 'down' },
    },
    propertyTaxLimit: { means: 'most of the property taxes that may be itemized', unit: 'dollars' },
    limitFirst: {
      means: 'income above which deductions are cut by the lower rate',
      unit: 'dollars',
      indexing: { by: 'prices', to: 50, round: 'down', steps: { mfs: 25 } },
    },
    limitFirstRate: { means: 'lower rate of the cut of deductions', unit: 'rate' },
    limitSecond: {
      means: 'income above which deductions are cut by the higher rate',
      unit: 'dollars',
      indexing: { by: 'prices', to: 50, round: 'down', steps: { mfs: 25 } },
    },
    limitSecondRate: { means: 'higher rate of the cut of deductions', unit: 'rate' },
    limitMost: { means: 'most of the deductions that is ever cut', unit: 'rate' },
    limitMostAbove: {
      means: 'income above which that most is cut outright',
      unit: 'dollars',
      indexing: { by: 'prices', to: 50, round: 'down' },
    },
    exemption: {
      means: 'exemption for each dependent',
      unit: 'dollars',
      indexing: { by: 'prices', to: 50, round: 'down' },
    },
    exemptionPhaseOutStart: {
      means: 'income above which exemptions shrink',
      unit: 'dollars',
      indexing: { by: 'prices', to: 50, round: 'down', steps: { mfs: 25 } },
    },
    exemptionStep: { means: 'income, whole or begun, that takes one step of the exemptions', unit: 'dollars' },
    exemptionStepRate: { means: 'share of the exemptions that each step takes', unit: 'rate' },
    charityCashRate: { means: 'limit on cash gifts to public charities', unit: 'rate' },
    charityFiftyRate: { means: 'limit on gifts to public charities other than cash', unit: 'rate' },
    charityThirtyRate: { means: 'limit on gifts to other charities', unit: 'rate' },
    charityStockRate: { means: 'limit on appreciated stock given to public charities', unit: 'rate' },
    charityTwentyRate: { means: 'limit on appreciated stock given to other charities', unit: 'rate' },
    charityCashSetAsideRate: { means: 'cash gifts that take no room from other charities', unit: 'rate' },
    charityFloorRate: { means: 'part of income that gifts must exceed: none in Minnesota', unit: 'rate' },
    giftFloor: { means: 'gifts of a non-itemizer that are not subtracted', unit: 'dollars' },
    giftRate: { means: 'share of further gifts that a non-itemizer subtracts', unit: 'rate' },
    investmentIncomeThreshold: { means: 'net investment income above which it is taxed once more', unit: 'dollars' },
    investmentIncomeRate: { means: 'rate of the net investment income tax', unit: 'rate' },
    amtRate: { means: 'rate of the alternative minimum tax', unit: 'rate' },
    amtExemption: {
      means: 'exemption from the alternative minimum tax',
      unit: 'dollars',
      indexing: { by: 'prices', to: 10, round: 'nearest' },
    },
    amtPhaseOutStart: { means: 'AMT income above which the exemption shrinks, never indexed', unit: 'dollars' },
    amtPhaseOutRate: { means: 'rate at which the exemption shrinks', unit: 'rate' },
  },
  schedules: {
    rates: { means: 'rates of the income tax', indexing: { to: 10, round: 'nearest' } },
  },
} as const

type ByStatus = { readonly [Status in FilingStatus]: number }

/** The same for every status but that a spouse filing separately has half. */
const halfSeparately = (amount: number): ByStatus => ({
  ...{ single: amount, mfj: amount, mfs: amount / 2, hoh: amount, qss: amount },
})

/** One amount for the unmarried, another for couples and surviving spouses, half of that for one filing separately. */
const byMarriage = (single: number, hoh: number, joint: number): ByStatus => ({
  ...{ single, mfj: joint, mfs: joint / 2, hoh, qss: joint },
})

const inflation2026 = 'Department of Revenue, inflation-adjusted amounts for 2026 (December 2025)'
const never = {
  propertyTaxLimit: {
    ...{ cite: 'Minn. Stat. 290.0122', source: 'Schedule M1SA line 8' },
    ...halfSeparately(10_000),
  },
  limitFirstRate: { cite: 'Minn. Stat. 290.0123', source: 'Minnesota Statutes', all: 300 },
  limitSecondRate: { cite: 'Minn. Stat. 290.0123', source: 'Minnesota Statutes', all: 1_000 },
  limitMost: { cite: 'Minn. Stat. 290.0123', source: 'Minnesota Statutes', all: 8_000 },
  exemptionStep: {
    ...{ cite: 'Minn. Stat. 290.0121', source: 'Minnesota Statutes' },
    ...halfSeparately(2_500),
  },
  exemptionStepRate: { cite: 'Minn. Stat. 290.0121', source: 'Minnesota Statutes', all: 200 },
  charityFiftyRate: { cite: 'Minn. Stat. 290.0122; IRC §170(b)(1)(A)', source: 'Internal Revenue Code', all: 5_000 },
  charityThirtyRate: { cite: 'Minn. Stat. 290.0122; IRC §170(b)(1)(B)', source: 'Internal Revenue Code', all: 3_000 },
  charityStockRate: { cite: 'Minn. Stat. 290.0122; IRC §170(b)(1)(C)', source: 'Internal Revenue Code', all: 3_000 },
  charityTwentyRate: { cite: 'Minn. Stat. 290.0122; IRC §170(b)(1)(D)', source: 'Internal Revenue Code', all: 2_000 },
  charityCashSetAsideRate: { cite: 'Minn. Stat. 290.01 subd. 31', source: 'no such rule in the Code followed', all: 0 },
  charityFloorRate: { cite: 'Minn. Stat. 290.01 subd. 31', source: 'no such rule in the Code followed', all: 0 },
  giftFloor: { cite: 'Minn. Stat. 290.0132 subd. 7', source: 'Schedule M1M', all: 500 },
  giftRate: { cite: 'Minn. Stat. 290.0132 subd. 7', source: 'Schedule M1M', all: 5_000 },
  investmentIncomeThreshold: { cite: 'Minn. Stat. 290.033', source: 'Minnesota Statutes', all: 1_000_000 },
  investmentIncomeRate: { cite: 'Minn. Stat. 290.033', source: 'Minnesota Statutes', all: 100 },
  amtRate: { cite: 'Minn. Stat. 290.091 subd. 1', source: 'Schedule M1MT line 27', all: 675 },
  amtPhaseOutStart: {
    ...{ cite: 'Minn. Stat. 290.091 subd. 3', source: 'Schedule M1MT line 22' },
    ...{ single: 112_500, mfj: 150_000, mfs: 75_000, hoh: 112_500, qss: 150_000 },
  },
  amtPhaseOutRate: { cite: 'Minn. Stat. 290.091 subd. 3', source: 'Schedule M1MT line 24', all: 2_500 },
} as const

const sixty = {
  ...{ cite: 'Minn. Stat. 290.01 subd. 31; IRC §170(b)(1)(G)', source: 'Internal Revenue Code of May 1, 2023' },
  all: 6_000,
} as const

/** The four rates on the thresholds of a year. */
const steps = (second: number, third: number, fourth: number): Steps => [
  ...([[0, 535] as const, [second, 680] as const, [third, 785] as const, [fourth, 985] as const] as const),
]

const cites = {
  standardDeduction: 'Minn. Stat. 290.0123',
  additionalStandardDeduction: 'Minn. Stat. 290.0123',
  limit: 'Minn. Stat. 290.0123',
  exemption: 'Minn. Stat. 290.0121',
  exemptionPhaseOutStart: 'Minn. Stat. 290.0121',
  amtExemption: 'Minn. Stat. 290.091 subd. 3',
  rates: 'Minn. Stat. 290.06 subd. 2c',
} as const

const surviving =
  'A qualifying surviving spouse takes the joint AMT exemption as on Schedule M1MT; Minn. Stat. 290.091 subd. 3 names only joint, separate and unmarried filers.'

const leftOut = ['The marriage credit and other credits are not figured: tax may be lower.']

export const minnesota: StateBook<typeof names> = {
  ...{ state: 'MN', name: 'Minnesota', names },
  tables: [
    {
      ...{ year: 2024, status: 'published', open: [], leftOut },
      figures: {
        ...never,
        charityCashRate: sixty,
        standardDeduction: {
          ...{ cite: cites.standardDeduction, source: 'Form M1 instructions (2024), in PolicyEngine' },
          ...{ single: 14_575, mfj: 29_150, mfs: 14_575, hoh: 21_900, qss: 29_150 },
        },
        additionalStandardDeduction: {
          ...{ cite: cites.additionalStandardDeduction, source: 'Form M1 instructions (2024), in PolicyEngine' },
          ...{ single: 1_950, mfj: 1_550, mfs: 1_550, hoh: 1_950, qss: 1_550 },
        },
        limitFirst: { cite: cites.limit, source: 'Form M1 (2024), in PolicyEngine', ...halfSeparately(232_500) },
        limitSecond: { cite: cites.limit, source: 'Form M1 (2024), in PolicyEngine', ...halfSeparately(321_350) },
        limitMostAbove: { cite: cites.limit, source: 'Form M1 (2024), in PolicyEngine', all: 1_053_750 },
        exemption: { cite: cites.exemption, source: 'Form M1 (2024), in PolicyEngine', all: 5_050 },
        exemptionPhaseOutStart: {
          ...{ cite: cites.exemptionPhaseOutStart, source: 'Form M1 (2024), in PolicyEngine' },
          ...byMarriage(232_550, 290_700, 348_850),
        },
        amtExemption: {
          ...{ cite: cites.amtExemption, source: 'Schedule M1MT (2024) line 21, in PolicyEngine', note: surviving },
          ...{ single: 69_530, mfj: 92_710, mfs: 46_360, hoh: 69_530, qss: 92_710 },
        },
      },
      schedules: {
        rates: {
          ...{ cite: cites.rates, source: 'Department of Revenue, press release of December 12, 2023' },
          single: steps(31_690, 104_090, 193_240),
          mfj: steps(46_330, 184_040, 321_450),
          mfs: steps(23_165, 92_020, 160_725),
          hoh: steps(39_010, 156_760, 256_880),
          qss: steps(46_330, 184_040, 321_450),
        },
      },
    },
    {
      ...{ year: 2025, status: 'published' },
      leftOut,
      open: [
        'the AMT exemption is derived from the statute (95,300 joint, 47,660 separate, 71,470 others) and not checked against the printed Schedule M1MT; another source has 95,390, 47,700 and 71,540, which changes the tax by at most about 6 dollars.',
      ],
      figures: {
        ...never,
        charityCashRate: sixty,
        standardDeduction: {
          ...{ cite: cites.standardDeduction, source: 'Form M1 instructions (2025), in PolicyEngine' },
          ...{ single: 14_950, mfj: 29_900, mfs: 14_950, hoh: 22_500, qss: 29_900 },
        },
        additionalStandardDeduction: {
          ...{ cite: cites.additionalStandardDeduction, source: 'Form M1 instructions (2025), in PolicyEngine' },
          ...{ single: 2_000, mfj: 1_550, mfs: 1_550, hoh: 2_000, qss: 1_550 },
        },
        limitFirst: { cite: cites.limit, source: 'Form M1 (2025), in PolicyEngine', ...halfSeparately(238_950) },
        limitSecond: { cite: cites.limit, source: 'Form M1 (2025), in PolicyEngine', ...halfSeparately(330_300) },
        limitMostAbove: { cite: cites.limit, source: 'Form M1 (2025), in PolicyEngine', all: 1_083_150 },
        exemption: { cite: cites.exemption, source: 'Form M1 (2025), in PolicyEngine', all: 5_200 },
        exemptionPhaseOutStart: {
          ...{ cite: cites.exemptionPhaseOutStart, source: 'Form M1 (2025), in PolicyEngine' },
          ...byMarriage(239_050, 298_800, 358_550),
        },
        amtExemption: {
          ...{ cite: cites.amtExemption, source: 'Minn. Stat. 290.091 subd. 3, bases of 2019 times 1.22825' },
          ...{
            single: 71_470,
            mfj: 95_300,
            mfs: 47_660,
            hoh: 71_470,
            qss: 95_300,
            status: 'unconfirmed',
            other: 71_540,
          },
          note: `Derived: the same rule gives the printed amounts of 2021 to 2024 and 2026. The other reading is PolicyEngine's: 71,540 for the unmarried, 95,390 joint, 47,700 separate. ${surviving}`,
        },
      },
      schedules: {
        rates: {
          ...{ cite: cites.rates, source: 'Form M1 rate schedules (2025), in PolicyEngine and tenforty' },
          single: steps(32_570, 106_990, 198_630),
          mfj: steps(47_620, 189_180, 330_410),
          mfs: steps(23_810, 94_590, 165_205),
          hoh: steps(40_100, 161_130, 264_050),
          qss: steps(47_620, 189_180, 330_410),
        },
      },
    },
    {
      ...{ year: 2026, status: 'published' },
      leftOut,
      open: [
        'cash gifts to public charities are limited to 50 % of income, because the Code followed ends the limit of 60 % with 2025; this is unconfirmed.',
      ],
      figures: {
        ...never,
        charityCashRate: {
          ...{ cite: sixty.cite, source: sixty.source, all: 5_000, status: 'unconfirmed', other: 6_000 },
          note: 'The Code of May 1, 2023 ends the limit of 60 percent with 2025. The other reading is that 60 percent goes on, as in federal law.',
        },
        standardDeduction: {
          ...{ cite: cites.standardDeduction, source: inflation2026 },
          ...{ single: 15_300, mfj: 30_600, mfs: 15_300, hoh: 23_000, qss: 30_600 },
        },
        additionalStandardDeduction: {
          ...{ cite: cites.additionalStandardDeduction, source: inflation2026 },
          ...{ single: 2_000, mfj: 1_600, mfs: 1_600, hoh: 2_000, qss: 1_600 },
        },
        limitFirst: { cite: cites.limit, source: inflation2026, ...halfSeparately(244_400) },
        limitSecond: { cite: cites.limit, source: inflation2026, ...halfSeparately(337_800) },
        limitMostAbove: { cite: cites.limit, source: inflation2026, all: 1_107_750 },
        exemption: { cite: cites.exemption, source: inflation2026, all: 5_300 },
        exemptionPhaseOutStart: {
          ...{ cite: cites.exemptionPhaseOutStart, source: inflation2026 },
          ...byMarriage(244_500, 305_600, 366_700),
        },
        amtExemption: {
          ...{ cite: cites.amtExemption, source: inflation2026, note: surviving },
          ...{ single: 73_100, mfj: 97_470, mfs: 48_740, hoh: 73_100, qss: 97_470 },
        },
      },
      schedules: {
        rates: {
          ...{ cite: cites.rates, source: inflation2026 },
          single: steps(33_310, 109_430, 203_150),
          mfj: steps(48_700, 193_480, 337_930),
          mfs: steps(24_350, 96_740, 168_965),
          hoh: steps(41_010, 164_800, 270_060),
          qss: steps(48_700, 193_480, 337_930),
        },
      },
    },
  ],
}
