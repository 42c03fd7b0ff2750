import type { StateBook } from './state.ts'

/** Arizona. A.R.S. §43-1011, §43-1022, §43-1023, §43-1041. */
const names = {
  figures: {
    rate: { means: 'rate of the Arizona income tax', unit: 'rate' },
    standardDeduction: {
      means: 'standard deduction, the federal one without age or blindness',
      unit: 'dollars',
      indexing: { by: 'prices', to: 50, round: 'down' },
    },
    seniorDeductionRate: { means: 'part of the federal senior deduction that is subtracted', unit: 'rate' },
    gainSubtraction: { means: 'part of net long-term gain that is not taxed', unit: 'rate' },
    agedExemption: { means: 'exemption for each filer of 65 or older', unit: 'dollars' },
    blindExemption: { means: 'exemption for each blind filer', unit: 'dollars' },
  },
  schedules: {},
} as const

const fixed = {
  rate: { cite: 'A.R.S. §43-1011', source: 'Form 140 line 46', all: 250 },
  gainSubtraction: { cite: 'A.R.S. §43-1022(22)', source: 'Form 140 line 24', all: 2_500 },
  agedExemption: { cite: 'A.R.S. §43-1023(B)', source: 'Form 140 line 38', all: 2_100 },
  blindExemption: { cite: 'A.R.S. §43-1023(A)', source: 'Form 140 line 39', all: 1_500 },
} as const

const standard = (source: string, one: number, head: number) => ({
  ...{ cite: 'A.R.S. §43-1041', source },
  ...{ single: one, mfj: 2 * one, mfs: one, hoh: head, qss: 2 * one },
})

const senior = (source: string, all: number) => ({ cite: 'A.R.S. §43-1022(35)', source, all })

const left = [
  'All long-term gain is taken to be on assets acquired after 2011, of which a quarter is not taxed.',
  'The standard deduction is taken, without its increase for gifts, and the dependent tax credit is not figured: where deductions are itemized, gifts made or dependents claimed, tax may be lower.',
]
const notPublished =
  'The standard deduction of 2026 is taken to be the federal one, $16,100 for one person; that of Arizona is not published.'

export const arizona: StateBook<typeof names> = {
  ...{ state: 'AZ', name: 'Arizona', names },
  tables: [
    {
      ...{ year: 2024, status: 'published', open: [], leftOut: left, schedules: {} },
      figures: {
        ...{ ...fixed, seniorDeductionRate: senior('before Laws 2026, ch. 140', 0) },
        standardDeduction: standard('Form 140 (2024) line 43', 14_600, 21_900),
      },
    },
    {
      ...{ year: 2025, status: 'published', open: [], leftOut: left, schedules: {} },
      figures: {
        ...{ ...fixed, seniorDeductionRate: senior('Laws 2026, ch. 140', 10_000) },
        standardDeduction: standard('Form 140 (2025) line 43; Laws 2026, ch. 140', 15_750, 23_625),
      },
    },
    {
      ...{ year: 2026, status: 'published', open: [notPublished], leftOut: left, schedules: {} },
      figures: {
        ...{ ...fixed, seniorDeductionRate: senior('Laws 2026, ch. 140', 10_000) },
        standardDeduction: {
          ...standard('the federal amount, Rev. Proc. 2025-32', 16_100, 24_150),
          ...{ status: 'unconfirmed', note: 'the federal amount; that of Arizona is not published' },
        },
      },
    },
  ],
}
