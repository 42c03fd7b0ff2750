import type { StateBook } from './state.ts'

/** Mississippi. Miss. Code §27-7-5, §27-7-17, §27-7-21. */
const names = {
  figures: {
    standardDeduction: { means: 'standard deduction', unit: 'dollars' },
    exemption: { means: 'exemption of the return', unit: 'dollars' },
    dependentExemption: { means: 'exemption for each dependent', unit: 'dollars' },
    agedOrBlindExemption: { means: 'exemption for each filer 65 or older, and for each blind', unit: 'dollars' },
  },
  schedules: { rates: { means: 'tax rates' } },
} as const

const instructions = 'Form 80-100, income tax instructions'
// A surviving spouse is married for Mississippi in the year of death alone, and head of family after it
const figures = {
  standardDeduction: {
    ...{ cite: 'Miss. Code §27-7-17(3)', source: instructions },
    ...{ single: 2_300, mfj: 4_600, mfs: 2_300, hoh: 3_400, qss: 3_400 },
  },
  exemption: {
    ...{ cite: 'Miss. Code §27-7-21', source: instructions },
    ...{ single: 6_000, mfj: 12_000, mfs: 6_000, hoh: 8_000, qss: 8_000 },
  },
  dependentExemption: { cite: 'Miss. Code §27-7-21(e)', source: instructions, all: 1_500 },
  agedOrBlindExemption: { cite: 'Miss. Code §27-7-21(f), (g)', source: instructions, all: 1_500 },
} as const

const rates = (year: string, rate: number) => ({
  ...{ cite: 'Miss. Code §27-7-5', source: `Form 80-100 (${year}), tax rates` },
  all: [
    [0, 0],
    [10_000, rate],
  ] as const,
})

const left = [
  'The standard deduction is taken: where Mississippi itemized deductions are more, tax is lower.',
  'A couple is figured in one column, with the first $10,000 untaxed once; where each has income, separate columns of Form 80-105 leave it untaxed twice.',
  'A surviving spouse is taken as head of family, as the form has it for the years after the year of death.',
  'On a separate return exemptions for dependents, age and blindness are taken whole, although the form halves the total of the couple.',
  'Gain on the stock of companies of Mississippi, which can be exempt, is taxed here.',
]

export const mississippi: StateBook<typeof names> = {
  ...{ state: 'MS', name: 'Mississippi', names },
  tables: [
    { year: 2024, status: 'published', open: [], leftOut: left, figures, schedules: { rates: rates('2024', 470) } },
    { year: 2025, status: 'published', open: [], leftOut: left, figures, schedules: { rates: rates('2025', 440) } },
    {
      ...{ year: 2026, status: 'published', figures },
      open: [],
      leftOut: [
        ...left,
        'Later years keep the rate of 2026, although HB 1 of 2025 lowers it year by year from 2027, to 3 % in 2030.',
      ],
      schedules: {
        rates: {
          ...rates('2026', 400),
          source: 'HB 531 of 2022; Mississippi Department of Revenue, tax rates, exemptions and deductions',
        },
      },
    },
  ],
}
