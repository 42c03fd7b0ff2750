import type { Schedule, StateBook, Steps } from './state.ts'

/** Idaho. Idaho Code §63-3004, §63-3022, §63-3024: the federal deductions, one rate above a threshold. */
const names = {
  figures: {},
  schedules: { rates: { means: 'tax rates', indexing: { to: 1, round: 'nearest' } } },
} as const

/** Heads of household and surviving spouses are taxed as on a joint return. */
const above = (rate: number, one: number, joint: number) => {
  const wide: Steps = [
    [0, 0],
    [joint, rate],
  ]
  const single: Steps = [
    [0, 0],
    [one, rate],
  ]
  return { single, mfj: wide, mfs: single, hoh: wide, qss: wide }
}
const cite = 'Idaho Code §63-3024(2)'
const ratesOf2024: Schedule = {
  ...{ cite, source: 'Form 40 instructions (2024); HB 521 of 2024' },
  ...above(569.5, 4_673, 9_346),
  ...{ status: 'unconfirmed', note: 'the thresholds have one source' },
}
const ratesOf2025: Schedule = {
  ...{ cite, source: 'Form 40 instructions (2025); HB 40 of 2025' },
  ...above(530, 4_811, 9_622),
}
const ratesOf2026: Schedule = {
  ...ratesOf2025,
  ...{ status: 'unconfirmed', note: 'the thresholds of 2025; those of 2026 were not found' },
}

const left = [
  'The grocery credit, the child tax credit and the fund tax of $10 for each return are not figured: for most filers tax is lower.',
  'Where the federal return takes the standard deduction, Idaho does too, although itemized deductions without state income tax might be more.',
  'The deduction for gain on Idaho property does not reach stock and is not figured.',
]

export const idaho: StateBook<typeof names> = {
  ...{ state: 'ID', name: 'Idaho', names },
  tables: [
    {
      ...{ year: 2024, status: 'published', figures: {}, schedules: { rates: ratesOf2024 } },
      open: ['The incomes of 2024 from which tax is due have one source and are not confirmed.'],
      leftOut: left,
    },
    { ...{ year: 2025, status: 'published', open: [], leftOut: left, figures: {}, schedules: { rates: ratesOf2025 } } },
    {
      ...{ year: 2026, status: 'published', figures: {}, schedules: { rates: ratesOf2026 } },
      open: [
        'The incomes of 2026 from which tax is due are those of 2025; those of 2026 were not found.',
        'The federal deduction for gifts of those who do not itemize is not taken: whether Idaho gives it is not confirmed.',
      ],
      leftOut: left,
    },
  ],
}
