import type { StateBook } from './state.ts'

/** District of Columbia. D.C. Code §47-1801.04(44), §47-1803.02, §47-1806.03(a)(11). */
const names = {
  figures: {
    standardDeduction: {
      means: 'basic standard deduction',
      unit: 'dollars',
      indexing: { by: 'prices', to: 50, round: 'down' },
    },
    additionalStandardDeduction: {
      means: 'further standard deduction for each filer 65 or older, and for each blind',
      unit: 'dollars',
      indexing: { by: 'prices', to: 50, round: 'down' },
    },
    smallBusinessStockTaxed: { means: '1: gain excluded under IRC §1202 is added back', unit: 'switch' },
  },
  schedules: { rates: { means: 'tax rates' } },
} as const

const rates = {
  ...{ cite: 'D.C. Code §47-1806.03(a)(11)', source: 'Form D-40, tax rates' },
  all: [
    [0, 400],
    [10_000, 600],
    [40_000, 650],
    [60_000, 850],
    [250_000, 925],
    [500_000, 975],
    [1_000_000, 1_075],
  ],
} as const

const standard = (source: string, one: number, head: number) => ({
  ...{ cite: 'D.C. Code §47-1801.04(3A), (44)', source },
  ...{ single: one, mfj: 2 * one, mfs: one, hoh: head, qss: 2 * one },
})
const additional = (source: string, unmarried: number, married: number) => ({
  ...{ cite: 'D.C. Code §47-1801.04(44); IRC §63(f)', source },
  ...{ single: unmarried, mfj: married, mfs: married, hoh: unmarried, qss: married },
})
const stock = { cite: 'D.C. Code §47-1803.02', source: 'D.C. Act 26-214 of 2025' } as const

const left = [
  'The standard deduction is taken, also where the federal return itemizes: the tax of an itemizer may be lower.',
]
const addedBack =
  'Gain excluded under IRC §1202 is added back, as D.C. Act 26-214 of 2025 says; whether later acts keep that was not checked.'
const unchecked = {
  status: 'unconfirmed',
  note: 'enacted for 2025 for a time; not checked in D.C. Law 26-189',
} as const

export const districtOfColumbia: StateBook<typeof names> = {
  ...{ state: 'DC', name: 'District of Columbia', names },
  tables: [
    {
      ...{ year: 2024, status: 'published', open: [], leftOut: left, schedules: { rates } },
      figures: {
        standardDeduction: standard('Form D-40 booklet (2024)', 14_600, 21_900),
        additionalStandardDeduction: additional('Form D-40 booklet (2024), calculation G-1', 1_950, 1_550),
        smallBusinessStockTaxed: { ...stock, all: 0 },
      },
    },
    {
      ...{ year: 2025, status: 'published', open: [addedBack], leftOut: left, schedules: { rates } },
      figures: {
        standardDeduction: standard('Form D-40 booklet (2025); D.C. Law 26-189', 15_000, 22_500),
        additionalStandardDeduction: additional('Form D-40 booklet (2025), calculation G-1', 2_000, 1_600),
        smallBusinessStockTaxed: { ...stock, ...unchecked, all: 1, other: 0 },
      },
    },
    {
      ...{ year: 2026, status: 'published', schedules: { rates } },
      open: [addedBack],
      leftOut: [
        ...left,
        'Later years move the standard deduction of 2026 with prices, although the federal one is enacted for 2030 and after.',
      ],
      figures: {
        standardDeduction: standard('D.C. Law 26-189', 15_000, 22_500),
        additionalStandardDeduction: additional('the federal amount, Rev. Proc. 2025-32', 2_050, 1_650),
        smallBusinessStockTaxed: { ...stock, ...unchecked, all: 1, other: 0 },
      },
    },
  ],
}
