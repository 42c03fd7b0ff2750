import type { StateBook, Steps } from './state.ts'

/** New Jersey. N.J.S.A. 54A:2-1, 54A:2-4, 54A:3-1. Nothing in it is indexed; 2024 to 2026 are alike. */
const names = {
  figures: {
    exemption: { means: 'personal exemptions of those who file', unit: 'dollars' },
    agedOrBlindExemption: { means: 'exemption for each box of 65 or older, or blind', unit: 'dollars' },
    dependentExemption: { means: 'exemption for each dependent', unit: 'dollars' },
    untaxedUpTo: { means: 'gross income up to which there is no tax', unit: 'dollars' },
  },
  schedules: { rates: { means: 'rates of the gross income tax' } },
} as const

const single: Steps = [
  [0, 140],
  [20_000, 175],
  [35_000, 350],
  [40_000, 552.5],
  [75_000, 637],
  [500_000, 897],
  [1_000_000, 1_075],
]
const joint: Steps = [
  [0, 140],
  [20_000, 175],
  [50_000, 245],
  [70_000, 350],
  [80_000, 552.5],
  [150_000, 637],
  [500_000, 897],
  [1_000_000, 1_075],
]

const table = {
  status: 'published',
  open: [],
  leftOut: ['The deduction for property tax and credits are not figured: tax may be lower.'],
  figures: {
    exemption: {
      ...{ cite: 'N.J.S.A. 54A:3-1', source: 'Form NJ-1040 line 6, in PolicyEngine' },
      ...{ single: 1_000, mfj: 2_000, mfs: 1_000, hoh: 1_000, qss: 1_000 },
    },
    agedOrBlindExemption: {
      ...{ cite: 'N.J.S.A. 54A:3-1', source: 'Form NJ-1040 lines 7 and 8, in PolicyEngine' },
      all: 1_000,
    },
    dependentExemption: {
      ...{ cite: 'N.J.S.A. 54A:3-1', source: 'Form NJ-1040 line 10, in PolicyEngine' },
      all: 1_500,
    },
    untaxedUpTo: {
      ...{ cite: 'N.J.S.A. 54A:2-4', source: 'Form NJ-1040 instructions' },
      ...{ single: 10_000, mfj: 20_000, mfs: 10_000, hoh: 20_000, qss: 20_000 },
    },
  },
  schedules: {
    rates: {
      ...{ cite: 'N.J.S.A. 54A:2-1', source: 'Form NJ-1040 rate schedules, in PolicyEngine' },
      ...{ single, mfj: joint, mfs: single, hoh: joint, qss: joint },
    },
  },
} as const

export const newJersey: StateBook<typeof names> = {
  ...{ state: 'NJ', name: 'New Jersey', names },
  tables: [
    { year: 2024, ...table },
    { year: 2025, ...table },
    { year: 2026, ...table },
  ],
}
