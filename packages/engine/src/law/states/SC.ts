import type { StateBook } from './state.ts'

/** South Carolina. S.C. Code §12-6-510, §12-6-1140, §12-6-1150, §12-6-1170(B). */
const names = {
  figures: {
    federalDeduction: { means: '1: the federal standard deduction is adopted, 0: it is not', unit: 'switch' },
    federalDeductionLeftOut: {
      means: 'part of the federal standard deduction that the state has not adopted',
      unit: 'dollars',
    },
    // Nothing before 2026, when it took the place of the federal deduction
    adjustedDeduction: { means: 'South Carolina income adjusted deduction', unit: 'dollars' },
    adjustedDeductionStart: { means: 'income above which the income adjusted deduction falls', unit: 'dollars' },
    adjustedDeductionWidth: { means: 'income over which all of it falls away', unit: 'dollars' },
    dependentExemption: {
      means: 'exemption for each dependent',
      unit: 'dollars',
      indexing: { by: 'prices', to: 10, round: 'down' },
    },
    gainDeduction: { means: 'part of net capital gain that is not taxed', unit: 'rate' },
    agedDeduction: { means: 'deduction of each filer of 65 or older', unit: 'dollars' },
  },
  schedules: { rates: { means: 'tax rates' } },
} as const

const byStatus = (single: number, together: number, head: number) => ({
  ...{ single, mfj: together, mfs: single, hoh: head, qss: together },
})
const act = 'H. 4216 of 2026, section 3'
const fixed = {
  adjustedDeductionStart: {
    ...{ cite: 'S.C. Code §12-6-1140(15)(b)', source: act },
    ...byStatus(40_000, 80_000, 60_000),
  },
  adjustedDeductionWidth: {
    ...{ cite: 'S.C. Code §12-6-1140(15)(b)', source: act },
    ...byStatus(55_000, 110_000, 82_500),
  },
  gainDeduction: { cite: 'S.C. Code §12-6-1150(A)', source: 'SC1040 instructions, net capital gain', all: 4_400 },
  agedDeduction: { cite: 'S.C. Code §12-6-1170(B)', source: 'SC1040 instructions, age 65 and older', all: 15_000 },
} as const

const federalDeduction = (source: string, all: number) => ({ cite: 'S.C. Code §12-6-40, §12-6-50', source, all })
const leftOut = (source: string, single: number, together: number, head: number) => ({
  ...{ cite: 'S.C. Code §12-6-40(A)(1)', source },
  ...byStatus(single, together, head),
})
const adjusted = { cite: 'S.C. Code §12-6-1140(15)(a)', source: act } as const
const dependentExemption = (source: string, all: number) => ({ cite: 'S.C. Code §12-6-1140(13)', source, all })
const cite = 'S.C. Code §12-6-510'

const left = [
  'The further exemption for dependents under 6 and the credits, among them that of two earners, are not figured: tax may be lower.',
  'The deduction of $15,000 for a filer of 65 or older is taken of any income, also where one spouse has less, and is not reduced by a retirement deduction.',
]
const itemizer =
  'The standard deduction is taken, also where the federal return itemizes: the tax of an itemizer may be lower.'

export const southCarolina: StateBook<typeof names> = {
  ...{ state: 'SC', name: 'South Carolina', names },
  tables: [
    {
      ...{ year: 2024, status: 'published', open: [itemizer], leftOut: left },
      figures: {
        ...fixed,
        federalDeduction: federalDeduction('SC1040 (2024) line 1', 1),
        federalDeductionLeftOut: leftOut('SC1040 (2024) line 1', 0, 0, 0),
        adjustedDeduction: { ...adjusted, all: 0 },
        dependentExemption: dependentExemption('SC1040 instructions (2024), line w', 4_790),
      },
      schedules: {
        rates: {
          ...{ cite, source: 'SC1040TT (2024), tax rate schedule' },
          all: [
            [0, 0],
            [3_460, 300],
            [17_330, 620],
          ],
        },
      },
    },
    {
      ...{ year: 2025, status: 'published' },
      open: [
        itemizer,
        'South Carolina has not adopted the federal law of 2025: the increase of the standard deduction and the further federal deduction of filers of 65 or older are not allowed.',
      ],
      leftOut: left,
      figures: {
        ...fixed,
        federalDeduction: federalDeduction('SC1040 (2025) line 1', 1),
        federalDeductionLeftOut: leftOut('SC1040 (2025) line 1e, Information Letter 26-4', 750, 1_500, 1_125),
        adjustedDeduction: { ...adjusted, all: 0 },
        dependentExemption: dependentExemption('SC1040 instructions (2025), line w', 4_930),
      },
      schedules: {
        rates: {
          ...{ cite, source: 'SC1040 instructions (2025), tax rate schedule' },
          all: [
            [0, 0],
            [3_560, 300],
            [17_830, 600],
          ],
        },
      },
    },
    {
      ...{ year: 2026, status: 'published' },
      open: [
        'The exemption for each dependent is that of 2025; the one of 2026 was not seen published.',
        'The deductions for gain and age and the exemption for dependents are taken to stay beside the new deduction of 2026; the forms of 2026 are not published.',
      ],
      leftOut: [
        ...left,
        'Later years keep the rates of 2026, although H. 4216 lowers them when the revenue of the state grows.',
      ],
      figures: {
        ...fixed,
        federalDeduction: federalDeduction('H. 4216 of 2026, section 2', 0),
        federalDeductionLeftOut: leftOut('H. 4216 of 2026, section 2', 0, 0, 0),
        adjustedDeduction: { ...adjusted, ...byStatus(15_000, 30_000, 22_500) },
        dependentExemption: {
          ...dependentExemption('SC1040 instructions (2025), line w', 4_930),
          ...{ status: 'unconfirmed', note: 'the amount of 2025, before the growth of prices' },
        },
      },
      schedules: {
        rates: {
          ...{ cite: 'S.C. Code §12-6-510(C)', source: 'H. 4216 of 2026, section 1' },
          all: [
            [0, 199],
            [30_000, 521],
          ],
        },
      },
    },
  ],
}
