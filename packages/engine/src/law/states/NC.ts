import type { StateBook } from './state.ts'

/** North Carolina. G.S. 105-153.5(a)(1), 105-153.7. */
const names = {
  figures: {
    rate: { means: 'rate of the North Carolina income tax', unit: 'rate' },
    standardDeduction: { means: 'standard deduction', unit: 'dollars' },
  },
  schedules: {},
} as const

const rate = (source: string, all: number) => ({ cite: 'G.S. 105-153.7(a)', source, all })
const standardDeduction = {
  ...{ cite: 'G.S. 105-153.5(a)(1)', source: 'Form D-401, instructions to line 11' },
  ...{ single: 12_750, mfj: 25_500, mfs: 12_750, hoh: 19_125, qss: 25_500 },
} as const

const left = [
  'The standard deduction is taken: where mortgage interest, real estate tax and gifts are more, tax is lower.',
]

export const northCarolina: StateBook<typeof names> = {
  ...{ state: 'NC', name: 'North Carolina', names },
  tables: [
    {
      ...{ year: 2024, status: 'published', open: [], leftOut: left, schedules: {} },
      figures: { standardDeduction, rate: rate('Form D-400 (2024) line 15', 450) },
    },
    {
      ...{ year: 2025, status: 'published', open: [], leftOut: left, schedules: {} },
      figures: { standardDeduction, rate: rate('Form D-400 (2025) line 15', 425) },
    },
    {
      ...{ year: 2026, status: 'published', schedules: {} },
      open: [],
      leftOut: [
        ...left,
        'Later years keep the rate of 2026, although 3.49 % is enacted for 2027 to 2029 and less after (Session Law 2026-41).',
      ],
      figures: { standardDeduction, rate: rate('Form NC-40 (2026)', 399) },
    },
  ],
}
