import type { StateBook, Steps } from './state.ts'

/** West Virginia. W. Va. Code §11-21-4g, 4i, 4j, §11-21-12(c)(9), §11-21-16. */
const names = {
  figures: {
    exemption: { means: 'exemption for each person', unit: 'dollars' },
    agedDeduction: { means: 'income of each filer of 65 or older that is not taxed', unit: 'dollars' },
  },
  schedules: { rates: { means: 'tax rates' } },
} as const

const figures = {
  exemption: { cite: 'W. Va. Code §11-21-16', source: 'Form IT-140 line 6', all: 2_000 },
  agedDeduction: { cite: 'W. Va. Code §11-21-12(c)(9)', source: 'Form IT-140 Schedule M', all: 8_000 },
} as const

type Five = readonly [number, number, number, number, number]
const steps = ([a, b, c, d, e]: Five, part: 1 | 2): Steps => [
  [0, a],
  [10_000 / part, b],
  [25_000 / part, c],
  [40_000 / part, d],
  [60_000 / part, e],
]
/** One schedule for all, half as wide on a separate return. */
const rates = (section: string, source: string, five: Five) => {
  const all = steps(five, 1)
  return {
    ...{ cite: `W. Va. Code §11-21-${section}`, source },
    ...{ single: all, mfj: all, mfs: steps(five, 2), hoh: all, qss: all },
  }
}

const left = [
  'There is no standard deduction; the exclusion of wages on very low incomes, the further exemption of a surviving spouse and the credits, among them that for families of low income, are not figured: tax may be lower.',
  'The $8,000 for a filer of 65 or older are taken of any income, also where one spouse has less, and are not reduced by other retirement subtractions.',
]

export const westVirginia: StateBook<typeof names> = {
  ...{ state: 'WV', name: 'West Virginia', names },
  tables: [
    {
      ...{ year: 2024, status: 'published', open: [], leftOut: left, figures },
      schedules: { rates: rates('4g', 'Form IT-140 instructions (2024), rate schedules', [236, 315, 354, 472, 512]) },
    },
    {
      ...{ year: 2025, status: 'published', open: [], leftOut: left, figures },
      schedules: { rates: rates('4i', 'Form IT-140 instructions (2025), rate schedules', [222, 296, 333, 444, 482]) },
    },
    {
      ...{ year: 2026, status: 'published', figures },
      open: [],
      leftOut: [
        ...left,
        'Later years keep the rates of 2026, although W. Va. Code §11-21-4h lowers them further when the revenue of the state grows.',
      ],
      schedules: { rates: rates('4j', 'SB 392 of 2026', [211, 281, 316, 422, 458]) },
    },
  ],
}
