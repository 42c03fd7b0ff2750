import type { StateBook, Steps } from './state.ts'

/** Wisconsin. Wis. Stat. 71.05(6)(b)9, 71.05(22)(dp), 71.05(23), 71.06. */
const indexed = { by: 'prices', to: 10, round: 'nearest' } as const
const names = {
  figures: {
    gainSubtraction: { means: 'part of net long-term gain that is not taxed', unit: 'rate' },
    standardDeduction: { means: 'largest standard deduction', unit: 'dollars', indexing: indexed },
    standardDeductionStart: { means: 'income above which it falls', unit: 'dollars', indexing: indexed },
    standardDeductionRate: { means: 'part of the income above it that it loses', unit: 'rate' },
    // A head of household has the deduction of a single filer where that is more; others have their own again
    leastStandardDeduction: {
      means: 'largest standard deduction of a single filer, for a head of household',
      unit: 'dollars',
      indexing: indexed,
    },
    leastStandardDeductionRate: { means: 'part of the income above the start that it loses', unit: 'rate' },
    exemption: { means: 'exemption for each person', unit: 'dollars' },
    agedExemption: { means: 'further exemption for each filer of 65 or older', unit: 'dollars' },
  },
  schedules: { rates: { means: 'tax rates', indexing: { to: 10, round: 'nearest' } } },
} as const

/** Single, joint, separate, head of household; Wisconsin treats a surviving spouse as a head of household. */
type Columns = readonly [single: number, joint: number, separate: number, head: number]
const columns = ([single, mfj, mfs, head]: Columns) => ({ single, mfj, mfs, hoh: head, qss: head })

/** Single, joint, separate: in brackets, a head of household is as single. */
type Edges = readonly [single: number, joint: number, separate: number]
const rates = (source: string, [second, third, top]: readonly [Edges, Edges, Edges]) => {
  const of = (i: 0 | 1 | 2): Steps => [
    [0, 350],
    [second[i], 440],
    [third[i], 530],
    [top[i], 765],
  ]
  return {
    ...{ cite: 'Wis. Stat. 71.06', source },
    ...{ single: of(0), mfj: of(1), mfs: of(2), hoh: of(0), qss: of(0) },
  }
}

const deduction = (source: string, most: Columns, start: Columns) => {
  const of = { cite: 'Wis. Stat. 71.05(22)(dp)', source }
  return {
    standardDeduction: { ...of, ...columns(most) },
    standardDeductionStart: { ...of, ...columns(start) },
    standardDeductionRate: { ...of, ...columns([1_200, 1_977.8, 1_977.8, 2_251.5]) },
    leastStandardDeduction: { ...of, ...columns([most[0], most[1], most[2], most[0]]) },
    leastStandardDeductionRate: { ...of, ...columns([1_200, 1_977.8, 1_977.8, 1_200]) },
  }
}
const fixed = {
  gainSubtraction: { cite: 'Wis. Stat. 71.05(6)(b)9', source: 'Schedule WD', all: 3_000 },
  exemption: { cite: 'Wis. Stat. 71.05(23)', source: 'Form 1 line 10', all: 700 },
  agedExemption: { cite: 'Wis. Stat. 71.05(23)', source: 'Form 1 line 10', all: 250 },
} as const

const open = [
  'Credits are not figured, among them 5 % of mortgage interest and gifts beyond the standard deduction, and up to $480 for couples who both earn.',
]

export const wisconsin: StateBook<typeof names> = {
  ...{ state: 'WI', name: 'Wisconsin', names },
  tables: [
    {
      ...{ year: 2024, status: 'published', open },
      figures: {
        ...fixed,
        ...deduction(
          'Form 1 instructions (2024), standard deduction table',
          [13_230, 24_490, 11_630, 17_090],
          [19_070, 27_520, 13_060, 19_070],
        ),
      },
      schedules: {
        rates: rates('Form 1 instructions (2024)', [
          [14_320, 19_090, 9_550],
          [28_640, 38_190, 19_090],
          [315_310, 420_420, 210_210],
        ]),
      },
    },
    {
      ...{ year: 2025, status: 'published', open },
      figures: {
        ...fixed,
        ...deduction(
          'Form 1-ES instructions (2025)',
          [13_560, 25_110, 11_930, 17_520],
          [19_550, 28_210, 13_390, 19_550],
        ),
      },
      schedules: {
        rates: rates('2025 Wisconsin Act 15; Form 1-ES instructions (2025)', [
          [14_680, 19_580, 9_790],
          [50_480, 67_300, 33_650],
          [323_290, 431_060, 215_530],
        ]),
      },
    },
    {
      ...{ year: 2026, status: 'published', open },
      figures: {
        ...fixed,
        ...deduction(
          'Form 1-ES instructions (2026)',
          [13_960, 25_840, 12_280, 18_030],
          [20_120, 29_040, 13_780, 20_120],
        ),
      },
      schedules: {
        rates: rates('Form 1-ES instructions (2026)', [
          [15_110, 20_150, 10_080],
          [51_950, 69_260, 34_630],
          [332_720, 443_630, 221_820],
        ]),
      },
    },
  ],
}
