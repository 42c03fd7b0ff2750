import type { StateBook } from './state.ts'

/** Pennsylvania. 72 P.S. §7302, §7303. */
const names = {
  figures: {
    rate: { means: 'rate of the Pennsylvania income tax', unit: 'rate' },
    isoSpreadTaxedAtExercise: {
      means: '1: the spread of an ISO is compensation when it is exercised, and basis afterwards',
      unit: 'switch',
    },
  },
  schedules: {},
} as const

const rate = (source: string) => ({ cite: '72 P.S. §7302(a)', source, all: 307 })
const isoSpreadTaxedAtExercise = {
  ...{ cite: '72 P.S. §7303(a)(1)', source: 'secondary sources, which disagree; no text of the Department of Revenue' },
  ...({ status: 'unconfirmed', all: 0, other: 1 } as const),
  note: 'whether Pennsylvania taxes the spread when an ISO is exercised, as is widely stated, or follows the federal return',
} as const

const open = [
  'The spread of an ISO is not taxed at exercise here. It is widely stated that Pennsylvania taxes it then as compensation, at 3.07 %; no official text was found.',
]

const leftOut = [
  'Tax forgiveness for low incomes (Schedule SP), local earned income tax and the Philadelphia wage tax are not figured.',
]

export const pennsylvania: StateBook<typeof names> = {
  ...{ state: 'PA', name: 'Pennsylvania', names },
  tables: [
    {
      ...{ year: 2024, status: 'published', open, leftOut, schedules: {} },
      figures: { isoSpreadTaxedAtExercise, rate: rate('Form PA-40 (2024) line 12') },
    },
    {
      ...{ year: 2025, status: 'published', open, leftOut, schedules: {} },
      figures: { isoSpreadTaxedAtExercise, rate: rate('Form PA-40 (2025) line 12') },
    },
    {
      ...{ year: 2026, status: 'published', open, leftOut, schedules: {} },
      figures: { isoSpreadTaxedAtExercise, rate: rate('Form PA-40 ES (2026)') },
    },
  ],
}
