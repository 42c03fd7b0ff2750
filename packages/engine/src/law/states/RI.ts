import type { StateBook } from './state.ts'

/** Rhode Island. R.I. Gen. Laws §44-30-2.6(c). */
const names = {
  figures: {
    standardDeduction: {
      means: 'standard deduction',
      unit: 'dollars',
      indexing: { by: 'prices', to: 50, round: 'down' },
    },
    exemption: {
      means: 'exemption for each person',
      unit: 'dollars',
      indexing: { by: 'prices', to: 50, round: 'down' },
    },
    cutStart: {
      means: 'modified federal adjusted gross income above which deduction and exemptions are cut',
      unit: 'dollars',
      indexing: { by: 'prices', to: 50, round: 'down' },
    },
    cutStep: {
      means: 'income for each cut, also for a part of it',
      unit: 'dollars',
      indexing: { by: 'prices', to: 50, round: 'down' },
    },
    cut: { means: 'part of deduction and exemptions that each step takes away', unit: 'rate' },
  },
  schedules: { rates: { means: 'tax rates', indexing: { to: 50, round: 'down' } } },
} as const

const standard = (source: string, single: number, joint: number, separate: number, head: number) => ({
  ...{ cite: 'R.I. Gen. Laws §44-30-2.6(c)(3)(B)(I)', source },
  ...{ single, mfj: joint, mfs: separate, hoh: head, qss: joint },
})
const exemption = (source: string, all: number) => ({ cite: 'R.I. Gen. Laws §44-30-2.6(c)(3)(C)', source, all })
const cuts = (source: string, start: number, step: number) => ({
  cutStart: { cite: 'R.I. Gen. Laws §44-30-2.6(c)(3)(B)(III), (D)', source, all: start },
  cutStep: { cite: 'R.I. Gen. Laws §44-30-2.6(c)(3)(B)(III), (D)', source, all: step },
  cut: { cite: 'R.I. Gen. Laws §44-30-2.6(c)(3)(B)(III), (D)', source, all: 2_000 },
})
const rates = (source: string, second: number, third: number) => ({
  rates: {
    ...{ cite: 'R.I. Gen. Laws §44-30-2.6(c)(3)(A)', source },
    all: [
      [0, 375],
      [second, 475],
      [third, 599],
    ] as const,
  },
})

const left = [
  'The modifications of Schedule M and the credits, among them those for child care and low income, are not figured: tax may be lower.',
]

export const rhodeIsland: StateBook<typeof names> = {
  ...{ state: 'RI', name: 'Rhode Island', names },
  tables: [
    {
      ...{ year: 2024, status: 'published', open: [], leftOut: left },
      figures: {
        standardDeduction: standard('Form RI-1040 (2024) line 4', 10_550, 21_150, 10_575, 15_850),
        exemption: exemption('Form RI-1040 (2024) line 6', 4_950),
        ...cuts('Rhode Island tax rate schedule and worksheets (2024)', 246_450, 7_050),
      },
      schedules: rates('Rhode Island tax rate schedule and worksheets (2024)', 77_450, 176_050),
    },
    {
      ...{ year: 2025, status: 'published', open: [], leftOut: left },
      figures: {
        standardDeduction: standard(
          'Advisory ADV 2024-26; RI-1040 instructions (2025)',
          10_900,
          21_800,
          10_900,
          16_350,
        ),
        exemption: exemption('RI-1040 instructions (2025) line 6', 5_100),
        ...cuts('RI-1040 instructions (2025), worksheets to lines 4 and 6', 254_250, 7_250),
      },
      schedules: rates('RI-1040 instructions (2025), tax rate schedule', 79_900, 181_650),
    },
    {
      ...{ year: 2026, status: 'published' },
      open: ['The incomes at which the rates of 2026 change have one source and are not confirmed.'],
      leftOut: [...left, 'A further tax on high incomes enacted for 2027 and after is not figured.'],
      figures: {
        standardDeduction: standard('Advisory ADV 2025-22', 11_200, 22_400, 11_200, 16_800),
        exemption: exemption('Advisory ADV 2025-22', 5_250),
        ...cuts('Advisory ADV 2025-22', 261_000, 7_450),
      },
      schedules: rates('Advisory ADV 2025-22', 82_050, 186_450),
    },
  ],
}
