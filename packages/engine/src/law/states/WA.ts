import type { StateBook } from './state.ts'

/** Washington: no income tax, an excise on long-term capital gains. RCW 82.87.040, 82.87.060. */
const names = {
  figures: {
    deduction: {
      means: 'standard deduction from long-term gain, one for a couple',
      unit: 'dollars',
      indexing: { by: 'prices', to: 1_000, round: 'nearest' },
    },
  },
  schedules: { rates: { means: 'rates of the capital gains excise' } },
} as const

const deduction = (source: string, all: number) => ({ cite: 'RCW 82.87.060(1)', source, all })
const rates = {
  ...{ cite: 'RCW 82.87.040(1), Laws of 2025 ch. 421', source: 'ESSB 5813 of 2025' },
  all: [
    [0, 700],
    [1_000_000, 990],
  ],
} as const

const left = [
  'Spouses share one standard deduction; on a separate return the whole of it is taken here, none by the other spouse.',
]
const incomeTax =
  'The tax of 9.9 % on income over $1,000,000 enacted for 2028 and after (ESSB 6346) is not figured; a vote may repeal it.'

export const washington: StateBook<typeof names> = {
  ...{ state: 'WA', name: 'Washington', names },
  tables: [
    {
      ...{ year: 2024, status: 'published', open: [], leftOut: left },
      figures: { deduction: deduction('capital gains excise tax return (2024)', 270_000) },
      schedules: {
        rates: { cite: 'RCW 82.87.040(1)', source: 'capital gains excise tax return (2024)', all: [[0, 700]] },
      },
    },
    {
      ...{ year: 2025, status: 'published', open: [], leftOut: left, schedules: { rates } },
      figures: { deduction: deduction('capital gains excise tax return (2025)', 278_000) },
    },
    {
      ...{ year: 2026, status: 'published', schedules: { rates } },
      open: ['The standard deduction of 2026 is not confirmed: $284,000 is a projection by price growth.', incomeTax],
      leftOut: left,
      figures: {
        deduction: {
          ...deduction('projection of PolicyEngine US', 284_000),
          ...{
            status: 'unconfirmed',
            note: 'the Department of Revenue sets it by the Seattle price index',
            other: 278_000,
          },
        },
      },
    },
  ],
}
