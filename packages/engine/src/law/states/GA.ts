import type { StateBook } from './state.ts'

/** Georgia. O.C.G.A. §48-7-20(a.1), §48-7-26, §48-7-27(a)(1). */
const names = {
  figures: {
    rate: { means: 'rate of the Georgia income tax', unit: 'rate' },
    standardDeduction: { means: 'standard deduction', unit: 'dollars' },
    dependentExemption: { means: 'exemption for each dependent', unit: 'dollars' },
  },
  schedules: {},
} as const

const rate = (source: string, all: number) => ({ cite: 'O.C.G.A. §48-7-20(a.1)', source, all })
const dependentExemption = (source: string, all: number) => ({ cite: 'O.C.G.A. §48-7-26(b)', source, all })
const standardDeduction = {
  ...{ cite: 'O.C.G.A. §48-7-27(a)(1)(B)', source: 'IT-511 booklet, Form 500 line 11' },
  ...{ single: 12_000, mfj: 24_000, mfs: 12_000, hoh: 12_000, qss: 12_000 },
} as const

const left = [
  'The standard deduction is taken, also where the federal return itemizes: the tax of an itemizer may be lower.',
  'The retirement income exclusion of persons of 62 or more, which covers interest, dividends and gains too, is not figured.',
]

export const georgia: StateBook<typeof names> = {
  ...{ state: 'GA', name: 'Georgia', names },
  tables: [
    {
      ...{ year: 2024, status: 'published', open: [], leftOut: left, schedules: {} },
      figures: {
        rate: rate('IT-511 booklet (2024); HB 1015 of 2024', 539),
        ...{ standardDeduction, dependentExemption: dependentExemption('IT-511 booklet (2024)', 4_000) },
      },
    },
    {
      ...{ year: 2025, status: 'published', open: [], leftOut: left, schedules: {} },
      figures: {
        rate: rate('HB 111 of 2025', 519),
        ...{ standardDeduction, dependentExemption: dependentExemption('IT-511 booklet (2025)', 4_000) },
      },
    },
    {
      ...{ year: 2026, status: 'published', schedules: {} },
      open: [
        'The standard deduction of a surviving spouse, $30,000 instead of $12,000 before, rests on one reading of HB 463 that is not confirmed.',
      ],
      leftOut: [
        ...left,
        'Later years keep the rate and amounts of 2026, although HB 463 moves them on when the revenue of the state allows.',
      ],
      figures: {
        rate: rate('HB 463 of 2026', 499),
        standardDeduction: {
          ...{ cite: 'O.C.G.A. §48-7-27(a)(1)(B)', source: 'HB 463 of 2026, as PolicyEngine US reads it' },
          ...{ single: 15_000, mfj: 30_000, mfs: 15_000, hoh: 15_000, qss: 30_000 },
          ...{ status: 'unconfirmed', note: 'the amount of a surviving spouse has one source; it may be $15,000' },
        },
        dependentExemption: dependentExemption('HB 463 of 2026', 5_000),
      },
    },
  ],
}
