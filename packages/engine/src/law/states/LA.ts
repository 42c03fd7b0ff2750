import type { StateBook } from './state.ts'

/** Louisiana. R.S. 47:32, 47:294, 47:295; before 2025 R.S. 47:79 and the combined personal exemption. */
const names = {
  figures: {
    // A combined personal exemption and standard deduction until 2024
    standardDeduction: {
      means: 'standard deduction, until 2024 combined with the personal exemption',
      unit: 'dollars',
      indexing: { by: 'prices', to: 1, round: 'nearest' },
    },
    personExemption: {
      means: 'exemption for each dependent, each filer 65 or older, and each blind, until 2024',
      unit: 'dollars',
    },
  },
  schedules: { rates: { means: 'tax rates' } },
} as const

const ratesOf2024 = (first: number, second: number) =>
  [
    [0, 185],
    [first, 350],
    [second, 425],
  ] as const
const flat = {
  ...{ cite: 'R.S. 47:32(A)', source: 'Act 11 of the 2024 third extraordinary session (HB 10); Form IT-540 (2025)' },
  all: [[0, 300]] as const,
}

const left = [
  'The excess of federal medical deductions over the standard deduction, and gain on the sale of a business of Louisiana, are taxed here although they can be deducted: tax may be lower.',
]
const retirement =
  'The exclusion of retirement income of persons of 65 or more and the low-income credits are not figured: tax may be lower.'

export const louisiana: StateBook<typeof names> = {
  ...{ state: 'LA', name: 'Louisiana', names },
  tables: [
    {
      ...{ year: 2024, status: 'published' },
      open: [retirement],
      leftOut: [...left, 'Tax is figured by the rates, not by the steps of the tax table.'],
      figures: {
        standardDeduction: {
          ...{ cite: 'R.S. 47:294(A)', source: 'Form IT-540 (2024), tax table and computation worksheet' },
          ...{ single: 4_500, mfj: 9_000, mfs: 4_500, hoh: 9_000, qss: 10_000 },
        },
        personExemption: { cite: 'R.S. 47:294(B), 47:79', source: 'Form IT-540 (2024), line 6', all: 1_000 },
      },
      schedules: {
        rates: {
          ...{ cite: 'R.S. 47:32(A)', source: 'Form IT-540 (2024), tax computation worksheet' },
          ...{ single: ratesOf2024(12_500, 50_000), mfj: ratesOf2024(25_000, 100_000) },
          ...{ mfs: ratesOf2024(12_500, 50_000), hoh: ratesOf2024(12_500, 50_000), qss: ratesOf2024(25_000, 100_000) },
        },
      },
    },
    {
      ...{ year: 2025, status: 'published', open: [retirement], leftOut: left, schedules: { rates: flat } },
      figures: {
        standardDeduction: {
          ...{ cite: 'R.S. 47:294(A)', source: 'Form IT-540 (2025) line 8' },
          ...{ single: 12_500, mfj: 25_000, mfs: 12_500, hoh: 25_000, qss: 25_000 },
        },
        personExemption: { cite: 'R.S. 47:294', source: 'repealed by Act 11 (HB 10)', all: 0 },
      },
    },
    {
      ...{ year: 2026, status: 'published', schedules: { rates: flat } },
      open: [
        retirement,
        'The standard deduction of 2026, $12,875 and twice that, is the one of the form for estimated tax; by the growth of prices that R.S. 47:294(B) names it would be $12,835.',
      ],
      leftOut: left,
      figures: {
        standardDeduction: {
          ...{ cite: 'R.S. 47:294(B)', source: 'Form IT-540ES (2026), estimated tax worksheet' },
          ...{ single: 12_875, mfj: 25_750, mfs: 12_875, hoh: 25_750, qss: 25_750 },
          ...{ status: 'unconfirmed', note: 'figured from the price index it would be 12,835', other: 12_835 },
        },
        personExemption: { cite: 'R.S. 47:294', source: 'repealed by Act 11 (HB 10)', all: 0 },
      },
    },
  ],
}
