import type { Schedule, StateBook, Steps } from './state.ts'

/** Alabama. Ala. Code §40-18-5, §40-18-15, §40-18-19. Federal income tax is deducted, and with it the federal minimum tax. */
const names = {
  figures: {
    standardDeductionMost: { means: 'largest standard deduction', unit: 'dollars' },
    standardDeductionLeast: { means: 'least standard deduction', unit: 'dollars' },
    deductionFallsFrom: { means: 'income above which the standard deduction falls', unit: 'dollars' },
    deductionStep: { means: 'income with which the standard deduction falls once', unit: 'dollars' },
    deductionFallsBy: { means: 'amount by which the standard deduction falls', unit: 'dollars' },
    personalExemption: { means: 'personal exemption', unit: 'dollars' },
  },
  schedules: {
    rates: { means: 'tax rates' },
    dependentExemption: { means: 'exemption for each dependent, by Alabama adjusted gross income' },
  },
} as const

const cite = 'Ala. Code §40-18-15(b)'
const chart = 'Form 40 booklet (2024), standard deduction chart'
const figures = {
  standardDeductionMost: { cite, source: chart, single: 3_000, mfj: 8_500, mfs: 4_250, hoh: 5_200, qss: 3_000 },
  standardDeductionLeast: { cite, source: chart, single: 2_500, mfj: 5_000, mfs: 2_500, hoh: 2_500, qss: 2_500 },
  deductionFallsFrom: { cite, source: chart, single: 25_500, mfj: 25_500, mfs: 12_750, hoh: 25_500, qss: 25_500 },
  deductionStep: { cite, source: chart, single: 500, mfj: 500, mfs: 250, hoh: 500, qss: 500 },
  deductionFallsBy: { cite, source: chart, single: 25, mfj: 175, mfs: 88, hoh: 135, qss: 25 },
  personalExemption: {
    ...{ cite: 'Ala. Code §40-18-19(a)(8)', source: 'Form 40 (2024) lines 1 to 4' },
    ...{ single: 1_500, mfj: 3_000, mfs: 1_500, hoh: 3_000, qss: 1_500 },
  },
} as const

const one: Steps = [
  [0, 200],
  [500, 400],
  [3_000, 500],
]
const joint: Steps = [
  [0, 200],
  [1_000, 400],
  [6_000, 500],
]
const rates: Schedule = {
  ...{ cite: 'Ala. Code §40-18-5', source: 'Form 40 booklet' },
  ...{ single: one, mfj: joint, mfs: one, hoh: one, qss: one },
}
const dependentExemption: Schedule = {
  ...{ cite: 'Ala. Code §40-18-19(a)(9)', source: 'Form 40 booklet, line 14' },
  ...{ status: 'unconfirmed', note: 'one source' },
  all: [
    [0, 1_000],
    [50_000, 500],
    [100_000, 300],
  ],
}

const left = [
  'The standard deduction is taken, also where itemized deductions are more (they include Social Security and Medicare taxes): the tax of an itemizer may be lower.',
  'Net losses on sales are deducted in full in their year and never carried over, by instructions of an earlier year; the loss of stock with another basis than the federal one is not told apart.',
  'The federal tax deducted is that after nonrefundable credits, with the tax on net investment income, without refundable credits.',
  'A surviving spouse is taxed as a single filer here; as head of family, which the law allows with a qualifying person, tax is lower.',
  'The exemption for each dependent by income has one source and is not confirmed.',
  'Occupational taxes of cities and counties are not figured.',
]
const assumed = { status: 'unconfirmed', note: 'the law of 2024; the form of the year was not seen' } as const
const later = {
  standardDeductionMost: { ...figures.standardDeductionMost, ...assumed },
  standardDeductionLeast: { ...figures.standardDeductionLeast, ...assumed },
  deductionFallsFrom: { ...figures.deductionFallsFrom, ...assumed },
  deductionStep: { ...figures.deductionStep, ...assumed },
  deductionFallsBy: { ...figures.deductionFallsBy, ...assumed },
  personalExemption: { ...figures.personalExemption, ...assumed },
}
const unchanged = (year: number): string =>
  `The deductions and exemptions of ${year} are those of 2024, which no index moves; the form of ${year} was not seen.`
const proposed =
  'A bill of 2025 would raise the standard deduction and the exemptions for dependents: whether one like it is law for 2026 is not confirmed.'

export const alabama: StateBook<typeof names> = {
  ...{ state: 'AL', name: 'Alabama', names },
  tables: [
    {
      ...{
        year: 2024,
        status: 'published',
        open: [],
        leftOut: left,
        figures,
        schedules: { rates, dependentExemption },
      },
    },
    {
      ...{ year: 2025, status: 'published', open: [unchanged(2025)], leftOut: left, figures: later },
      schedules: { rates, dependentExemption },
    },
    {
      ...{ year: 2026, status: 'published', open: [unchanged(2026), proposed], leftOut: left, figures: later },
      schedules: { rates: { ...rates, ...assumed }, dependentExemption },
    },
  ],
}
