import type { Schedule, StateBook, Steps } from './state.ts'

/**
 * Arkansas. Ark. Code §26-51-201, §26-51-430, §26-51-501, §26-51-815. Net income up to an amount is taxed by one table, more
 * by another less an adjustment that falls by $10 with every $100.
 */
const hundreds = { to: 100, round: 'nearest' } as const
const names = {
  figures: {
    gainExempt: { means: 'part of net capital gain that is not taxed', unit: 'rate' },
    gainExemptAbove: { means: 'net capital gain above which none is taxed', unit: 'dollars' },
    standardDeduction: {
      means: 'standard deduction',
      unit: 'dollars',
      indexing: { by: 'prices', to: 10, round: 'nearest' },
    },
    lowerTableUpTo: {
      means: 'net income up to which the lower table applies',
      unit: 'dollars',
      indexing: { by: 'prices', ...hundreds },
    },
    creditsOfFilers: { means: 'personal credits of the filers', unit: 'count' },
    personalCredit: { means: 'each personal credit', unit: 'dollars' },
  },
  schedules: {
    lowerRates: { means: 'tax rates of the lower table', indexing: hundreds },
    upperRates: { means: 'tax rates of the upper table', indexing: hundreds },
    adjustment: { means: 'what comes off the tax of the upper table, by net income', indexing: hundreds },
  },
} as const

const table = (second: number, third: number, fourth: number, fifth: number, top: number): Steps => [
  [0, 0],
  [second, 200],
  [third, 300],
  [fourth, 340],
  [fifth, top],
]
const upper = (second: number, top: number): Steps => [
  [0, 200],
  [second, top],
]
/** From the first amount on, $10 less above each of the incomes, until nothing is left. */
const falling = (first: number, incomes: readonly number[]): Steps => [
  [0, first],
  ...incomes.map((over, i) => [over, first - 10 * (i + 1)] as const),
]
const everyHundred = (from: number, to: number): number[] =>
  Array.from({ length: (to - from) / 100 + 1 }, (_, i) => from + 100 * i)

const cite = 'Ark. Code §26-51-201'
const oneSource = { status: 'unconfirmed', note: 'one source' } as const
const lower = (source: string, all: Steps): Schedule => ({ cite, source, all })
const single = (source: string, all: Steps): Schedule => ({ cite, source, all, ...oneSource })

const fixed = {
  gainExempt: { cite: 'Ark. Code §26-51-815(b)(2)', source: 'Form AR1000D', all: 5_000 },
  gainExemptAbove: { cite: 'Ark. Code §26-51-815(b)(3)', source: 'Form AR1000D', all: 10_000_000 },
  creditsOfFilers: {
    ...{ cite: 'Ark. Code §26-51-501', source: 'Form AR1000F line 7A' },
    ...{ single: 1, mfj: 2, mfs: 1, hoh: 2, qss: 2 },
  },
  personalCredit: { cite: 'Ark. Code §26-51-501', source: 'Form AR1000F line 7', all: 29 },
} as const
const standard = (source: string, one: number) => ({
  ...{ cite: 'Ark. Code §26-51-430', source },
  ...{ single: one, mfj: 2 * one, mfs: one, hoh: one, qss: one },
})
const upTo = (source: string, all: number) => ({ cite, source, all })

const brackets2024 = 'Indexed Tax Brackets (2024)'
const brackets2025 = 'Indexed Tax Brackets (2025)'
const act1 = 'Act 1 of the first extraordinary session of 2026'

const left = [
  'The standard deduction is taken, also where itemized deductions are more: the tax of an itemizer may be lower.',
  'Spouses file one joint return here: where both have income, separate columns of one return (filing status 4) may bring lower tax.',
  'Tax is by the brackets, not by the printed tax tables; the tables for low incomes, the credit for net income of about $26,000 or less and the credits for those of 65 or older are not figured: tax may be lower.',
]

export const arkansas: StateBook<typeof names> = {
  ...{ state: 'AR', name: 'Arkansas', names },
  tables: [
    {
      ...{ year: 2024, status: 'published' },
      open: ['The upper table of 2024 and the adjustment to it have one source and are not confirmed.'],
      leftOut: left,
      figures: {
        ...{ ...fixed, standardDeduction: standard('Form AR1000F instructions (2024)', 2_410) },
        lowerTableUpTo: { ...upTo(brackets2024, 92_300), ...oneSource },
      },
      schedules: {
        lowerRates: lower(brackets2024, table(5_499, 10_899, 15_599, 25_699, 390)),
        upperRates: single(brackets2024, upper(4_600, 390)),
        // As printed, the step at 94,400 is left out
        adjustment: single(
          brackets2024,
          falling(310, [...everyHundred(92_400, 94_300), ...everyHundred(94_500, 95_500)]),
        ),
      },
    },
    {
      ...{ year: 2025, status: 'published' },
      open: ['The brackets and the standard deduction of 2025 have one source and are not confirmed.'],
      leftOut: left,
      figures: {
        ...{ ...fixed, standardDeduction: { ...standard('withholding formula (2026)', 2_470), ...oneSource } },
        lowerTableUpTo: { ...upTo(brackets2025, 94_700), ...oneSource },
      },
      schedules: {
        lowerRates: single(brackets2025, table(5_599, 11_199, 15_999, 26_399, 390)),
        upperRates: single(brackets2025, upper(4_700, 390)),
        adjustment: single(brackets2025, falling(310, everyHundred(94_800, 97_800))),
      },
    },
    {
      ...{ year: 2026, status: 'published' },
      open: [
        'The brackets of 2026 are those that Act 1 of 2026 enacts, from one reading of it; the standard deduction is that of 2025, as that of 2026 was not found.',
      ],
      leftOut: left,
      figures: {
        ...fixed,
        standardDeduction: {
          ...standard('withholding formula (2026)', 2_470),
          ...{ status: 'unconfirmed', note: 'the amount of 2025; that of 2026 was not found' },
        },
        lowerTableUpTo: upTo(act1, 94_700),
      },
      schedules: {
        lowerRates: single(act1, table(5_600, 11_200, 16_000, 26_400, 370)),
        upperRates: single(act1, upper(4_700, 370)),
        adjustment: single(act1, falling(290, everyHundred(94_800, 97_600))),
      },
    },
  ],
}
