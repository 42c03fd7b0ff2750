import type { StateBook } from './state.ts'

/** Indiana, without county tax. IC 6-3-1-3.5(a), 6-3-2-1. */
const names = {
  figures: {
    rate: { means: 'rate of the Indiana adjusted gross income tax', unit: 'rate' },
    exemption: { means: 'exemption for each person', unit: 'dollars' },
    agedOrBlindExemption: {
      means: 'further exemption for each filer 65 or older, and for each blind',
      unit: 'dollars',
    },
    lowIncomeAgedExemption: { means: 'further exemption for each filer 65 or older of small income', unit: 'dollars' },
    lowIncomeBelow: { means: 'federal adjusted gross income below which it is allowed', unit: 'dollars' },
  },
  schedules: {},
} as const

const source = 'Form IT-40, schedule 3'
const fixed = {
  exemption: { cite: 'IC 6-3-1-3.5(a)(3), (4)(A)', source, all: 1_000 },
  agedOrBlindExemption: { cite: 'IC 6-3-1-3.5(a)(4)(B)', source, all: 1_000 },
  lowIncomeAgedExemption: { cite: 'IC 6-3-1-3.5(a)(5)(C)', source, all: 500 },
  lowIncomeBelow: {
    ...{ cite: 'IC 6-3-1-3.5(a)(5)(C)', source },
    ...{ single: 40_000, mfj: 40_000, mfs: 20_000, hoh: 40_000, qss: 40_000 },
  },
} as const
const rate = (from: string, all: number) => ({ cite: 'IC 6-3-2-1(b)', source: from, all })

const left = [
  'County income tax is not figured; neither is the further exemption of $1,500 for a child, which needs its age, nor deductions for rent and property tax.',
]

export const indiana: StateBook<typeof names> = {
  ...{ state: 'IN', name: 'Indiana', names },
  tables: [
    {
      ...{ year: 2024, status: 'published', open: [], leftOut: left, schedules: {} },
      figures: { ...fixed, rate: rate('Form IT-40 (2024) line 8', 305) },
    },
    {
      ...{ year: 2025, status: 'published', open: [], leftOut: left, schedules: {} },
      figures: { ...fixed, rate: rate('Form IT-40 (2025) line 8', 300) },
    },
    {
      ...{ year: 2026, status: 'published', schedules: {} },
      open: [],
      leftOut: [...left, 'Later years keep the rate of 2026, 2.95 %, although 2.9 % is enacted for 2027.'],
      figures: { ...fixed, rate: rate('Departmental Notice 1 (2026)', 295) },
    },
  ],
}
