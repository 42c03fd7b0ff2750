import type { StateBook } from './state.ts'

/** Kentucky. KRS 141.020, 141.081. */
const names = {
  figures: {
    rate: { means: 'rate of the Kentucky income tax', unit: 'rate' },
    standardDeduction: {
      means: 'standard deduction, one for each return',
      unit: 'dollars',
      indexing: { by: 'prices', to: 10, round: 'nearest' },
    },
    agedOrBlindCredit: { means: 'credit for each filer 65 or older, and for each blind', unit: 'dollars' },
  },
  schedules: {},
} as const

const rate = (source: string, all: number) => ({ cite: 'KRS 141.020(2)', source, all })
const standardDeduction = (source: string, all: number) => ({ cite: 'KRS 141.081(2)', source, all })
const agedOrBlindCredit = { cite: 'KRS 141.020(3)(a)', source: 'Schedule ITC, Section B', all: 40 } as const

const left = [
  'The standard deduction is taken, also where the federal return itemizes: the tax of an itemizer may be lower.',
  'A couple is taken to file one joint return; filing separately on a combined return, where each has income, would give two standard deductions.',
  'Occupational license taxes of cities and counties are not in the figure, nor is the family size credit of small incomes.',
]

export const kentucky: StateBook<typeof names> = {
  ...{ state: 'KY', name: 'Kentucky', names },
  tables: [
    {
      ...{
        year: 2024,
        status: 'published',
        open: ['The standard deduction of 2024, $3,160, has one source and is not confirmed.'],
        leftOut: left,
        schedules: {},
      },
      figures: {
        ...{ agedOrBlindCredit, rate: rate('Form 740 (2024) line 12', 400) },
        standardDeduction: standardDeduction('Form 740 (2024) line 10', 3_160),
      },
    },
    {
      ...{ year: 2025, status: 'published', open: [], leftOut: left, schedules: {} },
      figures: {
        ...{ agedOrBlindCredit, rate: rate('Form 740 (2025) line 12', 400) },
        standardDeduction: standardDeduction('Form 740 (2025) line 10', 3_270),
      },
    },
    {
      ...{ year: 2026, status: 'published', schedules: {} },
      open: [],
      leftOut: [
        ...left,
        'Later years keep the rate of 2026, although KRS 141.020 lowers it further when the revenue of the state allows and the legislature agrees.',
      ],
      figures: {
        ...{ agedOrBlindCredit, rate: rate('HB 1 of 2025; 2026 withholding formula, 42A003', 350) },
        standardDeduction: standardDeduction('2026 withholding formula, 42A003', 3_360),
      },
    },
  ],
}
