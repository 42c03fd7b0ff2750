import type { StateBook } from './state.ts'

/** Montana. MCA 15-30-2103, 15-30-2120. */
const names = {
  figures: {
    agedSubtraction: {
      means: 'subtraction for each filer of 65 or older',
      unit: 'dollars',
      indexing: { by: 'prices', to: 10, round: 'nearest' },
    },
  },
  schedules: {
    rates: { means: 'tax rates on income other than net long-term gain' },
    gainRates: { means: 'tax rates on net long-term gain, which lies on top of other income' },
  },
} as const

/** Both schedules have one edge, the same for both. */
function schedules(source: string, one: number, head: number, upper: number) {
  const cut = (lowRate: number, highRate: number) => {
    const at = (edge: number) =>
      [
        [0, lowRate],
        [edge, highRate],
      ] as const
    return { single: at(one), mfj: at(2 * one), mfs: at(one), hoh: at(head), qss: at(2 * one) }
  }
  return {
    rates: { cite: 'MCA 15-30-2103(1)', source, ...cut(470, upper) },
    gainRates: { cite: 'MCA 15-30-2103(2)', source, ...cut(300, 410) },
  }
}

const agedSubtraction = (source: string, all: number) => ({ cite: 'MCA 15-30-2120(3)(g), (7)', source, all })

const left = [
  'Tax is figured by the rates; the state prints it with a constant in whole dollars, which differs by less than a dollar.',
  'Subtractions of Schedule I other than age (interest on federal bonds, military pensions, savings accounts) and credits are not figured.',
]

export const montana: StateBook<typeof names> = {
  ...{ state: 'MT', name: 'Montana', names },
  tables: [
    {
      ...{ year: 2024, status: 'published', open: [], leftOut: left },
      figures: { agedSubtraction: agedSubtraction('Form 2 (2024) line 6', 5_500) },
      schedules: schedules('2024 Montana Tax Tables', 20_500, 30_750, 590),
    },
    {
      ...{ year: 2025, status: 'published', open: [], leftOut: left },
      figures: { agedSubtraction: agedSubtraction('Form 2 (2025) line 6', 5_660) },
      schedules: schedules('Form 2 (2025) instructions, income tax rates', 21_100, 31_700, 590),
    },
    {
      ...{ year: 2026, status: 'published' },
      open: [
        'The subtraction for age of 2026, $5,810, is figured by the rule of the statute; a published amount was not seen.',
      ],
      leftOut: [
        ...left,
        'Later years keep the rates of 2026, although HB 337 of 2025 lowers the upper rate to 5.4 % in 2027 and lets the lower one reach $65,000, or $130,000 on a joint return.',
      ],
      figures: {
        agedSubtraction: {
          ...agedSubtraction('MCA 15-30-2120(7), the growth of prices from June 2023 to June 2025', 5_810),
          ...{ status: 'unconfirmed', note: 'figured by the rule of the statute; not seen published' },
        },
      },
      schedules: schedules('HB 337 of 2025; Publication 1 (2026)', 47_500, 71_250, 565),
    },
  ],
}
