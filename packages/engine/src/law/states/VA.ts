import type { StateBook } from './state.ts'

/** Virginia. Va. Code §58.1-320, §58.1-321(A), §58.1-322.03. */
const names = {
  figures: {
    standardDeduction: { means: 'standard deduction', unit: 'dollars' },
    exemption: { means: 'exemption for each person', unit: 'dollars' },
    agedOrBlindExemption: {
      means: 'further exemption for each filer 65 or older, and for each blind',
      unit: 'dollars',
    },
    ageDeduction: { means: 'largest age deduction of one filer', unit: 'dollars' },
    ageDeductionStart: { means: 'income above which the age deduction falls, dollar by dollar', unit: 'dollars' },
    taxedFrom: { means: 'Virginia adjusted gross income below which there is no tax', unit: 'dollars' },
  },
  schedules: { rates: { means: 'tax rates' } },
} as const

const rates = {
  ...{ cite: 'Va. Code §58.1-320', source: 'Form 760 instructions, tax rate schedule' },
  all: [
    [0, 200],
    [3_000, 300],
    [5_000, 500],
    [17_000, 575],
  ],
} as const

const source = 'Form 760 instructions'
const fixed = {
  exemption: { cite: 'Va. Code §58.1-322.03(2)', source, all: 930 },
  agedOrBlindExemption: { cite: 'Va. Code §58.1-322.03(2)', source, all: 800 },
  // On a separate return the income of both spouses counts, and only one is known
  ageDeduction: {
    cite: 'Va. Code §58.1-322.03(5)',
    source,
    single: 12_000,
    mfj: 12_000,
    mfs: 0,
    hoh: 12_000,
    qss: 12_000,
  },
  ageDeductionStart: {
    ...{ cite: 'Va. Code §58.1-322.03(5)(b)', source },
    ...{ single: 50_000, mfj: 75_000, mfs: 75_000, hoh: 50_000, qss: 50_000 },
  },
  taxedFrom: {
    ...{ cite: 'Va. Code §58.1-321(A)', source },
    ...{ single: 11_950, mfj: 23_900, mfs: 11_950, hoh: 11_950, qss: 11_950 },
  },
} as const

const standard = (year: string, one: number) => ({
  ...{ cite: 'Va. Code §58.1-322.03(1)(b)', source: `Form 760 (${year})` },
  ...{ single: one, mfj: 2 * one, mfs: one, hoh: one, qss: one },
})

const left = [
  'The standard deduction is taken, also where the federal return itemizes and Virginia asks for its own itemized deductions: the tax of an itemizer may be lower.',
]

export const virginia: StateBook<typeof names> = {
  ...{ state: 'VA', name: 'Virginia', names },
  tables: [
    {
      ...{ year: 2024, status: 'published', open: [], leftOut: left, schedules: { rates } },
      figures: { ...fixed, standardDeduction: standard('2024', 8_500) },
    },
    {
      ...{ year: 2025, status: 'published', open: [], leftOut: left, schedules: { rates } },
      figures: { ...fixed, standardDeduction: standard('2025', 8_750) },
    },
    {
      ...{ year: 2026, status: 'published', schedules: { rates } },
      open: [],
      leftOut: [
        ...left,
        'Later years keep the standard deduction of 2026, although it is $9,200 for one person in 2027, $9,300 in 2028 and 2029 and $3,000 after; twice as much on a joint return.',
      ],
      figures: {
        ...fixed,
        standardDeduction: standard('2025', 8_750),
      },
    },
  ],
}
