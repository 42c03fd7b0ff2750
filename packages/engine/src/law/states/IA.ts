import type { Schedule, StateBook, Steps } from './state.ts'

/** Iowa. Iowa Code §422.5, §422.5A, §422.7, §422.12. */
const names = {
  figures: {
    personalCredits: { means: 'personal credits of the filers', unit: 'count' },
    personalCredit: { means: 'each personal credit', unit: 'dollars' },
    agedOrBlindCredit: { means: 'further credit for each filer 65 or older, and for each blind', unit: 'dollars' },
    dependentCredit: { means: 'credit for each dependent', unit: 'dollars' },
  },
  schedules: { rates: { means: 'tax rates' } },
} as const

const source = 'IA 1040 instructions, step 3'
const fixed = {
  personalCredits: { cite: 'Iowa Code §422.12', source, single: 1, mfj: 2, mfs: 1, hoh: 2, qss: 1 },
  personalCredit: { cite: 'Iowa Code §422.12', source, all: 40 },
  agedOrBlindCredit: { cite: 'Iowa Code §422.12', source, all: 20 },
  dependentCredit: { cite: 'Iowa Code §422.12', source, all: 40 },
} as const

const others: Steps = [
  [0, 440],
  [6_210, 482],
  [31_050, 570],
]
const joint: Steps = [
  [0, 440],
  [12_420, 482],
  [62_100, 570],
]
const ratesOf2024: Schedule = {
  ...{ cite: 'Iowa Code §422.5A', source: 'IA 1040 (2024) tax rate schedules of the Department of Revenue' },
  ...{ single: others, mfj: joint, mfs: others, hoh: others, qss: others },
}
const rates: Schedule = {
  ...{ cite: 'Iowa Code §422.5A; SF 2442 of 2024', source: 'IA 1040 instructions (2025), line 5', all: [[0, 380]] },
}

const addBack =
  'Federal taxable income is taken over as it is: whether an itemizer adds back the Iowa income tax deducted in it is not confirmed; where one does, tax is higher.'

const left = [
  'The one election in a lifetime not to be taxed on gain from stock that a qualified Iowa corporation gave its employees is not figured.',
  'The exemption, the alternate tax and the tax reduction for low incomes are not figured: for filers of 65 or older with little income, tax may be lower.',
  'School district and emergency medical services surtaxes are not figured.',
]

export const iowa: StateBook<typeof names> = {
  ...{ state: 'IA', name: 'Iowa', names },
  tables: [
    {
      ...{ year: 2024, status: 'published', open: [addBack], leftOut: left, schedules: { rates: ratesOf2024 } },
      figures: fixed,
    },
    { ...{ year: 2025, status: 'published', open: [addBack], leftOut: left, schedules: { rates } }, figures: fixed },
    {
      ...{ year: 2026, status: 'published', figures: fixed },
      open: [addBack, 'The credits of 2026 are those of the forms of 2025, which the statute fixes.'],
      leftOut: left,
      schedules: { rates: { ...rates, source: 'SF 2442 of 2024, for 2025 and after' } },
    },
  ],
}
