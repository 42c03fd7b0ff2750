import type { StateBook } from './state.ts'

/** Utah. Utah Code §59-10-104, §59-10-104.1, §59-10-1018. */
const indexed = { by: 'prices', to: 1, round: 'nearest' } as const
const names = {
  figures: {
    rate: { means: 'rate of the Utah income tax', unit: 'rate' },
    exemption: { means: 'personal exemption for each dependent', unit: 'dollars', indexing: indexed },
    creditRate: { means: 'part of deductions and exemptions that is the taxpayer tax credit', unit: 'rate' },
    creditPhaseOutStart: { means: 'income above which the credit falls', unit: 'dollars', indexing: indexed },
    creditPhaseOutRate: { means: 'part of the income above it that the credit loses', unit: 'rate' },
    exemptUpTo: {
      means: 'federal standard deduction without age or blindness: federal adjusted gross income up to it owes nothing',
      unit: 'dollars',
      indexing: { by: 'prices', to: 50, round: 'down' },
    },
  },
  schedules: {},
} as const

const rate = (source: string, all: number) => ({ cite: 'Utah Code §59-10-104(2)(b)', source, all })
const exemption = (source: string, all: number) => ({ cite: 'Utah Code §59-10-1018(1)(g)', source, all })
const phaseOutStart = (source: string, one: number, head: number) => ({
  ...{ cite: 'Utah Code §59-10-1018(4)', source },
  ...{ single: one, mfj: 2 * one, mfs: one, hoh: head, qss: 2 * one },
})
const exemptUpTo = (source: string, one: number, head: number) => ({
  ...{ cite: 'Utah Code §59-10-104.1; IRC §63(c)', source },
  ...{ single: one, mfj: 2 * one, mfs: one, hoh: head, qss: 2 * one },
})
const fixed = {
  creditRate: { cite: 'Utah Code §59-10-1018(2)', source: 'Form TC-40 line 16', all: 600 },
  creditPhaseOutRate: { cite: 'Utah Code §59-10-1018(4)', source: 'Form TC-40 line 19', all: 130 },
} as const

export const utah: StateBook<typeof names> = {
  ...{ state: 'UT', name: 'Utah', names },
  tables: [
    {
      ...{ year: 2024, status: 'published', open: [], schedules: {} },
      figures: {
        ...fixed,
        rate: rate('Form TC-40 (2024) line 10', 455),
        exemption: exemption('Form TC-40 (2024) line 11', 2_046),
        creditPhaseOutStart: phaseOutStart('Form TC-40 (2024) line 17', 17_652, 26_478),
        exemptUpTo: exemptUpTo('Rev. Proc. 2023-34', 14_600, 21_900),
      },
    },
    {
      ...{ year: 2025, status: 'published', open: [], schedules: {} },
      figures: {
        ...fixed,
        rate: rate('Form TC-40 (2025) line 10', 450),
        exemption: exemption('Form TC-40 (2025) line 11', 2_111),
        creditPhaseOutStart: phaseOutStart('Form TC-40 (2025) line 17', 18_213, 27_320),
        exemptUpTo: exemptUpTo('Pub. L. 119-21 §70102', 15_750, 23_625),
      },
    },
    {
      ...{ year: 2026, status: 'published', schedules: {} },
      open: [
        'The exemption for a dependent and the income from which the taxpayer tax credit falls are those of 2025; those of 2026 are not published.',
      ],
      figures: {
        ...fixed,
        rate: rate('Utah Code as amended in 2026, after PolicyEngine US and Axiom', 445),
        exemption: {
          ...exemption('Form TC-40 (2025) line 11', 2_111),
          ...{ status: 'unconfirmed', note: 'the amount of 2025; that of 2026 is not published' },
        },
        creditPhaseOutStart: {
          ...phaseOutStart('Form TC-40 (2025) line 17', 18_213, 27_320),
          ...{ status: 'unconfirmed', note: 'the amount of 2025; that of 2026 is not published' },
        },
        exemptUpTo: exemptUpTo('Rev. Proc. 2025-32', 16_100, 24_150),
      },
    },
  ],
}
