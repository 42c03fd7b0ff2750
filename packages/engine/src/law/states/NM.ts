import type { Schedule, StateBook, Steps } from './state.ts'

/** New Mexico. NMSA 1978 §7-2-2, §7-2-5.8, §7-2-7, §7-2-34, §7-2-39. */
const names = {
  figures: {
    dependentDeduction: { means: 'deduction for each dependent but the first', unit: 'dollars' },
    lowIncomeExemption: { means: 'exemption for each person on low and middle incomes', unit: 'dollars' },
    lowIncomeStart: { means: 'income above which the exemption of each person falls', unit: 'dollars' },
    lowIncomeFall: { means: 'part of the income above that by which it falls', unit: 'rate' },
    lowIncomeLimit: { means: 'income above which there is no such exemption', unit: 'dollars' },
    gainAmount: { means: 'net capital gain that is not taxed', unit: 'dollars' },
    // Nothing from 2025 on, when the part was kept for the sale of a business in the state
    gainPart: { means: 'part of net capital gain that is not taxed, if that is more', unit: 'rate' },
    gainShare: { means: 'share of that deduction that is allowed, half on a separate return', unit: 'rate' },
  },
  schedules: { rates: { means: 'tax rates' } },
} as const

const threeWays = (single: number, together: number, separate: number) => ({
  ...{ single, mfj: together, mfs: separate, hoh: together, qss: together },
})
const source = 'PIT-1 instructions'
const lowIncome = { cite: 'NMSA 1978 §7-2-5.8', source: `${source}, worksheet to line 14` } as const
const fixed = {
  // The statute names couples and heads of household, not surviving spouses
  dependentDeduction: {
    ...{ cite: 'NMSA 1978 §7-2-39', source: `${source}, worksheet to line 13` },
    ...{ single: 0, mfj: 4_000, mfs: 0, hoh: 4_000, qss: 0 },
  },
  lowIncomeExemption: { ...lowIncome, all: 2_500 },
  lowIncomeStart: { ...lowIncome, ...threeWays(20_000, 30_000, 15_000) },
  lowIncomeFall: { ...lowIncome, ...threeWays(1_500, 1_000, 2_000) },
  lowIncomeLimit: { ...lowIncome, ...threeWays(36_667, 55_000, 27_500) },
  gainShare: {
    ...{ cite: 'NMSA 1978 §7-2-34(B)', source: 'PIT-ADJ instructions, line 16' },
    ...threeWays(10_000, 10_000, 5_000),
    status: 'unconfirmed',
    note: 'on a separate return half of what a joint return would allow; gain of the spouse is not known',
  },
} as const
const gain = (year: number, amount: number, part: number) => ({
  gainAmount: { cite: 'NMSA 1978 §7-2-34(A)', source: `PIT-ADJ instructions (${year}), line 16`, all: amount },
  gainPart: { cite: 'NMSA 1978 §7-2-34(A)', source: `PIT-ADJ instructions (${year}), line 16`, all: part },
})

const byStatus = (single: Steps, together: Steps, separate: Steps) => ({
  ...{ single, mfj: together, mfs: separate, hoh: together, qss: together },
})
const five = ([a, b, c, d]: readonly [number, number, number, number]): Steps => [
  [0, 170],
  [a, 320],
  [b, 470],
  [c, 490],
  [d, 590],
]
const six = ([a, b, c, d, e]: readonly [number, number, number, number, number]): Steps => [
  [0, 150],
  [a, 320],
  [b, 430],
  [c, 470],
  [d, 490],
  [e, 590],
]
const ratesOf2024: Schedule = {
  ...{ cite: 'NMSA 1978 §7-2-7', source: 'PIT-1 instructions (2024), tax rate table' },
  ...byStatus(
    five([5_500, 11_000, 16_000, 210_000]),
    five([8_000, 16_000, 24_000, 315_000]),
    five([4_000, 8_000, 12_000, 157_500]),
  ),
}
const rates: Schedule = {
  ...{ cite: 'NMSA 1978 §7-2-7, Laws 2024, ch. 67', source: 'HB 252 of 2024; PIT-1 instructions (2025)' },
  ...byStatus(
    six([5_500, 16_500, 33_500, 66_500, 210_000]),
    six([8_000, 25_000, 50_000, 100_000, 315_000]),
    six([4_000, 12_500, 25_000, 50_000, 157_500]),
  ),
}

const left = [
  'The standard deduction is taken, also where the federal return itemizes: the tax of an itemizer may be lower.',
  'The exemption of persons who are blind or 65 or older on low incomes and the rebates and credits are not figured: tax may be lower.',
  'On a separate return the deduction for gain is half of that on the gain of the return, as if the spouse had none.',
]
const business = 'The deduction of 40 % of gain from the sale of a business in New Mexico is not figured.'

export const newMexico: StateBook<typeof names> = {
  ...{ state: 'NM', name: 'New Mexico', names },
  tables: [
    {
      ...{ year: 2024, status: 'published', open: [], leftOut: left, schedules: { rates: ratesOf2024 } },
      figures: { ...fixed, ...gain(2024, 1_000, 4_000) },
    },
    {
      ...{ year: 2025, status: 'published', open: [business], leftOut: left, schedules: { rates } },
      figures: { ...fixed, ...gain(2025, 2_500, 0) },
    },
    {
      ...{ year: 2026, status: 'published', open: [business], leftOut: left, schedules: { rates } },
      figures: { ...fixed, ...gain(2025, 2_500, 0) },
    },
  ],
}
