import type { StateBook } from './state.ts'

/** Massachusetts. M.G.L. c. 62 §§2, 3, 4. */
const names = {
  figures: {
    rate: { means: 'rate on wages, interest, dividends and other income', unit: 'rate' },
    shortRate: { means: 'rate on short-term gains', unit: 'rate' },
    longRate: { means: 'rate on long-term gains', unit: 'rate' },
    surtaxRate: { means: 'rate of the surtax', unit: 'rate' },
    surtaxAbove: {
      means: 'taxable income above which there is a surtax',
      unit: 'dollars',
      indexing: { by: 'prices', to: 50, round: 'down' },
    },
    lossAgainstInvestment: { means: 'most capital loss that lowers interest and dividends', unit: 'dollars' },
    payrollRate: { means: 'employee share of Social Security and Medicare tax', unit: 'rate' },
    payrollMost: { means: 'most of it that is deducted', unit: 'dollars' },
    exemption: { means: 'personal exemption', unit: 'dollars' },
    dependentExemption: { means: 'exemption for each dependent', unit: 'dollars' },
    agedExemption: { means: 'exemption for each filer of 65 or older', unit: 'dollars' },
    blindExemption: { means: 'exemption for each blind filer', unit: 'dollars' },
  },
  schedules: {},
} as const

const figures = {
  rate: { cite: 'M.G.L. c. 62 §4(b)', source: 'Form 1 line 22', all: 500 },
  shortRate: { cite: 'M.G.L. c. 62 §4(a)', source: 'Schedule B, in PolicyEngine', all: 850 },
  longRate: { cite: 'M.G.L. c. 62 §4(c)', source: 'Schedule D, in PolicyEngine', all: 500 },
  surtaxRate: { cite: 'M.G.L. c. 62 §4(d)', source: 'Schedule 4% Surtax, in PolicyEngine', all: 400 },
  lossAgainstInvestment: {
    ...{ cite: 'M.G.L. c. 62 §2(c)', source: 'Department of Revenue, Schedules B and D overview and computation' },
    all: 2_000,
  },
  payrollRate: { cite: 'IRC §3101', source: 'Internal Revenue Code', all: 765 },
  payrollMost: { cite: 'M.G.L. c. 62 §3(B)(a)(3)', source: 'Form 1 line 11', all: 2_000 },
  exemption: {
    ...{ cite: 'M.G.L. c. 62 §3(B)(b)', source: 'Form 1 line 2a, in PolicyEngine' },
    ...{ single: 4_400, mfj: 8_800, mfs: 4_400, hoh: 6_800, qss: 4_400 },
  },
  dependentExemption: { cite: 'M.G.L. c. 62 §3(B)(b)', source: 'Form 1 line 2b, in PolicyEngine', all: 1_000 },
  agedExemption: { cite: 'M.G.L. c. 62 §3(B)(b)', source: 'Form 1 line 2c, in PolicyEngine', all: 700 },
  blindExemption: { cite: 'M.G.L. c. 62 §3(B)(b)', source: 'Form 1 line 2d, in PolicyEngine', all: 2_200 },
} as const

const surtaxAbove = (source: string, all: number) => ({ cite: 'M.G.L. c. 62 §4(d)', source, all })

const open = [
  'that the exercise of an ISO is taxed as on the federal return is assumed; no official text of Massachusetts was seen.',
]

const leftOut = [
  'The no tax status and the limited income credit of low incomes, and other deductions and credits, are not figured.',
]

export const massachusetts: StateBook<typeof names> = {
  ...{ state: 'MA', name: 'Massachusetts', names },
  tables: [
    {
      ...{ year: 2024, status: 'published', open, leftOut, schedules: {} },
      figures: { ...figures, surtaxAbove: surtaxAbove('Form 1 (2024), in PolicyEngine', 1_053_750) },
    },
    {
      ...{ year: 2025, status: 'published', open, leftOut, schedules: {} },
      figures: { ...figures, surtaxAbove: surtaxAbove('Form 1 (2025), in PolicyEngine', 1_083_150) },
    },
    {
      ...{ year: 2026, status: 'published', open, leftOut, schedules: {} },
      figures: { ...figures, surtaxAbove: surtaxAbove('PolicyEngine and rulespec-us (2026)', 1_107_750) },
    },
  ],
}
