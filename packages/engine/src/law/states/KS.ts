import type { Schedule, StateBook, Steps } from './state.ts'

/** Kansas. K.S.A. 79-32,110, 79-32,119, 79-32,121. A surviving spouse files as head of household. */
const names = {
  figures: {
    standardDeduction: { means: 'standard deduction', unit: 'dollars' },
    agedOrBlindDeduction: {
      means: 'addition to the standard deduction for each filer 65 or older, and for each blind',
      unit: 'dollars',
    },
    exemption: { means: 'exemption of the filers', unit: 'dollars' },
    headExemption: { means: 'further exemption of a head of household', unit: 'dollars' },
    dependentExemption: { means: 'exemption for each dependent', unit: 'dollars' },
  },
  schedules: { rates: { means: 'tax rates' } },
} as const

const source = 'Form K-40 (2024); SB 1 of the special session of 2024'
const fixed = {
  standardDeduction: {
    ...{ cite: 'K.S.A. 79-32,119', source },
    ...{ single: 3_605, mfj: 8_240, mfs: 4_120, hoh: 6_180, qss: 6_180 },
  },
  agedOrBlindDeduction: {
    ...{ cite: 'K.S.A. 79-32,119(b)', source: 'Form K-40 instructions, line 4' },
    ...{ single: 850, mfj: 700, mfs: 700, hoh: 850, qss: 850 },
  },
  exemption: {
    ...{ cite: 'K.S.A. 79-32,121', source },
    ...{ single: 9_160, mfj: 18_320, mfs: 9_160, hoh: 9_160, qss: 9_160 },
  },
  headExemption: {
    ...{ cite: 'K.S.A. 79-32,121', source },
    ...{ single: 0, mfj: 0, mfs: 0, hoh: 2_320, qss: 2_320 },
  },
  dependentExemption: { cite: 'K.S.A. 79-32,121', source, all: 2_320 },
} as const

const others: Steps = [
  [0, 520],
  [23_000, 558],
]
const joint: Steps = [
  [0, 520],
  [46_000, 558],
]
const rates: Schedule = {
  ...{ cite: 'K.S.A. 79-32,110', source: 'SB 1 of the special session of 2024; Notice 24-08' },
  ...{ single: others, mfj: joint, mfs: others, hoh: others, qss: others },
}

const left = [
  'The standard deduction is taken, also where the federal return itemizes and Kansas lets one itemize: the tax of an itemizer may be lower.',
  'Local taxes on interest and dividends are not figured.',
]
const assumed = { status: 'unconfirmed', note: 'the law of 2025; the form of 2026 was not seen' } as const

export const kansas: StateBook<typeof names> = {
  ...{ state: 'KS', name: 'Kansas', names },
  tables: [
    { ...{ year: 2024, status: 'published', open: [], leftOut: left, schedules: { rates } }, figures: fixed },
    { ...{ year: 2025, status: 'published', open: [], leftOut: left, schedules: { rates } }, figures: fixed },
    {
      ...{ year: 2026, status: 'published', schedules: { rates: { ...rates, ...assumed } } },
      open: [
        'The rates, deductions and exemptions of 2026 are those of 2025 and not confirmed: the statute lowers rates when the revenue of the state allows, and a larger standard deduction was proposed.',
      ],
      leftOut: left,
      figures: {
        standardDeduction: { ...fixed.standardDeduction, ...assumed },
        agedOrBlindDeduction: { ...fixed.agedOrBlindDeduction, ...assumed },
        exemption: { ...fixed.exemption, ...assumed },
        headExemption: { ...fixed.headExemption, ...assumed },
        dependentExemption: { ...fixed.dependentExemption, ...assumed },
      },
    },
  ],
}
