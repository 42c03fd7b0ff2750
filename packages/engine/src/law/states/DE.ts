import type { Schedule, StateBook } from './state.ts'

/** Delaware. 30 Del. C. §1102, §1108, §1110. */
const names = {
  figures: {
    standardDeduction: { means: 'standard deduction', unit: 'dollars' },
    agedOrBlindDeduction: {
      means: 'additional standard deduction for each filer 65 or older, and for each blind',
      unit: 'dollars',
    },
    personalCredit: { means: 'personal credit for each person', unit: 'dollars' },
    agedCredit: { means: 'further personal credit for each filer of 60 or older', unit: 'dollars' },
  },
  schedules: { rates: { means: 'tax rates' } },
} as const

const source = 'Form PIT-RES instructions'
const fixed = {
  standardDeduction: {
    ...{ cite: '30 Del. C. §1108(a)', source },
    ...{ single: 3_250, mfj: 6_500, mfs: 3_250, hoh: 3_250, qss: 3_250 },
  },
  agedOrBlindDeduction: { cite: '30 Del. C. §1108(b)', source, all: 2_500 },
  personalCredit: { cite: '30 Del. C. §1110(b)(1)', source, all: 110 },
  agedCredit: { cite: '30 Del. C. §1110(b)(2)', source, all: 110 },
} as const

const rates: Schedule = {
  ...{ cite: '30 Del. C. §1102(a)(14)', source: 'Division of Revenue, tax rates for 2014 and later' },
  all: [
    [0, 0],
    [2_000, 220],
    [5_000, 390],
    [10_000, 480],
    [20_000, 520],
    [25_000, 555],
    [60_000, 660],
  ],
}

const left = [
  'The standard deduction is taken, also where itemized deductions are more: the tax of an itemizer may be lower.',
  'Spouses file one joint return here: where both have income, separate columns of a combined return (filing status 4) may bring lower tax.',
  'The further personal credit is given from 65 on: a filer of 60 to 64 has $110 less tax. The exclusions for pensions and for filers of 60 or older with little income are not figured.',
  'The wage tax of Wilmington is not figured.',
]

const assumed = { status: 'unconfirmed', note: 'the law of 2025; the form of 2026 was not seen' } as const

export const delaware: StateBook<typeof names> = {
  ...{ state: 'DE', name: 'Delaware', names },
  tables: [
    { ...{ year: 2024, status: 'published', open: [], leftOut: left, schedules: { rates } }, figures: fixed },
    { ...{ year: 2025, status: 'published', open: [], leftOut: left, schedules: { rates } }, figures: fixed },
    {
      ...{ year: 2026, status: 'published', schedules: { rates: { ...rates, ...assumed } } },
      open: [
        'The rates, deductions and credits of 2026 are those of 2025, which no index moves; the form of 2026 was not seen.',
      ],
      leftOut: left,
      figures: {
        standardDeduction: { ...fixed.standardDeduction, ...assumed },
        agedOrBlindDeduction: { ...fixed.agedOrBlindDeduction, ...assumed },
        personalCredit: { ...fixed.personalCredit, ...assumed },
        agedCredit: { ...fixed.agedCredit, ...assumed },
      },
    },
  ],
}
