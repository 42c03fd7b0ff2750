import type { Schedule, StateBook } from './state.ts'

/** Ohio, nonbusiness income, without municipal and school district tax. R.C. 5747.02(A)(3), 5747.025. */
const names = {
  figures: {},
  schedules: {
    bracketStart: { means: 'where the bracket of an income starts' },
    bracketTax: { means: 'tax that the bracket of an income starts with, charged whole' },
    bracketRate: { means: 'rate on income beyond the start of its bracket' },
    exemption: { means: 'exemption for each person, by Ohio adjusted gross income' },
  },
} as const

const rates = (
  source: string,
  first: number,
  top?: { readonly tax: number; readonly rate: number },
): Readonly<Record<'bracketStart' | 'bracketTax' | 'bracketRate', Schedule>> => {
  const of = (zero: number, middle: number, high: number): Schedule => ({
    ...{ cite: 'R.C. 5747.02(A)(3)', source },
    all: top
      ? [
          [0, zero],
          [26_050, middle],
          [100_000, high],
        ]
      : [
          [0, zero],
          [26_050, middle],
        ],
  })
  return {
    bracketStart: of(0, 26_050, 100_000),
    bracketTax: of(0, first, top?.tax ?? first),
    bracketRate: of(0, 275, top?.rate ?? 275),
  }
}

const chart = [
  [0, 2_400],
  [40_000, 2_150],
  [80_000, 1_900],
] as const
// From 2025 there is none at 750,000 or more, from 2026 at 500,000 or more: the step lies a cent below
const exemption = (source: string, none?: number): Schedule => ({
  ...{ cite: 'R.C. 5747.025', source },
  all: none === undefined ? chart : [...chart, [none - 0.01, 0]],
})

const left = [
  'City and school district income taxes are not figured; neither is the joint filing credit, of at most $650, of couples who both earn.',
]

export const ohio: StateBook<typeof names> = {
  ...{ state: 'OH', name: 'Ohio', names },
  tables: [
    {
      ...{ year: 2024, status: 'published', open: [], leftOut: left, figures: {} },
      schedules: {
        ...rates('IT 1040 booklet (2024)', 360.69, { tax: 2_394.32, rate: 350 }),
        exemption: exemption('IT 1040 booklet (2024)'),
      },
    },
    {
      ...{ year: 2025, status: 'published', open: [], leftOut: left, figures: {} },
      schedules: {
        ...rates('HB 96 of 2025; IT 1040 booklet (2025)', 342, { tax: 2_394.32, rate: 312.5 }),
        exemption: exemption('HB 96 of 2025; IT 1040 booklet (2025)', 750_000),
      },
    },
    {
      ...{ year: 2026, status: 'published', figures: {} },
      open: [
        'The exemptions of 2026 are those of 2025; the tax commissioner may raise them with prices. Later years keep the $26,050 that is free, although it moves with prices again from 2027.',
      ],
      leftOut: left,
      schedules: {
        ...rates('HB 96 of 2025', 332),
        exemption: {
          ...exemption('IT 1040 booklet (2025)', 500_000),
          ...{ status: 'unconfirmed', note: 'the amounts of 2025; those of 2026 are not published' },
        },
      },
    },
  ],
}
