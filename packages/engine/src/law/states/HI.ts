import type { Schedule, StateBook, Steps } from './state.ts'

/** Hawaii. HRS §235-2.4, §235-51, §235-54. Tax on net capital gain is at most 7.25 %. */
const names = {
  figures: {
    standardDeduction: { means: 'standard deduction', unit: 'dollars' },
    exemption: { means: 'exemption for each person, and again for each filer of 65 or older', unit: 'dollars' },
    gainRate: { means: 'largest rate on net capital gain', unit: 'rate' },
    taxedBelowGainRate: {
      means: 'least taxable income that stays at the usual rates beside net capital gain',
      unit: 'dollars',
    },
  },
  schedules: { rates: { means: 'tax rates' } },
} as const

const rates = [140, 320, 550, 640, 680, 720, 760, 790, 825, 900, 1_000, 1_100] as const
/** The thresholds of single filers; joint ones are twice, those of a head of household one and a half times as much. */
const byStatus = (thresholds: readonly number[]) => {
  const times = (share: number): Steps => rates.map((rate, i) => [(thresholds[i] as number) * share, rate] as const)
  return { single: times(1), mfj: times(2), mfs: times(1), hoh: times(1.5), qss: times(2) }
}
const cite = 'HRS §235-51(a) to (c)'
const ratesOf2024: Schedule = {
  ...{ cite, source: 'Form N-11 instructions (2024), tax rate schedules' },
  ...byStatus([0, 2_400, 4_800, 9_600, 14_400, 19_200, 24_000, 36_000, 48_000, 150_000, 175_000, 200_000]),
}
const ratesFrom2025: Schedule = {
  ...{ cite, source: 'Act 46 of 2024; Form N-11 instructions (2025), tax rate schedules' },
  ...byStatus([0, 9_600, 14_400, 19_200, 24_000, 36_000, 48_000, 125_000, 175_000, 225_000, 275_000, 325_000]),
}

const fixed = {
  exemption: { cite: 'HRS §235-54', source: 'Form N-11 instructions, line 25', all: 1_144 },
  gainRate: { cite: 'HRS §235-51(f)', source: 'Form N-11 instructions, tax on capital gains worksheet', all: 725 },
} as const
const standard = (source: string, one: number, head: number) => ({
  ...{ cite: 'HRS §235-2.4(a)(2)', source },
  ...{ single: one, mfj: 2 * one, mfs: one, hoh: head, qss: 2 * one },
})
const below = (source: string, one: number) => ({
  ...{ cite: 'HRS §235-51(f)', source },
  ...{ single: one, mfj: 2 * one, mfs: one, hoh: 1.5 * one, qss: 2 * one },
})
const below2024 = below('Form N-11 instructions, tax on capital gains worksheet', 24_000)
const belowFrom2025 = {
  ...below('HRS §235-51(f) on the rates of Act 46 of 2024', 48_000),
  status: 'unconfirmed',
  note: 'by the statute; the worksheet of 2025 was not seen and may keep half of it',
} as const

const left = [
  'The standard deduction is taken, also where itemized deductions are more: the tax of an itemizer may be lower.',
  'The exclusion of gain on stock options and stock of a qualified high technology business (HRS §235-9.5) is not figured: where it applies, tax is lower.',
  'The exemption of $7,000 for the blind or disabled in place of the usual one is not figured, nor are credits for low incomes.',
]
const gainWorksheet =
  'The income that stays at the usual rates beside long-term gain follows the statute from 2025 on; the worksheet of the form was not seen and may have half of it.'

export const hawaii: StateBook<typeof names> = {
  ...{ state: 'HI', name: 'Hawaii', names },
  tables: [
    {
      ...{ year: 2024, status: 'published', open: [], leftOut: left, schedules: { rates: ratesOf2024 } },
      figures: {
        ...{ ...fixed, taxedBelowGainRate: below2024 },
        standardDeduction: standard('Form N-11 instructions (2024), line 23', 4_400, 6_424),
      },
    },
    {
      ...{ year: 2025, status: 'published', open: [gainWorksheet], leftOut: left, schedules: { rates: ratesFrom2025 } },
      figures: {
        ...{ ...fixed, taxedBelowGainRate: belowFrom2025 },
        standardDeduction: standard('Act 46 of 2024', 4_400, 6_424),
      },
    },
    {
      ...{ year: 2026, status: 'published', schedules: { rates: ratesFrom2025 } },
      open: [gainWorksheet, 'The standard deduction of 2026 has one source and is not confirmed.'],
      leftOut: [
        ...left,
        'Later years keep the rates and deduction of 2026, although Act 46 of 2024 and Act 24 of 2026 change them from 2027 on, with a rate of 13 % on joint income over $1,000,000.',
      ],
      figures: {
        ...{ ...fixed, taxedBelowGainRate: belowFrom2025 },
        standardDeduction: {
          ...standard('Act 46 of 2024', 8_000, 12_000),
          ...{ status: 'unconfirmed', note: 'one source' },
        },
      },
    },
  ],
}
