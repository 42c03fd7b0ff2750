import type { Schedule, StateBook, Steps } from './state.ts'

/** Vermont. 32 V.S.A. §5811(21), §5822(a). */
const names = {
  figures: {
    standardDeduction: {
      means: 'standard deduction',
      unit: 'dollars',
      indexing: { by: 'prices', to: 50, round: 'down' },
    },
    agedOrBlindDeduction: {
      means: 'further deduction for each filer 65 or older, and for each blind',
      unit: 'dollars',
      indexing: { by: 'prices', to: 50, round: 'down' },
    },
    exemption: {
      means: 'exemption for each person',
      unit: 'dollars',
      indexing: { by: 'prices', to: 50, round: 'down' },
    },
    gainExclusion: { means: 'net capital gain that is not taxed', unit: 'dollars' },
    gainExclusionLimit: { means: 'part of federal taxable income that the exclusion may not exceed', unit: 'rate' },
    minimumTaxAbove: { means: 'federal adjusted gross income above which there is a minimum tax', unit: 'dollars' },
    minimumTaxRate: { means: 'rate of the minimum tax on federal adjusted gross income', unit: 'rate' },
  },
  schedules: { rates: { means: 'tax rates', indexing: { to: 50, round: 'down' } } },
} as const

const fixed = {
  gainExclusion: { cite: '32 V.S.A. §5811(21)(B)(ii)', source: 'Schedule IN-153 line 9', all: 5_000 },
  gainExclusionLimit: { cite: '32 V.S.A. §5811(21)(B)(ii)', source: 'Schedule IN-153 line 20', all: 4_000 },
  minimumTaxAbove: { cite: '32 V.S.A. §5822(a)(6)', source: 'Form IN-111 line 8', all: 150_000 },
  minimumTaxRate: { cite: '32 V.S.A. §5822(a)(6)', source: 'Form IN-111 line 8', all: 300 },
} as const

const standard = (source: string, single: number, joint: number, head: number) => ({
  ...{ cite: '32 V.S.A. §5811(21)(C)(ii), (D)', source },
  ...{ single, mfj: joint, mfs: single, hoh: head, qss: joint },
})
const agedOrBlind = (source: string, all: number) => ({ cite: '32 V.S.A. §5811(21)(C)(iii), (D)', source, all })
const exemption = (source: string, all: number) => ({ cite: '32 V.S.A. §5811(21)(C)(i), (D)', source, all })

type Three = readonly [number, number, number]
const four = ([a, b, c]: Three): Steps => [
  [0, 335],
  [a, 660],
  [b, 760],
  [c, 875],
]
const rates = (source: string, single: Three, joint: Three, separate: Three, head: Three): Schedule => ({
  ...{ cite: '32 V.S.A. §5822(a), (b)(2)', source },
  ...{ single: four(single), mfj: four(joint), mfs: four(separate), hoh: four(head), qss: four(joint) },
})

const left = [
  'Gain is taken to be on publicly traded stock, of which $5,000 is not taxed: of other assets held for more than three years 40 % may be, and tax lower.',
  'The minimum tax of 3 % is figured on all of federal adjusted gross income, without taking off interest on federal bonds.',
  'There are no itemized deductions; the credit for gifts, 5 % of up to $20,000, and other credits are not figured: tax may be lower.',
]

export const vermont: StateBook<typeof names> = {
  ...{ state: 'VT', name: 'Vermont', names },
  tables: [
    {
      ...{ year: 2024, status: 'published', open: [], leftOut: left },
      figures: {
        ...fixed,
        standardDeduction: standard('Form IN-111 (2024) line 4', 7_400, 14_850, 11_100),
        agedOrBlindDeduction: agedOrBlind('Form IN-111 instructions (2024), line 4', 1_200),
        exemption: exemption('Form IN-111 (2024) line 5e', 5_100),
      },
      schedules: {
        rates: rates(
          'Vermont tax rate schedules (2024)',
          [47_900, 116_000, 242_000],
          [79_950, 193_300, 294_600],
          [39_975, 96_650, 147_300],
          [64_200, 165_700, 268_300],
        ),
      },
    },
    {
      ...{ year: 2025, status: 'published', open: [], leftOut: left },
      figures: {
        ...fixed,
        standardDeduction: standard('Form IN-111 (2025) line 4', 7_650, 15_300, 11_450),
        agedOrBlindDeduction: agedOrBlind('Form IN-111 instructions (2025), line 4', 1_250),
        exemption: exemption('Form IN-111 (2025) line 5e', 5_300),
      },
      schedules: {
        rates: rates(
          'Vermont tax rate schedules (2025)',
          [49_400, 119_700, 249_700],
          [82_500, 199_450, 304_000],
          [41_250, 99_725, 152_000],
          [66_200, 171_000, 276_850],
        ),
      },
    },
    {
      ...{ year: 2026, status: 'unconfirmed' },
      open: [
        'The rates of 2026 are the preliminary ones of the instructions for estimated tax; the schedules of the return are not published.',
        'The standard deduction and the exemption of 2026 are those that the withholding tables of the state imply; the deduction of a head of household and that for age or blindness are figured by the price growth of its brackets.',
      ],
      leftOut: left,
      figures: {
        ...fixed,
        standardDeduction: {
          ...standard('GB-1210 (2026), withholding tables', 7_850, 15_700, 11_800),
          ...{ status: 'unconfirmed', note: 'implied by the tables; of a head of household, $9,000 of 2018 indexed' },
        },
        agedOrBlindDeduction: {
          ...agedOrBlind('$1,000 of 2018 indexed as the brackets of 2026 are', 1_300),
          ...{ status: 'projected', other: 1_250 },
        },
        exemption: {
          ...exemption('GB-1210 (2026), withholding allowance', 5_400),
          ...{ status: 'unconfirmed', note: 'the withholding allowance, which has been the exemption each year' },
        },
      },
      schedules: {
        rates: {
          ...rates(
            'Form IN-114 instructions (2026), preliminary rates',
            [50_750, 122_850, 256_300],
            [84_700, 204_750, 312_050],
            [42_350, 102_375, 156_025],
            [68_000, 175_500, 284_150],
          ),
          ...{ status: 'unconfirmed', note: 'called preliminary by the Department of Taxes' },
        },
      },
    },
  ],
}
