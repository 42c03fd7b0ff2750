import type { StateBook, Steps } from './state.ts'

/**
 * Oregon. ORS 316.037, 316.085, 316.680, 316.695. The threshold of the highest rate is fixed while the others are indexed,
 * and of the federal tax that is subtracted the amounts are indexed and the incomes fixed; no rule here moves one without
 * the other, so schedules stand still beyond the last table.
 */
const names = {
  figures: {
    standardDeduction: {
      means: 'standard deduction',
      unit: 'dollars',
      indexing: { by: 'prices', to: 5, round: 'down' },
    },
    additionalStandardDeduction: {
      means: 'addition to the standard deduction for each box of 65 or older, or blind',
      unit: 'dollars',
    },
    exemptionCredit: {
      means: 'exemption credit for each person',
      unit: 'dollars',
      indexing: { by: 'prices', to: 1, round: 'down' },
    },
    creditLostAbove: {
      means: 'federal adjusted gross income above which there is no exemption credit',
      unit: 'dollars',
    },
  },
  schedules: {
    rates: { means: 'rates of the income tax' },
    federalTaxMost: {
      means: 'most federal tax that is subtracted, from each federal adjusted gross income on, that income included',
    },
  },
} as const

const rates = (second: number, third: number, fourth: number): Steps => [
  [0, 475],
  [second, 675],
  [third, 875],
  [fourth, 990],
]

/** The schedule of single and separate filers; the thresholds of others are twice theirs. */
const doubled = (second: number, third: number) => {
  const single = rates(second, third, 125_000)
  const joint = rates(2 * second, 2 * third, 250_000)
  return { single, mfj: joint, mfs: single, hoh: joint, qss: joint }
}

/** The subtraction in five falling amounts; half of them for a spouse filing separately. */
function federalTaxMost(most: readonly [number, number, number, number, number]) {
  const from = (start: number, step: number, share: number): Steps => [
    [0, most[0] * share],
    ...most.slice(1).map((amount, i) => [start + step * i, amount * share] as const),
    [start + step * 4, 0],
  ]
  const [single, joint] = [from(125_000, 5_000, 1), from(250_000, 10_000, 1)]
  return { single, mfj: joint, mfs: from(125_000, 5_000, 0.5), hoh: joint, qss: joint }
}

const additionalStandardDeduction = {
  ...{ cite: 'ORS 316.695(7)', source: 'Form OR-40 instructions, in PolicyEngine' },
  ...{ single: 1_200, mfj: 1_000, mfs: 1_000, hoh: 1_200, qss: 1_000 },
} as const
const creditLostAbove = {
  ...{ cite: 'ORS 316.085', source: 'Form OR-40 instructions' },
  ...{ single: 100_000, mfj: 200_000, mfs: 100_000, hoh: 200_000, qss: 200_000 },
} as const
const cites = {
  rates: 'ORS 316.037',
  deduction: 'ORS 316.695',
  subtraction: 'ORS 316.680, 316.695',
  credit: 'ORS 316.085',
}

const deduction2025 = { single: 2_835, mfj: 5_670, mfs: 2_835, hoh: 4_560, qss: 5_670 } as const
const most2025 = federalTaxMost([8_500, 6_800, 5_100, 3_400, 1_700])

const unpublished = {
  source: 'Form OR-40 instructions (2025), in PolicyEngine',
  status: 'unconfirmed',
  note: 'The amount of 2025: that of 2026 was not found.',
} as const

const leftOut = [
  'The standard deduction is taken, also where Oregon itemized deductions are more: the tax of an itemizer may be lower.',
  'Taxes of Multnomah County, Metro and the transit districts, and other credits, are not figured.',
]

export const oregon: StateBook<typeof names> = {
  ...{ state: 'OR', name: 'Oregon', names },
  tables: [
    {
      ...{ year: 2024, status: 'published', open: [], leftOut },
      figures: {
        ...{ additionalStandardDeduction, creditLostAbove },
        standardDeduction: {
          ...{ cite: cites.deduction, source: 'Form OR-40 instructions (2024), in PolicyEngine' },
          ...{ single: 2_745, mfj: 5_495, mfs: 2_745, hoh: 4_420, qss: 5_495 },
        },
        exemptionCredit: { cite: cites.credit, source: 'Form OR-40 (2024), in PolicyEngine', all: 249 },
      },
      schedules: {
        rates: { cite: cites.rates, source: 'Form OR-40 (2024), in PolicyEngine', ...doubled(4_300, 10_750) },
        federalTaxMost: {
          ...{ cite: cites.subtraction, source: 'Form OR-40 instructions (2024), in PolicyEngine' },
          ...federalTaxMost([8_250, 6_600, 5_000, 3_300, 1_650]),
        },
      },
    },
    {
      ...{ year: 2025, status: 'published' },
      leftOut,
      open: [
        'the rate of 8.75 % begins at 11,100 (joint and others 22,200) by one source and at 11,050 (22,100) by three; with the latter the tax is 1 dollar (2 dollars) higher.',
      ],
      figures: {
        ...{ additionalStandardDeduction, creditLostAbove },
        standardDeduction: {
          ...{ cite: cites.deduction, source: 'Form OR-40 instructions (2025), in PolicyEngine' },
          ...deduction2025,
        },
        exemptionCredit: { cite: cites.credit, source: 'Form OR-40 (2025), in PolicyEngine', all: 256 },
      },
      schedules: {
        rates: {
          ...{ cite: cites.rates, source: 'Form OR-40 (2025), in PolicyEngine', ...doubled(4_400, 11_100) },
          ...{ status: 'unconfirmed', other: 11_050 },
          note: 'The third threshold; others have 11,050, and 22,100 for joint and other filers.',
        },
        federalTaxMost: {
          ...{ cite: cites.subtraction, source: 'Form OR-40 instructions (2025), in PolicyEngine' },
          ...most2025,
        },
      },
    },
    {
      ...{ year: 2026, status: 'unconfirmed' },
      leftOut,
      open: [
        'the rates are those of the official basis for estimated tax (Publication OR-ESTIMATE 2026), not of a return.',
        'the standard deduction, the most federal tax that may be subtracted, and the exemption credit of 2026 were not found; those of 2025 are taken.',
      ],
      figures: {
        ...{ additionalStandardDeduction, creditLostAbove },
        standardDeduction: { cite: cites.deduction, ...unpublished, ...deduction2025 },
        exemptionCredit: { cite: cites.credit, ...unpublished, all: 256 },
      },
      schedules: {
        rates: {
          ...{ cite: cites.rates, source: 'Publication OR-ESTIMATE (2026), in rulespec-us', ...doubled(4_550, 11_400) },
          ...{ status: 'unconfirmed', note: 'The basis for estimated tax; the tables of the return were not found.' },
        },
        federalTaxMost: { cite: cites.subtraction, ...unpublished, ...most2025 },
      },
    },
  ],
}
