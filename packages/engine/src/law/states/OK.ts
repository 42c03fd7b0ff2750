import type { Schedule, StateBook, Steps } from './state.ts'

/** Oklahoma. 68 O.S. §2355(C), (D), §2358(E). */
const names = {
  figures: {
    standardDeduction: { means: 'standard deduction', unit: 'dollars' },
    exemption: { means: 'exemption for each person, and for each blind filer', unit: 'dollars' },
    agedExemption: { means: 'special exemption for each filer of 65 or older', unit: 'dollars' },
    agedIncome: { means: 'federal adjusted gross income up to which the special exemption is given', unit: 'dollars' },
  },
  schedules: { rates: { means: 'tax rates' } },
} as const

const figures = {
  standardDeduction: {
    ...{ cite: '68 O.S. §2358(E)(2)(g)', source: 'Form 511 line 10' },
    ...{ single: 6_350, mfj: 12_700, mfs: 6_350, hoh: 9_350, qss: 12_700 },
  },
  exemption: { cite: '68 O.S. §2358(E)(1)(a), (b)', source: 'Form 511 line 11', all: 1_000 },
  agedExemption: { cite: '68 O.S. §2358(E)(1)(c)', source: 'Form 511 line 11', all: 1_000 },
  agedIncome: {
    ...{ cite: '68 O.S. §2358(E)(1)(c)', source: 'Form 511 instructions, special exemption' },
    ...{ single: 15_000, mfj: 25_000, mfs: 12_500, hoh: 19_000, qss: 0 },
    ...({ status: 'unconfirmed', note: 'no amount is printed for a surviving spouse', other: 25_000 } as const),
  },
} as const

const byStatus = (one: Steps, together: Steps) => ({
  ...{ single: one, mfj: together, mfs: one, hoh: together, qss: together },
})
const six = (source: string): Schedule => ({
  ...{ cite: '68 O.S. §2355(C)', source },
  ...byStatus(
    [
      [0, 25],
      [1_000, 75],
      [2_500, 175],
      [3_750, 275],
      [4_900, 375],
      [7_200, 475],
    ],
    [
      [0, 25],
      [2_000, 75],
      [5_000, 175],
      [7_500, 275],
      [9_800, 375],
      [14_400, 475],
    ],
  ),
})
const three: Schedule = {
  ...{ cite: '68 O.S. §2355(D)', source: 'HB 2764 of 2025' },
  ...byStatus(
    [
      [0, 0],
      [3_750, 250],
      [4_900, 350],
      [7_200, 450],
    ],
    [
      [0, 0],
      [7_500, 250],
      [9_800, 350],
      [14_400, 450],
    ],
  ),
}

const left = [
  'The standard deduction is taken, also where the federal return itemizes and Oklahoma asks for its own itemized deductions: the tax of an itemizer may be lower.',
  'The deduction for gain on stock of Oklahoma companies and property in Oklahoma held for two years or more, and the credits for children and low income, are not figured: tax may be lower.',
  'A surviving spouse of 65 or older is given no special exemption, for which no income limit of that status is printed.',
]

export const oklahoma: StateBook<typeof names> = {
  ...{ state: 'OK', name: 'Oklahoma', names },
  tables: [
    {
      ...{ year: 2024, status: 'published', open: [], leftOut: left, figures },
      schedules: { rates: six('Form 511 packet (2024), tax table') },
    },
    {
      ...{ year: 2025, status: 'published', open: [], leftOut: left, figures },
      schedules: { rates: six('Form 511 packet (2025), tax table') },
    },
    {
      ...{ year: 2026, status: 'published', figures, schedules: { rates: three } },
      open: [],
      leftOut: [
        ...left,
        'Later years keep the rates of 2026, although 68 O.S. §2355(E) lowers them from 2028 on when the revenue of the state grows.',
      ],
    },
  ],
}
