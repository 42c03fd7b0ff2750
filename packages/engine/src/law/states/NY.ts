import type { StateBook, Steps } from './state.ts'

/**
 * New York State. Tax Law §§601, 614, 616. The supplemental tax takes back what the lower rates of the schedule save those
 * of high income: its tables give, by taxable income, what is taken back in full, what is being taken back, and from which
 * New York adjusted gross income on.
 */
const names = {
  figures: {
    standardDeduction: { means: 'standard deduction', unit: 'dollars' },
    exemption: { means: 'exemption for each dependent', unit: 'dollars' },
    recaptureLength: { means: 'income over which a benefit is taken back', unit: 'dollars' },
    flatAbove: { means: 'New York adjusted gross income above which all is taxed at one rate', unit: 'dollars' },
    flatRate: { means: 'that one rate', unit: 'rate' },
  },
  schedules: {
    rates: { means: 'rates of the income tax' },
    recaptureBase: { means: 'benefit of the lower rates taken back in full, by taxable income' },
    recaptureBenefit: { means: 'benefit of the lower rates that is being taken back, by taxable income' },
    recaptureFrom: { means: 'New York adjusted gross income from which it is being taken back, by taxable income' },
  },
} as const

/** One set of steps for single and separate filers, one for couples and surviving spouses, one for heads of household. */
const three = (single: Steps, joint: Steps, hoh: Steps) => ({ single, mfj: joint, mfs: single, hoh, qss: joint })

/** The rates of a year, lowest first, on thresholds that all years share. */
function rates(source: string, [a, b, c, d, e]: readonly [number, number, number, number, number]) {
  const top: Steps = [
    [5_000_000, 1_030],
    [25_000_000, 1_090],
  ]
  const on = ([t2, t3, t4, t5, t6, t7]: readonly [number, number, number, number, number, number]): Steps => [
    ...([[0, a] as const, [t2, b] as const, [t3, c] as const, [t4, d] as const, [t5, e] as const] as const),
    ...([[t6, 685] as const, [t7, 965] as const] as const),
    ...top,
  ]
  return {
    ...{ cite: 'Tax Law §601(a)-(c)', source },
    ...three(
      on([8_500, 11_700, 13_900, 80_650, 215_400, 1_077_550]),
      on([17_150, 23_600, 27_900, 161_550, 323_200, 2_155_350]),
      on([12_800, 17_650, 20_900, 107_650, 269_300, 1_616_450]),
    ),
  }
}

const figures = {
  standardDeduction: {
    ...{ cite: 'Tax Law §614', source: 'Form IT-201 instructions, in PolicyEngine' },
    ...{ single: 8_000, mfj: 16_050, mfs: 8_000, hoh: 11_200, qss: 16_050 },
  },
  exemption: { cite: 'Tax Law §616', source: 'Form IT-201 line 36, in PolicyEngine', all: 1_000 },
  recaptureLength: { cite: 'Tax Law §601(d-4)', source: 'Form IT-201 instructions, in PolicyEngine', all: 50_000 },
  flatAbove: { cite: 'Tax Law §601(d-4)', source: 'Form IT-201 instructions, in PolicyEngine', all: 25_000_000 },
  flatRate: { cite: 'Tax Law §601(d-4)', source: 'Form IT-201 instructions, in PolicyEngine', all: 1_090 },
} as const

const recapture = {
  cite: 'Tax Law §601(d-4)',
  source: 'Form IT-201 tax computation worksheets, in PolicyEngine',
} as const
const recaptureFrom = {
  ...recapture,
  ...three(
    [
      [0, 107_650],
      [215_400, 215_400],
      [1_077_550, 1_077_550],
      [5_000_000, 5_000_000],
    ],
    [
      [0, 107_650],
      [161_550, 161_550],
      [323_200, 323_200],
      [2_155_350, 2_155_350],
      [5_000_000, 5_000_000],
    ],
    [
      [0, 107_650],
      [269_300, 269_300],
      [1_616_450, 1_616_450],
      [5_000_000, 5_000_000],
    ],
  ),
}

const schedulesTo2025 = {
  rates: rates('Form IT-201 rate schedules, in PolicyEngine', [400, 450, 525, 550, 600]),
  recaptureFrom,
  recaptureBase: {
    ...recapture,
    ...three(
      [
        [0, 0],
        [215_400, 568],
        [1_077_550, 2_399],
        [5_000_000, 32_571],
      ],
      [
        [0, 0],
        [161_550, 333],
        [323_200, 1_140],
        [2_155_350, 3_887],
        [5_000_000, 64_237],
      ],
      [
        [0, 0],
        [269_300, 787],
        [1_616_450, 3_076],
        [5_000_000, 48_337],
      ],
    ),
  },
  recaptureBenefit: {
    ...recapture,
    ...three(
      [
        [0, 568],
        [215_400, 1_831],
        [1_077_550, 30_172],
        [5_000_000, 32_500],
      ],
      [
        [0, 333],
        [161_550, 807],
        [323_200, 2_747],
        [2_155_350, 60_350],
        [5_000_000, 32_500],
      ],
      [
        [0, 787],
        [269_300, 2_289],
        [1_616_450, 45_261],
        [5_000_000, 32_500],
      ],
    ),
  },
}

const schedules2026 = {
  rates: rates('Tax Law §601 as amended for 2026, in PolicyEngine and rulespec-us', [390, 440, 515, 540, 590]),
  recaptureFrom,
  recaptureBase: {
    ...recapture,
    ...three(
      [
        [0, 0],
        [215_400, 567],
        [1_077_550, 2_614],
        [5_000_000, 32_786],
      ],
      [
        [0, 0],
        [161_550, 333],
        [323_200, 1_140],
        [2_155_350, 4_211],
        [5_000_000, 64_561],
      ],
      [
        [0, 0],
        [269_300, 787],
        [1_616_450, 3_346],
        [5_000_000, 48_606],
      ],
    ),
  },
  recaptureBenefit: {
    ...recapture,
    ...three(
      [
        [0, 567],
        [215_400, 2_047],
        [1_077_550, 30_172],
        [5_000_000, 32_500],
      ],
      [
        [0, 333],
        [161_550, 807],
        [323_200, 3_071],
        [2_155_350, 60_350],
        [5_000_000, 32_500],
      ],
      [
        [0, 787],
        [269_300, 2_559],
        [1_616_450, 45_260],
        [5_000_000, 32_500],
      ],
    ),
  },
}

const leftOut = [
  'The standard deduction is taken, also where New York itemized deductions are more: the tax of an itemizer may be lower.',
  'The taxes of New York City and Yonkers, and credits, are not figured.',
  'What New York treats as compensation of the gain of a qualifying sale by a nonresident who worked there between grant and vesting is not figured.',
]

export const newYork: StateBook<typeof names> = {
  ...{ state: 'NY', name: 'New York', names },
  tables: [
    { year: 2024, status: 'published', open: [], leftOut, figures, schedules: schedulesTo2025 },
    { year: 2025, status: 'published', open: [], leftOut, figures, schedules: schedulesTo2025 },
    { year: 2026, status: 'published', open: [], leftOut, figures, schedules: schedules2026 },
  ],
}
