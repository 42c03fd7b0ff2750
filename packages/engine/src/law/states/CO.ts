import type { Figure } from '../law.ts'
import type { StateBook } from './state.ts'

/**
 * Colorado. Colorado Revised Statutes (C.R.S.) 39-22-104; AMT 39-22-105, which has neither an exemption nor a table of its
 * own: exemption and AMT income are those of the federal return.
 */
const names = {
  figures: {
    rate: { means: 'rate of the Colorado income tax', unit: 'rate' },
    highIncome: {
      means: 'federal adjusted gross income above which federal deductions are added back',
      unit: 'dollars',
    },
    deductionKept: { means: 'most of the federal deduction that a high income keeps', unit: 'dollars' },
    giftsNotCounted: { means: 'gifts to charity of a non-itemizer that are not subtracted', unit: 'dollars' },
    federalGiftLeftOut: {
      means: 'whether a gift that a non-itemizer deducts on the federal return is left out of the subtraction',
      unit: 'switch',
    },
    minimumTaxRate: { means: 'rate of the Colorado AMT', unit: 'rate' },
    minimumTaxCreditRate: { means: 'part of the federal minimum tax credit that Colorado allows', unit: 'rate' },
  },
  schedules: {},
} as const

type Figures = { readonly [Name in keyof (typeof names)['figures']]: Figure }

const deductionKept = (most: number, joint: number, source: string): Figure => ({
  ...{ cite: 'C.R.S. 39-22-104(3)(p.7)', source, single: most, mfj: joint, mfs: most, hoh: most, qss: most },
  note: `No text names a qualifying surviving spouse, who is read with the unmarried; with joint returns it would be ${joint}.`,
})

const standing = {
  highIncome: {
    ...{ cite: 'C.R.S. 39-22-104(3)(p.7)', source: 'DR 0104 Book (2025), line 4', all: 300_000 },
    note: 'The form adds back above this income. PolicyEngine-us reads the statute as from this income on; only an income of exactly this amount is touched.',
  },
  giftsNotCounted: { cite: 'C.R.S. 39-22-104(4)(m)', source: '1 CCR 201-2, Rule 39-22-104(4)(m)', all: 500 },
  federalGiftLeftOut: { cite: 'C.R.S. 39-22-104(4)(m)', source: '1 CCR 201-2, Rule 39-22-104(4)(m)', all: 1 },
  minimumTaxRate: { cite: 'C.R.S. 39-22-105', source: 'DR 0104AMT line 6', all: 347 },
  minimumTaxCreditRate: { cite: 'C.R.S. 39-22-105', source: 'DR 0104CR (2025) line 36', all: 1_200 },
} as const satisfies Partial<Figures>

const propertyTaxOpen =
  'Of an itemizer whose federal income is over $300,000, how much of the deductions added back is property tax that the federal AMT has added back already is not settled: all of it is counted as that.'
const survivingSpouseOpen = (most: string, joint: string): string =>
  `Of a federal income over $300,000, no text names how much of the federal deduction a qualifying surviving spouse keeps: ${most} is read, as for the unmarried; the other reading is ${joint}.`

export const colorado: StateBook<typeof names> = {
  ...{ state: 'CO', name: 'Colorado', names },
  tables: [
    {
      ...{ year: 2024, status: 'published', schedules: {} },
      open: [propertyTaxOpen, survivingSpouseOpen('$12,000', '$16,000')],
      figures: {
        ...standing,
        rate: {
          ...{ cite: 'C.R.S. 39-22-104(1.7)(c), 39-22-627', all: 425 },
          source: 'DR 0104 Book (2024), as stated by PolicyEngine-us',
        },
        deductionKept: deductionKept(12_000, 16_000, 'DR 0104 Book (2025), line 4; for 2024 PolicyEngine-us'),
      },
    },
    {
      ...{ year: 2025, status: 'published', schedules: {} },
      open: [propertyTaxOpen, survivingSpouseOpen('$12,000', '$16,000')],
      figures: {
        ...standing,
        rate: { cite: 'C.R.S. 39-22-104(1.7)(c)', source: 'DR 0104 Book (2025), line 13', all: 440 },
        deductionKept: deductionKept(12_000, 16_000, 'DR 0104 Book (2025), line 4'),
      },
    },
    {
      ...{ year: 2026, status: 'unconfirmed', schedules: {} },
      open: [
        'The rate of 4.4 % is the one printed for estimated tax (DR 0104EP); a surplus of the state can still lower it for the year.',
        propertyTaxOpen,
        survivingSpouseOpen('$1,000', '$2,000'),
        'Whether a non-itemizer subtracts a gift that the federal return deducts already (IRC §170(p)) is not settled: it is left out of the subtraction; the other reading subtracts it too.',
        'The federal AMT form of 2026, from which the Colorado AMT starts, is not final.',
      ],
      figures: {
        ...standing,
        rate: {
          ...{ cite: 'C.R.S. 39-22-104(1.7)(c)', source: 'DR 0104EP (2026)', all: 440, status: 'unconfirmed' },
          note: 'A state surplus can lower the rate for the year: C.R.S. 39-22-627.',
        },
        deductionKept: deductionKept(1_000, 2_000, 'PolicyEngine-us'),
        federalGiftLeftOut: {
          ...{ cite: 'C.R.S. 39-22-104(4)(m)', source: '1 CCR 201-2, Rule 39-22-104(4)(m)', all: 1 },
          ...{ status: 'unconfirmed', other: 0 },
          note: 'The rule was written before non-itemizers could deduct gifts on the federal return (IRC §170(p)). A gift is not subtracted twice by this reading; by the other it is.',
        },
      },
    },
  ],
}
