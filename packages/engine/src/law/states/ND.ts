import type { Schedule, StateBook, Steps } from './state.ts'

/** North Dakota. N.D.C.C. 57-38-30.3. */
const names = {
  figures: {
    gainSubtraction: { means: 'part of net long-term gain that is not taxed', unit: 'rate' },
    dividendSubtraction: { means: 'part of qualified dividends that is not taxed', unit: 'rate' },
  },
  schedules: { rates: { means: 'tax rates', indexing: { to: 25, round: 'nearest' } } },
} as const

const figures = {
  gainSubtraction: { cite: 'N.D.C.C. 57-38-30.3(2)(d)(1)', source: 'Form ND-1 line 6', all: 4_000 },
  dividendSubtraction: { cite: 'N.D.C.C. 57-38-30.3(2)(d)(2)', source: 'Form ND-1 line 13', all: 4_000 },
} as const

type Edges = readonly [second: number, third: number]
interface Brackets {
  readonly single: Edges
  readonly couple: Edges
  readonly separate: Edges
  readonly head: Edges
}

function rates(source: string, { single, couple, separate, head }: Brackets): { readonly rates: Schedule } {
  const steps = ([a, b]: Edges): Steps => [
    [0, 0],
    [a, 195],
    [b, 250],
  ]
  return {
    rates: {
      ...{ cite: 'N.D.C.C. 57-38-30.3(1)', source },
      ...{ single: steps(single), mfj: steps(couple), mfs: steps(separate), hoh: steps(head), qss: steps(couple) },
    },
  }
}

const left = [
  'The marriage penalty credit, of at most some $300 for couples who both earn, and other credits are not figured.',
  'Tax is figured by the rates, not by the steps of the tax table.',
]

export const northDakota: StateBook<typeof names> = {
  ...{ state: 'ND', name: 'North Dakota', names },
  tables: [
    {
      ...{ year: 2024, status: 'published', open: [], leftOut: left, figures },
      schedules: rates('Form ND-1 (2024), tax rate schedules', {
        single: [47_150, 238_200],
        couple: [78_775, 289_975],
        separate: [39_375, 144_975],
        head: [63_175, 264_100],
      }),
    },
    {
      ...{ year: 2025, status: 'published', open: [], leftOut: left, figures },
      schedules: rates('Form ND-1 (2025), tax rate schedules', {
        single: [48_475, 244_825],
        couple: [80_975, 298_075],
        separate: [40_475, 149_025],
        head: [64_950, 271_450],
      }),
    },
    {
      ...{ year: 2026, status: 'published', figures },
      open: ['The brackets of 2026 are those of the form for estimated tax, published before the return.'],
      leftOut: left,
      schedules: rates('Form ND-1ES (2026), tax rate schedules', {
        single: [49_575, 250_400],
        couple: [82_800, 304_850],
        separate: [41_400, 152_425],
        head: [66_400, 277_600],
      }),
    },
  ],
}
