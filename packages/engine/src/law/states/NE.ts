import type { Schedule, StateBook, Steps } from './state.ts'

/** Nebraska. Neb. Rev. Stat. 77-2715, 77-2715.03, 77-2716.01. */
const names = {
  figures: {
    standardDeduction: {
      means: 'standard deduction',
      unit: 'dollars',
      indexing: { by: 'prices', to: 50, round: 'down' },
    },
    agedOrBlindDeduction: {
      means: 'addition to it for each filer 65 or older, and for each blind',
      unit: 'dollars',
      indexing: { by: 'prices', to: 50, round: 'down' },
    },
    exemptionCredit: {
      means: 'credit for each person',
      unit: 'dollars',
      indexing: { by: 'prices', to: 1, round: 'nearest' },
    },
  },
  schedules: { rates: { means: 'tax rates', indexing: { to: 10, round: 'nearest' } } },
} as const

const standardDeduction = (source: string, one: number, head: number) => ({
  ...{ cite: 'Neb. Rev. Stat. 77-2716.01(3)', source },
  ...{ single: one, mfj: 2 * one, mfs: one, hoh: head, qss: 2 * one },
})
const agedOrBlindDeduction = (source: string, unmarried: number, married: number) => ({
  ...{ cite: 'Neb. Rev. Stat. 77-2716.01(3)', source },
  ...{ single: unmarried, mfj: married, mfs: married, hoh: unmarried, qss: married },
})
const exemptionCredit = (source: string, all: number) => ({ cite: 'Neb. Rev. Stat. 77-2716.01(1)(b)', source, all })

type Edges = readonly [second: number, third: number, fourth: number]
interface Brackets {
  readonly one: Edges
  readonly couple: Edges
  readonly head: Edges
}

/** The rates above the lowest two, which no year has changed, and where each bracket begins. */
function rates(source: string, third: number, fourth: number, { one, couple, head }: Brackets): Schedule {
  const steps = ([a, b, c]: Edges): Steps => [
    [0, 246],
    [a, 351],
    [b, third],
    [c, fourth],
  ]
  return {
    ...{ cite: 'Neb. Rev. Stat. 77-2715.03(2), (3)', source },
    ...{ single: steps(one), mfj: steps(couple), mfs: steps(one), hoh: steps(head), qss: steps(couple) },
  }
}

const left = [
  'The election to leave out gain on the stock of an employer, once in a lifetime (Form 4797N), is not figured: with it tax may be lower.',
  'Other additions and subtractions of Schedule I and credits other than for persons are not figured.',
]

export const nebraska: StateBook<typeof names> = {
  ...{ state: 'NE', name: 'Nebraska', names },
  tables: [
    {
      ...{ year: 2024, status: 'published' },
      open: [
        'The addition for age and blindness of 2024, $1,950 or $1,600, is figured by the rule of the statute; a published amount was not seen.',
      ],
      leftOut: left,
      figures: {
        standardDeduction: standardDeduction('Form 1040N (2024) line 6', 8_350, 12_250),
        agedOrBlindDeduction: {
          ...agedOrBlindDeduction('Neb. Rev. Stat. 77-2716.01(3)(b)', 1_950, 1_600),
          ...{ status: 'unconfirmed', note: 'figured by the rule of the statute; not seen published' },
        },
        exemptionCredit: exemptionCredit('Form 1040N (2024) line 18', 166),
      },
      schedules: {
        rates: rates('Tax calculation schedule (2024)', 501, 584, {
          one: [3_900, 23_370, 37_670],
          couple: [7_790, 46_760, 75_340],
          head: [7_270, 37_400, 55_850],
        }),
      },
    },
    {
      ...{ year: 2025, status: 'published', open: [], leftOut: left },
      figures: {
        standardDeduction: standardDeduction('Form 1040N (2025) line 6', 8_600, 12_600),
        agedOrBlindDeduction: agedOrBlindDeduction('Form 1040N (2025), standard deduction chart', 2_000, 1_650),
        exemptionCredit: exemptionCredit('Form 1040N (2025) line 18', 171),
      },
      schedules: {
        rates: rates('Tax calculation schedule (2025)', 501, 520, {
          one: [4_030, 24_120, 38_870],
          couple: [8_040, 48_250, 77_730],
          head: [7_510, 38_590, 57_630],
        }),
      },
    },
    {
      ...{ year: 2026, status: 'published' },
      open: ['The amounts of 2026 are those of the form for estimated tax, published before the return.'],
      leftOut: [
        ...left,
        'Later years keep the rates of 2026, although LB 754 of 2023 lowers the highest to 3.99 % in 2027.',
      ],
      figures: {
        standardDeduction: standardDeduction('Form 1040N-ES (2026)', 8_850, 12_950),
        agedOrBlindDeduction: agedOrBlindDeduction('Form 1040N-ES (2026)', 2_050, 1_700),
        exemptionCredit: exemptionCredit('Form 1040N-ES (2026)', 176),
      },
      schedules: {
        rates: rates('Form 1040N-ES (2026), rate schedule', 455, 455, {
          one: [4_130, 24_760, 39_900],
          couple: [8_250, 49_530, 79_800],
          head: [7_700, 39_620, 59_160],
        }),
      },
    },
  ],
}
