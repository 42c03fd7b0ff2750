import type { StateBook } from './state.ts'

/** Illinois. 35 ILCS 5/201(b)(5.4), 5/204. */
const names = {
  figures: {
    rate: { means: 'rate of the Illinois income tax', unit: 'rate' },
    exemption: {
      means: 'exemption for each person',
      unit: 'dollars',
      indexing: { by: 'prices', to: 25, round: 'down' },
    },
    agedOrBlindExemption: {
      means: 'further exemption for each filer of 65 or older, and for each blind',
      unit: 'dollars',
    },
    exemptionLostAbove: { means: 'federal adjusted gross income above which there is no exemption', unit: 'dollars' },
  },
  schedules: {},
} as const

const rate = { cite: '35 ILCS 5/201(b)(5.4)', source: 'Form IL-1040', all: 495 } as const
const exemptionLostAbove = {
  ...{ cite: '35 ILCS 5/204(g)', source: 'Form IL-1040 instructions' },
  ...{ single: 250_000, mfs: 250_000, hoh: 250_000, mfj: 500_000, qss: 250_000 },
} as const
const agedOrBlindExemption = {
  ...{ cite: '35 ILCS 5/204(d)', source: 'Form IL-1040 lines 10b and 10c', all: 1_000 },
} as const
const exemption = (source: string, all: number) => ({ cite: '35 ILCS 5/204(b)', source, all })

const leftOut = [
  'Additions and subtractions of Schedule M and credits, among them that for property tax, are not figured: tax may be lower.',
]

export const illinois: StateBook<typeof names> = {
  ...{ state: 'IL', name: 'Illinois', names },
  tables: [
    {
      ...{ year: 2024, status: 'published', open: [], leftOut, schedules: {} },
      figures: { rate, exemptionLostAbove, agedOrBlindExemption, exemption: exemption('Form IL-1040 (2024)', 2_775) },
    },
    {
      ...{ year: 2025, status: 'published', open: [], leftOut, schedules: {} },
      figures: { rate, exemptionLostAbove, agedOrBlindExemption, exemption: exemption('Form IL-1040 (2025)', 2_850) },
    },
    {
      ...{ year: 2026, status: 'published', open: [], leftOut, schedules: {} },
      figures: {
        rate,
        exemptionLostAbove,
        agedOrBlindExemption,
        exemption: exemption('Form IL-1040-ES (2026)', 2_925),
      },
    },
  ],
}
