import type { Schedule, StateBook, Steps } from './state.ts'

/** Missouri. RSMo 143.011, 143.121, 143.131, 143.161, 143.171. */
const names = {
  figures: {
    gainSubtraction: { means: 'part of capital gain that is not taxed', unit: 'rate' },
    federalTaxCap: { means: 'most that is deducted of federal income tax', unit: 'dollars' },
    householdDeduction: { means: 'deduction of a head of household or surviving spouse', unit: 'dollars' },
  },
  schedules: {
    rates: { means: 'tax rates' },
    federalTaxShare: { means: 'part of federal income tax that is deducted, by Missouri adjusted gross income' },
  },
} as const

/** Seven equal bands, the first free, and the rest. */
const rates = (source: string, band: number, top: number): Schedule => ({
  ...{ cite: 'RSMo 143.011', source },
  all: [0, 200, 250, 300, 350, 400, 450, top].map((rate, i) => [i * band, rate] as const) as Steps,
})
const federalTaxShare = {
  ...{ cite: 'RSMo 143.171.2', source: 'Form MO-1040 instructions, line 12' },
  all: [
    [0, 3_500],
    [25_000, 2_500],
    [50_000, 1_500],
    [100_000, 500],
    [125_000, 0],
  ],
} as const
const fixed = {
  federalTaxCap: {
    ...{ cite: 'RSMo 143.171.1', source: 'Form MO-1040 instructions, line 13' },
    ...{ single: 5_000, mfj: 10_000, mfs: 5_000, hoh: 5_000, qss: 5_000 },
  },
  householdDeduction: {
    ...{ cite: 'RSMo 143.161.2', source: 'Form MO-1040' },
    ...{ single: 0, mfj: 0, mfs: 0, hoh: 1_400, qss: 1_400 },
  },
} as const
const gainSubtraction = (source: string, all: number) => ({ cite: 'RSMo 143.121.3', source, all })

const left = [
  'The tax of a couple is figured on their income together, although Missouri figures that of each spouse by itself: it may be up to about $180 lower.',
  'The federal standard deduction is taken, also where the federal return itemizes: the tax of an itemizer may be lower. Earnings taxes of St. Louis and Kansas City are not figured.',
]

export const missouri: StateBook<typeof names> = {
  ...{ state: 'MO', name: 'Missouri', names },
  tables: [
    {
      ...{ year: 2024, status: 'published', open: [], leftOut: left },
      figures: { ...fixed, gainSubtraction: gainSubtraction('HB 594 of 2025 is for later years', 0) },
      schedules: { federalTaxShare, rates: rates('Form MO-1040 instructions (2024), tax chart', 1_273, 480) },
    },
    {
      ...{ year: 2025, status: 'published', open: [], leftOut: left },
      figures: { ...fixed, gainSubtraction: gainSubtraction('HB 594 of 2025', 10_000) },
      schedules: { federalTaxShare, rates: rates('Form MO-1040 instructions (2025), tax chart', 1_313, 470) },
    },
    {
      ...{ year: 2026, status: 'published' },
      open: [],
      leftOut: [
        ...left,
        'Later years keep the rates and bands of 2026, although the bands move with prices and the rate falls when the revenue of the state allows.',
      ],
      figures: { ...fixed, gainSubtraction: gainSubtraction('HB 594 of 2025', 10_000) },
      schedules: { federalTaxShare, rates: rates('Withholding tax formula (2026)', 1_348, 470) },
    },
  ],
}
