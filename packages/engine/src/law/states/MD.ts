import type { Schedule, StateBook, Steps } from './state.ts'

/** Maryland, without county tax. Tax-General §10-105, §10-211, §10-217. */
const names = {
  figures: {
    // The part of income is 0 from 2025, when the deduction became an amount
    standardDeductionRate: {
      means: 'part of Maryland adjusted gross income that is the standard deduction',
      unit: 'rate',
    },
    standardDeductionLeast: {
      means: 'least standard deduction',
      unit: 'dollars',
      indexing: { by: 'prices', to: 50, round: 'down' },
    },
    standardDeductionMost: {
      means: 'largest standard deduction',
      unit: 'dollars',
      indexing: { by: 'prices', to: 50, round: 'down' },
    },
    agedOrBlindExemption: {
      means: 'further exemption for each filer 65 or older, and for each blind',
      unit: 'dollars',
    },
    surtaxRate: { means: 'rate of the further tax on net capital gain', unit: 'rate' },
    surtaxAbove: {
      means: 'federal adjusted gross income above which net capital gain is taxed further',
      unit: 'dollars',
    },
  },
  schedules: {
    rates: { means: 'tax rates' },
    exemption: { means: 'exemption for each person, by federal adjusted gross income' },
  },
} as const

const one: Steps = [
  [0, 200],
  [1_000, 300],
  [2_000, 400],
  [3_000, 475],
  [100_000, 500],
  [125_000, 525],
  [150_000, 550],
  [250_000, 575],
]
const joint: Steps = [
  [0, 200],
  [1_000, 300],
  [2_000, 400],
  [3_000, 475],
  [150_000, 500],
  [175_000, 525],
  [225_000, 550],
  [300_000, 575],
]
const oneFrom2025: Steps = [...one, [500_000, 625], [1_000_000, 650]]
const jointFrom2025: Steps = [...joint, [600_000, 625], [1_200_000, 650]]

const byStatus = (single: Steps, together: Steps) => ({
  ...{ single, mfj: together, mfs: single, hoh: together, qss: together },
})
const exemption: Schedule = {
  ...{ cite: 'Tax-General §10-211(b), (c)', source: 'Form 502 instructions, exemption amount chart' },
  ...byStatus(
    [
      [0, 3_200],
      [100_000, 1_600],
      [125_000, 800],
      [150_000, 0],
    ],
    [
      [0, 3_200],
      [150_000, 1_600],
      [175_000, 800],
      [200_000, 0],
    ],
  ),
}
const ratesOf2024: Schedule = {
  ...{ cite: 'Tax-General §10-105(a)', source: 'Form 502 instructions (2024), tax rate schedules' },
  ...byStatus(one, joint),
}
const rates: Schedule = {
  ...{ cite: 'Tax-General §10-105(a)', source: 'HB 352 of 2025; Form 502 instructions (2025)' },
  ...byStatus(oneFrom2025, jointFrom2025),
}

const agedOrBlindExemption = {
  ...{ cite: 'Tax-General §10-211(b)(3)', source: 'Form 502 instructions', all: 1_000 },
} as const
const surtaxAbove = {
  ...{ cite: 'Tax-General §10-105(a)(4)', source: 'HB 352 of 2025; Form 502CG', all: 350_000 },
} as const
const surtaxRate = (all: number) => ({
  ...{ cite: 'Tax-General §10-105(a)(3)', source: 'HB 352 of 2025; Form 502CG', all },
})
const standard = (source: string, single: number, together: number) => ({
  ...{ cite: 'Tax-General §10-217', source },
  ...{ single, mfj: together, mfs: single, hoh: together, qss: together },
})
const shareOfIncome = (source: string, all: number) => ({ cite: 'Tax-General §10-217', source, all })
const booklet = 'Form 502 instructions'

const left = [
  'County income tax, from 2.25 % to 3.3 % of taxable income, is not figured.',
  'The standard deduction is taken, also where the federal return itemizes: the tax of an itemizer may be lower.',
]
const indexed = {
  status: 'unconfirmed',
  note: 'the Comptroller prints $3,400 in the withholding guide and the amounts of 2025 in the estimated tax worksheet',
} as const

export const maryland: StateBook<typeof names> = {
  ...{ state: 'MD', name: 'Maryland', names },
  tables: [
    {
      ...{ year: 2024, status: 'published', open: [], leftOut: left, schedules: { rates: ratesOf2024, exemption } },
      figures: {
        ...{ agedOrBlindExemption, surtaxAbove, surtaxRate: surtaxRate(0) },
        standardDeductionRate: shareOfIncome(`${booklet} (2024), worksheet 16A`, 1_500),
        standardDeductionLeast: standard(`${booklet} (2024), worksheet 16A`, 1_800, 3_650),
        standardDeductionMost: standard(`${booklet} (2024), worksheet 16A`, 2_700, 5_450),
      },
    },
    {
      ...{ year: 2025, status: 'published', open: [], leftOut: left, schedules: { rates, exemption } },
      figures: {
        ...{ agedOrBlindExemption, surtaxAbove, surtaxRate: surtaxRate(200) },
        standardDeductionRate: shareOfIncome('HB 352 of 2025', 0),
        standardDeductionLeast: standard(`${booklet} (2025)`, 3_350, 6_700),
        standardDeductionMost: standard(`${booklet} (2025)`, 3_350, 6_700),
      },
    },
    {
      ...{ year: 2026, status: 'published', schedules: { rates, exemption } },
      open: [
        'The standard deduction of 2026 is that of 2025 with the price growth that the statute adds; the Comptroller has printed both this amount for one person, $3,400, and that of 2025, $3,350.',
      ],
      leftOut: left,
      figures: {
        ...{ agedOrBlindExemption, surtaxAbove, surtaxRate: surtaxRate(200) },
        standardDeductionRate: shareOfIncome('HB 352 of 2025', 0),
        standardDeductionLeast: { ...standard('Tax-General §10-217(c)', 3_400, 6_850), ...indexed },
        standardDeductionMost: { ...standard('Tax-General §10-217(c)', 3_400, 6_850), ...indexed },
      },
    },
  ],
}
