import type { StateBook } from './state.ts'

/** Michigan, without city tax. MCL 206.30, 206.51. */
const names = {
  figures: {
    rate: { means: 'rate of the Michigan income tax', unit: 'rate' },
    exemption: {
      means: 'exemption for each person',
      unit: 'dollars',
      indexing: { by: 'prices', to: 100, round: 'nearest' },
    },
  },
  schedules: {},
} as const

const rate = (source: string) => ({ cite: 'MCL 206.51', source, all: 425 })
const exemption = (source: string, all: number) => ({ cite: 'MCL 206.30(2)', source, all })

const open = [
  'City income taxes are not figured; neither is what Michigan deducts for age and retirement, and the exemptions for disability.',
]

export const michigan: StateBook<typeof names> = {
  ...{ state: 'MI', name: 'Michigan', names },
  tables: [
    {
      ...{ year: 2024, status: 'published', open, schedules: {} },
      figures: { rate: rate('Form MI-1040 (2024) line 17'), exemption: exemption('Form MI-1040 (2024)', 5_600) },
    },
    {
      ...{ year: 2025, status: 'published', open, schedules: {} },
      figures: { rate: rate('Form MI-1040 (2025) line 17'), exemption: exemption('Form MI-1040 (2025)', 5_800) },
    },
    {
      ...{ year: 2026, status: 'published', open, schedules: {} },
      figures: { rate: rate('Form 446 (2026)'), exemption: exemption('Form 446 (2026)', 5_900) },
    },
  ],
}
